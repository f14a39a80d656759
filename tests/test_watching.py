"""`factspec watch`: what is saved is checked again, what has not changed is not, and Ctrl-C ends it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

import pytest

from factspec.cli import main
from factspec.cli.watching import _Rounds
from factspec.run.globs import expand, folders

SPEC = """\
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/*.txt]
facts:
  passengers:
    kind: count
    value: 18
    of: [passengers]
"""
RIGHT, WRONG = "Eighteen passengers were aboard.\n", "Some 80 passengers were aboard.\n"
PATIENCE = 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for path, text in (("specs/ferry.facts.yaml", SPEC), ("articles/01.txt", RIGHT), ("articles/02.txt", RIGHT)):
        written(tmp_path / path, text)
    return tmp_path


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rounds(*specs: str) -> _Rounds:
    asked = {"spec": specs, "today": date(2026, 5, 20), "strict": False, "output_format": "concise"}
    return _Rounds(Namespace(**asked, color="never", quiet=False))


def saved(at: _Rounds, path: str, text: str) -> None:
    written(Path(path), text)
    at.again({os.path.realpath(path)})


def test_only_what_has_changed_is_examined_again_and_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = rounds("specs")
    at.begin()
    assert capsys.readouterr().out.splitlines() == [
        "agreed",
        "2 articles × 1 fact = 2 examined: 2 supported",
        "watching 1 spec and 2 articles; Ctrl-C ends",
    ]
    examined = at.memory.examinations
    saved(at, "articles/02.txt", WRONG)
    assert at.memory.examinations == examined + 1
    assert capsys.readouterr().out.splitlines() == [
        "",
        "== articles/02.txt",
        "articles/02.txt:1:1: contradicted passengers: states “Some 80” (about 80) where the spec has 18",
        "1 finding fails",
        "2 articles × 1 fact = 2 examined: 1 supported, 1 contradicted",
    ]
    at.again(set())
    assert capsys.readouterr().out == ""
    saved(at, "specs/ferry.facts.yaml", SPEC.replace("18", "80"))
    shown = capsys.readouterr().out
    assert "== specs/ferry.facts.yaml" in shown
    assert "articles/01.txt:1:1: contradicted" in shown
    assert "articles/02.txt:1" not in shown


def test_faulty_spec_is_said_and_its_last_reading_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = rounds("specs/ferry.facts.yaml")
    at.begin()
    saved(at, "specs/ferry.facts.yaml", SPEC + "   oops: [\n")
    assert "FS001" in capsys.readouterr().out
    saved(at, "articles/02.txt", WRONG)
    assert "articles/02.txt:1:1: contradicted" in capsys.readouterr().out
    saved(at, "specs/ferry.facts.yaml", SPEC)
    assert "FS001" not in capsys.readouterr().out


def test_articles_and_specs_may_come_and_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = rounds("specs")
    at.begin()
    saved(at, "articles/03.txt", WRONG)
    assert "3 articles × 1 fact" in capsys.readouterr().out
    Path("articles/03.txt").unlink()
    at.again({os.path.realpath("articles/03.txt")})
    assert "2 articles × 1 fact" in capsys.readouterr().out
    Path("specs/ferry.facts.yaml").unlink()
    at.again({os.path.realpath("specs/ferry.facts.yaml")})
    assert "FS061" in capsys.readouterr().out
    saved(at, "specs/ferry.facts.yaml", SPEC)
    assert "2 articles × 1 fact" in capsys.readouterr().out


def test_file_that_nobody_asked_for_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = rounds("specs")
    at.begin()
    capsys.readouterr()
    saved(at, "articles/notes.org", WRONG)
    assert capsys.readouterr().out == ""


def test_what_a_terminal_would_obey_is_shown_as_an_escape(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = rounds("specs")
    at.begin()
    saved(at, "articles/\x1b[31m.txt", WRONG)
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert r"== articles/\x1b[31m.txt" in shown


@pytest.mark.parametrize(
    "pattern", ["*.txt", "a/*.txt", "**/*.txt", "a/*/x.txt", "*/b/*.txt", "a/b/x.txt", "../up/*.txt", "none/there/*"]
)
def test_every_file_of_a_glob_stands_in_a_folder_that_is_watched(pattern: str, tmp_path: Path) -> None:
    for path in ("f/x.txt", "f/a/x.txt", "f/a/b/x.txt", "f/c/b/y.txt", "f/.hidden/x.txt", "up/x.txt"):
        written(tmp_path / path, "")
    watched = folders(pattern, str(tmp_path / "f"))
    assert all(Path(path).is_dir() for path in watched)
    assert {str(Path(path).parent) for path in expand(pattern, str(tmp_path / "f"))} <= set(watched)
    assert str(tmp_path / "f/.hidden") not in watched


def test_path_that_leads_to_no_spec_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("watchfiles")
    assert main(["watch", "specs/fery.facts.yaml"]) == 2
    assert main(["watch", "articles"]) == 2
    assert "FS060" in (said := capsys.readouterr().err)
    assert "FS061" in said


@pytest.mark.parametrize(("command", "module"), [(["watch", "specs"], "watchfiles"), (["lsp"], "pygls")])
def test_missing_extra_is_an_error_that_says_how_to_install_it(
    command: list[str], module: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert main(command) == 2
    wanted = f"factspec {command[0]} needs an extra: pip install 'factspec[{command[0]}]' [FS900]\n"
    assert capsys.readouterr().err == wanted


def shown_on_page(code: str) -> str:
    page = (Path(__file__).parent.parent / "docs/messages.md").read_text(encoding="utf-8")
    return page.partition(f"### {code}\n")[2].partition("```text message\n")[2].partition("\n```")[0]


def test_folders_that_cannot_be_watched_are_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pytest.importorskip("watchfiles"), "watch", refuse)
    assert main(["watch", "specs"]) == 2
    assert capsys.readouterr().err == f"{shown_on_page('FS601')} [FS601]\n"


def test_language_server_in_a_terminal_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pygls")
    monkeypatch.setattr("sys.stdin", Namespace(isatty=lambda: True))
    assert main(["lsp"]) == 2
    assert capsys.readouterr().err == f"{shown_on_page('FS602')} [FS602]\n"


@contextmanager
def watching(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], Queue[str]]]:
    """The command at work, and the lines that it prints."""
    command = [sys.executable, "-m", "factspec", "watch", *arguments]
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has what it runs in the background ignore Ctrl-C
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        signal.signal(signal.SIGINT, before)
        lines: Queue[str] = Queue()
        assert process.stdout
        Thread(target=_follow, args=(process.stdout, lines), daemon=True).start()
        try:
            yield process, lines
        finally:
            process.kill()


def _follow(out: IO[str], lines: Queue[str]) -> None:
    for line in out:
        lines.put(line)


def until(lines: Queue[str], wanted: str) -> list[str]:
    """The lines up to one that has some words."""
    seen: list[str] = []
    while not seen or wanted not in seen[-1]:
        try:
            seen.append(lines.get(timeout=PATIENCE))
        except Empty:
            raise AssertionError(seen) from None
    return seen


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a whole console there")
def test_what_is_saved_is_checked_and_ctrl_c_ends_with_130(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    with watching("specs", "--output-format", "concise") as (process, lines):
        until(lines, "Ctrl-C ends")
        written(folder / "articles/02.txt", WRONG)
        assert "== articles/02.txt\n" in until(lines, "1 supported, 1 contradicted")
        written(folder / "articles/02.new", RIGHT)
        (folder / "articles/02.new").replace(folder / "articles/02.txt")  # as many editors save
        assert "== articles/02.txt\n" in until(lines, "2 supported")
        written(folder / "specs/more/second.facts.yaml", SPEC.replace("../", "../../").replace("18", "80"))
        until(lines, "4 examined: 2 supported, 2 contradicted")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr
        assert process.stderr.read() == "interrupted\n"
