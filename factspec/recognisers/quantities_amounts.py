"""From a numeral to an amount: its range, its unit, its age or magnitude, and what qualifies it.

Read are what stands around a numeral that is known to be one: a second numeral ("20-25", "between 300 and 400"), a unit
or currency behind it or before it, "-year-old", "magnitude". Not read is where a numeral begins (see `quantities`).
A span covers the qualifier, the currency, the numeral and the unit, never the noun that is counted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factspec.language import comparators
from factspec.language.numerals import FIGURE_SCALES, MONEY_SCALES, Numeral, read_figure, read_words
from factspec.language.units import CURRENCIES, CURRENCY_SIGNS, UNITS, read_rate, read_unit
from factspec.model import Comparator, Quantity, QuantityMention
from factspec.recognisers import quantities_labels as labels

__all__ = ["Amount", "currency_before", "followed", "mention", "ranged", "with_unit"]


class Amount(NamedTuple):
    """A figure in the making; `scale` is the scale word's part of `high`, "" the unit of a bare count."""

    start: int
    end: int
    low: float
    high: float
    scale: float = 1.0
    unit: str = ""
    form: str = "cardinal"
    rule: str = "figure"
    comparator: Comparator | None = None


# ---------------------------------------------------------------- money before the figure

_SIGN = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))})\s?\Z"
    r"|(?<![^\W_])(?:US|U\.S\.?|u\.s|us|HK|hk|NZ|NT|c|C)\s\$\s?\Z"
)
_SIGN_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)
_SPACED = {"US $": "USD", "U.S. $": "USD", "U.S $": "USD", "u.s $": "USD", "us $": "USD", "HK $": "HKD", "hk $": "HKD",
           "NZ $": "NZD", "NT $": "TWD", "c $": "CAD", "C $": "CAD"}  # fmt: skip


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code stands before a figure ("US$", "€", "Rs. ", "EUR "), and where it begins."""
    near = text[at - 1 : at] if not text[at - 1 : at].isspace() else text[at - 2 : at - 1]
    if near not in _SIGN_ENDS:
        return None
    found = _SIGN.search(text, max(floor, at - 8), at)
    if not found:
        return None
    sign = found[0].rstrip()
    code = CURRENCY_SIGNS.get(sign) or _SPACED[sign]
    return code, found.start()


# ---------------------------------------------------------------- units

_POUND_MONEY = re.compile(
    r"cost|pric|pa(?:id|y|ying)\b|worth|fine|spen[dt]|s[oe]ld?l?\b|bought|buy|budget|debt|bill|tax|salar|wage|earn|fund|profit|loan"
    r"|million|billion|sterling|pence|£|euro|\bUK\b|Britain|British|bank|money|cash|rent|fee|raised|bonus|invest|share",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"\s(?:of\s(?!(?:her|his|its|their|our|my|the)\b)|heav|overweight|lighter|in weight)")
_MORE_OF_UNIT = {"ft": ("inch", 12), "lb": ("oz", 16), "stone": ("lb", 14), "hour": ("min", 60), "min": ("s", 60),
                 "USD": ("cent", 100), "EUR": ("cent", 100), "GBP": ("penny", 100)}  # fmt: skip
_SECOND_PART = re.compile(r"(?:\s(?:and\s)?|-|)(?=\d|[a-z])")
_FOOT_AND = re.compile(r"-(\d{1,2})(?![\w.,]*\d)(?!-)")
_MILLION = re.compile(r"([mb])(?=[\s-])")
_SINGULAR_TRAP = re.compile(r"\s(?:second|foot|percentage)\b(?!-)", re.IGNORECASE)


def with_unit(text: str, amount: Amount) -> Amount:
    """The amount with the unit that follows it, if any: "12-day", "5 feet 2 inches", "80m dollars", "20 percent"."""
    amount = _scaled_by_letter(text, amount)
    found = read_unit(text, amount.end)
    if not found or (amount.high != 1 and UNITS[found[0]].symbol in {"s", "ft"} and _SINGULAR_TRAP.match(text, amount.end)):
        return amount
    symbol, end = found
    if symbol == "lb":
        symbol, end = _pound(text, amount, end)
    whole = amount._replace(unit=symbol, end=end, rule="money" if UNITS[symbol].dimension in CURRENCIES else "measure")
    return _with_second_part(text, whole)


def _scaled_by_letter(text: str, amount: Amount) -> Amount:
    """ "12m people" and "80m dollars" are millions, "12m" alone is metres."""
    letter = _MILLION.match(text, amount.end)
    if not letter or amount.scale != 1:
        return amount
    unit = read_unit(text, letter.end())
    money = unit is not None and UNITS[unit[0]].dimension in CURRENCIES
    if not money and not (letter[1] == "m" and labels.counted(text, letter.end())):
        return amount
    scale = MONEY_SCALES[letter[1]]
    low = amount.low * scale if amount.low < amount.high else amount.high * scale
    return amount._replace(low=low, high=amount.high * scale, scale=scale, end=letter.end())


def _pound(text: str, amount: Amount, end: int) -> tuple[str, int]:
    """Money where millions, or words of money beside it; weight otherwise, and wherever pounds of something are meant."""
    beside = text[max(0, amount.start - 60) : amount.start] + text[end : end + 40]
    heavy = _OF_SOMETHING.match(text, end)
    if heavy or (amount.high < 1e6 and not _POUND_MONEY.search(beside)):
        return "lb", end
    return read_rate(text, end, "GBP") or ("GBP", end)


def _with_second_part(text: str, amount: Amount) -> Amount:
    """ "5ft 10in", "six feet two inches", "8lb 3oz", "two hours and 15 minutes", "3 dollars 50 cents", "6-foot-2"."""
    smaller = _MORE_OF_UNIT.get(amount.unit)
    if not smaller or amount.low != amount.high or amount.scale != 1 or amount.high % 1:
        return amount
    unit, parts = smaller
    if unit == "inch" and (joined := _FOOT_AND.match(text, amount.end)) and int(joined[1]) < 12:
        return _plus(amount, int(joined[1]) / parts, joined.end())
    gap = _SECOND_PART.match(text, amount.end)
    second = gap and _numeral(text, gap.end())
    if not second or not 0 < second.value < parts or second.form != "cardinal":
        return amount
    found = read_unit(text, second.end)
    if not found and unit == "inch" and text[second.end :].startswith((" in ", "in ", "in.", " in,", "in,", "ins")):
        found = (unit, text.index("in", second.end) + 2)
    return _plus(amount, second.value / parts, found[1]) if found and found[0] == unit else amount


def _plus(amount: Amount, more: float, end: int) -> Amount:
    return amount._replace(low=amount.low + more, high=amount.high + more, end=end)


# ---------------------------------------------------------------- ranges

_BETWEEN = re.compile(r"\b(?:somewhere\s)?between\s(?:about\s|around\s|roughly\s|an estimated\s)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s)?\Z", re.IGNORECASE)
_JOIN = re.compile(r"(\s?[-–‑—−]\s?|\sto\s|-to-|\sor\s|-or-)(?=[\d$€£¥₹a-zA-Z½¼¾])")
_AND = re.compile(r"\sand\s(?:about\s|around\s)?(?=[\d$€£¥₹a-zA-Z½¼¾])")
_CHANGE = re.compile(
    r"\b(?:r[oi]s(?:e|en|es|ing)|rais\w+|f[ae]ll\w*|gr[eo]w\w*|climb\w*|jump\w*|drop\w*|declin\w*|increas\w*|decreas\w*|cut\w*"
    r"|reduc\w*|slid\w*|slump\w*|surg\w*|soar\w*|shr[aiu]nk\w*|widen\w*|narrow\w*|doubl\w*|tripl\w*|chang\w*|revis\w*|upgrad\w*"
    r"|downgrad\w*|lower\w*|boost\w*|expand\w*|extend\w*|w[eo]nt|gone|goes|mov\w+|up|down|improv\w*|swell\w*|swollen|plung\w*"
    r"|tumbl\w*|edg\w+|shift\w*|lift\w*|hik\w+|slash\w*|trim\w*|push\w*|br[io]\w+ng|brought|took|taken|return\w*|switch\w*|back)"
    r"\b[^.;!?]{0,60}\Z",
    re.IGNORECASE,
)
_CONTEST = re.compile(
    r"\b(?:vot\w+|won|w[io]n\w*|beat\w*|los[te]\w*|lead\w*|led|defeat\w*|rul\w+|decision|margin|by a|drew|draw\w*|record|score\w*|mark)"
    r"(?:\s[\w’']+){0,3}?\s\Z",
    re.IGNORECASE,
)
_SCORE_NOUN = re.compile(r"\s(?:record|win|victory|defeat|loss|mark|lead|vote|start|finish|draw|rout|score|run|season|triumph|decision)\b")


def ranged(text: str, amount: Amount, floor: int) -> Amount | int:
    """The amount together with the second figure of a range or score, or where to go on if both are a date or a time."""
    between = _BETWEEN.search(text, max(floor, amount.start - 32), amount.start)
    join = (_AND if between else _JOIN).match(text, amount.end)
    if not join:
        return amount
    second = _second(text, join, amount)
    if not second:
        return amount
    if between:
        return _range(second, between.start(), "between") if amount.low < second.high else amount
    return _joined(text, amount, second, join[1].strip(), floor)


def _second(text: str, join: re.Match[str], first: Amount) -> Amount | None:
    """The second operand as an amount that begins where the first did; its unit and scale hold for the first as well."""
    at = join.end()
    sign = _leading_sign(text, at)
    numeral = _numeral(text, sign[1] if sign else at, MONEY_SCALES if sign or first.unit in CURRENCIES else FIGURE_SCALES)
    if not numeral or numeral.form not in {"cardinal", "fraction"} or text[numeral.end : numeral.end + 1].isdigit():
        return None
    high = Amount(first.start, numeral.end, numeral.value, numeral.value, numeral.scale, sign[0] if sign else "")
    high = with_unit(text, high) if not sign else followed(text, high)
    if not sign and not high.unit and text[high.end : high.end + 1].isalpha():
        return None
    if first.unit and high.unit and first.unit != high.unit:
        return None
    shared = high.scale if first.scale == 1 and high.scale > 1 and first.low * high.scale < high.high else 1.0
    unit = high.unit or first.unit
    return high._replace(low=first.low * shared, unit=unit, rule="range")


def _leading_sign(text: str, at: int) -> tuple[str, int] | None:
    if text[at : at + 1] not in _SIGN_ENDS and not text[at : at + 1].isupper():
        return None
    end = at
    while end < len(text) and end - at < 4 and not text[end].isdigit():
        end += 1
    code = CURRENCY_SIGNS.get(text[at:end].strip())
    return (code, end) if code else None


def _joined(text: str, first: Amount, both: Amount, join: str, floor: int) -> Amount | int:
    if labels.clock(text, both.end) or labels.month_after(text, both.end):
        return both.end
    if first.low < 0 or both.high < 0:
        return first
    if join in {"or", "-or-"}:
        return _range(both, both.start, "or") if 0 < both.high - both.low <= max(2, both.low * 0.5) else first
    if join in {"to", "-to-"}:
        return _to(text, first, both, floor)
    return _hyphened(text, first, both, spaced=text[first.end : first.end + 1].isspace())


def _to(text: str, first: Amount, both: Amount, floor: int) -> Amount:
    """ "6 to 8 percent" and "from 10 to 12" are ranges, "rose from 10 to 12" is two figures, "by 7 to 2" a score."""
    whole = not both.unit and both.low % 1 == both.high % 1 == 0 and both.scale == 1
    if whole and _CONTEST.search(text, max(0, first.start - 48), first.start) and not labels.counted(text, both.end):
        return _score(both)
    if both.low >= both.high:
        return first
    origin = _FROM.search(text, max(floor, first.start - 16), first.start)
    if origin and _CHANGE.search(text, max(0, origin.start() - 80), origin.start()):
        return first
    return _range(both, origin.start() if origin else both.start, "range")


def _hyphened(text: str, first: Amount, both: Amount, *, spaced: bool) -> Amount:
    """ "20-25 people" is a range, "9-14" a score; a spaced dash joins only what is counted or measured together."""
    whole = not both.unit and both.low % 1 == both.high % 1 == 0 and both.scale == first.scale == 1
    noun = labels.counted(text, both.end) and not _SCORE_NOUN.match(text, both.end)
    if both.low < both.high and (not whole or noun):
        return _range(both, both.start, "range")
    return _score(both) if whole and not spaced and not first.unit else first


def _range(both: Amount, start: int, rule: str) -> Amount:
    return both._replace(start=start, rule=rule, form="cardinal")


def _score(both: Amount) -> Amount:
    return both._replace(form="score", rule="score")


def _numeral(text: str, at: int, scales: object = FIGURE_SCALES) -> Numeral | None:
    if text[at : at + 1].isdigit() or text[at : at + 1] in "½¼¾⅓⅔":
        return read_figure(text, at, MONEY_SCALES if scales is MONEY_SCALES else FIGURE_SCALES)
    found = read_words(text, at)
    return found if found and found.form in {"cardinal", "fraction"} else None


# ---------------------------------------------------------------- what follows, and what stands before

_OLD = re.compile(r"(?:[\s-]old(?:s)?|\sof\sage)(?![\w])", re.IGNORECASE)
_AGED = re.compile(r"\b(?:at\s(?:the\s)?age(?:\sof)?|the\sage(?:s)?\sof|age[ds]?(?:\sof|\sbetween|\sjust|\sonly|\sfrom)?)\s\Z", re.IGNORECASE)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\sof|\swas|\sat)?[\s-](?:about\s)?\Z", re.IGNORECASE)
_RICHTER = re.compile(r"\s(?:on\sthe\s(?:open-ended\s)?Richter\sscale|on\sthe\sRichter|Richter)\b", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s?(?:USD|EUR|GBP|(?:US |Australian |Canadian )?dollars?|euros?|pounds?)(?!\w)")
_LIFE = ("year", "month", "week", "day")


def followed(text: str, amount: Amount) -> Amount:
    """An amount of money with what may follow it: its currency once more, and "a barrel", "per share", "a year"."""
    again = _MONEY_AFTER.match(text, amount.end)
    end = again.end() if again else amount.end
    rate = read_rate(text, end, amount.unit)
    return amount._replace(unit=rate[0], end=rate[1], rule="money") if rate else amount._replace(end=end, rule="money")


def mention(text: str, amount: Amount, floor: int) -> QuantityMention:
    """The mention of an amount, with its age, magnitude and comparator read on both sides."""
    for step in (_aged, _magnitude, _qualified_after, _qualified_before, _aged, _qualified_before):
        amount = step(text, amount, floor)
    unit, low, high = amount.unit, amount.low, amount.high
    value = Quantity(low, high, amount.comparator or Comparator.EXACT, unit)
    return QuantityMention(amount.start, amount.end, value, amount.rule, amount.form)


def _aged(text: str, amount: Amount, floor: int) -> Amount:
    """ "85-year-old", "85 years of age", "aged 85", "at the age of 85": an age, in years unless it says otherwise."""
    if amount.form == "age" or (amount.unit and amount.unit not in _LIFE):
        return amount
    old = _OLD.match(text, amount.end) if amount.unit else None
    if old:
        amount = amount._replace(end=old.end(), form="age", rule="age")
    if text[amount.start - 1 : amount.start].isspace() and amount.high <= 130:
        aged = _AGED.search(text, max(floor, amount.start - 20), amount.start)
        if aged:
            return amount._replace(start=aged.start(), form="age", rule="age", unit=amount.unit or "year")
    return amount


def _magnitude(text: str, amount: Amount, floor: int) -> Amount:
    """ "magnitude 6.1", "magnitude-6.1", "6.1 on the Richter scale"."""
    if amount.unit or not 0 < amount.high < 11 or amount.form != "cardinal":
        return amount
    richter = _RICHTER.match(text, amount.end)
    if richter:
        return amount._replace(end=richter.end(), unit="magnitude", rule="magnitude")
    near = "gnitude" in text[max(floor, amount.start - 20) : amount.start]
    before = _MAGNITUDE_BEFORE.search(text, max(floor, amount.start - 24), amount.start) if near else None
    return amount._replace(unit="magnitude", rule="magnitude") if before else amount


def _qualified_after(text: str, amount: Amount, floor: int) -> Amount:
    if amount.form not in {"cardinal", "age", "times", "vague"}:
        return amount
    found = comparators.after(text, amount.end)
    return amount._replace(end=found.at, comparator=found.comparator) if found and floor <= found.at else amount


_DURING = re.compile(r"\b(?:for|took|takes?|taken|lasted|lasting|lasts|last|after|spent|spend|in|of|just|spanning|been|was|is|waited)\s\Z", re.I)


def _qualified_before(text: str, amount: Amount, floor: int) -> Amount:
    if not text[amount.start - 1 : amount.start].isspace() and text[amount.start - 1 : amount.start] not in "<>~≈≥≤":
        return amount
    found = comparators.before(text, amount.start, floor)
    if not found or _is_span_of_time(text, amount, found.at):
        return amount
    return amount._replace(start=found.at, comparator=_firmer(found.comparator, amount.comparator))


def _firmer(one: Comparator, other: Comparator | None) -> Comparator:
    return other if other not in {None, Comparator.ABOUT} and one is Comparator.ABOUT else one  # type: ignore[return-value]


def _is_span_of_time(text: str, amount: Amount, start: int) -> bool:
    """ "over three days" mostly says during; "past 24 hours" always does."""
    word = text[start : start + 5].lower().split()[0]
    if word not in {"over", "past"} or amount.unit not in UNITS or UNITS[amount.unit].dimension != "time" or amount.form == "age":
        return False
    return word == "past" or not _DURING.search(text, max(0, start - 12), start)

