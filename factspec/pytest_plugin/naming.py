"""How an article and a fact are called in the id of a test.

What is escaped is what has a meaning of its own in an id, and what moves a cursor. What is not read: any file.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from urllib.parse import quote

import pytest

__all__ = ["escaped", "node_name"]


def node_name(article: str, config: pytest.Config) -> str:
    """The article relative to pytest's root folder, with slashes: the same wherever pytest is called from."""
    whole = os.path.join(config.invocation_params.dir, article)  # noqa: PTH118 `article` may be absolute, and stays unresolved
    with suppress(ValueError):  # of another drive there is no relative path
        whole = os.path.relpath(whole, config.rootpath)
    return escaped(whole.replace(os.sep, "/"))


def escaped(name: str) -> str:
    """The name without what has a meaning in a node id or moves a cursor; "a[1].txt" is "a%5B1].txt"."""
    if name.isprintable() and not any(mark in name for mark in ("[", "::", "%")):
        return name
    pieces = re.split(r"(\[|::|%)", name)
    return "".join(quote(piece, safe="") if piece in {"[", "::", "%"} else harmless(piece) for piece in pieces)


def harmless(text: str) -> str:
    return "".join(c if c.isprintable() else quote(c, safe="", errors="surrogatepass") for c in text)
