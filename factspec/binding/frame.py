"""Whether a sentence speaks of the fact's event at all, or of another one: an older quake, "another raid", "a barn fire".

The rules here only ever take the accusation away from a mention; what agrees with a fact is believed wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.folding import words
from factspec.language.inflection import inflections, is_verb_form
from factspec.language.lexicon import listed
from factspec.language.outline import AUXILIARIES
from factspec.model import Fact, Mention, Span

__all__ = [
    "in_lead",
    "in_opening",
    "introduced_by",
    "is_another",
    "is_of_another_subject",
    "is_of_somebody_else",
    "is_one_more",
    "is_sequel",
    "is_yet_to_come",
    "names_another_event",
    "names_of",
    "subjects_of",
]  # fmt: skip

_INDEFINITE = listed("another other previous earlier similar separate second")
_PREPOSITIONS = listed("at of to with in from by on for")
_BARRIERS = listed("the this that its his her their of in on at by from to and or but")


def is_another(scene: Scene, number: int, anchor: Hit) -> bool:
    """Whether an anchor, or the subject of a verb that is one, is brought in as new: "an earthquake near Orvale", "another raid".

    "An earthquake" is a new one only behind a sentence of the body that already spoke of the fact's own.
    """
    return bool(introduced_by(scene, number, anchor))


def introduced_by(scene: Scene, number: int, anchor: Hit) -> str:
    """The word that brings an anchor in as new: "a", "another", "three"; "" where nothing does."""
    outline = scene.outline
    sentence = outline.sentence_of(anchor.first)
    known = _was_spoken_of(scene, number, sentence)
    first, _ = outline.word_range(sentence)
    word = anchor.first - 1
    for _ in range(_BACK):
        if word < first:
            return ""
        this, before = outline.words.words[word], outline.words.words[word - 1] if word > first else ""
        if this in ("a", "an"):
            return this if known and (before not in _PREPOSITIONS or _is_qualified(scene, number, word + 1, anchor)) else ""
        if this in _INDEFINITE | _COMPARED or this == "one":
            new = known or this in _ALWAYS_NEW | _COMPARED or (this == "one" and outline.words.words[word + 1] in _RELATIVE)
            return this if new else ""
        if _ends_the_phrase(scene, sentence, word, anchor):
            verb = anchor.first in outline.verbs(sentence)  # "three cables were cut" only says how many
            return this if known and this in _NUMBERS and not verb else ""
        word -= 1
    return ""


def _is_qualified(scene: Scene, number: int, first: int, anchor: Hit) -> bool:
    """Whether a noun that the fact's statement has not stands before an anchor: "a barn fire" is no hospital's."""
    between = scene.outline.words.words[first : anchor.first]
    return len(between) == 1 and len(between[0]) > 2 and not scene.is_said_of(number, between) and not between[0].endswith("ed")


_BACK = 7
_COMPARED = listed("smaller larger bigger weaker stronger lesser")
_ALWAYS_NEW = listed("another previous earlier similar")
_RELATIVE = frozenset(("that", "which", "who"))
_NUMBERS = listed("two three four five six seven eight nine ten several many some")


def _ends_the_phrase(scene: Scene, sentence: int, word: int, anchor: Hit) -> bool:
    """Whether the noun phrase before an anchor cannot reach beyond a word; "that struck" and "had struck" belong to it."""
    outline = scene.outline
    this = outline.words.words[word]
    if this in _RELATIVE and word + 3 > anchor.first:
        return False
    ends = this in _BARRIERS or this in _NUMBERS or (this in AUXILIARIES and word + 2 < anchor.first)
    return ends or word in outline.verbs(sentence) or "," in outline.gap(word + 1)


def is_sequel(scene: Scene, anchor: Hit) -> bool:
    """Whether the clause, before the anchor, names what comes of an event or recalls it: an aftershock, an anniversary."""
    clause = scene.outline.clause_words(anchor.first)
    return any(scene.outline.words.words[w] in _SEQUELS for w in range(clause.start, anchor.first))


_SEQUELS = listed(
    "aftershock aftershocks foreshock foreshocks anniversary anniversaries commemoration repeat rerun predecessor predecessors"
)


def is_of_somebody_else(scene: Scene, anchor: Hit, anchors: Sequence[Hit], own: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a named subject does what the anchor tells whom the fact's statement does not name.

    So it is where the sentence has no name of the statement, no other anchor, and no second word of the statement.
    """
    outline = scene.outline
    sentence = outline.sentence_of(anchor.first)
    first, last = outline.word_range(sentence)
    theirs = set(outline.words.words[first:last]) - set(outline.words.words[anchor.first : anchor.last])
    if not names or not names.isdisjoint(theirs) or len(own & theirs) > 1 or len({a.pattern.form for a in anchors}) > 1:
        return False
    subject = next((w for w in range(anchor.first - 1, first - 1, -1) if outline.words.words[w] not in AUXILIARIES), None)
    if subject is None or anchor.first not in outline.verbs(sentence) or "," in outline.gap(subject + 1):
        return False
    if not _is_subject(scene, subject, first):
        return False
    start = outline.words.starts[subject]
    return scene.text[start].isupper() and any(n.start <= start < n.end for n in scene.reading.names(sentence))


