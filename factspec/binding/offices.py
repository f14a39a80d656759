"""Which office an article attaches to a person: a title before the name, or an apposition or a copula after it.

"agency spokesman Sutopo Purwo Nugroho" · "Mark Hurd, chief executive of HP" · "Ed Stefanski, who is the team’s general manager".
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.language.offices import OFFICE_MODIFIERS, OFFICE_NOUNS, OFFICE_VARIANTS
from factspec.model import Span

__all__ = ["attached", "is_modified", "office_forms", "other_offices"]

_TITLE_REACH = 4
_APPOSITION_REACH = 12
_COPULAS = listed("is was are were who s serves served became becomes as the a an his her its their")


def office_forms(role: str) -> list[str]:
    """An office as news write it: "chief executive" is also "CEO", "spokesman" also "spokeswoman" and "spokesperson"."""
    forms = [role]
    for variants in OFFICE_VARIANTS:
        for form in list(forms):
            for variant in variants:
                if f" {variant} " in f" {form.lower()} ":
                    forms += [f" {form.lower()} ".replace(f" {variant} ", f" {v} ").strip() for v in variants]
    return list(dict.fromkeys(forms))


def attached(scene: Scene, person: Hit, office: Hit) -> bool:
    """Whether an office is a title before a person's name or stands in apposition after it, with no other name between."""
    outline = scene.outline
    sentence = outline.sentence_of(person.first)
    if outline.sentence_of(office.first) != sentence:
        return False
    first, last = min(person.last, office.last), max(person.first, office.first)
    if person.first < office.last and office.first < person.last:
        return False
    reach = _TITLE_REACH if office.last <= person.first else _APPOSITION_REACH
    return last - first <= reach and not _has_other_person(
        scene, sentence, outline.words.ends[first - 1], outline.words.starts[last]
    )


def _has_other_person(scene: Scene, sentence: int, start: int, end: int) -> bool:
    if not any(c.isupper() for c in scene.text[start:end]):
        return False
    return any(start <= n.start and n.end <= end and " " in n.name for n in scene.reading.names(sentence))


def other_offices(scene: Scene, person: Hit, role: str) -> Iterator[Span]:
    """Office nouns, not of `role`, straight before a person's name or at the head of the apposition straight after it."""
    own = set(" ".join(office_forms(role)).lower().split())
    outline = scene.outline
    first, last = outline.word_range(outline.sentence_of(person.first))
    before = person.first - 1
    while before >= first and scene.outline.words.words[before] in OFFICE_MODIFIERS:
        before -= 1
    if before >= first and not outline.gap(before + 1).strip(" -,"):
        yield from _office_at(scene, before, own)
    if person.last < last and outline.gap(person.last).strip().startswith(","):
        yield from _head_of_apposition(scene, range(person.last, min(person.last + 7, last)), own)


def _office_at(scene: Scene, word: int, own: set[str]) -> Iterator[Span]:
    this = scene.outline.words.words[word]
    if this in OFFICE_NOUNS and this not in own:
        yield Span(scene.outline.words.starts[word], scene.outline.words.ends[word])


def _head_of_apposition(scene: Scene, span: range, own: set[str]) -> Iterator[Span]:
    outline = scene.outline
    for word in span:
        if word > span.start and outline.gap(word).strip(" -’'"):
            return
        this = outline.words.words[word]
        if this in own and this in OFFICE_NOUNS:
            return
        if this in OFFICE_NOUNS:
            yield Span(outline.words.starts[word], outline.words.ends[word])
            return
        if word in outline.verbs(outline.sentence_of(word)):
            return


def is_modified(scene: Scene, office: Hit, role: str) -> str:
    """The modifier that makes another office of it ("former", "deputy"), unless the role itself has it; "" if there is none."""
    if office.first == 0:
        return ""
    before = scene.outline.words.words[office.first - 1]
    glued = not scene.outline.gap(office.first).strip(" -")
    return before if glued and before in OFFICE_MODIFIERS and before not in role.lower().split() else ""
