"""The last steps every format shares: NFC, no invisible characters, one kind of line break, empty lines between paragraphs.

What is kept: every visible word, its case and spelling, and blanks within a line. What goes: soft hyphens, zero-width and
direction marks, blanks on an empty line and around the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factspec.readers.tracing import Edit, Traced, cut

__all__ = ["tidy"]

_WIDEST_WRAP = 120  # nobody wraps a text wider than this: a break beside a longer line ends a paragraph
# Soft hyphen, zero-width space, word joiner, byte order mark, direction marks; ZWNJ and ZWJ spell words in some scripts and stay.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
_LONG_LINE = re.compile(rf"\n[^\n]{{{_WIDEST_WRAP + 1},}}")
_OTHER_BREAKS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_OTHER_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS_ON_EMPTY_LINE = re.compile(r"\n[^\S\n]++(?=\n)")


def tidy(traced: Traced) -> Traced:
    """The same text in its ordinary form; the very same object where nothing had to change."""
    traced = _with_plain_breaks(traced)
    if not traced.text.isascii():
        traced = traced.edited(cut(_INVISIBLE, traced.text))
        traced = _composed(traced)
    traced = traced.edited(_around(traced.text))
    traced = traced.edited(_on_empty_lines(traced.text))
    return traced.edited(_missing_empty_lines(traced.text))


def _with_plain_breaks(traced: Traced) -> Traced:
    if not any(mark in traced.text for mark in _OTHER_BREAKS):
        return traced
    return traced.edited(map(_plain_break, _OTHER_BREAK.finditer(traced.text)))


def _plain_break(match: re.Match[str]) -> Edit:
    if match[0] == "\r\n":
        return Edit(match.start(), match.start() + 1)
    return Edit(match.start(), match.end(), "\n")


def _around(text: str) -> Iterator[Edit]:
    if text[:1].isspace():
        yield Edit(0, len(text) - len(text.lstrip()))
    end = len(text.rstrip())
    if 0 < end < len(text):
        yield Edit(end, len(text))


def _on_empty_lines(text: str) -> Iterator[Edit]:
    return (Edit(match.start() + 1, match.end()) for match in _BLANKS_ON_EMPTY_LINE.finditer(text))


def _missing_empty_lines(text: str) -> Iterator[Edit]:
    """A second line break where a single one stands beside a line that nobody wrapped."""
    first = text.find("\n")
    last = first if first > _WIDEST_WRAP else -1
    if last >= 0 and text[last + 1] != "\n":
        yield Edit(last + 1, last + 1, "\n")
    for match in _LONG_LINE.finditer(text, max(first, 0)):
        for at in match.span():
            if last < at < len(text) and "\n" not in (text[at - 1], text[at + 1]):
                yield Edit(at + 1, at + 1, "\n")
                last = at


# ---------------------------------------------------------------- composition

_WORD = re.compile("\\S+|[\u2000\u2001]")  # two blanks that NFC writes as two others
_LONGEST_CLUSTER = 64  # composing takes the square of it, and nobody stacks so many marks but to hang a program


def _composed(traced: Traced) -> Traced:
    if unicodedata.is_normalized("NFC", traced.text):
        return traced
    return traced.edited(_compositions(traced.text))


def _compositions(text: str) -> Iterator[Edit]:
    at = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            for word in _WORD.finditer(line):
                start = at + word.start()
                edits = _compose_cached(word[0]) if len(word[0]) <= _LONGEST_CLUSTER else _compose(word[0])
                yield from (Edit(start + first, start + last, composed) for first, last, composed in edits)
        at += len(line) + 1


def _compose(word: str) -> tuple[Edit, ...]:
    """The edits that compose a word, counted from its start."""
    if unicodedata.is_normalized("NFC", word):
        return ()
    at, edits = 0, []
    for cluster in _clusters(word):
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            edits.append(Edit(at, at + len(cluster), composed))
        at += len(cluster)
    return tuple(edits)


_compose_cached = lru_cache(maxsize=1 << 14)(_compose)  # texts repeat their words


def _clusters(word: str) -> Iterator[str]:
    """The shortest pieces of a word that can be composed each for itself."""
    start = 0
    for i in range(1, len(word)):
        if i - start >= _LONGEST_CLUSTER or not (unicodedata.combining(word[i]) or _composes(word[start:i], word[i])):
            yield word[start:i]
            start = i
    yield word[start:]


def _composes(cluster: str, char: str) -> bool:
    """Whether a starter melts into the cluster before it, as a Hangul vowel does."""
    whole = unicodedata.normalize("NFC", cluster + char)
    return whole != unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
