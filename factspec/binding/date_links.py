"""How a date hangs on an anchor: beside its noun, under its verb, in its relative clause, or only in its sentence.

Each way is a rule with an id, tried in the order of `link`; the rules up to D4 bind firmly, the rest only weakly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factspec.binding.pattern import Hit
from factspec.binding.predicates import HAPPENINGS, Predicates
from factspec.binding.scene import Scene
from factspec.language.inflection import is_verb_form
from factspec.language.lexicon import SPEECH_VERBS, listed
from factspec.language.outline import AUXILIARIES
from factspec.model import DateMention

__all__ = ["PARTICIPLE", "Dated", "Link", "distance", "link"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its sentence: its first and its last word, and how it is written.

    `attributive` is true within a noun phrase ("Tuesday’s quake", "the 2006 merger"), `deictic` without a figure ("Tuesday").
    """

    mention: DateMention
    first: int
    last: int
    attributive: bool
    deictic: bool

    @classmethod
    def of(cls, scene: Scene, mention: DateMention) -> Dated:
        first, last = scene.outline.words.index(mention.start), scene.outline.words.index(mention.end - 1)
        plain = not any(c.isdigit() for c in scene.text[mention.start : mention.end])
        return cls(mention, first, last, _is_attributive(scene, mention, first, last), plain)


def _is_attributive(scene: Scene, mention: DateMention, first: int, last: int) -> bool:
    found = scene.outline.words
    if scene.text[mention.end : mention.end + 2] in ("’s", "'s"):
        return True
    if last + 1 >= len(found.words) or scene.outline.gap(last + 1) not in (" ", "-", "\n"):
        return False
    behind = scene.text[found.starts[last + 1]]
    return found.words[first - 1] in ("the", "a", "an", "its", "their", "his", "her") and (
        behind.islower() and found.words[last + 1] not in _NO_NOUNS
    )


_NO_NOUNS = AUXILIARIES | listed(
    """and or but nor as than in on at of to for from with by near off after before since until when where while who which that
    amid during because if it he she they there alone only until again local"""
)
_JOINTS = listed(
    "on in at of since from until by early late last the during around about for morning afternoon evening night shortly just"
)
_BARRIERS = listed("to the a an and or but for with that which who of in on at from by this his her its their s") - {"s"}
# What may be told of an event elsewhere and on another day.
_TOLD_OF = SPEECH_VERBS | listed(
    """spoke speaking visited visits visit marked marks commemorated remembered mourned recalled discussed criticised criticized
    condemned praised blamed investigated debated marking condemning praising visiting learned learnt heard"""
)
# What happens in an event happens when the event does.
_CONSEQUENCES = listed("killed injured died wounded hurt left damaged destroyed lost displaced burned burnt hit")
_PERIOD = 25


def distance(scene: Scene, anchor: Hit, dated: Dated) -> int:
    """Words between an anchor and a date; a clause boundary counts ten."""
    between = max(anchor.first - dated.last, dated.first - anchor.last + 1, 0)
    crossed = scene.outline.clause_of(anchor.first) != scene.outline.clause_of(dated.first)
    return between + 10 * crossed


Link = tuple[bool, str, Hit]
"""Whether a date is bound firmly, by which rule, and to which anchor."""


def link(scene: Scene, sentence: Predicates, dated: Dated, anchors: Sequence[Hit], own: frozenset[str]) -> Link:
    """How a date hangs on one of the anchors of its sentence. `own` are the words of the fact's statement."""
    for anchor in anchors:
        if _beside(scene, sentence, anchor, dated):
            return True, "D1 the date stands beside the anchor", anchor
    verb = sentence.governor(dated.first, dated.last)
    firm = None if dated.attributive else _by_verb(sentence, dated, anchors, verb, own)
    if firm is None and not dated.attributive:
        firm = _by_phrase(scene, sentence, dated, anchors, verb)
    return firm or _weakly(scene, sentence, dated, min(anchors, key=lambda a: distance(scene, a, dated)), verb)


def _weakly(scene: Scene, sentence: Predicates, dated: Dated, nearest: Hit, verb: int | None) -> Link:
    if dated.attributive:
        return False, "D7 within the phrase of another noun", nearest
    if scene.outline.clause_of(nearest.first) == sentence.clause(dated.first):
        if verb is None and _is_alone(scene, sentence, nearest, dated):
            return True, "D4 the only anchor of a clause without another verb", nearest
        return False, "D6 in the same clause", nearest
    return False, "D12 the date of what came of it" if _is_occasion(scene, nearest, dated) else "D7 in the same sentence", nearest


def _by_verb(sentence: Predicates, dated: Dated, anchors: Sequence[Hit], verb: int | None, own: frozenset[str]) -> Link | None:
    if verb is None:
        return None
    found = ((True, rule, a) for rule, holds in _BY_VERB for a in anchors if holds(sentence, a, verb, dated, own))
    return next(found, None)


