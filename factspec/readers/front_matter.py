"""Front matter: the `key: value` lines between two `---` (or `+++`) at the top of a Markdown file.

What is read: title, date, language and outlet, written plainly at the left margin. What is not: lists, nested values and
everything else that YAML and TOML can say; a front matter that is broken there is still read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factspec.model import Dateline, Span
from factspec.readers.markup import LANGUAGE_TAG
from factspec.readers.outlets import named_outlet
from factspec.readers.stamps import stamp_at

__all__ = ["Matter", "front_matter"]

_FRONT = re.compile(r"\s*(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_-]+)[ \t]*[:=]([^\r\n]*)", re.MULTILINE)
_DATES = ("datepublished", "published_at", "published", "publishdate", "pubdate", "date")
_TITLES = ("title", "headline")
_OUTLETS = ("outlet", "publication", "publisher", "newspaper", "source")
_LANGUAGES = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class Matter:
    """What the front matter states, and where the text begins behind it; title and faults by their place."""

    end: int = 0
    dateline: Dateline | None = None
    title: Span | None = None
    language: str = "en"
    outlet: str = ""
    faults: tuple[tuple[int, str], ...] = ()


def front_matter(text: str) -> Matter:
    """The front matter of a text; an empty one where there is none."""
    match = _FRONT.match(text)
    entries = {each[1].lower(): _value(each) for each in _ENTRY.finditer(text, *match.span("body"))} if match else {}
    if not match or not entries:
        return Matter()
    title, language, outlet, stated = (_first(entries, keys) for keys in (_TITLES, _LANGUAGES, _OUTLETS, _DATES))
    stamp = stamp_at(text, *stated) if stated else None
    tag = text[slice(*language)] if language else ""
    return Matter(
        match.end(),
        stamp.dateline() if stamp else None,
        title,
        tag if LANGUAGE_TAG.fullmatch(tag) else "en",
        named_outlet(text[slice(*outlet)]) if outlet else "",
        ((stamp.start, stamp.fault),) if stamp and stamp.fault else (),
    )


def _value(entry: re.Match[str]) -> Span:
    """The place of a value without blanks and quotation marks around it."""
    written = entry[2]
    value = written.strip()
    start = entry.start(2) + len(written) - len(written.lstrip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return Span(start + 1, start + len(value) - 1)
    return Span(start, start + len(value))


def _first(entries: dict[str, Span], keys: tuple[str, ...]) -> Span | None:
    return next((entries[key] for key in keys if key in entries and entries[key].end > entries[key].start), None)
