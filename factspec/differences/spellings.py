"""One name in two spellings: each article keeps to its own, a letter or two apart.

What is read: names of several words of which one differs, and long single names that stand beside the same words. What is not:
the usual variants of names carried over from another script, plurals, peoples beside their countries, two persons of one
surname.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from factspec.differences.nouns import Found, Kind, Pair
from factspec.differences.source import Source
from factspec.language.folding import fold, words
from factspec.language.inflection import inflections, spellings
from factspec.language.naming import other_spelling, skeleton
from factspec.model import NameMention

__all__ = ["Names", "spelling_pairs"]

_SINGLE = 6  # letters of a name of one word
_LONG = 9
_BESIDE = 5


class Names:
    """The names of a source: for each folded name its first place."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def first(self) -> dict[tuple[str, ...], Found]:
        """The words of a name → where it stands first."""
        rows: dict[tuple[str, ...], Found] = {}
        for found in self.source.found:
            if isinstance(found.mention, NameMention):
                rows.setdefault(tuple(words(found.mention.name).words), found)
        return rows

    @cached_property
    def small(self) -> frozenset[str]:
        """The folded words that the article writes with a small letter somewhere."""
        found, text = self.source.outline.words, self.source.text
        return frozenset(w for w, at in zip(found.words, found.starts, strict=True) if text[at].islower())

    def beside(self, name: tuple[str, ...]) -> frozenset[str]:
        """The telling words around a name where it stands first."""
        return frozenset(self.source.hooks(self.first[name], _BESIDE))


def spelling_pairs(one: Names, other: Names) -> Iterator[Pair]:
    """The names that two sources spell differently."""
    for name, a in one.first.items():
        if name in other.first:
            continue
        for theirs, b in other.first.items():
            if len(name) == len(theirs) and theirs not in one.first and (changed := _changed(name, theirs)):
                if changed[0] in other.source.written or changed[1] in one.source.written:
                    continue
                if len(name) > 1 or _is_one_thing(one, name, other, theirs):
                    yield Pair(_spelt(a), _spelt(b), _about(one, a, other, b), 0.9 if len(name) > 1 else 0.7)


def _changed(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str] | None:
    """The one word in which two names differ, if it is by so few letters that it must be meant as the same."""
    pairs = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
    if len(pairs) != 1:
        return None
    a, b = pairs[0]
    shorter = min(len(a), len(b))
    far = 0 if shorter < 4 else 1 if shorter < 8 else 2
    if skeleton(a) == skeleton(b) or not (a.isalpha() and b.isalpha()) or OSA.distance(a, b) > far:
        return None
    if b in inflections(a) or a in inflections(b) or b in spellings(a) or other_spelling(" ".join(name), " ".join(other)):
        return None
    return None if _is_derived(a, b) else (a, b)


def _is_derived(one: str, other: str) -> bool:
    """Whether one word may be made of the other by an ending: Somali and Somalia, Israel and Israeli."""
    return (
        one.startswith(other) or other.startswith(one) or (one[:-2] == other[:-2] and one[-1] != other[-1] and len(one) < _SINGLE)
    )


def _is_one_thing(one: Names, name: tuple[str, ...], other: Names, theirs: tuple[str, ...]) -> bool:
    """Whether two long single names stand beside a word that both have, and neither is a common word."""
    a, b = name[0], theirs[0]
    if min(len(a), len(b)) < _SINGLE or a[0] != b[0] or (OSA.distance(a, b) > 1 and min(len(a), len(b)) < _LONG):
        return False
    if {a, b} & (one.small | other.small):
        return False
    return bool(one.beside(name) & other.beside(theirs))


def _spelt(found: Found) -> Found:
    assert isinstance(found.mention, NameMention)  # noqa: S101 - only names are spelt
    return Found(
        found.source, Kind.SPELLING, found.mention, found.start, found.end, found.sentence, found.first, found.last,
        fold(found.mention.name),
    )  # fmt: skip


def _about(one: Names, a: Found, other: Names, b: Found) -> str:
    """The words of the name that both articles write alike, else words that stand beside it in both."""
    mine, theirs = _words(a), _words(b)
    if len(mine) > 1:
        return " ".join(w if w in theirs else "…" for w in mine)
    shared = one.beside(mine) & other.beside(theirs)
    return ", ".join(sorted(one.source.spoken.get(w, w) for w in shared if len(w) > 3)[:3]) or "a name"


def _words(found: Found) -> tuple[str, ...]:
    assert isinstance(found.mention, NameMention)  # noqa: S101 - only names are spelt
    return tuple(words(found.mention.name).words)
