"""Which figure of a sentence speaks of which fact.

A figure counts the noun behind it ("seven rifles"), the verb that takes it as its object ("killing five people"), the verb it
is the subject of ("Five people had died") or the noun it fills in ("the death toll rose to 24"). Only these links may accuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from factspec.binding.frame import in_lead, introduced_by, is_of_another_time
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import MONTHS, WEEKDAYS, listed
from factspec.language.numerals import numeral
from factspec.language.outline import AUXILIARIES
from factspec.language.persons import is_person_noun
from factspec.language.synonyms import synonyms
from factspec.language.units import UNITS
from factspec.model import Bound, Comparator, Fact, QuantityMention, Span, Status

__all__ = ["bind_figures", "is_offset"]

_REACH = 5
_LINKERS = listed(
    """to at of is was were are be stands stood rose rise rising rises reached hit climbed number numbered total totalled passed
    passes topped tops exceeded exceeds surpassed"""
)
_HEDGES = listed(
    """confirmed reported feared known as found left believed said thought so far also already now later still had have
    has been being listed presumed registered recorded counted declared pronounced officially least about some around nearly almost over than more up as many just only other
    others an estimated now else taking seeking being"""
)
_NEW = frozenset(("a", "an", "another", "other", "previous", "earlier", "similar", "separate", "second"))
_AGE = frozenset(("age", "aged", "years old", "year old"))  # of whom `about` says: "the harbour master, 61" has no such word
_ADDING = frozenset(("more", "others", "other", "additional", "further"))
_PARTITIVE = listed("the these his her their them those whom which us")


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


def _is_modifier(scene: Scene, anchor: Hit) -> bool:
    """Whether an anchor only modifies the noun behind it: "two pirate vessels", "22 Yemeni fishermen"."""
    outline = scene.outline
    if anchor.last >= outline.word_range(outline.sentence_of(anchor.first))[1] or outline.gap(anchor.last).strip():
        return False
    this = outline.words.words[anchor.last]
    verbs = outline.verbs(outline.sentence_of(anchor.first))
    return not (this in _AFTER_NOUN or this in AUXILIARIES or anchor.last in verbs or this.isdigit())


def _is_measured(scene: Scene, anchor: Hit) -> bool:
    """Whether an anchor is itself the name of a measure, so that before another noun it is part of another one: "sales price"."""
    behind = scene.outline.words.words[anchor.last : anchor.last + 1]
    return scene.outline.words.words[anchor.last - 1] in _MEASURES and behind not in (["figure"], ["figures"], ["total"], ["level"])


_MEASURES = listed(
    "sales revenue revenues turnover profit profits earnings income price prices cost costs tax debt salary wage wages rent toll"
)


_AFTER_NOUN = listed(
    """and or but of in on at to for from by with as after before when while who which that than so if near off aboard over under
    during since until because the a an this his her its their was were last late early yesterday today tonight there here then
    now also still not have had has across around about between among against according including following into"""
) | (WEEKDAYS | MONTHS)


class _Linked(NamedTuple):
    """A figure with its words, and the link that grammar gives it."""

    mention: QuantityMention
    word: int
    last: int
    rule: str
    anchor: Hit


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
    link = _count_link if counted else _near_link
    near, rule, anchor = link(scene, word, last, anchors, figures)
    excuse = _excuse(scene, number, _Linked(mention, word, last, rule, anchor), rivals) if near else ""
    strong = near and not excuse
    rules = [rule, excuse] if excuse else [rule]
    if counted and _is_in_another_state(scene, number, anchor, anchors):
        strong, status = False, Status.ELSEWHERE
        rules.append("X12 the figure counts something else")
    elif not strong and counted and _is_of_something_else(scene, last, anchors):
        status = Status.ELSEWHERE
        rules.append("X12 the figure counts something else")
    if cue and status is not Status.ASSERTED:
        rules.append(f"S1 {cue.kind}: “{scene.text[cue.start : cue.end]}”")
    return Bound(mention, Span(anchor.start, anchor.end), strong, tuple(rules), status, near)


def _excuse(scene: Scene, number: int, linked: _Linked, rivals: list[Hit]) -> str:
    """The first rule that takes the force from a link; "" where none does."""
    mention, word, last, rule, anchor = linked
    if not _is_what_they_are(scene, last, anchor) and _closer_rival(
        scene, anchor, _linked_alike(scene, rivals, rule, word, last), word, last
    ):
        return "X1 another fact’s anchor is nearer"
    apart = anchor.first > last or anchor.last <= word  # "$41 a share" is one figure
    if apart and not rule.startswith(("C0", "C1", "C2", "C5")) and introduced_by(scene, number, anchor) in _NEW:
        return f"X2 “{scene.text[anchor.start : anchor.end]}” is brought in as another one"
    if "here" in _words_between(scene, anchor.last, anchor.last + 1):
        return "X7 a part: “here”"
    if mention.form == "score" and _is_odds(scene, word, last):
        return "X16 odds, no score"
    if _is_combined(scene, word):
        return "X16 the sum of several"
    if _is_end_of_range(scene, word):
        return "X15 one end of a range"
    told = scene.speaks_of(number, scene.outline.sentence_of(word), least=4, plain=False)
    if not told and mention.form not in ("times", "ordinal") and (when := is_of_another_time(scene, number, word)):
        return f"X3 of another time: “{scene.text[when.start : when.end]}”"
    if (rule.startswith("C1") or _is_measured(scene, anchor)) and _is_modifier(scene, anchor):
        return "X8 the anchor only modifies another noun"
    if mention.form == "cardinal" and _are_several(scene, number, anchor):
        return "X32 told of several, where the fact’s statement has one"
    whole = not mention.value.unit and mention.form not in ("zero", "fraction")
    if _is_what_they_are(scene, last, anchor):
        return ""
    return "X4 a part of a whole" if whole and _is_partitive(scene, word, last) else ""


def _are_several(scene: Scene, number: int, anchor: Hit) -> bool:
    """Whether what the fact is about stands in the sentence only as several: "the bombing of schools killed 50" of one school."""
    return scene.is_plural_of_one(number, scene.outline.sentence_of(anchor.first))


def _is_form_of(scene: Scene, anchor: Hit, label: str) -> bool:
    """Whether an anchor is a word of a label in some form: "Somali" of "Somalis"."""
    return any(w[:4] == label.lower()[:4] for w in scene.outline.words.words[anchor.first : anchor.last])


def _is_odds(scene: Scene, word: int, last: int) -> bool:
    """ "At 12-1", "a 6-4 favourite"."""
    behind = _words_between(scene, last + 1, last + 2)
    return _words_between(scene, max(word - 1, 0), word) == ["at"] or behind in (["favourite"], ["favorite"], ["odds"], ["shot"])


def _is_combined(scene: Scene, word: int) -> bool:
    """ "Combined, the two had $39 billion in revenue"."""
    clause = scene.outline.clause_words(word)
    return not _SUMMING.isdisjoint(scene.outline.words.words[clause.start : word])


_SUMMING = frozenset(("combined", "together", "jointly", "altogether"))


def _is_end_of_range(scene: Scene, word: int) -> bool:
    """ "$24 to $26 per share", which is read as two figures."""
    if _words_between(scene, max(word - 1, 0), word) != ["to"]:
        return False
    others = scene.reading.quantities(scene.outline.sentence_of(word))
    return any(scene.outline.words.index(q.end - 1) == word - 2 for q in others)


def _is_passed(scene: Scene, word: int) -> bool:
    """ "has passed 20", "topped 100": the figure is a floor."""
    return bool(_PASSING & set(_words_between(scene, max(word - 1, 0), word)))


_PASSING = frozenset(("passed", "passes", "topped", "tops", "exceeded", "exceeds", "surpassed"))


def _is_of_something_else(scene: Scene, last: int, anchors: list[Hit]) -> bool:
    """Whether the next verb or state behind a figure is no anchor: "24 people were injured and others died"."""
    end = scene.outline.word_range(scene.outline.sentence_of(last))[1]
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    for word in range(last + 1, min(last + 6, end)):
        if any(a.first <= word < a.last for a in anchors) or any(c in scene.outline.gap(word) for c in ",:("):
            return False
        this = scene.outline.words.words[word]
        if (word in verbs and this not in _HEDGES) or this in _STATES:
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
        if found[word] not in AUXILIARIES and found[word] not in _HEDGES:
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
        if any(_same_clause(scene, word, c.first) for c in context):
            return bound
    elif not bound.strong or any(scene.outline.sentence_of(c.first) == sentence for c in context):
        return bound
    elif alone and in_lead(scene, mention):
        return bound
    elif _speaks_of_then(scene, sentence, context):
        return bound
    return replace(bound, strong=False, rules=(*bound.rules, "X5 none of `about` in this sentence"))


def _speaks_of_then(scene: Scene, sentence: int, context: list[Hit]) -> bool:
    """Whether a sentence goes on about the time of the one before it: "In 1981 a wave … Twenty-three people died then"."""
    first, last = scene.outline.word_range(sentence)
    before = scene.outline.sentence_of(first - 1) if first else sentence
    told = any(scene.outline.sentence_of(c.first) == before for c in context)
    same = scene.outline.paragraph_of(before) == scene.outline.paragraph_of(sentence)
    return told and same and before != sentence and "then" in scene.outline.words.words[first:last]


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
    nearest = _nearest(anchors, word, last)
    for anchor in anchors:
        if anchor.first <= last and word < anchor.last:
            return True, "C0 the anchor is part of the figure", anchor
    free = [a for a in anchors if not _figure_between(scene, a, word, last, figures)]
    if not free:
        return False, "C8 another figure stands between it and the anchor", nearest
    for rule, links in _LINKS:
        found = [a for a in free if links(scene, word, last, a)]
        if found:
            return True, rule, min(found, key=lambda a: (_is_modifier(scene, a), _gap(a, word, last)))
    same = _same_clause(scene, nearest.first, word)
    return False, "C6 in the same clause" if same else "C7 in the same sentence", nearest


def _near_link(
    scene: Scene, word: int, last: int, anchors: list[Hit], figures: Iterable[QuantityMention]
) -> tuple[bool, str, Hit]:
    """The link between a measured figure and its anchor: the nearest figure to the anchor in the same clause."""
    nearest = _nearest(anchors, word, last)
    distance = _gap(nearest, word, last)
    if _another_is_nearer(scene, nearest, word, last, figures):
        return False, "Q4 another figure is nearer to the anchor", nearest
    straight = nearest.first == last + 1 and not scene.outline.gap(nearest.first).strip(" -")  # "117 seconds | after lift-off"
    if straight or (_same_clause(scene, nearest.first, word) and distance <= 8):
        return True, f"Q1 the anchor is {distance} words away in the same clause", nearest
    same = _same_clause(scene, nearest.first, word)
    return False, "Q2 in the same clause, far away" if same else "Q3 in the same sentence", nearest


def _figure_between(scene: Scene, anchor: Hit, word: int, last: int, figures: Iterable[QuantityMention]) -> bool:
    """Whether another figure stands between a figure and an anchor."""
    low, high = min(anchor.last, last + 1), max(anchor.first, word)
    if _words_between(scene, last + 1, last + 3) in (["of", "the"], ["of", "its"], ["of", "their"]):
        low = last + 4  # "38 of the 81 seats": both count seats
    return any(low <= scene.outline.words.index(q.start) < high and not _covers(scene, q, word) for q in figures)


def _covers(scene: Scene, figure: QuantityMention, word: int) -> bool:
    return scene.outline.words.index(figure.start) <= word <= scene.outline.words.index(figure.end - 1)


def _another_is_nearer(scene: Scene, anchor: Hit, word: int, last: int, figures: Iterable[QuantityMention]) -> bool:
    """Whether the anchor has another figure in its clause that is nearer; one in brackets behind it is the same, converted."""
    own = _gap(anchor, word, last)
    for other in figures:
        first, end = scene.outline.words.index(other.start), scene.outline.words.index(other.end - 1)
        if first != word and _same_clause(scene, anchor.first, first) and _gap(anchor, first, end) < own:
            return not _is_conversion(scene, end, word)
    return False


def _is_conversion(scene: Scene, end: int, word: int) -> bool:
    return word == end + 1 and "(" in scene.outline.gap(word)


def _nearest(anchors: list[Hit], word: int, last: int) -> Hit:
    return min(anchors, key=lambda a: _gap(a, word, last))


def _gap(anchor: Hit, word: int, last: int) -> int:
    return max(anchor.first - last - 1, word - anchor.last, 0)


def _is_head(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "24 dead", "seven AK-47 rifles", "12 of the pirates": at most four words on, none of them a verb or another figure."""
    distance = anchor.first - last - 1
    if not 0 <= distance <= 4 or not _same_clause(scene, last, anchor.first):
        return False
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    between = range(last + 1, anchor.first)
    words = _words_between(scene, last + 1, anchor.first)
    if words[:2] == ["of", "the"] and distance == 3 and numeral(words[2]) is not None:
        return True
    return (
        not any(w in verbs for w in between if not _is_adjectival(scene, w, between))
        and not any(w in AUXILIARIES or w in ("and", "or", "in", "at", "on", "from", "by", "to", "for", "after") for w in words)
        and not any("," in scene.outline.gap(w) for w in range(last + 1, anchor.first + 1) if w > last + 1)
        and "," not in scene.outline.gap(last + 1)
    )


