"""What one would write without factspec: is the value there, and if not, does another value of its form stand in the sentence?

Built from the same specs. A fact is supported if one of its forms stands anywhere in the article; else contradicted if a known
wrong form does, or if another date or number of the same form stands in a sentence with a word of the fact; else omitted.
Nothing is resolved, converted or bound: no relative date, no numeral in words above twenty, no unit but as written, no
comparator, no denial. It never says vague.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factspec.language.units import CURRENCY_SIGNS
from factspec.language.units_table import MEASURES, MONEY
from factspec.model import DateRange, Fact, FactValue, Figure, Named, Parts, Quote, Role, Span, Verdict

__all__ = ["Answer", "Look", "answer", "look_of"]

MONTHS = "January February March April May June July August September October November December".split()
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
MONTH = f"(?:{'|'.join(MONTHS)})"
NUMBER = r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,]*\d)"
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")


@dataclass(frozen=True, slots=True)
class Look:
    """A value as patterns: every group of forms must stand in the text; `rival` finds values of the same form."""

    groups: tuple[tuple[str, ...], ...]
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict and where it was read."""

    verdict: Verdict
    evidence: tuple[Span, ...] = ()


def answer(fact: Fact, text: str) -> Answer:
    """What the naive reader says of a fact."""
    look = look_of(fact)
    right = [_first(forms, text) for forms in look.groups]
    found = tuple(span for span in right if span)
    if len(found) == len(right):
        return Answer(Verdict.SUPPORTED, found)
    wrong = _first(tuple(map(_phrase, fact.wrong)), text) or _rival(look, fact, text)
    return Answer(Verdict.CONTRADICTED, (wrong,)) if wrong else Answer(Verdict.OMITTED)


def look_of(fact: Fact) -> Look:
    """What to look for: the forms of the fact's value, and those of its `also`, either of which will do."""
    look = LOOKS[type(fact.value)](fact.value)
    if len(look.groups) != 1:
        return look
    return Look((look.groups[0] + tuple(map(_phrase, fact.also)),), look.rival)


def _first(forms: Sequence[str], text: str) -> Span | None:
    for form in forms:
        found = re.search(form, text, re.IGNORECASE)
        if found:
            return Span(*found.span())
    return None


def _rival(look: Look, fact: Fact, text: str) -> Span | None:
    """The first other value of the same form in a sentence that has a word of the fact."""
    anchors = tuple(map(_phrase, (*fact.about, *fact.of)))
    if not look.rival or not anchors:
        return None
    for sentence in SENTENCE.finditer(text):
        if _first(anchors, sentence[0]):
            other = re.search(look.rival, sentence[0], re.IGNORECASE)
            if other:
                return Span(sentence.start() + other.start(), sentence.start() + other.end())
    return None


def _phrase(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


# ---------------------------------------------------------------- forms of values


def _date(value: DateRange) -> Look:
    first, last = value.first, value.last
    if first == last:
        return Look((tuple(_day_forms(first)),), rf"\b(?:{MONTH} \d\d?|\d\d? {MONTH})\b")
    if first.month == last.month and first.year == last.year:
        return Look(((rf"\b{MONTHS[first.month - 1]},? {first.year}\b",),), rf"\b{MONTH},? \d{{4}}\b")
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return Look(((rf"\b{first.year}\b",),), r"\b(?:19|20)\d\d\b")
    return Look((tuple(_day_forms(first)), tuple(_day_forms(last))))


def _day_forms(day: date) -> Iterator[str]:
    month = MONTHS[day.month - 1]
    year = rf"(?!,? \d{{4}})|,? {day.year}\b"
    yield rf"\b{month} {day.day}\b(?:{year})"
    yield rf"\b{day.day} {month}\b(?:{year})"
    yield rf"\b{day.isoformat()}\b"


def _figure(value: Figure) -> Look:
    units = "|".join(map(re.escape, _unit_words(value.stated.unit)))
    ends = dict.fromkeys((value.stated.low, value.stated.high))
    numbers = (f"(?:{'|'.join(_number_forms(end))})" for end in ends)
    form = r"\s?(?:-|–|to|and)\s?".join(numbers)
    whole = rf"(?<![\d.,])(?:{form})(?![\d,.]*\d)"
    return Look(((_with_unit(whole, units),),), _with_unit(NUMBER, units))


def _with_unit(number: str, units: str) -> str:
    """A number with its unit on either side: 10-km, magnitude of 6.1, $80 million."""
    if not units:
        return number
    return rf"(?:{number}[ -]?(?:{units})(?!\w)|(?<!\w)(?:{units})[ -]?(?:of )?{number}(?: [mb]illion)?)"


def _number_forms(number: float) -> Iterator[str]:
    if not number.is_integer():
        yield re.escape(repr(number))
        return
    yield re.escape(f"{int(number)}")
    yield re.escape(f"{int(number):,}")
    if 0 <= number < len(SMALL):
        yield rf"\b{SMALL[int(number)]}\b"
    if number >= 1e6:
        yield re.escape(f"{number / 1e6:g} million")
    if number >= 1e9:
        yield re.escape(f"{number / 1e9:g} billion")


def _unit_words(symbol: str) -> Iterator[str]:
    """A unit's symbols and names, singular and plural, the longest first."""
    rows = [row for table in (MEASURES, MONEY) for some in table.values() for row in some]
    for row in rows:
        if row.symbols.split("|", maxsplit=1)[0] == symbol:
            singular = [name.partition("=") for name in row.names.split("|") if name]
            plural = [irregular or f"{name}s" for name, _, irregular in singular]
            signs = [sign for sign, unit in CURRENCY_SIGNS.items() if unit == symbol]
            words = [*plural, *(name for name, _, _ in singular), *row.symbols.split("|"), *signs]
            yield from sorted(words, key=len, reverse=True)


def _parts(value: Parts) -> Look:
    return Look(tuple((rf"\b(?:{'|'.join(_number_forms(count))}) {re.escape(what)}\b",) for count, what in value.parts))


def _named(value: Named) -> Look:
    forms = tuple(tuple(map(_phrase, names)) for names in value.names)
    return Look((tuple(form for group in forms for form in group),)) if value.any else Look(forms)


def _role(value: Role) -> Look:
    return Look(((_phrase(value.person),),))


def _quote(value: Quote) -> Look:
    return Look(((re.escape(value.words),),))


LOOKS: dict[type[FactValue], Callable[..., Look]] = {
    DateRange: _date,
    Figure: _figure,
    Parts: _parts,
    Named: _named,
    Role: _role,
    Quote: _quote,
}
