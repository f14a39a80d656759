"""Quantities of English news: figures and number words with their ranges, units and comparators.

Read are counts, ranges, scores, money, measures, durations, percentages, magnitudes, ages, ordinals, fractions, multiples,
vague counts ("dozens") and nothing ("no one"). Not read are numbers that name or date something ("Article 5", "in 2004",
"5 p.m.", "AK-47"), Roman numerals, a lone "a" or "an", and what is counted: the span ends before the noun.

An age has the form "age" and the unit "year" (or "month", "week", "day"): who counts years may read it as a bare count.
An ordinal has the unit "ord", a multiple and a count the unit "". The rule of a vague count is its word ("dozens").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factspec.language import comparators
from factspec.language.numerals import MONEY_SCALES, ORDINALS, SMALL, Numeral, read_figure, read_words
from factspec.language.units import read_unit, unit_of
from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount, currency_before, followed, mention, ranged, with_unit
from factspec.recognisers.quantities_words import VAGUE, counts_one, multiplied, nothing, ordinal, part, part_of, times, vague

__all__ = ["find_quantities", "parse_quantity"]

Reader = Callable[[str, str, int, int], "Amount | int | None"]
"""(text, word in lower case, where it begins, how far back a mention may reach) → an amount, where to go on, or None."""


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[QuantityMention]:
    """Return the quantities of text[start:end] in the order of the text, none overlapping another.

    What stands outside of the span is seen ("No. | 5") but belongs to no mention. Never raises.
    """
    limit = len(text) if end is None else min(end, len(text))
    found: list[QuantityMention] = []
    floor = start
    for trigger in _TRIGGER.finditer(text, start, limit):
        if trigger.start() < floor:
            continue
        read = _read(text, trigger.start(), floor)
        if isinstance(read, int):
            floor = max(floor, read)
        elif read is not None and (quantity := mention(text, read, floor)).end <= limit:
            found.append(quantity)
            floor = quantity.end
    return found


def parse_quantity(text: str) -> Quantity | None:
    """Return the quantity that `text` states as a whole, as a spec does: "at least 24", "10 km", "100 USD/bbl", "20-25", "fifth"."""
    comparator, plain = comparators.sign(text)
    found = find_quantities(plain)
    value = found[0].value if len(found) == 1 and found[0].end - found[0].start == len(plain) else _bare(plain)
    if value is None or comparator is Comparator.EXACT:
        return value
    return Quantity(value.low, value.high, comparator, value.unit)


def _bare(text: str) -> Quantity | None:
    """A number that a sentence would take for something else ("2004", "one"), with a unit by its name or symbol."""
    trigger = _TRIGGER.search(text)
    if not trigger:
        return None
    at = trigger.start()
    numeral = read_figure(text, at) if text[at].isdigit() else read_words(text, at)
    qualified = comparators.before(text, at, 0)
    if not numeral or numeral.form != "cardinal" or (qualified.at if qualified else at) != 0:
        return None
    rest = text[numeral.end :].strip()
    unit = unit_of(rest) if rest else None
    if rest and not unit:
        return None
    return Quantity(numeral.value, numeral.value, qualified.comparator if qualified else Comparator.EXACT, unit.symbol if unit else "")


# ---------------------------------------------------------------- where a quantity may begin


def _read(text: str, at: int, floor: int) -> Amount | int | None:
    word = _TOKEN.match(text, at)
    lower = word[0].lower() if word else ""
    return _READERS.get(lower, _figure)(text, lower, at, floor)


# ---------------------------------------------------------------- figures

_NTH = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W_])")
_DECADE = re.compile(r"['’]s\b")
_CODE = re.compile(r"-[A-Z](?![a-z])")
_COMPOUND = re.compile(
    r"[-\s](?:time|way|faced|dimensional|sided|pronged|tier|piece|ply|legged|headed|handed|footed|on-(?:one|two|three)|fold|a-side|wicket)(?![a-z])"
)
_MINUS = "-−"
_QUOTES = "'’‘`"


def _figure(text: str, _: str, at: int, floor: int) -> Amount | int | None:
    skipped = labels.skipped(text, at)
    if skipped:
        return skipped
    money = currency_before(text, at, floor)
    if money:
        return _money(text, at, money, floor)
    begun = _begins(text, at)
    if begun is None:
        return None
    start, number = begun
    numeral = read_figure(text, number)
    if not numeral:
        return None
    suffix = _NTH.match(text, numeral.end)
    if suffix:
        return ordinal(text, start, numeral._replace(end=suffix.end()), figures=True)
    if end := _dated(text, numeral):
        return end
    sign = -1 if text[start] in _MINUS else 1
    value = sign * numeral.value
    return _cardinal(text, Amount(start, numeral.end, value, value, numeral.scale), number, floor)


def _begins(text: str, at: int) -> tuple[int, int] | None:
    """Where a figure begins with and without its sign; None where it hangs on a word or another figure: AK-47, '50s, 1.2.3."""
    near, far = text[at - 1 : at], text[at - 2 : at - 1] if at > 1 else ""
    free = not far or not (far.isalnum() or far in ")]")
    if not near or near.isspace() or near in "([\"“—–|>~≈≥≤<":
        return (at, at) if near != "–" or free else None
    if near in _MINUS:
        return (at - 1, at) if free and far not in _MINUS else _after_hyphen(text, at)
    if near == ".":
        return (at - 1, at - 1) if free and far != "." else None
    if near in _QUOTES:
        return (at, at) if free and not text[at : at + 2].isdigit() or text[at + 2 : at + 3].isdigit() else None
    return None


