"""A baseline: the findings of a day, accepted all at once, so that from then on only new ones fail.

A finding is known again by its spec, article and fact, its verdict, and what was found; never by its line, which moves with
every edit. What is read: the baseline file, and each finding as it is made. What is not: the clock, and the curated value.

The file is text, UTF-8: a first line that says what it is, then a line for each finding, sorted, its five parts divided by
tabs, paths relative to the file's own folder. Lines that begin with # are skipped.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factspec.errors import Problem, UsageError
from factspec.model import Finding, Place, Qualifier, Verdict
from factspec.result import passes
from factspec.run.waivers import waivable

__all__ = ["Baseline", "read_baseline"]

FIRST = "# factspec baseline 1"
HEAD = f"{FIRST}: accepted findings, one a line (spec, article, fact, verdict, what was found), with tabs between\n"
NOTHING_FOUND = "-"
VERDICTS = frozenset({Verdict.CONTRADICTED, Verdict.OMITTED, Verdict.VAGUE})
MOST = 20
"""Stale entries that are told one by one."""


class Entry(NamedTuple):
    """A finding as the file has it: each part on one line, without tabs."""

    spec: str
    article: str
    fact: str
    verdict: str
    found: str

    def __str__(self) -> str:
        found = "" if self.found == NOTHING_FOUND else f", found {self.found!r}"
        return f"{self.fact!r} {self.verdict} in {self.article}{found}"


class Baseline:
    """The entries of a file and what became of them; a `growing` one takes in what fails, by `strict` also what is vague.

    `path` is the file's path as the user wrote it. The paths of findings are taken as relative to the working folder.
    """

    def __init__(
        self, path: str, entries: Mapping[Entry, int] | None = None, *, growing: bool = False, strict: bool = False
    ) -> None:
        self.path = path
        self._lines = dict(entries or {})
        self._held: dict[tuple[str, str, str], list[Entry]] = {}
        for entry in self._lines:
            self._held.setdefault(entry[:3], []).append(entry)
        self._growing, self._strict = growing, strict
        self._seen: set[tuple[str, str, str]] = set()
        self._needed: set[Entry] = set()
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 links and ".." stay as they are written
        self._named = lru_cache(4096)(lambda name: _one_line(_relative(name, folder)))

    @property
    def accepted(self) -> int:
        """How many findings it has accepted so far."""
        return len(self._needed)

    def apply(self, finding: Finding) -> Finding:
        """The finding, marked as in the baseline where it is."""
        where = self._named(finding.fact.place.path), self._named(finding.article), finding.fact.id
        if where in self._held:
            self._seen.add(where)
        if finding.verdict is Verdict.ERROR:  # nobody can say what the article states
            self._needed.update(self._held.get(where, ()))
            return finding
        entry = Entry(*where, str(finding.verdict), _one_line(" ".join(finding.found.split())) or NOTHING_FOUND)
        fails = self._growing and not passes(finding, self._strict)
        if not waivable(finding) or not (fails or entry in self._lines):
            return finding
        self._needed.add(entry)
        step = f"In the baseline {self.path}."
        return replace(finding, qualifier=Qualifier.BASELINE, derivation=(*finding.derivation, step))

    def text(self) -> str:
        """The file of the findings that it has accepted so far."""
        return HEAD + "".join("\t".join(entry) + "\n" for entry in sorted(self._needed))

    def problems(self, specs: Iterable[str] = ()) -> list[Problem]:
        """A warning for each entry that is stale: its finding was met and is another one now, or is in one of the `specs` that
        were examined as a whole and was not met, or its spec is gone.
        """
        whole = {self._named(path) for path in specs}
        stale = [entry for entry in self._lines if entry not in self._needed and self._is_stale(entry, whole)]
        found = [self._problem(entry) for entry in stale[:MOST]]
        if len(stale) > MOST:
            line = self._lines[stale[MOST]]
            found.append(self._warning(line, f"{len(stale) - MOST} more entries of the baseline are stale"))
        return found

    def _is_stale(self, entry: Entry, whole: set[str]) -> bool:
        return entry[:3] in self._seen or entry.spec in whole or not self._file(entry.spec).exists()

    def _problem(self, entry: Entry) -> Problem:
        why = "no such article or fact any more"
        if entry[:3] in self._seen:
            why = "this is not found any more"
        elif not self._file(entry.spec).exists():
            why = f"no such spec any more: {entry.spec}"
        return self._warning(self._lines[entry], f"stale: {entry}: {why}")

    def _warning(self, line: int, message: str) -> Problem:
        return Problem("FS431", message, Place(self.path, line, 1), "take the line out, or write the baseline anew", warning=True)

    def _file(self, name: str) -> Path:
        return Path(self.path).parent / name


def read_baseline(path: str) -> Baseline:
    """The baseline of a file; UsageError (FS430) with all that is wrong with it."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        help_ = "make it with factspec check --write-baseline"
        raise UsageError(
            Problem("FS430", f"the baseline {path!r} cannot be read: {error.strerror or error}", help=help_)
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(Problem("FS430", "the baseline is not UTF-8", Place(path, 1, 1))) from error
    lines = text.splitlines()
    if not lines or lines[0].partition(":")[0] != FIRST:
        found = f"expected {FIRST!r} in the first line"
        raise UsageError(Problem("FS430", f"not a baseline of this version: {found}", Place(path, 1, 1)))
    entries: dict[Entry, int] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        parts = line.split("\t")
        if line.startswith("#") or not line.strip():
            continue
        if len(parts) == len(Entry._fields) and parts[3] in VERDICTS:
            entries.setdefault(Entry(*parts), number)
            continue
        expected = "expected spec, article, fact, verdict and what was found, with tabs between"
        problems.append(Problem("FS430", f"no entry of a baseline: {expected}", Place(path, number, 1)))
    if problems:
        raise UsageError(problems)
    return Baseline(path, entries)


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # of another drive there is no relative path
        return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100


def _one_line(text: str) -> str:
    r"""The text with escapes for what would break a line or not be seen; a backslash is doubled, so that no two become one."""
    return "".join(_escaped(c) for c in unicodedata.normalize("NFC", text))


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\\\"
    return character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode("ascii")
