"""What an editor underlines: problems at their places, findings at their evidence, omissions at the first line.

What is read: a picture of the desk. What is not: findings that pass without a warning, and those of an article that could not be
read, which is one problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from factspec.editor.desk import Picture
from factspec.editor.lines import TOP, Lines, Stretch
from factspec.errors import Problem
from factspec.model import Evidence, Finding, Verdict
from factspec.report.look import visible
from factspec.result import is_warning, passes

__all__ = ["Mark", "marks", "stretch_of"]

EXTRACTED = {".docx", ".pdf"}  # their places count in a text that no editor shows
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to underline. `problem` or `finding` is what it tells of; `others` are further stretches of a finding."""

    stretch: Stretch
    code: str
    message: str
    warning: bool = False
    problem: Problem | None = None
    finding: Finding | None = None
    others: tuple[Stretch, ...] = ()


def marks(picture: Picture, name: str, lines: Lines) -> list[Mark]:
    """The marks of a file by its `real` path, in the order of their places; `lines` are of its text."""
    found = [
        *(_of_problem(problem, lines) for problem in picture.problems.get(name, ())),
        *(_of_finding(finding, name, lines) for finding in picture.findings.get(name, ()) if _worth_a_look(finding)),
    ]
    return sorted(found, key=lambda mark: mark.stretch)


def stretch_of(evidence: Evidence, name: str, lines: Lines) -> Stretch:
    """Where evidence stands in a file; at its top where the file's own text is not what an editor shows."""
    return TOP if PurePath(name).suffix.lower() in EXTRACTED else lines.stretch(evidence.start, evidence.end)


def _worth_a_look(finding: Finding) -> bool:
    return finding.verdict is not Verdict.ERROR and (not passes(finding) or is_warning(finding))


def _of_problem(problem: Problem, lines: Lines) -> Mark:
    said = f"{problem.message} ({problem.help})" if problem.help else problem.message
    stretch = lines.word(problem.place) if problem.place else TOP
    return Mark(stretch, problem.code, visible(said)[:LONGEST], problem.warning, problem=problem)


def _of_finding(finding: Finding, name: str, lines: Lines) -> Mark:
    places = [stretch_of(evidence, name, lines) for evidence in finding.evidence] or [_first_line(lines)]
    message = "\n".join(visible(line)[:LONGEST] for line in _told(finding))
    return Mark(places[0], str(finding.verdict), message, passes(finding), finding=finding, others=tuple(places[1:]))


def _first_line(lines: Lines) -> Stretch:
    return Stretch(TOP.start, lines.spot(lines.at(1, len(lines.text) + 1)))


def _told(finding: Finding) -> Iterator[str]:
    yield f"{finding.fact.id}: {finding.verdict}: {finding.reason}"
    yield f"expected {finding.fact.expected}"
    if finding.fact.statement:
        yield finding.fact.statement
