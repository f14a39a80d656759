"""A YAML text becomes a spec, or everything that is wrong with it, each at its place."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spec_tables import BAD, GOOD, Bad, whole

from factspec.errors import SpecError
from factspec.model import (
    Comparator,
    DateRange,
    Fact,
    FactValue,
    Figure,
    Named,
    Parts,
    Place,
    Quantity,
    Quote,
    Role,
    Spec,
    Standing,
    Verdict,
)
from factspec.spec import load_spec

PATH = "ferry.facts.yaml"
HASH = "put the text in quotes, or a blank behind the # of a comment"


def load(shown: str) -> Spec:
    return load_spec(PATH, whole(shown)).spec


def fact(shown: str) -> Fact:
    (only,) = load(shown).facts
    return only


def said(shown: str) -> list[str]:
    """The warnings of a spec, or the faults that keep it from being one, without the file's name."""
    try:
        found = load_spec(PATH, whole(shown)).warnings
    except SpecError as error:
        found = error.problems
    return [str(problem).removeprefix(f"{PATH}:") for problem in found]


@pytest.mark.parametrize(("shown", "expected"), GOOD, ids=[shown.split("kind: ")[1].replace("\n", ";")[:60] for shown, _ in GOOD])
def test_value_is_read_and_said_as_an_editor_reads_it(shown: str, expected: str) -> None:
    assert fact(shown).expected == expected
    assert not said(shown)


@pytest.mark.parametrize("row", BAD, ids=[row.said[0][:60] for row in BAD])
def test_every_fault_is_said_at_its_place(row: Bad) -> None:
    assert said(row.shown) == list(row.said)


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        ("date", "2026-02", DateRange(date(2026, 2, 1), date(2026, 2, 28))),
        ("date", "2024-02", DateRange(date(2024, 2, 1), date(2024, 2, 29))),
        ("date", "2026-02-28/2026-03", DateRange(date(2026, 2, 28), date(2026, 3, 31))),
        ("count", "at least 24", Figure(Quantity(24, 24, Comparator.AT_LEAST))),
        ("count", "20-25", Figure(Quantity(20, 25))),
        ("count", "{value: 60, tolerance: 5%}", Figure(Quantity(60, 60), 3)),
        ("count", "{value: about 60, tolerance: 2}", Figure(Quantity(60, 60, Comparator.ABOUT), 2)),
        ("count", "12 Danes and eleven Finns", Parts(((12, "Danes"), (11, "Finns")))),
        ("quantity", "six miles", Figure(Quantity(6, 6, unit="mile"))),
        ("quantity", "{value: 10 km, tolerance: 500 m}", Figure(Quantity(10, 10, unit="km"), 0.5)),
        ("quantity", "{value: 65 %, tolerance: 5}", Figure(Quantity(65, 65, unit="%"), 5)),
        ("place", "Springfield, Illinois, USA", Named((("Springfield",),), within=("Illinois", "USA"))),
        ("role", "{person: Ana Lind, role: mayor, of: Ellan}", Role("Ana Lind", "mayor", "Ellan")),
        ("quote", "“We tested  it”", Quote("We tested it")),
        ("quote", '\'"a" and "b"\'', Quote('"a" and "b"')),
        ("name", "Jose\u0301", Named((("José",),))),
    ],
)
def test_value_is_typed_by_its_kind(kind: str, value: str, read: FactValue) -> None:
    assert fact(f"f:\n  kind: {kind}\n  value: {value}\n  about: struck\n").value == read


def test_aliases_of_several_names_go_to_the_name_they_abbreviate_or_share_words_with() -> None:
    shown = "f: {kind: names, value: [United Arab Emirates, Port Ellan, Skerry Maid], also: [U.A.E., UAE, the Maid, Ellan]}\n"
    assert fact(shown).value == Named(
        (("United Arab Emirates", "U.A.E.", "UAE"), ("Port Ellan", "Ellan"), ("Skerry Maid", "the Maid")),
    )
    assert fact(shown).also == ("U.A.E.", "UAE", "the Maid", "Ellan")


