"""Claims about quantities in news text; most are data in tests/corpora/quantities.yaml."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from factspec.language.lexicon import listed
from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers.quantities import find_quantities, parse_quantity

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/quantities.yaml").read_text("utf-8"))
VALUE = re.compile(
    r"(?P<sign>[=<>~]+) (?P<low>-?\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?(?: (?P<unit>[^\s(]+))?(?: \((?P<form>\w+)\))?\s*"
)
MARKED = re.compile(r"\[([^\]]+)\]")


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


def wrong(marked: str, values: list[str]) -> str | None:
    """What was found in a phrasing, where it is not what its value and its brackets say."""
    text, spans = unmarked(marked)
    found = find_quantities(text)
    right = [said(m) for m in found] == [stated(value) for value in values] and [(m.start, m.end) for m in found] == spans
    return None if right else f"{marked!r}: {[(text[m.start : m.end], *said(m)) for m in found]}"


@pytest.mark.parametrize("value", CORPUS["is"])
def test_phrasings_have_their_value_and_span(value: str) -> None:
    assert [fault for text in CORPUS["is"][value] if (fault := wrong(text, [value]))] == []


@pytest.mark.parametrize("marked", CORPUS["several"])
def test_quantities_of_one_phrasing_stay_apart(marked: str) -> None:
    assert wrong(marked, CORPUS["several"][marked]) is None


@pytest.mark.parametrize("reason", CORPUS["not"])
def test_number_that_counts_nothing_is_no_quantity(reason: str) -> None:
    assert {text: found for text in CORPUS["not"][reason] if (found := find_quantities(text))} == {}


def test_corpus_is_large_and_a_third_of_it_negative() -> None:
    positive = sum(len(texts) for texts in CORPUS["is"].values()) + len(CORPUS["several"])
    negative = sum(len(texts) for texts in CORPUS["not"].values())
    assert positive + negative >= 500
    assert negative * 3 >= positive + negative


# ---------------------------------------------------------------- what a spec states


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24", Quantity(24, 24)),
        ("1,219", Quantity(1219, 1219)),
        ("2004", Quantity(2004, 2004)),
        ("0", Quantity(0, 0)),
        ("one", Quantity(1, 1)),
        ("twenty-three", Quantity(23, 23)),
        ("a dozen", Quantity(12, 12)),
        ("10 km", Quantity(10, 10, unit="km")),
        ("10km", Quantity(10, 10, unit="km")),
        ("six miles", Quantity(6, 6, unit="mile")),
        ("12.5 miles", Quantity(12.5, 12.5, unit="mile")),
        ("150 nautical miles", Quantity(150, 150, unit="nmi")),
        ("3 weeks", Quantity(3, 3, unit="week")),
        ("65 %", Quantity(65, 65, unit="%")),
        ("65%", Quantity(65, 65, unit="%")),
        ("6.1 magnitude", Quantity(6.1, 6.1, unit="magnitude")),
        ("magnitude 6.1", None),
        ("13.9 billion USD", Quantity(13.9e9, 13.9e9, unit="USD")),
        ("$13.9 billion", Quantity(13.9e9, 13.9e9, unit="USD")),
        ("100 dollars a barrel", Quantity(100, 100, unit="USD/bbl")),
        ("more than 100 USD/bbl", Quantity(100, 100, Comparator.MORE, "USD/bbl")),
        ("25 USD/share", Quantity(25, 25, unit="USD/share")),
        ("at least 24", Quantity(24, 24, Comparator.AT_LEAST)),
        (">= 24", Quantity(24, 24, Comparator.AT_LEAST)),
        ("≥24", Quantity(24, 24, Comparator.AT_LEAST)),
        ("> 100 USD", Quantity(100, 100, Comparator.MORE, "USD")),
        ("about 60", Quantity(60, 60, Comparator.ABOUT)),
        ("~60", Quantity(60, 60, Comparator.ABOUT)),
        ("up to 40", Quantity(40, 40, Comparator.AT_MOST)),
        ("nearly $80 million", Quantity(80e6, 80e6, Comparator.LESS, "USD")),
        ("20-25", Quantity(20, 25)),
        ("9-14", Quantity(9, 14)),
        ("20 to 25 km", Quantity(20, 25, unit="km")),
        ("between 300 and 400", Quantity(300, 400)),
        ("fifth", Quantity(5, 5, unit="ord")),
        ("first", Quantity(1, 1, unit="ord")),
        ("21st", Quantity(21, 21, unit="ord")),
        ("-5 °C", Quantity(-5, -5, unit="°C")),
        ("one third", Quantity(1 / 3, 1 / 3)),
        ("500,000 bbl/day", Quantity(5e5, 5e5, unit="bbl/day")),
        ("", None),
        ("many", None),
        ("24 people", None),
        ("24 parsnips", None),
        ("12:30", None),
        ("7 #dead", None),
        ("deaths: 24", None),
        ("24 or 26 or 28", None),
    ],
)
def test_spec_states_a_quantity_as_it_would_be_written(text: str, value: Quantity | None) -> None:
    assert parse_quantity(text) == value


@pytest.mark.parametrize("text", ["24", "at least 24", "$13.9 billion", "20-25 people"])
def test_blanks_around_a_stated_quantity_do_not_matter(text: str) -> None:
    assert parse_quantity(f"  {text}\n") == parse_quantity(text)


# ---------------------------------------------------------------- spans and windows

NEWS = (
    "At least 24 people died on Tuesday. Two dozen boats and 1,219 homes were lost, a $2.6bn (£1.9bn) blow.\n\nNo one knows why."
)


def test_window_finds_what_the_whole_text_has_there() -> None:
    whole = find_quantities(NEWS)
    first, second = NEWS.index("Two dozen"), NEWS.index("\n\n")
    assert [m for m in whole if first <= m.start < second] == find_quantities(NEWS, first, second)


def test_window_sees_what_stands_beside_it() -> None:
    text = "Flight 370 vanished at 5 p.m."
    assert find_quantities(text, text.index("370")) == []
    assert find_quantities(text, 0, text.index(" p.m.")) == []


def test_mention_that_leaves_the_window_is_not_found() -> None:
    text = "about 1,219 homes"
    assert find_quantities(text, 0, 8) == []
    assert [text[m.start : m.end] for m in find_quantities(text, 6)] == ["1,219"]


def test_blank_line_separates_a_number_from_what_follows() -> None:
    (found,) = find_quantities("The toll is 24\n\nMinutes later it rose.")
    assert found.value == Quantity(24, 24)


def test_line_break_does_not_separate() -> None:
    (found,) = find_quantities("at least\n24\nminutes")
    assert found.value == Quantity(24, 24, Comparator.AT_LEAST, "min")


def test_rule_says_how_a_quantity_was_read() -> None:
    texts = ["24", "$5", "5 km", "20-25 people", "9-14", "between 2 and 3", "dozens", "twice", "no one", "aged 85", "one in five"]
    rules = "figure money measure range score between dozens times zero age proportion"
    assert [find_quantities(text)[0].rule for text in texts] == rules.split()


def test_age_can_be_told_from_a_length_of_time() -> None:
    forms = [find_quantities(text)[0].form for text in ("an 85-year-old woman", "an 85-year term")]
    assert forms == ["age", "cardinal"]


ALPHABET = st.text(alphabet="0123456789 .,-–/:$€%½'’\"()\n+<~abcdfhimnoprstuwyABNOT", max_size=60)
WORDS = st.lists(
    st.sampled_from(
        sorted(
            listed(
                """one two twenty hundred thousand million dozen and a half third quarter of to between from 5 1,219 2004 24 $5 %
                km m pounds feet inches no nobody dozens tens scores several few many point minus or more than about over at least
                - – 6.1 magnitude aged year old st 3rd in out ten fifths May p.m. the No. , ."""
            )
        )
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(st.one_of(ALPHABET, WORDS, st.text(max_size=60)), st.integers(0, 70), st.integers(0, 70))
def test_any_text_gives_ordered_spans_inside_the_window_and_never_raises(text: str, start: int, end: int) -> None:
    found = find_quantities(text, start, end)
    spans = [(m.start, m.end) for m in found]
    assert spans == sorted(spans)
    assert all(start <= a < b <= min(end, len(text)) for a, b in spans)
    assert all(first[1] <= later[0] for first, later in pairwise(spans))
    assert all(m.value.low == m.value.low and m.rule for m in found)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(st.one_of(ALPHABET, WORDS, st.text(max_size=40)))
def test_any_text_may_be_offered_as_a_stated_quantity(text: str) -> None:
    value = parse_quantity(text)
    assert value is None or isinstance(value, Quantity)


@pytest.mark.slow
def test_number_words_of_both_sides_of_the_atlantic_come_back_in_a_sentence() -> None:
    chance = random.Random(1219)
    for number in [*range(2, 400), *(chance.randrange(10**7) for _ in range(2000))]:
        british = num2words(number)
        for words in (british, british.replace(" and ", " ").replace(",", ""), british.capitalize()):
            (found,) = find_quantities(f"They counted some {words} boats." if words[0].islower() else f"{words} boats sank.")
            assert found.value.low == number, words
