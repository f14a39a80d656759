"""`factspec new`: the spec that it writes can be used at once and said aloud to a stranger; nothing is ever written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from factspec.cli import main
from factspec.editing.starter import file_name, starter
from factspec.errors import FactspecError
from factspec.kinds import KINDS
from factspec.loading import load
from factspec.spec import load_spec

EVENT = "Ferry to Skerry, May 2026"
NAME = "ferry-to-skerry-may-2026.facts.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (EVENT, NAME),
        ("  L'Été à Åre!  ", "lete-a-are.facts.yaml"),
        ("Пожар в порту", "pozhar-v-portu.facts.yaml"),
        ("../../etc/passwd", "etc-passwd.facts.yaml"),
        ("word " * 40, "-".join(["word"] * 12) + ".facts.yaml"),
        ("x" * 200, "x" * 60 + ".facts.yaml"),
    ],
)
def test_file_is_named_after_the_event(event: str, name: str) -> None:
    assert file_name(event) == name


@pytest.mark.parametrize("event", ["", "…", "¿?"])
def test_event_without_letters_makes_no_name(event: str) -> None:
    with pytest.raises(FactspecError) as caught:
        file_name(event)
    assert caught.value.problems[0].code == "FS411"


@pytest.mark.parametrize("event", [EVENT, "NO", "null", "a: b #c", "'“’\"", "{x}", "- y", "2026"])
def test_new_spec_loads_and_has_the_event(event: str) -> None:
    loaded = load_spec("a.facts.yaml", starter(event, ["../a/*.txt", "*.md", "{x}: #"]))
    assert loaded.spec.event == event
    assert [glob for glob, _ in loaded.spec.articles] == ["../a/*.txt", "*.md", "{x}: #"]
    assert not loaded.warnings
    assert [fact.checked for fact in loaded.spec.facts] == [False]


@pytest.mark.parametrize("event", ["a\x07b", "", "x" * 6000])
def test_event_that_no_spec_can_hold_is_refused(event: str) -> None:
    with pytest.raises(FactspecError):
        starter(event, [])


def test_examples_that_are_comments_are_facts_of_every_kind() -> None:
    text = re.sub(
        r"^  # (?=[a-z ]+[a-z-]*:)", "  ", starter(EVENT, ["*.txt"]).replace("More examples, one for", ""), flags=re.MULTILINE
    )
    loaded = load_spec("a.facts.yaml", text)
    assert [fact.kind for fact in loaded.spec.facts] == list(KINDS)
    assert not loaded.warnings


def test_new_spec_is_easy_on_the_eye() -> None:
    lines = starter(EVENT, ["../articles/*.txt"]).splitlines()
    assert max(map(len, lines)) <= 120
    assert len(lines) <= 70
    assert lines[0] == "# yaml-language-server: $schema=./factspec.schema.json"
    assert yaml.safe_load("\n".join(lines))["event"] == EVENT


def test_new_writes_spec_and_schema_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Ferry to Skerry,", "May 2026"]) == 0
    assert sorted(path.name for path in (folder / "specs").iterdir()) == ["factspec.schema.json", NAME]
    said = capsys.readouterr().out
    assert said.startswith(f"wrote specs/{NAME}\n")
    assert said.endswith(f"factspec check specs/{NAME}\n")
    assert load("specs")[0].articles[0][0] == "../articles/*.txt"


def test_new_never_overwrites(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = folder / "specs" / NAME
    held.parent.mkdir()
    held.write_text("mine", "utf-8")
    assert main(["new", EVENT]) == 2
    assert held.read_text("utf-8") == "mine"
    assert [path.name for path in held.parent.iterdir()] == [NAME]
    assert capsys.readouterr().err == f"'specs/{NAME}' is there already, and is left as it is [FS410]\n"
    schema = folder / "factspec.schema.json"
    schema.write_text("{}", "utf-8")
    assert main(["new", EVENT, "--folder", "."]) == 0
    assert schema.read_text("utf-8") == "{}"


def test_new_never_follows_a_link_to_an_older_file(folder: Path) -> None:
    (folder / "other").write_text("mine", "utf-8")
    (folder / "a.facts.yaml").symlink_to("other")
    assert main(["new", EVENT, "-o", "a.facts.yaml"]) == 2
    assert (folder / "other").read_text("utf-8") == "mine"


def test_articles_are_counted_from_the_folder_of_the_spec(folder: Path) -> None:
    assert main(["new", EVENT, "--articles", "in/*.txt", "/abs/*.md", "--folder", "a/b"]) == 0
    assert [glob for glob, _ in load(f"a/b/{NAME}")[0].articles] == ["../../in/*.txt", "/abs/*.md"]


def test_file_of_another_name_is_written_and_remarked_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "…", "--output-file", "ferry.yaml"]) == 0
    assert "note: of a folder, only the files are checked that end in .facts.yaml or .facts.yml\n" in capsys.readouterr().out


def test_folder_that_cannot_be_made_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "specs").write_text("", "utf-8")
    assert main(["new", EVENT]) == 2
    assert main(["new", EVENT, "-o", "none/x.facts.yaml"]) == 2
    assert re.findall(r"\[FS\d+\]", capsys.readouterr().err) == ["[FS307]", "[FS307]"]
