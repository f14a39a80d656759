"""A baseline: what fails on the day it is written passes from then on, what is new fails, and what is gone is said."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.cli import main
from factspec.errors import UsageError
from factspec.model import Evidence, Fact, Figure, Finding, Place, Qualifier, Quantity, Verdict
from factspec.run import Baseline, read_baseline

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
"""
HEAD = "# factspec baseline 1: accepted findings, one a line (spec, article, fact, verdict, what was found), with tabs between\n"
MASTER = "specs/ferry.facts.yaml\tarticles/b.txt\tmaster\tomitted\t-\n"
EIGHTY = "specs/ferry.facts.yaml\tarticles/b.txt\tpassengers\tcontradicted\t80\n"


class Archive:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.write("specs/ferry.facts.yaml", SPEC)
        self.write("articles/a.txt", "Eighteen passengers were aboard, said Ana Lindqvist.\n")
        self.write("articles/b.txt", "The ferry carried 80 passengers.\n")

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8")

    def check(self, *options: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        status = main(["check", "specs", *options])
        return status, *self._capsys.readouterr()

    def stale(self, *options: str) -> list[str]:
        """The places of the entries that are said to be stale."""
        out = self.check("--baseline", "base.txt", *options)[1]
        return [line.partition(" ")[0] for line in out.splitlines() if line.endswith("[FS431]")]

    @property
    def text(self) -> str:
        return (self.folder / "base.txt").read_text("utf-8")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Archive:
    monkeypatch.chdir(tmp_path)
    archive = Archive(tmp_path, capsys)
    assert archive.check("--write-baseline", "base.txt")[0] == 0
    return archive


def test_baseline_is_plain_and_sorted(archive: Archive) -> None:
    assert archive.text == HEAD + MASTER + EIGHTY


def test_writing_a_baseline_says_how_much_was_accepted(archive: Archive) -> None:
    status, out, err = archive.check("--write-baseline", "base.txt")
    assert (status, err) == (0, "base.txt: 2 findings accepted\n")
    assert out.splitlines() == [
        "agreed",
        (
            "2 articles × 2 facts = 4 examined: 2 supported, 1 contradicted (1 in the baseline), "
            "1 omitted (1 required, 1 in the baseline)"
        ),
    ]


def test_old_archive_starts_green_and_a_new_finding_fails(archive: Archive) -> None:
    assert archive.check("--baseline", "base.txt")[0] == 0
    archive.write("articles/c.txt", "Ana Lindqvist said the ferry carried 81 passengers.\n")
    status, out, _ = archive.check("--baseline", "base.txt", "--output-format", "concise")
    assert status == 1
    assert [line.partition(":")[0] for line in out.splitlines() if line.startswith("articles")] == ["articles/c.txt"]


def test_finding_is_known_again_wherever_it_moves_in_its_article(archive: Archive) -> None:
    archive.write("articles/b.txt", "PORT ELLAN - Fog lay on the harbour.\n\nThe ferry carried 80 passengers.\n")
    assert archive.check("--baseline", "base.txt")[:2] == (0, archive.check("--baseline", "base.txt")[1])
    assert archive.stale() == []


def test_other_wrong_figure_is_a_new_finding_and_the_old_entry_stale(archive: Archive) -> None:
    archive.write("articles/b.txt", "The ferry carried 90 passengers.\n")
    assert archive.check("--baseline", "base.txt")[0] == 1
    assert archive.stale() == ["base.txt:3:1:"]


def test_mended_article_makes_its_entries_stale_but_does_not_fail(archive: Archive) -> None:
    archive.write("articles/b.txt", "The ferry carried 18 passengers, said Ana Lindqvist.\n")
    assert archive.check("--baseline", "base.txt")[0] == 0
    assert archive.stale() == ["base.txt:2:1:", "base.txt:3:1:"]


def test_entries_of_what_is_gone_are_stale(archive: Archive) -> None:
    (archive.folder / "articles/b.txt").unlink()
    assert archive.stale() == ["base.txt:2:1:", "base.txt:3:1:"]
    archive.write("articles/b.txt", "The ferry carried 80 passengers.\n")
    (archive.folder / "specs/ferry.facts.yaml").rename(archive.folder / "specs/boat.facts.yaml")
    assert archive.stale() == ["base.txt:2:1:", "base.txt:3:1:"]


def test_run_of_a_part_says_nothing_of_the_rest(archive: Archive) -> None:
    archive.write("articles/b.txt", "The ferry carried 90 passengers, said Ana Lindqvist.\n")
    assert archive.stale("--fact", "passengers") == ["base.txt:3:1:"]
    assert archive.stale("--article", "a.txt") == []
    assert archive.stale("--articles", "articles/a.txt") == []


def test_article_that_cannot_be_read_says_nothing_of_its_entries(archive: Archive) -> None:
    archive.write("articles/b.txt", "")
    assert archive.check("--baseline", "base.txt")[0] == 1
    assert archive.stale() == []


def test_many_stale_entries_are_told_in_few_lines(archive: Archive) -> None:
    lines = [EIGHTY.replace("80", str(number)) for number in range(100, 150)]
    archive.write("base.txt", HEAD + MASTER + EIGHTY + "".join(lines))
    out = archive.check("--baseline", "base.txt")[1]
    assert out.count("[FS431]") == 21
    assert "30 more entries of the baseline are stale" in out


def test_paths_are_those_from_the_folder_of_the_file(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive.folder / "articles")
    assert main(["check", "../specs", "--baseline", "../base.txt"]) == 0
    assert main(["check", "../specs", "--write-baseline", "../specs/base.txt"]) == 0
    assert (
        (archive.folder / "specs/base.txt").read_text("utf-8").splitlines()[1].startswith("ferry.facts.yaml\t../articles/b.txt\t")
    )


def test_vague_findings_are_taken_in_with_strict_only(archive: Archive) -> None:
    archive.write("articles/b.txt", "Dozens of passengers were aboard, said Ana Lindqvist.\n")
    archive.write("specs/ferry.facts.yaml", SPEC.replace("18", "40").replace("value: 18", "value: 40"))
    archive.write("articles/a.txt", "Forty passengers were aboard, said Ana Lindqvist.\n")
    assert archive.check("--write-baseline", "base.txt")[0] == 0
    assert archive.text == HEAD
    assert archive.check("--strict", "--write-baseline", "base.txt")[0] == 0
    assert "\tvague\tDozens" in archive.text
    assert archive.check("--strict", "--baseline", "base.txt")[0] == 0
    assert archive.stale() == []


def test_waiver_comes_before_the_baseline(archive: Archive) -> None:
    waiver = "waivers:\n  - {fact: master, article: b.txt, reason: x, by: y, until: 2099-12-31}\n"
    archive.write("specs/ferry.facts.yaml", SPEC + waiver)
    assert archive.stale() == ["base.txt:2:1:"]
    archive.check("--write-baseline", "base.txt")
    assert archive.text == HEAD + EIGHTY


def test_json_tells_what_is_in_the_baseline(archive: Archive) -> None:
    said = json.loads(archive.check("--baseline", "base.txt", "--output-format", "json")[1])
    assert [one["qualifier"] for one in said["findings"] if one["article"] == "articles/b.txt"] == ["in the baseline"] * 2
    assert said["summary"]["in_the_baseline"] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "base.txt:1:1: not a baseline of this version"),
        ("factspec: 1\n", "base.txt:1:1: not a baseline of this version"),
        ("# factspec baseline 2: x\n", "base.txt:1:1: not a baseline of this version"),
        (HEAD + "<<<<<<< ours\n" + MASTER, "base.txt:2:1: no entry of a baseline"),
        (HEAD + MASTER.replace("omitted", "omited"), "base.txt:2:1: no entry of a baseline"),
        (HEAD + MASTER.replace("\t", " "), "base.txt:2:1: no entry of a baseline"),
    ],
)
def test_faulty_baseline_is_refused_at_its_line(archive: Archive, text: str, said: str) -> None:
    archive.write("base.txt", text)
    status, out, err = archive.check("--baseline", "base.txt")
    assert (status, out) == (2, "")
    assert err.startswith(said)
    assert err.endswith("[FS430]\n")


