"""The date of publication that a page's markup states, from the most trusted place to the least.

What is read: JSON-LD, meta elements, microdata, `time` elements and, as a mere hint, a date in the page's canonical address.
What is not: dates of change, the words of the text (see `dateline`), and what a script would fill in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from factspec.model import Dateline
from factspec.readers.markup import Page
from factspec.readers.stamps import stamp_at

__all__ = ["Doubt", "PageDate", "linked_data", "page_date"]

# Names of meta elements, under `property`, `name` or `itemprop`, from the most exact to the vaguest.
_NAMES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.created", "dcterms.date", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "publication_date", "publish_date"),
    *("publish-date", "publishdate", "pubdate", "article_date_original", "date"),
)
_DEPTH = 16  # nested deeper, JSON-LD describes something else than the page


@dataclass(frozen=True, slots=True)
class Doubt:
    """A date that the page states and that cannot be, with its offset in the source."""

    at: int
    message: str


@dataclass(frozen=True, slots=True)
class PageDate:
    """The dateline that the markup states, if any, and what it states that cannot be."""

    dateline: Dateline | None
    faults: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A value that should be a date, where it stands, and whether it merely hints at the day of publication."""

    value: str
    at: int
    source: str
    guessed: bool = False


def page_date(page: Page, shown: frozenset[int]) -> PageDate:
    """The first of the page's dates that is one, in the order of trust; `shown` are the numbers of the article's elements."""
    faults: list[Doubt] = []
    for claims in _CLAIMS:
        for claim in claims(page, shown):
            stamp = stamp_at(unescape(claim.value).strip())
            if stamp and stamp.day:
                return PageDate(stamp.dateline(guessed=claim.guessed), tuple(faults))
            if stamp:
                faults.append(Doubt(claim.at, f"{claim.source}: {stamp.fault}"))
    return PageDate(None, tuple(faults))


def _linked_data(page: Page, _: frozenset[int]) -> Iterator[_Claim]:
    """`datePublished` of JSON-LD, that of an article before that of a page or of something nameless; a site has its own."""
    found = []
    for at, node in linked_data(page):
        value, kind = node.get("datePublished"), str(node.get("@type") or "WebPage")
        if isinstance(value, str) and (_ARTICLE_TYPE.search(kind) or "WebPage" in kind):
            found.append((not _ARTICLE_TYPE.search(kind), _Claim(value, at, "JSON-LD datePublished")))
    yield from (claim for _, claim in sorted(found, key=lambda each: each[0]))


_ARTICLE_TYPE = re.compile(r"Article|Report|Posting|Review")


def linked_data(page: Page) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Each object of the page's JSON-LD, however deep, with the offset of its script."""
    for tag, span in page.raw:
        if tag.get("type").strip().lower() == "application/ld+json":
            yield from ((span.start, node) for node in _objects(_json(page.source[span.start : span.end]), 0))


def _objects(node: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        if isinstance(each, list | dict):
            yield from _objects(each, depth + 1)


def _json(text: str) -> object:
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _metas(page: Page, _: frozenset[int]) -> Iterator[_Claim]:
    found = []
    for tag in page.tags:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop")).strip().lower()
        if tag.token.name == "meta" and name in _NAMES and tag.get("content"):
            found.append((_NAMES.index(name), _Claim(tag.get("content"), tag.token.start, f"meta {name}")))
    yield from (claim for _, claim in sorted(found, key=lambda each: each[0]))


def _microdata(page: Page, _: frozenset[int]) -> Iterator[_Claim]:
    for tag in page.tags:
        if tag.get("itemprop").lower() == "datepublished":
            yield _Claim(tag.get("content") or tag.get("datetime"), tag.token.start, "itemprop datePublished")


def _times(page: Page, shown: frozenset[int]) -> Iterator[_Claim]:
    """`time` elements of the article; one that is not marked as its publication is a guess."""
    times = [each for each in page.elements if each.name == "time" and each.number in shown]
    for each in (*(each for each in times if "pubdate" in each.tag.attributes), *times):
        yield _Claim(each.tag.get("datetime"), each.start, "time", guessed="pubdate" not in each.tag.attributes)


_DATED_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")


def _address(page: Page, _: frozenset[int]) -> Iterator[_Claim]:
    for tag in page.tags:
        canonical = tag.get("rel").lower() == "canonical" or tag.get("property").lower() == "og:url"
        match = _DATED_ADDRESS.search(tag.get("href") or tag.get("content")) if canonical else None
        if match:
            yield _Claim("-".join(match.groups()), tag.token.start, "canonical address", guessed=True)


_CLAIMS: tuple[Callable[[Page, frozenset[int]], Iterator[_Claim]], ...] = (_linked_data, _metas, _microdata, _times, _address)
