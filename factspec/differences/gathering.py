"""Pairs of values become differences: pairs of one thing are gathered, agreeing values put together, the most striking first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factspec.differences.nouns import Difference, Found, Kind, Pair, Stated, Value
from factspec.differences.source import Source
from factspec.differences.values import excludes
from factspec.model import QuantityMention

__all__ = ["gathered"]

_WEIGHTS = {
    Kind.COUNT: 3.0,
    Kind.DATE: 2.6,
    Kind.QUANTITY: 2.6,
    Kind.ROLE: 2.4,
    Kind.NAME: 2.2,
    Kind.AGE: 2.0,
    Kind.QUOTE: 1.6,
    Kind.SPELLING: 1.4,
}


def gathered(sources: Sequence[Source], pairs: Iterable[Pair]) -> list[Difference]:
    """The differences that the pairs make, the most striking first; equal ones in the order of the articles."""
    rows = sorted(pairs, key=lambda p: (p.one.source, p.one.start, p.other.source, p.other.start, p.one.kind))
    made = [_difference(sources, group) for group in _groups(rows)]
    return sorted(made, key=lambda d: -d.weight)


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that share a value, in the order in which the first of them stands."""
    leader: dict[Found, Found] = {}

    def top(found: Found) -> Found:
        while leader.setdefault(found, found) != found:
            found = leader[found]
        return found

    for pair in pairs:
        leader[top(pair.other)] = top(pair.one)
    groups: dict[Found, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(top(pair.one), []).append(pair)
    return list(groups.values())


def _difference(sources: Sequence[Source], pairs: Sequence[Pair]) -> Difference:
    best = max(pairs, key=lambda p: p.likeness)
    places = sorted({f for p in pairs for f in (p.one, p.other)}, key=lambda f: (f.source, f.start))
    alike = best.likeness >= 0.8
    clusters: list[list[Found]] = []
    for found in places:
        home = next((c for c in clusters if not _apart(c[0], found, pairs, alike=alike)), None)
        if home is None:
            clusters.append([found])
        else:
            home.append(found)
    grown = all(p.grown for p in pairs)
    if grown:
        clusters.sort(key=lambda c: (min(_published(sources[f.source]) for f in c), c[0].source, c[0].start))
    else:
        clusters.sort(key=lambda c: (-len({f.source for f in c}), c[0].source, c[0].start))
    values = tuple(_value(sources, cluster) for cluster in clusters)
    kind = best.one.kind
    return Difference(kind, best.about, values, grown, _weight(sources, kind, places, best, clusters))


def _published(source: Source) -> date:
    return source.article.dateline.day if source.article.dateline else date.max


def _apart(one: Found, other: Found, pairs: Sequence[Pair], *, alike: bool) -> bool:
    if any({p.one, p.other} == {one, other} for p in pairs):
        return True
    if one.kind in (Kind.QUOTE, Kind.SPELLING, Kind.ROLE):
        return one.holder != other.holder
    return excludes(one, other, alike=alike)


def _value(sources: Sequence[Source], cluster: Sequence[Found]) -> Value:
    stated = tuple(_stated(sources[f.source], f) for f in cluster)
    return Value(stated[0].evidence.text, stated)


def _stated(source: Source, found: Found) -> Stated:
    sentence = source.outline.sentence(found.sentence)
    return Stated(
        source.article.path,
        source.article.dateline,
        source.article.evidence(found.start, found.end),
        source.text[sentence.start : max(sentence.end, found.end)],
        found.start - sentence.start,
    )


def _weight(
    sources: Sequence[Source], kind: Kind, places: Sequence[Found], best: Pair, clusters: Sequence[Sequence[Found]]
) -> float:
    """How striking a difference is: by its kind, its place in the articles, how many share each side, and how far apart it is."""
    opening = sum(sources[f.source].in_opening(f) for f in places) / len(places)
    backed = min(len({f.source for f in c}) for c in clusters)
    return round(_WEIGHTS[kind] * (0.6 + 0.4 * best.likeness) + 0.8 * opening + 0.3 * min(backed - 1, 3) + _size(best), 6)


def _size(pair: Pair) -> float:
    a, b = pair.one.mention, pair.other.mention
    if not isinstance(a, QuantityMention) or not isinstance(b, QuantityMention):
        return 0.0
    low, high = sorted((abs(a.value.low), abs(b.value.low)))
    return 0.6 * (1.0 - low / high) if high else 0.0
