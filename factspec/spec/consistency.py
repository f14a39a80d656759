"""Whether the facts of a spec agree with each other and with themselves.

What is read: facts that were read without fault, with their nodes for the places. What is not: articles, and whether
anything is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factspec.errors import Problem
from factspec.fields import Node
from factspec.fields.days import WEEKDAYS, names_day, weekday_faults, weekdays
from factspec.model import DateRange, Fact
from factspec.spec.forms import PEOPLE_AND_THINGS, Written, leaves, likeness, names_of, right_forms

__all__ = ["check_facts"]


def check_facts(facts: Iterable[Written]) -> Iterator[Problem]:
    """The problems of facts that were each read without fault."""
    known = list(facts)
    yield from _shared_forms([written for written in known if written.fact.kind in PEOPLE_AND_THINGS])
    yield from _shared_forms([written for written in known if written.fact.kind == "place"])
    for written in known:
        yield from _wrong_forms(written)
        yield from _weekdays(written)


def _shared_forms(facts: Iterable[Written]) -> Iterator[Problem]:
    """A form that belongs to two different names decides nothing: neither fact could be supported by it."""
    owners: dict[str, tuple[str, str, Fact]] = {}
    for written in facts:
        for name, *forms in names_of(written.fact):
            for form in (name, *forms):
                canonical, shown, owner = owners.setdefault(likeness(form), (likeness(name), name, written.fact))
                if canonical != likeness(name):
                    node = _node_of(written, form)
                    found = f"{form!r} is also a form of {shown!r}, fact {owner.id}"
                    yield node.problem("FS042", found, "keep it for one of them, or give both facts the same value")


def _node_of(written: Written, form: str) -> Node:
    """The node that a form was read from: the last such entry of `also`, else the value."""
    wanted = {likeness(form), likeness(form.partition(",")[0])}
    for node in reversed(list(leaves(written.keys.get("also")))):
        if isinstance(node.content, str) and likeness(node.content.partition(",")[0]) in wanted:
            return node
    return written.keys["value"]


def _wrong_forms(written: Written) -> Iterator[Problem]:
    """A form that is right and wrong at once."""
    if not written.fact.wrong:
        return
    right = {likeness(form) for form in right_forms(written)}
    for node in leaves(written.keys.get("not")):
        if isinstance(node.content, str) and likeness(node.content) in right:
            found = f"{node.content!r} is a right form of this fact too"
            yield node.problem("FS043", found, "take it out of 'not', or out of the right forms")


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
