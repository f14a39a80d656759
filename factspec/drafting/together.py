"""Proposals of names that belong together: two names of one thing, and lists that several articles have.

What is read: "dubbed X or Y", "X, also known as Y", "codenamed Y"; names in a row that commas and "and" join. What is not: who is
related to whom, and pairs that only one article has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factspec.drafting.entities import Entity
from factspec.drafting.material import Material, Text
from factspec.drafting.proposal import Claim, Proposal, Sighting
from factspec.drafting.world import is_of_the_world
from factspec.language.naming import same_name
from factspec.model import NameMention

__all__ = ["together"]

_WORD = r"[A-Z0-9][\w.’'-]*"
_NAME = rf"(?:[\"“‘']([^\"”’'\n]{{2,60}})[\"”’']|({_WORD}(?:\s+(?:(?:of|the|and|de|al)\s+)?{_WORD}){{0,5}}))"
_DUBBED = re.compile(
    r"\b(?:dubbed|code-?named|nicknamed|(?:also|better|formerly|popularly|commonly|sometimes)\s+(?:known\s+as|called)|known\s+as"
    rf"|a\.?k\.?a\.?|alias|formerly)\s+(?:the\s+)?{_NAME}(?:\s+or\s+(?:the\s+)?{_NAME})?"
)
_JOINED = re.compile(r"(?:\s\([^()\n]{1,60}\))?(?:(?P<and>,?\s(?:and|or|&)\s)|,\s)(?:(?:the|by|at|in)\s)?")
_NEAR = 40


def together(material: Material, things: Sequence[Entity]) -> Iterator[Proposal]:
    """Proposals of kind names: two names of one thing first, then lists."""
    yield from _aliases(material)
    yield from _lists(material, {form: thing.name for thing in things for form in thing.forms})


# ---------------------------------------------------------------- two names of one thing


def _aliases(material: Material) -> Iterator[Proposal]:
    found: dict[tuple[str, ...], list[Sighting]] = {}
    for text in material.texts:
        for match in _DUBBED.finditer(text.text):
            names = [part.strip(" .,’'") for part in match.groups() if part]
            before = _named_before(text, match.start())
            if before and len(names) == 1 and not same_name(before, names[0]):
                names.insert(0, before)
            own = tuple(dict.fromkeys(names))
            reach = text.reading.outline.clause_words(text.reading.outline.words.index(match.start()))
            sighting = text.sighting(match.start(), match.end(), {}, reach)
            known = next((k for k in found if {*k} & {*own} and len(k) == len(own)), own)
            found.setdefault(known, []).append(sighting)
    for key, sightings in found.items():
        several = len(key) > 1
        claim = Claim(key if several else key[0], sightings)
        kind, weight = ("names", 1.3) if several else ("name", 0.9)
        yield Proposal(f"names-of-{key[0]}", kind, claim, any=several, weight=weight)


def _named_before(text: Text, start: int) -> str:
    """The name that stands right before, with a comma, a bracket or a few small words between."""
    before = [n for _, n in text.names if n.end <= start and start - n.end < _NEAR]
    if (
        not before
        or re.search(r"[.;:\n]", text.text[before[-1].end : start])
        or re.search(r"\w{6}", text.text[before[-1].end : start])
    ):
        return ""
    return before[-1].name


# ---------------------------------------------------------------- lists


def _lists(material: Material, called: Mapping[str, str]) -> Iterator[Proposal]:
    groups: list[list[tuple[tuple[str, ...], Sighting]]] = []
    for text in material.texts:
        for names, sighting in _rows(text, called):
            group = next((g for g in groups if any(_share(names, other) for other, _ in g)), None)
            if group is None:
                groups.append([(names, sighting)])
            else:
                group.append((names, sighting))
    for group in groups:
        articles = {s.article for _, s in group}
        longest = max(len(names) for names, _ in group)
        several = len(material.texts) > 1
        if (longest > 2 or len(articles) > 1) and (len(articles) > 1 or not several or longest > 2):
            yield _list(group, len(articles), longest)


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(set(one) & set(other)) >= 2


def _list(group: list[tuple[tuple[str, ...], Sighting]], articles: int, longest: int) -> Proposal:
    """The names that half of the articles with such a list have, in the order in which they are told first."""
    told = Counter(name for name, _ in {(n, s.article) for names, s in group for n in names})
    kept = [name for names, _ in group for name in names if told[name] * 2 >= articles]
    value = tuple(dict.fromkeys(kept))
    claim = Claim(value, [s for _, s in group])
    weight = 0.9 if longest > 2 else 0.55
    weight *= 0.4 if all(map(is_of_the_world, value)) else 1.0
    return Proposal("-".join(value[:2]), "names", claim, weight=weight)


def _rows(text: Text, called: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    """The rows of names of an article: two that "and" joins, or more whose last one it joins."""
    for sentence in text.sentences:
        names = text.reading.names(sentence)
        row: list[NameMention] = names[:1]
        joined = False
        for before, name in pairwise(names):
            match = _JOINED.fullmatch(text.text, before.end, name.start)
            if match and not joined:
                row.append(name)
                joined = bool(match["and"])
                continue
            yield from _row(text, row, called, joined=joined)
            row, joined = [name], False
        yield from _row(text, row, called, joined=joined)


def _row(
    text: Text, row: list[NameMention], called: Mapping[str, str], *, joined: bool
) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    full = (text.persons.get(n.name, n.name) for n in row)
    names = tuple(dict.fromkeys(called.get(name, name) for name in full))
    if joined and len(names) > 1:
        reach = text.reading.outline.clause_words(text.reading.outline.words.index(row[0].start))
        yield names, text.sighting(row[0].start, row[-1].end, {}, reach)
