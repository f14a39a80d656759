"""Counts that name a size and no number: "dozens", "several hundred", "tens of millions of dollars", "a few days".

The value of a vague word is the least that it says: dozens are 24, hundreds 200, several 3; but "hundreds of thousands" are
100,000 and "tens of millions" ten million. Read as well are "a pair of" and "a trio of", which are exact. Not read are the same
words in another sense: "test scores", "the couple", "how many", "few people", "a pair of scissors".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factspec.language.figures import SCALES, read_scale
from factspec.language.patterns import either, just_after
from factspec.model import Comparator
from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount
from factspec.recognisers.quantities_units import with_unit

__all__ = ["GROUPS", "VAGUE", "vague"]

VAGUE: Mapping[str, float] = {
    "dozens": 24, "scores": 40, "tens": 10, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12, "lakhs": 2e5, "crores": 2e7, "several": 3, "few": 3, "many": 10, "handful": 5, "couple": 2,
}  # fmt: skip
"""Word → the least that it says."""

GROUPS: Mapping[str, float] = {"pair": 2, "trio": 3, "quartet": 4}
"""Words for an exact number of things together."""

_ONE_OF = {"dozens": 12, "tens": 10, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_MULTIPLIES = {"several", "few", "couple", "many"}
_PLURAL = either("dozens hundreds thousands millions billions trillions lakhs crores")
_OF_PLURAL = re.compile(rf"\sof\s({_PLURAL})\b", re.IGNORECASE)
_MANY_PLURAL = re.compile(rf"\s({_PLURAL})\b", re.IGNORECASE)
_OF = re.compile(r"\sof(?=\s)")
_MORE = re.compile(r"\s(?:more|other|further|additional)(?=\s)")
_A = just_after("a")
_BEGINS = r"""(?:\A|[.!?,;:—–("“‘\n]\s?"""
_MANY_AFTER = either(
    """killed killing and that with injured wounded left leaving where when while of in for by to from are were said have has
    had but destroyed damaged arrested including"""
)
_NO_SCORES = either("test the his her its their he she it who exam settled credit")
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "few": just_after(r"(?:quite\sa|a|(?:the\s)?(?:last|next|past|first))"),
    "couple": just_after(r"(?:a|(?:the\s)?(?:last|next|past|first))"),
    "handful": just_after(r"a(?:\s(?:small|mere))?"),
    **dict.fromkeys(GROUPS, _A),
    "many": re.compile(rf"{_BEGINS}|\b{_MANY_AFTER}\s)\Z", re.IGNORECASE),
    "scores": re.compile(rf"{_BEGINS}|\b(?!{_NO_SCORES}\s)[\w’']+\s)\Z", re.IGNORECASE),
}
"""Word → what must stand before it."""

_PAIRED = either("trousers scissors glasses shoes jeans socks gloves binoculars pliers shorts pants sunglasses boots")
_SCORED = either("more others dead killed injured wounded missing arrested hurt trapped feared were are have")
_AFTER: Mapping[str, re.Pattern[str]] = {
    "tens": _OF_PLURAL,
    "scores": re.compile(rf"\s(?:of\s(?!the\sgame)|{_SCORED}\b)", re.IGNORECASE),
    "pair": re.compile(rf"\sof\s(?!{_PAIRED}\b)", re.IGNORECASE),
    "trio": re.compile(r"\sof\s"),
    "quartet": re.compile(r"\sof\s"),
    "handful": re.compile(r"\s(?:of|were|are|have)\b"),
    "couple": re.compile(r"(?:\sof)?\s(?:dozen|hundred|thousand|million|more)\b|\sof\s(?!the\b)"),
}
"""Word → what must follow it."""


def vague(text: str, word: str, at: int, floor: int) -> Amount | None:
    """Return the amount that the vague word at `at` makes with its article, scale and unit; None in another sense."""
    end = at + len(word)
    before = _BEFORE.get(word)
    lead = before.search(text, max(floor, at - 16), at) if before else None
    if (before and not lead) or (word in _AFTER and not _AFTER[word].match(text, end)):
        return None
    if word == "many" and not labels.counted(text, end) and not _OF.match(text, end):
        return None
    start = lead.start() if lead and lead[0].lower().split()[-1:] == ["a"] else at
    if word in GROUPS:
        return with_unit(text, Amount(start, end, GROUPS[word], GROUPS[word], rule=word))
    value, end = _value(text, word, end)
    return _measured(text, Amount(start, end, value, value, rule=word, form="vague", comparator=Comparator.ABOUT))


def _value(text: str, word: str, end: int) -> tuple[float, int]:
    """The value of a vague word with what multiplies it: "hundreds of thousands", "several dozen", "a couple of hundred"."""
    groups = _OF_PLURAL.match(text, end)
    if groups and word in _ONE_OF:
        return _ONE_OF[word] * VAGUE[groups[1].lower()] / 2, groups.end()
    plural = _MANY_PLURAL.match(text, end) if word == "many" else None
    if plural:
        return VAGUE[plural[1].lower()], plural.end()
    of = _OF.match(text, end) if word == "couple" else None
    scale = read_scale(text, of.end() if of else end, SCALES) if word in _MULTIPLIES else None
    return (VAGUE[word] * scale[0], scale[1]) if scale else (VAGUE[word], end)


def _measured(text: str, amount: Amount) -> Amount:
    """ "several hours", "tens of millions of dollars", "a couple more weeks"; "of" stays outside where no unit follows."""
    gap = _OF.match(text, amount.end) or _MORE.match(text, amount.end)
    for end in (amount.end, gap.end()) if gap else (amount.end,):
        found = with_unit(text, amount._replace(end=end))
        if found.unit:
            return found._replace(rule=amount.rule)
    return amount
