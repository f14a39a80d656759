"""One more entry in a list or a mapping, in the manner of those that are there.

What is read: pieces of a document. What is not: what an entry means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factspec.editing.document import Document
from factspec.editing.splicing import Splice
from factspec.fields.layout import Piece

__all__ = ["added_in_brackets", "added_in_lines", "ends"]

_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*(,)")


def ends(piece: Piece) -> list[tuple[int, int]]:
    """Start and end of each entry of a list or mapping, keys included."""
    if not piece.keys:
        return [(entry.start, entry.end) for entry in piece.entries]
    return [(key.start, max(key.end, value.end)) for key, value in piece.pairs()]


def added_in_lines(document: Document, after: Piece, lines: Iterable[str]) -> Splice:
    """Lines behind an entry of a list or mapping in lines."""
    return document.below(document.tail(after), lines)


def added_in_brackets(document: Document, piece: Piece, entry: str) -> Iterator[Splice]:
    """An entry behind the last one of a list or mapping in brackets; on a line of its own where each of the others is."""
    spans = ends(piece)
    if not spans:
        yield Splice(piece.start + 1, piece.start + 1, entry)
        return
    start, end = spans[-1]
    comma = _COMMA.match(document.text, end, piece.end - 1)
    line_end = document.end_of_line(end)
    if line_end < piece.end - 1 and _begins_line(document, start):
        if not comma:
            yield Splice(end, end, ",")
        last = comma.end() if comma else end
        yield document.below(last, [" " * document.column(start) + entry + ("," if comma else "")])
    elif comma:
        yield Splice(comma.end(), comma.end(), f" {entry}")
    else:
        yield Splice(end, end, f", {entry}")


def _begins_line(document: Document, offset: int) -> bool:
    return not document.text[offset - document.column(offset) : offset].strip()
