"""A spec that is being edited: its text, its layout, what it says, and whether an edit did what it was to do and no more.

What is read: the text. What is not: whether a change makes sense; only that it is the one that was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NoReturn

from factspec.editing.splicing import Splice, spliced
from factspec.editing.writing import BOOLEANS, SAYS_NOTHING
from factspec.errors import FactspecError, Problem, SpecError
from factspec.fields import Node, parse
from factspec.fields.layout import Piece, laid_out
from factspec.model import Place
from factspec.spec import load_spec

__all__ = ["Document", "Sense", "sense"]

Sense = Any
"""What a piece of YAML says: a text, a list or a dict of these; ("plain", x) for a word that is no text without its marks."""

_BREAK = re.compile(r"\r\n?|\n")
_SKIPPED = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*([ \t]*)#[^\r\n]*")


def sense(node: Node) -> Sense:
    """What a node says, whatever its layout."""
    if isinstance(node.content, dict):
        return {key: sense(value) for key, value in node.content.items()}
    if isinstance(node.content, tuple):
        return [sense(entry) for entry in node.content]
    if node.plain and node.content in SAYS_NOTHING | BOOLEANS:
        return ("plain", node.content)
    return node.content


class Document:
    """A spec's text without byte order mark (`mark` holds it), its root piece, and what it says.

    Raises FactspecError (FS401) where the text is no YAML as specs are written in, with all that is wrong.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.mark = "\ufeff" if text.startswith("\ufeff") else ""
        self.text = text.removeprefix("\ufeff")
        root = self._read(self.text)
        self.source, self.sense = root.source, sense(root)
        self.root = laid_out(self.text)
        if self.root.style not in {":", "{"}:
            self.refuse("FS401", "expected the keys of a spec (factspec, event, facts, …)", 0)

    def _read(self, text: str) -> Node:
        try:
            root, problems = parse(self.path, text)
        except SpecError as error:
            problems = list(error.problems)
        faults = [problem for problem in problems if not problem.warning]
        if faults:
            raise FactspecError(
                Problem("FS401", f"cannot be edited: {fault.message}", fault.place, fault.help) for fault in faults
            )
        return root

    def refuse(self, code: str, message: str, offset: int, help_: str = "") -> NoReturn:
        """Raise FactspecError at the place of an offset."""
        raise FactspecError(Problem(code, message, self.source.place(offset), help_))

    @cached_property
    def line_end(self) -> str:
        """How the first line of the text ends."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    @cached_property
    def _usable(self) -> bool:
        try:
            load_spec(self.path, self.text)
        except SpecError:
            return False
        return True

    def verified(self, splices: Iterable[Splice], wanted: Sense) -> str:
        """The whole new text, byte order mark included, after it was read again and says what is `wanted`.

        Raises FactspecError: FS403 where it says something else, FS404 where the spec could be used before and not after.
        """
        splices = list(splices)
        at = min((splice.start for splice in splices), default=0)
        text = spliced(self.text, splices)
        try:
            said = sense(self._read(text))
        except FactspecError:
            said = None
        if said != wanted:
            self.refuse("FS403", "the edit cannot be made in this layout", at, "make it by hand")
        if self._usable:
            self._try(text, at)
        return self.mark + text

    def _try(self, text: str, at: int) -> None:
        try:
            load_spec(self.path, text)
        except SpecError as error:
            fault = next(problem for problem in error.problems if not problem.warning)
            self.refuse("FS404", f"with this edit the spec could not be used: {fault.message}", at, fault.help)

    # ------------------------------------------------------------ lines

    def column(self, offset: int) -> int:
        """How many code points stand before an offset in its line."""
        return self.source.place(offset).column - 1

    def offset(self, place: Place) -> int:
        """The offset of a place, its path aside; -1 where the text has no such place."""
        starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        if not 1 <= place.line <= len(starts) or place.column < 1:
            return -1
        return starts[place.line - 1] + place.column - 1

    def end_of_line(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line behind that of an offset begins."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def tail(self, piece: Piece) -> int:
        """Where a piece ends for those who write behind it: blank lines that follow a block text are no part of it."""
        if piece.style in {"-", ":"}:
            return self.tail(piece.entries[-1])
        if piece.style not in {"|", ">"}:
            return piece.end
        header = self.text[piece.start : self.end_of_line(piece.start)].partition("#")[0]
        return piece.end if "+" in header else self.words_end(piece)

    def words_end(self, piece: Piece) -> int:
        """Where the last word of a block text ends."""
        return len(self.text[: piece.end].rstrip(" \t\r\n"))

    def below(self, offset: int, lines: Iterable[str]) -> Splice:
        """Lines put in below the one of an offset."""
        written = [*lines]
        if offset and self.text[offset - 1] in "\r\n":  # behind a block text that keeps its line breaks
            return Splice(offset, offset, "".join(line + self.line_end for line in written))
        end = self.end_of_line(offset)
        return Splice(end, end, "".join(self.line_end + line for line in written))

    def past_comments(self, offset: int, indentation: int) -> int:
        """The end of the last comment that follows the line of an offset, before anything else and indented so far."""
        end = self.end_of_line(offset)
        while found := _SKIPPED.match(self.text, _after_break(self.text, end)):
            if len(found[1]) < indentation or end == len(self.text):
                break
            offset = end = found.end()
        return offset


def _after_break(text: str, end: int) -> int:
    found = _BREAK.match(text, end)
    return found.end() if found else end
