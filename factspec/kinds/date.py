"""A fact that is a day, a month, a year or a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import chain

from factspec.binding.dates import bind_dates
from factspec.binding.other_times import near_the_article
from factspec.binding.pattern import Pattern, literal_patterns
from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Node, text
from factspec.fields.days import PERIOD, DayError, period, said
from factspec.kinds.comparing import compare_date, is_slip_of_an_end, widen
from factspec.kinds.date_doubts import at_the_head, days_apart, weigh
from factspec.kinds.judging import Judged, Judgement, add_up, literal_rows, weakened
from factspec.kinds.kind import Kind
from factspec.kinds.unanchored import day_patterns, days, tells_of_saying
from factspec.model import Bound, Comparison, DateMention, DateRange, Fact, Status
from factspec.recognisers.dates import find_dates

__all__ = ["KIND"]

PRECISIONS = {"day": 1, "month": 31, "year": 366}
"""How many days a value of that precision spans at most."""


def read(value: Node, others: Mapping[str, Node]) -> DateRange:
    try:
        days = period(text(value))
    except DayError as error:
        raise SpecError(value.problem(error.code, str(error), error.help, fix=error.fix)) from None
    precision = others.get("precision")
    if precision and (days.last - days.first).days >= PRECISIONS.get(str(precision.content), 9999):
        found = f"{precision.content} is finer than the value, {said(days)}"
        raise SpecError(precision.problem("FS035", found, "a precision is as coarse as the value, or coarser"))
    return days


def patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors, what `also` and `not` list, and the day itself."""
    assert isinstance(fact.value, DateRange)  # noqa: S101 the kind's own reader made it
    yield from literal_patterns(fact)
    yield from day_patterns(fact.value)


def judge(number: int, fact: Fact, scene: Scene) -> Judgement:
    """Compare every date bound to the fact with its value, over all readings; a weekday that does not fit its date differs.

    Without a dateline a date is read as if the article had appeared on each day of the week after the fact: what agrees, or
    differs, whichever it was, is sure; the rest is vague.
    """
    value = fact.value
    assert isinstance(value, DateRange)  # noqa: S101 the kind's own reader made it
    rows = literal_rows(number, scene)
    if scene.reading.article.dateline:
        rows += _rows(number, fact, value, scene)
        return add_up(scene, fact.expected, rows + list(days(number, fact, scene, rows)))
    week = [value.last + timedelta(days=n) for n in range(7)]
    readings = [_rows(number, fact, value, scene.dated(day)) for day in week if day.year < LAST_YEAR]
    return add_up(scene, fact.expected, rows + _in_every_reading(readings))


LAST_YEAR = 9999


def _rows(number: int, fact: Fact, value: DateRange, scene: Scene) -> list[Judged]:
    recent = near_the_article(scene, value.first)
    wanted = widen(value, fact.precision)
    bounds = [_looking_ahead(b, value, scene) for b in bind_dates(number, fact, scene, recent=recent)]
    compared = [at_the_head(scene, value, _compare(wanted, b, scene)) for b in bounds]
    rows = [weigh(number, scene, value, row, recent) for row in compared]
    if tells_of_saying(fact.statement):
        rows = [_said_is_done(row) for row in rows]
    limit = _limit(fact.statement)
    return [_unlike(row, limit) for row in rows] if limit else rows


def _said_is_done(row: Judged) -> Judged:
    """The date of a statement that is the fact: it supports, and accuses nobody."""
    if row.bound.status is not Status.SAID or row.comparison is not Comparison.AGREES:
        return row
    rules = (*row.bound.rules, "D17 the fact is that it was said")
    return replace(row, bound=replace(row.bound, status=Status.ASSERTED, rules=rules))


@lru_cache(maxsize=4096)
def _limit(statement: str) -> str:
    """The word that makes a statement's date a limit: "until", "by", "since"; "" where none does."""
    relations = [mention.relation for mention in find_dates(statement, None)]
    return next((r for r in relations if r in ("until", "by", "since")), "")


def _unlike(row: Judged, limit: str) -> Judged:
    """A day within a period accuses nobody of a wrong limit: "remain this morning" of "until Monday"."""
    mention = row.bound.mention
    if isinstance(mention, DateMention) and row.comparison is Comparison.DIFFERS and not _is_limit(mention.relation, limit):
        return weakened(row, f"X28 the fact’s date is a limit, “{limit}”, and this one is not")
    return row


