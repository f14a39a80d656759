"""Two numerals that belong together: ranges and scores.

Read are "20-25", "6 to 8 percent", "between 300 and 400", "two or three", "from 10 to 12", and scores such as "9-14" or "by 7 to
2". Not joined are the ends of a change ("rose from 10 to 12"), years ("1939-45"), hours ("2 to 4 p.m.") and days ("1-3 May").
"""

from __future__ import annotations

import re

from factspec.language.figures import FIGURE_SCALES, MONEY_SCALES, VULGAR_FRACTIONS
from factspec.language.patterns import either, just_after
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount
from factspec.recognisers.quantities_units import as_money, currency_after, is_money, read_number, with_unit

__all__ = ["ranged"]

_NUMBER = rf"(?=[\d$€£¥₹A-Za-z{VULGAR_FRACTIONS}])"
_BETWEEN = just_after(r"(?:somewhere\s)?between(?:\s(?:about|around|roughly|an\sestimated))?")
_FROM = just_after(r"from(?:\s(?:about|around))?")
_AND = re.compile(rf"\sand\s(?:about\s|around\s)?{_NUMBER}")
_JOIN = re.compile(rf"(-?\sto\s|-to-|\sor\s|-or-|\s?[-–‑—−]\s?){_NUMBER}")
_CHANGE_WORDS = either(
    r"""r[oi]se\w* rising rais\w+ f[ae]ll\w* gr[eo]w\w* climb\w* jump\w* drop\w* declin\w* increas\w* decreas\w* cut\w* reduc\w*
    slid\w* slump\w* surg\w* soar\w* shr[aiu]nk\w* widen\w* narrow\w* doubl\w* tripl\w* chang\w* revis\w* upgrad\w* downgrad\w*
    lower\w* boost\w* expand\w* extend\w* w[eo]nt gone goes mov\w+ up down improv\w* swell\w* swollen plung\w* tumbl\w* edg\w+
    shift\w* lift\w* hik\w+ slash\w* trim\w* push\w* br[io]\w+ng brought took taken return\w* switch\w* back"""
)
_CHANGE = re.compile(rf"\b{_CHANGE_WORDS}\b[^.;!?]{{0,60}}\Z", re.IGNORECASE)
_CONTEST_WORDS = either(
    r"vot\w+ won w[io]n\w* beat\w* los[te]\w* lead\w* led defeat\w* rul\w+ margin by\sa drew draw\w* record score\w* mark"
)
_CONTEST = re.compile(rf"\b{_CONTEST_WORDS}(?:\s[\w’']+){{0,3}}?\s\Z", re.IGNORECASE)
_SCORE_NOUN = re.compile(
    rf"\s{either('record win victory defeat loss mark lead vote start finish draw rout score run season triumph decision')}\b"
)


def ranged(text: str, amount: Amount, floor: int) -> Amount | int:
    """The amount together with the second figure of a range or score, or where to go on if both are a date or a time."""
    between = _BETWEEN.search(text, max(floor, amount.start - 32), amount.start)
    join = (_AND if between else _JOIN).match(text, amount.end)
    both = _both(text, join.end(), amount) if join else None
    if not join or not both:
        return amount
    if _is_dated(text, amount, both):
        return both.end
    if between:
        return _range(both, between.start(), "between") if both.low < both.high else amount
    return _joined(text, amount, both, join[1].strip("- "), floor)


def _both(text: str, at: int, first: Amount) -> Amount | None:
    """Both operands as one amount, the second beginning at `at`; its unit and scale hold for the first as well."""
    sign = currency_after(text, at)
    scales = MONEY_SCALES if sign or is_money(first.unit) else FIGURE_SCALES
    numeral = read_number(text, sign[1] if sign else at, scales)
    if not numeral:
        return None
    second = Amount(first.start, numeral.end, numeral.value, numeral.value, numeral.scale, sign[0] if sign else "")
    second = as_money(text, second) if sign else with_unit(text, second)
    rate = second.unit.partition("/")[0]  # "$24 to $26 a share": the rate holds for both
    if text[second.end : second.end + 1].isalnum() or (first.unit and second.unit and first.unit not in (second.unit, rate)):
        return None
    shares = first.scale == 1 < second.scale and first.low * second.scale < second.high
    low = first.low * second.scale if shares else first.low
    return second._replace(low=low, unit=second.unit or first.unit, rule="range")


def _is_dated(text: str, first: Amount, both: Amount) -> bool:
    """True for hours ("between 2 and 4 p.m."), days ("10 to 12 March") and years ("1939 to 1945")."""
    if labels.clock(text, both.end) or labels.month_after(text, both.end):
        return True
    plain = not both.unit and both.scale == 1 and "," not in text[first.start : both.end]
    return plain and 1500 <= both.low <= both.high <= 2100 and not labels.counted(text, both.end)


def _joined(text: str, first: Amount, both: Amount, join: str, floor: int) -> Amount:
    if first.low < 0 or both.high < 0:
        return first
    if join == "or":
        return _range(both, both.start, "or") if 0 < both.high - both.low <= max(2, both.low * 0.5) else first
    if join == "to":
        return _to(text, first, both, floor)
    return _hyphened(text, first, both, spaced=text[first.end : first.end + 1].isspace())


def _to(text: str, first: Amount, both: Amount, floor: int) -> Amount:
    """ "6 to 8 percent" and "from 10 to 12" are ranges, "rose from 10 to 12" is two figures, "by 7 to 2" a score."""
    contest = _is_whole(both) and _CONTEST.search(text, max(0, first.start - 48), first.start)
    if contest and not labels.counted(text, both.end):
        return _score(both)
    if both.low >= both.high:
        return first
    origin = _FROM.search(text, max(floor, first.start - 16), first.start)
    if origin and _CHANGE.search(text, max(0, origin.start() - 80), origin.start()):
        return first
    if first.unit and _CHANGE.search(text, max(0, first.start - 16), first.start):
        return first  # fell 3p to 145p
    return _range(both, origin.start() if origin else both.start, "range")


def _hyphened(text: str, first: Amount, both: Amount, *, spaced: bool) -> Amount:
    """ "20-25 people" is a range, "9-14" a score; a spaced dash joins a score or what is measured, and nothing else."""
    whole = _is_whole(both) and first.scale == 1
    noun = labels.counted(text, both.end) and not _SCORE_NOUN.match(text, both.end)
    if both.low < both.high and (not whole or noun):
        return _range(both, both.start, "range")
    dashed = both.high < 40 and "–" in text[first.end : both.end] and not text.startswith(" of", both.end)
    return _score(both) if whole and not first.unit and (dashed or not spaced) else first


def _is_whole(both: Amount) -> bool:
    return not both.unit and both.scale == 1 and both.low % 1 == both.high % 1 == 0


def _range(both: Amount, start: int, rule: str) -> Amount:
    return both._replace(start=start, rule=rule, form="cardinal")


def _score(both: Amount) -> Amount:
    return both._replace(form="score", rule="score")
