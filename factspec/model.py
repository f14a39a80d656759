"""The nouns of factspec: what a spec says, what an article holds, and what was found.

Every noun is a frozen value without behaviour beyond its own arithmetic. Nothing here reads a file, knows the clock or
knows how a thing is written down; offsets are 0-based code points, lines and columns are 1-based.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "Bound", "Comparator", "Comparison", "DateMention", "DateRange", "Dateline", "Evidence", "Examples", "Fact", "FactValue",
    "Figure", "Finding", "Mention", "NameMention", "Named", "Parts", "Place", "Qualifier", "Quantity", "QuantityMention",
    "QuotationMention", "Quote", "Role", "Span", "Spec", "Standing", "Status", "Verdict", "Waiver",
]  # fmt: skip


class Verdict(StrEnum):
    """What an article says of a fact; the last two stand beside the verdict proper."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OMITTED = "omitted"
    VAGUE = "vague"
    NOT_APPLICABLE = "not applicable"
    ERROR = "error"


class Qualifier(StrEnum):
    """What softens a verdict: the article was right when it appeared, or the finding was accepted, alone or with all of a day."""

    RIGHT_AT_THE_TIME = "right at the time"
    WAIVED = "waived"
    BASELINE = "in the baseline"


class Place(NamedTuple):
    """A position in a file a person can open: path as the user wrote it, 1-based line and column."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Span(NamedTuple):
    """A half-open run of code points of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """When an article was published; `time` is None where only the day is known, `guessed` where a page merely hints at it."""

    day: date
    moment: datetime | None = None
    guessed: bool = False


# ---------------------------------------------------------------- values


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """An inclusive interval of days."""

    first: date
    last: date

    def __str__(self) -> str:
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"

    def overlaps(self, other: DateRange) -> bool:
        return self.first <= other.last and other.first <= self.last

    def within(self, other: DateRange) -> bool:
        return other.first <= self.first and self.last <= other.last


class Comparator(StrEnum):
    """How a figure was qualified."""

    EXACT = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as stated: `low` equals `high` unless a range was given; `unit` is a canonical symbol, "" for a bare count."""

    low: float
    high: float
    comparator: Comparator = Comparator.EXACT
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a count or quantity fact: what the spec states, and how far beside it a figure may lie (absolute)."""

    stated: Quantity
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class Parts:
    """The value of a count that is several counts: "12 Somalis and 11 Yemenis" is ((12, "Somalis"), (11, "Yemenis"))."""

    parts: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The value of a name, names or place fact: for each required name all its right forms, the curated one first.

    `any` is true where one of the names is enough; `within` holds, for a place, the larger places that contain it.
    """

    names: tuple[tuple[str, ...], ...]
    any: bool = False
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """The value of a role fact: who holds which office of what; `also` of the fact are further forms of the person's name."""

    person: str
    role: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The value of a quote fact: the words without their outer marks, and the speakers it may be given to."""

    words: str
    by: tuple[str, ...] = ()


FactValue = DateRange | Figure | Parts | Named | Role | Quote


# ---------------------------------------------------------------- mentions


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date found in a text, with every interval that it may mean (at least one).

    `relation` is "" or what stands before it and opens the interval: "before", "after", "since", "until", "by".
    `relative` is true where the reading needed the dateline; `weekday` (0 = Monday) is set where a weekday was written;
    `approximate` where "around", "about" or the like weakens it. `rule` names the grammar rule that made it.
    """

    start: int
    end: int
    readings: tuple[DateRange, ...]
    rule: str
    relation: str = ""
    relative: bool = False
    weekday: int | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure found in a text.

    `form` is "cardinal", "ordinal", "fraction", "score" ("9-14"), "vague" ("dozens"), "zero" ("no one"), "times" ("twice")
    or "age".
    """

    start: int
    end: int
    value: Quantity
    rule: str
    form: str = "cardinal"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name found in a text, with leading titles apart: "Dr Ema Moravi" has titles ("Dr",) and name "Ema Moravi"."""

    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()
    rule: str = "name"


@dataclass(frozen=True, slots=True)
class QuotationMention:
    """A passage in quotation marks; `start`/`end` include the marks, `parts` are the quoted runs without them.

    A quotation broken by its attribution ("…," he said, "…") has several parts; `speaker` is the attribution's span.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    speaker: Span | None = None
    rule: str = "quotation"


Mention = DateMention | QuantityMention | NameMention | QuotationMention


# ---------------------------------------------------------------- spec


@dataclass(frozen=True, slots=True)
class Standing:
    """A value that was right from `since` on, until the next standing or the fact's value took over."""

    since: datetime
    value: FactValue


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that a spec's author wrote as tests of a fact, by the verdict they must get."""

    sentences: tuple[tuple[Verdict, str, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One curated fact. `value` is typed by its kind (see the kind's module); `expected` is that value as an editor reads it."""

    id: str
    kind: str
    value: FactValue
    expected: str
    place: Place
    about: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()  # the key `not`
    required: bool = True
    severity: str = ""
    statement: str = ""
    source: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    history: tuple[Standing, ...] = ()
    when: tuple[str, ...] = ()
    examples: Examples = Examples()
    checked: bool = True
    precision: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted finding: passes until the end of the day `until`."""

    fact: str
    article: str
    reason: str
    by: str
    until: date
    place: Place


@dataclass(frozen=True, slots=True)
class Spec:
    """A spec file. `articles` are its globs as written, each with its place; they are relative to the folder of `path`."""

    path: str
    event: str
    facts: tuple[Fact, ...]
    articles: tuple[tuple[str, Place], ...] = ()
    waivers: tuple[Waiver, ...] = ()


# ---------------------------------------------------------------- binding and findings


class Status(StrEnum):
    """In whose voice and how firmly an article states a mention; only ASSERTED counts for or against a fact."""

    ASSERTED = "asserted"
    DENIED = "denied"
    SUPERSEDED = "superseded"
    HYPOTHETICAL = "hypothetical"
    SAID = "the date of a statement"
    ELSEWHERE = "elsewhere"  # of another event, part or thing


class Comparison(StrEnum):
    """How a stated value relates to the curated one."""

    AGREES = "agrees"
    WEAKER = "weaker"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Bound:
    """A mention bound to a fact: by which anchor, how firmly, and by which rules.

    What is bound `strong` may accuse, what is `near` may be a weaker statement of the fact, anything may support it.
    """

    mention: Mention
    anchor: Span | None
    strong: bool
    rules: tuple[str, ...]
    status: Status = Status.ASSERTED
    near: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the article's original file that a finding rests on."""

    start: int
    end: int
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one article says of one fact, where, and why. `derivation` holds one sentence for each step of the reasoning."""

    fact: Fact
    article: str
    verdict: Verdict
    reason: str
    found: str = ""
    qualifier: Qualifier | None = None
    evidence: tuple[Evidence, ...] = ()
    derivation: tuple[str, ...] = ()
