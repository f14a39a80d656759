"""Folding, sentences, inflection and naming: what they must give for every line of the corpora, and for any text at all."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import pairwise, permutations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.language.folding import fold, words
from factspec.language.inflection import inflect_phrase, inflections, spellings
from factspec.language.sentences import sentences

CORPORA = Path(__file__).parent / "corpora"
SENTENCES = yaml.safe_load((CORPORA / "sentences.yaml").read_text(encoding="utf-8"))
INFLECTION = yaml.safe_load((CORPORA / "inflection.yaml").read_text(encoding="utf-8"))
SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).parents[2] / "shared"))

ANY_TEXT = st.text(max_size=120) | st.text(alphabet="aB.1 \n\"'“”’‘!?,;:()—-éß中́ʿ", max_size=120)


# ---------------------------------------------------------------- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Léa Martínez-Núñez", "lea martinez nunez"),
        ("Łódź", "lodz"),
        ("Straße", "strase"),
        ("Iran’s", "iran s"),
        ("Зеленский"[:4], "zele"),
        ("10½ km²", "10  km "),
        ("O'Brien & Co.", "o brien   co "),
        ("٣٤", "34"),
        ("中", "z"),
        ("ʿAli", " ali"),
    ],
)
def test_fold_gives_one_character_for_each(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_knows_every_code_point() -> None:
    planes = "".join(map(chr, [*range(0x3000), *range(0xFE00, 0x10000), *range(0x1F300, 0x1F700)]))
    folded = fold(planes)
    assert len(folded) == len(planes)
    assert re.fullmatch("[a-z0-9 ]*", folded)


def test_words_know_their_place_in_the_text() -> None:
    text = "  Iran’s “Łódź” — 24\tdead."
    found = words(text)
    assert found.words == ["iran", "s", "lodz", "24", "dead"]
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == ["Iran", "s", "Łódź", "24", "dead"]
    assert found.joined == " iran s lodz 24 dead "


def test_words_are_found_by_both_kinds_of_offset() -> None:
    found = words("24 people died, he said")
    assert [found.at(found.joined.index(f" {word} ") + 1) for word in found.words] == list(range(len(found)))
    assert [found.index(offset) for offset in (0, 1, 2, 3, 22, 23)] == [0, 0, 1, 1, 4, 5]


def test_words_of_nothing_are_none() -> None:
    assert (words("").words, words(" … ").joined, words("").starts) == ([], " ", [])


@given(ANY_TEXT)
def test_words_are_what_the_text_holds_at_their_offsets(text: str) -> None:
    found = words(text)
    assert [fold(text[a:b]) for a, b in zip(found.starts, found.ends, strict=True)] == found.words
    assert found.joined.split() == found.words


# ---------------------------------------------------------------- sentences


def told(line: str) -> tuple[str, list[str]]:
    pieces = re.split(r" ?\|\| ?", line)
    text = "".join(piece + ("" if piece.endswith("\n") or piece is pieces[-1] else " ") for piece in pieces)
    return text, [piece.strip() for piece in pieces]


@pytest.mark.parametrize("line", SENTENCES["sentences"])
def test_sentences_end_where_the_corpus_says(line: str) -> None:
    text, expected = told(line)
    assert [text[s.start : s.end] for s in sentences(text)] == expected


@pytest.mark.parametrize("text", SENTENCES["not"])
def test_sentence_does_not_end_within(text: str) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == [text]


@given(ANY_TEXT)
def test_sentences_hold_every_character_that_is_no_blank(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[s.start : s.end] for s in spans).split() == text.split() or _same_characters(text, spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def _same_characters(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    return "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_sentences_of_the_marked_passages_are_all_found() -> None:
    for text, bounds in marked_passages():
        assert [s.end for s in sentences(text)][:-1] == bounds


def marked_passages() -> list[tuple[str, list[int]]]:
    """The hand-marked passages of the shared benchmark with the offsets of their sentence ends."""
    path = SHARED / "benchmarks/mentions_news40.txt"
    if not path.exists():
        pytest.skip("needs FACTSPEC_SHARED")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    plain = [re.sub(r"\[\[[A-Z]\|([^|\]]*)(?:\|[^\]]*)?\]\]", r"\1", line) for line in lines]
    return [(line.replace("||", " "), _bounds(line)) for line in plain]


def _bounds(line: str) -> list[int]:
    pieces = line.split("||")
    return [len(" ".join(pieces[: n + 1])) for n in range(len(pieces) - 1)]


# ---------------------------------------------------------------- inflection


@pytest.mark.parametrize("family", INFLECTION["families"], ids=lambda family: family[0])
def test_every_form_of_a_word_finds_the_others(family: list[str]) -> None:
    lost = [(one, other) for one, other in permutations(family, 2) if other not in inflections(one)]
    assert not lost


@pytest.mark.parametrize(("one", "other"), INFLECTION["not"], ids=str)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert other not in inflections(one)


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("miles from", "mile from"),
        ("took off", "taken off"),
        ("broke out", "breaks out"),
        ("death toll", "death tolls"),
        ("hit the coast", "hits the coast"),
        ("killed in action", "killing in action"),
    ],
)
def test_phrase_is_inflected_at_its_head(phrase: str, form: str) -> None:
    assert {phrase, form} <= inflect_phrase(phrase)


@pytest.mark.parametrize("phrase", ["Banda Aceh", "at a depth of", "Operation Epic Fury", "of the"])
def test_phrase_without_a_head_to_inflect_comes_back_alone(phrase: str) -> None:
    assert inflect_phrase(phrase) == {phrase.lower()}


@pytest.mark.parametrize("word", ["WHO", "US", "24", "6.1-magnitude", "", "x1"])
def test_what_is_no_plain_word_comes_back_alone(word: str) -> None:
    assert inflections(word) == {fold(word).strip()}


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("epicentre", "epicenter"),
        ("metres", "meters"),
        ("organisation", "organization"),
        ("neighbouring", "neighboring"),
        ("travelled", "traveled"),
        ("programme", "program"),
        ("defence", "defense"),
        ("honoured", "honored"),
        ("ageing", "aging"),
        ("judgement", "judgment"),
    ],
)
def test_spelling_is_found_both_ways(british: str, american: str) -> None:
    assert american in spellings(british)
    assert british in spellings(american)


@pytest.mark.parametrize(
    "word", ["parameter", "advise", "surprise", "raised", "rise", "our", "hour", "four", "tour", "flour", "center field"]
)
def test_word_with_one_spelling_has_no_other(word: str) -> None:
    assert spellings(word) == {word}


@given(ANY_TEXT)
def test_inflections_never_fail_and_hold_the_word(text: str) -> None:
    assert fold(text).strip() in inflections(text)
    assert " ".join(fold(text).split()) in inflect_phrase(text) | {fold(text).strip()}
