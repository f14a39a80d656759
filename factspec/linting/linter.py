"""Lint: every spec by itself, then with its articles, and all that was found in the order of the places.

What is read: spec files that may be faulty, and once each article that they name. What is not: the verdicts; of a run only what
it says of the specs is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from factspec.article import Article
from factspec.errors import Problem
from factspec.linting.census import Census
from factspec.linting.codes import Codes
from factspec.linting.completeness import missing_parts
from factspec.loading import Opened, open_each
from factspec.model import Place, Spec
from factspec.readers import read
from factspec.run import Job, Run, jobs, seer

__all__ = ["UNREAD", "Linted", "lint", "lint_opened"]

UNREAD = frozenset({"FS060", "FS061", "FS062", "FS063"})
"""The codes of a path that leads to no text of a spec."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in specs: `problems` in the order of the places, `texts` of the specs by path, and how much was looked at.

    `unusable` specs are so faulty that no article was looked at for them; of a path in `unread` there was no text.
    """

    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    specs: int = 0
    facts: int = 0
    articles: int = 0
    unusable: int = 0
    unread: int = 0

    @property
    def errors(self) -> int:
        return sum(not problem.warning for problem in self.problems)

    @property
    def warnings(self) -> int:
        return sum(problem.warning for problem in self.problems)


def lint(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    today: date,
    articles: Sequence[str] | None = None,
    codes: Codes = Codes(),  # noqa: B008 frozen
    read: Callable[[str], Article] = read,
) -> Linted:
    """Everything wrong or doubtful in the specs of files and folders, waivers judged as of `today`; raises nothing for any of it.

    `articles` are globs relative to the working folder that stand in for the specs' own. Of the problems those are kept that
    `codes` want; what keeps a spec from being used is counted all the same.
    """
    files, unread = open_each(paths)
    return lint_opened(files, unread, today=today, articles=articles, codes=codes, read=read)


def lint_opened(
    files: Sequence[Opened],
    unread: Sequence[Problem] = (),
    *,
    today: date,
    articles: Sequence[str] | None = None,
    codes: Codes = Codes(),  # noqa: B008
    read: Callable[[str], Article] = read,
) -> Linted:
    """As `lint`, of files that were opened already."""
    usable = {file.path: file for file in files if file.spec}
    specs = [file.spec for file in files if file.spec]
    named, of_globs = jobs(specs, articles)
    found = [*(problem for file in files for problem in file.problems), *of_globs]
    found += [problem for spec in specs for problem in missing_parts(spec)]
    found += _with_articles(named, usable, read, partial(Run, today=today, borrowed=articles is not None))
    shown = [*unread, *sorted(dict.fromkeys(found), key=_order)]
    return Linted(
        tuple(problem for problem in shown if problem.code in codes),
        {file.path: file.text for file in files},
        len(files),
        sum(len(spec.facts) for spec in specs),
        len({path for job in named for path in job.articles}),
        len(files) - len(specs),
        len(unread) + sum(any(problem.code in UNREAD for problem in file.problems) for file in files),
    )


def _order(problem: Problem) -> tuple[Place, str, str]:
    return problem.place or Place("", 0, 0), problem.code, problem.message


def _with_articles(
    named: Sequence[Job], files: Mapping[str, Opened], read: Callable[[str], Article], start: Callable[..., Run]
) -> Iterable[Problem]:
    """What a run shows of the specs: dead facts, examples, waivers, anchors; and articles that cannot be read."""
    counted = {job.spec.path: Census(job.spec, files[job.spec.path].text) for job in named if job.articles}
    wanted: dict[str, list[Census]] = {}
    for job in named:
        for path in job.articles:
            wanted.setdefault(path, []).append(counted[job.spec.path])

    def read_and_count(path: str) -> Article:
        article = read(path)
        for census in wanted[path]:
            census.add(article)
        return article

    run = start(named, seer=seer(read_and_count))
    for _ in run:
        pass
    yield from (p for p in run.problems if p.place and (p.place.path in files or not p.warning))
    dead = {problem.place for problem in run.problems if problem.code == "FS305"}
    for spec in (job.spec for job in named if job.articles):
        yield from counted[spec.path].problems(_dead(spec, dead))


def _dead(spec: Spec, places: Iterable[Place | None]) -> frozenset[str]:
    found = frozenset(places)
    return frozenset(fact.id for fact in spec.facts if fact.place in found)
