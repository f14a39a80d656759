"""The closing section: which facts do not agree everywhere, what is wrong with the specs, and how much was examined.

What is read: a row for each finding that a test made, in whatever process it ran. What is not: findings of tests that were
not run; what nobody asked for is not counted as examined.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factspec.model import Finding, Qualifier, Verdict
from factspec.report.closing import tally
from factspec.report.look import cells, visible
from factspec.result import Counts

__all__ = ["Row", "Summary"]

ROWS = 20  # so many facts are listed; "n more" follows
COLUMNS = (
    "error",
    "contradicted",
    "omitted",
    "vague",
    "waived",
    "in the baseline",
    "right at the time",
    "not applicable",
    "not checked",
    "supported",
)
"""What can be said of a fact in an article, the worst first."""
WORTH_A_LINE = frozenset({"vague", "waived"})
"""What passes and is spoken of all the same."""


class Row(NamedTuple):
    """A finding as it travels from the process of its test to the closing section: plain values only."""

    spec: str
    fact: str
    article: str
    verdict: str
    qualifier: str
    required: bool
    checked: bool
    fails: bool

    @classmethod
    def of(cls, spec: str, finding: Finding, *, fails: bool, waived: bool) -> Row:
        fact, qualifier = finding.fact, Qualifier.WAIVED if waived else finding.qualifier or ""
        return cls(spec, fact.id, finding.article, str(finding.verdict), str(qualifier), fact.required, fact.checked, fails)

    @property
    def waived(self) -> bool:
        return self.qualifier == Qualifier.WAIVED

    @property
    def column(self) -> str:
        return self.qualifier or self.verdict if self.checked else "not checked"


@dataclass(slots=True)
class Summary:
    """The rows so far, added up, and what is to be said beside them."""

    facts: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    failing: set[tuple[str, str]] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)
    notes: dict[str, None] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        fact = row.spec, row.fact
        self.facts.setdefault(fact, Counter())[row.column] += 1
        self.articles.add(row.article)
        if row.fails:
            self.failing.add(fact)
        self._count(row)

    def table(self) -> Iterator[str]:
        """A line for each fact that fails, is vague or is waived somewhere, the worst first."""
        worth = sorted(
            (fact for fact in self.facts if fact in self.failing or self.facts[fact].keys() & WORTH_A_LINE), key=self._rank
        )
        columns = [column for column in COLUMNS if any(self.facts[fact][column] for fact in worth)]
        if not worth:
            return
        names = {fact: visible("::".join(fact)) for fact in worth[:ROWS]}
        width = max(map(cells, names.values()))
        yield " " * width + "".join(f"  {column}" for column in columns)
        for fact, name in names.items():
            numbers = (f"  {self.facts[fact][column] or '.':>{len(column)}}" for column in columns)
            yield name + " " * (width - cells(name)) + "".join(numbers)
        if len(worth) > ROWS:
            yield f"… {len(worth) - ROWS} more"

    def tally(self) -> str:
        """How much was examined, as every report says it."""
        self.counts.specs = len({spec for spec, _ in self.facts})
        self.counts.facts = sum(set(columns) != {"not checked"} for columns in self.facts.values())
        self.counts.articles = len(self.articles)
        return tally(self.counts) if self.facts else "nothing was examined"

    def _rank(self, fact: tuple[str, str]) -> tuple[object, ...]:
        numbers = self.facts[fact]
        return fact not in self.failing, *(-numbers[column] for column in COLUMNS), fact

    def _count(self, row: Row) -> None:
        counts, verdict = self.counts, Verdict(row.verdict)
        if not row.checked:
            counts.unchecked += 1
            return
        counts.verdicts[verdict] += 1
        if row.qualifier:
            counts.qualified[verdict, Qualifier(row.qualifier)] += 1
        counts.omitted_required += verdict is Verdict.OMITTED and row.required
        counts.failed += row.fails
