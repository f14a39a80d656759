"""3,000 random edits of specs of random layout: each is made as it was wanted, or refused; none is made wrong.

What is wanted is reckoned here, on what another loader of YAML (that of PyYAML, every scalar a text) reads of the old text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from spec_layouts import TEXTS, spec_of

from factspec.editing import add_form, append_facts, append_waiver, remove_item, rename_key, replace_scalar
from factspec.errors import FactspecError
from factspec.model import Place

EDITS = 3000
PATH = "a.facts.yaml"
Way = tuple[str | int, ...]


class Spot(NamedTuple):
    """An entry as PyYAML's own nodes know it: the way to it, its place, that of its key, and whether it is a scalar."""

    way: Way
    place: Place
    key: Place | None
    scalar: bool


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def spots(node: yaml.Node, way: Way = ()) -> Iterator[Spot]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    inner: list[tuple[str | int, yaml.Node | None, yaml.Node]] = [(key.value, key, value) for key, value in pairs]
    if isinstance(node, yaml.SequenceNode):
        inner = [(i, None, value) for i, value in enumerate(node.value)]
    for step, key, value in inner:
        here = (*way, step)
        yield Spot(here, place(value), place(key) if key else None, isinstance(value, yaml.ScalarNode))
        yield from spots(value, here)


def place(node: yaml.Node) -> Place:
    return Place(PATH, node.start_mark.line + 1, node.start_mark.column + 1)


def got(said: Any, way: Way) -> Any:
    for step in way:
        said = said[step]
    return said


