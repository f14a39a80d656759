"""The table of English date phrases: for each a name, a pattern in the notation of `dates_grammar`, and how it is read.

A resolver gives every interval that the phrase may mean, the most likely one first, and () where the phrase is no date here.
Deliberately without a row: lower-case months and weekdays, "4/22", bare times, durations ("for two weeks"), habits ("on
Fridays"), vague pasts ("recently", "in recent weeks"), "day five of the war", and holidays of moon calendars.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from factspec.recognisers.dates_calendar import HOLIDAYS, Readings
from factspec.recognisers.dates_days import (
    bare_ordinal,
    day_and_month,
    day_span,
    holiday,
    iso_date,
    month_before_count,
    month_span,
    named_figures,
    numeric_date,
    pointed_month,
    week_of_the_nth,
)
from factspec.recognisers.dates_grammar import Grammar
from factspec.recognisers.dates_periods import (
    beside,
    day_of_month,
    decade_of_year,
    fiscal_year,
    month_alone,
    nth_weekday,
    part_of,
    period_of,
    piece_of,
    quarter_alone,
    quarter_of,
    relative_period,
    rest_of,
    season_of,
    the_weekend,
    to_date,
    turned,
    year_end,
)
from factspec.recognisers.dates_phrase import Phrase
from factspec.recognisers.dates_relative import (
    ago,
    awaits_date,
    beside_told,
    beyond,
    day_beside,
    from_now,
    in_units,
    last_night,
    overnight,
    span_of_units,
    this_daytime,
    weekday_and_day,
    weekday_of,
    within_units,
)
from factspec.recognisers.dates_years import absolute_year, spelt_alone, year_span

__all__ = ["NOW", "OFFSET", "RULES", "Rule", "grammar"]


OFFSET = "offset"  # the rule whose phrases need the date behind them


NOW = "now"  # the rule whose phrases are dates only at the end of a range


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of date phrase."""

    name: str
    pattern: str
    read: Callable[[Phrase], Readings]


_HOLIDAY = " | ".join(words.replace("st ", "st DOT? ").replace("jr ", "jr DOT? ") for words in HOLIDAYS)
_MACROS = {
    # numbers
    "ORDINAL": "ORD | TENS HYPHEN? ORDW | ORDW",
    "DAYNUM": "DAY | ORDINAL",
    "TENSONES": "TENS HYPHEN? ONES | TENS | ONES",
    "SPELT": "((TEENS | TENS) (TENS HYPHEN? ONES | TENS | TEENS | (oh | zero) ONES) | TEENS hundred (and? TENSONES)?"
    " | (one | two) thousand ((ONES hundred)? and? TENSONES)?)",
    "COUNT": "(half (a | an) | (a | an)? TENS HYPHEN? ONES | TENS | ONES | NUM | YEAR | (a | an)? couple of? | (a | the)? few"
    " | several | a dozen | a hundred | a | an)",
    "ABOUT": "(about | around | roughly | nearly | almost | some | approximately | just? over | just? under | at least"
    " | more than | less than | just | only | exactly)",
    # names of days and months
    "MONTHWORD": "MONTH | MON DOT?",
    "WDAY": "WEEKDAY | WKD DOT?",
    "DAYTIME": "morning | afternoon | evening | night | lunchtime | noon | midnight | dawn | dusk | midday",
    "SEASON": "spring | summer | autumn | fall | winter",
    "HOLIDAY": _HOLIDAY,
    # units and what points at them
    "UNIT": "day | week | fortnight | weekend | month | quarter | year | decade | century",
    "UNITS": "(day | days | night | nights | week | weeks | fortnight | fortnights | month | months | quarters | year | years"
    " | decade | decades | century | centuries | hour | hours | minute | minutes)",
    "PIECE": "day | days | week | weeks | weekend | month | months | quarter | half | year | years | decade",
    "POINTER": "last | this | next | that | past | previous | preceding | following | coming | upcoming | current | same",
    "NEAR": "last | this | next",
    "BUSINESS": "fiscal | financial",
    # parts of phrases
    "TO": "HYPHEN | DASH | to | through | thru | until | till",
    "STOP": "(?= COMMA | DOT | PUNCT | and | but | when | $)",
    "ALONE": "(?! OTHER | HYPHEN | MONTHWORD | COLON)",
    "INYEAR": "((COMMA | of | in)? (the year)? (year:YEAR | spelt:SPELT)"
    " | COMMA? (of | in)? which:(NEAR | that | same | following) (year | years))",
    "PART": "the? part:(early | mid | late | earlier | later) HYPHEN? (of | in | on)?",
    "EDGE": "the? part:(beginning | start | dawn | middle | end | close) of",
    "DECADEWORD": "(cent:(TEENS | twenty) HYPHEN?)? tens:DECADEW",
    "PERIOD": "(the? month:MONTHWORD INYEAR? | alone:YEAR | wordy:SPELT | the? decade:DECADE | the? ' twos:TWOS | the? DECADEWORD"
    " | the? age:ORDINAL century | (?= the | POINTER) art:the? rel:POINTER? calendar? unit:UNIT)",
    "HALF": "and a half",
    "FURTHER": "(COMMA? and? COUNT UNITS) (COMMA? and? COUNT UNITS)?",
    "COUNTED": "(about:ABOUT)? n:COUNT CLOSE? (plus:HALF)? unit:UNITS (tail:HALF)? (more:FURTHER)?",
}
# The words without which nothing is a date; rules are tried only around them.
_PIVOTS = (
    "MONTH | MON | WEEKDAY | WKD | DAYTIME | SEASON | UNIT | UNITS | YEAR | DECADE | TWOS | DECADEW | TENS | TEENS | ORD"
    " | thousand | Q | H | FY | SLASH | today | yesterday | tomorrow | tonight | overnight"
    " | (?<= between | and | until | till | to) now"
    " | christmas | easter | thanksgiving | halloween | pentecost | hogmanay | epiphany | mardi | juneteenth | fourth"
)

