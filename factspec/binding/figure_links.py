"""How a figure hangs on an anchor: it counts the noun behind it, is the subject or the object of the verb, fills in the noun.

Each way is a rule with an id (C, Q), tried in the order of `LINKS`; a figure that is only near an anchor is tied to it loosely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.lexicon import MONTHS, WEEKDAYS, listed
from factspec.language.numerals import numeral
from factspec.language.outline import AUXILIARIES
from factspec.language.persons import is_person_noun
from factspec.model import QuantityMention

__all__ = [
    "HEDGES",
    "LINKS",
    "count_link",
    "gap",
    "is_modifier",
    "near_link",
    "same_clause",
    "words_between",
]


_REACH = 5
_LINKERS = listed(
    """to at of is was were are be stands stood rose rise rising rises reached hit climbed number numbered total totalled passed
    passes topped tops exceeded exceeds surpassed"""
)
HEDGES = listed(
    """confirmed reported feared known as found left believed said thought so far also already now later still had have
    has been being listed presumed registered recorded counted declared pronounced officially least
    about some around nearly almost over than more up as many just only other
    others an estimated now else taking seeking being"""
)


def is_modifier(scene: Scene, anchor: Hit) -> bool:
    """Whether an anchor only modifies the noun behind it: "two pirate vessels", "22 Yemeni fishermen"."""
    outline = scene.outline
    if anchor.last >= outline.word_range(outline.sentence_of(anchor.first))[1] or outline.gap(anchor.last).strip():
        return False
    this = outline.words.words[anchor.last]
    verbs = outline.verbs(outline.sentence_of(anchor.first))
    return not (this in _AFTER_NOUN or this in AUXILIARIES or anchor.last in verbs or this.isdigit())


_AFTER_NOUN = listed(
    """and or but of in on at to for from by with as after before when while who which that than so if near off aboard over under
    during since until because the a an this his her its their was were last late early yesterday today tonight there here then
    now also still not have had has across around about between among against according including following into"""
) | (WEEKDAYS | MONTHS)


def words_between(scene: Scene, first: int, last: int) -> list[str]:
    return scene.outline.words.words[first:last]


def same_clause(scene: Scene, a: int, b: int) -> bool:
    return scene.outline.sentence_of(a) == scene.outline.sentence_of(b) and scene.outline.clause_of(a) == scene.outline.clause_of(
        b
    )


def count_link(
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
    for rule, links in LINKS:
        found = [a for a in free if links(scene, word, last, a)]
        if found:
            return True, rule, min(found, key=lambda a: (is_modifier(scene, a), gap(a, word, last)))
    same = same_clause(scene, nearest.first, word)
    return False, "C6 in the same clause" if same else "C7 in the same sentence", nearest


def near_link(
    scene: Scene, word: int, last: int, anchors: list[Hit], figures: Iterable[QuantityMention]
) -> tuple[bool, str, Hit]:
    """The link between a measured figure and its anchor: the nearest figure to the anchor in the same clause."""
    nearest = _nearest(anchors, word, last)
    distance = gap(nearest, word, last)
    if _another_is_nearer(scene, nearest, word, last, figures) or _has_its_own(scene, nearest, word):
        return False, "Q4 another figure is nearer to the anchor", nearest
    straight = nearest.first == last + 1 and not scene.outline.gap(nearest.first).strip(" -")  # "117 seconds | after lift-off"
    if straight or (same_clause(scene, nearest.first, word) and distance <= 8):
        return True, f"Q1 the anchor is {distance} words away in the same clause", nearest
    if _comes_to(scene, nearest, word):
        return True, "Q7 the anchor opens the sentence, and what it came to is the figure", nearest
    same = same_clause(scene, nearest.first, word)
    return False, "Q2 in the same clause, far away" if same else "Q3 in the same sentence", nearest


def _comes_to(scene: Scene, anchor: Hit, word: int) -> bool:
    """ "Losses in the fires known at the time of the recall came to $3.2 million"."""
    first, _ = scene.outline.word_range(scene.outline.sentence_of(word))
    if (
        not first <= anchor.first <= first + 2
        or anchor.last > word
        or "," in scene.text[anchor.end : scene.outline.words.starts[word]]
    ):
        return False
    before = [w for w in words_between(scene, max(word - 5, anchor.last), word) if w not in HEDGES]
    return before[-2:] in _COMING_TO or before[-1:] in (["totalled"], ["totaled"], ["reached"], ["exceeded"])


_COMING_TO = (
    ["came", "to"],
    ["comes", "to"],
    ["amounted", "to"],
    ["amounts", "to"],
    ["stood", "at"],
    ["stands", "at"],
    ["put", "at"],
    ["estimated", "at"],
    ["rose", "to"],
    ["risen", "to"],
    ["fell", "to"],
)


def _figure_between(scene: Scene, anchor: Hit, word: int, last: int, figures: Iterable[QuantityMention]) -> bool:
    """Whether another figure stands between a figure and an anchor."""
    low, high = min(anchor.last, last + 1), max(anchor.first, word)
    if words_between(scene, last + 1, last + 3) in (["of", "the"], ["of", "its"], ["of", "their"]):
        low = last + 4  # "38 of the 81 seats": both count seats
    return any(low <= scene.outline.words.index(q.start) < high and not _covers(scene, q, word) for q in figures)


def _covers(scene: Scene, figure: QuantityMention, word: int) -> bool:
    return scene.outline.words.index(figure.start) <= word <= scene.outline.words.index(figure.end - 1)


def _another_is_nearer(scene: Scene, anchor: Hit, word: int, last: int, figures: Iterable[QuantityMention]) -> bool:
    """Whether the anchor has another figure in its clause that is nearer; one in brackets behind it is the same, converted."""
    own = gap(anchor, word, last)
    for other in figures:
        first, end = scene.outline.words.index(other.start), scene.outline.words.index(other.end - 1)
        if first != word and same_clause(scene, anchor.first, first) and gap(anchor, first, end) < own:
            return not _is_conversion(scene, end, word)
    return False


def _has_its_own(scene: Scene, anchor: Hit, word: int) -> bool:
    """Whether the figure straight behind an anchor is its own, and one before is not: "Ayr gets 34 percent and Vell 38"."""
    if (
        word > anchor.first
        or anchor.first == 0
        or anchor.last >= len(scene.outline.words)
        or scene.outline.gap(anchor.last) != " "
    ):
        return False
    joined = scene.outline.words.words[anchor.first - 1] in ("and", "but", "while") or "," in scene.outline.gap(anchor.first)
    behind = scene.outline.words.words[anchor.last : anchor.last + 1]
    return joined and bool(behind) and behind[0][:1].isdigit()


def _is_conversion(scene: Scene, end: int, word: int) -> bool:
    return word == end + 1 and "(" in scene.outline.gap(word)


def _nearest(anchors: list[Hit], word: int, last: int) -> Hit:
    return min(anchors, key=lambda a: gap(a, word, last))


def gap(anchor: Hit, word: int, last: int) -> int:
    return max(anchor.first - last - 1, word - anchor.last, 0)


def _is_head(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "24 dead", "seven AK-47 rifles", "12 of the pirates": at most four words on, none of them a verb or another figure."""
    distance = anchor.first - last - 1
    if not 0 <= distance <= 4 or not same_clause(scene, last, anchor.first):
        return False
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    between = range(last + 1, anchor.first)
    words = words_between(scene, last + 1, anchor.first)
    if len(words) == 3 and words[1] == "and" and {words[0], words[2]} <= _ADJECTIVES:
        return True  # "1.3 million current and former members"
    if words[:2] == ["of", "the"] and distance == 3 and numeral(words[2]) is not None:
        return True
    return (
        not any(w in verbs for w in between if not _is_adjectival(scene, w, between))
        and not any(w in AUXILIARIES or w in _BREAKS for w in words)
        and not any("," in scene.outline.gap(w) for w in range(last + 1, anchor.first + 1) if w > last + 1)
        and "," not in scene.outline.gap(last + 1)
    )


