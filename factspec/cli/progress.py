"""A progress bar on stderr for long runs, which makes way whenever findings are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from factspec.result import Checked

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Bar"]

MANY = 200  # articles: more than that, and the bar is there from the beginning
PATIENCE = 2.0  # seconds: after that it is there anyway
PAUSE = 0.1  # seconds between two drawings


class Bar:
    """A bar that is drawn only where stderr is a terminal and there is much to read."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._total = total
        self._progress: Progress | None = None
        wanted = wanted and sys.stderr.isatty()
        self._due = monotonic() + (0 if total > MANY else PATIENCE) if wanted else float("inf")

    def watch(self, articles: Iterable[Checked]) -> Iterator[Checked]:
        """The articles as they come, counted on the bar."""
        try:
            for done, checked in enumerate(articles, 1):
                if monotonic() >= self._due:
                    self._draw(done)
                yield checked
        finally:
            self.hide()

    def hide(self) -> None:
        """Take the bar off the screen until it is next drawn."""
        if self._progress:
            self._progress.stop()
            self._progress = None

    def _draw(self, done: int) -> None:
        self._due = monotonic() + PAUSE
        if self._progress is None:
            self._progress = _bar()
            self._progress.add_task("reading", total=self._total)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done, refresh=True)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"))
    return Progress(
        *columns, console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
    )
