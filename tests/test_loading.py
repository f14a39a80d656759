"""Files and folders become specs, or one list of all that is wrong with them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from spec_tables import whole

from factspec.codes import CODES
from factspec.errors import SpecError
from factspec.loading import LARGEST, load, read_specs
from factspec.spec import load_spec

ROOT = Path(__file__).resolve().parent.parent
GOOD = "factspec: 1\nevent: Ferry\nfacts: {ship: {kind: name, value: Skerry Maid}}\n"
DOUBTFUL = "factspec: 1\nevent: Ferry\nfacts:\n  ship:\n    kind: name\n    value: Maid #7\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with specs at two depths and what is none."""
    monkeypatch.chdir(tmp_path)
    for name in ("specs/b.facts.yaml", "specs/deep/a.facts.yml", "specs/notes.yaml", "specs/.git/x.facts.yaml", "other.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD, encoding="utf-8")
    return tmp_path


def faults(*paths: str | os.PathLike[str]) -> list[str]:
    with pytest.raises(SpecError) as raised:
        load(paths)
    return [str(problem) for problem in raised.value.problems]


def test_folder_holds_specs_by_their_endings_at_any_depth(folder: Path) -> None:
    assert [spec.path for spec in load(["specs"])] == ["specs/b.facts.yaml", "specs/deep/a.facts.yml"]


def test_named_file_may_be_called_anything(folder: Path) -> None:
    assert [spec.path for spec in load(["other.yaml", Path("specs/notes.yaml")])] == ["other.yaml", "specs/notes.yaml"]


def test_single_path_needs_no_list(folder: Path) -> None:
    assert [spec.path for spec in load("other.yaml")] == [spec.path for spec in load(Path("other.yaml"))] == ["other.yaml"]


def test_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    (folder / "linked.yaml").symlink_to("other.yaml")
    found = load(["other.yaml", "specs", "specs/b.facts.yaml", folder / "other.yaml", "linked.yaml"])
    assert [spec.path for spec in found] == ["other.yaml", "specs/b.facts.yaml", "specs/deep/a.facts.yml"]


def test_specs_with_the_same_content_are_two_specs(folder: Path) -> None:
    assert len({(spec.path, spec.event) for spec in load(["specs"])}) == 2


def test_warnings_come_with_the_specs(folder: Path) -> None:
    Path("other.yaml").write_text(DOUBTFUL, encoding="utf-8")
    specs, warnings = read_specs(["specs", "other.yaml"])
    assert len(specs) == 3
    assert [(str(warning.place), warning.code) for warning in warnings] == [("other.yaml:6:17", "FS019")]


def test_all_bad_files_are_told_at_once(folder: Path) -> None:
    Path("empty.yaml").touch()
    Path("specs/b.facts.yaml").write_text("factspec: 1\n", encoding="utf-8")
    Path("latin.yaml").write_bytes("factspec: 1\nevent: Café".encode("latin-1"))
    Path("articles").mkdir()
    assert faults("specs", "empty.yaml", "latin.yaml", "gone.yaml", "articles") == [
        "articles: no specs in this folder (specs in folders end in .facts.yaml or .facts.yml)",
        "specs/b.facts.yaml:1:1: missing key 'event' (what the facts are about)",
        "specs/b.facts.yaml:1:1: missing key 'facts' (the facts, each under its id)",
        "empty.yaml:1:1: the spec is empty (a spec begins with factspec: 1)",
        "latin.yaml:2:11: the byte E9 is not UTF-8 (save the file as UTF-8)",
        "gone.yaml: cannot be read: No such file or directory",
    ]


def test_byte_order_mark_is_no_column(folder: Path) -> None:
    Path("bom.yaml").write_bytes(b"\xef\xbb\xbffactspec: 2\n")
    assert "bom.yaml:1:11: factspec: version '2' is not supported (this factspec reads factspec: 1)" in faults("bom.yaml")


def test_huge_file_is_refused_unread(folder: Path) -> None:
    with Path("huge.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert faults("huge.yaml") == [f"huge.yaml: a spec of 50,000,000 bytes, the limit is {LARGEST:,} (split it by event)"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo("pipe.yaml")
    assert faults("pipe.yaml") == ["pipe.yaml: cannot be read: it is not a file"]


def test_specs_of_a_thousand_facts_are_read_whole() -> None:
    facts = "".join(f"  f{i}: {{kind: count, value: {i}, of: [killed, died], source: Agency}}\n" for i in range(1000))
    assert len(load_spec("a.facts.yaml", f"factspec: 1\nevent: x\nfacts:\n{facts}").spec.facts) == 1000


# ---------------------------------------------------------------- docs/messages.md

PAGE = (ROOT / "docs/messages.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### (FS\d{3})\n\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"```text spec\n(.*?)```\n\n```text message\n(.*?)```", re.DOTALL)
EXAMPLES = [(code, *shown) for code, body in SECTION.findall(PAGE) for shown in SHOWN.findall(body)]


@pytest.mark.parametrize(("code", "shown", "message"), EXAMPLES, ids=[code for code, _, _ in EXAMPLES])
def test_example_of_a_message_gives_that_message(code: str, shown: str, message: str) -> None:
    try:
        problems = load_spec("a.yaml", whole(shown)).warnings
    except SpecError as error:
        problems = error.problems
    assert [problem.code for problem in problems] == [code]
    assert [re.sub(r"^a.yaml:\d+:\d+: ", "", str(problem)) for problem in problems] == message.splitlines()


@pytest.mark.parametrize(
    "code", [code for code in CODES if (code < "FS08" and code[:4] != "FS06" and code != "FS025") or "FS21" <= code < "FS22"]
)
def test_message_of_a_spec_has_its_title_and_an_example(code: str) -> None:
    body = dict(SECTION.findall(PAGE))[code]
    assert body.startswith(f"*{CODES[code]}.*")
    assert code in {example[0] for example in EXAMPLES}
