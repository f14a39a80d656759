"""Words that count and name in English dates: months, weekdays, numerals and ordinals, and years written out.

Read: numerals to a hundred, ordinals to "thirty-first", "dozen", "couple", "half a", and years as people say them. Not read:
larger numerals, fractions other than a half, and numbers in any other language.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "ABOUT", "DECADES", "FUNCTION_WORDS", "MONTHS", "MONTHS_SHORT", "MONTH_NAMES", "NUMBERS", "ONES", "ORDINALS", "TENS",
    "WEEKDAYS", "WEEKDAYS_SHORT", "WEEKDAY_NAMES", "number_of", "ordinal_text", "spelt_year", "word_set",
]  # fmt: skip


MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
WEEKDAYS_SHORT = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
MONTHS: Mapping[str, int] = {
    word: next(number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(word[:3]))
    for word in (*MONTH_NAMES, *MONTHS_SHORT)
}
WEEKDAYS: Mapping[str, int] = {
    word: next(number for number, name in enumerate(WEEKDAY_NAMES) if name.startswith(word[:3]))
    for word in (*WEEKDAY_NAMES, *WEEKDAYS_SHORT)
}
ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
NUMBERS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(ONES, 1)},
    **{word: number for number, word in enumerate(ORDINALS, 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    **{word: 10 * number for number, word in enumerate(DECADES, 2)},
    "twentieth": 20, "thirtieth": 30, "oh": 0, "zero": 0, "noughties": 0, "tens": 10,
    "a": 1, "an": 1, "couple": 2, "few": 3, "several": 4, "dozen": 12, "hundred": 100,
}  # fmt: skip


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


def ordinal_text(number: int) -> str:
    """An ordinal in figures: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def number_of(words: str) -> float:
    """A count or an ordinal: "28", "28th", "twenty-one", "a couple of", "two and a half", "half a"."""
    figures = words.rstrip("stndrh")
    if figures.isdigit():
        return int(figures)
    parts = [part for part in words.replace("-", " ").split() if part not in {"and", "of"}]
    if parts[0] == "half":
        return NUMBERS[parts[-1]] / 2
    if len(parts) > 1 and parts[0] == "a":
        parts = parts[1:]
    return sum(NUMBERS[part] if not part.isdigit() else int(part) for part in parts if part != "half") + 0.5 * ("half" in parts)


def spelt_year(words: str) -> int:
    """A year in words: "nineteen eighty-four", "two thousand and eight", "twenty ten"."""
    parts = [part for part in words.replace("-", " ").split() if part not in {"and", ","}]
    if "thousand" in parts:
        left, right = parts[: parts.index("thousand")], parts[parts.index("thousand") + 1 :]
        return 1000 * NUMBERS[left[0]] + _hundreds(right)
    if "hundred" in parts:
        return _hundreds(parts)
    return 100 * NUMBERS[parts[0]] + sum(NUMBERS[part] for part in parts[1:])


def _hundreds(parts: list[str]) -> int:
    if "hundred" in parts:
        at = parts.index("hundred")
        return 100 * NUMBERS[parts[at - 1]] + sum(NUMBERS[part] for part in parts[at + 1 :])
    return sum(NUMBERS[part] for part in parts)


FUNCTION_WORDS = word_set(
    "and but or when as after before by in on at to for from with that which who while because since until into over near "
    "was were is are has have had will would he she it they"
)


ABOUT = word_set("about around roughly nearly almost some approximately over under circa than least")