class Edit:
    """One edit: it makes the new text, and the old data into what is wanted. `loses` is how many old lines may be other ones."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(-seed)
        self.text, self.facts = spec_of(seed)
        self.wanted = loaded(self.text)
        self.loses = 1
        self.gone = ""
        self.name = self.chance.choice(("facts", "waiver", "form", "form", "scalar", "scalar", "key", "remove"))

    def made(self) -> str:
        return str(getattr(self, f"make_{self.name}")())

    def spot(self, fits: Any) -> Spot:
        return self.chance.choice([spot for spot in self.all_spots() if fits(spot)])

    def tried(self) -> tuple[str, str]:
        """The new text, or the code of the refusal."""
        try:
            return self.made(), ""
        except FactspecError as error:
            return "", error.problems[0].code

    def make_facts(self) -> str:
        words = self.chance.sample(TEXTS, 2)
        new = {f"new{i}": {"kind": "name", "value": f"New {i}", "note": word} for i, word in enumerate(words)}
        lines = [f"  {id_}:\n    kind: name\n    value: New {i}\n    note: {quoted(words[i])}\n" for i, id_ in enumerate(new)]
        note = "" if self.chance.random() < 0.3 else "  # c1000: found .\n"
        self.loses = 0 if isinstance(self.wanted.get("facts"), dict) and self.wanted["facts"] else 1
        held = self.wanted.get("facts")
        self.wanted["facts"] = {**(held if isinstance(held, dict) else {}), **new}
        return append_facts(PATH, self.text, note + "".join(lines))

    def make_waiver(self) -> str:
        new = {"fact": f"f{self.chance.randrange(self.facts or 1)}", "article": "new.txt", "reason": self.chance.choice(TEXTS)}
        new |= {"by": self.chance.choice(TEXTS)}
        self.wanted["waivers"] = [*(self.wanted.get("waivers") or []), {**new, "until": "2027-01-31"}]
        self.loses = 0
        return append_waiver(PATH, self.text, **new, until=date(2027, 1, 31))

    def make_form(self) -> str:
        fact = f"f{self.chance.randrange(self.facts)}" if self.facts and self.chance.random() < 0.9 else None
        key = self.chance.choice(("also", "not", "about", "when")) if fact else "articles"
        holder = self.wanted["facts"][fact] if fact else self.wanted
        old, form = holder.get(key, []), "form " + self.chance.choice(TEXTS)
        holder[key] = [*([old] if isinstance(old, str) else old), form]
        return add_form(PATH, self.text, fact, key, form)

    def make_scalar(self) -> str:
        some = self.chance.random() < 0.9
        spot = self.spot(lambda spot: spot.scalar and (not some or spot.way[-1] in {"note", "source", "reason", 0, 1, "event"}))
        new, old = self.chance.choice(TEXTS), got(self.wanted, spot.way)
        got(self.wanted, spot.way[:-1])[spot.way[-1]] = new + old[len(old.rstrip("\n")) :]
        self.loses = 3
        return replace_scalar(PATH, self.text, self.chance.choice((spot.place, spot.key or spot.place)), new)

    def make_key(self) -> str:
        spot = self.spot(lambda spot: spot.key)
        new = self.chance.choice(("note", "source", "statement", "when", "about", "new-id", "x"))
        held = got(self.wanted, spot.way[:-1])
        if new not in held:
            renamed = {new if key == spot.way[-1] else key: value for key, value in held.items()}
            held.clear()
            held.update(renamed)
        assert spot.key
        return rename_key(PATH, self.text, spot.key, new)

    def make_remove(self) -> str:
        entries = [spot for spot in self.all_spots() if spot.way[0] in {"waivers", "facts", "articles"}]
        spot = self.chance.choice(entries or list(self.all_spots()))
        way = spot.way
        at = [other for other in self.all_spots() if other.key is None and other.place in {spot.place, spot.key}]
        way = at[0].way if at and spot.key else way
        while len(got(self.wanted, way[:-1])) == 1 and len(way) > 1:
            way = way[:-1]
        del got(self.wanted, way[:-1])[way[-1]]
        self.loses = 100
        self.gone = "some"
        return remove_item(PATH, self.text, spot.key or spot.place)

    def all_spots(self) -> list[Spot]:
        root = yaml.compose(self.text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)
        return list(spots(root)) if root else []


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def faults(edit: Edit, new: str) -> Iterator[str]:
    """What is wrong with the outcome of an edit."""
    old = edit.text
    if loaded(new) != edit.wanted:
        yield f"says {loaded(new)}\nnot {edit.wanted}"
    if new.startswith("\ufeff") != old.startswith("\ufeff"):
        yield "byte order mark"
    breaks = set(re.findall(r"\r\n|\r|\n", old)) or {"\n"}
    if not set(re.findall(r"\r\n|\r|\n", new)) <= breaks:
        yield "line ends"
    were, are = comments(old), comments(new)
    if [one for one in are if one in were] != were and not edit.gone:
        yield f"comments {were} are {are}"
    if edit.gone and [one for one in were if one in are] != are:
        yield f"comments {were} are {are}"
    before, after = old.splitlines(), new.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks())
    if len(before) - same > edit.loses:
        yield f"{len(before) - same} lines were changed, not {edit.loses}"


def comments(text: str) -> list[str]:
    return re.findall(r"# c(\d+): .*? \.", text)


@pytest.mark.slow
def test_3000_random_edits_are_each_verified_or_refused_and_none_is_wrong() -> None:
    outcomes: Counter[tuple[str, str]] = Counter()
    wrong = []
    for seed in range(EDITS):
        edit = Edit(seed)
        new, code = edit.tried()
        if code:
            outcomes[edit.name, code] += 1
            continue
        outcomes[edit.name, "made"] += 1
        wrong += [f"seed {seed}, {edit.name}: {fault}\n{edit.text}\n{new}" for fault in faults(edit, new)]
    assert not wrong, f"{len(wrong)} wrong\n" + "\n========\n".join(wrong[:3])
    assert {code for _, code in outcomes} <= {"made", "FS402", "FS403", "FS404"}
    made = sum(number for (_, code), number in outcomes.items() if code == "made")
    unable = sum(number for (_, code), number in outcomes.items() if code == "FS403")
    print(dict(sorted(outcomes.items())))
    assert made > 0.8 * EDITS, outcomes
    assert unable < 0.01 * EDITS, outcomes
