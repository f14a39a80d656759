"""Word documents: the text of the document's body as it reads with all tracked changes accepted.

What is read: paragraphs, tables (a row a paragraph, cells parted by tabs), insertions, content controls, links, text boxes and,
as a guess at the dateline, the day of creation. What is not: deletions, hidden text, field codes, comments, headers, footers
and footnotes. There is no text file to point into: `original` is the extracted text, a paragraph a line, and places count in it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET

from factspec.article import Article
from factspec.model import Dateline, Span
from factspec.readers.decoding import refuse_larger, unreadable
from factspec.readers.extract import Extract
from factspec.readers.stamps import stamp_at
from factspec.readers.tracing import Traced, cut

__all__ = ["read_docx"]

_BODY = re.compile(r"word/document\d*\.xml")
_CORE = re.compile(r"docProps/core\.xml")
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENDS = re.compile("\n+")


def read_docx(path: str, data: bytes) -> Article:
    """The article in a Word document's bytes; raises ArticleError where it is damaged, encrypted or too large."""
    parts = _parts(path, data)
    body, core = _Body(), _Core()
    _parse(path, parts[0], body)
    _parse(path, parts[1] or b"<core/>", core)
    original = body.text()
    visible = Traced(original).edited(cut(_ENDS, original, "\n\n"))
    return Extract(path, original, visible, dateline=core.dateline(), headline=body.headline(original)).article()


# ---------------------------------------------------------------- the package


def _parts(path: str, data: bytes) -> tuple[bytes, bytes]:
    """The XML of the body and of the core properties, the latter empty where there are none."""
    if data.startswith(_OLD_OFFICE):
        message = "is no Word document that can be read: it is encrypted, or of Word 97"
        raise unreadable(path, "FS108", message, "save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _unpack(path, package, _BODY), _unpack(path, package, _CORE)
    except _DAMAGE as fault:
        raise unreadable(path, "FS108", f"is no Word document that can be read: {str(fault) or type(fault).__name__}") from None


# What `zipfile` raises for packages that are cut off, forged, encrypted or compressed in an unusual way.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, OverflowError, RuntimeError, ValueError)
_USUAL = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def _unpack(path: str, package: zipfile.ZipFile, name: re.Pattern[str]) -> bytes:
    info = next((each for each in package.infolist() if name.fullmatch(each.filename)), None)
    if info is None:
        if name is _BODY:
            raise zipfile.BadZipFile("it holds no word/document.xml")
        return b""
    refuse_larger(path, info.file_size)
    if info.compress_type not in _USUAL:
        raise zipfile.BadZipFile("it is compressed in an unusual way")
    with package.open(info) as part:
        return part.read(info.file_size)


# ---------------------------------------------------------------- XML


class _DoctypeError(Exception):
    """A document type: no Word document has one, and it could make a small file expand without end."""


class _Target:
    """What reads a part of the package, element by element; nothing of it is kept as a tree."""

    def start(self, _tag: str, _attributes: dict[str, str], /) -> None: ...

    def end(self, _tag: str, /) -> None: ...

    def data(self, _text: str, /) -> None: ...

    def close(self) -> None: ...

    def doctype(self, _name: str, _public: str | None, _system: str | None, /) -> None:
        raise _DoctypeError


def _parse(path: str, xml: bytes, target: _Target) -> None:
    parser = ET.XMLParser(target=target)  # noqa: S314  (no entities: a document type is refused)
    try:
        parser.feed(xml)
        parser.close()
    except _DoctypeError:
        raise unreadable(path, "FS108", "is refused: its XML declares a document type, which no Word document does") from None
    except (ET.ParseError, LookupError, ValueError) as fault:
        raise unreadable(path, "FS108", f"is no Word document that can be read: its XML is broken ({fault})") from None


class _Core(_Target):
    """The day of creation among the core properties."""

    def __init__(self) -> None:
        self._created: list[str] = []
        self._inside = False

    def start(self, tag: str, _attributes: dict[str, str], /) -> None:
        self._inside = tag.endswith("}created")

    def end(self, _tag: str, /) -> None:
        self._inside = False

    def data(self, text: str, /) -> None:
        if self._inside:
            self._created.append(text)

    def dateline(self) -> Dateline | None:
        stamp = stamp_at("".join(self._created).strip())
        return stamp.dateline(guessed=True) if stamp else None


_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands beside it
_SILENT = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "tabs", "rubyPr", "rt"))
_SIGNS = {"tab": "\t", "br": "\x0b", "cr": "\x0b", "noBreakHyphen": "\u2011"}
_OFF = frozenset(("0", "false", "off"))


class _Body(_Target):
    """The paragraphs of a document while its XML is read; a vertical tab is a line break within one."""

    def __init__(self) -> None:
        self._containers: list[list[str]] = [[]]  # the document, and each table cell around the place that is read
        self._rows: list[list[str]] = []
        self._paragraphs: list[list[str]] = []
        self._style = ""
        self._styles: list[tuple[str, str]] = []
        self._silent = 0
        self._hidden = self._in_text = False

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        name = _word_name(tag)
        if self._silent or name in _SILENT or tag == _FALLBACK:
            self._silent += 1
        elif name == "p":
            self._paragraphs.append([])
            self._style = ""
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._containers.append([])
        else:
            self._inner(name, {_word_name(key): value for key, value in attributes.items()})

    def _inner(self, name: str, attributes: dict[str, str]) -> None:
        """What stands within a paragraph."""
        if name == "r":
            self._hidden = False
        elif name == "vanish":
            self._hidden = attributes.get("val", "") not in _OFF
        elif name == "pStyle":
            self._style = attributes.get("val", "")
        elif name == "t":
            self._in_text = True
        elif name in _SIGNS:
            self._say(_SIGNS[name])

    def data(self, text: str, /) -> None:
        if self._in_text and not self._silent:
            self._say(text)

    def _say(self, text: str) -> None:
        if self._paragraphs and not self._hidden:
            self._paragraphs[-1].append(text)

    def end(self, tag: str, /) -> None:
        name = _word_name(tag)
        self._in_text = False
        if self._silent:
            self._silent -= 1
        elif name == "p" and self._paragraphs:
            self._end_paragraph()
        elif name == "tc" and len(self._containers) > 1 and self._rows:
            cell = "\x0b".join(filter(None, self._containers.pop()))
            self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            self._containers[-1].append("\t".join(self._rows.pop()))

    def _end_paragraph(self) -> None:
        words = "".join(self._paragraphs.pop()).replace("\n", " ").replace("\r", " ")
        self._containers[-1].append(words)
        if words.strip() and len(self._containers) == 1:
            self._styles.append((self._style, words))

    def text(self) -> str:
        return "\n".join(self._containers[0])

    def headline(self, original: str) -> Span | None:
        """The paragraph in the style of a title, or else a first one in the style of a first heading."""
        title = next((words for style, words in self._styles if style == "Title"), None)
        if title is None and self._styles and self._styles[0][0] == "Heading1":
            title = self._styles[0][1]
        start = original.find(title) if title else -1
        return Span(start, start + len(title)) if title and start >= 0 else None


def _word_name(tag: str) -> str:
    """The bare name of an element or attribute of Word's own vocabulary, "" of any other."""
    return next((tag.removeprefix(space) for space in _SPACES if tag.startswith(space)), "")
