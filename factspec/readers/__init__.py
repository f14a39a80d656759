"""Readers: from a file to an article, one for each format.

What is read: text, Markdown, HTML, Word documents and, with the extra `pdf`, PDF. What is not: the network, the clock and the
times that the file system notes. A file of another suffix is read as text if it is text.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from factspec.article import Article
from factspec.errors import ArticleError
from factspec.readers.decoding import LIMIT, refuse_larger, unreadable
from factspec.readers.docx import read_docx
from factspec.readers.html import read_html
from factspec.readers.markdown import read_markdown
from factspec.readers.pdf import read_pdf
from factspec.readers.text import read_text

__all__ = ["READERS", "read", "read_bytes"]

READERS: Mapping[str, Callable[[str, bytes], Article]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
"""Suffix, in lower case → the reader of its format, from the path as the user wrote it and the file's bytes to an article."""


def read(path: str | os.PathLike[str]) -> Article:
    """The article in a file.

    Raises ArticleError where the file is missing, not a file, too large, or holds nothing that can be read, and
    MissingExtraError where its format needs an optional dependency.
    """
    shown = Path(path).as_posix()
    return read_bytes(shown, _bytes(shown, Path(path)))


def read_bytes(path: str, data: bytes) -> Article:
    """The article in a file's bytes; the suffix of `path` tells its format. Raises as `read`."""
    refuse_larger(path, len(data))
    suffix = PurePosixPath(path).suffix.lower()
    reader = READERS.get(suffix)
    return reader(path, data) if reader else _read_unknown(path, suffix, data)


def _bytes(shown: str, path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise unreadable(shown, "FS102", "is a folder, not an article", f"write {shown}/* for the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise unreadable(shown, "FS102", "is no regular file")
        refuse_larger(shown, status.st_size)
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError:
        raise unreadable(shown, "FS101", "is not there") from None
    except PermissionError:
        raise unreadable(shown, "FS103", "may not be read: permission denied") from None
    except (OSError, ValueError) as fault:  # a name that is too long, a path through a file, a NUL in a path
        raise unreadable(shown, "FS103", f"cannot be read: {getattr(fault, 'strerror', None) or fault}") from None


def _read_unknown(path: str, suffix: str, data: bytes) -> Article:
    """A page without a suffix that says so is read as HTML, everything else as text."""
    start = data[:1024].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return read_html(path, data)
    try:
        return read_text(path, data)
    except ArticleError as fault:
        if fault.problems[0].code != "FS106":
            raise
        known = ", ".join(READERS)
        message = f"is of a kind that is not known ({suffix or 'no suffix'}) and {fault.problems[0].message}"
        raise unreadable(path, "FS107", message, f"known are {known}, and text") from None
