"""The benchmark reads its gold as it is written, its baseline is naive in the way it says, and what it lacks it says."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # before a library that installs a `benchmarks` of its own

import benchmarks.articles
import factspec
from benchmarks import gold
from benchmarks.__main__ import main
from benchmarks.events import naive, scoring
from benchmarks.numerals import numeral_of, spelt
from benchmarks.peers import Peer
from benchmarks.standing import field_of
from benchmarks.tables import Table, printed
from factspec.model import DateRange, Spec, Verdict

SPEC = """
factspec: 1
event: A fire in Oakby
facts:
  day:
    kind: date
    value: 2013-07-02
    about: [fire, broke out]
  injured:
    kind: count
    value: 24
    of: [hurt, injured]
  reach:
    kind: quantity
    value: 10 km
    about: [smoke]
  losses:
    kind: quantity
    value: 80 million USD
    about: [cost, losses]
  keeper:
    kind: name
    value: Ada Brook
    also: [A. Brook]
    not: [Ada Brock]
    about: [keeper]
"""


@pytest.fixture
def spec(tmp_path: Path) -> Spec:
    path = tmp_path / "oakby.facts.yaml"
    path.write_text(SPEC, "utf-8")
    return factspec.load(path)[0]


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTSPEC_SHARED", str(tmp_path))
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    return folder


def said(spec: Spec, fact: str, text: str) -> tuple[str, list[str]]:
    answer = naive.answer(next(one for one in spec.facts if one.id == fact), text)
    return answer.verdict.value, [text[span.start : span.end] for span in answer.evidence]


@pytest.mark.parametrize(
    ("fact", "text", "verdict", "evidence"),
    [
        ("day", "The fire broke out on July 2, 2013.", "supported", ["July 2, 2013"]),
        ("day", "The fire broke out on 2 July.", "supported", ["2 July"]),
        ("day", "The fire broke out on July 2, 2012.", "contradicted", ["July 2"]),
        ("day", "The fire broke out on July 3. It rained.", "contradicted", ["July 3"]),
        ("day", "The fire broke out on Tuesday.", "omitted", []),
        ("day", "It rained on July 3. Then the fire broke out.", "omitted", []),
        ("injured", "They were 24. Nobody says of what.", "supported", ["24"]),
        ("injured", "At least 1,240 were hurt.", "contradicted", ["1,240"]),
        ("injured", "Of them, 12 were hurt by glass.", "contradicted", ["12"]),
        ("injured", "It cost 12 dollars. Dozens were hurt.", "omitted", []),
        ("reach", "The smoke was seen 10-km away.", "supported", ["10-km"]),
        ("reach", "The smoke was seen 12 kilometres away.", "contradicted", ["12 kilometres"]),
        ("reach", "The smoke was seen for 12 hours.", "omitted", []),
        ("losses", "It cost $80 million.", "supported", ["$80 million"]),
        ("losses", "Losses of $60 million.", "contradicted", ["$60 million"]),
        ("keeper", "A. Brook spoke.", "supported", ["A. Brook"]),
        ("keeper", "The keeper, Ada Brock, spoke.", "contradicted", ["Ada Brock"]),
        ("keeper", "The keeper spoke.", "omitted", []),
    ],
)
def test_baseline_is_naive_in_the_way_it_says(spec: Spec, fact: str, text: str, verdict: str, evidence: list[str]) -> None:
    assert said(spec, fact, text) == (verdict, evidence)


def test_every_kind_of_value_has_its_naive_look() -> None:
    assert set(naive.LOOKS) == set(factspec.FactValue.__args__)


def test_both_readers_of_events_answer_for_every_fact_of_every_article(spec: Spec, tmp_path: Path) -> None:
    articles = [tmp_path / "01.txt", tmp_path / "02.txt"]
    articles[0].write_text("July 4, 2013\n\nThe fire broke out on Tuesday. In all 24 people were hurt.", "utf-8")
    articles[1].write_text("Rain fell.", "utf-8")
    keys = {(str(path), fact.id) for path in articles for fact in spec.facts}
    for read in scoring.READERS.values():
        rows = read(spec, articles)
        assert {(row["article"], row["fact"]) for row in rows} == keys
        assert {row["verdict"] for row in rows if row["article"] == str(articles[1])} == {Verdict.OMITTED}


def test_marked_passage_is_read_as_text_marks_and_sentence_ends() -> None:
    passage = gold.read_passage("On [[D|May 2|2026-05-02]] [[Q|more than 20|>|20||]] left.||[[X|May]] stayed.")
    assert passage.text == "On May 2 more than 20 left. May stayed."
    assert passage.ends == (27,)
    assert [(mark.kind, mark.words, mark.fields) for mark in passage.marks] == [
        ("D", "May 2", ("2026-05-02",)),
        ("Q", "more than 20", (">", "20", "", "")),
        ("X", "May", ()),
    ]
    assert all(passage.text[mark.start : mark.end] == mark.words for mark in passage.marks)


def test_dated_articles_are_read_with_whole_months_and_open_ends(shared: Path) -> None:
    row = '{"doc": "one", "published": "2020-02-03", "text": "in May, since 2001", "dates": [[3, 6, {"when": "2020-02"}], '
    (shared / "dates_gum.jsonl").write_text(row + '[8, 18, {"from": "2001"}]]}\n', "utf-8")
    (document,) = gold.wikinews()
    assert document.dates == (
        (3, 6, DateRange(date(2020, 2, 1), date(2020, 2, 29))),
        (8, 18, DateRange(date(2001, 1, 1), date.max)),
    )


def test_pairs_of_names_without_a_label_are_left_out(shared: Path) -> None:
    rows = "schema,name1,name2,is_match\nPerson,A,B,true\nPerson,A,C,false\nPerson,A,D,unsure\nVessel,E,F,true\n"
    (shared / "names_opensanctions.csv").write_text(rows, "utf-8")
    assert [(pair.other, pair.same) for pair in gold.name_pairs(["Person"])] == [("B", True), ("C", False)]


def test_absent_gold_is_said_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FACTSPEC_SHARED", str(tmp_path / "nowhere"))
    assert main(["--quick"]) == 2
    assert f"error: no gold data: {tmp_path / 'nowhere' / 'benchmarks'} is no folder" in capsys.readouterr().err


def test_library_that_is_not_installed_is_named_with_its_command() -> None:
    def absent() -> str:
        raise ModuleNotFoundError("No module named 'nowhere'")

    field = field_of("ours", [Peer("Nowhere", "nowhere", "MIT", absent)])
    assert [stand.label for stand in field.stands] == ["factspec"]
    assert field.missing == ("Nowhere is not installed: pip install nowhere",)


def test_numerals_are_made_as_british_and_american_papers_write_them() -> None:
    assert spelt(1_205) == "one thousand, two hundred and five"
    assert spelt(1_205, "", "") == "one thousand two hundred five"
    assert spelt(20_040_017) == "twenty million, forty thousand and seventeen"
    assert numeral_of(spelt(1_205)) == 1205


def test_table_puts_figures_on_the_right_and_misses_only_on_demand() -> None:
    table = Table("T", ("tool", "n"), [("a", "10"), ("bcdef", "–")], misses=["one"])
    assert list(printed(table, misses=False)) == [
        "### T", "", "| tool  |  n |", "|-------|---:|", "| a     | 10 |", "| bcdef |  – |", "",
    ]  # fmt: skip
    assert "    one" in printed(table, misses=True)


def test_table_names_the_libraries_that_are_missing_from_it() -> None:
    table = Table("T", ("tool", "n"), [("a", "10")], missing=["x is not installed: pip install x"])
    assert "Missing: x is not installed: pip install x  " in printed(table, misses=False)


def test_event_becomes_files_with_its_edited_copies(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = shared / "events" / "skerry"
    (event / "articles").mkdir(parents=True)
    (event / "facts.json").write_text("{}", "utf-8")
    (event / "articles" / "01.txt").write_text("It carried 18 passengers.", "utf-8")
    change = {"variant": "v01", "base": "01", "kind": "wrong-count", "changes": {"passengers": {"verdict": "contradicted"}}}
    row = {**change, "edits": [{"old": "18", "new": "80"}]}
    (event / "variants.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert benchmarks.articles.main(["skerry", str(tmp_path / "made")]) == 0
    written = {path.stem: path.read_text("utf-8") for path in (tmp_path / "made").iterdir()}
    assert written == {"01": "It carried 18 passengers.", "v01": "It carried 80 passengers."}
    assert benchmarks.articles.main(["no-such-event", str(tmp_path)]) == 2
    assert "there are skerry" in capsys.readouterr().err
