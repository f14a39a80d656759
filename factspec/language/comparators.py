"""How English qualifies a figure: "more than", "at least", "nearly", "or so", "-plus".

Read are the phrases below, before or after a figure, and several in a row ("up to about 40"). Not read are verbs that only
imply a bound ("rose to"), and the same words in another sense: "a film about two men", "handed over 23 pirates",
"the past 24 hours". What a figure is must be known before: `before` looks back from where it begins, `after` on from its end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from factspec.model import Comparator

__all__ = ["Qualified", "after", "before", "sign"]


class Qualified(NamedTuple):
    """A comparator, and where its phrase begins (`before`) or ends (`after`)."""

    comparator: Comparator
    at: int


_BEFORE: Mapping[Comparator, str] = {
    Comparator.MORE: (
        "more than|well over|just over|a little over|slightly over|slightly more than|just more than|well above|just above|over|above"
        "|upwards of|upward of|in excess of|exceeding|exceeds|exceeded|exceed|greater than|higher than|larger than|longer than"
        "|older than|bigger than|better than|farther than|topping|topped|surpassing|surpassed|surpasses|well past|just past|past"
        "|north of|further than|heavier than|deeper than|faster than"
    ),
    Comparator.AT_LEAST: (
        "at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|as few as"
        "|as little as"
    ),
    Comparator.LESS: (
        "fewer than|less than|just under|well under|under|just below|well below|below|very nearly|nearly|almost|just short of|short of"
        "|just shy of|shy of|not quite|approaching|nearing|lower than|smaller than|younger than|shorter than|slightly under"
        "|slightly less than|slightly fewer than|a little under|a little less than|just less than|south of|nigh on"
    ),
    Comparator.AT_MOST: (
        "up to|as many as|as much as|as high as|as long as|as old as|at most|no more than|not more than|a maximum of|maximum of"
        "|at the most|no longer than|not exceeding|no higher than"
    ),
    Comparator.ABOUT: (
        "about|around|roughly|approximately|approx\\.?|some|an estimated|estimated at|estimated|close to|very close to"
        "|in the region of|in the order of|on the order of|of the order of|in the vicinity of|somewhere around|circa|more or less"
        "|something like|an approximate"
    ),
}
_AFTER: Mapping[Comparator, str] = {
    Comparator.AT_LEAST: " or more| or over| or above| or older| or higher| or greater| or better| or longer| and above| and over"
    "| and counting|-plus|-or-more|\\+| plus(?= [a-z])",
    Comparator.AT_MOST: " or fewer| or less| or under| or below| or younger| and under| at most| at the most",
    Comparator.ABOUT: " or so| or thereabouts|-odd|-ish|-or-so",
}
_SIGNS = {
    ">=": Comparator.AT_LEAST, "≥": Comparator.AT_LEAST, "=>": Comparator.AT_LEAST, "<=": Comparator.AT_MOST, "≤": Comparator.AT_MOST,
    ">": Comparator.MORE, "<": Comparator.LESS, "~": Comparator.ABOUT, "≈": Comparator.ABOUT, "=": Comparator.EXACT,
}  # fmt: skip

_BLANK = r"(?:[^\S\n]+\n?|\n)"
_FILLER = (
    "(?:another|an additional|an extra|a further|a total of|a combined|a record|a whopping|a staggering|a further|a reported|the|just)"
)


def _table(phrases: Mapping[Comparator, str]) -> dict[str, Comparator]:
    return {phrase.strip(): comparator for comparator, line in phrases.items() for phrase in line.split("|")}


_BEFORE_TABLE = _table(_BEFORE) | {"approx": Comparator.ABOUT, "approx.": Comparator.ABOUT}
_AFTER_TABLE = _table(_AFTER) | {"+": Comparator.AT_LEAST, "plus": Comparator.AT_LEAST}
_PHRASES = "|".join(_BEFORE.values()).replace(" ", r"\s+")
_BEFORE_PATTERN = re.compile(rf"(?<![\w-])(?:({_PHRASES})(?:{_BLANK}{_FILLER})?{_BLANK}|([<>~≈≥≤]=?)\s?)\Z", re.IGNORECASE)
_AFTER_PATTERN = re.compile(rf"({'|'.join(_AFTER.values())})(?![\w])", re.IGNORECASE)
_LAST = frozenset(word for line in _BEFORE.values() for word in re.findall(r"([a-z]+)(?:\\.\?)?(?:\||$)", line)) | frozenset(
    "another additional extra further of combined record whopping staggering reported the just".split()
)
_LAST_WORD = re.compile(r"([A-Za-z]+)\.?\s+\Z")

_TELLING = "story stories tale tales film films movie book books novel play documentary series drama article talk talks talked talking"
_OTHER_SENSE: Mapping[str, re.Pattern[str]] = {
    word: re.compile(rf"\b(?:{'|'.join(others.split())})\s+\Z", re.IGNORECASE)
    for word, others in {
        "about": f"{_TELLING} worry worried concern concerned concerns asked questions information what wrote writes",
        "over": "hand handed hands handing turn turned turning ran run runs running win wins victory victories presided row dispute clash "
        "clashed argument argued lead control fight fought war wars authority power jurisdiction knocked bent concern concerns mull "
        "mulled charges charged protest protests anger outrage tension tensions pulled spread spans all",
        "past": "the this these those his her its their our your half quarter in",
        "up to": "add adds added adding",
        "under": "the",
        "some": "and",
    }.items()
}
"""Phrase → words before it that give it another sense."""


def before(text: str, at: int, floor: int) -> Qualified | None:
    """Return what qualifies the figure that begins at `at`, looking back to `floor`; the outermost firm word counts.

    "up to about 40" is at most 40: "about" yields to any other comparator.
    """
    found: Qualified | None = None
    while (step := _step(text, at, floor)) is not None:
        firm = found is None or found.comparator is Comparator.ABOUT
        found = step if firm else Qualified(found.comparator, step.at)  # type: ignore[union-attr]
        at = step.at
    return found


def _step(text: str, at: int, floor: int) -> Qualified | None:
    last = _LAST_WORD.search(text, max(floor, at - 16), at)
    if (last and last[1].lower() not in _LAST) or (not last and text[at - 2 : at].strip() not in _SIGNS):
        return None
    match = _BEFORE_PATTERN.search(text, max(floor, at - 44), at)
    if not match:
        return None
    if match[2]:
        return Qualified(_SIGNS.get(match[2], Comparator.EXACT), match.start())
    phrase = " ".join(match[1].lower().split())
    other = _OTHER_SENSE.get(phrase)
    if other and other.search(text, max(0, match.start() - 24), match.start()):
        return None
    return Qualified(_BEFORE_TABLE[phrase], match.start())


def after(text: str, end: int) -> Qualified | None:
    """Return what qualifies the figure that ends at `end` from behind ("or more", "-plus", "or so")."""
    match = _AFTER_PATTERN.match(text, end)
    return Qualified(_AFTER_TABLE[match[1].strip().lower()], match.end()) if match else None


def sign(text: str) -> tuple[Comparator, str]:
    """Return the comparator that a sign before a value means (">= 24"), and the rest; "=" where there is no sign."""
    plain = text.strip()
    for mark in sorted(_SIGNS, key=len, reverse=True):
        if plain.startswith(mark):
            return _SIGNS[mark], plain.removeprefix(mark).strip()
    return Comparator.EXACT, plain
