"""Calendar arithmetic of the date recogniser: periods, shifts, parts of periods, and the holidays whose date can be computed.

Read: the Gregorian calendar, weeks from Monday (ISO 8601), Western Easter after the anonymous Gregorian computus. Not read:
moon calendars (Ramadan, Diwali), weeks of a broadcaster or a retailer, and years before 1 CE. Whatever leaves the years
1–9999, and a day that does not exist, raises ValueError or OverflowError; the recogniser takes either as "not a date".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from factspec.model import DateRange

__all__ = [
    "HOLIDAYS", "PARTS", "SEASONS", "UNITS", "Holiday", "Readings", "century", "day", "days", "decade", "fiscal_years",
    "half", "hull", "month", "nth_weekday", "part", "period", "quarter", "season", "shift", "week", "weekend", "year",
]  # fmt: skip

Readings = tuple[DateRange, ...]

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


# ---------------------------------------------------------------- periods


def day(when: date) -> DateRange:
    """The interval of a single day."""
    return DateRange(when, when)


def days(first: date, last: date) -> DateRange:
    """The interval between two days, whichever comes first."""
    return DateRange(min(first, last), max(first, last))


def hull(first: DateRange, last: DateRange) -> DateRange:
    """From the beginning of one interval to the end of another; ValueError where that runs backwards."""
    if last.last < first.first:
        raise ValueError("a range that runs backwards")
    return DateRange(first.first, max(first.last, last.last))


def month(of_year: int, number: int) -> DateRange:
    """A calendar month."""
    return DateRange(date(of_year, number, 1), date(of_year, number, monthrange(of_year, number)[1]))


def months(of_year: int, first: int, count: int) -> DateRange:
    """`count` calendar months from the month `first` of a year on, into the next year where need be."""
    extra, number = divmod(first + count - 2, 12)
    return DateRange(date(of_year, first, 1), month(of_year + extra, number + 1).last)


def year(number: int) -> DateRange:
    """A calendar year."""
    return DateRange(date(number, 1, 1), date(number, 12, 31))


def week(of: date) -> DateRange:
    """The week, Monday to Sunday, that holds a day."""
    first = of - timedelta(of.weekday())
    return DateRange(first, first + timedelta(6))


def weekend(of: date) -> DateRange:
    """The Saturday and Sunday of the week that holds a day."""
    last = week(of).last
    return DateRange(last - timedelta(1), last)


def quarter(of_year: int, number: int) -> DateRange:
    """A calendar quarter, 1 to 4."""
    return months(of_year, 3 * number - 2, 3)


def half(whole: DateRange, number: int) -> DateRange:
    """The first (1) or second (2) half of a period; of a year it is six months."""
    if (whole.last - whole.first).days in (364, 365):
        return months(whole.first.year, 6 * number - 5, 6)
    middle = whole.first + (whole.last - whole.first) / 2
    return DateRange(whole.first, middle) if number == 1 else DateRange(middle + timedelta(1), whole.last)


def decade(first_year: int) -> DateRange:
    """Ten years, from the year that is named: the 1930s are 1930 to 1939."""
    return DateRange(date(first_year, 1, 1), date(first_year + 9, 12, 31))


def century(number: int) -> Readings:
    """A century as everybody counts it (1900–1999), then as it is defined (1901–2000)."""
    first = 100 * (number - 1)
    return (DateRange(date(first, 1, 1), date(first + 99, 12, 31)), DateRange(date(first + 1, 1, 1), date(first + 100, 12, 31)))


def period(unit: str, of: date) -> DateRange:
    """The calendar unit (one of UNITS) that holds a day."""
    if unit == "week":
        return week(of)
    if unit == "weekend":
        return weekend(of)
    if unit == "month":
        return month(of.year, of.month)
    if unit == "quarter":
        return quarter(of.year, (of.month + 2) // 3)
    if unit == "year":
        return year(of.year)
    if unit == "decade":
        return decade(of.year - of.year % 10)
    if unit == "century":
        return century(of.year // 100 + 1)[0]
    return day(of)


def shift(when: date, count: float, unit: str) -> date:
    """A day some units on (or back, where `count` is negative); a day that the month lacks becomes its last."""
    if unit in _DAYS_IN:
        return when + timedelta(round(count * _DAYS_IN[unit]))
    months_on = count * _MONTHS_IN[unit]
    whole = int(months_on)
    target_year, month_before = divmod(when.year * 12 + when.month - 1 + whole, 12)
    last = monthrange(target_year, month_before + 1)[1]
    return date(target_year, month_before + 1, min(when.day, last)) + timedelta(round((months_on - whole) * 30))


def nth_weekday(within: DateRange, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a period; nth -1 is the last one. ValueError where there is none."""
    if nth < 0:
        return within.last - timedelta((within.last.weekday() - weekday) % 7)
    found = within.first + timedelta((weekday - within.first.weekday()) % 7 + 7 * (nth - 1))
    if found > within.last:
        raise ValueError("no such weekday in the period")
    return found


