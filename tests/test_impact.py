"""Impact: which places a change of a fact leaves to correct, which articles it spares, and what the readers are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.article import Article
from factspec.cli import main
from factspec.errors import FactspecError
from factspec.impact import Affected, Outcome, Trial, changed, read_moment
from factspec.model import Dateline
from factspec.spec import load_spec

CORPUS = yaml.load((Path(__file__).parent / "corpora/impact.yaml").read_text("utf-8"), yaml.BaseLoader)
SPEC: str = CORPUS["spec"]
DAY = Dateline(date(2026, 5, 15))


def tried(
    fact: str, old: str, new: str, text: str, *, spec: str = SPEC, dateline: Dateline | None = DAY, since: str = ""
) -> Affected:
    loaded = load_spec("specs/storm.facts.yaml", spec).spec
    wanted = [one for one in loaded.facts if one.id == fact]
    (change,) = changed(wanted, old, new, read_moment("--since", since) if since else None)
    return Trial([loaded], change)(Article("articles/01.txt", text, text, dateline))


def places(affected: Affected) -> list[str]:
    return [one.place.text for one in affected.corrections]


@pytest.mark.parametrize("row", CORPUS["correct"], ids=lambda row: f"{row['fact']}: {row['text']}")
def test_place_needs_correcting(row: dict[str, Any]) -> None:
    assert places(tried(row["fact"], row["old"], row["new"], row["text"])) == row["places"]


@pytest.mark.parametrize("row", CORPUS["not"], ids=lambda row: f"{row['fact']}: {row['text']}")
def test_article_needs_no_correction(row: dict[str, Any]) -> None:
    affected = tried(row["fact"], row["old"], row["new"], row["text"])
    assert not places(affected)
    assert affected.outcome in (Outcome.FITS, Outcome.SILENT)


@pytest.mark.parametrize("row", [row for row in CORPUS["correct"] if row["old"] != "900"], ids=lambda row: row["text"])
def test_change_is_the_same_before_and_after_it_is_in_the_spec(row: dict[str, Any]) -> None:
    loaded = load_spec("specs/storm.facts.yaml", SPEC).spec
    fact = next(one for one in loaded.facts if one.id == row["fact"])
    (change,) = changed([fact], row["old"], row["new"])
    (back,) = changed([change.new], row["old"], row["new"])
    assert (back.old.expected, back.new.expected) == (change.old.expected, change.new.expected)


def test_hits_beyond_the_evidence_of_a_check_are_places_too() -> None:
    text = "The storm of Port Ellan. " + "Ana Lindqvist came. " * 40
    assert len(places(tried("warden", "Ana Lindqvist", "Ola Berg", text))) == 40


def test_every_statement_of_a_role_is_a_place() -> None:
    text = "Ema Moravi, mayor of Port Ellan, saw the storm.\n\nThe mayor of Port Ellan, Ema Moravi, said that it was strong."
    assert places(tried("mayor", "Ema Moravi", "Ola Berg", text)) == ["Ema Moravi", "Ema Moravi"]


# ---------------------------------------------------------------- right when published

SENTENCE = "The storm left 900 homes at Port Ellan without power."


@pytest.mark.parametrize(
    ("dateline", "spared"),
    [
        (Dateline(date(2026, 5, 13)), False),
        (Dateline(date(2026, 5, 14)), True),
        (Dateline(date(2026, 5, 15)), True),  # the day of the change: nobody knows at which hour
        (Dateline(date(2026, 5, 15), datetime(2026, 5, 15, 17, 59)), True),  # noqa: DTZ001
        (Dateline(date(2026, 5, 15), datetime(2026, 5, 15, 18, 0)), False),  # noqa: DTZ001
        (Dateline(date(2026, 5, 16)), False),
        (None, False),
    ],
)
def test_history_says_when_an_article_was_right(dateline: Dateline | None, spared: bool) -> None:
    spec = SPEC.replace("    about: [power]\n", "    about: [power]\n    history: {2026-05-14: 900, 2026-05-15T18:00: 1700}\n")
    affected = tried("homes", "900", "1700", SENTENCE, spec=spec, dateline=dateline)
    assert affected.outcome is (Outcome.SPARED if spared else Outcome.CORRECT)
    assert [place.text for place in affected.places] == ["900"]


@pytest.mark.parametrize(
    ("since", "day", "spared"), [("2026-05-16", 15, True), ("2026-05-15", 15, True), ("2026-05-14", 15, False), ("", 15, False)]
)
def test_moment_of_the_change_spares_what_is_older(since: str, day: int, spared: bool) -> None:
    affected = tried("homes", "900", "1700", SENTENCE, since=since, dateline=Dateline(date(2026, 5, day)))
    assert (affected.outcome is Outcome.SPARED) is spared


@given(st.dates(date(2026, 5, 1), date(2026, 5, 30)), st.dates(date(2026, 5, 1), date(2026, 5, 30)))
def test_article_is_spared_only_if_it_is_no_younger_than_the_change(day: date, since: date) -> None:
    affected = tried("homes", "900", "1700", SENTENCE, since=since.isoformat(), dateline=Dateline(day))
    assert (affected.outcome is Outcome.SPARED) is (day <= since)


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("fact", "old", "new", "text", "since", "sentence"),
    [
        (
            "homes", "1700", "2400", "The storm left 1,700 homes at Port Ellan without power.", "",
            "gave the number of homes as “1,700”; the right one is 2,400. The storm left 2,400 homes without power.",
        ),
        (
            "struck", "2026-05-13", "2026-05-12", "The storm struck Port Ellan on Wednesday.", "",
            "gave the date as “Wednesday” (13 May 2026); the right one is 12 May 2026.",
        ),
        (
            "mayor", "Ema Moravi", "Ola Berg", "Ema Moravi, mayor of Port Ellan, saw the storm.", "2026-05-02",
            "gave the mayor of Port Ellan as “Ema Moravi”; it has been Ola Berg since 2 May 2026.",
        ),
        (
            "words", "We have never seen such a wind", "We have rarely seen such a wind",
            "After the storm in Port Ellan, “We have never seen such a wind,” said Ema Moravi.", "",
            ("gave a quotation as “We have never seen such a wind,”; the right one is "
            "“We have rarely seen such a wind” (Ema Moravi)."),
        ),
    ],
)  # fmt: skip
def test_readers_are_told(fact: str, old: str, new: str, text: str, since: str, sentence: str) -> None:
    (one,) = tried(fact, old, new, text, since=since).corrections
    assert one.sentence == f"Correction: an earlier version of this article {sentence}"


# ---------------------------------------------------------------- the values


@pytest.mark.parametrize(
    ("fact", "old", "new", "codes"),
    [
        ("homes", "many", "few", ["FS036", "FS036"]),
        ("struck", "03/07/2026", "2026-02-30", ["FS030", "FS031"]),
        ("homes", "1700", "1,700", ["FS712"]),
        ("homes", "1", "2", ["FS711"]),
        ("mayor", "Ema Moravi", "{person: Ola Berg", ["FS001"]),
        ("mayor", "Ema Moravi", "{person: Ola Berg, rle: mayor}", ["FS012", "FS013"]),
        ("codenames", "Anvil", "[]", ["FS018"]),
        ("wind", "140", "150 km/h", ["FS037"]),
    ],
)
def test_value_that_is_none_is_told(fact: str, old: str, new: str, codes: Sequence[str]) -> None:
    with pytest.raises(FactspecError) as raised:
        tried(fact, old, new, "")
    assert [problem.code for problem in raised.value.problems] == list(codes)


@given(st.sampled_from(["homes", "wind", "struck", "warden", "refuge", "codenames", "mayor", "words"]), st.text(max_size=40))
def test_any_value_is_read_or_told(fact: str, value: str) -> None:
    problems = None
    try:
        tried(fact, value, "2400", SENTENCE)
    except FactspecError as error:
        problems = error.problems
    assert problems is None or problems


# ---------------------------------------------------------------- the command


@pytest.fixture
def storm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "specs/storm.facts.yaml": SPEC,
        "articles/01.txt": f" date 2026-05-14 Storm\n\n{SENTENCE}\n",
        "articles/02.txt": f" date 2026-05-20 Storm\n\n{SENTENCE}\n",
        "articles/03.txt": " date 2026-05-20 Storm\n\nThe storm left 1,700 homes at Port Ellan without power.\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


ASKED = ["impact", "homes", "--from", "900", "--to", "1700", "--since", "2026-05-15"]


def test_command_shows_places_sentences_and_who_is_spared(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "specs"]) == 1
    assert capsys.readouterr().out == (
        "articles/01.txt: right when published, 2026-05-14: 900 was right until 2026-05-15\n"
        "\n"
        "articles/02.txt:3:16: to correct: homes\n"
        "    3 | The storm left 900 homes at Port Ellan without power.\n"
        "      |                ^^^\n"
        "  published  2026-05-20\n"
        "  was        900\n"
        "  is         1,700\n"
        "  Correction: an earlier version of this article gave the number of homes as “900”; "
        "it has been 1,700 since 15 May 2026. "
        "The storm left 1,700 homes without power.\n"
        "\n"
        "1 place to correct in 1 article\n"
        "3 articles: 1 to correct, 1 right when published, 1 fits the new value\n"
    )


def test_command_ends_with_0_where_nothing_needs_correcting(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, "--article", "01.txt"]) == 0
    assert "nothing to correct\n" in capsys.readouterr().out


def test_article_that_cannot_be_read_is_no_success(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (storm / "articles/00.txt").write_text("", "utf-8")
    assert main([*ASKED, "--article", "0[01].txt"]) == 1
    assert "[FS105]" in capsys.readouterr().out


def test_json_holds_every_article_and_is_the_same_twice(storm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([*ASKED, "--output-format", "json"])
    first = capsys.readouterr().out
    main([*ASKED, "--output-format", "json"])
    assert capsys.readouterr().out == first
    read = json.loads(first)
    assert [one["outcome"] for one in read["articles"]] == ["right when published", "to correct", "fits the new value"]
    assert read["articles"][1]["corrections"][0]["text"] == "900"
    assert read["summary"] == {
        "ok": False,
        "articles": 3,
        "places": 1,
        "to_correct": 1,
        "right_when_published": 1,
        "fits_the_new_value": 1,
        "silent": 0,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["homes", "--from", "x", "--to", "y"], "--from:1:1: expected a count, found 'x'"),
        (
            ["homes", "--from", "900", "--to", "1700", "--since", "soon"],
            "--since: expected a day or a day and a time, found 'soon'",
        ),
        (["hmes", "--from", "900", "--to", "1700"], "no spec has a fact 'hmes' (did you mean 'homes'?) [FS308]"),
        (["homes", "--from", "1", "--to", "2"], "specs/storm.facts.yaml:5:3: fact 'homes' is 1,700, neither '1' nor '2'"),
        (["homes", "--from", "900", "--to", "1700", "--article", "none.txt"], "--article 'none.txt' fits nothing"),
    ],
)
def test_mistake_is_told_and_ends_with_2(
    storm: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["impact", *arguments]) == 2
    assert said in capsys.readouterr().err
