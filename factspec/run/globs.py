"""Globs of files: which files one names, how a file is shown, and whether a pattern fits a shown path.

What is read: folders, in sorted order; `*`, `?`, `[…]` within a name and `**` across folders. What is not: the files; hidden
entries unless the pattern itself begins with a dot; linked folders below `**` (a link can lead in a circle); `~` and braces.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

__all__ = ["expand", "folders", "is_glob", "matches", "shown"]


def is_glob(pattern: str) -> bool:
    return any(mark in pattern for mark in "*?[")


def expand(pattern: str, folder: str = "") -> list[str]:
    """The files that `pattern`, taken relative to `folder`, names: as they are shown, sorted, each once.

    A file whose very name is the pattern is that file, so `report[1].txt` can be asked for. Folders are never a result.
    """
    whole = _posix(os.path.join(folder, pattern))  # noqa: PTH118 an absolute pattern wins, and "..", kept apart from links, is settled in `shown`
    if os.path.isfile(whole):  # noqa: PTH113
        return [shown(whole)]
    parts = whole.split("/")
    fixed = next((i for i, part in enumerate(parts) if is_glob(part)), len(parts))
    if fixed == len(parts):
        return []
    root = "/".join(parts[:fixed]) or ("/" if whole.startswith("/") else ".")
    return sorted({shown(path) for path in _below(root, parts[fixed:])})


def folders(pattern: str, folder: str = "") -> list[str]:
    """The folders in which `pattern` looks, taken as in `expand`: a file that it comes to name appears in one of them.

    Where the first of them is not there yet, the nearest one above it.
    """
    parts = _posix(os.path.join(folder, pattern)).split("/")  # noqa: PTH118
    fixed = next((i for i, part in enumerate(parts[:-1]) if is_glob(part)), len(parts) - 1)
    root = "/".join(parts[:fixed]) or ("/" if parts[0] == "" and fixed else ".")
    while not os.path.isdir(root):  # noqa: PTH112
        root = os.path.dirname(root) or "."  # noqa: PTH120
    return sorted({os.path.normpath(one) for one in _looked_in(root, parts[fixed:-1])})


def _looked_in(folder: str, globs: Sequence[str]) -> Iterator[str]:
    yield folder
    if not globs:
        return
    everywhere = globs[0] == "**"
    if everywhere:
        yield from _looked_in(folder, globs[1:])
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=not everywhere) and _named(entry.name, "*" if everywhere else globs[0]):
            yield from _looked_in(entry.path, globs if everywhere else globs[1:])


def shown(path: str) -> str:
    """The path as a person reads it: with slashes, without "..", relative to the working folder where it lies below it."""
    plain = os.path.normpath(path)
    if ".." in path and not _same(plain, path):
        plain = os.path.realpath(path)
    here, absolute = os.getcwd(), os.path.abspath(plain)  # noqa: PTH100, PTH109
    below = here if here.endswith(os.sep) else here + os.sep
    return _posix(absolute.removeprefix(below))


def matches(path: str, pattern: str) -> bool:
    """Whether `pattern` names the shown `path`: its file name, its last folders and name, all of it, or a glob of these."""
    wanted = _posix(pattern)
    while wanted.startswith(("./", "../")):
        wanted = wanted.partition("/")[2]
    if path == wanted:
        return True
    parts, globs = path.split("/"), wanted.split("/")
    return any(_fits(parts[i:], globs) for i in range(len(parts)))


def _fits(parts: Sequence[str], globs: Sequence[str]) -> bool:
    if not globs or not parts:
        return not parts and all(glob == "**" for glob in globs)
    if globs[0] == "**":
        return _fits(parts, globs[1:]) or _fits(parts[1:], globs)
    return (parts[0] == globs[0] or fnmatchcase(parts[0], globs[0])) and _fits(parts[1:], globs[1:])


def _below(folder: str, globs: Sequence[str]) -> Iterator[str]:
    """The files below `folder` that the globs, one for each level, name."""
    head, rest = globs[0], globs[1:]
    if head == "**":
        yield from _below(folder, rest or ["*"])
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _below(entry.path, globs)
    elif not rest:
        yield from (entry.path for entry in _entries(folder) if _named(entry.name, head) and entry.is_file())
    elif is_glob(head):
        for entry in _entries(folder):
            if _named(entry.name, head) and entry.is_dir():
                yield from _below(entry.path, rest)
    else:
        yield from _below(f"{folder}/{head}", rest)


def _named(name: str, glob: str) -> bool:
    return (glob.startswith(".") or not name.startswith(".")) and fnmatchcase(name, glob)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """The entries of a folder; none where it is missing, no folder or closed: its globs then name nothing, which is said."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121
    except OSError:
        return False


def _posix(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")
