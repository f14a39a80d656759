"""The waivers of a spec.

What is read: who accepted which finding, why and until when. What is not: whether it has expired or was needed, which a run
says (see `run`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from factspec.errors import Problem, SpecError
from factspec.fields import Faults, Node, fields, missing_keys, nearest, shortened, text, unknown_keys
from factspec.fields.days import DayError, day_of
from factspec.model import Waiver
from factspec.spec.keys import WAIVER

__all__ = ["read_waivers"]

SUGGESTIONS = 20
"""For so many unknown facts the nearest is looked for; a longer list has another fault than spelling."""


def read_waivers(node: Node | None, facts: Collection[str], faults: Faults) -> tuple[Waiver, ...]:
    """The waivers of the list; `facts` are the ids that the spec has."""
    nodes = faults.take(_entries, node, ())
    waivers = [(entry, waiver) for entry in nodes if (waiver := _waiver(entry, faults))]
    faults.problems.extend(_strange(nodes, facts))
    faults.problems.extend(_repeated(waivers))
    return tuple(waiver for _, waiver in waivers)


def _strange(nodes: Iterable[Node], facts: Collection[str]) -> Iterator[Problem]:
    """A problem for each waiver whose fact is not in the spec."""
    quiet = Faults()
    named = [node.content["fact"] for node in nodes if isinstance(node.content, dict) and "fact" in node.content]
    strange = [(node, fact) for node in named if (fact := quiet.take(text, node, "")) and fact not in facts]
    for i, (node, fact) in enumerate(strange):
        hint = nearest(fact, facts) if i < SUGGESTIONS else ""
        yield node.problem("FS210", f"no fact {shortened(fact)!r} in this spec", hint)


def _repeated(waivers: Iterable[tuple[Node, Waiver]]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for entry, waiver in waivers:
        if (waiver.fact, waiver.article) in seen:
            yield entry.problem("FS211", "a second waiver for one fact and article", "keep one of them")
        seen.add((waiver.fact, waiver.article))


def _entries(node: Node) -> tuple[Node, ...]:
    if isinstance(node.content, tuple):
        return node.content
    if isinstance(node.content, dict):
        raise SpecError(node.problem("FS014", "expected a list of waivers, found a mapping", "begin each waiver with '- '"))
    fields(node, "a list of waivers")  # says what was found
    return ()


def _waiver(node: Node, faults: Faults) -> Waiver | None:
    keys = faults.take(lambda node: fields(node, "the keys of a waiver"), node, None)
    if keys is None:
        return None
    faults.problems.extend(unknown_keys(node, WAIVER))
    faults.problems.extend(missing_keys(node, WAIVER))
    fact, article, reason, by = (faults.take(text, keys.get(key), "") for key in ("fact", "article", "reason", "by"))
    until = faults.take(_day, keys.get("until"), None)
    return Waiver(fact, article, reason, by, until, node.place) if until and fact and article else None


def _day(node: Node) -> date:
    try:
        return day_of(text(node))
    except DayError as error:
        raise SpecError(node.problem(error.code, str(error), error.help)) from None
