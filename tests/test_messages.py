"""The wording of the messages that no spec's text alone can cause is that of their pages; `factspec rule` prints these pages.

The messages of specs are held to their pages in test_loading.py, those of edits, drafts and the like in the tests of these.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import factspec
from factspec.catalogue import page
from factspec.cli import main
from factspec.cli.checking import check
from factspec.cli.parser import parser
from factspec.codes import CODES
from factspec.errors import FactspecError, MissingExtraError, Problem
from factspec.linting import lint
from factspec.loading import read_specs
from factspec.model import Spec
from factspec.report.destination import destination
from factspec.report.html import read_earlier
from factspec.run import Run, jobs

ROOT = Path(__file__).resolve().parent.parent
SECTION = re.compile(r"^### (FS\d{3})\n\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = dict(SECTION.findall((ROOT / "docs/messages.md").read_text(encoding="utf-8")))
SHOWN = re.compile(r"```text message\n(.*?)\n```", re.DOTALL)
TODAY = date(2026, 5, 20)

FACT = "  passengers:\n    kind: count\n    value: 18\n    of: [passengers]\n"
WAIVER = "waivers:\n  - {fact: passengers, article: 03.txt, reason: early figure, by: desk, until: %s}\n"
RIGHT, WRONG = "Eighteen passengers were aboard.\n", "Some 80 passengers were aboard.\n"


DATED = "  resumed: {kind: date, value: 2026-05-11, about: [resumed]}\n"
MISSPELT = "  resumed: {kind: date, value: 2026-05-11, about: [resummed, ferry]}\n"
EVERYWHERE = "  resumed: {kind: date, value: 2026-05-11, about: [ferry, resumed]}\n"
SAILED = "It rained. The ferry resumed its service. The ferry sailed. The ferry came.\n" * 21
EXAMPLE = "    examples: {supports: All 80 passengers sat.}\n"


def spec(facts: str = FACT, more: str = "", articles: str = "articles: [../articles/*.txt]\n") -> dict[str, str | bytes]:
    return {"specs/ferry.facts.yaml": f"factspec: 1\nevent: Ferry to Skerry, May 2026\n{articles}facts:\n{facts}{more}"}


def article(content: str | bytes, path: str = "articles/03.txt") -> dict[str, str | bytes]:
    return {path: content}


class Case(NamedTuple):
    """Files, and what is done with them that makes the message."""

    files: Mapping[str, str | bytes]
    call: Callable[[], Iterable[Problem]]


def loaded(path: str = "specs") -> Iterable[Problem]:
    return read_specs(path).warnings


def read(path: str = "articles/03.txt") -> Iterable[Problem]:
    return factspec.read(path).problems


def checked() -> Iterable[Problem]:
    """What a run says, of the globs too."""
    named, problems = jobs(factspec.load("specs"))
    run = Run(named, today=TODAY, problems=problems)
    deque(run, maxlen=0)
    return run.problems


def linted() -> Iterable[Problem]:
    return lint("specs", today=TODAY).problems


def asked(*arguments: str) -> Iterable[Problem]:
    """What the command line refuses to do."""
    check(parser().parse_args(["check", *arguments]))
    return ()


def two_articles() -> Iterable[Problem]:
    one, other = (factspec.Article("01.txt", text, text) for text in (RIGHT, WRONG))
    return factspec.check(factspec.load("specs"), [one, other], today=TODAY).problems


def unwritable() -> Iterable[Problem]:
    with destination("reports/out.json"):
        return ()


def without_extra() -> Iterable[Problem]:
    raise MissingExtraError("reading articles/03.pdf", "pdf")


def compared_with_nothing() -> Iterable[Problem]:
    read_earlier("old.json")
    return ()


CASES: Mapping[str, Case] = {
    "FS025": Case(spec("".join(f"  f{i}: {{kind: cuont, value: 24}}\n" for i in range(1500))), loaded),
    "FS060": Case({}, lambda: loaded("specs/aceh.facts.yaml")),
    "FS061": Case(article(RIGHT), lambda: loaded("articles")),
    "FS062": Case({"specs/aceh.facts.yaml": b"#\n" * 8 + b"    value: Domaine d'\xe9\n"}, loaded),
    "FS063": Case({"specs/aceh.facts.yaml": b"#" * 9_000_000}, loaded),
    "FS080": Case(spec() | article(RIGHT), linted),
    "FS081": Case(spec() | article(RIGHT), linted),
    "FS082": Case(spec(MISSPELT) | article("The ferry runs again.\n"), linted),
    "FS083": Case(spec(EVERYWHERE) | article(SAILED), linted),
    "FS101": Case({}, read),
    "FS102": Case(article(RIGHT), lambda: read("articles")),
    "FS103": Case(article(RIGHT), lambda: read("articles/03.txt/04.txt")),
    "FS104": Case(article(b"a " * 4_500_000), read),
    "FS105": Case(article("\n"), read),
    "FS106": Case(article(b"PK\x00\x01\x02"), read),
    "FS107": Case(article(b"PK\x00\x01\x02", "articles/03.odt"), lambda: read("articles/03.odt")),
    "FS108": Case(article(b"PK\x00\x01\x02", "articles/03.docx"), lambda: read("articles/03.docx")),
    "FS110": Case(spec(DATED) | article("The ferry resumed on Monday.\n"), checked),
    "FS150": Case(article(b"The caf\xe9 was closed.\n"), read),
    "FS151": Case(article(b"<meta charset='none'><p>It was closed.</p>", "articles/03.html"), lambda: read("articles/03.html")),
    "FS152": Case(article("date 2026-02-30 Ferry to Skerry\n\nThe ferry sailed.\n"), read),
    "FS201": Case(spec(more=WAIVER % "2026-05-19") | article(WRONG), checked),
    "FS202": Case(spec(more=WAIVER % "2026-12-31") | article(RIGHT), checked),
    "FS203": Case(spec(more=WAIVER % "2026-05-31") | article(WRONG), checked),
    "FS301": Case(spec(articles=""), checked),
    "FS302": Case(spec(), checked),
    "FS303": Case({}, lambda: jobs([Spec("specs/ferry.facts.yaml", "Ferry to Skerry", ())])[1]),
    "FS304": Case(spec(articles=""), checked),
    "FS305": Case(spec() | article("It rained.\n"), checked),
    "FS306": Case(spec(), two_articles),
    "FS307": Case({}, unwritable),
    "FS308": Case(spec() | article(RIGHT), lambda: asked("specs", "--fact", "pasengers")),
    "FS309": Case(spec(more=EXAMPLE) | article(RIGHT), checked),
    "FS310": Case({}, lambda: asked_for_page("FS999")),
    "FS311": Case({}, compared_with_nothing),
    "FS900": Case({}, without_extra),
}
"""Code → what causes its message. Every code below FS400 that is not said by the reader of specs alone has a row."""


def asked_for_page(code: str) -> Iterable[Problem]:
    page(code)
    return ()


def said(case: Case) -> Iterable[Problem]:
    for path, content in case.files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    try:
        return case.call()
    except FactspecError as error:
        return error.problems


@pytest.mark.parametrize("code", CASES)
def test_message_is_worded_as_on_its_page(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (shown,) = SHOWN.findall(SECTIONS[code])
    assert shown in {str(problem) for problem in said(CASES[code]) if problem.code == code}


def test_every_message_is_held_to_its_page_by_one_test_or_another() -> None:
    by_reader = {code for code in CODES if (code < "FS08" and code[:4] != "FS06" and code != "FS025") or code[:4] == "FS21"}
    assert by_reader | CASES.keys() == {code for code in CODES if code < "FS4" or code > "FS8"}


# ---------------------------------------------------------------- factspec rule


@pytest.mark.parametrize("code", CODES)
def test_page_of_a_code_has_its_title_and_says_what_it_means(code: str) -> None:
    found = page(code)
    assert found.startswith(f"# {code}: {CODES[code]}\n\n")
    assert len(found.splitlines()[2]) > 20


def test_rule_prints_pages_and_without_a_code_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "fs021", "FS309"]) == 0
    assert capsys.readouterr().out == f"{page('FS021')}\n{page('FS309')}"
    assert main(["rule"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{code}  {title}" for code, title in sorted(CODES.items())]


def test_rule_of_no_code_is_refused_with_its_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "FS055"]) == 2
    assert capsys.readouterr().err == "there is no code 'FS055' (there are FS050, FS051, FS052, FS053) [FS310]\n"


@pytest.mark.slow
def test_rule_works_in_an_installed_wheel(tmp_path: Path) -> None:
    """The wheel is unpacked far from the checkout, so that only what is in it can be found."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    if "No module named hatchling" in built.stderr:
        pytest.skip("hatchling is not installed")
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    call = [sys.executable, "-m", "factspec", "rule", "FS021"]
    env = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (page("FS021"), "")
