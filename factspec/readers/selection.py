"""Which elements of a page are the article: navigation, teasers, comments and the like are left out.

What is read: element names, roles, class names and ids, and how much prose and how many links an element holds. What is not: what
a browser would draw from style sheets, and what the words mean. A class name alone never removes an element that holds 45 % of
the page's prose: a page whose wrapper is called "share" is still read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from factspec.language.lexicon import listed
from factspec.model import Span
from factspec.readers.markup import Element, Page, is_hidden

__all__ = ["Selection", "select"]

_SHARE = 0.45
_TIGHT = 0.9  # a container within another is the better one if it still holds so much of its prose
_LINKED = 0.6
_HEADINGS = 8  # of first order; a page has one or two
_MANY_LINKS = 3

_NEVER = listed("nav aside menu dialog button select option optgroup object audio video canvas label legend textarea")
_ROLES = listed("navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist")
_UNLESS_WITHIN = {"form": frozenset[str](), "header": listed("article main"), "footer": listed("blockquote")}
_BOILERPLATE = listed(
    "nav navbar navigation menu sidebar footer siteheader pageheader globalheader masthead topbar comment comments disqus "
    "respond replies share sharing sharedaddy social related recommended recommendations recirc promo promos promotion "
    "promoted advert advertisement adverts ad ads adslot adsense banner cookie cookies consent gdpr newsletter subscribe "
    "subscription signup login breadcrumb breadcrumbs pagination pager pagenav popup modal overlay lightbox trending "
    "popular mostread mostpopular outbrain taboola sponsored sponsor tags taglist skip skiplink toolbar copyright "
    "readmore morestories teaser teasers carousel rail toc tooltip noprint donate donation"
)
_CONTENT = re.compile(
    r"(?<![A-Za-z])(?i:(?:article|story|post|entry|news|main|page)[-_]*(?:body|content|text|main))(?![a-z])"
    r"|(?<![A-Za-z])(?:body|content)[-_]+(?:text|body|main)(?![a-z])"
    r"|(?:Article|Story|Post|Entry)(?:Body|Content|Text)"
)
_LISTS = listed("ul ol dl div section table")
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]+(?:(?<=[A-Za-z]{4})\d{1,2})?(?![A-Za-z0-9])")  # "ad" in "css-1ad9f" says nothing
_HUMP = re.compile(r"[A-Z][a-z]{3,}|^[a-z]{4,}")


@dataclass(slots=True)
class _Weights:
    """What an element holds with all that it contains, one number for each element of the page."""

    text: list[int]
    linked: list[int]
    prose: list[int]
    links: list[int]


@dataclass(frozen=True, slots=True)
class Selection:
    """The numbers of the elements that are shown, and the source of the headline if the page marks one."""

    shown: frozenset[int]
    headline: Span | None


def select(page: Page, title: str) -> Selection:
    """The article's elements; `title` is what the page calls itself, "" if nothing: a heading that agrees is the headline."""
    gone = _gone(page, _is_no_text)
    weights = _weigh(page, gone)
    if not weights.prose[0]:
        weights.prose = weights.text
    kept = _headings(page, gone)
    least = _SHARE * weights.prose[0] or 1
    judged = _gone(page, lambda each: gone[each.number] or _is_boilerplate(each, weights, least, kept))
    left = _weigh(page, judged)
    container = _container(page, judged, left)
    headline = _headline(page, judged, container, title)
    shown = _below(page, container)
    if headline:
        shown |= _below(page, headline)
    shown = {number for number in shown if not judged[number]}
    return Selection(frozenset(shown), _source(page, headline, shown) if headline else None)


def _source(page: Page, element: Element, shown: set[int]) -> Span | None:
    """From the first to the last word of an element that is shown."""
    numbers = _below(page, element) & shown
    inside = [each for each in page.stretches if not each.breaks and each.element.number in numbers]
    return Span(inside[0].start, inside[-1].end) if inside else None


def _gone(page: Page, test: Callable[[Element], bool]) -> list[bool]:
    """For each element whether it or an element around it passes a test."""
    gone: list[bool] = []
    for element in page.elements:
        gone.append((element.parent is not None and gone[element.parent.number]) or test(element))
    return gone


def _weigh(page: Page, gone: list[bool]) -> _Weights:
    elements = page.elements
    found = _Weights(*([0] * len(elements) for _ in range(4)))
    for element in reversed(elements):
        number = element.number
        if gone[number]:
            continue
        found.text[number] += element.text
        found.linked[number] += element.linked
        found.prose[number] += element.prose
        found.links[number] += element.links
        if element.parent:
            for column in (found.text, found.linked, found.prose, found.links):
                column[element.parent.number] += column[number]
    return found


