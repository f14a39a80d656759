"""A YAML text becomes a `Spec`.

What is read: one document in version 1 of the language. What is not: files and folders (see `loading`), articles, and anything
that YAML would guess: scalars are the text that was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factspec.errors import Problem, SpecError
from factspec.fields import Faults, Node, entries, fields, missing_keys, parse, shortened, text, texts, unknown_keys
from factspec.model import Fact, Place, Spec
from factspec.spec.consistency import check_facts
from factspec.spec.doubts import doubts
from factspec.spec.fact import read_fact
from factspec.spec.forms import Written
from factspec.spec.waiver import read_waivers

__all__ = ["KEYS", "Loaded", "load_spec"]

MOST = 1000
"""Problems of one file that are shown."""
KEYS = ("factspec", "event", "articles", "facts", "waivers")
NEEDED = {"factspec": "write factspec: 1", "event": "what the facts are about", "facts": "the facts, each under its id"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A spec and the warnings that came with it."""

    spec: Spec
    warnings: tuple[Problem, ...] = ()


def load_spec(path: str, text: str) -> Loaded:
    """The spec of a YAML text; SpecError with everything that is wrong in it, in the order of the places.

    `path` is the file's path as the user wrote it; nothing is read from it.
    """
    try:
        root, problems = parse(path, text)
    except SpecError as error:
        raise SpecError(_shown(error.problems)) from None
    faults = Faults(problems)
    spec = faults.take(lambda root: _spec(path, root, faults), root, Spec(path, "", ()))
    found = _shown(faults.problems)
    if not all(problem.warning for problem in found):
        raise SpecError(found)
    return Loaded(spec, found)


def _shown(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order, each once, or as many as a person can bear and how many more there are."""
    found = sorted(set(problems), key=_order)
    if len(found) <= MOST:
        return tuple(found)
    warning = all(problem.warning for problem in found)
    more = f"{len(found) - MOST:,} more problems or so are not shown"
    return (*found[:MOST], Problem("FS025", more, found[MOST].place, "mend the ones above first", warning))


def _order(problem: Problem) -> tuple[Place, str, str]:
    return problem.place or Place("", 0, 0), problem.code, problem.message


def _spec(path: str, root: Node, faults: Faults) -> Spec:
    if root.plain and root.content == "":
        raise SpecError(root.problem("FS010", "the spec is empty", "a spec begins with factspec: 1"))
    keys = fields(root, "the keys of a spec (factspec, event, facts, …)")
    faults.problems.extend(unknown_keys(root, KEYS))
    faults.problems.extend(missing_keys(root, NEEDED))
    faults.take(_check_version, keys.get("factspec"), None)
    facts = _facts(keys.get("facts"), faults)
    return Spec(
        path,
        event=faults.take(text, keys.get("event"), ""),
        facts=facts,
        articles=faults.take(_articles, keys.get("articles"), ()),
        waivers=read_waivers(keys.get("waivers"), _ids(keys.get("facts")), faults),
    )


def _check_version(node: Node) -> None:
    if node.plain and node.content == "1":
        return
    raise SpecError(
        node.problem("FS011", f"version {shortened(text(node))!r} is not supported", "this factspec reads factspec: 1")
    )


def _ids(node: Node | None) -> tuple[str, ...]:
    return tuple(node.content) if node and isinstance(node.content, dict) else ()


def _facts(node: Node | None, faults: Faults) -> tuple[Fact, ...]:
    """The facts that could be read; those without fault are checked against each other."""
    written = faults.take(lambda node: fields(node, "a mapping (id: fact)"), node, None)
    if written == {} and node:
        faults.problems.append(node.key_problem("FS021", "the spec has no facts", "write at least one"))
    facts: list[Written] = []
    for name, fact_node in (written or {}).items():
        if fact := read_fact(name, fact_node, faults):
            facts.append(Written(fact, fields(fact_node)))
        if len(faults.problems) > 10 * MOST:
            break  # none of these will be shown
    faults.problems.extend(check_facts(facts))
    faults.problems.extend(doubts(facts))
    return tuple(written.fact for written in facts)


def _articles(node: Node) -> tuple[tuple[str, Place], ...]:
    return tuple(zip(texts(node), (entry.place for entry in entries(node)), strict=True))
