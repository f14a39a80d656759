"""How much of each article a report may hold: all of everything, or the least important left out first.

What is known: sizes in bytes and the order of importance. What is not: what the sizes are of.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["chosen"]


def chosen(sizes: Sequence[Sequence[int]], room: int) -> list[int]:
    """For each article, the most important first, the level it is told at: 0 nothing, up to the last of its sizes.

    All are raised a level before any is raised further; where one does not fit, smaller ones behind it still may.
    """
    levels = [0] * len(sizes)
    for level in range(1, max(map(len, sizes), default=0)):
        for number, size in enumerate(sizes):
            more = size[level] - size[levels[number]]
            if levels[number] == level - 1 and more <= room:
                levels[number] = level
                room -= more
    return levels
