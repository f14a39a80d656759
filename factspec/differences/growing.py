"""Tolls, and whether one has grown from one article to a later one rather than being contradicted by it.

What is read: what befell those who are counted, by a word of the clause near the figure, and when the articles appeared. What is
not: whether the later toll is right.
"""

from __future__ import annotations

from factspec.differences.nouns import Found, Kind
from factspec.differences.source import Source
from factspec.differences.wording import canonical
from factspec.language.lexicon import listed
from factspec.model import QuantityMention

__all__ = ["fate_of", "has_grown", "size"]

_FATES = frozenset(
    map(
        canonical,
        listed(
            """killed injured missing arrested rescued evacuated displaced captured sacked trapped damaged destroyed flattened
            found recovered infected treated hospitalised homeless stranded"""
        ),
    )
)
_SHRINKING = frozenset(map(canonical, listed("missing trapped stranded treated hospitalised")))
_BESIDES = listed("in at from across of within for on off among")  # "killed 40 people in 13 countries"
_REACH = 6


def fate_of(source: Source, found: Found) -> str:
    """What befell those whom a figure counts: the nearest such word of its clause, in its canonical form; "" without one."""
    words = source.outline.words.words
    if words[found.first - 1] in _BESIDES and found.first > source.outline.word_range(found.sentence)[0]:
        return ""
    rows = [
        (found.first - at if at < found.first else at - found.last, canonical(words[at]))
        for at in source.outline.clause_words(found.first)
        if canonical(words[at]) in _FATES and not found.first <= at < found.last
    ]
    near = [row for row in rows if row[0] <= _REACH]
    return min(near)[1] if near else ""


def has_grown(one: Source, a: Found, other: Source, b: Found, *, within_a_day: bool) -> bool:
    """Whether two counts are one toll that rose with the time of publication; one that is wont to shrink may do so.

    Of two articles of one day the order is not known: `within_a_day` says what to make of their tolls, if neither is nothing.
    """
    first, second = one.article.dateline, other.article.dateline
    fate = fate_of(one, a)
    if a.kind is not Kind.COUNT or not fate or fate != fate_of(other, b) or first is None or second is None:
        return False
    if first.moment and second.moment and first.moment != second.moment:
        earlier = first.moment < second.moment
    elif first.day == second.day:
        return within_a_day and 0.0 not in (size(a), size(b))
    else:
        earlier = first.day < second.day
    low, high = (a, b) if earlier else (b, a)
    return fate in _SHRINKING or size(low) < size(high)


def size(found: Found) -> float:
    """The lower end of a figure; 0 for what is none."""
    return found.mention.value.low if isinstance(found.mention, QuantityMention) else 0.0
