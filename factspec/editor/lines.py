r"""The lines of a text, and places in it as an editor counts them.

What is read: lines that end in "\n", "\r\n" or "\r", as in the protocol. An editor counts lines and characters from 0, the
latter in UTF-16 units unless both sides agreed on other ones. Offsets are code points. What is not: tabs and display widths.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from factspec.model import Place

__all__ = ["Lines", "Spot", "Stretch"]

_BREAK = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"""\"(?:[^"\\\r\n]|\\.)*\"|'(?:[^'\r\n]|'')*'|[^\s,:\[\]{}#]+(?:[ ][^\s,:\[\]{}#]+)*""")


class Spot(NamedTuple):
    """A place as an editor counts: line and character, both from 0."""

    line: int
    character: int


class Stretch(NamedTuple):
    """A part of a text as an editor counts, its end exclusive."""

    start: Spot
    end: Spot


TOP = Stretch(Spot(0, 0), Spot(0, 0))


class Lines:
    """A text by its lines. `encoding` is "utf-16", "utf-8" or "utf-32"."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self._encoding = encoding
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def spot(self, offset: int) -> Spot:
        """The place of an offset; one beyond the text is its end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        return Spot(line, self._units(self.text[self._starts[line] : offset]))

    def stretch(self, start: int, end: int) -> Stretch:
        return Stretch(self.spot(start), self.spot(max(start, end)))

    def offset(self, line: int, character: int) -> int:
        """The offset of a place; a character behind the line is its end, a line behind the text the end of the text."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self.text)
        at, end, left = self._starts[line], self._end(line), character
        while at < end and left > 0:
            left -= self._units(self.text[at])
            at += left >= 0  # a place within a character is the character's own
        return at

    def at(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column of code points, as a `Place` or an evidence has them."""
        if not 1 <= line <= len(self._starts):
            return len(self.text) if line > 1 else 0
        return min(self._starts[line - 1] + max(column, 1) - 1, self._end(line - 1))

    def word(self, place: Place) -> Stretch:
        """The key or scalar that begins at a place, for a fault that tells only where it begins; else the rest of the line."""
        start = self.at(place.line, place.column)
        found = _WORD.match(self.text, start)
        end = found.end() if found else self._end(bisect_right(self._starts, start) - 1)
        return self.stretch(start, end)

    def _end(self, line: int) -> int:
        """Where a line ends, without its line break."""
        if line + 1 == len(self._starts):
            return len(self.text)
        end = self._starts[line + 1] - 1
        return end - (self.text[end] == "\n" and end > self._starts[line] and self.text[end - 1] == "\r")

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)
