"""The tests: a spec file holds its articles, an article the facts looked for in it, and last in a file stands the spec itself.

What is decided here is what pytest calls a finding: passed, failed, skipped, xfailed or an error. What is not: the finding.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from factspec.errors import FactspecError, Problem, SpecError
from factspec.model import Fact, Finding, Place, Qualifier, Spec, Verdict, Waiver
from factspec.pytest_plugin import FactspecWarning
from factspec.pytest_plugin.examining import Examinations, Outcome
from factspec.pytest_plugin.failing import FactFailure, Messages, Unread, as_failure, in_one_line, more, represented
from factspec.pytest_plugin.naming import escaped, node_name
from factspec.pytest_plugin.output import Packed, packed, packed_problem
from factspec.pytest_plugin.summary import Row
from factspec.pytest_plugin.wording import accepted, headline, properties, says, where
from factspec.report.look import notice, visible
from factspec.result import is_warning, passes
from factspec.run import waivable
from factspec.run.waivers import accepted as waived_by

__all__ = ["ArticleCollector", "ArticleItem", "Check", "FactItem", "SpecFile", "SpecItem"]

MEANT_FOR_PYTEST = frozenset({"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings"})
"""Marks that change what a test does; a tag of such a name can be selected with `-k` only."""


class SpecFile(pytest.File):
    """A spec: its articles in the order of its globs, then the spec itself."""

    def __init__(self, *, desk: Examinations, shown: str, whole: bool, **kw: Any) -> None:
        super().__init__(**kw)
        self.desk, self.shown, self.whole = desk, shown, whole

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        job = self.desk.loaded(self.shown).job
        own = frozenset() if self.whole else self.desk.of_one_article(job)
        handed: dict[str, Any] = {"desk": self.desk, "spec": job.spec}
        for article in job.articles:
            name = node_name(article, self.config)
            if self.whole:
                yield ArticleItem.from_parent(self, name=name, article=article, **handed)
            else:
                yield ArticleCollector.from_parent(self, name=name, article=article, own=own, **handed)
        yield SpecItem.from_parent(self, name="spec", elsewhere=own, **handed)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 a node's signature
        if isinstance(excinfo.value, SpecError):
            return Messages(excinfo.value.problems)
        return super().repr_failure(excinfo)


class ArticleCollector(pytest.Collector):
    """An article: a test for each fact of its spec."""

    def __init__(self, *, article: str, **kw: Any) -> None:
        super().__init__(name=kw.pop("name"), parent=kw.pop("parent"))
        self.article, self.handed = article, kw

    def collect(self) -> Iterator[pytest.Item]:
        for fact in self.handed["spec"].facts:
            yield FactItem.from_parent(self, name=escaped(fact.id), article=self.article, fact=fact, **self.handed)


class Check(pytest.Item):
    """What every test of a spec shares: how it shows a failure, and what it tells the closing section."""

    def __init__(self, *, desk: Examinations, spec: Spec, **kw: Any) -> None:
        super().__init__(**kw)
        self.desk, self.spec = desk, spec
        self.rows: list[Row] = []
        self.notes: list[str] = []
        self.found: list[Packed] = []
        self.faults: list[Problem] = []

    @property
    def place(self) -> Place:
        """Where a failure stands that has no place of its own."""
        return Place(self.spec.path, 1, 1)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.place.line - 1, f"{self.name} of {visible(self.spec.event) or self.path.name}"

    def setup(self) -> None:
        """Forgets what an earlier run of the same test left behind."""
        self.rows, self.notes, self.found, self.faults = [], [], [], []
        self.user_properties.clear()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        failure = as_failure(excinfo.value)
        if failure:
            brief = self.config.getoption("tbstyle", "auto") == "line"
            return in_one_line(failure, excinfo) if brief else represented(failure, excinfo)
        excinfo.traceback = excinfo.traceback.cut(path=__file__)  # a fault of factspec itself, without the way that led to it
        return super().repr_failure(excinfo, style)

    def amend(self, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
        """Adds what the closing section needs, and corrects a place that pytest would otherwise seek in this module."""
        if call.when == "call" or report.failed:
            vars(report)["factspec"] = ([tuple(row) for row in self.rows], self.notes)
            if self.desk.derived:
                vars(report)["factspec_found"] = (self.found, list(map(packed_problem, self.faults)))
        if not call.excinfo:
            return
        if isinstance(call.excinfo.value, pytest.skip.Exception):
            path, line, _ = self.location
            report.longrepr = (path, (line or 0) + 1, f"Skipped: {call.excinfo.value.msg}")
        elif call.when != "call":
            report.longrepr = self.repr_failure(call.excinfo)

    def asked(self, article: str, facts: Sequence[Fact]) -> list[Outcome]:
        """What the article says of the facts; an article that cannot be read is an error of each of them."""
        try:
            return [self.desk.outcome(self.spec, article, fact) for fact in facts]
        except FactspecError as error:
            self.faults += error.problems
            reason = "; ".join(problem.message for problem in error.problems)
            for fact in facts:
                self.note(Finding(fact, article, Verdict.ERROR, reason), fails=True, waived=False)
            raise Unread(FactFailure.of(error.problems, Place(article, 1, 1))) from None

    def failure(self, outcome: Outcome, waiver: Waiver | None) -> FactFailure | None:
        """What is wrong with a finding, after it was noted for the closing section; None where it passes or is waived."""
        finding = outcome.finding
        waived = self.desk.policy.in_force(waiver) and waivable(finding)
        fails = not waived and (not passes(finding, self.desk.policy.strict) or self.warns(outcome))
        self.note(waived_by(finding, waiver) if waived and waiver else finding, fails=fails, waived=waived)
        if not fails:
            return None
        said = self.desk.said_of(waiver, self.spec, finding) if waiver else []
        self.notes += said
        return shown(outcome, said)

    def note(self, finding: Finding, *, fails: bool, waived: bool) -> None:
        row = Row.of(self.spec.path, finding, fails=fails, waived=waived)
        self.rows.append(row)
        if self.desk.derived:
            self.found.append(packed(self.spec.path, finding))
        self.user_properties += properties(finding, row.column)

    def warns(self, outcome: Outcome) -> bool:
        """Warns of a vague finding at the article's line; True where the user made warnings errors."""
        finding = outcome.finding
        if not is_warning(finding):
            return False
        warning = FactspecWarning(f"{visible(finding.fact.id)}: {says(finding)} ({visible(finding.reason)})")
        warning.excerpt = outcome.lines[1].strip() if finding.evidence else ""
        try:
            warnings.warn_explicit(warning, None, visible(finding.article), where(finding).line)
        except FactspecWarning:
            return True
        return False


