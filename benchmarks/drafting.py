"""How much of a hand-made spec `factspec draft` proposes: the facts of each event's facts.json beside the proposals.

A fact is proposed where a proposal of its kind has its value and, of a count, a quantity or a date, a word of the fact's
statement among its anchors; every proposal stands for one fact at most. The articles are read for drafting, facts.json is read
for scoring alone.
What a person would keep of the first fifteen proposals is judged by hand and not measured here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks import gold
from benchmarks.tables import Table, share
from factspec.binding.scene import stem
from factspec.drafting.drafts import MOST, draft
from factspec.drafting.proposal import Proposal
from factspec.fields import parse
from factspec.kinds import KINDS
from factspec.language.folding import words
from factspec.language.naming import same_name
from factspec.language.offices import OFFICE_VARIANTS
from factspec.language.synonyms import synonyms
from factspec.language.units import convert
from factspec.model import DateRange, Figure, Named, Parts, Quote, Role
from factspec.readers import read

__all__ = ["measure", "proposed"]

FIRST = 15
EVERY = 10_000
Gold = Mapping[str, Any]


def measure(peers: bool) -> Iterator[Table]:
    rows = []
    totals: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for topic in gold.topics():
        facts = json.loads((topic / "facts.json").read_text("utf-8"))["facts"]
        made = draft([read(str(path)) for path in sorted(topic.glob("articles/*.txt"))], limit=EVERY).proposals
        found = [proposed(facts, made[:limit]) for limit in (FIRST, MOST, EVERY)]
        rows.append((topic.name, *(share(len(ids), len(facts)) for ids in found), str(len(made))))
        totals.update({str(n): len(ids) for n, ids in enumerate(found)}, facts=len(facts), made=len(made))
        kinds.update(f["kind"] for f in facts)
        kinds.update(f"{f['kind']} found" for f in facts if f["id"] in found[1])
    rows.append(("all events", *(share(totals[str(n)], totals["facts"]) for n in range(3)), str(totals["made"])))
    columns = ("event", f"in the first {FIRST}", f"in the first {MOST} (the default)", "in all", "proposals in all")
    yield Table("Drafting: facts of hand-made specs that are proposed with kind and value", columns, rows, NOTES)
    by_kind = [(kind, share(kinds[f"{kind} found"], kinds[kind])) for kind in KINDS if kinds[kind]]
    yield Table("Drafting by kind, in the default", ("kind", "proposed"), by_kind)


NOTES = ("A value that only stands beside another one as a disagreement is not counted.",)


def proposed(facts: Sequence[Gold], made: Sequence[Proposal]) -> set[str]:
    """The ids of the facts for which there is a proposal."""
    left = list(made)
    found = set()
    for fact in facts:
        match = next((p for p in left if _matches(fact, p)), None)
        if match:
            left = [p for p in left if p is not match]
            found.add(fact["id"])
    return found


def _matches(fact: Gold, proposal: Proposal) -> bool:
    if fact["kind"] != proposal.kind:
        return False
    if isinstance(fact["value"], str) and isinstance(proposal.value, dict):
        office = _stems(fact["statement"]) & _stems(proposal.value["role"])
        return same_name(fact["value"], proposal.value["person"]) and bool(office)
    wanted, stated = _read(proposal.kind, _written(fact)), _read(proposal.kind, _plain(proposal))
    if wanted is None or stated is None or not _equal(wanted, stated, fact):
        return False
    return isinstance(wanted, Named | Role | Quote) or _speaks_of(fact, proposal)


def _plain(proposal: Proposal) -> str:
    value = proposal.value
    return value if isinstance(value, str) else json.dumps(list(value) if isinstance(value, tuple) else dict(value))


def _written(fact: Gold) -> str:
    value, unit = fact["value"], fact.get("unit") or ""
    if fact["kind"] == "quantity":
        return json.dumps(f"{value} {unit}".strip())
    if fact["kind"] in ("date", "count") and isinstance(value, str | int | float):
        return json.dumps(str(value))
    return json.dumps(value)


def _read(kind: str, written: str) -> object:
    """A value as its kind reads it; None where it cannot be."""
    try:
        root, _ = parse("value", "value: " + (written if written[:1] in '"[{' else json.dumps(written)) + "\n")
        assert isinstance(root.content, dict)
        return KINDS[kind].read(next(iter(root.content.values())), {})
    except Exception:  # noqa: BLE001 a value that is no value is not the right one
        return None


def _equal(wanted: object, stated: object, fact: Gold) -> bool:
    if isinstance(wanted, DateRange | Parts):
        return wanted == stated
    if isinstance(wanted, Figure) and isinstance(stated, Figure):
        return _figures(wanted, stated)
    if isinstance(wanted, Named) and isinstance(stated, Named):
        return _names(wanted, stated, fact.get("aliases") or [])
    if isinstance(wanted, Role) and isinstance(stated, Role):
        shared = _stems(f"{wanted.role} {wanted.of}") & _stems(stated.role)
        return same_name(wanted.person, stated.person) and bool(shared)
    return isinstance(wanted, Quote) and isinstance(stated, Quote) and _quoted(wanted.words, stated.words)


def _figures(wanted: Figure, stated: Figure) -> bool:
    one, other = wanted.stated, stated.stated
    if one.unit == other.unit:
        return (one.low, one.high) == (other.low, other.high)
    low, high = convert(other.low, other.unit, one.unit), convert(other.high, other.unit, one.unit)
    near = 0.05 * max(abs(one.high), 1)
    return low is not None and high is not None and abs(low - one.low) <= near and abs(high - one.high) <= near


def _names(wanted: Named, stated: Named, aliases: Sequence[str]) -> bool:
    """Whether the names are the same; of a list, whether all that are wanted are there and at most one more."""
    forms = [[*names, *(aliases if len(wanted.names) == 1 else ())] for names in wanted.names]
    hit = [any(same_name(a, b) for a in own for names in stated.names for b in names) for own in forms]
    return all(hit) and len(stated.names) <= len(wanted.names) + 1


def _quoted(wanted: str, stated: str) -> bool:
    """Whether the words are the same, or one of the two is most of the other."""
    one, other = words(wanted).words, words(stated).words
    short, long = sorted((one, other), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} " and len(short) * 2 >= len(long)


def _speaks_of(fact: Gold, proposal: Proposal) -> bool:
    told = _stems(f"{fact['statement']} {fact.get('unit') or ''}")
    return bool(told & _stems(" ".join((*proposal.of, *proposal.about))))


def _stems(text: str) -> set[str]:
    own = [word for word in words(re.sub(r"[-/]", " ", text)).words if len(word) > 2]
    more = [part for word in own for other in synonyms(word) for part in other.split()]
    more += [
        part
        for row in OFFICE_VARIANTS
        if any(f" {form} " in f" {' '.join(own)} " for form in row)
        for form in row
        for part in form.split()
    ]
    return {stem(word)[:5] for word in (*own, *more) if word not in _SMALL}


_SMALL = frozenset(("the", "and", "for", "was", "were", "had", "has", "with", "that", "its", "his", "her", "who", "from", "been"))
