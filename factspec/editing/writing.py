"""Texts, lists and mappings as they are written in a spec: with as few quotation marks as will do, in brackets or in lines.

What is read: nothing but what is to be written; whether a notation will do is asked of the reader of YAML itself. What is not:
the spec around it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator

from factspec.errors import FactspecError, Problem, SpecError
from factspec.fields import Node, parse, shortened

__all__ = ["in_brackets", "indented", "scalar"]

SAYS_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})

_APART = frozenset("?:")
"""Marks that not every parser of YAML takes for text in a plain scalar in brackets."""


def scalar(content: str, style: str = "", *, flow: bool = False, key: bool = False) -> str:
    """A text as a scalar on one line, in `style` (plain, `'` or `"`) where it will do, else in another; `true` is quoted.

    `flow` says that it stands in brackets, `key` that it is a key. Raises FactspecError (FS403) for a text that no scalar of a
    spec can hold, such as one with control characters.
    """
    content = unicodedata.normalize("NFC", content)
    for candidate in _candidates(content, style):
        if _reads(candidate, content, flow=flow, key=key):
            return candidate
    raise FactspecError(Problem("FS403", f"the text {shortened(content)!r} cannot be written in a spec"))


def _candidates(content: str, style: str) -> Iterator[str]:
    single, double = "'" + content.replace("'", "''") + "'", json.dumps(content, ensure_ascii=False)
    if style == "'":
        yield single
    if not style and content not in SAYS_NOTHING | BOOLEANS:
        yield content
    if not style and '"' in content:
        yield single
    yield double


def _reads(candidate: str, content: str, *, flow: bool, key: bool) -> bool:
    """Whether the reader finds this text, and no fault, in the smallest document of this kind."""
    if "\n" in candidate or "\r" in candidate or (flow and candidate == content and _APART & set(content)):
        return False
    entry = f"{candidate}: x" if key else f"k: [{candidate}]" if flow else f"k: {candidate}"
    try:
        root, problems = parse("", f"{{{entry}}}" if flow else f"{entry}\n")
    except SpecError:
        return False
    if problems or not isinstance(root.content, dict) or len(root.content) != 1:
        return False
    if key:
        return content in root.content
    (value,) = root.content.values()
    if flow and isinstance(value.content, tuple):
        (value,) = value.content if len(value.content) == 1 else (value,)
    return isinstance(value.content, str) and value.content == content


def in_brackets(node: Node) -> str:
    """A node on one line, its lists and mappings in brackets."""
    if isinstance(node.content, dict):
        inner = (f"{scalar(key, flow=True, key=True)}: {in_brackets(value)}" for key, value in node.content.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(node.content, tuple):
        return "[" + ", ".join(map(in_brackets, node.content)) + "]"
    content = node.content or ""
    return content if node.plain and content in SAYS_NOTHING | BOOLEANS else scalar(content, flow=True)


def indented(lines: Iterable[str], old: int, new: int) -> Iterator[str]:
    """The lines with `new` blanks in front where there were `old`; raises FactspecError (FS403) where there were fewer."""
    for line in lines:
        if line.strip() and not line.startswith(" " * old):
            raise FactspecError(Problem("FS403", f"a line is indented by less than {old} blanks: {shortened(line)!r}"))
        yield " " * new + line[old:] if line.strip() else ""
