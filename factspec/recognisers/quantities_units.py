"""Units and money beside a numeral: what stands before it, what follows it, and what is added in a smaller unit.

Read are currency signs and codes before a figure, every unit of `units_reading` behind it, "5 feet 10 inches", and the letter
m that means a million. The pound is told by its sentence: money with millions or with a word of money near it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factspec.language.figures import FIGURE_SCALES, MONEY_SCALES, VULGAR_FRACTIONS, Numeral, read_figure
from factspec.language.numerals import read_words
from factspec.language.patterns import either
from factspec.language.units import CURRENCIES, CURRENCY_SIGNS, UNITS
from factspec.language.units_reading import read_rate, read_unit
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount

__all__ = ["as_money", "currency_after", "currency_before", "is_money", "read_number", "with_unit"]

_SPACED: Mapping[str, str] = {
    "US $": "USD", "U.S. $": "USD", "U.S $": "USD", "u.s $": "USD", "us $": "USD", "HK $": "HKD", "hk $": "HKD",
    "NZ $": "NZD", "NT $": "TWD", "c $": "CAD", "C $": "CAD",
}  # fmt: skip
"""Signs as a wire sets them, with a blank inside."""

_SIGNS = "|".join(sorted(map(re.escape, (*CURRENCY_SIGNS, *_SPACED)), key=len, reverse=True))
_SIGN_BEFORE = re.compile(rf"(?<![^\W_])({_SIGNS})\s?\Z")
_SIGN = re.compile(rf"(?:{_SIGNS})\s?(?=\d)")
_SIGN_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)
_AGAIN = re.compile(r"\s?(?:USD|EUR|GBP|(?:US |Australian |Canadian )?dollars?|euros?|pounds?)(?!\w)")

_MONEY_WORDS = re.compile(
    r"cost|pric|pa(?:id|y|ying)\b|worth|fine|spen[dt]|s[oe]ld?l?\b|bought|buy|budget|debt|bill|tax|salar|wage|earn|fund|profit|loan"
    r"|million|billion|sterling|pence|£|euro|\bUK\b|Brit(?:ain|ish)|bank|money|cash|rent|fee|raised|bonus|invest|share",
    re.IGNORECASE,
)
_HEAVY = re.compile(r"\s(?:of\s(?!(?:her|his|its|their|our|my|the)\b)|heav|overweight|lighter|in weight)")
_SMALLER: Mapping[str, tuple[str, int]] = {
    "ft": ("inch", 12), "lb": ("oz", 16), "stone": ("lb", 14), "hour": ("min", 60), "min": ("s", 60),
    "USD": ("cent", 100), "EUR": ("cent", 100), "GBP": ("penny", 100),
}  # fmt: skip
"""Unit → the smaller one that may be added to it, and how many of these make one."""

_GAP = re.compile(r"(?:,?\s(?:and\s)?|-|)(?=\d|[a-z])")
_FOOT_AND = re.compile(r"-(\d{1,2})(?![\w.,]*\d)(?!-)")
_IN = re.compile(rf" ?ins?(?=[.,;:)\s]|\Z)(?! {either('the a an his her')}\b)")
_LETTER = re.compile(r"([mb])(?=[\s-])")
_ORDINAL_SECOND = re.compile(r"\s(?:second|foot)\b(?!-)", re.IGNORECASE)


def is_money(unit: str) -> bool:
    """True where a canonical symbol is a currency or a rate of one."""
    return unit in UNITS and UNITS[unit].dimension.partition("/")[0] in CURRENCIES


def read_number(text: str, at: int, scales: Mapping[str, float] = FIGURE_SCALES) -> Numeral | None:
    """The cardinal or fraction that begins at `at`, in figures or words."""
    if text[at : at + 1].isdigit() or text[at : at + 1] in VULGAR_FRACTIONS:
        return read_figure(text, at, scales)
    found = read_words(text, at)
    return found if found and found.form in {"cardinal", "fraction"} else None


# ---------------------------------------------------------------- money before the figure


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code stands before a figure ("US$", "€", "Rs. ", "EUR "), and where it begins."""
    near = text[at - 1 : at] if not text[at - 1 : at].isspace() else text[at - 2 : at - 1]
    found = _SIGN_BEFORE.search(text, max(floor, at - 8), at) if near in _SIGN_ENDS else None
    return (_currency(found[1]), found.start()) if found else None


