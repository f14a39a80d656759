"""`factspec lint`: what is wrong or doubtful in specs, and the mending of what is safe to mend.

Exit status: 0 nothing but warnings · 1 errors, with `--strict` also warnings, with `--diff` something to mend · 2 it could not
run.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import ExitStack
from difflib import unified_diff
from pathlib import Path

from factspec.cli.asking import today
from factspec.cli.terminal import look
from factspec.errors import Problem
from factspec.linting import Codes, Linted, lint, mendable, mended
from factspec.loading import Opened, open_each
from factspec.report.closing import plural
from factspec.report.destination import destination
from factspec.report.look import notice, visible
from factspec.report.problems import PROBLEM_REPORTS, Found
from factspec.report.structured import problem_row

__all__ = ["linted"]

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2


def linted(asked: Namespace) -> int:
    """Lint and report; with `--fix` after mending, with `--diff` only the mending. Raises UsageError for an unknown code."""
    codes = Codes.of(asked.select, asked.ignore)
    if asked.diff:
        return _show(asked, codes)
    done = _mend(asked, codes) if asked.fix else []
    found = lint(asked.spec, today=today(asked.today), articles=asked.articles, codes=codes)
    _report(found, done, asked)
    return _status(found, strict=asked.strict)


def _status(found: Linted, *, strict: bool) -> int:
    if found.unread:
        return COULD_NOT_RUN
    return FOUND if found.errors or found.unusable or (strict and found.warnings) else CLEAN


def _report(found: Linted, done: list[Problem], asked: Namespace) -> None:
    """Print or write the report, and say on stderr what a program or a file was told instead."""
    easy = mendable(found.problems)
    closing = (*(f"mended: {notice(problem)}" for problem in done), _outcome(found, len(easy)))
    shown = Found(found.problems, found.texts, easy, closing, _summary(found, done))
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        out.writelines(PROBLEM_REPORTS[asked.output_format](shown, look(asked.color, out, warnings=not asked.quiet)))
    if not asked.quiet and (asked.output_file or asked.output_format == "json"):
        sys.stderr.writelines(f"{line}\n" for line in closing)


def _outcome(found: Linted, easy: int) -> str:
    """The last line: how much was looked at, and what was found."""
    looked = [plural(found.specs, "spec") or "no spec", plural(found.facts, "fact"), plural(found.articles, "article")]
    said = [
        plural(found.errors, "error"),
        plural(found.warnings, "warning"),
        f"{easy} can be mended with --fix" if easy else "",
        plural(found.unusable, "spec cannot be used", "specs cannot be used"),
    ]
    return f"{', '.join(filter(None, looked))}: {', '.join(filter(None, said)) or 'all well'}"


def _summary(found: Linted, done: list[Problem]) -> dict[str, object]:
    return {
        "ok": not (found.errors or found.unusable or found.unread),
        "specs": found.specs,
        "facts": found.facts,
        "articles": found.articles,
        "errors": found.errors,
        "warnings": found.warnings,
        "unusable": found.unusable,
        "fixed": [problem_row(problem) for problem in done],
    }


# ---------------------------------------------------------------- mending


def _edits(asked: Namespace, codes: Codes) -> Iterator[tuple[Opened, str, tuple[Problem, ...]]]:
    """Each spec that can be mended, its new text, and what is mended in it."""
    for file in open_each(asked.spec)[0]:
        text, done = mended(file.path, file.text, codes)
        if done:
            yield file, text, done


def _mend(asked: Namespace, codes: Codes) -> list[Problem]:
    """Mend the files; a byte order mark stays."""
    done: list[Problem] = []
    for file, text, problems in _edits(asked, codes):
        with Path(file.path).open("rb") as old:
            mark = "\ufeff" if old.read(3) == BOM_UTF8 else ""
        with destination(file.path) as new:
            new.write(mark + text)
        done += reversed(problems)
    return done


def _show(asked: Namespace, codes: Codes) -> int:
    """Print what `--fix` would change, and change nothing."""
    done: list[Problem] = []
    for file, text, problems in _edits(asked, codes):
        done += problems
        before, after = file.text.splitlines(), text.splitlines()
        lines = unified_diff(before, after, file.path, file.path, n=2, lineterm="")
        sys.stdout.writelines(f"{_painted(visible(line), asked)}\n" for line in lines)
    if not asked.quiet:
        sys.stderr.write(f"{plural(len(done), 'mistake') or 'nothing'} would be mended\n")
    return FOUND if done else CLEAN


def _painted(line: str, asked: Namespace) -> str:
    style = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
    return look(asked.color, sys.stdout).paint(line, style) if style else line
