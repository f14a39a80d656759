"""Runs that follow each other: what has not changed since the last one is not done again.

What is held: specs by their text, articles by their text or by what the file system notes of them, and what was examined. What
is not: findings and problems, which every run makes anew from these, so that a run again says what a first run would say.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factspec.article import Article
from factspec.engine import Examined, Plan, compile_plan, examine
from factspec.errors import FactspecError, Problem, SpecError
from factspec.loading import text_of
from factspec.model import Place, Spec
from factspec.readers import read, read_bytes
from factspec.run.examples import wrong_examples
from factspec.run.jobs import Job
from factspec.run.running import Run
from factspec.run.seeing import seer
from factspec.spec import Loaded, load_spec

__all__ = ["Memory", "Rerun", "real"]

_MARK = b"\xef\xbb\xbf"  # a text that an editor holds is UTF-8, whatever the page declares


def real(path: str | os.PathLike[str]) -> str:
    """The one name of a file, however it was named."""
    return os.path.realpath(path)


@dataclass(slots=True)
class Memory:
    """What earlier runs have read and examined. `unsaved` are texts that stand in for files, by their `real` paths.

    `reads` and `examinations` count what was done, not what was remembered. Used by one thread at a time.
    """

    unsaved: Mapping[str, str] = field(default_factory=dict)
    reads: int = 0
    examinations: int = 0
    _specs: dict[str, tuple[str, Loaded | SpecError]] = field(default_factory=dict)
    _articles: dict[str, tuple[Any, Article | FactspecError]] = field(default_factory=dict)
    _plans: dict[tuple[int, ...], Plan] = field(default_factory=dict)
    _examined: dict[str, tuple[Plan, Article, Examined]] = field(default_factory=dict)
    _examples: dict[int, tuple[Spec, tuple[Problem, ...]]] = field(default_factory=dict)

    def spec(self, path: Path) -> Loaded:
        """The spec in a file: the very same object for as long as its text is the same. Raises SpecError with what is wrong."""
        name = real(path)
        text = self._spec_text(name, path)
        known = self._specs.get(name)
        if known is None or known[0] != text:
            known = self._specs[name] = text, _read_spec(path, text)
            self.reads += 1
        if isinstance(known[1], SpecError):
            raise known[1]
        return known[1]

    def text(self, name: str) -> str:
        """The text of a spec as it was last read, by its `real` path; "" where it could not be."""
        return self._specs[name][0] if name in self._specs else ""

    def _spec_text(self, name: str, path: Path) -> str:
        if name in self.unsaved:
            return self.unsaved[name].removeprefix("\ufeff")
        try:
            return text_of(path).removeprefix("\ufeff")
        except OSError as error:
            place = Place(path.as_posix(), 1, 1)
            raise SpecError(Problem("FS060", f"cannot be read: {error.strerror or error}", place)) from None

    def article(self, path: str) -> Article:
        """The article in a file, read again only where it has changed. Raises as `readers.read`."""
        name = real(path)
        stamp = self.unsaved.get(name) if name in self.unsaved else _stamp(name)
        known = self._articles.get(name)
        if known is None or known[0] != stamp or stamp is None:
            known = self._articles[name] = stamp, _read_article(path, self.unsaved.get(name))
            self.reads += 1
        if isinstance(known[1], FactspecError):
            raise known[1]
        return known[1]

    def forget(self, paths: Iterable[str]) -> None:
        """Files that are known to have changed, whatever the file system notes of them."""
        for path in paths:
            self._articles.pop(real(path), None)

    def keep_only(self, specs: Collection[Spec], articles: Collection[str]) -> None:
        """Let go of what no run asks for any more."""
        ids, names = {id(spec) for spec in specs}, {real(path) for path in articles}
        self._plans = {key: plan for key, plan in self._plans.items() if ids.issuperset(key)}
        self._examples = {key: kept for key, kept in self._examples.items() if key in ids}
        self._examined = {path: kept for path, kept in self._examined.items() if path in articles}
        self._articles = {name: kept for name, kept in self._articles.items() if name in names}

    def plan(self, specs: Sequence[Spec]) -> Plan:
        key = tuple(map(id, specs))  # the plan itself holds on to the specs
        if key not in self._plans:
            self._plans[key] = compile_plan(specs)
        return self._plans[key]

    def examine(self, plan: Plan, article: Article) -> Examined:
        known = self._examined.get(article.path)
        if known is None or known[0] is not plan or known[1] is not article:
            known = self._examined[article.path] = plan, article, examine(plan, article)
            self.examinations += 1
        return known[2]

    def wrong_examples(self, spec: Spec) -> tuple[Problem, ...]:
        known = self._examples.get(id(spec))
        if known is None or known[0] is not spec:
            known = self._examples[id(spec)] = spec, tuple(wrong_examples([spec]))
        return known[1]


class Rerun(Run):
    """A run that takes from a memory what it holds, and leaves there what it had to do."""

    def __init__(
        self,
        memory: Memory,
        jobs: Iterable[Job],
        *,
        today: date,
        strict: bool = False,
        borrowed: bool = False,
        problems: Iterable[Problem] = (),
    ) -> None:
        super().__init__(
            jobs, today=today, strict=strict, borrowed=borrowed, problems=problems, seer=seer(memory.article, memory.examine)
        )
        self._memory = memory

    def _plan(self, specs: Sequence[Spec]) -> Plan:
        return self._memory.plan(specs)

    def _wrong_examples(self, specs: Iterable[Spec]) -> Iterable[Problem]:
        return [problem for spec in specs for problem in self._memory.wrong_examples(spec)]


def _read_spec(path: Path, text: str) -> Loaded | SpecError:
    try:
        return load_spec(path.as_posix(), text)
    except SpecError as error:
        return error


def _read_article(path: str, text: str | None) -> Article | FactspecError:
    try:
        return read(path) if text is None else read_bytes(path, _MARK + text.encode("utf-8", "replace"))
    except FactspecError as error:
        return error


def _stamp(name: str) -> tuple[int, int, int] | None:
    """What changes when a file is saved; None where nothing can be said of it."""
    try:
        status = os.stat(name)  # noqa: PTH116 nothing but a stat is wanted
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
