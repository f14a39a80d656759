"""Explanations for people: readings, meanings of rules, why the rest did not count, and advice that holds when it is written."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.account import Account, account
from factspec.account.writing import flow
from factspec.article import Article
from factspec.cli import main
from factspec.engine import compile_plan, examine
from factspec.fields import parse, texts
from factspec.model import Dateline, Finding, Spec
from factspec.spec import load_spec

CORPUS = yaml.load((Path(__file__).parent / "corpora/explain.yaml").read_text("utf-8"), yaml.BaseLoader)["rows"]
DAY = Dateline(date(2026, 5, 15))
HEAD = "factspec: 1\nevent: Storm at Port Ellan, May 2026\nfacts:\n  it:\n"


def spec_of(fact: str, line: str = "") -> Spec:
    """A spec whose only fact is this mapping, with a line of advice in place of the key that it sets."""
    keys = yaml.load(fact, yaml.BaseLoader)
    key, _, value = line.partition(": ")
    rows = {name: json.dumps(given) for name, given in keys.items()} | ({key: value} if line else {})
    return load_spec("specs/storm.facts.yaml", HEAD + "".join(f"    {name}: {given}\n" for name, given in rows.items())).spec


def finding_of(spec: Spec, text: str) -> Finding:
    return examine(compile_plan([spec]), Article("articles/01.txt", text, text, DAY)).finding(0)


def told(fact: str, text: str) -> Account:
    spec = spec_of(fact)
    return account([spec], finding_of(spec, text), Article("articles/01.txt", text, text, DAY))


@pytest.mark.parametrize(
    "row", [row for row in CORPUS if "none" not in row], ids=lambda row: f"{row['advice'][0][1]}: {row['text']}"
)
def test_advice_is_given(row: dict[str, Any]) -> None:
    given = [[one.when, one.line, one.verdict] for one in told(row["fact"], row["text"]).advice]
    for wanted in row["advice"]:
        assert wanted in given


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["text"])
def test_advice_that_is_written_into_the_spec_gives_the_verdict_that_it_says(row: dict[str, Any]) -> None:
    for one in told(row["fact"], row["text"]).advice:
        if one.verdict:
            got = finding_of(spec_of(row["fact"], one.line), row["text"])
            assert (one.line, got.verdict, got.qualifier) == (one.line, one.verdict, one.qualifier)


@pytest.mark.parametrize("row", [row for row in CORPUS if "none" in row], ids=lambda row: row["text"])
def test_line_that_does_not_help_is_not_proposed(row: dict[str, Any]) -> None:
    given = [[one.when, one.line, one.verdict] for one in told(row["fact"], row["text"]).advice]
    assert not [wanted for wanted in row["advice"] if wanted in given]


def test_every_reading_is_compared() -> None:
    (one,) = told("{kind: date, value: 2026-05-10, about: [struck]}", "The storm struck Port Ellan on Sunday.").readings
    assert one.meanings == (("10 May 2026", "agrees"), ("17 May 2026", "differs"))


def test_converted_figure_is_told_in_both_units() -> None:
    (one,) = told(
        "{kind: quantity, value: 12 km, about: [wave]}", "A wave ran 7.5 miles inland at Port Ellan in the storm."
    ).readings
    assert "7.5 mile, that is 12.07 km" in one.meanings[0][0]


def test_rules_of_the_derivation_have_their_meanings() -> None:
    rules = dict(told("{kind: count, value: 24, of: [homes]}", "The storm at Port Ellan left 24 homes dark.").rules)
    assert rules["C1"].startswith("a figure counts the noun behind it")


@pytest.mark.parametrize(
    ("text", "mention", "why"),
    [
        ("left 24 homes dark at 140 km/h.", "140 km/h", "it is measured in “km/h”, and the fact is a bare count"),
        ("left 24 homes dark, the fifth time.", "fifth", "it is a rank"),
        ("left 24 homes dark. It had 9.", "9", "its sentence has none of the fact’s words; the nearest, “homes”, is in line 1"),
    ],
)  # fmt: skip
def test_other_mention_is_told_with_why_it_did_not_count(text: str, mention: str, why: str) -> None:
    told_of = told("{kind: count, value: 24, of: [homes]}", f"The storm at Port Ellan {text}")
    others = {other.place.text: other.why for other in told_of.others}
    assert others[mention] == why


def test_place_of_the_evidence_is_no_other_mention() -> None:
    told_of = told("{kind: count, value: 24, of: [homes]}", "The storm at Port Ellan left 24 homes dark. It sank 9 boats.")
    assert [other.place.text for other in told_of.others] == ["9"]


KINDS = [
    "{kind: count, value: 24, of: [homes]}",
    "{kind: date, value: 2026-05-13, about: [struck]}",
    "{kind: name, value: Ana Lind}",
    "{kind: quote, value: a wind such as this, by: Ana Lind}",
    "{kind: place, value: Harrow, about: [storm]}",
]
WORDS = [
    *("24 homes", "9", "struck", "on Sunday", "12 May", "Ana Lind", "Anna Lindt", "“a wind such as that”"),
    *("Harrow", "storm", "\n\n", "."),
]


@given(st.sampled_from(KINDS), st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_article_is_explained_and_its_advice_holds(fact: str, parts: list[str]) -> None:
    text = "The storm of Port Ellan. " + " ".join(parts)
    for one in told(fact, text).advice:
        if one.verdict:
            assert finding_of(spec_of(fact, one.line), text).verdict is one.verdict


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), max_size=5))
def test_list_on_one_line_is_read_back(forms: list[str]) -> None:
    shown = [form for form in (" ".join(form.split()) for form in forms) if form.isprintable() and form]
    written = flow(shown)
    assert "\n" not in written
    root, problems = parse("spec", f"also: {written}\n")
    assert isinstance(root.content, dict)
    assert not problems
    assert [" ".join(one.split()) for one in texts(root.content["also"])] == list(map(_seen, shown))


def _seen(form: str) -> str:
    """A form as every text of a spec is read: composed."""
    return " ".join(unicodedata.normalize("NFC", form).split())


def test_command_gives_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/a.facts.yaml").write_text(
        HEAD.replace("facts:", "articles: [../*.txt]\nfacts:") + "    kind: name\n    value: Ana Lindqvist\n", "utf-8"
    )
    (tmp_path / "a.txt").write_text("Anna Lindquist saw the storm of Port Ellan.\n", "utf-8")
    assert main(["explain", "it", "a.txt", "--output-format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["findings"]
    assert row["advice"] == [
        {
            "when": "“Anna Lindquist” in line 1 states it",
            "line": "also: [Anna Lindquist]",
            "verdict": "supported",
            "qualifier": None,
        },
        {"when": "articles may leave it out", "line": "required: false", "verdict": "omitted", "qualifier": None},
    ]
    assert [one["text"] for one in row["not_counted"]] == ["Anna Lindquist"]
