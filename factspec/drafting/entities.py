"""The persons, bodies, places and things that articles name, each with all its forms.

What is read: names of two words or more, or of one where it stands in several articles; other spellings, legal forms, acronyms
in brackets and bare surnames belong to the name they stand for. What is not: who somebody is (see `offices`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factspec.drafting.material import Material, Text
from factspec.drafting.proposal import Sighting
from factspec.language.folding import fold
from factspec.language.lexicon import MONTHS, SPEECH_VERBS, TITLES, WEEKDAYS, listed
from factspec.language.naming import near_miss, same_name, without_legal_form
from factspec.language.persons import looks_like_person

__all__ = ["Entity", "bare", "entities"]

_MOST = 600
_SHARE = 0.2
_LOCATIVE = listed("in at near outside off inside around from of to through across")
_AGENCIES = listed("ap afp reuters bloomberg cnn bbc ap upi pti xinhua associated press france-presse agence-france")


@dataclass(slots=True)
class Entity:
    """Somebody or something named: its forms, with every place where they stand, in the order of the articles."""

    forms: Counter[str] = field(default_factory=Counter)
    sightings: list[tuple[str, Sighting]] = field(default_factory=list)
    located: list[Sighting] = field(default_factory=list)
    spoken: int = 0

    @property
    def name(self) -> str:
        """The form that most articles have; of equal ones the longest."""
        articles = Counter(form for form, _ in {(form, s.article) for form, s in self.sightings})
        long = [form for form in articles if not (form.isupper() and " " not in form)]
        return min(long or articles, key=lambda form: (-articles[form], -len(form), form))

    @property
    def articles(self) -> frozenset[int]:
        return frozenset(s.article for _, s in self.sightings)

    @property
    def is_person(self) -> bool:
        """Whether it is somebody: the name looks it, and who speaks is not a place."""
        return looks_like_person(self.name) and (self.spoken > 0 or len(self.located) * 10 < len(self.sightings))

    @property
    def is_place(self) -> bool:
        """Whether things happen at it: prepositions of place lead to it, or the kind of a place stands behind it."""
        few = len(self.located) < 2 and len(self.sightings) > 2
        acronym = self.name.isupper() and len(self.name) > 2
        return not few and not acronym and self.spoken <= 1 and len(self.located) >= _SHARE * len(self.sightings)

    def of_form(self, form: str) -> list[Sighting]:
        return [s for f, s in self.sightings if f == form]


def entities(material: Material) -> list[Entity]:
    """Every named thing of the articles, those of the most articles first."""
    by_form: dict[str, Entity] = {}
    for text in material.texts:
        for _, name in text.names:
            form = _plain(name.name)
            if not _is_name(form):
                continue
            form = text.persons.get(form, form)
            entity = by_form.setdefault(form, Entity())
            first = text.reading.outline.words.index(name.start)
            clause = text.reading.outline.clause_words(first)
            sighting = text.sighting(name.start, name.end, {}, clause)
            entity.forms[form] += 1
            entity.sightings.append((form, sighting))
            last = text.reading.outline.words.index(name.end - 1)
            if _is_located(text, first, last):
                entity.located.append(sighting)
            entity.spoken += _speaks(text, first, last)
    for short, long in abbreviations(by_form).items():
        _join(by_form[long], by_form.pop(short))
    found = sorted(by_form.items(), key=lambda row: (-len(row[1].articles), row[0]))[:_MOST]
    return sorted(_united(found), key=lambda e: (-len(e.articles), e.name))


def _join(entity: Entity, other: Entity) -> None:
    entity.forms.update(other.forms)
    entity.sightings.extend(other.sightings)
    entity.located.extend(other.located)
    entity.spoken += other.spoken


def abbreviations(by_form: Mapping[str, Entity]) -> dict[str, str]:
    """Short names in capitals → the long name with these initials, where an article has both and only one name has them."""
    initials: dict[str, list[str]] = {}
    for form in by_form:
        parts = [part for part in re.split(r"[\s-]+", without_legal_form(form)) if part[:1].isupper()]
        if len(parts) > 1:
            initials.setdefault("".join(part[0] for part in parts), []).append(form)
    found = {}
    for short in sorted(by_form):
        longs = [long for long in initials.get(short, ()) if by_form[long].articles & by_form[short].articles]
        if short.isupper() and longs:
            found[short] = max(sorted(longs), key=lambda long: len(by_form[long].articles))
    return found


def _plain(name: str) -> str:
    return re.sub(r"[’']s\Z", "", name.strip(" .,"))


def _is_name(form: str) -> bool:
    folded = fold(form).split()
    if not folded or (not form[0].isupper() and not form[0].isdigit()):
        return False
    small = MONTHS | WEEKDAYS | TITLES | _AGENCIES
    return not all(word in small for word in folded) and len(form) > 1


def _is_located(text: Text, first: int, last: int) -> bool:
    """Whether a preposition of place, or the kind of a place, leads to a name: "in Ashford", "the town of Ashford"."""
    outline = text.reading.outline
    if last + 1 < len(outline.words) and text.word(last + 1) in _BEHIND and not outline.gap(last + 1).strip():
        return True
    if not first:
        return False
    before = text.word(first - 1)
    if "," in outline.gap(first):
        return False
    if before == "the" and first > 1:
        before = text.word(first - 2)
    return before in _LOCATIVE - {"of", "to", "from"} or (before == "of" and text.word(first - 2) in _SETTLEMENTS)


_SETTLEMENTS = listed(
    "town city village port island district province suburb camp coast west east north south southwest southeast"
)


_BEHIND = listed("town city village district province island region county coast valley suburb camp peninsula state")


def _speaks(text: Text, first: int, last: int) -> bool:
    words = text.reading.outline.words.words
    return any(w in SPEECH_VERBS for w in words[max(first - 1, 0) : first] + words[last + 1 : last + 2])


def _united(found: list[tuple[str, Entity]]) -> Iterator[Entity]:
    """The entities with those that bear the same name made one."""
    kept: list[tuple[str, Entity]] = []
    for form, entity in found:
        for known, other in kept:
            if _is_one(known, form):
                _join(other, entity)
                break
        else:
            kept.append((form, entity))
    entities = [entity for _, entity in kept]
    yield from (entity for entity in entities if not any(_is_inside(entity, other) for other in entities))


def _is_inside(entity: Entity, other: Entity) -> bool:
    """Whether a name is only the short form of a longer one, or its plural: "Mysore" of "INS Mysore"."""
    short, long = fold(entity.name).split(), fold(other.name).split()
    if entity is other or len(entity.articles) > len(other.articles) + (short == long[-1:]):
        return entity is not other and entity.name == f"{other.name}s"
    return (len(short) < len(long) and f" {' '.join(short)} " in f" {' '.join(long)} ") or entity.name == f"{other.name}s"


def _is_one(known: str, form: str) -> bool:
    if fold(known) == fold(form):
        return True
    if bare(known) == bare(form):
        return True
    if " " not in known or " " not in form:
        return _is_slip(known, form)
    return same_name(known, form) or (near_miss(known, form) and _is_slip(known, form))


def bare(form: str) -> str:
    """A name without its legal form, and with one blank for each hyphen."""
    return fold(without_legal_form(form.replace("-", " "))).removesuffix(" company").removesuffix(" co")


def _is_slip(known: str, form: str) -> bool:
    """Whether two names differ by one letter or two, so that one of them is probably miswritten."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 only where names are near

    a, b = fold(known), fold(form)
    if min(len(a), len(b)) < _LONG or a[0] != b[0] or a.rstrip("s") == b.rstrip("s") or _is_derived(a, b):
        return False
    if any(c.isdigit() for c in a + b):
        return False
    return OSA.distance(a, b, score_cutoff=2) <= (1 if min(len(a), len(b)) < 2 * _LONG - 4 else 2)


_LONG = 6
_DERIVED = ("y", "n", "an", "i", "ese", "is", "ns")


def _is_derived(a: str, b: str) -> bool:
    """Indonesia and Indonesian are no slip."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in _DERIVED
