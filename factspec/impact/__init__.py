"""Impact: what a change of one fact means for the articles that have appeared.

What is read: articles, and the fact with its old and its new value. What is not: files, and whether the new value is right.
An article that was right when it was published is spared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from factspec.article import Article
from factspec.engine import Plan, compile_plan
from factspec.errors import Problem
from factspec.impact.change import Change, changed, read_moment, right_when_published
from factspec.impact.places import places_of
from factspec.impact.wording import correction
from factspec.model import Dateline, Evidence, Spec, Verdict

__all__ = ["Affected", "Change", "Correction", "Outcome", "Tally", "Trial", "changed", "read_moment"]


class Outcome(StrEnum):
    """What the change means for an article."""

    CORRECT = "to correct"
    SPARED = "right when published"
    FITS = "fits the new value"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Correction:
    """A place to correct, and the sentence that tells the readers."""

    place: Evidence
    sentence: str


@dataclass(frozen=True, slots=True)
class Affected:
    """An article and what the change of a fact means for it. A spared one has no corrections, only its `places`."""

    change: Change
    article: Article
    outcome: Outcome
    reason: str
    places: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def dateline(self) -> Dateline | None:
        return self.article.dateline


class Trial:
    """A change made ready to be tried on articles; `specs` are those that share the articles, `fact` stands in one of them.

    The other facts of the specs are examined too, because they explain figures and names that are not this fact's.
    """

    def __init__(self, specs: Sequence[Spec], change: Change) -> None:
        self.change = change
        self._old, self._new = (_planned(specs, change, fact is change.old) for fact in (change.old, change.new))

    def __call__(self, article: Article) -> Affected:
        """What the change means for an article."""
        places, after = places_of(article, self._old, self._new)
        if not places:
            fits = after.verdict in (Verdict.SUPPORTED, Verdict.VAGUE)
            return Affected(self.change, article, Outcome.FITS if fits else Outcome.SILENT, after.reason)
        if reason := right_when_published(self.change, article.dateline):
            return Affected(self.change, article, Outcome.SPARED, reason, tuple(places))
        corrections = tuple(Correction(place, correction(self.change, place)) for place in places)
        reason = f"states {self.change.old.expected}, now {self.change.new.expected}"
        return Affected(self.change, article, Outcome.CORRECT, reason, tuple(places), corrections)


def _planned(specs: Sequence[Spec], change: Change, old: bool) -> tuple[Plan, int]:
    """The plan of specs in which the changed fact has its old or its new value, and its number there."""
    wanted = change.old if old else change.new
    plan = compile_plan(
        [replace(spec, facts=tuple(wanted if fact is change.fact else fact for fact in spec.facts)) for spec in specs]
    )
    return plan, next(number for number, fact in enumerate(plan.facts) if fact is wanted)


@dataclass(slots=True)
class Tally:
    """What all articles come to; complete when each has been added."""

    articles: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    places: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing needs a correction and every article could be read."""
        return not self.places and all(problem.warning for problem in self.problems)

    def add(self, affected: Affected) -> None:
        self.articles += 1
        self.outcomes[affected.outcome] += 1
        self.places += len(affected.corrections)
