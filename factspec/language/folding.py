"""Text folded to lower-case ASCII, one character for one, and the words of it.

What is folded: case, accents, ligatures and other scripts, each code point to the first letter of its ASCII form, so that an
offset of the folded text is an offset of the text. What is not: punctuation, signs, fractions, superscripts and apostrophes,
which are blanks, and two code points are never made one: a text in NFC is expected.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from operator import add

from anyascii import anyascii

__all__ = ["Words", "fold", "words"]

_PLACEHOLDER = "x"  # a letter that has no ASCII form still belongs to its word
_ORDINAL_SIGNS = "ªº"


def _fold_one(char: str) -> str:
    if char.isdecimal():
        return str(int(char))
    if not char.isalpha() or char in _ORDINAL_SIGNS:
        return " "
    first = anyascii(char)[:1].lower()
    if "a" <= first <= "z":
        return first
    return " " if first in {"'", "`", '"'} else _PLACEHOLDER  # a modifier letter that is written as an apostrophe


_fold_cached = lru_cache(maxsize=4096)(_fold_one)
_TABLE = "".join(map(_fold_one, map(chr, range(256)))).encode("ascii")
_beyond_latin: Callable[[Callable[[re.Match[str]], str], str], str] = re.compile("[^\x00-\xff]").sub


def fold(text: str) -> str:
    """`text` with one lower-case ASCII letter, digit or blank for each of its code points."""
    narrow = text if text.isascii() else _beyond_latin(lambda match: _fold_cached(match[0]), text)
    return narrow.encode("latin-1").translate(_TABLE).decode("ascii")


class Words:
    """The words of a text in order: maximal runs of folded letters and digits.

    `starts` and `ends` are code point offsets into the text, `words` the folded forms; "Iran’s" is two words, iran and s.
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._pieces = folded.split(" ")
        self.words: list[str] = list(filter(None, self._pieces))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each word's first code point."""
        with_blanks = self._folded.replace(" ", "\n").splitlines(keepends=True)
        return list(compress(accumulate(map(len, with_blanks), initial=0), self._pieces))

    @cached_property
    def ends(self) -> list[int]:
        """The offset just after each word."""
        return list(map(add, self.starts, map(len, self.words)))

    @cached_property
    def joined(self) -> str:
        """The words with one blank before, between and after them; a single blank where there are none."""
        return f" {' '.join(self.words)} " if self.words else " "

    def at(self, joined_offset: int) -> int:
        """The index of the word that begins at that offset of `joined` (after its blank)."""
        return self.joined.count(" ", 0, joined_offset) - 1

    def index(self, offset: int) -> int:
        """The index of the first word that ends after the text offset; the number of words where none does."""
        at = bisect_right(self.starts, offset)
        return at - 1 if at and self.starts[at - 1] + len(self.words[at - 1]) > offset else at


def words(text: str) -> Words:
    """The words of a text; those of a short one, as the names of a spec are, are remembered."""
    return _remembered(text) if len(text) <= _SHORT else Words(fold(text))


_SHORT = 80


@lru_cache(maxsize=1 << 14)
def _remembered(text: str) -> Words:
    return Words(fold(text))