def _is_subject(scene: Scene, last: int, first: int) -> bool:
    """Whether no preposition has the name that ends in a word: not "a ferry on its way to Latvia sank"."""
    outline = scene.outline
    word = last
    while word > first and scene.text[outline.words.starts[word]].isupper():
        word -= 1
    return scene.text[outline.words.starts[word]].isupper() or outline.words.words[word] not in _PREPOSITIONS | {
        "off",
        "near",
        "between",
    }


def names_of(fact: Fact) -> frozenset[str]:
    """The capitalised words of a fact's statement behind its first word, folded."""
    return _capitalised(fact.statement)


@lru_cache(maxsize=4096)
def _capitalised(text: str) -> frozenset[str]:
    found = words(text)
    return frozenset(w for w, at in zip(found.words[1:], found.starts[1:], strict=True) if text[at].isupper())


def is_yet_to_come(scene: Scene, anchor: Hit) -> bool:
    """Whether the noun phrase calls the event the next one."""
    return any(w in _NEXT for w in scene.outline.words.words[max(anchor.first - 3, 0) : anchor.first])


_NEXT = listed("next upcoming coming future planned further new")


def subjects_of(fact: Fact) -> frozenset[str]:
    """The anchor nouns that do, in the fact's statement, what a verb among its anchors tells: the quake of "a quake struck"."""
    return _subjects(fact.statement, (*fact.about, *fact.of))


@lru_cache(maxsize=4096)
def _subjects(statement: str, about: tuple[str, ...]) -> frozenset[str]:
    told = words(statement).words
    anchors = frozenset(form for one in about for form in inflections(one.lower()))
    pairs = pairwise(told)
    return frozenset(one for one, verb in pairs if one in anchors and verb in anchors and is_verb_form(verb))


def is_of_another_subject(scene: Scene, anchor: Hit, anchors: Sequence[Hit], own: frozenset[str]) -> bool:
    """Whether a verb among the anchors has a common noun as its subject that is neither an anchor nor in the statement."""
    outline = scene.outline
    sentence = outline.sentence_of(anchor.first)
    first, _ = outline.word_range(sentence)
    word = anchor.first - 1
    while word >= first and (outline.words.words[word] in AUXILIARIES | _RELATIVE or outline.words.words[word].endswith("ly")):
        word -= 1
    if word < first or anchor.first not in outline.verbs(sentence) or "," in outline.gap(word + 1):
        return False
    this = outline.words.words[word]
    common = word == first or scene.text[outline.words.starts[word]].islower()
    known = this in own | _POINTING | _BARRIERS or any(a.first <= word < a.last for a in anchors)
    return common and not known and len(this) > 2 and not this.isdigit()


_POINTING = listed("it this that which they these event disaster temblor tremor incident he she who one what when as where if")


def is_one_more(scene: Scene, anchor: Hit) -> bool:
    """Whether the clause, before the anchor, says that this is one more: "had also spoken by telephone"."""
    clause = scene.outline.clause_words(anchor.first)
    return any(scene.outline.words.words[w] in _ONE_MORE for w in range(clause.start, anchor.first))


_ONE_MORE = frozenset(("also", "again", "previously", "formerly"))


def _was_spoken_of(scene: Scene, number: int, sentence: int) -> bool:
    """Whether an earlier sentence of the body has an anchor of the fact, so that "a quake" after it is a new one."""
    outline = scene.outline
    lead = _lead_paragraph(scene)
    before = (outline.sentence_of(h.first) for h in scene.hits(number, Use.ANCHOR, Use.COUNTED))
    return any(s < sentence and outline.paragraph_of(s) >= lead for s in before)


def _lead_paragraph(scene: Scene) -> int:
    """The number of the first paragraph of the body: 0 without a headline, else 1."""
    return 1 if scene.reading.article.headline else 0


def names_another_event(scene: Scene, word: int) -> bool:
    """Whether the clause of a word says that it tells of another event: "six were arrested over another raid"."""
    clause = scene.outline.clause_words(word)
    found = scene.outline.words.words
    if "nothing to do with" in scene.text[slice(*scene.outline.sentence(scene.outline.sentence_of(word)))]:
        return True
    return any(
        found[w] in _OTHER and found[w + 1 : w + 2] != [] and found[w + 1] not in _COUNTED and not found[w + 1].isdigit()
        for w in clause
    )


_OTHER = frozenset(("another", "separate", "unrelated"))
_COUNTED = listed("one two three four five six seven eight nine ten dozen hundred people person man woman child")


def in_opening(scene: Scene, span: Span | Mention) -> bool:
    """Whether a span stands in the headline or in the first two paragraphs of the body."""
    outline = scene.outline
    return outline.paragraph_of(outline.sentence_at(span.start)) <= _lead_paragraph(scene) + 1


def in_lead(scene: Scene, span: Span | Mention) -> bool:
    """Whether a span stands in the headline or in the first paragraph of the body."""
    outline = scene.outline
    return outline.paragraph_of(outline.sentence_at(span.start)) <= _lead_paragraph(scene)
