"""What of an article is checkable: its dates, figures, names and quotations, each mention with what makes it the same value.

What is read: the mentions that the recognisers find. What is not: facts, and whether a value is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from factspec.article import Article
from factspec.binding.reading import Reading
from factspec.fields.days import said
from factspec.kinds.figure import say_figure
from factspec.language.folding import words
from factspec.language.persons import looks_like_person
from factspec.model import DateMention, Figure, NameMention, QuantityMention, Span

__all__ = ["Seen", "Sort", "checkable"]


class Sort(StrEnum):
    """What a value is, by the recogniser that finds it."""

    DATE = "date"
    FIGURE = "figure"
    NAME = "name"
    QUOTATION = "quotation"


class Seen(NamedTuple):
    """A mention: where it stands in the text, what makes it the same value as another, and how that is said."""

    sort: Sort
    span: Span
    key: tuple[object, ...]
    meaning: str


LONGEST_PERIOD = 366  # days: a decade is no date that could be checked
SHORTEST_QUOTATION = 3  # words: fewer are marks of distance rather than somebody's words


def checkable(article: Article) -> list[Seen]:
    """The checkable mentions of an article in text order."""
    return list(_as_full_names(_without_nested(_all_mentions(article))))


def _all_mentions(article: Article) -> Iterator[Seen]:
    reading = Reading(article)
    for sentence in reading.outline.every_sentence():
        yield from (_date(date) for date in reading.dates(sentence) if _is_checkable_date(date))
        yield from (_figure(article.text, figure) for figure in reading.quantities(sentence) if _is_checkable_figure(figure))
        yield from map(_name, reading.names(sentence))
    for quotation in reading.quotations:
        said_words = tuple(w for part in quotation.parts for w in words(article.text[part.start : part.end]).words)
        if len(said_words) >= SHORTEST_QUOTATION:
            yield Seen(Sort.QUOTATION, Span(quotation.start, quotation.end), said_words, "")


def _is_checkable_date(date: DateMention) -> bool:
    """Whether a date means a year at most in one of its readings."""
    return any((reading.last - reading.first).days < LONGEST_PERIOD for reading in date.readings)


def _date(date: DateMention) -> Seen:
    meaning = " or ".join(said(reading) for reading in date.readings[:2])
    return Seen(Sort.DATE, Span(date.start, date.end), (date.readings, date.relation), f"{date.relation} {meaning}".strip())


def _is_checkable_figure(figure: QuantityMention) -> bool:
    """Whether a figure says how much: "dozens", "first" and "twice" hardly do, and "one" alone is often a pronoun."""
    if figure.form in ("vague", "ordinal", "times"):
        return False
    return figure.form != "cardinal" or bool(figure.value.unit) or (figure.value.low, figure.value.high) != (1, 1)


def _figure(text: str, figure: QuantityMention) -> Seen:
    """A bare figure is the same as another only where it counts the same: "24 dead" is not "24 houses"."""
    counted = words(text[figure.end : figure.end + _COUNTED]).words[:1]
    key = (figure.value, figure.form, "" if figure.value.unit else "".join(counted))
    return Seen(Sort.FIGURE, Span(figure.start, figure.end), key, say_figure(Figure(figure.value)))


_COUNTED = 30


def _name(name: NameMention) -> Seen:
    return Seen(Sort.NAME, Span(name.start, name.end), tuple(words(name.name).words), name.name)


def _without_nested(mentions: Iterable[Seen]) -> list[Seen]:
    """The mentions in text order, without those that lie in a longer one: "370" in "Flight 370".

    A quotation takes nothing from what stands in it.
    """
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.sort))
    kept: list[Seen] = []
    end = -1
    for one in ordered:
        if one.sort is Sort.QUOTATION:
            kept.append(one)
        elif one.span.start >= end:
            kept.append(one)
            end = one.span.end
    return kept


def _as_full_names(mentions: list[Seen]) -> Iterator[Seen]:
    """The mentions; a person's bare surname is the same value as the full name that the article has too."""
    whole: dict[tuple[object, ...], Seen] = {}
    for one in mentions:
        if one.sort is Sort.NAME and " " in one.meaning and looks_like_person(one.meaning):
            for at in range(1, len(one.key)):
                whole.setdefault(one.key[at:], one)
    for one in mentions:
        full = whole.get(one.key) if one.sort is Sort.NAME else None
        yield one._replace(key=full.key, meaning=full.meaning) if full else one
