"""Numerals in figures and words, from where they begin to the amount they come to.

Read are figures, number words, scale words with their article ("a dozen"), what follows them by the other modules of quantities,
and proportions ("one in five"). Not read are numerals that hang on a word or another figure ("AK-47", "1.2.3"), name or date
something (see `quantities_labels`), or are part of a compound of another sense ("two-way", "one-on-one").
"""

from __future__ import annotations

import re

from factspec.language import comparators
from factspec.language.figures import MONEY_SCALES, SCALES, Numeral, read_figure
from factspec.language.numerals import read_words, read_words_between
from factspec.language.patterns import either, just_after
from factspec.language.units_reading import read_unit
from factspec.model import Comparator
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount
from factspec.recognisers.quantities_clock import timed
from factspec.recognisers.quantities_parts import part_of
from factspec.recognisers.quantities_ranges import ranged
from factspec.recognisers.quantities_ranks import counts_one, is_some_day, multiplied, rank
from factspec.recognisers.quantities_units import as_money, currency_before, read_number, with_unit

__all__ = ["figure", "scale_word", "words"]

_NTH = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W_])")
_DECADE = re.compile(r"['’]s\b|[-\s](?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.IGNORECASE)
_CODE = re.compile(r"-[A-Z](?![a-z])")
_COMPOUND = re.compile(
    r"[-\s]"
    + either(
        "time timed timer timing way faced dimensional sided pronged tier piece ply legged headed handed footed a-side wicket"
    )
    + r"(?![a-z]|\sby\b)|[-\s]on-(?:one|two|three)\b"
)
_MINUS = "-−"
_OPENING = '(["“—–|>~≈≥≤<'
_QUOTES = "'’‘`"
_PROPORTION = re.compile(r"\s(in|out\sof)\s(?:every\s)?(?=[\da-z])", re.IGNORECASE)
_FEW_WHOLES = {3.0, 4.0, 5.0, 10.0, 20.0, 50.0}
_ROUND_WHOLES = {10.0, 100.0, 1000.0}
_BETWEEN = just_after("between")
_ARTICLE = just_after("an?")
_TOKEN = re.compile(r"[^\W\d_]+")
_CAPITAL_NEXT = re.compile(r"\s[A-Z]")


# ---------------------------------------------------------------- figures


def figure(text: str, _: str, at: int, floor: int) -> Amount | int | None:
    """Return the amount that the figure at `at` comes to, or where to go on after what is none, or None."""
    if (clock := timed(text, at)) is not None:
        return clock
    skipped = labels.skipped(text, at)
    if skipped:
        return skipped
    money = currency_before(text, at, floor)
    if money:
        return _money(text, at, money, floor)
    begun = _begins(text, at)
    numeral = read_figure(text, begun[1]) if begun else None
    if not begun or not numeral:
        return None
    start, number = begun
    suffix = _NTH.match(text, numeral.end)
    if suffix:
        return rank(text, start, numeral._replace(end=suffix.end()), spelt=False)
    value = -numeral.value if text[start] in _MINUS else numeral.value
    return _dated(text, numeral) or _cardinal(text, Amount(start, numeral.end, value, value, numeral.scale), number, floor)


def _begins(text: str, at: int) -> tuple[int, int] | None:
    """Where a figure begins with and without its sign; None where it hangs on a word or another figure: AK-47, '50s, 1.2.3."""
    near, far = text[at - 1 : at], text[at - 2 : at - 1] if at > 1 else ""
    free = not far.isalnum() and far not in {")", "]"}
    if not near or near.isspace() or near in _OPENING:
        return (at, at) if near != "–" or free else None
    if near in _MINUS:
        return (at - 1, at) if free and far != near else (at, at) if _of_magnitude(text, at) else None
    if near == ".":
        return (at - 1, at - 1) if free and far != "." else None
    decade = text[at : at + 2].isdigit() and not text[at + 2 : at + 3].isdigit()
    return (at, at) if near in _QUOTES and free and not decade else None


def _of_magnitude(text: str, at: int) -> bool:
    return text[max(0, at - 10) : at].lower() == "magnitude-"


def _dated(text: str, numeral: Numeral) -> int | None:
    """Where to go on after a number that is a time of day, a day of a month, a house number, a decade or a code."""
    end = numeral.end
    clock = labels.clock(text, end)
    if clock:
        return clock.end()
    named = _DECADE.match(text, end) or _CODE.match(text, end) or labels.address(text, end)
    return end if named or (numeral.value <= 31 and labels.month_after(text, end)) else None


def _money(text: str, at: int, money: tuple[str, int], floor: int) -> Amount | int | None:
    """An amount behind its currency: £15m, US$2.6bn, Rs 1,00,000, $20-25 million, $100 a barrel."""
    numeral = read_figure(text, at, MONEY_SCALES)
    if not numeral:
        return None
    amount = as_money(text, Amount(money[1], numeral.end, numeral.value, numeral.value, numeral.scale, money[0]))
    return None if text[amount.end : amount.end + 1].isalpha() else ranged(text, amount, floor)


# ---------------------------------------------------------------- words


def words(text: str, _: str, at: int, floor: int) -> Amount | int | None:
    """Return the amount that the number word or ordinal at `at` begins, or where to go on, or None."""
    near = text[at - 1 : at]
    if near in {"-", "–", "'", "’"} and text[at - 2 : at - 1].isalnum():
        return _number(text, at, floor) if _of_magnitude(text, at) else None
    return None if text[at].isupper() and _is_name(text, at) else _number(text, at, floor)


def _is_name(text: str, at: int) -> bool:
    """True where a capital in mid-sentence makes a number word part of a name: "Formula One", "the Six Nations"."""
    before = labels.previous_word(text, at)
    if not before or not before[-1].isalnum():
        return False
    if before[0].isupper():
        return not labels.is_headline_word(before)
    word = _TOKEN.match(text, at)
    return word is not None and _CAPITAL_NEXT.match(text, word.end()) is not None


def _number(text: str, at: int, floor: int) -> Amount | int | None:
    between = _BETWEEN.search(text, max(0, at - 9), at)
    numeral = (read_words_between(text, at) if between else None) or read_words(text, at)
    if not numeral:
        return None
    if numeral.form in {"none", "ordinal"}:
        return numeral.end if numeral.form == "none" else rank(text, at, numeral, spelt=True)
    amount = Amount(at, numeral.end, numeral.value, numeral.value, numeral.scale, form=numeral.form, rule="words")
    if numeral.form == "fraction":
        amount = amount._replace(rule="fraction")
        return part_of(text, amount) or amount
    whole = _dated(text, numeral) or _cardinal(text, amount, at, floor)
    return _one(text, numeral, whole) if isinstance(whole, Amount) and numeral.value == 1 else whole


def _one(text: str, numeral: Numeral, whole: Amount) -> Amount | None:
    """One alone must count something, and one day must be a length of time."""
    if whole.end == numeral.end:
        return whole if counts_one(text, whole.start, numeral.end) else None
    return None if is_some_day(text, whole) else whole


def scale_word(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """Return the amount of "a hundred", "a dozen": the article is needed, unless another scale follows ("hundred thousand")."""
    numeral = read_words(text, at)
    if not numeral or numeral.form != "cardinal":
        return numeral.end if numeral and numeral.form == "none" else None
    article = _ARTICLE.search(text, max(floor, at - 4), at)
    compound = " " in text[at : numeral.end] or "-" in text[at : numeral.end]  # "the hundred and twenty-six branches"
    if not article and numeral.scale <= SCALES[word] and not (compound and text[at:].lower().startswith("hundred and")):
        return None
    amount = Amount(article.start() if article else at, numeral.end, numeral.value, numeral.value, numeral.scale, rule="words")
    return _cardinal(text, amount, at, floor)


# ---------------------------------------------------------------- both


def _cardinal(text: str, amount: Amount, at: int, floor: int) -> Amount | int | None:
    """What a cardinal whose numeral begins at `at` comes to with all that belongs to it; None where it is a name or a year."""
    if _COMPOUND.match(text, amount.end):
        return None
    special = _proportion(text, amount) or multiplied(text, amount)
    if special:
        return special
    whole = _measured(text, amount)
    if text[whole.end : whole.end + 1].isalnum() or text[whole.end : whole.end + 1] == "_":
        return None
    joined = ranged(text, whole, floor)
    if isinstance(joined, int):
        return joined
    whole = multiplied(text, joined) or joined
    return None if _is_name_or_year(text, at, amount.end, whole, floor) else whole


def _measured(text: str, amount: Amount) -> Amount:
    """The amount with its unit, before which a comparator may stand: "20-plus years", "10 or more kilometres"."""
    measured = with_unit(text, amount)
    later = comparators.after(text, amount.end) if not measured.unit else None
    if not later:
        return measured
    again = with_unit(text, amount._replace(end=later.at))
    return again._replace(comparator=later.comparator) if again.unit else amount


def _proportion(text: str, amount: Amount) -> Amount | None:
    """ "one in five", "nine out of 10"; "three out of four lines" and "two in ten days" are counts."""
    found = _PROPORTION.match(text, amount.end) if amount.scale == 1 else None
    whole = read_number(text, found.end()) if found else None
    if not found or not whole or whole.form != "cardinal" or not 0 < amount.low < whole.value:
        return None
    if not _is_proportion(amount.low, whole.value, found[1]) or labels.month_after(text, whole.end):
        return None
    if read_unit(text, whole.end) or text[whole.end : whole.end + 1].isalnum():
        return None
    share = amount.low / whole.value
    return amount._replace(end=whole.end, low=share, high=share, form="fraction", rule="proportion")


def _is_proportion(some: float, whole: float, joint: str) -> bool:
    if some == 1:
        return whole <= 100 or whole % 100 == 0
    return whole in _ROUND_WHOLES or (whole in _FEW_WHOLES and joint.lower() == "in")


def _is_name_or_year(text: str, at: int, end: int, amount: Amount, floor: int) -> bool:
    """True where a bare number is a name or a year: "Boeing 737", "page 3", "in 2004"."""
    if amount.unit or amount.form == "times":
        return False
    spelt, joined = text[at].isalpha(), amount.end > end
    if amount.scale != 1 and not spelt:
        return False
    word = labels.previous_word(text, at)
    if word and labels.is_label(text, word, at, amount.end, spelt=spelt or joined or "," in text[at:end]):
        return True
    return not joined and labels.is_year(text, at, end) and not _is_firm(text, at, floor)


def _is_firm(text: str, at: int, floor: int) -> bool:
    """ "more than 2000" is no year, "about 2004" may be one."""
    qualified = comparators.before(text, at, floor)
    return qualified is not None and qualified.comparator is not Comparator.ABOUT
