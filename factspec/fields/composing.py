"""A YAML text becomes nodes that know their place.

What is read: mappings, lists and scalars, the latter as the strings that were written (`NO`, `0456` and `2026-03-14` are text).
What is not: anchors, aliases, tags, second documents, duplicate keys and tabs as indentation, which are faults.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import yaml

from factspec.errors import Problem, SpecError
from factspec.fields.node import Node, Source, prefixed, shape, shortened

__all__ = ["parse"]

MOST = 10_000
"""Problems after which the rest of a file is not worth reading."""
DEEPEST = 12
"""Levels of mappings and lists in each other; a spec needs five."""

_REFUSED = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses, and three more: line breaks that no editor shows as such (U+0085, U+2028, U+2029), and a second BOM."""
_TAB = re.compile(r"^([ ]*\t)[ \t]*(?=[^\s#])", re.MULTILINE)
_HIDDEN = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#])")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(path: str, text: str) -> tuple[Node, list[Problem]]:
    """The root node of a YAML text and the problems of its notation; SpecError where no tree can be made of it."""
    source = Source(path, text.removeprefix("\ufeff"))
    if refused := [_character(source, found) for found in islice(_REFUSED.finditer(source.text), 20)]:
        raise SpecError(refused)
    composer = _Composer(source)
    try:
        root = composer.document()
    except yaml.YAMLError as error:
        raise SpecError([*composer.problems, *_syntax(source, error, composer.tabs())]) from None
    except (ValueError, OverflowError):  # the pure loader on "\\Uffffffff"
        problem = Problem("FS001", "not valid YAML: an escape that is no character", source.place(0))
        raise SpecError([*composer.problems, problem]) from None
    return root, [*composer.problems, *composer.tabs()]


def _character(source: Source, found: re.Match[str]) -> Problem:
    message = f"the character U+{ord(found[0]):04X} cannot stand in a YAML file"
    return Problem("FS003", message, source.place(found.start()), "remove it")


def _step(key: str | None) -> str:
    """A key as part of a path that stays on one line."""
    if key is None:
        return "?"
    return key if len(key) <= 60 and key.isprintable() else repr(shortened(key))


