"""Which figure of a sentence speaks of which fact.

A figure counts the noun behind it ("seven rifles"), the verb that takes it as its object ("killing five people"), the verb it
is the subject of ("Five people had died") or the noun it fills in ("the death toll rose to 24"). Only these links may accuse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factspec.binding.figure_excuses import Linked, excuse
from factspec.binding.figure_links import HEDGES, count_link, near_link, same_clause, words_between
from factspec.binding.frame import in_lead
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.language.outline import AUXILIARIES
from factspec.language.persons import is_person_noun
from factspec.language.synonyms import synonyms
from factspec.language.units import UNITS
from factspec.model import Bound, Comparator, Fact, QuantityMention, Span, Status

__all__ = ["bind_figures", "is_offset"]

_AGE = frozenset(("age", "aged", "years old", "year old"))  # of whom `about` says: "the harbour master, 61" has no such word


def bind_figures(number: int, fact: Fact, scene: Scene, fits: Callable[[QuantityMention], bool], label: str = "") -> list[Bound]:
    """Every figure that fits in a sentence with an anchor of the fact, bound as firmly as the sentence allows, in text order.

    `label` narrows the anchors of a count of several parts to those of one part.
    """
    counted, context = scene.hits(number, Use.COUNTED), scene.hits(number, Use.ANCHOR)
    if fact.of and not counted and not _AGE.isdisjoint(fact.of):
        return bind_figures(number, replace(fact, of=()), scene, lambda q: _may_be_age(scene, q) and fits(q))
    anchors = counted if fact.of else context
    if label:
        anchors = [a for a in anchors if _is_form_of(scene, a, label)]
    bounds = []
    for sentence, here in sorted(scene.by_sentence(anchors).items()):
        figures = [q for q in scene.reading.quantities(sentence) if fits(q)]
        rivals = scene.rivals(number, sentence) if figures else []
        bounds += [_bind(scene, number, mention, here, rivals, figures, bool(fact.of)) for mention in figures]
    if fact.of and fact.about:
        alone = _AGE.isdisjoint(fact.of) and not any(_counts_the_same(fact, other) for other in scene.rival_facts(number))
        bounds = [_in_context(scene, b, context, alone) for b in bounds]
    return bounds


def _may_be_age(scene: Scene, mention: QuantityMention) -> bool:
    """An age, or a bare number between commas: "the harbour master, 61, was content"."""
    text, start, end = scene.text, mention.start, mention.end
    return mention.form == "age" or (
        mention.form == "cardinal" and text[start - 2 : start] == ", " and text[end : end + 1] == ","
    )


def _bind(
    scene: Scene,
    number: int,
    mention: QuantityMention,
    anchors: list[Hit],
    rivals: list[Hit],
    figures: list[QuantityMention],
    counted: bool,
) -> Bound:
    word = scene.outline.words.index(mention.start)
    last = scene.outline.words.index(mention.end - 1)
    status, cue = scene.status(mention.start, mention.end)
    if status is Status.DENIED and mention.form == "zero":
        status = Status.ASSERTED
    if _is_passed(scene, word) and mention.value.comparator is Comparator.EXACT:
        mention = replace(mention, value=replace(mention.value, comparator=Comparator.MORE))
    link = count_link if counted else near_link
    near, rule, anchor = link(scene, word, last, anchors, figures)
    taken = excuse(scene, number, Linked(mention, word, last, rule, anchor), rivals) if near else ""
    strong = near and not taken
    rules = [rule, taken] if taken else [rule]
    if counted and _is_in_another_state(scene, number, anchor, anchors):
        strong, status = False, Status.ELSEWHERE
        rules.append("X12 the figure counts something else")
    elif not strong and counted and _is_of_something_else(scene, last, [*anchors, *scene.hits(number, Use.ANCHOR)]):
        status = Status.ELSEWHERE
        rules.append("X12 the figure counts something else")
    if cue and status is not Status.ASSERTED:
        rules.append(f"S1 {cue.kind}: “{scene.text[cue.start : cue.end]}”")
    return Bound(mention, Span(anchor.start, anchor.end), strong, tuple(rules), status, near)


def _is_form_of(scene: Scene, anchor: Hit, label: str) -> bool:
    """Whether an anchor is a word of a label in some form: "Somali" of "Somalis"."""
    return any(w[:4] == label.lower()[:4] for w in scene.outline.words.words[anchor.first : anchor.last])


def _is_passed(scene: Scene, word: int) -> bool:
    """ "has passed 20", "topped 100": the figure is a floor."""
    return bool(_PASSING & set(words_between(scene, max(word - 1, 0), word)))


_PASSING = frozenset(("passed", "passes", "topped", "tops", "exceeded", "exceeds", "surpassed"))


def _is_of_something_else(scene: Scene, last: int, anchors: list[Hit]) -> bool:
    """Whether the next verb or state behind a figure is no anchor: "24 people were injured and others died"."""
    end = scene.outline.word_range(scene.outline.sentence_of(last))[1]
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    for word in range(last + 1, min(last + 6, end)):
        if any(a.first <= word < a.last for a in anchors) or any(c in scene.outline.gap(word) for c in ",:("):
            return False
        this = scene.outline.words.words[word]
        if (word in verbs and this not in HEDGES) or this in _STATES:
            return True
        if ";" in scene.outline.gap(word):
            return True
    return False


def _is_in_another_state(scene: Scene, number: int, anchor: Hit, anchors: list[Hit]) -> bool:
    """Whether the persons that an anchor names are in another state than the fact's: "40 people maimed" of those killed."""
    found, end = scene.outline.words.words, scene.outline.word_range(scene.outline.sentence_of(anchor.first))[1]
    if not is_person_noun(found[anchor.last - 1]):
        return False
    for word in range(anchor.last, min(anchor.last + 5, end)):
        if any(c in scene.outline.gap(word) for c in ",:;(") or any(a.first <= word < a.last for a in anchors):
            return False
        if found[word] in _CASUALTIES:
            return not scene.is_said_of(number, {found[word], *synonyms(found[word])})
        if found[word] not in AUXILIARIES and found[word] not in HEDGES:
            return False
    return False


