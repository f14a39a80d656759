"""The command line as a person meets it: what it prints where, and with which status it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from factspec.cli import main
from factspec.cli.terminal import coloured
from factspec.codes import CODES

ROOT = Path(__file__).resolve().parent.parent
SPEC = """\
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/*.txt]
facts:
  passengers:
    kind: count
    value: 18
    of: [passengers]
  master:
    kind: name
    value: Ana Lindqvist
    required: false
"""
RIGHT = "Eighteen passengers were aboard, said Ana Lindqvist.\n"
WRONG = "Some 80 passengers were aboard, said Ana Lindqvist.\n"


class Said(NamedTuple):
    status: int
    out: str
    err: str


class Ferry:
    """A folder with a spec and articles, and a command line in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.write("specs/ferry.facts.yaml", SPEC)
        self.write("articles/01.txt", RIGHT)

    def write(self, path: str, text: str) -> Path:
        whole = self.folder / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text, "utf-8")
        return whole

    def __call__(self, *arguments: str) -> Said:
        self._capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as ending:
            status = int(ending.code or 0)
        return Said(status, *self._capsys.readouterr())

    def check(self, *options: str) -> Said:
        return self("check", "specs", *options)


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ferry:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Ferry(tmp_path, capsys)


def findings(said: Said) -> list[tuple[str, str, str]]:
    return [(one["article"], one["fact"], one["verdict"]) for one in json.loads(said.out)["findings"]]


# ---------------------------------------------------------------- check


def test_agreement_ends_with_0_and_says_how_much_was_examined(ferry: Ferry) -> None:
    assert ferry.check() == (0, "agreed\n1 article × 2 facts = 2 examined: 2 supported\n", "")


def test_contradiction_ends_with_1_and_shows_the_place(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", WRONG)
    said = ferry.check()
    assert said.status == 1
    assert said.out.startswith("articles/02.txt:1:")
    assert "contradicted: passengers" in said.out
    assert "^" in said.out
    assert said.out.endswith("2 articles × 2 facts = 4 examined: 3 supported, 1 contradicted\n")
    assert not said.err


def test_omission_of_a_required_fact_fails_and_of_another_does_not(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", "The weather was fine.\n")
    said = ferry.check("--output-format", "concise")
    assert said.status == 1
    assert re.match(r"articles/02\.txt:1:1: omitted passengers: .+\n1 finding fails\n", said.out)
    assert said.out.endswith("2 articles × 2 facts = 4 examined: 2 supported, 2 omitted (1 required)\n")


def test_vague_is_a_warning_and_with_strict_a_failure(ferry: Ferry) -> None:
    ferry.write("articles/01.txt", "More than ten passengers were aboard, said Ana Lindqvist.\n")
    assert (ferry.check().status, ferry.check("--strict").status) == (0, 1)
    assert "vague (warning): passengers" in ferry.check().out
    assert "vague: passengers" in ferry.check("--strict").out
    assert ferry.check("--quiet").out == "agreed, 1 warning\n1 article × 2 facts = 2 examined: 1 supported, 1 vague\n"


def test_other_articles_are_checked_against_the_same_facts(ferry: Ferry) -> None:
    ferry.write("drafts/a.txt", WRONG)
    ferry.write("drafts/b.txt", RIGHT)
    said = ferry.check("--articles", "drafts/*.txt", "--output-format", "json")
    assert said.status == 1
    assert {article for article, _, _ in findings(said)} == {"drafts/a.txt", "drafts/b.txt"}
    assert ferry.check("--articles", "drafts/b.txt").status == 0


def test_json_holds_every_fact_of_every_article_and_the_tally_goes_to_stderr(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", WRONG)
    said = ferry.check("--output-format", "json")
    assert findings(said) == [
        ("articles/01.txt", "passengers", "supported"),
        ("articles/01.txt", "master", "supported"),
        ("articles/02.txt", "passengers", "contradicted"),
        ("articles/02.txt", "master", "supported"),
    ]
    assert said.err.splitlines()[-1] == "2 articles × 2 facts = 4 examined: 3 supported, 1 contradicted"
    assert ferry.check("--output-format", "json", "--quiet").err == ""


def test_same_input_gives_the_same_bytes(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", WRONG)
    assert ferry.check("--output-format", "json") == ferry.check("--output-format", "json")


def test_fact_and_article_pick_what_is_reported(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", WRONG)
    assert findings(ferry.check("--fact", "mas*", "--article", "02.txt", "--output-format", "json")) == [
        ("articles/02.txt", "master", "supported")
    ]


def test_selection_that_fits_nothing_is_refused_with_what_was_meant(ferry: Ferry) -> None:
    said = ferry.check("--fact", "pasengers", "--article", "03.txt")
    assert said == (
        2,
        "",
        "--fact 'pasengers' fits nothing (did you mean 'passengers'?) [FS308]\n--article '03.txt' fits nothing [FS308]\n",
    )


def test_glob_without_files_is_said_and_fails_though_all_findings_pass(ferry: Ferry) -> None:
    ferry.write("specs/ferry.facts.yaml", SPEC.replace("*.txt]", "*.txt, ../articels/*.txt]"))
    said = ferry.check()
    assert said.status == 1
    assert "specs/ferry.facts.yaml:3:31: '../articels/*.txt' matches no file" in said.out
    assert "1 problem\n" in said.out


def test_nothing_to_examine_ends_with_2_and_is_never_green(ferry: Ferry) -> None:
    ferry.write("specs/ferry.facts.yaml", SPEC.replace("../articles", "../articels"))
    said = ferry.check()
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("specs/ferry.facts.yaml:3:12: '../articels/*.txt' matches no file")
    assert said.err.endswith("[FS301]\n")


def test_faults_of_specs_are_all_said_at_their_places_without_traceback(ferry: Ferry) -> None:
    ferry.write("specs/ferry.facts.yaml", SPEC.replace("required", "requird").replace("kind: name", "kind: nme"))
    said = ferry.check()
    assert (said.status, said.out) == (2, "")
    lines = said.err.splitlines()
    assert len(lines) >= 2
    assert all(re.match(r"specs/ferry\.facts\.yaml:\d+:\d+: .+ \[FS\d+\]$", line) for line in lines)


@pytest.mark.parametrize("path", ["nowhere", "nowhere.facts.yaml"])
def test_spec_that_is_not_there_is_said(ferry: Ferry, path: str) -> None:
    said = ferry("check", path)
    assert (said.status, said.out) == (2, "")
    assert path in said.err
    assert "Traceback" not in said.err


def test_unknown_format_lists_the_known_ones(ferry: Ferry) -> None:
    said = ferry.check("--output-format", "xml")
    assert said.status == 2
    for name in ("full", "concise", "json", "jsonl"):
        assert name in said.err


def test_article_that_cannot_be_read_fails_and_the_others_are_checked(ferry: Ferry) -> None:
    ferry.write("articles/02.txt", "")
    said = ferry.check()
    assert said.status == 1
    assert "articles/02.txt" in said.out
    assert said.out.endswith("2 articles × 2 facts = 4 examined: 2 supported, 2 error\n")


def test_output_file_gets_the_report_and_stderr_the_tally(ferry: Ferry) -> None:
    said = ferry.check("--output-format", "concise", "--output-file", "report.txt")
    assert said == (0, "", "agreed\n1 article × 2 facts = 2 examined: 2 supported\n")
    assert (ferry.folder / "report.txt").read_text("utf-8") == said.err


def test_output_file_survives_a_run_that_could_not_be(ferry: Ferry) -> None:
    report = ferry.write("report.txt", "old")
    ferry.write("specs/ferry.facts.yaml", "factspec: 2\n")
    assert ferry.check("--output-file", "report.txt").status == 2
    assert report.read_text("utf-8") == "old"


def test_output_file_that_cannot_be_written_ends_with_2(ferry: Ferry) -> None:
    said = ferry.check("--output-file", "nowhere/report.txt")
    assert said == (2, "", "cannot write 'nowhere/report.txt': No such file or directory [FS307]\n")


def test_waiver_is_judged_by_the_day_that_is_handed_in(ferry: Ferry) -> None:
    ferry.write("articles/01.txt", WRONG)
    waiver = "waivers:\n  - {fact: passengers, article: 01.txt, reason: early figure, by: desk, until: 2026-12-31}\n"
    ferry.write("specs/ferry.facts.yaml", SPEC + waiver)
    kept, over = ferry.check("--today", "2026-12-01"), ferry.check("--today", "2027-01-01")
    assert kept == (0, "agreed\n1 article × 2 facts = 2 examined: 1 supported, 1 contradicted (1 waived)\n", "")
    assert over.status == 1
    assert "specs/ferry.facts.yaml:14:5: waiver of 'passengers' for '01.txt' expired after 2026-12-31" in over.out


# ---------------------------------------------------------------- explain, schema, completion


def test_explain_tells_what_was_sought_and_found_and_why(ferry: Ferry) -> None:
    ferry.write("articles/01.txt", WRONG)
    said = ferry("explain", "passengers", "articles/01.txt")
    assert said.status == 0
    for part in (
        "passengers in articles/01.txt",
        "looked for 18 (count)",
        "curated at specs/ferry.facts.yaml:5:3",
        "80",
        "^",
        "verdict    contradicted",
    ):
        assert part in said.out
    assert not said.err


def test_explain_knows_no_such_fact(ferry: Ferry) -> None:
    said = ferry("explain", "pasengers", "articles/01.txt", "specs")
    assert said == (2, "", "no spec has a fact 'pasengers' (did you mean 'passengers'?) [FS308]\n")


def test_explain_of_an_article_that_is_not_there_ends_with_2(ferry: Ferry) -> None:
    said = ferry("explain", "passengers", "articles/99.txt")
    assert (said.status, said.out) == (2, "")
    assert "articles/99.txt" in said.err


def test_explain_without_specs_says_so(ferry: Ferry) -> None:
    (ferry.folder / "specs" / "ferry.facts.yaml").unlink()
    (ferry.folder / "specs").rmdir()
    said = ferry("explain", "passengers", "articles/01.txt")
    assert said.status == 2
    assert "specs" in said.err


def test_schema_is_json_and_can_be_written_to_a_file(ferry: Ferry) -> None:
    said = ferry("schema")
    assert said.status == 0
    assert json.loads(said.out)["type"] == "object"
    assert ferry("schema", "--output-file", "factspec.schema.json") == (0, "", "")
    assert (ferry.folder / "factspec.schema.json").read_text("utf-8") == said.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_commands_and_options(ferry: Ferry, shell: str) -> None:
    said = ferry("completion", shell)
    assert said.status == 0
    for word in ("explain", "output-format", "concise"):
        assert word in said.out
    assert ferry("--print-completion", shell) == said


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("check",), ("check", "--today", "soon", "specs"), ("--articles",)])
def test_call_that_makes_no_sense_ends_with_2_and_usage(ferry: Ferry, arguments: tuple[str, ...]) -> None:
    said = ferry(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("usage: factspec")


def test_version_is_said(ferry: Ferry) -> None:
    assert re.fullmatch(r"factspec \d+\.\d+\.\d+\n", ferry("--version").out)


# ---------------------------------------------------------------- terminal


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "colour"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_used_where_it_is_wanted(choice: str, environment: dict[str, str], terminal: bool, colour: bool) -> None:
    assert coloured(choice, environment, terminal=terminal) is colour


def test_colour_can_be_forced(ferry: Ferry) -> None:
    assert "\x1b[" in ferry.check("--color", "always").out
    assert "\x1b[" not in ferry.check().out


def test_hostile_article_and_path_cannot_speak_to_the_terminal(ferry: Ferry) -> None:
    ferry.write("articles/0\x1b[2J.txt", "\x1b]0;owned\x07 Some 80 passengers\x1b[31m were aboard \u202eevil.\n")
    for name in ("full", "concise", "json"):
        said = ferry.check("--output-format", name)
        assert said.status == 1
        assert not {"\x1b", "\x07", "\u202e"} & set(said.out + said.err)


# ---------------------------------------------------------------- the process


def environment(**more: str) -> dict[str, str]:
    return {**{key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}, **more}


def process(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "factspec", *arguments]
    return subprocess.run(call, cwd=folder, env=environment(**more), capture_output=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_help_imports_nothing_that_it_does_not_need() -> None:
    code = "import sys, factspec.cli.parser as p; p.parser().format_help(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "rich",
        "jsonschema",
        "yaml",
        "rapidfuzz",
        "shtab",
        "ahocorasick_rs",
        "pytest",
        "hypothesis",
        "anyascii",
        "factspec.engine",
    }
    assert not heavy & set(done.stdout.split())


@pytest.mark.slow
def test_import_of_the_package_imports_nothing_of_it() -> None:
    code = "import sys, factspec; print(*(name for name in sys.modules if name.startswith('factspec.')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_reader_that_goes_away_is_no_fault(ferry: Ferry) -> None:
    for number in range(200):
        ferry.write(f"articles/{number:03}.txt", WRONG)
    call = [sys.executable, "-m", "factspec", "check", "specs", "--output-format", "json"]
    with subprocess.Popen(call, cwd=ferry.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.slow
def test_output_survives_an_encoding_that_lacks_its_characters(ferry: Ferry) -> None:
    ferry.write("articles/01.txt", WRONG.replace("aboard", "aboard — “all” of them"))
    done = process(ferry.folder, "check", "specs", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert r"\u2014" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "status", "said"), [("ZeroDivisionError", 2, "please report it"), ("KeyboardInterrupt", 130, "interrupted\n")]
)
def test_what_stops_a_run_is_not_taken_for_a_finding(ferry: Ferry, fault: str, status: int, said: str) -> None:
    code = (
        "import sys, factspec.cli.checking as c",
        "from factspec.cli import main",
        f"def stop(*_): raise {fault}",
        "c.jobs = stop",
    )
    ferry.write("stopped.py", "\n".join((*code, "sys.exit(main(['check', 'specs']))")))
    done = subprocess.run([sys.executable, "stopped.py"], cwd=ferry.folder, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert said in done.stderr
    assert ("Traceback" in done.stderr) == (status == 2)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="terminals of Unix")
@pytest.mark.parametrize(("articles", "options", "drawn"), [(201, (), True), (201, ("--quiet",), False), (20, (), False)])
def test_progress_is_drawn_on_a_terminal_where_there_is_much_to_read(
    ferry: Ferry, articles: int, options: tuple[str, ...], drawn: bool
) -> None:
    import pty  # noqa: PLC0415 Windows has none

    for number in range(articles):
        ferry.write(f"articles/{number:03}.txt", RIGHT)
    terminal, end = pty.openpty()
    call = [sys.executable, "-m", "factspec", "check", "specs", *options]
    with (ferry.folder / "out").open("w") as out:
        running = subprocess.Popen(call, cwd=ferry.folder, env=environment(TERM="xterm"), stdout=out, stderr=end)
    os.close(end)
    assert (b"articles" in b"".join(drained(terminal))) is drawn
    assert running.wait() == 0
    assert "\x1b" not in (ferry.folder / "out").read_text("utf-8")


def drained(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal, until nobody has it open any more: Linux then says so by an error, others by nothing."""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            yield piece
    os.close(terminal)


# ---------------------------------------------------------------- pages


def codes_raised() -> Iterator[str]:
    for path in sorted((ROOT / "factspec").rglob("*.py")):
        if path.name != "codes.py":
            yield from re.findall(r'"(FS\d{3})"', path.read_text("utf-8"))


def test_every_code_has_a_title_and_a_section_and_is_raised() -> None:
    sections = set(re.findall(r"^### (FS\d{3})$", (ROOT / "docs/messages.md").read_text("utf-8"), re.MULTILINE))
    assert set(codes_raised()) == set(CODES) == sections


def test_page_of_the_command_line_names_every_option(ferry: Ferry) -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    for command in ("check", "explain", "lint", "new", "rule", "waive", "schema", "completion"):
        assert f"## factspec {command}" in page
        options = re.findall(r"--[a-z][a-z-]+", ferry(command, "--help").out)
        assert all(option in page for option in options if option != "--help"), command


def test_page_of_the_json_format_names_every_key(ferry: Ferry) -> None:
    page = (ROOT / "docs/json.md").read_text("utf-8")
    ferry.write("articles/02.txt", "")
    document = json.loads(ferry.check("--output-format", "json").out)
    rows = [document["findings"][0], document["findings"][0]["evidence"][0], document["problems"][0], document["summary"]]
    assert all(f"`{key}`" in page for row in rows for key in row)
