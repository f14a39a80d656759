"""What an article says regardless of any spec: its outline and its mentions, each found once and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress

from factspec.article import Article
from factspec.language.cues import CUE_WORDS, Cue, cues
from factspec.language.numerals import numeral
from factspec.language.outline import Outline
from factspec.model import DateMention, NameMention, QuantityMention, QuotationMention, Span
from factspec.recognisers.dates import find_dates
from factspec.recognisers.names import find_names
from factspec.recognisers.quantities import find_quantities
from factspec.recognisers.quotations import find_quotations

__all__ = ["Reading"]


class Reading:
    """What an article says regardless of any spec: its outline, and its mentions paragraph by paragraph, each found once."""

    def __init__(self, article: Article, outline: Outline | None = None) -> None:
        self.article = article
        self.outline = outline or Outline(article.text)
        self._dates: dict[Span, list[DateMention]] = {}
        self._quantities: dict[Span, list[QuantityMention]] = {}
        self._names: dict[Span, list[NameMention]] = {}
        self._whole: dict[int, list[NameMention]] = {}  # last word → …
        self._cues: dict[int, list[Cue]] = {}

    def dates(self, sentence: int) -> list[DateMention]:
        """The dates of a sentence, read with the article's dateline and with the earlier dates of its paragraph."""
        paragraph = self.outline.paragraph(sentence)
        found = self._dates.get(paragraph)
        if found is None:
            day = self.article.dateline.day if self.article.dateline else None
            found = self._dates[paragraph] = find_dates(self.article.text, day, paragraph.start, paragraph.end)
        return _inside(found, self.outline.sentence(sentence))

    def quantities(self, sentence: int) -> list[QuantityMention]:
        """The figures of a sentence that are not part of a date."""
        span = self.outline.sentence(sentence)
        found = self._quantities.get(span)
        if found is None:
            figures = find_quantities(self.article.text, span.start, span.end)
            dates = self.dates(sentence) if figures else []
            found = self._quantities[span] = [
                q for q in figures if not any(_is_part_of(q, d) and not _is_duration(q, d, self.article.text) for d in dates)
            ]
        return found

    def names(self, sentence: int) -> list[NameMention]:
        """The proper names of a sentence."""
        span = self.outline.sentence(sentence)
        found = self._names.get(span)
        if found is None:
            found = self._names[span] = find_names(self.article.text, span.start, span.end)
        return found

    def whole_names(self, word: int) -> list[NameMention]:
        """The names of several words that end in a word."""
        found = self._whole.get(word)
        if found is None:
            start, end = self.outline.words.starts[word], self.outline.words.ends[word]
            names = self.names(self.outline.sentence_of(word))
            found = self._whole[word] = [n for n in names if n.start < start and n.end == end and " " in n.name]
        return found

    @cached_property
    def capitalised(self) -> Mapping[str, Sequence[int]]:
        """The distinct folded words that are written with a capital somewhere, in text order, with their numbers there."""
        found, places = self.outline.words, dict[str, list[int]]()
        capitals = map(str.isupper, map(self.article.text.__getitem__, found.starts))
        for at in compress(range(len(found)), capitals):
            places.setdefault(found.words[at], []).append(at)
        return places

    def places_of(self, word: str) -> Sequence[int]:
        """The word numbers at which a folded word occurs with a capital."""
        return self.capitalised.get(word, ())

    @cached_property
    def parts_of_wholes(self) -> frozenset[tuple[float | None, float | None]]:
        """The pairs of numerals that say how many there are of how many: "three out of four", "38 of the 81"."""
        return frozenset((numeral(part), numeral(whole)) for part, whole in _OUT_OF.findall(self.article.text.lower()))

    @cached_property
    def quotations(self) -> list[QuotationMention]:
        """The quotations of the whole article."""
        return find_quotations(self.article.text)

    def cues(self, sentence: int) -> list[Cue]:
        """What takes back or weakens a statement in a sentence."""
        found = self._cues.get(sentence)
        if found is None:
            found = self._cues[sentence] = self._find_cues(sentence)
        return found

    def _find_cues(self, sentence: int) -> list[Cue]:
        first, last = self.outline.word_range(sentence)
        if not CUE_WORDS.isdisjoint(self.outline.words.words[first:last]):
            return cues(self.article.text, self.outline.sentence(sentence))
        return []


_OUT_OF = re.compile(r"\b(\w+) (?:out of|of the|of its|of their) (\w+)\b")


def _is_part_of(quantity: QuantityMention, date: DateMention) -> bool:
    """Whether a figure is the figure of a date; a rate is none: "48 million euros a year from 2028"."""
    if quantity.start < date.start and "/" in quantity.value.unit:
        return False
    return date.start < quantity.end and quantity.start < date.end


def _is_duration(figure: QuantityMention, found: DateMention, text: str) -> bool:
    """Whether a figure within a date is a length of time all the same: "for the past three weeks", not "three weeks ago"."""
    last = text[found.start : found.end].rsplit(None, 1)[-1].lower()
    return figure.value.unit in _TIMES and last not in ("ago", "earlier", "later")


_TIMES = frozenset(("s", "min", "hour", "day", "week", "month", "year"))


def _inside(mentions: list[DateMention], span: Span) -> list[DateMention]:
    return [m for m in mentions if span.start <= m.start < span.end]
