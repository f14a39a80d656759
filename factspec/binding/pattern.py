"""Patterns: the words of a spec that are looked for in an article, and the one automaton that finds all of them.

A pattern is a run of folded words. Case is looked at only where it tells a name from a word: "Page" is not "page", "US" is
not "us".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from factspec.language.folding import Words, words
from factspec.language.inflection import inflect_phrase, inflections, spellings
from factspec.language.synonyms import synonyms
from factspec.model import Fact

__all__ = ["Finder", "Found", "Hit", "Pattern", "Use", "anchor_patterns", "inflected", "literal_patterns"]


class Use(StrEnum):
    """What a pattern means to its fact."""

    ANCHOR = "anchor"  # the article speaks of what the fact is about
    COUNTED = "counted"  # what a count counts
    NAME = "name"  # a right form of a name
    SURNAME = "surname"  # the last word of a person’s name, alone
    WRONG = "wrong"  # a form listed under `not`
    WITHIN = "within"  # a larger place
    OFFICE = "office"  # the office of a role
    BODY = "body"  # what the office is of
    WORDS = "words"  # a run of a quotation's words
    WHEN = "when"  # the fact applies only where this occurs
    VALUE = "value"  # the curated day or figure itself, as it may be written


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form to look for, as written. `index` tells which name of the fact it is; `cased` asks for the capitals of `form`."""

    form: str
    use: Use
    index: int = 0
    cased: bool = False


class Hit(NamedTuple):
    """An occurrence of a pattern: words [first, last) of the text, text[start:end]."""

    pattern: Pattern
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    """The patterns of one key that ask for the same capitals ("" for none), by the facts that they touch."""

    form: str
    length: int  # in words
    sure: tuple[int, ...]  # the facts that any of these patterns touches by itself
    bodies: frozenset[int]  # the facts that have them as words of an office's body
    values: frozenset[int]  # the facts that have them as their value


class _Place(NamedTuple):
    """Where a key occurs: the how manieth match of the article it is, and what a hit holds beside its pattern."""

    match: int
    first: int
    last: int
    start: int
    end: int


class Found:
    """The patterns that occur in one article; the hits of a fact are made when they are asked for."""

    def __init__(self, finder: Finder, places: dict[int, list[_Place]]) -> None:
        self._finder = finder
        self._places = places
        self._hits: dict[int, list[Hit]] = {}

    def hits(self, fact: int) -> list[Hit]:
        """The hits of a fact in text order."""
        hits = self._hits.get(fact)
        if hits is None:
            places = self._places
            rows = [
                (place.match, rank, Hit(pattern, *place[1:]))
                for group, rank, pattern in self._finder.patterns_of(fact)
                if group in places
                for place in places[group]
            ]
            hits = self._hits[fact] = [hit for _, _, hit in sorted(rows, key=_BY_PLACE)]
        return hits

    def occurring(self) -> set[int]:
        """The facts of which any pattern occurs beside the mere value."""
        return {fact for group in self._places for fact in self._finder.facts_of(group)}

    def valued(self) -> set[int]:
        """The facts whose value occurs."""
        return set().union(*(self._finder.groups[number].values for number in self._places))

    def touched(self) -> set[int]:
        """The facts that a pattern touches by itself, and those with an office beside two words of its body."""
        groups = [self._finder.groups[number] for number in self._places]
        once: set[int] = set()
        twice: set[int] = set()
        for group in groups:
            twice |= once & group.bodies
            once |= group.bodies
        return set(filter(self._has_office, twice)).union(*(group.sure for group in groups))

    def _has_office(self, fact: int) -> bool:
        return any(pattern.use is Use.OFFICE and group in self._places for group, _, pattern in self._finder.patterns_of(fact))


_BY_PLACE = itemgetter(0, 1)


