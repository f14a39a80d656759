"""Names: found as the corpus marks them, the same where they are one name, and never the same where they only look it."""

from __future__ import annotations

import csv
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.naming import near_miss, same_name, same_person, skeleton, surname
from factspec.recognisers.names import find_names

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/names.yaml").read_text(encoding="utf-8"))
SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).parents[2] / "shared"))


def plain(line: str) -> str:
    return re.sub(r"[\[\]{}]", "", line)


def marked(line: str) -> list[tuple[str, str]]:
    """The titles and the name of each mark of a line."""
    return [(titles or "", name) for titles, name in re.findall(r"(?:\{([^}]*)\} )?\[([^\]]*)\]", line)]


@pytest.mark.parametrize("line", CORPUS["names"])
def test_names_are_found_as_marked(line: str) -> None:
    text = plain(line)
    found = find_names(text)
    assert [(" ".join(m.titles).replace(".", ""), m.name) for m in found] == [(t.replace(".", ""), n) for t, n in marked(line)]


@pytest.mark.parametrize("line", CORPUS["names"])
def test_mention_ends_with_its_name_and_begins_with_its_titles(line: str) -> None:
    text = plain(line)
    for mention in find_names(text):
        assert text[mention.start : mention.end].endswith(mention.name)
        assert all(title in text[mention.start : mention.end] for title in mention.titles)


@pytest.mark.parametrize("text", CORPUS["not"])
def test_capital_alone_makes_no_name(text: str) -> None:
    assert [m.name for m in find_names(text)] == []


@pytest.mark.parametrize(("one", "other"), CORPUS["same"], ids=str)
def test_two_writings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)
    assert not near_miss(one, other)


@pytest.mark.parametrize(("one", "other"), CORPUS["near"], ids=str)
def test_near_miss_is_never_the_same(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert near_miss(one, other)
    assert near_miss(other, one)


@pytest.mark.parametrize(("one", "other"), CORPUS["apart"], ids=str)
def test_different_names_are_not_the_same(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_only_the_range_asked_for_is_searched() -> None:
    text = "They met Ann Lee. They met Bob Ray. They met Cy Day."
    assert [m.name for m in find_names(text, 18, 35)] == ["Bob Ray"]


def test_evidence_is_taken_from_the_whole_text() -> None:
    text = "They came from Kyiv. Kyiv was dark. Traffic was light."
    assert [m.name for m in find_names(text, 21)] == ["Kyiv"]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Alexander van der Bellen", "van der Bellen"),
        ("Bashar al-Assad", "al-Assad"),
        ("Dr. Ahmed al-Farra", "al-Farra"),
        ("Smith, John", "Smith"),
        ("Robert Downey, Jr.", "Downey"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Kim Jong-un", "Kim"),
        ("Mr. O'Brien", "O'Brien"),
        ("Léa Martínez-Núñez’s", "Martínez-Núñez"),
        ("Pelé", "Pelé"),
        ("", ""),
    ],
)
def test_surname_keeps_its_particles(name: str, family: str) -> None:
    assert surname(name) == family


@pytest.mark.parametrize(
    ("one", "other"),
    [("massoud", "masoud"), ("zelenskiy", "zelensky"), ("sergei", "sergey"), ("mahmood", "mahmud"), ("ali", "ali")],
)
def test_skeleton_is_one_for_the_spellings_of_a_word(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("morenski", "morensky"), ("louis", "luis"), ("bund", "bend"), ("smith", "smyth"), ("mark", "marc")]
)
def test_skeleton_keeps_apart_what_a_reader_keeps_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_no_two_persons_of_the_shared_pairs_are_taken_for_one() -> None:
    path = SHARED / "benchmarks/names_opensanctions.csv"
    if not path.exists():
        pytest.skip("needs FACTSPEC_SHARED")
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == "Person" and row["is_match"] == "false"]
    assert [
        (r["name1"], r["name2"]) for r in rows if same_person(r["name1"], r["name2"]) or same_name(r["name1"], r["name2"])
    ] == []


ANY_TEXT = st.text(max_size=80) | st.text(alphabet="aAbBé.'’- \n&,1\"“ÉŻ中", max_size=80)


@given(ANY_TEXT)
def test_names_never_fail_and_stay_inside(text: str) -> None:
    end = 0
    for mention in find_names(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.name == text[mention.end - len(mention.name) : mention.end]
        end = mention.end


@given(ANY_TEXT, ANY_TEXT)
def test_comparison_of_names_never_fails_and_has_no_order(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert near_miss(one, other) == near_miss(other, one)
    surname(one)


PIECES = [
    "President",
    "Dr.",
    "Ann",
    "Lee",
    "of",
    "the",
    "and",
    "May",
    "Friday",
    "U.S.",
    "al-Farra",
    "bin",
    "Navy",
    "J.",
    "'Abbas",
    "Iranian",
    "said",
    ".",
    "\n",
    "“",
    "12",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10))
def test_names_of_any_words_stay_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = [(m.start, m.end) for m in find_names(text)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
