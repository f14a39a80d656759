"""Counts that a sentence only states item by item: "killed a man and two children" is three.

What is read: lists of persons joined by commas and "and", beside an anchor, each with a figure or "a". What is not: lists of
names, of things, or with anything else between.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.outline import AUXILIARIES
from factspec.language.persons import is_person_noun
from factspec.model import Quantity, QuantityMention

__all__ = ["sums"]

_MOST_ADJECTIVES = 2


def sums(scene: Scene, anchors: list[Hit]) -> Iterator[tuple[QuantityMention, Hit]]:
    """The sum of each list of two items or more straight behind an anchor, or before it as its subject."""
    for anchor in anchors:
        sentence = scene.outline.sentence_of(anchor.first)
        first, last = scene.outline.word_range(sentence)
        if "and" not in scene.outline.words.words[first:last]:
            continue
        figures = {scene.outline.words.index(q.start): q for q in scene.reading.quantities(sentence) if q.form == "cardinal"}
        starts = [anchor.last, *(w for w in range(first, anchor.first) if w in figures or _is_one(scene, w))]
        for start in starts:
            total, items, end = _read_list(scene, start, last, figures)
            behind = start == anchor.last
            if items > 1 and (behind or _leads_to(scene, end, anchor)):
                begin, stop = scene.outline.words.starts[start], scene.outline.words.ends[end - 1]
                yield QuantityMention(begin, stop, Quantity(total, total), "sum"), anchor
                break


def _is_one(scene: Scene, word: int) -> bool:
    return scene.outline.words.words[word] in ("a", "an")


def _read_list(scene: Scene, start: int, last: int, figures: dict[int, QuantityMention]) -> tuple[float, int, int]:
    """The sum of the items from a word on, how many there are, and the word after the last."""
    total, items, at = 0.0, 0, start
    while at < last:
        count, noun = _read_item(scene, at, last, figures)
        if not noun:
            break
        total, items, at = total + count, items + 1, noun
        joined = at < last and (scene.outline.words.words[at] == "and" or "," in scene.outline.gap(at))
        if not joined:
            break
        at += scene.outline.words.words[at] == "and"
    return total, items, at


def _read_item(scene: Scene, at: int, last: int, figures: dict[int, QuantityMention]) -> tuple[float, int]:
    """How many an item counts, and the word after its noun; 0 where there is no item."""
    figure = figures.get(at)
    if figure is None and not _is_one(scene, at):
        return 0, 0
    count = figure.value.low if figure else 1
    after = scene.outline.words.index(figure.end - 1) + 1 if figure else at + 1
    for noun in range(after, min(after + _MOST_ADJECTIVES + 1, last)):
        if scene.outline.gap(noun).strip(" -"):
            return 0, 0
        if is_person_noun(scene.outline.words.words[noun]):
            return count, noun + 1
    return 0, 0


def _leads_to(scene: Scene, end: int, anchor: Hit) -> bool:
    between = scene.outline.words.words[end : anchor.first]
    return len(between) <= 3 and all(w in AUXILIARIES for w in between)
