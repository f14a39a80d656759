"""What takes the accusation from a figure that differs: another fact, another event or time, a part, a whole, another order.

What is looked at: the figure's sentence and clause, and the other facts of the spec. What is not: whether the right figure stands
elsewhere in the article, which `judging` weighs over all mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factspec.binding.frame import in_lead, names_another_event
from factspec.binding.scene import Scene
from factspec.binding.versions import is_of_another_version
from factspec.kinds.comparing import bare, compare_figure, in_unit
from factspec.kinds.judging import Judged, weakened
from factspec.language.inflection import is_verb_form
from factspec.language.persons import looks_like_person
from factspec.model import Comparator, Comparison, Fact, Figure, NameMention, QuantityMention

__all__ = ["weigh"]


def weigh(number_: int, fact: Fact, scene: Scene, row: Judged) -> Judged:
    """Take the accusation from a figure that something else explains better; the first doubt that holds is named."""
    mention = row.bound.mention
    if row.comparison is not Comparison.DIFFERS or not row.bound.strong or not isinstance(mention, QuantityMention):
        return row
    if mention.value.unit and _is_interim(scene, mention):
        return replace(weakened(row, "X35 what it was for a moment on the way"), comparison=Comparison.WEAKER)
    lead = in_lead(scene, mention)
    doubts = _anywhere(number_, fact, scene, mention, lead=lead) if lead else _below_the_lead(number_, fact, scene, mention)
    doubt = next(doubts, "")
    return weakened(row, doubt) if doubt else row


def _is_what_it_is_out_of(fact: Fact, scene: Scene, mention: QuantityMention) -> bool:
    """ "Of 96 films in the programme, fourteen were withdrawn": a whole at the head, and behind it the fact's own figure."""
    sentence = scene.outline.sentence_at(mention.start)
    first, _ = scene.outline.word_range(sentence)
    at = scene.outline.words.index(mention.start)
    if (
        not isinstance(fact.value, Figure)
        or at - first > _OUT_OF
        or scene.outline.words.words[first] not in ("of", "out", "among")
    ):
        return False
    behind = (q for q in scene.reading.quantities(sentence) if q.start >= mention.end and q.value.unit == mention.value.unit)
    return any(compare_figure(fact.value, bare(fact.value, q), q.form) is Comparison.AGREES for q in behind)


_OUT_OF = 3  # words


def _is_interim(scene: Scene, mention: QuantityMention) -> bool:
    """Whether a figure is one of the way: "was down 14 percent at midday", "fell by as much as 20 percent in early trading"."""
    words = scene.outline.clause_words(scene.outline.words.index(mention.start))
    ends = scene.outline.words.ends[words[-1]]
    if _TRADED.isdisjoint(scene.outline.words.words[words.start : words.stop]):
        return False
    return _INTERIM.search(scene.text, scene.outline.words.starts[words[0]], ends) is not None


_TRADED = frozenset("share shares stock stocks index price prices futures bonds currency yield yields".split())
_INTERIM = re.compile(
    r"\b(?:(?:at|by|around|before) (?:midday|noon|midmorning|mid-morning|lunchtime|the open(?:ing)?)"
    r"|(?:in|during) (?:early|late|morning|afternoon|premarket|pre-market|after-hours|extended) (?:trading|trade|dealings?)"
    r"|at (?:one|some) (?:point|stage)|intraday)\b",
    re.IGNORECASE,
)


def _anywhere(number_: int, fact: Fact, scene: Scene, mention: QuantityMention, *, lead: bool) -> Iterator[str]:
    if is_of_another_version(scene, number_, scene.outline.sentence_at(mention.start)):
        yield "X36 beside another version than the spec’s"
    if _is_what_it_is_out_of(fact, scene, mention):
        yield "X33 the whole, of which the same sentence has the fact’s figure"
    if _is_of_a_rival(number_, scene, mention):
        yield "X10 the value of another fact"
    if _is_whole_of(scene, fact, mention):
        yield "X33 the whole of which the article counts the fact’s figure as a part"
    if _is_too_far(mention, fact, lead=lead):
        yield "X31 too far from the fact’s figure for a slip: something else"


