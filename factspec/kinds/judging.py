"""What the kinds have in common: a judgement, and how bound mentions add up to one.

A mention that differs accuses only where it is bound strongly and asserted; one that agrees supports wherever it is bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from factspec.binding.scene import Scene
from factspec.model import Bound, Comparison, Mention, Span, Status, Verdict

__all__ = ["Judged", "Judgement", "add_up", "literal", "omitted"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason, what was found (as written), the spans it rests on and the steps that led to it."""

    verdict: Verdict
    reason: str
    found: str = ""
    spans: tuple[Span, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A bound mention, compared. `meaning` is what it was read as."""

    bound: Bound
    comparison: Comparison
    meaning: str = ""


def omitted(reason: str, steps: Sequence[str] = ()) -> Judgement:
    return Judgement(Verdict.OMITTED, reason, steps=tuple(steps))


def literal(scene: Scene, span: Span | Mention) -> str:
    """A span of the article as written, on one line."""
    return " ".join(scene.text[span.start : span.end].split())


def add_up(scene: Scene, expected: str, judged: Iterable[Judged]) -> Judgement:
    """The verdict over all mentions of a fact: an accusation first, then support, then a weaker statement, else omission."""
    rows = list(judged)
    steps = tuple(_step(scene, row) for row in rows)
    for verdict, wanted, reason in _ORDER:
        chosen = [r for r in rows if wanted(r)]
        if chosen:
            best = sorted(chosen, key=lambda r: not r.bound.strong)
            spans = tuple(Span(r.bound.mention.start, r.bound.mention.end) for r in best)
            found = literal(scene, best[0].bound.mention)
            return Judgement(verdict, reason(best[0], found, expected), found, spans, steps)
    return omitted("nothing in the article states it" if not rows else "no figure or date here is bound to the fact", steps)


def _accuses(row: Judged) -> bool:
    return row.bound.strong and row.bound.status is Status.ASSERTED and row.comparison is Comparison.DIFFERS


def _denies(row: Judged) -> bool:
    return row.bound.strong and row.bound.status is Status.DENIED and row.comparison is Comparison.AGREES


def _supports(row: Judged) -> bool:
    return row.bound.status is Status.ASSERTED and row.comparison is Comparison.AGREES


def _hints(row: Judged) -> bool:
    return row.bound.status in (Status.ASSERTED, Status.HYPOTHETICAL) and row.comparison is Comparison.WEAKER


_ORDER: tuple[tuple[Verdict, Callable[[Judged], bool], Callable[[Judged, str, str], str]], ...] = (
    (Verdict.CONTRADICTED, _accuses, lambda r, found, expected: f"states “{found}”{_as(r)} where the spec has {expected}"),
    (Verdict.CONTRADICTED, _denies, lambda r, found, expected: f"denies “{found}”, which the spec has as {expected}"),
    (Verdict.SUPPORTED, _supports, lambda r, found, expected: f"states “{found}”{_as(r)}"),
    (Verdict.VAGUE, _hints, lambda r, found, expected: f"states only “{found}”{_as(r)}, weaker than {expected}"),
)


def _as(row: Judged) -> str:
    return f" ({row.meaning})" if row.meaning else ""


def _step(scene: Scene, row: Judged) -> str:
    bound = row.bound
    anchor = f" by “{literal(scene, bound.anchor)}”" if bound.anchor else ""
    force = "strongly" if bound.strong else "weakly"
    return (
        f"“{literal(scene, bound.mention)}”{_as(row)} is bound {force}{anchor}: {'; '.join(bound.rules)}; "
        f"it is {bound.status} and {row.comparison}"
    )
