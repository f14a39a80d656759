"""JSON that nothing on its way obeys: ASCII only, one line a value."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["encoded"]

_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "##": "#\\u0023"}
"""What a page or the log of a CI server could take for its own; in JSON text these stand within strings only."""


def encoded(value: Any, indent: int | None = None) -> str:
    """A value as JSON, which reads back the same: escapes stand for all but ASCII, for `<`, `>` and `&`, and between two `#`."""
    text = json.dumps(value, indent=indent)
    for found, escape in _ESCAPED.items():
        text = text.replace(found, escape)
    return text
