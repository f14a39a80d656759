"""What a kind of fact is: how its value is read from a spec, how it is said to an editor, and its part of the JSON Schema.

What is read: nothing; each kind's own module holds its functions and ends in `KIND = Kind(…)`. What is not: the table of all
kinds, which is `factspec.kinds.KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factspec.binding.pattern import Pattern
from factspec.binding.scene import Scene
from factspec.fields import Node
from factspec.kinds.judging import Judgement
from factspec.model import Fact, FactValue

__all__ = ["TEXT", "TEXTS", "Kind", "Schema"]

V = TypeVar("V", bound=FactValue)
Schema = Mapping[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""Any scalar but null: what YAML takes for a number or a boolean is the text that was written."""
TEXTS: Schema = {"type": ["string", "number", "boolean", "array"], "pattern": r"\S", "items": TEXT, "maxItems": 1000}
"""A text or a list of texts."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[V]):
    """A kind of fact.

    `read` makes the value of the node of `value` and the nodes of the fact's other keys (those of `schema` are its own), or
    raises SpecError with all that is wrong; `say` gives a value as an editor reads it. `keys` are allowed beyond the common
    ones; of `needs` a fact must have at least one. `schema` holds the JSON Schema of `value` and of the kind's own keys.
    `patterns` are the words by which an article touches a fact; `judge` is given the fact with its number and the scene.
    Kinds of one `family` compete for the same mentions: a date that is nearer to another date fact's anchor belongs there.
    """

    name: str
    summary: str
    read: Callable[[Node, Mapping[str, Node]], V]
    say: Callable[[V], str]
    schema: Mapping[str, Schema]
    patterns: Callable[[Fact], Iterable[Pattern]]
    judge: Callable[[int, Fact, Scene], Judgement]
    family: str
    keys: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
