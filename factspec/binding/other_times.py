"""Whether a sentence tells of another time than the fact's: an older year, or one that the sentence before it opened with.

What is read: the dates of a clause, of its sentence and of the sentences before it in its paragraph. What is not: which fact a
date is of. The answers only ever take the accusation away from a mention.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from factspec.binding.scene import Scene
from factspec.language.lexicon import MONTHS
from factspec.model import Dateline, DateMention, DateRange

__all__ = ["is_of_another_time", "near_the_article"]

_NEWS = timedelta(days=90)
_FRESH = timedelta(days=14)


def near_the_article(scene: Scene, day: date) -> bool:
    """Whether a day lies within three months of the dateline, as what a news story is about does."""
    dateline = scene.reading.article.dateline
    return dateline is not None and abs(day - dateline.day) <= _NEWS


def is_of_another_time(scene: Scene, number: int, word: int) -> DateMention | None:
    """The date in the word's clause, else in its sentence, that is not of the fact's times, if there is one.

    A fact's times are the dates of its statement and of its spec's event, and the two weeks before the article. A sentence
    without a date may go on telling of an earlier year: "In 1981 a flood struck. Twenty-three people died then."
    """
    outline = scene.outline
    dates = _dates_beside(scene, number, outline.sentence_of(word))
    if not dates:
        return _told_before(scene, number, word)
    mine = [d for d in dates if outline.clause_of(outline.words.index(d.start)) == outline.clause_of(word)]
    own = (*scene.times(number), *_fresh(scene.reading.article.dateline))
    of_own = [d for d in mine or dates if any(r.overlaps(o) for r in d.readings for o in own)]
    if not own:
        return None
    opener = outline.clause_words(word).start
    before = next((d for d in dates if outline.words.index(d.end - 1) == opener - 1), None)
    if before and before not in of_own and outline.words.words[opener] == "when":
        return before  # "the highest since 1998, when 73.8 percent voted"
    if of_own and not mine:
        return None
    if mine and min(mine, key=lambda d: abs(outline.words.index(d.start) - word)) in of_own:
        return None
    others = (d for d in mine or dates if d not in of_own and d.relation not in _LIMITS and not _is_of_a_thing(scene, d))
    return next((d for d in others if mine or _opens_sentence(scene, d, word)), None)


def _told_before(scene: Scene, number: int, word: int) -> DateMention | None:
    """The far date that the nearest dated sentence before, of the same paragraph, opens with, or that "then" points to."""
    outline = scene.outline
    dateline, here = scene.reading.article.dateline, outline.sentence_of(word)
    if dateline is None:
        return None
    pointed = not _POINTING_BACK.isdisjoint(outline.words.words[slice(*outline.word_range(here))])
    for sentence in range(here - 1, max(here - _TOLD_ON, 0) - 1, -1):
        if outline.paragraph_of(sentence) != outline.paragraph_of(here):
            return None
        if dates := _dates_beside(scene, number, sentence):
            first, _ = outline.word_range(sentence)
            reach = _OPENS_A_CLAUSE if outline.words.words[first] in ("when", "after", "before") else _OPENS
            opens = outline.words.index(dates[0].start) - first <= reach
            far = all(r.last < dateline.day - _LONG_AGO for d in dates for r in d.readings)
            own = any(r.overlaps(o) for d in dates for r in d.readings for o in scene.times(number))
            return dates[0] if far and not own and (opens or pointed) else None
    return None


_POINTING_BACK = frozenset(("then", "there"))
_TOLD_ON = 2  # sentences
_OPENS = 2  # words before a date that opens a sentence
_OPENS_A_CLAUSE = 8  # "When it was dedicated, on June 14, 1958, …"
_LONG_AGO = timedelta(days=365)


def _is_of_a_thing(scene: Scene, mention: DateMention) -> bool:
    """Whether a date only says how old a thing is: "41 batches dating from last year", "a bus built in 1987"."""
    word = scene.outline.words.index(mention.start)
    return not _MADE.isdisjoint(scene.outline.words.words[max(word - 2, 0) : word])


_MADE = frozenset(("dating", "dated", "made", "built", "produced", "manufactured", "than"))  # "1,100 more than last year"
_LIMITS = frozenset(("by", "until", "since", "before", "after"))


def _opens_sentence(scene: Scene, mention: DateMention, word: int) -> bool:
    """Whether a date of another clause is that of a figure too: it stands before it, and in no clause told by the way."""
    clause = scene.outline.clause_words(scene.outline.words.index(mention.start))
    told = scene.outline.words.words[clause.start] in ("since", "until", "before", "which", "who", "whose", "where")
    return not told and scene.outline.words.index(mention.start) < word


def _dates_beside(scene: Scene, number: int, sentence: int) -> list[DateMention]:
    """The dates of a sentence; without a dateline those that name a month, read as of the fact's own time."""
    times = scene.times(number)
    if scene.reading.article.dateline or not times:
        return scene.reading.dates(sentence)
    dates = scene.dated(times[0].last).reading.dates(sentence)
    return [d for d in dates if not d.relative or not MONTHS.isdisjoint(scene.text[d.start : d.end].lower().split())]


@lru_cache(maxsize=256)
def _fresh(dateline: Dateline | None) -> tuple[DateRange, ...]:
    return (DateRange(dateline.day - _FRESH, dateline.day + timedelta(days=3)),) if dateline else ()
