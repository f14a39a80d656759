"""Other libraries, each behind the call that factspec's own recogniser has, so that one rule scores them all.

An adapter gives a library what it can use (the day of publication, English) and reads its answer in the way that is best for
it: a month is a whole month where the library says that it meant one. None reaches a network or a model outside its package.
"""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Generic, TypeVar

from factspec.language.units import unit_of
from factspec.model import DateMention, DateRange, Quantity, QuantityMention, Span

__all__ = [
    "DATES", "NUMERALS", "QUANTITIES", "SENTENCES", "DateFinder", "NumeralReader", "Peer", "PeerMissingError", "QuantityFinder",
    "SentenceSplitter",
]  # fmt: skip

DateFinder = Callable[[str, date], Sequence[DateMention]]
QuantityFinder = Callable[[str], Sequence[QuantityMention]]
NumeralReader = Callable[[str], "float | None"]
SentenceSplitter = Callable[[str], Sequence[Span]]
T = TypeVar("T")


class PeerMissingError(Exception):
    """A library that is compared is not installed; the message is the command that installs it."""


@dataclass(frozen=True, slots=True)
class Peer(Generic[T]):
    """A library: what it is called in a table, its package, its licence, and how its adapter is made."""

    name: str
    package: str
    licence: str
    adapter: Callable[[], T]

    def load(self) -> T:
        try:
            return self.adapter()
        except ImportError as error:
            raise PeerMissingError(f"{self.name} is not installed: pip install {self.package}") from error

    @property
    def label(self) -> str:
        try:
            return f"{self.name} {version(self.package)}"
        except PackageNotFoundError:
            return self.name


# ---------------------------------------------------------------- dates


def _dateparser(strategy: str) -> DateFinder:
    from dateparser.search import search_dates

    def find(text: str, published: date) -> list[DateMention]:
        settings = {"RELATIVE_BASE": _noon(published), "PREFER_DATES_FROM": "current_period"}
        found = search_dates(text, languages=["en"], settings=settings, strategy=strategy, add_period=True) or []
        return list(_placed(text, ((words, _period(moment.date(), period)) for words, moment, period in found), "dateparser"))

    return find


def _placed(text: str, found: Iterator[tuple[str, DateRange]], rule: str) -> Iterator[DateMention]:
    """Mentions of words that came without offsets, each looked up behind the one before."""
    behind = 0
    for words, reading in found:
        start = text.find(words, behind)
        if start >= 0:
            behind = start + len(words)
            yield DateMention(start, behind, (reading,), rule)


def _parsedatetime() -> DateFinder:
    import parsedatetime

    constants = parsedatetime.Constants()
    constants.DOWParseStyle, constants.YearParseStyle = -1, 0  # news tells of the past: the last Friday, this year's March 3
    calendar = parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)

    def find(text: str, published: date) -> list[DateMention]:
        return [
            DateMention(start, end, (_period(moment.date(), grain),), "parsedatetime")
            for moment, context, start, end, _ in calendar.nlp(text, sourceTime=_noon(published)) or ()
            if (grain := _parsedatetime_grain(context))
        ]

    return find


def _parsedatetime_grain(context: Any) -> str | None:
    """The least unit of a date that the words named; None for a time of day."""
    units = ("day", "week", "month", "year")
    return next((unit for unit in units if context.accuracy & getattr(context, f"ACU_{unit.upper()}")), None)


def _datefinder() -> DateFinder:
    import datefinder

    def find(text: str, published: date) -> list[DateMention]:
        found = datefinder.extract(text, reference_dt=_noon(published))
        return [DateMention(one.start, one.end, (reading,), "datefinder") for one in found for reading in _datefinder_range(one)]

    return find


