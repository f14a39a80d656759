"""Whether a sentence tells of another version of a program than the spec does: "Fixed in 4.8.2", below a heading "Sable 2.11.4".

What is read: numbers of three parts or more, in the spec, in the sentence, before it in its paragraph, and in a heading above.
What is not: versions of two parts, which may be any figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from factspec.binding.scene import Scene

__all__ = ["is_of_another_version"]

_HEADING = 100  # characters
_ENDS = re.compile(r"[.!?]\s*\Z")


def is_of_another_version(scene: Scene, fact: int, sentence: int) -> bool:
    """Whether the nearest version that is named is none of the spec's; false where the spec names none."""
    known = scene.versions(fact)
    if not known:
        return False
    span, paragraph = scene.outline.sentence(sentence), scene.outline.paragraph(sentence)
    places = scene.version_places
    here = {one for _, one in places[bisect_left(places, (span.start,)) : bisect_left(places, (span.end,))]}
    if here:
        return known.isdisjoint(here)
    before = bisect_left(places, (span.start,)) - 1
    if before >= 0 and places[before][0] >= paragraph.start:
        return places[before][1] not in known
    return _is_below_another(scene, sentence, known)


def _is_below_another(scene: Scene, sentence: int, known: frozenset[str]) -> bool:
    """Whether a heading straight above the paragraph names another version."""
    number = scene.outline.paragraph_of(sentence)
    above = scene.outline.paragraphs[number - 1] if number else None
    if above is None or above.end - above.start > _HEADING or _ENDS.search(scene.text, above.start, above.end):
        return False
    places = scene.version_places
    named = {one for _, one in places[bisect_left(places, (above.start,)) : bisect_left(places, (above.end,))]}
    return bool(named) and known.isdisjoint(named)
