"""What takes the accusation from a date that differs: another event, background, a forecast, or too far off for a slip.

What is looked at: the date's sentence, the dateline, and how far it lies from the fact's. What is not: which anchor it hangs on,
which binding has settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import OSA

from factspec.binding.frame import in_opening, names_another_event
from factspec.binding.other_times import near_the_article
from factspec.binding.pattern import Use
from factspec.binding.scene import Scene
from factspec.binding.versions import is_of_another_version
from factspec.kinds.judging import Judged, weakened
from factspec.model import Comparison, DateMention, DateRange

__all__ = ["at_the_head", "days_apart", "weigh"]


def weigh(number: int, scene: Scene, value: DateRange, row: Judged, recent: bool) -> Judged:
    """Take the accusation from a date that another event explains better: background, the news of the day, or too far off."""
    mention = row.bound.mention
    assert isinstance(mention, DateMention)  # noqa: S101
    first = mention.readings[0]
    if row.comparison is Comparison.WEAKER and value.first == value.last and (first.last - first.first).days > _MONTHS:
        return row if _is_ahead(scene, mention) else replace(row, bound=replace(row.bound, near=False))
    if row.comparison is Comparison.AGREES and not row.bound.strong and _is_of_these_days(scene, value, mention):
        return replace(
            weakened(row, "X24 a day of these weeks says nothing of a period that they lie in"), comparison=Comparison.DIFFERS
        )
    if row.comparison is not Comparison.DIFFERS or not row.bound.strong or _is_slip_of_the_year(value, mention):
        return row
    doubt = next(_doubts(number, scene, value, row, mention, recent=recent), "")
    return weakened(row, doubt) if doubt else row


def _doubts(number: int, scene: Scene, value: DateRange, row: Judged, mention: DateMention, *, recent: bool) -> Iterator[str]:
    """What speaks against an accusation, in the order in which it is named."""
    if is_of_another_version(scene, number, scene.outline.sentence_at(mention.start)):
        yield "X36 beside another version than the spec’s"
    if _is_over(scene, value) and _is_ahead(scene, mention):
        yield "X27 a forecast, where the fact’s event is over"
    if not in_opening(scene, mention):
        yield from _below_the_opening(number, scene, row, mention)
    first = mention.readings[0]
    near = any(near_the_article(scene, r.first) or near_the_article(scene, r.last) for r in mention.readings)
    if recent and not near:
        yield "X3 long before the article: background"
    if not recent and (near_the_article(scene, first.first) or near_the_article(scene, first.last)):
        yield "X3 the news of the day, where the fact is an old one"
    if min(days_apart(value, r) for r in mention.readings) > _slip(value):
        yield "X9 too far from the fact’s date for a slip: another event"


def _below_the_opening(number: int, scene: Scene, row: Judged, mention: DateMention) -> Iterator[str]:
    sentence = scene.outline.sentence_at(mention.start)
    if names_another_event(scene, scene.outline.words.index(mention.start)):
        yield "X2 below the lead, of another event"
    if scene.is_of_news(number, sentence):
        yield "X22 below the lead, of something that is brought in as new"
    if _is_bare(number, scene, row):
        yield "X34 below the lead, with no other word of the fact or its event"
    if scene.names_another(number, sentence) and not scene.names_known(number, sentence):
        yield "X14 below the lead, beside other names than the fact’s"


def _is_bare(number: int, scene: Scene, row: Judged) -> bool:
    """Whether a sentence has nothing of the fact and its event but the anchor: "the van had been stolen nine days earlier"."""
    sentence = scene.outline.sentence_at(row.bound.mention.start)
    first, last = scene.outline.word_range(sentence)
    found = scene.outline.words.words
    if len({h.pattern.form for h in scene.hits(number, Use.ANCHOR) if first <= h.first < last}) > 1:
        return False
    pointing = not _POINTING.isdisjoint(found[first : min(first + 3, last)])
    return not pointing and not scene.tells_of_event(number, sentence) and not scene.speaks_of(number, sentence, plain=True)


_POINTING = frozenset(("it", "he", "she", "they", "this", "that", "which", "we"))
_MONTHS = 200


def _is_over(scene: Scene, value: DateRange) -> bool:
    dateline = scene.reading.article.dateline
    return dateline is not None and value.last < dateline.day


def _is_ahead(scene: Scene, mention: DateMention) -> bool:
    """Whether a clause that looks ahead holds the date: "will close this year"."""
    cues = scene.reading.cues(scene.outline.sentence_at(mention.start))
    return any(c.kind == "forecast" and c.scope.start <= mention.start and mention.end <= c.scope.end for c in cues)


def _is_of_these_days(scene: Scene, value: DateRange, mention: DateMention) -> bool:
    """Whether a date beside the dateline is compared with a long period that the dateline lies in."""
    dateline = scene.reading.article.dateline
    long = (value.last - value.first).days > _MONTHS
    return long and mention.relative and dateline is not None and value.first <= dateline.day <= value.last


def at_the_head(scene: Scene, value: DateRange, row: Judged) -> Judged:
    """A year at the head of a sentence is that of its clause, where it is a slip of the fact's: "In 2011 the bridge was shut"."""
    mention = row.bound.mention
    if row.comparison is not Comparison.DIFFERS or row.bound.strong or not isinstance(mention, DateMention):
        return row
    whole = (value.first.month, value.first.day, value.last.month, value.last.day) == _WHOLE_YEAR
    first, _ = scene.outline.word_range(scene.outline.sentence_at(mention.start))
    opens = scene.outline.words.index(mention.start) <= first + 1 and row.bound.rules[0].startswith("D6")
    if not (whole and opens and len(row.bound.rules) == 1 and _is_slip_of_the_year(value, mention)):
        return row
    return replace(row, bound=replace(row.bound, strong=True, rules=("D18 the year at the head of the sentence",)))


def _is_slip_of_the_year(value: DateRange, mention: DateMention) -> bool:
    """The fact's own day and month in another year; a year with one wrong digit, or two that changed places."""
    if (value.first.month, value.first.day, value.last.month, value.last.day) == _WHOLE_YEAR:
        years = {r.first.year for r in mention.readings if r.last.year == r.first.year and (r.last - r.first).days > _MONTHS}
        return any(OSA.distance(str(y), str(value.first.year)) == 1 for y in years)
    days = [r.first for r in mention.readings if r.first == r.last]
    return value.first == value.last and any((d.month, d.day) == (value.first.month, value.first.day) for d in days)


_WHOLE_YEAR = (1, 1, 12, 31)


def days_apart(value: DateRange, reading: DateRange) -> int:
    return max((reading.first - value.last).days, (value.first - reading.last).days, 0)


def _slip(value: DateRange) -> int:
    """How many days off a date may be and still be of the event: 45 for a day, a year for a month, six for a year."""
    span = (value.last - value.first).days
    return 45 if span < 7 else 366 if span < 100 else 6 * 366
