"""What a value is the value of: what a figure counts or measures, what happened on a day, whose age it is.

What is read: the noun that is counted, what befell it, the telling words of the clause with their distance, the names and dates
beside it. What is not: parts of a total, and figures of another time or event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from factspec.differences.growing import fate_of
from factspec.differences.nouns import Found, Kind
from factspec.differences.source import Source
from factspec.differences.wording import EMPTY, canonical
from factspec.language.folding import fold
from factspec.language.lexicon import listed
from factspec.language.persons import looks_like_person
from factspec.language.units import convert
from factspec.model import DateMention, QuantityMention

__all__ = ["FRESH", "Attribute", "Attributed", "dimension", "is_toll"]

_NEAR = 28  # characters between a share and whose it is
_OF = frozenset(("in", "to", "with", "from", "of"))
_REACH = 12
FRESH = timedelta(days=21)
_NOUN = 4  # words behind a figure among which the counted noun is sought
_PLAIN = listed("people person persons dead deaths fatalities victims casualties lives men members")
_PARTS = listed(
    """of them those including among another other others more further additional each per every half third quarter most mostly
    rest remaining alone separate separately elsewhere earlier previous previously former last record ever since total combined
    average first second third next"""
)
_ELSEWHERE = listed("neighbouring neighboring elsewhere unlike separate separately previous")
_LIMITS = listed("until till by since before after least")


@dataclass(frozen=True)
class Attribute:
    """A value with what it is the value of: `key` must be equal, `hooks` alike.

    `names` are the names around it, `verb` is the nearest one of its clause; `spoken` gives for a telling word the form in which
    the article has it; `kind_of` holds what stands between a figure and the noun that it counts, with its capitals.
    """

    found: Found
    key: tuple[str, ...]
    hooks: dict[str, float]
    names: frozenset[str]
    verb: str
    spoken: Mapping[str, str]
    kind_of: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The telling words and the names around the value."""
        return self.names.union(self.hooks)


