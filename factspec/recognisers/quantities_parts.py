"""Parts: "half of the homes", "a third of", "half a million", "three-quarters of an inch", "an hour and a half".

A part of a scale or a unit is that much of it; any other part is a fraction between 0 and 1. Not read are halves and quarters
of a game or a year ("the second half"), compounds ("half-brother"), and a third or fifth that is a rank ("a third successive
strike").
"""

from __future__ import annotations

import re

from factspec.language.figures import SCALES, read_scale
from factspec.language.numerals import DENOMINATORS
from factspec.language.patterns import either, just_after
from factspec.language.units_reading import read_unit
from factspec.recognisers.quantities_amounts import Amount
from factspec.recognisers.quantities_units import with_unit

__all__ = ["part", "part_of"]

_LEAD = re.compile(r"\b(?:an?|one)[\s-]\Z", re.IGNORECASE)
_ORDERED_WORDS = either(
    """first second third fourth other latter former top bottom better each opening closing later final last next this that
    previous past fiscal same northern southern eastern western front back upper lower either every per"""
)
_ORDERED = re.compile(rf"\b{_ORDERED_WORDS}[\s-]\Z", re.IGNORECASE)
_COMPOUND_WORDS = either(
    "time brother sister hearted truth mast term year century month way final finals back light life moon marathon baked"
)
_COMPOUND = re.compile(rf"-{_COMPOUND_WORDS}\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:\sof)?[\s-](?:an?[\s-]|one\s)?", re.IGNORECASE)
_OWNED = re.compile(rf"\s{either('of the its their his her our my your all those these that')}\b", re.IGNORECASE)
_COMPARED = re.compile(r"\s(?:of|more|less|fewer|lower|higher)\b")
_CLOSED = re.compile(rf"\s{either('of more less fewer lower higher larger bigger smaller as')}\b|[.,;:)]|\Z", re.IGNORECASE)
_QUALIFIED = just_after(
    either("than about nearly almost over least around roughly some under to just only by approximately") + r"(?:\san?)?"
)
_AND_LEAD = re.compile(r"\b(an?)\s([a-z]+)\sand\sa\s\Z", re.IGNORECASE)


def part(text: str, word: str, at: int, floor: int) -> Amount | None:
    """Return the amount that the part named at `at` makes with its article and what it is a part of; None in another sense."""
    end = at + len(word)
    if _ORDERED.search(text, max(0, at - 12), at) or _COMPOUND.match(text, end):
        return None
    whole = _unit_and_a(text, word, at, floor)
    if whole:
        return whole
    lead = _LEAD.search(text, max(floor, at - 5), at)
    if not lead and word != "half" and not (word == "quarter" and read_scale(text, end, SCALES)):
        return None
    value = 1 / DENOMINATORS[word]
    amount = Amount(lead.start() if lead else at, end, value, value, form="fraction", rule="fraction")
    found = part_of(text, amount)
    return found or (amount if _stands_alone(text, word, amount) else None)


def part_of(text: str, amount: Amount) -> Amount | None:
    """Return a part of a scale or unit: half a million, three-quarters of an inch, half a percentage point, half-mile."""
    gap = _WHOLE.match(text, amount.end)
    if not gap:
        return None
    scale = read_scale(text, gap.end() - 1, SCALES)
    if scale:
        value = amount.low * scale[0]
        return with_unit(text, amount._replace(low=value, high=value, scale=scale[0], end=scale[1], form="cardinal"))
    measured = gap[0].strip() != "of" and text[gap.end() : gap.end() + 1].isalpha()
    unit = read_unit(text, gap.end()) if measured else None
    return amount._replace(unit=unit[0], end=unit[1], form="cardinal", rule="measure") if unit else None


def _unit_and_a(text: str, word: str, at: int, floor: int) -> Amount | None:
    """ "an hour and a half": one of the unit and a part of it."""
    lead = _AND_LEAD.search(text, max(floor, at - 24), at)
    unit = read_unit(text, lead.start(2)) if lead else None
    if not lead or not unit or unit[1] != lead.end(2):
        return None
    value = 1 + 1 / DENOMINATORS[word]
    return Amount(lead.start(), at + len(word), value, value, unit=unit[0], rule="measure")


def _stands_alone(text: str, word: str, amount: Amount) -> bool:
    """True where the part is of something named, or compared; otherwise "a third" is the one after a second."""
    if _QUALIFIED.search(text, max(0, amount.start - 16), amount.start):
        return True
    if word == "half":
        following = _CLOSED if text[amount.start] in "aA" else _OWNED
        return following.match(text, amount.end) is not None
    hyphened = "-" in text[amount.start : amount.end]
    return hyphened or amount.end == len(text) or _COMPARED.match(text, amount.end) is not None
