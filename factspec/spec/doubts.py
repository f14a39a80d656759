"""What is doubtful in a spec that can be used: values of another kind, anchors that tell nothing apart, entries that stand twice.

What is read: facts that were read without fault, with their nodes for the places. Every doubt is a warning. What is not: the
articles, so whether an anchor occurs in them at all is said by `factspec lint`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factspec.errors import Problem
from factspec.fields import Node, shortened
from factspec.fields.days import DAY
from factspec.language.lexicon import MONTHS, WEEKDAYS, listed
from factspec.language.units import convert
from factspec.language.units_reading import read_unit
from factspec.model import Comparator, Fact, Figure
from factspec.recognisers.quantities import parse_quantity
from factspec.spec.forms import PEOPLE_AND_THINGS, Written, leaves, likeness, names_of, right_forms

__all__ = ["doubts"]

NAMED = frozenset({"name", "names", "place"})
ANCHORED = frozenset({"date", "count", "quantity"})
LISTS = ("about", "of", "also", "not", "when", "by", "within")
SMALL = listed(
    "a an the this that these those and or but if of in on at to for from by with as into over between among under about after "
    "before since until is are was were be been being has have had do does did will would can could may might must not no it its "
    "he his him she her they them their we us our you your i who whom which what when where there here more most some all also "
    "than then so up out off"
)
"""Words of grammar: they stand in every sentence."""
TOLD = listed("say says said saying tell tells told telling add adds added according today yesterday tomorrow")
"""Words that date or give a statement, not what happened."""
YEARS = (1900, 2099)
_OLD = re.compile(r"\b(?:old|aged?)\b")
"""What makes years an age, which is a bare count."""


def doubts(facts: Sequence[Written]) -> Iterator[Problem]:
    """A warning for each doubtful entry of facts that were each read without fault."""
    for written in facts:
        yield from _counted_units(written)
        yield from _other_kinds(written)
        yield from _common_anchors(written)
        yield from _repeated(written)
    yield from _accused_by_name(facts)
    yield from _not_told_apart(facts)


def _counted_units(written: Written) -> Iterator[Problem]:
    """A figure with a unit is never a bare count, so a count of dollars or kilometres is never found."""
    fact = written.fact
    if fact.kind != "count" or any(_OLD.search(form) for form in (*fact.of, *fact.about)):
        return
    for node in leaves(written.keys.get("of")):
        unit = _unit(str(node.content))
        if unit:
            found = f"{shortened(str(node.content))!r} is a unit, which a count cannot have"
            yield node.problem("FS070", found, f"write kind: quantity and value: {_bare(written)} {unit}", warning=True)


def _unit(form: str) -> str:
    """The unit that a form names alone ("dollars") or with what it measures ("barrels of oil"); "" for none."""
    found = read_unit(f" {form}", 0)
    behind = f" {form}"[found[1] :] if found else "?"
    return found[0] if found and (not behind.strip() or behind.startswith(" of ")) else ""


def _bare(written: Written) -> str:
    """The value as it is written, for a help; "24" where it is a mapping."""
    content = written.keys["value"].content
    return shortened(content) if isinstance(content, str) else "24"


def _other_kinds(written: Written) -> Iterator[Problem]:
    """A value that reads like one of another kind."""
    fact = written.fact
    if fact.kind in NAMED:
        for node in leaves(written.keys["value"]):
            stated, kind = str(node.content), _kind_of(str(node.content))
            if kind and node.plain:
                found = f"{shortened(stated)!r} reads like a {kind}, and is compared letter by letter here"
                yield node.problem("FS071", found, f"write kind: {kind}, or put the name in quotes", warning=True)
    if fact.kind == "count" and not fact.of and _is_year(fact):
        found = f"{fact.expected.replace(',', '')} reads like a year"
        yield written.keys["value"].problem("FS071", found, "write kind: date, or what is counted under 'of'", warning=True)


def _kind_of(stated: str) -> str:
    """The kind that a name would be if it were none; "" for all that can be a name."""
    if re.match(DAY, stated):
        return "date"
    if not stated[:1].isdigit() or re.search("[A-Z][a-z]", stated):  # "50 Cent"
        return ""
    figure = parse_quantity(stated)
    return "quantity" if figure and figure.unit not in {"", "ord"} else ""


def _is_year(fact: Fact) -> bool:
    if not isinstance(fact.value, Figure) or fact.value.tolerance:
        return False
    stated = fact.value.stated
    exact = stated.comparator is Comparator.EXACT and stated.low == stated.high
    return exact and YEARS[0] <= stated.low <= YEARS[1]


def _common_anchors(written: Written) -> Iterator[Problem]:
    """A word that stands in every sentence, or beside every date, ties no value to the fact."""
    for key, common in (("about", SMALL | TOLD | WEEKDAYS | MONTHS), ("of", SMALL)):
        for node in leaves(written.keys.get(key)):
            said = str(node.content).casefold().split()
            if said and all(word in (common if len(said) == 1 else SMALL) for word in said):
                found = f"{node.content!r} stands beside values of every kind"
                yield node.problem("FS072", found, "write words of the event itself", warning=True)


def _repeated(written: Written) -> Iterator[Problem]:
    """An entry of a list that says again what another says; it can be taken out."""
    for key in LISTS:
        node = written.keys.get(key)
        for entries in _lists(node):
            seen = {_squeezed(written.keys["value"])} if key == "also" else set[str]()
            for entry in leaves(entries):
                form = _squeezed(entry)
                if form in seen:
                    fix = "" if isinstance(entries.content, tuple) else None
                    found = f"{shortened(str(entry.content))!r} stands there already"
                    yield entry.problem("FS073", found, "remove it", warning=True, fix=fix)
                seen.add(form)


def _squeezed(node: Node) -> str:
    """A text as it is compared letter by letter: "US" is not "us"."""
    return " ".join(str(node.content).split())


def _lists(node: Node | None) -> Iterator[Node]:
    """The lists in a node: itself, or those of a mapping from names to lists."""
    if node is not None:
        yield from node.content.values() if isinstance(node.content, dict) else [node]


def _accused_by_name(facts: Iterable[Written]) -> Iterator[Problem]:
    """A form that is wrong for one fact, wherever it occurs, and right for another: no article can satisfy both."""
    named = [written for written in facts if written.fact.kind in PEOPLE_AND_THINGS]
    owners = {likeness(form): written.fact for written in named for names in names_of(written.fact) for form in names}
    for written in named:
        if written.fact.about:
            continue
        own = {likeness(form) for form in right_forms(written)}
        for node in leaves(written.keys.get("not")):
            owner = owners.get(likeness(str(node.content)))
            if owner and owner.id != written.fact.id and likeness(str(node.content)) not in own:
                found = f"{shortened(str(node.content))!r} is a right form of fact {owner.id}"
                yield node.problem("FS074", found, "write where it is wrong under 'about', or take it out of 'not'", warning=True)


def _not_told_apart(facts: Iterable[Written]) -> Iterator[Problem]:
    """A fact whose anchors are all those of another fact of its kind: what stands beside them is tied to neither."""
    known: dict[tuple[object, ...], list[Fact]] = {}
    for written in facts:
        fact = written.fact
        if fact.kind not in ANCHORED:
            continue
        alike = known.setdefault((fact.kind, fact.when, _folded(fact.about), _folded(fact.of)), [])
        rival = next((other for other in alike if other.value != fact.value and _one_measure(other, fact)), None)
        if rival:
            found = f"these are the anchors of fact {rival.id} too, which has another value"
            place = written.keys.get("about") or written.keys["of"]
            yield place.key_problem("FS075", found, "give each fact a word of its own", warning=True)
        alike.append(fact)


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(likeness, forms))


def _one_measure(one: Fact, other: Fact) -> bool:
    """Whether two figures are of one dimension; dates always are."""
    if not isinstance(one.value, Figure) or not isinstance(other.value, Figure):
        return type(one.value) is type(other.value)
    return convert(1, one.value.stated.unit, other.value.stated.unit) is not None
