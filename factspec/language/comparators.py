"""How English qualifies a figure: "more than", "at least", "nearly", "or so", "-plus".

Read are the phrases below, before or after a figure, and several in a row ("up to about 40"). Not read are verbs that only
imply a bound ("rose to"), and the same words in another sense: "a film about two men", "handed over 23 pirates",
"the past 24 hours". Where a figure begins or ends must be known before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from factspec.language.patterns import BLANK, either, just_after
from factspec.model import Comparator

__all__ = ["Qualified", "after", "before", "sign"]


class Qualified(NamedTuple):
    """A comparator, and where its phrase begins (`before`) or ends (`after`)."""

    comparator: Comparator
    at: int


_BEFORE: Mapping[Comparator, str] = {
    Comparator.MORE: """over|above|past|more than|well over|just over|a little over|slightly over
        |slightly more than|just more than|well above|just above|well past|just past|upwards of|upward of
        |in excess of|north of|exceeding|exceeds|exceeded|exceed
        |greater than|higher than|larger than|longer than|older than|bigger than|better than|farther than|further than
        |heavier than|deeper than|faster than|topping|topped|surpassing|surpassed|surpasses""",
    Comparator.AT_LEAST: """at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of
        |minimum of|as few as|as little as""",
    Comparator.LESS: """under|below|nearly|very nearly|almost|fewer than|less than|just under|well under|slightly under
        |a little under|just below|well below|just short of|short of|just shy of|shy of|south of|not quite
        |approaching|nearing|nigh on|slightly less than|slightly fewer than|a little less than|just less than|lower
        than|smaller than|younger than |shorter than""",
    Comparator.AT_MOST: """up to|as many as|as much as|as high as|as long as|as old as|at most|at the most|no more than
        |not more than|a maximum of|maximum of|no longer than|no higher than|not exceeding""",
    Comparator.ABOUT: """about|around|roughly|approximately|approx|some|estimated|an estimated|estimated at|close to|very
    close to
        |in the region of|in the order of|on the order of|of the order of|in the vicinity of|somewhere around|circa|more or less
        |something like|an approximate""",
}
_AFTER: Mapping[Comparator, str] = {
    Comparator.AT_LEAST: """or more|or over|or above|or older|or higher|or greater|or better|or longer|and above|and over
        |and counting|-plus|-or-more""",
    Comparator.AT_MOST: "or fewer|or less|or under|or below|or younger|and under|at most|at the most",
    Comparator.ABOUT: "or so|or thereabouts|-odd|-ish|-or-so",
}
_SIGNS: Mapping[str, Comparator] = {
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.MORE,
    "<": Comparator.LESS,
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "=": Comparator.EXACT,
}
_FILLERS = """another|an additional|an extra|a further|a total of|a combined|a record|a whopping|a staggering|a reported|just"""

_TELLING = (
    "story stories tale tales film films movie book books novel play documentary series drama article talk talks talked talking"
)
_OTHER_SENSE: Mapping[str, re.Pattern[str]] = {
    phrase: just_after(either(words))
    for phrase, words in {
        "about": f"{_TELLING} worry worried concern concerned concerns asked questions information what wrote writes",
        "around": "turn turned turns turning",
        "over": """hand handed hands handing turn turned turning ran run runs running win wins won victory victories presided row
            dispute clash clashed argument argued lead control fight fought war wars authority power jurisdiction knocked
            concern concerns mull mulled charges charged protest protests anger outrage tension tensions pulled spread all""",
        "past": "the this these those his her its their our your half quarter in",
        "some": "and",
        "under": "the",
        "up to": "add adds added adding",
    }.items()
}
"""Phrase → words before it that give it another sense."""


def _table(phrases: Mapping[Comparator, str]) -> dict[str, Comparator]:
    return {" ".join(phrase.split()): comparator for comparator, line in phrases.items() for phrase in line.split("|")}


_BEFORE_TABLE = _table(_BEFORE)
_AFTER_TABLE = _table(_AFTER) | {"+": Comparator.AT_LEAST, "plus": Comparator.AT_LEAST}
_BEFORE_PATTERN = re.compile(
    rf"(?<![\w-])(?:({either('|'.join(_BEFORE_TABLE))})\.?(?:{BLANK}{either(_FILLERS)})?{BLANK}|(>=|<=|[<>~≈≥≤])\s?)\Z",
    re.IGNORECASE,
)
_AFTER_PATTERN = re.compile(rf"(?:\s?({either('|'.join(_table(_AFTER)))})(?!\w)|\s(plus)(?=\s[a-z])|(\+))", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+)\.?\s+\Z")
_LAST = frozenset(phrase.split()[-1] for phrase in (*_BEFORE_TABLE, *_FILLERS.split("|")))


def before(text: str, at: int, floor: int) -> Qualified | None:
    """Return what qualifies the figure that begins at `at`, looking back to `floor`; of several, the outermost firm one.

    "up to about 40" is at most 40: "about" yields to any other comparator.
    """
    found = step = _step(text, at, floor)
    while found and step and (step := _step(text, step.at, floor)):
        found = Qualified(step.comparator if found.comparator is Comparator.ABOUT else found.comparator, step.at)
    return found


def _step(text: str, at: int, floor: int) -> Qualified | None:
    last = _LAST_WORD.search(text, max(floor, at - 16), at)
    if last[1].lower() not in _LAST if last else text[max(0, at - 2) : at].strip() not in _SIGNS:
        return None
    match = _BEFORE_PATTERN.search(text, max(floor, at - 44), at)
    if not match or match[2]:
        return Qualified(_SIGNS[match[2]], match.start()) if match else None
    phrase = " ".join(match[1].lower().split())
    other = _OTHER_SENSE.get(phrase)
    if other and other.search(text, max(0, match.start() - 24), match.start()):
        return None
    return Qualified(_BEFORE_TABLE[phrase], match.start())


def after(text: str, end: int) -> Qualified | None:
    """Return what qualifies the figure that ends at `end` from behind ("or more", "-plus", "+", "or so")."""
    match = _AFTER_PATTERN.match(text, end)
    if not match:
        return None
    phrase = " ".join((match[1] or match[2] or match[3]).lower().split())
    return Qualified(_AFTER_TABLE[phrase], match.end())


def sign(text: str) -> tuple[Comparator, str]:
    """Return the comparator that a sign before a value means (">= 24"), and the rest; "=" where there is no sign."""
    plain = text.strip()
    for mark in sorted(_SIGNS, key=len, reverse=True):
        if plain.startswith(mark):
            return _SIGNS[mark], plain.removeprefix(mark).strip()
    return Comparator.EXACT, plain
