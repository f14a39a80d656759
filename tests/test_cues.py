"""Cues: each line of the corpus is reached exactly as it says, and nothing is taken back that only sounds like it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.cue_rules import RULES
from factspec.language.cues import Cue, cues
from factspec.model import Span

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/cues.yaml").read_text(encoding="utf-8"))


def read(text: str) -> list[Cue]:
    return cues(text, Span(0, len(text)))


def described(row: dict[str, Any]) -> tuple[str, str, str]:
    text = row["text"]
    ((kind, reached),) = ((key, value) for key, value in row.items() if key != "text")
    return text, kind, reached


@pytest.mark.parametrize("row", CORPUS["cues"], ids=lambda row: row["text"])
def test_cue_reaches_what_the_corpus_says(row: dict[str, Any]) -> None:
    text, kind, reached = described(row)
    assert reached in [text[cue.scope.start : cue.scope.end] for cue in read(text) if cue.kind == kind]


@pytest.mark.parametrize("row", CORPUS["not"], ids=lambda row: row["text"])
def test_words_that_only_sound_like_a_cue_are_none(row: dict[str, Any]) -> None:
    assert [(cue.kind, cue.rule) for cue in read(row["text"]) if cue.kind in row["kinds"]] == []


def test_every_row_of_the_table_is_shown_by_the_corpus() -> None:
    rules = {rule.name for rows in RULES.values() for rule in rows}
    shown = {cue.rule for row in CORPUS["cues"] for cue in read(row["text"])}
    assert rules - shown == set()


def test_scope_stays_within_its_sentence() -> None:
    text = "He did not come. On Friday 24 people died."
    (cue,) = cues(text, Span(0, 16))
    assert text[cue.scope.start : cue.scope.end] == "come."


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "It rained. Nobody was hurt in the blast."
    (cue,) = cues(text, Span(11, len(text)))
    assert (text[cue.start : cue.end], text[cue.scope.start : cue.scope.end]) == ("Nobody", "was hurt")


@given(st.text(alphabet="aABn’'t. ,;:—notdeifwrg1\n\"“”", max_size=80) | st.text(max_size=80))
def test_cues_never_fail_and_stay_inside(text: str) -> None:
    for cue in read(text):
        assert 0 <= cue.start < cue.end <= len(text)
        assert 0 <= cue.scope.start < cue.scope.end <= len(text)


WORDS = sorted(RULES)


@given(
    st.lists(
        st.sampled_from([*WORDS, "24", "people", "on Friday", ",", "the report", "to", "from 30 to 24", "that", "as"]),
        max_size=12,
    )
)
def test_cues_of_any_words_stay_inside(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(0 <= cue.scope.start < cue.scope.end <= len(text) for cue in read(text))
