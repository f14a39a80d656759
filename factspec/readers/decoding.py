"""Bytes to text: byte order mark, then what the document declares, then strict UTF-8, then Windows-1252 with a warning.

What is read: the bytes of one file. What is not: statistics of letters; a text in an undeclared encoding is never guessed at,
and UTF-16 without a mark is refused, because it may be any binary file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factspec.article import Article
from factspec.errors import ArticleError, Problem
from factspec.language.lexicon import listed
from factspec.model import Place

__all__ = ["LIMIT", "Decoded", "decode", "refuse_larger", "unreadable"]

LIMIT = 64 * 1024 * 1024
"""The largest article, in bytes: of a file, and of what a compressed file holds."""
LONGEST = 8 * 1024 * 1024
"""The longest text or page, in bytes; what is longer is an archive, not an article, and would be judged for minutes."""

# The longer mark first: UTF-32 LE begins with the mark of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's names of the encodings that pages declare; "cp1252" stands for Latin-1 and ASCII too, as in every browser.
_DECLARABLE = listed(
    "utf-8 cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 "
    "iso8859-16 big5 big5hkscs gbk gb2312 gb18030 shift_jis cp932 euc_jp euc_kr cp949 iso2022_jp"
)
_SAME_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"}
_SAME_AS |= dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "utf-8")  # a page that can declare it is not written in it
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its mark left out, and what was doubtful about it."""

    text: str
    problems: tuple[Problem, ...] = ()


def unreadable(path: str, code: str, message: str, help_: str = "") -> ArticleError:
    """The error of an article that cannot be read at all; it stands at the article's first character."""
    return ArticleError(Problem(code, message, Place(path, 1, 1), help_))


def refuse_larger(path: str, size: int, limit: int = LIMIT) -> None:
    """Raise ArticleError for a size above the limit."""
    if size > limit:
        message = f"is too large: {size:,} bytes, and at most {limit:,} are read"
        raise unreadable(path, "FS104", message, "split it, or take it out of `articles`")


def decode(path: str, data: bytes, declared: str = "") -> Decoded:
    """The text of a file's bytes; `declared` is the encoding that the document itself names, in any spelling, or "".

    Raises ArticleError where the bytes are no text, or too many.
    """
    refuse_larger(path, len(data), LONGEST)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(path, data[len(mark) :], encoding)
    if b"\0" in data:
        raise unreadable(path, "FS106", *_why_binary(data))
    return _decode_declared(path, data, declared) if declared else _decode_undeclared(path, data)


def _decode_marked(path: str, data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        message = f"begins with a byte order mark of {encoding.upper()} but is not: {fault.reason} at byte {fault.start}"
        raise unreadable(path, "FS106", message, "save it as UTF-8") from None
    if "\0" in text:
        raise unreadable(path, "FS106", "is not text: it holds NUL characters")
    return Decoded(text)


def _why_binary(data: bytes) -> tuple[str, str]:
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    if min(even, odd) == 0 and max(even, odd) * 4 > len(data[:4096]):
        return "is not text that can be read: it looks like UTF-16 without a byte order mark", "save it as UTF-8"
    return "is not text: it holds NUL bytes", ""


def _decode_declared(path: str, data: bytes, declared: str) -> Decoded:
    encoding = _known(declared)
    if not encoding:
        return _doubted(path, data, f"declares the encoding {declared!r}, which is not known")
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as fault:
        why = f"{fault.reason} at byte {fault.start}"
        return _doubted(path, data, f"declares the encoding {declared!r} but is not written in it ({why})")


def _known(label: str) -> str:
    """Python's name of a declared encoding, "" where it is none that pages are written in."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _SAME_AS.get(name, name)
    return name if name in _DECLARABLE else ""


def _doubted(path: str, data: bytes, message: str) -> Decoded:
    found = _decode_undeclared(path, data)
    doubt = Problem("FS151", message, Place(path, 1, 1), "correct the declaration", warning=True)
    return Decoded(found.text, (doubt, *found.problems))


def _decode_undeclared(path: str, data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        return _decode_as_windows(path, data, fault.start)


def _decode_as_windows(path: str, data: bytes, first: int) -> Decoded:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as fault:
        message = f"is not text in UTF-8 (byte {first}) nor in Windows-1252 (byte {fault.start})"
        raise unreadable(path, "FS106", message, "save it as UTF-8") from None
    if _CONTROLS.search(text):
        raise unreadable(path, "FS106", "is not text: it holds control characters and is not UTF-8")
    line, column = Article(path, "", text).position(first)
    message = f"is not UTF-8 (byte 0x{data[first]:02X} here); read as Windows-1252"
    return Decoded(text, (Problem("FS150", message, Place(path, line, column), "save it as UTF-8", warning=True),))
