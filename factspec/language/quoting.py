"""The words of a quotation in one spelling, so that two writings of the same words are equal.

What is read as equal: contractions and their long forms, per cent in four spellings, British and American spelling, numbers in
digits and in words, what an editor put in brackets. What is not: tense, number, synonyms, the order of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factspec.language.folding import words
from factspec.language.inflection import spellings
from factspec.language.numerals import SMALL, read_words

__all__ = ["quoted_words"]

_BRACKETS = re.compile(r"\[[^\]]{0,60}\]|…|\.\.\.")
_PER_CENT = re.compile(r"(?<=[\w\s])(?:\s?%|\sper\scent\b|\spct\b)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_CONTRACTED = re.compile(r"\b(?P<stem>\w+?)(?:(?P<no>n[’']t)|[’'](?P<end>ll|re|ve|m))\b", re.IGNORECASE)
_IS = re.compile(r"\b(it|that|there|here|what|who|he|she|where|how)[’']s\b", re.IGNORECASE)
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_A_HUNDRED = re.compile(r"\ban?\s(?=(?:hundred|thousand|million|billion)\b)", re.IGNORECASE)
_NUMBER = re.compile(rf"\b(?:{'|'.join(SMALL)})\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def quoted_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, each in the one spelling that stands for its variants."""
    text = _THOUSANDS.sub("", _PER_CENT.sub(" percent", _BRACKETS.sub(" ", text)))
    text = _IS.sub(r"\1 is", _CONTRACTED.sub(_long, text))
    text = _A_HUNDRED.sub("one ", text.replace("cannot", "can not"))
    found = words("".join(_with_digits(text)))
    return tuple(word if word.isdigit() else min(spellings(word)) for word in found.words)


def _long(match: re.Match[str]) -> str:
    if match["no"]:
        return f"{_STEMS.get(match['stem'].lower(), match['stem'])} not"
    return f"{match['stem']} {_ENDINGS[match['end'].lower()]}"


def _with_digits(text: str) -> Iterator[str]:
    """The text with every whole number in words written in digits; "one" stays, for it is a pronoun too."""
    at = 0
    for match in _NUMBER.finditer(text):
        if match.start() < at:
            continue
        numeral = read_words(text, match.start())
        if (
            numeral is None
            or numeral.form != "cardinal"
            or numeral.value % 1
            or text[match.start() : numeral.end].lower() == "one"
        ):
            continue
        yield text[at : match.start()]
        yield str(int(numeral.value))
        at = numeral.end
    yield text[at:]
