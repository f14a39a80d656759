"""The table of English date phrases: for each a name, a pattern in the notation of `dates_grammar`, and how it is read.

A resolver gives every interval that the phrase may mean, the most likely one first, and () where the phrase is no date here.
Read: absolute, partial and relative dates as newspapers print them. Deliberately not read: lower-case months and weekdays,
"4/22", bare times, durations ("for two weeks"), habits ("on Fridays"), vague pasts ("recently", "in recent weeks"), "day five
of", holidays of moon calendars, and names that hold a date ("Black Friday", "Sunday Times", "Sheffield Wednesday").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from factspec.model import DateRange
from factspec.recognisers import dates_calendar as calendar
from factspec.recognisers.dates_calendar import HOLIDAYS, PARTS, Readings, day, days
from factspec.recognisers.dates_grammar import MONTHS, NUMBERS, WEEKDAYS, Grammar
from factspec.recognisers.dates_phrase import Phrase

__all__ = ["OFFSET", "RULES", "Rule", "grammar", "offset"]

OFFSET = "offset"  # the rule whose phrases need the date behind them


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of date phrase."""

    name: str
    pattern: str
    read: Callable[[Phrase], Readings]


# ---------------------------------------------------------------- numbers in words


def _number(words: str) -> float:
    """A count or an ordinal: "28", "28th", "twenty-one", "a couple of", "two and a half", "half a"."""
    figures = words.rstrip("stndrh")
    if figures.isdigit():
        return int(figures)
    parts = [part for part in words.replace("-", " ").split() if part not in {"and", "of"}]
    if parts[0] == "half":
        return NUMBERS[parts[-1]] / 2
    if len(parts) > 1 and parts[0] == "a":
        parts = parts[1:]
    return sum(NUMBERS[part] if not part.isdigit() else int(part) for part in parts if part != "half") + 0.5 * ("half" in parts)


def _spelt_year(words: str) -> int:
    """A year in words: "nineteen eighty-four", "two thousand and eight", "twenty ten"."""
    parts = [part for part in words.replace("-", " ").split() if part not in {"and", ","}]
    if "thousand" in parts:
        left, right = parts[: parts.index("thousand")], parts[parts.index("thousand") + 1 :]
        return 1000 * NUMBERS[left[0]] + _hundreds(right)
    if "hundred" in parts:
        return _hundreds(parts)
    return 100 * NUMBERS[parts[0]] + sum(NUMBERS[part] for part in parts[1:])


def _hundreds(parts: list[str]) -> int:
    if "hundred" in parts:
        at = parts.index("hundred")
        return 100 * NUMBERS[parts[at - 1]] + sum(NUMBERS[part] for part in parts[at + 1 :])
    return sum(NUMBERS[part] for part in parts)


# ---------------------------------------------------------------- years

_STEP = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1, "upcoming": 1,
    "this": 0, "current": 0, "same": 0, "that": 0, "the": 0, "": 0,
}  # fmt: skip
_ANAPHORIC = frozenset({"that", "same", "previous", "preceding", "following"})

# Words before four figures that make them a number, a name or a time; and words behind them that make them a count or a measure.
_QUANTIFIED = frozenset(
    "about around nearly almost some over than least most approximately roughly another only exactly just under up "
    "at any all those these a an".split()
)
_DESIGNATED = frozenset(
    "no number nos resolution flight route highway boeing airbus windows article section room page part directive "
    "peugeot mazda channel platform unit model regulation paragraph chapter psalm line level grade top worth £ $ € #".split()
)
_COUNTED = frozenset(
    "people troops soldiers men women children workers jobs staff employees students pupils residents civilians refugees migrants "
    "protesters demonstrators officers police policemen fighters rebels militants prisoners patients victims homes houses buildings "
    "families villagers tourists passengers voters votes seats members delegates guests fans spectators visitors cases deaths "
    "casualties wounded dead injured metres meters feet miles km kilometres kilometers kilometer kilometre yards acres hectares tonnes "
    "tons kg kilograms pounds litres gallons barrels dollars euros yen pounds rupees cents times hours hrs gmt utc bst est edt pst "
    "local percent per points words copies pages units vehicles cars trucks ships tanks missiles rockets rounds calories volts watts "
    "mw kw rpm hp years months weeks days minutes seconds others more or-so sq square cubic degrees schools hospitals firms companies "
    "shares items letters books songs games goals runs islands species strong million billion thousand hundred m ft mm cm lb lbs "
    "tanks drones horses sheep cattle cows pigs trees".split()
)
_OPENING = frozenset('([{"“”«\'') | {"—", "", "\f"}
_INTO_YEAR = frozenset(
    "in since by until till from during before after circa year of early late mid spring summer autumn fall winter through to and between "
    "the christmas easter".split()
)


def _is_year(p: Phrase, number: int) -> bool:
    """Whether four figures in running text are a year: what stands before and behind them decides."""
    before, after = p.before().lower(), p.after()
    round_number = number % 10 == 0
    if after.lower() in _COUNTED or after in {"%", "°"} or before in _DESIGNATED:
        return False
    if before in _QUANTIFIED and (round_number or before not in _ABOUT):
        return False
    if p.hangs and after in {"-", "/"} and p.after(2)[:1].isalnum() and p.after(2) not in {"present", "now"}:
        return False
    if p.glued and before not in _OPENING:
        return before == "-" and p.before(2).lower() in {"mid", "pre", "post", "early", "late"}
    noun_behind = after.islower() and after.isalpha() and after not in _FUNCTION_WORDS
    if number < 1900:
        return number >= 1100 and before in _INTO_YEAR and not noun_behind
    if round_number and noun_behind and after.endswith("s") and before not in {"the", "in"}:
        return after in {"levels", "elections", "figures", "census", "results"}
    return number <= 2100


def _year(p: Phrase) -> int | None:
    """The year that a date phrase itself gives, or None."""
    if p["year"]:
        return int(p["year"])
    if p["spelt"]:
        return _spelt_year(p["spelt"])
    if not (which := p["which"]):
        return None
    of = p.anchor().first if which in _ANAPHORIC else p.today
    return of.year + _STEP[which]


