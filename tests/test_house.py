"""The house keeps its own order: tables that tell the truth, a page and a corpus for what grows in number, small functions.

What is read: the tables, the modules as text, the pages and the packaging. What is not: whether a verdict is right.
"""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from factspec.kinds import KINDS
from factspec.readers import READERS
from factspec.recognisers import RECOGNISERS
from factspec.report import REPORTS

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "factspec").rglob("*.py"))
KIND_NAMES = {"date", "count", "quantity", "name", "names", "place", "role", "quote"}
LONGEST = 45
TABLES = {"kinds": KINDS, "recognisers": RECOGNISERS, "readers": READERS, "report": REPORTS}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module(path: Path) -> ModuleType:
    return importlib.import_module(dotted(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_table_of_kinds_holds_the_promised_kinds() -> None:
    assert set(KINDS) >= KIND_NAMES
    assert all(kind.name == key for key, kind in KINDS.items())


def test_table_of_kinds_is_in_the_order_of_the_index() -> None:
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert re.findall(r"\(kinds/(\w+)\.md\)", index) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_kind_has_its_page(kind: str) -> None:
    page = (ROOT / f"docs/kinds/{kind}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# Kind: {kind}\n")
    assert all(f"`{key}`" in page for key in KINDS[kind].keys), KINDS[kind].keys
    for verdict in ("supported", "contradicted", "omitted", "vague"):
        assert f"**{verdict}**" in page


@pytest.mark.parametrize("kind", KINDS)
def test_kind_is_used_in_a_spec_of_the_repository(kind: str) -> None:
    specs = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "specs").glob("*.facts.yaml")]
    assert kind in {fact["kind"] for spec in specs for fact in spec["facts"].values()}


def test_page_of_a_kind_has_a_kind() -> None:
    assert {path.stem for path in (ROOT / "docs/kinds").glob("*.md")} == set(KINDS)


@pytest.mark.parametrize("recogniser", RECOGNISERS)
def test_recogniser_has_its_corpus(recogniser: str) -> None:
    (corpus,) = (path for path in (ROOT / "tests/corpora").iterdir() if path.stem.startswith(recogniser.removesuffix("y")))
    assert "not:" in corpus.read_text(encoding="utf-8")


@pytest.mark.parametrize("package", TABLES)
def test_row_of_a_table_is_something_to_call(package: str) -> None:
    table = TABLES[package]
    assert table
    assert all(callable(row) or callable(getattr(row, "judge", None)) for row in table.values())


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_says_what_it_is(path: Path) -> None:
    assert not parsed(path).body or ast.get_docstring(parsed(path))


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "__main__.py"], ids=name)
def test_module_offers_only_what_it_has(path: Path) -> None:
    offered = getattr(module(path), "__all__", [])
    assert len(offered) == len(set(offered))
    assert all(hasattr(module(path), each) for each in offered)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_function_fits_on_a_screen(path: Path) -> None:
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: length for node in functions if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST}
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_no_cupboard(path: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "base", "common", "misc", "manager"} & set(path.stem.split("_"))


def test_package_says_that_it_is_typed() -> None:
    assert (ROOT / "factspec/py.typed").exists()


def test_program_and_plugin_of_the_packaging_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for target in project["scripts"].values():
        where, _, function = target.partition(":")
        assert callable(getattr(importlib.import_module(where), function))
    for where in project["entry-points"]["pytest11"].values():
        assert importlib.import_module(where)


def test_extra_that_a_page_or_a_message_names_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    said = {extra for page in pages for extra in re.findall(r"factspec\[(\w+)\]", page.read_text(encoding="utf-8"))}
    raised = {extra for path in MODULES for extra in re.findall(r'MissingExtraError\([^)]*, "(\w+)"\)', path.read_text("utf-8"))}
    assert "pdf" in said & raised
    assert said | raised <= set(project["optional-dependencies"])


def test_pre_commit_hook_calls_a_program_of_the_packaging() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split()[0] in project["scripts"]


def test_readme_has_the_commands_that_the_checks_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for marker in re.findall(r"^readme '([^']+)'$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE):
        assert re.search(rf"^<!-- {marker} -->\n```sh\n[^\n]+\n```$", readme, re.MULTILINE), marker
