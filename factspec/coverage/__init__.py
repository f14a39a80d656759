"""Coverage: which checkable values of an article no fact vouches for, and what many articles come to.

What is read: the mentions of one article, and what the facts of its specs found there. What is not: files, and whether a value
is right; a value for which nobody vouches may well be. docs/coverage.md says what is checkable and when a fact vouches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from factspec.article import Article
from factspec.coverage.values import Seen, Sort, checkable
from factspec.coverage.vouching import State, Votes, all_votes, right_forms, speaks_of
from factspec.engine import Examined
from factspec.errors import Problem
from factspec.model import Evidence

__all__ = ["Covered", "Sort", "State", "Total", "Value", "cover", "floored", "share"]


@dataclass(frozen=True, slots=True)
class Value:
    """A checkable value of an article, once for all its mentions: `places` in text order, `meaning` as a person reads it.

    `facts` are the facts that vouch for it or dispute it, as path of the spec and id.
    """

    sort: Sort
    meaning: str
    state: State
    places: tuple[Evidence, ...]
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """An article with its checkable values in text order; `path` as it is shown."""

    path: str
    values: tuple[Value, ...]

    @property
    def vouched(self) -> int:
        return sum(value.state is State.VOUCHED for value in self.values)


@dataclass(slots=True)
class Total:
    """What all articles come to; complete when each has been added and `close` was called.

    `minimum` is the percentage that is asked for of all values together, `each` of those of every article. `problems` holds
    what was wrong with the run; all but warnings make it fail.
    """

    minimum: float = 0.0
    each: float = 0.0
    articles: int = 0
    values: Counter[Sort] = field(default_factory=Counter)
    vouched: Counter[Sort] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The percentage of all values that is vouched for."""
        return share(self.vouched.total(), self.values.total())

    @property
    def ok(self) -> bool:
        return all(problem.warning for problem in self.problems)

    def add(self, covered: Covered) -> None:
        self.articles += 1
        self.values.update(value.sort for value in covered.values)
        self.vouched.update(value.sort for value in covered.values if value.state is State.VOUCHED)
        own = share(covered.vouched, len(covered.values))
        if own < self.each:
            message = f"{covered.path}: facts vouch for {floored(own)} % of its values, {self.each:g} % are asked for"
            self.problems.append(Problem("FS702", message))

    def close(self) -> None:
        """Say what the whole lacks: a value at all, or facts that vouch for enough of them."""
        if not self.values:
            where = "1 article" if self.articles == 1 else f"{self.articles} articles"
            self.problems.append(Problem("FS703", f"no checkable value in {where}: nothing could be vouched for"))
        elif self.share < self.minimum:
            message = f"facts vouch for {floored(self.share)} % of all values, {self.minimum:g} % are asked for"
            self.problems.append(Problem("FS701", message, help="write facts for the values listed above"))


def floored(percent: float) -> str:
    """A percentage with one decimal that is never rounded up: what is below a minimum must not look as if it were not."""
    return f"{int(percent * 10) / 10:.1f}"


def share(vouched: int, values: int) -> float:
    """The percentage that is vouched for; 100 where there is no value at all."""
    return 100 * vouched / values if values else 100.0


def cover(examined: Examined, sorts: Collection[Sort] = tuple(Sort)) -> Covered:
    """The checkable values of an examined article, each with the facts that vouch for it or dispute it.

    An article that could not be read has none.
    """
    article = examined.article
    if article is None:
        return Covered(examined.path, ())
    values: dict[tuple[object, ...], list[Seen]] = {}
    for one in checkable(article):
        if one.sort in sorts:
            values.setdefault((one.sort, *one.key), []).append(one)
    votes, forms = Votes(all_votes(examined)), right_forms(examined)
    return Covered(examined.path, tuple(_value(article, mentions, votes, forms) for mentions in values.values()))


def _value(article: Article, mentions: list[Seen], votes: Votes, forms: dict[tuple[str, ...], tuple[str, str]]) -> Value:
    """A value of all its mentions: disputed where a fact disputes one of them, vouched for where a fact vouches for one."""
    first = mentions[0]
    places = tuple(article.evidence(*one.span) for one in mentions)
    about = [vote for place in places for vote in votes.touching(place) if speaks_of(vote, first.sort, place)]
    facts = [vote.fact for vote in about]
    state = next((s for s in (State.DISPUTED, State.VOUCHED) if any(vote.state is s for vote in about)), State.OPEN)
    if state is State.OPEN and first.sort is Sort.NAME and (form := tuple(map(str, first.key))) in forms:
        state, facts = State.VOUCHED, [forms[form]]
    return Value(first.sort, first.meaning, state, places, tuple(dict.fromkeys(facts)))
