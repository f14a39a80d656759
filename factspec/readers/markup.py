"""HTML as a tree of elements over stretches of the source, each with its exact offsets.

What is read: tags, attributes and the nesting that browsers would make of them, for any input at all and in time that grows with
its length. What is not: scripts and styles, misnested formatting, and nesting deeper than 512 elements. The standard library's
parser is not used: it takes the square of the length for some malformed pages and does not say where a tag ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Literal, NamedTuple

from factspec.language.lexicon import listed
from factspec.model import Span

__all__ = [
    "BLOCKS",
    "ENTITY",
    "LANGUAGE_TAG",
    "Break",
    "Element",
    "Page",
    "Stretch",
    "Tag",
    "Token",
    "attribute_spans",
    "is_hidden",
    "parse",
    "tokens",
]

BLOCKS = listed(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul"
)
"""Elements that part paragraphs; all others stand within a line."""

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
"""A character reference, whether or not there is such a character."""

LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
"""The code of a language, with a country or a script behind it."""

_VOID = listed("area base br col embed frame hr img input link meta param source track wbr")
_RAW = listed("script style textarea title xmp iframe noembed noframes noscript template svg math")
_INLINE_ELEMENTS = listed(
    "button select option optgroup object audio video canvas time label legend"
)  # kept in the tree all the same
_TRANSPARENT = listed("html head body")
_DEEPEST = 512

# An opening tag closes what cannot hold it: tag → (what it closes, what stops the search).
_LIST, _TABLE = listed("ul ol menu dl td th section article"), listed("table")
_CLOSED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (listed("li"), _LIST),
    "dt": (listed("dt dd"), _LIST),
    "dd": (listed("dt dd"), _LIST),
    "td": (listed("td th"), _TABLE),
    "th": (listed("td th"), _TABLE),
    "tr": (listed("tr td th"), _TABLE),
    "tbody": (listed("thead tbody tfoot tr td th"), _TABLE),
    "tfoot": (listed("thead tbody tfoot tr td th"), _TABLE),
}
_CELLS = listed("td th caption")
_TABLE_PARTS = listed("td th tr tbody thead tfoot table caption")

# Quotation marks count only behind "=", as in every browser: a stray apostrophe in a tag swallows nothing.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*\"|'[^']*')?+)*+>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")


class Token(NamedTuple):
    """A piece of the source; "raw" is what a script, a title or the like holds; names are in lower case."""

    kind: Literal["text", "raw", "open", "close"]
    name: str
    start: int
    end: int


def tokens(source: str) -> Iterator[Token]:
    """The pieces of a page in order; comments and declarations are passed over, an unfinished tag ends the page."""
    at, size = 0, len(source)
    endless: set[str] = set()
    while at < size:
        less = source.find("<", at)
        less = size if less < 0 else less
        match = _TAG.match(source, less)
        end, text_end = (match.end(), less) if match else _no_tag(source, less)
        if text_end > at:
            yield Token("text", "", at, text_end)
        at = end
        if not match:
            continue
        name = match[2].lower()
        yield Token("close" if match[1] else "open", name, less, at)
        if name in _RAW and not match[1] and name not in endless and source[at - 2] != "/":
            at = _end_of_raw(source, name, at)
            yield Token("raw", name, match.end(), at)
            if at == match.end():
                endless.add(name)


def _no_tag(source: str, less: int) -> tuple[int, int]:
    """Where what begins at a "<" that opens no tag ends, and where the text before it ends; both behind a "<" that is text."""
    if source.startswith("<!--", less):
        return _behind(source, "-->", less + 2), less
    if source.startswith("<![CDATA[", less):
        return _behind(source, "]]>", less), less
    following = source[less + 1 : less + 2]
    if following in {"!", "?", "/"} and following:
        return _behind(source, ">", less), less
    if following.isalpha() and following.isascii():
        return len(source), less
    return min(less + 1, len(source)), min(less + 1, len(source))


def _behind(source: str, mark: str, start: int) -> int:
    end = source.find(mark, start)
    return end + len(mark) if end >= 0 else len(source)


_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


def _end_of_raw(source: str, name: str, start: int) -> int:
    match = _RAW_ENDS[name].search(source, start)
    return match.start() if match else start


def attribute_spans(source: str, tag: Token) -> dict[str, Span]:
    """Where the values of an opening tag's attributes stand, by name in lower case; the first of two counts."""
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1):
        value = match.lastindex or 1
        found.setdefault(match[1].lower(), Span(*match.span(value)) if value > 1 else Span(match.end(), match.end()))
    return found


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag with its attributes, names in lower case and values unescaped."""

    token: Token
    attributes: Mapping[str, str]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass(slots=True, eq=False)
class Element:
    """An element of the tree. The counts are code points of the text that stands directly in it."""

    number: int
    parent: Element | None
    tag: Tag
    text: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0

    @property
    def name(self) -> str:
        return self.tag.token.name

    @property
    def start(self) -> int:
        return self.tag.token.start


Break = Literal["", "line", "block", "row", "cell"]


class Stretch(NamedTuple):
    """A stretch of text directly in an element, or, with `breaks`, an empty one that parts what stands around it."""

    element: Element
    start: int
    end: int
    breaks: Break = ""


@dataclass(slots=True)
class Page:
    """A parsed page. A parent stands before its children in `elements`; `stretches` are in the order of the source.

    `tags` are those that may state something about the page (meta, link, html, and any with `itemprop`); `raw` the content of
    scripts and titles with their tags.
    """

    source: str
    root: Element
    elements: list[Element]
    stretches: list[Stretch] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    raw: list[tuple[Tag, Span]] = field(default_factory=list)


def parse(source: str) -> Page:
    """The page in a source; never raises."""
    return _Builder(source).page


_STATING = listed("meta link html")
_INLINE_CLUE = re.compile(r"hidden|display|itemprop|screen-reader|sr-only", re.IGNORECASE)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only))(?:\s|$)")
_PROSE = listed("p blockquote pre")
_LONG = 60  # text outside paragraphs counts as prose from this length on


def is_hidden(tag: Tag) -> bool:
    """Whether a browser would not show an element."""
    return (
        "hidden" in tag.attributes
        or tag.get("aria-hidden").lower() == "true"
        or bool(_HIDING_STYLE.search(tag.get("style")))
        or bool(_HIDING_CLASS.search(tag.get("class")))
    )


class _Builder:
    """The tree while it grows."""

    def __init__(self, source: str) -> None:
        root = Element(0, None, Tag(Token("open", "body", 0, 0), {}))
        self.page = Page(source, root, [root])
        self._stack = [root]
        self._open: Counter[str] = Counter()
        self._linked = False
        self._tag = root.tag
        for token in tokens(source):
            _STEPS[token.kind](self, token)

    def text(self, token: Token) -> None:
        element = self._stack[-1]
        size = len(self.page.source[token.start : token.end].strip())
        element.text += size
        if self._linked:
            element.linked += size
        if any(map(self._open.__getitem__, _PROSE)) or (size >= _LONG and not self._linked):
            element.prose += size
        self.page.stretches.append(Stretch(element, token.start, token.end))

    def raw(self, token: Token) -> None:
        self.page.raw.append((self._tag, Span(token.start, token.end)))

    def open(self, token: Token) -> None:
        name = token.name
        if name == "a":
            self._linked = True
            self._stack[-1].links += 1
        elif name in BLOCKS:
            self._make_room(name)
        inline = name not in BLOCKS and name not in _INLINE_ELEMENTS and name not in _STATING and name not in _RAW
        if inline and not self._open[name] and not _INLINE_CLUE.search(self.page.source, token.start, token.end):
            if name == "br":
                self._break(token, "line")
            return
        self._open_with_attributes(token)

    def _open_with_attributes(self, token: Token) -> None:
        source, name = self.page.source, token.name
        values = {key: unescape(source[a:b]) for key, (a, b) in attribute_spans(source, token).items()}
        self._tag = tag = Tag(token, values)
        if name in _STATING or "itemprop" in values:
            self.page.tags.append(tag)
        if name in _VOID or name in _TRANSPARENT or name in _RAW:
            if name in BLOCKS:
                self._break(token, "block")
        elif name in BLOCKS or name in _INLINE_ELEMENTS or self._open[name] or is_hidden(tag):
            self._push(tag)

    def _push(self, tag: Tag) -> None:
        name = tag.token.name
        self._break(tag.token, _breaks(name))
        if len(self._stack) >= _DEEPEST:
            return
        element = Element(len(self.page.elements), self._stack[-1], tag)
        self.page.elements.append(element)
        self._stack.append(element)
        self._open[name] += 1

    def close(self, token: Token) -> None:
        name = token.name
        if name == "a":
            self._linked = False
        elif self._open[name]:
            self._close_nearest(name)
        if name not in {"td", "th"}:
            self._break(token, _breaks(name))

    def _close_nearest(self, name: str) -> None:
        for depth in range(len(self._stack) - 1, 0, -1):
            other = self._stack[depth].name
            if other == name:
                self._pop_to(depth)
                return
            if (other in _CELLS and name not in _TABLE_PARTS) or (other in BLOCKS and name not in BLOCKS):
                return

    def _make_room(self, name: str) -> None:
        """Close what an opening block cannot stand in: a paragraph always, and its own like in lists and tables."""
        closes, stops = _CLOSED_BY.get(name, (frozenset(), frozenset()))
        found = 0
        for depth in range(len(self._stack) - 1, 0, -1):
            other = self._stack[depth].name
            if other in stops:
                break
            if other == "p" or other in closes:
                found = depth
            elif not closes and other in BLOCKS:
                break
        if found:
            self._pop_to(found)

    def _pop_to(self, depth: int) -> None:
        for element in self._stack[depth:]:
            self._open[element.name] -= 1
        del self._stack[depth:]

    def _break(self, token: Token, breaks: Break) -> None:
        if breaks:
            self.page.stretches.append(Stretch(self._stack[-1], token.start, token.start, breaks))


_STEPS = {"text": _Builder.text, "raw": _Builder.raw, "open": _Builder.open, "close": _Builder.close}


def _breaks(name: str) -> Break:
    if name in {"td", "th"}:
        return "cell"
    if name == "tr":
        return "row"
    return "block" if name in BLOCKS else ""
