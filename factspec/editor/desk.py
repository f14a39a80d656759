"""What an editor has on its desk: the specs of its folders, the articles that they name, and what a check said of them.

What is read: files, unless the editor holds another text for them; a spec that is being written and cannot be read at the moment
stands in with its last reading that could, without faults of its own. What is not: the protocol, positions, and the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factspec.article import Article
from factspec.errors import Problem, SpecError
from factspec.loading import ENDINGS, spec_files
from factspec.model import Finding, Spec
from factspec.run import Job, jobs, shown
from factspec.run.again import Memory, Rerun, real

__all__ = ["Desk", "Picture", "is_spec"]


def is_spec(path: str) -> bool:
    return path.endswith(ENDINGS)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen, by the `real` paths of files: problems of specs and articles, articles and what was found in them.

    `texts` holds the texts of the specs as they were read, `faulty` those specs that cannot be read at the moment.
    """

    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    specs: Mapping[str, Spec] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()

    def over(self, older: Picture) -> Picture:
        """The older picture, with what this one of a part of the desk has seen anew."""
        return Picture(
            {**older.problems, **self.problems},
            {**older.findings, **self.findings},
            {**older.articles, **self.articles},
            self.specs,
            self.texts,
            self.faulty,
        )

    def text(self, name: str) -> str:
        """The text of a spec or article, "" where it could not be read."""
        article = self.articles.get(name)
        return article.original if article else self.texts.get(name, "")

    def evidence(self, spec: str, fact: str) -> list[Finding]:
        """What was found of one fact, article by article."""
        return [
            finding
            for findings in self.findings.values()
            for finding in findings
            if finding.fact.id == fact and real(finding.fact.place.path) == spec
        ]


class Desk:
    """The specs below some folders, and those that were opened besides."""

    def __init__(self, folders: Iterable[str] = ()) -> None:
        self._folders = list(folders)
        self._below: list[Path] | None = None
        self._memory = Memory()
        self._good: dict[str, Spec] = {}

    def move_to(self, folders: Iterable[str]) -> None:
        """Other folders than before."""
        self._folders, self._below = list(folders), None

    def forget(self, paths: Iterable[str]) -> None:
        """Files that are known to have changed, come or gone."""
        self._below = None
        self._memory.forget(paths)

    def look(self, held: Mapping[str, str], today: date, cancelled: Callable[[], bool], *, whole: bool = True) -> Picture | None:
        """The picture with the texts that an editor holds; None where it was cancelled, which is asked after each article.

        Without `whole` it has only the articles that are held, and of specs only the faults of those that cannot be read.
        """
        self._memory.unsaved = held
        specs, problems, faulty = self._specs(held)
        texts = {name: self._memory.text(name) for name in problems}
        named, found = jobs(specs.values())
        if not whole:
            named = [Job(job.spec, tuple(path for path in job.articles if real(path) in held)) for job in named]
        run = Rerun(self._memory, named, today=today, problems=found)
        findings: dict[str, tuple[Finding, ...]] = {}
        articles: dict[str, Article] = {}
        for checked in run:
            if cancelled():
                return None
            name = real(checked.path)
            findings[name] = checked.findings
            if checked.article:
                articles[name] = checked.article
        if whole:
            self._memory.keep_only(tuple(specs.values()), {path for job in named for path in job.articles})
        told = {name: found for name, found in problems.items() if whole or name in faulty}
        told |= {name: [] for name in findings}
        for problem in run.problems:
            name = real(problem.place.path) if problem.place else ""
            if name and name not in faulty and (whole or name in findings):
                told.setdefault(name, []).append(problem)
        kept = {name: tuple(dict.fromkeys(found)) for name, found in told.items()}
        return Picture(kept, findings, articles, specs, texts, frozenset(faulty))

    def _specs(self, held: Iterable[str]) -> tuple[dict[str, Spec], dict[str, list[Problem]], set[str]]:
        """The specs by their `real` paths, the problems and warnings of reading them, and which cannot be read at the moment."""
        problems: dict[str, list[Problem]] = {}
        specs: dict[str, Spec] = {}
        faulty: set[str] = set()
        for path in self._files(held):
            name = real(path)
            try:
                loaded = self._memory.spec(path)
            except SpecError as error:
                problems[name] = list(error.problems)
                faulty.add(name)
            else:
                self._good[name] = loaded.spec
                problems[name] = list(loaded.warnings)
            if name in self._good:
                specs[name] = self._good[name]
        return specs, problems, faulty

    def _files(self, held: Iterable[str]) -> list[Path]:
        """The spec files of the folders and those that the editor holds; a folder that cannot be opened has none."""
        if self._below is None:
            self._below = spec_files(self._folders)[0]
        known = {real(path) for path in self._below}
        return [Path(shown(str(path))) for path in self._below] + [
            Path(shown(path)) for path in sorted(held) if is_spec(path) and path not in known
        ]
