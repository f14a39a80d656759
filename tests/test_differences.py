"""What articles state differently: each pair of the corpus shows what it says, and none of the harmless ones shows anything."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factspec.article import Article
from factspec.cli import main
from factspec.differences import Compared, compare
from factspec.differences.showing import full, json_document
from factspec.model import Dateline
from factspec.report.look import Look

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/differences.yaml").read_text(encoding="utf-8"))
DAY = date(2026, 5, 14)


def article(path: str, text: str, day: Any = DAY) -> Article:
    return Article(path, text, text, dateline=Dateline(day) if day else None)


def compared(row: dict[str, Any]) -> Compared:
    days = row.get("published", [DAY, DAY])
    return compare([article("one.txt", row["one"], days[0]), article("other.txt", row["other"], days[1])])


def told(row: dict[str, Any]) -> str:
    return f"{row['one']} | {row['other']}"


@pytest.mark.parametrize("row", CORPUS["differ"], ids=told)
def test_difference_of_the_corpus_is_shown(row: dict[str, Any]) -> None:
    found = compared(row)
    shown = found.grown if row.get("grown") else found.differences
    assert shown, found
    assert (str(shown[0].kind), sorted(v.text for v in shown[0].values)) == (row["kind"], sorted(row["values"]))
    assert bool(found.differences) != bool(row.get("grown"))


@pytest.mark.parametrize("row", CORPUS["not"], ids=told)
def test_harmless_pair_shows_nothing(row: dict[str, Any]) -> None:
    found = compared(row)
    assert (found.differences, found.grown) == ((), ())


@pytest.mark.parametrize("row", CORPUS["differ"], ids=told)
def test_order_of_the_articles_changes_no_values(row: dict[str, Any]) -> None:
    days = row.get("published", [DAY, DAY])
    back = compare([article("other.txt", row["other"], days[1]), article("one.txt", row["one"], days[0])])
    assert kinds(back) == kinds(compared(row))


def kinds(found: Compared) -> list[tuple[str, bool, list[str]]]:
    every = (*found.differences, *found.grown)
    return sorted((str(d.kind), d.grown, sorted(v.text for v in d.values)) for d in every)


@pytest.mark.parametrize("row", CORPUS["differ"] + CORPUS["not"], ids=told)
def test_article_differs_in_nothing_from_itself(row: dict[str, Any]) -> None:
    found = compare([article("one.txt", row["one"]), article("copy.txt", row["one"])])
    assert (found.differences, found.grown) == ((), ())


def test_values_that_agree_are_put_together_and_the_most_backed_comes_first() -> None:
    texts = ["Five cars were damaged in the storm in Oakby.", *["Three cars were damaged in the storm in Oakby."] * 2]
    (difference,) = compare([article(f"{n}.txt", text) for n, text in enumerate(texts)]).differences
    assert [(v.text, [s.article for s in v.stated]) for v in difference.values] == [
        ("Three", ["1.txt", "2.txt"]),
        ("Five", ["0.txt"]),
    ]


def test_weekday_of_an_article_without_a_dateline_is_compared_as_a_weekday() -> None:
    texts = ("A fire broke out in the mill on Friday night.", "A fire broke out in the mill on Thursday night.")
    (difference,) = compare([article(f"{n}.txt", text, None) for n, text in enumerate(texts)]).differences
    assert [v.text for v in difference.values] == ["Friday", "Thursday"]


def test_toll_without_a_dateline_is_left_alone_unless_the_sentence_is_the_same() -> None:
    one, other = "Two people were killed when the roof fell in.", "The roof had fallen in. Nine people were killed in the hall."
    assert not compare([article("one.txt", one, None), article("other.txt", other)]).differences


def test_place_is_that_of_the_file() -> None:
    text = "Oakby\n\nThree cars were damaged in the storm in Oakby.\n"
    found = compare([article("one.txt", text), article("other.txt", text.replace("Three", "Five"))])
    (place,) = found.differences[0].values[0].stated
    assert (place.evidence.line, place.evidence.column, text[place.evidence.start : place.evidence.end]) == (3, 1, "Three")
    assert place.sentence[place.at :].startswith("Three")


def test_what_is_shown_holds_no_control_character() -> None:
    text = "Three cars\x1b[31m were damaged in the storm in Oakby."
    found = compare([article("a\x1b.txt", text), article("b.txt", text.replace("Three", "Five"))])
    assert found.differences
    assert "\x1b" not in "".join(full(found, Look(60))) + "".join(json_document(found))


WORDS = st.sampled_from(
    """Three|five|24|at least|people|cars|were|was|killed|injured|on Friday|12 May|in Oakby|of Elmstow|said spokesman|Jon Moravi
    Moravo|,|.|“we saw it”|"no|"|\n\n|not|10 km|miles|$5m|percent|the president of Orland|, 52|Jon Morava""".split("|")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60)


@settings(deadline=None, max_examples=300)
@given(st.lists(TEXTS, max_size=3))
@example(["¼", ""])
def test_comparison_never_fails_and_every_place_holds_its_words(texts: list[str]) -> None:
    found = compare([article(f"{n}.txt", text, DAY if n else None) for n, text in enumerate(texts)])
    for difference in (*found.differences, *found.grown):
        assert len(difference.values) > 1
        for value in difference.values:
            for stated in value.stated:
                source = texts[int(stated.article.partition(".")[0])]
                assert source[stated.evidence.start : stated.evidence.end] == stated.evidence.text
                assert stated.sentence[stated.at : stated.at + len(stated.evidence.text)] == stated.evidence.text
    assert list(full(found)) == list(full(compare([article(f"{n}.txt", t, DAY if n else None) for n, t in enumerate(texts)])))


# ---------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("date 2026-05-14 Storm\n\nThree cars were damaged in the storm in Oakby.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("date 2026-05-14 Storm\n\nFive cars were damaged in the storm in Oakby.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("date 2026-05-14 Fair\n\nThe fair was opened by the mayor.\n", encoding="utf-8")
    return tmp_path


def test_status_is_1_where_something_differs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a.txt", "b.txt"]) == 1
    out = capsys.readouterr().out
    assert "a.txt:3:1 (2026-05-14)" in out
    assert out.endswith("1 difference: 4 values in 2 articles\n")


def test_status_is_0_where_nothing_differs_and_it_is_said_of_how_much(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "a.txt", "c.txt"]) == 0
    assert capsys.readouterr().out.startswith("no difference found: ")


def test_json_goes_to_a_file_and_the_closing_line_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "*.txt", "--output-format", "json", "--output-file", "out.json"]) == 1
    written = json.loads((folder / "out.json").read_text("utf-8"))
    assert [value["value"] for value in written["differences"][0]["values"]] == ["Three", "Five"]
    assert written["differences"][0]["values"][0]["stated"][0]["line"] == 3
    assert written["summary"] == {"differences": 1, "grown": 0, "articles": 3, "values": written["summary"]["values"]}
    said = capsys.readouterr()
    assert (said.out, said.err.startswith("1 difference")) == ("", True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["a.txt"], "FS740"),
        (["a.txt", "./a.txt"], "FS740"),
        (["a.txt", "none*.txt"], "FS302"),
        (["a.txt", "empty.txt"], "FS105"),
    ],
)
def test_what_cannot_be_compared_is_said_with_status_2(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    (folder / "empty.txt").touch()
    assert main(["compare", *arguments]) == 2
    said = capsys.readouterr()
    assert f"[{code}]" in said.err
    assert "Traceback" not in said.err + said.out


def test_all_faults_are_said_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "d.txt").touch()
    (folder / "e.txt").touch()
    assert main(["compare", "a.txt", "d.txt", "e.txt"]) == 2
    assert capsys.readouterr().err.count("[FS105]") == 2


def test_names_of_the_benchmark_are_those_of_its_list() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.comparing import JUDGED, name_of  # noqa: PLC0415

    texts = ("Five cars were damaged in the storm.", "Three cars were damaged in the storm.")
    (difference,) = compare([article(f"{n}.txt", text) for n, text in enumerate(texts)]).differences
    assert name_of(difference) == "count: Five | Three"
    assert all(len(line.split("\t")) == 3 for line in JUDGED.read_text("utf-8").splitlines())
