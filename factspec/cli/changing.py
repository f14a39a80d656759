"""`factspec impact`: a fact has changed; which places in which articles need a correction."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from factspec.cli.asking import ids, nearest, selected
from factspec.cli.terminal import look
from factspec.errors import Problem, UsageError
from factspec.impact import Affected, Change, Tally, Trial, changed, read_moment
from factspec.loading import read_specs
from factspec.model import Spec
from factspec.report.destination import destination
from factspec.report.impact import IMPACT_REPORTS
from factspec.run import NOTHING, groups, jobs, readable

__all__ = ["impact"]

Groups = list[tuple[tuple[Spec, ...], list[str]]]


def impact(asked: Namespace) -> int:
    """Report what a change of a fact means for the articles. Status 1 where there is something to correct, else 0.

    Raises UsageError where no spec has the fact with either value, or there is no article to look in.
    """
    specs, warnings = read_specs(asked.spec)
    holding = [spec for spec in specs if asked.fact in ids([spec])]
    if not holding:
        raise UsageError(Problem("FS308", f"no spec has a fact {asked.fact!r}", help=nearest(asked.fact, ids(specs))))
    since = read_moment("--since", asked.since) if asked.since else None
    changes = changed([f for spec in holding for f in spec.facts if f.id == asked.fact], asked.old, asked.new, since)
    named, problems = jobs(holding, asked.articles)
    these = list(groups(named, selected((), asked.article, named)))
    if not these:
        raise UsageError([*problems, NOTHING])
    tally = Tally(problems=[*warnings, *problems])
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        articles = _affected(these, changes, tally.problems)
        out.writelines(IMPACT_REPORTS[asked.output_format](articles, tally, look(asked.color, out)))
    return int(not tally.ok)


def _affected(these: Groups, changes: Sequence[Change], problems: list[Problem]) -> Iterator[Affected]:
    for specs, paths in these:
        trials = [Trial(specs, change) for change in changes if any(change.fact in spec.facts for spec in specs)]
        for article in readable(paths, problems):
            yield from (trial(article) for trial in trials)
