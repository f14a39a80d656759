"""The blocks of a Markdown text: paragraphs, headings, list items, quotations and table rows, without their marks.

What is read: one line after the other, as CommonMark and tables have them. What is not: fenced code, link definitions and rules,
which are left out; the depth of lists and quotations; indented code, which is read as text.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import NamedTuple

from factspec.model import Span
from factspec.readers.tracing import Pieces

__all__ = ["Blocks", "read_blocks"]

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})[^`]*")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_TOP_HEADING = re.compile(r"\s*+#[ \t]")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_BULLET = re.compile(r"[ \t]*[-*+](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_NUMBER = re.compile(r"[ \t]*\d{1,3}[.)](?:[ \t]+|$)")  # a year at the margin numbers no item
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S.*")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*+\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*")
_CELL = re.compile(r"(?:[^|\\]|\\.?)+")


class _Line(NamedTuple):
    """A line without its break and without the marks of a quotation; `start` is where it begins in the text."""

    start: int
    words: str

    @classmethod
    def of(cls, match: re.Match[str]) -> _Line:
        quote = _QUOTE.match(match[1])
        skipped = quote.end() if quote else 0
        return cls(match.start() + skipped, match[1][skipped:])

    def span(self, start: int, end: int) -> Span:
        """The place of words[start:end] in the text, without the blanks around them."""
        words = self.words[start:end]
        first = self.start + start + len(words) - len(words.lstrip())
        return Span(first, first + len(words.strip()))


class Blocks:
    """The blocks of a text while it is read: `pieces` holds their words, an empty line between two.

    `headline` is a heading of first order above all else, or the title that was handed in.
    """

    def __init__(self, text: str, title: Span | None) -> None:
        self.pieces = Pieces(text)
        self.headline = title
        self._fence = ""
        self._paragraph: Span | None = None  # the one that a line of text would continue
        self._table = self._list = False
        if title:
            self.pieces.copy(*title)

    def line(self, line: _Line, below: _Line) -> None:
        """Read the next line; `below` is the one after it."""
        words = line.words
        if self._fence or _FENCE.fullmatch(words):
            self._fenced(words)
        elif not words.strip():
            self._paragraph, self._table = None, False
        elif self._paragraph and not self._table and (underline := _UNDERLINE.fullmatch(words)):
            self._heading(self._paragraph, 1 if underline[1][0] == "=" else 2)
        elif _RULE.fullmatch(words) or (not self._paragraph and _DEFINITION.fullmatch(words)):
            self._paragraph = None
        elif heading := _HEADING.match(words):
            self._atx(line, heading)
        elif self._is_row(words, below.words):
            self._row(line)
        else:
            self._text(line)

    def _fenced(self, words: str) -> None:
        mark = _FENCE.fullmatch(words)
        if not self._fence:
            self._fence = mark[1] if mark else ""
        elif mark and mark[1].startswith(self._fence) and mark[1] == words.strip():
            self._fence = ""
        self._paragraph = None

    def _atx(self, line: _Line, heading: re.Match[str]) -> None:
        span = line.span(heading.end(), len(_without_hashes(line.words)))
        self._paragraph = None
        if span.end > span.start:
            self._add(span)
            self._heading(span, len(heading[1]))

    def _heading(self, span: Span, level: int) -> None:
        """End a heading; the first of first order is the headline if nothing stands above it."""
        if level == 1 and self.pieces.size == span.end - span.start and self.headline is None:
            self.headline = span
        self._paragraph = None

    def _is_row(self, words: str, below: str) -> bool:
        if "|" not in words:
            self._table = False
        elif not self._table:
            self._table = "|" in below and bool(_TABLE_RULE.fullmatch(below))
        return self._table

    def _row(self, line: _Line) -> None:
        self._paragraph = None
        if _TABLE_RULE.fullmatch(line.words):
            return
        cells = (line.span(*match.span()) for match in _CELL.finditer(line.words))
        for number, cell in enumerate(cell for cell in cells if cell.end > cell.start):
            self._add(cell, "\t" if number else "\n\n")

    def _text(self, line: _Line) -> None:
        mark = _BULLET.match(line.words) or _NOTE.match(line.words)
        if not mark and (self._list or not self._paragraph):
            mark = _NUMBER.match(line.words)
        if mark:
            self._paragraph = None
        self._list = bool(mark) or (self._list and self._paragraph is not None)
        span = line.span(mark.end() if mark else 0, len(line.words.rstrip("\\ \t")))
        if span.end == span.start:
            return
        self._add(span, "\n" if self._paragraph else "\n\n")
        self._paragraph = Span(self._paragraph.start if self._paragraph else span.start, span.end)

    def _add(self, span: Span, parted_by: str = "\n\n") -> None:
        if self.pieces.size:
            self.pieces.put(parted_by, span.start, span.start)
        self.pieces.copy(*span)


def _without_hashes(words: str) -> str:
    """A heading's line without the hashes that may close it."""
    words = words.rstrip()
    shorter = words.rstrip("#")
    return shorter if shorter[-1:].isspace() else words


def read_blocks(text: str, start: int, title: Span | None) -> Blocks:
    """The blocks of a text from an offset on; `title` is the place of a headline that stands above them.

    A heading of first order at the top takes the place of the title.
    """
    blocks = Blocks(text, None if _TOP_HEADING.match(text, start) else title)
    lines = map(_Line.of, _LINE.finditer(text, start))
    for line, below in pairwise(chain(lines, [_Line(len(text), "")])):
        blocks.line(line, below)
    return blocks
