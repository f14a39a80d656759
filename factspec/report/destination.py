"""Where a report goes when it is to be a file: whole and at once, or not at all.

What is known: files. What is not: the terminal, findings and formats.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from factspec.errors import Problem, UsageError

__all__ = ["destination"]


@contextmanager
def destination(path: str, *, fresh: bool = False) -> Iterator[TextIO]:
    """A file to write text to (UTF-8), which becomes `path` only when all has gone well.

    Until then an older file of that name stays as it is, and afterwards its permissions do; a link is followed. A device
    or a pipe is written to directly. Raises UsageError where the file cannot be made; with `fresh` (FS410) also where there
    is anything of that name already.
    """
    target = Path(os.path.realpath(path))
    if fresh:
        _claim(target, path)
    if target.exists() and not target.is_file():
        with _opened(target, "w", path) as file:
            yield file
        return
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _opened(aside, "x", path) as file:
            yield file
        if target.exists():
            aside.chmod(stat.S_IMODE(target.stat().st_mode))
        aside.replace(target)
    except BaseException:
        if fresh:
            target.unlink(missing_ok=True)
        raise
    finally:
        aside.unlink(missing_ok=True)


def _claim(target: Path, wanted: str) -> None:
    """Make the file, empty, so that nobody else can."""
    try:
        with target.open("x"):
            pass
    except FileExistsError:
        raise UsageError(Problem("FS410", f"{wanted!r} is there already, and is left as it is")) from None
    except OSError as error:
        raise UsageError(Problem("FS307", f"cannot write {wanted!r}: {error.strerror or error}")) from error


def _opened(path: Path, mode: str, wanted: str) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[return-value]
    except OSError as error:
        raise UsageError(Problem("FS307", f"cannot write {wanted!r}: {error.strerror or error}")) from error
