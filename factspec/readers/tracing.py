"""Text that is put together from pieces of a source and knows for every code point where it came from.

What is kept: the text and its origin, through any number of edits. What is not: why a piece was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from factspec.article import COPIED, Origin

__all__ = ["Edit", "Pieces", "Traced", "cut"]


class Edit(NamedTuple):
    """What to write in place of text[start:end]."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and the map from its offsets to those of the original file."""

    text: str
    origin: Origin = field(default_factory=Origin)

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text after edits that are in order and do not overlap."""
        edits = list(edits)
        if not edits:
            return self
        pieces, at = Pieces(self.text), 0
        for start, end, text in edits:
            pieces.copy(at, start)
            pieces.put(text, start, end)
            at = end
        pieces.copy(at, len(self.text))
        made = pieces.traced()
        return Traced(made.text, made.origin.through(self.origin))


class Pieces:
    """A text in the making: stretches copied from a source, and text put in the place of others."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._origin = Origin(())
        self._shift: int | None = None  # source offset minus text offset of the copied run at the end, None where there is none
        self.size = 0

    def copy(self, start: int, end: int) -> None:
        """Append source[start:end]."""
        if end > start:
            self._append(self._source[start:end], start)

    def put(self, text: str, start: int, end: int) -> None:
        """Append a text that stands for source[start:end]; code point for code point where it is as long."""
        if not text:
            return
        if len(text) == end - start:
            self._append(text, start)
            return
        self._origin.append(self.size, start, end - start)
        self._shift = None
        self._parts.append(text)
        self.size += len(text)

    def _append(self, text: str, start: int) -> None:
        if self._shift != start - self.size:
            self._shift = start - self.size
            self._origin.append(self.size, start, COPIED)
        self._parts.append(text)
        self.size += len(text)

    def traced(self) -> Traced:
        return Traced("".join(self._parts), self._origin if self.size else Origin())


def cut(pattern: re.Pattern[str], text: str, replacement: str = "") -> Iterable[Edit]:
    """An edit for each match of a pattern."""
    return (Edit(match.start(), match.end(), replacement) for match in pattern.finditer(text))
