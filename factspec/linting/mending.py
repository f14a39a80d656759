"""The mistakes in a spec that can be mended safely, and the spec after it.

Safe is what leaves no other reading: a key or word that is a slip for one that is known, `yes` for true, a date with its noughts
left out, an entry that stands twice. What is not: anything that changes what an article is held against, and any edit that its
own check refuses (see `factspec.editing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from factspec.editing import remove_item, rename_key, replace_scalar
from factspec.errors import FactspecError, Problem
from factspec.linting.codes import Codes
from factspec.loading import opened
from factspec.model import Place

__all__ = ["Mended", "mendable", "mended"]

Edit = Callable[[str, str, Place, str], str]

EDITS: Mapping[str, Edit] = {
    "FS012": rename_key,
    "FS016": replace_scalar,
    "FS017": replace_scalar,
    "FS023": replace_scalar,
    "FS030": replace_scalar,
    "FS073": lambda path, text, place, _: remove_item(path, text, place),
}
"""Code → the edit that mends it: path, text, place and what belongs there become the new text."""

MOST = 1000


class Mended(NamedTuple):
    """The text of a spec after its mistakes were mended, and the problems that this took away, in the order of mending."""

    text: str
    problems: tuple[Problem, ...]


def mendable(problems: Iterable[Problem]) -> frozenset[Problem]:
    """Those of the problems of specs that `mended` would try to mend: none in a file whose notation is faulty."""
    found = list(problems)
    locked = {problem.place.path for problem in found if problem.place and not problem.warning and problem.code < "FS010"}
    return frozenset(p for p in found if p.fix is not None and p.code in EDITS and p.place and p.place.path not in locked)


def mended(path: str, text: str, codes: Codes = Codes()) -> Mended:  # noqa: B008 frozen
    """The text of a spec with everything mended that is safe to mend and whose code is wanted; raises nothing.

    One mistake is mended at a time, the last in the file first, and the spec read again: an edit stays only where its problem
    has gone.
    """
    done: list[Problem] = []
    refused: set[Problem] = set()
    while len(done) + len(refused) < MOST:
        found = opened(path, text).problems
        sure = mendable(found)
        problem = next((p for p in reversed(found) if p in sure and p.code in codes and p not in refused), None)
        if problem is None:
            break
        after = _edited(path, text, problem)
        if after is None:
            refused.add(problem)
        else:
            text = after
            done.append(problem)
    return Mended(text, tuple(done))


def _edited(path: str, text: str, problem: Problem) -> str | None:
    """The text with one problem mended; None where the edit is refused or does not take the problem away."""
    assert problem.place is not None  # noqa: S101 it is mendable
    assert problem.fix is not None  # noqa: S101
    try:
        after = EDITS[problem.code](path, text, problem.place, problem.fix)
    except FactspecError:
        return None
    return None if problem in opened(path, after).problems else after
