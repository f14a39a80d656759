"""Claims about quantities in news text; most are data in tests/corpora/quantities.yaml."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers.quantities import find_quantities, parse_quantity

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/quantities.yaml").read_text("utf-8"))
VALUE = re.compile(
    r"(?P<sign>[=<>~]+) (?P<low>-?\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?(?: (?P<unit>[^\s(]+))?(?: \((?P<form>\w+)\))?\s*"
)
MARKED = re.compile(r"\[([^\]]+)\]")


def phrasings() -> Iterator[tuple[str, list[str]]]:
    yield from ((text, [value]) for value, texts in CORPUS["is"].items() for text in texts)
    yield from CORPUS["several"].items()


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that they enclosed; all of it where there are none."""
    text, spans, last = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text, last = text + mark[1], mark.end()
    return (text + marked[last:], spans) if spans else (marked, [(0, len(marked))])


def said(mention: QuantityMention) -> tuple[str, str, str, str, str]:
    value = mention.value
    return value.comparator.value, f"{value.low:.4g}", f"{value.high:.4g}", value.unit, mention.form


def stated(value: str) -> tuple[str, str, str, str, str]:
    found = VALUE.fullmatch(value)
    assert found, value
    low, high = float(found["low"]), float(found["high"] or found["low"])
    return found["sign"], f"{low:.4g}", f"{high:.4g}", found["unit"] or "", found["form"] or "cardinal"


@pytest.mark.parametrize(("marked", "values"), list(phrasings()))
def test_phrasing_has_its_value_and_span(marked: str, values: list[str]) -> None:
    text, spans = unmarked(marked)
    found = find_quantities(text)
    assert [said(m) for m in found] == [stated(value) for value in values]
    assert [(m.start, m.end) for m in found] == spans


@pytest.mark.parametrize("text", [text for texts in CORPUS["not"].values() for text in texts])
def test_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_corpus_is_large_and_a_third_of_it_negative() -> None:
    positive = sum(len(texts) for texts in CORPUS["is"].values()) + len(CORPUS["several"])
    negative = sum(len(texts) for texts in CORPUS["not"].values())
    assert positive + negative >= 500
    assert negative * 3 >= positive + negative
