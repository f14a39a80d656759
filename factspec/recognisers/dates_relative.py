"""Days told from the dateline or from the date told last: "today", "on Friday", "eight months ago", "two days later".

Read: weekdays by the tense of their clause, always with the other reading behind; counts of units as a day, as the unit it
falls in, and as rounding may have meant it. Not read: habits ("every Friday"), names ("Sunday Times"), bare durations.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import Readings, day, days
from factspec.recognisers.dates_days import days_numbered
from factspec.recognisers.dates_periods import unit_of
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_words import ABOUT, FUNCTION_WORDS, NUMBERS, WEEKDAYS, number_of, word_set
from factspec.recognisers.dates_years import ANAPHORIC, STEP, by_tense

__all__ = [
    "ago", "awaits_date", "beside_told", "beyond", "day_beside", "from_now", "in_units", "last_night", "offset",
    "overnight", "span_of_units", "this_daytime", "weekday_and_day", "weekday_of", "within_units",
]  # fmt: skip


def day_beside(p: Phrase) -> Readings:
    """ "today", "yesterday", "tomorrow", "tonight"; not the name of a programme, and not "nowadays"."""
    if _named_today(p) or (p["word"] == "today" and _nowadays(p)):
        return ()
    step = {"yesterday": -1, "tomorrow": 1}.get(p["word"], 0)
    return (day(p.today + timedelta(step)),)


_PROGRAMMES = frozenset({"programme", "program", "show", "Show", "FM"})


def _named_today(p: Phrase) -> bool:
    """ "USA Today", "Entertainment Tonight", "the Today programme"."""
    return p.written("word") in {"Today", "Tonight"} and (not p.opens or p.after() in _PROGRAMMES)


def _nowadays(p: Phrase) -> bool:
    """ "as strong today as ever", "Today, few remember": a sentence that tells no event."""
    return p.after() == "as" or (p.written("word") == "Today" and p.opens and not p.tense)


def beyond(p: Phrase) -> Readings:
    return (day(p.today + timedelta(2 if p["turn"].startswith("after") else -2)),)


def this_daytime(p: Phrase) -> Readings:
    return (day(p.today),)


def last_night(p: Phrase) -> Readings:
    yesterday = p.today - timedelta(1)
    return (day(yesterday), DateRange(yesterday, p.today))


def overnight(p: Phrase) -> Readings:
    """ "overnight into Tuesday" is Tuesday, and the night before; "overnight" alone the night to the dateline."""
    if p["weekday"]:
        return tuple(one for when in weekday_of(p) for one in (when, DateRange(when.first - timedelta(1), when.first)))
    modifies = p.after().islower() and p.after().isalpha() and p.after() not in FUNCTION_WORDS
    if modifies or p.before().lower() in {"an", "the", "stay", "stayed"}:
        return ()
    return (DateRange(p.today - timedelta(1), p.today),)


_BRANDED_BEFORE = word_set(
    "black super cyber bloody ruby casual freaky manic sheffield stormy blue fat every each most any some one many alternate"
)


_BRANDED_BEHIND = word_set(
    "Times Telegraph Mirror Express Herald Post People Mail Sport Star Independent Tribune Journal Magazine Observer "
    "Mercury Review Business Supplement Sun Club School Addams Weld World Nation Night Football FC Live"
)


def _branded(p: Phrase) -> bool:
    """Whether a weekday belongs to a name or a habit: "Sunday Times", "Mail on Sunday", "every Friday", "on a Friday"."""
    before = p.before().lower()
    if before in {"a", "an"}:
        return p.before(2).lower() == "on"
    if before in NUMBERS or (before[:1].isdigit() and before[-1:].isalpha()):  # "a third Friday of protests"
        return True
    if before in _BRANDED_BEFORE or p.after() in _BRANDED_BEHIND:
        return p.after() != "Night" or p.after(2)[:1].isupper()
    return before == "on" and p.before(2) in {"Mail", "Independent", "Scotland", "Wales"} and p["weekday"] == "sunday"


def _is_weekday(written: str, after: str) -> bool:
    """A full name, or an abbreviation with its dot; "Sat." and "Sun." end sentences too often unless the sentence goes on."""
    name = written.rstrip(" .")
    short = written.endswith(".") and written[0].isupper() and (name not in {"Sat", "Sun"} or not after[:1].isupper())
    return name.lower().endswith("day") or short


def weekday_of(p: Phrase) -> Readings:
    """ "on Friday", "last Thursday", "Tuesday next week", "late Monday"."""
    if _branded(p) or not _is_weekday(p.written("weekday"), p.after()):
        return ()
    wanted, today = WEEKDAYS[p["weekday"].rstrip(" .")], p.today
    if p.before().lower() == "week" or p["turn"]:  # "a week last Tuesday", "the Friday before last"
        return _further_weekday(p, wanted)
    if p.after() == "week":  # "Monday week"
        return (day(today + timedelta((wanted - today.weekday() - 1) % 7 + 8)),)
    if p["week"]:
        this = (_in_week(today, 0, wanted),) if p["week"] == "last" and today.weekday() >= 5 else ()
        return (_in_week(today, STEP[p["week"]], wanted), *this)
    if p["rel"] and p["rel"] != "the":
        return _pointed_weekday(p, p["rel"], wanted)
    past = today - timedelta((today.weekday() - wanted) % 7)
    week_before, week_after = day(past - timedelta(7)), day(past + timedelta(7))
    if p.tense == "future":
        likely = (day(past), week_after, week_before) if past == today else (week_after, day(past))
    else:
        likely = (day(past), week_before, week_after) if past == today else (day(past), week_after)
    return (*likely, *_where_it_happened(p, likely[0]))


def _further_weekday(p: Phrase, wanted: int) -> Readings:
    """A weekday one week beyond the last or the next one."""
    if p["turn"] == "before last" or p["rel"] == "last":
        last = _pointed_weekday(p, "past", wanted)[0]
        return (day(last.first - timedelta(7)), *([] if not p["turn"] else [_in_week(p.today, -2, wanted)]))
    return (_in_week(p.today, 2, wanted),) if p["turn"] else ()


def _where_it_happened(p: Phrase, when: DateRange) -> Readings:
    """ "0400 GMT Saturday" may be Friday where it happened, and "2100 GMT Friday" Saturday: the zone moves the day."""
    at = 1 + (p.before().lower() == "on")
    if p.before(at).lower() not in {"gmt", "utc"}:
        return ()
    clock = p.before(at + 3) if p.before(at + 2) in {":", "."} else p.before(at + 1)
    hour = clock[:-2] if len(clock) > 2 else clock
    if not hour.isdecimal() or int(hour) > 23:
        return ()
    return (day(when.first + timedelta(-1 if int(hour) < 12 else 1)),)


def _in_week(today: date, step: int, weekday: int) -> DateRange:
    return day(calendar.week(today + timedelta(7 * step)).first + timedelta(weekday))


def _pointed_weekday(p: Phrase, rel: str, wanted: int) -> Readings:
    today = p.today
    before = day(today - timedelta((today.weekday() - wanted - 1) % 7 + 1))
    behind = day(today + timedelta((wanted - today.weekday() - 1) % 7 + 1))
    counted = rel == "previous" or (rel == "next" and p.before().lower() == "the")
    if rel in {"following", "that"} or (counted and p.told("week")):
        return _told_weekday(p, rel, wanted, behind)
    if rel in {"last", "previous"}:
        return (_in_week(today, -1, wanted), before)
    if rel == "past":
        return (before, _in_week(today, -1, wanted))
    if rel == "next":
        return (_in_week(today, 1, wanted), behind)
    if rel in {"coming", "upcoming"}:
        return (behind, _in_week(today, 1, wanted))
    this = _in_week(today, 0, wanted)
    return (before, this) if p.tense == "past" else (this, behind, before)


def _told_weekday(p: Phrase, rel: str, wanted: int, behind: DateRange) -> Readings:
    if not p.told("week"):
        return (_in_week(p.today, 1, wanted), behind) if rel == "following" else ()
    told = p.anchor("week").last
    after = day(told + timedelta((wanted - told.weekday() - 1) % 7 + 1))
    before = day(told - timedelta((told.weekday() - wanted - 1) % 7 + 1))
    if rel == "previous":
        return (before, _in_week(p.today, -1, wanted))
    return {"following": (after,), "next": (after,), "that": (day(told) if told.weekday() == wanted else after,)}[rel]


def weekday_and_day(p: Phrase) -> Readings:
    """ "Thursday the 21st": the last such day and the next one."""
    wanted = WEEKDAYS[p["weekday"]]
    return by_tense(p, [one for one in days_numbered(p, 6) if one.first.weekday() == wanted])


_HOURS = {"hour": 24, "minute": 1440}


_VAGUE_COUNTS = {"few": (2, 5), "couple": (2, 3), "several": (3, 7)}


def _moved(p: Phrase, of: date, sign: int) -> Readings:
    """The day some units before (-1) or after (1) a day, then the unit it falls into, then what rounding may have meant."""
    unit, words = unit_of(p["unit"]), p["n"].split()
    p.vague = bool(ABOUT.intersection(p["about"].split()) or _VAGUE_COUNTS.keys() & words)
    if unit in _HOURS:
        nights = 0 if _VAGUE_COUNTS.keys() & words else round(number_of(p["n"]) / _HOURS[unit])
        return (day(of + timedelta(sign * nights)), *([day(of + timedelta(sign))] if nights == 0 else []))
    if vague := next((_VAGUE_COUNTS[word] for word in words if word in _VAGUE_COUNTS), None):
        near, far = (calendar.period(unit, calendar.shift(of, sign * n, unit)) for n in vague)
        return (calendar.hull(far, near) if sign < 0 else calendar.hull(near, far),)
    count = number_of(p["n"]) + 0.5 * bool(p["plus"] or p["tail"])
    exact = calendar.shift(of, sign * count, unit)
    if p["more"]:
        return (day(_further(exact, p["more"], sign)),)
    if unit in {"day", "night"}:
        return (day(exact),)
    if unit in {"week", "fortnight"}:
        return (day(exact), calendar.week(exact))
    margin = timedelta({"month": 15, "quarter": 45, "year": 182}.get(unit, 1826))
    rounded = DateRange(exact - margin, exact + margin)
    if unit in {"month", "quarter"}:
        return (day(exact), calendar.month(exact.year, exact.month), rounded)
    return (calendar.year(exact.year), day(exact), rounded)


def _further(when: date, words: str, sign: int) -> date:
    """The day that the rest of "two years, one month and 21 days" leads to."""
    for count, unit in re.findall(r"(\S+(?: - \S+)?) ([a-z]+)(?: ,)?(?: and)?", words.removeprefix(", ").removeprefix("and ")):
        when = calendar.shift(when, sign * number_of(count), unit_of(unit))
    return when


def ago(p: Phrase) -> Readings:
    found = _moved(p, p.today, -1)
    if not p["point"]:
        return found
    exact = next((one for one in found if one.first == one.last), found[0])
    unit = p["point"].split()[-1]
    return (exact,) if unit == "today" else (calendar.period(unit, exact.first),)


def from_now(p: Phrase) -> Readings:
    return _moved(p, p.today, 1)


def beside_told(p: Phrase) -> Readings:
    """ "two days later", "nine days earlier": from the date told last."""
    unit = unit_of(p["unit"])
    if unit in _HOURS:
        return ()
    sign = 1 if p["side"] in {"later", "afterwards", "afterward", "after", "on"} else -1
    return _moved(p, p.anchor(unit).first, sign)


def offset(p: Phrase, told: DateRange) -> Readings:
    """ "two days before", "the day after", "a week from", "the week ending": counted from the date that follows."""
    of = told.first
    if p["edge"] and of != told.last:
        return ()
    if p["edge"] in {"ending", "ended"}:
        return (days(of - timedelta(6), of),)
    if p["edge"]:
        return (calendar.week(of), days(of, of + timedelta(6)))
    sign = -1 if p["side"] == "before" else 1
    return _moved(p, of, sign) if p["n"] else (calendar.period(unit_of(p["unit"]), calendar.shift(of, sign, unit_of(p["unit"]))),)


def awaits_date(_: Phrase) -> Readings:
    return ()


_REPEATED = frozenset({"once", "twice", "times", "time"})
_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their", "'s"})


def in_units(p: Phrase) -> Readings:
    """ "in two weeks": ahead where the clause speaks of the future, else the stretch up to the dateline ("a drop in a week")."""
    unit, tense = unit_of(p["unit"]), p.tense
    ahead = _moved(p, p.today, 1)
    if tense == "future" or p["time"]:
        return ahead
    if unit not in {"week", "month", "day", "year"} or p["n"] != "a" or p["about"] or p.before().lower() in _REPEATED:
        return ()
    return (days(calendar.shift(p.today, -1, unit), p.today), *ahead)


def within_units(p: Phrase) -> Readings:
    if unit_of(p["unit"]) in _HOURS or p.tense != "future" or p.after() == "of":
        return ()
    exact = [one for one in _moved(p, p.today, 1) if one.first == one.last]
    return tuple(days(p.today, one.last) for one in exact[:1])


def span_of_units(p: Phrase) -> Readings:
    """ "the past 24 hours", "the last three years", "the next two weeks": the stretch up to or from the dateline."""
    sign, unit = (-1 if STEP[p["rel"]] < 0 else 1), unit_of(p["unit"])
    if (
        p.after() == "of" or p.before().lower() in _OWNERS or (sign > 0 and p.tense == "past")
    ):  # "the last five months of her life", "he sat for the next week"
        return ()
    of = p.anchor(unit).first if p["rel"] in ANAPHORIC else p.today
    vague = [_VAGUE_COUNTS[word][1] for word in p["n"].split() if word in _VAGUE_COUNTS]
    p.vague = bool(vague)
    count = vague[0] if vague else number_of(p["n"])
    if unit in _HOURS:
        return (days(of, of + timedelta(sign * -int(-count // _HOURS[unit]))),)
    return (days(of, calendar.shift(of, sign * count, unit)),)