def test_places_in_also_may_name_what_they_lie_in() -> None:
    value = fact("f: {kind: place, value: 'Springfield, Illinois', also: 'Springfield, Ill.', within: USA, about: born}\n").value
    assert value == Named((("Springfield",),), within=("Illinois", "Ill.", "USA"))


def test_spec_holds_articles_with_their_places_and_waivers() -> None:
    spec = load(
        "factspec: 1\nevent: Ferry\narticles: [a/*.txt, b.html]\nfacts:\n  d: {kind: name, value: Skerry}\n"
        "waivers:\n  - {fact: d, article: a.txt, reason: agreed, by: desk, until: 2026-12-31}\n"
    )
    assert (spec.path, spec.event) == (PATH, "Ferry")
    assert spec.articles == (("a/*.txt", Place(PATH, 3, 12)), ("b.html", Place(PATH, 3, 21)))
    (waiver,) = spec.waivers
    assert (waiver.fact, waiver.article, waiver.until, waiver.place) == ("d", "a.txt", date(2026, 12, 31), Place(PATH, 7, 5))


def test_fact_knows_the_place_of_each_of_its_keys() -> None:
    found = fact("f:\n  kind: count\n  value: 24\n  of: [killed]\n  required: false\n")
    assert found.place == Place(PATH, 4, 3)
    assert found.places == {key: Place(PATH, line, 5) for line, key in enumerate(("kind", "value", "of", "required"), 5)}


def test_keys_that_are_not_written_have_their_defaults() -> None:
    found = fact("f: {kind: name, value: Skerry}\n")
    assert (found.required, found.checked, found.severity, found.also, found.history) == (True, True, "", (), ())


def test_single_text_is_a_list_of_one() -> None:
    found = fact("f: {kind: count, value: 24, of: killed, when: quake, not: '30', tags: toll}\n")
    assert (found.of, found.when, found.wrong, found.tags) == (("killed",), ("quake",), ("30",), ("toll",))


def test_examples_keep_verdict_sentence_and_place() -> None:
    found = fact("f:\n  kind: name\n  value: Skerry\n  examples:\n    omits: It sank.\n    supports: [Skerry sank.]\n").examples
    assert found.sentences == (
        (Verdict.SUPPORTED, "Skerry sank.", Place(PATH, 9, 18)),
        (Verdict.OMITTED, "It sank.", Place(PATH, 8, 14)),
    )


def test_history_is_in_time_order_and_a_day_means_its_midnight() -> None:
    found = fact("f: {kind: count, value: 24, of: killed, history: {2013-07-02 12:30: 3, 2013-07-03: 24}}\n").history
    assert found == (
        Standing(datetime(2013, 7, 2, 12, 30), Figure(Quantity(3, 3))),  # noqa: DTZ001 moments of a spec have no zone
        Standing(datetime(2013, 7, 3), Figure(Quantity(24, 24))),  # noqa: DTZ001
    )


# ---------------------------------------------------------------- warnings


@pytest.mark.parametrize(
    ("shown", "warning"),
    [
        (
            "f: {kind: date, value: 2026-03-07, about: x, statement: They spoke on Friday.}\n",
            "4:59: warning: facts.f.statement: the statement says Friday, 2026-03-07 is a Saturday (correct one of them)",
        ),
        (
            "f: {kind: name, value: x, statement: 'On Sunday, March 7, 2026, x sank.'}\n",
            "4:40: warning: facts.f.statement: the statement says Sunday, 2026-03-07 is a Saturday (correct one of them)",
        ),
        (
            "f:\n  kind: name\n  value: Highway #7\n",
            f"6:20: warning: facts.f.value: the text ends before '#7', which begins a comment ({HASH})",
        ),
        (
            "f: {kind: count, value: 24, of: x, history: {2013-07-03: 24, 2013-07-02: 3, 2013-07-04: 24}}\n",
            "4:64: warning: facts.f.history.2013-07-02: earlier than the entry above it (write the oldest first)",
        ),
        (
            "f: {kind: count, value: 24, of: x, history: {2013-07-03: 3}}\n",
            "4:60: warning: facts.f.history.2013-07-03: the last entry is 3, but the value is 24 (add since when 24 is right)",
        ),
    ],
)
def test_doubtful_spec_is_read_with_a_warning(shown: str, warning: str) -> None:
    assert said(shown) == [warning]


