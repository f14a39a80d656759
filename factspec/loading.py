"""Files and folders become specs.

What is read: the named files, whatever they are called, and in named folders, at any depth, what ends in `.facts.yaml` or
`.facts.yml`; UTF-8 up to 8 MB. What is not: hidden folders, linked folders, and the articles that the specs name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, TypeVar

from factspec.errors import Problem, SpecError
from factspec.fields import Source
from factspec.model import Spec
from factspec.spec import Loaded, load_spec

__all__ = ["ENDINGS", "Specs", "load", "read_specs", "spec_files", "spec_text"]

T = TypeVar("T")

ENDINGS = (".facts.yaml", ".facts.yml")
LARGEST = 8_000_000
"""Bytes; a spec of a thousand facts has about 300,000."""


class Specs(NamedTuple):
    """Specs in the order of their paths, and the warnings that came with them."""

    specs: tuple[Spec, ...]
    warnings: tuple[Problem, ...]


def load(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[Spec, ...]:
    """The specs of files and folders; SpecError with what is wrong in all of them. Warnings: see `read_specs`."""
    return read_specs(paths).specs


def read_specs(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> Specs:
    """The specs of files and folders, each file once, with their warnings; SpecError with what is wrong in all of them.

    A spec's path is as the user wrote it, with slashes; for a file of a folder, the folder as written and the way to the file.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    problems: list[Problem] = []
    files = [file for path in named for file in _gathered(_files, Path(path), problems)]
    loaded = [one for file in _once(files) for one in _gathered(_loaded, file, problems)]
    if problems:
        raise SpecError(problems)
    return Specs(tuple(one.spec for one in loaded), tuple(warning for one in loaded for warning in one.warnings))


def spec_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Path], list[Problem]]:
    """The spec files that paths name, each once, and what is wrong with the paths: folders without specs or closed to us."""
    problems: list[Problem] = []
    return list(_once(file for path in paths for file in _gathered(_files, Path(path), problems))), problems


def spec_text(path: Path) -> str:
    """The text of a spec file. Raises SpecError where it is no file, too large or not UTF-8, OSError where it cannot be read."""
    return _decoded(path, _content(path))


def _gathered(read: Callable[[Path], list[T]], path: Path, problems: list[Problem]) -> list[T]:
    """What `read` finds at a path; nothing where its problems were added."""
    try:
        return read(path)
    except OSError as error:
        problems.append(_at(path, "FS060", f"cannot be read: {error.strerror or error}"))
    except SpecError as error:
        problems.extend(error.problems)
    return []


def _at(path: Path, code: str, message: str, help_: str = "") -> Problem:
    """A problem of a whole file or folder, which has no line."""
    return Problem(code, f"{path.as_posix()}: {message}", None, help_)


def _files(path: Path) -> list[Path]:
    """The specs that a path names."""
    if not path.is_dir():
        return [path]
    found = sorted(_below(path))
    if not found:
        raise SpecError(_at(path, "FS061", "no specs in this folder", f"specs in folders end in {' or '.join(ENDINGS)}"))
    return found


def _below(folder: Path) -> Iterator[Path]:
    """The specs of a folder and of those in it; a folder that cannot be opened is an OSError, not an empty one."""
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if name.endswith(ENDINGS))


def _refuse(error: OSError) -> None:
    raise error


def _once(files: Iterable[Path]) -> Iterable[Path]:
    """Each file once, under the first path that named it."""
    first: dict[str, Path] = {}
    for path in files:
        first.setdefault(os.path.realpath(path), path)
    return first.values()


def _loaded(path: Path) -> list[Loaded]:
    return [load_spec(path.as_posix(), spec_text(path))]


def _content(path: Path) -> bytes:
    """The bytes of a file of bearable size; a device or a pipe is none, and could be read for ever."""
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise SpecError(_at(path, "FS060", "cannot be read: it is not a file"))
    if status.st_size > LARGEST:
        raise SpecError(_at(path, "FS063", f"a spec of {status.st_size:,} bytes, the limit is {LARGEST:,}", "split it by event"))
    return path.read_bytes()


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        place = Source(path.as_posix(), before).place(len(before))
        found = f"the byte {content[error.start]:02X} is not UTF-8"
        raise SpecError(Problem("FS062", found, place, "save the file as UTF-8")) from None
