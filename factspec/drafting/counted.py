"""Proposals of counts and quantities from the figures of the articles.

Figures of one thing with one value are a claim. Where articles tell of the same thing with other values the claim that most of
them state leads, of a toll the newest one, and the others stand beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from factspec.drafting.claims import TOLLS, alike, anchors, latest, order, telling
from factspec.drafting.figures import Seen, figures, written
from factspec.drafting.material import Material, Text, is_person
from factspec.drafting.proposal import Claim, Proposal, Sighting
from factspec.language.lexicon import listed
from factspec.language.units import UNITS, convert
from factspec.model import Comparator, Quantity

__all__ = ["counted"]

_TIMES = listed("s min hour day week month year")
_RECORD = listed("record start win wins won loss losses lost score scored beat game games match matches season set sets tie draw")
_NEAR = 0.3
_AGES = ("age", "aged", "years old")


def counted(material: Material) -> Iterator[Proposal]:
    """Proposals of every count and quantity that articles state."""
    seen = list(figures(material))
    yield from _ages(material, [row for row in seen if row[1] == "age"])
    rest = [row for row in seen if row[1] != "age"]
    measured = [row for row in rest if row[0].unit and row[1] != "ordinal"]
    plain = [row for row in rest if not row[0].unit or row[1] == "ordinal"]
    yield from _measures(material, measured)
    yield from _counts(material, plain)


# ---------------------------------------------------------------- claims


def _claims(rows: Iterable[Seen]) -> list[Claim]:
    """One claim for each value that is stated of things with a theme in common."""
    found: list[tuple[Claim, Quantity, set[str], str]] = []
    for value, form, sighting in rows:
        for claim, own, keys, own_form in found:
            if _same(own, value) and form == own_form and keys & set(sighting.keys):
                claim.sightings.append(sighting)
                keys |= set(sighting.keys[:1])
                break
        else:
            found.append((Claim(_written(value, form), [sighting]), value, set(sighting.keys), form))
    return [claim for claim, *_ in found]


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are one: the same span, in whatever unit, and not "more than" beside "nearly"."""
    if one.unit != other.unit:
        low, high = convert(other.low, other.unit, one.unit), convert(other.high, other.unit, one.unit)
        return low is not None and high is not None and _close(one.low, low) and _close(one.high, high)
    return (one.low, one.high) == (other.low, other.high)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _ROUNDED * max(abs(one), abs(other))


_ROUNDED = 0.04


def _written(value: Quantity, form: str) -> str:
    if form == "score":
        return f"{value.low:g}-{value.high:g}"
    if form == "ordinal":
        return f"{value.low:g}"
    return written(value)


class _Weighed:
    """The rows of figures with the comparator that most articles give a value."""

    def __init__(self, rows: Sequence[Seen]) -> None:
        forms: dict[tuple[str, float, float, str], Counter[Comparator]] = defaultdict(Counter)
        for value, _, sighting in rows:
            forms[sighting.keys[0], value.low, value.high, value.unit][value.comparator] += 1
        self._forms = forms

    def __call__(self, row: Seen) -> Seen:
        value, form, sighting = row
        found = self._forms[sighting.keys[0], value.low, value.high, value.unit]
        comparator = max(sorted(found, key=lambda c: (c is not Comparator.EXACT, c)), key=lambda c: found[c])
        return Quantity(value.low, value.high, comparator, value.unit), form, sighting


# ---------------------------------------------------------------- counts


def _counts(material: Material, rows: Sequence[Seen]) -> Iterator[Proposal]:
    weighed = _Weighed(rows)
    groups: dict[tuple[str, str, str], list[Seen]] = defaultdict(list)
    for row in map(weighed, rows):
        groups[row[2].keys[0], row[2].then, _sort(row[1])].append(row)
    for (key, then, form), group in sorted(groups.items()):
        claims = sorted(_claims(group), key=lambda c: (key in TOLLS and not c.lead, *order(c)))
        yield from _one_by_one(material, key, then, form, claims)


def _sort(form: str) -> str:
    return form if form in ("score", "ordinal") else ""


