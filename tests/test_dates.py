"""Claims about dates in news text; most are data in tests/corpora/dates.yaml."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.model import DateMention, DateRange, Span
from factspec.recognisers.dates import find_dates, relative_spans
from factspec.recognisers.dates_rules import NOW, RULES

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora/dates.yaml").read_text("utf-8"))
MARKED = re.compile(r"\[([^\]]+)\]")
WEDNESDAY = date(2026, 3, 4)


def phrasings() -> Iterator[tuple[date, str, str]]:
    for block in CORPUS["blocks"]:
        for value, texts in block["is"].items():
            yield from ((block["dateline"], text, value) for text in texts)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that they enclosed; all of it where there are none."""
    text, spans, last = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text, last = text + mark[1], mark.end()
    return (text + marked[last:], spans) if spans else (marked, [(0, len(marked))])


@pytest.mark.parametrize(("dateline", "marked", "value"), list(phrasings()))
def test_phrasing_has_its_value_and_span(dateline: date, marked: str, value: str) -> None:
    text, (span,) = unmarked(marked)
    first, *others = value.split(" | ")
    (found,) = find_dates(text, dateline)
    assert (found.start, found.end) == span, text[found.start : found.end]
    readings = [str(one) for one in found.readings]
    assert readings[0] == first
    assert set(others) <= set(readings)


@pytest.mark.parametrize(("marked", "values"), list(CORPUS["several"].items()))
def test_dates_of_a_text_are_read_together(marked: str, values: list[str]) -> None:
    text, spans = unmarked(marked)
    found = find_dates(text, WEDNESDAY)
    assert [str(one.readings[0]) for one in found] == values
    assert [(one.start, one.end) for one in found] == spans


@pytest.mark.parametrize("text", [text for texts in CORPUS["not"].values() for text in texts])
def test_text_without_a_date_has_none(text: str) -> None:
    found = find_dates(text, WEDNESDAY)
    assert [(text[one.start : one.end], one.rule) for one in found] == []


def test_corpus_is_large_and_a_third_of_it_negative() -> None:
    positive, negative = len(list(phrasings())) + len(CORPUS["several"]), sum(len(texts) for texts in CORPUS["not"].values())
    assert positive + negative >= 500
    assert negative * 3 >= positive + negative


# ---------------------------------------------------------------- what stands beside the value


def only(text: str, dateline: date | None = WEDNESDAY) -> DateMention:
    (found,) = find_dates(text, dateline)
    return found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("before Friday", "before"),
        ("prior to 2004", "before"),
        ("ahead of 1 May 2026", "before"),
        ("after February 28", "after"),
        ("since early 2026", "since"),
        ("no later than 5 May 2026", "by"),
        ("no earlier than 5 May 2026", "since"),
        ("later than 2024", "after"),
        ("starting on 3 March", "since"),
        ("from March on", "since"),
        ("until last week", "until"),
        ("through March 11", "until"),
        ("by the end of 2027", "by"),
        ("on Friday", ""),
        ("after Friday's fire", ""),
        ("after the 2 July quake", ""),
    ],
)
def test_word_before_a_date_opens_its_interval(text: str, relation: str) -> None:
    assert only(text).relation == relation


@pytest.mark.parametrize(
    "text", ["on Friday", "in April", "on 2 July", "last year", "eight months ago", "the end of the year", "at Easter"]
)
def test_date_that_needs_the_dateline_is_relative_and_left_out_without_one(text: str) -> None:
    found = only(text)
    assert found.relative
    assert find_dates(text, None) == []
    assert relative_spans(text) == [Span(found.start, found.end)]


@pytest.mark.parametrize("text", ["28 February 2026", "in 2004", "the 1930s", "from 1999 to 2003", "Easter 2018", "28/02/2026"])
def test_date_that_stands_by_itself_needs_no_dateline(text: str) -> None:
    assert not only(text, None).relative
    assert relative_spans(text) == []


def test_date_told_from_a_full_one_needs_no_dateline() -> None:
    found = find_dates("It struck on 13 June 2025. Two days later it rained.", None)
    assert [str(one.readings[0]) for one in found] == ["2025-06-13", "2025-06-15"]


