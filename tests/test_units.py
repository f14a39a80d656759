"""Claims about units and numerals: names, symbols, conversion, and what number words come to."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from factspec.language.figures import read_figure
from factspec.language.numerals import numeral, read_words
from factspec.language.units import CURRENCIES, NAMES, SYMBOLS, UNITS, convert, unit_of
from factspec.language.units_reading import read_unit


@pytest.mark.parametrize(
    ("symbol", "names"),
    [
        ("km", "km|kms|kilometre|kilometres|kilometer|Kilometers"),
        ("nmi", "nautical mile|nautical miles|nautical-mile|sea miles|nmi"),
        ("mile", "mile|miles|mi"),
        ("ft", "foot|feet|ft"),
        ("%", "%|percent|per cent|pct|pc"),
        ("pp", "percentage point|percentage points|percentage-point"),
        ("USD", "$|US$|dollar|dollars|US dollars|U.S. dollars|American dollars|USD"),
        ("GBP", "£|GBP|pounds sterling|British pounds"),
        ("EUR", "€|euro|euros"),
        ("INR", "Rs|Rs.|₹|rupees"),
        ("USD/bbl", "USD/bbl|dollars a barrel|dollars per barrel|$/barrel|US dollars a barrel"),
        ("USD/share", "dollars a share|USD/share|$ per share"),
        ("bbl/day", "barrels a day|barrels per day|bpd|bbl/day"),
        ("km/h", "km/h|kph|kilometres per hour|kilometers an hour"),
        ("mph", "mph|miles an hour|miles per hour"),
        ("t", "tonne|tonnes|metric tons|t"),
        ("ton", "ton|tons|short tons"),
        ("ha", "hectare|hectares|ha"),
        ("m²", "square metres|square meter|sq m|m²|m2"),
        ("°C", "degrees Celsius|degree centigrade|°C|C|Celsius"),
        ("s", "second|seconds|secs"),
        ("min", "minute|minutes|mins"),
        ("century", "century|centuries"),
        ("magnitude", "magnitude"),
        ("knot", "knot|knots|nautical miles an hour"),
        ("kWh", "kilowatt-hours|kilowatt hours|kWh"),
    ],
)
def test_unit_is_known_by_each_of_its_names(symbol: str, names: str) -> None:
    found = {name: unit_of(name) for name in names.split("|")}
    assert {name: unit.symbol if unit else None for name, unit in found.items()} == dict.fromkeys(found, symbol)


@pytest.mark.parametrize("words", ["", "people", "parsnips", "a", "dollars a parsnip", "per cent sign", "kilo metres", "won"])
def test_other_words_are_no_unit(words: str) -> None:
    assert unit_of(words) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        (150, "nmi", "km", 277.8),
        (6, "mile", "km", 9.656064),
        (20, "km", "mile", 12.4274238447),
        (3, "week", "day", 21),
        (12, "month", "year", 1),
        (24, "hour", "day", 1),
        (0.25, "min", "s", 15),
        (100, "°C", "°F", 212),
        (0, "K", "°C", -273.15),
        (-40, "°F", "°C", -40),
        (1, "ton", "lb", 2000),
        (1, "t", "kg", 1000),
        (1, "bbl", "gal", 42),
        (60, "mph", "km/h", 96.56064),
        (1, "knot", "km/h", 1.852),
        (10, "m/s", "km/h", 36),
        (50, "cent", "USD", 0.5),
        (470, "penny/share", "GBP/share", 4.7),
        (0.2, "1", "%", 20),
        (25, "bp", "pp", 0.25),
        (24, "", "", 24),
    ],
)
def test_value_converts_within_its_dimension(value: float, unit: str, to: str, result: float) -> None:
    assert convert(value, unit, to) == pytest.approx(result, rel=1e-11)


def test_conversion_leaves_no_dust_of_floating_point() -> None:
    assert convert(150, "nmi", "km") == 277.8
    assert convert(6.1, "magnitude", "magnitude") == 6.1


@pytest.mark.parametrize(
    ("unit", "to"),
    [("USD", "EUR"), ("km", "kg"), ("", "%"), ("", "km"), ("%", "pp"), ("USD", "USD/bbl"), ("ord", ""), ("km", "furlong")],
)
def test_other_dimensions_do_not_convert(unit: str, to: str) -> None:
    assert convert(1, unit, to) is None


def test_every_spelling_leads_to_a_unit() -> None:
    assert {*SYMBOLS.values(), *NAMES.values()} <= UNITS.keys()
    assert all(unit.symbol == symbol and unit.factor > 0 for symbol, unit in UNITS.items())


def test_each_currency_is_a_dimension_of_its_own() -> None:
    assert len({UNITS[code].dimension for code in CURRENCIES if code in UNITS}) == len(CURRENCIES)


def test_table_holds_a_newspaper_and_no_laboratory() -> None:
    simple = [symbol for symbol, unit in UNITS.items() if "/" not in symbol and unit.dimension not in CURRENCIES]
    assert 60 <= len(simple) <= 130


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" km wide", ("km", " km")),
        ("km wide", ("km", "km")),
        ("-nautical-mile corridor", ("nmi", "-nautical-mile")),
        (" U.S. dollars a barrel", ("USD/bbl", " U.S. dollars a barrel")),
        (" dollars a square foot", ("USD/sq-ft", " dollars a square foot")),
        ("C overnight", ("°C", "C")),
        (" C overnight", None),
        (" m people", ("m", " m")),
        ("s and 30s", None),
        ("\n\nminutes", None),
        ("\nminutes", ("min", "\nminutes")),
        (" people", None),
        (" US troops", None),
    ],
)
def test_unit_is_read_where_it_stands_behind_a_number(text: str, found: tuple[str, str] | None) -> None:
    read = read_unit("5" + text, 1)
    assert (read and (read[0], ("5" + text)[1 : read[1]])) == found


# ---------------------------------------------------------------- numerals


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one hundred and five", 105),
        ("one hundred five", 105),
        ("twenty-three", 23),
        ("Twenty Three", 23),
        ("fifteen hundred", 1500),
        ("two hundred and two thousand", 202_000),
        ("one million, two hundred and thirty-four thousand, five hundred and sixty-seven", 1_234_567),
        ("two and a half million", 2_500_000),
        ("a", None),
        ("three lakh crore", 3e12),
        ("two dozen", 24),
        ("six point one", 6.1),
        ("nought point nought four", 0.04),
        ("two hundred point seventy-one", 200.71),
        ("twenty-first", 21),
        ("two-thirds", 2 / 3),
        ("nineteen eighty-four", None),
        ("twenty twenty", None),
        ("one two three", None),
        ("1,219", 1219),
        ("1,00,000", 100_000),
        ("12,34,567.89", 1_234_567.89),
        ("1\u202f219", 1219),
        ("40 000", 40_000),
        ("1.2 million", 1_200_000),
        ("13.9bn", 13.9e9),
        ("2½", 2.5),
        ("10 1/2", 10.5),
        ("3/4", 0.75),
        ("9/11", None),
        ("24/7", None),
        ("14:30", None),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_numeral_has_its_value(words: str, value: float | None) -> None:
    assert numeral(words) == (pytest.approx(value) if value is not None else None)


def test_numeral_ends_before_what_belongs_to_another() -> None:
    words = read_words("one hundred and two hundred", 0)
    assert words
    assert (words.value, words.end) == (100, len("one hundred"))
    list_ = read_words("twenty and thirty", 0)
    assert list_
    assert list_.value == 20


@pytest.mark.slow
def test_number_words_come_back_british_and_american() -> None:
    chance = random.Random(7)
    for number in [*range(3000), *(chance.randrange(10**7) for _ in range(4000))]:
        british = num2words(number)
        assert numeral(british) == number, british
        assert numeral(british.replace(" and ", " ").replace(",", "")) == number, british
        if number % 100:
            assert numeral(num2words(number, to="ordinal")) == number, british


@pytest.mark.slow
@given(st.integers(0, 10**15))
def test_figures_come_back_with_and_without_separators(number: int) -> None:
    assert numeral(str(number)) == number
    assert numeral(f"{number:,}") == number


@pytest.mark.slow
@settings(max_examples=1000)
@given(st.text(max_size=40))
def test_any_text_may_be_read_as_a_numeral_or_a_unit(text: str) -> None:
    for at in range(len(text) + 1):
        for read in (read_figure(text, at), read_words(text, at)):
            assert read is None or at < read.end <= len(text)
        unit = read_unit(text, at)
        assert unit is None or (unit[0] in UNITS and at < unit[1] <= len(text))


@given(st.sampled_from(sorted(UNITS)), st.floats(-1e9, 1e9))
def test_conversion_there_and_back_is_the_same(unit: str, value: float) -> None:
    base = next(other for other in UNITS if UNITS[other].dimension == UNITS[unit].dimension)
    there = convert(value, unit, base)
    assert there is not None
    assert convert(there, base, unit) == pytest.approx(value, rel=1e-9, abs=1e-6 * (1 + abs(there)))
