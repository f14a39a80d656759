"""The report `markdown`: a comment on a pull request, or the summary of a job.

What is said: whether all agreed, how much was examined, and a table of what fails or warns, the worst first. The whole stays
below the 65,536 characters of a comment on GitHub (a summary may have a megabyte); what does not fit is counted. Foreign text
stands in `<code>` with its punctuation as entities: no markup, link, mention or image can come of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factspec.report.annotation import Annotation, brief, of_article, of_problem
from factspec.report.closing import agreement, tally
from factspec.report.look import PLAIN, Look
from factspec.report.worst import Worst, counted
from factspec.result import Result

__all__ = ["LONGEST", "markdown"]

LONGEST = 65_000
"""Bytes of the whole, so that it fits a comment by characters and by bytes."""
ROWS = 1000
CELL = 200  # code points of a text in the table
_HEAD = "| | where | fact | expected | found | why |\n|---|---|---|---|---|---|\n"
_MARKUP = re.compile(r"[^\w /,.-]|_|(?<=www)\.", re.IGNORECASE | re.ASCII)


def markdown(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """The whole as one piece, because it begins with how all of it ended."""
    worst: Worst[Annotation] = Worst(ROWS)
    for checked in result.articles:
        for one in of_article(checked, strict=result.strict, warnings=look.warnings):
            worst.add(one.rank, one.rule, one)
    for problem in result.problems:
        if look.warnings or not problem.warning:
            one = of_problem(problem)
            worst.add(one.rank, one.rule, one)
    head = f"## factspec: {agreement(result)}\n\n{tally(result.counts)}\n"
    rows = _fitting(worst, LONGEST - len(head.encode()) - len(_HEAD) - _longest_rest(worst.sorts))
    rest = counted(worst.rest(len(rows)))
    yield head + (f"\n{_HEAD}{''.join(rows)}" if rows else "") + (f"\n… {rest}.\n" if rest else "")


def _longest_rest(sorts: Counter[str]) -> int:
    return len(counted(sorts)) + 10


def _fitting(worst: Worst[Annotation], room: int) -> list[str]:
    """As many rows, the worst first, as have room, in bytes."""
    rows: list[str] = []
    for one in worst:
        row = _row(one)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    return rows


def _row(one: Annotation) -> str:
    where = f"{_code(one.path)}:{one.start[0]}" if one.path else ""
    if one.finding:
        finding = one.finding
        texts = [_code(text) for text in (finding.fact.id, finding.fact.expected, finding.found, finding.reason)]
    else:
        texts = ["", "", "", _code(" · ".join(one.lines))]
    return f"| {' | '.join([f'**{one.rule}**', where, *texts])} |\n"


def _code(text: str) -> str:
    shown = brief(text, CELL).strip()
    return f"<code>{_MARKUP.sub(_entity, shown)}</code>" if shown else ""


def _entity(mark: re.Match[str]) -> str:
    character = mark[0]
    return f"&#{ord(character)};" if character.isascii() else character
