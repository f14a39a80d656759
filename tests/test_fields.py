"""A YAML text becomes nodes that know their place, days are read as a spec writes them, and getters say what they miss."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from spec_tables import BAD, GOOD, whole

from factspec.errors import Problem, SpecError
from factspec.fields import Faults, Node, boolean, choice, composing, entries, fields, nearest, parse, text, texts, unknown_keys
from factspec.fields.days import DayError, day_of, moment, period, said, weekday_faults
from factspec.model import DateRange, Place

PATH = "a.yaml"
QUOTES = "put a text that holds commas, colons or brackets in quotes"


def root(written: str) -> Node:
    node, problems = parse(PATH, written)
    assert not problems
    return node


def at(line: int, column: int) -> Place:
    return Place(PATH, line, column)


def faults_of(written: str) -> list[str]:
    try:
        _, problems = parse(PATH, written)
    except SpecError as error:
        problems = list(error.problems)
    return [str(problem).removeprefix(f"{PATH}:") for problem in problems]


# ---------------------------------------------------------------- nodes


@pytest.mark.parametrize("written", ["NO", "0456", "2026-03-14", "12:30", "1984", "1_000", "0x1F", "yes", ".inf", "=", "<<"])
def test_scalar_is_the_text_that_was_written(written: str) -> None:
    assert text(fields(root(f"a: {written}"))["a"]) == written


def test_node_knows_the_place_of_its_value_and_of_its_key() -> None:
    node = fields(root("a:\n  'b':   [x, y]\n"))["a"]
    inner = fields(node)["b"]
    assert (inner.place, inner.key_place, inner.path) == (at(2, 10), at(2, 3), "a.b")
    assert [(entry.place, entry.key_place, entry.path) for entry in entries(inner)] == [
        (at(2, 11), at(2, 11), "a.b[0]"),
        (at(2, 14), at(2, 14), "a.b[1]"),
    ]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("x: 1\r\ny: [a, b]\r\n", at(2, 5)),
        ("x: 1\ry: [a, b]\r", at(2, 5)),
        ("x: é😀\ny: [a, b]\n", at(2, 5)),
        ("\ufeffy: [a, b]\n", at(1, 5)),
    ],
)
def test_lines_and_columns_are_those_of_an_editor(written: str, place: Place) -> None:
    assert entries(fields(root(written))["y"])[0].place == place


def test_texts_are_composed_characters_with_single_blanks() -> None:
    node = root("a: >-\n  Jose\u0301\n  sank\n\n  again\nb: 'x\u00a0 y'\n")
    assert [text(value) for value in fields(node).values()] == ["José sank again", "x y"]
    assert text(root("Sker\u00adry \u200bMaid\u200e")) == "Skerry Maid"


def test_tab_inside_a_text_is_text() -> None:
    assert text(fields(root('a: |\n  x\n  \ty\nb: "z\n\t\tz"\n'))["b"]) == "z z"


def test_all_faults_before_a_syntax_error_are_told_with_it() -> None:
    assert faults_of("a: &x 1\na: 2\nb: [c\n") == [
        '1:4: a: anchors are not read: &x (write "&x …" in quotes if that is the text)',
        "2:1: duplicate key 'a' (first in line 1)",
        f"4:1: not valid YAML: a list in [ ] is not closed, or lacks a comma ({QUOTES})",
    ]


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x85", "\u2028", "\ud800", "\ufeff", "\uffff"])
def test_character_that_no_editor_shows_is_refused_before_the_text_is_parsed(character: str) -> None:
    found = f"the character U+{ord(character):04X} cannot stand in a YAML file (remove it)"
    assert faults_of(f"a: {character}\nb: [{character}") == [f"1:4: {found}", f"2:5: {found}"]


@pytest.mark.parametrize("shown", [*[shown for shown, _ in GOOD], *[row.shown for row in BAD if "YAML" not in row.said[0]]])
def test_both_parsers_of_pyyaml_make_the_same_nodes(shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = outcome(whole(shown))
    monkeypatch.setattr(composing, "_LOADER", yaml.SafeLoader)
    assert outcome(whole(shown)) == first


def outcome(written: str) -> tuple[object, list[Problem]]:
    try:
        node, problems = parse(PATH, written)
    except SpecError as error:
        return None, list(error.problems)
    return shown(node), problems


def shown(node: Node) -> object:
    content = node.content
    if isinstance(content, dict):
        content_shown: object = {key: shown(value) for key, value in content.items()}
    else:
        content_shown = [shown(value) for value in content] if isinstance(content, tuple) else content
    return node.path, node.offset, node.named, node.plain, content_shown


@pytest.mark.slow
@given(st.text(alphabet=st.sampled_from("ab:-[]{}\",'#&*!|>%@\t \n\\u0é"), max_size=60))
@settings(max_examples=1000, deadline=None)
def test_pure_parser_raises_nothing_else_either(written: str) -> None:
    usual = composing._LOADER
    composing._LOADER = yaml.SafeLoader
    try:
        faults_of(written)
    finally:
        composing._LOADER = usual


# ---------------------------------------------------------------- getters


def test_getter_of_an_unreadable_node_raises_no_second_problem() -> None:
    node, problems = parse(PATH, "a: *b\n")
    assert [problem.code for problem in problems] == ["FS005"]
    faults = Faults()
    for getter in (text, texts, boolean, fields, entries):
        assert faults.take(getter, fields(node)["a"], None) is None
    assert not faults.problems


def test_faults_of_a_list_are_gathered() -> None:
    with pytest.raises(SpecError) as raised:
        texts(root("['', [a], b, null]"))
    assert [problem.code for problem in raised.value.problems] == ["FS015", "FS014", "FS015"]


@pytest.mark.parametrize(
    ("word", "options", "help_"),
    [
        ("requird", ("required", "severity"), "did you mean 'required'?"),
        ("Kind", ("kind", "king"), "did you mean 'kind'?"),
        ("cuont", ("count", "quote"), "did you mean 'count'?"),
        ("xyz", ("kind", "value"), ""),
        ("", ("kind",), ""),
    ],
)
def test_nearest_word_is_offered_if_it_is_near(word: str, options: tuple[str, ...], help_: str) -> None:
    assert nearest(word, options) == help_


def test_long_texts_and_lists_are_refused() -> None:
    for written in ("a" * 5001, f"[{'a, ' * 1001}]"):
        with pytest.raises(SpecError, match="the limit is"):
            texts(root(written))


def test_choice_and_unknown_keys_say_what_there_is() -> None:
    with pytest.raises(SpecError, match="expected a, b or c, found 'd'"):
        choice(root("d"), ("a", "b", "c"))
    (problem,) = unknown_keys(root("{x: 1}"), ("about", "value"), {"x": "write y"})
    assert (problem.code, problem.help) == ("FS012", "write y")


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2026-02-29", "FS031"),
        ("31 April 2026", "FS031"),
        ("2026-13", "FS031"),
        ("2026-2-3", "FS030"),
        ("03.07.2026", "FS030"),
        ("2026/03/07", "FS030"),
        ("28 february 2026", "FS030"),
        ("0999", "FS030"),
        ("", "FS030"),
        ("Sunday, 7 March 2026", "FS032"),
        ("2026/2025", "FS034"),
        ("2026-01-01/2026-01-02/2026-01-03", "FS030"),
    ],
)
def test_text_that_is_no_period_is_refused_with_its_code(written: str, code: str) -> None:
    with pytest.raises(DayError) as raised:
        period(written)
    assert raised.value.code == code


@pytest.mark.parametrize("written", ["2026", "2026-02", "2026-02-28/2026-02-28", "Friday"])
def test_only_a_day_is_a_day(written: str) -> None:
    with pytest.raises(DayError):
        day_of(written)


@pytest.mark.parametrize(
    "written", ["2026-02-28T24:00", "2026-02-28T12:00Z", "2026-02-28T12:00+01:00", "2026-02", "12:00", "2026-02-30"]
)
def test_moment_has_a_day_and_no_zone(written: str) -> None:
    with pytest.raises(DayError):
        moment(written)


def test_moment_without_a_clock_is_midnight() -> None:
    assert moment("2026-02-28") == moment("2026-02-28 0:00") == datetime(2026, 2, 28)  # noqa: DTZ001


def test_weekdays_beside_dates_are_compared_and_others_are_not() -> None:
    told = "On Friday, 2026-03-07 and Saturday 7 March 2026; March 7, 2026 (Monday). On Sunday. Sunday 31 April 2026."
    assert list(weekday_faults(told)) == ["Friday, 2026-03-07 is a Saturday", "Monday, 2026-03-07 is a Saturday"]


days = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@given(days, days)
@settings(max_examples=60, deadline=None)
def test_period_is_read_back_from_iso(one: date, other: date) -> None:
    range_ = DateRange(min(one, other), max(one, other))
    assert period(str(range_)) == range_


@given(days)
@settings(max_examples=60, deadline=None)
def test_day_is_read_back_from_what_is_said(day: date) -> None:
    assert day_of(said(DateRange(day, day))) == day
