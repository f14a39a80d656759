"""From files and specs to findings: which articles, in what order, with which waivers, and what the run itself must own up to.

What is known: files, waivers, and the day that a face hands in as today. What is not: the clock, the terminal, pytest.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os import PathLike, fspath

from factspec.article import Article
from factspec.errors import Problem, UsageError
from factspec.model import Spec
from factspec.readers import read
from factspec.result import Result, passes
from factspec.run.baseline import Baseline, read_baseline
from factspec.run.globs import matches, shown
from factspec.run.jobs import Job, Selection, groups, jobs
from factspec.run.reading import readable
from factspec.run.running import NOTHING, Run
from factspec.run.seeing import WORTH_A_PROCESS, Seer, one_by_one, seer
from factspec.run.waivers import Waivers, waivable

__all__ = [
    "NOTHING", "WORTH_A_PROCESS", "Baseline", "Job", "Run", "Seer", "Selection", "Waivers", "check", "groups", "jobs", "matches",
    "one_by_one", "passes", "read_baseline", "readable", "seer", "shown", "waivable",
]  # fmt: skip


def check(
    specs: Iterable[Spec],
    articles: Iterable[Article | str | PathLike[str]] | None = None,
    *,
    today: date,
    strict: bool = False,
) -> Result:
    """Check articles, given as articles or as paths, against specs; None stands for the articles that the specs name.

    Waivers are in force by the day `today`; with `strict` a vague finding fails. Nothing is raised for an article that
    cannot be read: its findings have the verdict error, and `Result.problems` says why.
    """
    specs = tuple(specs)
    if articles is None:
        named, problems = jobs(specs)
        return Run(named, today=today, strict=strict, problems=problems).kept()
    given = _by_path(articles)
    these = [Job(spec, tuple(given)) for spec in specs]
    return Run(these, today=today, strict=strict, borrowed=True, seer=seer(lambda path: given[path] or read(path))).kept()


def _by_path(articles: Iterable[Article | str | PathLike[str]]) -> dict[str, Article | None]:
    """The articles by their paths, in order; None for one that is still to be read.

    Raises UsageError where two articles go by one path, because their findings could not be told apart.
    """
    given: dict[str, Article | None] = {}
    for article in articles:
        path = article.path if isinstance(article, Article) else shown(fspath(article))
        held = article if isinstance(article, Article) else None
        if path in given and given[path] is not held:
            raise UsageError(Problem("FS306", f"two articles have the path {path!r}", help="give each a path of its own"))
        given[path] = held
    return given
