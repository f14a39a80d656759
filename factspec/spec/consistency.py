"""Whether the facts of a spec agree with each other and with themselves.

What is read: facts that were read without fault, with their nodes for the places. What is not: articles, and whether
anything is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factspec.errors import Problem
from factspec.fields import Node
from factspec.fields.days import WEEKDAYS, names_day, weekday_faults, weekdays
from factspec.model import DateRange, Fact, Named, Quote, Role

__all__ = ["Written", "check_facts"]

PEOPLE_AND_THINGS = frozenset({"name", "names", "role"})
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A fact and the nodes of its keys."""

    fact: Fact
    keys: Mapping[str, Node]


def check_facts(facts: Iterable[Written]) -> Iterator[Problem]:
    """The problems of facts that were each read without fault."""
    known = list(facts)
    yield from _shared_forms([written for written in known if written.fact.kind in PEOPLE_AND_THINGS])
    yield from _shared_forms([written for written in known if written.fact.kind == "place"])
    for written in known:
        yield from _wrong_forms(written)
        yield from _weekdays(written)


def _key(form: str) -> str:
    """What two spellings of one form have in common: no case, no punctuation."""
    return _GAP.sub(" ", form.casefold()).strip() or form


def _names(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """The names of a fact, each with all its right forms."""
    if isinstance(fact.value, Named):
        return fact.value.names
    if isinstance(fact.value, Role):
        return ((fact.value.person, *fact.also),)
    return ()


def _shared_forms(facts: Iterable[Written]) -> Iterator[Problem]:
    """A form that belongs to two different names decides nothing: neither fact could be supported by it."""
    owners: dict[str, tuple[str, str, Fact]] = {}
    for written in facts:
        for name, *forms in _names(written.fact):
            for form in (name, *forms):
                canonical, shown, owner = owners.setdefault(_key(form), (_key(name), name, written.fact))
                if canonical != _key(name):
                    node = _node_of(written, form)
                    found = f"{form!r} is also a form of {shown!r}, fact {owner.id}"
                    yield node.problem("FS042", found, "keep it for one of them, or give both facts the same value")


def _node_of(written: Written, form: str) -> Node:
    """The node that a form was read from: the last such entry of `also`, else the value."""
    for node in reversed(list(_leaves(written.keys.get("also")))):
        if isinstance(node.content, str) and _key(node.content.partition(",")[0]) in {_key(form), _key(form.partition(",")[0])}:
            return node
    return written.keys["value"]


def _leaves(node: Node | None) -> Iterator[Node]:
    """The scalars in a node."""
    if node is None:
        return
    inner = node.content.values() if isinstance(node.content, dict) else node.content
    if isinstance(inner, str) or inner is None:
        yield node
        return
    for entry in inner:
        yield from _leaves(entry)


def _wrong_forms(written: Written) -> Iterator[Problem]:
    """A form that is right and wrong at once."""
    if not written.fact.wrong:
        return
    right = {_key(form) for form in _right_forms(written)}
    for node in _leaves(written.keys.get("not")):
        if isinstance(node.content, str) and _key(node.content) in right:
            found = f"{node.content!r} is a right form of this fact too"
            yield node.problem("FS043", found, "take it out of 'not', or out of the right forms")


def _right_forms(written: Written) -> Iterator[str]:
    fact, value = written.fact, written.keys["value"]
    yield from fact.also
    yield from (form for forms in _names(fact) for form in forms)
    yield fact.value.words if isinstance(fact.value, Quote) else fact.expected
    if isinstance(value.content, str):
        yield value.content


def _weekdays(written: Written) -> Iterator[Problem]:
    """A weekday in the statement that does not fit the date beside it, or the fact's own day."""
    fact = written.fact
    if "day" not in fact.statement:
        return
    found = list(weekday_faults(fact.statement)) or list(_weekday_of_value(fact))
    for fault in found:
        yield written.keys["statement"].problem("FS033", f"the statement says {fault}", "correct one of them", warning=True)


def _weekday_of_value(fact: Fact) -> Iterator[str]:
    """The only weekday of a statement that names no day beside it is that of the value."""
    named, value = weekdays(fact.statement), fact.value
    if not isinstance(value, DateRange) or value.first != value.last or len(named) != 1 or names_day(fact.statement):
        return
    if named[0] != value.first.weekday():
        yield f"{WEEKDAYS[named[0]]}, {value.first} is a {WEEKDAYS[value.first.weekday()]}"
