"""An amount in the making, and what makes it a mention: age, magnitude, and the comparators on both sides.

Read is what stands directly around an amount whose numeral and unit are known. A span covers the comparator, the currency,
the numeral and the unit, never the noun that is counted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factspec.language import comparators
from factspec.language.patterns import just_after
from factspec.language.units import UNITS
from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers import quantities_labels as labels

__all__ = ["Amount", "mention", "of_same_age"]


class Amount(NamedTuple):
    """A figure in the making; `scale` is the scale word's part of `high`, "" the unit of a bare count."""

    start: int
    end: int
    low: float
    high: float
    scale: float = 1.0
    unit: str = ""
    form: str = "cardinal"
    rule: str = "figure"
    comparator: Comparator | None = None


_QUALIFIABLE = {"cardinal", "age", "times", "vague"}
_LIFE = {"", "year", "month", "week", "day"}
_OLD = re.compile(r"(?:[\s-]olds?|\sof\sage)(?!\w)", re.IGNORECASE)
_AGED = just_after(r"(?:at\s(?:the\s)?age(?:\sof)?|the\sages?\sof|age[ds]?(?:\sof|\sbetween|\sjust|\sonly|\sfrom)?)")
_NAME = re.compile(r"(?:\b(in|at|from|near|of|on|to|and|since|by)\s)?(?<![\w'’-])[A-Z][\w'’-]+(?:\s(?:Jr\.?|Sr\.?|III?))?,\s\Z")
_AND = re.compile(r",\s|,?\s(?:and|or)\s")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof|\swas|\sat)?[\s-]\Z", re.IGNORECASE)
_RICHTER = re.compile(r"\s(?:on\sthe\s(?:open-ended\s)?)?Richter(?:\sscale)?\b", re.IGNORECASE)
_DURING = just_after(r"(?:for|took|takes?|taken|lasted|lasting|lasts|last|after|spen[dt]|in|of|spanning|been|was|is|waited)")


def mention(text: str, amount: Amount, floor: int) -> QuantityMention:
    """The mention of an amount; nothing before `floor` belongs to it."""
    for step in (_aged, _magnitude, _qualified_after, _qualified_before):
        amount = step(text, amount, floor)
    aged = _aged(text, amount, floor)  # "over the age of | about 65": the words of age may stand between two comparators
    if aged is not amount:
        amount = _qualified_before(text, aged, floor)
    value = Quantity(amount.low, amount.high, amount.comparator or Comparator.EXACT, amount.unit)
    return QuantityMention(amount.start, amount.end, value, amount.rule, amount.form)


def _aged(text: str, amount: Amount, floor: int) -> Amount:
    """ "85-year-old", "85 years of age", "aged 85", "at the age of 85": an age, in years unless it says otherwise."""
    if amount.form == "age" or amount.unit not in _LIFE:
        return amount
    old = _OLD.match(text, amount.end) if amount.unit else None
    if old:
        amount = amount._replace(end=old.end(), form="age", rule="age")
    if amount.high > 130 or not text[amount.start - 1 : amount.start].isspace():
        return amount
    aged = _AGED.search(text, max(floor, amount.start - 20), amount.start)
    if not aged and not _in_apposition(text, amount):
        return amount
    start = aged.start() if aged else amount.start
    return amount._replace(start=start, form="age", rule="age", unit=amount.unit or "year")


def _in_apposition(text: str, amount: Amount) -> bool:
    """ "Ada Marsh, 85, died": a bare figure between the commas behind a name that no preposition makes a place."""
    if amount.rule != "figure" or amount.unit or not 1 <= amount.high < 120 or text[amount.start - 2] != ",":
        return False
    name = _NAME.search(text, max(0, amount.start - 40), amount.start)
    return name is not None and not name[1] and text[amount.end : amount.end + 1] in {",", ".", ";", ")"}


def of_same_age(text: str, before: QuantityMention, quantity: QuantityMention) -> bool:
    """True for the later numbers of "aged 19, 22 and 31": bare, in a row with an age, and counting nothing."""
    bare = quantity.form == "cardinal" and not quantity.value.unit and quantity.value.high < 120
    if not bare or before.form != "age" or not _AND.fullmatch(text, before.end, quantity.start):
        return False
    return not labels.counted(text, quantity.end)


def _magnitude(text: str, amount: Amount, floor: int) -> Amount:
    """ "magnitude 6.1", "magnitude-6.1", "6.1 on the Richter scale"; the word before stays outside the span."""
    if amount.unit or not 0 < amount.high < 11 or amount.form != "cardinal":
        return amount
    richter = _RICHTER.match(text, amount.end)
    if richter:
        return amount._replace(end=richter.end(), unit="magnitude", rule="magnitude")
    near = max(floor, amount.start - 24)
    before = "gnitude" in text[near : amount.start] and _MAGNITUDE.search(text, near, amount.start)
    return amount._replace(unit="magnitude", rule="magnitude") if before else amount


def _qualified_after(text: str, amount: Amount, _: int) -> Amount:
    found = comparators.after(text, amount.end) if amount.form in _QUALIFIABLE else None
    return amount._replace(end=found.at, comparator=found.comparator) if found else amount


def _qualified_before(text: str, amount: Amount, floor: int) -> Amount:
    found = comparators.before(text, amount.start, floor)
    if not found or _is_span_of_time(text, amount, found.at):
        return amount
    firm = found.comparator is not Comparator.ABOUT or amount.comparator is None
    return amount._replace(start=found.at, comparator=found.comparator if firm else amount.comparator)


def _is_span_of_time(text: str, amount: Amount, start: int) -> bool:
    """ "over three days" mostly says during; "past 24 hours" always does."""
    word = text[start : start + 5].lower().strip()
    if word not in {"over", "past"} or amount.form == "age" or amount.unit not in UNITS or UNITS[amount.unit].dimension != "time":
        return False
    return word == "past" or not _DURING.search(text, max(0, start - 12), start)
