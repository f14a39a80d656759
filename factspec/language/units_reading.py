"""Where a unit stands behind a number in a running text, and where it ends.

Read are the names and symbols of `units` after a blank, a line break, a hyphen or nothing ("5 km", "12-day", "24C"), with the
rate that may follow ("a barrel", "/day"). Not read are units before their number (see the signs of currencies), units in
brackets or capitals of their own making, and most symbols of one letter unless they hang on the number.
"""

from __future__ import annotations

import re

from factspec.language.units import NAMES, SYMBOLS, rate_of, unit_of

__all__ = ["read_rate", "read_unit"]

_GAP = r"(?:[^\S\n]?\n?|-)"
_WORD = r"[^\W\d_]+"
_SIGNS = "".join(sorted(symbol for symbol in SYMBOLS if len(symbol) == 1 and not symbol.isalnum() and symbol not in "%‰"))
_POWER = r"[²³]|[23](?![\w-])"
_UNIT = re.compile(
    rf"({_GAP})(%|‰|[°º] ?[CF]\b|[º{re.escape(_SIGNS)}]|U\.S\. {_WORD}|{_WORD}(?:/{_WORD}(?:{_POWER})?|{_POWER})?)(?![\w²³])"
)
_NEXT = re.compile(rf"{_GAP}({_WORD})(?!\w)")
_RATE = re.compile(
    rf"(?:\s(?:per|an?|each)\s|-(?:per|an?)-|/)({_WORD}(?:[- ]{_WORD})?)(?!\w)|\s(?:annually|yearly|per annum)(?!\w)"
)
_FIRST_WORDS = frozenset(name.split(" ", maxsplit=1)[0] for name in NAMES if " " in name)
_ONLY_ATTACHED = frozenset(["C", "F", "g", "h", "t", "p", "l", "L", "V", "W", "J", "NM", "nm", "mb", "Mb", "kn", "kt", "kb"])
_NEVER = frozenset(["K", "1", "Re", "MT", "s", "RM", "Dh", "Rp", "Tk"])
"""Symbols that mean something else more often: 4K, a list's (1), in her 20s."""


def read_unit(text: str, at: int) -> tuple[str, int] | None:
    """Return the canonical symbol of the unit that follows a number ending at `at`, and where it ends.

    One blank, a line break or a hyphen may stand between ("12-day", "5 km"); most one-letter symbols must be attached
    ("24C"), so that a word of one letter is never a unit.
    """
    found = _UNIT.match(text, at)
    if not found:
        return None
    named = _named(text, found)
    if not named:
        return None
    symbol, end = named
    return read_rate(text, end, symbol) or named


def read_rate(text: str, at: int, symbol: str) -> tuple[str, int] | None:
    """Return the rate that "a barrel", "per share", "/day" or "annually" at `at` makes of the unit `symbol`, and its end.

    The longer of two readings wins: "a square foot" before "a square".
    """
    rate = _RATE.match(text, at)
    if not rate:
        return None
    if rate[1] is None:
        joined = rate_of(symbol, "year")
        return (joined, rate.end()) if joined else None
    for per in dict.fromkeys((rate[1], re.split(r"[- ]", rate[1], maxsplit=1)[0])):
        joined = rate_of(symbol, per.replace("-", " "))
        if joined:
            return joined, rate.start(1) + len(per)
    return None


def _rate(word: str) -> str | None:
    """The symbol of "km/h" or "µg/l", in whatever way its parts are written."""
    rate = unit_of(word)
    return rate.symbol if rate else None


def _named(text: str, found: re.Match[str]) -> tuple[str, int] | None:
    gap, word = found.groups()
    lower = word.lower()
    if lower.removeprefix("u.s. ") in _FIRST_WORDS or " " in lower:
        longer = _longest(text, found.end(), lower)
        if longer:
            return longer
    if len(lower) > 2 and lower in NAMES:
        return NAMES[lower], found.end()
    symbol = SYMBOLS.get(word.replace(" ", "")) or (_rate(word) if "/" in word else None)
    if symbol is None or word in _NEVER or (gap and word in _ONLY_ATTACHED):
        return None
    return symbol, found.end()


def _longest(text: str, end: int, words: str) -> tuple[str, int] | None:
    """The longest name of several words that begins with `words`, of which the last ends at `end`."""
    best = None
    for _ in range(2):
        if words in NAMES:
            best = NAMES[words], end
        following = _NEXT.match(text, end)
        if not following:
            return best
        words, end = f"{words} {following[1].lower()}", following.end()
    return (NAMES[words], end) if words in NAMES else best
