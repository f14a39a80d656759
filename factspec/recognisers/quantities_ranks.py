"""Ranks, multiples, and the one that counts: "the fifth coach", "married twice", "three times", "killing one".

Not read are ordinals that belong to a name, date or unit ("Fifth Avenue", "the 21st century", "a second later"), adverbs ("at
first"), "once" in the sense of formerly, and the one that is a pronoun ("one of the best", "this one", "one must ask").
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factspec.language.figures import Numeral
from factspec.language.lexicon import listed
from factspec.language.patterns import either, just_after
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount

__all__ = ["MULTIPLES", "counts_one", "is_some_day", "multiple", "multiplied", "rank"]

# ---------------------------------------------------------------- multiples

MULTIPLES: Mapping[str, float] = {
    "once": 1, "twice": 2, "thrice": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
}  # fmt: skip
_TIMES = re.compile(r"(?:\smore|\sother)?\stimes(?![\w-])", re.IGNORECASE)
_OR_TWICE = re.compile(r"\sor\s(twice|thrice)\b", re.IGNORECASE)
_ONCE_AFTER = just_after(either("only just than least exactly most married even"))
_ONCE_A = re.compile(
    rf"\s(?:an?|every|per|each)\s{either('day week month year decade century season night hour')}\b|\sor\stwice\b",
    re.IGNORECASE,
)


def multiple(text: str, word: str, at: int) -> Amount | None:
    """Return the multiple that "twice" or "tenfold" states; "once" only where it is counted ("only once", "once a week")."""
    end = at + len(word)
    if word == "once" and not _ONCE_AFTER.search(text, max(0, at - 12), at) and not _ONCE_A.match(text, end):
        return None
    more = _OR_TWICE.match(text, end)
    high = MULTIPLES[more[1].lower()] if more else MULTIPLES[word]
    return Amount(at, more.end() if more else end, MULTIPLES[word], high, form="times", rule="times")


def multiplied(text: str, amount: Amount) -> Amount | None:
    """Return a cardinal together with the "times" behind it: three times, two more times, several times."""
    found = _TIMES.match(text, amount.end) if not amount.unit else None
    form = "vague" if amount.form == "vague" else "times"
    return amount._replace(end=found.end(), form=form, rule="times") if found else None


# ---------------------------------------------------------------- ordinals

_NAMED_LOWER = either(
    """century centuries quarter quarters half halves hand aid lady name names class degree floor step of\\sall person base
    language world place glance sight thing things hour opinion thought thoughts guessing nature round minister leg"""
)
_NAMED_UPPER = either(
    """Fleet Century Avenue Street Division Brigade Army Battalion Regiment Congress Amendment Circuit Infantry Corps Airborne
    Cavalry District Ward Reich Republic World Lady Minister Secretary Sea Lord Symphony Estate Reading"""
)
_NAMED = re.compile(rf"[\s-]{_NAMED_LOWER}\b|-|\sto\snone|\s{_NAMED_UPPER}\b")
_DETERMINED = re.compile(r"(?:\b(?:the|his|her|its|their|our|my|your|this|that|these|those|only|and)|['’]s?)\s\Z", re.IGNORECASE)
_LED = re.compile(r"\b(?:at|per|every|each|split|from|one|an?)[\s-]\Z", re.IGNORECASE)


def rank(text: str, start: int, numeral: Numeral, *, spelt: bool) -> Amount | None:
    """Return the rank (unit "ord") that an ordinal states, where it is part of no date, name or unit."""
    if labels.month_after(text, numeral.end) or _NAMED.match(text, numeral.end) or (spelt and not _ranks(text, start, numeral)):
        return None
    return Amount(start, numeral.end, numeral.value, numeral.value, unit="ord", form="ordinal", rule="ordinal")


def _ranks(text: str, start: int, numeral: Numeral) -> bool:
    """True for "the first", "a third quake", "finished fifth"; "at first", "a second" and "to second the motion" are no ranks."""
    if numeral.value <= 2:
        return _DETERMINED.search(text, max(0, start - 8), start) is not None
    noun = text[numeral.end : numeral.end + 1].isspace() and text[numeral.end + 1 : numeral.end + 2].isalpha()
    return noun or not _LED.search(text, max(0, start - 9), start)


# ---------------------------------------------------------------- one

_NOT_ONE_AFTER = either(
    """no any every each this that the the\\sonly which some another new old big first last next good bad better such other
    same own day square loved number for as is be was off like into becomes? became what whatever whichever"""
)
_NOT_ONE = re.compile(rf"\b{_NOT_ONE_AFTER}[\s-]\Z", re.IGNORECASE)
_PRONOUN_BEFORE = listed(
    """
    of another who that which is was are were has had have can could may might must shall should will would does did do be
    thing day night morning afternoon evening time hand way side reason point sort kind sense such that's i we you he she it
    they in on at by for from to with without as and or but if so than then when where while because not never ever always
    just also only even more last final big good great bad giant step word bit he'd a an the this these those his her its
    their our my your foot eye minute moment needs knows says thinks said wonders hopes feels sees finds gets goes comes
    understands left came went took made got all both either neither about after before between during until since through
    over under up down out off again too very much many most quite rather still already yet there here now today yesterday
    tomorrow tonight
    """
)
_HARMED = either(
    """dead killed died injured wounded hurt missing arrested hospitalised hospitalized shot captured detained dies survived
    sank"""
)
_SUBJECT = re.compile(rf"\s(?:(?:was|were|is|(?:has|had|have)\sbeen)\s)?{_HARMED}\b", re.IGNORECASE)
_OBJECT = just_after(
    either(
        """kills? killed killing injures? injured injuring wounds? wounded wounding hurts? hurting arrests? arrested arresting
        leaving leaves left shooting sinking least than exactly about claimed claiming took takes most"""
    )
)
_SUPERLATIVE = re.compile(r"\s(?:of\sthe\s(?:most|best|worst|biggest|largest)|another)\b")
_NOUN = re.compile(r"\s([a-z]+)")
_ONE_DAY = re.compile(r"\s(?:later|after|before|ago|earlier|of|off|and|to|in|only|this|that|or)\b|[.,;:)-]|['’]s|\Z")


def counts_one(text: str, start: int, end: int) -> bool:
    """True where "one" counts something: "one person", "killing one", "one was injured", "at least one"; not "one of the"."""
    if _SUBJECT.match(text, end):
        return True
    if _OBJECT.search(text, max(0, start - 14), start):
        return not _SUPERLATIVE.match(text, end)
    noun = _NOUN.match(text, end)
    return noun is not None and noun[1] not in _PRONOUN_BEFORE and not _NOT_ONE.search(text, max(0, start - 12), start)


def is_some_day(text: str, amount: Amount) -> bool:
    """True for "one day he left", where "one day" is no length of time."""
    return amount.unit == "day" and text[amount.end - 4 : amount.end].lower() == " day" and not _ONE_DAY.match(text, amount.end)
