"""A fact that is a day, a month, a year or a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factspec.binding.dates import bind_dates
from factspec.binding.frame import near_the_article
from factspec.binding.pattern import anchor_patterns
from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Node, text
from factspec.fields.days import PERIOD, DayError, period, said
from factspec.kinds.comparing import compare_date, widen
from factspec.kinds.judging import Judged, Judgement, add_up
from factspec.kinds.kind import Kind
from factspec.model import Comparison, DateMention, DateRange, Fact

__all__ = ["KIND"]

PRECISIONS = {"day": 1, "month": 31, "year": 366}
"""How many days a value of that precision spans at most."""


def read(value: Node, others: Mapping[str, Node]) -> DateRange:
    try:
        days = period(text(value))
    except DayError as error:
        raise SpecError(value.problem(error.code, str(error), error.help)) from None
    precision = others.get("precision")
    if precision and (days.last - days.first).days >= PRECISIONS.get(str(precision.content), 9999):
        found = f"{precision.content} is finer than the value, {said(days)}"
        raise SpecError(precision.problem("FS035", found, "a precision is as coarse as the value, or coarser"))
    return days


def judge(number: int, fact: Fact, scene: Scene) -> Judgement:
    """Compare every date bound to the fact with its value, over all readings; a weekday that does not fit its date differs."""
    value = fact.value
    assert isinstance(value, DateRange)  # noqa: S101 the kind's own reader made it
    wanted = widen(value, fact.precision)
    recent = near_the_article(scene, value.first)
    rows = []
    for bound in bind_dates(number, fact, scene):
        mention = bound.mention
        assert isinstance(mention, DateMention)  # noqa: S101 the binder of dates binds nothing else
        comparison, reading = compare_date(wanted, mention)
        rows.append(_weigh(scene, value, Judged(bound, comparison, said(reading)), reading, recent))
    return add_up(scene, fact.expected, rows)


def _weigh(scene: Scene, value: DateRange, row: Judged, reading: DateRange, recent: bool) -> Judged:
    """A weekday that its date has not differs; a date long before a story about recent things is background, unless it is the
    fact's own day and month in another year.
    """
    mention = row.bound.mention
    assert isinstance(mention, DateMention)  # noqa: S101
    if mention.weekday is not None and reading.first == reading.last and reading.first.weekday() != mention.weekday:
        if row.comparison is Comparison.AGREES:
            return replace(row, comparison=Comparison.DIFFERS, meaning=f"{row.meaning}, no {_WEEKDAYS[mention.weekday]}")
    if row.comparison is not Comparison.DIFFERS or not row.bound.strong or not recent:
        return row
    same_day = (reading.first.month, reading.first.day) == (value.first.month, value.first.day)
    if same_day or any(near_the_article(scene, r.first) or near_the_article(scene, r.last) for r in mention.readings):
        return row
    rules = (*row.bound.rules, "X3 long before the article: background")
    return replace(row, bound=replace(row.bound, strong=False, rules=rules))


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


KIND = Kind(
    name="date",
    summary="when something happened: a day, a month, a year or a period",
    read=read,
    say=said,
    keys=("of", "precision"),
    needs=("about", "of"),
    patterns=anchor_patterns,
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
