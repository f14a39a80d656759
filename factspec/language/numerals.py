"""English numerals: what a run of figures or of number words comes to.

Read are figures with any thousands separator (1,219; 1 219; 1,00,000), decimals, mixed fractions (2½, 10 1/2), scale
words and abbreviations (1.2 million, 13.9bn, 3 lakh crore), number words British and American ("one hundred and five",
"fifteen hundred", "two and a half million", "six point one"), ordinals, and word fractions ("two-thirds"). Not read are
Roman numerals, digits spoken one by one, years in words ("nineteen eighty-four" is no number), decimal commas, and
scientific notation. Nothing here looks to the left of a numeral or knows what is counted.

Billion and trillion are the short scale. A figure or word that is immediately followed by another one is no numeral.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = [
    "DENOMINATORS", "FIGURE_SCALES", "MONEY_SCALES", "ORDINALS", "SCALES", "SMALL", "Numeral", "numeral", "read_figure",
    "read_scale", "read_words",
]  # fmt: skip


class Numeral(NamedTuple):
    """A numeral that ends at `end`: its value, and the scale word's part of that value (1 where there is none)."""

    value: float
    end: int
    scale: float = 1.0
    form: str = "cardinal"


_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

SMALL: Mapping[str, int] = (
    {"zero": 0, "nought": 0}
    | {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_TEENS, 10)}
    | {word: n for word, n in zip(_TENS, range(20, 100, 10), strict=True)}
    | {"fourty": 40}
)
"""Number words below a hundred."""

SCALES: Mapping[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0, "dozens": 12.0,
}  # fmt: skip
"""Words that multiply what stands before them."""

FIGURE_SCALES: Mapping[str, float] = {
    **SCALES, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6,
    "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "k": 1e3, "K": 1e3, "M": 1e6,
}  # fmt: skip
"""What may follow a figure; the one-letter forms only without a blank."""

MONEY_SCALES: Mapping[str, float] = {
    **FIGURE_SCALES, "m": 1e6, "mm": 1e6, "MM": 1e6, "mil": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12,
}  # fmt: skip
"""What may follow an amount of money, where "m" is no metre and "b" no byte."""

_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

ORDINALS: Mapping[str, int] = (
    {word: n for n, word in enumerate(_ORDINAL_ONES + _ORDINAL_TEENS, 1)}
    | {word: n for word, n in zip(_ORDINAL_TENS, range(20, 100, 10), strict=True)}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 1_000_000}
)

DENOMINATORS: Mapping[str, int] = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: n for word, n in ORDINALS.items() if n > 2 for form in (word, word + "s")
}
"""What a word fraction divides by; "second" never does."""

_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
           "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}  # fmt: skip
_THIN = "\u00a0\u2009\u202f"
_VULGARS = "".join(_VULGAR)

# ---------------------------------------------------------------- figures

_FIGURE = re.compile(
    rf"""(?P<whole> \d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)          # 1,00,000
          | \d{{1,3}}(?:,\d{{3}})+(?!\d)                       # 1,219
          | \d{{1,3}}(?:[{_THIN}]\d{{3}})+(?!\d)               # 1 219 with a narrow or unbreakable blank
          | [1-9]\d{{0,2}}(?:\ \d{{3}}){{2,}}(?![\d])          # 1 234 567
          | [1-9]\d{{0,2}}\ \d00(?![\d])                       # 40 000
          | \d+ )?
        (?P<decimals>\.\d+)?
        (?: \ ?(?P<vulgar>[{_VULGARS}]) | (?:[ -](?P<over>[1-9]))?(?P<slash>/)(?P<under>1?\d)(?![\d/,]|\.\d) )?""",
    re.VERBOSE,
)
_UNDER = {2, 3, 4, 5, 6, 8, 10, 16}
_SCALE = re.compile(rf"(?:[-\s]|[{_THIN}])?([^\W\d_]+)(?![\w])")
_AND_A_HALF = re.compile(
    r"(?:\s+and\s+|-and-)(?:(?:an?|one)[\s-]+)?((?:three|two)[\s-](?=quarters|thirds|fifths))?"
    r"(half|quarters?|thirds?|fourth|fifths?|thirtieth)(?![\w-])",
    re.IGNORECASE,
)


def read_figure(text: str, at: int, scales: Mapping[str, float] = FIGURE_SCALES) -> Numeral | None:
    """Return the numeral in figures that begins at `at`, with the scale words that follow it; None where it is none.

    A date, clock time, version, telephone number or score is refused here only by its separators ("9/11", "1.2.3", "14:30").
    """
    found = _FIGURE.match(text, at)
    if not found or found.end() == at:
        return None
    value = _figure_value(found)
    if value is None or _runs_on(text, found.end()):
        return None
    return _scaled(text, value, found.end(), scales)


def _figure_value(found: re.Match[str]) -> float | None:
    whole, decimals, vulgar, over, slash, under = found.group("whole", "decimals", "vulgar", "over", "slash", "under")
    if whole is None and decimals is None:
        return _VULGAR[vulgar] if vulgar else None
    digits = "".join(c for c in whole or "0" if c.isdecimal())
    value = float(digits + (decimals or ""))
    if vulgar:
        return value + _VULGAR[vulgar]
    if slash:
        return _slashed(value, over, int(under))
    return value


