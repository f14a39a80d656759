"""Version numbers in a text: "4.8.3", "v2.11.4-rc1" without what stands behind the numbers.

What is read: three numbers or more with points between them. What is not: two of them, addresses of machines, dates.
"""

from __future__ import annotations

import re

__all__ = ["versions_in"]

_VERSION = re.compile(r"(?<![\w.])v?(\d{1,4}(?:\.\d{1,5}){2,3})(?![.\d]*\d)(?!\.\d)")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2}")


def versions_in(text: str) -> frozenset[str]:
    """The version numbers of a text, without a "v" before them."""
    if "." not in text:
        return frozenset()
    return frozenset(found[1] for found in _VERSION.finditer(text) if not _DATE.fullmatch(found[1]))