def _recurring(p: Phrase, make: Callable[[int], DateRange], reach: int = 1) -> Readings:
    """The readings of something that comes round every year: by the tense the last or the next one, else the nearer."""
    today = p.today
    every = [found for number in range(today.year - reach, today.year + reach + 1) if (found := _existing(make, number))]
    past = [one for one in every if one.first <= today][-1:]
    future = [one for one in every if one.last >= today][:1]
    if p.tense == "future" or (not p.tense and past and future and future[0].first - today < today - past[0].last):
        past, future = future, past
    return (*past, *future, *_of_the_story(p, make))


def _of_the_story(p: Phrase, make: Callable[[int], DateRange]) -> Readings:
    told = p.antecedent
    if told is None or told.relative:
        return ()
    return tuple(found for one in told.readings[:1] if (found := _existing(make, one.last.year)))


def _existing(make: Callable[[int], DateRange], number: int) -> DateRange | None:
    try:
        return make(number)
    except ValueError:
        return None


def _absolute_year(p: Phrase) -> Readings:
    number = int(p["alone"])
    return (calendar.year(number),) if _is_year(p, number) else ()


def _year_span(p: Phrase) -> Readings:
    """ "1999-2003", "2024-25" (also the business and the sports years), "2026-02"."""
    first, short = int(p["first"]), p["short"]
    last = int(p["last"]) if not short else first - first % 100 + int(short)
    if not p["last"] and not p["tie"]:
        return ()
    if short and last <= first:
        return (calendar.month(first, int(short)),)
    if p.after().lower() in _COUNTED or p.before().lower() in _DESIGNATED or last <= first:
        return ()
    both = DateRange(date(first, 1, 1), date(last, 12, 31))
    return (both, *calendar.fiscal_years(last)[1:]) if last == first + 1 else (both,)


def _spelt(p: Phrase) -> Readings:
    number = _spelt_year(p["spelt"])
    after = p.after()
    counted = after.lower() in _COUNTED or (after.islower() and after.endswith("s") and len(after) > 3)
    return () if counted or not 1100 <= number <= 2199 else (calendar.year(number),)


# ---------------------------------------------------------------- days and months

_CAPITALS_BEHIND_MONTHS = frozenset(
    "The A An He She It They We I In On At But And President Prime Minister Mr Mrs Ms Dr US U.S U UN EU UK Congress "
    "Parliament Israel Iran Russia Ukraine China India France Germany Britain".split()
)
_DETERMINERS = frozenset("the a an its his her their our this that last next previous".split())
_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "march"})
# Dates that became names: month and day, the year that is meant, and the words behind that make them so.
_NAMED_DAYS = {
    (9, 11): (2001, "attack attacks terror terrorist terrorists hijackers hijackings commission atrocities".split()),
    (1, 6): (2021, "attack riot riots insurrection committee rioters defendants".split()),
    (10, 7): (2023, "attack attacks massacre assault".split()),
    (7, 7): (2005, "bombings attacks bombers attack bombing".split()),
}  # fmt: skip


def _month(p: Phrase) -> int:
    return MONTHS[p["month"].rstrip(" .")]


def _day_of(of_year: int | None, number: int, of_month: int, p: Phrase) -> Readings:
    if of_year is not None:
        return (day(date(of_year, number, of_month)),)
    named, words = _NAMED_DAYS.get((number, of_month), (0, []))
    meant = (day(date(named, number, of_month)),) if p.after() in words and p.dated and p.today.year >= named else ()
    return meant + _recurring(p, lambda y: day(date(y, number, of_month)), reach=8 if (number, of_month) == (2, 29) else 1)


def _day_and_month(p: Phrase) -> Readings:
    return _day_of(_year(p), _month(p), int(_number(p["day"])), p)


def _day_span(p: Phrase) -> Readings:
    """ "1-2 March", "March 1 and 2": the days in between; two days apart joined by "and" or "or" may be either alone."""
    first, last, number = int(_number(p["first"])), int(_number(p["last"])), _month(p)
    apart = p["link"] in {"and", "or"} and last != first + 1 and p.before().lower() != "between"
    if last <= first:
        raise ValueError("days that run backwards")
    of_year = _year(p)
    spans = ((first, first), (last, last), (first, last)) if apart or p["link"] == "or" else ((first, last),)
    if of_year is not None:
        return tuple(DateRange(date(of_year, number, a), date(of_year, number, b)) for a, b in spans)
    found = [_recurring(p, lambda y, a=a, b=b: DateRange(date(y, number, a), date(y, number, b))) for a, b in spans]  # type: ignore[misc]
    return tuple(one for likely in zip(*found, strict=False) for one in likely)


def _iso(p: Phrase) -> Readings:
    return (day(date(int(p["year"]), int(p["month"]), int(p["day"]))),)


def _numeric(p: Phrase) -> Readings:
    """ "28/02/2026": by the article's habit, or both readings, the day first."""
    number, a, b = _full_year(p), int(p["first"]), int(p["last"])
    orders = {None: ((b, a), (a, b)), True: ((b, a),), False: ((a, b),)}[p.day_first]
    found = tuple(one for m, d in orders if (one := _existing(lambda y, m=m, d=d: day(date(y, m, d)), number)))  # type: ignore[misc]
    return found or tuple(one for m, d in ((b, a), (a, b)) if (one := _existing(lambda y, m=m, d=d: day(date(y, m, d)), number)))  # type: ignore[misc]


def _full_year(p: Phrase) -> int:
    if p["year"]:
        return int(p["year"])
    short = int(p["short"])
    return short + (2000 if short <= 68 else 1900)


def _named_figures(p: Phrase) -> Readings:
    key = (int(p["first"]), int(p["last"]))
    if p.glued or p.after() in {"-", "/"} or key not in _NAMED_DAYS or key == (10, 7) or p.words() not in {"9 / 11", "7 / 7"}:
        return ()
    named, words = _NAMED_DAYS[key]
    return (day(date(named, *key)),) if key == (9, 11) or p.after() in words else ()


def _month_alone(p: Phrase) -> Readings:
    return _period(p) if p["year"] or p["which"] or p["spelt"] or _is_month(p) else ()


