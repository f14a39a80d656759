"""One utterance quoted in different words.

What is read: quotations of six words or more that share most of their words in order. What is not: where one article quotes less
than the other, spelling, contractions, what an editor put in brackets, and changes of a small word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from factspec.differences.nouns import Found, Kind, Pair
from factspec.differences.source import Source
from factspec.differences.wording import EMPTY
from factspec.language.inflection import inflections
from factspec.language.lexicon import listed
from factspec.language.numerals import SMALL
from factspec.language.quoting import quoted_words

__all__ = ["Quoted", "quoted_pairs"]

_LEAST = 6
_SHARE = 0.6
_RUN = 3
_FIGURES = frozenset((*SMALL, "half", "quarter", "dozen", "hundred", "thousand", "million", "billion"))
_PERSONS = listed("i we you he she they")
_CLOCK = listed("am pm gmt utc est edt pst pdt cet bst 6pm")
_TURNING = listed("not no never nor none nothing without hardly only")


@dataclass(frozen=True)
class _Utterance:
    """A quotation and its words in one spelling."""

    found: Found
    words: tuple[str, ...]


class Quoted:
    """The longer quotations of a source."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def rows(self) -> list[_Utterance]:
        """The quotations in text order."""
        source, rows = self.source, []
        for mention in source.reading.quotations:
            said = tuple(w for part in mention.parts for w in quoted_words(source.text[part.start : part.end]))
            if len(said) >= _LEAST:
                sentence = source.outline.sentence_at(mention.start)
                rows.append(_Utterance(source.place(Kind.QUOTE, mention, sentence, " ".join(said)), said))
        return rows

    @cached_property
    def runs(self) -> dict[tuple[str, ...], list[_Utterance]]:
        """Three words in a row → the quotations that have them."""
        rows: dict[tuple[str, ...], list[_Utterance]] = {}
        for row in self.rows:
            for run in dict.fromkeys(_runs(row.words)):
                rows.setdefault(run, []).append(row)
        return rows


def quoted_pairs(one: Quoted, other: Quoted) -> Iterator[Pair]:
    """The quotations that two sources have of one utterance in different words."""
    for a in one.rows:
        near = {b.found.start: b for run in _runs(a.words) for b in other.runs.get(run, ())}
        for start in sorted(near):
            b = near[start]
            if (alike := _changed(a.words, b.words)) is not None:
                about, likeness = alike
                yield Pair(a.found, b.found, about, likeness)


def _has_figure(said: Sequence[str]) -> bool:
    return any(word.isdigit() or word in _FIGURES for word in said)


def _runs(said: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(said[i : i + _RUN]) for i in range(len(said) - _RUN + 1)]


def _changed(one: Sequence[str], other: Sequence[str]) -> tuple[str, float] | None:
    """What has changed, and how alike the rest is; None where nothing telling has, or too much."""
    blocks = [b for b in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if b.size]
    first, last = blocks[0], blocks[-1]
    mine, theirs = one[first.a : last.a + last.size], other[first.b : last.b + last.size]
    common = sum(b.size for b in blocks)
    share = common / max(len(mine), len(theirs))
    if common < _LEAST - 1 or share < _SHARE or common / min(len(one), len(other)) < _SHARE:
        return None
    changes = [
        (mine[a:b], theirs[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        if tag != "equal" and _matters(mine[a:b], theirs[c:d])
    ]
    if not changes:
        return None
    return "; ".join(f"{' '.join(a) or '–'} / {' '.join(b) or '–'}" for a, b in changes[:3]), share


def _matters(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether other words say something else: a telling word for another one, or a "not" that came or went."""
    if not one or not other:
        return bool(_TURNING & {*one, *other})
    if _CLOCK & {*one, *other} or (_has_figure(one) and _has_figure(other)):
        return False  # an hour in another style or zone; figures are compared as figures
    if len(one) == len(other) and all(a in inflections(b) for a, b in zip(one, other, strict=True)):
        return False
    if len(one) == len(other) == 1 and {*one, *other} <= _PERSONS:
        return True
    return any(w not in EMPTY for w in one) and any(w not in EMPTY for w in other)
