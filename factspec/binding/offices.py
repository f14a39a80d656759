"""Which office an article attaches to a person: a title before the name, or an apposition or a copula after it.

"agency spokesman Marlon Pieto Lugrano" · "Mark Bund, chief executive of HP" · "Ed Morenski, who is the team’s general manager".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factspec.binding.office_forms import CHARGED, is_action, office_forms
from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.folding import words
from factspec.language.lexicon import HONORIFICS, RANKS, listed
from factspec.language.offices import (
    CALLINGS,
    COVERING,
    HEADS,
    LEADERS,
    MODIFIERS_BEHIND,
    OFFICE_MODIFIERS,
    OFFICE_NOUNS,
    OFFICE_QUALIFIERS,
    RELATIONS,
    TOP_OFFICES,
)
from factspec.language.persons import looks_like_person
from factspec.model import Span

__all__ = ["StatedOffice", "attached", "is_disowned", "is_modified", "is_of_another_body", "office_forms", "other_offices"]

_TITLE_REACH = 4
_BODY_REACH = 7
_APPOSITION_REACH = 12
_LINKING = listed(
    "named becomes became become elected appointed promoted sworn serves served serving made chosen picked hired elevated remains"
)
_ENDS_IN_COPULA = re.compile(r"(?:^who|\band(?: who)?) (?:is|was)(?: (?:also|now|still))?(?: (?:the|a|an|its|his|her|their))?$")
_BETWEEN_TWO = frozenset(("and", "or", "with", "against", "like", "than", "both"))


# ---------------------------------------------------------------- the fact's own office


def attached(scene: Scene, person: Hit, office: Hit) -> bool:
    """Whether an office is a title before a person's name or belongs to it behind, with no other name or verb between."""
    outline = scene.outline
    sentence = outline.sentence_of(person.first)
    if outline.sentence_of(office.first) != sentence or (person.first < office.last and office.first < person.last):
        return False
    first, last = min(person.last, office.last), max(person.first, office.first)
    between = outline.words.words[first:last]
    if office.last > person.first and between[:1] == ["who"] and _ENDS_IN_COPULA.search(" ".join(between)):
        return True  # "Roe, who founded the firm and is its chief executive"
    if _has_other_person(scene, sentence, outline.words.ends[first - 1], outline.words.starts[last]):
        return False
    linked = _LINKING | OFFICE_MODIFIERS
    acts = between[-1:] != ["as"] and any(
        first <= v < last and outline.words.words[v] not in linked for v in outline.verbs(sentence)
    )
    if office.last <= person.first:
        return not acts and _leads_up(scene, between, first)
    return not acts and len(between) <= _APPOSITION_REACH and _follows(between)


def is_disowned(scene: Scene, person: Hit, office: Hit) -> bool:
    """Whether a person is said not to hold an office that stands behind: "Roe, who stressed that he was not her agent"."""
    outline = scene.outline
    sentence = outline.sentence_of(person.first)
    if outline.sentence_of(office.first) != sentence or not 0 < office.first - person.last <= _APPOSITION_REACH:
        return False
    plain = [w for w in outline.words.words[person.last : office.first] if w not in _DETERMINERS]
    other = _has_other_person(scene, sentence, outline.words.ends[person.last - 1], outline.words.starts[office.first])
    return plain[-1:] in (["not"], ["never"], ["t"]) and not other


_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its"))


def _leads_up(scene: Scene, between: Sequence[str], first: int) -> bool:
    """ "agency spokeswoman Ms Novak", "spokeswoman for the agency Petra Novak"; not "the minister’s aide Novak"."""
    plain = [w for w in between if w not in HONORIFICS | RANKS]
    owns = scene.outline.gap(first).startswith(("’", "'")) and between[:1] == ["s"]
    reach = _TITLE_REACH if plain[:1] not in (["for"], ["of"]) else _BODY_REACH
    return len(plain) <= reach and not owns and not _BETWEEN_TWO & set(plain)


def _follows(between: Sequence[str]) -> bool:
    """ "Novak, the agency’s spokeswoman"; not "Novak and the spokeswoman", "Novak, aide to the spokeswoman"."""
    plain = list(between)
    while plain and plain[-1] in _DETERMINERS:
        plain.pop()
    if not plain:
        return True
    return plain[0] not in _BETWEEN_TWO and not (len(plain) < len(between) and plain[-1] in ("of", "to", "for", "by", "from"))


def _has_other_person(scene: Scene, sentence: int, start: int, end: int) -> bool:
    if not any(c.isupper() for c in scene.text[start:end]):
        return False
    names = (n for n in scene.reading.names(sentence) if start <= n.start and n.end <= end and looks_like_person(n.name))
    return any(not scene.text.startswith(("’s", "'s"), n.end) for n in names)


