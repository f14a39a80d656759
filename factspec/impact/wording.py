"""The sentence by which readers are told of a correction."""

from __future__ import annotations

from factspec.fields.days import said as said_day
from factspec.impact.change import Change
from factspec.language.folding import words
from factspec.model import DateRange, Evidence, Quote, Role

__all__ = ["correction"]

LONGEST = 200  # characters of an article that a correction quotes

NOUNS = {
    "date": "the date",
    "count": "the number",
    "quantity": "the figure",
    "name": "the name",
    "names": "a name",
    "place": "the place",
    "quote": "a quotation",
}


def correction(change: Change, place: Evidence) -> str:
    """What was said, what is right, and the fact's statement with the new value where the spec has one."""
    said = " ".join(place.text.split())
    said = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
    gave = f"gave {_what(change)} as {_marked(said)}{_meaning(change, said)}"
    value = _value(change)
    since = said_day(DateRange(change.since.date(), change.since.date())) if change.since else ""
    right = f"it has been {value} since {since}" if since else f"the right one is {value}"
    told = f" {change.statement}" if change.statement else ""
    return f"Correction: an earlier version of this article {gave}; {right}.{told}"


def _value(change: Change) -> str:
    """The new value; of a role the part that has changed."""
    old, new = change.old.value, change.new.value
    if isinstance(old, Role) and isinstance(new, Role) and old.person != new.person:
        return new.person if (old.role, old.of) == (new.role, new.of) else change.new.expected
    return change.new.expected.removeprefix(f"{new.person}, ") if isinstance(new, Role) else change.new.expected


def _what(change: Change) -> str:
    fact, old, new = change.fact, change.old.value, change.new.value
    if isinstance(old, Role) and isinstance(new, Role):
        office = f"the {old.role} of {old.of}" if old.of else f"the {old.role}"
        return f"the office of {old.person}" if old.person == new.person else office
    if fact.kind == "count" and fact.of:
        return f"the number of {fact.of[0]}"
    return NOUNS.get(fact.kind, "the value")


def _marked(said: str) -> str:
    """The words in quotation marks; a quotation of the article has its own."""
    return said if said[:1] in "\"“'‘„«" else f"“{said}”"


def _meaning(change: Change, said: str) -> str:
    """The old value in brackets where the article's words do not say it themselves: “Sunday” (10 May 2026)."""
    expected = change.old.expected
    if isinstance(change.old.value, Quote) or words(said).words == words(expected).words or change.fact.kind in _NAMED:
        return ""
    return f" ({expected})"


_NAMED = frozenset(("name", "names", "place", "role"))
