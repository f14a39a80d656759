"""Which figure of a sentence speaks of which fact.

A figure counts the noun behind it ("seven rifles"), the verb that takes it as its object ("killing five people"), the verb it
is the subject of ("Five people had died") or the noun it fills in ("the death toll rose to 24"). Only these links may accuse.
"""

from __future__ import annotations

from collections.abc import Iterable

from factspec.binding.frame import is_another, is_of_another_time
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import PERSON_NOUNS, listed
from factspec.language.outline import AUXILIARIES
from factspec.model import Bound, DateRange, Fact, QuantityMention, Span, Status

__all__ = ["bind_figures"]

_REACH = 5
_LINKERS = listed("to at of is was were are stands stood rose rises reached hit climbed number numbered total totalled is be")
_HEDGES = listed(
    """confirmed reported feared known found left believed said thought so far also already now later still had have
    has been being officially least about some around nearly almost over than more up as many just only other
    others an estimated now"""
)
_PARTITIVE = frozenset(["them", "those", "these", "whom", "which", "us"])


def bind_figures(number: int, fact: Fact, scene: Scene, own_times: tuple[DateRange, ...] = ()) -> list[Bound]:
    """Every figure in a sentence with an anchor of the fact, bound as firmly as the sentence allows, in text order."""
    anchors = scene.hits(number, Use.COUNTED) or scene.hits(number, Use.ANCHOR)
    context = scene.hits(number, Use.ANCHOR) if fact.of else []
    bounds = []
    for sentence in sorted({scene.outline.sentence_of(a.first) for a in anchors}):
        here = [a for a in anchors if scene.outline.sentence_of(a.first) == sentence]
        rivals = [h for _, h in scene.rival_hits(number) if scene.outline.sentence_of(h.first) == sentence]
        figures = scene.reading.quantities(sentence)
        for mention in figures:
            bounds.append(_bind(scene, mention, here, rivals, figures, own_times, bool(fact.of)))
    if context:
        bounds = [_in_context(scene, b, context) for b in bounds]
    return bounds


def _bind(
    scene: Scene,
    mention: QuantityMention,
    anchors: list[Hit],
    rivals: list[Hit],
    figures: list[QuantityMention],
    own_times: tuple[DateRange, ...],
    counted: bool,
) -> Bound:
    word = scene.outline.words.index(mention.start)
    last = scene.outline.words.index(mention.end - 1)
    status, cue = scene.status(mention.start, mention.end)
    if status is Status.DENIED and mention.form == "zero":
        status = Status.ASSERTED
    found = _count_link(scene, word, last, anchors, figures) if counted else _near_link(scene, word, last, anchors, figures)
    strong, rule, anchor = found
    rules = [rule]
    if strong and _closer_rival(scene, anchor, rivals, word, last):
        strong = False
        rules.append("X1 another fact’s anchor is nearer")
    if strong and is_another(scene, anchor):
        strong = False
        rules.append(f"X2 “{scene.text[anchor.start : anchor.end]}” is brought in as another one")
    if strong and (when := is_of_another_time(scene, word, own_times)):
        strong = False
        rules.append(f"X3 of another time: “{scene.text[when.start : when.end]}”")
    if strong and _is_partitive(scene, last):
        strong = False
        rules.append("X4 a part of a whole")
    if cue and status is not Status.ASSERTED:
        rules.append(f"S1 {cue.kind}: “{scene.text[cue.start : cue.end]}”")
    return Bound(mention, Span(anchor.start, anchor.end), strong, tuple(rules), status)


def _in_context(scene: Scene, bound: Bound, context: list[Hit]) -> Bound:
    """A fact with `about` beside `of` accuses only where `about` occurs in the figure's paragraph."""
    paragraph = scene.outline.paragraph(scene.outline.sentence_at(bound.mention.start))
    if not bound.strong or any(paragraph.start <= c.start < paragraph.end for c in context):
        return bound
    return Bound(bound.mention, bound.anchor, False, (*bound.rules, "X5 none of `about` in this paragraph"), bound.status)


def _words_between(scene: Scene, first: int, last: int) -> list[str]:
    return scene.outline.words.words[first:last]


def _same_clause(scene: Scene, a: int, b: int) -> bool:
    return scene.outline.sentence_of(a) == scene.outline.sentence_of(b) and scene.outline.clause_of(a) == scene.outline.clause_of(
        b
    )


