"""Version numbers in a text: "4.8.3", "v2.11.4-rc1" without what stands behind the numbers.

What is read: three numbers or more with points between them. What is not: two of them, addresses of machines, dates.
"""

from __future__ import annotations

import re

__all__ = ["versions_in"]

_VERSION = re.compile(r"(?<![\w.])v?(\d{1,4}(?:\.\d{1,5}){2,3})(?![.\d]*\d)(?!\.\d)")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2}")
_BEFORE = re.compile(r"\b(?:from|since|replaces|replacing|than|over|before|until|after|of)\s\Z", re.IGNORECASE)
"""What stands before a version that is not the one a sentence is about: "upgrade from 2.11.3"."""
_BYTE = 255


def versions_in(text: str) -> list[tuple[int, str]]:
    """The versions that a text is about, each with its offset and without a "v" before it."""
    if "." not in text:
        return []
    found = ((each.start(), each[1]) for each in _VERSION.finditer(text) if not _DATE.fullmatch(each[1]))
    return [(at, one) for at, one in found if not _is_address(one) and not _BEFORE.search(text, max(0, at - 12), at)]


def _is_address(version: str) -> bool:
    parts = version.split(".")
    return len(parts) > 3 and all(int(part) <= _BYTE for part in parts)
