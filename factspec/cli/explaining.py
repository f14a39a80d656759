"""`factspec explain`: how one article came by its verdict on one fact, and what to write if it is wrong."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack

from factspec.account import Account, account
from factspec.cli.asking import ids, nearest, today
from factspec.cli.terminal import look
from factspec.errors import ArticleError, Problem, UsageError
from factspec.loading import read_specs
from factspec.model import Spec
from factspec.report.destination import destination
from factspec.report.explanation import explanation, explanation_json
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
    naming = [job.spec for job in jobs(holding)[0] if path in job.articles] or holding
    run = Run([Job(spec, (path,)) for spec in naming], today=today(asked.today), selection=Selection((asked.fact,)))
    accounts = list(_accounts(run, naming))
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        if asked.output_format == "json":
            out.writelines(explanation_json(accounts, strict=asked.strict))
        else:
            for one in accounts:
                pieces = explanation(one.finding, one.article, look(asked.color, out), strict=asked.strict, account=one)
                out.writelines(pieces)
    return 0


def _accounts(run: Run, specs: list[Spec]) -> Iterator[Account]:
    for checked in run:
        if checked.article is None:
            raise ArticleError(run.problems)
        for finding in checked.findings:
            yield account(specs, finding, checked.article)