def test_baseline_that_is_not_there_or_of_a_part_is_refused(archive: Archive) -> None:
    assert "[FS430]" in archive.check("--baseline", "none.txt")[2]
    assert "[FS432]" in archive.check("--write-baseline", "new.txt", "--fact", "master")[2]
    assert archive.check("--write-baseline", "none/new.txt")[0] == 2
    assert not (archive.folder / "new.txt").exists()


def test_comments_blank_lines_doubles_and_disorder_are_borne(archive: Archive) -> None:
    archive.write("base.txt", f"{HEAD}# b.txt is a wire report\n{EIGHTY}\n{MASTER}{EIGHTY}".replace("\n", "\r\n"))
    assert archive.check("--baseline", "base.txt")[0] == 0


# ---------------------------------------------------------------- any text


def a_finding(article: str, found: str) -> Finding:
    fact = Fact("f", "count", Figure(Quantity(1, 1)), "1", Place("s.facts.yaml", 1, 1))
    return Finding(fact, article, Verdict.CONTRADICTED, "", found, evidence=(Evidence(0, 1, 1, 1, found),))


names = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1).filter(lambda name: name.strip("."))


@settings(deadline=None)
@given(st.lists(st.tuples(names, st.text()), max_size=5), st.text())
def test_whatever_was_found_is_known_again_and_nothing_else_is(
    tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str]], other: str
) -> None:
    path = str(tmp_path_factory.getbasetemp() / "base.txt")
    growing = Baseline(path, growing=True)
    assert all(growing.apply(a_finding(*one)).qualifier is Qualifier.BASELINE for one in found)
    Path(path).write_bytes(growing.text().encode())
    read = read_baseline(path)
    assert all(read.apply(a_finding(*one)).qualifier is Qualifier.BASELINE for one in found)
    assert read.text() == growing.text()
    if " ".join(other.split()) not in {" ".join(text.split()) for _, text in found}:
        fresh = read_baseline(path)
        assert fresh.apply(a_finding("other.txt", other)).qualifier is None or not other.strip()