def _below_the_lead(number_: int, fact: Fact, scene: Scene, mention: QuantityMention) -> Iterator[str]:
    """The doubts below the lead, where an article also tells of other matters."""
    yield from _anywhere(number_, fact, scene, mention, lead=False)
    sentence = scene.outline.sentence_at(mention.start)
    if scene.names_another(number_, sentence):
        yield "X14 below the lead, beside other names than the fact’s"
    if names_another_event(scene, scene.outline.words.index(mention.start)):
        yield "X2 below the lead, of another event"
    if _is_forecast(fact, scene, mention):
        yield "X27 a forecast, where the fact is none"
    if scene.is_of_stranger(number_, sentence, mention.start):
        yield "X14 below the lead, of somebody whom the spec does not know"
    if scene.is_of_news(number_, sentence):
        yield "X22 below the lead, of something that is brought in as new"
    if _is_elsewhere(number_, scene, mention):
        yield "X14 below the lead, at another place than the event’s"


def _is_forecast(fact: Fact, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a figure is the subject of what is still to come, where the fact's statement looks back: "95 trains will run"."""
    cues = scene.reading.cues(scene.outline.sentence_at(mention.start))
    last = scene.outline.words.index(mention.end - 1)
    starts = (scene.outline.words.index(c.start) for c in cues if c.kind == "forecast")
    verbs = scene.outline.verbs(scene.outline.sentence_at(mention.start))
    ahead = any(0 < at - last <= _SUBJECT and not any(last < v < at for v in verbs) for at in starts)
    return ahead and bool(fact.statement) and _looks_back(fact.statement)


def _looks_back(statement: str) -> bool:
    """Whether a statement tells of what is over: "47 were killed", not "The group employs 14,600 people"."""
    said = statement.lower().rstrip(".").split()
    return _AHEAD.isdisjoint(said) and any(word in _PAST or word.endswith("ed") or is_verb_form(word) for word in said)


_PAST = frozenset("was were had did fell rose won lost took paid got came went began left cost hit sold".split())
_SUBJECT = 5  # words from a figure to its verb
_AHEAD = frozenset(("will", "would", "expected", "expects", "planned", "plans", "to", "is", "are", "has", "have"))


def _is_elsewhere(number_: int, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a sentence leads to a place and has no word of the event: "In a valley near Orvale 27 houses were lost".

    A place that another figure is of is no such place: "57 died: 39 in Orvale, 18 in Skerry".
    """
    outline = scene.outline
    sentence = outline.sentence_at(mention.start)
    if scene.names_event(number_, sentence):
        return False
    others = [q.start for q in scene.reading.quantities(sentence) if q.start >= mention.end]
    names = (n for n in scene.reading.names(sentence) if not looks_like_person(n.name) and not scene.is_of_fact(number_, n.name))
    names = (n for n in names if not any(start < n.start for start in others))
    return any(not _LEADING.isdisjoint(_two_before(scene, n)) for n in names)


def _two_before(scene: Scene, name: NameMention) -> Sequence[str]:
    word = scene.outline.words.index(name.start)
    return scene.outline.words.words[max(word - 2, 0) : word]


_LEADING = frozenset(("in", "at", "near"))


def _is_whole_of(scene: Scene, fact: Fact, mention: QuantityMention) -> bool:
    """Whether the article says somewhere that the fact's figure is so many out of this one: "three out of four lines"."""
    if not isinstance(fact.value, Figure) or mention.value.unit:
        return False
    return (fact.value.stated.low, mention.value.low) in scene.reading.parts_of_wholes


def _is_too_far(mention: QuantityMention, fact: Fact, *, lead: bool) -> bool:
    """Whether a figure is of another order than the fact's and begins with other digits: "four" for 1,140, not 140."""
    value = fact.value
    if not isinstance(value, Figure) or mention.form == "zero":
        return False
    stated = in_unit(bare(value, mention), value.stated.unit)
    if stated is None or mention.form == "score" or min(stated.low, stated.high, value.stated.low) <= 0:
        return False
    ratio = max(stated.low / value.stated.high, value.stated.low / stated.high)
    return ratio > (_ANOTHER_ORDER * 10 if lead else _ANOTHER_ORDER) and _digits(stated.low)[:2] != _digits(value.stated.low)[:2]


_ANOTHER_ORDER = 10


def _digits(value: float) -> str:
    """The significant digits of a figure: "114" for 1,140."""
    return f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0")


def _is_of_a_rival(number_: int, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a figure is just what another fact of the spec has."""
    values = [fact.value for fact in scene.rival_facts(number_) if isinstance(fact.value, Figure)]
    plain = [v for v in values if v.stated.low > 1 and v.stated.comparator in (Comparator.EXACT, Comparator.ABOUT)]
    return any(compare_figure(v, bare(v, mention), mention.form) is Comparison.AGREES for v in plain)