def _is_adjectival(scene: Scene, verb: int, between: range) -> bool:
    """Whether a participle stands before its noun like an adjective: "nine old hunting rifles"."""
    before = scene.outline.words.words[between.start : verb]
    return verb == between[-1] and all(w in _ADJECTIVES for w in before)


_ADJECTIVES = listed("old new young small large big heavy light local foreign other armed automatic high low long short")


def _is_predicate(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "24 people were killed", "Five people had so far been confirmed dead", "Four other people died"."""
    distance = anchor.first - last - 1
    if not 1 <= distance <= 9 or not _same_clause(scene, last, anchor.first):
        return False
    words = _words_between(scene, last + 1, anchor.first)
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    if any(w in verbs and scene.outline.words.words[w] not in _HEDGES for w in range(last + 1, anchor.first)):
        return False
    head = [w for w in words if w not in AUXILIARIES and w not in _HEDGES]
    return len(head) <= _REACH and (not head or any(is_person_noun(w) for w in words)) and "and" not in words


def _is_relative(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "The 21 people who were never found", "three men that are missing"."""
    words = _words_between(scene, last + 1, anchor.first)
    turns = [n for n, w in enumerate(words) if w in ("who", "that", "which")]
    if len(turns) != 1 or not 1 <= turns[0] <= 3 or len(words) > _REACH + 3 or not is_person_noun(words[turns[0] - 1]):
        return False
    return all(w in AUXILIARIES or w in _HEDGES for w in words[turns[0] + 1 :])


def _takes_object(scene: Scene, word: int, last: int, anchor: Hit) -> bool:
    """ "killing at least five people", "captured 23": the figure follows and counts persons or nothing."""
    distance = word - anchor.last
    if not 0 <= distance <= _REACH or not _same_clause(scene, anchor.first, word):
        return False
    if any(w not in _HEDGES and w not in ("a", "the", "another") for w in _words_between(scene, anchor.last, word)):
        return False
    if any(c in scene.outline.gap(anchor.last) for c in ",;:") and anchor.last <= word:
        return False  # "Scores were hurt, several children among them"
    end = scene.outline.word_range(scene.outline.sentence_of(last))[1]
    following = _words_between(scene, last + 1, min(last + 4, end))
    after = scene.outline.gap(last + 1) if last + 1 < end else "."
    return not following or after.strip() != "" or any(is_person_noun(w) for w in following)


def _fills(scene: Scene, word: int, _: int, anchor: Hit) -> bool:
    """ "the death toll rose to 24", "the number of dead reached 24", "deaths: 24"."""
    distance = word - anchor.last
    if not 0 <= distance <= 10 or scene.outline.sentence_of(anchor.first) != scene.outline.sentence_of(word):
        return False
    if distance == 0:
        return any(c in scene.outline.gap(word) for c in ":(")
    between = [w for w in _words_between(scene, anchor.last, word) if w not in _HEDGES]
    if not between or not _same_clause(scene, anchor.first, word):
        return False
    plural = scene.outline.words.words[anchor.last - 1].endswith("s")  # "the users of two brands" are not two
    return between[-1] in _LINKERS and not (plural and between == ["of"])


def _counts_times(scene: Scene, word: int, last: int, anchor: Hit) -> bool:
    """ "married twice", "thrice married", "was divorced three times"."""
    how_often = scene.outline.words.words[last : last + 1]
    return how_often[:1] in (["once"], ["twice"], ["thrice"], ["times"]) and (
        _same_clause(scene, anchor.first, word) and _gap(anchor, word, last) <= 3
    )


_LINKS: tuple[tuple[str, Callable[[Scene, int, int, Hit], bool]], ...] = (
    ("C1 the figure counts the noun behind it", _is_head),
    ("C2 the figure is the subject of the anchor", _is_predicate),
    ("C2 the figure is the subject of the anchor", _is_relative),
    ("C3 the figure is the object of the anchor", _takes_object),
    ("C4 the figure fills in the anchor", _fills),
    ("C5 how often the anchor happened", _counts_times),
)


def _is_partitive(scene: Scene, word: int, last: int) -> bool:
    """ "twelve of them", "10 of the boats", "two more", "another three"."""
    words = _words_between(scene, last + 1, last + 3)
    if _ADDING & {*words[:1], *_words_between(scene, max(word - 1, 0), last + 1)} - {"more"} or "more" in words[:1]:
        return True
    if "times" in _words_between(scene, last, last + 1) and "more" in _words_between(scene, word, last):
        return True
    if _words_between(scene, max(word - 2, 0), word) in (["out", "of"], ["of", "the"]):
        return word - 2 != scene.outline.word_range(scene.outline.sentence_of(word))[0]  # "Of the 231 homes" is the whole
    return len(words) == 2 and words[0] == "of" and words[1] in _PARTITIVE


def _linked_alike(scene: Scene, rivals: list[Hit], rule: str, word: int, last: int) -> list[Hit]:
    """The rivals that can take a figure from an anchor: where grammar links it to the anchor, it must link it to them too."""
    if not rule.startswith(("C1", "C2", "C3", "C4")):
        return rivals
    return [r for r in rivals if any(links(scene, word, last, r) for _, links in _LINKS)]


def _is_what_they_are(scene: Scene, last: int, anchor: Hit) -> bool:
    """Whether the anchor says what a part of them is: "24 of them minors", "fourteen of the dead were children"."""
    between = _words_between(scene, last + 1, anchor.first)
    if len(between) < 2 or between[0] != "of" or len(between) > 4:
        return False
    return between[1] in ("them", "whom", "which") or (between[1] == "the" and between[-1] in AUXILIARIES)


def _closer_rival(scene: Scene, anchor: Hit, rivals: list[Hit], word: int, last: int) -> bool:
    own = _gap(anchor, word, last)
    apart = (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)
    return any(_same_clause(scene, r.first, word) and _gap(r, word, last) < own for r in apart)


def is_offset(scene: Scene, mention: QuantityMention) -> bool:
    """Whether a length of time only counts from another moment: "15 minutes later"."""
    following = scene.text[mention.end : mention.end + 12].split()
    return mention.value.unit in UNITS and UNITS[mention.value.unit].dimension == "time" and following[:1] in (
        ["later"], ["later,"], ["later."], ["earlier"], ["earlier,"], ["ago"], ["ago,"], ["ago."],
    )  # fmt: skip