@pytest.mark.parametrize(
    "shown",
    [
        "f: {kind: date, value: 2026-03-07, about: x, statement: They spoke on Saturday and met on Sunday.}\n",
        "f: {kind: date, value: 2026-03, about: x, statement: They spoke on a Friday.}\n",
        "f: {kind: date, value: 2026-03-07, about: x, statement: On Monday they said it was 7 March 2026.}\n",
        "f: {kind: name, value: x, statement: 'On Saturday, 7 March 2026, and 31 February 2026.'}\n",
        "f:\n  kind: name  # a name\n  value: x # y\n  also: [y] #todo\n  note: 'a #7'\n",
        "a: {kind: name, value: Ana Lind, also: [Lind]}\nb: {kind: role, value: {person: Ana Lind, role: x}, also: [Lind]}\n",
        "a: {kind: name, value: Ellan}\nb: {kind: place, value: Port Ellan, also: [Ellan], about: x}\n",
        "a: {kind: name, value: 北京}\nb: {kind: name, value: 东京, also: [東京]}\n",
    ],
)
def test_spec_in_order_is_read_in_silence(shown: str) -> None:
    assert said(shown) == []


# ---------------------------------------------------------------- whatever comes


def test_problems_beyond_a_thousand_are_counted() -> None:
    found = said(whole("".join(f"f{i}: {{kind: cuont, value: 24}}\n" for i in range(1500))))
    assert len(found) == 1001
    assert found[-1] == "1004:17: 500 more problems or so are not shown (mend the ones above first)"


def test_nothing_of_a_large_spec_takes_long_to_refuse() -> None:
    """Anchors that would unfold a billion times, lists in lists, and a thousand unknown waivers are just faults."""
    laughs = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    waivers = "".join(f"  - {{fact: d{i}, article: x, reason: y, by: z, until: 2026-12-31}}\n" for i in range(500))
    assert len(said(f"factspec: 1\nevent: x\nfacts:\n  f: {{kind: name, value: x}}\n{laughs}")) > 20
    assert said("f: " + "[" * 100_000)
    assert said("f: " + "{a: " * 100_000)
    assert len(said(f"waivers:\n{waivers}")) == 500


EXAMPLES = [whole(shown) for shown, _ in GOOD] + [whole(row.shown) for row in BAD]
PIECES = st.sampled_from(
    [":", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", '"', "'", "#", " #", "&a", "*a", "!!", "\t", "|", ">", "%", "~", "é", "0"]
)


def check_places(text: str) -> None:
    """Only SpecError is raised, and every place is in the text (or just behind one of its lines)."""
    try:
        problems = load_spec(PATH, text).warnings
    except SpecError as error:
        problems = error.problems
        assert not all(problem.warning for problem in problems)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert list(problems) == sorted(problems, key=lambda problem: problem.place or Place("", 0, 0))
    for problem in problems:
        assert problem.place
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert "\n" not in str(problem)


@pytest.mark.slow
@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_spec_or_a_list_of_faults(text: str) -> None:
    check_places(text)
    check_places(whole(text.replace("factspec:", "")))


@pytest.mark.slow
@given(
    st.sampled_from(EXAMPLES),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 5), PIECES | st.text(max_size=3)), max_size=4),
)
@settings(max_examples=1500, deadline=None)
def test_spec_that_was_tampered_with_is_a_spec_or_a_list_of_faults(text: str, edits: list[tuple[int, int, str]]) -> None:
    for at, cut, piece in edits:
        text = text[:at] + piece + text[at + cut :]
    check_places(text)
