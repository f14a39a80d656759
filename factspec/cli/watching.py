"""`factspec watch`: check, and check again what has changed whenever a spec or an article is saved.

What is known: files that change, the terminal, the day of today. What is not: what is examined anew, which `run.again` says.
Needs the extra `watch` (watchfiles).
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from factspec.cli.asking import today
from factspec.cli.terminal import look
from factspec.errors import MissingExtraError, Problem, SpecError, UsageError
from factspec.loading import spec_files
from factspec.model import Spec
from factspec.report import REPORTS
from factspec.report.closing import plural
from factspec.report.look import notice, visible
from factspec.result import Checked, Result
from factspec.run import jobs
from factspec.run.again import Memory, Rerun, real
from factspec.run.globs import folders, shown

__all__ = ["watch"]

DEBOUNCE, STEP, START = 400, 50, 500
"""Milliseconds: what is saved within so many of each other is one change; how often to ask; until the watch surely stands."""


def watch(asked: Namespace) -> int:
    """Check now and after each change, until Ctrl-C. Raises SpecError where there is no spec at all to begin with.

    Raises MissingExtraError without watchfiles, UsageError (FS601) where the folders cannot be watched.
    """
    try:
        library: Any = import_module("watchfiles")
    except ImportError:
        raise MissingExtraError("factspec watch", "watch") from None
    rounds = _Rounds(asked)
    rounds.begin()
    try:
        while True:
            _watch(library, rounds)
    except OSError as error:
        help_ = "watch fewer folders, or raise the limit of the system on watched folders"
        raise UsageError(Problem("FS601", f"the folders cannot be watched: {error.strerror or error}", help=help_)) from None


def _watch(library: Any, rounds: _Rounds) -> None:
    """Watch until the folders to be watched are other ones; what changed before the watch stood is looked for once."""
    here = rounds.folders()
    changes = library.watch(
        *here, watch_filter=None, debounce=DEBOUNCE, step=STEP, rust_timeout=START, yield_on_timeout=True, recursive=False
    )
    surely = False
    for change in changes:
        if change or not surely:
            surely = True
            rounds.again({real(path) for _, path in change})
            if rounds.folders() != here:
                return


@dataclass
class _Rounds:
    """A check after the other. What is shown of one are the articles that it has read or found otherwise than the last."""

    asked: Namespace
    memory: Memory = field(default_factory=Memory)
    specs: dict[str, Spec] = field(default_factory=dict)
    known: dict[str, Checked] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    def begin(self) -> None:
        """The first check, and a line that says what is watched."""
        files, problems = spec_files(self.asked.spec)
        if not any(path.is_file() for path in files):
            raise SpecError(problems or [Problem("FS060", f"{path}: no such spec") for path in self.asked.spec])
        self.again(set())
        watched = [plural(len(self.specs), "spec"), plural(len(self.known), "article")]
        self._say(f"watching {' and '.join(filter(None, watched)) or 'for specs'}; Ctrl-C ends")

    def folders(self) -> list[str]:
        """The folders in which something may change that a check reads."""
        found = {one for path in self.asked.spec for one in _spec_folders(Path(path))}
        for spec in self.specs.values():
            for pattern, _ in spec.articles:
                found.update(folders(pattern, str(Path(spec.path).parent)))
        return sorted({shown(path) for path in found})

    def again(self, changed: set[str]) -> None:
        """Check what has changed and show it; nothing is said where nothing is otherwise than before."""
        self.memory.forget(changed)
        faults = list(self._read())
        named, problems = jobs(self.specs.values())
        run = Rerun(self.memory, named, today=today(self.asked.today), strict=self.asked.strict, problems=[*faults, *problems])
        checked = {one.path: one for one in run}
        self.memory.keep_only(tuple(self.specs.values()), checked.keys())
        other = [one for one in checked.values() if not _same(self.known.get(one.path), one)]
        touched = sorted(shown(path) for path in changed if path in self._names(checked))
        said = (*map(notice, run.problems), *checked)
        if other or touched or said != self.said:
            self._show(Result(other, run.problems, run.counts, self.asked.strict), touched or [one.path for one in other])
        self.known, self.said = checked, said

    def _names(self, checked: Iterable[str]) -> set[str]:
        return {*map(real, checked), *map(real, spec_files(self.asked.spec)[0])}

    def _read(self) -> Iterator[Problem]:
        """Read the specs; a faulty one stands in with its last reading that was not, and its faults are told."""
        files, problems = spec_files(self.asked.spec)
        yield from problems
        good: dict[str, Spec] = {}
        for path in files:
            try:
                loaded = self.memory.spec(path)
            except SpecError as error:
                yield from error.problems
                if real(path) in self.specs:
                    good[real(path)] = self.specs[real(path)]
            else:
                good[real(path)] = loaded.spec
                yield from loaded.warnings
        self.specs = good

    def _show(self, result: Result, changed: list[str]) -> None:
        if self.known or self.said:
            self._say(f"\n== {', '.join(changed[:3]) or 'files'}{f' and {len(changed) - 3} more' if len(changed) > 3 else ''}")
        out = sys.stdout
        out.writelines(REPORTS[self.asked.output_format](result, look(self.asked.color, out, warnings=not self.asked.quiet)))
        out.flush()

    def _say(self, line: str) -> None:
        first, _, rest = line.rpartition("\n")
        print(f"{first}\n{visible(rest)}" if first or line.startswith("\n") else visible(rest), flush=True)  # noqa: T201


def _same(one: Checked | None, other: Checked) -> bool:
    """Whether an article was not read anew and its findings are the same."""
    return one is not None and one.article is other.article and one.findings == other.findings


def _spec_folders(path: Path) -> Iterator[str]:
    """The folders in which a spec that was asked for may change or appear."""
    if not path.is_dir():
        yield str(path.parent)
        return
    for parent, below, _ in os.walk(path):
        below[:] = [name for name in below if not name.startswith(".")]
        yield parent
