"""The report `github`: what `concise` says, and below it workflow commands that GitHub shows as annotations of a pull request.

GitHub takes ten errors and ten warnings of a step and drops the rest without a word; so the worst are said, and the last of
the ten counts what is left out. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factspec.report.annotation import Annotation, Level, of_article, of_problem
from factspec.report.closing import closing
from factspec.report.concise import concise_lines
from factspec.report.look import PLAIN, Look, visible
from factspec.report.worst import Worst, counted
from factspec.result import Result

__all__ = ["github"]

SHOWN = 10  # annotations of a level and step
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """A line for each finding, as they come; then the annotations, the worst first, and the closing lines."""
    worst: Mapping[Level, Worst[Annotation]] = {"error": Worst(SHOWN), "warning": Worst(SHOWN)}
    for checked in result.articles:
        yield from concise_lines(checked, result.strict, look)
        for one in of_article(checked, strict=result.strict, warnings=look.warnings):
            worst[one.level].add(one.rank, one.rule, one)
    for problem in result.problems:
        if look.warnings or not problem.warning:
            one = of_problem(problem)
            worst[one.level].add(one.rank, one.rule, one)
    for level, ten in worst.items():
        yield from map(_command, ten)
        if rest := counted(ten.rest()):
            yield f"::{level} title=factspec::{rest.translate(_DATA)}. The log of this step has them all.\n"
    yield from closing(result, look)


def _command(one: Annotation) -> str:
    properties = {"file": visible(one.path), **(_region(one) if one.path else {}), "title": one.title}
    said = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items() if value)
    message = "\n".join(one.lines).translate(_DATA)
    return f"::{one.level} {said}::{message}\n"


def _region(one: Annotation) -> dict[str, int]:
    """Lines and columns; GitHub takes columns only where both ends are on one line, the last one inclusive."""
    (line, column), (end_line, end_column) = one.start, one.end
    if line != end_line:
        return {"line": line, "endLine": end_line}
    return {"line": line, "endLine": line, "col": column, "endColumn": max(end_column - 1, column)}
