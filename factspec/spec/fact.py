"""One fact of a spec: its keys become a `Fact`.

What is read: the keys that every kind shares; the value and a kind's own keys are read by the kind. What is not: whether the
facts of a spec agree with each other, see `consistency`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from factspec.errors import SpecError
from factspec.fields import (
    Faults,
    Node,
    boolean,
    choice,
    entries,
    fields,
    missing_keys,
    nearest,
    shortened,
    slip,
    text,
    texts,
    unknown_keys,
)
from factspec.kinds import KINDS, Kind
from factspec.model import Examples, Fact
from factspec.spec.history import read_history
from factspec.spec.keys import EXAMPLES, HINTS, ID, SEVERITIES, TAG, keys_of

__all__ = ["read_fact"]

NEEDED = {"kind": f"one of {', '.join(KINDS)}", "value": "the curated value"}


def read_fact(name: str, node: Node, faults: Faults) -> Fact | None:
    """The fact, or None where its kind or value could not be read; all that is wrong with it goes to `faults`."""
    if not re.fullmatch(ID, name):
        found = f"{shortened(name)!r} cannot be the id of a fact"
        faults.problems.append(
            replace(node.key_problem("FS020", found, "use letters, digits, - and _"), message=f"facts: {found}")
        )
    keys = faults.take(lambda node: fields(node, "the keys of a fact (kind, value, …)"), node, None)
    if keys is None:
        return None
    kind = faults.take(_kind, keys.get("kind"), None)
    faults.problems.extend(unknown_keys(node, keys_of(kind.name if kind else ""), HINTS))
    faults.problems.extend(missing_keys(node, NEEDED))
    shared = _shared(keys, kind, faults)
    if kind is None:
        return None
    _check_needs(node, kind, keys, faults)
    value = faults.take(lambda value: kind.read(value, keys), keys.get("value"), None)
    history = read_history(keys, kind, value, faults) if "history" in keys else ()
    if value is None:
        return None
    places = {key: entry.key_place for key, entry in keys.items()}
    return Fact(name, kind.name, value, kind.say(value), node.key_place, history=history, places=places, **shared)


def _kind(node: Node) -> Kind[Any]:
    name = text(node)
    if node.content in KINDS:
        return KINDS[name]
    hint = nearest(name, KINDS) or f"kinds: {', '.join(KINDS)}"
    raise SpecError(node.problem("FS023", f"unknown kind {shortened(name)!r}", hint, fix=slip(name, KINDS)))


def _shared(keys: Mapping[str, Node], kind: Kind[Any] | None, faults: Faults) -> dict[str, Any]:
    """The values of the keys that are read alike for every kind, as arguments of `Fact`."""
    own = kind.schema if kind else {}
    read = {
        "also": _aliases if kind is None or "also" in own else texts,
        "precision": _one_of(own.get("precision", {}).get("enum")),
    }
    found: dict[str, Any] = {}
    for key, node in keys.items():
        argument, shared = SHARED.get(key, (key, read.get(key)))
        value = faults.take(shared, node, None) if shared else None
        if value is not None:
            found[argument] = value
    return found


def _one_of(options: Iterable[str] | None) -> Callable[[Node], str] | None:
    return partial(choice, options=options) if options else None


def _aliases(node: Node) -> tuple[str, ...]:
    """The aliases of a list, or of a mapping from names to lists."""
    if isinstance(node.content, dict):
        return tuple(alias for inner in node.content.values() for alias in texts(inner))
    return texts(node)


def _tags(node: Node) -> tuple[str, ...]:
    tags = texts(node)
    faults = Faults(
        entry.problem(
            "FS022", f"{shortened(tag)!r} cannot be a mark of pytest", "use letters, digits, _ and -, not a digit first"
        )
        for entry, tag in zip(entries(node), tags, strict=True)
        if not re.fullmatch(TAG, str(entry.content))
    )
    faults.settle()
    return tags


def _check_needs(node: Node, kind: Kind[Any], keys: Mapping[str, Node], faults: Faults) -> None:
    """A kind whose values every article is full of needs the words that tie one of them to this fact."""
    given = [keys[key] for key in kind.needs if key in keys]
    if any(entry.content != () for entry in given) or not kind.needs:
        return
    help_ = f"write {kind.needs[0]}: [words near which an article states it]"
    needed = " or ".join(map(repr, kind.needs))
    for entry in given[:1]:
        faults.problems.append(entry.key_problem("FS024", f"the list is empty, and kind {kind.name} needs {needed}", help_))
    if not given:
        faults.problems.append(node.key_problem("FS024", f"kind {kind.name} needs {needed}", help_))


def _examples(node: Node) -> Examples:
    faults = Faults(unknown_keys(node, EXAMPLES))
    sentences = [
        (verdict, faults.take(text, entry, ""), entry.place)
        for key, verdict in EXAMPLES.items()
        for entry in faults.take(entries, fields(node).get(key), ())
    ]
    faults.settle()
    return Examples(tuple(sentences))


SHARED: Mapping[str, tuple[str, Callable[[Node], Any]]] = {
    **{key: (key, texts) for key in ("about", "of", "when")},
    **{key: (key, text) for key in ("statement", "source", "note")},
    **{key: (key, boolean) for key in ("required", "checked")},
    "not": ("wrong", texts),
    "severity": ("severity", partial(choice, options=SEVERITIES)),
    "tags": ("tags", _tags),
    "examples": ("examples", _examples),
}
"""Key → the argument of `Fact` and the getter that makes it."""