def _after_hyphen(text: str, at: int) -> tuple[int, int] | None:
    return (at, at) if text[max(0, at - 10) : at].lower() == "magnitude-" else None


def _dated(text: str, numeral: Numeral) -> int | None:
    """Where to go on after a figure that is a time of day, a day of a month, a house number, a decade or a code."""
    end = numeral.end
    clock = labels.clock(text, end) if text[end : end + 2].strip() else None
    if clock:
        return clock.end()
    if numeral.value <= 31 and labels.month_after(text, end):
        return end
    if _DECADE.match(text, end) or _CODE.match(text, end) or labels.address(text, end):
        return end
    return None


def _money(text: str, at: int, money: tuple[str, int], floor: int) -> Amount | int | None:
    """An amount behind its currency: £15m, US$2.6bn, Rs 1,00,000, $20-25 million, $100 a barrel."""
    numeral = read_figure(text, at, MONEY_SCALES)
    if not numeral:
        return None
    code, start = money
    amount = followed(text, Amount(start, numeral.end, numeral.value, numeral.value, numeral.scale, code))
    if text[amount.end : amount.end + 1].isalpha():
        return None
    return ranged(text, amount, floor)


# ---------------------------------------------------------------- cardinals, in figures or words

_PROPORTION = re.compile(r"\s(in|out\sof)\s(?:every\s)?(?=[\da-z])", re.IGNORECASE)
_WHOLES = frozenset((3.0, 4.0, 5.0, 10.0, 20.0, 50.0))


def _cardinal(text: str, amount: Amount, at: int, floor: int) -> Amount | int | None:
    """What a cardinal that begins at `at` comes to with all that belongs to it; None where it is a name or a year."""
    if _COMPOUND.match(text, amount.end):
        return None
    proportion = _proportion(text, amount)
    if proportion:
        return proportion
    whole = multiplied(text, amount) or _with_unit(text, amount)
    if text[whole.end : whole.end + 1].isalnum() or text[whole.end : whole.end + 1] == "_":
        return None
    if whole.form != "times":
        joined = ranged(text, whole, floor)
        if isinstance(joined, int):
            return joined
        whole = multiplied(text, joined) or joined
    return None if _names(text, at, amount.end, whole, floor) else whole


