"""Coverage: what of an article is checkable, when a fact vouches for it, and what the command prints."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.article import Article
from factspec.cli import main
from factspec.coverage import Covered, Sort, State, Total, cover, floored, share
from factspec.coverage.values import checkable
from factspec.engine import compile_plan, examine
from factspec.model import Dateline
from factspec.spec import load_spec

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/coverage.yaml").read_text("utf-8"))
DAY = Dateline(date(2026, 5, 12))
SPEC = """\
factspec: 1
event: Storm at Port Ellan, May 2026
articles: [../articles/*.txt]
facts:
  struck: {kind: date, value: 2026-05-10, about: [struck, hit]}
  homes: {kind: count, value: 24, of: [homes], about: [power]}
  warden: {kind: name, value: Ana Lindqvist, required: false}
  words: {kind: quote, value: We have never seen such a wind, by: Ema Moravi, required: false}
"""


def article(text: str) -> Article:
    return Article("articles/01.txt", text, text, DAY)


def covered(text: str, spec: str = SPEC, sorts: tuple[Sort, ...] = tuple(Sort)) -> Covered:
    return cover(examine(compile_plan([load_spec("specs/storm.facts.yaml", spec).spec]), article(text)), sorts)


def states(text: str, spec: str = SPEC) -> dict[str, str]:
    return {value.places[0].text: str(value.state) for value in covered(text, spec).values}


# ---------------------------------------------------------------- what is checkable


def found(text: str) -> list[list[str]]:
    return [[value.sort, value.meaning] for value in covered(text).values]


@pytest.mark.parametrize("row", CORPUS["checkable"], ids=lambda row: row["text"])
def test_value_is_checkable(row: dict[str, Any]) -> None:
    assert found(row["text"]) == row["values"]


@pytest.mark.parametrize("row", CORPUS["not"], ids=lambda row: row["text"])
def test_mention_is_not_checkable(row: dict[str, Any]) -> None:
    assert found(row["text"]) == row.get("but", [])


def test_value_stands_once_with_all_its_places() -> None:
    whole = covered("The 24 homes lost power. Now 24 homes are dark.", sorts=(Sort.FIGURE,))
    assert [len(value.places) for value in whole.values] == [2]


@given(st.text("Aa Bb.,24“”\"'\n–7May Sunday km", max_size=200))
def test_places_are_spans_of_the_text_in_order_and_none_of_a_sort_overlap(text: str) -> None:
    seen = checkable(article(text))
    for one in seen:
        assert 0 <= one.span.start < one.span.end <= len(text)
    for sort in Sort:
        spans = [one.span for one in seen if one.sort is sort and sort is not Sort.QUOTATION]
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(max_size=120))
def test_any_text_has_a_coverage(text: str) -> None:
    one = covered(text)
    assert 0 <= one.vouched <= len(one.values)


# ---------------------------------------------------------------- when a fact vouches


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("The storm struck Port Ellan on Sunday.", "Sunday", "vouched"),
        ("The storm struck Port Ellan on Saturday.", "Saturday", "disputed"),
        ("The storm struck Port Ellan. Work began on Friday.", "Friday", "open"),
        ("In Port Ellan the storm left 24 homes without power.", "24", "vouched"),
        ("31 homes in Port Ellan were without power after the storm.", "31", "disputed"),
        ("In Port Ellan the storm left more than 20 homes without power.", "more than 20", "vouched"),
        ("The storm hit Port Ellan on Sunday. Ana Lindqvist came.", "Ana Lindqvist", "vouched"),
        ("The storm hit Port Ellan on Sunday. Ola Berg came.", "Ola Berg", "open"),
        ("The storm hit Port Ellan on Sunday. Ema Moravi came.", "Ema Moravi", "vouched"),
        (
            "The storm hit Port Ellan. “We have never seen such a wind,” said Ema Moravi.",
            "“We have never seen such a wind,”",
            "vouched",
        ),
        ("The storm hit Port Ellan. “We will rebuild it all,” said Ema Moravi.", "“We will rebuild it all,”", "open"),
    ],
)  # fmt: skip
def test_state_of_a_value(text: str, value: str, state: str) -> None:
    assert states(text)[value] == state


def test_fact_that_is_not_checked_vouches_for_nothing() -> None:
    spec = SPEC.replace("required: false}", "required: false, checked: false}", 1)
    assert states("The storm hit Port Ellan on Sunday. Ana Lindqvist came.", spec)["Ana Lindqvist"] == "open"


def test_older_value_that_was_right_at_the_time_is_vouched_for() -> None:
    spec = SPEC.replace("value: 24,", "value: 24, history: {2026-05-11: 9, 2026-05-20: 24},")
    assert states("In Port Ellan the storm left 9 homes without power.", spec)["9"] == "vouched"


def test_value_names_the_facts_that_judged_it() -> None:
    values = covered("The storm struck Port Ellan on Saturday.", sorts=(Sort.DATE,)).values
    assert [value.facts for value in values] == [(("specs/storm.facts.yaml", "struck"),)]


# ---------------------------------------------------------------- totals


def test_share_is_never_rounded_up_to_a_minimum() -> None:
    assert floored(share(1999, 2000)) == "99.9"
    assert floored(share(2, 3)) == "66.6"
    assert share(0, 0) == 100


def test_total_fails_below_its_minimum_and_not_at_it() -> None:
    one = covered("The storm struck Port Ellan on Sunday.")  # one of two
    for minimum, problems in ((50, []), (50.1, ["FS701"])):
        total = Total(minimum)
        total.add(one)
        total.close()
        assert [problem.code for problem in total.problems] == problems
        assert total.ok is not bool(problems)


def test_each_article_can_have_a_minimum() -> None:
    total = Total(each=60)
    total.add(covered("The storm struck Port Ellan on Sunday."))
    total.add(covered("nothing here"))
    total.close()
    assert [problem.code for problem in total.problems] == ["FS702"]


def test_nothing_checkable_is_not_green() -> None:
    total = Total()
    total.add(covered("nothing here"))
    total.close()
    assert [problem.code for problem in total.problems] == ["FS703"]


# ---------------------------------------------------------------- the command


@pytest.fixture
def storm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "specs/storm.facts.yaml": SPEC,
        "articles/01.txt": " date 2026-05-12 Storm\n\nThe storm struck Port Ellan on Sunday. Ola Berg came.\n",
        "articles/02.txt": " date 2026-05-12 Storm\n\nThe storm hit Port Ellan on Saturday, with \x1b[31m140 km/h.\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_command_lists_what_is_open_and_what_is_disputed(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (storm / "articles/02.txt").write_text(" date 2026-05-12 Storm\n\nThe storm hit Port Ellan on Saturday.\n", "utf-8")
    assert main(["coverage"]) == 0
    assert capsys.readouterr().out == (
        "articles/01.txt:3:18: name “Port Ellan”\n"
        "articles/01.txt:3:40: name “Ola Berg”\n"
        "articles/01.txt: 1 of 3 values vouched for (33.3 %)\n"
        "\n"
        "articles/02.txt:3:15: name “Port Ellan”\n"
        "articles/02.txt:3:29: date “Saturday” (9 May 2026 or 16 May 2026): disputed by struck\n"
        "articles/02.txt: 0 of 2 values vouched for (0.0 %)\n"
        "\n"
        "date       1 of 2 values vouched for (50.0 %)\n"
        "name       0 of 3 values vouched for (0.0 %)\n"
        "2 articles: 1 of 5 values vouched for (20.0 %)\n"
    )


def test_command_fails_below_the_minimum(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "specs", "--minimum", "90%", "--only", "date"]) == 1
    assert "[FS701]" in capsys.readouterr().out
    assert main(["coverage", "specs", "--minimum", "50", "--only", "date", "--article", "01.txt"]) == 0
    assert main(["coverage", "--minimum-each", "50", "--only", "date"]) == 1


def test_json_is_the_same_twice_and_holds_every_value(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--output-format", "json"]) == 0
    first = capsys.readouterr().out
    assert main(["coverage", "--output-format", "json"]) == 0
    assert capsys.readouterr().out == first
    read = json.loads(first)
    assert (read["format"], read["summary"]["checkable"]) == (1, sum(len(one["values"]) for one in read["articles"]))
    assert {value["state"] for one in read["articles"] for value in one["values"]} <= {*State}


def test_what_a_terminal_obeys_is_not_printed(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["coverage"])
    main(["coverage", "--output-format", "json"])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--minimum", "lots"], "expected a percentage from 0 to 100, found 'lots'"),
        (["--minimum", "nan"], "expected a percentage from 0 to 100, found 'nan'"),
        (["--minimum", "101"], "expected a percentage from 0 to 100, found '101'"),
        (["--article", "none.txt"], "--article 'none.txt' fits nothing"),
        (["specs", "--articles", "none/*.txt"], "'none/*.txt' matches no file"),
    ],
)
def test_mistake_is_told_and_ends_with_2(
    storm: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    try:
        status = main(["coverage", *arguments])
    except SystemExit as ending:
        status = int(ending.code or 0)
    assert status == 2
    assert said in capsys.readouterr().err
