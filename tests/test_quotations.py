"""Quotations: each run of the corpus with its exact span, its speaker where that is plain, and no apostrophe among them."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.recognisers.quotations import find_quotations

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/quotations.yaml").read_text(encoding="utf-8"))
SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).parents[2] / "shared"))


def plain(text: str) -> str:
    return re.sub("[⟦⟧]", "", text)


@pytest.mark.parametrize("row", CORPUS["quotations"], ids=lambda row: row["text"])
def test_quoted_runs_are_found_as_marked(row: dict[str, Any]) -> None:
    text = plain(row["text"])
    runs = [text[p.start : p.end] for q in find_quotations(text) for p in q.parts]
    expected = re.findall("⟦(.*?)⟧", row["text"], re.DOTALL)
    assert ([run.strip() for run in runs] if row.get("loose") else runs) == expected


@pytest.mark.parametrize("row", [r for r in CORPUS["quotations"] if not r.get("loose")], ids=lambda row: row["text"])
def test_runs_of_one_quotation_belong_together(row: dict[str, Any]) -> None:
    found = find_quotations(plain(row["text"]))
    runs = row["text"].count("⟦")
    joined = bool(row.get("broken") or row.get("paragraphs"))
    assert len(found) == (1 if joined else runs)
    assert found[0].rule == ("broken" if row.get("broken") else "paragraphs") if joined else True


@pytest.mark.parametrize("row", [r for r in CORPUS["quotations"] if not r.get("loose")], ids=lambda row: row["text"])
def test_speaker_is_the_one_who_is_plainly_said_to_speak(row: dict[str, Any]) -> None:
    text = plain(row["text"])
    speaker = find_quotations(text)[0].speaker
    assert (text[speaker.start : speaker.end] if speaker else None) == row.get("speaker")


@pytest.mark.parametrize("text", CORPUS["not"])
def test_mark_that_quotes_nothing_is_left_alone(text: str) -> None:
    assert find_quotations(text) == []


def test_span_of_a_quotation_includes_its_marks() -> None:
    (found,) = find_quotations("He was “late” again.")
    assert (found.start, found.end, found.parts) == (7, 13, ((8, 12),))


def test_only_the_range_asked_for_is_searched() -> None:
    text = "He said “one” and “two” and “three”."
    (found,) = find_quotations(text, 14, 24)
    assert text[found.start : found.end] == "“two”"


def test_quotations_of_the_marked_passages_are_all_found() -> None:
    path = SHARED / "benchmarks/mentions_news40.txt"
    if not path.exists():
        pytest.skip("needs FACTSPEC_SHARED")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            text = re.sub(r"\[\[[A-Z]\|([^|\]]*)(?:\|[^\]]*)?\]\]", r"\1", line).replace("||", " ")
            runs = [text[p.start - 1 : p.end + 1] for q in find_quotations(text) for p in q.parts]
            assert runs == re.findall(r"\[\[T\|([^\]]*)\]\]", line)


MARKS = st.text(alphabet="aB9 .,\n\"'“”‘’«»„`-s—", max_size=100)


@given(MARKS | st.text(max_size=60), st.integers(0, 30), st.integers(0, 60))
def test_quotations_never_fail_and_stay_inside(text: str, start: int, length: int) -> None:
    before = 0
    for found in find_quotations(text, start, start + length):
        assert before <= found.start < found.end <= len(text)
        assert all(found.start < part.start < part.end <= found.end for part in found.parts)
        before = found.end


PIECES = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "he said",
    "Yes",
    ",",
    ".",
    "\n\n",
    "\n",
    "6' 2\"",
    "boys’",
    "can’t",
    "said",
    "Dr. Lee",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_quotations_of_any_marks_stay_apart(pieces: list[str]) -> None:
    spans = [(q.start, q.end) for q in find_quotations(" ".join(pieces).replace(" .", "."))]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
