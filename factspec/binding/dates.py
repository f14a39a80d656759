"""Which date of a sentence speaks of which fact.

A date belongs to the verb that governs it, or to the noun that it stands beside. It is bound strongly (and may accuse) only
where that verb or noun is an anchor of the fact; elsewhere in the anchor's sentence it may support, never accuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from factspec.binding.frame import is_another, is_one_more
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import OCCURRENCE_VERBS, SPEECH_VERBS, listed
from factspec.model import Bound, DateMention, DateRange, Fact, Span, Status

__all__ = ["bind_dates"]

_JOINTS = listed("on in at of since from until by early late last the during around about morning afternoon evening night")


def bind_dates(number: int, fact: Fact, scene: Scene, *, recent: bool) -> list[Bound]:
    """Every date in a sentence with an anchor of the fact, bound as firmly as the sentence allows, in text order.

    `recent` says that the fact lies near the article, so that an event brought in as a new one is another one.
    """
    anchors = scene.hits(number, Use.ANCHOR, Use.COUNTED)
    bounds: list[Bound] = []
    for sentence in sorted({scene.outline.sentence_of(a.first) for a in anchors}):
        here = [a for a in anchors if scene.outline.sentence_of(a.first) == sentence]
        rivals = scene.rivals(number, sentence)
        dates = scene.reading.dates(sentence)
        bounds.extend(_one_each([_bind(scene, number, sentence, mention, here, rivals, recent) for mention in dates]))
        bounds.extend(_offsets(scene, sentence, here, dates))
    return bounds


def _one_each(bounds: list[Bound]) -> list[Bound]:
    """Of several dates that an anchor could take, it takes the first one behind it, else the last one before it."""
    taken: dict[Span | None, Bound] = {}
    for bound in sorted((b for b in bounds if b.strong and b.anchor), key=_preference):
        taken.setdefault(bound.anchor, bound)
    rule = "D10 the anchor has a date of its own"
    return [b if not b.strong or b is taken.get(b.anchor) else replace(b, strong=False, rules=(*b.rules, rule)) for b in bounds]


def _preference(bound: Bound) -> tuple[bool, int]:
    behind = bound.anchor is not None and bound.mention.start >= bound.anchor.end
    return not behind, bound.mention.start if behind else -bound.mention.start


def _bind(
    scene: Scene, number: int, sentence: int, mention: DateMention, anchors: list[Hit], rivals: list[Hit], recent: bool
) -> Bound:
    word = scene.outline.words.index(mention.start)
    last = scene.outline.words.index(mention.end - 1)
    status, cue = scene.status(mention.start, mention.end)
    said = _saying(scene, sentence, mention, word, last, anchors)
    if said:
        nearest = min(anchors, key=lambda a: _distance(scene, a, word, last))
        return Bound(mention, _span(nearest), False, (f"D5 the date of “{said}”, a statement",), Status.SAID, near=True)
    deictic = not any(c.isdigit() for c in scene.text[mention.start : mention.end])
    strong, rule, anchor = _link(scene, sentence, word, last, anchors, deictic=deictic)
    near = strong or rule.startswith("D6")
    rules = [rule]
    if strong and _rival_is_nearer(scene, anchor, rivals, word, last):
        strong = False
        rules.append("X1 another fact’s anchor is nearer")
    if strong and recent and (is_another(scene, number, anchor) or is_one_more(scene, anchor)):
        strong = False
        rules.append(f"X2 “{scene.text[anchor.start : anchor.end]}” is brought in as another one")
    if cue:
        rules.append(f"S1 {cue.kind}: “{scene.text[cue.start : cue.end]}”")
    return Bound(mention, _span(anchor), strong, tuple(rules), status, near)


def _span(hit: Hit) -> Span:
    return Span(hit.start, hit.end)


def _offsets(scene: Scene, sentence: int, anchors: list[Hit], dates: list[DateMention]) -> Iterator[Bound]:
    """What a length of time before or after the anchor says of it: "died on Thursday, nine days after a heart attack"."""
    outline = scene.outline
    for start, last, count, unit in _lengths(scene, sentence):
        turn = outline.words.words[last + 1] if last + 1 < len(outline.words) else ""
        behind = [a for a in anchors if 0 < a.first - last <= _OFFSET_REACH]
        base = [d for d in dates if d.end <= start and d.readings[0].first == d.readings[0].last]
        if turn in ("after", "before") and behind and base:
            days = timedelta(days=round(count * unit) * (-1 if turn == "after" else 1))
            slack = timedelta(days=unit // 3)
            middle = base[-1].readings[0].first + days
            reading = DateRange(middle - slack, middle + slack)
            mention = DateMention(start, behind[0].end, (reading,), "offset", approximate=unit > 1)
            yield Bound(
                mention, _span(behind[0]), True, (f"D9 counted from “{scene.text[base[-1].start : base[-1].end]}”",), near=True
            )


def _lengths(scene: Scene, sentence: int) -> Iterator[tuple[int, int, float, int]]:
    """The lengths of time in a sentence: where they start, their last word, how many, and of how many days each."""
    outline = scene.outline
    for figure in scene.reading.quantities(sentence):
        if figure.value.unit in _DAYS:
            yield figure.start, outline.words.index(figure.end - 1), figure.value.low, _DAYS[figure.value.unit]
    first, end = outline.word_range(sentence)
    for word in range(first + 1, end):
        if outline.words.words[word] in _DAYS and outline.words.words[word - 1] in ("a", "one"):
            yield outline.words.starts[word - 1], word, 1, _DAYS[outline.words.words[word]]


_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_OFFSET_REACH = 5


def _distance(scene: Scene, anchor: Hit, word: int, last: int) -> int:
    """Words between an anchor and a mention; a clause boundary counts ten."""
    words = max(anchor.first - last, word - anchor.last + 1, 0)
    crossed = scene.outline.clause_of(anchor.first) != scene.outline.clause_of(word)
    return words + 10 * crossed


def _link(scene: Scene, sentence: int, word: int, last: int, anchors: list[Hit], *, deictic: bool) -> tuple[bool, str, Hit]:
    for anchor in anchors:
        if _beside(scene, anchor, word, last, deictic=deictic):
            return True, "D1 the date stands beside the anchor", anchor
    verb = _governor(scene, sentence, word, last)
    for anchor in anchors:
        if verb is not None and anchor.first <= verb < anchor.last:
            return True, "D2 the anchor is the verb that governs the date", anchor
    for anchor in anchors:
        if verb is not None and _is_subject(scene, anchor, verb):
            return True, "D3 the anchor is the subject or object of the verb that governs the date", anchor
    for anchor in anchors:
        if anchor.last - anchor.first > 1 and _no_verb_between(scene, anchor, word, last):
            return True, "D8 a phrase of the spec in the same clause, no verb between", anchor
    for anchor in anchors:
        if _is_relative_clause(scene, anchor, word):
            return True, "D11 in the relative clause of the anchor", anchor
    nearest = min(anchors, key=lambda a: _distance(scene, a, word, last))
    same = scene.outline.clause_of(nearest.first) == scene.outline.clause_of(word)
    if same and verb is None:
        return True, "D4 the only anchor of a clause without another verb", nearest
    return False, "D6 in the same clause" if same else "D7 in the same sentence", nearest


def _is_relative_clause(scene: Scene, anchor: Hit, word: int) -> bool:
    """ "the operation, which did not take place on 28 February"."""
    clause = scene.outline.clause_words(word)
    begins = scene.outline.words.words[clause.start] in ("which", "that", "who")
    between = range(anchor.last, clause.start)
    verbs = scene.outline.verbs(scene.outline.sentence_of(word))
    happens = all(scene.outline.words.words[v] in _LIGHT_VERBS | OCCURRENCE_VERBS for v in verbs if clause.start <= v < word)
    return begins and happens and len(between) <= 6 and not any(v in between for v in verbs)


def _no_verb_between(scene: Scene, anchor: Hit, word: int, last: int) -> bool:
    if scene.outline.clause_of(anchor.first) != scene.outline.clause_of(word):
        return False
    between = range(anchor.last, word) if anchor.last <= word else range(last + 1, anchor.first)
    return not any(v in between for v in scene.outline.verbs(scene.outline.sentence_of(word)))


def _beside(scene: Scene, anchor: Hit, word: int, last: int, *, deictic: bool) -> bool:
    """ "Tuesday’s 6.1-magnitude quake", "the November 18 sinking", "the quake on Tuesday", "the quake of 2 July".

    A weekday behind a noun belongs to a verb before it, if there is one: "spoke of the quake on Tuesday".
    """
    outline = scene.outline
    if outline.clause_of(anchor.first) != outline.clause_of(word):
        return False
    verbs = outline.verbs(outline.sentence_of(word))
    if last < anchor.first <= last + 4 and anchor.first not in verbs:
        between = range(last + 1, anchor.first)
        return not any(w in verbs or outline.words.words[w] in _JOINTS or "," in outline.gap(w + 1) for w in between) and (
            "," not in outline.gap(last + 1)
        )
    between = range(anchor.last, word)
    earlier = [v for v in verbs if v < anchor.first and outline.clause_of(v) == outline.clause_of(word)]
    if deictic and any(outline.words.words[v] not in _LIGHT_VERBS | OCCURRENCE_VERBS for v in earlier):
        return False
    return anchor.last <= word <= anchor.last + 3 and all(outline.words.words[w] in _JOINTS for w in between)


def _governor(scene: Scene, sentence: int, word: int, last: int) -> int | None:
    """The verb of the date's clause that governs the date: the nearest one, the one before it winning a tie."""
    outline = scene.outline
    clause = outline.clause_of(word)
    verbs = [v for v in outline.verbs(sentence) if outline.clause_of(v) == clause and not word <= v <= last]
    return min(verbs, key=lambda v: _pull(scene, v, word, last), default=None)