def _is_limit(relation: str, limit: str) -> bool:
    """Whether a date is a limit of the same side: "until" and "by" both end."""
    return relation == limit or {relation, limit} == _ENDS


_ENDS = frozenset(("until", "by"))


def _looking_ahead(bound: Bound, value: DateRange, scene: Scene) -> Bound:
    """Of what is still to come, a forecast is a statement: "should be restored by 31 December"."""
    dateline = scene.reading.article.dateline
    if bound.status is Status.HYPOTHETICAL and dateline and value.last > dateline.day:
        return replace(bound, status=Status.ASSERTED, rules=(*bound.rules, "S2 a forecast of what is still to come"))
    return bound


def _in_every_reading(readings: list[list[Judged]]) -> list[Judged]:
    """One row for each mention: what all readings come to, else a weaker statement."""
    by_place: dict[tuple[int, int], list[Judged]] = {}
    for row in chain.from_iterable(readings):
        by_place.setdefault((row.bound.mention.start, row.bound.mention.end), []).append(row)
    return [_settled(rows) for _, rows in sorted(by_place.items())]


def _settled(rows: list[Judged]) -> Judged:
    first = min(rows, key=lambda r: r.bound.strong)
    if len({r.comparison for r in rows}) == 1:
        return first
    bound = replace(first.bound, rules=(*first.bound.rules, "T1 the article has no dateline: every reading counts"))
    return Judged(bound, Comparison.WEAKER, "on some day")


def _compare(value: DateRange, bound: Bound, scene: Scene) -> Judged:
    mention = bound.mention
    assert isinstance(mention, DateMention)  # noqa: S101 the binder of dates binds nothing else
    comparison, reading = compare_date(value, mention)
    if mention.rule == "circled" and comparison is Comparison.AGREES:
        comparison = Comparison.WEAKER
    written = scene.text[mention.start : mention.end]
    if comparison is Comparison.AGREES and not _is_its_weekday(mention, reading) and any(map(str.isdigit, written)):
        rule = f"W1 {said(reading)} is a {_WEEKDAYS[reading.first.weekday()]}"
        differs = replace(bound, rules=(*bound.rules, rule))
        return Judged(differs, Comparison.DIFFERS, f"{said(reading)}, no {_WEEKDAYS[mention.weekday or 0]}")
    if " and " not in written and is_slip_of_an_end(value, mention, reading):
        return Judged(
            replace(bound, rules=(*bound.rules, "W2 one end of the period is another")), Comparison.DIFFERS, said(reading)
        )
    if comparison is Comparison.DIFFERS and _is_counted(written, scene, reading) and days_apart(value, reading) == 1:
        rules = (*bound.rules, "T2 days counted back may be one off")
        return Judged(replace(bound, rules=rules), Comparison.WEAKER, said(reading))
    return Judged(bound, comparison, said(reading))


def _is_counted(written: str, scene: Scene, reading: DateRange) -> bool:
    """Whether a date is a week of days or more, counted from the dateline: "12 days ago" may count either end."""
    dateline = scene.reading.article.dateline
    return "days" in written.split() and dateline is not None and abs((dateline.day - reading.first).days) >= _COUNTED


_COUNTED = 7


def _is_its_weekday(mention: DateMention, reading: DateRange) -> bool:
    """Whether a reading falls on the weekday that was written, if it is a single day and one was."""
    return mention.weekday is None or reading.first != reading.last or reading.first.weekday() == mention.weekday


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


KIND = Kind(
    name="date",
    summary="when something happened: a day, a month, a year or a period",
    read=read,
    say=said,
    keys=("of", "precision"),
    needs=("about", "of"),
    patterns=patterns,
    judge=judge,
    family="date",
    schema={
        "value": {
            "description": "A day (2026-02-28, 28 February 2026), a month (2026-02), a year or a period (2026-02-28/2026-03-01).",
            "type": ["string", "integer"],
            "pattern": PERIOD,
            "minimum": 1000,
            "maximum": 9999,
        },
        "precision": {
            "description": "How exact an article must be: with `month`, one that gives the right month supports the fact.",
            "enum": list(PRECISIONS),
        },
    },
)
