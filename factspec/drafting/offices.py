"""Proposals of roles: who holds which office, as the articles say it before or behind a name.

What is read: "harbour master Ana Lindqvist", "Ana Lindqvist, the harbour master of Skerry". What is not: offices that only
a later sentence gives, and whether two wordings are one office: without a shared word they stand beside each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factspec.drafting.claims import order
from factspec.drafting.material import FUNCTION, Material, Text, is_person
from factspec.drafting.proposal import Claim, Proposal, Sighting
from factspec.language.lexicon import COMPANY_FORMS, HONORIFICS, ORGANISATION_WORDS, listed
from factspec.language.naming import same_person
from factspec.language.offices import OFFICE_MODIFIERS, OFFICE_QUALIFIERS, OFFICE_VARIANTS
from factspec.language.offices import OFFICE_NOUNS as LISTED
from factspec.model import NameMention

__all__ = ["offices"]

OFFICE_NOUNS = LISTED | listed("master skipper")  # "harbour master"; alone, a master is no office to look for
_BEFORE = 9
_BEHIND = 12
_OF = listed("of at for with from")
_JOINING = listed("and")
_OPENING = listed("the a an its their his her")


def offices(material: Material) -> Iterator[Proposal]:
    """A proposal for each person whose office is told, of the wording that most articles have."""
    found: dict[str, list[tuple[str, str, Sighting]]] = defaultdict(list)
    for text in material.texts:
        for _, name in text.names:
            person = text.persons.get(name.name, name.name)
            if not is_person(person):
                continue
            told = _before(text, name) or _behind(text, name)
            if told:
                first = text.reading.outline.words.index(name.start)
                sighting = text.sighting(name.start, name.end, {}, text.reading.outline.clause_words(first))
                known = next((p for p in found if p == person or same_person(p, person)), person)
                found[known].append((*told, sighting))
    for person, rows in sorted(found.items()):
        yield _proposal(person, rows)


def _proposal(person: str, rows: list[tuple[str, str, Sighting]]) -> Proposal:
    groups: dict[str, list[tuple[str, str, Sighting]]] = defaultdict(list)
    for row in rows:
        role = row[0]
        known = next((r for r in groups if _is_one(r, role)), role)
        groups[known].append(row)
    claims = sorted((_claim(person, group) for group in groups.values()), key=order)
    return Proposal(
        f"{person.rsplit(maxsplit=1)[-1]}-role", "role", claims[0], claims[1:], weight=0.95, statement=_statement(claims[0])
    )


def _is_one(one: str, other: str) -> bool:
    """Whether two wordings may be one office: they share a word, or are forms of one."""
    if not set(one.lower().split()).isdisjoint(other.lower().split()):
        return True
    return any(_ends_in(one, row) and _ends_in(other, row) for row in OFFICE_VARIANTS)


def _ends_in(role: str, forms: Sequence[str]) -> bool:
    return any(f" {role.lower()}".endswith(f" {form}") for form in forms)


def _claim(person: str, rows: list[tuple[str, str, Sighting]]) -> Claim:
    roles = Counter((role, s.article) for role, _, s in rows)
    told = Counter(role for role, _ in roles)
    role = min(told, key=lambda r: (-told[r], -len(r), r))
    bodies = Counter(of for _, of, _ in rows if of)
    value = {"person": person, "role": role}
    if bodies:
        value["of"] = min(bodies, key=lambda of: (-bodies[of], -len(of), of))
    return Claim(value, [s for *_, s in rows])


def _statement(claim: Claim) -> str:
    value = claim.value
    assert isinstance(value, dict)  # noqa: S101 `_claim` made it
    role, of = value["role"], value.get("of", "")
    body = f" of {'the ' if of[:1].islower() else ''}{of}" if of else ""
    article = "the" if of and role.split()[0] not in OFFICE_MODIFIERS else "an" if role[:1].lower() in "aeiou" else "a"
    return f"{value['person']} is {article} {role}{body}."


def _before(text: Text, name: NameMention) -> tuple[str, str] | None:
    """The office straight before a name, and what stands before that: "Surrey Police spokeswoman Ana Lindqvist"."""
    outline = text.reading.outline
    at = outline.words.index(name.start)
    first, _ = outline.word_range(outline.sentence_of(at))
    title = text.text[name.start : name.end].partition(name.name)[0].split()
    words = [*_run_before(text, first, at), *title]
    own = [w for w in words if fold_word(w) not in HONORIFICS]
    cut = len(own)
    while cut and _is_office_word(own[cut - 1]):
        cut -= 1
    role = own[cut:]
    while role and role[0].lower() in _JOINING:
        role = role[1:]
    if not role or not any(w.lower() in OFFICE_NOUNS for w in role) or role[-1].lower() not in OFFICE_NOUNS:
        return None
    of = own[:cut]
    while of and of[0].lower() in (*_OPENING, *FUNCTION):
        of = of[1:]
    if of and at - len(own) == first and of == own[:cut]:
        of = [of[0].lower() if not text.is_named(first) else of[0], *of[1:]]
    small = [w for w in of if not w[:1].isupper()]
    if small and of[-1].lower() not in _BODIES:
        role, of = of[of.index(small[0]) :] + role, of[: of.index(small[0])]
    if role[-2:-1] == ["free"] or role[-1].lower() in _RELATIONS:
        return None  # a free agent holds no office, nor does somebody's friend
    return _lowered(role), " ".join(of)


def _lowered(role: list[str]) -> str:
    """An office in small letters but for abbreviations: "chief executive", "CEO"."""
    return " ".join(w if w.isupper() else w.lower() for w in role)


_RELATIONS = listed("friend partner colleague ally rival member")
_BODIES = ORGANISATION_WORDS | COMPANY_FORMS | listed("team")


def _run_before(text: Text, first: int, at: int) -> list[str]:
    """The words that lead up to a name without a mark or a small word between, titles of the mention included."""
    outline = text.reading.outline
    words: list[str] = []
    if at > first and outline.gap(at).strip():
        return []
    for back in range(at - 1, max(first, at - _BEFORE) - 1, -1):
        word = text.word(back)
        joins = word in _JOINING and words and text.word(back - 1) in OFFICE_NOUNS
        small = word in FUNCTION and text.is_lower(back)
        if not joins and (small or back in outline.verbs(outline.sentence_of(at))) and word not in OFFICE_NOUNS:
            break
        words.insert(0, text.written(back))
        if outline.gap(back).strip(" -/"):
            break
    return words


def fold_word(word: str) -> str:
    return word.lower().strip(".")


def _is_office_word(word: str) -> bool:
    folded = word.lower()
    return folded in OFFICE_NOUNS or folded in OFFICE_MODIFIERS or folded in OFFICE_QUALIFIERS or folded in (*_JOINING, "senior")


def _behind(text: Text, name: NameMention) -> tuple[str, str] | None:
    """The office behind a name and a comma: "Ana Lindqvist, the harbour master of Skerry, said"."""
    outline = text.reading.outline
    last = outline.words.index(name.end - 1)
    _, end = outline.word_range(outline.sentence_of(last))
    if last + 1 >= end or outline.gap(last + 1).strip() != ",":
        return None
    role: list[str] = []
    for at in range(last + 1, min(end, last + _BEHIND)):
        if at > last + 1 and outline.gap(at).strip(" -") and text.word(at) != "s":
            return _cut(role, "") if role else None
        word = text.word(at)
        if word in _OF and role:
            body = _body(text, at + 1, end)
            further = at + 1 + len(body.split())
            if body.islower() and further < end and text.word(further) in _OF:
                found = _cut(role, _body(text, further + 1, end))
                return found and (f"{found[0]} {word} {body}", found[1])
            return _cut(role, body)
        if (word in _OPENING and not role) or word == "s":
            continue
        if word in FUNCTION and word not in _JOINING and word not in OFFICE_NOUNS and text.is_lower(at):
            return _cut(role, "")
        role.append(text.written(at))
    return None


def _cut(role: list[str], of: str) -> tuple[str, str] | None:
    """The words up to the last noun of office; capitalised ones before it say of what."""
    ends = [i for i, w in enumerate(role) if w.lower() in OFFICE_NOUNS]
    if not ends or len(role) > ends[-1] + 1 + 1:
        return None
    role = role[: ends[-1] + 1]
    lower = next((i for i, w in enumerate(role) if not w[:1].isupper() or _is_office_word(w)), 0)
    return _lowered(role[lower:]), of or " ".join(role[:lower])


def _body(text: Text, at: int, end: int) -> str:
    """The words of a body behind "of": up to a mark or a small word."""
    outline = text.reading.outline
    words: list[str] = []
    for word in range(at, end):
        if word > at and outline.gap(word).strip(" -&’'/"):
            break
        small = text.word(word) in FUNCTION and text.word(word) not in ("of", "the", "and", "for")
        if small or (words and text.word(word) in ("who", "which")):
            break
        words.append(text.written(word))
    while words and words[0].lower() in _OPENING:
        words = words[1:]
    while words and words[-1].lower() in FUNCTION:
        words = words[:-1]
    keep = next((i for i, w in enumerate(words) if w[:1].isupper()), None)
    if keep is None:
        return " ".join(words[:3])
    found = " ".join(words[keep : keep + 7])
    return found if len(found) > 1 else ""
