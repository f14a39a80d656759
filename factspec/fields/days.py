"""Days as a spec writes them: a day, a month, a year, a period, a moment, and the weekday that was written with a day.

What is read: ISO 8601 (2026-02-28, 2026-02, 2026, two of them with a slash, 2013-07-02T12:00) and English (28 February 2026,
February 28, 2026, Friday 6 March 2026). What is not: anything relative, 03/07/2026 (March or July?), time zones, and years
outside 1000–9999. Month names are capitalised; `recognisers.dates` reads the dates of articles.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time

from factspec.model import DateRange

__all__ = [
    "DAY", "MOMENT", "PERIOD", "WEEKDAYS", "DayError", "day_of", "moment", "names_day", "period", "said", "weekday_faults",
    "weekdays",
]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Sept|{'|'.join(name[:3] for name in MONTHS)})\.?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_YEAR = r"[1-9][0-9]{3}"
_DAY = rf"(?:{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|{_NTH}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|{_MONTH}\s+{_NTH},?\s+{_YEAR})"
_BEFORE = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_DAY}"
_DATED = rf"(?:{_BEFORE}(?:,?\s+\(?{_WEEKDAY}\)?)?)"
_WHOLE = rf"(?:{_DATED}|{_MONTH},?\s+{_YEAR}|{_YEAR}-[0-9]{{2}}|{_YEAR})"

PERIOD = rf"^\s*{_WHOLE}(?:\s*/\s*{_WHOLE})?\s*$"
"""What `period` may read, as a pattern that JSON Schema understands too; impossible days fit it."""
DAY = rf"^\s*{_DATED}\s*$"
MOMENT = rf"^\s*{_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?:[T ][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?\s*$"

_AS_PERIOD = re.compile(PERIOD)
_AS_MOMENT = re.compile(MOMENT)
_AS_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b")
_AS_DATED = re.compile(rf"\b{_BEFORE}(?:\s+\({_WEEKDAY}\))?")
_NUMERIC = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}")
_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")


class DayError(ValueError):
    """A text that is no day, with the code of its message and what to write instead; `fix` and `help` as in `Problem`."""

    def __init__(self, code: str, message: str, help: str = "", fix: str | None = None) -> None:  # noqa: A002 named as in Problem
        self.code = code
        self.help = help
        self.fix = fix
        super().__init__(message)


def period(text: str) -> DateRange:
    """The days that a written period means; DayError where it is none, holds an impossible day, or ends before it begins."""
    if not _AS_PERIOD.match(text):
        raise _unread(text)
    left, _, right = text.partition("/")
    first, last = _whole(left), _whole(right or left)
    if last.last < first.first:
        raise DayError("FS034", f"{said(last)} is before {said(first)}", "write the earlier day first")
    return DateRange(first.first, last.last)


def day_of(text: str) -> date:
    """A single day."""
    if not re.match(DAY, text):
        raise DayError("FS030", f"expected a day, found {text!r}", "write 2026-02-28")
    return _dated(text.strip())


def moment(text: str) -> datetime:
    """A day or a day and a time of the clock, without a zone; a day means its midnight."""
    if not _AS_MOMENT.match(text):
        raise DayError("FS050", f"expected a day or a day and a time, found {text!r}", "write 2026-02-28 or 2026-02-28T12:00")
    stated = text.strip().replace("T", " ")
    day = _iso(stated[:10])
    hour, minute, second = [*map(int, re.findall("[0-9]+", stated[10:])), 0, 0, 0][:3]
    try:
        return datetime.combine(day, time(hour, minute, second))
    except ValueError:
        raise DayError("FS050", f"{stated[10:].strip()} is no time of the clock") from None


def weekdays(text: str) -> list[int]:
    """The weekdays named in a text, 0 for Monday, in order."""
    return [WEEKDAYS.index(name) for name in _AS_WEEKDAY.findall(text)]


def names_day(text: str) -> bool:
    """Whether a text holds a day with its year."""
    return _AS_DATED.search(text) is not None


def weekday_faults(text: str) -> Iterator[str]:
    """What is wrong with each date of a text that is written with its weekday: "Friday, 2026-03-07 is a Saturday"."""
    if "day" not in text:
        return
    for found in _AS_DATED.finditer(text):
        try:
            _dated(found[0])
        except DayError as error:
            if error.code == "FS032":
                yield str(error)


def said(days: DateRange) -> str:
    """A period as a person reads it: "28 February 2026", "February 2026", "2026", "28 February to 1 March 2026"."""
    first, last = days.first, days.last
    if first == last:
        return _day(first)
    if (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return _months(first, last)
    start = _day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _months(first: date, last: date) -> str:
    """Whole months: "2026", "2025 to 2026", "February 2026", "February to March 2026"."""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = MONTHS[first.month - 1] if first.year == last.year else f"{MONTHS[first.month - 1]} {first.year}"
    return f"{start} to {end}"


def _unread(text: str) -> DayError:
    """Why a text is no period, with what to write instead."""
    if _NUMERIC.fullmatch(text.strip()):
        return DayError("FS030", f"{text.strip()!r} can be read in two ways", "write the year first: 2026-02-28")
    if short := _SHORT.fullmatch(text.strip()):
        digits = "-".join([short[1], *(part.zfill(2) for part in short.groups()[1:] if part)])
        return DayError("FS030", f"expected a date, found {text!r}", f"write {digits}", digits)
    return DayError("FS030", f"expected a date, found {text!r}", "write 2026-02-28, 2026-02, 2026 or 2026-02-28/2026-03-01")


def _whole(text: str) -> DateRange:
    """A day, a month or a year that fits the pattern."""
    stated = text.strip()
    if re.fullmatch(_DATED, stated):
        day = _dated(stated)
        return DateRange(day, day)
    year = int(re.findall(_YEAR, stated)[-1])
    if len(stated) == 4:
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    month = _month_named(stated) or int(stated[5:7])
    if not 1 <= month <= 12:
        raise DayError("FS031", f"there is no month {month}")
    return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _dated(text: str) -> date:
    """A day that fits the pattern; its weekday, if written, must be right."""
    stated = _AS_WEEKDAY.sub("", text).strip(" ,()")
    day = _iso(stated) if stated[:4].isdigit() else _english(stated)
    for weekday in weekdays(text):
        if weekday != day.weekday():
            raise DayError("FS032", f"{WEEKDAYS[weekday]}, {day} is a {WEEKDAYS[day.weekday()]}", "correct one of them")
    return day


def _iso(text: str) -> date:
    return _existing(int(text[:4]), int(text[5:7]), int(text[8:10]))


def _english(text: str) -> date:
    number, year = re.findall("[0-9]+", text)
    return _existing(int(year), _month_named(text), int(number))


def _month_named(text: str) -> int:
    """The number of the month that a text names; 0 if it names none."""
    return next((i for i, name in enumerate(MONTHS, 1) if name[:3] in text), 0)


def _existing(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise DayError("FS031", f"there is no month {month}", "write year-month-day: 2026-02-28")
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise DayError("FS031", f"there is no day {day}: {MONTHS[month - 1]} {year} has {days} days")
    return date(year, month, day)