def _count_link(
    scene: Scene, word: int, last: int, anchors: list[Hit], figures: Iterable[QuantityMention]
) -> tuple[bool, str, Hit]:
    """The link between a count and what is counted, strongest first."""
    for anchor in anchors:
        if _is_head(scene, last, anchor):
            return True, "C1 the figure counts the noun behind it", anchor
    for anchor in anchors:
        if _is_predicate(scene, last, anchor):
            return True, "C2 the figure is the subject of the anchor", anchor
    for anchor in sorted(anchors, key=lambda a: -a.last):
        if _takes_object(scene, word, last, anchor):
            return True, "C3 the figure is the object of the anchor", anchor
    for anchor in sorted(anchors, key=lambda a: -a.last):
        if _fills(scene, word, anchor):
            return True, "C4 the figure fills in the anchor", anchor
    nearest = _nearest(anchors, word, last)
    same = _same_clause(scene, nearest.first, word)
    return False, "C6 in the same clause" if same else "C7 in the same sentence", nearest


def _near_link(
    scene: Scene, word: int, last: int, anchors: list[Hit], figures: Iterable[QuantityMention]
) -> tuple[bool, str, Hit]:
    """The link between a measured figure and its anchor: the nearest figure to the anchor in the same clause."""
    nearest = _nearest(anchors, word, last)
    distance = _gap(nearest, word, last)
    if _same_clause(scene, nearest.first, word) and distance <= 8:
        return True, f"Q1 the anchor is {distance} words away in the same clause", nearest
    same = _same_clause(scene, nearest.first, word)
    return False, "Q2 in the same clause, far away" if same else "Q3 in the same sentence", nearest


def _nearest(anchors: list[Hit], word: int, last: int) -> Hit:
    return min(anchors, key=lambda a: _gap(a, word, last))


def _gap(anchor: Hit, word: int, last: int) -> int:
    return max(anchor.first - last - 1, word - anchor.last, 0)


def _is_head(scene: Scene, last: int, anchor: Hit) -> bool:
    """ "24 dead", "seven AK-47 rifles", "12 of the pirates": at most four words on, none of them a verb or another figure."""
    distance = anchor.first - last - 1
    if not 0 <= distance <= 4 or not _same_clause(scene, last, anchor.first):
        return False
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    between = range(last + 1, anchor.first)
    words = _words_between(scene, last + 1, anchor.first)
    return (
        not any(w in verbs for w in between)
        and not any(w in AUXILIARIES or w in ("and", "or", "in", "at", "on", "from", "by", "to", "for", "after") for w in words)
        and not any("," in scene.outline.gap(w) for w in range(last + 1, anchor.first + 1) if w > last + 1)
        and "," not in scene.outline.gap(last + 1)
    )


def _is_predicate(scene: Scene, last: int, anchor: Hit) -> bool:
    """ "24 people were killed", "Five people had so far been confirmed dead", "Four other people died"."""
    distance = anchor.first - last - 1
    if not 1 <= distance <= 9 or not _same_clause(scene, last, anchor.first):
        return False
    words = _words_between(scene, last + 1, anchor.first)
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    if any(w in verbs and scene.outline.words.words[w] not in _HEDGES for w in range(last + 1, anchor.first)):
        return False
    head = [w for w in words if w not in AUXILIARIES and w not in _HEDGES]
    return len(head) <= _REACH and (not head or any(w in PERSON_NOUNS for w in words)) and "and" not in words


def _takes_object(scene: Scene, word: int, last: int, anchor: Hit) -> bool:
    """ "killing at least five people", "captured 23": the figure follows and counts persons or nothing."""
    distance = word - anchor.last
    if not 0 <= distance <= _REACH or not _same_clause(scene, anchor.first, word):
        return False
    if any(w not in _HEDGES and w not in ("a", "the", "another") for w in _words_between(scene, anchor.last, word)):
        return False
    following = _words_between(scene, last + 1, last + 4)
    after = scene.outline.gap(last + 1) if last + 1 < len(scene.outline.words.words) else "."
    return not following or after.strip() != "" or following[0] in PERSON_NOUNS or any(w in PERSON_NOUNS for w in following)


def _fills(scene: Scene, word: int, anchor: Hit) -> bool:
    """ "the death toll rose to 24", "the number of dead reached 24", "deaths: 24"."""
    distance = word - anchor.last
    if not 0 <= distance <= 10 or scene.outline.sentence_of(anchor.first) != scene.outline.sentence_of(word):
        return False
    if distance == 0:
        return ":" in scene.outline.gap(word)
    between = [w for w in _words_between(scene, anchor.last, word) if w not in _HEDGES]
    return _same_clause(scene, anchor.first, word) and bool(between) and between[-1] in _LINKERS


def _is_partitive(scene: Scene, last: int) -> bool:
    """ "twelve of them", "10 of those"."""
    words = _words_between(scene, last + 1, last + 3)
    return len(words) == 2 and words[0] == "of" and words[1] in _PARTITIVE


def _closer_rival(scene: Scene, anchor: Hit, rivals: list[Hit], word: int, last: int) -> bool:
    own = _gap(anchor, word, last)
    apart = (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)
    return any(_same_clause(scene, r.first, word) and _gap(r, word, last) < own for r in apart)