_BYGONE = listed("former ex onetime then")


def is_modified(scene: Scene, office: Hit, role: str) -> str:
    """The modifier that makes another office of it ("former", "deputy", "-elect"), unless the role has it; else ""."""
    outline = scene.outline
    own = role.lower().split()
    behind = outline.words.words[office.last] if office.last < len(outline.words) else ""
    if behind in MODIFIERS_BEHIND and outline.gap(office.last) == "-" and behind not in own:
        return behind
    first, _ = outline.word_range(outline.sentence_of(office.first))
    for word in range(office.first - 1, max(office.first - 4, first) - 1, -1):
        this = outline.words.words[word]
        if outline.gap(word + 1).strip(" -"):
            return ""
        if this in (OFFICE_MODIFIERS if word == office.first - 1 else _BYGONE) and this not in own:
            return this
        if this in _BARRIERS:
            return ""
    return ""


_BARRIERS = listed("the a an of to for by in on at and or who is was as her his their its s with from")


def is_of_another_body(scene: Scene, office: Hit, body: str) -> bool:
    """Whether the words straight beside an office give it to another body: "Orland’s prime minister", "minister of Orland"."""
    own = {w[:4] for w in words(body).words}
    return bool(own) and any(word[:4].lower() not in own for word in _bodies_beside(scene, office))


def _bodies_beside(scene: Scene, office: Hit) -> Iterator[str]:
    outline = scene.outline
    if office.first > 1 and outline.words.words[office.first - 1] == "s" and outline.gap(office.first - 1) in ("’", "'"):
        yield from _capitalised(scene, office.first - 2)
    at = office.last
    if at < len(outline.words) and outline.words.words[at] in ("of", "for") and outline.gap(at) == " ":
        after = at + 2 if outline.words.words[at + 1 : at + 2] == ["the"] else at + 1
        yield from _capitalised(scene, after)


def _capitalised(scene: Scene, word: int) -> Iterator[str]:
    if 0 <= word < len(scene.outline.words) and scene.text[scene.outline.words.starts[word]].isupper():
        yield scene.outline.words.words[word]


# ---------------------------------------------------------------- other offices of the same person


@dataclass(frozen=True, slots=True)
class StatedOffice:
    """An office that an article gives to a person; `excludes` says that it cannot be meant as the fact's own."""

    span: Span
    excludes: bool


def other_offices(scene: Scene, person: Hit, role: str, body: str = "") -> Iterator[StatedOffice]:
    """Offices, not the role's own, straight before a person's name or at the head of the apposition straight after it."""
    own = [words(form).words for form in office_forms(role)]
    if is_action(words(role).words):
        return
    for phrase in (*_before(scene, person), *_behind(scene, person)):
        found = [scene.outline.words.words[w] for w in phrase]
        if _is_bygone(scene, phrase):
            continue
        charge = _charge(scene, phrase.stop)
        if charge and found[-1] in CHARGED and (charges := _charges(own)):
            if charge not in charges:
                end = scene.outline.words.ends[phrase.stop + 1]
                yield StatedOffice(Span(scene.outline.words.starts[phrase[0]], end), excludes=True)
            continue
        if not any(_ends_in(found, form) or _ends_in(form, found) for form in own):
            span = Span(scene.outline.words.starts[phrase[0]], scene.outline.words.ends[phrase[-1]])
            yield StatedOffice(span, _excludes(found, own) and not _is_elsewhere(scene, phrase, body))


def _is_elsewhere(scene: Scene, phrase: range, body: str) -> bool:
    """Whether an office is said to be of something else than the fact's body: "the party’s chairman" is not the state's."""
    own, found = {w[:4] for w in words(body).words}, scene.outline.words.words
    if not own:
        return False
    possessive = found[phrase.start - 1 : phrase.start] == ["s"] and phrase.start > 1
    behind = phrase.stop + 1 if found[phrase.stop : phrase.stop + 1] == ["of"] else None
    around = found[max(phrase.start - 4, 0) : phrase.start - 1] if possessive else []
    around = [*around, *(found[behind : behind + 4] if behind else [])]
    return bool(around) and own.isdisjoint(w[:4] for w in around) and not {"his", "her", "its", "their"} & set(around)


def _charge(scene: Scene, word: int) -> str:
    """What an office is in charge of, in a common noun behind it: "security" of "head of security"; "" without one."""
    found = scene.outline.words
    if found.words[word : word + 1] != ["of"] or word + 1 >= len(found) or not scene.text[found.starts[word + 1]].islower():
        return ""
    return "" if found.words[word + 1] in ("the", "a", "his", "her", "its", "their") else found.words[word + 1]


