"""One article read and examined, whatever comes of it: a value that one process can hand to another.

What is known: files, through the readers, and a plan. What is not: waivers, counts, and the other articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from factspec.article import Article
from factspec.engine import Examined, Plan, examine, failed_to_read
from factspec.errors import ArticleError, FactspecError, Problem
from factspec.readers import read

__all__ = ["WORTH_A_PROCESS", "Seen", "Seer", "one_by_one", "see", "seer"]


WORTH_A_PROCESS = 100
"""Articles of the same specs; fewer are seen before another process has begun."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of an article. `anchored` are the facts whose words occur in it, as path of the spec and id of the fact."""

    examined: Examined
    anchored: frozenset[tuple[str, str]]
    problems: tuple[Problem, ...]


Seer = Callable[[Plan, Sequence[str]], Iterator[Seen]]
"""A plan and the paths of articles → what came of each, in that order."""


def see(
    plan: Plan,
    path: str,
    read: Callable[[str], Article] = read,
    examine: Callable[[Plan, Article], Examined] = examine,
) -> Seen:
    """Read and examine an article. Raises nothing: one that cannot be read has the error as its findings."""
    try:
        article = read(path)
    except FactspecError as error:
        return Seen(failed_to_read(plan, path, ArticleError(error.problems)), frozenset(), tuple(error.problems))
    examined = examine(plan, article)
    return Seen(replace(examined, found=None), examined.anchored, (*article.problems, *examined.problems))


def seer(read: Callable[[str], Article] = read, examine: Callable[[Plan, Article], Examined] = examine) -> Seer:
    """What sees one article after the other, each when it is asked for."""

    def one_by_one(plan: Plan, paths: Sequence[str]) -> Iterator[Seen]:
        return (see(plan, path, read, examine) for path in paths)

    return one_by_one


one_by_one: Seer = seer()
"""Read and examine each article when it is asked for."""
