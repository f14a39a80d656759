"""Values of one attribute in articles that tell of it in other words.

What is read: what each value is of (`attributes`). What is not: values that either article states too, figures of which one is
the sum of several, dates too far apart to be of one event, and tolls without a date of publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from factspec.differences.attributes import FRESH, Attribute, Attributed, dimension, is_toll
from factspec.differences.growing import has_grown, size
from factspec.differences.nouns import Found, Kind, Pair
from factspec.differences.source import Source
from factspec.differences.values import excludes
from factspec.language.persons import is_person_noun
from factspec.model import DateMention, QuantityMention

__all__ = ["attribute_pairs"]

_STRICT = 0.4  # how alike the words must be where two articles stand alone
_LOOSE = 0.2  # … where a third one backs one of them
_BACKING = 2  # words that it must share with both
_SHARED = {Kind.QUANTITY: 2, Kind.DATE: 3, Kind.COUNT: 2}
_STATED = 2  # words that a day must share with one stated elsewhere in the article to be stated there too
_ONE_EVENT = timedelta(days=14)


def attribute_pairs(views: Sequence[Attributed]) -> Iterator[Pair]:
    """The pairs of values of one attribute that exclude each other, where neither article has the other's value as well.

    Two articles alone must tell of it in much the same words; less is enough where a third one has the value of one side.
    """
    for one, other in combinations(views, 2):
        yield from _toll_pairs(one, other)
        for a in one.rows:
            for b in other.by_key.get(a.key, ()):
                if not is_toll(a) and excludes(a.found, b.found):
                    likeness = _likeness(a, b)
                    if likeness < _STRICT and not (likeness >= _LOOSE and _backed(views, a, b)):
                        continue
                    if a.key[0] == "age" and not _of_one_time(one.source, other.source):
                        continue
                    if (
                        _sums(one.source, a.found, b.found)
                        or _sums(other.source, b.found, a.found)
                        or _far_apart(a.found, b.found)
                    ):
                        continue
                    if not _states(other, a) and not _states(one, b):
                        persons = a.key[0] == "count" and is_person_noun(a.key[1])
                        grown = has_grown(one.source, a.found, other.source, b.found, within_a_day=persons)
                        yield Pair(a.found, b.found, _about(a, b), min(0.4 + 0.4 * likeness, 0.79), grown)


def _sums(source: Source, found: Found, total: Found) -> bool:
    """Whether another count of the sentence makes up the difference: "seven rifles and two others" are nine."""
    if found.kind is not Kind.COUNT:
        return False
    counts = [size(f) for f in source.by_sentence[found.sentence] if f.kind is Kind.COUNT and f != found]
    return any(size(found) + one == size(total) for one in counts)


def _far_apart(one: Found, other: Found) -> bool:
    """Whether two dates are so far from one another that they must be of two events."""
    a, b = one.mention, other.mention
    if not isinstance(a, DateMention) or not isinstance(b, DateMention):
        return False
    return all(abs(r.first - q.first) > _ONE_EVENT for r in a.readings for q in b.readings)


def _backed(views: Sequence[Attributed], a: Attribute, b: Attribute) -> bool:
    """Whether a third article has the value of one side in words that both sides share."""
    shared = a.words & b.words
    for view in views:
        if view.source.number in (a.found.source, b.found.source):
            continue
        for row in view.by_key.get(a.key, ()):
            if len(shared & row.words) >= _BACKING and excludes(row.found, a.found) != excludes(row.found, b.found):
                return True
    return False


def _of_one_time(one: Source, other: Source) -> bool:
    a, b = one.article.dateline, other.article.dateline
    return a is not None and b is not None and abs(a.day - b.day) <= FRESH


def _toll_pairs(one: Attributed, other: Attributed) -> Iterator[Pair]:
    """The tolls that the articles open with. One that rose with the time of publication, or within a day, has grown."""
    for key, a in one.tolls.items():
        b = other.tolls.get(key)
        if b is None or not excludes(a.found, b.found) or _parted(a, b) or not (a.hooks.keys() & b.hooks.keys()) - {key[2]}:
            continue
        if any(not excludes(a.found, r.found) for r in other.rows if r.key == key):
            continue
        if any(not excludes(b.found, r.found) for r in one.rows if r.key == key):
            continue
        if one.source.article.dateline is None or other.source.article.dateline is None:
            continue  # which toll is the older one cannot be told
        yield Pair(a.found, b.found, _about(a, b), 0.6, has_grown(one.source, a.found, other.source, b.found, within_a_day=True))


def _parted(a: Attribute, b: Attribute) -> bool:
    """Whether the names around two values are of different places or persons."""
    return bool(a.names and b.names and not a.names & b.names)


def _likeness(a: Attribute, b: Attribute) -> float:
    """How alike (0 to 1) the words around two values are; 0 where too few are shared or where their names part them."""
    if a.key[0] == "age":
        return 1.0
    if _parted(a, b):
        return 0.0
    if a.found.kind is Kind.COUNT and not _are_of_one_kind(a.kind_of, b.kind_of):
        return 0.0
    shared = a.hooks.keys() & b.hooks.keys()
    named = min(len(a.names & b.names), 2)
    kind = a.found.kind
    if len(shared) < 2 or len(shared) + named < _SHARED.get(kind, 2) + (bool(a.names) != bool(b.names)):
        return 0.0
    if kind is Kind.DATE and not (a.verb in shared and b.verb in shared):
        return 0.0
    smaller = min(sum(a.hooks.values()), sum(b.hooks.values()))
    return min(sum(min(a.hooks[w], b.hooks[w]) for w in sorted(shared)) / smaller + 0.05 * named, 1.0)


def _are_of_one_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two counted things may be the same by the words before their noun: "AK-47 rifles" are not all rifles."""
    marked = [{word for word in words if not word.islower()} for words in (one, other)]
    return marked[0] == marked[1] and (not one or not other or bool(one & other))


def _states(source: Attributed, row: Attribute) -> bool:
    """Whether a source has a value that fits among telling words of which enough are shared."""
    least = _STATED if row.found.kind is Kind.DATE else 1
    return any(
        not excludes(row.found, mine) and len(row.hooks.keys() & source.hooks(mine).keys()) >= least
        for mine in source.stated.get(row.found.kind, ())
        if _comparable(row.found, mine)
    )


def _comparable(found: Found, mine: Found) -> bool:
    a, b = found.mention, mine.mention
    if isinstance(a, QuantityMention) and isinstance(b, QuantityMention):
        return a.form == b.form and dimension(a.value.unit) == dimension(b.value.unit)
    return True


def _about(a: Attribute, b: Attribute) -> str:
    shared = a.hooks.keys() & b.hooks.keys()
    if a.key[0] == "age":
        return f"age of {a.key[1]}"
    place = f"{a.key[2]}, " if a.key[0] == "quantity" and a.key[2] else ""
    return place + ", ".join(a.spoken.get(w, w) for w in sorted(shared, key=lambda w: (-a.hooks[w] - b.hooks[w], w))[:4])
