"""Days and months: in figures, in words, as spans, as holidays, and as dates that became names ("9/11").

Read: a day with its month, whatever their order, and months that stand alone where they cannot be a person or a march. Not
read: "4/22" without a year, and months that some grammar of the sentence would be needed to tell from names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import HOLIDAYS, Readings, day
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_words import FUNCTION_WORDS, MONTHS, number_of, word_set
from factspec.recognisers.dates_years import by_tense, existing, recurring, recurring_each, year_of

__all__ = [
    "bare_ordinal",
    "day_and_month",
    "day_span",
    "days_numbered",
    "holiday",
    "is_month",
    "is_name",
    "iso_date",
    "month_before_count",
    "month_of",
    "month_span",
    "named_figures",
    "numeric_date",
    "pointed_month",
    "week_of_the_nth",
]  # fmt: skip


_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "march"})


_CAPITALS_BEHIND_MONTHS = word_set(
    "The A An He She It They We I In On At But And President Prime Minister Mr Mrs Ms Dr US U.S U UN EU UK Congress "
    "Parliament Israel Iran Russia Ukraine China India France Germany Britain"
)


_DETERMINERS = word_set("the a an its his her their our this that last next previous")


# Dates that became names: month and day, the year that is meant, and the words behind that make them so.
_NAMED_DAYS = {
    (9, 11): (2001, word_set("attack attacks terror terrorist terrorists hijackers hijackings commission atrocities")),
    (1, 6): (2021, word_set("attack riot riots insurrection committee rioters defendants")),
    (10, 7): (2023, word_set("attack attacks massacre assault")),
    (7, 7): (2005, word_set("bombings attacks bombers attack bombing")),
}  # fmt: skip


def month_of(p: Phrase) -> int:
    return MONTHS[p["month"].rstrip(" .")]


def _day_of(of_year: int | None, number: int, of_month: int, p: Phrase) -> Readings:
    if of_year is not None:
        return (day(date(of_year, number, of_month)),)
    named, words = _NAMED_DAYS.get((number, of_month), (0, []))
    meant = (day(date(named, number, of_month)),) if p.after() in words and p.dated and p.today.year >= named else ()
    return meant + recurring(p, lambda y: day(date(y, number, of_month)), reach=8 if (number, of_month) == (2, 29) else 1)


def day_and_month(p: Phrase) -> Readings:
    return _day_of(year_of(p), month_of(p), int(number_of(p["day"])), p)


def day_span(p: Phrase) -> Readings:
    """ "1-2 March", "March 1 and 2": the days in between; two days apart joined by "and" or "or" may be either alone."""
    first, last, number = int(number_of(p["first"])), int(number_of(p["last"])), month_of(p)
    alone = p["link"] in {"and", "or"} and not p["middle"] and p.before().lower() != "between"
    apart = alone and last != first + 1
    if last <= first:
        raise ValueError("days that run backwards")
    spans = ((first, first), (last, last), (first, last)) if apart or p["link"] == "or" else ((first, last),)
    makes = [partial(_days_of_month, number, a, b) for a, b in spans]
    of_year = year_of(p)
    return recurring_each(p, makes) if of_year is None else tuple(make(of_year) for make in makes)


def _days_of_month(number: int, first: int, last: int, of_year: int) -> DateRange:
    return DateRange(date(of_year, number, first), date(of_year, number, last))


def iso_date(p: Phrase) -> Readings:
    return (day(date(int(p["year"]), int(p["month"]), int(p["day"]))),)


def numeric_date(p: Phrase) -> Readings:
    """ "28/02/2026": by the article's habit where that is possible, else both readings, the day first."""
    of_year, a, b = _full_year(p), int(p["first"]), int(p["last"])
    orders = {None: ((b, a), (a, b)), True: ((b, a),), False: ((a, b),)}[p.day_first]
    found = [one for number, of_month in orders for one in _real_day(of_year, number, of_month)]
    return tuple(found) or _real_day(of_year, b, a) or _real_day(of_year, a, b)


def _real_day(of_year: int, number: int, of_month: int) -> Readings:
    one = existing(lambda y: day(date(y, number, of_month)), of_year)
    return (one,) if one else ()


def _full_year(p: Phrase) -> int:
    if p["year"]:
        return int(p["year"])
    short = int(p["short"])
    return short + (2000 if short <= 68 else 1900)


def named_figures(p: Phrase) -> Readings:
    key = (int(p["first"]), int(p["last"]))
    if p.glued or p.after() in {"-", "/"} or key not in _NAMED_DAYS or key == (10, 7) or p.words() not in {"9 / 11", "7 / 7"}:
        return ()
    named, words = _NAMED_DAYS[key]
    return (day(date(named, *key)),) if key == (9, 11) or p.after() in words else ()


def is_name(p: Phrase) -> bool:
    """Whether a month word before a capital begins a person's name: "the late August Wilson"."""
    capital = p.after()[:1].isupper() and p.after() not in _CAPITALS_BEHIND_MONTHS
    return p["month"] in _GIVEN_NAMES and capital


