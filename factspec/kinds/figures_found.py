"""The figures of an article that are of a fact, compared with it: what fits its unit and form, and what no number states.

What is read: figures that binding ties to the fact, figures without an anchor, sums and scores. What is not: how a spec writes
its figure, which `figure` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from factspec.binding.figures import bind_figures, is_offset
from factspec.binding.pattern import Pattern, Use, literal_patterns
from factspec.binding.scene import Scene
from factspec.binding.versions import is_of_another_version
from factspec.kinds.comparing import bare, compare_figure, in_unit, is_score, is_short_for
from factspec.kinds.figure import say_figure
from factspec.kinds.figure_doubts import weigh
from factspec.kinds.judging import Judged, literal_rows
from factspec.kinds.unanchored import figure_patterns, figures
from factspec.kinds.unstated import LIVES, counts_the_dead, implied, lives, scores, summed
from factspec.language.units import convert
from factspec.model import Comparator, Comparison, Fact, Figure, Quantity, QuantityMention
from factspec.recognisers.quantities import find_quantities

__all__ = ["compared", "patterns"]


def compared(number_: int, fact: Fact, scene: Scene, value: Figure, label: str = "") -> list[Judged]:
    """Every figure bound to a fact that measures the same kind of thing, compared with its value.

    What `also` and `not` list as words of the article agrees and differs as it stands.
    """
    rounded = fact.precision == "rounded"
    rows = literal_rows(number_, scene)
    told = scores(fact, value, scene) if is_score(fact, value) else implied(number_, scene, value)
    rows += (_of_its_version(number_, fact, scene, row) for row in told)
    rows += summed(number_, scene, value)
    rows += (weigh(number_, fact, scene, row) for row in lives(number_, scene, value))
    for bound in bind_figures(
        number_,
        fact,
        scene,
        lambda mention: fits(fact, value, mention) and not is_offset(scene, mention) and not _is_turn(scene, mention),
        label,
    ):
        mention = bound.mention
        assert isinstance(mention, QuantityMention)  # noqa: S101 the binder of figures binds nothing else
        comparison = compare_figure(value, _of_rate(fact, value, bare(value, mention)), mention.form, rounded=rounded)
        if comparison is not Comparison.AGREES and is_short_for(value, mention):
            continue  # so much in something else
        if comparison is Comparison.WEAKER and _is_the_limit(fact, value, mention):
            comparison = Comparison.AGREES
        if comparison is Comparison.WEAKER and _falls_short(scene, value, mention):
            comparison = Comparison.DIFFERS
        if mention.form == "ordinal" and _is_lower_rank(fact, value, mention):
            continue
        if comparison is not None and not _overlaps(rows, mention):
            rows.append(weigh(number_, fact, scene, Judged(bound, comparison, say_figure(Figure(mention.value)))))
    return rows if label else [*rows, *figures(number_, value, scene, rows)]


def _of_its_version(number_: int, fact: Fact, scene: Scene, row: Judged) -> Judged:
    """A figure that no number states, "no security issues", is not of the fact where it is of another version."""
    sentence = scene.outline.sentence_at(row.bound.mention.start)
    return weigh(number_, fact, scene, row) if is_of_another_version(scene, number_, sentence) else row


def _is_turn(scene: Scene, mention: QuantityMention) -> bool:
    """Whether bare degrees are a change or a turn and no level: "rose by 5 degrees", "tilted 30 degrees"."""
    word = scene.outline.words.index(mention.start)
    return mention.value.unit == "°" and not _TURNING.isdisjoint(scene.outline.words.words[max(word - 1, 0) : word])


_TURNING = frozenset(
    "by rose risen fell fallen dropped warmed cooled sank climbed jumped tilted turned rotated swung bent".split()
)


def _is_the_limit(fact: Fact, value: Figure, mention: QuantityMention) -> bool:
    """Whether a bound is the fact's own figure, where the statement speaks of a limit: "may land no more than 310,000 tonnes"."""
    stated = in_unit(_of_rate(fact, value, bare(value, mention)), value.stated.unit)
    said = set(fact.statement.lower().rstrip(".").split())
    if stated is None or value.stated.low != value.stated.high:
        return False
    if stated.comparator is Comparator.AT_MOST:
        return stated.high == value.stated.low and not _CEILINGS.isdisjoint(said)
    return stated.comparator is Comparator.AT_LEAST and stated.low == value.stated.low and not _FLOORS.isdisjoint(said)


