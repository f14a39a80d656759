"""Proposals of dates: which days the articles give to what happened.

What is read: days, months, years and periods of up to a year, resolved against the dateline, with the verb of their clause. What
is not: dates of statements, "last season" and the like, and what an article takes back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factspec.drafting.claims import alike, anchors, order, telling
from factspec.drafting.material import Material, Text, is_content, theme
from factspec.drafting.proposal import Claim, Proposal
from factspec.language.lexicon import SPEECH_VERBS, listed
from factspec.model import DateMention, DateRange

__all__ = ["days"]

_EVENTS = listed("announced announces unveiled confirmed declared reported revealed")
_LONGEST = 400  # days
_REACH = 8  # words from a date to its verb
_VAGUE = 8  # days that a relative expression may span and still be a date of something


def days(material: Material) -> Iterator[Proposal]:
    """A proposal for each day or period, and for each thing that happened in it and has other words."""
    groups: dict[tuple[DateRange, str], Claim] = {}
    for text, sentence in material.every_sentence():
        for mention in text.reading.dates(sentence):
            reading = _reading(mention)
            if reading is None or text.is_taken_back(mention.start, mention.end):
                continue
            keys = _keys(text, mention)
            if keys:
                outline = text.reading.outline
                clause = outline.clause_words(outline.words.index(mention.start))
                sighting = text.sighting(mention.start, mention.end, keys, clause)
                claim = groups.setdefault((reading, sighting.keys[0]), Claim(_written(reading), []))
                claim.sightings.append(sighting)
    yield from _proposals(material, groups)


def _reading(mention: DateMention) -> DateRange | None:
    first = mention.readings[0]
    length = first.last.toordinal() - first.first.toordinal() + 1
    if length > _LONGEST or mention.relation in ("before", "after") or mention.approximate:
        return None
    return None if mention.relative and length > _VAGUE else first


def _written(reading: DateRange) -> str:
    first, last = reading.first, reading.last
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _keys(text: Text, mention: DateMention) -> dict[str, str]:
    """The verb that a date goes with: the nearest of its clause, one before it first; none where it only dates a statement."""
    outline = text.reading.outline
    word, last = outline.words.index(mention.start), outline.words.index(mention.end - 1)
    clause, sentence = outline.clause_words(word), outline.sentence_of(word)
    verbs = [v for v in outline.verbs(sentence) if v in clause and not word <= v <= last]
    near = sorted(verbs, key=lambda v: (word - v) if v < word else (v - last) * 2)
    for verb in near[:1]:
        this = text.word(verb)
        if this in SPEECH_VERBS and this not in _EVENTS:
            return {}
        if this in SPEECH_VERBS or (is_content(this) and text.is_lower(verb)):
            return {theme(this): this}
    for at in sorted(clause, key=lambda at: abs(at - word)):
        if abs(at - word) <= _REACH and is_content(text.word(at)) and text.is_lower(at):
            return {theme(text.word(at)): text.word(at)}
    return {}


def _proposals(material: Material, groups: dict[tuple[DateRange, str], Claim]) -> Iterator[Proposal]:
    """One proposal for each day, of its most told verb; a further one where another verb is told by three articles alone."""
    by_day: dict[DateRange, list[Claim]] = defaultdict(list)
    for (day, _), claim in groups.items():
        by_day[day].append(claim)
    merged = {day: _merged(sorted(claims, key=order)) for day, claims in sorted(by_day.items())}
    for day, claims in merged.items():
        for number, claim in enumerate(claims):
            others = [c for other, c in _rivals(merged, day) if _differs(day, claim, other, c)]
            if not any(_leads(o, claim) for o in others):
                yield _proposal(material, claim, others, weight=1.0 if not number else 0.8)


def _merged(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one day that are told of in the same words, or by one article only, as one."""
    found: list[Claim] = []
    for claim in claims:
        for other in found:
            if alike(claim, other) >= _ALIKE or (claim.support < _OWN and other is found[0]):
                other.sightings.extend(claim.sightings)
                break
        else:
            found.append(claim)
    return found


_ALIKE = 0.4
_OWN = 2


def _rivals(merged: dict[DateRange, list[Claim]], day: DateRange) -> Iterator[tuple[DateRange, Claim]]:
    for other, claims in merged.items():
        if other != day and not other.overlaps(day):
            yield from ((other, claim) for claim in claims)


def _differs(day: DateRange, claim: Claim, other: DateRange, rival: Claim) -> bool:
    """Whether another day is given to the same: the same verb, near by or with one part of the date changed."""
    if not rival.articles.isdisjoint(claim.articles) or not set(_heads(claim)) & set(_heads(rival)):
        return False
    apart = abs(day.first.toordinal() - other.first.toordinal())
    slip = (day.first.month, day.first.day) == (other.first.month, other.first.day)
    return (apart <= _NEAR or slip) and alike(claim, rival, _heads(claim)) >= _MUCH


_NEAR = 10
_MUCH = 0.34


def _heads(claim: Claim) -> tuple[str, ...]:
    return tuple(key for key, _ in claim.keys.most_common(2))


def _leads(other: Claim, claim: Claim) -> bool:
    return order(other) < order(claim)


def _proposal(material: Material, claim: Claim, others: list[Claim], weight: float) -> Proposal:
    keys = [key for key, _ in sorted(claim.keys.items(), key=lambda row: (-row[1], row[0]))]
    about = anchors(claim, keys, 3)
    about = tuple(dict.fromkeys((*about, *telling(claim, keys, material, 2))))[:4]
    length = len(str(claim.value))
    weight *= 1.0 if length > 7 else 0.7 if length > 4 else 0.55
    return Proposal(f"{about[0]}-date", "date", claim, others, about=about, weight=weight)
