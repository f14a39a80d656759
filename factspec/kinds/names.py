"""A fact that is several names, of which every one is required or, with `any: true`, one is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factspec.errors import SpecError
from factspec.fields import Faults, Node, alternatives, boolean, entries, fields, shortened, text, texts, unknown_keys
from factspec.kinds.kind import TEXT, TEXTS, Kind, Schema
from factspec.kinds.named import judge_named, named_patterns
from factspec.language.folding import words
from factspec.model import Named

__all__ = ["KIND"]

MOST = 100
JOINING = frozenset({"a", "an", "and", "for", "in", "of", "on", "the"})
ALSO: Schema = {
    "description": "Further right forms: a list, or for each name its own (United Arab Emirates: [UAE]).",
    "type": ["string", "number", "boolean", "array", "object"],
    "pattern": r"\S",
    "items": TEXT,
    "maxItems": 1000,
    "additionalProperties": TEXTS,
}


def read(value: Node, others: Mapping[str, Node]) -> Named:
    names = _names(value)
    any_ = boolean(others["any"]) if "any" in others else False
    if "also" not in others:
        return Named(tuple((name,) for name in names), any=any_)
    also = others["also"]
    shared = _mapped(also, names) if isinstance(also.content, dict) else _given_out(entries(also), names)
    return Named(tuple(tuple(dict.fromkeys((name, *shared[name]))) for name in names), any=any_)


def _names(value: Node) -> tuple[str, ...]:
    """The names of the list, each once."""
    if isinstance(value.content, str):
        found = f"expected a list of names, found {shortened(text(value))!r}"
        raise SpecError(value.problem("FS014", found, "write [name, name], or kind: name"))
    if isinstance(value.content, dict):
        raise SpecError(value.problem("FS014", "expected a list of names, found a mapping", "write [name, name]"))
    if isinstance(value.content, tuple) and not 1 <= len(value.content) <= MOST:
        raise SpecError(value.problem("FS018", f"expected 1 to {MOST} names, found {len(value.content)}"))
    names = texts(value)
    faults, seen = Faults(), set[str]()
    for node, name in zip(entries(value), names, strict=True):
        if name.casefold() in seen:
            faults.problems.append(node.problem("FS041", f"{shortened(name)!r} stands in the list twice"))
        seen.add(name.casefold())
    faults.settle()
    return names


def _mapped(also: Node, names: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Aliases that the spec gives to each name itself."""
    faults = Faults(unknown_keys(also, names))
    shared = {name: faults.take(texts, node, ()) for name, node in fields(also).items()}
    faults.settle()
    return {name: shared.get(name, ()) for name in names}


def _given_out(also: Sequence[Node], names: Sequence[str]) -> Mapping[str, list[str]]:
    """Aliases of a plain list, each given to the one name that it abbreviates or shares most words with."""
    shared: dict[str, list[str]] = {name: [] for name in names}
    owners, faults = _Owners(names), Faults()
    for node in also:
        if owner := faults.take(owners.of, node, ""):
            shared[owner].append(text(node))
    faults.settle()
    return shared


class _Owners:
    """Which of some names an alias belongs to."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._by_word: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[str]] = {}
        for name in names:
            for word in set(words(name).words) - JOINING:
                self._by_word.setdefault(word, []).append(name)
            for initials in _initials(name):
                self._by_initials.setdefault(initials, []).append(name)

    def of(self, node: Node) -> str:
        alias = text(node)
        best = self._names if len(self._names) == 1 else self._likely(words(alias).words)
        if len(best) == 1:
            return best[0]
        found = f"{shortened(alias)!r} may belong to {alternatives(tuple(map(repr, best[:3])))}" if best else ""
        help_ = f"say which: also: {{{best[0] if best else self._names[0]}: [{alias}]}}"
        raise SpecError(node.problem("FS040", found or f"{shortened(alias)!r} belongs to none of the names", shortened(help_)))

    def _likely(self, alias: list[str]) -> Sequence[str]:
        """The names that fit best: those it abbreviates, else those it shares most words with."""
        if short := self._by_initials.get("".join(alias)):
            return short
        common = Counter[str]()
        for word in set(alias):
            common.update(self._by_word.get(word, ()))
        return [name for name in self._names if common and common[name] == max(common.values())]


def _initials(name: str) -> set[str]:
    """The first letters of all its words, and of the capitalised ones, where they are two or more."""
    found = words(name)
    capital = [word[0] for word, start in zip(found.words, found.starts, strict=True) if name[start].isupper()]
    initials = {"".join(capital), "".join(word[0] for word in found.words)}
    return {letters for letters in initials if len(letters) > 1}


def say(value: Named) -> str:
    *names, last = [forms[0] for forms in value.names]
    return f" {'or' if value.any else 'and'} ".join(filter(None, (", ".join(names), last)))


KIND = Kind(
    name="names",
    summary="several names, of which all are required",
    read=read,
    say=say,
    keys=("any",),
    patterns=named_patterns,
    judge=judge_named,
    family="named",
    schema={
        "value": {
            "description": "The names. Every one is required, or, with `any: true`, one of them.",
            "type": "array",
            "items": TEXT,
            "minItems": 1,
            "maxItems": MOST,
        },
        "any": {"description": "Whether one of the names is enough (false).", "type": "boolean"},
        "also": ALSO,
    },
)
