"""Markdown: the words that a reader of the rendered page would see, each with its exact place in the source.

What is read: front matter (title, date, language, outlet), headings, paragraphs, lists, quotations, tables, and within them what
`markdown_inline` reads. What is not: code blocks between fences, link definitions, HTML comments and scripts; indented code is
read as text, because lists are indented too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Place
from factspec.readers.decoding import decode
from factspec.readers.extract import Extract
from factspec.readers.front_matter import front_matter
from factspec.readers.markdown_blocks import read_blocks
from factspec.readers.markdown_inline import inline_edits
from factspec.readers.tracing import Edit, Traced

__all__ = ["read_markdown"]


def read_markdown(path: str, data: bytes) -> Article:
    """The article in the bytes of a Markdown file."""
    decoded = decode(path, data)
    spoken = Traced(decoded.text).edited(_silent(decoded.text))
    matter = front_matter(spoken.text)
    blocks = read_blocks(spoken.text, matter.end, matter.title)
    made = blocks.pieces.traced()
    text = Traced(made.text, made.origin.through(spoken.origin))
    lines = Article(path, "", decoded.text)
    doubts = (
        Problem("FS152", f"front matter: {fault}", Place(path, *lines.position(spoken.origin(at))), warning=True)
        for at, fault in matter.faults
    )
    return Extract(
        path,
        decoded.text,
        text.edited(inline_edits(text.text)),
        dateline=matter.dateline,
        headline=spoken.origin.span(*blocks.headline) if blocks.headline else None,
        language=matter.language,
        outlet=matter.outlet,
        problems=(*decoded.problems, *doubts),
    ).article()


_SILENT = re.compile(r"<!--|<(script|style|iframe)\b", re.IGNORECASE)
_SILENT_ENDS = {
    "": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "iframe": re.compile(r"</iframe\s*>", re.IGNORECASE),
}


def _silent(source: str) -> Iterator[Edit]:
    """Cuts out comments and scripts; one that never ends is text."""
    at, endless = 0, set()
    while match := _SILENT.search(source, at):
        at, name = match.end(), (match[1] or "").lower()
        end = None if name in endless else _SILENT_ENDS[name].search(source, at)
        if end:
            yield Edit(match.start(), end.end())
            at = end.end()
        else:
            endless.add(name)
