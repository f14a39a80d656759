"""The report `csv`: a row for each finding, those that pass too, for a spreadsheet.

What a spreadsheet would take for a formula is made text by an apostrophe in front, as it takes text itself. The lines end with
a line feed and the text is UTF-8 without a mark of it. What is not there: problems of the run and the derivation.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from factspec.model import Finding
from factspec.report.look import PLAIN, Look, visible
from factspec.result import Result, is_warning, passes

__all__ = ["COLUMNS", "csv_rows"]

COLUMNS = (
    "outcome",
    "verdict",
    "qualifier",
    "article",
    "line",
    "column",
    "fact",
    "kind",
    "severity",
    "required",
    "expected",
    "found",
    "reason",
    "statement",
    "spec",
)
_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20|])")
"""Where a cell begins that would be computed; a semicolon begins one where the program expects that between cells."""


def csv_rows(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """The heading, then the rows of each article as it is read."""
    yield _rows([COLUMNS])
    for checked in result.articles:
        yield _rows(_row(finding, result.strict) for finding in checked.findings)


def _row(finding: Finding, strict: bool) -> list[str]:
    fact = finding.fact
    place = [str(finding.evidence[0].line), str(finding.evidence[0].column)] if finding.evidence else ["1", "1"]
    texts = [
        _outcome(finding, strict), finding.verdict, finding.qualifier or "", finding.article, *place, fact.id, fact.kind,
        fact.severity, "yes" if fact.required else "no", fact.expected, finding.found, finding.reason, fact.statement,
        str(fact.place),
    ]  # fmt: skip
    return [_cell(text) for text in texts]


def _outcome(finding: Finding, strict: bool) -> str:
    if not passes(finding, strict):
        return "fails"
    return "warns" if is_warning(finding) else "passes"


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1\2'", visible(text))


def _rows(rows: Iterator[list[str]] | list[tuple[str, ...]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
