"""Edits at a place that a message names: another text, another key, an entry less.

What is read: the spec's text and a place in it (line and column, as messages have them). What is not: why it is to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factspec.editing.document import Document, Sense
from factspec.editing.entries import ends
from factspec.editing.splicing import Splice
from factspec.editing.writing import BOOLEANS, scalar
from factspec.fields.layout import Piece
from factspec.model import Place

__all__ = ["remove_item", "rename_key", "replace_scalar"]

Way = tuple[str | int, ...]
"""The keys and numbers that lead from the root to a piece."""

_COMMA = re.compile(r"[ \t]*(?:(?:\r\n?|\n)[ \t]*)*,[ \t]*")


class _Found(NamedTuple):
    """An entry, the list or mapping that holds it, its number there, and the way to the holder."""

    holder: Piece
    number: int
    way: Way

    @property
    def entry(self) -> Piece:
        return self.holder.entries[self.number]

    @property
    def key(self) -> Piece | None:
        return self.holder.keys[self.number] if self.holder.keys else None

    @property
    def step(self) -> str | int:
        return self.key.text if self.key else self.number


def replace_scalar(path: str, text: str, place: Place, new: str) -> str:
    """The spec with another text in the place of the scalar that begins at `place`, or whose key does, in the same style.

    Where that style cannot hold the text, it gets quotation marks. Raises FactspecError: FS401, FS402 (no scalar there), FS403,
    FS404.
    """
    document = Document(path, text)
    found = _at(document, place, "scalar")
    piece, flow = found.entry, _in_brackets(document, found)
    wanted: Sense = new
    if piece.style in {"|", ">"}:
        written, wanted = _block(document, piece, new)
    else:
        wanted = ("plain", new) if not piece.style and piece.text in BOOLEANS and new in BOOLEANS else new
        written = new if wanted != new else scalar(new, piece.style, flow=flow)
        written = f" {written}" if piece.start == piece.end else written
    end = document.words_end(piece) if piece.style in {"|", ">"} else piece.end
    return document.verified([Splice(piece.start, end, written)], _put(document.sense, (*found.way, found.step), wanted))


def rename_key(path: str, text: str, place: Place, new: str) -> str:
    """The spec with another name for the key that begins at `place`.

    Raises FactspecError: FS401, FS402 (no key there, or the mapping has the new one already), FS403, FS404.
    """
    document = Document(path, text)
    found = _at(document, place, "key")
    key = found.holder.keys[found.number]
    if found.holder.get(new):
        document.refuse("FS402", f"there is a key {new!r} already", key.start, "keep one of them")
    written = scalar(new, key.style, flow=found.holder.flow or _in_brackets(document, found), key=True)
    said = _get(document.sense, found.way)
    renamed = {new if name == key.text else name: value for name, value in said.items()}
    return document.verified([Splice(key.start, key.end, written)], _put(document.sense, found.way, renamed))


def remove_item(path: str, text: str, place: Place) -> str:
    """The spec without the entry of a list, or the key and its value, that begins at `place`, and without their comments.

    Where an entry and its first key begin at one place the entry is meant; where it was the only one, its key goes too.
    Comments on the lines around it stay. Raises FactspecError: FS401, FS402 (nothing begins there), FS403, FS404.
    """
    document = Document(path, text)
    found = _at(document, place, "entry")
    while len(found.holder.entries) == 1 and found.way:
        found = _holder(document, found.way)
    said = _get(document.sense, found.way)
    left = [one for i, one in enumerate(said) if i != found.number] if isinstance(said, list) else _without(said, found.step)
    return document.verified(_removed(document, found), _put(document.sense, found.way, left))


# ---------------------------------------------------------------- finding


def _walk(piece: Piece, way: Way = ()) -> Iterator[_Found]:
    """Every entry of every list and mapping, holders before what they hold."""
    for index, entry in enumerate(piece.entries):
        found = _Found(piece, index, way)
        yield found
        yield from _walk(entry, (*way, found.step))


def _at(document: Document, place: Place, what: str) -> _Found:
    """What begins at a place: a "scalar" (or its key), a "key", or an "entry" (a list's before a mapping's)."""
    offset = document.offset(place)
    found = [one for one in _walk(document.root) if offset in {one.entry.start, one.key.start if one.key else -1}]
    at_key = [one for one in found if one.key and one.key.start == offset]
    chosen = {
        "scalar": [one for one in found if one.entry.scalar and one not in at_key] or [one for one in at_key if one.entry.scalar],
        "key": at_key,
        "entry": [one for one in found if not one.key] or at_key,
    }[what]
    if not chosen:
        document.refuse("FS402", f"no {what} begins here", max(offset, 0))
    return chosen[0]


def _holder(document: Document, way: Way) -> _Found:
    return next(one for one in _walk(document.root) if (*one.way, one.step) == way)


def _in_brackets(document: Document, found: _Found) -> bool:
    ways = [found.way[:i] for i in range(len(found.way) + 1)]
    return any(_piece(document.root, way).flow for way in ways)


def _piece(piece: Piece, way: Way) -> Piece:
    for step in way:
        piece = piece.entries[step] if isinstance(step, int) else next(v for k, v in piece.pairs() if k.text == step)
    return piece


# ---------------------------------------------------------------- what is wanted


def _get(said: Sense, way: Way) -> Sense:
    for step in way:
        said = said[step]
    return said


def _put(said: Sense, way: Way, new: Sense) -> Sense:
    """What is said, with something else at the end of a way."""
    if not way:
        return new
    step, *rest = way
    if isinstance(said, list):
        return [_put(one, tuple(rest), new) if i == step else one for i, one in enumerate(said)]
    return {key: _put(one, tuple(rest), new) if key == step else one for key, one in said.items()}


def _without(said: dict[str, Sense], key: str | int) -> Sense:
    return {name: value for name, value in said.items() if name != key}


# ---------------------------------------------------------------- splices


def _block(document: Document, piece: Piece, new: str) -> tuple[str, str]:
    """A block text with another content, and what it then says: its header, indentation and last line break stay."""
    old = document.text[piece.start : document.words_end(piece)]
    header, *body = re.split(r"\r\n?|\n", old)
    first = next((line for line in body if line.strip()), "")
    indentation = " " * (len(first) - len(first.lstrip(" ")))
    lines = new.split("\n") if piece.style == "|" else [new]
    broken = piece.text[len(piece.text.rstrip("\n")) :]
    return document.line_end.join([header, *(indentation + line if line else "" for line in lines)]), new + broken


def _removed(document: Document, found: _Found) -> list[Splice]:
    holder = found.holder
    if holder.flow:
        return [_out_of_brackets(document, holder, found.number)]
    entry, key = found.entry, found.key
    start = key.start if key else _dash(document, entry)
    line = start - document.column(start)
    if document.text[line:start].strip(" "):
        document.refuse("FS403", "what begins in the line of a '-' cannot be removed alone", start, "remove it by hand")
    tail = document.tail(entry)
    kept = tail > 0 and document.text[tail - 1] in "\r\n" and entry.style in {"|", ">"}
    return [Splice(line, tail if kept else document.next_line(tail), "")]


def _dash(document: Document, entry: Piece) -> int:
    before = document.text[: entry.start].rstrip()
    if not before.endswith("-"):
        document.refuse("FS403", "there is no '-' right before it", entry.start, "remove it by hand")
    return len(before) - 1


def _out_of_brackets(document: Document, holder: Piece, index: int) -> Splice:
    """An entry in brackets goes with the comma behind it, the last one with the comma before it."""
    spans, text = ends(holder), document.text
    start, end = spans[index]
    comma = _COMMA.match(text, end, holder.end - 1)
    line = start - document.column(start)
    behind = text[comma.end() if comma else end : document.end_of_line(comma.end() if comma else end)].strip()
    if not text[line:start].strip() and (not behind or behind.startswith("#")) and line > holder.start:
        return Splice(line, document.next_line(comma.end() if comma else end), "")
    if comma and index < len(spans) - 1:
        return Splice(start, comma.end(), "")
    if index and not re.search(r"[#\r\n]", text[spans[index - 1][1] : start]):
        return Splice(spans[index - 1][1], end, "")
    return Splice(start, comma.end() if comma else end, "")
