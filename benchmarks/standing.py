"""Who is measured in a run: factspec, and beside it each library that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from benchmarks.peers import Peer, PeerMissingError

__all__ = ["OURS", "Field", "Stand", "field_of"]

T = TypeVar("T")
OURS = "factspec"


@dataclass(frozen=True, slots=True)
class Stand(Generic[T]):
    """A tool under the name that its rows have, ready to be called."""

    label: str
    call: T

    @property
    def ours(self) -> bool:
        return self.label == OURS


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """Who takes part; `missing` says of each library that is not installed how to install it."""

    stands: tuple[Stand[T], ...]
    missing: tuple[str, ...] = ()


def field_of(ours: T, peers: Sequence[Peer[T]]) -> Field[T]:
    """factspec, and then those of `peers` that are installed."""
    stands, missing = [Stand(OURS, ours)], []
    for peer in peers:
        try:
            stands.append(Stand(peer.label, peer.load()))
        except PeerMissingError as error:
            missing.append(str(error))
    return Field(tuple(stands), tuple(missing))
