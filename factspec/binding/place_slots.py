"""Another place where a fact's place should stand, and the right one where it only describes somebody.

What is looked at: the path from an anchor through prepositions to a name, larger places of the spec, and what the statement
calls its place. What is not: how far places lie apart or which of them is the larger, unless the spec says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factspec.binding.frame import in_lead
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, OCCURRENCE_VERBS, WEEKDAYS, listed
from factspec.language.numerals import numeral
from factspec.language.units import unit_of
from factspec.model import Fact, Named, NameMention, Span

__all__ = ["KINDS_OF_PLACE", "introduced_place", "is_address", "other_place"]


_LOCATIVES = listed("in at near outside inside off around within")
_DIRECTIONS = listed("north south east west northeast northwest southeast southwest northern southern eastern western")
_SETTLEMENTS = listed("town city village suburb hamlet township settlement municipality")
_ON_THE_WAY = _LOCATIVES | _DIRECTIONS | _SETTLEMENTS | MONTHS | WEEKDAYS | listed(
    "of from to the a on about some around just early late morning afternoon evening night out up port capital away"
)  # fmt: skip


def other_place(scene: Scene, number: int, fact: Fact) -> Span | None:
    """Another place where an anchor leads to one: of the same larger place, or called what the statement calls the right one."""
    for anchor in _place_anchors(scene, number):
        sentence = scene.outline.sentence_of(anchor.first)
        for name in scene.reading.names(sentence):
            first = scene.outline.words.index(name.start)
            if anchor.last <= first and _leads_to(scene, anchor, first):
                path = scene.outline.words.words[max(anchor.first - 1, 0) : first]
                same = _is_called_the_same(path, fact.statement) or _is_opposite(path, fact.statement)
                if _has_larger(scene, number, name) or same:
                    return Span(name.start, name.end)
    return next(_as_modifier(scene, number), None) or next(_settlement_in_lead(scene, number, fact), None)


def _settlement_in_lead(scene: Scene, number: int, fact: Fact) -> Iterator[Span]:
    """Another town in the lead, called one, behind an anchor in its clause: "a fire at a mill in the northern town of Harrow".

    Only a fact with a larger place is looked at: without it the town may be what the fact's place lies in.
    """
    if not isinstance(fact.value, Named) or not fact.value.within:
        return
    found = scene.outline.words.words
    known = {w for form in (*fact.value.within, *fact.value.names[0]) for w in words(form).words}
    for anchor in scene.hits(number, Use.ANCHOR):
        for name in scene.reading.names(scene.outline.sentence_of(anchor.first)):
            first = scene.outline.words.index(name.start)
            near = 0 < first - anchor.last <= _IN_LEAD and scene.outline.clause_of(first) == scene.outline.clause_of(anchor.first)
            called = (
                found[first - 1] == "of"
                and found[first - 2] in _CALLED
                and not _LOCATIVES.isdisjoint(found[first - 7 : first - 2])
            )
            if near and called and known.isdisjoint(words(name.name).words) and in_lead(scene, Span(name.start, name.end)):
                yield Span(name.start, name.end)


_IN_LEAD = 15  # words from an anchor to the place
_CALLED = _SETTLEMENTS - {"settlement"} | {"island", "isle", "port"}


def _as_modifier(scene: Scene, number: int) -> Iterator[Span]:
    """Another name straight before an anchor of several words, or one that is a kind of place: "the Vell refugee camp"."""
    for anchor in scene.hits(number, Use.ANCHOR):
        last_word = scene.outline.words.words[anchor.last - 1]
        if last_word not in KINDS_OF_PLACE or not scene.speaks_of(number, scene.outline.sentence_of(anchor.first), least=1):
            continue
        for name in scene.reading.names(scene.outline.sentence_of(anchor.first)):
            word = scene.outline.words.index(name.start)
            led = scene.outline.words.words[word - 1] == "the" and scene.outline.words.words[word - 2] in _LOCATIVES
            if (
                led
                and scene.outline.words.index(name.end - 1) + 1 == anchor.first
                and not scene.outline.gap(anchor.first).strip()
            ):
                yield Span(name.start, name.end)


KINDS_OF_PLACE = _SETTLEMENTS | listed(
    "camp district province region county valley island isle peninsula campus airport port harbour harbor prison hospital "
    "stadium mine plant"
)


def _place_anchors(scene: Scene, number: int) -> list[Hit]:
    """The anchors that lead to a place: "centred"; a mere measure ("miles") only in a sentence with one that is none."""
    anchors = scene.hits(number, Use.ANCHOR)
    told = {scene.outline.sentence_of(a.first) for a in anchors if not _is_measure(scene, a)}
    return [a for a in anchors if scene.outline.sentence_of(a.first) in told]


def _is_measure(scene: Scene, anchor: Hit) -> bool:
    return unit_of(scene.text[anchor.start : anchor.end].lower()) is not None


def _leads_to(scene: Scene, anchor: Hit, first: int) -> bool:
    """Whether nothing but a verb of happening, measures, days and prepositions stands between an anchor and a place."""
    path = scene.outline.words.words[anchor.last : first]
    if path and path[0] in OCCURRENCE_VERBS:
        path = path[1:]
    if not path or not all(w in _ON_THE_WAY or w[0].isdigit() or unit_of(w) or numeral(w) is not None for w in path):
        return False
    while path and path[-1] in ("of", "the", *_SETTLEMENTS):
        path = path[:-1]
    return bool(path) and path[-1] in _LOCATIVES | _DIRECTIONS


def _has_larger(scene: Scene, number: int, name: NameMention) -> bool:
    """Whether a larger place of the fact stands behind a place: "Brookton, Tenn."."""
    last = scene.outline.words.index(name.end - 1)
    inside = [h for h in scene.hits(number, Use.WITHIN) if h.first == last + 1 or (name.start < h.start and h.end <= name.end)]
    return any(scene.outline.gap(h.first).strip() == "," for h in inside)


def _is_called_the_same(path: Sequence[str], statement: str) -> bool:
    """Whether a path ends in "the town of", the statement says "town" of its place, and no measure of the path is another one."""
    kinds = [w for w in path[-3:] if w in _SETTLEMENTS]
    told = words(statement).words
    return (
        len(kinds) == 1 and path[-1] == "of" and kinds[0] in told and all(w in told for w in path if w[0].isdigit() or numeral(w))
    )


_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def _is_opposite(path: Sequence[str], statement: str) -> bool:
    """Whether a path leads to the south where the statement says north: "in the southern town of"."""
    told = words(statement).words
    return any(_OPPOSITE.get(w.removesuffix("ern"), "-") in (t.removesuffix("ern") for t in told) for w in path)


def is_address(scene: Scene, larger: Hit) -> bool:
    """Whether a larger place merely stands behind another place: "Crews from Lowhaven, Sunmark"."""
    before = larger.first - 1
    return before >= 0 and scene.outline.gap(larger.first).strip() == "," and not _is_small(scene, before)


def introduced_place(scene: Scene, number: int, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The right place where it merely describes somebody: "the Ashford, Tenn., girl"."""
    outline = scene.outline
    larger = {h.first: h for h in scene.hits(number, Use.WITHIN)}
    for hit in hits:
        around = larger.get(hit.last)
        if around is None or around.last >= len(outline.words) or not hit.first:
            continue
        commas = "," in outline.gap(hit.last) and "," in outline.gap(around.last)
        if commas and outline.words.words[hit.first - 1] in ("the", "a", "an") and _is_small(scene, around.last):
            yield hit


def _is_small(scene: Scene, word: int) -> bool:
    return scene.text[scene.outline.words.starts[word]].islower()