_CASUALTIES = listed(
    "injured wounded hurt maimed missing arrested detained homeless hospitalised hospitalized rescued displaced evacuated killed "
    "dead died saved"
)
_STATES = listed("injured wounded hurt missing arrested detained homeless hospitalised hospitalized rescued displaced")


def _counts_the_same(fact: Fact, other: Fact) -> bool:
    """Whether another fact counts the same without asking for `about`, so that the lead's figure is that fact's own."""
    return not other.about and not set(fact.of).isdisjoint(other.of)


def _in_context(scene: Scene, bound: Bound, context: list[Hit], alone: bool) -> Bound:
    """A fact with `about` beside `of` accuses only where `about` occurs in the figure's sentence, and in the lead.

    The lead's figure is not its own where another fact counts the same and asks for no `about`: then it is not `alone`.
    """
    sentence = scene.outline.sentence_at(bound.mention.start)
    mention = bound.mention
    if isinstance(mention, QuantityMention) and mention.form == "ordinal":
        word = scene.outline.words.index(mention.start)
        if any(same_clause(scene, word, c.first) for c in context):
            return bound
    elif (
        not bound.strong
        or any(scene.outline.sentence_of(c.first) == sentence for c in context)
        or (alone and in_lead(scene, mention))
        or _speaks_of_then(scene, sentence, context)
    ):
        return bound
    return replace(bound, strong=False, rules=(*bound.rules, "X5 none of `about` in this sentence"))


def _speaks_of_then(scene: Scene, sentence: int, context: list[Hit]) -> bool:
    """Whether a sentence goes on about the time of the one before it: "In 1981 a wave … Twenty-three people died then"."""
    first, last = scene.outline.word_range(sentence)
    before = scene.outline.sentence_of(first - 1) if first else sentence
    told = any(scene.outline.sentence_of(c.first) == before for c in context)
    same = scene.outline.paragraph_of(before) == scene.outline.paragraph_of(sentence)
    return told and same and before != sentence and "then" in scene.outline.words.words[first:last]


def is_offset(scene: Scene, mention: QuantityMention) -> bool:
    """Whether a length of time only counts from another moment: "15 minutes later"."""
    following = scene.text[mention.end : mention.end + 12].split()
    return mention.value.unit in UNITS and UNITS[mention.value.unit].dimension == "time" and following[:1] in (
        ["later"], ["later,"], ["later."], ["earlier"], ["earlier,"], ["ago"], ["ago,"], ["ago."],
    )  # fmt: skip
