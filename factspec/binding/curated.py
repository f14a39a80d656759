"""What the binder knows of the facts of a plan beside their patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factspec.model import DateRange, Fact

__all__ = ["Curated"]


@dataclass(frozen=True, slots=True)
class Curated:
    """What the binder knows of the facts of a plan, by their numbers.

    `groups` gives facts that compete for mentions one number; `times` are the dates that a fact's statement and its spec's
    event name; `events` holds the stems of each spec's event, `spec_of` the spec of each fact; `statements`
    the stems of the longer words of its statement, `named` its capitalised words, and `of_event`
    those of a whole spec; `particular` are the facts whose value hardly another fact of their spec has; `versions` the
    version numbers that each spec names.
    """

    facts: Sequence[Fact]
    groups: Sequence[int]
    spec_of: Sequence[int]
    events: Sequence[frozenset[str]]
    times: Mapping[int, tuple[DateRange, ...]]
    statements: Mapping[int, frozenset[str]]
    named: Mapping[int, frozenset[str]]
    of_event: Sequence[frozenset[str]]
    particular: frozenset[int]
    versions: Sequence[frozenset[str]]
