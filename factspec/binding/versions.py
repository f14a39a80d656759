"""Whether a sentence tells of another version of a program than the spec does: "Fixed in 4.8.2", below a heading "Sable 2.11.4".

What is read: numbers of three parts or more, in the spec, in the sentence, before it in its paragraph, and in a heading above.
What is not: versions of two parts, which may be any figure.
"""

from __future__ import annotations

import re

from factspec.binding.scene import Scene
from factspec.language.versions import versions_in

__all__ = ["is_of_another_version"]

_HEADING = 100  # characters
_ENDS = re.compile(r"[.!?]\s*\Z")


def is_of_another_version(scene: Scene, fact: int, sentence: int) -> bool:
    """Whether the nearest version that is named is none of the spec's; false where the spec names none."""
    known = scene.versions(fact)
    if not known:
        return False
    found = _nearest(scene, sentence)
    return bool(found) and known.isdisjoint(found)


def _nearest(scene: Scene, sentence: int) -> frozenset[str]:
    span, paragraph = scene.outline.sentence(sentence), scene.outline.paragraph(sentence)
    here = versions_in(scene.text[span.start : span.end])
    if here:
        return here
    if before := versions_in(scene.text[paragraph.start : span.start]):
        return before
    number = scene.outline.paragraph_of(sentence)
    above = scene.outline.paragraphs[number - 1] if number else None
    heading = scene.text[above.start : above.end] if above else ""
    return versions_in(heading) if len(heading) <= _HEADING and not _ENDS.search(heading) else frozenset()
