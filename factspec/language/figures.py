"""Numerals in figures: what "1,219", "2½", "1.2 million" or "3 lakh crore" comes to.

Read are thousands separators (comma, Indian grouping, thin and unbreakable blanks), decimals with a point, mixed fractions
(2½, 10 1/2), and scale words and abbreviations. Not read are decimal commas, exponents, Roman numerals, and what stands to
the left of a figure. Billion and trillion are the short scale.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["FIGURE_SCALES", "MONEY_SCALES", "SCALES", "VULGAR_FRACTIONS", "Numeral", "read_figure", "read_more", "read_scale"]


class Numeral(NamedTuple):
    """A numeral that ends at `end`: its value, the part of it that a scale word makes (1 without one), and its form.

    The form is "cardinal", "ordinal", "fraction", or "none" for words that are numbers but together no number.
    """

    value: float
    end: int
    scale: float = 1.0
    form: str = "cardinal"


SCALES: Mapping[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0, "dozens": 12.0,
}  # fmt: skip
"""Words that multiply what stands before them."""

FIGURE_SCALES: Mapping[str, float] = {
    **SCALES, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6,
    "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "k": 1e3, "K": 1e3, "M": 1e6,
}  # fmt: skip
"""What may follow a figure; the one-letter forms only without a blank."""

MONEY_SCALES: Mapping[str, float] = {
    **FIGURE_SCALES, "m": 1e6, "mm": 1e6, "MM": 1e6, "mil": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12,
}  # fmt: skip
"""What may follow an amount of money, where "m" is no metre and "b" no byte."""

_SPACED = {"bn", "mn", "tn", "mm", "MM"}
_VULGAR: Mapping[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
VULGAR_FRACTIONS = "".join(_VULGAR)
_UNDER = {2, 3, 4, 5, 6, 8, 10, 16}
_THIN = "\u00a0\u2009\u202f"
_FIGURE = re.compile(
    rf"""(?P<whole> \d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)          # 1,00,000
          | \d{{1,3}}(?:,\d{{3}})+(?!\d)                       # 1,219
          | \d{{1,3}}(?:[{_THIN}]\d{{3}})+(?!\d)               # 1 219 with a narrow or unbreakable blank
          | [1-9]\d{{0,2}}(?:\ \d{{3}}){{2,}}(?!\d)            # 1 234 567
          | [1-9]\d{{0,2}}\ \d00(?!\d)                         # 40 000
          | \d+ )?
        (?P<decimals>\.\d+)?
        (?: \ ?(?P<vulgar>[{VULGAR_FRACTIONS}]) | (?:[ -](?P<over>[1-9]))?(?P<slash>/)(?P<under>1?\d)(?![\d/,]|\.\d) )?""",
    re.VERBOSE,
)
_SCALE = re.compile(rf"(?:[-\s]|[{_THIN}])?([^\W\d_]+)(?!\w)")
_MORE = re.compile(
    r"(?:\s+and\s+|-and-)(?:(?:an?|one)[\s-]+)?((?:three|two)[\s-](?=quarters|thirds|fifths))?"
    r"(half|quarter|third|fourth|fifth|thirtieth)s?(?!\w)",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "thirtieth": 30}


def read_figure(text: str, at: int, scales: Mapping[str, float] = FIGURE_SCALES) -> Numeral | None:
    """Return the numeral in figures that begins at `at`, with the scale words that follow it; None where it is none.

    What runs on as a date, a time or a version ("9/11", "14:30", "1.2.3") is none.
    """
    found = _FIGURE.match(text, at)
    if not found or found.end() == at:
        return None
    value = _value(found)
    if value is None or _runs_on(text, found.end()):
        return None
    return _scaled(text, value, found.end(), scales)


def _value(found: re.Match[str]) -> float | None:
    whole, decimals, vulgar, over, slash, under = found.group("whole", "decimals", "vulgar", "over", "slash", "under")
    if whole is None and decimals is None:
        return _VULGAR[vulgar] if vulgar else None
    value = float("".join(c for c in whole or "0" if c.isdecimal()) + (decimals or ""))
    if vulgar:
        return value + _VULGAR[vulgar]
    return _slashed(value, over, int(under)) if slash else value


def _slashed(value: float, over: str | None, under: int) -> float | None:
    """10 1/2 or 3/4; what is no proper fraction with a usual denominator is a date or a score."""
    above = int(over) if over else value
    if under not in _UNDER or above >= under or above == 0:
        return None
    return value + above / under if over else above / under


def _runs_on(text: str, end: int) -> bool:
    """True where a figure goes on as something else: 14:30, 5/17, 1.2.3."""
    following = text[end : end + 2]
    return len(following) == 2 and following[0] in ".,:/" and following[1].isdigit()


def _scaled(text: str, value: float, end: int, scales: Mapping[str, float]) -> Numeral:
    """The figure's value times the scale words behind it: 1.5 lakh crore."""
    scale = 1.0
    for _ in range(2):
        step = read_scale(text, end, scales)
        if step:
            scale, end = scale * step[0], step[1]
    return read_more(text, Numeral(value * scale, end, scale))


def read_scale(text: str, at: int, scales: Mapping[str, float]) -> tuple[float, int] | None:
    """Return the scale word of `scales` that follows a number ending at `at`, with its end; one letter must be attached."""
    found = _SCALE.match(text, at)
    if not found:
        return None
    word = found[1]
    factor = scales.get(word) or (scales.get(word.lower()) if len(word) > 1 else None)
    spaced = len(word) < found.end() - at
    if factor is None or (spaced and len(word) < 3 and word not in _SPACED):
        return None
    return factor, found.end()


def read_more(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the fraction that "and" adds: two and a half (million), three and three-quarters, a million and a half."""
    found = _MORE.match(text, numeral.end)
    if not found:
        return numeral
    above = {"thr": 3, "two": 2}.get((found[1] or "")[:3].lower(), 1)
    fraction = above / _PARTS[found[2].lower()]
    later = read_scale(text, found.end(), SCALES) if numeral.scale == 1 else None
    if later:
        return Numeral((numeral.value + fraction) * later[0], later[1], later[0])
    return Numeral(numeral.value + fraction * numeral.scale, found.end(), numeral.scale)
