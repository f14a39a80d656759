"""Which articles each spec is to be checked against, and which facts and articles a user has picked out.

What is read: folders, to expand globs. What is not: the articles and the facts themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

from factspec.errors import Problem
from factspec.model import Place, Spec
from factspec.run.globs import expand, matches

__all__ = ["EVERYTHING", "Job", "Selection", "groups", "jobs"]


@dataclass(frozen=True, slots=True)
class Job:
    """A spec and the articles to check it against, by their paths as a user is shown them (see `shown`)."""

    spec: Spec
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The facts and articles a user asked for, as ids, paths or globs of these; an empty one asks for everything.

    Facts that are not asked for are examined all the same, because they explain figures and dates that would otherwise be
    held against the ones that are; they are only not reported.
    """

    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    def fact(self, id_: str) -> bool:
        return not self.facts or any(id_ == wanted or fnmatchcase(id_, wanted) for wanted in self.facts)

    def article(self, path: str) -> bool:
        return not self.articles or any(matches(path, wanted) for wanted in self.articles)

    def __bool__(self) -> bool:
        return bool(self.facts or self.articles)


EVERYTHING = Selection()


def jobs(specs: Iterable[Spec], articles: Sequence[str] | None = None) -> tuple[list[Job], list[Problem]]:
    """A job for each spec, and what is wrong with the globs.

    `articles` are globs relative to the working folder that stand in for every spec's own, which are relative to its folder.
    A glob that names no file, a spec that names no articles and a spec without facts are problems.
    """
    specs = tuple(specs)
    problems = [
        Problem("FS303", "this spec has no facts", Place(spec.path, 1, 1), "it checks nothing")
        for spec in specs
        if not spec.facts
    ]
    if articles is not None:
        paths = _paths([(pattern, None) for pattern in articles], "", problems)
        return [Job(spec, paths) for spec in specs], problems
    return [Job(spec, _own(spec, problems)) for spec in specs], problems


def groups(jobs: Iterable[Job], selection: Selection = EVERYTHING) -> Iterator[tuple[tuple[Spec, ...], list[str]]]:
    """The jobs turned about: specs that share articles, and these articles, each article once, in order of appearance."""
    specs: dict[str, list[Spec]] = {}
    for job in jobs:
        for path in filter(selection.article, job.articles):
            specs.setdefault(path, []).append(job.spec)
    shared: dict[tuple[int, ...], list[str]] = {}
    for path, those in specs.items():
        shared.setdefault(tuple(map(id, those)), []).append(path)
    for paths in shared.values():
        yield tuple(specs[paths[0]]), paths


def _own(spec: Spec, problems: list[Problem]) -> tuple[str, ...]:
    if not spec.articles:
        help_ = "expected a list of globs under 'articles', or --articles"
        problems.append(Problem("FS304", "this spec names no articles", Place(spec.path, 1, 1), help_))
    return _paths(spec.articles, str(PurePath(spec.path).parent), problems)


def _paths(patterns: Iterable[tuple[str, Place | None]], folder: str, problems: list[Problem]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for pattern, place in patterns:
        paths = expand(pattern, folder)
        found.update(dict.fromkeys(paths))
        if not paths:
            problems.append(_empty(pattern, place))
    return tuple(found)


def _empty(pattern: str, place: Place | None) -> Problem:
    where = "relative to this spec's folder" if place else "relative to the working folder"
    return Problem(
        "FS302",
        f"{pattern!r} matches no file",
        place,
        f"{where}; a folder's articles are 'folder/*.txt', with those below it 'folder/**/*.txt'",
    )
