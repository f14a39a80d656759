"""When a fact vouches for a value: what the facts of an article found there, place by place.

What is read: findings, and the forms of names that the specs hold. What is not: what is checkable (see `values`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from factspec.coverage.values import Sort
from factspec.engine import Examined
from factspec.kinds import KINDS
from factspec.language.folding import words
from factspec.model import Evidence, Fact, Finding, Named, Qualifier, Quote, Role, Verdict

__all__ = ["State", "Vote", "Votes", "all_votes", "right_forms", "speaks_of"]


class State(StrEnum):
    """How the facts stand to a value."""

    VOUCHED = "vouched"
    DISPUTED = "disputed"
    OPEN = "open"


class Vote(NamedTuple):
    """What one fact says of a stretch of the original file."""

    place: Evidence
    sort: Sort
    state: State
    fact: tuple[str, str]


SORTS = {"date": Sort.DATE, "figure": Sort.FIGURE, "named": Sort.NAME, "role": Sort.NAME, "quote": Sort.QUOTATION}
"""Family of kinds → the sort of value that its facts vouch for."""


class Votes:
    """The votes of the facts on one article, by their places."""

    def __init__(self, votes: Iterable[Vote]) -> None:
        self._votes = sorted(votes, key=lambda vote: (vote.place.start, vote.place.end, vote.fact))
        self._starts = [vote.place.start for vote in self._votes]
        self._ends = list(accumulate((vote.place.end for vote in self._votes), max))

    def touching(self, place: Evidence) -> Iterator[Vote]:
        """The votes on what overlaps a place."""
        at = bisect_left(self._starts, place.end)
        while at and self._ends[at - 1] > place.start:
            at -= 1
            if self._votes[at].place.end > place.start:
                yield self._votes[at]


def all_votes(examined: Examined) -> Iterator[Vote]:
    """What the facts that are checked found, place by place."""
    for spec, finding in examined.spec_findings:
        state = _state(finding)
        if state and finding.fact.checked:
            sort = SORTS[KINDS[finding.fact.kind].family]
            yield from (Vote(place, sort, state, (spec.path, finding.fact.id)) for place in finding.evidence)


def _state(finding: Finding) -> State | None:
    """A fact vouches where it is supported, now or at the time, or stated vaguely; it disputes where it is contradicted."""
    if finding.verdict in (Verdict.SUPPORTED, Verdict.VAGUE) or finding.qualifier is Qualifier.RIGHT_AT_THE_TIME:
        return State.VOUCHED
    return State.DISPUTED if finding.verdict is Verdict.CONTRADICTED else None


def right_forms(examined: Examined) -> dict[tuple[str, ...], tuple[str, str]]:
    """Every right form of a name in the facts that are checked, as folded words, with the first fact that has it."""
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    for spec, finding in examined.spec_findings:
        if finding.fact.checked:
            for form in _names_in(finding.fact):
                forms.setdefault(tuple(words(form).words), (spec.path, finding.fact.id))
    return forms


def _names_in(fact: Fact) -> Iterator[str]:
    match fact.value:
        case Named(names=names, within=within):
            yield from (form for forms in names for form in forms)
            yield from within
        case Role(person=person, of=body):
            yield from (person, *fact.also, *([body] if body else []))
        case Quote(by=by):
            yield from by


def speaks_of(vote: Vote, sort: Sort, place: Evidence) -> bool:
    """Whether a fact's place is that of a value of its sort; a quotation vouched for covers all that stands in it."""
    if vote.sort is sort:
        return True
    inside = vote.place.start <= place.start and place.end <= vote.place.end
    return vote.sort is Sort.QUOTATION and vote.state is State.VOUCHED and inside and vote.place.text[:1] in _MARKS


_MARKS = frozenset("\"'“‘„«»‹「『”’")
