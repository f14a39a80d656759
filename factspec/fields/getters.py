"""Getters: a node becomes a value, or a SpecError that says what was found, what was expected, and where.

What is read: text, lists of text, true and false, one of some words, the keys of a mapping. What is not: numbers, dates and
names, which are text here; their kinds read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from factspec.errors import Problem, SpecError
from factspec.fields.node import Faults, Node, prefixed, shape, shortened

__all__ = [
    "LONGEST_LIST", "alternatives", "boolean", "choice", "entries", "fields", "missing_keys", "nearest", "slip", "text",
    "texts", "unknown_keys",
]  # fmt: skip

LONGEST_LIST = 1000
LONGEST_TEXT = 5000
FEW = 8

_MEANT = re.compile(r"did you mean '(\w+)'\?")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
"""Soft hyphens, zero-width blanks and direction marks: copied with a text, and gone from the articles too."""
_COMMENT = re.compile(r"[ \t]*#")
_YES = frozenset({"yes", "y", "on", "1", "true"})
_NO = frozenset({"no", "n", "off", "0", "false"})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def text(node: Node) -> str:
    """The text of a scalar: blanks and line breaks squeezed to one blank each, invisible characters gone.

    SpecError where the node is no scalar or says nothing.
    """
    if not isinstance(node.content, str):
        raise SpecError(_unlike(node, "text"))
    if len(node.content) > LONGEST_TEXT:
        raise SpecError(node.problem("FS018", f"a text of {len(node.content):,} characters, the limit is {LONGEST_TEXT:,}"))
    if node.plain and node.content in _NULLS:
        raise SpecError(_nothing(node))
    seen = node.content if node.content.isascii() else _INVISIBLE.sub("", node.content)
    squeezed = " ".join(seen.split())
    if not squeezed:
        raise SpecError(node.problem("FS015", "the text is empty"))
    return squeezed


def _nothing(node: Node) -> Problem:
    """An empty scalar, at its key; a comment right behind it is most often meant as text."""
    if node.content:
        return node.problem(
            "FS015", f"the value is empty ({node.content})", f'write "{node.content}" in quotes if the word is meant'
        )
    if _COMMENT.match(node.source.text, node.offset):
        return node.key_problem("FS015", "the value is empty", 'a # begins a comment: write the text in quotes, "#7"')
    return node.key_problem("FS015", "the value is empty")


def _unlike(node: Node, expected: str) -> list[Problem]:
    """Why a node has the wrong shape; nothing for one whose problem was already told."""
    if node.content is None:
        return []
    if isinstance(node.content, str) and node.plain and node.content in _NULLS:
        return [_nothing(node)]
    return [node.problem("FS014", f"expected {expected}, found {shape(node)}")]


def entries(node: Node) -> tuple[Node, ...]:
    """The nodes of a list; a single scalar is a list of one."""
    if isinstance(node.content, tuple):
        if len(node.content) > LONGEST_LIST:
            raise SpecError(node.problem("FS018", f"a list of {len(node.content):,} entries, the limit is {LONGEST_LIST:,}"))
        return node.content
    if isinstance(node.content, str):
        return (node,)
    raise SpecError(_unlike(node, "text or a list of texts"))


def texts(node: Node) -> tuple[str, ...]:
    """The texts of a list, or of a single scalar."""
    faults = Faults()
    found = [faults.take(text, entry, "") for entry in entries(node)]
    faults.settle()
    return tuple(found)


def fields(node: Node, expected: str = "a mapping (key: value)") -> dict[str, Node]:
    """The nodes of a mapping by key; `expected` is what a message calls it."""
    if isinstance(node.content, dict):
        return node.content
    raise SpecError(_unlike(node, expected))


def boolean(node: Node) -> bool:
    """True or false; other spellings are refused, because "no" is a word in a spec."""
    if not isinstance(node.content, str):
        raise SpecError(_unlike(node, "true or false"))
    if node.plain and node.content in {"true", "True", "TRUE"}:
        return True
    if node.plain and node.content in {"false", "False", "FALSE"}:
        return False
    if node.plain and node.content in _NULLS:
        raise SpecError(_nothing(node))
    meant = "true" if node.content.lower() in _YES else "false"
    found, help_ = f"expected true or false, found {shortened(node.content)!r}", f"write {meant}, without quotes"
    sure = node.content.lower() in _YES | _NO
    raise SpecError(node.problem("FS016", found, help_, fix=meant if sure else None))


def choice(node: Node, options: Iterable[str]) -> str:
    """One of some words."""
    known = tuple(options)
    found = text(node)
    if node.content in known:
        return found
    message = f"expected {alternatives(known)}, found {shortened(found)!r}"
    raise SpecError(node.problem("FS017", message, nearest(found, known), fix=slip(found, known)))


def alternatives(words: tuple[str, ...]) -> str:
    """Words as a person lists them: "a, b or c"."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def nearest(word: str, choices: Iterable[str]) -> str:
    """The words "did you mean 'x'?" for the choice that is spelled almost like `word`; "" where none is."""
    closest = _closest(word, choices, 0.6)
    return f"did you mean {closest!r}?" if closest else ""


def slip(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is a slip of the hand for, beyond doubt: most letters are the same, and no other is as near."""
    return _closest(word, choices, 0.75, alone=True) or None


def _closest(word: str, choices: Iterable[str], cutoff: float, *, alone: bool = False) -> str:
    """The first choice that is most like `word`; "" where none is alike enough or, if it must stand `alone`, where two are."""
    likeness = {
        option: OSA.normalized_similarity(word.casefold(), option.casefold(), score_cutoff=cutoff)
        for option in dict.fromkeys(choices)
    }
    best = max(likeness.values(), default=0.0)
    closest = [option for option, alike in likeness.items() if alike == best > 0]
    return closest[0] if closest and not (alone and len(closest) > 1) else ""


def unknown_keys(node: Node, known: Iterable[str], hints: Mapping[str, str] | None = None) -> Iterator[Problem]:
    """A problem for each key of a mapping that is not known, at the key; `hints` says what to write for some of them."""
    allowed = dict.fromkeys(known)
    for key, value in fields(node).items():
        if key not in allowed:
            known_as = (hints or {}).get(key.casefold(), "")
            hint = known_as or nearest(key, allowed)
            if not hint and len(allowed) <= FEW:
                hint = f"known: {', '.join(allowed)}"
            synonym = _MEANT.fullmatch(known_as)
            meant = synonym[1] if synonym else slip(key, allowed)
            fix = meant if meant in allowed and meant not in fields(node) else None
            yield Problem("FS012", prefixed(node.path, f"unknown key {shortened(key)!r}"), value.key_place, hint, fix=fix)


def missing_keys(node: Node, needed: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each needed key that a mapping lacks, at the mapping's own key; `needed` says what belongs there."""
    for key, expected in needed.items():
        if key not in fields(node):
            yield node.key_problem("FS013", f"missing key {key!r}", expected)
