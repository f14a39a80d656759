"""Values in the same slot of two sentences that are otherwise nearly the same words: what a rewrite or a slip has changed.

What is read: the words of both sentences in order. A value corresponds to another where the nearest words on both sides of it do.
A sentence that stands word for word in the other article is held against no third one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from factspec.differences.growing import has_grown
from factspec.differences.holding import other_office
from factspec.differences.nouns import Found, Kind, Pair
from factspec.differences.source import Source
from factspec.differences.values import excludes
from factspec.differences.wording import EMPTY, LEADING, canonical
from factspec.language.folding import fold, words
from factspec.language.naming import near_miss
from factspec.language.offices import OFFICE_NOUNS
from factspec.language.persons import looks_like_person
from factspec.model import NameMention

__all__ = ["Index", "alike_pairs"]

_LEAST = 0.55  # how alike two sentences must be at least
_NAMES = 0.75  # … where a name has changed
_NAMED = 0.9  # … where the names share a word, or each stands in the other article too
_OFFICE = 5  # words of an office
_SURE = 0.8  # from here on what the rest of the articles says no longer matters
_SHARED = 3  # telling words that both sentences must have around the value
_LETTERS = 3  # that a slip changes in a name at most
_WINDOW = 9
_STEP = 4  # words that may stand between a value and the word it hangs on


class Index:
    """The sentences of a source by their telling words, and by all their words."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def telling(self) -> dict[int, frozenset[str]]:
        """Sentence → its telling words in their canonical form."""
        return {s: frozenset(canonical(w) for w in self.source.words(s) if w not in EMPTY) for s in self.source.sentences}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Telling word → the sentences that have it."""
        rows: dict[str, list[int]] = {}
        for sentence, found in self.telling.items():
            for word in sorted(found):
                rows.setdefault(word, []).append(sentence)
        return rows

    @cached_property
    def whole(self) -> frozenset[tuple[str, ...]]:
        """The words of every sentence."""
        return frozenset(tuple(self.source.words(s)) for s in self.source.sentences)

    def nearest(self, words: frozenset[str]) -> int | None:
        """The sentence that shares most telling words for its size, if it shares enough of them to be compared."""
        shared = Counter(s for word in sorted(words) for s in self.places.get(word, ()))
        rows = [
            (2 * n / (len(words) + len(self.telling[s])), -s) for s, n in shared.items() if n >= max(min(_SHARED, len(words)), 2)
        ]
        best = max(rows, default=None)
        return -best[1] if best and best[0] >= 0.4 else None


def alike_pairs(one: Index, other: Index) -> Iterator[Pair]:
    """The pairs of values in the same slot of nearly the same sentence of two sources that exclude each other."""
    for sentence in one.source.by_sentence:
        if tuple(one.source.words(sentence)) in other.whole:
            continue
        partner = other.nearest(one.telling[sentence])
        if partner is None or tuple(other.source.words(partner)) in one.whole:
            continue
        if one.nearest(other.telling[partner]) == sentence:
            yield from _Slots(one.source, sentence, other.source, partner).pairs()


def _is_slip(one: str, other: str) -> bool:
    """Whether two names are one name with a few letters changed in one of its words."""
    mine, theirs = words(one).words, words(other).words
    changed = sum(a != b for a, b in zip(mine, theirs, strict=False))
    far = OSA.distance(fold(one), fold(other))
    return len(mine) == len(theirs) and changed == 1 and far <= (_LETTERS if len(mine) > 1 else 1)


class _Slots:
    """Two sentences laid side by side."""

    def __init__(self, one: Source, sentence: int, other: Source, partner: int) -> None:
        self.one, self.other = one, other
        self.found, self.theirs = one.by_sentence[sentence], other.by_sentence.get(partner, [])
        self.start, self.end = one.outline.word_range(sentence)
        self.begin, self.stop = other.outline.word_range(partner)
        matcher = SequenceMatcher(None, one.words(sentence), other.words(partner), autojunk=False)
        self.partner: Mapping[int, int] = {
            self.start + block.a + i: self.begin + block.b + i
            for block in matcher.get_matching_blocks()
            for i in range(block.size)
        }

    def pairs(self) -> Iterator[Pair]:
        """The values that exclude each other; none where a name has changed beside a value, which is then of another thing."""
        found = [*self._values(), *self._offices()]
        if len({pair.one.kind is Kind.NAME for pair in found}) < 2:
            yield from found

    def _values(self) -> Iterator[Pair]:
        for a in self.found:
            for b in self.theirs:
                if a.kind is b.kind and a.doubted == b.doubted and self._in_one_slot(a, b):
                    likeness = self._likeness(a, b)
                    if self._counts(a, b, likeness) and excludes(a, b, alike=likeness >= _SURE):
                        yield self._pair(a, b, likeness)

    def _counts(self, a: Found, b: Found, likeness: float) -> bool:
        """Whether the surroundings are alike enough; for names that both articles have, or that share a word, much more so."""
        one, other = a.mention, b.mention
        if not (isinstance(one, NameMention) and isinstance(other, NameMention)):
            return likeness >= _LEAST
        if likeness < _NAMES:
            return False
        mine, theirs = set(words(one.name).words), set(words(other.name).words)
        if mine & theirs and not near_miss(one.name, other.name):
            return likeness >= _NAMED and looks_like_person(one.name) and looks_like_person(other.name)
        known = mine <= self.other.written or theirs <= self.one.written
        return likeness >= _NAMED or not known

    def _pair(self, a: Found, b: Found, likeness: float) -> Pair:
        one, other = a.mention, b.mention
        if isinstance(one, NameMention) and isinstance(other, NameMention) and _is_slip(one.name, other.name):
            a, b = replace(a, kind=Kind.SPELLING, holder=fold(one.name)), replace(b, kind=Kind.SPELLING, holder=fold(other.name))
        grown = has_grown(self.one, a, self.other, b, within_a_day=False)
        return Pair(a, b, self._about(a), likeness, grown)

    def _offices(self) -> Iterator[Pair]:
        """Where another office stands between words that correspond: "agency spokesman Moravi", "agency chief Moravi"."""
        cuts = [(self.start - 1, self.begin - 1), *sorted(self.partner.items()), (self.end, self.stop)]
        for (i, j), (k, m) in pairwise(cuts):
            while k < self.end and m < self.stop and self._is_office(k) and self.partner.get(k) == m:
                k, m = k + 1, m + 1  # noqa: PLW2901 the noun that both offices end in
            one, other = range(i + 1, k), range(j + 1, m)
            if not (0 < len(one) <= _OFFICE and 0 < len(other) <= _OFFICE):
                continue
            mine, theirs = self.one.outline.words.words[one.start : k], self.other.outline.words.words[other.start : m]
            if other_office(mine, theirs):
                a, b = self._office(self.one, one), self._office(self.other, other)
                likeness = self._likeness(a, b)
                if likeness >= _NAMES:
                    yield Pair(a, b, self._about(a), likeness)

    def _is_office(self, word: int) -> bool:
        return self.one.outline.words.words[word] in OFFICE_NOUNS

    def _office(self, source: Source, words_: range) -> Found:
        found = source.outline.words
        start, end = found.starts[words_.start], found.ends[words_.stop - 1]
        name = source.text[start:end]
        return source.place(
            Kind.ROLE, NameMention(start, end, name, rule="office"), source.outline.sentence_of(words_.start), fold(name)
        )

    def _in_one_slot(self, a: Found, b: Found) -> bool:
        left = self._left(a.first - 1, b.first - 1)
        right = self._right(a.last, b.last)
        return left and right

    def _left(self, i: int, j: int) -> bool:
        words, theirs = self.one.outline.words.words, self.other.outline.words.words
        for _ in range(_STEP):
            if i < self.start or j < self.begin:
                return i < self.start and j < self.begin
            if self.partner.get(i) == j:
                return True
            if words[i] in LEADING and i not in self.partner:
                i -= 1
            elif theirs[j] in LEADING:
                j -= 1
            elif words[i] in LEADING:
                i -= 1
            else:
                return False
        return False

    def _right(self, i: int, j: int) -> bool:
        if i < self.end and j < self.stop and "(" in self.one.outline.gap(i) and "(" in self.other.outline.gap(j):
            return True  # the same in another unit
        for _ in range(2):
            if i >= self.end or j >= self.stop:
                return i >= self.end and j >= self.stop
            if self.partner.get(i) == j:
                return True
            i, j = i + (i not in self.partner), j + (j not in self.partner.values())
        return False

    def _likeness(self, a: Found, b: Found) -> float:
        """The share of the words around both values, the values themselves left out, that correspond; 0 for too few of them."""
        mine = [
            w for w in range(max(a.first - _WINDOW, self.start), min(a.last + _WINDOW, self.end)) if not a.first <= w < a.last
        ]
        theirs = [
            w for w in range(max(b.first - _WINDOW, self.begin), min(b.last + _WINDOW, self.stop)) if not b.first <= w < b.last
        ]
        both = [w for w in mine if self.partner.get(w) in set(theirs)]
        telling = [w for w in both if self.one.outline.words.words[w] not in EMPTY]
        if len(telling) < min(_SHARED, max(2, self.end - self.start - 3)):
            return 0.0
        return 2 * len(both) / (len(mine) + len(theirs))

    def _about(self, a: Found) -> str:
        """The corresponding words before and behind the value, with the value left out."""
        words = self.one.outline.words
        before = [w for w in range(max(a.first - 5, self.start), a.first) if w in self.partner]
        after = [w for w in range(a.last, min(a.last + 4, self.end)) if w in self.partner]
        said = [self.one.text[words.starts[w] : words.ends[w]] for w in before]
        return " ".join([*said, "…", *(self.one.text[words.starts[w] : words.ends[w]] for w in after)])
