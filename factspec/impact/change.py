"""A change of one fact: its old and its new value as facts of their own, and when the new one became right.

What is read: values as the command line has them, in the notation of a spec, and the fact of the spec, which holds one of the
two. What is not: articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from factspec.errors import Problem, SpecError, UsageError
from factspec.fields import Node, Source, parse
from factspec.fields.days import DayError, moment
from factspec.kinds import KINDS
from factspec.language.folding import words
from factspec.model import Dateline, Examples, Fact, FactValue, Named, Place, Quote, Role

__all__ = ["Change", "changed", "read_moment", "right_when_published"]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact before and after. `fact` is the spec's own; `old` and `new` are it with that value, and without a history.

    `since` is when the new value became right; None where the old one never was, or where nobody says.
    """

    fact: Fact
    old: Fact
    new: Fact
    since: datetime | None = None

    @property
    def statement(self) -> str:
        """The fact's statement with the new value; empty where it holds neither value in so many words."""
        told = self.fact.statement
        if self.new.expected in told:
            return told
        return told.replace(self.old.expected, self.new.expected) if self.old.expected in told else ""


def changed(facts: Sequence[Fact], old: str, new: str, since: datetime | None = None) -> list[Change]:
    """The change in each of the facts that has the old or the new value; `facts` bear one id in several specs.

    Raises SpecError where a value is none of the fact's kind, UsageError where the values are one or no fact has either.
    """
    changes = [change for fact in facts if (change := _change(fact, old, new, since))]
    if changes:
        return changes
    raise UsageError(
        Problem(
            "FS711",
            f"fact {fact.id!r} is {fact.expected}, neither {old!r} nor {new!r}",
            fact.place,
            "--from or --to must be the value that the spec has",
        )
        for fact in facts
    )


def _change(fact: Fact, old: str, new: str, since: datetime | None) -> Change | None:
    """The change of a fact; None where it has neither value."""
    problems: list[Problem] = []
    values = [_read(option, written, fact, problems) for option, written in (("--from", old), ("--to", new))]
    if problems:
        raise SpecError(problems)
    before, after = (value for value in values if value is not None)
    say = KINDS[fact.kind].say
    if say(before) == say(after):
        raise UsageError(Problem("FS712", f"{old!r} and {new!r} are the same value, {say(after)}", help="name two values"))
    if fact.expected not in (say(before), say(after)):
        return None
    return Change(fact, _with(fact, before), _with(fact, after), since)


def read_moment(option: str, written: str) -> datetime:
    """A moment of the command line; UsageError where it is none."""
    try:
        return moment(written)
    except DayError as error:
        raise UsageError(Problem(error.code, f"{option}: {error}", help=error.help)) from None


def _read(option: str, written: str, fact: Fact, problems: list[Problem]) -> FactValue | None:
    """The value that an option states; None where its problems were added."""
    source = Source(option, written)
    node = Node(source, "", 0, 0, written, plain=True)
    try:
        if fact.kind in _COMPOSED and written.lstrip()[:1] in ("{", "["):
            node = parse(option, written)[0]
        elif fact.kind == "role" and isinstance(fact.value, Role):
            return replace(fact.value, person=written.strip())
        elif fact.kind == "names":
            node = node._replace(content=(node,))
        return _completed(fact, KINDS[fact.kind].read(node, {}))
    except SpecError as error:
        problems.extend(replace(one, place=Place(option, 1, one.place.column if one.place else 1)) for one in error.problems)
        return None


_COMPOSED = frozenset(("count", "quantity", "names", "place", "role"))
"""The kinds whose value may be a list or a mapping."""


def _completed(fact: Fact, value: FactValue) -> FactValue:
    """The value with what the fact's other keys add to it."""
    own = fact.value
    if isinstance(value, Named) and isinstance(own, Named):
        value = replace(value, any=own.any, within=value.within or own.within)
        return own if _heads(value) == _heads(own) else replace(value, names=_kept(value, own))
    if isinstance(value, Quote) and isinstance(own, Quote):
        return replace(value, by=own.by)
    return value


def _heads(value: Named) -> list[str]:
    return [forms[0] for forms in value.names]


def _kept(value: Named, own: Named) -> tuple[tuple[str, ...], ...]:
    """The names, each with the forms of the spec that its own words hold: "Moravi" is still right for "Ema Moravi"."""
    forms = [form for names in own.names for form in names]
    return tuple(tuple(dict.fromkeys((*names, *(f for f in forms if _within(f, names[0]))))) for names in value.names)


def _within(form: str, name: str) -> bool:
    return set(words(form).words) <= set(words(name).words)


def _with(fact: Fact, value: FactValue) -> Fact:
    """The fact as if this had always been its value."""
    said = KINDS[fact.kind].say(value)
    also = fact.also
    if isinstance(value, Role) and isinstance(fact.value, Role) and value.person != fact.value.person:
        also = tuple(form for form in also if _within(form, value.person))
    elif said != fact.expected and not isinstance(value, Role):
        also = ()
    return replace(fact, value=value, expected=said, also=also, wrong=(), history=(), examples=Examples(), checked=True)


def right_when_published(change: Change, dateline: Dateline | None) -> str:
    """Why an article with this dateline could state the old value, as a clause; empty where it could not, or nobody knows."""
    if dateline is None:
        return ""
    for first, last in _times(change):
        if _lies_between(dateline, first, last):
            began = f"from {_said(first)} " if first else ""
            return f"{change.old.expected} was right {began}until {_said(last)}"
    return ""


def _times(change: Change) -> list[tuple[datetime | None, datetime]]:
    """The stretches of time in which the old value was right, by the fact's history and the moment that was asked for."""
    history, say = change.fact.history, KINDS[change.fact.kind].say
    ends = [*(standing.since for standing in history[1:]), change.since]
    times = [
        (standing.since, end)
        for standing, end in zip(history, ends, strict=False)
        if end and say(standing.value) == change.old.expected
    ]
    if times:
        return list(times)
    began = next((s.since for s in history if say(s.value) == change.new.expected), None)
    end = change.since or began
    return [(None, end)] if end else []


def _lies_between(dateline: Dateline, first: datetime | None, last: datetime) -> bool:
    """Whether an article appeared in a stretch of time; where only its day is known, on the first or the last day it may have."""
    if dateline.moment:
        return (first is None or first <= dateline.moment) and dateline.moment < last
    return (first is None or first.date() <= dateline.day) and dateline.day <= last.date()


def _said(when: datetime) -> str:
    return f"{when:%Y-%m-%d}" if (when.hour, when.minute) == (0, 0) else f"{when:%Y-%m-%d %H:%M}"
