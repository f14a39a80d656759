"""How a YAML text is laid out: where each of its pieces begins and ends, and in which style it is written.

What is read: the text of a document that `parse` has read without fault. What is not: what a scalar means; see `composing`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

__all__ = ["Piece", "laid_out"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Piece:
    r"""A scalar, list or mapping between two offsets of its text.

    `style` is "" for a plain scalar, its mark (`'`, `"`, `|`, `>`) for another, "[" and "{" for a list and a mapping in
    brackets, "-" and ":" for those in lines. `text` is what a scalar says. `entries` are those of a list, or the values of a
    mapping; `keys` are the mapping's keys, one for each entry. What stands in lines ends where its last entry does.
    """

    start: int
    end: int
    style: str
    text: str = ""
    entries: tuple[Piece, ...] = ()
    keys: tuple[Piece, ...] = ()

    @property
    def flow(self) -> bool:
        """Whether it stands in brackets."""
        return self.style in {"[", "{"}

    @property
    def scalar(self) -> bool:
        return self.style not in {"[", "{", "-", ":"}

    def pairs(self) -> Iterator[tuple[Piece, Piece]]:
        """The keys and values of a mapping; nothing of what is none."""
        return zip(self.keys, self.entries if self.keys else (), strict=True)

    def get(self, key: str) -> Piece | None:
        """The value of a key of a mapping."""
        return next((value for name, value in self.pairs() if name.text == key), None)


def laid_out(text: str) -> Piece:
    """The root piece of a text without a byte order mark; an empty text is an empty plain scalar."""
    step: Callable[[], Any] = _LOADER(text).get_event
    step()  # the stream's start
    if type(step()) is yaml.StreamEndEvent:
        return Piece(0, 0, "")
    return _piece(step(), step)


def _piece(event: Any, step: Callable[[], Any]) -> Piece:
    start = event.start_mark.index
    if type(event) is yaml.SequenceStartEvent:
        return _collected(start, "[" if event.flow_style else "-", list(_until(yaml.SequenceEndEvent, step)))
    if type(event) is yaml.MappingStartEvent:
        return _collected(start, "{" if event.flow_style else ":", list(_until(yaml.MappingEndEvent, step)))
    return Piece(start, event.end_mark.index, event.style or "", unicodedata.normalize("NFC", event.value))


def _until(end: Any, step: Callable[[], Any]) -> Iterator[Piece | int]:
    """The pieces up to the end of a collection, and last the offset of that end."""
    event: Any = step()
    while type(event) is not end:
        yield _piece(event, step)
        event = step()
    yield event.end_mark.index


def _collected(start: int, style: str, found: list[Piece | int]) -> Piece:
    pieces = tuple(each for each in found if isinstance(each, Piece))
    last = max((piece.end for piece in pieces), default=start)
    end = found[-1] if style in {"[", "{"} and isinstance(found[-1], int) else last
    if style in {"[", "-"}:
        return Piece(start, end, style, entries=pieces)
    return Piece(start, end, style, entries=pieces[1::2], keys=pieces[::2])
