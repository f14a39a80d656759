"""Proposals of counts that are several counts: "12 adults and 11 children".

What is read: two or more bare figures in a row, each with one noun, that "and" joins. What is not: parts that a sentence spreads.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from factspec.drafting.figures import is_wanted
from factspec.drafting.material import Material, Text, is_content
from factspec.drafting.proposal import Claim, Proposal, Sighting
from factspec.model import Comparator, QuantityMention

__all__ = ["parts"]

_LABEL = re.compile(r"\s+([^\W\d_][\w’'-]{2,})")
_BETWEEN = re.compile(r"(?:,\s+|\s+and\s+|,\s+and\s+)\Z")


def parts(material: Material) -> Iterator[Proposal]:
    """A proposal for each row of figures with the same numbers and nouns."""
    found: dict[tuple[tuple[str, str], ...], list[tuple[tuple[str, ...], Sighting]]] = defaultdict(list)
    for text, sentence in material.every_sentence():
        for row in _rows(text, text.reading.quantities(sentence)):
            key = tuple((f"{mention.value.low:g}", label[:4].lower()) for mention, label in row)
            first = text.reading.outline.words.index(row[0][0].start)
            reach = text.reading.outline.clause_words(first)
            labels = tuple(label for _, label in row)
            found[key].append((labels, text.sighting(row[0][0].start, row[-1][0].end, {}, reach)))
    for key, rows in found.items():
        told = Counter(labels for labels, _ in rows)
        labels = min(told, key=lambda row: (-told[row], row))
        value = " and ".join(f"{number} {label}" for (number, _), label in zip(key, labels, strict=True))
        yield Proposal("-and-".join(labels), "count", Claim(value, [s for _, s in rows]), of=labels, weight=0.95)


def _rows(text: Text, mentions: list[QuantityMention]) -> Iterator[list[tuple[QuantityMention, str]]]:
    row: list[tuple[QuantityMention, str]] = []
    joined = False
    for mention in mentions:
        match = _LABEL.match(text.text, mention.end)
        plain = mention.form == "cardinal" and not mention.value.unit and mention.value.comparator is Comparator.EXACT
        label = match[1] if match and plain and is_wanted(mention) and _is_noun(match[1]) else ""
        between = text.text[row[-1][0].end : mention.start] if row else ""
        follows = bool(row) and between.startswith(f" {row[-1][1]}") and _BETWEEN.fullmatch(between[len(row[-1][1]) + 1 :])
        if row and not follows:
            if len(row) > 1 and joined:
                yield row
            row, joined = [], False
        if label:
            joined = joined or "and" in between
            row.append((mention, label))
    if len(row) > 1 and joined:
        yield row


def _is_noun(label: str) -> bool:
    return label[:1].isupper() or is_content(label.lower())