def is_month(p: Phrase) -> bool:
    """Whether a bare month word is the month, not a person (May, April, June, August) or a demonstration (March)."""
    before, after, name = p.before().lower(), p.after(), p["month"]
    if after[:1].isdigit() and before not in {"in", "since", "-"}:
        return False
    if name not in _GIVEN_NAMES:
        return before not in {"black", "miss"}
    if p.written("month").isupper() or is_name(p):
        return False
    if name == "march" and after in {"on", "for", "of", "to"} and p.after(2)[:1].isupper() and p.after(2).lower() not in MONTHS:
        return before == "in"
    if after in {"to", "-", "through", "until", ","} and p.after(2).lower() in MONTHS:
        return True
    if before in {"to", "and", "through", "or", ",", "-"}:
        return p.before(2).lower() in MONTHS
    if before in _DETERMINERS:
        return after.islower()
    sure = {"in", "since", "until", "till", "during", "early", "late", "mid", "every"}
    return before in sure or (name != "may" and before in {"by", "from", "before", "after", "of", "through", "between"})


def month_span(p: Phrase) -> Readings:
    """ "June-August 1992", "Nov. to Feb. 2017"."""
    first, last = MONTHS[p["first"].rstrip(" .")], month_of(p)

    def span(of_year: int) -> DateRange:
        return calendar.hull(calendar.month(of_year - (first > last), first), calendar.month(of_year, last))

    of_year = year_of(p)
    return recurring(p, span) if of_year is None else (span(of_year),)


def month_before_count(p: Phrase) -> Readings:
    return recurring(p, lambda y: calendar.month(y, month_of(p)))


def pointed_month(p: Phrase) -> Readings:
    """ "last February", "this May", "next April"."""
    every = [calendar.month(p.today.year + step, month_of(p)) for step in (-1, 0, 1)]
    if p["rel"] == "last":
        return (*[one for one in every if one.last < p.today][-1:], every[0])
    if p["rel"] == "next":
        return (*[one for one in every if one.first > p.today][:1], every[2])
    return (every[1], *recurring(p, lambda y: calendar.month(y, month_of(p))))


def week_of_the_nth(p: Phrase) -> Readings:
    """ "the week of the 18th"."""
    return tuple(calendar.week(one.first) for one in bare_ordinal(p))


def bare_ordinal(p: Phrase) -> Readings:
    """ "on the 18th" at the end of a clause: the last or the next one."""
    return by_tense(p, days_numbered(p, 1))


def days_numbered(p: Phrase, months: int) -> list[DateRange]:
    """The days with the phrase's number in so many months to each side of the dateline's."""
    number = int(number_of(p["day"]))
    around = (calendar.shift(p.today.replace(day=1), step, "month") for step in range(-months, months + 1))
    whole = [calendar.month(first.year, first.month) for first in around]
    return [day(one.first.replace(day=number)) for one in whole if 1 <= number <= one.last.day]


_BARE_HOLIDAYS = word_set("christmas easter thanksgiving halloween pentecost epiphany hogmanay") | {"new year 's"}


_BEHIND = FUNCTION_WORDS | word_set("early late morning afternoon evening night this last next week weekend")
_NAMED_AFTER_HOLIDAYS = frozenset({"Agreement", "Accord", "Accords", "Rising", "Island", "Islands", "Fund", "Foundation"})
_AT = word_set("on at before after by since until till last this next over between of and from around to for")


def holiday(p: Phrase) -> Readings:
    words = p["holiday"].replace(". ", "")
    if not p.written("holiday")[0].isupper() or p.after() in _NAMED_AFTER_HOLIDAYS:
        return ()
    if words in _BARE_HOLIDAYS and not _stands_as_date(p):
        return ()
    dates = HOLIDAYS[words].dates
    if (of_year := year_of(p)) is not None:
        return tuple(map(day, dates(of_year)))
    if p["rel"] == "this":
        return tuple(map(day, dates(p.today.year)))
    makes = [partial(_one_of, dates, at) for at in range(len(dates(p.today.year)))]
    if not p["rel"]:
        return recurring_each(p, makes)
    return tuple(one for make in makes for one in _pointed(p, make))


def _one_of(dates: Callable[[int], tuple[date, ...]], at: int, of_year: int) -> DateRange:
    return day(dates(of_year)[at])


def _stands_as_date(p: Phrase) -> bool:
    if p["year"] or p["which"] or p["rel"]:
        return True
    after = p.after()
    return p.before().lower() in _AT and (not after.isalpha() or after in _BEHIND)


def _pointed(p: Phrase, make: Callable[[int], DateRange]) -> Readings:
    """ "last Christmas", "next Easter"."""
    every = [make(p.today.year + step) for step in (-1, 0, 1)]
    if p["rel"] == "last":
        return tuple([one for one in every if one.last < p.today][-1:])
    return tuple([one for one in every if one.first > p.today][:1])
