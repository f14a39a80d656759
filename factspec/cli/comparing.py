"""`factspec compare`: read the articles, print or write what they state differently, and say with which status to end."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import ExitStack

from factspec.article import Article
from factspec.cli.terminal import look
from factspec.differences import compare as compared_of
from factspec.differences.showing import SHOWN, closing
from factspec.errors import ArticleError, Problem, UsageError
from factspec.readers import read
from factspec.report.destination import destination
from factspec.report.look import notice
from factspec.run.globs import expand

__all__ = ["compare"]

NOTHING_DIFFERS, SOMETHING_DIFFERS = 0, 1


def compare(asked: Namespace) -> int:
    """Compare articles and report. Raises UsageError and ArticleError, with all problems at once, where that cannot be done."""
    articles = _read(_paths(asked.article))
    if not asked.quiet:
        sys.stderr.writelines(f"{notice(problem)}\n" for article in articles for problem in article.problems)
    compared = compared_of(articles)
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        out.writelines(SHOWN[asked.output_format](compared, look(asked.color, out)))
    if not asked.quiet and (asked.output_file or asked.output_format != "full"):
        sys.stderr.write(closing(compared) + "\n")
    return SOMETHING_DIFFERS if compared.differences else NOTHING_DIFFERS


def _paths(patterns: Sequence[str]) -> list[str]:
    """The files that the arguments name, each once, in their order. Raises UsageError where they are fewer than two."""
    problems, paths = [], dict[str, None]()
    for pattern in patterns:
        found = expand(pattern)
        if not found:
            problems.append(Problem("FS302", f"{pattern!r} matches no file"))
        paths.update(dict.fromkeys(found))
    if len(paths) < 2 and not problems:
        problems.append(Problem("FS740", f"a comparison needs two articles or more, and there is {len(paths)}"))
    if problems:
        raise UsageError(problems)
    return list(paths)


def _read(paths: Sequence[str]) -> list[Article]:
    """The articles in files. Raises ArticleError with the problems of all that cannot be read."""
    articles, problems = [], list[Problem]()
    for path in paths:
        try:
            articles.append(read(path))
        except ArticleError as error:
            problems += error.problems
    if problems:
        raise ArticleError(problems)
    return articles
