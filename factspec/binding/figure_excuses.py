"""What takes the force from a link between a figure and an anchor: a rival, another event or time, a part, a sum, a range.

Each is a rule with an id (X); the first that holds is named. What is looked at: the figure's sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factspec.binding.figure_links import LINKS, gap, is_modifier, same_clause, words_between
from factspec.binding.frame import in_lead, introduced_by
from factspec.binding.other_times import is_of_another_time
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.language.outline import AUXILIARIES
from factspec.model import QuantityMention

__all__ = ["Linked", "excuse"]


_NEW = frozenset(("a", "an", "another", "other", "previous", "earlier", "similar", "separate", "second"))
_ADDING = frozenset(("more", "others", "other", "additional", "further"))
_PARTITIVE = listed("the these his her their them those whom which us")


def _is_measured(scene: Scene, anchor: Hit) -> bool:
    """Whether an anchor is itself the name of a measure, so that before another noun it is part of another one: "sales price"."""
    behind = scene.outline.words.words[anchor.last : anchor.last + 1]
    return scene.outline.words.words[anchor.last - 1] in _MEASURES and behind not in (
        ["figure"],
        ["figures"],
        ["total"],
        ["level"],
    )


_MEASURES = listed(
    "sales revenue revenues turnover profit profits earnings income price prices cost costs tax debt salary wage wages rent toll"
)


class Linked(NamedTuple):
    """A figure with its words, and the link that grammar gives it."""

    mention: QuantityMention
    word: int
    last: int
    rule: str
    anchor: Hit


def excuse(scene: Scene, number: int, linked: Linked, rivals: list[Hit]) -> str:
    """The first rule that takes the force from a link; "" where none does."""
    return next(_excuses(scene, number, linked, rivals), "")


def _excuses(scene: Scene, number: int, linked: Linked, rivals: list[Hit]) -> Iterator[str]:
    part = is_what_they_are(scene, linked.last, linked.anchor)
    if not part and _closer_rival(
        scene, linked.anchor, _linked_alike(scene, rivals, linked.rule, linked.word, linked.last), linked.word, linked.last
    ):
        yield "X1 another fact’s anchor is nearer"
    yield from _of_another_thing(scene, number, linked)
    yield from _of_another_moment(scene, number, linked)
    yield from _of_other_words(scene, number, linked)
    if not part:
        yield from _of_a_part(scene, number, linked)


def _of_another_thing(scene: Scene, number: int, linked: Linked) -> Iterator[str]:
    """What says that the anchor is not the fact's own: "another raid", "every raid", "the raid here"."""
    mention, word, last, rule, anchor = linked
    apart = anchor.first > last or anchor.last <= word  # "$41 a share" is one figure
    told = scene.speaks_of(number, scene.outline.sentence_of(word), least=3, plain=False)
    if apart and not told and not rule.startswith(("C0", "C1", "C2", "C5")) and introduced_by(scene, number, anchor) in _NEW:
        yield f"X2 “{scene.text[anchor.start : anchor.end]}” is brought in as another one"
    if "here" in words_between(scene, anchor.last, anchor.last + 1):
        yield "X7 a part: “here”"
    if _is_any(scene, anchor):
        yield "X2 told of any such thing, not of the fact’s"
    if _is_one_of_several(scene, anchor):
        yield "X4 the extreme of several"
    if mention.form == "cardinal" and scene.is_plural_of_one(number, scene.outline.sentence_of(anchor.first)):
        yield "X32 told of several, where the fact’s statement has one"


def _of_another_moment(scene: Scene, number: int, linked: Linked) -> Iterator[str]:
    """What says that the figure is none of today: odds, a sum, what it was before, one end of a range, another year."""
    mention, word, last = linked.mention, linked.word, linked.last
    if mention.form == "score" and _is_odds(scene, word, last):
        yield "X16 odds, no score"
    if _is_combined(scene, word):
        yield "X16 the sum of several"
    if _is_former(scene, word, last):
        yield "X15 what it was before"
    if _is_end_of_range(scene, word):
        yield "X15 one end of a range"
    told = scene.speaks_of(number, scene.outline.sentence_of(word), least=4, plain=False)
    if not told and mention.form not in ("times", "ordinal") and (when := is_of_another_time(scene, number, word)):
        yield f"X3 of another time: “{scene.text[when.start : when.end]}”"


