"""Dates in English news: every expression that names a day, a month, a year or a stretch of them, with all its readings.

Read: what the table in `dates_rules` lists, ranges of two such expressions ("from July 2003 to December 2004"), and days
counted from one ("two days before Christmas"); relative expressions from the dateline and from the date told last. A
mention's surface leaves out a leading "on", "in" or "by"; what opens the interval is its `relation`. Not read: durations,
times of day but where a zone moves the day, habits, and anything the table's docstring names as left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from factspec.model import DateMention, DateRange, Span
from factspec.recognisers.dates_calendar import Readings, hull
from factspec.recognisers.dates_grammar import Tokens
from factspec.recognisers.dates_phrase import NeedsDatelineError, Phrase, Scene
from factspec.recognisers.dates_relative import offset
from factspec.recognisers.dates_rules import NOW, OFFSET, RULES, grammar
from factspec.recognisers.dates_words import WEEKDAYS, word_set

__all__ = ["find_dates", "relative_spans"]

_MARGIN = 160  # characters around the searched stretch that are read for the clause's tense and whole phrases
_LOOK_BACK = 1200  # characters before it in which "two days later" seeks its date


def find_dates(
    text: str, published: date | None, start: int = 0, end: int | None = None, *, day_first: bool | None = None
) -> list[DateMention]:
    """The dates whose words lie within text[start:end], in order, none overlapping; offsets are code points of `text`.

    `published` is the dateline's day; without it expressions that need one are left out (`relative_spans` tells where they
    stand). `day_first` decides "1/2/2026" where the article's habit is known; else such a date has both readings.
    """
    return _scan(text, published, Span(start, len(text) if end is None else end), day_first)[0]


def relative_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where text[start:end] holds a date that cannot be read without a dateline."""
    return _scan(text, None, Span(start, len(text) if end is None else end), None)[1]


# ---------------------------------------------------------------- the scan


class _Place(NamedTuple):
    """The tokens of a mention: the first, and one past the last."""

    first: int
    last: int


