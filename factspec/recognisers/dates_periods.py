"""Periods, their parts and pieces: "last week", "early 2026", "the third quarter of 2025", "the 1930s", "last summer".

Read: calendar units beside the dateline or beside the date told last, and what divides them. Not read: the quarters of a game,
the seasons as weather ("in the spring"), and decades of age or of temperature.
"""

from __future__ import annotations

from datetime import date, timedelta

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import PARTS, Readings, day, days
from factspec.recognisers.dates_days import is_month, is_name, month_of
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_words import NUMBERS, WEEKDAYS, number_of, spelt_year, word_set
from factspec.recognisers.dates_years import ANAPHORIC, STEP, past_and_future, recurring, year_of

__all__ = [
    "beside", "day_of_month", "decade_of_year", "fiscal_year", "month_alone", "nth_weekday", "part_of", "period_of",
    "piece_of", "quarter_alone", "quarter_of", "relative_period", "rest_of", "season_of", "the_weekend", "to_date",
    "turned", "unit_of", "year_end",
]  # fmt: skip


def unit_of(word: str) -> str:
    return "century" if word == "centuries" else word.removesuffix("s")


def period_of(p: Phrase) -> Readings:
    """The period named by the groups of the macro PERIOD."""
    if p["month"]:
        number, of_year = month_of(p), year_of(p)
        return (calendar.month(of_year, number),) if of_year is not None else recurring(p, lambda y: calendar.month(y, number))
    if p["alone"]:
        return (calendar.year(int(p["alone"])),)
    if p["wordy"]:
        return (calendar.year(spelt_year(p["wordy"])),)
    if p["decade"]:
        return _written_decade(int(p["decade"][:4]))
    if p["twos"] or p["tens"]:
        return _short_decade(p)
    if p["age"]:
        named = "Century" in p.words() and p.after()[:1].isupper()  # the film studio
        return () if named or p.after().lower() in {"bc", "bce", "b"} else calendar.century(int(number_of(p["age"])))
    return _relative(p, p["rel"], unit_of(p["unit"]))


def _written_decade(first: int) -> Readings:
    """ "the 1930s"; "the 1800s" are a century as well, and before 2000 a century rather."""
    whole = DateRange(date(first, 1, 1), date(first + 99, 12, 31))
    return (whole, calendar.decade(first)) if first % 100 == 0 and first < 2000 else (calendar.decade(first),)


def decade_of_year(p: Phrase) -> Readings:
    """ "the 1970's"."""
    number = int(p["alone"])
    return (calendar.decade(number),) if number % 10 == 0 else ()


_THERMOMETER = word_set("temperatures temperature highs lows degrees fahrenheit weather percentile")


def _short_decade(p: Phrase) -> Readings:
    """ "the '90s", "the nineties", "the nineteen seventies"; not "temperatures in the 90s", not "in her nineties"."""
    if p["cent"]:
        return (calendar.decade(100 * NUMBERS[p["cent"]] + NUMBERS[p["tens"]]),)
    tens = int(p["twos"][:2]) if p["twos"] else NUMBERS[p["tens"]]
    if p["tens"] == "tens" or (p.hangs and p.after() == "-") or p.near() & _THERMOMETER:
        return ()
    if tens in {0, 10}:
        return (calendar.decade(2000 + tens),)
    return (calendar.decade(1900 + tens), calendar.decade(2000 + tens)) if tens == 20 else (calendar.decade(1900 + tens),)


