"""The mentions of a fact's sort in an article: how those that count were read, and why the others do not count.

What is read: the article, the finding with its derivation, and where the words of all facts stand. What is not: the rules
themselves; what a derivation does not say is told from where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from factspec.account.writing import forms
from factspec.article import Article
from factspec.binding.pattern import Hit, Use
from factspec.binding.reading import Reading
from factspec.engine import Examined
from factspec.fields.days import said
from factspec.kinds import KINDS
from factspec.kinds.comparing import bare, compare_date, compare_figure, in_unit, widen
from factspec.kinds.figure import say_figure
from factspec.language.folding import words
from factspec.model import (
    Comparison,
    DateMention,
    DateRange,
    Evidence,
    Fact,
    Figure,
    Finding,
    Mention,
    Quantity,
    QuantityMention,
    Verdict,
)

__all__ = ["RELATIONS", "Other", "Readings", "compared", "mentions_of", "others", "readings"]

SHORTEST = 4  # letters of a word that shows likeness
ALIKE = 0.75  # of the letters of two words
ANCHORS = (Use.ANCHOR, Use.COUNTED)
RELATIONS = {"agrees": "agrees with", "weaker": "is weaker than", "differs": "differs from"}
_STEP = re.compile(
    r"“(?P<said>.*?)”.* is bound (?P<force>strongly|weakly)(?: by “(?P<anchor>.*?)”)?: (?P<rules>.*); it is (?P<ends>[^;]*)$"
)
"""A step of a derivation that tells of one mention, as `kinds.judging` words it."""


@dataclass(frozen=True, slots=True)
class Readings:
    """A date or figure that counts, with everything that it may mean, each compared with the fact's value."""

    place: Evidence
    meanings: tuple[tuple[str, Comparison], ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A mention that did not count: what it was read as, why it did not, and how it compares with the fact's value."""

    place: Evidence
    meaning: str
    why: str
    comparison: Comparison | None = None


# ---------------------------------------------------------------- how a mention was read


def readings(article: Article, finding: Finding) -> tuple[Readings, ...]:
    """The dates and figures that a finding rests on, with all their readings."""
    places = {(p.start, p.end) for p in finding.evidence}
    found = []
    for mention in mentions_of(Reading(article), finding.fact):
        place = article.evidence(mention.start, mention.end)
        if (place.start, place.end) in places and (meanings := tuple(_meanings(finding.fact, mention))):
            found.append(Readings(place, meanings))
    return tuple(found)


def _meanings(fact: Fact, mention: Mention) -> Iterator[tuple[str, Comparison]]:
    if isinstance(mention, DateMention):
        for reading in mention.readings:
            alone = replace(mention, readings=(reading,))
            if comparison := compared(fact, alone):
                yield f"{mention.relation} {said(reading)}".strip(), comparison
    elif isinstance(mention, QuantityMention) and (comparison := compared(fact, mention)):
        yield _figure_said(fact, mention), comparison


def _figure_said(fact: Fact, mention: QuantityMention) -> str:
    """A figure as it was read, and converted to the fact's unit where it has another."""
    plain = say_figure(Figure(mention.value))
    if not isinstance(fact.value, Figure) or fact.value.stated.unit == mention.value.unit:
        return plain
    converted = in_unit(mention.value, fact.value.stated.unit)
    return f"{plain}, that is {say_figure(Figure(_rounded(converted)))}" if converted else plain


def _rounded(quantity: Quantity) -> Quantity:
    return replace(quantity, low=float(f"{quantity.low:.4g}"), high=float(f"{quantity.high:.4g}"))


def compared(fact: Fact, mention: Mention) -> Comparison | None:
    """How a mention alone relates to a fact's value, wherever it stands; None where it cannot be of its kind."""
    value = fact.value
    if isinstance(value, DateRange) and isinstance(mention, DateMention):
        return compare_date(widen(value, fact.precision), mention)[0]
    if isinstance(value, Figure) and isinstance(mention, QuantityMention) and mention.form != "ordinal":
        return compare_figure(value, bare(value, mention), mention.form, rounded=fact.precision == "rounded")
    return None


def mentions_of(reading: Reading, fact: Fact) -> Iterator[Mention]:
    """The mentions of an article that are of a fact's sort, in text order."""
    family = KINDS[fact.kind].family
    if family == "quote":
        yield from reading.quotations
        return
    for sentence in reading.outline.every_sentence():
        if family == "date":
            yield from reading.dates(sentence)
        elif family == "figure":
            yield from reading.quantities(sentence)
        else:
            yield from reading.names(sentence)


# ---------------------------------------------------------------- why a mention did not count


def others(examined: Examined, number: int, finding: Finding) -> tuple[Other, ...]:
    """The mentions of the fact's sort that the verdict does not rest on, in text order.

    Of names only those that are like the fact's, or stand in a sentence with what it is about; of quotations those that share
    a longer word with it.
    """
    article = examined.article
    if article is None:
        return ()
    teller = _Teller(examined, number, finding, Reading(article))
    return tuple(other for mention in mentions_of(teller.reading, finding.fact) if (other := teller(mention)))


class _Teller:
    """Tells of each mention of one fact's sort why it did not count."""

    def __init__(self, examined: Examined, number: int, finding: Finding, reading: Reading) -> None:
        self.reading = reading
        self._fact, self._finding = finding.fact, finding
        self._hits = examined.found.hits(number) if examined.found else []
        self._anchors = [hit for hit in self._hits if hit.pattern.use in ANCHORS]
        self._by_sentence: dict[int, list[Hit]] = {}
        for hit in self._anchors:
            self._by_sentence.setdefault(reading.outline.sentence_of(hit.first), []).append(hit)
        self._steps = [match for step in finding.derivation if (match := _STEP.match(step))]
        self._elsewhere = [
            (place, other)
            for _, other in examined.spec_findings
            if other.fact is not finding.fact and other.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)
            for place in other.evidence
        ]
        self._like = frozenset(w for form in forms(finding.fact) for w in words(form).words if len(w) >= SHORTEST)

    def __call__(self, mention: Mention) -> Other | None:
        """Why a mention did not count; None for one that counts, or that nobody would take for the fact's."""
        place = self.reading.article.evidence(mention.start, mention.end)
        if any(place.start < p.end and p.start < place.end for p in self._finding.evidence):
            return None
        if not isinstance(mention, DateMention | QuantityMention) and not self._is_like(mention):
            return None
        comparison = compared(self._fact, mention)
        why = self._by_derivation(place) or self._by_place(mention, place, comparison)
        return Other(place, _said(mention), why, comparison)

    def _is_like(self, mention: Mention) -> bool:
        """Whether a name or quotation shares a longer word with the fact's, or all but a few letters of one."""
        found = [w for w in words(self.reading.article.text[mention.start : mention.end]).words if len(w) >= SHORTEST]
        sentence = self.reading.outline.sentence_at(mention.start)
        if KINDS[self._fact.kind].family == "quote":
            return not self._like.isdisjoint(found)
        alike = any(OSA.normalized_similarity(w, own) >= ALIKE for w in found for own in self._like)
        sought = self._finding.verdict is not Verdict.SUPPORTED and KINDS[self._fact.kind].family == "named"
        return alike or (sought and sentence in self._by_sentence)

    def _by_derivation(self, place: Evidence) -> str:
        """What the derivation says of a mention: the rule that took its force, or the voice in which it stands."""
        told = " ".join(place.text.split())
        for step in self._steps:
            if step["said"] != told:
                continue
            rules, (status, _, comparison) = step["rules"].split("; "), step["ends"].rpartition(" and ")
            excuse = [rule for rule in rules if rule[:1] in "XS"]
            if excuse:
                return excuse[-1]
            if status != "asserted":
                return f"it is {status}"
            tied = f"tied only loosely to “{step['anchor']}”" if step["anchor"] else "bound only weakly"
            return (
                f"{rules[0]}: {tied}" if step["force"] == "weakly" else f"it {comparison}, but another place decides: {rules[0]}"
            )
        return ""

    def _by_place(self, mention: Mention, place: Evidence, comparison: Comparison | None) -> str:
        """What keeps a mention that is bound to nothing from being the fact's."""
        for other_place, other in self._elsewhere:
            if place.start < other_place.end and other_place.start < place.end:
                return f"it is what the fact {other.fact.id} is about, which is {other.verdict}"
        if isinstance(mention, QuantityMention) and comparison is None:
            return self._unfit(mention)
        if not isinstance(mention, DateMention | QuantityMention):
            return "it is none of the forms that the spec has"
        here = self._by_sentence.get(self.reading.outline.sentence_at(mention.start), [])
        if not here:
            return self._far(mention)
        nearest = min(here, key=lambda hit: min(abs(hit.start - mention.end), abs(mention.start - hit.end)))
        why = "another one is nearer, or the clause tells of something else"
        return f"nothing ties it to “{self._literal(nearest)}” in its sentence: {why}"

    def _unfit(self, mention: QuantityMention) -> str:
        if mention.form == "ordinal":
            return "it is a rank"
        wanted = self._fact.value.stated.unit if isinstance(self._fact.value, Figure) else ""
        own, asked = mention.value.unit, f"the fact is in {wanted}" if wanted else "the fact is a bare count"
        return f"it is measured in “{own}”, and {asked}" if own and own != wanted else f"it has no unit, and {asked}"

    def _far(self, mention: Mention) -> str:
        """That no anchor stands in its sentence, and where the nearest one does."""
        if not self._anchors:
            return "none of the fact’s words occurs in the article"
        nearest = min(self._anchors, key=lambda hit: abs(hit.start - mention.start))
        line = self.reading.article.evidence(nearest.start, nearest.end).line
        return f"its sentence has none of the fact’s words; the nearest, “{self._literal(nearest)}”, is in line {line}"

    def _literal(self, hit: Hit) -> str:
        return " ".join(self.reading.article.text[hit.start : hit.end].split())


def _said(mention: Mention) -> str:
    if isinstance(mention, DateMention):
        return " or ".join(said(reading) for reading in mention.readings[:3])
    if isinstance(mention, QuantityMention) and mention.form != "ordinal":
        return say_figure(Figure(mention.value))
    return ""
