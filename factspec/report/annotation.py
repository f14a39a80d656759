"""A finding or a problem as a remark at a place, the way that code hosts show it beside a line.

What is known: what fails or warns, how bad it is, and an identity that survives moved lines. What is not: the syntax of any
host. All text is harmless to a terminal, without line breaks, and short.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Finding, Verdict
from factspec.report.look import visible
from factspec.result import Checked, is_warning, passes

__all__ = ["Annotation", "Level", "brief", "of_article", "of_problem"]

Level = Literal["error", "warning"]

LONGEST = 500
"""Code points of a line of a message; a reason may quote much of an article."""
SEVERITIES = {"critical": 0, "high": 1, "normal": 2, "": 2, "low": 3}
VERDICTS = {Verdict.CONTRADICTED: 0, Verdict.OMITTED: 1, Verdict.VAGUE: 2}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark: `rule` is the verdict or the code of a problem, `path` as it is in the result, "" for the run as a whole.

    Lines and columns are 1-based, in code points, the end exclusive; an omission stands at the start of its article. `rank`
    sorts the worst first: failures, then by the fact's severity, then by verdict.
    """

    level: Level
    rule: str
    path: str
    start: tuple[int, int]
    end: tuple[int, int]
    title: str
    lines: tuple[str, ...]
    fingerprint: str
    rank: tuple[int, int, int]
    finding: Finding | None = None


def of_article(checked: Checked, *, strict: bool, warnings: bool) -> Iterator[Annotation]:
    """The remarks on an article. One that could not be read has none here: it is a problem of the run."""
    for finding in checked.findings:
        if finding.verdict is Verdict.ERROR:
            continue
        if not passes(finding, strict):
            yield _of_finding(finding, checked.article, "error")
        elif warnings and is_warning(finding):
            yield _of_finding(finding, checked.article, "warning")


def of_problem(problem: Problem) -> Annotation:
    """The remark that a problem of the run makes at its place."""
    path, line, column = problem.place or ("", 1, 1)
    return Annotation(
        "warning" if problem.warning else "error",
        problem.code,
        path,
        (line, column),
        (line, column),
        f"factspec {problem.code}",
        tuple(brief(text) for text in (problem.message, problem.help) if text),
        _fingerprint(problem.code, path, problem.message),
        (problem.warning, SEVERITIES[""], len(VERDICTS)),
    )


def _of_finding(finding: Finding, article: Article | None, level: Level) -> Annotation:
    fact = finding.fact
    start, end = _place(finding, article)
    return Annotation(
        level,
        str(finding.verdict),
        finding.article,
        start,
        end,
        f"{brief(fact.id)}: {finding.verdict}",
        _lines(finding),
        _fingerprint(fact.place.path, fact.id, finding.article),
        (level == "warning", SEVERITIES.get(fact.severity, 2), VERDICTS.get(finding.verdict, len(VERDICTS))),
        finding,
    )


def _place(finding: Finding, article: Article | None) -> tuple[tuple[int, int], tuple[int, int]]:
    if not finding.evidence:
        return (1, 1), (1, 1)
    first = finding.evidence[0]
    start = (first.line, first.column)
    return start, article.position(first.end) if article else start


def _lines(finding: Finding) -> tuple[str, ...]:
    found = f", found {brief(finding.found)}" if finding.found else ""
    return (
        f"expected {brief(finding.fact.expected)}{found}",
        *(brief(text) for text in (finding.reason, finding.fact.statement) if text),
        f"spec: {brief(str(finding.fact.place))}",
    )


def brief(text: str, longest: int = LONGEST) -> str:
    """The text on one harmless line of at most so many code points."""
    shown = visible(text[: longest + 1])
    return shown if len(text) <= longest and len(shown) <= longest else shown[: longest - 1] + "…"


def _fingerprint(*identity: str) -> str:
    """A hash of what a remark is about, without its place: the same when lines above it come and go."""
    return sha256("\0".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:32]
