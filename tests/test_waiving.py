"""`factspec waive`: which findings may be accepted, how they may be named, and what then stands in the spec."""

from __future__ import annotations

from pathlib import Path

import pytest

from factspec.cli import main
from factspec.editing import renew_waiver
from factspec.errors import FactspecError
from factspec.model import Place
from factspec.spec import load_spec

SPEC = """\
# harbour desk
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/**/*.txt]
facts:
  passengers:
    kind: count
    value: 18
    of: [passengers]  # not crew
  master:
    kind: name
    value: Ana Lindqvist
  mate:
    kind: name
    value: Per Holm
    checked: false
"""
WRONG = "Some 80 passengers were aboard.\n"
WHY = ("--reason", "kept: on purpose", "--by", "news desk", "--until", "2026-12-31", "--today", "2026-11-01")
WAIVER = '  - fact: {}\n    article: {}\n    reason: "kept: on purpose"\n    by: news desk\n    until: 2026-12-31\n'


class Desk:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.spec, self.folder, self._capsys = folder / "specs/ferry.facts.yaml", folder, capsys
        self.write("specs/ferry.facts.yaml", SPEC)
        self.write("articles/a.txt", "Eighteen passengers were aboard, said Ana Lindqvist.\n")
        self.write("articles/b.txt", WRONG)

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text.encode())

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        status = main(arguments)
        return status, *self._capsys.readouterr()

    @property
    def text(self) -> str:
        return self.spec.read_bytes().decode()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize(
    "finding",
    [
        "specs/ferry.facts.yaml::articles/b.txt::passengers",
        "./specs/ferry.facts.yaml::./articles/b.txt::passengers",
        "articles/b.txt::passengers",
        "b.txt::passengers",
        "articles/%62.txt::passengers",
        "articles/b.txt:1:1: contradicted: passengers",
        "articles/b.txt:1:1: contradicted passengers: states “Some 80”",
        "FAILED specs/ferry.facts.yaml::articles/b.txt::passengers - articles/b.txt:1:1: contradicts: expected 18",
        " articles/b.txt::passengers\n",
    ],
)
def test_finding_is_known_by_every_form_in_which_it_is_printed(desk: Desk, finding: str) -> None:
    said = "specs/ferry.facts.yaml: waived 'passengers' in articles/b.txt until 2026-12-31\n"
    assert desk("waive", finding, *WHY) == (0, said, "")
    assert desk.text == f"{SPEC}waivers:\n{WAIVER.format('passengers', 'b.txt')}"


def test_lines_of_a_report_can_be_pasted(desk: Desk) -> None:
    for form in ("full", "concise"):
        lines = desk("check", "specs", "--output-format", form)[1].splitlines()
        named = [line for line in lines if line.startswith("articles/b.txt:")]
        assert desk("waive", *named, *WHY, "--diff")[0] == 0


def test_waived_findings_pass_until_their_day_and_no_longer(desk: Desk) -> None:
    assert desk("waive", "b.txt::passengers", "b.txt::master", *WHY)[0] == 0
    assert desk("check", "specs", "--today", "2026-12-31")[0] == 0
    assert desk("check", "specs", "--today", "2027-01-01")[0] == 1


def test_line_ends_and_byte_order_mark_of_the_file_stay(desk: Desk) -> None:
    desk.write("specs/ferry.facts.yaml", "\ufeff" + SPEC.replace("\n", "\r\n"))
    assert desk("waive", "b.txt::passengers", *WHY)[0] == 0
    assert desk.text == "\ufeff" + f"{SPEC}waivers:\n{WAIVER.format('passengers', 'b.txt')}".replace("\n", "\r\n")


def test_diff_shows_and_writes_nothing(desk: Desk) -> None:
    status, out, _ = desk("waive", "b.txt::passengers", *WHY, "--diff")
    assert (status, desk.text) == (0, SPEC)
    assert out.startswith("--- specs/ferry.facts.yaml\n+++ specs/ferry.facts.yaml\n@@")
    assert "\n+  - fact: passengers\n" in out


def test_article_is_named_by_as_many_folders_as_it_takes(desk: Desk) -> None:
    desk.write("articles/x/b.txt", WRONG)
    assert desk("waive", "articles/x/b.txt::passengers", *WHY)[0] == 0
    assert load_spec("s", desk.text).spec.waivers[0].article == "x/b.txt"
    assert desk("waive", "articles/b.txt::passengers", *WHY)[0] == 0
    assert [waiver.article for waiver in load_spec("s", desk.text).spec.waivers] == ["x/b.txt", "articles/b.txt"]