@settings(deadline=None)
@given(st.binary(max_size=80), st.booleans())
def test_any_file_is_a_baseline_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, headed: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes((HEAD.encode() if headed else b"") + content)
    with suppress(UsageError):
        read_baseline(str(path))


# ---------------------------------------------------------------- pytest


def test_pytest_expects_what_is_in_the_baseline_to_fail(
    archive: Archive, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pytester.path)
    for path in ("specs/ferry.facts.yaml", "articles/a.txt", "articles/b.txt", "base.txt"):
        target = pytester.path / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((archive.folder / path).read_bytes())
    options = ("--factspec", "specs", "--factspec-baseline", "base.txt")
    done = pytester.runpytest(*options, "-rx")
    done.assert_outcomes(passed=3, xfailed=2)
    done.stdout.fnmatch_lines(["XFAIL specs/ferry.facts.yaml::articles/b.txt::master - in the baseline*"])
    pytester.runpytest(*options, "--runxfail").assert_outcomes(passed=3, failed=2)
    pytester.runpytest(*options, "-o", "factspec_granularity=article").assert_outcomes(passed=3)
    (pytester.path / "articles/b.txt").write_text("The ferry carried 90 passengers.\n", "utf-8")
    done = pytester.runpytest(*options)
    done.assert_outcomes(passed=3, failed=1, xfailed=1)
    done.stdout.fnmatch_lines(["base.txt:3:1: warning: stale: 'passengers' contradicted *FS431?"])
    (pytester.path / "base.txt").write_text("x\n", "utf-8")
    done = pytester.runpytest(*options)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*base.txt:1:1: not a baseline of this version*FS430?"])