def _by_phrase(scene: Scene, sentence: Predicates, dated: Dated, anchors: Sequence[Hit], verb: int | None) -> Link | None:
    found = ((True, rule, a) for rule, holds in _BY_PHRASE for a in anchors if holds(scene, sentence, a, dated, verb))
    return next(found, None)


def _is_alone(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated) -> bool:
    """Whether nothing between an anchor and a date, nor before the anchor, makes it likely that a verb was overlooked."""
    if sentence.modifies(anchor) or _overlooks(sentence, anchor):
        return False
    between = range(anchor.last, dated.first) if anchor.last <= dated.first else range(dated.last + 1, anchor.first)
    return len(between) <= _FAR and not any(scene.outline.words.words[w] in AUXILIARIES | {"to"} for w in between)


_FAR = 8


def _is_anchor_verb(_: Predicates, anchor: Hit, verb: int, __: Dated, ___: frozenset[str]) -> bool:
    return anchor.first <= verb < anchor.last


def _is_predicate(sentence: Predicates, anchor: Hit, verb: int, _: Dated, __: frozenset[str]) -> bool:
    return sentence.is_predicate(anchor, verb)


def _is_stated(sentence: Predicates, anchor: Hit, verb: int, dated: Dated, own: frozenset[str]) -> bool:
    """ "Fire destroyed the warehouse on Wednesday", where the fact's statement says that fire destroyed it."""
    head = anchor.last > verb or sentence.is_head(anchor)
    return head and sentence.is_of(verb, own) and sentence.clause(anchor.first) == sentence.clause(dated.first)


_BY_VERB = (
    ("D2 the anchor is the verb that governs the date", _is_anchor_verb),
    ("D3 the anchor is the subject or object of the verb that governs the date", _is_predicate),
    ("D14 the verb that governs the date is the one of the fact’s statement", _is_stated),
)


def _is_phrase_of_clause(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated, _: int | None) -> bool:
    if anchor.last - anchor.first < 2 or scene.outline.clause_of(anchor.first) != scene.outline.clause_of(dated.first):
        return False
    between = range(anchor.last, dated.first) if anchor.last <= dated.first else range(dated.last + 1, anchor.first)
    if any(v in between for v in sentence.verbs):
        return False
    return anchor.last <= dated.first or not _is_governed(scene, sentence, dated)


def _is_governed(scene: Scene, sentence: Predicates, dated: Dated) -> bool:
    """Whether a participle straight before the date has it: "elected on 1 February, she took office"."""
    return any(v in sentence.verbs and "," not in scene.outline.gap(v + 1) for v in range(dated.first - 3, dated.first))


def _is_relative_clause(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated, _: int | None) -> bool:
    """ "the operation, which did not take place on 28 February"."""
    clause = scene.outline.clause_words(dated.first)
    begins = scene.outline.words.words[clause.start] in ("which", "that", "who")
    between = range(anchor.last, clause.start)
    inside = [v for v in sentence.verbs if clause.start <= v < dated.first]
    happens = all(scene.outline.words.words[v] in HAPPENINGS for v in inside)
    return (
        begins and happens and anchor.last <= clause.start and len(between) <= 6 and not any(v in between for v in sentence.verbs)
    )


def _is_end_of_doing(scene: Scene, _: Predicates, anchor: Hit, dated: Dated, __: int | None) -> bool:
    """ "It may take until 9 March to clear the road"."""
    found = scene.outline.words.words
    between = found[dated.last + 1 : anchor.first]
    takes = found[dated.first - 1] in ("until", "till") and found[dated.first - 2] in ("take", "takes", "took", "taking", "taken")
    return takes and between[:1] == ["to"] and len(between) <= 3


def _is_when_clause(scene: Scene, _: Predicates, anchor: Hit, dated: Dated, __: int | None) -> bool:
    """ "24 March 2014, when a fire gutted the mill": the anchor stands in the clause that tells what happened then."""
    outline = scene.outline
    opens = dated.last + 1
    return outline.words.words[opens : opens + 1] == ["when"] and outline.clause_of(anchor.first) == outline.clause_of(opens)


def _is_reduced_clause(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated, _: int | None) -> bool:
    """ "The purchase of Orlin, completed in 2005", "the school bombed by the army on Sunday": a participle straight behind."""
    outline, between = scene.outline, range(anchor.last, dated.first)
    inside = [v for v in sentence.verbs if v in between]
    if len(inside) != 1 or len(between) > _FAR or any("," in outline.gap(w) for w in range(inside[0] + 1, dated.first + 1)):
        return False
    verb = inside[0]
    if "," in outline.gap(verb):
        near = verb - anchor.last <= 1 and scene.text[outline.words.starts[verb - 1]].isupper()
        return near and outline.words.words[verb] in _COMPLETED and outline.words.words[verb + 1] in ("in", "on", "last")
    return verb == anchor.last and outline.words.words[verb + 1] == "by" and is_verb_form(outline.words.words[verb])