def _is_month(p: Phrase) -> bool:
    """Whether a bare month word is the month, not a person (May, April, June, August) or a demonstration (March)."""
    before, after, name = p.before().lower(), p.after(), p["month"]
    if name not in _GIVEN_NAMES:
        return before not in {"black", "miss"}
    if p.written("month").isupper() or (after[:1].isupper() and after not in _CAPITALS_BEHIND_MONTHS):
        return False
    if name == "march" and after in {"on", "for", "of", "to"} and p.after(2)[:1].isupper():
        return before == "in"
    if before in _DETERMINERS:
        return after.islower()
    if before in {"to", "and", "through", "or", ",", "-"}:
        return p.before(2).lower() in MONTHS
    sure = {"in", "since", "until", "till", "during", "early", "late", "mid", "every"}
    return before in sure or (name != "may" and before in {"by", "from", "before", "after", "of", "through", "between"})


def _month_before_count(p: Phrase) -> Readings:
    return _recurring(p, lambda y: calendar.month(y, _month(p)))


def _pointed_month(p: Phrase) -> Readings:
    """ "last February", "this May", "next April"."""
    every = [calendar.month(p.today.year + step, _month(p)) for step in (-1, 0, 1)]
    if p["rel"] == "last":
        return tuple([one for one in every if one.last < p.today][-1:] + [every[0]])
    if p["rel"] == "next":
        return tuple([one for one in every if one.first > p.today][:1] + [every[2]])
    return (every[1], *_recurring(p, lambda y: calendar.month(y, _month(p))))


def _nth_weekday(p: Phrase) -> Readings:
    nth = -1 if p["nth"] in {"last", "final"} else int(_number(p["nth"]))
    return tuple(day(calendar.nth_weekday(whole, WEEKDAYS[p["weekday"]], nth)) for whole in _period(p))


def _day_of_month(p: Phrase) -> Readings:
    """ "the 19th of last month", "the second of the month"."""
    number = int(_number(p["day"]))
    return tuple(day(date(whole.first.year, whole.first.month, number)) for whole in _relative(p, p["rel"], "month"))


def _bare_ordinal(p: Phrase) -> Readings:
    """ "on the 18th" at the end of a clause: of this month, the last or the next."""
    number, today = int(_number(p["day"])), p.today
    every = [calendar.shift(today.replace(day=1), step, "month") for step in (-1, 0, 1)]
    found = [one for whole in every if (one := _existing(lambda _, w=whole: day(w.replace(day=number)), 0))]  # type: ignore[misc]
    past, future = [one for one in found if one.first <= today][-1:], [one for one in found if one.first > today][:1]
    return (*future, *past) if p.tense == "future" else (*past, *future)


# ---------------------------------------------------------------- periods


def _unit(word: str) -> str:
    return "century" if word == "centuries" else word.removesuffix("s")


def _period(p: Phrase) -> Readings:
    """The period named by the groups of the macro PERIOD."""
    if p["month"]:
        number, of_year = _month(p), _year(p)
        return (calendar.month(of_year, number),) if of_year is not None else _recurring(p, lambda y: calendar.month(y, number))
    if p["alone"]:
        return (calendar.year(int(p["alone"])),)
    if p["decade"]:
        return (calendar.decade(int(p["decade"][:4])),)
    if p["twos"] or p["tens"]:
        return _short_decade(p)
    if p["age"]:
        return () if p.after().lower() in {"bc", "bce", "b"} else calendar.century(int(_number(p["age"])))
    return _relative(p, p["rel"], _unit(p["unit"]))


def _decade_of_year(p: Phrase) -> Readings:
    """ "the 1970's"."""
    number = int(p["alone"])
    return (calendar.decade(number),) if number % 10 == 0 else ()


def _short_decade(p: Phrase) -> Readings:
    """ "the '90s", "the nineties", "the nineteen seventies"; not "temperatures in the 90s", not "in her nineties"."""
    if p["cent"]:
        return (calendar.decade(100 * NUMBERS[p["cent"]] + NUMBERS[p["tens"]]),)
    tens = int(p["twos"][:2]) if p["twos"] else NUMBERS[p["tens"]]
    if p["tens"] == "tens" or p.near() & {"temperatures", "temperature", "highs", "lows", "degrees", "fahrenheit", "weather", "percentile"}:
        return ()
    if tens in {0, 10}:
        return (calendar.decade(2000 + tens),)
    return (calendar.decade(1900 + tens), calendar.decade(2000 + tens)) if tens == 20 else (calendar.decade(1900 + tens),)


