"""HTML: the words of the article on a page, each with its exact place in the source.

What is read: the text that a browser would show of the article (see `selection`), its headline, language, outlet and date of
publication.
What is not: scripts, style sheets, alternative texts of pictures, and whatever a script would load; nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Literal

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Place, Span
from factspec.readers.decoding import decode, unreadable
from factspec.readers.extract import Extract
from factspec.readers.markup import ENTITY, LANGUAGE_TAG, Break, Page, Stretch, attribute_spans, parse
from factspec.readers.outlets import page_outlet
from factspec.readers.page_dates import page_date
from factspec.readers.selection import Selection, select
from factspec.readers.tracing import Pieces

__all__ = ["read_html"]

_HEAD_BYTES = 4096
_MOST_TAGS = 1_000_000  # each takes about a kilobyte; the longest pages of the web have a tenth of them
_DECLARATIONS = (
    re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE),
)


def read_html(path: str, data: bytes) -> Article:
    """The article on the page in these bytes; broken markup is read as browsers read it and raises nothing."""
    decoded = decode(path, data, _declared(data[:_HEAD_BYTES]))
    if decoded.text.count("<") > _MOST_TAGS:
        raise unreadable(path, "FS104", f"is too large: it has more than {_MOST_TAGS:,} tags", "take it out of `articles`")
    page = parse(decoded.text)
    title = _title(page)
    selection = select(page, unescape(page.source[title.start : title.end]) if title else "")
    shown = _show(page, selection, title)
    dated = page_date(page, selection.shown)
    doubts = (Problem("FS152", each.message, _place(path, page.source, each.at), warning=True) for each in dated.faults)
    return Extract(
        path,
        page.source,
        shown.pieces.traced(),
        dateline=dated.dateline,
        headline=selection.headline or title,
        language=_language(page),
        outlet=page_outlet(page),
        problems=(*decoded.problems, *doubts),
        stamped=tuple(shown.stamped),
    ).article()


def _place(path: str, source: str, at: int) -> Place:
    return Place(path, *Article(path, "", source).position(at))


def _declared(head: bytes) -> str:
    """The encoding that a page names, in its XML declaration or a meta element."""
    for pattern in _DECLARATIONS:
        if match := pattern.search(head):
            return match[1].decode("ascii")
    return ""


def _language(page: Page) -> str:
    tags = (tag.get("lang") or tag.get("xml:lang") for tag in page.tags if tag.token.name == "html")
    return next((tag for tag in tags if LANGUAGE_TAG.fullmatch(tag)), "en")


_SITE_BEHIND = re.compile(r"\s(?:\||»|::)\s[^|»]{1,60}$")
_LONGEST_TITLE = 500


def _title(page: Page) -> Span | None:
    """What the page calls itself: the title for sharing, or its title element without the site's name behind a bar."""
    body = next((each.start for each in page.stretches if page.source[each.start : each.end].strip()), len(page.source))
    for tag in page.tags:
        if tag.get("property").lower() == "og:title" and tag.get("content").strip() and tag.token.start < body:
            return attribute_spans(page.source, tag.token)["content"]
    for tag, span in page.raw:
        if tag.token.name == "title" and span.start < body:
            text = page.source[span.start : min(span.end, span.start + _LONGEST_TITLE)]
            return Span(span.start, span.start + len(_SITE_BEHIND.sub("", text.rstrip())))
    return None


def _show(page: Page, selection: Selection, title: Span | None) -> _Shown:
    shown = _Shown(page.source)
    if title and selection.headline is None:
        shown.text(title.start, title.end)
        shown.part("block")
    for stretch in page.stretches:
        if stretch.breaks:
            shown.part(stretch.breaks)
        elif stretch.element.number in selection.shown:
            shown.stretch(stretch)
    return shown


_BLANKS = " \t\n\r\f"
_UNEVEN = re.compile(r"[ \t\n\r\f]{2}|&")
_OTHER_BLANK = re.compile(r"[\t\n\r\f]")
_PIECE = re.compile(rf"[^ \t\n\r\f&]+(?: [^ \t\n\r\f&]+)*|[ \t\n\r\f]+|{ENTITY}|&")
_RANK: Mapping[str, int] = {"": 0, "blank": 1, "line": 2, "block": 3, "cell": 4, "row": 5}
_WRITTEN: Mapping[str, str] = {"blank": " ", "line": "\n", "block": "\n\n", "cell": "\t", "row": "\n\n"}
_WIDEST_CELL = 80  # a longer cell is a column of the layout


class _Shown:
    """The text of a page while it is put together: blanks run into one, and elements part lines, paragraphs and cells."""

    def __init__(self, source: str) -> None:
        self.pieces = Pieces(source)
        self.stamped: list[int] = []  # where the words of `time` elements begin in the source
        self._source = source
        self._parted: Break | Literal["blank"] = ""
        self._blank_at = 0
        self._end = 0
        self._line = 0

    def part(self, breaks: Break) -> None:
        """Part what follows from what stands before; the strongest of several breaks wins, and two lines make a paragraph."""
        if breaks == "line" == self._parted:
            self._parted = "block"
        elif _RANK[breaks] > _RANK[self._parted]:
            self._parted = breaks

    def stretch(self, stretch: Stretch) -> None:
        if stretch.element.name == "time":
            self.stamped.append(stretch.start)
        self.text(stretch.start, stretch.end)

    def text(self, start: int, end: int) -> None:
        raw = self._source[start:end]
        body = raw.strip(_BLANKS)
        first = start + len(raw) - len(raw.lstrip(_BLANKS)) if body else start
        if first > start or not body:
            self._blank(start)
        if _UNEVEN.search(body):
            for match in _PIECE.finditer(self._source, first, first + len(body)):
                self._piece(match)
        elif body:
            self._put(_OTHER_BLANK.sub(" ", body), first, first + len(body))
        if body and first + len(body) < end:
            self._blank(first + len(body))

    def _piece(self, match: re.Match[str]) -> None:
        text = unescape(match[0]) if match[0][0] == "&" else match[0]
        if text[0] in _BLANKS:
            self._blank(match.start())
        else:
            self._put(text, match.start(), match.end())

    def _blank(self, at: int) -> None:
        if not self._parted:
            self._parted, self._blank_at = "blank", at

    def _put(self, text: str, start: int, end: int) -> None:
        self._part_here()
        self.pieces.put(text, start, end)
        self._end = end

    def _part_here(self) -> None:
        parted, self._parted = self._parted, ""
        if not parted or not self.pieces.size:
            return
        if parted == "blank":
            self.pieces.put(" ", self._blank_at, self._blank_at + 1)
            return
        if parted == "cell" and self.pieces.size - self._line > _WIDEST_CELL:
            parted = "block"
        self.pieces.put(_WRITTEN[parted], self._end, self._end)
        self._line = self._line if parted == "cell" else self.pieces.size
