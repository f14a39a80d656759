"""Proposals of names and places from what the articles name.

A name that several articles have is proposed with its other forms; forms that are a letter or two off stand beside it as a
disagreement. What things happened at is a place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from factspec.drafting.claims import anchors
from factspec.drafting.entities import Entity, bare
from factspec.drafting.material import Material
from factspec.drafting.proposal import Claim, Proposal
from factspec.drafting.world import is_of_the_world
from factspec.language.folding import fold
from factspec.language.naming import same_name

__all__ = ["named"]

_LARGER = re.compile(r",\s+((?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w’'-]*){0,2})(?=[.)]|,\s[a-z]|,?\s*\n|\Z)")


def named(material: Material, found: list[Entity], taken: Collection[str]) -> Iterator[Proposal]:
    """Proposals of names and places, with `taken` the persons whose office is proposed already."""
    several = len(material.texts) > 1
    for entity in found:
        name = entity.name
        if several and len(entity.articles) < 2 and not _is_marked(entity):
            continue
        if not several and len(entity.sightings) < 2:
            continue
        if entity.is_place and entity.name not in taken:
            yield _place(material, entity)
        else:
            weight = (0.8 if " " in name else 0.55) * _prominence(entity)
            if name in taken:
                weight *= 0.35
            if is_of_the_world(name):
                weight = 0.2
            if len(fold(name)) <= 3:
                weight *= 0.4
            yield _name(material, entity, weight)


def _prominence(entity: Entity) -> float:
    """From 0.5 to 1: in how many of its articles a name stands in the lead."""
    lead = {s.article for _, s in entity.sightings if s.lead}
    return 0.5 + 0.5 * len(lead) / len(entity.articles)


def _is_marked(entity: Entity) -> bool:
    """Whether a name of one article stands there three times at least."""
    return len(entity.sightings) > 2 and " " in entity.name


def _claims(entity: Entity) -> tuple[Claim, list[Claim], tuple[str, ...]]:
    """The claim of the name that most articles have, claims of forms that are nearly it, and forms that are the same."""
    name = entity.name
    own, others, also = [], [], []
    for form in sorted(entity.forms, key=lambda form: (-entity.forms[form], form)):
        if form == name:
            own += entity.of_form(form)
        elif " " in form and same_name(form, name):
            own += entity.of_form(form)
            if not _is_namesake(entity, form, name):
                also.append(form)
        elif fold(form) == fold(name) or bare(form) == bare(name) or _is_initials(form, name):
            own += entity.of_form(form)
            also += [form] if fold(form) != fold(name) else []
        else:
            others.append(Claim(form, entity.of_form(form)))
    return Claim(name, own), others, tuple(dict.fromkeys(also))


_DISPUTED = 0.8  # a name that articles write differently is worth a look, whoever bears it


def _is_initials(form: str, name: str) -> bool:
    return form.isupper() and form == "".join(part[0] for part in re.split(r"[\s-]+", name) if part[:1].isupper())


def _is_namesake(entity: Entity, form: str, name: str) -> bool:
    """Whether initials are somebody else's: an article has both them and the full name."""
    if "." not in form:
        return False
    return not {s.article for s in entity.of_form(form)}.isdisjoint(s.article for s in entity.of_form(name))


def _name(material: Material, entity: Entity, weight: float) -> Proposal:
    claim, others, also = _claims(entity)
    weight = max(weight, _DISPUTED) if others else weight
    return Proposal(claim_name(claim), "name", claim, others, also=also, weight=weight)


def claim_name(claim: Claim) -> str:
    return str(claim.value)


def _place(material: Material, entity: Entity) -> Proposal:
    claim, others, also = _claims(entity)
    located = Claim(claim.value, [s for s in entity.located if s in claim.sightings] or claim.sightings)
    about = anchors(located, (theme for theme, _ in sorted(located.around.items(), key=lambda row: (-row[1], row[0]))), 3)
    name = claim_name(claim)
    larger = _larger(material, claim)
    if larger:
        claim.value = f"{name}, {larger}"
    kind = "place" if about else "name"
    weight = 0.25 if is_of_the_world(name) else 0.8 * _prominence(entity)
    return Proposal(name, kind, claim, others, about=about, also=also, weight=weight)


def _larger(material: Material, claim: Claim) -> str:
    """The larger place that stands behind a place at least twice, or once of a few: "Ashford, Tennessee"."""
    found: dict[str, int] = {}
    for sighting in claim.sightings:
        match = _LARGER.match(material.at(sighting).text, sighting.end)
        if match and not match[1].endswith("."):
            found[match[1]] = found.get(match[1], 0) + 1
    best = max(sorted(found), key=lambda word: found[word], default="")
    return best if best and found[best] * 4 >= len(claim.sightings) else ""
