"""The result of a check: findings article by article, the problems of the run, and how much was examined.

What is held: the nouns that every report and every caller takes. What is not: how they came about (see `run`), how they are
shown (see `report`), and what a file or the day of today is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Finding, Qualifier, Verdict

__all__ = ["Checked", "Counts", "Result", "is_warning", "passes"]

PASSING = frozenset({Verdict.SUPPORTED, Verdict.NOT_APPLICABLE})


def passes(finding: Finding, strict: bool = False) -> bool:
    """Whether a finding lets a check succeed.

    supported, not applicable: yes · contradicted: no · omitted: unless required · vague: unless `strict` · error: never.
    A finding that was right at the time or is waived passes, and so does every finding of a fact that is not checked.
    """
    if finding.verdict in PASSING:
        return True
    if finding.verdict is Verdict.ERROR:
        return False
    if finding.qualifier or not finding.fact.checked:
        return True
    if finding.verdict is Verdict.OMITTED:
        return not finding.fact.required
    return finding.verdict is Verdict.VAGUE and not strict


def is_warning(finding: Finding) -> bool:
    """Whether a finding, though it may pass, is worth a look: vague, and accepted by nobody yet.

    Of a fact that is not checked also what contradicts it: an article or the fact is wrong, and nobody has said yet which.
    """
    if finding.qualifier:
        return False
    return finding.verdict is Verdict.VAGUE or (finding.verdict is Verdict.CONTRADICTED and not finding.fact.checked)


@dataclass(frozen=True, slots=True)
class Checked:
    """One article after its check: its findings in the order of specs and facts; `article` is None where it could not be read."""

    path: str
    findings: tuple[Finding, ...]
    article: Article | None = None


@dataclass(slots=True)
class Counts:
    """How much was examined and with what outcome. A finding of a fact that is not checked counts as `unchecked` and may warn."""

    specs: int = 0
    facts: int = 0
    articles: int = 0
    unchecked: int = 0
    failed: int = 0
    warnings: int = 0
    omitted_required: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    qualified: Counter[tuple[Verdict, Qualifier]] = field(default_factory=Counter)

    @property
    def examined(self) -> int:
        return self.verdicts.total()

    def qualifier(self, wanted: Qualifier) -> int:
        """How many findings carry a qualifier, whatever their verdict."""
        return sum(number for (_, qualifier), number in self.qualified.items() if qualifier is wanted)

    def add(self, finding: Finding, strict: bool = False) -> None:
        if not finding.fact.checked:
            self.unchecked += 1
            self.warnings += is_warning(finding)
            return
        self.verdicts[finding.verdict] += 1
        if finding.qualifier:
            self.qualified[finding.verdict, finding.qualifier] += 1
        self.omitted_required += finding.verdict is Verdict.OMITTED and finding.fact.required
        passing = passes(finding, strict)
        self.failed += not passing
        self.warnings += passing and is_warning(finding)


@dataclass(slots=True)
class Result:
    """What a check found; every report is a function of it.

    `articles` yields a `Checked` for each article. The result of `factspec.check` can be read again and again; that of a
    running check is read once, and its `problems` and `counts` are complete when `articles` has come to its end.
    """

    articles: Iterable[Checked]
    problems: Sequence[Problem]
    counts: Counts
    strict: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings; a finding's spec is `finding.fact.place.path`, its article `finding.article`."""
        return tuple(finding for checked in self.articles for finding in checked.findings)

    @property
    def ok(self) -> bool:
        """True where something was examined, every finding passes and no problem is more than a warning."""
        return bool(self.counts.examined) and not self.counts.failed and all(problem.warning for problem in self.problems)