_BREAKS = listed("and or in at on from by to for after with without during since under through between among against about over")


def _is_adjectival(scene: Scene, verb: int, between: range) -> bool:
    """Whether a participle stands before its noun like an adjective: "nine old hunting rifles"."""
    before = scene.outline.words.words[between.start : verb]
    return verb == between[-1] and all(w in _ADJECTIVES for w in before)


_ADJECTIVES = listed(
    "current former past present male female domestic civilian military "
    "old new young small large big heavy light local foreign other armed automatic high low long short"
)


def _is_predicate(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "24 people were killed", "Five people had so far been confirmed dead", "Four other people died"."""
    distance = anchor.first - last - 1
    if not 1 <= distance <= 9 or not same_clause(scene, last, anchor.first):
        return False
    words = words_between(scene, last + 1, anchor.first)
    verbs = scene.outline.verbs(scene.outline.sentence_of(last))
    if any(w in verbs and scene.outline.words.words[w] not in HEDGES for w in range(last + 1, anchor.first)):
        return False
    head = [w for w in words if w not in AUXILIARIES and w not in HEDGES]
    people = any(is_person_noun(w) for w in words) or _are_a_people(scene, last + 1, anchor.first)
    return len(head) <= _REACH and (not head or people) and "and" not in words


def _are_a_people(scene: Scene, first: int, last: int) -> bool:
    """Whether a word is the name of a people: "hundreds of Selonians had sought refuge"."""
    found = scene.outline.words
    return any(found.words[w].endswith("s") and scene.text[found.starts[w]].isupper() for w in range(first, last))


def _is_relative(scene: Scene, _: int, last: int, anchor: Hit) -> bool:
    """ "The 21 people who were never found", "three men that are missing"."""
    words = words_between(scene, last + 1, anchor.first)
    turns = [n for n, w in enumerate(words) if w in ("who", "that", "which")]
    if len(turns) != 1 or not 1 <= turns[0] <= 3 or len(words) > _REACH + 3 or not is_person_noun(words[turns[0] - 1]):
        return False
    return all(w in AUXILIARIES or w in HEDGES for w in words[turns[0] + 1 :])


def _takes_object(scene: Scene, word: int, last: int, anchor: Hit) -> bool:
    """ "killing at least five people", "captured 23": the figure follows and counts persons or nothing."""
    distance = word - anchor.last
    if not 0 <= distance <= _REACH or not same_clause(scene, anchor.first, word):
        return False
    if any(w not in HEDGES and w not in ("a", "the", "another") for w in words_between(scene, anchor.last, word)):
        return False
    if any(c in scene.outline.gap(anchor.last) for c in ",;:") and anchor.last <= word:
        return False  # "Scores were hurt, several children among them"
    end = scene.outline.word_range(scene.outline.sentence_of(last))[1]
    following = words_between(scene, last + 1, min(last + 4, end))
    after = scene.outline.gap(last + 1) if last + 1 < end else "."
    return not following or after.strip() != "" or any(is_person_noun(w) for w in following)


def _fills(scene: Scene, word: int, _: int, anchor: Hit) -> bool:
    """ "the death toll rose to 24", "the number of dead reached 24", "deaths: 24"."""
    distance = word - anchor.last
    if not 0 <= distance <= 10 or scene.outline.sentence_of(anchor.first) != scene.outline.sentence_of(word):
        return False
    if distance == 0:
        return any(c in scene.outline.gap(word) for c in ":(")
    between = [w for w in words_between(scene, anchor.last, word) if w not in HEDGES]
    if not between or not same_clause(scene, anchor.first, word):
        return False
    plural = scene.outline.words.words[anchor.last - 1].endswith("s")  # "the users of two brands" are not two
    return between[-1] in _LINKERS and not (plural and between == ["of"])


def _counts_times(scene: Scene, word: int, last: int, anchor: Hit) -> bool:
    """ "married twice", "thrice married", "was divorced three times"."""
    how_often = scene.outline.words.words[last : last + 1]
    return how_often[:1] in (["once"], ["twice"], ["thrice"], ["times"]) and (
        same_clause(scene, anchor.first, word) and gap(anchor, word, last) <= 3
    )


LINKS: tuple[tuple[str, Callable[[Scene, int, int, Hit], bool]], ...] = (
    ("C1 the figure counts the noun behind it", _is_head),
    ("C2 the figure is the subject of the anchor", _is_predicate),
    ("C2 the figure is the subject of the anchor", _is_relative),
    ("C3 the figure is the object of the anchor", _takes_object),
    ("C4 the figure fills in the anchor", _fills),
    ("C5 how often the anchor happened", _counts_times),
)