class Attributed:
    """The values of a source that may be held against those of others, in text order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._hooks: dict[int, dict[str, float]] = {}  # where a value begins → …

    @cached_property
    def rows(self) -> list[Attribute]:
        """All values of which it is clear enough what they are of."""
        return [row for found in self.source.found for row in self._row(found)]

    @cached_property
    def by_key(self) -> dict[tuple[str, ...], list[Attribute]]:
        """The same by what they are values of."""
        rows: dict[tuple[str, ...], list[Attribute]] = {}
        for row in self.rows:
            rows.setdefault(row.key, []).append(row)
        return rows

    @cached_property
    def stated(self) -> dict[Kind, list[Found]]:
        """All values by their kind, for whether the article states a value anywhere."""
        rows: dict[Kind, list[Found]] = {}
        for found in self.source.found:
            rows.setdefault(found.kind, []).append(found)
        return rows

    @cached_property
    def tolls(self) -> dict[tuple[str, ...], Attribute]:
        """What befell how many people, as the article opens with it: for each fate the first figure."""
        rows: dict[tuple[str, ...], Attribute] = {}
        for row in self.rows:
            if is_toll(row) and self.source.in_opening(row.found):
                rows.setdefault(row.key, row)
        return rows

    def hooks(self, found: Found) -> dict[str, float]:
        """The telling words around a value, found once."""
        hooks = self._hooks.get(found.start)
        if hooks is None:
            hooks = self._hooks[found.start] = self.source.hooks(found, _REACH)
        return hooks

    def _row(self, found: Found) -> Iterator[Attribute]:
        source = self.source
        if found.kind is Kind.NAME or self._is_partial(found) or self._is_of_another_time(found):
            return
        hooks = self.hooks(found)
        names = self._names(found)
        verb = self._verb(found)
        mention = found.mention
        if isinstance(mention, DateMention):
            short = all((r.last - r.first).days < 1 for r in mention.readings)
            if short and not source.is_saying(found) and not self._is_limit(found) and not mention.relation:
                yield Attribute(found, ("date",), hooks, names, verb, source.spoken)
        elif isinstance(mention, QuantityMention):
            if mention.form not in ("cardinal", "age", "zero", "ordinal"):
                return
            if found.kind is Kind.AGE:
                person = self._person(found)
                if person:
                    yield Attribute(found, ("age", person), hooks, names, verb, source.spoken)
            elif found.kind is Kind.QUANTITY:
                if (place := self._whose(found)) is not None:
                    yield Attribute(found, ("quantity", dimension(mention.value.unit), place), hooks, names, verb, source.spoken)
            elif mention.value.unit == "" and (counted := self._counted(found)):
                key, kind_of = counted
                yield Attribute(found, ("count", *key), hooks, names, verb, source.spoken, kind_of)

    def _verb(self, found: Found) -> str:
        """The verb of the clause that stands nearest, the one before where two are as near."""
        clause = self.source.outline.clause_words(found.first)
        verbs = [v for v in self.source.outline.verbs(found.sentence) if v in clause]
        nearest = min(verbs, key=lambda v: (abs(v - found.first), v), default=None)
        return "" if nearest is None else canonical(self.source.outline.words.words[nearest])

    def _whose(self, found: Found) -> str | None:
        """The place or body that a share is of, by a name near it; "" without one, None where several figures leave it open."""
        assert isinstance(found.mention, QuantityMention)  # noqa: S101 - the kind says so
        unit = found.mention.value.unit
        rivals = [f for f in self.source.by_sentence[found.sentence] if f.kind is found.kind and f != found and _unit(f) == unit]
        names = [n for n in self.source.reading.names(found.sentence) if self._leads_to(n.start)]
        between = ((self.source.text[min(n.end, found.end) : max(n.start, found.start)], n.name.lower()) for n in names)
        near = [(len(gap), name) for gap, name in between if "," not in gap]
        if unit != "%" and not rivals:
            return ""
        best = min((row for row in near if row[0] <= _NEAR), default=None)
        return best[1] if best else (None if rivals else "")

    def _leads_to(self, start: int) -> bool:
        word = self.source.outline.words.index(start)
        return word > 0 and self.source.outline.words.words[word - 1] in _OF

    def _counted(self, found: Found) -> tuple[tuple[str, str], frozenset[str]] | None:
        """What a figure counts, its noun, or "people" with what befell them; and the words before that noun."""
        words = self.source.outline.words.words
        last = self.source.outline.word_range(found.sentence)[1]
        behind: list[int] = []
        for at in range(found.last, min(found.last + _NOUN, last)):
            gap = self.source.outline.gap(at)
            if (behind or at > found.last) and any(c in gap for c in ",.;:()"):
                break
            if words[at] in EMPTY:
                break
            behind.append(at)
        verbs = set(self.source.outline.verbs(found.sentence))
        nouns = [at for at in behind if at not in verbs or at == found.last]
        fate = fate_of(self.source, found)
        noun = words[nouns[-1]] if nouns else ""
        near = [words[at] for at in behind]
        if fate and (not noun or noun in _PLAIN or canonical(noun) == fate or (near[:1] and near[0] in _PLAIN)):
            return ("people", fate), frozenset()
        if len(noun) < 3 or noun in _PLAIN:
            return None
        starts, ends = self.source.outline.words.starts, self.source.outline.words.ends
        return (canonical(noun), fate), frozenset(self.source.text[starts[at] : ends[at]] for at in nouns[:-1])

    def _is_limit(self, found: Found) -> bool:
        first, _ = self.source.outline.word_range(found.sentence)
        return bool(_LIMITS.intersection(self.source.outline.words.words[max(found.first - 3, first) : found.first]))

    def _is_partial(self, found: Found) -> bool:
        words = self.source.outline.words.words
        first, last = self.source.outline.word_range(found.sentence)
        around = words[max(found.first - 3, first) : min(found.last + 3, last)]
        if isinstance(found.mention, DateMention):
            return False
        return bool(_PARTS.intersection(around) - set(words[found.first : found.last]))

    def _is_of_another_time(self, found: Found) -> bool:
        """Whether the sentence, or the one before it in the paragraph, has a date that is not of the days before the article."""
        dateline = self.source.article.dateline
        if not _ELSEWHERE.isdisjoint(self.source.words(found.sentence)):
            return True
        if isinstance(found.mention, DateMention):
            return False
        for mention in self.source.reading.dates(found.sentence):
            if dateline is None:
                return True
            if not any(abs(r.last - dateline.day) <= FRESH for r in mention.readings):
                return True
        return False

    def _names(self, found: Found) -> frozenset[str]:
        """The folded words of names in the clause."""
        clause = self.source.outline.clause_words(found.first)
        starts = self.source.outline.words.starts
        span = starts[clause.start], self.source.outline.words.ends[clause.stop - 1]
        names = [n for n in self.source.reading.names(found.sentence) if span[0] <= n.start < span[1]]
        return frozenset(w for n in names for w in n.name.lower().replace("-", " ").split())

    def _person(self, found: Found) -> str:
        """The surname of the person whose age it is: the name straight before it."""
        before = [n for n in self.source.reading.names(found.sentence) if n.end <= found.start]
        if (
            not before
            or not looks_like_person(before[-1].name)
            or self.source.text[before[-1].end : found.start].strip(" ,(aged")
        ):
            return ""
        return fold(before[-1].name)


def is_toll(row: Attribute) -> bool:
    return row.key[:2] == ("count", "people")


def _unit(found: Found) -> str:
    return found.mention.value.unit if isinstance(found.mention, QuantityMention) else ""


def dimension(unit: str) -> str:
    for base in ("m", "kg", "s", "USD", "m2", "l", "km/h"):
        if unit == base or convert(1.0, unit, base) is not None:
            return base
    return unit
