"""Small parts of regular expressions that the recognisers of figures share.

Nothing is read here; these functions only write patterns, so that a list of words can stand in the source as a list of words.
"""

from __future__ import annotations

import re

__all__ = ["BLANK", "either", "just_after"]

BLANK = r"(?:[^\S\n]+\n?|\n)"
"""The gap between two words of one paragraph: blanks with at most one line break."""


def either(phrases: str) -> str:
    """A group of alternatives, from phrases that "|" or, where there is none, blanks separate; the longest first."""
    listed = phrases.split("|") if "|" in phrases else phrases.split()
    forms = sorted({" ".join(phrase.split()) for phrase in listed}, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(form.replace(" ", r"\s+") for form in forms) + ")"


def just_after(pattern: str) -> re.Pattern[str]:
    """A pattern, in any case, for what stands directly before the end of the searched part of a text, a blank between."""
    return re.compile(rf"\b{pattern}\s\Z", re.IGNORECASE)
