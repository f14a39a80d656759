"""The nouns of drafting: a sighting is a value at a place, a claim is what several sightings state alike, a proposal is a fact.

What is held: values as a spec writes them, and where articles state them. What is not: how they were found (one module for each
subject), in which order they are shown (`ranking`), and YAML (`writing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Claim", "Proposal", "Sighting", "Value"]

Value = str | tuple[str, ...] | Mapping[str, str]
"""A value as a spec writes it: a scalar, a list of names, or the keys of a role."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A value at text[start:end] of the article with this number.

    `keys` are the themes that say of what the value is, the strongest first; `around` are those of its clause and sentence;
    `words` gives the written form of a theme here. `lead` is true in the headline and the first two paragraphs.
    """

    article: int
    start: int
    end: int
    sentence: int
    keys: tuple[str, ...] = ()
    around: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    lead: bool = False
    then: str = ""  # the time that the sentence tells of where it is long before the article, or the place of a part
    named: frozenset[str] = frozenset()  # the words of the names in its sentence


@dataclass(slots=True)
class Claim:
    """A value and the sightings that state it."""

    value: Value
    sightings: list[Sighting]

    @property
    def articles(self) -> frozenset[int]:
        return frozenset(s.article for s in self.sightings)

    @property
    def support(self) -> int:
        """How many articles state it."""
        return len(self.articles)

    @property
    def keys(self) -> Counter[str]:
        """The themes of what the value is of, by the number of articles in which they are."""
        return _counted((s.article, key) for s in self.sightings for key in s.keys)

    @property
    def around(self) -> Counter[str]:
        """The themes beside the value, by the number of articles."""
        return _counted((s.article, theme) for s in self.sightings for theme in s.around)

    @property
    def lead(self) -> bool:
        return any(s.lead for s in self.sightings)

    def written(self, theme: str) -> list[str]:
        """The forms in which the articles write a theme beside the value, the most frequent first."""
        found = Counter(s.words[theme] for s in self.sightings if theme in s.words)
        return [word for word, _ in sorted(found.items(), key=lambda row: (-row[1], row[0]))]


def _counted(rows: Iterable[tuple[int, str]]) -> Counter[str]:
    return Counter(theme for _, theme in sorted(set(rows)))


@dataclass(slots=True)
class Proposal:
    """A fact to propose: the claim whose value it has, the claims that differ from it, and its other keys.

    `weight` is how much a fact of this sort is worth to an editor, 1 for an ordinary one.
    """

    name: str
    kind: str
    claim: Claim
    others: list[Claim] = field(default_factory=list)
    of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    any: bool = False
    statement: str = ""
    weight: float = 1.0

    @property
    def value(self) -> Value:
        return self.claim.value

    @property
    def articles(self) -> frozenset[int]:
        """The articles that state the value or another one in its place."""
        return frozenset().union(self.claim.articles, *(other.articles for other in self.others))
