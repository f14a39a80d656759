"""The examples of a spec: sentences with the verdict that they must get, tried alike by a run, `check`, `lint` and pytest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factspec.cli import main
from factspec.linting import lint
from factspec.run.examples import wrong_examples
from factspec.spec import load_spec

FERRY = """\
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/*.txt]
facts:
  passengers:
    kind: count
    value: 18
    of: [passengers]
    examples: {supports: Some 80 passengers were aboard.}
  resumed:
    kind: date
    value: 2026-05-11
    about: [resumed]
    examples: {contradicts: The ferry resumed its service on 11 May 2026.}
"""

HEAD = "factspec: 1\nevent: Ferry to Skerry, May 2026\nfacts:\n"
DATE = HEAD + "  resumed:\n    kind: date\n    value: 2026-05-11\n    about: [resumed]\n    when: [Skerry]\n    examples:\n"
TOLL = (
    HEAD
    + "  hurt:\n    kind: count\n    value: 24\n    of: [hurt]\n    history: {2026-05-11: 3, 2026-05-13: 24}\n    examples:\n"
)


def write(folder: Path, spec: str, article: str) -> None:
    for path, text in {"specs/ferry.facts.yaml": spec, "articles/01.txt": article}.items():
        (folder / path).parent.mkdir()
        (folder / path).write_text(text, "utf-8")


def said(written: str) -> list[str]:
    return [str(problem).partition(": ")[2] for problem in wrong_examples([load_spec("a.yaml", written).spec])]


@pytest.mark.parametrize(
    "examples",
    [
        "supports: date 2026-05-12 The ferry resumed its service on Monday.",
        "contradicts: date 2026-05-12 The ferry resumed its service on Sunday.",
        "supports: The ferry resumed its service on 11 May 2026.",
        "omits: date 2026-05-12 The ferry was late.",
        "vague: The ferry resumed its service in May.",
        "contradicts: date 2026-02-30 The ferry resumed its service on 12 May 2026.",  # there is no such day: it is text
    ],
)
def test_example_may_stand_on_a_day(examples: str) -> None:
    assert said(f"{DATE}      {examples}\n") == []


def test_example_of_its_day_agrees_with_what_was_right_then() -> None:
    assert said(f"{TOLL}      supports: date 2026-05-12 Three people were hurt.\n") == []
    assert said(f"{TOLL}      contradicts: date 2026-05-14 Three people were hurt.\n") == []


def test_wrong_example_says_what_the_sentence_is_taken_for() -> None:
    (found,) = said(f"{DATE}      supports: The ferry resumed its service on 12 May 2026.\n")
    assert found == (
        "example of 'resumed' must be supported, but is contradicted: states “12 May 2026” (12 May 2026) where the spec has "
        "11 May 2026 (mend the example, or the words of the fact)"
    )


@pytest.mark.parametrize(("wanted", "failing"), [((), 2), (("--fact", "resumed"), 1), (("--fact", "other"), 0)])
def test_examples_are_tried_of_the_facts_that_are_asked_for(
    wanted: tuple[str, ...], failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    article = "Eighteen passengers were aboard when the ferry to Skerry resumed its service on 11 May 2026.\n"
    write(tmp_path, FERRY + "  other: {kind: name, value: Skerry}\n", article)
    assert main(["check", "specs", *wanted]) == bool(failing)
    assert capsys.readouterr().out.count("[FS309]") == failing


def test_check_lint_and_pytest_say_the_same_of_an_example(pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]) -> None:
    write(pytester.path, FERRY, "Eighteen passengers, resumed on 11 May 2026.\n")
    by_lint = {str(p) for p in lint("specs", today=date(2026, 5, 20)).problems if p.code == "FS309"}
    assert len(by_lint) == 2
    main(["check", "specs"])
    by_check = capsys.readouterr().out
    by_pytest = pytester.runpytest("--factspec", "specs", "-q").stdout.str()
    assert all(problem in by_check and problem in by_pytest for problem in by_lint)


def test_example_of_a_fact_that_is_not_checked_only_warns(pytester: pytest.Pytester) -> None:
    unchecked = FERRY.replace("    kind: count\n", "    kind: count\n    checked: false\n").replace("contradicts", "supports")
    write(pytester.path, unchecked, "It resumed on 11 May 2026.\n")
    assert main(["check", "specs"]) == 0
    pytester.runpytest("--factspec", "specs", "-q").assert_outcomes(passed=2, skipped=1)
