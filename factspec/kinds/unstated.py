"""Figures that no single number states: none ("no rifles"), one ("killed a child"), "numerous", a sum of what is listed, a score.

What is read: what stands beside the words that a fact counts. What is not: figures in digits or words, which binding gives.
"""

from __future__ import annotations

from itertools import pairwise

from factspec.binding.enumerations import sums
from factspec.binding.frame import in_lead
from factspec.binding.other_times import is_of_another_time
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.kinds.comparing import compare_figure
from factspec.kinds.figure import number
from factspec.kinds.judging import Judged
from factspec.language.lexicon import listed
from factspec.model import Bound, Comparison, Fact, Figure, Quantity, QuantityMention, Span

__all__ = ["LIVES", "counts_the_dead", "implied", "lives", "scores", "summed"]


def scores(fact: Fact, value: Figure, scene: Scene) -> list[Judged]:
    """The very score, wherever it stands: so particular a figure needs no anchor; "nine wins and 14 losses" is one too."""
    wanted = (value.stated.low, value.stated.high)
    rows = []
    for sentence in scene.outline.every_sentence():
        figures = scene.reading.quantities(sentence)
        whole = [q for q in figures if q.form == "score" and (q.value.low, q.value.high) == wanted]
        pairs = [b for a, b in pairwise(figures) if (a.value.low, b.value.low) == wanted and _wins_and_losses(scene, a, b)]
        for mention in whole + pairs:
            status = scene.status(mention.start, mention.end)[0]
            bound = Bound(mention, None, strong=True, rules=("C10 the score itself",), status=status)
            rows.append(Judged(bound, Comparison.AGREES))
    return rows


def _wins_and_losses(scene: Scene, one: QuantityMention, other: QuantityMention) -> bool:
    after = scene.text[other.end : other.end + 12].split()
    between = scene.text[one.end : other.start].split()
    return between[:1] in (["wins"], ["victories"]) and bool(after) and after[0][:4] in ("loss", "defe")


def implied(number_: int, scene: Scene, value: Figure) -> list[Judged]:
    """Figures that no number states: "found no rifles", "never married", and in the lead "killed a child"."""
    if value.stated.low == 0 or value.stated.unit:
        return []
    rows = []
    for hit in scene.hits(number_, Use.COUNTED):
        if vague := _quantifier(scene, hit):
            mention = QuantityMention(vague.start, vague.end, Quantity(3, 3), "quantifier", "vague")
            rule = "C14 a quantifier without a number"
            rows.append(Judged(Bound(mention, Span(hit.start, hit.end), False, (rule,), near=True), Comparison.WEAKER))
        if _is_one_person(scene, hit) and value.stated.low > 1:
            mention = QuantityMention(hit.start, scene.outline.words.ends[hit.last + 1], Quantity(1, 1), "one", "cardinal")
            bound = Bound(mention, Span(hit.start, hit.end), strong=in_lead(scene, mention), rules=("C11 one person",))
            rows.append(Judged(bound, Comparison.DIFFERS, "1"))
        if hit.first == scene.outline.word_range(scene.outline.sentence_of(hit.first))[0]:
            continue  # nothing stands before it in its sentence
        if scene.outline.words.words[hit.first - 1] == "single" and value.stated.low > 1:
            mention = QuantityMention(scene.outline.words.starts[hit.first - 1], hit.end, Quantity(1, 1), "one", "cardinal")
            bound = Bound(mention, Span(hit.start, hit.end), strong=True, rules=("C11 a single one",))
            rows.append(Judged(bound, Comparison.DIFFERS, "1"))
        if scene.outline.words.words[hit.first - 1] in ("no", "never") and not _is_advice(scene, hit):
            mention = QuantityMention(scene.outline.words.starts[hit.first - 1], hit.end, Quantity(0, 0), "none", "zero")
            bound = Bound(mention, Span(hit.start, hit.end), strong=True, rules=("C9 none of what is counted",))
            rows.append(Judged(bound, Comparison.DIFFERS, "0"))
    return rows