RULES: tuple[Rule, ...] = (
    # ---- figures
    Rule(
        "iso date",
        "year:YEAR (HYPHEN | SLASH) month:DAY (HYPHEN | SLASH) day:DAY (?! (HYPHEN | SLASH) (DAY | TWO | YEAR))",
        iso_date,
    ),
    Rule("numeric date", "first:DAY SLASH last:DAY SLASH (year:YEAR | short:TWO (?! SLASH))", numeric_date),
    Rule("numeric date", "first:DAY DOT last:DAY DOT year:YEAR", numeric_date),
    Rule("numeric date", "first:DAY HYPHEN last:DAY HYPHEN year:YEAR", numeric_date),
    Rule("date name", "first:DAY SLASH last:DAY (?! SLASH)", named_figures),
    # ---- days of a month
    Rule(
        "span of days",
        "(WDAY COMMA?)? the? first:DAYNUM link:(TO | and | or) the? last:DAYNUM of? month:MONTHWORD INYEAR?",
        day_span,
    ),
    Rule(
        "span of days",
        "(WDAY COMMA?)? month:MONTHWORD first:(DAY | ORD) link:(TO | and | or) last:(DAY | ORD) (INYEAR | ALONE)",
        day_span,
    ),
    Rule(
        "span of days",
        "month:MONTHWORD first:(DAY | ORD) middle:(COMMA (DAY | ORD))+ COMMA? link:and last:(DAY | ORD) (INYEAR | ALONE)",
        day_span,
    ),
    Rule(
        "span of days",
        "(the (?= ORDINAL))? first:DAYNUM middle:(COMMA DAYNUM)+ COMMA? link:and last:DAYNUM of? month:MONTHWORD INYEAR?",
        day_span,
    ),
    Rule("day, month", "weekday:WDAY COMMA? the? day:(DAY | ORDINAL) of? month:MONTHWORD INYEAR?", day_and_month),
    Rule(
        "day, month",
        "(the (?= ORDINAL))? (?<! CURRENCY) day:(DAY | ORD | ORDINAL (?= of)) of? month:MONTHWORD INYEAR?",
        day_and_month,
    ),
    Rule("weekday (day)", "weekday:WDAY DAYTIME? OPEN month:MONTHWORD day:(DAY | ORD) INYEAR? CLOSE", day_and_month),
    Rule("weekday (day)", "weekday:WDAY DAYTIME? OPEN day:(DAY | ORD) of? month:MONTHWORD INYEAR? CLOSE", day_and_month),
    Rule("month before a count", "(?<= in) month:MONTHWORD (?= NUM (OTHER | HYPHEN))", month_before_count),
    Rule(
        "month, day",
        "(weekday:WDAY DAYTIME? COMMA?)? month:MONTHWORD COMMA? day:(DAY | ORD) (?! HYPHEN OTHER | COLON | SLASH) INYEAR?",
        day_and_month,
    ),
    Rule("month, day", "(weekday:WDAY COMMA?)? month:MONTHWORD the? day:ORDINAL (INYEAR | STOP)", day_and_month),
    Rule("month, day", "(weekday:WDAY COMMA?)? month:MONTHWORD the day:ORDINAL", day_and_month),
    Rule(
        "day of a month",
        "the? day:DAYNUM day? (of | (?= NEAR)) (art:the | rel:(NEAR | that)) unit:month",
        day_of_month,
    ),
    Rule("weekday the nth", "weekday:WEEKDAY COMMA? the day:ORDINAL (?! OTHER)", weekday_and_day),
    Rule("weekday the nth", "weekday:WEEKDAY day:ORD (?! OTHER)", weekday_and_day),
    # ---- pieces and parts of a period
    Rule("nth weekday", "the? nth:(ORDINAL | last | final) weekday:WEEKDAY (in | of) PERIOD", nth_weekday),
    Rule(
        "piece of a period",
        "the? nth:(ORDINAL | last | final | latter | opening | closing) (n:COUNT)? HYPHEN? piece:PIECE (of | in) PERIOD",
        piece_of,
    ),
    Rule(
        "piece of a period",
        "the? nth:(ORDINAL | final | last) HYPHEN? piece:(quarter | half | week | day) (alone:YEAR | rel:NEAR unit:year)",
        piece_of,
    ),
    Rule("quarter", "(q:Q | h:H) (of | HYPHEN | COMMA)? INYEAR", quarter_of),
    Rule("quarter", "alone:YEAR HYPHEN? (q:Q | h:H)", quarter_of),
    Rule("bare quarter", "q:Q | the? nth:(ORDINAL | final) HYPHEN? quarter", quarter_alone),
    Rule("rest of a period", "the? (rest | remainder) of PERIOD", rest_of),
    Rule("year to date", "the? year HYPHEN? to HYPHEN? date", to_date),
    Rule("end of the year", "the? unit:(year | month) (HYPHEN | 's)? edge:end", year_end),
    Rule("end of the year", "edge:(end | middle) of unit:(year | month | week)", year_end),
    Rule("part of a period", "PART PERIOD (?! (DAY | ORD) (COMMA | DOT | PUNCT | $))", part_of),
    Rule("part of a period", "EDGE PERIOD", part_of),
    # ---- months
    Rule("span of months", "first:MONTHWORD TO month:MONTHWORD INYEAR", month_span),
    Rule("span of months", "first:MONTHWORD HYPHEN month:MONTHWORD (?! DAY | ORD)", month_span),
    Rule(
        "span of months",
        "(?<= from | between) first:MONTHWORD (TO | and) month:MONTHWORD (?! DAY | ORD) INYEAR?",
        month_span,
    ),
    Rule("pointed month", "rel:NEAR past? month:MONTHWORD (?! DAY)", pointed_month),
    Rule("month", "month:MONTHWORD INYEAR", month_alone),
    Rule("month", "month:MONTH", month_alone),
    # ---- years and more
    Rule("fiscal year", "fy:FY | the? BUSINESS year? alone:YEAR", fiscal_year),
    Rule("fiscal year", "(the | this)? rel:(NEAR | current | previous | coming) BUSINESS year", fiscal_year),
    Rule(
        "span of years",
        "first:YEAR (HYPHEN | SLASH) (short:TWO | last:YEAR) (?! HYPHEN | SLASH) (BUSINESS? year | season)?",
        year_span,
    ),
    Rule("span of years", "first:YEAR (DASH | to | through | until | till) last:YEAR", year_span),
    Rule("decade", "the alone:YEAR 's", decade_of_year),
    Rule("decade", "the? decade:DECADE | the? ' twos:TWOS", period_of),
    Rule("decade", "(the? cent:(TEENS | twenty) HYPHEN? | the (roaring | swinging)?) tens:DECADEW", period_of),
    Rule("decade", "(?<= in | during | of | since | throughout) the twos:TWOS", period_of),
    Rule("century", "the? age:ORDINAL century", period_of),
    Rule(
        "season",
        "(the | this)? (early | mid | late)? HYPHEN? rel:(NEAR | past | coming) season:SEASON",
        season_of,
    ),
    Rule("season", "the? (early | mid | late)? HYPHEN? season:(spring | summer | autumn) INYEAR", season_of),
    Rule("season", "the? (early | mid | late)? HYPHEN? season:winter INYEAR ((HYPHEN | SLASH) TWO)?", season_of),
    Rule("season", "the (early | mid | late)? HYPHEN? season:fall INYEAR", season_of),
    Rule("spelt year", "(?<= in | since | of | year | by | until | from | before | after | during) spelt:SPELT", spelt_alone),
    Rule("holiday", "(rel:NEAR)? holiday:HOLIDAY INYEAR?", holiday),
    # ---- around the dateline
    Rule("beyond tomorrow", "the day turn:(after tomorrow | before yesterday)", beyond),
    Rule("today", "word:(today | yesterday | tomorrow | tonight) DAYTIME?", day_beside),
    Rule("today", "(?<= between) now (?= and)", this_daytime),
    Rule(NOW, "(?<= and | until | till | to) now", this_daytime),
    Rule("this morning", "(early | late | earlier | later)? this DAYTIME", this_daytime),
    Rule("last night", "(early | late)? last (night | evening)", last_night),
    Rule("overnight", "overnight ((into | on | to)? weekday:WEEKDAY)?", overnight),
    Rule("weekday", "the weekday:WEEKDAY turn:(before last | after next)", weekday_of),
    Rule("weekday", "week:NEAR week (on | 's)? weekday:WEEKDAY", weekday_of),
    Rule(
        "weekday",
        "PART? (this (?= past | coming | upcoming))? (rel:(POINTER | the))? weekday:WDAY DAYTIME? (of? week:NEAR week)?",
        weekday_of,
    ),
    Rule("turned period", "the? unit:UNIT turn:(before last | after the? next)", turned),
    Rule("period beside", "the unit:(day | night | week | month | year) side:(before | after) STOP", beside),
    # ---- counts of units
    Rule("ago", "COUNTED ago (point:(today | this (week | month | year)))?", ago),
    Rule("from now", "COUNTED (from (now | today) | hence)", from_now),
    Rule(
        "later",
        "COUNTED side:(later | earlier | afterwards | afterward | previously | beforehand | before STOP | after STOP)",
        beside_told,
    ),
    Rule("week of the nth", "the? week of the day:ORD (?! OTHER)", week_of_the_nth),
    Rule(OFFSET, "COUNTED side:(before | after | from)", awaits_date),
    Rule(OFFSET, "the? unit:week edge:(of | starting | beginning | commencing | ending | ended) on?", awaits_date),
    Rule(OFFSET, "the unit:(day | week | month | year) side:(before | after)", awaits_date),
    Rule(
        "span of units",
        "the? rel:(past | last | next | coming | previous | preceding | following) n:COUNT unit:UNITS",
        span_of_units,
    ),
    Rule("in units", "in (about:ABOUT)? n:COUNT unit:UNITS (' | 's)? (time:time)?", in_units),
    Rule("within units", "within COUNTED", within_units),
    # ---- units beside the dateline; last what holds the fewest words
    Rule("relative period", "PART? this? art:the? rel:POINTER calendar? unit:UNIT", relative_period),
    Rule("relative period", "rel:this unit:years (?= OTHER)", relative_period),  # "this years winner", as it is often written
    Rule("weekend", "(?<= over | at | during | through | throughout) art:the rel:weekend", the_weekend),
    Rule("bare day", "(?<= on) the day:ORD (?= DOT | COMMA | PUNCT | $)", bare_ordinal),
    Rule("year", "(the? year of?)? alone:YEAR", absolute_year),
)


@cache
def grammar() -> Grammar:
    """The rules compiled; made when it is first asked for, because that takes some milliseconds."""
    return Grammar([rule.pattern for rule in RULES], _MACROS, _PIVOTS)
