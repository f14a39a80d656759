"""A fact that is a number of people, things or times: 24, "at least 24", a score of 3-2, or parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factspec.binding.pattern import Use
from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Node, shortened, text
from factspec.kinds.figure import PRECISION, TOLERANT, figure, number, quantity, say_figure
from factspec.kinds.figures_found import compared, patterns
from factspec.kinds.judging import Judged, Judgement, add_up, literal
from factspec.kinds.kind import Kind
from factspec.model import Comparator, Fact, Figure, Parts, Quantity, QuantityMention, Span, Verdict
from factspec.recognisers.quantities import parse_quantity

__all__ = ["KIND"]

_BETWEEN = re.compile(r"(?:,\s+and|,|;|\+|\s+and|\s+plus)\s+")
_PART = re.compile(r"([\w.,-]{1,20})\s+(\D{1,80})")


def read(value: Node, others: Mapping[str, Node]) -> Figure | Parts:
    several = isinstance(value.content, str) and _BETWEEN.search(value.content)
    if several and quantity(value) is None and (parts := _parts(text(value))):
        return Parts(parts)
    return figure(value, _count)


def _count(node: Node) -> Quantity:
    stated = quantity(node)
    if stated is None or stated.low < 0:
        found = f"expected a count, found {shortened(text(node))!r}"
        raise SpecError(node.problem("FS036", found, "write 24, at least 24 or 20-25; what is counted belongs in 'of'"))
    if stated.unit:
        found = f"expected a bare count, found the unit {stated.unit}"
        raise SpecError(node.problem("FS036", found, "a figure with a unit is kind: quantity"))
    return stated


def _parts(stated: str) -> tuple[tuple[float, str], ...]:
    """The parts of "12 adults and 11 children"; none where it is not two parts or more."""
    found = [_PART.fullmatch(part) for part in _BETWEEN.split(stated[:500])]
    counted = [(parse_quantity(part[1]), part[2]) for part in found if part]
    parts = tuple((count.low, label) for count, label in counted if count and _bare(count))
    return parts if len(parts) == len(found) > 1 else ()


def _bare(count: Quantity) -> bool:
    return count.low == count.high and count.comparator is Comparator.EXACT and not count.unit


def say(value: Figure | Parts) -> str:
    if isinstance(value, Figure):
        return say_figure(value)
    *parts, last = [f"{number(count)} {label}" for count, label in value.parts]
    return f"{', '.join(parts)} and {last}"


def judge(number_: int, fact: Fact, scene: Scene) -> Judgement:
    if isinstance(fact.value, Parts):
        return _judge_parts(number_, fact, fact.value, scene)
    assert isinstance(fact.value, Figure)  # noqa: S101 the kind's own reader made it
    return add_up(scene, fact.expected, compared(number_, fact, scene, fact.value))


def _judge_parts(number_: int, fact: Fact, value: Parts, scene: Scene) -> Judgement:
    """Each part must be stated; the first that is not decides."""
    judgements = []
    for count, label in value.parts:
        rows = [r for r in compared(number_, fact, scene, Figure(Quantity(count, count)), label) if not _is_sum(value, r)]
        judgements.append(add_up(scene, f"{number(count)} {label}", rows))
    worst = min(judgements, key=lambda j: _GRAVITY[j.verdict])
    if all(j.verdict is Verdict.OMITTED for j in judgements) and (span := _all_named(number_, value, scene)):
        reason = f"names {', '.join(label for _, label in value.parts)} without their numbers"
        return Judgement(Verdict.VAGUE, reason, literal(scene, span), (span,), (*worst.steps, f"C13 {reason}"))
    return worst


def _all_named(number_: int, value: Parts, scene: Scene) -> Span | None:
    """The sentence's stretch that names every part, if one does."""
    hits = scene.hits(number_, Use.COUNTED)
    for sentence in sorted({scene.outline.sentence_of(h.first) for h in hits}):
        here = [h for h in hits if scene.outline.sentence_of(h.first) == sentence]
        if all(any(h.pattern.form.lower()[:4] == label.lower()[:4] for h in here) for _, label in value.parts):
            return Span(here[0].start, here[-1].end)
    return None


def _is_sum(value: Parts, row: Judged) -> bool:
    """Whether a figure is that of all parts together: "23 Somali and Yemeni men"."""
    mention = row.bound.mention
    return isinstance(mention, QuantityMention) and mention.value.low == sum(count for count, _ in value.parts)


_GRAVITY = {Verdict.CONTRADICTED: 0, Verdict.OMITTED: 1, Verdict.VAGUE: 2, Verdict.SUPPORTED: 3}


KIND = Kind(
    name="count",
    summary="how many people, things or times",
    read=read,
    say=say,
    keys=("of", "precision"),
    needs=("about", "of"),
    patterns=patterns,
    judge=judge,
    family="figure",
    schema={
        "value": {
            "description": "24, “at least 24”, “about 60”, 20-25, “12 adults and 11 children”, or {value: 60, tolerance: 5%}.",
            "type": ["string", "number", "object"],
            "pattern": r"\S",
            "minimum": 0,
            **TOLERANT,
        },
        "precision": PRECISION,
    },
)
