"""Dates that are counted from another date of the sentence: "died on Thursday, nine days after a heart attack"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from typing import NamedTuple

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.model import Bound, DateMention, DateRange, Span

__all__ = ["circled", "offsets"]

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_UNITS = frozenset(word for unit in _DAYS for word in (unit, f"{unit}s"))
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_REACH = 5
_NEAR = 4


class _Length(NamedTuple):
    """A length of time: where it starts in the text, its last word, how many units, and of how many days each."""

    start: int
    last: int
    number: float
    unit: int


def offsets(scene: Scene, sentence: int, anchors: list[Hit]) -> Iterator[Bound]:
    """What a length of time says of an anchor behind it, or of the one before it, where the sentence gives the other day.

    "died on Thursday, nine days after a heart attack"; "signed two days after the talks began on 10 March".
    """
    days = [d for d in scene.reading.dates(sentence) if d.readings[0].first == d.readings[0].last]
    for length in _lengths(scene, sentence) if days and _may_turn(scene, sentence) else ():
        turn = scene.outline.words.words[length.last + 1 : length.last + 2]
        behind = [a for a in anchors if 0 < a.first - length.last <= _REACH]
        told = [d for d in days if d.end <= length.start] or (_behind(scene, sentence, length, behind[0], days) if behind else [])
        if turn in (["after"], ["before"]) and behind and told:
            yield _counted(scene, length, behind[0], told[-1], -1 if turn == ["after"] else 1)
        elif turn in (["after"], ["before"]) and (pair := _forward(scene, length, anchors, days)):
            yield _counted(scene, length, *pair, 1 if turn == ["after"] else -1)


def circled(scene: Scene, sentence: int, anchors: list[Hit]) -> Iterator[Bound]:
    """What a length of time says of an anchor by the dateline alone: never enough to agree, and never to accuse.

    "after 13 days of bombardment"; "a year after a similar outage"; "will take several days to be restored".
    """
    dateline = scene.reading.article.dateline
    for length in _lengths(scene, sentence) if dateline and _may_circle(scene, anchors) else ():
        behind = [a for a in anchors if 0 < a.first - length.last <= _REACH + 1]
        turn = scene.outline.words.words[length.last + 1 : length.last + 2]
        if dateline is None or not behind or length.number * length.unit > _AGES:
            continue
        reach = timedelta(days=round(length.number * length.unit))
        if turn in _SINCE:
            yield _circle(
                scene, length, behind[0], DateRange(dateline.day - reach - _about(reach), dateline.day - reach + _about(reach))
            )
        elif turn in _UNTIL:
            yield _circle(scene, length, behind[0], DateRange(dateline.day, dateline.day + 3 * reach + timedelta(days=_SOON)))


_SOON = 3
_AGES = 100_000  # days: "12 million years" circles no day
_SINCE = (["of"], ["after"], ["since"], ["into"])
_UNTIL = (["to"], ["for"], ["until"], ["before"])
_TURNS = frozenset(chain.from_iterable((*_SINCE, *_UNTIL)))


def _may_circle(scene: Scene, anchors: list[Hit]) -> bool:
    """Whether a word that a length of time needs behind it stands near enough before an anchor."""
    found = scene.outline.words.words
    return not all(_TURNS.isdisjoint(found[max(a.first - _REACH, 0) : a.first + 1]) for a in anchors)


def _may_turn(scene: Scene, sentence: int) -> bool:
    first, end = scene.outline.word_range(sentence)
    return not _AFTER.isdisjoint(scene.outline.words.words[first : end + 1])


_AFTER = frozenset(("after", "before"))


def _about(reach: timedelta) -> timedelta:
    return timedelta(days=max(2, reach.days // 6))


def _circle(scene: Scene, length: _Length, anchor: Hit, reading: DateRange) -> Bound:
    mention = DateMention(
        length.start, scene.outline.words.ends[length.last], (reading,), "circled", relative=True, approximate=True
    )
    rule = "D15 a length of time that only circles the day"
    return Bound(mention, Span(anchor.start, anchor.end), False, (rule,), near=True)


def _behind(scene: Scene, sentence: int, length: _Length, anchor: Hit, days: list[DateMention]) -> list[DateMention]:
    """The day that the main clause gives: "Three days after a train derailed, the driver was arrested on Thursday"."""
    if length.start != scene.outline.words.starts[scene.outline.word_range(sentence)[0]]:
        return []
    later = [d for d in days if d.start >= anchor.end]
    return later[:1] if later and "," in scene.text[anchor.end : later[0].start] else []


def _forward(scene: Scene, length: _Length, anchors: list[Hit], days: list[DateMention]) -> tuple[Hit, DateMention] | None:
    """The anchor verb straight before a length of time, and the day that the clause behind it gives."""
    outline = scene.outline
    first = outline.words.index(length.start)
    mine = [a for a in anchors if 0 <= first - a.last <= _NEAR and a.first in outline.verbs(outline.sentence_of(first))]
    clause = outline.clause_words(length.last + 2)
    base = [d for d in days if length.last < outline.words.index(d.start) and outline.words.index(d.end - 1) in clause]
    return (mine[-1], base[0]) if mine and base and length.last + 1 in clause else None


def _counted(scene: Scene, length: _Length, anchor: Hit, base: DateMention, sign: int) -> Bound:
    slack = timedelta(days=length.unit // 3)
    middle = base.readings[0].first + sign * timedelta(days=round(length.number * length.unit))
    ends = (max(anchor.end, base.end) if base.start > length.start else anchor.end, length.start)
    reading = (DateRange(middle - slack, middle + slack),)
    mention = DateMention(ends[1], ends[0], reading, "offset", approximate=length.unit > 1)
    rule = f"D9 counted from “{scene.text[base.start : base.end]}”"
    return Bound(mention, Span(anchor.start, anchor.end), True, (rule,), near=True)


def _lengths(scene: Scene, sentence: int) -> Iterator[_Length]:
    """The lengths of time in a sentence, in figures or in small words."""
    outline = scene.outline
    found = set()
    for figure in scene.reading.quantities(sentence):
        if figure.value.unit in _DAYS:
            last = outline.words.index(figure.end - 1)
            found.add(last)
            yield _Length(figure.start, last, figure.value.low, _DAYS[figure.value.unit])
    first, end = outline.word_range(sentence)
    if _UNITS.isdisjoint(outline.words.words[first + 1 : end]):
        return
    for word in range(first + 1, end):
        unit = _DAYS.get(outline.words.words[word].removesuffix("s"))
        if unit and word not in found and (count := _count(outline.words.words[word - 1])):
            yield _Length(outline.words.starts[word - 1], word, count, unit)


def _count(word: str) -> int:
    if word == "a":
        return 1
    return _COUNTS.index(word) if word in _COUNTS[1:] else 0