def _is_no_text(element: Element) -> bool:
    return element.name in _NEVER or element.tag.get("role").lower() in _ROLES or is_hidden(element.tag)


def _headings(page: Page, gone: list[bool]) -> set[int]:
    """The elements around a first-order heading, which their class name does not remove."""
    kept: set[int] = set()
    for element in page.elements:
        if element.name == "h1" and not gone[element.number]:
            around: Element | None = element
            while around and around.number not in kept:
                kept.add(around.number)
                around = around.parent
    return kept


def _is_boilerplate(element: Element, weights: _Weights, least: float, kept: set[int]) -> bool:
    number = element.number
    if weights.prose[number] >= least or number in kept or element.parent is None:
        return False
    if element.name in _UNLESS_WITHIN:
        return not _is_within(element, _UNLESS_WITHIN[element.name])
    return _is_named_so(element) or _is_link_list(element, weights)


def _is_within(element: Element, names: frozenset[str]) -> bool:
    around = element.parent
    while around and around.name not in names:
        around = around.parent
    return around is not None


def _is_named_so(element: Element) -> bool:
    names = f"{element.tag.get('class')} {element.tag.get('id')}"
    return any(map(_is_boilerplate_name, names.split()))


def _is_boilerplate_name(name: str) -> bool:
    """Whether a class or id is a word for boilerplate, or has one as a part: "site-footer", "relatedStories", "ad-slot"."""
    parts = _NAME.findall(name)
    words = {name.replace("-", "").replace("_", ""), *(part.rstrip("0123456789") for part in parts)}
    words.update(hump for part in parts for hump in _HUMP.findall(part))
    return not _BOILERPLATE.isdisjoint(word.lower() for word in words)


def _is_link_list(element: Element, weights: _Weights) -> bool:
    number = element.number
    many = weights.links[number] >= _MANY_LINKS
    return many and element.name in _LISTS and weights.linked[number] > _LINKED * weights.text[number]


def _container(page: Page, gone: list[bool], weights: _Weights) -> Element:
    """The element that holds the article: the article element, else the tightest one that is named like one, else the page."""
    least = _SHARE * weights.prose[0]
    fit = [each for each in page.elements if not gone[each.number] and weights.prose[each.number] >= max(least, 1)]
    articles = [each for each in fit if each.name == "article" or each.tag.get("role") == "article"]
    if articles:
        return articles[0]
    named = [each for each in fit if _is_named_content(each)]
    most = max((weights.prose[each.number] for each in named), default=0)
    tight = [each for each in named if weights.prose[each.number] >= _TIGHT * most]
    return tight[-1] if tight else page.root


def _is_named_content(element: Element) -> bool:
    tag = element.tag
    if element.name == "main" or tag.get("role") == "main" or tag.get("itemprop") == "articleBody":
        return True
    return bool(_CONTENT.search(f"{tag.get('class')} {tag.get('id')}"))


def _below(page: Page, container: Element) -> set[int]:
    """The numbers of an element and of all that it contains; it is followed by them."""
    found = {container.number}
    for element in page.elements[container.number + 1 :]:
        if element.parent is None or element.parent.number not in found:
            break
        found.add(element.number)
    return found


def _headline(page: Page, gone: list[bool], container: Element, title: str) -> Element | None:
    """The first heading of first order within the article; outside it, or of second order, one with which the title agrees."""
    inside = _below(page, container) if container.parent else set()
    first = _heading_texts(page, gone, "h1")
    for element, text in first:
        if text and (element.number in inside or not title or _agree(text, title)):
            return element
    return next((element for element, text in _heading_texts(page, gone, "h2") if text and _words(text) == _words(title)), None)


def _heading_texts(page: Page, gone: list[bool], name: str) -> list[tuple[Element, str]]:
    found = [each for each in page.elements if each.name == name and not gone[each.number]][:_HEADINGS]
    return [(each, _text_below(page, each)) for each in found]


def _text_below(page: Page, element: Element) -> str:
    numbers = _below(page, element)
    inside = (each for each in page.stretches if each.element.number in numbers and not each.breaks)
    return unescape(" ".join(page.source[each.start : each.end] for each in inside)).strip()


_TITLE_PART = re.compile(r"\s[|»·–—-]\s|\s*::\s*")


def _agree(heading: str, title: str) -> bool:
    """Whether a heading says what the title says before the name of the site."""
    words, others = _words(heading), _words(_TITLE_PART.split(title, maxsplit=1)[0])
    return bool(words) and len(words & others) * 2 >= min(len(words), len(others))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
