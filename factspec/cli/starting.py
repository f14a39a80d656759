"""`factspec new`: a commented spec to begin with, and beside it the schema that editors take its help from."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from pathlib import Path

from factspec.editing.starter import SCHEMA, file_name, starter
from factspec.errors import Problem, UsageError
from factspec.loading import ENDINGS
from factspec.report.destination import destination
from factspec.report.look import visible
from factspec.spec import json_schema

__all__ = ["new"]

ARTICLES = ("articles/*.txt",)


def new(asked: Namespace) -> int:
    """Write the spec, and the schema where there is none; say what was written and what to do next.

    Raises UsageError where the file is there already or cannot be written.
    """
    event = " ".join(asked.event)
    path = Path(asked.output_file) if asked.output_file else Path(asked.folder, file_name(event))
    text = starter(event, [_from(path.parent, glob) for glob in asked.articles or ARTICLES])
    if not asked.output_file:
        _made(path.parent)
    with destination(str(path), fresh=True) as out:
        out.write(text)
    _say(f"wrote {path.as_posix()}")
    _write_schema(path.with_name(SCHEMA))
    if not path.name.endswith(ENDINGS):
        _say(f"note: of a folder, only the files are checked that end in {' or '.join(ENDINGS)}")
    _say(f"next: write your facts there in a text editor, then: factspec check {path.as_posix()}")
    return 0


def _from(folder: Path, glob: str) -> str:
    """A glob of the working folder as it reads from another folder."""
    return glob if os.path.isabs(glob) else os.path.relpath(glob, folder).replace(os.sep, "/")  # noqa: PTH117


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(Problem("FS307", f"cannot make the folder {str(folder)!r}: {error.strerror or error}")) from error


def _write_schema(path: Path) -> None:
    if path.exists():
        return
    with destination(str(path), fresh=True) as out:
        out.write(json.dumps(json_schema(), indent=2) + "\n")
    _say(f"wrote {path.as_posix()}, from which an editor takes its help")


def _say(line: str) -> None:
    sys.stdout.write(visible(line) + "\n")
