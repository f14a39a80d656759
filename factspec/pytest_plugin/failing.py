"""What pytest shows of a failed test and of a spec that cannot be used: lines without a traceback, at a place in an article.

Nothing of pytest is subclassed and nothing private is imported: a report must survive the way between two processes.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import pytest

from factspec.errors import Problem
from factspec.model import Place
from factspec.report.look import notice, visible

__all__ = ["FactFailure", "Messages", "Unread", "as_failure", "in_one_line", "more", "represented"]


class FactFailure(Exception):  # noqa: N818 it is a result, not an error
    """What a test found: the lines to show, the place to jump to, the message of the short summary and a word for it."""

    def __init__(self, lines: Iterable[str], place: Place, message: str, word: str) -> None:
        super().__init__(message)
        self.lines, self.place, self.message, self.word = list(lines), place, message, word

    @classmethod
    def of(cls, problems: Sequence[Problem], place: Place) -> FactFailure:
        """The failure that some problems make; `place` stands in for a first problem that has none."""
        first = problems[0]
        message = visible(str(first)) + more(len(problems) - 1)
        return cls(map(notice, problems), first.place or place, message, first.code)


class Unread(pytest.fail.Exception):  # type: ignore[name-defined, misc] # it is hung on a function
    """An article that could not be read; as a failure of pytest's own it is not searched for a traceback first."""

    def __init__(self, failure: FactFailure) -> None:
        super().__init__(failure.message, pytrace=False)
        self.failure = failure


def more(number: int) -> str:
    return f" (and {number} more)" if number else ""


class Writer(Protocol):
    """The part of pytest's terminal writer that is used here."""

    def line(self, text: str, /, **markup: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Crash:
    """The line of the short summary for a spec that cannot be used."""

    message: str

    def __str__(self) -> str:
        return self.message


class Messages:
    """All that is wrong with a spec file; as plain text it is the same from every process, so that it is reported once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._lines = [notice(problem) for problem in problems]
        self.reprcrash = Crash(self._lines[0] + more(len(problems) - 1))

    def toterminal(self, writer: Writer) -> None:
        for line in self._lines:
            writer.line(line, red=True)

    def __str__(self) -> str:
        return "\n".join(self._lines)


def as_failure(error: BaseException) -> FactFailure | None:
    """The failure that an error of a test stands for; None for a fault of factspec itself."""
    if isinstance(error, Unread):
        return error.failure
    return error if isinstance(error, FactFailure) else None


def represented(failure: FactFailure, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:
    """The failure as pytest's own representation, filled with other lines and another place."""
    shown: Any = excinfo.getrepr(style="value", chain=False)
    crash, entry = shown.reprcrash, shown.reprtraceback.reprentries[0]
    crash.path, crash.lineno, crash.message = visible(failure.place.path), failure.place.line, failure.message
    entry.lines, entry.reprfileloc = failure.lines, replace(crash, message=failure.word)
    return shown


def in_one_line(failure: FactFailure, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:
    """The same for `--tb=line`, which shows the place and the message of the crash and nothing else."""
    shown = represented(failure, excinfo)
    shown.reprcrash.message = failure.message.removeprefix(f"{visible(str(failure.place))}: ")
    shown.reprtraceback.reprentries = []
    return shown
