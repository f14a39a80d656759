"""How a stated value relates to a curated one: interval against interval, with the roundings that journalists use."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

from factspec.language.lexicon import listed
from factspec.language.units import UNITS, convert
from factspec.model import Comparator, Comparison, DateMention, DateRange, Fact, Figure, Quantity, QuantityMention

__all__ = ["compare_date", "compare_figure", "in_pounds", "in_unit", "is_short_for", "is_slip_of_an_end", "widen"]

_NEAR = 0.05  # "about 50" covers 45 to 55
_CONVERTED = 0.08  # a converted figure is rounded by no more than that
_LOOSE = 0.15  # beyond that it is merely vague


def widen(value: DateRange, precision: str) -> DateRange:
    """The whole month or year of a date, for a fact with `precision: month` or `precision: year`."""
    first, last = value.first, value.last
    if precision == "month":
        month_end = (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return DateRange(first.replace(day=1), month_end)
    if precision == "year":
        return DateRange(first.replace(month=1, day=1), last.replace(month=12, day=31))
    return value


_OPEN = ("before", "after")  # a day that is only bounded by the date


def compare_date(value: DateRange, mention: DateMention) -> tuple[Comparison, DateRange]:
    """The kindest comparison over all readings, and the reading that gave it.

    A reading within the value agrees; one that overlaps it is weaker; "before 2 July" is weaker where it is compatible.
    """
    best = (Comparison.DIFFERS, mention.readings[0])
    for reading in mention.readings:
        outcome = _compare_reading(value, mention, reading)
        if outcome is Comparison.AGREES:
            return outcome, reading
        if outcome is Comparison.WEAKER and best[0] is Comparison.DIFFERS:
            best = (outcome, reading)
    return best


def _compare_reading(value: DateRange, mention: DateMention, reading: DateRange) -> Comparison:
    if mention.relation in _OPEN:
        compatible = value.first <= reading.last if mention.relation == "before" else value.last >= reading.first
        return Comparison.WEAKER if compatible else Comparison.DIFFERS
    if reading.within(value):
        return Comparison.AGREES
    if reading.overlaps(value):
        return Comparison.WEAKER
    if mention.approximate:
        slack = timedelta(days=max(1, round(0.3 * (reading.last - reading.first).days)))
        near = DateRange(reading.first - slack, reading.last + slack)
        return Comparison.WEAKER if near.overlaps(value) else Comparison.DIFFERS
    return Comparison.DIFFERS


def is_slip_of_an_end(value: DateRange, mention: DateMention, reading: DateRange) -> bool:
    """Whether a stated stretch of days shares one end with the value, a stretch too, and not the other: 13–16 for 14–16 March."""
    if value.first == value.last or mention.rule not in ("range", "span of days", "span of months", "span of years"):
        return False
    return (reading.first == value.first) != (reading.last == value.last)


def compare_figure(value: Figure, stated: Quantity, form: str = "cardinal", *, rounded: bool = False) -> Comparison | None:
    """How a stated figure relates to the fact's; None where it says nothing of it.

    That is so where the units measure different things, and of an upper bound far above the value.
    """
    converted = in_unit(stated, value.stated.unit)
    if converted is None:
        return None
    if form == "score":
        same = (stated.low, stated.high) == (value.stated.low, value.stated.high)
        return Comparison.AGREES if same else Comparison.DIFFERS
    if stated.comparator in (Comparator.LESS, Comparator.AT_MOST) and converted.high > 2 * value.stated.high > 0:
        return None
    if form == "vague":
        return _compare_vague(value, converted)
    slack = max(value.tolerance, _rounding(value, stated, rounded))
    outcome = _compare_interval(value.stated, converted, slack)
    if outcome is Comparison.DIFFERS and form == "fraction" and value.stated.low:
        apart = abs(converted.low - value.stated.low) / abs(value.stated.low)
        return Comparison.WEAKER if apart <= _LOOSE else outcome  # "four in five" rounds 82 %
    return outcome


def in_unit(stated: Quantity, unit: str) -> Quantity | None:
    """A quantity in another unit of the same dimension, or None."""
    if stated.unit == unit:
        return stated
    low, high = convert(stated.low, stated.unit, unit), convert(stated.high, stated.unit, unit)
    if low is None or high is None:
        return None
    return Quantity(low, high, stated.comparator, unit)


def in_pounds(value: Figure, stated: Quantity) -> Quantity:
    """A figure in pounds as what the fact measures, money or weight: the word alone leaves it open."""
    return replace(stated, unit=value.stated.unit) if {stated.unit, value.stated.unit} == _POUNDS else stated


_POUNDS = frozenset(("lb", "GBP"))


def _compare_vague(value: Figure, stated: Quantity) -> Comparison:
    """ "Dozens" may be 20 or 90, "hundreds" 150 or 900; "several" is three to twenty; "thousands" are 1,000 or more."""
    own = value.stated
    if own.comparator in (Comparator.MORE, Comparator.AT_LEAST) and own.low <= stated.low / 2:
        return Comparison.AGREES
    low, high = stated.low * 0.5, stated.low * 15
    if own.low > high:
        return Comparison.WEAKER  # "several" of 112: few beside many is a part, no other figure
    return Comparison.WEAKER if low <= value.stated.high and value.stated.low <= high else Comparison.DIFFERS


def _rounding(value: Figure, stated: Quantity, rounded: bool) -> float:
    """How far apart two figures may lie that round to one another, in the fact's unit."""
    own = value.stated
    if stated.unit != own.unit:
        step = min(_last_digit(stated.low) / 2, _CONVERTED * abs(stated.low))
        factor = convert(1, stated.unit, own.unit) or 1
        offset = convert(0, stated.unit, own.unit) or 0
        return max(step * abs(factor - offset), 0.02 * abs(own.low))
    if own.unit or rounded:
        finer = _last_digit(own.low) / 2 if _last_digit(stated.low) < _last_digit(own.low) else 0.0
        coarser = _last_digit(stated.low) / 2 if rounded else 0.0
        return min(max(finer, coarser), 0.05 * abs(own.low)) if not rounded else max(finer, coarser)
    return 0.0


