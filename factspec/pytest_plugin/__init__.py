"""The pytest face: `pytest --factspec specs/` runs one test for each fact and article.

What is read here: the options, and nothing more; the collectors, the engine and YAML are imported when a spec is asked for.
What is not: a folder that nobody named with `--factspec`, and any clock but the day on which waivers are judged.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

__all__ = ["FactspecWarning"]

ENDINGS = (".facts.yaml", ".facts.yml")
"""How a file ends that is a spec wherever it is found; a file of another name is one only where `--factspec` names it."""


class FactspecWarning(pytest.PytestWarning):
    """An article is vague about a fact; `excerpt` is the article's line, made harmless, for the warnings summary."""

    excerpt = ""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("factspec", "articles against curated facts")
    group.addoption(
        "--factspec",
        action="append",
        default=[],
        metavar="PATH",
        help="run the specs in PATH, a file or a folder with *.facts.yaml files; counts as a positional argument (repeatable)",
    )
    group.addoption("--factspec-strict", action="store_true", help="an article that is vague about a fact fails")
    group.addoption(
        "--factspec-today",
        type=date.fromisoformat,
        metavar="DATE",
        help="judge waivers as of this day (2026-12-31), not of the day of the run",
    )
    group.addoption(
        "--factspec-baseline",
        metavar="FILE",
        help="findings that stand in this file are expected failures; factspec check --write-baseline writes it",
    )
    group.addoption(
        "--factspec-output",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="write a report of the findings, as factspec check --output-format FORMAT does (repeatable)",
    )
    group.addoption(
        "--factspec-report", metavar="FILE", help="write an HTML report for editors on all specs named with --factspec"
    )
    group.addoption(
        "--factspec-since", metavar="OLD", help="let that report show what is new and fixed since this JSON result or report"
    )
    parser.addini("factspec_strict", "an article that is vague about a fact fails", type="bool", default=False)
    parser.addini("factspec_granularity", "one test is a 'fact' of an article (default) or a whole 'article'", default="fact")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Puts the paths before the positional arguments, as if they had been written there."""
    known = early_config.known_args_namespace
    paths = [path for path in dict.fromkeys(known.factspec) if path not in known.file_or_dir]
    args[:0] = paths
    known.file_or_dir[:0] = paths


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    named = [arg for arg in config.args if arg.partition("::")[0].endswith(ENDINGS)]
    paths = dict.fromkeys([*config.getoption("factspec"), *named])
    if paths:
        with not_rewritten():
            from factspec.pytest_plugin.session import start
        start(config, [path.partition("::")[0] for path in paths])
    elif config.getoption("factspec_output"):
        raise pytest.UsageError("--factspec-output: there is nothing to report without --factspec")


@contextmanager
def not_rewritten() -> Iterator[None]:
    """Lets imports go past pytest, which would compile every module of a plugin anew to explain its assertions (250 ms)."""
    finders = sys.meta_path[:]
    sys.meta_path[:] = [finder for finder in finders if not type(finder).__module__.startswith("_pytest.")]
    try:
        yield
    finally:
        sys.meta_path[:] = finders
