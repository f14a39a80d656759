"""Articles in, differences out: every article is read once and held against every other one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import TypeVar

from factspec.article import Article
from factspec.differences.alike import Index, alike_pairs
from factspec.differences.attributes import Attributed
from factspec.differences.gathering import gathered
from factspec.differences.holding import Holders, holder_pairs
from factspec.differences.matching import attribute_pairs
from factspec.differences.nouns import Compared, Found, Pair
from factspec.differences.quoted import Quoted, quoted_pairs
from factspec.differences.source import Source
from factspec.differences.spellings import Names, spelling_pairs

__all__ = ["compare"]

T = TypeVar("T")


def compare(articles: Sequence[Article]) -> Compared:
    """What the articles state differently, the most striking first. With fewer than two articles there is nothing."""
    sources = [Source(number, article) for number, article in enumerate(articles)]
    found = gathered(sources, _pairs(sources))
    return Compared(
        tuple(d for d in found if not d.grown),
        tuple(d for d in found if d.grown),
        len(sources),
        sum(len(source.found) for source in sources),
    )


def _pairs(sources: Sequence[Source]) -> Iterator[Pair]:
    """All pairs of values that exclude each other; what a more telling pair holds within it is left out."""
    ways = (
        _between(alike_pairs, map(Index, sources)),
        attribute_pairs([Attributed(source) for source in sources]),
        _between(holder_pairs, map(Holders, sources)),
        _between(spelling_pairs, map(Names, sources)),
    )
    pairs = list(chain.from_iterable(ways))
    yield from pairs
    for quoted in _between(quoted_pairs, map(Quoted, sources)):
        if not any(_holds(quoted.one, pair.one) and _holds(quoted.other, pair.other) for pair in pairs):
            yield quoted


def _holds(outer: Found, inner: Found) -> bool:
    return outer.source == inner.source and outer.start <= inner.start and inner.end <= outer.end


def _between(way: Callable[[T, T], Iterator[Pair]], views: Iterable[T]) -> Iterator[Pair]:
    for one, other in combinations(list(views), 2):
        yield from way(one, other)
