"""What joins in a test session when specs are asked for: it finds them, makes them tests, and writes the header and the end.

What is read: the folders named with `--factspec`, as pytest would walk them. What is not: any other folder, or any file there
that is no spec; a session without specs never comes here.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from warnings import WarningMessage

import pytest

from factspec.errors import FactspecError, UsageError
from factspec.pytest_plugin import ENDINGS, FactspecWarning
from factspec.pytest_plugin.examining import Examinations, Policy
from factspec.pytest_plugin.items import Check, SpecFile
from factspec.pytest_plugin.output import Output, asked
from factspec.pytest_plugin.summary import Row, Summary
from factspec.report.closing import plural
from factspec.report.look import Look, notice, visible
from factspec.run import Baseline, read_baseline, shown

__all__ = ["Face", "start"]

OUTCOMES = ("passed", "failed", "skipped")
GRANULARITIES = ("fact", "article")
WIDEST = 120


def start(config: pytest.Config, paths: Iterable[str]) -> None:
    """Joins in with the specs under the paths; raises pytest.UsageError where there is none under one of them."""
    granularity = str(config.getini("factspec_granularity"))
    if granularity not in GRANULARITIES:
        raise pytest.UsageError(f"factspec_granularity: found {granularity!r}, expected 'fact' or 'article'")
    specs: dict[Path, str] = {}
    for path in paths:
        whole = Path(os.path.abspath(config.invocation_params.dir / path))  # noqa: PTH100 links stay, as in pytest's own paths
        found = {spec: shown(str(spec)) for spec in specs_under(whole, config)}
        if not found and not hasattr(config, "workerinput"):
            raise pytest.UsageError(nothing_under(path, whole))
        specs |= found
    wanted = asked(config.getoption("factspec_output"))
    face = Face(config, specs, whole=granularity == "article")
    config.pluginmanager.register(face, "factspec-session")
    if wanted:
        config.pluginmanager.register(Output(wanted, face.desk), "factspec-output")


def specs_under(path: Path, config: pytest.Config) -> Iterator[Path]:
    """The file itself, or the specs that pytest would come to in a folder."""
    if path.is_file():
        yield path
        return
    for entry in sorted(path.iterdir()) if path.is_dir() else ():
        if config.hook.pytest_ignore_collect(collection_path=entry, config=config):
            continue
        if entry.is_dir() or entry.name.endswith(ENDINGS):
            yield from specs_under(entry, config)


def nothing_under(path: str, whole: Path) -> str:
    what = "no file or folder of this name" if not whole.exists() else "no spec in this folder (expected *.facts.yaml)"
    return f"--factspec {path}: {what}"


class Face:
    """The hooks of a session with specs."""

    def __init__(self, config: pytest.Config, specs: dict[Path, str], *, whole: bool) -> None:
        handed: dict[str, Any] = getattr(config, "workerinput", {}).get("factspec", {})
        today = date.fromisoformat(handed["today"]) if handed else config.getoption("factspec_today") or date.today()  # noqa: DTZ011
        width = handed["width"] if handed else width_of(config)
        strict = bool(config.getoption("factspec_strict") or config.getini("factspec_strict"))
        self.policy = Policy(strict, today, Look(width), baseline_of(config))
        self.desk = Examinations(specs.values(), self.policy)
        self.summary = Summary()
        self.report_said: list[str] = []
        self._specs, self._whole = specs, whole

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Hands to a worker what only this process knows: the day, even if a run goes past midnight, and the width."""
        node.workerinput["factspec"] = {"today": self.policy.today.isoformat(), "width": self.policy.look.width}

    def pytest_report_header(self) -> str:
        jobs = self.desk.jobs.values()
        unusable = len(self._specs) - len(jobs)
        facts = sum(len(job.spec.facts) for job in jobs)
        articles = len({article for job in jobs for article in job.articles})
        numbers = {"spec": len(self._specs), "fact": facts, "article": articles}
        parts = [plural(number, noun) or f"no {noun}s" for noun, number in numbers.items()]
        return f"factspec: {', '.join(parts)}" + (f" ({unusable} cannot be used)" if unusable else "")

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> SpecFile | None:
        if file_path not in self._specs:
            return None
        return SpecFile.from_parent(parent, path=file_path, desk=self.desk, shown=self._specs[file_path], whole=self._whole)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if isinstance(item, Check):
            item.amend(report, call)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_warning_recorded(self, warning_message: WarningMessage) -> None:
        """Puts the article's line below the warning; Python would show it as it stands in the file, escapes and all."""
        if isinstance(warning_message.message, FactspecWarning) and warning_message.line is None:
            warning_message.line = warning_message.message.excerpt

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome not in OUTCOMES:  # another plugin will run the test again
            return
        rows, notes = getattr(report, "factspec", ((), ()))
        for row in rows:
            self.summary.add(Row(*row))
        self.summary.notes.update(dict.fromkeys(notes))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Writes the report that was asked for, in the one process that sees everything."""
        config = session.config
        path = config.getoption("factspec_report")
        if not path or hasattr(config, "workerinput") or config.getoption("collectonly"):
            return
        from factspec.pytest_plugin.reporting import write_report
        from factspec.report.html import read_earlier

        try:
            since = config.getoption("factspec_since")
            repeatable = config.getoption("factspec_today") is not None
            write_report(self.desk, path, repeatable=repeatable, since=read_earlier(since) if since else None)
        except FactspecError as error:
            self.report_said = [notice(problem) for problem in error.problems]
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
        else:
            self.report_said = [f"report written to {visible(path)}"]

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        config = terminalreporter.config
        if config.getoption("collectonly"):
            return
        table = list(self.summary.table.lines(self.policy.look)) if config.get_verbosity() >= 0 else []
        if table or self.summary.notes:
            terminalreporter.section("factspec")
        for line in [*table, *self.summary.notes, *self.report_said, self.summary.tally()]:
            terminalreporter.write_line(line)


def baseline_of(config: pytest.Config) -> Baseline | None:
    """The baseline that was asked for; raises pytest.UsageError with all that is wrong with it."""
    path = config.getoption("factspec_baseline")
    if not path:
        return None
    try:
        return read_baseline(shown(os.path.join(config.invocation_params.dir, path)))  # noqa: PTH118 `path` may be absolute
    except UsageError as error:
        raise pytest.UsageError("\n".join(map(notice, error.problems))) from None


def width_of(config: pytest.Config) -> int:
    """How wide the terminal is; pytest knows it, unless somebody took its terminal away."""
    if not config.pluginmanager.has_plugin("terminalreporter"):
        return WIDEST
    return min(config.get_terminal_writer().fullwidth, WIDEST)