def _of_other_words(scene: Scene, number: int, linked: Linked) -> Iterator[str]:
    """What says that the anchor only stands in another word's phrase: "two pirate vessels", "a share of 19 percent"."""
    if _is_part_owned(scene, linked.anchor) and not scene.is_anchor(number, "share"):
        yield "X8 a share of something, and the fact’s shares are traded"
    if (linked.rule.startswith("C1") or _is_measured(scene, linked.anchor)) and is_modifier(scene, linked.anchor):
        yield "X8 the anchor only modifies another noun"


def _of_a_part(scene: Scene, number: int, linked: Linked) -> Iterator[str]:
    mention, word, last = linked.mention, linked.word, linked.last
    if mention.form == "zero" and words_between(scene, last + 1, last + 2) == ["of"]:
        if not _ADDING.isdisjoint(words_between(scene, last + 2, last + 5)):
            yield "X4 none of others"
    if _is_somebody(scene, linked):
        yield "X4 one of them"
    whole = not mention.value.unit and mention.form not in ("zero", "fraction")
    if whole and _is_partitive(scene, word, last) and not _is_first(scene, number, word, last):
        yield "X4 a part of a whole"


def _is_part_owned(scene: Scene, anchor: Hit) -> bool:
    """ "A share of 19 percent" is no share that is traded."""
    found = scene.outline.words.words
    return found[anchor.last - 1] == "share" and found[anchor.last : anchor.last + 1] == ["of"]


def _is_any(scene: Scene, anchor: Hit) -> bool:
    """ "Every event with prizes above 100,000": a rule for all of them; "every year" only says how often."""
    clause, found = scene.outline.clause_words(anchor.first), scene.outline.words.words
    before = range(max(clause.start, anchor.first - _NOUN_PHRASE), anchor.first)
    return any(found[w] in ("every", "any") and found[w + 1] not in _OFTEN and w + 1 < anchor.first for w in before)


_NOUN_PHRASE = 5
_OFTEN = listed("year month week day hour minute second night morning time season other one quarter")


def _is_one_of_several(scene: Scene, anchor: Hit) -> bool:
    """ "The longest of those bans": the figure is of one of several that the anchor names."""
    found = scene.outline.words.words
    start, _ = scene.outline.word_range(scene.outline.sentence_of(anchor.first))
    before = found[max(anchor.first - 3, start) : anchor.first]
    if before[-1:] and before[-1] in ("the", "those", "these", "its", "their", "his", "her", "all"):
        before = before[:-1]
    plural = found[anchor.last - 1].endswith("s")
    return (
        plural and before[-1:] == ["of"] and len(before) > 1 and (before[-2].endswith("est") or before[-2] in ("most", "least"))
    )


def _is_odds(scene: Scene, word: int, last: int) -> bool:
    """ "At 12-1", "a 6-4 favourite"."""
    behind = words_between(scene, last + 1, last + 2)
    return words_between(scene, max(word - 1, 0), word) == ["at"] or behind in (["favourite"], ["favorite"], ["odds"], ["shot"])


def _is_combined(scene: Scene, word: int) -> bool:
    """ "Combined, the two had $39 billion in revenue"."""
    clause = scene.outline.clause_words(word)
    return not _SUMMING.isdisjoint(scene.outline.words.words[clause.start : word])


_SUMMING = frozenset(("combined", "together", "jointly", "altogether"))


def _is_end_of_range(scene: Scene, word: int) -> bool:
    """ "$24 to $26 per share", which is read as two figures."""
    if words_between(scene, max(word - 1, 0), word) != ["to"]:
        return False
    others = scene.reading.quantities(scene.outline.sentence_of(word))
    return any(scene.outline.words.index(q.end - 1) == word - 2 for q in others)


