"""Figures as a spec writes them, for the kinds that hold one: the figure, its tolerance, and how it is said.

What is read: what `recognisers.quantities` reads ("at least 24", "20-25", "13.9 billion USD"), and a mapping of `value` and
`tolerance`. What is not: whether a unit is needed, which the kinds say.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from factspec.errors import SpecError
from factspec.fields import Faults, Node, missing_keys, shortened, text, unknown_keys
from factspec.kinds.kind import Schema
from factspec.language.units import convert
from factspec.model import Comparator, Figure, Quantity
from factspec.recognisers.quantities import parse_quantity

__all__ = ["PRECISION", "PRECISIONS", "TOLERANT", "figure", "number", "quantity", "say_figure"]

LONGEST = 100
PRECISIONS = ("exact", "rounded")
WORDS = {
    Comparator.EXACT: "",
    Comparator.MORE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS: "less than ",
    Comparator.AT_MOST: "at most ",
    Comparator.ABOUT: "about ",
}
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))

PRECISION: Schema = {
    "description": "Whether an article may round the figure: with `rounded`, “some 1,200” agrees with 1,193.",
    "enum": list(PRECISIONS),
}
TOLERANT: Schema = {
    "properties": {
        "value": {"description": "The figure, as it would be written without a tolerance."},
        "tolerance": {
            "description": "How far a figure may lie beside it: a number in the value's unit, or a share of the value (5%).",
            "type": ["string", "number"],
            "pattern": r"\S",
            "minimum": 0,
        },
    },
    "required": ["value", "tolerance"],
    "additionalProperties": False,
}
"""What a mapping with a tolerance holds, as a part of a JSON Schema."""


def quantity(node: Node) -> Quantity | None:
    """The figure that a scalar states; None where it states none, or a rank ("5th")."""
    stated = text(node)
    if len(stated) > LONGEST:
        return None
    if stated.isascii() and stated.isdigit():  # most counts, and the grammar takes its time
        return Quantity(float(stated), float(stated))
    found = parse_quantity(stated)
    if found is None or found.unit == "ord" or not math.isfinite(found.low + found.high):
        return None
    return found


def figure(node: Node, stated: Callable[[Node], Quantity]) -> Figure:
    """A figure, with its tolerance where the node is a mapping; `stated` reads the figure alone."""
    if not isinstance(node.content, dict):
        return Figure(stated(node))
    faults = Faults(
        [
            *unknown_keys(node, ("value", "tolerance")),
            *missing_keys(node, {"value": "the figure", "tolerance": "write tolerance: 5%"}),
        ]
    )
    value = faults.take(stated, node.content.get("value"), None)
    beside = node.content.get("tolerance")
    tolerance = faults.take(lambda beside: _tolerance(beside, value), beside, 0.0) if value else 0.0
    faults.settle()
    return Figure(value or Quantity(0, 0), tolerance)


def _tolerance(node: Node, value: Quantity) -> float:
    """A share of the value, a figure in the value's unit, or one in a unit that converts to it."""
    beside = quantity(node)
    if beside is None or beside.low != beside.high or beside.comparator is not Comparator.EXACT or beside.low < 0:
        raise SpecError(node.problem("FS038", f"expected a number or a share, found {shortened(text(node))!r}", "write 5 or 5%"))
    if beside.unit == "%":
        return max(abs(value.low), abs(value.high)) * beside.low / 100
    width = beside.low if beside.unit in {"", value.unit} else convert(beside.low, beside.unit, value.unit)
    if width is None:
        raise SpecError(node.problem("FS038", f"{beside.unit} is no measure of {number(value.low)} {value.unit}".rstrip()))
    return width


def say_figure(figure: Figure) -> str:
    """A figure as an editor reads it: "at least 24", "20–25", "13.9 billion USD", "60 ± 3"."""
    stated = figure.stated
    if stated.unit == "s" and stated.low == stated.high >= _AN_HOUR and not stated.low % 1 and not figure.tolerance:
        return f"{WORDS[stated.comparator]}{_clock(int(stated.low))}"
    span = number(stated.low) if stated.low == stated.high else f"{number(stated.low)}–{number(stated.high)}"
    beside = f" ± {number(figure.tolerance)}" if figure.tolerance else ""
    return f"{WORDS[stated.comparator]}{span}{beside} {stated.unit}".rstrip()


_AN_HOUR = 3600


def _clock(seconds: int) -> str:
    """A length of time as a stopwatch shows it: "2:16:48"."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def number(value: float) -> str:
    """A number as news write it: 24, 1,200, 6.1, 13.9 billion."""
    for size, word in SCALES:
        short = f"{value / size:.6g}"
        if abs(value) >= size and float(short) * size == value:
            return f"{short}{word}"
    return f"{value:,.12g}"
