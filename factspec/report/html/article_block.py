"""Everything the report knows of one article, in three sizes, so that the largest report can leave out the least important.

What is read: an article with its findings. What is not: the other articles, and how much room there is (see `budget`).

Offsets in a block are UTF-16 units of its text, which are what a script counts in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factspec.article import Article
from factspec.language.sentences import sentences
from factspec.model import Evidence, Figure, Finding, Quantity, Span
from factspec.recognisers.quantities import find_quantities, parse_quantity
from factspec.report.html.cautions import cautions
from factspec.report.html.cells import NOTEWORTHY, letter
from factspec.report.html.safe import as_json, shown
from factspec.report.html.strings import Strings
from factspec.report.html.wording import change, correction

__all__ = ["Block", "block", "figure"]

PLACES = 12  # so many places of a finding are marked in the text
EXCERPT = 300  # code points around the evidence where the text itself is left out
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_BLANK = re.compile(r"\n\s*\n")
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")

Row = tuple[int, Finding]


class Block:
    """An article's part of the page: `sizes` is its JSON with nothing but what needs a look, with the text, and with all."""

    __slots__ = ("sizes",)

    def __init__(self, small: str, middle: str, whole: str) -> None:
        self.sizes = ("", small, middle, whole)


def block(article: Article | None, findings: Sequence[Row], usual: Mapping[int, str], strings: Strings) -> Block:
    """The block of an article; `findings` with the numbers of their facts, `usual` the reason that need not be repeated."""
    page = _Page(article, strings)
    told = {
        number: page.entry(finding)
        for number, finding in findings
        if finding.evidence or letter(finding) in NOTEWORTHY or usual.get(number) != finding.reason
    }
    graves = {number: finding for number, finding in findings if letter(finding) in NOTEWORTHY}
    text = {"t": page.text, "p": list(page.paragraphs())} if article else {}
    small = {number: page.without_text(told[number], finding) for number, finding in graves.items()}
    middle = {number: entry if number in graves else _without(entry, "y") for number, entry in told.items()}
    return Block(as_json({"f": small}), as_json({**text, "f": middle}), as_json({**text, "f": told}))


def figure(quantity: Quantity, unit: str) -> float | None:
    """The number that a chart shows; None for another unit than the chart's."""
    return None if quantity.unit != unit else (quantity.low if abs(quantity.low) != float("inf") else quantity.high)


class _Page:
    """An article's text as the script counts it."""

    def __init__(self, article: Article | None, strings: Strings) -> None:
        self._article, self._strings = article, strings
        self.text = shown(article.text) if article else ""
        self._astral = [match.start() for match in _ASTRAL.finditer(self.text)]
        self._sentences: list[Span] | None = None

    def paragraphs(self) -> Iterator[int]:
        """Start, end and line number of each paragraph, one after the other in one list."""
        if self._article is None:
            return
        for match in _PARAGRAPH.finditer(self.text):
            line, _ = self._article.position(self._article.origin(match.start()))
            yield from (self._unit(match.start()), self._unit(match.end()), line)

    def entry(self, finding: Finding) -> dict[str, Any]:
        """What is told of a finding; a key that would hold nothing is not there."""
        short = self._strings.short
        places = [self._span(place) for place in finding.evidence[:PLACES]] if self._article else []
        said = shown(finding.found)
        entry: dict[str, Any] = {
            "g": said if not places or said != self.text[slice(*places[0])] else "",
            "r": short(shown(finding.reason)),
            "y": [short(shown(step)) for step in finding.derivation],
            "n": _number(finding),
            "e": [self._unit(offset) for place in places for offset in place],
        }
        if finding.evidence:
            entry["l"] = [finding.evidence[0].line, finding.evidence[0].column]
        if letter(finding) in NOTEWORTHY:
            before, _, after = self._excerpt(places[0]) if places else ("", "", "")
            entry |= {"d": short(shown(change(finding))), "k": short(shown(correction(finding, before, after)))}
            entry["h"] = [shown(caution) for caution in cautions(finding, before, after)]
            around = (*self._sentence(places[0]), *self._neighbours(places[0])) if places else ()
            entry["s"] = [self._unit(offset) for offset in around]
        return {key: value for key, value in entry.items() if value not in ("", [], None)}

    def without_text(self, entry: Mapping[str, Any], finding: Finding) -> dict[str, Any]:
        """The same with its sentence in place of offsets."""
        excerpt = {"x": self._excerpt(self._span(finding.evidence[0]))} if self._article and finding.evidence else {}
        return _without(entry, "e", "s") | excerpt

    def _span(self, place: Evidence) -> Span:
        """Where the words of a place stand in the text that is shown."""
        if self._article is None:
            return Span(0, 0)
        start = min(self._article.origin.where(place.start), len(self.text))
        return Span(start, min(start + len(place.text), len(self.text)))

    def _sentence(self, place: Span) -> Span:
        """The sentence around a place."""
        _, around, _ = self._with_its_neighbours(place)
        return Span(min(around.start, place.start), max(around.end, place.end))

    def _neighbours(self, place: Span) -> Span:
        """From the sentence before a place to the sentence behind it, as far as they stand in its paragraph."""
        first, around, last = self._with_its_neighbours(place)
        start = around.start if _BLANK.search(self.text, first.start, around.start) else first.start
        end = around.end if _BLANK.search(self.text, around.end, last.end) else last.end
        return Span(min(start, place.start), max(end, place.end))

    def _with_its_neighbours(self, place: Span) -> tuple[Span, Span, Span]:
        """The sentence before a place, the one around it and the one behind it; itself where there is none."""
        if self._sentences is None:
            self._sentences = sentences(self.text)
        number = bisect_right(self._sentences, place.start, key=lambda each: each.start) - 1
        if number < 0:
            return place, place, place
        held = self._sentences
        return held[max(0, number - 1)], held[number], held[min(len(held) - 1, number + 1)]

    def _excerpt(self, place: Span) -> list[str]:
        around = self._sentence(place)
        start, end = max(around.start, place.start - EXCERPT), min(around.end, place.end + EXCERPT)
        return [self.text[start : place.start], self.text[place.start : place.end], self.text[place.end : end]]

    def _unit(self, offset: int) -> int:
        """The offset in UTF-16 units: an emoji takes two."""
        return offset + (bisect_right(self._astral, offset - 1) if self._astral else 0)


def _without(entry: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


def _number(finding: Finding) -> float | None:
    """The figure that an article gives, for the chart of a fact with a history."""
    value = finding.fact.value
    if not finding.fact.history or not isinstance(value, Figure) or not finding.evidence:
        return None
    words = finding.evidence[0].text
    found = find_quantities(words)
    stated = found[0].value if found else parse_quantity(words)  # the latter for "One", which a sentence may mean otherwise
    return figure(stated, value.stated.unit) if stated else None
