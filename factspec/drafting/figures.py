"""Counts and quantities: what a figure counts or measures, and which figures are of the same thing.

What is read: the noun behind a figure, the state or verb that takes it, the noun that it fills in, its unit. What is not: figures
that an article takes back, vague ones ("dozens"), plain ranks below the third, and amounts that nothing in the clause explains.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.drafting.material import Material, Text, is_content, theme
from factspec.drafting.proposal import Sighting
from factspec.language.lexicon import listed
from factspec.language.outline import AUXILIARIES
from factspec.language.units import convert
from factspec.model import Comparator, DateMention, Quantity, QuantityMention

__all__ = ["Seen", "figures"]

Seen = tuple[Quantity, str, Sighting]
"""A figure, its form, and its sighting."""

PEOPLE = listed("people person persons others more men women man woman")
_HEDGES = listed(
    """confirmed reported feared known found left believed said thought so far also already now still had have has been being was
    were is are later be presumed registered recorded officially more other others people persons an estimated of them its the at
    least about nearly around just only another full loaded"""
)
_BACK = 4
_FORWARD = 7
_CONJUNCTIONS = listed("and or but nor so yet")


def figures(material: Material) -> Iterator[Seen]:
    """Every figure that says what it is of, in the order of the articles."""
    old = ""  # the year that the sentence before tells of
    for text, sentence in material.every_sentence():
        before, old = None, _goes_on(text, sentence, old)
        for mention in text.reading.quantities(sentence):
            before, last = mention, before
            if _is_converted(text, last, mention):
                continue
            if is_wanted(mention) and not text.is_taken_back(mention.start, mention.end, denied=mention.form != "zero"):
                keys = _keys(text, mention)
                if keys:
                    then = _then(text, mention) or old
                    yield (
                        _value(text, mention),
                        mention.form,
                        text.sighting(mention.start, mention.end, keys, _reach(text, mention), then),
                    )


def _value(text: Text, mention: QuantityMention) -> Quantity:
    """The figure as a spec has it: "nearly 14 billion" is about as much, not anything below."""
    nearly = text.text[mention.start : mention.end].lower().startswith(("nearly", "almost"))
    value = mention.value
    return Quantity(value.low, value.high, Comparator.ABOUT, value.unit) if nearly else value


def is_wanted(mention: QuantityMention) -> bool:
    """Whether a figure is firm enough to be a fact."""
    if mention.form in ("vague", "fraction", "times"):
        return False
    if mention.form == "ordinal":
        return 3 <= mention.value.low < 100
    if mention.form == "zero":
        return True
    plain = not mention.value.unit and mention.form == "cardinal"
    return not (plain and mention.value.high <= 1)


def _reach(text: Text, mention: QuantityMention) -> range:
    """The words of the figure's clause; of its sentence where the clause is short."""
    outline = text.reading.outline
    word = outline.words.index(mention.start)
    clause = outline.clause_words(word)
    first, last = outline.word_range(outline.sentence_of(word))
    if len(clause) >= _SHORT:
        return clause
    return range(max(first, clause.start - _SHORT), min(last, clause.stop + _SHORT))


_SHORT = 6


def _keys(text: Text, mention: QuantityMention) -> dict[str, str]:
    """The themes that say what a figure is of, the strongest first."""
    if mention.form == "age":
        return {"age": "age"}
    outline = text.reading.outline
    word, last = outline.words.index(mention.start), outline.words.index(mention.end - 1)
    first, end = outline.word_range(outline.sentence_of(word))
    found: dict[str, str] = {}
    if mention.value.unit and mention.form != "ordinal":
        if mention.value.unit == "magnitude":
            found["magnitude"] = "magnitude"
        for at in (*_led(text, word, first), *_behind(text, last, end, measured=True)):
            found.setdefault(theme(text.word(at)), text.word(at))
        return found or _before(text, word, first)
    for at in _behind(text, last, end, measured=False):
        found.setdefault(theme(text.word(at)), text.word(at))
    return found or _before(text, word, first)


def _behind(text: Text, last: int, end: int, *, measured: bool) -> Iterator[int]:
    """The head of the noun phrase behind a figure, then the state that its people are in: "24 people were injured"."""
    outline, head, generic = text.reading.outline, -1, False
    for at in range(last + 1, min(end, last + _FORWARD)):
        this = text.word(at)
        if _is_parted(outline.gap(at), first=at == last + 1):
            break
        if this in PEOPLE:
            generic = True
        elif is_content(this) and text.is_lower(at):
            if _is_verb(text, at) and not (generic or head < 0):
                break
            head = at
            if generic or _is_verb(text, at):
                break
        elif head >= 0 or measured or not (this in _HEDGES or not text.is_lower(at) or this.endswith("ly")):
            break
    if head >= 0:
        yield head
        if not measured:
            yield from _state(text, head, end)


