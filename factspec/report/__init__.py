"""Reports: functions from a result to text, by the name that `--output-format` knows them by.

A report is handed a `Result` and a `Look`, and yields its text piece by piece while the articles are read. It opens no file,
asks no terminal, and a piece never holds half a finding. Reports that show the worst first hold so many findings and count the
rest, so that a run needs no more memory for more articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factspec.report.concise import concise
from factspec.report.full import full
from factspec.report.github import github
from factspec.report.gitlab import gitlab
from factspec.report.junit import junit
from factspec.report.look import PLAIN, Look
from factspec.report.markdown import markdown
from factspec.report.sarif import sarif
from factspec.report.spreadsheet import csv_rows
from factspec.report.structured import json_document, json_lines
from factspec.result import Result

__all__ = ["FOR_PEOPLE", "PLAIN", "REPORTS", "Look", "Report"]

Report = Callable[[Result, Look], Iterable[str]]

REPORTS: Mapping[str, Report] = {
    "full": full,
    "concise": concise,
    "json": json_document,
    "jsonl": json_lines,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
    "csv": csv_rows,
}

FOR_PEOPLE = frozenset({"full", "concise", "github"})
"""The reports that end with the tally and the problems in words; with any other, a face says them beside it."""
