"""Patterns: the words of a spec that are looked for in an article, and the one automaton that finds all of them.

A pattern is a run of folded words. Case is looked at only where it tells a name from a word: "Page" is not "page", "US" is
not "us".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ahocorasick_rs import BytesAhoCorasick, Implementation

from factspec.language.folding import Words, words
from factspec.language.inflection import inflect_phrase, inflections, spellings
from factspec.model import Fact

__all__ = ["Finder", "Hit", "Pattern", "Use", "anchor_patterns", "literal_patterns"]


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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form to look for, as written. `index` tells which name of the fact it is; `cased` asks for the capitals of `form`."""

    form: str
    use: Use
    index: int = 0
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence of a pattern: words [first, last) of the text, text[start:end]."""

    pattern: Pattern
    first: int
    last: int
    start: int
    end: int


class Finder:
    """Finds the patterns of many facts in one pass over a text.

    A key is a folded form; each key has its owners, `(fact number, pattern)`. Built once, used for every article.
    """

    def __init__(self, patterns: Iterable[tuple[int, Pattern]]) -> None:
        owners: dict[str, list[tuple[int, Pattern]]] = {}
        for number, pattern in patterns:
            for key in _keys(pattern):
                owners.setdefault(key, []).append((number, pattern))
        self._owners = list(owners.values())
        self._lengths = [key.count(" ") + 1 for key in owners]
        keys = [f" {key} ".encode("ascii") for key in owners]
        kind = Implementation.ContiguousNFA if len(keys) > 200 else Implementation.DFA
        self._automaton = BytesAhoCorasick(keys, implementation=kind) if keys else None

    def find(self, text: str, found: Words) -> dict[int, list[Hit]]:
        """The hits of each fact number that has any, in text order."""
        hits: dict[int, list[Hit]] = {}
        if self._automaton is None:
            return hits
        starts, ends = found.starts, found.ends
        for key, at, _ in self._automaton.find_matches_as_indexes(found.joined.encode("ascii"), overlapping=True):
            first = found.at(at + 1)
            last = first + self._lengths[key]
            start, end = starts[first], ends[last - 1]
            for number, pattern in self._owners[key]:
                if not pattern.cased or _same_capitals(pattern.form, text[start:end]):
                    hits.setdefault(number, []).append(Hit(pattern, first, last, start, end))
        return hits


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
    for form in fact.about:
        yield from (Pattern(f, Use.ANCHOR) for f in _inflected(form))
    for form in fact.of:
        yield from (Pattern(f, Use.COUNTED) for f in _inflected(form))
    yield from (Pattern(form, Use.WHEN) for form in fact.when)


def literal_patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors, and what `also` and `not` list as words of the article: for the kinds whose value is no name."""
    yield from anchor_patterns(fact)
    yield from (Pattern(form, Use.NAME) for form in fact.also)
    yield from (Pattern(form, Use.WRONG) for form in fact.wrong)


def _inflected(form: str) -> list[str]:
    """A lower-case word or phrase in all its forms, anything else as it is; sorted, so that runs are repeatable."""
    if not form.islower() or any(c.isdigit() for c in form):
        return [form]
    if " " in form.strip():
        return sorted(inflect_phrase(form) | {form})
    return sorted({f for s in spellings(form) for f in inflections(s)} | {form})