# ---------------------------------------------------------------- seasons, business years


# Months in which a season begins: meteorological north; what the sky says begins three weeks later, the south half a year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(of_year: int, name: str) -> Readings:
    """A season of a year: meteorological, astronomical, then of the southern half; a winter also the one that began before."""
    starts = [of_year, of_year - 1] if name == "winter" else [of_year]
    north = [months(start, SEASONS[name], 3) for start in starts]
    sky = [DateRange(one.first + timedelta(20), shift(one.first, 3, "month") + timedelta(20)) for one in north]
    south = (SEASONS[name] + 5) % 12 + 1
    turned = [months(start, south, 3) for start in ([of_year, of_year - 1] if south == 12 else [of_year])]
    return (*north, *sky, *turned)


def fiscal_years(number: int) -> Readings:
    """What a fiscal year may be: the calendar's, the U.S. government's, those that begin or end with March, and with June."""
    ending = ((10, number - 1), (4, number), (4, number - 1), (7, number - 1), (7, number))
    return (year(number), *(months(start, first, 12) for first, start in ending))


# ---------------------------------------------------------------- parts of periods

# Written part → what is meant. "early" is the first half and "late" the second, so that nobody is accused over a shade.
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "dawn": "early", "mid": "mid", "middle": "mid",
    "late": "late", "end": "end", "close": "end", "earlier": "earlier", "later": "later",
}  # fmt: skip


def part(whole: DateRange, name: str) -> Readings:
    """The readings of "early", "mid", "late" or "end" (the last day, then the last part) of a period."""
    length = (whole.last - whole.first).days + 1
    if length == 1:
        return (whole,)
    if name == "end":
        return (day(whole.last), *_slices(whole, length, "late"))
    return _slices(whole, length, name)


def _slices(whole: DateRange, length: int, name: str) -> Readings:
    if length <= 7:
        first, last = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[name]
        return (DateRange(whole.first + timedelta(first), min(whole.last, whole.first + timedelta(last))),)
    if length <= 31:
        first, last = {"early": (0, 14), "mid": (9, 19), "late": (15, length - 1)}[name]
        return (DateRange(whole.first + timedelta(first), whole.first + timedelta(last)),)
    if length <= 366:
        first, count = {"early": (1, 6), "mid": (4, 6), "late": (7, 6)}[name]
        return (months(whole.first.year, first, count),) if length > 360 else (whole,)
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}[name]
    years = (whole.last.year - whole.first.year + 1) // 10
    narrow = DateRange(date(whole.first.year + first * years, 1, 1), date(whole.first.year + last * years + years - 1, 12, 31))
    return (whole, narrow)


