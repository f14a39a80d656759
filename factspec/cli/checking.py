"""`factspec check`: put the rooms together, print or write the report, and say with which status to end."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import replace

from factspec.cli.asking import seen_by, selected, today
from factspec.cli.progress import Bar
from factspec.cli.terminal import look
from factspec.errors import Problem, UsageError
from factspec.loading import read_specs
from factspec.report import FOR_PEOPLE, PLAIN, REPORTS
from factspec.report.closing import closing, plural
from factspec.report.destination import destination
from factspec.report.look import visible
from factspec.result import Result
from factspec.run import NOTHING, Baseline, Run, jobs, read_baseline

__all__ = ["check"]

AGREED, FINDINGS, COULD_NOT_RUN = 0, 1, 2


def check(asked: Namespace) -> int:
    """Check articles and report. Raises UsageError where there is nothing to check; the output files are then left alone."""
    baseline = _baseline(asked)
    specs, warnings = read_specs(asked.spec)
    named, problems = jobs(specs, asked.articles)
    run = Run(
        named,
        today=today(asked.today),
        strict=asked.strict,
        selection=selected(asked.fact, asked.article, named),
        borrowed=asked.articles is not None,
        problems=[*warnings, *problems],
        baseline=baseline,
        seer=seen_by(asked.jobs, sum(len(job.articles) for job in named)),
    )
    if run.idle:
        raise UsageError([*problems, NOTHING])
    with ExitStack() as stack:
        kept = stack.enter_context(destination(asked.write_baseline)) if asked.write_baseline else None
        _report(run, asked)
        if kept and baseline:
            kept.write(baseline.text())
    if asked.write_baseline and not asked.quiet:
        accepted = plural(baseline.accepted, "finding") if baseline else ""
        sys.stderr.write(visible(f"{asked.write_baseline}: {accepted or 'no finding'} accepted") + "\n")
    return _status(run.result)


def _report(run: Run, asked: Namespace) -> None:
    """Print or write the report while the articles are read; then say on stderr what a program or a file was told instead."""
    bar = Bar(run.total, wanted=not asked.quiet)
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        result = replace(run.result, articles=bar.watch(run))
        shown = look(asked.color, out, warnings=not asked.quiet)
        if asked.output_file or asked.output_format not in FOR_PEOPLE:  # the same bytes whatever the terminal
            shown = replace(shown, width=PLAIN.width)
        for piece in REPORTS[asked.output_format](result, shown):
            if out.isatty():
                bar.hide()
            out.write(piece)
    if not asked.quiet and (asked.output_file or asked.output_format not in FOR_PEOPLE):
        sys.stderr.writelines(closing(run.result, look(asked.color, sys.stderr)))


def _baseline(asked: Namespace) -> Baseline | None:
    """The baseline to go by, or an empty one to fill. Raises UsageError for a faulty one."""
    if not asked.write_baseline:
        return read_baseline(asked.baseline) if asked.baseline else None
    if asked.fact or asked.article:
        raise UsageError(
            Problem("FS432", "a baseline is written of all facts and articles", help="leave out --fact and --article")
        )
    return Baseline(asked.write_baseline, growing=True, strict=asked.strict)


def _status(result: Result) -> int:
    if not result.counts.examined:
        return COULD_NOT_RUN
    return AGREED if result.ok else FINDINGS
