"""The reports `json` and `jsonl`, format 1 (docs/json.md): every finding, those that pass included.

Offsets are 0-based code points of the article's original file, lines and columns 1-based. The text is ASCII, with other
characters as JSON escapes: it survives every encoding, and nothing obeys what is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factspec.errors import Problem
from factspec.model import Finding, Qualifier, Verdict
from factspec.report.encoding import encoded
from factspec.report.look import PLAIN, Look
from factspec.result import Checked, Counts, Result

__all__ = ["FORMAT", "finding_row", "json_document", "json_lines", "problem_row", "summary"]

FORMAT = 1


def json_document(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """One JSON object, with a line for each finding."""
    yield f'{{"format": {FORMAT},\n"findings": ['
    between = "\n"
    for checked in result.articles:
        for finding in checked.findings:
            yield between + encoded(finding_row(finding, version(checked)))
            between = ",\n"
    problems = [problem_row(problem) for problem in result.problems]
    yield f'\n],\n"problems": {encoded(problems)},\n"summary": {encoded(summary(result))}}}\n'


def json_lines(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A JSON object for each finding on a line of its own, and a last line with `format`, `problems` and `summary`."""
    for checked in result.articles:
        yield "".join(encoded(finding_row(finding, version(checked))) + "\n" for finding in checked.findings)
    problems = [problem_row(problem) for problem in result.problems]
    yield encoded({"format": FORMAT, "problems": problems, "summary": summary(result)}) + "\n"


def version(checked: Checked) -> str | None:
    """Which version of an article was judged; None where it could not be read."""
    return checked.article.version if checked.article else None


def finding_row(finding: Finding, version: str | None = None) -> dict[str, Any]:
    """A finding as JSON has it; `version` is that of its article."""
    fact = finding.fact
    return {
        "spec": fact.place.path,
        "fact": fact.id,
        "kind": fact.kind,
        "article": finding.article,
        "version": version,
        "verdict": finding.verdict,
        "qualifier": finding.qualifier,
        "required": fact.required,
        "expected": fact.expected,
        "found": finding.found,
        "reason": finding.reason,
        "evidence": [
            {"start": place.start, "end": place.end, "line": place.line, "column": place.column, "text": place.text}
            for place in finding.evidence
        ],
        "derivation": finding.derivation,
    }


def problem_row(problem: Problem) -> dict[str, Any]:
    """A problem as JSON has it; `path`, `line` and `column` are null where it has no place."""
    path, line, column = problem.place or (None, None, None)
    return {
        "code": problem.code,
        "message": problem.message,
        "help": problem.help,
        "warning": problem.warning,
        "path": path,
        "line": line,
        "column": column,
    }


def summary(result: Result) -> dict[str, Any]:
    """The counts of a finished result."""
    counts: Counts = result.counts
    return {
        "ok": result.ok,
        "strict": result.strict,
        "specs": counts.specs,
        "articles": counts.articles,
        "facts": counts.facts,
        "examined": counts.examined,
        "failed": counts.failed,
        **{verdict.replace(" ", "_"): counts.verdicts[verdict] for verdict in Verdict},
        "omitted_required": counts.omitted_required,
        **{qualifier.replace(" ", "_"): counts.qualifier(qualifier) for qualifier in Qualifier},
        "unchecked": counts.unchecked,
    }
