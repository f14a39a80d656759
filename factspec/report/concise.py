"""The report `concise`: one line a finding, `path:line:column: verdict fact: reason`, as compilers and linters write it.

An omission and an article that could not be read have no place of their own and stand at line 1, column 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.model import Finding
from factspec.report.closing import closing
from factspec.report.look import PLAIN, STYLES, Look, visible
from factspec.report.overview import Overview
from factspec.result import Checked, Result, is_warning, passes

__all__ = ["concise", "concise_lines"]


def concise(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A line for each finding that fails or, where warnings are wanted, is vague; then a table and the closing lines."""
    overview = Overview(result.strict)
    for checked in result.articles:
        overview.add(checked)
        yield from concise_lines(checked, result.strict, look)
    table = list(overview.lines(look))
    yield from ["\n", *table] if table else []
    yield from closing(result, look)


def concise_lines(checked: Checked, strict: bool, look: Look = PLAIN) -> Iterator[str]:
    """The lines of one article."""
    for finding in checked.findings:
        if not passes(finding, strict) or (is_warning(finding) and look.warnings):
            yield _line(finding, look) + "\n"


def _line(finding: Finding, look: Look) -> str:
    line, column = (finding.evidence[0].line, finding.evidence[0].column) if finding.evidence else (1, 1)
    verdict = look.paint(finding.verdict, STYLES.get(finding.verdict, "bold"))
    return f"{visible(finding.article)}:{line}:{column}: {verdict} {visible(finding.fact.id)}: {visible(finding.reason)}"
