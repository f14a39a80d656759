"""The forms that a fact holds: its names, the entries of its lists, and when two spellings are one form.

What is read: facts and their nodes. What is not: whether they agree, see `consistency` and `doubts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factspec.fields import Node
from factspec.model import Fact, Named, Quote, Role

__all__ = ["PEOPLE_AND_THINGS", "Written", "leaves", "likeness", "names_of", "right_forms"]

PEOPLE_AND_THINGS = frozenset({"name", "names", "role"})
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A fact and the nodes of its keys."""

    fact: Fact
    keys: Mapping[str, Node]


def likeness(form: str) -> str:
    """What two spellings of one form have in common: no case, no punctuation."""
    return _GAP.sub(" ", form.casefold()).strip() or form


def names_of(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The names of a fact, each with all its right forms."""
    if isinstance(fact.value, Named):
        return fact.value.names
    if isinstance(fact.value, Role):
        return ((fact.value.person, *fact.also),)
    return ()


def right_forms(written: Written) -> Iterator[str]:
    """Every form that agrees with a fact as it stands."""
    fact, value = written.fact, written.keys["value"]
    yield from fact.also
    yield from (form for forms in names_of(fact) for form in forms)
    yield fact.value.words if isinstance(fact.value, Quote) else fact.expected
    if isinstance(value.content, str):
        yield value.content


def leaves(node: Node | None) -> Iterator[Node]:
    """The scalars in a node."""
    if node is None:
        return
    inner = node.content.values() if isinstance(node.content, dict) else node.content
    if isinstance(inner, str) or inner is None:
        yield node
        return
    for entry in inner:
        yield from leaves(entry)
