"""What is shown where not everything can be: the worst, in order, and a count of the rest.

What is held: as many items as may be shown, however many are added. What is not known: what an item is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import heappush, heappushpop
from itertools import count
from typing import Generic, TypeVar

__all__ = ["Worst", "counted"]

T = TypeVar("T")


class Worst(Generic[T]):
    """The `limit` items of the lowest rank; among equals those that came first. `sorts` counts all that were added."""

    def __init__(self, limit: int) -> None:
        self.sorts: Counter[str] = Counter()
        self._limit = limit
        self._number = count()
        self._heap: list[tuple[tuple[int, ...], int, str, T]] = []  # ranks turned about: the least bad is on top

    def add(self, rank: tuple[int, ...], sort: str, item: T) -> None:
        """Add an item; all ranks are of one length, and `sort` is the word under which it is counted."""
        self.sorts[sort] += 1
        entry = (tuple(-part for part in rank), -next(self._number), sort, item)
        if len(self._heap) < self._limit:
            heappush(self._heap, entry)
        elif self._limit:
            heappushpop(self._heap, entry)

    def shown(self) -> list[T]:
        """What to show, the worst first: everything, or one less than the limit where the rest must be counted in its place."""
        return [item for _, _, _, item in self._fitting()]

    def rest(self, shown: int | None = None) -> Counter[str]:
        """What is not among the first `shown` (by default: among those of `shown()`), counted by sort."""
        return self.sorts - Counter(sort for _, _, sort, _ in self._fitting()[:shown])

    def _fitting(self) -> list[tuple[tuple[int, ...], int, str, T]]:
        ordered = sorted(self._heap, key=lambda entry: entry[:2], reverse=True)
        return ordered if self.sorts.total() <= self._limit else ordered[: max(self._limit - 1, 0)]

    def __iter__(self) -> Iterator[T]:
        return iter(self.shown())


def counted(rest: Counter[str]) -> str:
    """ "12 more: 10 contradicted, 2 omitted"; nothing where nothing was left out."""
    if not rest:
        return ""
    return f"{rest.total()} more: {', '.join(f'{number} {sort}' for sort, number in sorted(rest.items()))}"
