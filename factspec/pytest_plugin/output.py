"""Reports of a test session: `--factspec-output FORMAT=FILE` writes what `factspec check --output-format FORMAT` would.

What is read: the findings of the tests that ran, in whatever process, and at the end each article once more for a report, so
that no text is held. What is not: tests that did not run; a report says how much was examined.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

import pytest

from factspec.article import Article
from factspec.errors import FactspecError, Problem
from factspec.model import Evidence, Fact, Finding, Place, Qualifier, Verdict
from factspec.pytest_plugin.examining import Examinations
from factspec.readers import read
from factspec.report import PLAIN, REPORTS
from factspec.report.destination import destination
from factspec.report.look import notice
from factspec.result import Checked, Counts, Result
from factspec.run import NOTHING, groups

__all__ = ["Output", "Written", "asked", "packed", "packed_problem"]


FINISHED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)


@dataclass(frozen=True, slots=True)
class Written:
    """A report to write: its format and the path of its file."""

    format: str
    path: str


def asked(values: Iterable[str]) -> list[Written]:
    """What `--factspec-output` asks for; raises pytest.UsageError for what is no FORMAT=FILE."""
    found = []
    for value in values:
        format_, _, path = value.partition("=")
        if format_ not in REPORTS or not path:
            expected = f"expected FORMAT=FILE, with a format of {', '.join(REPORTS)}"
            raise pytest.UsageError(f"--factspec-output {value}: {expected}")
        found.append(Written(format_, path))
    return found


Packed = dict[str, Any]


def packed(spec: str, finding: Finding) -> Packed:
    """A finding as it travels between processes: plain values, and the fact by its id."""
    return {
        "spec": spec,
        "fact": finding.fact.id,
        "article": finding.article,
        "verdict": str(finding.verdict),
        "reason": finding.reason,
        "found": finding.found,
        "qualifier": str(finding.qualifier) if finding.qualifier else None,
        "evidence": [list(asdict(place).values()) for place in finding.evidence],
        "derivation": list(finding.derivation),
    }


def packed_problem(problem: Problem) -> list[Any]:
    """A problem in the same way."""
    place = list(problem.place) if problem.place else None
    return [problem.code, problem.message, place, problem.help, problem.warning]


class Output:
    """The hooks that gather the findings and problems of a session and write them; a session without reports has none of them."""

    def __init__(self, wanted: list[Written], desk: Examinations) -> None:
        self._wanted, self._desk = wanted, desk
        self._findings: dict[tuple[str, str, str], Packed] = {}
        self._problems: dict[Problem, None] = {}
        desk.derived = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what a test found, in whatever process; of a test that ran again, the last."""
        findings, problems = getattr(report, "factspec_found", ((), ()))
        for one in findings:
            self._findings[one["spec"], one["article"], one["fact"]] = one
        for code, message, place, help_, warning in problems:
            self._problems[Problem(code, message, Place(*place) if place else None, help_, warning)] = None

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Writes the reports, each whole or not at all. Where the session was broken off an older report stays as it was."""
        config = session.config
        if exitstatus not in FINISHED or config.getoption("collectonly") or hasattr(config, "workerinput"):
            return
        try:
            for one in self._wanted:
                with destination(one.path) as file:
                    file.writelines(REPORTS[one.format](self._result(), PLAIN))
        except FactspecError as error:
            raise pytest.UsageError("\n".join(map(notice, error.problems))) from None

    def _result(self) -> Result:
        """The session as a result that reads its articles anew; what follows the order of the specs, not of the tests."""
        counts = Counts()
        found, strict = list(self._found()), self._desk.policy.strict
        facts = {(spec, fact.id): fact for _, of_article in found for spec, fact, _ in of_article}
        counts.specs, counts.articles = len({spec for spec, _ in facts}), len(found)
        counts.facts = sum(fact.checked for fact in facts.values())
        for _, of_article in found:
            for _, _, finding in of_article:
                counts.add(finding, strict)
        nothing = [] if counts.examined else [NOTHING]
        articles = (Checked(path, tuple(f for _, _, f in of_article), _article(path)) for path, of_article in found)
        return Result(articles, [*self._problems, *nothing], counts, strict)

    def _found(self) -> Iterator[tuple[str, list[tuple[str, Fact, Finding]]]]:
        for specs, paths in groups(self._desk.jobs.values()):
            for path in paths:
                keys = [(spec.path, path, fact) for spec in specs for fact in spec.facts]
                these = [(spec, fact, self._findings.get((spec, path, fact.id))) for spec, path, fact in keys]
                if findings := [(spec, fact, _unpacked(fact, one)) for spec, fact, one in these if one]:
                    yield path, findings


def _unpacked(fact: Fact, one: Packed) -> Finding:
    finding = Finding(fact, one["article"], Verdict(one["verdict"]), one["reason"], one["found"])
    return replace(
        finding,
        qualifier=Qualifier(one["qualifier"]) if one["qualifier"] else None,
        evidence=tuple(Evidence(*place) for place in one["evidence"]),
        derivation=tuple(one["derivation"]),
    )


def _article(path: str) -> Article | None:
    try:
        return read(path)
    except FactspecError:
        return None