class _Scan:
    """One pass over a stretch of text: the mentions so far with their places, and what would need a dateline."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tokens = scene.tokens
        self._places: list[_Place] = []
        self._offset: tuple[_Place, Phrase] | None = None
        self.undated: list[Span] = []

    def run(self) -> list[DateMention]:
        codes = grammar().encode(self._tokens.words)
        for hit in grammar().hits(codes):
            phrase, place = Phrase(self._scene, hit), _Place(hit.first, hit.last)
            if RULES[hit.rule].name == OFFSET:
                self._offset = (place, phrase)
                continue
            try:
                readings = RULES[hit.rule].read(phrase)
            except NeedsDatelineError:
                self.undated.append(self._span(place))
            except (ValueError, OverflowError):
                continue  # a day that does not exist, or nothing to count from: no date
            else:
                if readings:
                    self._add(place, self._mention(place, readings, phrase, RULES[hit.rule].name))
        return self._scene.found

    def _span(self, place: _Place) -> Span:
        return Span(self._tokens.begin(place.first), self._tokens.end(place.last - 1))

    def _mention(self, place: _Place, readings: Readings, phrase: Phrase, rule: str) -> DateMention:
        start, end = self._span(place)
        return DateMention(
            start,
            end,
            tuple(dict.fromkeys(readings)),
            rule,
            relation=self._relation(place),
            relative=phrase.relative,
            weekday=WEEKDAYS.get(phrase["weekday"].rstrip(" .")),
            approximate=phrase.vague or self._word(place.first - 1) in _ABOUT,
        )

    def _word(self, index: int) -> str:
        return self._tokens.word(index).lower()

    def _relation(self, place: _Place) -> str:
        before = place.first - 1 - (self._word(place.first - 1) in _ABOUT)
        one, two = self._word(before), self._word(before - 1)
        if self._word(place.last) == "'s":
            return ""
        if one == "from" and self._word(place.last) in {"on", "onward", "onwards"}:
            return "since"
        if one == "as" and two in {"early", "soon"}:
            return "after" if self._word(before - 2) == "as" else ""
        if one == "than" and self._word(before - 2) in {"no", "not"}:
            return _NOT_THAN.get(two, "")
        return _RELATIONS.get(f"{two} {one}") or _RELATIONS.get(one, "")

    def _add(self, place: _Place, mention: DateMention) -> None:
        """Put a mention behind the others, joined with the offset or the range that stands right before it."""
        found = self._scene.found
        if (offset := self._offset_before(place)) and (moved := self._moved(offset, place, mention)):
            place, mention = moved
        elif found and self._linked(self._places[-1], place) and (readings := _between(found[-1], mention)):
            first = found.pop()
            place = _Place(self._places.pop().first, place.last)
            mention = replace(first, end=mention.end, readings=readings, rule="range", weekday=None)
        elif mention.rule == NOW:
            return
        found.append(mention)
        self._places.append(place)

    def _offset_before(self, place: _Place) -> tuple[_Place, Phrase] | None:
        ready, self._offset = self._offset, None
        goes_on = self._tokens.word(place.last)
        noun_behind = goes_on.isalpha() and goes_on.lower() not in _MAY_FOLLOW
        return ready if ready and ready[0].last == place.first and not noun_behind and goes_on != "'s" else None

    def _moved(self, ready: tuple[_Place, Phrase], place: _Place, mention: DateMention) -> tuple[_Place, DateMention] | None:
        before, phrase = ready
        try:
            bases = mention.readings[:2] if phrase["side"] != "from" else sorted(mention.readings[:2], reverse=True)
            readings = tuple(one for base in bases for one in offset(phrase, base))
        except (ValueError, OverflowError):
            return None
        if not readings:
            return None
        phrase.relative = mention.relative
        whole = _Place(before.first, place.last)
        return whole, replace(self._mention(whole, readings, phrase, OFFSET), weekday=None)

    def _linked(self, first: _Place, last: _Place) -> bool:
        """Whether two mentions are the ends of a range: "from A to B", "A–B", "between A and B"."""
        if last.first - first.last > 2:
            return False
        between = [self._word(index) for index in range(first.last, last.first)]
        if between[1:] == ["the"]:
            between.pop()
        if between == ["and"]:
            return self._word(first.first - 1) == "between"
        return len(between) == 1 and between[0] in {"to", "through", "thru", "until", "till", "-"}


_RELATIONS = {
    "before": "before", "prior to": "before", "ahead of": "before", "earlier than": "before",
    "after": "after", "later than": "after",
    "since": "since", "starting": "since", "starting on": "since", "starting in": "since",
    "beginning": "since", "beginning on": "since", "beginning in": "since", "effective": "since",
    "until": "until", "till": "until", "through": "until", "up to": "until",
    "by": "by",
}  # fmt: skip
_NOT_THAN = {"later": "by", "earlier": "since"}
_ABOUT = frozenset({"about", "around", "circa", "roughly", "approximately"})
_MAY_FOLLOW = word_set(
    "and but or when as in on at to for from with that which who while because since until near was were is are has have "
    "had will would he she it they the a"
)
_YEARLESS = frozenset({"day, month", "month, day", "month", "span of days", "weekday (day)"})


def _between(first: DateMention, last: DateMention) -> Readings:
    """The readings of a range; an end without a year takes it from the other, so that the range runs forward."""
    firsts, lasts = first.readings, last.readings
    if first.rule in _YEARLESS and first.relative and not last.relative:
        firsts = tuple(_in_year(one, lasts[0].last.year, lasts[0], step=-1) for one in firsts[:1])
    elif last.rule in _YEARLESS and last.relative and not first.relative:
        lasts = tuple(_in_year(one, firsts[0].first.year, firsts[0], step=1) for one in lasts[:1])
    longest = 7 if first.weekday is not None and last.weekday is not None and first.relative else 400_000
    pairs = [
        (i + j, b.last - a.first, hull(a, b))
        for i, a in enumerate(firsts)
        for j, b in enumerate(lasts)
        if a.first < b.last and (b.last - a.first).days < longest and not a.within(b) and not b.within(a)
    ]
    return tuple(dict.fromkeys(one for *_, one in sorted(pairs)[:3]))


def _in_year(one: DateRange, year: int, bound: DateRange, *, step: int) -> DateRange:
    moved = _years_on(one, year - one.first.year)
    backwards = moved.first > bound.first if step < 0 else moved.last < bound.last
    return _years_on(moved, step) if backwards else moved


def _years_on(one: DateRange, count: int) -> DateRange:
    return DateRange(_year_on(one.first, count), _year_on(one.last, count))


def _year_on(when: date, count: int) -> date:
    return when.replace(year=when.year + count, day=min(when.day, 28) if when.month == 2 else when.day)


def _scan(text: str, published: date | None, wanted: Span, day_first: bool | None) -> tuple[list[DateMention], list[Span]]:
    first, last = _stretch(text, wanted)
    tokens = Tokens(text, first, last)
    if not grammar().may_hit(tokens.words):
        return [], []
    scene = Scene(tokens, published, day_first)
    if first > 0:
        scene.earlier = cache(lambda: _before(text, published, first, day_first))
    scan = _Scan(scene)
    found = scan.run()
    return (
        [one for one in found if wanted.start <= one.start and one.end <= wanted.end],
        [one for one in scan.undated if wanted.start <= one.start and one.end <= wanted.end],
    )


def _stretch(text: str, wanted: Span) -> Span:
    """The wanted stretch with a margin on either side that is cut between words and stays within the paragraph."""
    first, last = max(0, wanted.start - _MARGIN), min(len(text), wanted.end + _MARGIN)
    if first > 0:
        first = max(first, text.find(" ", first, wanted.start))
    if last < len(text):
        last = max(wanted.end, text.rfind(" ", wanted.end, last))
    ends = text.find("\n\n", wanted.end, last)
    return Span(max(first, text.rfind("\n\n", first, wanted.start)), last if ends < 0 else ends)


def _before(text: str, published: date | None, at: int, day_first: bool | None) -> list[DateMention]:
    return _Scan(Scene(Tokens(text, max(0, at - _LOOK_BACK), at), published, day_first)).run()
