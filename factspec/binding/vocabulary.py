"""The words of all names of a plan, and which of them a word of an article may have been meant as.

A word is looked up once, whatever the number of names: by the forms it has with one or two letters left out (a deletion
neighbourhood), confirmed by the optimal string alignment distance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from rapidfuzz.distance import OSA

__all__ = ["Vocabulary", "letters_off"]

_REMEMBERED = 200_000


def letters_off(word: str) -> int:
    """How many letters may be wrong in a word for it still to be meant: none under four, one under seven, two from there."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


class Vocabulary:
    """Known name words, each with the facts that use it, and whether they use it as a whole name of one word."""

    def __init__(self, entries: Iterable[tuple[str, int, bool]]) -> None:
        self._whole: dict[str, set[int]] = {}  # word → the facts that have it as a name
        self._parts: dict[str, set[int]] = {}  # word → the facts that have it in one
        for word, fact, whole in entries:
            self._whole.setdefault(word, set())
            self._parts.setdefault(word, set())
            (self._whole if whole else self._parts)[word].add(fact)
        for word, facts in self._whole.items():
            self._parts[word] -= facts
        self._deletions: dict[str, set[str]] = {}
        for word in self._whole:
            for short in _deletions(word, letters_off(word)):
                self._deletions.setdefault(short, set()).add(word)
        self._remembered: dict[str, tuple[str, ...]] = {}

    def meant(self, word: str) -> tuple[str, ...]:
        """The known words that a word is or is almost, in alphabetical order."""
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = tuple(sorted(self._look_up(word)))
        return found

    def named_by(self, known: Iterable[str]) -> set[int]:
        """The facts that known words may name: by a whole name, or by two words of one."""
        known = list(known)
        counts = Counter(chain.from_iterable(map(self._parts.__getitem__, known)))
        named = {fact for fact, count in counts.items() if count > 1}
        return named.union(*filter(None, map(self._whole.__getitem__, known)))

    def _look_up(self, word: str) -> Iterator[str]:
        candidates: set[str] = {word} & self._whole.keys()
        for short in _deletions(word, letters_off(word) or 1):
            candidates |= self._deletions.get(short, set())
        return (c for c in candidates if OSA.distance(word, c, score_cutoff=letters_off(c)) <= letters_off(c))


def _deletions(word: str, count: int) -> set[str]:
    """A word and what is left of it without up to `count` of its letters."""
    found = layer = {word}
    for _ in range(count):
        layer = {w[:i] + w[i + 1 :] for w in layer for i in range(len(w))}
        found = found | layer
    return found
