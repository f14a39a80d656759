"""The report `concise`: one line a finding, `path:line:column: verdict fact: reason`, as compilers and linters write it.

An omission and an article that could not be read have no place of their own and stand at line 1, column 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.model import Finding
from factspec.report.closing import closing
from factspec.report.full import STYLES
from factspec.report.look import PLAIN, Look, visible
from factspec.result import Result, is_warning, passes

__all__ = ["concise"]


def concise(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A line for each finding that fails or, where warnings are wanted, is vague; then the closing lines."""
    for checked in result.articles:
        for finding in checked.findings:
            if not passes(finding, result.strict) or (is_warning(finding) and look.warnings):
                yield _line(finding, look) + "\n"
    yield from closing(result, look)


def _line(finding: Finding, look: Look) -> str:
    line, column = (finding.evidence[0].line, finding.evidence[0].column) if finding.evidence else (1, 1)
    verdict = look.paint(finding.verdict, STYLES.get(finding.verdict, "bold"))
    return f"{visible(finding.article)}:{line}:{column}: {verdict} {visible(finding.fact.id)}: {visible(finding.reason)}"