def _relative(p: Phrase, rel: str, unit: str) -> Readings:
    """ "last week", "this year", "the following month", "that day"."""
    step = STEP[rel]
    if rel == "next" and p["art"] and p.before().lower() in _DURING:
        return (days(p.today, calendar.shift(p.today, 1, unit)), calendar.period(unit, calendar.shift(p.today, 1, unit)))
    if rel in ANAPHORIC or unit == "day" or (rel == "next" and p["art"]):
        return _told(p, rel, unit, step)
    if unit == "weekend":
        return _weekend(p, rel)
    if unit == "century":
        return calendar.century(p.today.year // 100 + 1 + step)
    when = calendar.shift(p.today, step, unit)
    whole = (*_sunday_weeks(when),) if unit == "week" else (calendar.period(unit, when),)
    rolling = (days(p.today, when),) if step and unit != "quarter" else ()
    if unit == "fortnight" or (unit == "decade" and step):
        return (*rolling, *whole)[: 1 + (unit == "decade")]
    if rel in {"past", "coming"} and p.words()[:4].lower() != "this":
        return (*rolling, *whole)
    return (*whole, *rolling) if unit == "week" else whole


_DURING = frozenset({"in", "over", "within", "during", "for"})


def _sunday_weeks(of: date) -> Readings:
    """The week from Monday on that holds a day, and the one from Sunday on."""
    sunday = of - timedelta((of.weekday() + 1) % 7)
    return (calendar.week(of), DateRange(sunday, sunday + timedelta(6)))


def _told(p: Phrase, rel: str, unit: str, step: int) -> Readings:
    """Periods that count from the date told last, else from the dateline where that is usual."""
    found: list[DateRange] = []
    if rel in {"", "the"} and unit == "day":
        return _the_day(p)
    if p.told(unit):
        found.append(calendar.period(unit, calendar.shift(p.anchor(unit).first, step, unit)))
    if rel in {"previous", "following", "next", "preceding"} and p.dated and (unit != "day" or not found):
        found.append(calendar.period(unit, calendar.shift(p.today, step, unit)))
    return tuple(found)


_NAMED = frozenset({"weekday", "today", "month, day", "day, month", "weekday (day)", "iso date", "numeric date"})


def _the_day(p: Phrase) -> Readings:
    """ "earlier in the day": the day told last where it was named, then the dateline's day and the one before."""
    told = p.told("day")
    named = (p.anchor("day"),) if told and told.rule in _NAMED else ()
    return (*named, day(p.today), day(p.today - timedelta(1))) if p.dated else named


def _weekend(p: Phrase, rel: str) -> Readings:
    today = p.today
    this, last, coming = (calendar.weekend(today + timedelta(step)) for step in (0, -7, 7))
    if rel in {"last", "past"}:
        return (last, this) if today >= this.first else (last,)
    if rel in {"next", "coming", "upcoming"}:
        return (coming, this) if rel == "next" else (this, coming)
    if today >= this.first:
        return (this, last)
    behind = p.tense == "past" or (rel == "the" and not p.tense)
    return (last, this) if behind else (this, last)


def relative_period(p: Phrase) -> Readings:
    rel, unit = p["rel"], unit_of(p["unit"])
    if unit == "day" and rel not in ANAPHORIC | {"next"}:
        return ()
    if p["part"]:
        return part_of(p)
    return _relative(p, rel, unit)


def the_weekend(p: Phrase) -> Readings:
    return _weekend(p, "the")


def turned(p: Phrase) -> Readings:
    """ "the week before last", "the month after next"."""
    step, unit = (-2 if p["turn"].endswith("last") else 2), unit_of(p["unit"])
    return (calendar.period(unit, calendar.shift(p.today, step, unit)),)


def beside(p: Phrase) -> Readings:
    """ "the year before", "the day after", told of the last date."""
    unit = {"night": "day"}.get(p["unit"], unit_of(p["unit"]))
    step = 1 if p["side"] == "after" else -1
    return (calendar.period(unit, calendar.shift(p.anchor(unit).first, step, unit)),)


def part_of(p: Phrase) -> Readings:
    """ "early 2026", "mid-May", "the end of the year", "later this month"."""
    name = PARTS[p["part"]]
    if p["month"] and is_name(p) and not year_of(p):
        return ()
    if p["unit"] == "day" and name not in {"earlier", "later"}:
        return ()
    whole = period_of(p)
    if name in {"earlier", "later"}:
        return tuple(_clipped(one, name, p.today) for one in whole) if p.dated else whole
    parts = tuple(found for one in whole for found in calendar.part(one, name))
    named_year = p["alone"] and (name != "end" or p.before().lower() == "by")
    return (*whole, *parts) if named_year else parts


def _clipped(whole: DateRange, name: str, today: date) -> DateRange:
    if not whole.first <= today <= whole.last:
        return whole
    return DateRange(whole.first, today) if name == "earlier" else DateRange(today, whole.last)


def year_end(p: Phrase) -> Readings:
    whole = calendar.period(p["unit"], p.today)
    return calendar.part(whole, "end" if p["edge"] == "end" else "mid")


def rest_of(p: Phrase) -> Readings:
    return tuple(DateRange(max(one.first, p.today), one.last) for one in period_of(p) if one.last >= p.today)


def to_date(p: Phrase) -> Readings:
    return (DateRange(date(p.today.year, 1, 1), p.today),)


def piece_of(p: Phrase) -> Readings:
    """ "the third quarter of 2025", "the last day of February", "the first three months of the year"."""
    nth = {"last": -1, "final": -1, "closing": -1, "latter": 2, "opening": 1}.get(p["nth"]) or int(number_of(p["nth"]))
    return tuple(_cut(whole, nth, unit_of(p["piece"]), int(number_of(p["n"])) if p["n"] else 1) for whole in period_of(p))


def _cut(whole: DateRange, nth: int, unit: str, count: int) -> DateRange:
    """The nth unit of a period, or `count` of them; the first and last weeks hold its first and last Thursday (ISO 8601)."""
    if unit == "half":
        return calendar.half(whole, nth % 3)
    if unit == "weekend":
        first = calendar.nth_weekday(whole, 5, nth)
        return DateRange(first, first + timedelta(1))
    if unit == "week":
        first = calendar.week(calendar.nth_weekday(whole, 3, nth)).first - timedelta(7 * (count - 1) * (nth < 0))
        return DateRange(first, first + timedelta(7 * count - 1))
    if nth < 0:
        first = calendar.shift(whole.last + timedelta(1), -count, unit)
    else:
        first = calendar.shift(whole.first, (nth - 1) * count, unit)
    found = DateRange(first, calendar.shift(first, count, unit) - timedelta(1))
    if not found.within(whole):
        raise ValueError("a piece that the period does not have")
    return found


_BUSINESS = word_set(
    "gdp earnings profit profits results revenue revenues sales growth net loss losses income figures operating output "
    "economic financial report trading gross domestic shipments deliveries"
)


_IN = frozenset({"in", "for"})


def quarter_alone(p: Phrase) -> Readings:
    """ "third-quarter profit", "Q3": the last one that began, and the one before or after it."""
    if p["nth"] and p.after().lower() not in _BUSINESS and not (p.before() in _IN and p.near() & _BUSINESS):
        return ()
    number = {"fourth": 4, "final": 4}.get(p["nth"]) or int(number_of(p["nth"])) if p["nth"] else int(p["q"][1])
    return recurring(p, lambda y: calendar.quarter(y, number))


def quarter_of(p: Phrase) -> Readings:
    of_year = int(p["alone"]) if p["alone"] else year_of(p) or 0
    if p["h"]:
        return (calendar.half(calendar.year(of_year), int(p["h"][1])),)
    return (calendar.quarter(of_year, int(p["q"][1])),)


def fiscal_year(p: Phrase) -> Readings:
    if p["fy"]:
        figures = int(p["fy"][2:])
        return calendar.fiscal_years(figures if figures > 100 else 2000 + figures)
    if p["rel"]:
        return calendar.fiscal_years(p.today.year + STEP[p["rel"]]) + calendar.fiscal_years(p.today.year + STEP[p["rel"]] + 1)
    return calendar.fiscal_years(int(p["alone"]))


def season_of(p: Phrase) -> Readings:
    """ "last summer", "the spring of 2019", "summer 2012": every reading of the season's name."""
    name, of_year = p["season"], year_of(p)
    if of_year is not None:
        return calendar.season(of_year, name)
    every = [calendar.season(p.today.year + step, name) for step in (-2, -1, 0, 1, 2)]
    return tuple(one for likely in zip(*every, strict=True) for one in _pointed_season(p, likely))


def _pointed_season(p: Phrase, every: tuple[DateRange, ...]) -> list[DateRange]:
    if p["rel"] in {"last", "past"}:
        return [one for one in every if one.last < p.today][-1:]
    if p["rel"] in {"next", "coming", "upcoming"}:
        return [one for one in every if one.first > p.today][:1]
    past, future = past_and_future(every, p.today)
    return past + future if p.tense == "past" else future + past


def month_alone(p: Phrase) -> Readings:
    return period_of(p) if p["year"] or p["which"] or p["spelt"] or is_month(p) else ()


def nth_weekday(p: Phrase) -> Readings:
    nth = -1 if p["nth"] in {"last", "final"} else int(number_of(p["nth"]))
    return tuple(day(calendar.nth_weekday(whole, WEEKDAYS[p["weekday"]], nth)) for whole in period_of(p))


def day_of_month(p: Phrase) -> Readings:
    """ "the 19th of last month", "the second of the month"."""
    number = int(number_of(p["day"]))
    return tuple(day(date(whole.first.year, whole.first.month, number)) for whole in _relative(p, p["rel"], "month"))
