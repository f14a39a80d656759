"""Articles read one after the other, for what looks at articles without checking them.

What is known: files, through the readers. What is not: specs; and an article is let go of when the next one is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factspec.article import Article
from factspec.errors import FactspecError, Problem
from factspec.readers import read

__all__ = ["readable"]


def readable(paths: Iterable[str], problems: list[Problem], read: Callable[[str], Article] = read) -> Iterator[Article]:
    """The articles of these paths; what keeps one from being read, and what is doubtful in one, is added to `problems`."""
    for path in paths:
        try:
            article = read(path)
        except FactspecError as error:
            problems += error.problems
            continue
        problems += article.problems
        yield article
