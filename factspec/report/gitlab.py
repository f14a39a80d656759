"""The report `gitlab`: a Code Quality report, which GitLab shows beside the lines of a merge request.

What is said: each finding that fails or warns, and each problem, as GitLab's documentation of the format has it
(https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). What is not: what agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from factspec.report.annotation import Annotation, of_article, of_problem
from factspec.report.encoding import encoded
from factspec.report.look import PLAIN, Look, visible
from factspec.result import Result

__all__ = ["gitlab"]

FAILING = {"critical": "blocker", "high": "critical", "low": "minor"}  # by the fact's severity; else "major"
WARNING = "info"
NOWHERE = "."  # GitLab wants a path of what is about the run as a whole


def gitlab(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A JSON array with a line for each remark, written as the articles are read."""
    yield "["
    between = "\n"
    for one in _annotations(result, look):
        yield between + encoded(_row(one))
        between = ",\n"
    yield "\n]\n"


def _annotations(result: Result, look: Look) -> Iterator[Annotation]:
    each = (of_article(checked, strict=result.strict, warnings=look.warnings) for checked in result.articles)
    yield from chain.from_iterable(each)
    yield from (of_problem(problem) for problem in result.problems if look.warnings or not problem.warning)


def _row(one: Annotation) -> dict[str, Any]:
    severity = one.finding.fact.severity if one.finding else ""
    return {
        "description": f"{one.title}: {' · '.join(one.lines)}",
        "check_name": f"factspec/{one.rule}",
        "fingerprint": one.fingerprint,
        "severity": WARNING if one.level == "warning" else FAILING.get(severity, "major"),
        "location": {"path": visible(one.path) or NOWHERE, "lines": {"begin": one.start[0], "end": one.end[0]}},
    }
