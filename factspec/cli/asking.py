"""What commands have in common: the day, the ids of facts, and "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches

from factspec.model import Spec

__all__ = ["ids", "nearest", "today"]


def today(asked: date | None) -> date:
    """The day that was asked for, else the one of the clock on the wall."""
    return asked or datetime.now().astimezone().date()


def ids(specs: Iterable[Spec]) -> list[str]:
    """The ids of the facts of all specs, each once."""
    return list(dict.fromkeys(fact.id for spec in specs for fact in spec.facts))


def nearest(wanted: str, known: Sequence[str]) -> str:
    """What was meant perhaps, as the help of a problem; empty where nothing is near."""
    close = get_close_matches(wanted, known, 1)
    return f"did you mean {close[0]!r}?" if close else ""