def _with_unit(text: str, amount: Amount) -> Amount:
    """The unit may stand behind a comparator: "20-plus years", "10 or more kilometres"."""
    measured = with_unit(text, amount)
    later = comparators.after(text, amount.end) if not measured.unit else None
    if not later:
        return measured
    again = with_unit(text, amount._replace(end=later.at))
    return again._replace(comparator=later.comparator) if again.unit else amount


def _proportion(text: str, amount: Amount) -> Amount | None:
    """ "one in five", "nine out of 10"; "three out of four lines" and "two in ten days" are counts."""
    found = _PROPORTION.match(text, amount.end)
    if not found or amount.scale != 1:
        return None
    end = found.end()
    whole = read_figure(text, end) if text[end].isdigit() else read_words(text, end)
    if not whole or whole.form != "cardinal" or not 0 < amount.low < whole.value or not _round(amount.low, whole.value, found[1]):
        return None
    if read_unit(text, whole.end) or labels.month_after(text, whole.end) or text[whole.end : whole.end + 1].isalnum():
        return None
    share = amount.low / whole.value
    return amount._replace(end=whole.end, low=share, high=share, form="fraction", rule="proportion")


def _round(part_: float, whole: float, joint: str) -> bool:
    if part_ == 1:
        return whole <= 100 or whole % 100 == 0
    return whole in {10.0, 100.0, 1000.0} or (whole in _WHOLES and joint.lower() == "in")


def _names(text: str, at: int, end: int, amount: Amount, floor: int) -> bool:
    """True where a bare number is a name or a year: "Boeing 737", "page 3", "in 2004"."""
    if amount.unit or amount.form in {"times", "fraction", "age"}:
        return False
    spelt = text[at].isalpha()
    joined = amount.rule in {"range", "score", "between", "or"}
    if amount.scale != 1 and not spelt:
        return False
    word = labels.previous_word(text, at)
    if word and labels.is_label(text, word, amount.end, spelt=spelt or joined or "," in text[at:end]):
        return True
    return not joined and labels.is_year(text, at, end) and not _counts_firmly(text, at, floor)


def _counts_firmly(text: str, at: int, floor: int) -> bool:
    """ "more than 2000" is no year, "about 2004" may be one."""
    qualified = comparators.before(text, at, floor)
    return qualified is not None and qualified.comparator is not Comparator.ABOUT


# ---------------------------------------------------------------- words

_A = re.compile(r"\b(an?)\s\Z", re.IGNORECASE)
_CAPITAL_NEXT = re.compile(r"\s[A-Z]")


