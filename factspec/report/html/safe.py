"""Text of articles and specs on its way into a page: JSON that no HTML parser trips over, without characters that act.

What is known: characters. What is not: findings.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

__all__ = ["as_json", "shown"]

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
KEPT = frozenset("\n\t\u200c\u200d\u00ad")  # joiners spell Persian and Indic words and emoji; a soft hyphen only breaks a line
_PERHAPS = re.compile(r"[^\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205f]")
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def shown(text: str) -> str:
    """The text, as long as before, with a replacement character for each control, turn of direction and invisible character."""
    return _PERHAPS.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    character = match[0]
    if character in KEPT or unicodedata.category(character) not in UNSEEN:
        return character
    return "\ufffd"


def as_json(value: Any) -> str:
    """Compact JSON that may stand in a script element: no character of it opens a tag, acts on an editor, or is none at all."""
    return _PERHAPS.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if unicodedata.category(character) not in UNSEEN:
        return character
    return json.dumps(character)[1:-1] if ord(character) >= 0xA0 else f"\\u{ord(character):04x}"
