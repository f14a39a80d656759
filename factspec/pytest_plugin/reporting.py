"""The report for editors at the end of a test session.

What is read: the specs of the session, once more and whole, whatever tests were picked out; so it is the same from one process
and from many. What is not: how the tests went.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from datetime import datetime

from factspec.pytest_plugin.examining import Examinations
from factspec.report.destination import destination
from factspec.report.html import Earlier, Edition, html_report
from factspec.run import Run

__all__ = ["write_report"]


def write_report(desk: Examinations, path: str, *, repeatable: bool, since: Earlier | None = None) -> None:
    """Checks every article of the specs and writes the HTML report; UsageError where the file cannot be written.

    A `repeatable` report bears the day on which waivers are judged, any other the moment it is made.
    """
    jobs = list(desk.jobs.values())
    problems = [problem for job in jobs for problem in desk.loaded(job.spec.path).problems]
    run = Run(jobs, today=desk.policy.today, strict=desk.policy.strict, problems=problems, baseline=desk.policy.baseline)
    edition = Edition.of(desk.policy.today if repeatable else None, datetime.now().astimezone())
    with destination(path) as out:
        out.writelines(html_report(run.result, [job.spec for job in jobs], edition, since))
