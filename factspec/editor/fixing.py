"""Quick fixes: what an editor offers to do about a mark, as a new text of one spec.

What is read: what a problem says to write, and where a finding's evidence stands. What is not: how a spec is edited, which
`editing` does and verifies; what it refuses is not offered. Nothing is written: an editor applies what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import PurePath

from factspec.editing import add_form, append_waiver, remove_item, replace_scalar
from factspec.errors import FactspecError, Problem
from factspec.linting.mending import EDITS
from factspec.model import Finding, Spec
from factspec.report.look import visible
from factspec.run import jobs, matches, waivable

__all__ = ["Fix", "Signature", "of_finding", "of_problem", "of_selection"]

PERIOD = timedelta(days=90)
REASON = "accepted for now; write here why"
LONGEST = 100
MOST = 5

_MEANT = re.compile(r"did you mean '([^']+)'\?")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who waives, and on which day."""

    by: str
    today: date


@dataclass(frozen=True, slots=True)
class Fix:
    """What is offered: the new text of the spec at `path`; `select` is a part of it to be written over."""

    title: str
    path: str
    text: str
    select: str = ""


def of_problem(problem: Problem, text: str) -> Iterator[Fix]:
    """Fixes of a fault of a spec, whose text is now `text`: as `factspec lint --fix` makes them, or what was meant perhaps."""
    if problem.place is None:
        return
    place, meant = problem.place, _MEANT.search(problem.help)
    new = problem.fix if problem.fix is not None else meant[1] if meant else None
    if problem.code in EDITS and new is not None:
        edit = EDITS[problem.code]
        yield from _offered(_title(problem, new), place.path, text, lambda path, text: edit(path, text, place, new))
    elif problem.code == "FS210" and meant:
        yield from _offered(f"Write {meant[1]!r}", place.path, text, partial(replace_scalar, place=place, new=meant[1]))
    elif problem.code == "FS202":
        yield from _offered("Remove the waiver", place.path, text, partial(remove_item, place=place))


def _title(problem: Problem, new: str) -> str:
    if problem.code == "FS012":
        return f"Rename the key to {new!r}"
    return f"Write {new!r}" if new else "Remove the entry that stands twice"


def of_finding(finding: Finding, spec: Spec, text: str, signature: Signature) -> Iterator[Fix]:
    """Fixes of a finding: its words become a right form of the fact, or the finding is waived for a time."""
    if finding.evidence:
        yield from _right_form(finding, finding.evidence[0].text, spec, text)
    if waivable(finding):
        waived = partial(
            append_waiver,
            fact=finding.fact.id,
            article=_pattern(finding.article, spec),
            reason=REASON,
            by=signature.by,
            until=signature.today + PERIOD,
        )
        title = f"Waive “{finding.fact.id}” for this article until {signature.today + PERIOD}"
        yield from _offered(title, spec.path, text, waived, REASON)


def of_selection(selected: str, findings: Iterable[Finding], texts: Callable[[str], tuple[Spec, str] | None]) -> Iterator[Fix]:
    """What is selected in an article becomes a right form of a fact that the article is found to omit, for the first few."""
    missing = [finding for finding in findings if not finding.evidence and waivable(finding)]
    for finding in missing[:MOST]:
        if known := texts(finding.fact.place.path):
            yield from _right_form(finding, selected, *known)


def _right_form(finding: Finding, form: str, spec: Spec, text: str) -> Iterator[Fix]:
    form = " ".join(form.split())
    if form and len(form) <= LONGEST:
        title = f"Add “{visible(form)}” as a right form of “{finding.fact.id}”"
        yield from _offered(title, spec.path, text, partial(add_form, fact_id=finding.fact.id, key="also", form=form))


def _offered(title: str, path: str, text: str, edit: Callable[..., str], select: str = "") -> Iterator[Fix]:
    """The fix, unless the edit is refused."""
    try:
        yield Fix(title, path, edit(path, text), select)
    except FactspecError:
        return


def _pattern(article: str, spec: Spec) -> str:
    """The shortest end of an article's path that names no other article of the spec."""
    parts = PurePath(article).as_posix().split("/")
    others = [path for path in jobs([spec])[0][0].articles if path != article]
    tails = ("/".join(parts[-n:]) for n in range(1, len(parts) + 1))
    return next((tail for tail in tails if not any(matches(path, tail) for path in others)), article)
