"""A run: articles are read one after the other, examined against the plan of their specs, and let go of again.

What is known: files (through the readers), waivers, and the day that is handed in as today. What is not: the clock, how
anything is shown, and how a verdict comes about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from factspec.engine import Examined, Plan, compile_plan
from factspec.errors import Problem
from factspec.model import Fact, Finding, Spec
from factspec.result import Checked, Counts, Result
from factspec.run.baseline import Baseline
from factspec.run.examples import wrong_examples
from factspec.run.jobs import EVERYTHING, Job, Selection, groups
from factspec.run.seeing import Seen, Seer, one_by_one
from factspec.run.waivers import Waivers

__all__ = ["NOTHING", "Run"]

NOTHING = Problem("FS301", "nothing was examined: there is no fact to look for or no article to look in")


class Run:
    """A check on its way. Iterating it, once, yields a `Checked` for each article; memory stays flat in their number.

    `seer` reads and examines the articles, one after the other unless it is told otherwise.

    `problems` and `counts` are complete when the iteration has ended. `borrowed` says that the articles are not the specs'
    own: a fact that none of them mentions is then a warning, and waivers for other articles are no one's concern. What no
    waiver accepts the `baseline` may.
    """

    def __init__(
        self,
        jobs: Iterable[Job],
        *,
        today: date,
        strict: bool = False,
        selection: Selection = EVERYTHING,
        borrowed: bool = False,
        problems: Iterable[Problem] = (),
        seer: Seer = one_by_one,
        baseline: Baseline | None = None,
    ) -> None:
        self._groups = list(groups(jobs := list(jobs), selection))
        self._seer, self._selection, self._borrowed = seer, selection, borrowed
        self._all = {job.spec.path: job.spec for job in jobs}
        self._facts = {(spec.path, fact.id): fact for spec in self._specs() for fact in spec.facts if selection.fact(fact.id)}
        self._waivers, self._baseline = Waivers((job.spec for job in jobs), today), baseline
        self._anchored: set[tuple[str, str]] = set()
        self._looked_in: dict[str, int] = {}
        self.problems = list(problems)
        self.counts = Counts(len({spec.path for spec in self._specs()}), sum(fact.checked for fact in self._facts.values()))
        self.strict = strict
        self._checked = self._check()

    @property
    def total(self) -> int:
        """How many articles there are to read."""
        return sum(len(paths) for _, paths in self._groups)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do: no article to look in or no fact to look for."""
        return not self.total or not self._facts

    @property
    def result(self) -> Result:
        """The run as a result that is read once, article by article."""
        return Result(self, self.problems, self.counts, self.strict)

    def kept(self) -> Result:
        """The result of the whole run, to be read again and again."""
        return Result(tuple(self), self.problems, self.counts, self.strict)

    def __iter__(self) -> Iterator[Checked]:
        return self._checked

    def _specs(self) -> Iterator[Spec]:
        return (spec for specs, _ in self._groups for spec in specs)

    def _check(self) -> Iterator[Checked]:
        for specs, paths in self._groups:
            plan = self._plan(specs)
            for seen in self._seer(plan, paths):
                yield self._reported(specs, seen)
        self.problems += self._wrong_examples(self._all.values())
        self.problems += self._dead()
        whole = not self._selection and not self._borrowed
        self.problems += self._waivers.problems(whole=whole)
        if self._baseline:
            self.problems += self._baseline.problems(spec.path for spec in self._specs() if whole)
        if not self.counts.examined:
            self.problems.append(NOTHING)

    def _plan(self, specs: Sequence[Spec]) -> Plan:
        return compile_plan(specs)

    def _wrong_examples(self, specs: Iterable[Spec]) -> Iterable[Problem]:
        return wrong_examples(specs, self._selection.fact)

    def _reported(self, specs: Sequence[Spec], seen: Seen) -> Checked:
        examined = seen.examined
        self.problems += seen.problems
        self._anchored |= seen.anchored
        if examined.article:
            for spec in specs:
                self._looked_in[spec.path] = self._looked_in.get(spec.path, 0) + 1
        return Checked(examined.path, self._findings(examined), examined.article)

    def _findings(self, examined: Examined) -> tuple[Finding, ...]:
        asked = ((spec, finding) for spec, finding in examined.spec_findings if (spec.path, finding.fact.id) in self._facts)
        findings = tuple(self._accepted(spec, finding) for spec, finding in asked)
        self.counts.articles += 1
        for finding in findings:
            self.counts.add(finding, self.strict)
        return findings

    def _accepted(self, spec: Spec, finding: Finding) -> Finding:
        """The finding, marked where a waiver or the baseline accepts it."""
        waived = self._waivers.apply(spec, finding)
        return self._baseline.apply(waived) if self._baseline else waived

    def _dead(self) -> list[Problem]:
        """The facts whose words occur in no article of their spec; not asked where only some of the articles were read."""
        if self._selection.articles:
            return []
        unseen = [(path, fact) for (path, id_), fact in self._facts.items() if fact.checked and (path, id_) not in self._anchored]
        return [self._never_found(fact, self._looked_in[path]) for path, fact in unseen if path in self._looked_in]

    def _never_found(self, fact: Fact, articles: int) -> Problem:
        where = "the article" if articles == 1 else f"any of {articles} articles"
        words = ", ".join(dict.fromkeys((*fact.about, *fact.of))) or ", ".join((fact.expected, *fact.also))
        help_ = f"looked for: {words}"
        return Problem(
            "FS305", f"fact {fact.id!r} is dead: its words do not occur in {where}", fact.place, help_, warning=self._borrowed
        )
