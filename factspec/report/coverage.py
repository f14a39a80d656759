"""What `factspec coverage` prints: for people, the values that no fact vouches for; for programs, every value.

What is shown: values, states and shares. What is not: how they were found (see `factspec.coverage`), files and the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from factspec.coverage import Covered, Sort, State, Total, Value, floored, share
from factspec.report.closing import plural
from factspec.report.encoding import encoded
from factspec.report.look import PLAIN, Look, notice, visible
from factspec.report.structured import problem_row

__all__ = ["COVERAGE_REPORTS", "coverage_full", "coverage_json"]

FORMAT = 1


def coverage_full(articles: Iterable[Covered], total: Total, look: Look = PLAIN) -> Iterator[str]:
    """A line for each value that is not vouched for, one for each article, then the shares by sort and in total."""
    for covered in articles:
        total.add(covered)
        yield from (f"{_line(covered.path, value, look)}\n" for value in covered.values if value.state is not State.VOUCHED)
        heading = look.paint(visible(covered.path), "bold")
        yield f"{heading}: {_shares(covered.vouched, len(covered.values))}\n\n"
    total.close()
    wanted = (problem for problem in total.problems if look.warnings or not problem.warning)
    yield from (f"{look.paint(notice(problem), 'yellow' if problem.warning else 'red')}\n" for problem in wanted)
    yield from (f"{sort:<10} {_shares(total.vouched[sort], total.values[sort])}\n" for sort in Sort if total.values[sort])
    said = _shares(total.vouched.total(), total.values.total())
    yield f"{plural(total.articles, 'article') or 'no article'}: {said}\n"


def _line(path: str, value: Value, look: Look) -> str:
    place = value.places[0]
    at = look.paint(f"{visible(path)}:{place.line}:{place.column}:", "bold")
    meaning = f" ({visible(value.meaning)})" if value.meaning and value.meaning != place.text else ""
    again = f", and {plural(len(value.places) - 1, 'other place')}" if len(value.places) > 1 else ""
    disputed = f": {look.paint('disputed', 'bold red')} by {visible(', '.join(id_ for _, id_ in value.facts))}"
    return f"{at} {value.sort} “{visible(place.text)}”{meaning}{again}{disputed if value.state is State.DISPUTED else ''}"


def _shares(vouched: int, values: int) -> str:
    if not values:
        return "no checkable value"
    return f"{vouched} of {plural(values, 'value')} vouched for ({floored(share(vouched, values))} %)"


def coverage_json(articles: Iterable[Covered], total: Total, look: Look = PLAIN) -> Iterator[str]:
    """One JSON object, with a line for each article: every value with its state, facts and places."""
    yield f'{{"format": {FORMAT},\n"articles": ['
    between = "\n"
    for covered in articles:
        total.add(covered)
        yield between + encoded(_article_row(covered))
        between = ",\n"
    total.close()
    problems = [problem_row(problem) for problem in total.problems]
    yield f'\n],\n"problems": {encoded(problems)},\n"summary": {encoded(_summary(total))}}}\n'


def _article_row(covered: Covered) -> dict[str, Any]:
    numbers = {"vouched": covered.vouched, "checkable": len(covered.values)}
    percent = round(share(covered.vouched, len(covered.values)), 4)
    return {"article": covered.path, **numbers, "percent": percent, "values": [_value_row(value) for value in covered.values]}


def _value_row(value: Value) -> dict[str, Any]:
    return {
        "sort": value.sort,
        "text": value.places[0].text,
        "meaning": value.meaning,
        "state": value.state,
        "facts": [{"spec": spec, "fact": id_} for spec, id_ in value.facts],
        "places": [{"start": p.start, "end": p.end, "line": p.line, "column": p.column, "text": p.text} for p in value.places],
    }


def _summary(total: Total) -> dict[str, Any]:
    return {
        "articles": total.articles,
        "ok": total.ok,
        "vouched": total.vouched.total(),
        "checkable": total.values.total(),
        "percent": round(total.share, 4),
        "minimum": total.minimum,
        "minimum_each": total.each,
        "sorts": {sort: {"vouched": total.vouched[sort], "checkable": total.values[sort]} for sort in Sort},
    }


CoverageReport = Callable[[Iterable[Covered], Total, Look], Iterator[str]]
COVERAGE_REPORTS: Mapping[str, CoverageReport] = {"full": coverage_full, "json": coverage_json}
