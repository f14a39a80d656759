"""Faults that are the user's to mend: each with a code, a place, what was found and what was expected; many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factspec.model import Place

__all__ = ["ArticleError", "FactspecError", "MissingExtraError", "Problem", "SpecError", "UsageError"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or warning. `message` says what was found and what was expected; `help` what to write instead.

    `fix` is what belongs at the place, as it is to be written, where that is beyond doubt; "" where the entry there is only
    to be removed, None where a person must decide.
    """

    code: str
    message: str
    place: Place | None = None
    help: str = ""
    warning: bool = False
    fix: str | None = None

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        word = "warning: " if self.warning else ""
        tail = f" ({self.help})" if self.help else ""
        return f"{head}{word}{self.message}{tail}"


class FactspecError(Exception):
    """What could not be done, as one or more problems; its text has a line for each."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[FactspecError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class SpecError(FactspecError):
    """A spec that cannot be used."""


class ArticleError(FactspecError):
    """An article that cannot be read."""


class UsageError(FactspecError):
    """A call that makes no sense."""


class MissingExtraError(FactspecError):
    """An optional dependency that is not installed; the message is the exact install command."""

    def __init__(self, needed_for: str, extra: str) -> None:
        super().__init__(Problem("FS900", f"{needed_for} needs an extra: pip install 'factspec[{extra}]'"))

    def __reduce__(self) -> tuple[type[FactspecError], tuple[tuple[Problem, ...]]]:
        return FactspecError, (self.problems,)
