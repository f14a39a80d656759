"""What the tests ask: the specs, the articles of a spec, what an article says of a fact, what is wrong with a spec as a whole.

What is read: specs, all of them before the first article because specs that share articles explain each other's figures; and
articles, each when a test asks for it. What is kept: what a coming test will ask, so that an article is examined once for all
its facts, and never a text. What is not known: pytest and the clock.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from factspec.article import Article
from factspec.engine import Plan, compile_plan, examine
from factspec.errors import Problem, SpecError
from factspec.loading import read_specs
from factspec.model import Fact, Finding, Place, Spec, Waiver
from factspec.pytest_plugin.wording import headline
from factspec.readers import read
from factspec.report.full import finding_lines
from factspec.report.look import Look, notice
from factspec.result import is_warning, passes
from factspec.run import Baseline, Job, Run, Waivers, jobs, matches
from factspec.run.jobs import groups

__all__ = ["Examinations", "Outcome", "Policy"]


class Outcome(NamedTuple):
    """A finding, without its derivation unless a report wants it, and the lines that show it where it is worth a look."""

    finding: Finding
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user decided: whether vague fails, the day on which waivers are judged, how wide a line may be, the baseline."""

    strict: bool
    today: date
    look: Look
    baseline: Baseline | None = None

    def in_force(self, waiver: Waiver | None) -> bool:
        return waiver is not None and self.today <= waiver.until


class Loaded(NamedTuple):
    """A spec with its articles, and what is wrong with its text and its globs."""

    job: Job
    problems: tuple[Problem, ...]


class Examinations:
    """The specs of a test session and what has been asked of them so far."""

    def __init__(self, paths: Iterable[str], policy: Policy) -> None:
        self.paths = tuple(paths)
        self.policy = policy
        self.derived = False
        """Whether findings keep their derivation, for reports that show it."""
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._kept: dict[str, dict[tuple[str, str], Outcome]] = {}

    @cached_property
    def jobs(self) -> Mapping[str, Job]:
        """Path of a spec → the spec and its articles; a spec that cannot be used is not among them."""
        return {path: loaded.job for path, loaded in self._loaded.items() if isinstance(loaded, Loaded)}

    def loaded(self, path: str) -> Loaded:
        """The spec at a path and its articles; raises SpecError."""
        loaded = self._loaded[path]
        if isinstance(loaded, SpecError):
            raise loaded
        return loaded

    def outcome(self, spec: Spec, article: str, fact: Fact) -> Outcome:
        """What an article says of a fact; raises ArticleError. It is kept until it is asked for, and no longer."""
        wanted = (spec.path, fact.id)
        if wanted not in self._kept.get(article, ()):
            self._kept[article] = self._examined(article)
        outcome = self._kept[article].pop(wanted)
        if not self._kept[article]:
            del self._kept[article]
        return outcome

    def waiver(self, spec: Spec, article: str, fact: Fact) -> Waiver | None:
        """The waiver for a fact in an article: one that is in force if there is any, else one that has run out."""
        fitting = [waiver for waiver in spec.waivers if waiver.fact == fact.id and matches(article, waiver.article)]
        return max(fitting, key=lambda waiver: waiver.until, default=None)

    def of_one_article(self, job: Job) -> frozenset[Place]:
        """The waivers in force that fit one article only, by their places: the test of that article can answer for them."""
        waivers = [waiver for waiver in job.spec.waivers if self.policy.in_force(waiver)]
        return frozenset(w.place for w in waivers if sum(matches(article, w.article) for article in job.articles) == 1)

    def said_of(self, waiver: Waiver, spec: Spec, finding: Finding) -> list[str]:
        """What is to be said of a waiver after its finding: that it expired, or that it was for nothing."""
        waivers = Waivers([replace(spec, waivers=(waiver,))], self.policy.today)
        waivers.apply(spec, finding)
        return [notice(problem) for problem in waivers.problems()]

    def problems(self, spec: Spec) -> list[Problem]:
        """What is wrong with a spec (globs, waivers, dead facts), and doubtful in its articles. It takes a whole run."""
        job, problems = self.loaded(spec.path)
        policy = self.policy
        run = Run([job], today=policy.today, strict=policy.strict, problems=problems, baseline=policy.baseline)
        deque(run, maxlen=0)
        return [problem for problem in run.problems if problem.place and (problem.warning or problem.place.path == spec.path)]

    @cached_property
    def _loaded(self) -> dict[str, Loaded | SpecError]:
        return {path: _loaded(path) for path in self.paths}

    @cached_property
    def _specs_of(self) -> dict[str, tuple[Spec, ...]]:
        return {path: specs for specs, paths in groups(self.jobs.values()) for path in paths}

    def _examined(self, path: str) -> dict[tuple[str, str], Outcome]:
        specs = self._specs_of[path]
        key = tuple(spec.path for spec in specs)
        if key not in self._plans:
            self._plans[key] = compile_plan(specs)
        article = read(path)
        found = examine(self._plans[key], article).spec_findings
        return {(spec.path, finding.fact.id): self._outcome(spec, finding, article) for spec, finding in found}

    def _outcome(self, spec: Spec, finding: Finding, article: Article) -> Outcome:
        """The outcome by the baseline, where no waiver is in force; waivers are judged by the tests."""
        failing = not passes(finding, self.policy.strict) or is_warning(finding)
        if self.policy.baseline and not self.policy.in_force(self.waiver(spec, finding.article, finding.fact)):
            finding = self.policy.baseline.apply(finding)
        bare = finding if self.derived else replace(finding, derivation=())
        if not failing:
            return Outcome(bare)
        return Outcome(bare, (headline(finding), *finding_lines(finding, article, self.policy.look)))


def _loaded(path: str) -> Loaded | SpecError:
    try:
        (spec,), warnings = read_specs(path)
    except SpecError as error:
        return error
    (job,), faults = jobs([spec])
    return Loaded(job, (*warnings, *faults))
