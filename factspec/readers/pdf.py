"""PDF: the text of every page, its lines joined to paragraphs by the gaps between them.

What is read: text that is stored as text, in the order of the file, and the day of creation as a guess at the dateline. What is
not: scans, pictures, notes, forms, page numbers that stand alone. There is no text file to point into: `original` is the
extracted text, and places count in it. Needs the extra `pdf` (pypdfium2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from factspec.article import Article
from factspec.errors import MissingExtraError
from factspec.readers.decoding import unreadable
from factspec.readers.extract import Extract
from factspec.readers.stamps import stamp_at
from factspec.readers.tracing import Traced

__all__ = ["read_pdf"]


class _TextPage(Protocol):
    """What is used of a page of the library."""

    def count_chars(self) -> int: ...

    def get_text_range(self) -> str: ...

    def get_charbox(self, index: int, *, loose: bool) -> tuple[float, float, float, float]: ...


def read_pdf(path: str, data: bytes) -> Article:
    """The article in a PDF file's bytes; raises MissingExtraError without pypdfium2, ArticleError where nothing can be read."""
    try:
        library: Any = import_module("pypdfium2")  # when a PDF comes and not before
    except ImportError:
        raise MissingExtraError(f"reading {path}", "pdf") from None
    try:
        with closing(library.PdfDocument(data)) as document:
            original = "\n".join(map(_page_text, _text_pages(document)))
            created = document.get_metadata_value("CreationDate")
    except library.PdfiumError as fault:
        raise unreadable(path, "FS108", f"is no PDF document that can be read: {fault}") from None
    if not original.strip():
        raise unreadable(path, "FS105", "is empty: it holds no text, only pictures of it", "run it through text recognition")
    stamp = stamp_at(created)
    return Extract(path, original, Traced(original), dateline=stamp.dateline(guessed=True) if stamp else None).article()


def _text_pages(document: Any) -> Iterator[_TextPage]:
    for page in document:
        with closing(page), closing(page.get_textpage()) as text:
            yield text


class _Letter(NamedTuple):
    """Where a letter stands, in points from the lower left of the page, and how high its font is."""

    left: float
    top: float
    height: float


class _Line(NamedTuple):
    """A line of a page, or several that a broken word joins, with the first letter of the first and of the last of them."""

    words: str
    first: _Letter
    last: _Letter


_NUMBER_ALONE = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE)


def _page_text(page: _TextPage) -> str:
    lines = list(_lines(page))
    while lines and _NUMBER_ALONE.fullmatch(lines[-1].words):
        lines.pop()
    while lines and _NUMBER_ALONE.fullmatch(lines[0].words):
        del lines[0]
    return "".join(_joined(lines))


def _lines(page: _TextPage) -> Iterator[_Line]:
    """The lines of a page; all at one place where the library's letters and its text do not match one for one."""
    text = page.get_text_range()
    measured = page.count_chars() == len(text)
    for match in re.finditer(r"[^\r\n]+", text):
        words = _mend(match[0]).strip()
        last = match.start() + match[0].rstrip(_BREAK).rfind(_BREAK) + 1
        if words:
            yield _Line(words, *(_letter(page, at) if measured else _Letter(0, 0, 0) for at in (match.start(), last)))


def _letter(page: _TextPage, index: int) -> _Letter:
    left, bottom, _, top = page.get_charbox(index, loose=True)
    return _Letter(left, top, top - bottom)


_BREAK = "\ufffe"  # the library's mark where a line breaks a word
_BROKEN = re.compile(f"(?<=(.)){_BREAK}(?=(.))")


def _mend(words: str) -> str:
    """Broken words joined, with a hyphen in "6.1-magnitude" and before a capital."""
    return _BROKEN.sub(lambda match: "-" if match[1].isdigit() or match[2].isdigit() or match[2].isupper() else "", words)


def _joined(lines: list[_Line]) -> Iterator[str]:
    gaps = sorted(gap for above, line in pairwise(lines) if (gap := _gap(above, line)) > 0)
    usual = gaps[len(gaps) // 4] if gaps else 0.0  # most lines stand within paragraphs, but not on a page of short ones
    for number, line in enumerate(lines):
        if number:
            yield _between(lines[number - 1], line, usual)
        yield line.words


def _gap(above: _Line, line: _Line) -> float:
    return above.last.top - line.first.top


def _between(above: _Line, line: _Line, usual: float) -> str:
    """A wider gap, another size of type or an indented first line begins a paragraph; the next column does not."""
    gap, height = _gap(above, line), above.last.height
    indented = height * 0.8 < line.first.left - above.last.left < height * 4
    if gap > 0 and (gap > usual * 1.25 or abs(line.first.height - height) > 0.15 * height or indented):
        return "\n\n"
    return "" if above.words.endswith("-") and line.words[0].islower() else "\n"
