"""The house has floors: a module imports only from floors below its own, and the lower floors do not know the world.

What is read: the imports and calls of every module of `factspec`, by `ast`, those inside functions included. What is not:
imports by name at run time (`importlib`), which the house does not use below the faces.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "factspec"
TOP = 6

FLOORS = {
    "model": 0,
    "errors": 0,
    "codes": 0,
    "rules": 0,
    "article": 1,
    "language": 1,
    "fields": 1,
    "readers": 2,
    "recognisers": 2,
    "binding": 3,
    "kinds": 3,
    "spec": 4,
    "curating": 4,
    "engine": 4,
    "result": 4,
    "loading": 5,
    "editing": 5,
    "run": 5,
    "report": 5,
    "catalogue": 5,
    "linting": 5,
    "differences": 5,
    "account": 5,
    "coverage": 5,
    "drafting": 5,
    "impact": 5,
    "mutation": 5,
    "cli": TOP,
    "pytest_plugin": TOP,
    "editor": TOP,
    "cluster": TOP,
    "__init__": TOP,
    "__main__": TOP,
}
"""Room → floor. A room is a module or a package directly below `factspec`."""

BESIDE = {
    ("errors", "model"),
    ("kinds", "binding"),
    ("engine", "curating"),
    ("report", "account"),
    ("report", "coverage"),
    ("report", "impact"),
    ("run", "loading"),
    ("linting", "loading"),
    ("linting", "run"),
    ("linting", "editing"),
    ("linting", "catalogue"),
    ("differences", "report"),
    ("drafting", "editing"),
    ("drafting", "report"),
    ("cli", "__init__"),
    ("cli", "editor"),
    ("pytest_plugin", "__init__"),
    ("__main__", "cli"),
}
"""The only steps allowed on one floor: (importing room, imported room)."""

FILES = {"os", "pathlib", "io", "glob", "shutil", "tempfile", "fileinput", "open", "zipfile"}
WORLD = {"locale", "platform", "socket", "ssl", "urllib", "http", "ftplib", "smtplib", "requests", "httpx", "subprocess"}
CHANCE = {"random", "secrets", "uuid", "time"}
FACES = {"pytest", "_pytest", "argparse", "rich", "shtab", "jinja2", "logging"}
YAML = {"yaml"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp", "localtime"}

UNKNOWN_BELOW = dict.fromkeys(range(5), FILES | WORLD | CHANCE | FACES | YAML) | {5: WORLD | CHANCE | {"pytest", "_pytest"}}
"""Floor → what a module of it may not import; the faces know everything."""

MAY_KNOW = {"readers": FILES, "fields": YAML, "spec": YAML | FILES}
"""Room → what it may import all the same: readers open articles, the loader opens specs."""


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def floor(name: str) -> int:
    return FLOORS[name]


def absolute(node: ast.ImportFrom, path: Path) -> str:
    """The full name of the module that `from … import` names; relative imports count from the module's package."""
    if not node.level:
        return node.module or ""
    package = ["factspec", *path.relative_to(ROOT).parts[:-1]]
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def imports(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported; `from factspec import errors` is `factspec.errors`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = absolute(node, path)
            yield from ((node.lineno, within(module, alias.name)) for alias in node.names)


def within(module: str, name: str) -> str:
    """What `from module import name` imports: a module of a package of the house, or a name of the module itself."""
    folder = ROOT.parent.joinpath(*module.split("."))
    a_module = module == "factspec" or folder.joinpath(name).exists() or folder.joinpath(f"{name}.py").exists()
    return f"{module}.{name}" if a_module else module


def rooms(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Line and room of every import from the house itself; a name of `factspec` that is no room comes from its roof."""
    for line, name in imports(tree, path):
        head, _, rest = name.partition(".")
        if head == "factspec":
            first = rest.partition(".")[0]
            yield line, first if first in FLOORS else "__init__"


def steps_wrong(tree: ast.AST, path: Path) -> Iterator[str]:
    here = room(path)
    for line, there in rooms(tree, path):
        if here == there or (here, there) in BESIDE or floor(there) < floor(here):
            continue
        yield f"{path.name}:{line}: {here} (floor {floor(here)}) imports {there} (floor {floor(there)})"


def world_known(tree: ast.AST, path: Path) -> Iterator[str]:
    here = room(path)
    forbidden = UNKNOWN_BELOW.get(floor(here), set()) - MAY_KNOW.get(here, set())
    for line, name in imports(tree, path):
        if name.partition(".")[0] in forbidden:
            yield f"{path.name}:{line}: {here} imports {name}"
    for line, name in calls(tree):
        if (name == "open" and name in forbidden) or (name in CLOCK and floor(here) < TOP):
            yield f"{path.name}:{line}: {here} calls {name}()"


def calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and last name of every call: `open(…)` is open, `datetime.now()` is now; `path.open()` is not open."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK:
            yield node.lineno, node.func.attr


@cache
def parse(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_imports_only_from_floors_below(path: Path) -> None:
    assert not list(steps_wrong(parse(path), path))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_below_the_faces_knows_no_clock_and_no_world(path: Path) -> None:
    assert not list(world_known(parse(path), path))


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in modules()} <= FLOORS.keys()


def test_kinds_and_recognisers_do_not_know_their_neighbours() -> None:
    """A kind is judged alone and a recogniser reads alone; only the table of the package knows them all."""
    wrong = []
    for path in modules():
        if path.parent.name not in {"kinds", "recognisers"} or path.name == "__init__.py":
            continue
        package = f"factspec.{path.parent.name}"
        wrong += [f"{path}:{line}" for line, name in imports(parse(path), path) if name == package]
    assert not wrong


@pytest.mark.parametrize(
    ("where", "source", "fault"),
    [
        ("model.py", "from factspec.article import Article", "imports article"),
        ("model.py", "from .errors import Problem", "imports errors"),
        ("engine.py", "from factspec import spec", "imports spec"),
        ("engine.py", "from factspec import load", "imports __init__"),
        ("kinds/date.py", "def late():\n    import factspec.engine", "imports engine"),
        ("kinds/date.py", "from ..engine import examine", "imports engine"),
        ("recognisers/dates.py", "from factspec.readers.text import read", "imports readers"),
        ("run.py", "from factspec.cli import main", "imports cli"),
    ],
)
def test_step_upward_or_sideways_is_seen(where: str, source: str, fault: str) -> None:
    (found,) = steps_wrong(ast.parse(source), ROOT / where)
    assert fault in found


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("errors.py", "from factspec.model import Place"),
        ("kinds/date.py", "from factspec.kinds.kind import Kind"),
        ("kinds/date.py", "from .kind import Kind"),
        ("engine.py", "from factspec.kinds import KINDS"),
        ("cli.py", "from factspec import run"),
    ],
)
def test_step_downward_is_allowed(where: str, source: str) -> None:
    assert not list(steps_wrong(ast.parse(source), ROOT / where))


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("engine.py", "import os"),
        ("engine.py", "from pathlib import Path"),
        ("engine.py", "text = open('a').read()"),
        ("engine.py", "day = date.today()"),
        ("run.py", "moment = datetime.datetime.now(UTC)"),
        ("kinds/date.py", "import yaml"),
        ("recognisers/dates.py", "import urllib.request"),
        ("readers/text.py", "import locale"),
    ],
)
def test_knowledge_of_the_world_is_seen(where: str, source: str) -> None:
    assert list(world_known(ast.parse(source), ROOT / where))


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("fields.py", "import yaml"),
        ("readers/text.py", "import pathlib"),
        ("cli.py", "day = date.today()"),
        ("run.py", "import glob"),
    ],
)
def test_room_with_a_licence_may_know_its_part_of_the_world(where: str, source: str) -> None:
    assert not list(world_known(ast.parse(source), ROOT / where))


def test_house_needs_no_module_that_python_does_not_have_everywhere() -> None:
    """`resource`, `fcntl` and the like would keep it from Windows."""
    unix_only = {"fcntl", "grp", "pwd", "resource", "termios", "curses", "readline"} & set(sys.stdlib_module_names)
    found = [(path.name, name) for path in modules() for _, name in imports(parse(path), path) if name in unix_only]
    assert not found