def _charges(own: Sequence[Sequence[str]]) -> set[str]:
    """What the forms of an office have it in charge of: "operations" of "head of operations" and of "operations chief"."""
    behind = {form[2] for form in own if len(form) == 3 and form[1] == "of"}
    return behind | {form[0] for form in own if len(form) == 2 and form[1] in CHARGED}


def _is_bygone(scene: Scene, phrase: range) -> bool:
    """Whether an office is one of another time: "then the mayor", "once a banker", "who had been governor"."""
    before = scene.outline.words.words[max(phrase.start - 3, 0) : phrase.start]
    return not {"then", "once", "formerly", "previously"}.isdisjoint(before)


def _ends_in(found: Sequence[str], form: Sequence[str]) -> bool:
    return list(found[-len(form) :]) == list(form)


def _excludes(found: Sequence[str], own: Sequence[Sequence[str]]) -> bool:
    """Whether an office is another one, and neither covers the own one nor usually goes with it."""
    if found[-1] == "general" and found[-2:-1] and found[-2] in OFFICE_NOUNS:  # "commissioner-general" is no general
        found = found[:-1]
    if any(found[-1] == form[-1] for form in own):
        return any(w in OFFICE_QUALIFIERS | OFFICE_MODIFIERS for w in found[:-1])
    heads = {form[-1] for form in own}
    if found[-1] in RELATIONS:
        return False
    if found[-1] in CALLINGS and not heads & CALLINGS:
        return False
    if found[-1] in HEADS and any(len(form) == 1 and form[0] in LEADERS for form in own):
        return False
    if any(found[-1] in COVERING.get(head, ()) for head in heads) and not set(found[:-1]) & OFFICE_QUALIFIERS:
        return False
    return not (_is_top(found) and any(map(_is_top, own)))


def _is_top(found: Sequence[str]) -> bool:
    return any("_".join(found[-width:]) in TOP_OFFICES for width in (1, 2, 3))


_PHRASE = OFFICE_NOUNS | OFFICE_QUALIFIERS | OFFICE_MODIFIERS


def _before(scene: Scene, person: Hit) -> Iterator[range]:
    """The phrases of office straight before a name, the nearest first: "president and general manager Walt Biggs"."""
    outline = scene.outline
    first, _ = outline.word_range(outline.sentence_of(person.first))
    end = person.first
    while end > first and outline.words.words[end - 1] in (HONORIFICS | RANKS) - OFFICE_NOUNS:
        end -= 1
    while end > first and not outline.gap(end).strip(" -,"):
        start = end
        while (
            start > first and outline.words.words[start - 1] in _PHRASE and not (start < end and outline.gap(start).strip(" -"))
        ):
            start -= 1
        if start == end or outline.words.words[end - 1] not in OFFICE_NOUNS:
            return
        yield range(start, end)
        if start == first or outline.words.words[start - 1] != "and":
            return
        end = start - 1


_COPULA = frozenset(("is", "was", "has", "had", "been", "becomes", "became"))
_OPENING = frozenset(("of", "to", "for", "by", "from", "with", "whose", "where", "when", "after", "not", "and"))


def _behind(scene: Scene, person: Hit) -> Iterator[range]:
    """The first phrase of office in the apposition straight after a name: ", 51, the agency’s former director"."""
    outline = scene.outline
    _, last = outline.word_range(outline.sentence_of(person.first))
    start = person.last
    if start < last and outline.words.words[start].isdigit():
        start += 1
    while start < last and outline.words.words[start] in _COPULA and not outline.gap(start).strip():
        start += 1
    if start < last and outline.words.words[start - 1] in ("has", "had"):
        return  # "Roe had a guard placed there"
    joined = start < last and (
        outline.gap(start).strip().startswith((",", "-", "–", "—")) or outline.words.words[start - 1] in _COPULA
    )
    if not joined:
        return
    for word in range(start, min(start + 7, last)):
        this = outline.words.words[word]
        if this in _OPENING or (word > start and outline.gap(word).strip(" -’'")):
            return
        if this in OFFICE_NOUNS:
            yield _whole_phrase(scene, word, last)
            return
        if word in outline.verbs(outline.sentence_of(word)):
            return


def _whole_phrase(scene: Scene, word: int, last: int) -> range:
    """The phrase of office around its first noun: "finance director", "chief financial officer"."""
    outline = scene.outline
    end = word + 1
    while end < last and outline.words.words[end] in _PHRASE and outline.gap(end) in (" ", "-"):
        end += 1
    while outline.words.words[end - 1] not in OFFICE_NOUNS:
        end -= 1
    start = word
    while outline.words.words[start - 1] in _PHRASE and outline.gap(start) in (" ", "-"):
        start -= 1
    return range(start, end)
