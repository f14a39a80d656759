"""The lines that every report for a person ends with: problems of the run, whether it agreed, and how much was examined."""

from __future__ import annotations

from collections.abc import Iterator

from factspec.model import Qualifier, Verdict
from factspec.report.look import Look, notice
from factspec.result import Counts, Result

__all__ = ["agreement", "closing", "plural", "tally"]


def closing(result: Result, look: Look) -> Iterator[str]:
    """The problems (warnings only where they are wanted), a line that says whether all agreed, and the tally as the last line."""
    for problem in result.problems:
        if look.warnings or not problem.warning:
            yield look.paint(notice(problem), "yellow" if problem.warning else "red") + "\n"
    yield look.paint(agreement(result), "bold green" if result.ok else "bold red") + "\n"
    yield tally(result.counts) + "\n"


def agreement(result: Result) -> str:
    """Whether the articles agree with the facts, in a few words."""
    counts, warnings = result.counts, sum(problem.warning for problem in result.problems)
    said = [
        "agreed" if result.ok else "",
        plural(counts.failed, "finding fails", "findings fail"),
        plural(len(result.problems) - warnings, "problem"),
        plural(counts.warnings + warnings, "warning"),
    ]
    return ", ".join(filter(None, said)) or "nothing to agree with"


def tally(counts: Counts) -> str:
    """How much was examined: "2 articles × 21 facts = 42 examined: 40 supported, 1 contradicted, 1 omitted (0 required)"."""
    articles, facts = _number(counts.articles, "article"), _number(counts.facts, "fact")
    if counts.articles * counts.facts == counts.examined:
        head = f"{articles} × {facts} = {counts.examined} examined"
    else:
        head = f"{articles}, {facts} in {_number(counts.specs, 'spec')}, {counts.examined} examined"
    verdicts = [_verdict(counts, verdict) for verdict in Verdict if counts.verdicts[verdict]]
    unchecked = [f"{counts.unchecked} not checked"] if counts.unchecked else []
    return ": ".join(filter(None, [head, ", ".join(verdicts + unchecked)]))


def _verdict(counts: Counts, verdict: Verdict) -> str:
    notes = [
        f"{counts.qualified[verdict, qualifier]} {qualifier}" for qualifier in Qualifier if counts.qualified[verdict, qualifier]
    ]
    if verdict is Verdict.OMITTED:
        notes.insert(0, f"{counts.omitted_required} required")
    return f"{counts.verdicts[verdict]} {verdict}" + (f" ({', '.join(notes)})" if notes else "")


def plural(number: int, one: str, many: str = "") -> str:
    """A number and its noun, "3 warnings"; nothing for none."""
    return _number(number, one, many) if number else ""


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