def _words(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    near = text[at - 1 : at]
    if near in {"-", "–", "'", "’"} and text[at - 2 : at - 1].isalnum():
        return _number(text, at, floor) if _after_hyphen(text, at) else None
    if text[at].isupper() and _is_name(text, at):
        return None
    return _number(text, at, floor)


def _number(text: str, at: int, floor: int) -> Amount | int | None:
    numeral = read_words(text, at)
    if not numeral:
        return None
    if numeral.form == "none":
        return numeral.end
    amount = Amount(at, numeral.end, numeral.value, numeral.value, numeral.scale, form=numeral.form, rule="words")
    if numeral.form == "ordinal":
        return ordinal(text, at, numeral, figures=False)
    if numeral.form == "fraction":
        return part_of(text, amount._replace(rule="fraction")) or amount._replace(rule="fraction")
    if end := _dated(text, numeral):
        return end
    whole = _cardinal(text, amount, at, floor)
    lone = isinstance(whole, Amount) and whole.end == numeral.end and numeral.value == 1 and numeral.scale == 1
    return None if lone and not counts_one(text, at, numeral.end) else whole


def _is_name(text: str, at: int) -> bool:
    """True where a capital in mid-sentence makes a number word part of a name: "Formula One", "the Six Nations"."""
    before = labels.previous_word(text, at)
    if not before or not before[-1].isalnum():
        return False
    if before[0].isupper():
        return not labels.headline(before)
    end = _TOKEN.match(text, at)
    return end is not None and _CAPITAL_NEXT.match(text, end.end()) is not None


def _scale(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """ "a hundred", "a dozen": a scale word needs its article, unless another one follows ("hundred thousand")."""
    lead = _A.search(text, max(floor, at - 4), at)
    numeral = read_words(text, at)
    if not numeral or numeral.form != "cardinal" or not (lead or numeral.scale > MONEY_SCALES.get(word, 0)):
        return None if not numeral or numeral.form != "none" else numeral.end
    start = lead.start() if lead else at
    amount = Amount(start, numeral.end, numeral.value, numeral.value, numeral.scale, rule="words")
    return _cardinal(text, amount, at, floor)


def _zero(text: str, _: str, at: int, __: int) -> Amount | int | None:
    return nothing(text, at)


def _nought(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """ "zero" counts nothing ("zero injuries"), or measures ("zero degrees", "zero point five percent")."""
    none = nothing(text, at)
    if none:
        return none
    found = _number(text, at, floor)
    return found if isinstance(found, Amount) and (found.unit or found.high) else None


def _vague(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    amount = vague(text, word, at, floor)
    return (multiplied(text, amount) or amount) if amount else None


def _part(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """A half or quarter; a third or fifth is a part or, failing that, a rank."""
    amount = part(text, word, at, floor)
    if amount or word not in ORDINALS:
        return amount
    return _words(text, word, at, floor)


def _ordinal(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    return _words(text, word, at, floor)


def _times(text: str, word: str, at: int, _: int) -> Amount | int | None:
    return times(text, word, at)


def _minus(text: str, word: str, at: int, floor: int) -> Amount | int | None:
    """ "minus five": the number that follows, below zero."""
    number = at + len(word) + 1
    read = _read(text, number, number) if _TRIGGER.match(text, number) else None
    if not isinstance(read, Amount) or read.start != number:
        return None
    return read._replace(start=at, low=-read.high, high=-read.low)


_BELOW_HUNDRED = [word for word in SMALL if word not in {"zero", "nought"}]
_READERS: dict[str, Reader] = {
    **dict.fromkeys(_BELOW_HUNDRED, _words),
    **dict.fromkeys(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"), _scale),
    **dict.fromkeys((*VAGUE, "pair", "trio", "quartet"), _vague),
    **dict.fromkeys(ORDINALS, _part),
    **dict.fromkeys(("half", "quarter"), _part),
    **dict.fromkeys(("first", "second"), _ordinal),
    **dict.fromkeys(("no", "nobody", "none", "without", "not"), _zero),
    **dict.fromkeys(("zero", "nought"), _nought),
    **dict.fromkeys(("once", "twice", "thrice", "twofold", "threefold", "fourfold", "fivefold", "tenfold"), _times),
    "minus": _minus,
}
"""The word a quantity in words is known by → who reads it; a figure is read by `_figure`."""


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of `words` that shares their beginnings, so that one pass over the text suffices."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = "" in branches
    parts = [re.escape(first) + _trie(rest) for first, rest in sorted(branches.items()) if first]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"


_SPELT = [word for word in _READERS if word != "not"] + ["not a single", "not one"]
_CASED = {form for word in _SPELT for form in (word, word.capitalize(), word.upper())}
_INITIALS = "".join(sorted({word[0] for word in _CASED}))
_TOKEN = re.compile(r"[^\W\d_]+")
_TRIGGER = re.compile(rf"\d[\w.,:/]*|[½¼¾⅓⅔]|[{_INITIALS}](?<!\w.)(?<=(?=(?:{_trie(_CASED)})(?![^\W_])).)")