def _last_digit(number: float) -> float:
    """The place value of the last digit that counts, of two at least where zeros follow: 150 → 10, 80 → 1, 6.1 → 0.1."""
    if number == 0 or not math.isfinite(number):
        return 1.0
    leading = 10.0 ** math.floor(math.log10(abs(number)))
    return min(_last_digit_not_zero(number), max(leading / 10, 1.0)) if abs(number) >= 10 else _last_digit_not_zero(number)


def _last_digit_not_zero(number: float) -> float:
    digits = f"{abs(number):.10g}"
    mantissa, _, exponent = digits.partition("e")
    whole, _, fraction = mantissa.partition(".")
    power = -len(fraction) if fraction else len(whole) - len(whole.rstrip("0"))
    return float(10.0 ** (power + int(exponent or 0)))


def _compare_interval(own: Quantity, stated: Quantity, slack: float) -> Comparison:
    slack += 1e-9 * max(1.0, abs(own.high))
    low, high = own.low - slack, own.high + slack
    compare = _COMPARE[stated.comparator]
    if own.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return _against_floor(low, own, stated)
    if own.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return _against_ceiling(high, own, stated)
    if own.comparator is Comparator.ABOUT:
        margin = _NEAR * abs(own.low)
        low, high = low - margin, high + margin
    return compare(low, high, stated.low, stated.high)


def _against_floor(low: float, own: Quantity, stated: Quantity) -> Comparison:
    """The fact says "more than 50": "50" and "60" entail it, "more than 40" is weaker, "40" differs.

    With a unit it is a level ("past $100"), and a clearly lower level differs.
    """
    if stated.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return Comparison.WEAKER if stated.high > low else Comparison.DIFFERS
    if stated.low >= low or (stated.comparator is Comparator.ABOUT and stated.low * (1 + _NEAR) >= low):
        return Comparison.AGREES
    if own.unit and stated.high < low * (1 - _NEAR):
        return Comparison.DIFFERS
    return Comparison.WEAKER if stated.comparator in (Comparator.MORE, Comparator.AT_LEAST) else Comparison.DIFFERS


