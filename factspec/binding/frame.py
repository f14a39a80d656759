"""Whether a sentence speaks of the fact's event at all, or of another one: an older quake, "another raid", a figure of 2004.

The rules here only ever take the accusation away from a mention; what agrees with a fact is believed wherever it stands.
"""

from __future__ import annotations

from datetime import date, timedelta

from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.language.outline import AUXILIARIES
from factspec.model import DateMention, DateRange, Mention, Span

__all__ = ["in_lead", "is_another", "is_of_another_time", "is_one_more", "near_the_article"]

_NEWS = timedelta(days=90)
_FRESH = timedelta(days=14)
_INDEFINITE = listed("another other previous earlier similar separate second")
_PREPOSITIONS = listed("at of to with in from by on for")
_BARRIERS = listed("the this that its his her their of in on at by from to and or but")


def is_another(scene: Scene, number: int, anchor: Hit) -> bool:
    """Whether an anchor noun is brought in as a new one, after the lead: "an earthquake near Padang", "another raid"."""
    outline = scene.outline
    sentence = outline.sentence_of(anchor.first)
    if outline.paragraph_of(sentence) <= _lead_paragraph(scene):
        return False
    first, _ = outline.word_range(sentence)
    for word in range(anchor.first - 1, max(anchor.first - 6, first) - 1, -1):
        this = outline.words.words[word]
        if this in ("a", "an"):
            plain = word == first or outline.words.words[word - 1] not in _PREPOSITIONS
            return plain and _was_spoken_of(scene, number, sentence)
        if this in _INDEFINITE:
            return True
        if this in _BARRIERS or this in AUXILIARIES or word in outline.verbs(sentence) or "," in outline.gap(word + 1):
            return False
    return False


def is_one_more(scene: Scene, anchor: Hit) -> bool:
    """Whether the clause, before the anchor, says that this is one more: "had also spoken by telephone"."""
    clause = scene.outline.clause_words(anchor.first)
    return any(scene.outline.words.words[w] in _ONE_MORE for w in range(clause.start, anchor.first))


_ONE_MORE = frozenset(("also", "again", "previously", "formerly"))


def _was_spoken_of(scene: Scene, number: int, sentence: int) -> bool:
    """Whether an earlier sentence has an anchor of the fact, so that "a quake" after it is a new one."""
    return any(scene.outline.sentence_of(h.first) < sentence for h in scene.hits(number, Use.ANCHOR, Use.COUNTED))


def _lead_paragraph(scene: Scene) -> int:
    """The number of the first paragraph of the body: 0 without a headline, else 1."""
    return 1 if scene.reading.article.headline else 0


def near_the_article(scene: Scene, day: date) -> bool:
    """Whether a day lies within three months of the dateline, as what a news story is about does."""
    dateline = scene.reading.article.dateline
    return dateline is not None and abs(day - dateline.day) <= _NEWS


def is_of_another_time(scene: Scene, number: int, word: int) -> DateMention | None:
    """The date in the word's clause, else in its sentence, that is not of the fact's times, if there is one.

    A fact's times are the dates of its statement and of its spec's event, and the two weeks before the article.
    """
    outline = scene.outline
    dates = scene.reading.dates(outline.sentence_of(word))
    mine = [d for d in dates if outline.clause_of(outline.words.index(d.start)) == outline.clause_of(word)]
    own = (*scene.times(number), *_fresh(scene))
    for mention in mine or dates:
        if own and not any(r.overlaps(o) for r in mention.readings for o in own):
            return mention
    return None


def _fresh(scene: Scene) -> tuple[DateRange, ...]:
    dateline = scene.reading.article.dateline
    return (DateRange(dateline.day - _FRESH, dateline.day + timedelta(days=3)),) if dateline else ()


def in_lead(scene: Scene, span: Span | Mention) -> bool:
    """Whether a span stands in the headline or in the first two paragraphs of the body."""
    outline = scene.outline
    return outline.paragraph_of(outline.sentence_at(span.start)) <= (2 if scene.reading.article.headline else 1)