def _relative(p: Phrase, rel: str, unit: str) -> Readings:
    """ "last week", "this year", "the following month", "that day"."""
    step = _STEP[rel]
    if rel in _ANAPHORIC or unit == "day" or (rel == "next" and p["art"]):
        return _told(p, rel, unit, step)
    if unit == "weekend":
        return _weekend(p, rel)
    if unit == "century":
        return calendar.century(p.today.year // 100 + 1 + step)
    today = p.today
    whole = calendar.period(unit, calendar.shift(today, step, unit))
    if unit == "decade" and step:
        return (days(today, calendar.shift(today, step, unit)), whole)
    if unit == "week":
        sunday = calendar.week(calendar.shift(today, step, unit) + timedelta(1))
        whole_weeks = (whole, DateRange(sunday.first - timedelta(1), sunday.last - timedelta(1)))
        rolling = (days(today, calendar.shift(today, step, unit)),) if step else ()
        return (*rolling, *whole_weeks) if rel in {"past", "coming"} else (*whole_weeks, *rolling)
    return (days(today, calendar.shift(today, step, unit)), whole) if rel == "past" else (whole,)


def _told(p: Phrase, rel: str, unit: str, step: int) -> Readings:
    """Periods that count from the date told last, else from the dateline where that is usual."""
    found: list[DateRange] = []
    if p.antecedent is not None:
        found.append(calendar.period(unit, calendar.shift(p.anchor().first, step, unit)))
    if rel in {"previous", "following", "next", "preceding"} and p.dated and (unit != "day" or not found):
        found.append(calendar.period(unit, calendar.shift(p.today, step, unit)))
    if rel == "the" and p.dated and not found:
        found.append(calendar.period(unit, p.today))
    return tuple(found)


def _weekend(p: Phrase, rel: str) -> Readings:
    today = p.today
    this, last, coming = (calendar.weekend(today + timedelta(step)) for step in (0, -7, 7))
    if rel in {"last", "past"}:
        return (this, last) if today >= this.first else (last,)
    if rel in {"next", "coming", "upcoming"}:
        return (coming, this) if rel == "next" else (this, coming)
    if today >= this.first:
        return (this, last)
    return (last, this) if p.tense == "past" else (this, last)


def _relative_period(p: Phrase) -> Readings:
    rel, unit = p["rel"], _unit(p["unit"])
    if unit == "day" and rel not in _ANAPHORIC | {"next"}:
        return ()
    if p["part"]:
        return _part(p)
    return _relative(p, rel, unit)


def _the_weekend(p: Phrase) -> Readings:
    return _weekend(p, "the")


def _turned(p: Phrase) -> Readings:
    """ "the week before last", "the month after next"."""
    step, unit = (-2 if p["turn"].endswith("last") else 2), _unit(p["unit"])
    return (calendar.period(unit, calendar.shift(p.today, step, unit)),)


def _beside(p: Phrase) -> Readings:
    """ "the year before", "the day after", told of the last date."""
    unit = {"night": "day"}.get(p["unit"], _unit(p["unit"]))
    step = 1 if p["side"] == "after" else -1
    return (calendar.period(unit, calendar.shift(p.anchor().first, step, unit)),)


def _part(p: Phrase) -> Readings:
    """ "early 2026", "mid-May", "the end of the year", "later this month"."""
    name = PARTS[p["part"]]
    if p["month"] and p["month"] in _GIVEN_NAMES and not _year(p) and p.after()[:1].isupper() and p.after() not in _CAPITALS_BEHIND_MONTHS:
        return ()
    if p["unit"] == "day" and name not in {"earlier", "later"}:
        return ()
    whole = _period(p)
    if name in {"earlier", "later"}:
        return tuple(_clipped(one, name, p.today) for one in whole) if p.dated else whole
    if name == "end" and p["alone"] and p.before().lower() == "by":
        return (*whole, *calendar.part(whole[0], name))
    return tuple(found for one in whole for found in calendar.part(one, name))


def _clipped(whole: DateRange, name: str, today: date) -> DateRange:
    if not whole.first <= today <= whole.last:
        return whole
    return DateRange(whole.first, today) if name == "earlier" else DateRange(today, whole.last)


def _year_end(p: Phrase) -> Readings:
    whole = calendar.period(p["unit"], p.today)
    return calendar.part(whole, "end" if p["edge"] == "end" else "mid")


def _rest(p: Phrase) -> Readings:
    return tuple(DateRange(max(one.first, p.today), one.last) for one in _period(p) if one.last >= p.today)


def _to_date(p: Phrase) -> Readings:
    return (DateRange(date(p.today.year, 1, 1), p.today),)


def _piece(p: Phrase) -> Readings:
    """ "the third quarter of 2025", "the last day of February", "the first three months of the year"."""
    nth = {"last": -1, "final": -1, "closing": -1, "latter": 2, "opening": 1}.get(p["nth"]) or int(_number(p["nth"]))
    return tuple(_cut(whole, nth, _unit(p["piece"]), int(_number(p["n"])) if p["n"] else 1) for whole in _period(p))


def _cut(whole: DateRange, nth: int, unit: str, count: int) -> DateRange:
    if unit == "half":
        return calendar.half(whole, nth % 3)
    if unit == "weekend":
        first = calendar.nth_weekday(whole, 5, nth)
        return DateRange(first, first + timedelta(1))
    if unit == "week":
        first = _first_of_weeks(whole) + timedelta(7 * (nth - 1)) if nth > 0 else calendar.week(whole.last).first - timedelta(7 * (count - 1))
        return DateRange(first, first + timedelta(7 * count - 1))
    if nth < 0:
        first = calendar.shift(whole.last + timedelta(1), -count, unit)
    else:
        first = calendar.shift(whole.first, (nth - 1) * count, unit)
    found = DateRange(first, calendar.shift(first, count, unit) - timedelta(1))
    if not found.within(whole):
        raise ValueError("a piece that the period does not have")
    return found


def _first_of_weeks(whole: DateRange) -> date:
    """The first week of a period is the one that holds its first Thursday (ISO 8601 for years)."""
    return calendar.week(calendar.nth_weekday(whole, 3, 1)).first


_BUSINESS = frozenset(
    "gdp earnings profit profits results revenue revenues sales growth net loss losses income figures operating output "
    "economic financial report trading gross domestic shipments deliveries".split()
)


def _quarter_alone(p: Phrase) -> Readings:
    """ "third-quarter profit", "Q3": the last one that began, and the one before or after it."""
    if p["nth"] and p.after().lower() not in _BUSINESS:
        return ()
    number = {"fourth": 4, "final": 4}.get(p["nth"]) or int(_number(p["nth"])) if p["nth"] else int(p["q"][1])
    return _recurring(p, lambda y: calendar.quarter(y, number))


def _quarter(p: Phrase) -> Readings:
    of_year = _year(p) or int(p["alone"])
    if p["h"]:
        return (calendar.half(calendar.year(of_year), int(p["h"][1])),)
    return (calendar.quarter(of_year, int(p["q"][1])),)


def _fiscal(p: Phrase) -> Readings:
    if p["fy"]:
        figures = int(p["fy"][2:])
        return calendar.fiscal_years(figures if figures > 100 else 2000 + figures)
    if p["rel"]:
        return calendar.fiscal_years(p.today.year + _STEP[p["rel"]]) + calendar.fiscal_years(p.today.year + _STEP[p["rel"]] + 1)
    return calendar.fiscal_years(int(p["alone"]))


def _season(p: Phrase) -> Readings:
    """ "last summer", "the spring of 2019", "summer 2012": every reading of the season's name."""
    name, of_year = p["season"], _year(p)
    if of_year is not None:
        return calendar.season(of_year, name)
    today = p.today
    every = [calendar.season(today.year + step, name) for step in (-2, -1, 0, 1, 2)]
    if p["rel"] in {"last", "past"}:
        return tuple(one for likely in zip(*every[::-1], strict=True) for one in [o for o in likely if o.last < today][:1])
    if p["rel"] in {"next", "coming", "upcoming"}:
        return tuple(one for likely in zip(*every, strict=True) for one in [o for o in likely if o.first > today][:1])
    return tuple(one for likely in zip(*every, strict=True) for one in _by_tense(p, likely, today))


def _by_tense(p: Phrase, every: tuple[DateRange, ...], today: date) -> Readings:
    past, future = [one for one in every if one.first <= today][-1:], [one for one in every if one.last >= today][:1]
    return (*past, *future) if p.tense == "past" else (*future, *past)


# ---------------------------------------------------------------- around the dateline


def _today(p: Phrase) -> Readings:
    name = p.written("word") == "Today" and (not p.opens or p.after() in {"programme", "program", "show", "Show", "FM"})
    if name:
        return ()
    step = {"yesterday": -1, "tomorrow": 1}.get(p["word"], 0)
    return (day(p.today + timedelta(step)),)


def _beyond(p: Phrase) -> Readings:
    return (day(p.today + timedelta(2 if p["turn"].startswith("after") else -2)),)


def _this_daytime(p: Phrase) -> Readings:
    return (day(p.today),)


def _last_night(p: Phrase) -> Readings:
    yesterday = p.today - timedelta(1)
    return (day(yesterday), DateRange(yesterday, p.today))


def _overnight(p: Phrase) -> Readings:
    """ "overnight into Tuesday" is Tuesday, and the night before; "overnight" alone the night to the dateline."""
    if p["weekday"]:
        return tuple(one for when in _weekday(p) for one in (when, DateRange(when.first - timedelta(1), when.first)))
    if (p.after().islower() and p.after().isalpha() and p.after() not in _FUNCTION_WORDS) or p.before().lower() in {"an", "the", "stay", "stayed"}:
        return ()
    return (DateRange(p.today - timedelta(1), p.today),)


_FUNCTION_WORDS = frozenset(
    "and but or when as after before by in on at to for from with that which who while because since until into over near "
    "was were is are has have had will would he she it they".split()
)
_BRANDED_BEFORE = frozenset(
    "black super cyber bloody ruby casual freaky manic sheffield stormy blue fat every each most any some one many alternate".split()
)
_BRANDED_BEHIND = frozenset(
    "Times Telegraph Mirror Express Herald Post People Mail Sport Star Independent Tribune Journal Magazine Observer Mercury Review "
    "Business Supplement Sun Club School Addams Weld World Nation Night Football FC Live".split()
)


def _branded(p: Phrase) -> bool:
    """Whether a weekday belongs to a name or a habit: "Sunday Times", "Mail on Sunday", "every Friday", "on a Friday"."""
    before = p.before().lower()
    if before in _BRANDED_BEFORE or p.after() in _BRANDED_BEHIND:
        return p.after() != "Night" or p.after(2)[:1].isupper()
    if before in {"a", "an"} and p.before(2).lower() == "on":
        return True
    return before == "on" and p.before(2) in {"Mail", "Independent", "Scotland", "Wales"} and p["weekday"] == "sunday"


def _is_weekday(written: str, after: str) -> bool:
    """A full name, or an abbreviation with its dot; "Sat." and "Sun." end sentences too often unless the sentence goes on."""
    name = written.rstrip(" .")
    return name.lower() + "day" in WEEKDAYS or len(name) > 5 or (written.endswith(".") and (name not in {"Sat", "Sun"} or not after[:1].isupper()))


def _weekday(p: Phrase) -> Readings:
    """ "on Friday", "last Thursday", "Tuesday next week", "late Monday"."""
    if _branded(p) or not _is_weekday(p.written("weekday"), p.after()):
        return ()
    wanted, today = WEEKDAYS[p["weekday"].rstrip(" .")], p.today
    if p["week"]:
        return (_in_week(today, _STEP[p["week"]], wanted),)
    if p["rel"] and p["rel"] != "the":
        return _pointed_weekday(p, p["rel"], wanted)
    past = today - timedelta((today.weekday() - wanted) % 7)
    future = past if past == today else past + timedelta(7)
    if past == today:
        around = (timedelta(-7), timedelta(7))
        return (day(today), *(day(today + step) for step in (around if p.tense != "future" else around[::-1])))
    return (day(future), day(past)) if p.tense == "future" else (day(past), day(future))


def _in_week(today: date, step: int, weekday: int) -> DateRange:
    return day(calendar.week(today + timedelta(7 * step)).first + timedelta(weekday))


def _pointed_weekday(p: Phrase, rel: str, wanted: int) -> Readings:
    today = p.today
    before = day(today - timedelta((today.weekday() - wanted - 1) % 7 + 1))
    behind = day(today + timedelta((wanted - today.weekday() - 1) % 7 + 1))
    if rel in {"following", "that"} or (rel in {"previous", "next"} and p.antecedent and (rel == "previous" or p.before().lower() == "the")):
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
    if p.antecedent is None:
        return (_in_week(p.today, 1, wanted), behind) if rel == "following" else ()
    told = p.anchor().last
    after = day(told + timedelta((wanted - told.weekday() - 1) % 7 + 1))
    before = day(told - timedelta((told.weekday() - wanted - 1) % 7 + 1))
    return {"following": (after,), "next": (after,), "previous": (before,), "that": (day(told) if told.weekday() == wanted else after,)}[rel]


def _zoned(p: Phrase) -> Readings:
    """ "0400 GMT Saturday" may be Friday where it happened, "2100 GMT Friday" Saturday: the hour moves the day."""
    hour = int(p["hour"][:2])
    step = timedelta(-1 if hour < 12 else 1)
    return tuple(one for when in _weekday(p)[:1] for one in (when, day(when.first + step)))


def _weekday_and_day(p: Phrase) -> Readings:
    """ "Thursday the 21st": the nearest such day around the dateline."""
    wanted, number, today = WEEKDAYS[p["weekday"]], int(_number(p["day"])), p.today
    near = (calendar.shift(today.replace(day=1), step, "month") for step in (0, -1, 1, -2, 2, -3, 3))
    found = (one for first in near if (one := _existing(lambda _, f=first: day(f.replace(day=number)), 0)))  # type: ignore[misc]
    return tuple(one for one in found if one.first.weekday() == wanted)[:2]


# ---------------------------------------------------------------- counts of units

_HOURS = {"hour": 24, "minute": 1440}
_VAGUE_COUNTS = {"few": (2, 5), "couple": (2, 3), "several": (3, 7)}
_ABOUT = frozenset("about around roughly nearly almost some approximately over under circa than least".split())


def _moved(p: Phrase, of: date, sign: int) -> Readings:
    """The day some units before (-1) or after (1) a day, then the unit it falls into, then what rounding may have meant."""
    unit, words = _unit(p["unit"]), p["n"].split()
    p.vague = bool(_ABOUT.intersection(p["about"].split()) or _VAGUE_COUNTS.keys() & words)
    if unit in _HOURS:
        nights = 0 if _VAGUE_COUNTS.keys() & words else round(_number(p["n"]) / _HOURS[unit])
        return (day(of + timedelta(sign * nights)), *([day(of + timedelta(sign))] if nights == 0 else []))
    if vague := next((_VAGUE_COUNTS[word] for word in words if word in _VAGUE_COUNTS), None):
        near, far = (calendar.period(unit, calendar.shift(of, sign * n, unit)) for n in vague)
        return (calendar.hull(far, near) if sign < 0 else calendar.hull(near, far),)
    count = _number(p["n"]) + 0.5 * bool(p["plus"] or p["tail"])
    exact = calendar.shift(of, sign * count, unit)
    if unit in {"day", "night"}:
        return (day(exact),)
    if unit in {"week", "fortnight"}:
        return (day(exact), calendar.week(exact))
    margin = timedelta({"month": 15, "quarter": 45, "year": 182}.get(unit, 1826))
    rounded = DateRange(exact - margin, exact + margin)
    if unit in {"month", "quarter"}:
        return (day(exact), calendar.month(exact.year, exact.month), rounded)
    return (calendar.year(exact.year), day(exact), rounded)


def _ago(p: Phrase) -> Readings:
    found = _moved(p, p.today, -1)
    if not p["point"]:
        return found
    exact = next((one for one in found if one.first == one.last), found[0])
    unit = p["point"].split()[-1]
    return (exact,) if unit == "today" else (calendar.period(unit, exact.first),)


def _from_now(p: Phrase) -> Readings:
    return _moved(p, p.today, 1)


def _beside_told(p: Phrase) -> Readings:
    """ "two days later", "nine days earlier": from the date told last."""
    if _unit(p["unit"]) in _HOURS:
        return ()
    sign = 1 if p["side"] in {"later", "afterwards", "afterward", "after", "on"} else -1
    return _moved(p, p.anchor().first, sign)


def offset(p: Phrase, of: date) -> Readings:
    """ "two days before", "the day after", "a week from": counted from the date that follows."""
    sign = -1 if p["side"] == "before" else 1
    return _moved(p, of, sign) if p["n"] else (calendar.period(_unit(p["unit"]), calendar.shift(of, sign, _unit(p["unit"]))),)


def _awaits_date(_: Phrase) -> Readings:
    return ()


def _in_units(p: Phrase) -> Readings:
    """ "in two weeks": ahead where the clause speaks of the future, else the stretch up to the dateline ("a drop in a week")."""
    unit, tense = _unit(p["unit"]), p.tense
    ahead = _moved(p, p.today, 1)
    if tense == "future" or p["time"]:
        return ahead
    if unit not in {"week", "month", "day", "year"} or p["n"] not in {"a", "one"} or tense == "" and p.after()[:1].isalpha():
        return ()
    return (days(calendar.shift(p.today, -1, unit), p.today), *ahead)


def _within(p: Phrase) -> Readings:
    if p.tense != "future" or p.after() == "of":
        return ()
    return tuple(days(p.today, one.last) for one in _moved(p, p.today, 1)[:1])


def _span(p: Phrase) -> Readings:
    """ "the past 24 hours", "the last three years", "the next two weeks": the stretch up to or from the dateline."""
    sign, unit = (-1 if _STEP[p["rel"]] < 0 else 1), _unit(p["unit"])
    if sign > 0 and p.tense == "past":
        return ()
    of = p.anchor().first if p["rel"] in _ANAPHORIC else p.today
    count = max((_VAGUE_COUNTS[word][1] for word in p["n"].split() if word in _VAGUE_COUNTS), default=0)
    p.vague = bool(count)
    count = count or _number(p["n"])
    if unit in _HOURS:
        return (days(of, of + timedelta(sign * -int(-count // _HOURS[unit]))),)
    return (days(of, calendar.shift(of, sign * count, unit)),)


# ---------------------------------------------------------------- holidays

_BARE_HOLIDAYS = frozenset({"christmas", "easter", "thanksgiving", "halloween", "new year 's", "pentecost", "epiphany", "hogmanay"})
_AT = frozenset("on at before after by since until till last this next over between of and from around to for".split())


def _holiday(p: Phrase) -> Readings:
    words = p["holiday"].replace(". ", "")
    if not p.written("holiday")[0].isupper() or (words in _BARE_HOLIDAYS and not _stands_as_date(p)):
        return ()
    rule = HOLIDAYS[words].dates
    if (of_year := _year(p)) is not None:
        return tuple(map(day, rule(of_year)))
    if p["rel"] == "this":
        return tuple(map(day, rule(p.today.year)))
    count = len(rule(p.today.year))
    return tuple(one for at in range(count) for one in _pointed(p, lambda y, at=at: day(rule(y)[at])))  # type: ignore[misc]


def _stands_as_date(p: Phrase) -> bool:
    if p["year"] or p["which"] or p["rel"]:
        return True
    after = p.after()
    return p.before().lower() in _AT and (not after.isalpha() or after in _FUNCTION_WORDS)


def _pointed(p: Phrase, make: Callable[[int], DateRange]) -> Readings:
    every = [make(p.today.year + step) for step in (-1, 0, 1)]
    if p["rel"] == "last":
        return tuple([one for one in every if one.last < p.today][-1:])
    if p["rel"] == "next":
        return tuple([one for one in every if one.first > p.today][:1])
    return _recurring(p, make)


# ---------------------------------------------------------------- the table

_HOLIDAY_PATTERN = " | ".join(words.replace("st ", "st DOT? ").replace("jr ", "jr DOT? ") for words in HOLIDAYS)
_MACROS = {
    "ORDINAL": "(ORD | TENS HYPHEN? ORDW | ORDW)",
    "DAYNUM": "(DAY | ORDINAL)",
    "MONTHWORD": "(MONTH | MON DOT?)",
    "WDAY": "(WEEKDAY | WKD DOT?)",
    "TO": "(HYPHEN | DASH | to | through | thru | until | till)",
    "TENSONES": "(TENS HYPHEN? ONES | TENS | ONES)",
    "SPELT": "((TEENS | TENS) (TENS HYPHEN? ONES | TENS | TEENS | oh ONES) | TEENS hundred"
    " | (one | two) thousand ((ONES hundred)? and? TENSONES)?)",
    "INYEAR": "((COMMA | of | in)? (the year)? (year:YEAR | spelt:SPELT) | COMMA? (of | in)? which:(last | this | next | that | same | following) (year | years))",
    "REL": "(last | this | next | that | past | previous | preceding | following | coming | upcoming | current | same | the)",
    "UNIT": "(day | week | weekend | month | quarter | year | decade | century)",
    "UNITS": "(day | days | night | nights | week | weeks | fortnight | fortnights | month | months | quarters | year | years | decade | decades"
    " | century | centuries | hour | hours | minute | minutes)",
    "PIECE": "(day | days | week | weeks | weekend | month | months | quarter | half | year | years | decade)",
    "PERIOD": "(the? month:MONTHWORD INYEAR? | alone:YEAR | the? decade:DECADE | the? ' twos:TWOS | the? (cent:(TEENS | twenty) HYPHEN?)? tens:DECADEW"
    " | the? age:ORDINAL century | (?= the | REL) art:the? rel:REL? (calendar)? unit:UNIT)",
    "PART": "the? part:(early | mid | late | beginning | start | dawn | middle | end | close | earlier | later) HYPHEN? (of | in | on)?",
    "COUNT": "(half (a | an) | (a | an)? TENS HYPHEN? ONES | TENS | ONES | NUM | YEAR | (a | an)? couple (of)? | (a | the)? few | several | a dozen | a | an | a hundred)",
    "ABOUT": "(about | around | roughly | nearly | almost | some | approximately | just? over | just? under | at least | more than | less than | just | only | exactly)",
    "PLUS": "(and a half)",
    "DAYTIME": "(morning | afternoon | evening | night | lunchtime | noon | midnight | dawn | dusk | midday)",
    "SEASON": "(spring | summer | autumn | fall | winter)",
    "STOP": "(?= COMMA | DOT | PUNCT | and | but | when | $)",
    "HOLIDAY": f"({_HOLIDAY_PATTERN})",
}  # fmt: skip
_PIVOTS = (
    "MONTH | MON | WEEKDAY | WKD | YEAR | SLASH | DECADE | TWOS | DECADEW | thousand | Q | H | FY | UNIT | UNITS | SEASON | DAYTIME"
    " | TENS | TEENS | ORD | today | yesterday | tomorrow | tonight | overnight | christmas | easter | thanksgiving | halloween | day | pentecost | hogmanay | epiphany"
    " | mardi | juneteenth | fourth"
)

RULES: tuple[Rule, ...] = (
    # figures
    Rule("iso date", "year:YEAR (HYPHEN | SLASH) month:DAY (HYPHEN | SLASH) day:DAY", _iso),
    Rule("numeric date", "first:DAY SLASH last:DAY SLASH (year:YEAR | short:TWO (?! SLASH))", _numeric),
    Rule("dotted date", "first:DAY DOT last:DAY DOT year:YEAR", _numeric),
    Rule("dashed date", "first:DAY HYPHEN last:DAY HYPHEN year:YEAR", _numeric),
    Rule("date name", "first:DAY SLASH last:DAY (?! SLASH)", _named_figures),
    # days of a month
    Rule("span of days", "(WDAY COMMA?)? the? first:DAYNUM link:(TO | and | or) the? last:DAYNUM of? month:MONTHWORD INYEAR?", _day_span),
    Rule("span of days", "(WDAY COMMA?)? month:MONTHWORD first:(DAY | ORD) link:(HYPHEN | DASH | through) last:(DAY | ORD) (?! OTHER | HYPHEN) INYEAR?", _day_span),
    Rule("span of days", "(WDAY COMMA?)? month:MONTHWORD first:(DAY | ORD) link:(HYPHEN | DASH | through) last:(DAY | ORD) INYEAR", _day_span),
    Rule("span of days", "(WDAY COMMA?)? month:MONTHWORD first:(DAY | ORD) link:(TO | and | or) last:(DAY | ORD) (INYEAR | (?! OTHER | MONTHWORD | COLON))", _day_span),
    Rule("day, month", "weekday:WDAY COMMA? the? day:(DAY | ORDINAL) of? month:MONTHWORD INYEAR?", _day_and_month),
    Rule("day, month", "the? day:(DAY | ORD | ORDINAL (?= of)) of? month:MONTHWORD INYEAR?", _day_and_month),
    Rule("weekday (day)", "weekday:WDAY DAYTIME? OPEN month:MONTHWORD day:(DAY | ORD) INYEAR? CLOSE", _day_and_month),
    Rule("weekday (day)", "weekday:WDAY DAYTIME? OPEN day:(DAY | ORD) of? month:MONTHWORD INYEAR? CLOSE", _day_and_month),
    Rule("month before a count", "(?<= in) month:MONTHWORD (?= NUM (OTHER | HYPHEN))", _month_before_count),
    Rule("month, day", "(weekday:WDAY DAYTIME? COMMA?)? month:MONTHWORD COMMA? day:(DAY | ORD | (?<= the) ORDINAL) (?! HYPHEN OTHER | COLON | SLASH) INYEAR?", _day_and_month),
    Rule("month, day", "(weekday:WDAY COMMA?)? month:MONTHWORD the? day:ORDINAL (INYEAR | (?= COMMA | DOT | PUNCT | $))", _day_and_month),
    Rule("month, day", "(weekday:WDAY COMMA?)? month:MONTHWORD the day:ORDINAL", _day_and_month),
    Rule("day of a month", "the? day:DAYNUM (day)? of rel:(the | this | last | next | that) unit:month", _day_of_month),
    Rule("weekday the nth", "weekday:WEEKDAY COMMA? the day:ORDINAL (?! OTHER)", _weekday_and_day),
    # pieces of a period
    Rule("nth weekday", "the? nth:(ORDINAL | last | final) weekday:WEEKDAY (in | of) PERIOD", _nth_weekday),
    Rule("piece of a period", "the? nth:(ORDINAL | last | final | latter | opening | closing) (n:COUNT)? HYPHEN? piece:PIECE (of | in) PERIOD", _piece),
    Rule("piece of a period", "the? nth:(ORDINAL | final | last) HYPHEN? piece:(quarter | half) (alone:YEAR | rel:(last | this | next) unit:year)", _piece),
    Rule("quarter", "q:Q (of | HYPHEN | COMMA)? (alone:YEAR | INYEAR)", _quarter),
    Rule("quarter", "h:H (of)? (alone:YEAR | INYEAR)", _quarter),
    Rule("quarter", "alone:YEAR HYPHEN? (q:Q | h:H)", _quarter),
    Rule("bare quarter", "q:Q | (the)? nth:(ORDINAL | final) HYPHEN? quarter", _quarter_alone),
    Rule("rest of a period", "the? (rest | remainder) of PERIOD", _rest),
    Rule("year to date", "the? year HYPHEN? to HYPHEN? date", _to_date),
    Rule("end of the year", "the? unit:(year | month) (HYPHEN | 's)? edge:end", _year_end),
    Rule("end of the year", "edge:(end | middle) of unit:(year | month | week)", _year_end),
    Rule("part of a period", "PART PERIOD", _part),
    # months
    Rule("pointed month", "rel:(last | this | next) past? month:MONTHWORD (?! DAY)", _pointed_month),
    Rule("month", "month:MONTHWORD INYEAR", _month_alone),
    Rule("month", "month:MONTH", _month_alone),
    # years and more
    Rule("fiscal year", "fy:FY | the? (fiscal | financial) year? alone:YEAR | (the | this)? rel:(last | this | next | current | previous | coming) (fiscal | financial) year", _fiscal),
    Rule("span of years", "first:YEAR tie:(HYPHEN | SLASH) (short:TWO | last:YEAR) (?! HYPHEN | SLASH) ((fiscal | financial)? year | season)?", _year_span),
    Rule("span of years", "first:YEAR (DASH | to | through | until | till) last:YEAR", _year_span),
    Rule("decade", "the alone:YEAR 's", _decade_of_year),
    Rule("decade", "the? decade:DECADE | the? ' twos:TWOS | (the? cent:(TEENS | twenty) HYPHEN? | the (roaring | swinging)?) tens:DECADEW", _period),
    Rule("decade", "(?<= in | during | of | since) the twos:TWOS", _period),
    Rule("century", "the? age:ORDINAL century", _period),
    Rule("season", "(the | this)? (early | mid | late)? HYPHEN? rel:(last | this | next | past | coming) season:SEASON", _season),
    Rule("season", "the? (early | mid | late)? HYPHEN? season:(spring | summer | autumn | winter) INYEAR", _season),
    Rule("season", "the (early | mid | late)? HYPHEN? season:fall INYEAR", _season),
    Rule("spelt year", "(?<= in | since | of | year | by | until | from | before | after | during) spelt:SPELT", _spelt),
    # holidays
    Rule("holiday", "(rel:(last | this | next))? holiday:HOLIDAY INYEAR?", _holiday),
    # around the dateline
    Rule("beyond tomorrow", "the day turn:(after tomorrow | before yesterday)", _beyond),
    Rule("today", "word:(today | yesterday | tomorrow | tonight) DAYTIME?", _today),
    Rule("this morning", "(early | late | earlier | later)? word:this DAYTIME", _this_daytime),
    Rule("last night", "(early | late)? last (night | evening)", _last_night),
    Rule("overnight", "overnight ((into | on | to)? weekday:WEEKDAY)?", _overnight),
    Rule("hour and zone", "hour:(CLOCK | TWO COLON TWO) (gmt | utc) (on)? weekday:WEEKDAY", _zoned),
    Rule("weekday", "week:(last | this | next) week (on | 's)? weekday:WEEKDAY", _weekday),
    Rule("weekday", "(PART)? (this (?= past | coming | upcoming))? (rel:REL)? weekday:WDAY DAYTIME? ((of)? week:(last | this | next) week)?", _weekday),
    Rule("turned period", "the? unit:UNIT turn:(before last | after the? next)", _turned),
    Rule("period beside", "the unit:(day | night | week | month | year) side:(before | after) STOP", _beside),
    Rule("ago", "(about:ABOUT)? n:COUNT CLOSE? (plus:PLUS)? unit:UNITS (tail:PLUS)? ago (point:(today | this (week | month | year)))?", _ago),
    Rule("from now", "(about:ABOUT)? n:COUNT (plus:PLUS)? unit:UNITS (tail:PLUS)? (from (now | today) | hence)", _from_now),
    Rule("later", "(about:ABOUT)? n:COUNT (plus:PLUS)? unit:UNITS (tail:PLUS)? side:(later | earlier | afterwards | afterward | previously | beforehand | before STOP | after STOP)", _beside_told),
    Rule(OFFSET, "(about:ABOUT)? n:COUNT (plus:PLUS)? unit:UNITS side:(before | after | from)", _awaits_date),
    Rule(OFFSET, "the unit:(day | week | month | year) side:(before | after)", _awaits_date),
    Rule("span of units", "the? rel:(past | last | next | coming | previous | preceding | following) n:COUNT unit:UNITS", _span),
    Rule("in units", "in (about:ABOUT)? n:COUNT unit:UNITS (' | 's)? (time:time)?", _in_units),
    Rule("within units", "within (about:ABOUT)? n:COUNT unit:UNITS", _within),
    Rule("relative period", "(PART)? (this)? art:the? rel:(last | this | next | that | past | previous | preceding | following | coming | upcoming | current | same) (calendar)? unit:UNIT", _relative_period),
    Rule("relative period", "rel:this unit:years (?= OTHER)", _relative_period),  # "this years winner"
    Rule("weekend", "(?<= over | at | during | through | throughout) art:the rel:weekend", _the_weekend),
    Rule("bare day", "(?<= on) the day:ORD (?= DOT | COMMA | PUNCT | $)", _bare_ordinal),
    # years last: anything else that holds four figures comes first
    Rule("year", "alone:YEAR", _absolute_year),
)  # fmt: skip


@cache
def grammar() -> Grammar:
    """The rules compiled; made when it is first asked for, because that takes some milliseconds."""
    return Grammar([rule.pattern for rule in RULES], _MACROS, _PIVOTS)
