"""A session with an editor: the texts that it holds, and checks that follow its changes after a short rest.

What is known: the documents that are open, the last picture of the desk, and the clock. What is not: how requests are answered.
A check runs in a thread of its own and is dropped at the next article once something has changed again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Event
from typing import Any

from factspec.editor.desk import Desk, Picture
from factspec.editor.lines import Lines
from factspec.editor.marks import Mark, marks

__all__ = ["REST", "Document", "Session"]

REST = 0.25
"""Seconds without a change after which a check begins."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Document:
    """A text that an editor holds, under the URI that the editor has for it."""

    uri: str
    text: str


class Session:
    """`publish` is handed the `real` path of each file whose marks may have changed, with these marks."""

    def __init__(self, publish: Callable[[str, list[Mark]], None]) -> None:
        self.desk = Desk()
        self.picture = Picture()
        self.encoding = "utf-16"
        self.documents: dict[str, Document] = {}
        self.marks: dict[str, list[Mark]] = {}
        self._publish = publish
        self._shown: dict[str, Any] = {}
        self._stale: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._cancel = Event()
        self._worker = ThreadPoolExecutor(1, "factspec")

    def lines(self, name: str) -> Lines:
        """The lines of a file as the editor has it, else as it was last read."""
        document = self.documents.get(name)
        return Lines(document.text if document else self.picture.text(name), self.encoding)

    def is_current(self, name: str) -> bool:
        """Whether the picture of an article is of the text that the editor holds."""
        article, document = self.picture.articles.get(name), self.documents.get(name)
        return article is not None and (document is None or document.text == article.original)

    def changed(self, paths: Iterable[str] = (), *, rest: float = REST) -> None:
        """Check anew after a rest; `paths` are files that have changed on the disk. What is under way is dropped."""
        self.cancel()
        self._stale.update(paths)
        self._task = asyncio.get_running_loop().create_task(self._check(rest))

    def cancel(self) -> None:
        self._cancel.set()
        if self._task:
            self._task.cancel()

    def close(self) -> None:
        self.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _check(self, rest: float) -> None:
        await asyncio.sleep(rest)
        cancel = self._cancel = Event()
        held = {name: document.text for name, document in self.documents.items()}
        stale, self._stale = self._stale, set()
        try:
            await asyncio.get_running_loop().run_in_executor(self._worker, self.desk.forget, stale)
        except asyncio.CancelledError:
            self._stale |= stale  # perhaps it had not begun
            raise
        try:
            part = await self._look(held, cancel, whole=False)
            if part:
                self._show(part.over(self.picture), {*part.problems, *part.findings})
            whole = await self._look(held, cancel, whole=True)
            if whole:
                self._show(whole, {*whole.problems, *whole.findings, *self._shown})
        except Exception:  # noqa: BLE001 the next change is checked all the same
            _log.exception("a check came to grief; please report it with the lines above")

    async def _look(self, held: Mapping[str, str], cancel: Event, *, whole: bool) -> Picture | None:
        today = datetime.now().astimezone().date()
        look = partial(self.desk.look, held, today, cancel.is_set, whole=whole)
        return await asyncio.get_running_loop().run_in_executor(self._worker, look)

    def _show(self, picture: Picture, names: Iterable[str]) -> None:
        self.picture = picture
        for name in sorted(names):
            told = picture.problems.get(name, ()), picture.findings.get(name, ())
            now = *told, self.documents.get(name) or picture.text(name)
            if self._shown.get(name) == now:
                continue
            self._shown[name] = now
            self.marks[name] = marks(picture, name, self.lines(name)) if any(told) else []
            self._publish(name, self.marks[name])
            if not any(told):
                del self._shown[name], self.marks[name]