# ---------------------------------------------------------------- holidays


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: its words as the grammar splits them ("new year 's day"), and its date or dates in a year."""

    words: str
    dates: Callable[[int], tuple[date, ...]]


def _fixed(*days_of_year: tuple[int, int]) -> Callable[[int], tuple[date, ...]]:
    return lambda of_year: tuple(date(of_year, number, of_month) for number, of_month in days_of_year)


def _nth(number: int, weekday: int, nth: int) -> Callable[[int], tuple[date, ...]]:
    return lambda of_year: (nth_weekday(month(of_year, number), weekday, nth),)


def _easter(offset: int) -> Callable[[int], tuple[date, ...]]:
    return lambda of_year: (_easter_sunday(of_year) + timedelta(offset),)


def _either(*rules: Callable[[int], tuple[date, ...]]) -> Callable[[int], tuple[date, ...]]:
    return lambda of_year: tuple(found for rule in rules for found in rule(of_year))


def _easter_sunday(of_year: int) -> date:
    golden, (hundreds, rest) = of_year % 19, divmod(of_year, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    number, before = divmod(epact + sunday - 7 * late + 114, 31)
    return date(of_year, number, before + 1)


_TABLE = (
    Holiday("new year 's day", _fixed((1, 1))),
    Holiday("new year 's eve", _fixed((12, 31))),
    Holiday("new year 's", _fixed((1, 1))),
    Holiday("christmas eve", _fixed((12, 24))),
    Holiday("christmas day", _fixed((12, 25))),
    Holiday("christmas", _fixed((12, 25))),
    Holiday("orthodox christmas", _fixed((1, 7))),
    Holiday("boxing day", _fixed((12, 26))),
    Holiday("epiphany", _fixed((1, 6))),
    Holiday("valentine 's day", _fixed((2, 14))),
    Holiday("st patrick 's day", _fixed((3, 17))),
    Holiday("st george 's day", _fixed((4, 23))),
    Holiday("april fools ' day", _fixed((4, 1))),
    Holiday("april fool 's day", _fixed((4, 1))),
    Holiday("anzac day", _fixed((4, 25))),
    Holiday("earth day", _fixed((4, 22))),
    Holiday("international workers ' day", _fixed((5, 1))),
    Holiday("may day", _fixed((5, 1))),
    Holiday("juneteenth", _fixed((6, 19))),
    Holiday("canada day", _fixed((7, 1))),
    Holiday("fourth of july", _fixed((7, 4))),
    Holiday("july fourth", _fixed((7, 4))),
    Holiday("bastille day", _fixed((7, 14))),
    Holiday("halloween", _fixed((10, 31))),
    Holiday("bonfire night", _fixed((11, 5))),
    Holiday("guy fawkes night", _fixed((11, 5))),
    Holiday("armistice day", _fixed((11, 11))),
    Holiday("veterans day", _fixed((11, 11))),
    Holiday("hogmanay", _fixed((12, 31))),
    Holiday("australia day", _fixed((1, 26))),
    Holiday("international women 's day", _fixed((3, 8))),
    Holiday("world aids day", _fixed((12, 1))),
    Holiday("martin luther king jr day", _nth(1, 0, 3)),
    Holiday("martin luther king day", _nth(1, 0, 3)),
    Holiday("presidents ' day", _nth(2, 0, 3)),
    Holiday("presidents day", _nth(2, 0, 3)),
    Holiday("memorial day", _nth(5, 0, -1)),
    Holiday("labor day", _nth(9, 0, 1)),
    Holiday("labour day", _either(_fixed((5, 1)), _nth(9, 0, 1))),
    Holiday("columbus day", _nth(10, 0, 2)),
    Holiday("thanksgiving day", _either(_nth(11, 3, 4), _nth(10, 0, 2))),
    Holiday("thanksgiving", _either(_nth(11, 3, 4), _nth(10, 0, 2))),
    Holiday("remembrance sunday", _nth(11, 6, 2)),
    Holiday("mother 's day", _either(_nth(5, 6, 2), _easter(-21))),
    Holiday("father 's day", _nth(6, 6, 3)),
    Holiday("shrove tuesday", _easter(-47)),
    Holiday("mardi gras", _easter(-47)),
    Holiday("ash wednesday", _easter(-46)),
    Holiday("palm sunday", _easter(-7)),
    Holiday("maundy thursday", _easter(-3)),
    Holiday("holy thursday", _easter(-3)),
    Holiday("good friday", _easter(-2)),
    Holiday("holy saturday", _easter(-1)),
    Holiday("easter sunday", _easter(0)),
    Holiday("easter day", _easter(0)),
    Holiday("easter monday", _easter(1)),
    Holiday("easter", _easter(0)),
    Holiday("ascension day", _easter(39)),
    Holiday("whit sunday", _easter(49)),
    Holiday("pentecost", _easter(49)),
    Holiday("whit monday", _easter(50)),
)
HOLIDAYS: Mapping[str, Holiday] = {one.words: one for one in _TABLE}
