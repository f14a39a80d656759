"""Articles examined by several processes at once, with the very findings of one process, in the same order.

Each process compiles the plan for itself and takes a few articles at a time, so that memory stays flat in their number. What it
sends back names the facts of the plan instead of holding them. Should the processes come to grief, the rest is done here.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from factspec.engine import Plan, compile_plan
from factspec.model import Fact, Spec
from factspec.run.seeing import WORTH_A_PROCESS, Seen, Seer, one_by_one, see

__all__ = ["workers"]

_BATCH = 16  # articles
_AHEAD = 3  # batches for each process, so that none waits for another
_MOST = 61  # processes that Windows can wait for


def workers(count: int) -> Seer:
    """What sees articles in `count` processes."""

    def seer(plan: Plan, paths: Sequence[str]) -> Iterator[Seen]:
        if len(paths) < WORTH_A_PROCESS:
            yield from one_by_one(plan, paths)
            return
        done = 0
        try:
            for seen in _seen(plan, paths, count):
                yield seen
                done += 1
        except (BrokenProcessPool, OSError):  # killed from without, or no process to be had
            yield from (see(plan, path) for path in paths[done:])

    return seer


def _seen(plan: Plan, paths: Sequence[str], count: int) -> Iterator[Seen]:
    batches = iter([paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)])
    count = min(count, _MOST, -(-len(paths) // _BATCH))
    pool = ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin, initargs=(plan.specs,))
    ended = False
    try:
        ahead = deque(pool.submit(_see_all, batch) for batch in islice(batches, count * _AHEAD))
        while ahead:
            yield from _received(plan, ahead.popleft().result())
            if batch := next(batches, ()):
                ahead.append(pool.submit(_see_all, batch))
        ended = True
    finally:
        pool.shutdown(wait=ended, cancel_futures=True)
        for process in () if ended else multiprocessing.active_children():
            process.terminate()  # whoever asked does not want the rest


def _context() -> Any:
    """Processes that inherit no thread and no lock of this one; where a server can fork them, the program is loaded only once."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


# ---------------------------------------------------------------- in a process


_plan: Plan | None = None


def _begin(specs: tuple[Spec, ...]) -> None:
    global _plan  # noqa: PLW0603 a process has one plan, and its tasks are functions
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that started it stops it
    Thread(target=_end_with_the_one_that_started, daemon=True).start()
    _plan = compile_plan(specs)


def _end_with_the_one_that_started() -> None:
    """Nobody is left behind, however the one that started it came to its end."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _see_all(paths: Sequence[str]) -> bytes:
    assert _plan is not None  # noqa: S101
    return _sent(_plan, [see(_plan, path) for path in paths])


# ---------------------------------------------------------------- between processes


def _sent(plan: Plan, seen: list[Seen]) -> bytes:
    out = io.BytesIO()
    _Sender(out, plan).dump(seen)
    return out.getvalue()


def _received(plan: Plan, sent: bytes) -> list[Seen]:
    received: list[Seen] = _Receiver(io.BytesIO(sent), plan).load()
    return received


_THE_PLAN = -1


class _Sender(pickle.Pickler):
    """Writes a fact of the plan as its number, and the plan as none."""

    def __init__(self, out: io.BytesIO, plan: Plan) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self._plan = plan
        self._numbers = {id(fact): number for number, fact in enumerate(plan.facts)}

    def persistent_id(self, held: object) -> int | None:
        if isinstance(held, Plan):
            return _THE_PLAN
        return self._numbers.get(id(held)) if isinstance(held, Fact) else None


class _Receiver(pickle.Unpickler):
    """Reads what was sent, with the facts of this process's own plan. It is only ever given what a process of ours has sent."""

    def __init__(self, sent: io.BytesIO, plan: Plan) -> None:
        super().__init__(sent)
        self._plan = plan

    def persistent_load(self, number: int) -> object:
        return self._plan if number == _THE_PLAN else self._plan.facts[number]
