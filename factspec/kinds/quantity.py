"""A fact that is a measure: a number with a unit, an amount of money, a share."""

from __future__ import annotations

from collections.abc import Mapping

from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Node, shortened, text
from factspec.kinds.figure import PRECISION, TOLERANT, figure, quantity, say_figure
from factspec.kinds.figures_found import compared, patterns
from factspec.kinds.judging import Judgement, add_up
from factspec.kinds.kind import Kind
from factspec.model import Fact, Figure, Quantity

__all__ = ["KIND"]


def read(value: Node, others: Mapping[str, Node]) -> Figure:
    return figure(value, _measure)


def _measure(node: Node) -> Quantity:
    stated = quantity(node)
    if stated is None:
        found = f"expected a number with a unit, found {shortened(text(node))!r}"
        raise SpecError(node.problem("FS037", found, "write 10 km, 65 %, 13.9 billion USD or 6.1 magnitude"))
    if not stated.unit:
        found = f"expected a unit behind {shortened(text(node))!r}"
        raise SpecError(node.problem("FS037", found, "write 10 km, 65 % or 13.9 billion USD; a bare number is kind: count"))
    if stated.high < stated.low:
        raise SpecError(node.problem("FS034", f"{shortened(text(node))!r} ends below where it begins", "write the lower first"))
    return stated


def judge(number: int, fact: Fact, scene: Scene) -> Judgement:
    assert isinstance(fact.value, Figure)  # noqa: S101 the kind's own reader made it
    return add_up(scene, fact.expected, compared(number, fact, scene, fact.value))


KIND = Kind(
    name="quantity",
    summary="how much: a number with a unit, an amount of money, a share",
    read=read,
    say=say_figure,
    keys=("of", "precision"),
    needs=("about", "of"),
    patterns=patterns,
    judge=judge,
    family="figure",
    schema={
        "value": {
            "description": "10 km, 65 %, 13.9 billion USD, “more than 100 USD/bbl”, or {value: 10 km, tolerance: 500 m}.",
            "type": ["string", "object"],
            "pattern": r"\S",
            **TOLERANT,
        },
        "precision": PRECISION,
    },
)