def test_written_weekday_is_kept_beside_the_date() -> None:
    assert only("Thursday, December 12, 2008").weekday == 3
    assert only("on Friday").weekday == 4
    assert only("December 12, 2008").weekday is None


def test_softened_date_is_approximate() -> None:
    assert all(
        only(text).approximate for text in ("about 2 March 2026", "almost three weeks ago", "around 1945.", "a few days ago")
    )
    assert not any(only(text).approximate for text in ("on 2 March 2026", "three weeks ago", "in 1945", "exactly a year ago"))


def test_day_and_month_in_figures_have_both_readings_unless_the_habit_is_known() -> None:
    text = "on 03/04/2026"
    march, april = "2026-03-04", "2026-04-03"
    assert [str(one) for one in only(text).readings] == [april, march]
    assert [[str(one) for one in find_dates(text, None, day_first=habit)[0].readings] for habit in (True, False)] == [
        [april],
        [march],
    ]


def test_day_that_habit_forbids_is_read_the_only_way_it_can_be() -> None:
    assert [str(one) for one in find_dates("28/02/2026", None, day_first=False)[0].readings] == ["2026-02-28"]


def test_year_of_the_story_is_a_further_reading() -> None:
    found = find_dates("He was tried in 1994. On 3 May he was hanged.", WEDNESDAY)
    assert DateRange(date(1994, 5, 3), date(1994, 5, 3)) in found[1].readings


def test_only_the_stretch_that_is_asked_for_is_searched() -> None:
    text = "On Monday he left. On Tuesday he died. On Sunday he was buried."
    start, end = text.index("On Tuesday"), text.index(" On Sunday")
    assert [text[one.start : one.end] for one in find_dates(text, WEDNESDAY, start, end)] == ["Tuesday"]
    assert find_dates(text, WEDNESDAY, 0, 7) == []


def test_stretch_knows_the_date_told_before_it() -> None:
    text = "It struck on 13 June 2025." + " Nobody knows why it did." * 20 + " Two days later it rained."
    (found,) = find_dates(text, None, text.index("Two days"))
    assert str(found.readings[0]) == "2025-06-15"


def test_every_rule_of_the_table_is_met_by_the_corpus() -> None:
    texts = [(dateline, unmarked(marked)[0]) for dateline, marked, _ in phrasings()]
    texts += [(WEDNESDAY, unmarked(marked)[0]) for marked in CORPUS["several"]]
    met = {one.rule for dateline, text in texts for one in find_dates(text, dateline)}
    assert {rule.name for rule in RULES} - met == {NOW}


# ---------------------------------------------------------------- whatever the text

WORDS = sorted(
    {word for _, marked, _ in phrasings() for word in re.findall(r"\S+", unmarked(marked)[0])} | {".", ",", "\n\n", "“", "$"}
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
DATELINES = st.one_of(st.none(), st.dates())


@pytest.mark.slow
@given(TEXTS, DATELINES, st.sampled_from([None, True, False]))
@settings(max_examples=1500, deadline=None)
def test_any_text_is_read_in_order_within_its_bounds(text: str, dateline: date | None, day_first: bool | None) -> None:
    found = find_dates(text, dateline, day_first=day_first)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(text[one.start : one.end] == text[one.start : one.end].strip() for one in found)
    assert all(one.readings and all(reading.first <= reading.last for reading in one.readings) for one in found)
    assert all(len(set(one.readings)) == len(one.readings) for one in found)
    assert dateline is not None or not any(one.relative for one in found)


@pytest.mark.slow
@given(TEXTS, DATELINES, st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=500, deadline=None)
def test_any_stretch_holds_only_dates_of_its_own(text: str, dateline: date | None, start: int, end: int) -> None:
    found = find_dates(text, dateline, start, end)
    assert all(start <= one.start and one.end <= end for one in found)
    assert relative_spans(text, start, end) == sorted(relative_spans(text, start, end))


@pytest.mark.slow
@pytest.mark.parametrize("words", ["Monday ", "two days later ", "the ", "3 ", "2004-", "May ", "early ", "in the last few "])
def test_time_grows_with_the_length_of_the_text_only(words: str) -> None:
    text = words * 5_000
    began = time.process_time()
    find_dates(text, WEDNESDAY)
    assert time.process_time() - began < 5