PARTICIPLE = "D11 in the participle clause of the anchor"
"""The rule of a date that only describes the anchor; what is denied around it leaves the date standing."""
_COMPLETED = listed("completed agreed closed finalised finalized concluded approved built opened founded launched signed sealed")

_BY_PHRASE = (
    ("D8 a phrase of the spec in the same clause, no verb between", _is_phrase_of_clause),
    ("D11 in the relative clause of the anchor", _is_relative_clause),
    (PARTICIPLE, _is_reduced_clause),
    ("D11 it takes until then to do it", _is_end_of_doing),
    ("D11 the clause that says what happened then has the anchor", _is_when_clause),
)


def _beside(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated) -> bool:
    """ "Tuesday’s 6.1-magnitude quake", "the November 18 sinking", "the quake on Tuesday", "the quake of 2 July"."""
    outline = scene.outline
    if _is_labelled(scene, anchor, dated):
        return True
    if outline.clause_of(anchor.first) != sentence.clause(dated.first):
        return False
    noun = dated.attributive or anchor.first not in outline.verbs(sentence.sentence)
    if dated.last < anchor.first <= dated.last + 5 and noun:
        between = range(dated.last + 1, anchor.first)
        blocked = any(
            (w in sentence.verbs and not dated.attributive) or _blocks(scene, w) or "," in outline.gap(w + 1) for w in between
        )
        return not blocked and "," not in outline.gap(dated.last + 1)
    between = range(anchor.last, dated.first)
    joined = anchor.last <= dated.first <= anchor.last + 3 and all(outline.words.words[w] in _JOINTS for w in between)
    if _overlooks(sentence, anchor) or (joined and _is_counted_from(scene, anchor, dated)):
        return False
    return joined and not _is_told_of(scene, sentence, anchor, dated) and _may_be_for(scene, between, dated)


def _is_labelled(scene: Scene, anchor: Hit, dated: Dated) -> bool:
    """ "Recall date: April 7, 2025"."""
    between = scene.outline.words.words[anchor.last : dated.first]
    return ":" in scene.outline.gap(dated.first) and anchor.last <= dated.first and between in ([], ["date"], ["day"], ["time"])


def _is_counted_from(scene: Scene, anchor: Hit, dated: Dated) -> bool:
    """Whether the date is a length of time away from the anchor: "a week before the bombing, on 27 April"."""
    found = scene.outline.words.words
    turns = [w for w in range(max(anchor.first - 3, 1), anchor.first) if found[w] in ("before", "after")]
    return any(found[w - 1].removesuffix("s") in _UNITS for w in turns) and "," in scene.text[anchor.end : dated.mention.start]


_UNITS = frozenset(("hour", "day", "week", "month", "year"))


def _overlooks(sentence: Predicates, anchor: Hit) -> bool:
    """Whether a clause without a verb has words before the anchor's phrase: "shareholders vote on the deal on 12 May"."""
    return not sentence.has_verb(anchor.first) and not sentence.is_head(anchor) and not sentence.opens_clause(anchor)


def _blocks(scene: Scene, word: int) -> bool:
    return scene.outline.words.words[word] in _BARRIERS | _JOINTS


def _may_be_for(scene: Scene, between: range, dated: Dated) -> bool:
    """ "Profit for 2025", but not "plans for Friday": only a period belongs to a noun by "for"."""
    if not any(scene.outline.words.words[w] == "for" for w in between):
        return True
    first = dated.mention.readings[0]
    return (first.last - first.first).days >= _PERIOD


def _is_told_of(scene: Scene, sentence: Predicates, anchor: Hit, dated: Dated) -> bool:
    """Whether a verb before the noun takes the date behind it: "spoke of the quake on Tuesday"."""
    outline = scene.outline
    if anchor.first in sentence.verbs or outline.words.words[dated.first - 1] == "of":
        return False
    clause = outline.clause_of(anchor.first)
    earlier = {outline.words.words[v] for v in sentence.verbs if v < anchor.first and outline.clause_of(v) == clause}
    if dated.deictic:
        return not earlier <= HAPPENINGS | _CONSEQUENCES
    return not earlier.isdisjoint(_TOLD_OF)


def _is_occasion(scene: Scene, anchor: Hit, dated: Dated) -> bool:
    """Whether the anchor is what the main clause follows from: "Last month the navy drew criticism after sinking a trawler"."""
    outline = scene.outline
    opener = outline.clause_words(anchor.first).start
    return (
        outline.words.words[opener] in ("after", "by", "for", "when", "as")
        and 0 < anchor.first - opener <= 2
        and dated.last < opener
        and scene.text[anchor.start : anchor.end].endswith("ing")
    )
