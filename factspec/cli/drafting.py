"""`factspec draft`: facts proposed from articles, as a new spec or at the end of one that there is."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from factspec.article import Article
from factspec.drafting.drafts import draft
from factspec.drafting.writing import block, event_of, whole
from factspec.editing import append_facts
from factspec.errors import ArticleError, Problem, UsageError
from factspec.loading import read_specs
from factspec.readers import read
from factspec.report.destination import destination
from factspec.report.look import notice, visible
from factspec.run.globs import expand, is_glob, shown

__all__ = ["draft_facts"]


def draft_facts(asked: Namespace) -> int:
    """Print or write a spec of proposed facts, or add them to the spec of `--append`; say how many on standard error.

    Raises UsageError where a glob names no article (FS501), nothing could be proposed (FS502) or a file is there already
    (FS307); ArticleError where an article cannot be read; SpecError where the spec of `--append` is faulty.
    """
    articles = _read(list(_paths(asked.article)))
    if asked.append:
        return _append(asked, articles)
    found = draft(articles, limit=asked.limit)
    if not found.proposals:
        raise UsageError(_nothing(articles))
    folder = Path(asked.output_file).parent if asked.output_file else Path()
    text = whole(found, " ".join((asked.event or event_of(articles)).split()), [_glob(folder, a.path) for a in articles])
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file, fresh=True)) if asked.output_file else sys.stdout
        out.write(text)
    _say(_done(len(found.proposals), asked.output_file))
    return 0


def _append(asked: Namespace, articles: Sequence[Article]) -> int:
    """Add to a spec what it does not have; nothing else of it changes, and nothing at all where there is nothing to add."""
    (specs, _) = read_specs([asked.append])
    (spec,) = specs
    found = draft(articles, spec, limit=asked.limit)
    if not found.proposals:
        _say(f"nothing to propose that {shown(asked.append)} does not have")
        return 0
    text = Path(asked.append).read_bytes().decode("utf-8")
    plain = text.removeprefix("\ufeff")
    written = append_facts(shown(asked.append), plain, block(found, [fact.id for fact in spec.facts]))
    with destination(asked.append) as out:
        out.write(text[: len(text) - len(plain)] + written)
    _say(_done(len(found.proposals), asked.append))
    return 0


def _done(number: int, path: str | None) -> str:
    facts = "1 fact" if number == 1 else f"{number} facts"
    return f"{facts} proposed{f' in {shown(path)}' if path else ''}; remove 'checked: false' from each that you have verified"


def _paths(named: Sequence[str]) -> Iterator[str]:
    """The articles that paths and globs name, each once. Raises UsageError with every glob that names none."""
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for pattern in named:
        paths = expand(pattern) if is_glob(pattern) else [shown(pattern)]
        if not paths:
            problems.append(Problem("FS501", f"the glob {pattern!r} names no article"))
        found.update(dict.fromkeys(paths))
    if problems:
        raise UsageError(problems)
    yield from found


def _read(paths: Sequence[str]) -> list[Article]:
    """The articles of some paths; ArticleError with what is wrong with all of those that cannot be read."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            articles.append(read(path))
        except ArticleError as error:
            problems.extend(error.problems)
    if problems:
        raise ArticleError(problems)
    for article in articles:
        for problem in article.problems:
            print(notice(problem), file=sys.stderr)  # noqa: T201
    return articles


def _nothing(articles: Sequence[Article]) -> Problem:
    few = "1 article has" if len(articles) == 1 else f"{len(articles)} articles have"
    return Problem("FS502", f"nothing to propose: {few} no date, figure, name or quotation that a fact can be made of")


def _glob(folder: Path, path: str) -> str:
    """The path of an article as a glob that names it alone, from the folder of the spec."""
    near = path if os.path.isabs(path) else os.path.relpath(path, folder)  # noqa: PTH117
    return "".join(f"[{c}]" if c in "*?[" else c for c in near.replace(os.sep, "/"))


def _say(line: str) -> None:
    print(visible(line), file=sys.stderr)  # noqa: T201
