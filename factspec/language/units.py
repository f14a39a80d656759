"""Units of English news and what they come to in one another.

Read are the names and symbols of `units_table`, singular and plural, British and American, and rates such as "dollars a
barrel", "km/h" or "gallons per minute". A symbol is canonical: one for a unit, in whatever way it was written. Each currency
is a dimension of its own, so that nothing here knows an exchange rate. Not read are units in a running text (see
`units_reading`), and the pound of money is not told from the pound of weight: that needs a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factspec.language.units_table import MEASURES, MONEY, Row

__all__ = ["CURRENCIES", "CURRENCY_SIGNS", "NAMES", "SYMBOLS", "UNITS", "Unit", "convert", "rate_of", "unit_of"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical symbol; value × factor + offset is the value in the base unit of its dimension."""

    symbol: str
    dimension: str
    factor: float
    offset: float = 0.0


_COUNTED = {"share": "share", "person": "person|head|capita", "unit": "unit", "vote": "vote", "ticket": "ticket"}
"""What an amount of money may be paid for, though it is no unit itself."""

_PRICED = "USD cent EUR GBP penny JPY CNY INR AUD CAD HKD CHF RUB ZAR"
_PRICE_PER = (
    "bbl share year month week day hour min person t ton kg lb oz troy-oz gal L bushel acre ha m² sq-ft mile km MWh kWh unit vote"
    " ticket"
)
_FLOWING = ("length", "mass", "volume", "area", "data")
_FLOW_PER = "s min hour day week month year"
_DENSITY_PER = " L mL m³ kg"  # how much of one thing is in another: "46 µg/L", "3 mg/kg"
_RATE_SYMBOLS = {
    "km/hour": "km/h",
    "mile/hour": "mph",
    "nmi/hour": "knot",
    "bpd": "bbl/day",
    "b/d": "bbl/day",
    "cfs": "cu-ft/s",
}
"""Rates that have a symbol of their own, and symbols that mean a rate."""


def _rows() -> Iterator[tuple[str, Row]]:
    for table in (MEASURES, MONEY):
        yield from ((dimension, row) for dimension, rows in table.items() for row in rows)


def _simple() -> dict[str, Unit]:
    units = (Unit(row.symbols.split("|", maxsplit=1)[0], dimension, row.factor, row.offset) for dimension, row in _rows())
    return {unit.symbol: unit for unit in units}


def _rates(units: Mapping[str, Unit]) -> Iterator[Unit]:
    counted = {name: Unit(name, name, 1.0) for name in _COUNTED}
    for head in units.values():
        below = _PRICE_PER if head.symbol in _PRICED.split() else _FLOW_PER if head.dimension in _FLOWING else ""
        below += _DENSITY_PER if head.dimension == "mass" else ""
        for per in (units.get(name) or counted[name] for name in below.split()):
            yield Unit(f"{head.symbol}/{per.symbol}", f"{head.dimension}/{per.dimension}", head.factor / per.factor)


def _forms(names: str) -> Iterator[str]:
    """The names of a row in singular and plural, in lower case."""
    for name in filter(None, names.lower().split("|")):
        one, _, many = name.partition("=")
        yield from (one, many or one + ("es" if one.endswith("ch") else "s"))


_SIMPLE = _simple()
UNITS: Mapping[str, Unit] = {rate.symbol: rate for rate in _rates(_SIMPLE)} | _SIMPLE
"""Canonical symbol → unit: measures, currencies, and the rates of either ("USD/bbl", "bbl/day")."""

CURRENCIES = frozenset(MONEY)
"""The dimensions that are money."""

SYMBOLS: Mapping[str, str] = _RATE_SYMBOLS | {
    symbol: row.symbols.split("|", maxsplit=1)[0] for _, row in _rows() for symbol in row.symbols.split("|")
}
"""Symbol as written ("kms", "US$") → canonical symbol."""

NAMES: Mapping[str, str] = {form: row.symbols.split("|", maxsplit=1)[0] for _, row in _rows() for form in _forms(row.names)}
"""Name in lower case, singular or plural → canonical symbol."""

_COUNTED_NAMES = {form: symbol for symbol, names in _COUNTED.items() for form in _forms(names)}
_SMALL_CHANGE = {sign for sign, symbol in SYMBOLS.items() if UNITS[symbol].factor < 1}
_WORDS_TOO = frozenset("ALL TOP AMD MAD PEN BAM SOS COP CUP MOP TRY RON GEL PAB".split())  # "COP 26", "TOP 10", "ALL 40"
CURRENCY_SIGNS: Mapping[str, str] = {
    sign: symbol
    for sign, symbol in SYMBOLS.items()
    if UNITS[symbol].dimension in CURRENCIES and sign not in _SMALL_CHANGE | _WORDS_TOO
}
"""What stands before an amount of money ("US$", "€", "Rs", "EUR") → currency."""

_RATE = re.compile(r"(.+?)(?: (?:per|an?|each) |-(?:per|an?)-|/)(.+)")


def convert(value: float, unit: str, to: str) -> float | None:
    """Return `value` of `unit` in the unit `to`, both canonical symbols, to 12 digits; None where their dimensions differ.

    A bare count ("") converts into nothing but itself; a proportion is the unit "1", so that 0.2 of it is 20 of "%".
    """
    if unit == to:
        return value
    here, there = UNITS.get(unit), UNITS.get(to)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    return float(f"{(value * here.factor + here.offset - there.offset) / there.factor:.12g}")


def unit_of(words: str) -> Unit | None:
    """Return the unit that `words` name as a whole ("nautical miles", "km", "%", "dollars a barrel", "USD/bbl")."""
    plain = " ".join(words.split())
    symbol = _spelt(plain)
    if symbol is None and (rate := _RATE.fullmatch(plain)):
        symbol = rate_of(_spelt(rate[1]), rate[2])
    return UNITS[symbol] if symbol else None


def _spelt(words: str) -> str | None:
    if words in UNITS:
        return words
    return SYMBOLS.get(words) or NAMES.get(words.lower()) or NAMES.get(words.lower().replace("-", " "))


def rate_of(symbol: str | None, per: str) -> str | None:
    """Return the symbol of the rate of a unit by what is named after "per", where there is such a rate."""
    below = _spelt(per) or _COUNTED_NAMES.get(per.lower())
    rate = f"{symbol}/{below}"
    rate = _RATE_SYMBOLS.get(rate, rate)
    return rate if rate in UNITS else None
