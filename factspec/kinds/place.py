"""A fact that is a place, and the larger places that it lies in."""

from __future__ import annotations

from collections.abc import Mapping

from factspec.errors import SpecError
from factspec.fields import Node, entries, text, texts
from factspec.kinds.kind import TEXT, TEXTS, Kind
from factspec.kinds.named import judge_named, named_patterns
from factspec.model import Named

__all__ = ["KIND"]


def read(value: Node, others: Mapping[str, Node]) -> Named:
    """ "Springfield, Illinois" is Springfield within Illinois, in `also` too ("Springfield, Ill.")."""
    written = [value, *(entries(others["also"]) if "also" in others else ())]
    forms, larger = zip(*map(_split, written), strict=True)
    within = texts(others["within"]) if "within" in others else ()
    around = [place for places in larger for place in places]
    return Named((tuple(dict.fromkeys(forms)),), within=tuple(dict.fromkeys((*around, *within))))


def _split(node: Node) -> tuple[str, list[str]]:
    name, *larger = [part.strip() for part in text(node).split(",")]
    if not name:
        raise SpecError(node.problem("FS044", "no name stands before the comma", "write the place first: Springfield, Illinois"))
    return name, [place for place in larger if place]


def say(value: Named) -> str:
    return ", ".join([value.names[0][0], *value.within[:1]])


KIND = Kind(
    name="place",
    summary="where something happened",
    read=read,
    say=say,
    keys=("within",),
    needs=("about",),
    patterns=named_patterns,
    judge=judge_named,
    family="named",
    schema={
        "value": {"description": "The place; larger places may follow it after a comma: Springfield, Illinois.", **TEXT},
        "within": {"description": "Larger places that it lies in; an article that names one is vague, not wrong.", **TEXTS},
    },
)
