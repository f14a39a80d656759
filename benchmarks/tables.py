"""What the benchmark prints: tables of figures, and the clock for the one column that changes from run to run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["NOTHING", "Table", "printed", "rate", "ratio", "share", "speed"]

NOTHING = "–"
"""A figure that does not exist: the tool does not offer it, or there is nothing to divide by."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of figures under a title, and the libraries that are missing from it, each as a command.

    `misses` says, a line each, what factspec got wrong; it is printed on demand.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    missing: Sequence[str] = ()
    misses: Sequence[str] = ()


def printed(table: Table, misses: bool) -> Iterator[str]:
    """The lines of a table in Markdown, aligned; figures stand on the right."""
    widths = [max(map(len, column)) for column in zip(table.columns, *table.rows, strict=True)]
    texts = _text_columns(table)
    yield f"### {table.title}"
    yield ""
    yield _line(table.columns, widths, texts)
    yield (
        "|"
        + "|".join("-" * (width + 2) if text else "-" * (width + 1) + ":" for width, text in zip(widths, texts, strict=True))
        + "|"
    )
    yield from (_line(row, widths, texts) for row in table.rows)
    yield ""
    below = [
        *(f"{note}  " for note in table.notes),
        *(f"Missing: {missing}  " for missing in table.missing),
        *(f"    {miss}" for miss in (table.misses if misses else ())),
    ]
    yield from [*below, ""] if below else []


def _text_columns(table: Table) -> list[bool]:
    return [not any(cell[:1].isdigit() for cell in column) for column in zip(*table.rows, strict=True)]


def _line(cells: Iterable[str], widths: Iterable[int], texts: Iterable[bool]) -> str:
    padded = (cell.ljust(width) if text else cell.rjust(width) for cell, width, text in zip(cells, widths, texts, strict=True))
    return "| " + " | ".join(padded) + " |"


def ratio(part: float, whole: float) -> str:
    return f"{part / whole:.3f}" if whole else NOTHING


def share(part: int, whole: int) -> str:
    """A ratio and what it was made of: 0.946 (105 of 111)."""
    return f"{ratio(part, whole)} ({part} of {whole})"


def rate(count: int, characters: int) -> str:
    """How often per 10,000 characters."""
    return f"{10_000 * count / characters:.1f}" if characters else NOTHING


def speed(work: Callable[[str], object], texts: Sequence[str]) -> str:
    """Megabytes a second of one process: the best of three runs, or of one where that takes longer than a second."""
    size = sum(len(text.encode()) for text in texts)
    taken = [_seconds(work, texts)]
    while len(taken) < 3 and taken[0] < 1:
        taken.append(_seconds(work, texts))
    megabytes = size / max(min(taken), 1e-9) / 1e6
    return f"{megabytes:.1f}" if megabytes >= 1 else f"{megabytes:.3f}"


def _seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    begun = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begun
