"""The closing section: which facts do not agree everywhere, what is wrong with the specs, and how much was examined.

What is read: a row for each finding that a test made, in whatever process it ran. What is not: findings of tests that were
not run; what nobody asked for is not counted as examined.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from factspec.model import Finding, Qualifier, Verdict
from factspec.report.closing import tally
from factspec.report.overview import Table
from factspec.result import Counts

__all__ = ["Row", "Summary"]


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

    table: Table = field(default_factory=Table)
    articles: set[str] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)
    notes: dict[str, None] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        self.table.add((row.spec, row.fact), row.column, fails=row.fails)
        self.articles.add(row.article)
        self._count(row)

    def tally(self) -> str:
        """How much was examined, as every report says it."""
        self.counts.specs = len({spec for spec, _ in self.table.facts})
        self.counts.facts = sum(set(columns) != {"not checked"} for columns in self.table.facts.values())
        self.counts.articles = len(self.articles)
        return tally(self.counts) if self.table.facts else "nothing was examined"

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