def _slashed(value: float, over: str | None, under: int) -> float | None:
    """10 1/2 or 3/4; what is no proper fraction with a usual denominator is a date or a score."""
    above = int(over) if over else value
    if under not in _UNDER or above >= under or above == 0:
        return None
    return value + above / under if over else above / under


def _runs_on(text: str, end: int) -> bool:
    """True where a figure goes on as something else: 14:30, 5/17, 1.2.3, 10.5.2, 3x4."""
    following = text[end : end + 2]
    return len(following) == 2 and following[0] in ".,:/" and following[1].isdigit()


def _scaled(text: str, value: float, end: int, scales: Mapping[str, float]) -> Numeral:
    """The figure's value times the scale words behind it ("1.5 lakh crore", "3 million and a half")."""
    scale = 1.0
    while (step := read_scale(text, end, scales)) is not None:
        scale, end = scale * step[0], step[1]
    numeral = Numeral(value * scale, end, scale)
    return _with_a_half(text, numeral, scale)


def read_scale(text: str, at: int, scales: Mapping[str, float]) -> tuple[float, int] | None:
    """Return the scale word of `scales` that follows a number ending at `at`, with its end; one letter must be attached."""
    found = _SCALE.match(text, at)
    if not found:
        return None
    word = found[1]
    factor = scales.get(word) or (scales.get(word.lower()) if len(word) > 1 else None)
    if factor is None or (len(word) < 3 and len(word) < found.end() - at and word not in {"bn", "mn", "tn", "mm", "MM"}):
        return None
    return factor, found.end()


def _with_a_half(text: str, numeral: Numeral, scale: float) -> Numeral:
    found = _AND_A_HALF.match(text, numeral.end)
    if not found:
        return numeral
    above = {"thr": 3, "two": 2}.get((found[1] or "")[:3].lower(), 1)
    fraction = above / DENOMINATORS.get(found[2].lower(), 30)
    later = read_scale(text, found.end(), SCALES)
    if scale == 1.0 and later:
        return Numeral((numeral.value + fraction) * later[0], later[1], later[0])
    return Numeral(numeral.value + fraction * scale, found.end(), numeral.scale)


# ---------------------------------------------------------------- words


class _Word(NamedTuple):
    """A number word of a run, with what joins it to the one before: "" (first), " ", "-", "," or "and"."""

    glue: str
    word: str
    end: int


_BLANK = r"(?:[^\S\n]+\n?|\n)"
_CARDINAL = "|".join(sorted((*SMALL, *SCALES), key=len, reverse=True))
_ORDINAL = "|".join(sorted({*ORDINALS, *DENOMINATORS}, key=len, reverse=True))
_FIRST = re.compile(rf"(?:{_CARDINAL})(?![^\W_])", re.IGNORECASE)
_LATER = re.compile(rf"({_BLANK}and{_BLANK}|-and-|,{_BLANK}|[^\S\n]?-[^\S\n]?|{_BLANK})({_CARDINAL})(?![^\W_])", re.IGNORECASE)
_NTH = re.compile(rf"({_BLANK}and{_BLANK}|-and-|-|{_BLANK})({_ORDINAL})(?![^\W_])", re.IGNORECASE)
_POINT = re.compile(rf"{_BLANK}point((?:[\s-](?:{'|'.join(SMALL)})\b)+)", re.IGNORECASE)


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
    value, count, scale = _sum(run)
    end = run[count - 1].end
    if count < len(run) and run[count].glue in " -" and not _compound(text, run[count:]):
        return Numeral(0.0, run[-1].end, form="none")
    return _nth(text, value, end, run[count - 1].word) or _fractional(text, Numeral(value, end, scale))


_ALONE = re.compile(rf"(?:{'|'.join(ORDINALS)})(?![^\W_])", re.IGNORECASE)


def _run(text: str, at: int) -> list[_Word]:
    found = _FIRST.match(text, at)
    if not found:
        return []
    run = [_Word("", found[0].lower(), found.end())]
    while later := _LATER.match(text, run[-1].end):
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
    while at < len(run) and run[at].word in SCALES and (run[at].glue in " -" or at == 0):
        factor, at = factor * SCALES[run[at].word], at + 1
    return factor, at


def _nth(text: str, value: float, end: int, last: str) -> Numeral | None:
    """What an ordinal word makes of the cardinal before it: twenty-first, one hundred and fifth; two-thirds, one fifth."""
    found = _NTH.match(text, end)
    if not found:
        return None
    joined, word = found[1].strip(), found[2].lower()
    under = DENOMINATORS.get(word, 0)
    if "and" in joined.lower():
        return Numeral(value + ORDINALS[word], found.end(), form="ordinal") if last in SCALES and ORDINALS.get(word, 0) in range(1, 100) else None
    if under and value < max(under, 2) and (word.endswith("s") or value == 1):
        return Numeral(value / under, found.end(), form="fraction")
    if word in ORDINALS and (last in SCALES or (last in _TENS and ORDINALS[word] < 10)):
        return Numeral(value + ORDINALS[word], found.end(), form="ordinal")
    return None


def _fractional(text: str, whole: Numeral) -> Numeral:
    """The cardinal with what may follow it: "point one", "and a half", and a scale after either."""
    point = _POINT.match(text, whole.end)
    if not point:
        return _with_a_half(text, whole, whole.scale)
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
