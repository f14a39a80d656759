"""Keys of a fact as YAML lines, and the fact as if they stood in the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factspec.model import Fact, Named

__all__ = ["flow", "line", "scalar", "with_also"]

_PLAIN = re.compile(r"[^\W_](?:[\w .’'&/%+-]*[\w.’%])?")


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line: plain where that is safe in a list, else in double quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=not text.isprintable())


def flow(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def line(key: str, texts: Sequence[str]) -> str:
    """A key with a list of texts, ready to be put under a fact."""
    return f"{key}: {flow(texts)}"


def with_also(fact: Fact, form: str) -> Fact:
    """The fact with one more right form; a name takes it as a form of the name that it shares most words with."""
    value = fact.value
    if isinstance(value, Named):
        wanted = set(form.lower().split())
        best = max(range(len(value.names)), key=lambda i: (len(wanted & set(" ".join(value.names[i]).lower().split())), -i))
        names = tuple((*forms, form) if i == best else forms for i, forms in enumerate(value.names))
        return replace(fact, value=replace(value, names=names), also=(*fact.also, form))
    return replace(fact, also=(*fact.also, form))
