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
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?,?\s+)?"
_ZONE = (
    r"(?:Z\b|[+-]\d\d:?\d\d\b|\(?(?:UTC|GMT|BST|(?-i:[A-Z]{1,3}T))\b(?:[+-]\d{1,2}(?::?\d\d)?)?\)?"
    r"|(?:local|eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?\stime\b)"
)
_HALF = r"\s?[ap]\.?\s?m\b\.?"


def _clock(number: int) -> str:
    """A clock time with its groups numbered; "10.15" only with a zone or half of the day, because it may be any figure."""
    hour, minute = rf"(?P<hour{number}>[01]?\d|2[0-3])", r"[0-5]\d"
    return (
        rf"(?:{hour}(?:[:h](?P<minute{number}>{minute})(?::(?P<second{number}>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?!\d)(?:{_HALF})?(?:\s?{_ZONE})?"
        rf"|\.(?P<pointed{number}>{minute})(?!\d)(?:{_HALF}(?:\s?{_ZONE})?|\s?{_ZONE})|{_HALF}(?:\s?{_ZONE})?))"
    )


_BEFORE = rf"(?:{_clock(1)}(?:\s*[,|·•–—-]\s*|\s+)(?:on\s+)?)?"
_BEHIND = rf"(?:(?:T|\s*[,;@|·•–—-]\s*|\s+)(?:at\s+)?{_clock(2)})?"
_FORMS = tuple(
    re.compile(rf"{_BEFORE}{_WEEKDAY}{form}{_BEHIND}", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{MONTH_NAME}),?[\s-]+(?P<year>\d{{4}})\b",
        rf"(?P<name>{MONTH_NAME})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
    )
)
_COMPACT = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<hour2>[01]\d|2[0-3])(?P<minute2>[0-5]\d)(?:[0-5]\d)?)?(?!\d)"
)


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
    for form in (*_FORMS, _COMPACT):
        if match := form.match(text, start, end):
            return _stamp(match)
    return None


def _stamp(match: re.Match[str]) -> Stamp:
    found = match.groupdict()
    day, fault = _day(found)
    if day and not fault:
        fault = _wrong_weekday(day, found.get("weekday"))
    return Stamp(match.start(), match.end(), day, _time(match[0], found), fault)


def _day(found: dict[str, str | None]) -> tuple[date | None, str]:
    year = int(found["year"] or 0)
    if found.get("first"):
        return _numeric_day(year, int(found["first"] or 0), int(found["second"] or 0), found["mark"] or "")
    name = found.get("name")
    month = MONTHS[name[:3].lower()] if name else int(found["month"] or 0)
    return calendar_day(year, month, int(found["day"] or 0))


def calendar_day(year: int, month: int, day: int) -> tuple[date | None, str]:
    """The day, or None and why there is none."""
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


def _wrong_weekday(day: date, written: str | None) -> str:
    if not written or _weekday(written) == day.weekday():
        return ""
    return f"{day} is a {_DAY_NAMES[day.weekday()]}, not a {_DAY_NAMES[_weekday(written)]}"


def _weekday(written: str) -> int:
    return next(i for i, name in enumerate(_DAY_NAMES) if name.lower().startswith(written.lower()))


_AFTERNOON = re.compile(r"\d\s?p\.?\s?m\b", re.IGNORECASE)
_MORNING = re.compile(r"\d\s?a\.?\s?m\b", re.IGNORECASE)


def _time(written: str, found: dict[str, str | None]) -> time | None:
    for number in ("1", "2"):
        if hour := found.get(f"hour{number}"):
            minute = found.get(f"minute{number}") or found.get(f"pointed{number}") or "0"
            return time(_hour(int(hour), written), int(minute), int(found.get(f"second{number}") or 0))
    return None


def _hour(hour: int, written: str) -> int:
    if hour < 12 and _AFTERNOON.search(written):
        return hour + 12
    return 0 if hour == 12 and _MORNING.search(written) else hour
