"""What commands have in common: the day, the processes, ids of facts, "did you mean", and which facts and articles are meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches

from factspec.errors import Problem, UsageError
from factspec.model import Spec
from factspec.run import WORTH_A_PROCESS, Job, Seer, Selection, one_by_one

__all__ = ["ids", "nearest", "seen_by", "selected", "today"]


def today(asked: date | None) -> date:
    """The day that was asked for, else the one of the clock on the wall."""
    return asked or datetime.now().astimezone().date()


def seen_by(jobs: int | None, articles: int) -> Seer:
    """What sees the articles: as many processes as were asked for, else one for each core, but none for a hundred articles."""
    count = jobs or min(_cores(), articles // WORTH_A_PROCESS)
    if count < 2:
        return one_by_one
    from factspec.run.workers import workers

    return workers(count)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ids(specs: Iterable[Spec]) -> list[str]:
    """The ids of the facts of all specs, each once."""
    return list(dict.fromkeys(fact.id for spec in specs for fact in spec.facts))


def nearest(wanted: str, known: Sequence[str]) -> str:
    """What was meant perhaps, as the help of a problem; empty where nothing is near."""
    close = get_close_matches(wanted, known, 1)
    return f"did you mean {close[0]!r}?" if close else ""


def selected(facts: Sequence[str], articles: Sequence[str], named: Sequence[Job]) -> Selection:
    """What --fact and --article ask for. Raises UsageError for each that fits nothing: a slip must not look like agreement."""
    known = ids(job.spec for job in named)
    paths = list(dict.fromkeys(path for job in named for path in job.articles))
    problems = [
        *(_fits_nothing("--fact", one, known) for one in facts if not any(map(Selection((one,)).fact, known))),
        *(_fits_nothing("--article", one, paths) for one in articles if not any(map(Selection((), (one,)).article, paths))),
    ]
    if problems:
        raise UsageError(problems)
    return Selection(tuple(facts), tuple(articles))


def _fits_nothing(option: str, wanted: str, known: Sequence[str]) -> Problem:
    return Problem("FS308", f"{option} {wanted!r} fits nothing", help=nearest(wanted, known))