def _pull(scene: Scene, verb: int, word: int, last: int) -> int:
    """How far a verb is from a date: in words, those behind it counting a little more, and six for each comma between."""
    between = range(verb + 1, word + 1) if verb < word else range(last + 1, verb + 1)
    commas = sum("," in scene.outline.gap(w) for w in between)
    return len(between) * 2 + (verb > last) + 12 * commas


_LIGHT_VERBS = listed(
    """suffered suffering underwent made making launched launching mounted carried staged held holding committed sustained
    experienced released releasing began beginning started opened engaged engaging foiled thwarted repulsed repelled averted
    prevented stopped had having saw sees signed announced reported caused causing triggered survived completed finished ended"""
)


def _is_subject(scene: Scene, anchor: Hit, verb: int) -> bool:
    """Whether a noun is the subject of a verb of happening, or the object of a verb that says no more than that it happened."""
    outline = scene.outline
    if outline.clause_of(anchor.first) != outline.clause_of(verb):
        return False
    this = outline.words.words[verb]
    if anchor.last <= verb:
        return verb - anchor.last <= 3 and (this in OCCURRENCE_VERBS or this in _LIGHT_VERBS)
    return anchor.first - verb <= 4 and this in _LIGHT_VERBS


def _saying(scene: Scene, sentence: int, mention: DateMention, word: int, last: int, anchors: list[Hit]) -> str:
    """The speech verb that the date belongs to, if it is not itself an anchor."""
    verb = _governor(scene, sentence, word, last)
    if verb is not None and any(a.first <= verb < a.last for a in anchors):
        return ""
    for cue in scene.reading.cues(sentence):
        if cue.kind == "attribution" and cue.scope.start < mention.end and mention.start < cue.scope.end:
            inside = any(cue.start <= a.start < cue.end for a in anchors)
            return "" if inside else scene.text[cue.start : cue.end]
    if verb is None:
        return ""
    this = scene.outline.words.words[verb]
    return this if this in SPEECH_VERBS else ""


def _rival_is_nearer(scene: Scene, anchor: Hit, rivals: list[Hit], word: int, last: int) -> bool:
    own = _distance(scene, anchor, word, last)
    return any(r.pattern.form != anchor.pattern.form and _distance(scene, r, word, last) < own for r in _apart(rivals, anchor))


def _apart(rivals: list[Hit], anchor: Hit) -> Iterator[Hit]:
    return (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)
