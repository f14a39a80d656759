"""The mistakes in a spec that can be mended safely, and the spec after it.

Safe is what leaves no other reading: a key or word that is a slip for one that is known, `yes` for true, a date with its noughts
left out, an entry that stands twice. What is not: anything that changes what an article is held against, and any edit that its
own check refuses (see `factspec.editing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from factspec.editing import remove_item, rename_key, replace_by_word, replace_scalar
from factspec.errors import FactspecError, Problem
from factspec.linting.codes import Codes
from factspec.loading import opened
from factspec.model import Place

__all__ = ["EDITS", "Mended", "mendable", "mended"]

Edit = Callable[[str, str, Place, str], str]

EDITS: Mapping[str, Edit] = {
    "FS012": rename_key,
    "FS016": replace_by_word,
    "FS017": replace_scalar,
    "FS023": replace_scalar,
    "FS030": replace_scalar,
    "FS073": lambda path, text, place, _: remove_item(path, text, place),
}
"""Code → the edit that mends it: path, text, place and what belongs there become the new text."""

ROUNDS = 20
"""How often a spec is gone through: the value behind an unknown kind, for example, is only read in the next."""


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

    The last mistake in the file is mended first, so that the places of the others stay; the spec is then read again, and only
    edits whose problems have gone are kept.
    """
    done: list[Problem] = []
    refused: set[Problem] = set()
    for _ in range(ROUNDS):
        found = opened(path, text).problems
        sure = mendable(found) - refused
        wanted = [problem for problem in found if problem in sure and problem.code in codes]
        if not wanted:
            break
        after, edited = _edited(path, text, wanted)
        left = {(problem.code, problem.message) for problem in opened(path, after).problems} if edited else set()
        gone = [problem for problem in edited if (problem.code, problem.message) not in left]
        refused |= {*wanted} - {*gone}
        if len(gone) == len(edited):
            text, done = after, [*done, *edited]
    return Mended(text, tuple(done))


def _edited(path: str, text: str, problems: Sequence[Problem]) -> tuple[str, list[Problem]]:
    """The text after the edits for some problems of it, the last first, and those whose edit was not refused."""
    done: list[Problem] = []
    for problem in reversed(problems):
        if problem.place is None or problem.fix is None:
            continue
        try:
            text = EDITS[problem.code](path, text, problem.place, problem.fix)
        except FactspecError:
            continue
        done.append(problem)
    return text, done