class _Composer:
    """Builds nodes from the events of the YAML parser, which know every offset."""

    def __init__(self, source: Source) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._next: Callable[[], Any] = _LOADER(source.text).get_event
        self._hidden = {found.start() for found in _HIDDEN.finditer(source.text)}
        self._lines_of_text: list[tuple[int, int]] = []  # spans of quoted and block scalars, in which a tab is text
        self._make: Mapping[type, Callable[[Any, str, int, int], Node]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingStartEvent: self._mapping,
            yaml.AliasEvent: self._alias,
        }

    def document(self) -> Node:
        """The root of the only document; an empty stream is an empty scalar."""
        self._next()  # the stream's start
        start = self._next()
        if type(start) is yaml.StreamEndEvent:
            return Node(self._source, "", 0, 0, "", plain=True)
        root = self._node(self._next(), "", -1, 0)
        self._next()  # the document's end
        second = self._next()
        if type(second) is not yaml.StreamEndEvent:
            self._fault("FS008", "a second document begins", second.start_mark.index, "write each spec into a file of its own")
        return root

    def _node(self, event: Any, path: str, named: int, depth: int) -> Node:
        if depth > DEEPEST:
            place = self._source.place(event.start_mark.index)
            raise SpecError([*self.problems, Problem("FS009", f"nested more than {DEEPEST} levels deep", place)])
        return self._make[type(event)](event, path, named, depth)

    def _scalar(self, event: Any, path: str, named: int, depth: int) -> Node:  # noqa: ARG002 all makers are called alike
        start, end, content = event.start_mark.index, event.end_mark.index, event.value
        if event.anchor or event.tag:
            self._refuse(event, path)
        if not content.isascii():
            content = unicodedata.normalize("NFC", content)
        plain = not event.style
        if not plain:
            content = self._quoted(content, path, start, end)
        elif self._hidden and content and end in self._hidden:
            self._warn_of_comment(path, end)
        return Node(self._source, path, start, start if named < 0 else named, content, plain)

    def _list(self, event: Any, path: str, named: int, depth: int) -> Node:
        start, items = event.start_mark.index, list[Node]()
        if event.anchor or event.tag:
            self._refuse(event, path)
        while type(inner := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._node(inner, f"{path}[{len(items)}]", -1, depth + 1))
        return Node(self._source, path, start, start if named < 0 else named, tuple(items))

    def _mapping(self, event: Any, path: str, named: int, depth: int) -> Node:
        start, content, prefix = event.start_mark.index, dict[str, Node](), f"{path}." if path else ""
        if event.anchor or event.tag:
            self._refuse(event, path)
        while type(inner := self._next()) is not yaml.MappingEndEvent:
            key, at = self._key(inner, path, depth), inner.start_mark.index
            value = self._node(self._next(), prefix + _step(key), at, depth + 1)
            if key in content:
                line = content[key].key_place.line
                self._fault("FS004", prefixed(path, f"duplicate key {shortened(key)!r}"), at, f"first in line {line}")
            elif key is not None:
                content[key] = value
        return Node(self._source, path, start, start if named < 0 else named, content)

    def _key(self, event: Any, path: str, depth: int) -> str | None:
        if (
            type(event) is yaml.ScalarEvent
            and event.value.isascii()
            and event.value.isidentifier()
            and not event.anchor
            and not event.tag
        ):
            return str(event.value)  # nearly every key
        node = self._node(event, path, -1, depth + 1)
        if isinstance(node.content, str) and not (node.plain and not node.content):
            return node.content
        if node.content is not None:
            found = "no key" if node.content == "" else shape(node)
            self._fault("FS007", prefixed(path, f"expected a text as the key, found {found}"), node.offset)
        return None

    def _alias(self, event: Any, path: str, named: int, depth: int) -> Node:  # noqa: ARG002
        start = event.start_mark.index
        help_ = f'write the value again, or "*{event.anchor}" in quotes if that is the text'
        self._fault("FS005", prefixed(path, f"aliases are not read: *{event.anchor}"), start, help_)
        return Node(self._source, path, start, start if named < 0 else named, None)

    def _refuse(self, event: Any, path: str) -> None:
        start = event.start_mark.index
        if event.anchor:
            message, help_ = f"anchors are not read: &{event.anchor}", f'write "&{event.anchor} …" in quotes if that is the text'
            self._fault("FS005", prefixed(path, message), start, help_)
        if event.tag:
            message, help_ = (
                f"tags are not read: {event.tag.replace('tag:yaml.org,2002:', '!!')}",
                "write the value alone, or all of it in quotes",
            )
            self._fault("FS006", prefixed(path, message), start, help_)

    def _quoted(self, content: str, path: str, start: int, end: int) -> str | None:
        """The content, unless an escape writes what may not stand in a file; a tab is text here."""
        self._lines_of_text.append((start, end))
        refused = _REFUSED.search(content)
        if not refused:
            return content
        message = f"the character U+{ord(refused[0]):04X} cannot stand in a spec"
        self._fault("FS003", prefixed(path, message), start, "remove it")
        return None

    def _warn_of_comment(self, path: str, end: int) -> None:
        at = self._source.text.index("#", end)
        word = self._source.text[at : at + 30].split()[0]
        message = prefixed(path, f"the text ends before {word!r}, which begins a comment")
        help_ = "put the text in quotes, or a blank behind the # of a comment"
        self.problems.append(Problem("FS019", message, self._source.place(at), help_, warning=True))

    def _fault(self, code: str, message: str, offset: int, help_: str = "") -> None:
        if len(self.problems) > MOST:
            raise SpecError(self.problems)
        self.problems.append(Problem(code, message, self._source.place(offset), help_))

    def tabs(self) -> Iterator[Problem]:
        """A problem for each line that is indented with a tab, unless the line belongs to a quoted or block text."""
        for found in islice(_TAB.finditer(self._source.text), MOST):
            at = bisect_right(self._lines_of_text, (found.start(), len(self._source.text))) - 1
            if at < 0 or self._lines_of_text[at][1] <= found.start():
                yield Problem("FS002", "a tab cannot indent a line", self._source.place(found.end(1) - 1), "use blanks")


_QUOTE = "put a text that holds commas, colons or brackets in quotes"
_COLUMN = "the indentation does not fit the lines above"
# What the two parsers of PyYAML say → what a person can do about it; the first that fits.
_PLAINLY = (
    ("mapping values are not allowed", "a second ': ' in one value, or a key indented too far", "put a text with ': ' in quotes"),
    ("could not find expected ':'", "a line that is no 'key: value'", "add the colon, or put a long text in quotes"),
    ("expected node content", "a key or a value is missing here", _QUOTE),
    ("expected the node content", "a key or a value is missing here", _QUOTE),
    ("cannot start any token", "a value cannot begin with this character", "put the text in quotes"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it"),
    ("',' or ']'", "a list in [ ] is not closed, or lacks a comma", _QUOTE),
    ("',' or '}'", "a mapping in { } is not closed, or lacks a comma", _QUOTE),
    ("did not find expected key", _COLUMN, "keys of one mapping begin in one column"),
    ("<block end>", _COLUMN, "keys of one mapping begin in one column"),
    ("'-' indicator", "an entry of a list is expected here", "entries of one list begin with '- ' in one column"),
)


def _syntax(source: Source, error: yaml.YAMLError, tabs: Iterable[Problem]) -> list[Problem]:
    """The problem of a text that is no YAML, and its tabs; the tab that the parser stumbled over is told once."""
    told, mark = list(tabs), getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or error)
    if "unexpected end of stream" in said:
        mark = getattr(error, "context_mark", None) or mark
    place = source.place(min(mark.index, len(source.text)) if mark else 0)
    if any(problem.place and problem.place.line == place.line for problem in told):
        return told
    message, help_ = next(((plain, advice) for part, plain, advice in _PLAINLY if part in said), (said, ""))
    return [*told, Problem("FS001", f"not valid YAML: {message}", place, help_)]
