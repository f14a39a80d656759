"""`factspec explain`: how one article came by its verdict on one fact."""

from __future__ import annotations

import sys
from argparse import Namespace

from factspec.cli.asking import ids, nearest, today
from factspec.cli.terminal import look
from factspec.errors import ArticleError, Problem, UsageError
from factspec.loading import read_specs
from factspec.report.explanation import explanation
from factspec.run import Job, Run, Selection, jobs, shown

__all__ = ["explain"]


def explain(asked: Namespace) -> int:
    """Explain for every spec that has the fact; where some of these name the article, for them alone.

    Raises UsageError where no spec has the fact, ArticleError where the article cannot be read.
    """
    specs, _ = read_specs(asked.spec)
    holding = [spec for spec in specs if asked.fact in ids([spec])]
    if not holding:
        raise UsageError(Problem("FS308", f"no spec has a fact {asked.fact!r}", help=nearest(asked.fact, ids(specs))))
    path = shown(asked.article)
    naming = [job.spec for job in jobs(holding)[0] if path in job.articles]
    _explain(
        Run([Job(spec, (path,)) for spec in naming or holding], today=today(asked.today), selection=Selection((asked.fact,))),
        asked,
    )
    return 0


def _explain(run: Run, asked: Namespace) -> None:
    for checked in run:
        if checked.article is None:
            raise ArticleError(run.problems)
        for finding in checked.findings:
            sys.stdout.writelines(explanation(finding, checked.article, look(asked.color, sys.stdout), strict=asked.strict))
