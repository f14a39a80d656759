"""Word lists of English that more than one room reads; each says why it is there.

What is here: closed or nearly closed classes. What is not: lists of given names, surnames, places or organisations, and the
numerals and units, which belong to their recognisers. Every word is lower-case and without its dots.
"""

from __future__ import annotations

__all__ = ["listed"]


def listed(words: str) -> frozenset[str]:
    """The set of the words of a blank-separated list."""
    return frozenset(words.split())
