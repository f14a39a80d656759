"""Keys of a fact as YAML lines, and the fact as if they stood in the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factspec.model import Fact, Named, Quote, Role

__all__ = ["flow", "forms", "line", "scalar", "with_also", "without_also"]

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


def without_also(fact: Fact, form: str) -> Fact:
    """The fact without one of its further forms."""
    value = fact.value
    if isinstance(value, Named):
        value = replace(value, names=tuple((names[0], *(n for n in names[1:] if n != form)) for names in value.names))
    return replace(fact, value=value, also=tuple(other for other in fact.also if other != form))


def forms(fact: Fact) -> Iterator[str]:
    """The right forms of a fact that are words: of a name, a person or a quotation, and what `also` lists."""
    yield from fact.also
    match fact.value:
        case Named(names=names):
            yield from (form for each in names for form in each)
        case Role(person=person):
            yield person
        case Quote(words=quoted):
            yield quoted
