"""Quantities of English news: figures and number words with their ranges, units and comparators.

Read are counts, ranges, scores, money, measures, durations ("2:16:48" too), percentages, magnitudes, ages, ordinals, fractions,
multiples, vague counts ("dozens") and nothing ("no one"). Not read are numbers that name or date something ("Article 5", "in
2004", "5 p.m.", "AK-47"), Roman numerals, a lone "a" or "an", and what is counted: the span ends before the noun.

Forms and units: an age has the form "age" and the unit "year" (or "month", "week", "day"), so that who counts years may read
it as a bare count; an ordinal has the unit "ord"; a multiple ("times"), a count and a fraction have the unit "". The rule of
a vague count is its word ("dozens").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from factspec.language import comparators
from factspec.language.figures import VULGAR_FRACTIONS, read_figure
from factspec.language.numerals import ORDINALS, SMALL, read_words
from factspec.language.units import unit_of
from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers.quantities_amounts import Amount, mention, of_same_age
from factspec.recognisers.quantities_cardinals import figure, scale_word, words
from factspec.recognisers.quantities_clock import seconds
from factspec.recognisers.quantities_nothing import nothing
from factspec.recognisers.quantities_parts import part
from factspec.recognisers.quantities_ranks import MULTIPLES, multiple, multiplied
from factspec.recognisers.quantities_vague import GROUPS, VAGUE, vague

__all__ = ["find_quantities", "parse_quantity"]

Reader = Callable[[str, str, int, int], "Amount | int | None"]
"""(text, its word in lower case, where that begins, how far back a mention may reach) → an amount, where to go on, or None."""


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[QuantityMention]:
    """Return the quantities of text[start:end] in the order of the text, none overlapping another.

    What stands outside of the span is seen ("No. | 5") but belongs to no mention. Never raises.
    """
    limit = len(text) if end is None else min(end, len(text))
    found: list[QuantityMention] = []
    floor = start
    for trigger in _TRIGGER.finditer(text, start, limit):
        at = trigger.start()
        read = _read(text, at, floor) if at >= floor else None
        if isinstance(read, int):
            floor = max(floor, read)
        elif read is not None and (quantity := mention(text, read, floor)).end <= limit and quantity.start >= floor:
            aged = bool(found) and of_same_age(text, found[-1], quantity)
            found.append(_as_age(quantity) if aged else quantity)
            floor = quantity.end
    return found


def _as_age(quantity: QuantityMention) -> QuantityMention:
    return replace(quantity, value=replace(quantity.value, unit="year"), rule="age", form="age")


def _read(text: str, at: int, floor: int) -> Amount | int | None:
    word = _WORD.match(text, at)
    lower = word[0].lower() if word else ""
    return _READERS.get(lower, figure)(text, lower, at, floor)


# ---------------------------------------------------------------- what a spec states


def parse_quantity(text: str) -> Quantity | None:
    """Return the quantity that `text` states as a whole, as a spec does: "at least 24", "100 USD/bbl", "20-25", "fifth"."""
    comparator, plain = comparators.sign(text)
    if (took := seconds(plain)) is not None:
        return Quantity(took, took, comparator, "s")
    found = find_quantities(plain)
    value = found[0].value if len(found) == 1 and found[0].end - found[0].start == len(plain) else _bare(plain)
    if value is None or comparator is Comparator.EXACT:
        return value
    return Quantity(value.low, value.high, comparator, value.unit)


def _bare(text: str) -> Quantity | None:
    """A number that a sentence would take for something else ("2004", "one", "first"), with a unit by its name or symbol."""
    trigger = _TRIGGER.search(text)
    if not trigger:
        return None
    at = trigger.start()
    numeral = read_figure(text, at) or read_words(text, at)
    qualified = comparators.before(text, at, 0)
    if not numeral or (qualified.at if qualified else at) != 0:
        return None
    symbol = _unit(text[numeral.end :].strip(), numeral.form)
    comparator = qualified.comparator if qualified else Comparator.EXACT
    return None if symbol is None else Quantity(numeral.value, numeral.value, comparator, symbol)


def _unit(rest: str, form: str) -> str | None:
    """The symbol of what follows a number in a spec; None where that is no unit, or the number none to be measured."""
    if not rest:
        return {"cardinal": "", "ordinal": "ord"}.get(form)
    unit = unit_of(rest) if form == "cardinal" else None
    return unit.symbol if unit else None


# ---------------------------------------------------------------- who reads what


def _vague(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    amount = vague(text, word, at, floor)
    return (multiplied(text, amount) or amount) if amount else None


def _part(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """A half or quarter; a third or fifth is a part or, failing that, a rank."""
    return part(text, word, at, floor) or (words(text, word, at, floor) if word in ORDINALS else None)


def _nothing(text: str, _: str, at: int, __: int) -> Amount | int | None:
    return nothing(text, at)


def _nought(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """ "zero" counts nothing ("zero injuries"), or measures ("zero degrees", "zero point five percent")."""
    found = nothing(text, at) or words(text, word, at, floor)
    bare = isinstance(found, Amount) and not found.unit and not found.high and found.form != "zero"
    return None if bare else found


def _multiple(text: str, word: str, at: int, _: int) -> Amount | int | None:
    return multiple(text, word, at)


def _minus(text: str, word: str, at: int, _: int) -> Amount | int | None:
    """ "minus five": the number that follows, below zero."""
    number = at + len(word) + 1
    read = _read(text, number, number) if _TRIGGER.match(text, number) else None
    if read is None and (lone := read_words(text, number)) and lone.form == "cardinal":
        read = Amount(number, lone.end, lone.value, lone.value, rule="words")
    if not isinstance(read, Amount) or read.start != number:
        return None
    return read._replace(start=at, low=-read.high, high=-read.low)


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(SMALL, words),
    **dict.fromkeys(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"), scale_word),
    **dict.fromkeys((*VAGUE, *GROUPS), _vague),
    **dict.fromkeys((*ORDINALS, "half", "quarter"), _part),
    **dict.fromkeys(("first", "second"), words),
    **dict.fromkeys(("no", "nobody", "none", "without", "not"), _nothing),
    **dict.fromkeys(("zero", "nought"), _nought),
    **dict.fromkeys(MULTIPLES, _multiple),
    "minus": _minus,
}
"""The word by which a quantity in words is known → who reads it; what begins with no such word is a figure."""

# ---------------------------------------------------------------- where a quantity may begin


def _trie(listed: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings, so that one pass over the text suffices."""
    branches: dict[str, list[str]] = {}
    for word in listed:
        branches.setdefault(word[:1], []).append(word[1:])
    parts = [re.escape(first) + _trie(rest) for first, rest in sorted(branches.items()) if first]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if '' in branches else ''}"


_SPELT = [word for word in _READERS if word != "not"] + ["not a single", "not one"]
_CASED = sorted({form for word in _SPELT for form in (word, word.capitalize(), word.upper())})
_INITIALS = "".join(sorted({word[0] for word in _CASED}))
_WORD = re.compile(r"[^\W\d_]+")
_TRIGGER = re.compile(rf"\d[\w.,:/]*|[{VULGAR_FRACTIONS}]|[{_INITIALS}](?<!\w.)(?<=(?=(?:{_trie(_CASED)})(?![^\W_])).)")
