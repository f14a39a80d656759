"""What the documentation shows is what happens: its specs load, its examples hold, its commands print what is printed there.

A block ```console holds commands (`$ …`) and their output; `...` on a line of its own stands for any lines. A block with
`file=NAME` is written to that name first. The blocks of a page run in order, in a copy of what the page needs.
`python tests/test_docs.py` writes the present output into the pages.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import pytest
import yaml

import factspec
from factspec.run.examples import wrong_examples

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)\s]+)\)")
MACHINE = re.compile(r"^(platform|rootdir:|configfile:|plugins:|cachedir:).*\n", re.MULTILINE)
LEFT_BEHIND = ("PYTEST_ADDOPTS", "GITHUB_ACTIONS", "FORCE_COLOR", "PYTEST_XDIST_WORKER")


@dataclass(frozen=True)
class Block:
    """A fenced block: the words behind the fence and what is between the fences."""

    words: tuple[str, ...]
    body: str
    start: int
    end: int

    @property
    def language(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def file(self) -> str:
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), "")


def blocks(page: Path) -> Iterator[Block]:
    for match in FENCE.finditer(page.read_text(encoding="utf-8")):
        yield Block(tuple(match["info"].split()), match["body"], match.start("body"), match.end("body"))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def spec_blocks() -> list[object]:
    return [
        pytest.param(block, id=f"{name(page)}-{number}")
        for page in PAGES
        for number, block in enumerate(blocks(page))
        if block.language == "yaml" and re.search(r"^factspec:", block.body, re.MULTILINE)
    ]


def set_up(page: Path, folder: Path) -> None:
    """The files of the page, and the repository's own specs and seeds where the page is the README."""
    for part in ("specs", "seeds") if page.name == "README.md" else ():
        shutil.copytree(ROOT / part, folder / part)
    for block in filter(attrgetter("file"), blocks(page)):
        path = folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.body, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")


def output(command: str, folder: Path) -> str:
    """What a command prints, both streams, without colour, the time it took and pytest's lines about the machine."""
    env = {key: value for key, value in os.environ.items() if key not in LEFT_BEHIND}
    env |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}", "NO_COLOR": "1", "COLUMNS": "110", "CI": "true"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    timeless = re.sub(r"\b\d+\.\d+ ?s\b", "0.00s", done.stdout + done.stderr)
    return MACHINE.sub("", timeless).rstrip() + "\n"


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output below it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def as_shown(shown: str) -> re.Pattern[str]:
    """A pattern of the output: the text itself, `...` lines for any lines, any time."""
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in shown.rstrip("\n").split("\n")]
    return re.compile("".join(lines) if shown.strip() else r"\s*")


def fill(shown: str, found: str) -> str:
    """The output to show now; what was left out stays left out where the rest is as before."""
    return shown if as_shown(shown).fullmatch(found) else found


@pytest.mark.parametrize("block", spec_blocks())
def test_spec_in_the_docs_loads(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "shown.facts.yaml"
    path.write_text(block.body, encoding="utf-8")
    assert list(factspec.load([path]))


@pytest.mark.parametrize("block", spec_blocks())
def test_example_in_the_docs_gets_its_verdict(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "shown.facts.yaml"
    path.write_text(block.body, encoding="utf-8")
    assert list(map(str, wrong_examples(factspec.load([path])))) == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_yaml_in_the_docs_is_yaml(page: Path) -> None:
    for block in blocks(page):
        if block.language == "yaml":
            yaml.safe_load(block.body)


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if any(b.language == "console" for b in blocks(p))], ids=name)
def test_command_in_the_docs_prints_what_is_shown(page: Path, tmp_path: Path) -> None:
    set_up(page, tmp_path)
    for block in blocks(page):
        if block.language == "console":
            for command, shown in commands(block.body):
                found = output(command, tmp_path)
                assert as_shown(shown).fullmatch(found), f"$ {command}\n{found}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_link_in_the_docs_leads_somewhere(page: Path) -> None:
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        file, _, heading = match["target"].partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), match["target"]
        assert not heading or heading in set(headings(target)), match["target"]


def headings(page: Path) -> Iterator[str]:
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            yield re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page_is_reached_from_the_index(page: Path) -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8") + (ROOT / "README.md").read_text(encoding="utf-8")
    assert page.name in {"README.md", "index.md"} or page.relative_to(ROOT / "docs").as_posix() in index


def rewrite(page: Path, folder: Path) -> None:
    text = page.read_text(encoding="utf-8")
    set_up(page, folder)
    pieces, at = [], 0
    for block in blocks(page):
        if block.language == "console":
            shown = "".join(f"$ {command}\n{fill(was, output(command, folder))}" for command, was in commands(block.body))
            pieces += [text[at : block.start], shown]
            at = block.end
    page.write_text("".join([*pieces, text[at:]]), encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            rewrite(page, Path(folder))
