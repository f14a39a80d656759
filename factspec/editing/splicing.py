"""Splices: what is put in the place of a run of code points, and a text with some of them made.

What is read: offsets and texts. What is not: YAML; whether the outcome is a spec is for `document` to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from factspec.errors import FactspecError, Problem

__all__ = ["Splice", "spliced"]


class Splice(NamedTuple):
    """`text` in the place of the code points from `start` to before `end`; where both are one, it is only put in."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made; their offsets are those of `text`, and what is put in at one offset keeps its order.

    Raises FactspecError (FS405) where two of them overlap or one reaches beyond the text.
    """
    ordered = sorted(splices, key=lambda splice: splice[:2])
    edges = [Splice(0, 0, ""), *ordered, Splice(len(text), len(text), "")]
    if any(one.end > other.start for one, other in pairwise(edges)) or any(one.start > one.end for one in ordered):
        raise FactspecError(
            Problem("FS405", "two edits of one text overlap, or reach beyond it", help="make them one after the other")
        )
    pieces, at = [], 0
    for splice in ordered:
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, text[at:]])
