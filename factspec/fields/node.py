"""A piece of YAML that knows its place, and the collector of what is wrong with it.

What is read: nothing; `composing` makes nodes and `getters` make values of them. What is not: what any key means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from factspec.errors import Problem, SpecError
from factspec.model import Place

__all__ = ["Faults", "Node", "Source", "prefixed", "shape", "shortened"]

T = TypeVar("T")
D = TypeVar("D")

_BREAK = re.compile(r"\r\n?|\n")


class Source:
    """A text that knows its path and its lines."""

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, offset: int) -> Place:
        """The place of a code point offset."""
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1)


class Node(NamedTuple):
    """A piece of YAML: `content` is a string, a tuple of nodes, a mapping of nodes, or None where it could not be read.

    `path` names it for people ("facts.deaths.value"); `offset` is where it begins, `named` where its key does (for what has
    no key, where it begins itself). `plain` is true for a scalar without quotes.
    """

    source: Source
    path: str
    offset: int
    named: int
    content: str | tuple[Node, ...] | dict[str, Node] | None
    plain: bool = False

    @property
    def place(self) -> Place:
        return self.source.place(self.offset)

    @property
    def key_place(self) -> Place:
        return self.source.place(self.named)

    def problem(
        self,
        code: str,
        message: str,
        help: str = "",  # noqa: A002 named as in Problem
        *,
        warning: bool = False,
        fix: str | None = None,
    ) -> Problem:
        """A problem of this node's value."""
        return Problem(code, prefixed(self.path, message), self.place, help, warning, fix)

    def key_problem(self, code: str, message: str, help: str = "", *, warning: bool = False) -> Problem:  # noqa: A002
        """A problem of this node as a whole, at its key."""
        return Problem(code, prefixed(self.path, message), self.key_place, help, warning)


def prefixed(path: str, message: str) -> str:
    return f"{path}: {message}" if path else message


class Faults:
    """The problems of a file, gathered while reading goes on."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)

    def take(self, read: Callable[[Node], T], node: Node | None, default: D) -> T | D:
        """What `read` makes of the node; the default where there is no node or its problems were added here."""
        if node is None:
            return default
        try:
            return read(node)
        except SpecError as error:
            self.problems.extend(error.problems)
            return default

    def settle(self) -> None:
        """Raise SpecError if anything was gathered."""
        if self.problems:
            raise SpecError(self.problems)


def shape(node: Node) -> str:
    """What a node is, for a message."""
    if isinstance(node.content, dict):
        return "a mapping (key: value)"
    if isinstance(node.content, tuple):
        return "a list"
    return f"the text {shortened(node.content or '')!r}"


def shortened(written: str) -> str:
    """A text cut down to what a message can hold."""
    return written if len(written) <= 60 else f"{written[:57]}…"
