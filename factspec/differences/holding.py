"""Offices and who holds them: which words name one, whether two cannot be meant as one, and who is said to hold it.

What is read: an office straight before a person's name, or at the head of the apposition behind it, with the body it is of.
What is not: offices without a body, former and acting holders, and offices that several persons hold at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from factspec.differences.nouns import Found, Kind, Pair
from factspec.differences.source import Source
from factspec.language.folding import fold
from factspec.language.lexicon import listed
from factspec.language.naming import same_name
from factspec.language.offices import (
    COVERING,
    HEADS,
    OFFICE_MODIFIERS,
    OFFICE_NOUNS,
    OFFICE_QUALIFIERS,
    OFFICE_VARIANTS,
    RELATIONS,
)
from factspec.language.persons import looks_like_person
from factspec.model import NameMention

__all__ = ["Holders", "holder_pairs", "office_of", "other_office"]

_PAST = OFFICE_MODIFIERS - listed("deputy assistant vice")
_PHRASE = 9  # words of an office with its body
_TENURE = timedelta(days=60)
_STOPS = listed("the a an said says and or but told with by that when while as who")


def office_of(said: Sequence[str]) -> str:
    """The noun of the office that folded words name, in the form that stands for its variants; "" where they name none."""
    joined = f" {' '.join(said)} "
    for row in OFFICE_VARIANTS:
        if any(f" {form} " in joined for form in row):
            return row[0]
    return next((word for word in reversed(said) if word in OFFICE_NOUNS), "")


def other_office(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both name an office, not the same one, and neither is a looser word for the other."""
    a, b = office_of(one), office_of(other)
    if not a or not b or {a, b} & RELATIONS or (_PAST & set(one)) != (_PAST & set(other)):
        return False
    if a == b:
        mine, theirs = (set(said) - OFFICE_NOUNS - OFFICE_MODIFIERS - _STOPS for said in (one, other))
        known = bool((mine | theirs) & OFFICE_QUALIFIERS)
        return a == "minister" and known and bool(mine and theirs) and not mine & theirs
    return not (_covers(a, b) or _covers(b, a))


def _covers(loose: str, strict: str) -> bool:
    """Whether one office may be a looser word for the other: an official or the boss for a chief executive."""
    return loose in COVERING.get("executive" if " " in strict else strict, frozenset())


class Holders:
    """Who holds which office of which body, as an article says beside the names of persons."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def rows(self) -> dict[tuple[str, ...], Found]:
        """Office and body → where somebody is first said to hold it; only offices that one person holds at a time."""
        rows: dict[tuple[str, ...], Found] = {}
        for found in self.source.found:
            if isinstance(found.mention, NameMention) and looks_like_person(found.mention.name):
                for phrase in (self._before(found), self._behind(found)):
                    if key := self._key(phrase):
                        rows.setdefault(key, replace(found, kind=Kind.ROLE, holder=fold(found.mention.name)))
        return rows

    def _before(self, found: Found) -> range:
        outline = self.source.outline
        at, (first, last) = found.first, outline.word_range(found.sentence)
        within_commas = found.last < last and outline.gap(at).strip() == "," == outline.gap(found.last).strip()
        while at > max(found.first - _PHRASE, first) and (
            not outline.gap(at).strip(" -’'") or (within_commas and at == found.first)
        ):
            at -= 1
            if outline.words.words[at] in _STOPS:
                at += 1
                break
        return range(at, found.first)

    def _behind(self, found: Found) -> range:
        outline = self.source.outline
        last = outline.word_range(found.sentence)[1]
        if found.last >= last or outline.gap(found.last).strip() != ",":
            return range(0)
        at = found.last + 1
        while at < last and at - found.last < _PHRASE and not outline.gap(at).strip(" -’'"):
            at += 1
        closed = at < last and outline.gap(at).strip()[:1] in (",", ".")
        return range(found.last, at) if closed or at == last else range(0)

    def _key(self, phrase: range) -> tuple[str, ...]:
        found, text = self.source.outline.words, self.source.text
        said = [found.words[at] for at in phrase]
        office = office_of(said)
        if not office or office.split()[-1] not in HEADS or OFFICE_MODIFIERS & set(said) or "and" in said:
            return ()
        names = {found.words[at] for at in phrase if text[found.starts[at]].isupper()}
        body = sorted(names - OFFICE_NOUNS - OFFICE_QUALIFIERS - set(office.split()) - _STOPS - {"s"})
        return (office, *sorted(OFFICE_QUALIFIERS & set(said)), "of", *body) if body else ()


def holder_pairs(one: Holders, other: Holders) -> Iterator[Pair]:
    """The offices that two sources give to different persons, where neither knows the other's."""
    for key, a in one.rows.items():
        b = other.rows.get(key)
        if b is None or not _are_two(a, b) or not _of_one_time(one.source, other.source):
            continue
        if not {_surname(a)} & other.source.written and not {_surname(b)} & one.source.written:
            yield Pair(a, b, " ".join(key), 0.8)


def _are_two(a: Found, b: Found) -> bool:
    assert isinstance(a.mention, NameMention)  # noqa: S101 - holders are names
    assert isinstance(b.mention, NameMention)  # noqa: S101
    return not same_name(a.mention.name, b.mention.name)


def _surname(found: Found) -> str:
    return found.holder.split()[-1]


def _of_one_time(one: Source, other: Source) -> bool:
    a, b = one.article.dateline, other.article.dateline
    return a is None or b is None or abs(a.day - b.day) <= _TENURE