def currency_after(text: str, at: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code begins at `at` directly before a figure, and where the figure begins."""
    found = _SIGN.match(text, at)
    return (_currency(found[0].rstrip()), found.end()) if found else None


def _currency(sign: str) -> str:
    return CURRENCY_SIGNS.get(sign) or _SPACED[sign]


def as_money(text: str, amount: Amount) -> Amount:
    """An amount behind its currency with what may follow: the currency once more, and "a barrel", "per share", "a year"."""
    again = _AGAIN.match(text, amount.end)
    end = again.end() if again else amount.end
    unit, end = read_rate(text, end, amount.unit) or (amount.unit, end)
    return amount._replace(unit=unit, end=end, rule="money")


# ---------------------------------------------------------------- behind the figure


def with_unit(text: str, amount: Amount) -> Amount:
    """The amount with the unit that follows it, if any: "12-day", "5 feet 2 inches", "80m dollars", "20 percent"."""
    amount = _scaled_by_letter(text, amount)
    found = read_unit(text, amount.end)
    if not found or (amount.high != 1 and found[0] in {"s", "ft"} and _ORDINAL_SECOND.match(text, amount.end)):
        return amount
    symbol, end = _pound(text, amount, found[1]) if found[0] == "lb" else found
    return _with_smaller(text, amount._replace(unit=symbol, end=end, rule="money" if is_money(symbol) else "measure"))


def _scaled_by_letter(text: str, amount: Amount) -> Amount:
    """ "12m people" and "80m dollars" are millions, "12m" alone is metres."""
    letter = _LETTER.match(text, amount.end)
    if not letter or amount.scale != 1:
        return amount
    unit = read_unit(text, letter.end())
    counted = letter[1] == "m" and labels.counted(text, letter.end())
    if not counted and not (unit and is_money(unit[0])):
        return amount
    scale = MONEY_SCALES[letter[1]]
    return amount._replace(low=amount.low * scale, high=amount.high * scale, scale=scale, end=letter.end())


def _pound(text: str, amount: Amount, end: int) -> tuple[str, int]:
    """Money with millions, or with words of money beside it; weight otherwise, and wherever pounds of something are meant."""
    beside = text[max(0, amount.start - 60) : amount.start] + text[end : end + 40]
    if _HEAVY.match(text, end) or (amount.high < 1e6 and not _MONEY_WORDS.search(beside)):
        return "lb", end
    return read_rate(text, end, "GBP") or ("GBP", end)


def _with_smaller(text: str, amount: Amount) -> Amount:
    """ "5ft 10in", "six feet two inches", "two hours and 15 minutes", "3 dollars 50 cents", "6-foot-2"."""
    smaller = _SMALLER.get(amount.unit)
    if not smaller or amount.low != amount.high or amount.scale != 1 or amount.high % 1:
        return amount
    unit, parts = smaller
    if unit in _TIMES and (whole := _in_seconds(text, amount)):
        return whole
    joined = _FOOT_AND.match(text, amount.end) if unit == "inch" else None
    if joined and int(joined[1]) < parts:
        return _plus(amount, int(joined[1]) / parts, joined.end())
    gap = _GAP.match(text, amount.end)
    second = read_number(text, gap.end()) if gap else None
    if not second or not 0 < second.value < parts or second.form != "cardinal":
        return amount
    inches = _IN.match(text, second.end) if unit == "inch" else None
    found = (unit, inches.end()) if inches else read_unit(text, second.end)
    return _plus(amount, second.value / parts, found[1]) if found and found[0] == unit else amount


def _in_seconds(text: str, amount: Amount) -> Amount | None:
    """ "Two hours, 16 minutes and 48 seconds", "one minute 14 seconds": in seconds, where seconds are named."""
    total, unit, end = amount.high * _TIMES[amount.unit], amount.unit, amount.end
    while smaller := _SMALLER.get(unit):
        gap = _GAP.match(text, end)
        more = read_number(text, gap.end()) if gap else None
        found = read_unit(text, more.end) if more and more.form == "cardinal" and 0 <= more.value < smaller[1] else None
        if not more or not found or found[0] not in _TIMES or _TIMES[found[0]] >= _TIMES[unit]:
            return None
        total, unit, end = total + more.value * _TIMES[found[0]], found[0], found[1]
    return amount._replace(low=total, high=total, end=end, unit="s")


_TIMES: Mapping[str, int] = {"hour": 3600, "min": 60, "s": 1}


def _plus(amount: Amount, more: float, end: int) -> Amount:
    return amount._replace(low=amount.low + more, high=amount.high + more, end=end)