def lives(number_: int, scene: Scene, value: Figure) -> list[Judged]:
    """What an event cost in lives, where the fact counts the dead: "has cost 47 lives", "claimed at least 20 lives"."""
    found = scene.outline.words
    rows = []
    for sentence, hits in scene.by_sentence(h for h in scene.hits(number_, Use.VALUE) if h.pattern.form == LIVES).items():
        ends = {found.index(q.end - 1): q for q in scene.reading.quantities(sentence)}
        of_event = scene.tells_of_event(number_, sentence) or scene.speaks_of(number_, sentence, plain=False)
        for hit in hits:
            mention = ends.get(hit.first - 1)
            if mention is None or mention.value.unit or not _is_cost(scene, mention, sentence):
                continue
            comparison = compare_figure(value, mention.value, mention.form)
            firm = (of_event or in_lead(scene, mention)) and not is_of_another_time(scene, number_, hit.first)
            bound = Bound(
                mention,
                Span(hit.start, hit.end),
                strong=firm and not _OTHERS & set(found.words[slice(*scene.outline.word_range(sentence))]),
                rules=("C15 what it cost in lives",),
                status=scene.status(mention.start, mention.end)[0],
            )
            rows += [Judged(bound, comparison, number(mention.value.low))] if comparison else []
    return rows


def _is_cost(scene: Scene, mention: QuantityMention, sentence: int) -> bool:
    """Whether a verb of cost stands before a figure in its sentence: "has cost 47 lives"."""
    first = scene.outline.words.index(mention.start)
    start, _ = scene.outline.word_range(sentence)
    return not _COSTING.isdisjoint(scene.outline.words.words[max(first - 2, start) : first])


_OTHERS = frozenset(("another", "similar", "previous", "earlier", "worst", "last"))


def counts_the_dead(fact: Fact) -> bool:
    """Whether what a fact counts are deaths, which an article may count as lives."""
    return not _DEATHS.isdisjoint(fact.of)


LIVES = "lives"
_DEATHS = frozenset(("killed", "dead", "died", "deaths", "death toll", "fatalities", "lives"))
_COSTING = frozenset(("cost", "costs", "costing", "claimed", "claims", "claiming"))


def summed(number_: int, scene: Scene, value: Figure) -> list[Judged]:
    """Counts that are listed item by item; below the lead such a list may be a part, so there it only supports."""
    if value.stated.unit or value.stated.low != value.stated.high:
        return []
    rows = []
    for mention, anchor in sums(scene, scene.hits(number_, Use.COUNTED)):
        comparison = compare_figure(value, mention.value)
        if comparison is Comparison.AGREES or in_lead(scene, mention):
            bound = Bound(mention, Span(anchor.start, anchor.end), strong=True, rules=("C12 the sum of what is listed",))
            rows.append(Judged(bound, comparison or Comparison.DIFFERS, number(mention.value.low)))
    return rows


def _is_advice(scene: Scene, hit: Hit) -> bool:
    """ "No patient should stop": what is advised or may be counts nobody."""
    return not _MODALS.isdisjoint(scene.outline.words.words[hit.last : hit.last + 1])


_MODALS = frozenset(("should", "must", "may", "might", "can", "could", "need", "needs", "ought", "would", "will", "shall"))


def _quantifier(scene: Scene, hit: Hit) -> Span | None:
    """ "a number of residents", "a string of cables", "numerous local residents": up to three words before what is counted."""
    found = scene.outline.words
    for word in range(max(hit.first - 3, 0), hit.first):
        here = found.words[word]
        before = found.words[word - 1 : word]
        loose = before in (["a"], ["an"]) or (before == ["the"] and here != "number")  # "the number of dead" is told behind it
        grouped = here in _GROUPS and found.words[word + 1] == "of" and loose
        if (grouped or here in _MANY) and scene.outline.sentence_of(word) == scene.outline.sentence_of(hit.first):
            return Span(found.starts[word], hit.end)
    return None


_GROUPS = listed("number string series group handful range succession spate batch host crowd raft cluster")
_MANY = listed("numerous multiple various serial countless many several")


def _is_one_person(scene: Scene, hit: Hit) -> bool:
    """ "killed a child": an article and one person straight behind the anchor."""
    found = scene.outline.words.words[hit.last : hit.last + 2]
    return len(found) == 2 and found[0] in ("a", "an") and found[1] in _ONE_PERSON and not scene.outline.gap(hit.last).strip()


_ONE_PERSON = listed("man woman child boy girl person soldier policeman civilian baby teenager student worker driver passenger")
