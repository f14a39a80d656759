"""How well numerals in words are read: made ones, British and American, and the printable ones of Recognizers-Text.

Each tool is handed the words of one numeral alone. The made numerals are the same in every run; nothing was developed on them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping

from benchmarks.peers import NUMERALS, NumeralReader
from benchmarks.quantities import cases, close, unprinted
from benchmarks.standing import field_of
from benchmarks.tables import Table, share
from factspec.recognisers.quantities import find_quantities

__all__ = ["measure", "numeral_of", "spelt"]

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
TENS = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((1_000_000, "million"), (1_000, "thousand"))
DIGIT = re.compile(r"\d")
Numerals = list[tuple[str, float]]


def measure(peers: bool) -> Iterator[Table]:
    field = field_of(numeral_of, NUMERALS if peers else ())
    rows: list[tuple[str, ...]] = []
    for name, made in MEASURED.items():
        handed = made()
        rows += [(name, stand.label, *_cells(stand.call, handed)) for stand in field.stands]
    misses = [
        f"{words!r} wanted {value}, read {numeral_of(words)}"
        for made in MEASURED.values()
        for words, value in made()
        if not close(numeral_of(words), value)
    ]
    yield Table("Numerals in words", ("gold", "tool", "right", "wrong", "refused"), rows, (), field.missing, misses)


def _cells(read: NumeralReader, handed: Numerals) -> tuple[str, ...]:
    found = [read(words) for words, _ in handed]
    good = sum(close(mine, value) for mine, (_, value) in zip(found, handed, strict=True))
    refused = sum(mine is None for mine in found)
    return share(good, len(handed)), str(len(handed) - good - refused), str(refused)


def numeral_of(words: str) -> float | None:
    """The number that factspec reads in these words; None unless it sees exactly one mention of one number."""
    found = find_quantities(words)
    if len(found) != 1 or found[0].value.low != found[0].value.high:
        return None
    return found[0].value.low


# ---------------------------------------------------------------- made numerals


def spelt(number: int, comma: str = ",", conjunction: str = " and") -> str:
    """A number below a thousand million in words; British by default: one thousand, two hundred and five."""
    for scale, name in SCALES:
        if number >= scale:
            head, rest = f"{spelt(number // scale, comma, conjunction)} {name}", number % scale
            if not rest:
                return head
            joint = comma if rest >= 100 else conjunction
            return f"{head}{joint} {spelt(rest, comma, conjunction)}"
    if number >= 100:
        head, rest = f"{SMALL[number // 100]} hundred", number % 100
        return f"{head}{conjunction} {_below_hundred(rest)}" if rest else head
    return _below_hundred(number)


def _below_hundred(number: int) -> str:
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def _made(comma: str, conjunction: str) -> Numerals:
    draw = random.Random(2026)
    numbers = [draw.randrange(10**digits, 10 ** (digits + 1)) for digits in range(1, 8) for _ in range(60)]
    return [(spelt(number, comma, conjunction), float(number)) for number in numbers]


def _public(whole: bool) -> Numerals:
    found = {
        (one["Text"], float(one["Resolution"]["value"]))
        for case in cases("Number")
        if not unprinted("Number", case)
        for one in case.golds
        if not DIGIT.search(one["Text"])
    }
    return sorted((words, value) for words, value in found if value.is_integer() == whole)


MEASURED: Mapping[str, Callable[[], Numerals]] = {
    "made, British": lambda: _made(",", " and"),
    "made, American": lambda: _made("", ""),
    "Recognizers-Text, whole": lambda: _public(whole=True),
    "Recognizers-Text, fractions": lambda: _public(whole=False),
}
