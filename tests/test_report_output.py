"""Reports as files, from the command line and from pytest: the same findings from both, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factspec.cli import main
from factspec.report import REPORTS
from factspec.report.result_schema import result_schema

SPEC = """\
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/*.txt]
facts:
  service-resumed:
    kind: date
    value: 2026-05-11
    about: [resumed]
    severity: high
  passengers:
    kind: count
    value: 18
    of: [passengers]
  captain:
    kind: name
    value: Ema Moravi
    about: [captain]
    required: false
waivers:
  - {fact: passengers, article: herald.txt, reason: early figure, by: desk, until: 2026-12-31}
"""
ARTICLES = {
    "chronicle.txt": "SKERRY, May 12, 2026 - The ferry resumed its service on Sunday. It carried 18 passengers.\n",
    "herald.txt": "SKERRY, May 12, 2026 - The ferry resumed its service on Monday. It carried 80 passengers.\n",
    "monday.txt": "SKERRY, May 12, 2026 - The ferry resumed its service in May. Its captain was Ema Moravi.\n",
    "unread.txt": "",
}
DAY = "2026-06-01"


@pytest.fixture
def ferry(pytester: pytest.Pytester) -> Path:
    pytester.makeini("[pytest]")
    for folder in ("specs", "articles"):
        (pytester.path / folder).mkdir()
    (pytester.path / "specs" / "ferry.facts.yaml").write_text(SPEC, "utf-8")
    for name, text in ARTICLES.items():
        (pytester.path / "articles" / name).write_text(text, "utf-8")
    return pytester.path


def checked(*options: str) -> int:
    return main(["check", "specs", "--today", DAY, *options])


def run_pytest(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--factspec", "specs", "--factspec-today", DAY, "-p", "no:cacheprovider", *options)


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("name", REPORTS)
def test_command_line_writes_every_format_to_a_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked("--output-format", name, "--output-file", "report.out") == 1
    text = Path("report.out").read_text("utf-8")
    assert "service-resumed" in text
    assert capsys.readouterr().err.endswith("4 articles × 3 facts = 12 examined: 3 supported, 2 contradicted (1 waived), "
                                            "3 omitted (1 required), 1 vague, 3 error\n")  # fmt: skip


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("options", [(), ("-n", "2"), ("-p", "no:randomly", "-o", "factspec_granularity=article")], ids=str)
def test_pytest_writes_what_the_command_line_writes(pytester: pytest.Pytester, options: tuple[str, ...]) -> None:
    run_pytest(pytester, *options, *(f"--factspec-output={name}={name}.pytest" for name in REPORTS))
    for name in REPORTS:
        checked("--output-format", name, "--output-file", f"{name}.check")
        assert Path(f"{name}.pytest").read_text("utf-8") == Path(f"{name}.check").read_text("utf-8"), name


@pytest.mark.usefixtures("ferry")
def test_report_of_a_selection_says_how_much_was_examined(pytester: pytest.Pytester) -> None:
    run_pytest(pytester, "-k", "herald.txt and service-resumed", "--factspec-output", "json=result.json")
    got = json.loads(Path("result.json").read_text("utf-8"))
    assert [(one["article"], one["fact"]) for one in got["findings"]] == [("articles/herald.txt", "service-resumed")]
    assert (got["summary"]["examined"], got["summary"]["articles"], got["summary"]["ok"]) == (1, 1, True)


@pytest.mark.usefixtures("ferry")
def test_report_of_no_test_is_not_ok(pytester: pytest.Pytester) -> None:
    run_pytest(pytester, "-k", "nothing-of-this-name", "--factspec-output", "json=result.json")
    got = json.loads(Path("result.json").read_text("utf-8"))
    assert [problem["code"] for problem in got["problems"]] == ["FS301"]
    assert not got["summary"]["ok"]


@pytest.mark.usefixtures("ferry")
def test_old_report_stays_where_nothing_was_run(pytester: pytest.Pytester) -> None:
    Path("result.json").write_text("old", "utf-8")
    run_pytest(pytester, "--collect-only", "--factspec-output", "json=result.json")
    assert Path("result.json").read_text("utf-8") == "old"
    Path("specs/ferry.facts.yaml").write_text("factspec: 2\n", "utf-8")
    run_pytest(pytester, "--factspec-output", "json=result.json")
    assert Path("result.json").read_text("utf-8") == "old"


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("value", ["json", "json=", "xml=report.xml", "=report"])
def test_what_is_no_format_and_file_is_a_wrong_call_that_lists_the_formats(pytester: pytest.Pytester, value: str) -> None:
    said = run_pytest(pytester, "--factspec-output", value)
    assert said.ret == pytest.ExitCode.USAGE_ERROR
    said.stderr.fnmatch_lines([f"ERROR: --factspec-output {value}: expected FORMAT=FILE, with a format of full, concise, json*"])


@pytest.mark.usefixtures("ferry")
def test_file_that_cannot_be_written_is_said_without_a_traceback(pytester: pytest.Pytester) -> None:
    said = run_pytest(pytester, "--factspec-output", "json=nowhere/result.json")
    assert said.ret == pytest.ExitCode.USAGE_ERROR
    assert "FS307" in said.stderr.str() + said.stdout.str()
    assert "Traceback" not in said.stderr.str() + said.stdout.str()


def test_output_without_specs_is_a_wrong_call(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(): pass")
    said = pytester.runpytest_inprocess("--factspec-output", "json=result.json")
    assert said.ret == pytest.ExitCode.USAGE_ERROR
    said.stderr.fnmatch_lines(["*nothing to report without --factspec*"])


def test_schema_of_the_result_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--of", "result"]) == 0
    assert json.loads(capsys.readouterr().out) == result_schema()


@pytest.mark.usefixtures("ferry")
def test_pytest_writes_findings_of_the_baseline_as_the_command_line_does(pytester: pytest.Pytester) -> None:
    checked("--write-baseline", "known.tsv", "--quiet")
    names = ("junit", "csv", "markdown", "sarif")
    run_pytest(pytester, "--factspec-baseline", "known.tsv", *(f"--factspec-output={name}={name}.pytest" for name in names))
    for name in names:
        checked("--baseline", "known.tsv", "--output-format", name, "--output-file", f"{name}.check")
        assert Path(f"{name}.pytest").read_text("utf-8") == Path(f"{name}.check").read_text("utf-8"), name
    assert "in the baseline" in Path("csv.pytest").read_text("utf-8")