class FactItem(Check):
    """A fact in an article."""

    outcome: Outcome  # from setup to teardown

    def __init__(self, *, article: str, fact: Fact, own: frozenset[Place], **kw: Any) -> None:
        """`own` are the places of waivers that no other article needs; such a one must be needed here."""
        super().__init__(**kw)
        self.article, self.fact = article, fact
        self.waiver = self.desk.waiver(self.spec, article, fact)
        self.must_fail = self.waiver is not None and self.waiver.place in own
        for tag in fact.tags:
            tagged(self, tag)
        if self.must_fail:
            self.expect_failure()

    @property
    def place(self) -> Place:
        return self.fact.place

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.place.line - 1, f"{visible(self.fact.id)} in {visible(self.article)}"

    def expect_failure(self) -> None:
        reason = accepted(self.waiver) if self.waiver else ""
        if not self.must_fail and not self.rows[-1].waived:
            reason = str(Qualifier.BASELINE)  # a plain text: it travels to another process
        self.add_marker(pytest.mark.xfail(reason=reason, strict=True, raises=FactFailure))

    def setup(self) -> None:
        super().setup()
        (self.outcome,) = self.asked(self.article, [self.fact])

    def runtest(self) -> None:
        failure = self.failure(self.outcome, self.waiver)
        if failure:
            raise failure
        if self.rows[-1].waived or self.outcome.finding.qualifier is Qualifier.BASELINE:
            self.expect_failure()
            raise shown(self.outcome)
        if not self.must_fail:
            self.skip_where_nothing_was_asked(self.outcome.finding)

    def skip_where_nothing_was_asked(self, finding: Finding) -> None:
        if finding.verdict is Verdict.NOT_APPLICABLE:
            pytest.skip(f"not applicable: {visible(finding.reason)}")
        if not self.fact.checked:
            pytest.skip("not checked: the spec says so")

    def amend(self, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
        if call.when == "call" and self.waiver and self.must_fail and not call.excinfo:
            self.notes += self.desk.said_of(self.waiver, self.spec, self.outcome.finding)
            report.longrepr = "\n".join(self.notes) if report.failed else report.longrepr
        super().amend(report, call)

    def teardown(self) -> None:
        vars(self).pop("outcome", None)


class ArticleItem(Check):
    """An article with all facts of its spec, for corpora in which a test for each of them would be too many."""

    def __init__(self, *, article: str, **kw: Any) -> None:
        super().__init__(**kw)
        self.article = article

    @property
    def place(self) -> Place:
        return Place(self.article, 1, 1)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"all facts in {visible(self.article)}"

    def setup(self) -> None:
        super().setup()
        self.outcomes = self.asked(self.article, self.spec.facts)

    def runtest(self) -> None:
        waivers = [self.desk.waiver(self.spec, self.article, fact) for fact in self.spec.facts]
        failures = [self.failure(outcome, waiver) for outcome, waiver in zip(self.outcomes, waivers, strict=True)]
        found = [failure for failure in failures if failure]
        if found:
            raise joined(found)

    def teardown(self) -> None:
        vars(self).pop("outcomes", None)


class SpecItem(Check):
    """The spec itself: its globs, examples and waivers, and facts whose words occur in no article."""

    def __init__(self, *, elsewhere: frozenset[Place], **kw: Any) -> None:
        """`elsewhere` are the places of waivers that a test of their own answers for."""
        super().__init__(**kw)
        self.elsewhere = elsewhere

    def runtest(self) -> None:
        problems = [p for p in self.desk.problems(self.spec) if p.warning or p.place not in self.elsewhere]
        self.notes = [notice(problem) for problem in problems]
        self.faults += problems
        wrong = [problem for problem in problems if not problem.warning]
        if wrong:
            raise FactFailure.of(wrong, self.place)


def shown(outcome: Outcome, beside: Iterable[str] = ()) -> FactFailure:
    """The failure that shows a finding, and what is to be said beside it."""
    finding, at = outcome.finding, where(outcome.finding)
    place, word = Place(finding.article, at.line, at.column), says(finding).partition(":")[0]
    return FactFailure([*outcome.lines, *beside], place, headline(finding), word)


def joined(failures: list[FactFailure]) -> FactFailure:
    """Several failures as one, at the place of the first."""
    first, *rest = failures
    lines = [*first.lines, *(line for failure in rest for line in ("", *failure.lines))]
    return FactFailure(lines, first.place, first.message + more(len(rest)), first.word)


# ---------------------------------------------------------------- names


def tagged(item: pytest.Item, tag: str) -> None:
    """Makes a tag a mark that `-m` finds, known to pytest so that `--strict-markers` accepts it."""
    name = re.sub(r"[^\w.-]", "_", tag).lstrip("_")
    item.extra_keyword_matches.add(tag)
    if name and name not in MEANT_FOR_PYTEST:
        line = f"{name}: a tag of facts"
        if line not in item.config.getini("markers"):
            item.config.addinivalue_line("markers", line)
        item.add_marker(getattr(pytest.mark, name))
