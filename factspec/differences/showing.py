"""A comparison as text for people (`full`) and for programs (`json`).

What is shown: every difference with its values, the articles and places of each, and the sentence in short; then tolls that
grew; then how much was held against each other, so that "no difference found" is never said of nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from factspec.differences.nouns import Compared, Difference, Stated, Value
from factspec.report.excerpt import excerpt
from factspec.report.look import PLAIN, Look, visible

__all__ = ["FORMAT", "SHOWN", "full", "json_document"]

FORMAT = 1
PLACES = 3  # so many places of a value are shown; "n more" follows
_INDENT = " " * 6


def full(compared: Compared, look: Look = PLAIN) -> Iterator[str]:
    """A block for each difference, one for each toll that grew, and a closing line."""
    for difference in (*compared.differences, *compared.grown):
        yield "\n".join(_block(difference, look)) + "\n\n"
    yield closing(compared) + "\n"


def closing(compared: Compared) -> str:
    """What was compared and what came of it, in one line."""
    found = _number(len(compared.differences), "difference") if compared.differences else "no difference found"
    grown = f", {_number(len(compared.grown), 'toll')} that grew" if compared.grown else ""
    return f"{found}{grown}: {_number(compared.values, 'value')} in {_number(compared.articles, 'article')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _block(difference: Difference, look: Look) -> Iterator[str]:
    head = f"{difference.kind}, grown with time" if difference.grown else str(difference.kind)
    yield f"{look.paint(head + ':', 'bold yellow' if difference.grown else 'bold red')} {visible(difference.about)}"
    for value in difference.values:
        yield f"  {look.paint(visible(_shortened(value.text, look.width - 2)), 'bold')}"
        for stated in value.stated[:PLACES]:
            yield f"    {visible(stated.article)}:{stated.evidence.line}:{stated.evidence.column}{_published(stated)}"
            yield _INDENT + _short(stated, look.width - len(_INDENT))
        if len(value.stated) > PLACES:
            yield f"    … {len(value.stated) - PLACES} more"


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 8)].rstrip() + "…"


def _published(stated: Stated) -> str:
    return f" ({stated.dateline.day})" if stated.dateline else ""


def _short(stated: Stated, width: int) -> str:
    """The sentence on one line, cut down around the value."""
    return excerpt(stated.sentence.replace("\n", " "), stated.at, stated.at + len(stated.evidence.text), width)[0]


def json_document(compared: Compared, look: Look = PLAIN) -> Iterator[str]:
    """One JSON object, with a line for each difference; ASCII, offsets as code points of the article's original file."""
    yield f'{{"format": {FORMAT},\n"differences": ['
    between = "\n"
    for difference in (*compared.differences, *compared.grown):
        yield between + json.dumps(_row(difference))
        between = ",\n"
    summary = {
        "differences": len(compared.differences),
        "grown": len(compared.grown),
        "articles": compared.articles,
        "values": compared.values,
    }
    yield f'\n],\n"summary": {json.dumps(summary)}}}\n'


def _row(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "about": difference.about,
        "grown": difference.grown,
        "values": [_value(value) for value in difference.values],
    }


def _value(value: Value) -> dict[str, Any]:
    return {"value": value.text, "stated": [_place(stated) for stated in value.stated]}


def _place(stated: Stated) -> dict[str, Any]:
    place = stated.evidence
    return {
        "article": stated.article,
        "published": str(stated.dateline.day) if stated.dateline else None,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "sentence": stated.sentence,
    }


SHOWN: Mapping[str, Callable[[Compared, Look], Iterator[str]]] = {"full": full, "json": json_document}
"""How a comparison can be shown, by the name that `--output-format` knows it by."""