class Finder:
    """Finds the patterns of many facts in one pass over a text; built once, used for every article.

    A key is a folded form. The patterns of a key are grouped by the capitals they ask for, so that an article pays for the
    words that occur in it and not for the facts that share them. `touches` says of `(fact number, pattern)` whether the
    pattern alone touches the fact.
    """

    def __init__(self, patterns: Iterable[tuple[int, Pattern]], touches: Callable[[int, Pattern], bool]) -> None:
        owners: dict[str, dict[str, list[tuple[int, int, Pattern]]]] = {}
        for rank, (number, pattern) in enumerate(patterns):
            for key in _keys(pattern):
                form = pattern.form if pattern.cased else ""
                owners.setdefault(key, {}).setdefault(form, []).append((number, rank, pattern))
        self.groups: list[_Group] = []
        self._numbers: list[range] = []  # key → its groups
        self._owners: list[list[tuple[int, int, Pattern]]] = []
        self._patterns_of: dict[int, list[tuple[int, int, Pattern]]] = {}
        for key, by_form in owners.items():
            self._numbers.append(range(len(self.groups), len(self.groups) + len(by_form)))
            for form, owned in by_form.items():
                for number, rank, pattern in owned:
                    self._patterns_of.setdefault(number, []).append((len(self.groups), rank, pattern))
                self.groups.append(_group(key, form, owned, touches))
                self._owners.append(owned)
        keys = [f" {key} ".encode("ascii") for key in owners]
        kind = Implementation.ContiguousNFA if len(keys) > 200 else Implementation.DFA
        self._automaton = BytesAhoCorasick(keys, implementation=kind) if keys else None

    def patterns_of(self, fact: int) -> Sequence[tuple[int, int, Pattern]]:
        """The patterns of a fact, each with its group and its rank among all patterns."""
        return self._patterns_of.get(fact, ())

    def facts_of(self, group: int) -> Iterator[int]:
        """The facts that have a pattern in a group."""
        return (number for number, _, pattern in self._owners[group] if pattern.use is not Use.VALUE)

    def find(self, text: str, found: Words) -> Found:
        """What occurs in a text with these words."""
        places: dict[int, list[_Place]] = {}
        starts, folded = found.starts, found.words
        for match, (key, first) in enumerate(self._matches(found.joined)):
            for number in self._numbers[key]:
                group = self.groups[number]
                last = first + group.length
                start, end = starts[first], starts[last - 1] + len(folded[last - 1])
                if text[start - 1 : start] == "-" and first and folded[first - 1] in _PREFIXES:
                    continue
                if not group.form or _same_capitals(group.form, text[start:end]):
                    places.setdefault(number, []).append(_Place(match, first, last, start, end))
        return Found(self, places)

    def _matches(self, joined: str) -> Iterator[tuple[int, int]]:
        """The keys that occur and the number of their first word, told by counting the blanks from match to match."""
        if self._automaton is None:
            return
        blanks = reached = 0
        for key, blank, _ in self._automaton.find_matches_as_indexes(joined.encode("ascii"), overlapping=True):
            blanks += joined.count(" ", reached, blank) - joined.count(" ", blank, reached)
            reached = blank
            yield key, blanks


_PREFIXES = frozenset("semi quarter pre post anti counter non by mid inter sub".split())
"""What before a hyphen makes another thing of a word: a semi-final is no final."""


def _group(key: str, form: str, owned: Iterable[tuple[int, int, Pattern]], touches: Callable[[int, Pattern], bool]) -> _Group:
    sure = dict.fromkeys(number for number, _, pattern in owned if touches(number, pattern))
    bodies = frozenset(number for number, _, pattern in owned if pattern.use is Use.BODY)
    values = frozenset(number for number, _, pattern in owned if pattern.use is Use.VALUE)
    return _Group(form, key.count(" ") + 1, tuple(sure), bodies, values)


def _keys(pattern: Pattern) -> Sequence[str]:
    """The folded forms under which a pattern is found; a dotted or plain acronym is found as both."""
    form = pattern.form
    key = " ".join(words(form).words)
    keys = [key] if key else []
    if pattern.cased and form.isupper() and 2 <= len(form) <= 6 and form.isalpha():
        keys.append(" ".join(form.lower()))
    if "." in form and form.replace(".", "").isupper() and form.replace(".", "").isalpha():
        keys.append(form.replace(".", "").lower())
    return keys


def _same_capitals(form: str, text: str) -> bool:
    """Whether a name is written as a name: an acronym in capitals, another name with a capital where the form has one."""
    if text.isupper():
        return True
    if form.isupper() and len(form) > 1:
        return False
    return not form[:1].isupper() or text[:1].isupper() or form[:1].isdigit()


def anchor_patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors of a fact: `about` and `of`, single words in every inflection, and the words of `when` as written."""
    yield from (Pattern(f, Use.ANCHOR) for f in _widened(fact.about))
    yield from (Pattern(f, Use.COUNTED) for f in _widened(fact.of))
    yield from (Pattern(form, Use.WHEN) for form in fact.when)


def _widened(forms: Sequence[str]) -> list[str]:
    """The words of a spec in all their forms, and, as they are, those that news use for them."""
    own = (f for form in forms for f in inflected(form))
    return list(dict.fromkeys((*own, *(other for form in forms for other in synonyms(form)))))


def literal_patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors, and what `also` and `not` list as words of the article: for the kinds whose value is no name."""
    yield from anchor_patterns(fact)
    yield from (Pattern(form, Use.NAME) for form in fact.also)
    yield from (Pattern(form, Use.WRONG) for form in fact.wrong)


def inflected(form: str) -> list[str]:
    """A lower-case word or phrase in all its forms, anything else as it is; sorted, so that runs are repeatable."""
    if not form.islower() or any(c.isdigit() for c in form):
        return [form]
    if " " in form.strip():
        return sorted(inflect_phrase(form) | {form})
    return sorted({f for s in spellings(form) for f in inflections(s)} | {form})
