"""The report `full`: every finding that fails or is vague, with its line, the evidence underlined, and the reason.

What is shown: what a person must look at. What is not: findings that pass, which are only counted, and the findings of an
article that could not be read, which are one problem.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.article import Article
from factspec.model import Evidence, Finding, Verdict
from factspec.report.closing import closing
from factspec.report.excerpt import excerpt
from factspec.report.look import PLAIN, STYLES, Look, visible
from factspec.report.overview import Overview
from factspec.result import Result, is_warning, passes

__all__ = ["STYLES", "finding_lines", "full", "quoted"]

PLACES = 3  # so many places of evidence are quoted; "n more" follows


def full(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A block for each finding worth a look, then a table of the facts that do not agree everywhere, and the closing lines."""
    overview = Overview(result.strict)
    for checked in result.articles:
        overview.add(checked)
        for finding in checked.findings:
            fails = not passes(finding, result.strict) and finding.verdict is not Verdict.ERROR
            if fails or (is_warning(finding) and look.warnings):
                yield "\n".join(_block(finding, checked.article, look, fails)) + "\n\n"
    yield from overview.lines(look)
    yield from closing(result, look)


def _block(finding: Finding, article: Article | None, look: Look, fails: bool) -> Iterator[str]:
    line, column = (finding.evidence[0].line, finding.evidence[0].column) if finding.evidence else (1, 1)
    verdict = look.paint(finding.verdict + ("" if fails else " (warning)"), STYLES.get(finding.verdict, "bold"))
    yield f"{look.paint(f'{visible(finding.article)}:{line}:{column}:', 'bold')} {verdict}: {visible(finding.fact.id)}"
    yield from finding_lines(finding, article, look)


def finding_lines(finding: Finding, article: Article | None, look: Look = PLAIN) -> Iterator[str]:
    """What stands below the heading of a finding: lines with the evidence underlined, what was expected, what found."""
    yield from quoted(finding.evidence, article, look, STYLES.get(finding.verdict, "bold"))
    rows = {
        "expected": finding.fact.expected,
        "found": finding.found,
        "reason": finding.reason,
        "fact": finding.fact.statement,
        "spec": str(finding.fact.place),
    }
    yield from (f"  {name:<9} {visible(text)}" for name, text in rows.items() if text)


def quoted(evidence: tuple[Evidence, ...], article: Article | None, look: Look, style: str) -> Iterator[str]:
    """The lines that the evidence is on, as a person reads them and numbered as in the file, each with carets below it."""
    if article is None:
        return
    for place in evidence[:PLACES]:
        gutter = f"{place.line:>5} | "
        text, carets = excerpt(*_line(article, place), look.width - len(gutter))
        yield gutter + text
        indent = len(carets) - len(carets.lstrip())
        yield " " * (len(gutter) - 2) + "| " + carets[:indent] + look.paint(carets[indent:], style)
    if len(evidence) > PLACES:
        yield f"      … {len(evidence) - PLACES} more"


def _line(article: Article, place: Evidence) -> tuple[str, int, int]:
    """The line of the article's text, without markup, that a place is on, and where on it the place begins and ends."""
    start = article.origin.where(place.start)
    first = article.text.rfind("\n", 0, start) + 1
    last = article.text.find("\n", start)
    return article.text[first : last if last >= 0 else None], start - first, start - first + len(place.text)
