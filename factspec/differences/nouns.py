"""The nouns of a comparison: what one article states, what several state of the same thing, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factspec.model import Dateline, Evidence, Mention

__all__ = ["Compared", "Difference", "Found", "Kind", "Pair", "Stated", "Value"]


class Kind(StrEnum):
    """What kind of value differs; the order is that of how much an editor minds, all else being equal."""

    COUNT = "count"
    DATE = "date"
    QUANTITY = "quantity"
    AGE = "age"
    ROLE = "role"
    NAME = "name"
    QUOTE = "quote"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Found:
    """A value in an article: its mention, the words that it hangs on, and where it stands.

    `source` is the number of the article, `sentence` that of its sentence; `first` and `last` are its words. `holder` is whom
    or what it belongs to where that is known by name: the office of a person, the person of an age. `doubted` is true where the
    article denies or merely supposes it.
    """

    source: int
    kind: Kind
    mention: Mention
    start: int
    end: int
    sentence: int
    first: int
    last: int
    holder: str = ""
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of two articles that are not the same, and the words on which both hang.

    `likeness` (0 to 1) says how alike the surroundings are; `grown` is true where the later article has the larger toll.
    """

    one: Found
    other: Found
    about: str
    likeness: float
    grown: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """One place that states a value: the words in the article's original file, and the sentence around them.

    `at` is the offset of the words within `sentence`.
    """

    article: str
    dateline: Dateline | None
    evidence: Evidence
    sentence: str
    at: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value as the first of its places writes it, and all places that state it, in the order of the articles."""

    text: str
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of which the articles state different values. `about` holds the words that the values hang on.

    `grown` is true of a toll that rose with the time of publication: no contradiction. `weight` orders differences, the most
    striking first.
    """

    kind: Kind
    about: str
    values: tuple[Value, ...]
    grown: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Compared:
    """The outcome: `differences` and `grown` tolls, each the most striking first.

    `articles` and `values` say how many were held against each other.
    """

    differences: tuple[Difference, ...]
    grown: tuple[Difference, ...]
    articles: int
    values: int
