"""A fact that is one name: of a person, a firm, a ship, an operation."""

from __future__ import annotations

from collections.abc import Mapping

from factspec.fields import Node, text, texts
from factspec.kinds.kind import TEXT, Kind
from factspec.kinds.named import judge_named, named_patterns
from factspec.model import Named

__all__ = ["KIND"]


def read(value: Node, others: Mapping[str, Node]) -> Named:
    also = texts(others["also"]) if "also" in others else ()
    return Named((tuple(dict.fromkeys((text(value), *also))),))


def say(value: Named) -> str:
    return value.names[0][0]


KIND = Kind(
    name="name",
    summary="what someone or something is called",
    read=read,
    say=say,
    patterns=named_patterns,
    judge=judge_named,
    family="named",
    schema={"value": {"description": "The name in full; shorter right forms belong in `also`.", **TEXT}},
)
