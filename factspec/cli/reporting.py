"""`factspec report`: check, and write what was found as one HTML file for editors."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import datetime

from factspec.cli.asking import seen_by, today
from factspec.cli.progress import Bar
from factspec.cli.terminal import look
from factspec.errors import UsageError
from factspec.loading import read_specs
from factspec.report.closing import closing
from factspec.report.destination import destination
from factspec.report.html import Edition, html_report, read_earlier
from factspec.report.look import visible
from factspec.run import NOTHING, Run, jobs, read_baseline

__all__ = ["report"]


def report(asked: Namespace) -> int:
    """Check articles and write the report. Raises UsageError where there is nothing to check; the file is then left alone."""
    before = read_earlier(asked.since) if asked.since else None
    specs, warnings = read_specs(asked.spec)
    named, problems = jobs(specs, asked.articles)
    borrowed = asked.articles is not None
    run = Run(
        named,
        today=today(asked.today),
        strict=asked.strict,
        borrowed=borrowed,
        problems=[*warnings, *problems],
        baseline=read_baseline(asked.baseline) if asked.baseline else None,
        seer=seen_by(asked.jobs, sum(len(job.articles) for job in named)),
    )
    if run.idle:
        raise UsageError([*problems, NOTHING])
    bar = Bar(run.total, wanted=not asked.quiet)
    with destination(asked.output_file) as out:
        result = replace(run.result, articles=bar.watch(run))
        out.writelines(html_report(result, specs, Edition.of(asked.today, datetime.now().astimezone(), asked.drafts), before))
    if not asked.quiet:
        sys.stderr.writelines(closing(run.result, look(asked.color, sys.stderr)))
        sys.stderr.write(f"written to {visible(asked.output_file)}\n")
    return 0