def _one_by_one(material: Material, key: str, then: str, form: str, claims: list[Claim]) -> Iterator[Proposal]:
    """The claims of one group as proposals: those that differ from a stronger one stand beside it."""
    left = list(claims)
    several = len(claims) > 1
    while left:
        leader = left[0]
        others = [c for c in left[1:] if _differs(leader, c, key, form)]
        if key in TOLLS and others and not then:
            newest = latest([leader, *others], material)
            if newest is not None and newest is not leader:
                others = [leader, *(c for c in others if c is not newest)]
                leader = newest
        left = [c for c in left if c is not leader and not any(c is o for o in others)]
        yield _count(material, key, then, form, leader, others, several=several)


def _amount(claim: Claim) -> float:
    digits = "".join(c for c in str(claim.value).split("-")[0] if c.isdigit() or c == ".")
    return float(digits or 0)


def _differs(leader: Claim, other: Claim, key: str, form: str) -> bool:
    """Whether another value is of the same thing: told in much the same words; a toll in the lead of another article."""
    if form:
        return False
    if other.articles <= leader.articles and not other.lead:
        return False
    small, great = sorted((_amount(leader), _amount(other)))
    if key in TOLLS:
        if leader.lead and other.lead and small * _GROWTH >= great:
            return True
    if not leader.articles.isdisjoint(other.articles):
        return False  # an article that has both tells of two things
    return small * _SPREAD >= great and alike(leader, other, (key,), 2) >= _MUCH


_MUCH = 0.45
_OF_A_TOLL = 1.3  # who was killed or hurt is what a report is held against first
_GROWTH = 10  # times that a toll may grow while its story is told
_SPREAD = 4


def _count(material: Material, key: str, then: str, form: str, claim: Claim, others: list[Claim], *, several: bool) -> Proposal:
    of = list(anchors(claim, [key], 1))
    of += [word for word in claim.written(key)[1:] if word not in of][:2]
    states = [k for k, _ in claim.keys.most_common() if k != key]
    if form == "score" and not set(of) & _RECORD:
        of.append("record")
    about: tuple[str, ...] = ()
    if several or form == "ordinal":
        about = tuple(dict.fromkeys((*anchors(claim, states, 1), *telling(claim, [key, *states], material, 2))))[:2]
        about = tuple(word for word in about if word not in of)
    if then:
        about = (*about, then)[-3:]
    name = "-".join(dict.fromkeys([of[0], *about[:1], *([then] if then else [])]))
    weight = _OF_A_TOLL if key in TOLLS else 0.9
    if then:
        weight *= 0.6
    if form == "ordinal":
        weight *= 0.8
    return Proposal(name, "count", claim, others, of=tuple(of), about=about, weight=weight * _smallness(claim, form))


def _smallness(claim: Claim, form: str) -> float:
    """Small numbers of things are told of everything: "two trucks"."""
    return 0.75 if not form and _amount(claim) <= 2 and _amount(claim) > 0 else 1.0


# ---------------------------------------------------------------- quantities


def _measures(material: Material, rows: Sequence[Seen]) -> Iterator[Proposal]:
    weighed = _Weighed(rows)
    groups: dict[str, list[Seen]] = defaultdict(list)
    for row in map(weighed, rows):
        unit = UNITS.get(row[0].unit)
        groups[unit.dimension if unit else row[0].unit].append(row)
    for dimension, group in sorted(groups.items()):
        claims = sorted(_by_value(group), key=order)
        left = claims
        while left:
            leader, left = left[0], left[1:]
            others = [c for c in left if _measures_the_same(leader, c)]
            left = [c for c in left if not any(c is o for o in others)]
            yield _quantity(material, dimension, leader, others)


def _by_value(rows: Sequence[Seen]) -> list[Claim]:
    """Measures of one value and time are one claim, whatever words are beside them, if these have something in common."""
    found: list[tuple[Claim, Quantity, set[str], str]] = []
    for value, _, sighting in rows:
        about = set(sighting.keys) | sighting.around
        for claim, own, words, then in found:
            alike_ = bool(words & about) or (own == value and _is_particular(value))
            if _same(own, value) and then == sighting.then and alike_:
                claim.sightings.append(sighting)
                words |= set(sighting.keys)
                break
        else:
            found.append((Claim(written(value), [sighting]), value, about, sighting.then))
    for claim, *_ in found:
        claim.value = _most_written(claim, rows)
    return [claim for claim, *_ in found]


