"""Files and folders become specs.

What is read: the named files, whatever they are called, and in named folders, at any depth, what ends in `.facts.yaml` or
`.facts.yml`; UTF-8 up to 8 MB. What is not: hidden folders, linked folders, and the articles that the specs name.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, TypeVar

from factspec.errors import Problem, SpecError
from factspec.fields import Source
from factspec.model import Spec
from factspec.spec import load_spec

__all__ = ["ENDINGS", "Opened", "Specs", "load", "open_each", "opened", "read_specs", "spec_files", "text_of"]

T = TypeVar("T")

ENDINGS = (".facts.yaml", ".facts.yml")
LARGEST = 8_000_000
"""Bytes; a spec of a thousand facts has about 300,000."""


class Opened(NamedTuple):
    """A spec file: its text without a byte order mark, its spec where it could be read, and the problems of the file."""

    path: str
    text: str
    spec: Spec | None
    problems: tuple[Problem, ...]


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
    files, problems = open_each(paths)
    problems += [problem for file in files if file.spec is None for problem in file.problems]
    if problems:
        raise SpecError(problems)
    return Specs(tuple(file.spec for file in files if file.spec), tuple(warning for file in files for warning in file.problems))


def open_each(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[list[Opened], list[Problem]]:
    """The spec files of files and folders, each once, with what is wrong in each; and the paths that lead to none."""
    files, problems = spec_files([paths] if isinstance(paths, str | os.PathLike) else paths)
    return [_opened(file) for file in files], problems


def text_of(path: str | os.PathLike[str]) -> str:
    """The text of a spec file as it is, with its line ends and its byte order mark; SpecError and OSError as it must be."""
    content = _content(Path(path))
    return ("\ufeff" if content.startswith(BOM_UTF8) else "") + _decoded(Path(path), content)


def spec_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Path], list[Problem]]:
    """The spec files that paths name, each once, and what is wrong with the paths: folders without specs or closed to us."""
    problems: list[Problem] = []
    return list(_once(file for path in paths for file in _gathered(_files, Path(path), problems))), problems


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


def _opened(path: Path) -> Opened:
    problems: list[Problem] = []
    texts = _gathered(lambda path: [_decoded(path, _content(path))], path, problems)
    return opened(path.as_posix(), texts[0]) if texts else Opened(path.as_posix(), "", None, tuple(problems))


def opened(path: str, text: str) -> Opened:
    """The spec of a text that is, or is to be, the content of the file `path`."""
    try:
        loaded = load_spec(path, text)
    except SpecError as error:
        return Opened(path, text, None, error.problems)
    return Opened(path, text, loaded.spec, loaded.warnings)


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
