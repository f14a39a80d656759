"""Offices that an article tells in other words than their own: "who heads the housing ministry", "Orvale boss Ida Brandvold".

What is read: a clause straight behind the person's name, and a headline's word for the one at the top, with its body before it.
What is not: verbs farther away, and any office that such words could as well be of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from factspec.binding.pattern import Hit
from factspec.binding.scene import KIN, Scene
from factspec.language.folding import words
from factspec.language.lexicon import listed
from factspec.model import Role, Span, Status

__all__ = ["told_in_other_words"]

_IN_CHARGE = (
    ("heads",), ("leads",), ("runs",), ("is", "in", "charge", "of"), ("is", "responsible", "for"), ("is", "the", "head", "of"),
    ("is", "at", "the", "head", "of"),
)  # fmt: skip
_CHARGED = listed("minister chief head director secretary executive ceo manager boss leader coach commissioner officer")
"""What one is called who heads, leads or runs something; not a deputy, not a spokesman, not a judge."""
_AT_THE_TOP = frozenset(("chief executive", "chief executive officer", "ceo", "managing director", "general manager", "head"))
_BYGONE = listed("former ex then acting deputy late ousted outgoing incoming onetime interim")
_HEADLINE_WORDS = listed("boss chief supremo")
_SHORT = 3
_BEHIND = 7  # words behind the verb that may name what is headed


def told_in_other_words(scene: Scene, person: Hit, role: Role) -> Span | None:
    """The words that give a person the office of a role without naming it, if there are any."""
    return next(_told(scene, person, role), None)


def _told(scene: Scene, person: Hit, role: Role) -> Iterator[Span]:
    office = words(role.role).words
    if office and office[-1] in _CHARGED and (span := _is_in_charge(scene, person, role)):
        yield span
    if " ".join(office) in _AT_THE_TOP and role.of and (span := _is_boss(scene, person, role)):
        yield span


def _is_in_charge(scene: Scene, person: Hit, role: Role) -> Span | None:
    found = scene.outline.words
    if found.words[person.last : person.last + 1] != ["who"]:
        return None
    for verb in _IN_CHARGE:
        start = person.last + 1
        if tuple(found.words[start : start + len(verb)]) == verb:
            end = scene.outline.word_range(scene.outline.sentence_of(start))[1]
            behind = _what(found.words[start + len(verb) : min(start + len(verb) + _BEHIND, end)])
            wanted = _kin(" ".join(words(role.role).words[:-1])) - {"chief"[:KIN]} or _kin(role.of)
            if wanted and wanted <= behind:
                span = Span(found.starts[start], found.ends[start + len(verb) - 1])
                return span if scene.status(*span)[0] is Status.ASSERTED else None
    return None


def _what(behind: Sequence[str]) -> frozenset[str]:
    """What is headed: the words behind the verb up to a preposition other than "of"; none where that has ended."""
    if not {"until", "till"}.isdisjoint(behind):
        return frozenset()
    return frozenset(word[:KIN] for word in takewhile(lambda word: word not in _APART, behind))


_APART = listed("on in at for against with to from by into out off over and or but who which that when while because since as")


def _is_boss(scene: Scene, person: Hit, role: Role) -> Span | None:
    """ "Orvale boss Ida Brandvold": the body, a headline's word for whoever is at its top, the name."""
    found = scene.outline.words
    word = person.first - 1
    if word < 1 or found.words[word] not in _HEADLINE_WORDS or scene.outline.gap(person.first) != " ":
        return None
    if not _BYGONE.isdisjoint(found.words[max(word - 3, 0) : word]):
        return None
    before = found.words[word - 1][:KIN]  # not "finance chief"
    return Span(found.starts[word], found.ends[word]) if before in _kin(role.of) else None


def _kin(text: str) -> frozenset[str]:
    return frozenset(word[:KIN] for word in words(text).words if len(word) > _SHORT)