def test_article_of_a_strange_name_is_that_article(desk: Desk) -> None:
    desk.write("articles/b[1] # x.txt", WRONG)
    desk.write("articles/b1 # x.txt", WRONG)
    assert desk("waive", "articles/b%5B1] # x.txt::passengers", *WHY)[0] == 0
    out = desk("check", "specs", "--today", "2026-11-01", "--fact", "passengers", "--output-format", "concise")[1]
    assert [line[:16] for line in out.splitlines() if "contradicted p" in line] == ["articles/b.txt:1", "articles/b1 # x."]


def test_expired_waiver_is_renewed_in_its_place(desk: Desk) -> None:
    old = "waivers:\n  - {fact: passengers, article: 'b.txt', reason: early, by: x, until: 2026-01-31}  # see minutes\n"
    desk.write("specs/ferry.facts.yaml", SPEC + old)
    assert desk("waive", "b.txt::passengers", *WHY)[0] == 0
    new = old.replace("early", '"kept: on purpose"').replace("by: x", "by: news desk").replace("01-31", "12-31")
    assert desk.text == SPEC + new


def test_expired_waiver_of_several_articles_is_left_alone(desk: Desk) -> None:
    old = "waivers:\n  - {fact: passengers, article: '*.txt', reason: early, by: x, until: 2026-01-31}\n"
    desk.write("specs/ferry.facts.yaml", SPEC + old)
    assert desk("waive", "b.txt::passengers", *WHY)[0] == 0
    assert desk.text.startswith(SPEC + old)
    assert len(load_spec("s", desk.text).spec.waivers) == 2


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        ("b.txt", "'b.txt' names no finding (write SPEC::ARTICLE::FACT"),
        ("b.txt::pasengers", "no spec has a fact 'pasengers' (did you mean 'passengers'?)"),
        ("c.txt::passengers", "the spec has no such article"),
        ("*.txt::passengers", "it names 2 findings (name one: specs/ferry.facts.yaml::articles/a.txt::passengers, "),
        ("a.txt::passengers", "it passes, since it is supported"),
        ("b.txt::mate", "the fact is not checked"),
        ("articles/empty.txt::master", "the article cannot be read"),
    ],
)
def test_what_cannot_be_waived_is_said_and_nothing_is_written(desk: Desk, finding: str, said: str) -> None:
    if "empty" in finding:
        desk.write("articles/empty.txt", "")
    status, out, err = desk("waive", "b.txt::master", finding, *WHY)
    assert (status, out, desk.text) == (2, "", SPEC)
    assert said in err
    assert err.endswith("[FS420]\n")


def test_all_mistakes_are_said_at_once(desk: Desk) -> None:
    _, _, err = desk("waive", "x", "b.txt::y", "z.txt::master", *WHY[:-4], "--until", "2020-01-01", "--today", "2026-11-01")
    assert [line[-8:] for line in err.splitlines()] == ["[FS421]".rjust(8), *["[FS420]".rjust(8)] * 3]


def test_finding_that_is_waived_already_is_not_waived_again(desk: Desk) -> None:
    assert desk("waive", "b.txt::master", "b.txt::master", *WHY)[0] == 0
    status, _, err = desk("waive", "b.txt::master", *WHY)
    assert status == 2
    assert "it is waived already" in err


def test_two_specs_with_one_fact_must_be_told_apart(desk: Desk) -> None:
    desk.write("specs/other.facts.yaml", SPEC)
    status, _, err = desk("waive", "b.txt::master", *WHY)
    assert status == 2
    assert "it names 2 findings" in err
    assert desk("waive", "specs/other.facts.yaml::b.txt::master", *WHY)[0] == 0
    assert desk.text == SPEC


def test_specs_elsewhere_are_looked_in_where_asked(desk: Desk) -> None:
    desk.spec.parent.rename(desk.folder / "facts")
    assert desk("waive", "b.txt::master", *WHY)[0] == 2
    assert desk("waive", "b.txt::master", "--spec", "facts", *WHY)[0] == 0
    assert desk("waive", "facts/ferry.facts.yaml::b.txt::passengers", *WHY)[0] == 0


def test_waiver_that_is_not_there_is_not_renewed() -> None:
    until = load_spec("s", SPEC + "waivers:\n" + WAIVER.format("master", "b.txt")).spec.waivers[0].until
    with pytest.raises(FactspecError, match="no waiver begins here"):
        renew_waiver("s", SPEC, Place("s", 3, 1), reason="x", by="y", until=until)
