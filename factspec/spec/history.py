"""What was right before: the key `history` becomes standings in time order.

What is read: moments without a zone, a day meaning its midnight, each with a value of the fact's kind. What is not: when an
article appeared, and so which standing it is held against.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from factspec.fields import Faults, Node, fields
from factspec.fields.days import DayError, moment
from factspec.kinds import Kind
from factspec.model import FactValue, Standing

__all__ = ["read_history"]

Entry = tuple[Node, Standing]


def read_history(keys: Mapping[str, Node], kind: Kind[Any], value: FactValue | None, faults: Faults) -> tuple[Standing, ...]:
    """The standings of a fact; faults and warnings go to `faults`."""
    written = faults.take(lambda node: fields(node, "a mapping (moment: value)"), keys.get("history"), {})
    own = {key: keys[key] for key in kind.keys if key in keys and key != "precision"}
    read = [(node, _standing(key, node, kind, own, faults)) for key, node in written.items()]
    entries = [(node, standing) for node, standing in read if standing]
    _check_order(entries, faults)
    if entries and value is not None:
        _check_last(entries[-1], kind, value, faults)
    return tuple(sorted((standing for _, standing in entries), key=lambda standing: standing.since))


def _standing(key: str, node: Node, kind: Kind[Any], own: Mapping[str, Node], faults: Faults) -> Standing | None:
    value: FactValue | None = faults.take(lambda node: kind.read(node, own), node, None)
    try:
        since = moment(key)
    except DayError as error:
        faults.problems.append(node.key_problem(error.code, str(error), error.help))
        return None
    return Standing(since, value) if value is not None else None


def _check_order(entries: list[Entry], faults: Faults) -> None:
    seen = {entry[1].since for entry in entries[:1]}
    for (_, before), (node, standing) in pairwise(entries):
        if standing.since in seen:
            faults.problems.append(node.key_problem("FS051", "a second value for one moment", "keep one of them"))
        elif standing.since < before.since:
            message = "earlier than the entry above it"
            faults.problems.append(node.key_problem("FS052", message, "write the oldest first", warning=True))
        seen.add(standing.since)


def _check_last(entry: Entry, kind: Kind[Any], value: FactValue, faults: Faults) -> None:
    """The value took over at some moment; only the last entry can say when."""
    node, standing = entry
    last, now = kind.say(standing.value), kind.say(value)
    if last != now:
        message = f"the last entry is {last}, but the value is {now}"
        faults.problems.append(node.problem("FS053", message, f"add since when {now} is right", warning=True))
