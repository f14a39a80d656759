"""An article: text whose every code point knows where it stands in the original file.

What is read: a text in NFC, the file's own line breaks, a dateline and a headline where a reader found them. What is not:
files, markup and encodings (see `readers`), and the meaning of anything (see `recognisers`).
"""

from __future__ import annotations

import hashlib
import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from factspec.errors import Problem
from factspec.model import Dateline, Evidence, Span

__all__ = ["COPIED", "Article", "Origin", "Run"]

COPIED = -1
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Run(NamedTuple):
    """A stretch of a text, from offset `text` to the next run, and where it comes from.

    With `width` COPIED, text and original count on together from here; else the stretch stands as a whole for the `width`
    code points at `original`: an entity, a decomposed letter, or nothing at all where a reader put in a paragraph break.
    """

    text: int
    original: int
    width: int = COPIED


class Origin:
    """A map from offsets of an article's text to offsets of its original file, as runs in the order of the text."""

    __slots__ = ("_original", "_text", "_width")

    def __init__(self, runs: Iterable[tuple[int, int] | tuple[int, int, int]] = ((0, 0),)) -> None:
        self._text, self._original, self._width = array("q"), array("q"), array("q")
        for run in runs:
            self.append(*run)

    def append(self, text: int, original: int, width: int = COPIED) -> None:
        """Add a run behind the last one; for whoever is still building the map."""
        self._text.append(text)
        self._original.append(original)
        self._width.append(width)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin) and self._columns() == other._columns()

    def __hash__(self) -> int:
        return hash(tuple(column.tobytes() for column in self._columns()))

    def _columns(self) -> tuple[array[int], array[int], array[int]]:
        return self._text, self._original, self._width

    @property
    def runs(self) -> Iterator[Run]:
        return map(Run, *self._columns())

    def __call__(self, offset: int) -> int:
        run = self._run_at(offset)
        within = offset - self._text[run] if self._width[run] == COPIED else 0
        return self._original[run] + within

    def span(self, start: int, end: int) -> Span:
        """The original span of text[start:end]: from its first code point to just after its last."""
        return Span(self(start), self._end(end) if end > start else self(start))

    def spans(self, start: int, end: int) -> list[Span]:
        """The pieces of the original that make up text[start:end], without the markup between them."""
        first, last = self._run_at(start), bisect_left(self._text, end)
        cuts = [start, *self._text[first + 1 : last], end]
        pieces = (self.span(a, b) for a, b in pairwise(cuts))
        return [piece for piece in pieces if piece.end > piece.start]

    def where(self, original: int) -> int:
        """The offset of the first code point of the text that comes from this offset of the original or a later one.

        Where there is none, an offset behind the text. The text must follow the order of its original.
        """
        run = bisect_right(self._original, original) - 1
        if run < 0:
            return self._text[0]
        following = self._text[run + 1] if run + 1 < len(self._text) else sys.maxsize
        if self._width[run] == COPIED:
            return min(self._text[run] + original - self._original[run], following)
        return self._text[run] if original == self._original[run] else following

    def through(self, inner: Origin) -> Origin:
        """The map of a text whose own original is the text of `inner`, to the original of `inner`."""
        if inner.is_identity():
            return self
        composed = Origin(())
        for run, following in zip(self.runs, [*self._text[1:], None], strict=True):
            if run.width == COPIED:
                inner._copy_into(composed, run, following)
            else:
                start, end = inner.span(run.original, run.original + run.width)
                composed.append(run.text, start, end - start)
        return composed

    def is_identity(self) -> bool:
        return len(self._text) == 1 and (self._text[0], self._original[0], self._width[0]) == (0, 0, COPIED)

    def _run_at(self, offset: int) -> int:
        return max(bisect_right(self._text, offset) - 1, 0)

    def _end(self, end: int) -> int:
        """Where the original of the code point before `end` ends."""
        run = self._run_at(end - 1)
        if self._width[run] != COPIED:
            return self._original[run] + self._width[run]
        return self._original[run] + end - self._text[run]

    def _copy_into(self, composed: Origin, run: Run, following: int | None) -> None:
        """Append what this map says of the stretch that `run` copied, which ends where the text offset `following` begins."""
        shift = run.text - run.original
        first = self._run_at(run.original)
        last = len(self._text) if following is None else bisect_left(self._text, following - shift)
        composed.append(run.text, self(run.original), self._width[first])
        composed._text.extend(map(shift.__add__, self._text[first + 1 : last]))
        composed._original.extend(self._original[first + 1 : last])
        composed._width.extend(self._width[first + 1 : last])


@dataclass(frozen=True)
class Article:
    r"""A source article. `original` is the decoded file; `text` what a person reads of it; `path` as the user wrote it.

    `text` is in NFC, without invisible characters, markup, boilerplate or the words of the dateline; its lines end in "\n"
    and its paragraphs are parted by an empty line. `language` is the tag that the file states, "en" where it states none;
    `outlet` the newspaper, agency or site that it names, "" where it names none.
    """

    path: str
    text: str
    original: str
    dateline: Dateline | None = None
    headline: Span | None = None
    origin: Origin = field(default_factory=Origin)
    language: str = "en"
    outlet: str = ""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def version(self) -> str:
        """Which version of the file this is: the SHA-256 of `original` in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.original.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _lines(self) -> array[int]:
        return array("q", chain([0], (match.end() for match in _LINE_BREAK.finditer(self.original))))

    def position(self, original: int) -> tuple[int, int]:
        """The 1-based line and column of an offset of the original file."""
        line = bisect_right(self._lines, original)
        return line, original - self._lines[line - 1] + 1

    def line(self, number: int) -> str:
        """The 1-based line of the original file, without its line break."""
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self.original)
        return self.original[start:end].rstrip("\r\n")

    def evidence(self, start: int, end: int) -> Evidence:
        """The place of text[start:end] in the original file, with the words as a person reads them, without markup."""
        span = self.origin.span(start, end)
        line, column = self.position(span.start)
        return Evidence(span.start, span.end, line, column, self.text[start:end])
