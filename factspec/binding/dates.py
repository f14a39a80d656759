"""Which date of a sentence speaks of which fact.

A date belongs to the verb that governs it, or to the noun that it stands beside. It is bound strongly (and may accuse) only
where that verb or noun is an anchor of the fact; elsewhere in the anchor's sentence it may support, never accuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.binding.frame import is_another, near_the_article
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import OCCURRENCE_VERBS, SPEECH_VERBS, listed
from factspec.model import Bound, DateMention, Fact, Span, Status

__all__ = ["bind_dates"]

_JOINTS = listed("on in at of since from until by early late last the during around about morning afternoon evening night")


def bind_dates(number: int, fact: Fact, scene: Scene) -> list[Bound]:
    """Every date in a sentence with an anchor of the fact, bound as firmly as the sentence allows, in text order."""
    anchors = scene.hits(number, Use.ANCHOR, Use.COUNTED)
    bounds = []
    for sentence in sorted({scene.outline.sentence_of(a.first) for a in anchors}):
        here = [a for a in anchors if scene.outline.sentence_of(a.first) == sentence]
        rivals = [h for _, h in scene.rival_hits(number) if scene.outline.sentence_of(h.first) == sentence]
        for mention in scene.reading.dates(sentence):
            bounds.append(_bind(scene, sentence, mention, here, rivals))
    return bounds


def _bind(scene: Scene, sentence: int, mention: DateMention, anchors: list[Hit], rivals: list[Hit]) -> Bound:
    word = scene.outline.words.index(mention.start)
    last = scene.outline.words.index(mention.end - 1)
    status, cue = scene.status(mention.start, mention.end)
    anchor = min(anchors, key=lambda a: _distance(scene, a, word, last))
    said = _saying(scene, sentence, word, last, anchors)
    rules: list[str] = []
    strong = False
    if said:
        rules.append(f"D5 the date of “{said}”, a statement")
        status = Status.ELSEWHERE
    else:
        strong, rule, anchor = _link(scene, sentence, word, last, anchors)
        rules.append(rule)
    if strong and _rival_is_nearer(scene, anchor, rivals, word, last):
        strong = False
        rules.append("X1 another fact’s anchor is nearer")
    if strong and is_another(scene, anchor):
        strong = False
        rules.append(f"X2 “{scene.text[anchor.start : anchor.end]}” is brought in as another one")
    if cue and status is not Status.ELSEWHERE:
        rules.append(f"S1 {cue.kind}: “{scene.text[cue.start : cue.end]}”")
    return Bound(mention, Span(anchor.start, anchor.end), strong, tuple(rules), status)


def _distance(scene: Scene, anchor: Hit, word: int, last: int) -> int:
    """Words between an anchor and a mention; a clause boundary counts ten."""
    words = max(anchor.first - last, word - anchor.last + 1, 0)
    crossed = scene.outline.clause_of(anchor.first) != scene.outline.clause_of(word)
    return words + 10 * crossed


def _link(scene: Scene, sentence: int, word: int, last: int, anchors: list[Hit]) -> tuple[bool, str, Hit]:
    for anchor in anchors:
        if _beside(scene, anchor, word, last):
            return True, "D1 the date stands beside the anchor", anchor
    verb = _governor(scene, sentence, word, last)
    for anchor in anchors:
        if verb is not None and anchor.first <= verb < anchor.last:
            return True, "D2 the anchor is the verb that governs the date", anchor
    for anchor in anchors:
        if verb is not None and _is_subject(scene, anchor, verb):
            return True, "D3 the anchor is the subject of the verb that governs the date", anchor
    nearest = min(anchors, key=lambda a: _distance(scene, a, word, last))
    same = scene.outline.clause_of(nearest.first) == scene.outline.clause_of(word)
    if same and verb is None:
        return True, "D4 the only anchor of a clause without another verb", nearest
    return False, "D6 in the same clause" if same else "D7 in the same sentence", nearest


def _beside(scene: Scene, anchor: Hit, word: int, last: int) -> bool:
    """ "Tuesday’s 6.1-magnitude quake", "the November 18 sinking", "the quake on Tuesday", "the quake of 2 July"."""
    outline = scene.outline
    if outline.clause_of(anchor.first) != outline.clause_of(word):
        return False
    verbs = outline.verbs(outline.sentence_of(word))
    if last < anchor.first <= last + 4:
        between = range(last + 1, anchor.first)
        return not any(w in verbs or outline.words.words[w] in _JOINTS or "," in outline.gap(w + 1) for w in between) and (
            "," not in outline.gap(last + 1)
        )
    between = range(anchor.last, word)
    return anchor.last <= word <= anchor.last + 3 and all(outline.words.words[w] in _JOINTS for w in between)


def _governor(scene: Scene, sentence: int, word: int, last: int) -> int | None:
    """The verb of the date's clause that governs the date: the nearest one, the one before it winning a tie."""
    outline = scene.outline
    clause = outline.clause_of(word)
    verbs = [v for v in outline.verbs(sentence) if outline.clause_of(v) == clause and not word <= v <= last]
    return min(verbs, key=lambda v: (word - v) * 2 if v < word else (v - last) * 2 + 1, default=None)


def _is_subject(scene: Scene, anchor: Hit, verb: int) -> bool:
    outline = scene.outline
    if anchor.last > verb or verb - anchor.last > 3 or outline.clause_of(anchor.first) != outline.clause_of(verb):
        return False
    return outline.words.words[verb] in OCCURRENCE_VERBS


def _saying(scene: Scene, sentence: int, word: int, last: int, anchors: list[Hit]) -> str:
    """The speech verb that the date belongs to, if it is not itself an anchor."""
    verb = _governor(scene, sentence, word, last)
    if verb is None or any(a.first <= verb < a.last for a in anchors):
        return ""
    this = scene.outline.words.words[verb]
    return this if this in SPEECH_VERBS else ""


def _rival_is_nearer(scene: Scene, anchor: Hit, rivals: list[Hit], word: int, last: int) -> bool:
    own = _distance(scene, anchor, word, last)
    return any(r.pattern.form != anchor.pattern.form and _distance(scene, r, word, last) < own for r in _apart(rivals, anchor))


def _apart(rivals: list[Hit], anchor: Hit) -> Iterator[Hit]:
    return (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)


def is_background(scene: Scene, fact_day_near: bool, mention: DateMention) -> bool:
    """Whether a story about recent things looks back here: no reading lies near the article while the fact does."""
    return fact_day_near and not any(
        near_the_article(scene, r.first) or near_the_article(scene, r.last) for r in mention.readings
    )