def _state(text: Text, head: int, end: int) -> Iterator[int]:
    """What the people or things behind a figure do or suffer: "six children were killed"."""
    outline = text.reading.outline
    for at in range(head + 1, min(end, head + _BACK)):
        if _is_parted(outline.gap(at), first=False):
            return
        if _is_verb(text, at) and is_content(text.word(at)):
            yield at
            return
        if text.word(at) not in AUXILIARIES and text.word(at) not in _HEDGES:
            return


def _is_verb(text: Text, at: int) -> bool:
    outline = text.reading.outline
    return at in outline.verbs(outline.sentence_of(at))


def _is_parted(gap: str, first: bool) -> bool:
    marks = ',;:()[]"“”' if not first else ',;:("“'
    return any(mark in gap for mark in marks)


def _led(text: Text, word: int, first: int) -> Iterator[int]:
    """The noun that a figure fills in: "a depth of just 10 km", "the price was $5"."""
    for at in range(word - 1, max(first, word - _BACK - 1) - 1, -1):
        this = text.word(at)
        if any(mark in text.reading.outline.gap(at + 1) for mark in ";:()"):
            return
        if is_content(this) and text.is_lower(at):
            yield at
            return


def _before(text: Text, word: int, first: int) -> dict[str, str]:
    """The verb or noun before a figure: "killing 24", "the death toll rose to 24", "a record of 9-14"."""
    for at in range(word - 1, max(first, word - _BACK - 2) - 1, -1):
        this = text.word(at)
        if this in _CONJUNCTIONS or any(mark in text.reading.outline.gap(at + 1) for mark in ";:()"):
            break
        if is_content(this) and text.is_lower(at) and this not in _LINKERS:
            found = {theme(this): this}
            if _is_verb(text, at):
                found |= _subject(text, at, first)
            return found
    return {}


def _subject(text: Text, verb: int, first: int) -> dict[str, str]:
    """The noun that a verb is told of: "the outage lasted"; none where a mark or no noun is near."""
    for at in range(verb - 1, max(first, verb - _BACK) - 1, -1):
        this = text.word(at)
        if text.reading.outline.gap(at + 1).strip() or this in _CONJUNCTIONS:
            break
        if is_content(this) and text.is_lower(at) and not _is_verb(text, at):
            return {theme(this): this}
    return {}


_LINKERS = listed(
    """rose rise rising rises reached reaching hit climbed stood stands totalled total passed topped exceeded left leaving leaves
    caused causing recorded raised raising bringing brought falling fell dropped close closed finish"""
)


def _goes_on(text: Text, sentence: int, old: str) -> str:
    """The year that a sentence goes on about: its own old one, else that of the sentence before where it has no date itself."""
    dates, dateline = text.reading.dates(sentence), text.article.dateline
    if text.is_in_lead(sentence) or dateline is None:
        return ""
    if not dates:
        return old
    first, _ = text.reading.outline.word_range(sentence)
    opens = text.reading.outline.words.index(dates[0].start) - first < _BACK
    return str(dates[0].readings[0].first.year) if opens and not _is_near(dates[0], dateline.day.toordinal()) else ""


def _then(text: Text, mention: QuantityMention) -> str:
    """The year that a figure's clause tells of, or that opens its sentence, where it is long before the article; else ""."""
    outline, dateline = text.reading.outline, text.article.dateline
    if dateline is None:
        return ""
    sentence = outline.sentence_at(mention.start)
    dates = text.reading.dates(sentence)
    if any(_is_near(date, dateline.day.toordinal()) for date in dates):
        return ""
    first, _ = outline.word_range(sentence)
    clause = outline.clause_words(outline.words.index(mention.start))
    for date in dates:
        at = outline.words.index(date.start)
        if at in clause or at - first < _BACK:
            return str(date.readings[0].first.year)
    return ""


_FAR = 100


def _is_near(mention: DateMention, today: int) -> bool:
    days = (day.toordinal() for reading in mention.readings for day in (reading.first, reading.last))
    return any(abs(day - today) <= _FAR for day in days)


def _is_converted(text: Text, before: QuantityMention | None, mention: QuantityMention) -> bool:
    """Whether a measure in brackets says the one before it in another unit: "10 kilometres (6 miles)"."""
    if before is None or not before.value.unit or mention.value.unit == before.value.unit:
        return False
    return (
        text.text[before.end : mention.start].strip() == "(" and convert(1.0, mention.value.unit, before.value.unit) is not None
    )


def written(value: Quantity) -> str:
    """A figure as a spec writes it: 24, at least 24, 13.9 billion USD."""
    span = _number(value.low) if value.low == value.high else f"{_number(value.low)}-{_number(value.high)}"
    return f"{_WORDS[value.comparator]}{span} {value.unit}".rstrip()


_WORDS = {
    Comparator.EXACT: "",
    Comparator.MORE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS: "fewer than ",
    Comparator.AT_MOST: "up to ",
    Comparator.ABOUT: "about ",
}


def _number(value: float) -> str:
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        short = f"{value / size:.6g}"
        if abs(value) >= size and float(short) * size == value:
            return f"{short}{word}"
    return f"{value:.12g}"