_CEILINGS = frozenset("limit limits limited cap caps capped quota quotas ceiling maximum max most allows allowed allow".split())
_FLOORS = frozenset("minimum least floor requires required require".split())


def _falls_short(scene: Scene, value: Figure, mention: QuantityMention) -> bool:
    """Whether a fact lies far below "nearly" or "almost" a figure, which only come close to it from below."""
    opening = scene.text[mention.start : mention.end].split(None, 1)[0].lower()
    stated = in_unit(bare(value, mention), value.stated.unit)
    return opening in ("nearly", "almost") and stated is not None and value.stated.high < _CLOSE * stated.low


_CLOSE = 0.79


def patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors, what `also` and `not` list, and a particular figure itself."""
    yield from literal_patterns(fact)
    if isinstance(fact.value, Figure):
        yield from figure_patterns(fact.value, fact.statement)
        if counts_the_dead(fact) and not fact.value.stated.unit:
            yield Pattern(LIVES, Use.VALUE)


def _of_rate(fact: Fact, value: Figure, stated: Quantity) -> Quantity:
    """A rate of money as plain money, where the fact has no rate but its statement speaks of one: "$54 billion a year"."""
    base, _, per = stated.unit.partition("/")
    if per and per not in _TIME_RATES:
        return stated
    if not per or "/" in value.stated.unit or base != value.stated.unit:
        return stated
    if not fact.statement or _RATE.search(fact.statement):
        return replace(stated, unit=base)
    return Quantity(0, 0, unit=base)


_TIME_RATES = frozenset(("year", "month", "week", "day", "hour"))
_RATE = re.compile(
    r"\b(?:a|an|per|each|every)\s+(?:year|month|week|day|hour|share|barrel|tonne|ton)\b|annual|yearly|monthly|weekly|daily"
)


def _is_lower_rank(fact: Fact, value: Figure, mention: QuantityMention) -> bool:
    """Whether a rank is one on the way to a count: "her first marriage" of three; the fifth of five is the fact's own."""
    return not _has_rank(fact.statement) and mention.value.low < value.stated.low


@lru_cache(maxsize=4096)
def _has_rank(wording: str) -> bool:
    return any(quantity.form == "ordinal" for quantity in find_quantities(wording))


def _overlaps(rows: list[Judged], mention: QuantityMention) -> bool:
    return any(r.bound.mention.start < mention.end and mention.start < r.bound.mention.end for r in rows)


def fits(fact: Fact, value: Figure, mention: QuantityMention) -> bool:
    """Whether a figure can be of the fact's kind at all: the same dimension, a score for a score, a rank for a rank."""
    if mention.form == "ordinal":
        return any(map(_has_rank, (*fact.also, fact.statement)))
    if is_score(fact, value):
        return mention.form == "score"
    if mention.form == "score":
        return False
    if mention.form == "age" and (value.stated.unit or not _is_age(fact)):
        return False
    stated = _of_rate(fact, value, bare(value, mention))
    return stated.unit == value.stated.unit or convert(1.0, stated.unit, value.stated.unit) is not None


def _is_age(fact: Fact) -> bool:
    """Whether a fact counts years of age, by its words."""
    return not _AGES.isdisjoint(" ".join((*fact.of, *fact.about, *fact.also, fact.statement)).lower().replace("-", " ").split())


_AGES = frozenset(("age", "aged", "old", "older", "oldest", "young", "younger", "youngest", "birthday", "turned", "turns"))