def _is_first(scene: Scene, number: int, word: int, last: int) -> bool:
    """Whether "another 28 were hurt" adds to others: nothing before it in the article speaks of what the fact counts."""
    adds = not {"another", "further", "additional", "other"}.isdisjoint(words_between(scene, max(word - 1, 0), last + 2))
    counted = scene.hits(number, Use.COUNTED)
    sentence = scene.outline.sentence_of(word)
    return adds and bool(counted) and scene.outline.sentence_of(counted[0].first) == sentence


def _is_former(scene: Scene, word: int, last: int) -> bool:
    """ "Raised in December from 100,000 euros to 250,000", "shrank from seven seats to five": the first is what stood before."""
    before, behind = words_between(scene, max(word - 1, 0), word), words_between(scene, last + 1, last + 3)
    clause = scene.outline.clause_words(word)
    changed = not _CHANGING.isdisjoint(scene.outline.words.words[clause.start : word])
    return before == ["from"] and "to" in behind and changed


_CHANGING = listed(
    "raised raising raises rose risen rises increased increasing lifted doubled up grew grown cut cuts lowered reduced fell "
    "fallen dropped down shrunk shrank shrink changed revised corrected moved"
)


def _is_somebody(scene: Scene, linked: Linked) -> bool:
    """ "One juror threw a croissant": one of them, no count; "one person was killed" is one."""
    found, anchor = scene.outline.words.words, linked.anchor
    one = linked.mention.value.low == linked.mention.value.high == 1 and found[linked.word] == "one"
    if not one or not linked.rule.startswith("C1") or in_lead(scene, linked.mention):
        return False
    behind = found[anchor.last : anchor.last + 1]
    active = (
        bool(behind)
        and behind[0] not in AUXILIARIES
        and anchor.last in scene.outline.verbs(scene.outline.sentence_of(anchor.first))
    )
    return active and not found[anchor.last - 1].endswith("s") and found[linked.word - 1] not in ("only", "just")


def _is_partitive(scene: Scene, word: int, last: int) -> bool:
    """ "twelve of them", "10 of the boats", "two more", "another three"."""
    words = words_between(scene, last + 1, last + 3)
    if _ADDING & {*words[:1], *words_between(scene, max(word - 1, 0), last + 1)} - {"more"} or "more" in words[:1]:
        return True
    if "times" in words_between(scene, last, last + 1) and "more" in words_between(scene, word, last):
        return True
    if words_between(scene, max(word - 2, 0), word) in (["out", "of"], ["of", "the"]):
        if words_between(scene, max(word - 3, 0), word - 2) in (["first"], ["last"]):
            return False  # "the first of the 16 engines"
        return word - 2 != scene.outline.word_range(scene.outline.sentence_of(word))[0]  # "Of the 231 homes" is the whole
    return len(words) == 2 and words[0] == "of" and words[1] in _PARTITIVE


def _linked_alike(scene: Scene, rivals: list[Hit], rule: str, word: int, last: int) -> list[Hit]:
    """The rivals that can take a figure from an anchor: where grammar links it to the anchor, it must link it to them too."""
    if not rule.startswith(("C1", "C2", "C3", "C4")):
        return rivals
    return [r for r in rivals if any(links(scene, word, last, r) for _, links in LINKS)]


def is_what_they_are(scene: Scene, last: int, anchor: Hit) -> bool:
    """Whether the anchor says what a part of them is: "24 of them minors", "fourteen of the dead were children"."""
    between = words_between(scene, last + 1, anchor.first)
    if len(between) < 2 or between[0] != "of" or len(between) > 4:
        return False
    return between[1] in ("them", "whom", "which") or (between[1] == "the" and between[-1] in AUXILIARIES)


def _closer_rival(scene: Scene, anchor: Hit, rivals: list[Hit], word: int, last: int) -> bool:
    own = gap(anchor, word, last)
    apart = (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)
    return any(same_clause(scene, r.first, word) and gap(r, word, last) < own for r in apart)
