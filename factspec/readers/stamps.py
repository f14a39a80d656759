"""A publication date as a page, a file or an editor stamps it: "2026-03-07T10:15Z", "7 March 2026", "Fri 6 Mar 2026 18.52 GMT".

What is read: one full date with its year, a weekday before it, a clock time before or behind it, a time zone, which is passed
over: the moment is the stated local one. What is not: relative dates, dates without a year, and which of several stamps counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from factspec.model import Dateline

__all__ = ["MONTHS", "MONTH_NAME", "Stamp", "calendar_day", "stamp_at"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: i for i, name in enumerate(_MONTHS, 1)}
"""The first three letters of a month's name → its number."""

MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's name or abbreviation, to be matched in any case."""

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?,?\s+", re.IGNORECASE)
_ZONE = (
    r"(?:Z\b|[+-]\d\d:?\d\d\b|\(?(?:UTC|GMT|BST|(?-i:[A-Z]{1,3}T))\b(?:[+-]\d{1,2}(?::?\d\d)?)?\)?"
    r"|(?:local|eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?\stime\b)"
)
_HALF = r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)"
# "10.15" only with a zone or a half of the day, because it may be any figure.
_CLOCK = re.compile(
    r"(?P<hour>2[0-3]|[01]?\d)(?!\d)"
    r"(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)|[h.](?P<pointed>[0-5]\d)(?!\d))?"
    rf"{_HALF}?(?P<zone>\s?{_ZONE})?",
    re.IGNORECASE,
)
_BEHIND_CLOCK = re.compile(r"(?:\s*[,|·•–—-]\s*|\s+)(?:on\s+)?", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(r"(?:T|\s*[,;@|·•–—-]\s*|\s+)(?:at\s+)?", re.IGNORECASE)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{MONTH_NAME}),?[\s-]+(?P<year>\d{{4}})\b",
        rf"(?P<name>{MONTH_NAME})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T?\d{4}(?:\d\d)?(?!\d)|(?!\d))",
    )
)
_COMPACT_CLOCK = re.compile(r"T?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:[0-5]\d)?(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date at text[start:end]; `day` is None where there is no such day, and `fault` says what is wrong with it, or ""."""

    start: int
    end: int
    day: date | None
    clock: time | None = None
    fault: str = ""

    def dateline(self, *, guessed: bool = False) -> Dateline | None:
        if self.day is None:
            return None
        return Dateline(self.day, datetime.combine(self.day, self.clock) if self.clock else None, guessed)


def stamp_at(text: str, start: int = 0, end: int | None = None) -> Stamp | None:
    """The stamp that begins at text[start], if any; it ends before `end`."""
    end = len(text) if end is None else end
    at, clock = _clock_before(text, start, end)
    weekday = _WEEKDAY.match(text, at, end)
    match = _date(text, weekday.end() if weekday else at, end)
    if match is None:
        return None
    stop, later = _clock_behind(text, match.end(), end)
    day, fault = _day(match.groupdict())
    if day and weekday:
        fault = _wrong_weekday(day, weekday[1])
    return Stamp(start, stop, day, clock or later, fault)


def _date(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((match for form in _FORMS if (match := form.match(text, start, end))), None)


def _clock_before(text: str, start: int, end: int) -> tuple[int, time | None]:
    """Where what a clock time stands before begins, and the time; `start` where there is none."""
    clock = _CLOCK.match(text, start, end)
    gap = _BEHIND_CLOCK.match(text, clock.end(), end) if clock and _is_clock(clock) else None
    return (gap.end(), _time(clock)) if clock and gap else (start, None)


def _clock_behind(text: str, start: int, end: int) -> tuple[int, time | None]:
    """Where a clock time behind a date ends, and the time; `start` where there is none."""
    if compact := _COMPACT_CLOCK.match(text, start, end):
        return compact.end(), time(int(compact["hour"]), int(compact["minute"]))
    gap = _BEFORE_CLOCK.match(text, start, end)
    clock = _CLOCK.match(text, gap.end(), end) if gap else None
    return (clock.end(), _time(clock)) if clock and _is_clock(clock) else (start, None)


def _is_clock(clock: re.Match[str]) -> bool:
    """Whether a figure is a time for certain: "10:15", "10h15", "10 a.m.", "10.15 GMT", but not "10", "10.15" or "10 GMT"."""
    pointed = clock["pointed"] and (clock["zone"] or "h" in clock[0][:3].lower())
    return bool(clock["minute"] or clock["half"] or pointed)


def _time(clock: re.Match[str]) -> time:
    hour = int(clock["hour"])
    if clock["half"] in {"p", "P"} and hour < 12:
        hour += 12
    elif clock["half"] in {"a", "A"} and hour == 12:
        hour = 0
    return time(hour, int(clock["minute"] or clock["pointed"] or 0), int(clock["second"] or 0))


def _day(found: dict[str, str | None]) -> tuple[date | None, str]:
    year = int(found["year"] or 0)
    if found.get("first"):
        return _numeric_day(year, int(found["first"] or 0), int(found["second"] or 0), found["mark"] or "")
    name = found.get("name")
    month = MONTHS[name[:3].lower()] if name else int(found["month"] or 0)
    return calendar_day(year, month, int(found["day"] or 0))


_EARLIEST, _LATEST = 1000, 9000


def calendar_day(year: int, month: int, day: int) -> tuple[date | None, str]:
    """The day, or None and why there is none; the year 1 is what a program writes that knows no date."""
    if not _EARLIEST <= year <= _LATEST:
        return None, f"no article appeared in the year {year}"
    try:
        return date(year, month, day), ""
    except ValueError:
        return None, f"there is no day {year:04}-{month:02}-{day:02}"


def _numeric_day(year: int, first: int, second: int, mark: str) -> tuple[date | None, str]:
    """Dots put the day first; with other marks only a number above twelve tells."""
    if mark == "." or first > 12 or first == second:
        return calendar_day(year, second, first)
    if second > 12:
        return calendar_day(year, first, second)
    written = f"{first:02}{mark}{second:02}{mark}{year}"
    return None, f"{written} may be {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"


def _wrong_weekday(day: date, written: str) -> str:
    stated = next(i for i, name in enumerate(_DAY_NAMES) if name.lower().startswith(written.lower()))
    return "" if stated == day.weekday() else f"{day} is a {_DAY_NAMES[day.weekday()]}, not a {_DAY_NAMES[stated]}"
