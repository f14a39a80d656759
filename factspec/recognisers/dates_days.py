"""Days and months: in figures, in words, as spans, as holidays, and as dates that became names ("9/11").

Read: a day with its month, whatever their order, and months that stand alone where they cannot be a person or a march. Not
read: "4/22" without a year, and months that some grammar of the sentence would be needed to tell from names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import HOLIDAYS, Readings, day
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_words import FUNCTION_WORDS, MONTHS, number_of, word_set
from factspec.recognisers.dates_years import existing, recurring, year_of

__all__ = [
    "CAPITALS_BEHIND_MONTHS", "GIVEN_NAMES", "bare_ordinal", "day_and_month", "day_span", "holiday", "is_month", "iso_date",
    "month_before_count", "month_of", "month_span", "named_figures", "numeric_date", "pointed_month",
]  # fmt: skip


GIVEN_NAMES = frozenset({"april", "may", "june", "august", "march"})


CAPITALS_BEHIND_MONTHS = word_set(
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
    apart = p["link"] in {"and", "or"} and last != first + 1 and p.before().lower() != "between"
    if last <= first:
        raise ValueError("days that run backwards")
    of_year = year_of(p)
    spans = ((first, first), (last, last), (first, last)) if apart or p["link"] == "or" else ((first, last),)
    if of_year is not None:
        return tuple(DateRange(date(of_year, number, a), date(of_year, number, b)) for a, b in spans)
    found = [recurring(p, lambda y, a=a, b=b: DateRange(date(y, number, a), date(y, number, b))) for a, b in spans]  # type: ignore[misc]
    return tuple(one for likely in zip(*found, strict=False) for one in likely)


def iso_date(p: Phrase) -> Readings:
    return (day(date(int(p["year"]), int(p["month"]), int(p["day"]))),)


def numeric_date(p: Phrase) -> Readings:
    """ "28/02/2026": by the article's habit, or both readings, the day first."""
    number, a, b = _full_year(p), int(p["first"]), int(p["last"])
    orders = {None: ((b, a), (a, b)), True: ((b, a),), False: ((a, b),)}[p.day_first]
    found = tuple(one for m, d in orders if (one := existing(lambda y, m=m, d=d: day(date(y, m, d)), number)))  # type: ignore[misc]
    return found or tuple(one for m, d in ((b, a), (a, b)) if (one := existing(lambda y, m=m, d=d: day(date(y, m, d)), number)))  # type: ignore[misc]


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


def is_month(p: Phrase) -> bool:
    """Whether a bare month word is the month, not a person (May, April, June, August) or a demonstration (March)."""
    before, after, name = p.before().lower(), p.after(), p["month"]
    if name not in GIVEN_NAMES:
        return before not in {"black", "miss"}
    if p.written("month").isupper() or (after[:1].isupper() and after not in CAPITALS_BEHIND_MONTHS):
        return False
    if name == "march" and after in {"on", "for", "of", "to"} and p.after(2)[:1].isupper() and p.after(2).lower() not in MONTHS:
        return before == "in"
    if before in _DETERMINERS:
        return after.islower()
    if before in {"to", "and", "through", "or", ",", "-"}:
        return p.before(2).lower() in MONTHS
    if after in {"to", "-", "through", "until"} and p.after(2).lower() in MONTHS:
        return True
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


def bare_ordinal(p: Phrase) -> Readings:
    """ "on the 18th" at the end of a clause: of this month, the last or the next."""
    number, today = int(number_of(p["day"])), p.today
    every = [calendar.shift(today.replace(day=1), step, "month") for step in (-1, 0, 1)]
    found = [one for whole in every if (one := existing(lambda _, w=whole: day(w.replace(day=number)), 0))]  # type: ignore[misc]
    past, future = [one for one in found if one.first <= today][-1:], [one for one in found if one.first > today][:1]
    return (*future, *past) if p.tense == "future" else (*past, *future)


_BARE_HOLIDAYS = word_set("christmas easter thanksgiving halloween pentecost epiphany hogmanay") | {"new year 's"}


_AT = word_set("on at before after by since until till last this next over between of and from around to for")


def holiday(p: Phrase) -> Readings:
    words = p["holiday"].replace(". ", "")
    if not p.written("holiday")[0].isupper() or (words in _BARE_HOLIDAYS and not _stands_as_date(p)):
        return ()
    rule = HOLIDAYS[words].dates
    if (of_year := year_of(p)) is not None:
        return tuple(map(day, rule(of_year)))
    if p["rel"] == "this":
        return tuple(map(day, rule(p.today.year)))
    count = len(rule(p.today.year))
    return tuple(one for at in range(count) for one in _pointed(p, lambda y, at=at: day(rule(y)[at])))  # type: ignore[misc]


def _stands_as_date(p: Phrase) -> bool:
    if p["year"] or p["which"] or p["rel"]:
        return True
    after = p.after()
    return p.before().lower() in _AT and (not after.isalpha() or after in FUNCTION_WORDS)


def _pointed(p: Phrase, make: Callable[[int], DateRange]) -> Readings:
    every = [make(p.today.year + step) for step in (-1, 0, 1)]
    if p["rel"] == "last":
        return tuple([one for one in every if one.last < p.today][-1:])
    if p["rel"] == "next":
        return tuple([one for one in every if one.first > p.today][:1])
    return recurring(p, make)
