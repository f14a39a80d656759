"""Numerals in words: what "one hundred and five", "two and a half million" or "two-thirds" comes to.

Read are number words British and American ("fifteen hundred", "six point one", "three lakh crore"), ordinals, and word
fractions. Not read are Roman numerals, digits spoken one by one, years in words ("nineteen eighty-four" is no number),
and what stands to the left of a numeral. Figures are read by `figures`; `numeral` reads either.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factspec.language.figures import SCALES, Numeral, read_figure, read_more, read_scale
from factspec.language.patterns import BLANK, either

__all__ = ["DENOMINATORS", "ORDINALS", "SMALL", "numeral", "read_words", "read_words_between"]


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * n for n, word in enumerate(words.split())}


_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SMALL: Mapping[str, int] = {
    **_numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 0),
    **_numbered("sixteen seventeen eighteen nineteen", 16),
    **_TENS,
    "nought": 0,
}
"""Number words below a hundred."""

ORDINALS: Mapping[str, int] = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth", 1),
    **_numbered("fifteenth sixteenth seventeenth eighteenth nineteenth", 15),
    **_numbered("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 1_000_000,
}
"""Ordinals of one word."""

DENOMINATORS: Mapping[str, int] = {
    **{form: n for word, n in ORDINALS.items() if n > 2 for form in (word, word + "s")},
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
}
"""What a word fraction divides by; "second" never does."""


class _Word(NamedTuple):
    """A number word of a run, with what joins it to the one before: "" (first), " ", "-", "," or "and"."""

    glue: str
    word: str
    end: int


_LONGEST = 40
"""More words than any numeral below a quadrillion has; a longer run is read in pieces."""

_CARDINAL = either(" ".join((*SMALL, *SCALES)))
_END = r"(?![^\W_])"
_FIRST = re.compile(_CARDINAL + _END, re.IGNORECASE)
_LATER = re.compile(rf"({BLANK}and{BLANK}|-and-|,{BLANK}|[^\S\n]?-[^\S\n]?|{BLANK})({_CARDINAL}){_END}", re.IGNORECASE)
_ALONE = re.compile(either(" ".join(ORDINALS)) + _END, re.IGNORECASE)
_NTH = re.compile(rf"({BLANK}and{BLANK}|-and-|-|{BLANK})({either(' '.join({**ORDINALS, **DENOMINATORS}))}){_END}", re.IGNORECASE)
_PARTS = re.compile(r"[\s-]" + either("half halves thirds quarters fourths fifths eighths tenths") + _END, re.IGNORECASE)
_POINT = re.compile(rf"{BLANK}point((?:[\s-]{either(' '.join(SMALL))}\b)+)", re.IGNORECASE)


def numeral(words: str) -> float | None:
    """Return the value of `words` as a whole ("one hundred and five", "1.2 million"); None where they are not one numeral."""
    plain = words.strip()
    found = read_figure(plain, 0) if plain[:1].isdecimal() else read_words(plain, 0)
    return found.value if found and found.end == len(plain) and found.form != "none" else None


def read_words(text: str, at: int) -> Numeral | None:
    """Return the numeral in words that begins at `at`: its form is "cardinal", "ordinal", "fraction" or "none".

    "none" is a run of number words that is no number ("nineteen eighty-four"); its end says where to go on.
    """
    ordinal = _ALONE.match(text, at)
    if ordinal:
        return Numeral(float(ORDINALS[ordinal[0].lower()]), ordinal.end(), form="ordinal")
    run = _run(text, at)
    if not run:
        return None
    if len(run) > 1 and run[-1].glue == "and" and _PARTS.match(text, run[-1].end):
        run.pop()  # two million and | one half
    value, count, scale = _sum(run)
    end = run[count - 1].end
    if count < len(run) and run[count].glue in " -" and not _compound(text, run[count:]):
        return Numeral(0.0, run[-1].end, form="none")
    return _nth(text, value, end, run[count - 1].word) or _fractional(text, Numeral(value, end, scale))


def read_words_between(text: str, at: int) -> Numeral | None:
    """Return the first of two numerals that "and" joins after "between": two hundred | and two thousand, 105 | and 110."""
    run = _run(text, at)
    for i in (i for i, word in enumerate(run) if word.glue == "and"):
        first, second = run[:i], run[i:]
        low, high = _sum(first), _sum(second)
        if low[1] == len(first) and high[1] == len(second) and low[0] < high[0]:
            return Numeral(low[0], first[-1].end, low[2])
    return None


def _run(text: str, at: int) -> list[_Word]:
    found = _FIRST.match(text, at)
    if not found:
        return []
    run = [_Word("", found[0].lower(), found.end())]
    while len(run) < _LONGEST and (later := _LATER.match(text, run[-1].end)):
        glue = later[1].strip().strip("-") or ("-" if "-" in later[1] else " ")
        run.append(_Word(glue.lower(), later[2].lower(), later.end()))
    return run


def _compound(text: str, rest: Sequence[_Word]) -> bool:
    """True where the words after a numeral begin a compound: two | twelve-year-olds."""
    end = rest[-1].end
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _sum(run: Sequence[_Word]) -> tuple[float, int, float]:
    """Value of the longest beginning of `run` that is one number, how many words it takes, and its largest scale."""
    total, count, ceiling, largest = 0.0, 0, float("inf"), 1.0
    while count < len(run) and ceiling > 1:
        value, taken = _below_thousand(run, count)
        factor, taken = _factor(run, taken)
        if count and not _continues(run[count], value, factor, ceiling):
            break
        total, count = total + value * factor, taken
        largest, ceiling = max(largest, factor), factor
    return total, count, largest


def _continues(word: _Word, value: float, factor: float, ceiling: float) -> bool:
    """True where a group of words may follow a scale: smaller than it, and after a comma not a bare small number."""
    if value * factor >= ceiling:
        return False
    return word.glue != "," or factor > 1 or value >= 100


def _below_thousand(run: Sequence[_Word], at: int) -> tuple[float, int]:
    """The number before a scale word (1 where there is none): forty-two, two hundred and five, fifteen hundred."""
    small, taken = _below_hundred(run, at)
    if taken == len(run) or run[taken].word != "hundred" or (taken > at and run[taken].glue not in " -"):
        return (1.0 if taken == at else small), taken
    hundreds, taken = (small if taken > at else 1.0) * 100, taken + 1
    rest, end = _below_hundred(run, taken)
    followed = end < len(run) and run[end].word in {"hundred", "dozen"}
    if end == taken or followed or run[taken].glue == "," or rest == 0:
        return hundreds, taken
    return hundreds + rest, end


def _below_hundred(run: Sequence[_Word], at: int) -> tuple[float, int]:
    value = SMALL.get(run[at].word) if at < len(run) else None
    if value is None:
        return 0.0, at
    if value >= 20 and at + 1 < len(run) and run[at + 1].glue in " -" and 0 < SMALL.get(run[at + 1].word, 99) < 10:
        return float(value + SMALL[run[at + 1].word]), at + 2
    return float(value), at + 1


def _factor(run: Sequence[_Word], at: int) -> tuple[float, int]:
    """The product of the scale words at `at`; two in a row only as in "lakh crore" or "hundred million"."""
    factor = 1.0
    last = at + 2
    while at < min(len(run), last) and run[at].word in SCALES and (run[at].glue in " -" or at == 0):
        factor, at = factor * SCALES[run[at].word], at + 1
    return factor, at


def _nth(text: str, value: float, end: int, last: str) -> Numeral | None:
    """What an ordinal word makes of the cardinal before it: twenty-first, one hundred and fifth; two-thirds, one fifth."""
    found = _NTH.match(text, end)
    if not found:
        return None
    word, rank = found[2].lower(), ORDINALS.get(found[2].lower(), 0)
    if found[1].strip(" -\n").lower() == "and":
        return Numeral(value + rank, found.end(), form="ordinal") if last in SCALES and 0 < rank < 100 else None
    under = DENOMINATORS.get(word, 0)
    if value < max(under, 2) and under and (word.endswith("s") or value == 1):
        return Numeral(value / under, found.end(), form="fraction")
    if rank and (last in SCALES or (last in _TENS and rank < 10)):
        return Numeral(value + rank, found.end(), form="ordinal")
    return None


def _fractional(text: str, whole: Numeral) -> Numeral:
    """The cardinal with what may follow it: "point one", "and a half", and a scale after either."""
    point = _POINT.match(text, whole.end)
    if not point or not math.isfinite(whole.value):
        return read_more(text, whole)
    digits = "".join(str(n) for n in _spoken(re.findall(r"[a-z]+", point[1].lower())))
    later = read_scale(text, point.end(), SCALES) or (1.0, point.end())
    return Numeral(float(f"{whole.value:.0f}.{digits}") * later[0], later[1], later[0])


def _spoken(words: Sequence[str]) -> list[int]:
    """Digits after the point: "zero three" and "seventy-one" alike."""
    values: list[int] = []
    for word in words:
        if values and values[-1] >= 20 and values[-1] % 10 == 0 and 0 < SMALL[word] < 10:
            values[-1] += SMALL[word]
        else:
            values.append(SMALL[word])
    return values
