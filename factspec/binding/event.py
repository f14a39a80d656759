"""Whether an article speaks of a spec's event at all.

What is read: the longer words of the spec's `event` and the names of its facts. What is not: the facts' anchors, which are words
of many events ("killed", "announced").
"""

from __future__ import annotations

from collections.abc import Iterable

from factspec.binding.pattern import Use
from factspec.binding.scene import Scene, stem
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, listed

__all__ = ["event_words", "speaks_of_event", "tells_of"]

_FEWEST = 3
_ENOUGH = 2
_SHORT = 50  # words: an example sentence, a caption
_PLAIN = listed("the and for with from between after before over under into near event news about test")


def event_words(event: str) -> frozenset[str]:
    """The stems of the longer words of an event's name; none where there are too few of them to tell it by."""
    found = frozenset(stem(w) for w in words(event).words if len(w) > 2 and w not in _PLAIN | MONTHS and not w.isdigit())
    return found if len(found) >= _FEWEST else frozenset()


def speaks_of_event(scene: Scene, wanted: frozenset[str], named: Iterable[int]) -> bool:
    """Whether an article has two of the event's words, or the name of one of its facts.

    True also of an event or a text too short to tell.
    """
    return not wanted or len(scene.outline.words) < _SHORT or tells_of(scene, wanted, named)


def tells_of(scene: Scene, wanted: frozenset[str], named: Iterable[int]) -> bool:
    """Whether an article has two of an event's words, or the name of one of its facts."""
    if any(scene.hits(number, Use.NAME) for number in named):
        return True
    return len(wanted & {stem(w) for w in scene.outline.words.words}) >= _ENOUGH
