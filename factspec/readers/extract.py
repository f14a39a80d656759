"""From what a format's reader found to an article: the steps that every format shares.

What is done: the text is brought into its ordinary form, its dateline taken out, its headline set apart, and an empty article
refused. What is not: anything that needs to know the format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Dateline, Place, Span
from factspec.readers.dateline import Head, find_head
from factspec.readers.decoding import unreadable
from factspec.readers.tidying import tidy
from factspec.readers.tracing import Edit, Traced

__all__ = ["Extract"]


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader found in a file: its visible text, and what its markup says of it.

    `headline` and `stamped`, the places of what is marked up as a time, count in `original`.
    """

    path: str
    original: str
    visible: Traced
    dateline: Dateline | None = None
    headline: Span | None = None
    language: str = "en"
    outlet: str = ""
    problems: tuple[Problem, ...] = ()
    stamped: tuple[int, ...] = ()

    def article(self) -> Article:
        """The article; raises ArticleError where nothing is left to read."""
        tidied = tidy(self.visible)
        stamped = map(tidied.origin.where, self.stamped)
        head = find_head(tidied.text, self.path, self.dateline, tuple(stamped))
        headline = self.headline or (tidied.origin.span(*head.headline) if head.headline else None)
        final = tidied.edited(head.edits)
        final = final.edited(_set_apart(final, headline))
        if not final.text:
            raise unreadable(self.path, "FS105", "is empty: nothing to read")
        return Article(
            path=self.path,
            text=final.text,
            original=self.original,
            dateline=head.dateline,
            headline=_in_text(final, headline),
            origin=final.origin,
            language=self.language,
            outlet=self.outlet or head.outlet,
            problems=(*self.problems, *self._doubts(tidied, head)),
        )

    def _doubts(self, tidied: Traced, head: Head) -> list[Problem]:
        lines = Article(self.path, "", self.original)
        return [
            Problem("FS152", f"dateline: {fault}", Place(self.path, *lines.position(tidied.origin(at))), warning=True)
            for at, fault in head.faults
        ]


_SINGLE_BREAK = re.compile(r"[^\S\n]*\n(?!\n)")


def _in_text(final: Traced, headline: Span | None) -> Span | None:
    if headline is None:
        return None
    start, end = final.origin.where(headline.start), final.origin.where(headline.end)
    end = start + len(final.text[start:end].rstrip())
    return Span(start, end) if end > start else None


def _set_apart(final: Traced, headline: Span | None) -> list[Edit]:
    """An empty line below a headline that has none."""
    span = _in_text(final, headline)
    line_break = _SINGLE_BREAK.match(final.text, span.end) if span else None
    return [Edit(line_break.end(), line_break.end(), "\n")] if line_break else []
