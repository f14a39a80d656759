"""`factspec coverage`: which values of the articles no fact vouches for, and whether that is few enough."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack

from factspec.cli.asking import selected
from factspec.cli.terminal import look
from factspec.coverage import Covered, Sort, Total, cover
from factspec.engine import compile_plan, examine
from factspec.errors import Problem, UsageError
from factspec.loading import read_specs
from factspec.model import Spec
from factspec.report.coverage import COVERAGE_REPORTS
from factspec.report.destination import destination
from factspec.run import NOTHING, groups, jobs, readable

__all__ = ["coverage"]

Groups = list[tuple[tuple[Spec, ...], list[str]]]


def coverage(asked: Namespace) -> int:
    """Report what the facts vouch for. Status 1 where that is less than the minimum, or there are problems; else 0.

    Raises UsageError where there is nothing to look at; the output file is then left alone.
    """
    specs, warnings = read_specs(asked.spec)
    named, problems = jobs(specs, asked.articles)
    these = list(groups(named, selected((), asked.article, named)))
    if not these or not any(spec.facts for spec in specs):
        raise UsageError([*problems, NOTHING])
    total = Total(asked.minimum, asked.minimum_each, problems=[*warnings, *problems])
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        articles = _covered(these, [Sort(sort) for sort in asked.only] or list(Sort), total.problems)
        out.writelines(COVERAGE_REPORTS[asked.output_format](articles, total, look(asked.color, out)))
    return int(not total.ok)


def _covered(these: Groups, sorts: list[Sort], problems: list[Problem]) -> Iterator[Covered]:
    for specs, paths in these:
        plan = compile_plan(specs)
        yield from (cover(examine(plan, article), sorts) for article in readable(paths, problems))
