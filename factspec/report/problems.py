"""Reports of problems alone, as `factspec lint` and others have them: `full`, `concise` and `json`.

What is read: problems, the texts of the files that they stand in, and what to say at the end. What is not: how they were found,
and files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factspec.errors import Problem
from factspec.report.encoding import encoded
from factspec.report.excerpt import excerpt
from factspec.report.look import PLAIN, Look, notice, visible
from factspec.report.structured import FORMAT, problem_row

__all__ = ["PROBLEM_REPORTS", "Found"]

_BREAK = re.compile(r"\r\n?|\n")
_TOKEN = re.compile(
    r"""[\w.-]+(?=\s*:(?:\s|$))            # a key
    |"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'  # a text in quotes
    |[^\s\[\]{},]+(?:[ ]+[^\s\[\]{},#]+)*  # words up to a bracket, comma or comment
    |\S""",
    re.VERBOSE,
)
"""What begins at a place, as far as a line shows it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Problems in the order in which to show them, the texts of their files by path, those that can be mended, and the end.

    `closing` are lines for a person, `summary` is the same for a program.
    """

    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    mendable: Collection[Problem] = ()
    closing: tuple[str, ...] = ()
    summary: Mapping[str, Any] = field(default_factory=dict)


def _full(found: Found, look: Look = PLAIN) -> Iterator[str]:
    """A block for each problem: place, severity, code and message, the line with the place underlined, and the help."""
    lines: dict[str, list[str]] = {}
    for problem in _wanted(found, look):
        style = "bold yellow" if problem.warning else "bold red"
        severity = look.paint(f"{'warning' if problem.warning else 'error'} {problem.code}", style)
        place = f"{look.paint(visible(f'{problem.place}:'), 'bold')} " if problem.place else ""
        yield f"{place}{severity}: {visible(problem.message)}\n"
        if problem.place and problem.place.path in found.texts:
            path = problem.place.path
            if path not in lines:
                lines[path] = _BREAK.split(found.texts[path])
            yield from _quoted(lines[path], problem, look, style)
        if problem.help:
            yield f"  help  {visible(problem.help)}{' (lint --fix does it)' if problem in found.mendable else ''}\n"
        yield "\n"
    yield from (f"{line}\n" for line in found.closing)


def _quoted(lines: list[str], problem: Problem, look: Look, style: str) -> Iterator[str]:
    """The line of a problem, numbered, and carets below what stands at its place."""
    assert problem.place is not None  # noqa: S101 the caller looked
    number, start = problem.place.line, problem.place.column - 1
    if number > len(lines) or not lines[number - 1].strip():
        return
    line = lines[number - 1]
    token = _TOKEN.match(line, start)
    gutter = f"{number:>5} | "
    text, carets = excerpt(line, start, token.end() if token else start + 1, look.width - len(gutter))
    indent = len(carets) - len(carets.lstrip())
    yield f"{gutter}{text}\n"
    yield f"{' ' * (len(gutter) - 2)}| {carets[:indent]}{look.paint(carets[indent:], style)}\n"


def _concise(found: Found, look: Look = PLAIN) -> Iterator[str]:
    """A line for each problem, as messages have it everywhere; then the end."""
    for problem in _wanted(found, look):
        yield look.paint(notice(problem), "yellow" if problem.warning else "red") + "\n"
    yield from (f"{line}\n" for line in found.closing)


def _json(found: Found, look: Look = PLAIN) -> Iterator[str]:
    """One JSON object of format 1, with a line for each problem; warnings are in it whatever the look."""
    rows = [{**problem_row(problem), "fixable": problem in found.mendable} for problem in found.problems]
    inner = ",\n".join(encoded(row) for row in rows)
    yield f'{{"format": {FORMAT},\n"problems": [\n{inner}\n],\n"summary": {encoded(dict(found.summary))}}}\n'


def _wanted(found: Found, look: Look) -> Iterator[Problem]:
    return (problem for problem in found.problems if look.warnings or not problem.warning)


PROBLEM_REPORTS: Mapping[str, Callable[[Found, Look], Iterator[str]]] = {"full": _full, "concise": _concise, "json": _json}
"""The reports of problems, by the name that `--output-format` knows them by."""
