"""Where an article appeared: the newspaper, agency or site that a page's markup names.

What is read: the name of the site for sharing, and the publisher of JSON-LD. What is not: addresses, logos and the words of the
text; an agency's opening is read by `dateline`, front matter by `front_matter`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from factspec.readers.markup import Page
from factspec.readers.page_dates import linked_data

__all__ = ["named_outlet", "page_outlet"]

_LONGEST = 60  # a longer name is a slogan


def page_outlet(page: Page) -> str:
    """The outlet of a page, "" where it names none."""
    return next(filter(None, map(named_outlet, _names(page))), "")


def named_outlet(text: str) -> str:
    """A name on one line without brackets around it; "" where the text is an address, or too long for a name."""
    name = " ".join(text.split()).strip("()/")
    return name if len(name) <= _LONGEST and "://" not in name else ""


def _names(page: Page) -> Iterator[str]:
    for tag in page.tags:
        if tag.token.name == "meta" and (tag.get("property") or tag.get("name")).strip().lower() == "og:site_name":
            yield unescape(tag.get("content"))
    for _, node in linked_data(page):
        publisher = node.get("publisher")
        named = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(named, str):
            yield unescape(named)