def _is_particular(value: Quantity) -> bool:
    """Whether a figure is so particular that two of it are one: 31 or 3.4, not 30 or 5."""
    digits = f"{value.high:.12g}".replace(".", "").strip("0")
    return len(digits) > 1


def _most_written(claim: Claim, rows: Sequence[Seen]) -> str:
    own = {id(s) for s in claim.sightings}
    forms = Counter(written(value) for value, _, sighting in rows if id(sighting) in own)
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _measures_the_same(leader: Claim, other: Claim) -> bool:
    """Whether another measure is of the same thing: the same head, a near value, the same words around it."""
    if leader.sightings[0].then != other.sightings[0].then or not leader.articles.isdisjoint(other.articles):
        return False
    one, two = _amount(leader), _amount(other)
    near = min(one, two) >= _NEAR * max(one, two)
    heads = {s.keys[0] for s in leader.sightings} & {s.keys[0] for s in other.sightings}
    return near and bool(heads) and alike(leader, other, tuple(heads), 2) >= _MUCH


def _quantity(material: Material, dimension: str, claim: Claim, others: list[Claim]) -> Proposal:
    keys = [key for key, _ in sorted(claim.keys.items(), key=lambda row: (-row[1], row[0]))]
    about = anchors(claim, keys, 3) or telling(claim, (), material, 2)
    weight = 0.85 if dimension == "proportion" or str(claim.value).endswith("%") else 1.0
    weight = 0.6 if dimension == "time" or str(claim.value).split()[-1] in _TIMES else weight
    if claim.sightings[0].then:
        weight *= 0.6
    return Proposal("-".join(about[:2]) or dimension, "quantity", claim, others, about=about, weight=weight)


# ---------------------------------------------------------------- ages


def _ages(material: Material, rows: Sequence[Seen]) -> Iterator[Proposal]:
    groups: dict[str, dict[str, list[Sighting]]] = defaultdict(lambda: defaultdict(list))
    for value, _, sighting in rows:
        who = _whose(material.at(sighting), sighting)
        if who and value.low == value.high:
            groups[who][f"{value.low:g}"].append(sighting)
    for who, ages in sorted(groups.items()):
        first, *rest = sorted((Claim(age, list(seen)) for age, seen in ages.items()), key=order)
        others = [claim for claim in rest if abs(_amount(claim) - _amount(first)) <= _SLIP]
        about = (who.split()[-1],) if " " in who else (who,)
        yield Proposal(f"age-of-{who}", "count", first, others, of=_AGES, about=about, weight=0.9)


_SLIP = 2  # years; a greater difference is another time of life


def _whose(text: Text, sighting: Sighting) -> str:
    """The person whose age it is: the one named nearest before it in the sentence, else after it, else the sentence before."""
    named = [n for s, n in text.names if s == sighting.sentence and is_person(_full(text, n.name))]
    near = [n for n in named if not text.text[max(n.start - 4, 0) : n.start].endswith((" in ", " at "))]
    before = [n for n in near if n.end <= sighting.start]
    behind = [n for n in near if n.start >= sighting.end and n.start - sighting.end < _CLOSE_BY]
    if before and sighting.start - before[-1].end < _CLOSE_BY:
        return _full(text, before[-1].name)
    if behind:
        return _full(text, behind[0].name)
    opening = text.text[text.reading.outline.sentence(sighting.sentence).start : sighting.start].lower()
    if near or not opening.startswith(("she ", "he ", "her ", "his ")):
        return ""
    told = [n for _, n in text.names if n.end < sighting.start and is_person(_full(text, n.name))]
    return _full(text, told[-1].name) if told else ""


_CLOSE_BY = 60


def _full(text: Text, name: str) -> str:
    return text.persons.get(name, name)
