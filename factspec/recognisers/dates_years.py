"""Years in running text: when four figures are one, the year a phrase gives, and what comes round every year.

Read: 1100 to 2199, in figures and in words, spans of years and the double years of business and sport. Not read: years
before 1100, and four figures that a word beside them makes a count, a measure, a time or a number in a series.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import Readings
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_words import ABOUT, FUNCTION_WORDS, spelt_year, word_set

__all__ = [
    "ANAPHORIC", "STEP", "absolute_year", "by_tense", "existing", "past_and_future", "recurring", "recurring_each",
    "spelt_alone", "year_of", "year_span",
]  # fmt: skip


STEP = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1, "upcoming": 1,
    "this": 0, "current": 0, "same": 0, "that": 0, "the": 0, "": 0,
}  # fmt: skip
ANAPHORIC = frozenset({"that", "same", "previous", "preceding", "following"})


# Words before four figures that make them a number, a name or a time; and words behind them that make them a count or a measure.
_QUANTIFIED = word_set(
    "about around nearly almost some over than least most approximately roughly another only exactly just under up at any "
    "all those these"
)
_DESIGNATED = word_set(
    "no number nos resolution flight route highway boeing airbus windows article section room page part directive peugeot "
    "mazda channel platform unit model regulation paragraph chapter psalm line level grade top worth £ $ € #"
)
_COUNTED = word_set(
    "people troops soldiers men women children workers jobs staff employees students pupils residents civilians refugees "
    "migrants protesters demonstrators officers police policemen fighters rebels militants prisoners patients victims homes "
    "houses buildings families villagers tourists passengers voters votes seats members delegates guests fans spectators "
    "visitors cases deaths casualties wounded dead injured metres meters feet miles km kilometres kilometers kilometer "
    "kilometre yards acres hectares tonnes tons kg kilograms pounds litres gallons barrels dollars euros yen pounds rupees "
    "cents times hours hrs gmt utc bst est edt pst local percent per points words copies pages units vehicles cars trucks "
    "ships tanks missiles rockets rounds calories volts watts mw kw rpm hp years months weeks days minutes seconds others "
    "more or-so sq square cubic degrees schools hospitals firms companies shares items letters books songs games goals runs "
    "islands species strong million billion thousand hundred m ft mm cm lb lbs tanks drones horses sheep cattle cows pigs "
    "trees year"
)
_OPENING = frozenset("([{\"“”«'") | {"—", "", "\f"}
_INTO_YEAR = word_set(
    "in since by until till from during before after circa year of early late mid spring summer autumn fall winter through "
    "to and between the christmas easter"
)


def _is_year(p: Phrase, number: int) -> bool:
    """Whether four figures in running text are a year: what stands before and behind them decides."""
    before, after = p.before().lower(), p.after()
    round_number = number % 10 == 0
    if _counts(p) or _numbers(p) or (before in _QUANTIFIED and (round_number or before not in ABOUT)):
        return False
    if p.glued and before not in _OPENING:
        return before == "-" and p.before(2).lower() in {"mid", "pre", "post", "early", "late"}
    noun_behind = after.islower() and after.isalpha() and after not in FUNCTION_WORDS
    if number < 1900:
        return number >= 1100 and before in _INTO_YEAR and not noun_behind
    if round_number and noun_behind and after.endswith("s") and before not in {"the", "in"}:
        return after in {"levels", "elections", "figures", "census", "results"}
    return number <= 2100 or before in _INTO_YEAR


def _counts(p: Phrase) -> bool:
    """Whether what stands behind the figures makes them a count or a measure: "2000 people", "2000-strong"."""
    after, further = p.after().lower(), p.after(2)
    if after in _COUNTED or after in {"%", "°"} or (after == "or" and further == "more"):
        return True
    if after in {"and", "to", "or"} and further.isdigit():
        return p.after(3).lower() in _COUNTED
    return p.hangs and after in {"-", "/"} and further[:1].isalnum() and further not in {"present", "now"}


def _numbers(p: Phrase) -> bool:
    """Whether what stands before the figures makes them part of a number or of a name: "No. 1984", "one in 2000", "020 2004"."""
    before, further = p.before().lower(), p.before(2).lower()
    if before == "in":
        return further.isdigit() or further == "one"
    if before == ".":
        return further in _DESIGNATED
    return before in _DESIGNATED or any(map(str.isdigit, before))


def year_of(p: Phrase) -> int | None:
    """The year that a date phrase itself gives, or None."""
    if p["year"]:
        return int(p["year"])
    if p["spelt"]:
        return spelt_year(p["spelt"])
    if not (which := p["which"]):
        return None
    of = p.anchor().first if which in ANAPHORIC else p.today
    return of.year + STEP[which]


def recurring(p: Phrase, make: Callable[[int], DateRange], reach: int = 1) -> Readings:
    """The readings of something that comes round every year: by the tense the last or the next one, else the nearer."""
    today = p.today
    every = [found for number in range(today.year - reach, today.year + reach + 1) if (found := existing(make, number))]
    past, future = past_and_future(every, today)
    ahead = past and future and _lies_ahead(p, today - past[0].last, future[0].first - today)
    return (*(future + past if ahead else past + future), *_of_the_story(p, make))


def recurring_each(p: Phrase, makes: Sequence[Callable[[int], DateRange]]) -> Readings:
    """The readings of several things that come round every year, the most likely one of each first."""
    each = [recurring(p, make) for make in makes]
    return tuple(one for likely in zip_longest(*each) for one in likely if one)


def past_and_future(every: Sequence[DateRange], today: date) -> tuple[list[DateRange], list[DateRange]]:
    """Of intervals in their order the last that has begun, and the first that is not over; each alone in a list, or none."""
    return [one for one in every if one.first <= today][-1:], [one for one in every if one.last >= today][:1]


def by_tense(p: Phrase, every: Sequence[DateRange]) -> Readings:
    """The last and the next of some intervals, the next one first where the clause speaks of the future."""
    past, future = past_and_future(every, p.today)
    return (*future, *past) if p.tense == "future" else (*past, *future)


def _lies_ahead(p: Phrase, behind: timedelta, ahead: timedelta) -> bool:
    """By the tense; against it where this one is most of a year off and the other near, for a past only with a deadline."""
    if p.tense == "future":
        return ahead < timedelta(300) or behind > timedelta(60)
    if p.tense == "past":
        return behind > timedelta(300) and ahead < timedelta(60) and p.before().lower() in {"by", "until", "till"}
    return ahead < behind


def _of_the_story(p: Phrase, make: Callable[[int], DateRange]) -> Readings:
    told = p.told()
    if told is None or told.relative:
        return ()
    return tuple(found for one in told.readings[:1] if (found := existing(make, one.last.year)))


def existing(make: Callable[[int], DateRange], number: int) -> DateRange | None:
    try:
        return make(number)
    except ValueError:
        return None


def absolute_year(p: Phrase) -> Readings:
    number = int(p["alone"])
    return (calendar.year(number),) if _is_year(p, number) else ()


def year_span(p: Phrase) -> Readings:
    """ "1999-2003", "2024-25" (also the business and the sports years), "2026-02"."""
    first, short = int(p["first"]), p["short"]
    last = int(p["last"]) if not short else first - first % 100 + int(short)
    if p.glued and p.before() not in _OPENING:
        return ()
    if short and last <= first:
        return (calendar.month(first, int(short)),)
    if p.after().lower() in _COUNTED or p.before().lower() in _DESIGNATED or last <= first:
        return ()
    both = DateRange(date(first, 1, 1), date(last, 12, 31))
    return (both, *calendar.fiscal_years(last)[1:]) if last == first + 1 else (both,)


def spelt_alone(p: Phrase) -> Readings:
    number = spelt_year(p["spelt"])
    after = p.after()
    counted = after.lower() in _COUNTED or (after.islower() and after.endswith("s") and len(after) > 3)
    return () if counted or not 1100 <= number <= 2199 else (calendar.year(number),)