def _against_ceiling(high: float, own: Quantity, stated: Quantity) -> Comparison:
    if stated.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return Comparison.WEAKER if stated.low < high else Comparison.DIFFERS
    if stated.high <= high or (stated.comparator is Comparator.ABOUT and stated.high * (1 - _NEAR) <= high):
        return Comparison.AGREES
    return Comparison.WEAKER if stated.comparator in (Comparator.LESS, Comparator.AT_MOST) else Comparison.DIFFERS


def _exact(low: float, high: float, first: float, last: float) -> Comparison:
    if low <= first and last <= high:
        return Comparison.AGREES
    return Comparison.WEAKER if first <= high and low <= last else Comparison.DIFFERS


def _at_least(low: float, high: float, first: float, last: float) -> Comparison:
    if low <= first <= high:
        return Comparison.AGREES
    return Comparison.WEAKER if first <= high else Comparison.DIFFERS


def _more(low: float, high: float, first: float, last: float) -> Comparison:
    return Comparison.WEAKER if first <= high else Comparison.DIFFERS


def _at_most(low: float, high: float, first: float, last: float) -> Comparison:
    return Comparison.WEAKER if last >= low else Comparison.DIFFERS


def _less(low: float, high: float, first: float, last: float) -> Comparison:
    """ "Nearly $80 million" agrees with 80; "fewer than 100" is compatible with it and weaker."""
    if low <= last <= high:
        return Comparison.AGREES
    return Comparison.WEAKER if low < last else Comparison.DIFFERS


def _about(low: float, high: float, first: float, last: float) -> Comparison:
    near = _exact(low, high, first * (1 - _NEAR), last * (1 + _NEAR))
    if near is not Comparison.DIFFERS:
        return Comparison.AGREES
    loose = _exact(low, high, first * (1 - _LOOSE), last * (1 + _LOOSE))
    return Comparison.DIFFERS if loose is Comparison.DIFFERS else Comparison.WEAKER


_COMPARE = {
    Comparator.EXACT: _exact,
    Comparator.AT_LEAST: _at_least,
    Comparator.MORE: _more,
    Comparator.AT_MOST: _at_most,
    Comparator.LESS: _less,
    Comparator.ABOUT: _about,
}


def bare(value: Figure, mention: QuantityMention) -> Quantity:
    """A figure without the unit that only its form gives it: an age is a bare count of years, "fifth" a bare five."""
    if mention.value.unit and (stated := in_pounds(value, mention.value)) is not mention.value:
        return stated
    if is_short_for(value, mention):
        return replace(mention.value, unit=value.stated.unit)
    if mention.value.unit == "°" and value.stated.unit in _DEGREES:
        return _of_a_scale(value, mention.value)
    if mention.form == "fraction" and value.stated.unit == "%":
        return replace(mention.value, low=100 * mention.value.low, high=100 * mention.value.high, unit="%")
    if value.stated.unit or mention.form not in ("age", "ordinal", "times"):
        return mention.value
    return replace(mention.value, unit="")


def is_short_for(value: Figure, mention: QuantityMention) -> bool:
    """Whether a mass may stand for so much in a litre, which goes without saying: "46 micrograms of arsenic"."""
    base, _, per = value.stated.unit.partition("/")
    return bool(per) and mention.value.unit == base and base in UNITS and UNITS[base].dimension == "mass"


_DEGREES = ("°C", "°F")


def _of_a_scale(value: Figure, stated: Quantity) -> Quantity:
    """Bare degrees of temperature: of the fact's scale, unless the other one gives its value ("113.4 degrees" of 45.2 °C)."""
    own, other = value.stated.unit, next(unit for unit in _DEGREES if unit != value.stated.unit)
    elsewhere = in_unit(replace(stated, unit=other), own)
    same = elsewhere is not None and max(abs(elsewhere.low - value.stated.low), abs(elsewhere.high - value.stated.high)) <= _HALF
    return replace(stated, unit=other if same else own)


_HALF = 0.5


def is_score(fact: Fact, value: Figure) -> bool:
    """Whether the value is a record or result ("9-14") rather than a range ("20-25"): by the words that it counts."""
    return value.stated.low != value.stated.high and any(
        w in _SCORE_WORDS for form in (*fact.of, *fact.about) for w in form.lower().split()
    )


_SCORE_WORDS = listed(
    "record start win wins won loss losses lost score scored beat game games match matches season set sets tie draw"
)