def _datefinder_range(match: Any) -> Iterator[DateRange]:
    """A year, month or day; a stretch ends before its end. A bare year is a year, though the library completes it from today."""
    value = match.value
    if match.kind == "interval":
        yield DateRange(value.start.date(), (value.end - timedelta.resolution).date())
    elif match.kind in {"absolute", "relative"}:
        moment = value.datetime_value if match.kind == "absolute" else value.resolved_datetime
        yield _period(moment.date(), "year" if "year_only_inference" in match.warnings else match.grain)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def _period(day: date, grain: str | None) -> DateRange:
    """The week, month or year that holds a day, or the day."""
    if grain == "year":
        return DateRange(day.replace(month=1, day=1), day.replace(month=12, day=31))
    if grain == "month":
        return DateRange(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    if grain == "week":
        monday = day - timedelta(day.weekday())
        return DateRange(monday, monday + timedelta(6))
    return DateRange(day, day)


# ---------------------------------------------------------------- quantities and numerals


def _quantulum() -> QuantityFinder:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it has no classifier, which would need scikit-learn and a model
        from quantulum3 import parser

    def find(text: str) -> list[QuantityMention]:
        return [_quantulum_mention(one) for one in parser.parse(text)]

    return find


_QUANTULUM: Mapping[str, tuple[str, float]] = {"dimensionless": ("", 1.0), "percentage": ("%", 1.0), "dozen": ("", 12.0)}


def _quantulum_mention(one: Any) -> QuantityMention:
    name = one.unit.name
    known = unit_of(name)
    symbol, factor = _QUANTULUM.get(name) or (known.symbol if known else name, 1.0)
    spread = one.uncertainty or 0.0
    value = Quantity((one.value - spread) * factor, (one.value + spread) * factor, unit=symbol)
    start, end = one.span
    return QuantityMention(start, end, value, "quantulum3", "age" if symbol == "year" else "cardinal")


def _text2num() -> NumeralReader:
    from text_to_num import text2num

    return lambda words: _or_none(lambda: float(text2num(words, "en")))


def _word2number() -> NumeralReader:
    from word2number import w2n

    return lambda words: _or_none(lambda: float(w2n.word_to_num(words)))


def _or_none(read: Callable[[], float]) -> float | None:
    try:
        return read()
    except (ValueError, IndexError):  # how both libraries say that they see no number
        return None


# ---------------------------------------------------------------- sentences


def _pysbd() -> SentenceSplitter:
    import pysbd

    splitter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [_tight(text, one.start, one.end) for one in splitter.segment(text)]


def _syntok() -> SentenceSplitter:
    from syntok import segmenter

    def split(text: str) -> list[Span]:
        return [
            Span(tokens[0].offset, tokens[-1].offset + len(tokens[-1].value))
            for paragraph in segmenter.process(text)
            for tokens in map(list, paragraph)
            if tokens
        ]

    return split


def _nupunkt() -> SentenceSplitter:
    import nupunkt

    return lambda text: [_tight(text, start, end) for start, end in nupunkt.sent_spans(text)]


def _sentencizer() -> SentenceSplitter:
    import spacy

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return lambda text: [_tight(text, one.start_char, one.end_char) for one in language(text).sents]


def _tight(text: str, start: int, end: int) -> Span:
    """A span without the blanks at its end."""
    return Span(start, start + len(re.sub(r"\s+\Z", "", text[start:end])))


DATES: Sequence[Peer[DateFinder]] = (
    Peer("dateparser (split)", "dateparser", "BSD-3-Clause", lambda: _dateparser("split")),
    Peer("dateparser (ngram)", "dateparser", "BSD-3-Clause", lambda: _dateparser("ngram")),
    Peer("parsedatetime", "parsedatetime", "Apache-2.0", _parsedatetime),
    Peer("datefinder", "datefinder", "MIT", _datefinder),
)
QUANTITIES: Sequence[Peer[QuantityFinder]] = (Peer("quantulum3", "quantulum3", "MIT", _quantulum),)
NUMERALS: Sequence[Peer[NumeralReader]] = (
    Peer("text2num", "text2num", "MIT", _text2num),
    Peer("word2number", "word2number", "MIT", _word2number),
)
SENTENCES: Sequence[Peer[SentenceSplitter]] = (
    Peer("pySBD", "pysbd", "MIT", _pysbd),
    Peer("syntok", "syntok", "MIT", _syntok),
    Peer("nupunkt", "nupunkt", "MIT", _nupunkt),
    Peer("spaCy sentencizer", "spacy", "MIT", _sentencizer),
)
