"""An article: text whose every code point knows where it stands in the original file.

What is read: a text in NFC, the file's own line breaks, a dateline and a headline where a reader found them. What is not:
files, markup and encodings (see `readers`), and the meaning of anything (see `recognisers`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from factspec.errors import Problem
from factspec.model import Dateline, Evidence, Span

__all__ = ["Article", "Origin"]


class Origin:
    """A map from offsets of an article's text to offsets of its original file.

    It is a list of runs `(text offset, original offset)`, in order; within a run both count on together.
    """

    __slots__ = ("_original", "_text")

    def __init__(self, runs: Iterable[tuple[int, int]] = ((0, 0),)) -> None:
        pairs = list(runs)
        self._text = [a for a, _ in pairs]
        self._original = [b for _, b in pairs]

    def __call__(self, offset: int) -> int:
        run = max(bisect_right(self._text, offset) - 1, 0)
        return self._original[run] + offset - self._text[run]

    def span(self, start: int, end: int) -> Span:
        """The original span of text[start:end]: from its first code point to just after its last."""
        return Span(self(start), self(end - 1) + 1 if end > start else self(start))


@dataclass(frozen=True)
class Article:
    """A source article. `original` is the decoded file; `text` what a person reads of it; `path` as the user wrote it."""

    path: str
    text: str
    original: str
    dateline: Dateline | None = None
    headline: Span | None = None
    origin: Origin = field(default_factory=Origin)
    language: str = "en"
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _lines(self) -> list[int]:
        starts, at = [0], self.original.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.original.find("\n", at + 1)
        return starts

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
        """The place of text[start:end] in the original file."""
        span = self.origin.span(start, end)
        line, column = self.position(span.start)
        return Evidence(span.start, span.end, line, column, self.original[span.start : span.end])
