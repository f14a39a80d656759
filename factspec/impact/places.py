"""Where an article states the old value of a changed fact and not the new one: the places to correct.

What is read: what the article says of the fact with either value. What is not: when the article appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factspec.article import Article
from factspec.binding.pattern import Use
from factspec.binding.reading import Reading
from factspec.engine import Examined, Plan, examine
from factspec.kinds import KINDS
from factspec.kinds.comparing import bare, compare_date, compare_figure, widen
from factspec.language.folding import words
from factspec.model import (
    Comparison,
    DateMention,
    DateRange,
    Evidence,
    Fact,
    Figure,
    Finding,
    Named,
    QuantityMention,
    Role,
    Verdict,
)

__all__ = ["places_of"]

MOST_ROUNDS = 50


def places_of(article: Article, old: tuple[Plan, int], new: tuple[Plan, int]) -> tuple[list[Evidence], Finding]:
    """The places to correct, in text order, and what the article says of the new value.

    `old` and `new` are plans with the fact of that value, and its number. What fits the new value too ("more than 20" for 24
    and 30) is no place to correct.
    """
    examined = examine(old[0], article)
    before, after = examined.finding(old[1]), examine(new[0], article).finding(new[1])
    stated = {(p.start, p.end): p for p in _stating(examined, old, before)}
    fitting = _spans(after) if after.verdict in (Verdict.SUPPORTED, Verdict.VAGUE) else set()
    mentions = _Mentions(article)
    if after.verdict is Verdict.CONTRADICTED:
        stated |= {(p.start, p.end): p for p in after.evidence if _is_old(mentions, before, p)}
    places = (p for span, p in sorted(stated.items(), key=_by_place) if span not in fitting and _is_of_the_change(old, new, p))
    return _without_nested(p for p in places if mentions.comparison(after.fact, p) in (None, Comparison.DIFFERS)), after


def _by_place(row: tuple[tuple[int, int], Evidence]) -> tuple[int, int]:
    """The earlier place first, and of two that begin alike the longer."""
    start, end = row[0]
    return start, -end


def _without_nested(places: Iterable[Evidence]) -> list[Evidence]:
    """The places without those that lie in another: a surname within the full name."""
    kept: list[Evidence] = []
    for place in places:
        if not kept or place.end > kept[-1].end:
            kept.append(place)
    return kept


def _is_of_the_change(old: tuple[Plan, int], new: tuple[Plan, int], place: Evidence) -> bool:
    """Whether a place shows the part of the value that has changed: of a role the person or the office, else everything."""
    before, after = old[0].facts[old[1]].value, new[0].facts[new[1]].value
    if not (isinstance(before, Role) and isinstance(after, Role)):
        return True
    is_person = not set(words(place.text).words).isdisjoint(words(before.person).words)
    return before.person != after.person if is_person else (before.role, before.of) != (after.role, after.of)


def _spans(finding: Finding) -> set[tuple[int, int]]:
    return {(place.start, place.end) for place in finding.evidence}


def _is_old(mentions: _Mentions, before: Finding, place: Evidence) -> bool:
    """Whether a place that contradicts the new value states the old one, or did not contradict it."""
    comparison = mentions.comparison(before.fact, place)
    if comparison is not None:
        return comparison is not Comparison.DIFFERS
    return before.verdict is Verdict.VAGUE and (place.start, place.end) in _spans(before)


def _stating(examined: Examined, old: tuple[Plan, int], before: Finding) -> Iterator[Evidence]:
    """The places where an article supports the old value."""
    article = examined.article
    if before.verdict is not Verdict.SUPPORTED or article is None:
        return
    yield from before.evidence
    family = KINDS[before.fact.kind].family
    if family == "named" and not before.fact.about and examined.found:
        hits = (hit for hit in examined.found.hits(old[1]) if hit.pattern.use in (Use.NAME, Use.SURNAME))
        yield from (article.evidence(hit.start, hit.end) for hit in hits)
    if family in ("role", "quote"):
        yield from _again(article, old, before)


def _again(article: Article, old: tuple[Plan, int], before: Finding) -> Iterator[Evidence]:
    """The further places of a fact whose kind is content with one: what is found with the earlier ones blotted out."""
    found, text = before, article.text
    for _ in range(MOST_ROUNDS):
        for place in found.evidence:
            start = article.origin.where(place.start)
            text = text[:start] + "x" * len(place.text) + text[start + len(place.text) :]
        found = examine(old[0], replace(article, text=text)).finding(old[1])
        if found.verdict is not Verdict.SUPPORTED:
            return
        yield from (p for p in found.evidence if set(p.text) != {"x"})


class _Mentions:
    """The dates and figures of an article by their places; read when the first is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._reading: Reading | None = None

    def comparison(self, fact: Fact, place: Evidence) -> Comparison | None:
        """How what stands at a place relates to a fact's value; None where that is not known from the place alone."""
        value = fact.value
        if isinstance(value, Named):
            forms = {tuple(words(form).words) for names in value.names for form in names}
            return Comparison.AGREES if tuple(words(place.text).words) in forms else None
        mention = self._mention(place) if isinstance(value, DateRange | Figure) else None
        if isinstance(value, DateRange) and isinstance(mention, DateMention):
            return compare_date(widen(value, fact.precision), mention)[0]
        if isinstance(value, Figure) and isinstance(mention, QuantityMention):
            return compare_figure(value, bare(value, mention), mention.form, rounded=fact.precision == "rounded")
        return None

    def _mention(self, place: Evidence) -> DateMention | QuantityMention | None:
        self._reading = reading = self._reading or Reading(self._article)
        start = self._article.origin.where(place.start)
        sentence = reading.outline.sentence_at(start)
        found: list[DateMention | QuantityMention] = [*reading.dates(sentence), *reading.quantities(sentence)]
        return next((m for m in found if (m.start, m.end) == (start, start + len(place.text))), None)
