"""Whether a sentence speaks of the fact's event at all, or of another one: an older quake, "another raid", a figure of 2004.

The rules here only ever take the accusation away from a mention; what agrees with a fact is believed wherever it stands.
"""

from __future__ import annotations

from datetime import date, timedelta

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.model import DateMention, DateRange

__all__ = ["is_another", "is_of_another_time", "near_the_article"]

_NEWS = timedelta(days=90)
_INDEFINITE = listed("a an another other previous earlier similar separate second")
_BARRIERS = listed("the this that its his her their of in on at by from to and or but")


def is_another(scene: Scene, anchor: Hit) -> bool:
    """Whether an anchor noun is brought in as a new one, after the lead: "an earthquake near Padang", "another raid"."""
    outline = scene.outline
    sentence = outline.sentence_of(anchor.first)
    if outline.paragraph_of(sentence) <= _lead_paragraph(scene):
        return False
    first, _ = outline.word_range(sentence)
    for word in range(anchor.first - 1, max(anchor.first - 6, first) - 1, -1):
        this = outline.words.words[word]
        if this in _INDEFINITE:
            return True
        if this in _BARRIERS or word in outline.verbs(sentence):
            return False
    return False


def _lead_paragraph(scene: Scene) -> int:
    """The number of the first paragraph of the body: 0 without a headline, else 1."""
    return 1 if scene.reading.article.headline else 0


def near_the_article(scene: Scene, day: date) -> bool:
    """Whether a day lies within three months of the dateline, as what a news story is about does."""
    dateline = scene.reading.article.dateline
    return dateline is not None and abs(day - dateline.day) <= _NEWS


def is_of_another_time(scene: Scene, word: int, own: tuple[DateRange, ...]) -> DateMention | None:
    """The date in the word's clause that puts it long before the article and outside the fact's `own` times, if there is one."""
    outline = scene.outline
    sentence = outline.sentence_of(word)
    for mention in scene.reading.dates(sentence):
        if outline.clause_of(outline.words.index(mention.start)) != outline.clause_of(word) and not _opens_sentence(
            scene, mention
        ):
            continue
        if all(_far(scene, r) and not any(r.overlaps(o) for o in own) for r in mention.readings):
            return mention
    return None


def _opens_sentence(scene: Scene, mention: DateMention) -> bool:
    start = scene.outline.sentences[scene.outline.sentence_at(mention.start)].start
    return mention.start - start <= 4


def _far(scene: Scene, reading: DateRange) -> bool:
    return not near_the_article(scene, reading.first) and not near_the_article(scene, reading.last)
