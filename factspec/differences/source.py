"""One of the articles to compare: its values with the words around them, each found once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from factspec.article import Article
from factspec.binding.reading import Reading
from factspec.differences.nouns import Found, Kind
from factspec.differences.values import WEEKDAY
from factspec.differences.wording import EMPTY, canonical
from factspec.language.cues import Cue
from factspec.language.numerals import SMALL
from factspec.model import DateMention, DateRange, Mention, NameMention, QuantityMention, Span

__all__ = ["Source"]

_DAYS = {day: n for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_ANY = DateRange(date.min, date.max)
_STANDING = frozenset(("denial", "correction", "hypothesis"))


class Source:
    """An article as a comparison reads it; `number` is its place among the articles."""

    def __init__(self, number: int, article: Article) -> None:
        self.number = number
        self.article = article
        self.reading = Reading(article)
        self.outline = self.reading.outline
        self.text = article.text
        self.spoken: dict[str, str] = {}  # telling word → the form of it that was met first

    @cached_property
    def sentences(self) -> list[int]:
        """The numbers of all sentences, in order."""
        return list(self.outline.every_sentence())

    def words(self, sentence: int) -> Sequence[str]:
        """The folded words of a sentence."""
        first, last = self.outline.word_range(sentence)
        return self.outline.words.words[first:last]

    @cached_property
    def by_sentence(self) -> dict[int, list[Found]]:
        """The dates, figures and names by the number of their sentence, in text order; no withdrawn ones, but doubted ones."""
        return {sentence: rows for sentence in self.sentences if (rows := list(self._found(sentence)))}

    @cached_property
    def found(self) -> list[Found]:
        """The values that the article states, in text order."""
        return [found for rows in self.by_sentence.values() for found in rows if not found.doubted]

    def _found(self, sentence: int) -> Iterator[Found]:
        mentions: list[tuple[Kind, Mention]] = [
            (Kind.DATE, m) for m in (*self.reading.dates(sentence), *self._weekdays(sentence))
        ]
        mentions += [(_kind(m), m) for m in self.reading.quantities(sentence) if self._has_word(m)]
        taken = [Span(m.start, m.end) for _, m in mentions]
        names = (m for m in self.reading.names(sentence) if not any(m.start < s.end and s.start < m.end for s in taken))
        mentions += [(Kind.NAME, m) for m in names]
        cues = self.reading.cues(sentence)
        for kind, mention in sorted(mentions, key=lambda row: (row[1].start, row[0])):
            mine = [cue.kind for cue in cues if _changes(cue, mention)]
            if "correction" not in mine:
                yield replace(self.place(kind, mention, sentence), doubted=bool(mine))

    def _has_word(self, figure: QuantityMention) -> bool:
        """Whether a figure holds a word: "¼" alone is a sign, and takes none up."""
        starts, first = self.outline.words.starts, self.outline.words.index(figure.start)
        return first < len(starts) and starts[first] < figure.end

    def _weekdays(self, sentence: int) -> Iterator[DateMention]:
        """The weekdays of an article without a dateline, of which only the day of the week is known."""
        if self.article.dateline:
            return
        first, last = self.outline.word_range(sentence)
        for at in range(first, last):
            word = self.outline.words.words[at]
            if word in _DAYS:
                span = Span(self.outline.words.starts[at], self.outline.words.ends[at])
                if not any(d.start <= span.start < d.end for d in self.reading.dates(sentence)):
                    yield DateMention(*span, (_ANY,), WEEKDAY, weekday=_DAYS[word])

    def place(self, kind: Kind, mention: Mention, sentence: int, holder: str = "") -> Found:
        """The value of a mention, with the words that it takes up."""
        first, last = self.outline.words.index(mention.start), self.outline.words.index(mention.end - 1) + 1
        return Found(self.number, kind, mention, mention.start, mention.end, sentence, first, max(last, first + 1), holder)

    def is_saying(self, found: Found) -> bool:
        """Whether a date is that of somebody's saying."""
        cues = self.reading.cues(found.sentence)
        return any(c.kind == "attribution" and c.scope.start <= found.start < c.scope.end for c in cues)

    def hooks(self, found: Found, reach: int) -> dict[str, float]:
        """The telling words around a value within its clause, with a weight that falls with their distance in words."""
        clause = self.outline.clause_words(found.first)
        first, last = self.outline.word_range(found.sentence)
        weights: dict[str, float] = {}
        for at in range(max(found.first - reach, first), min(found.last + reach, last)):
            word = self.outline.words.words[at]
            if found.first <= at < found.last or word in EMPTY or word in SMALL or word.isdigit() or self._is_name(at):
                continue
            away = found.first - at if at < found.first else at - found.last + 1
            weight = 1.0 / (2.0 + away) * (1.0 if at in clause else 0.4)
            key = canonical(word)
            self.spoken.setdefault(key, word)
            weights[key] = max(weights.get(key, 0.0), weight)
        return weights

    def _is_name(self, word: int) -> bool:
        start = self.outline.words.starts[word]
        return self.text[start].isupper() and any(
            n.start <= start < n.end for n in self.reading.names(self.outline.sentence_of(word))
        )

    @cached_property
    def written(self) -> frozenset[str]:
        """All folded words of the article."""
        return frozenset(self.outline.words.words)

    def in_opening(self, found: Found) -> bool:
        """Whether a value stands in the headline or in the first three paragraphs."""
        return self.outline.paragraph_of(found.sentence) <= 3


def _kind(mention: QuantityMention) -> Kind:
    if mention.form == "age":
        return Kind.AGE
    return Kind.QUANTITY if mention.value.unit not in ("", "ord") else Kind.COUNT


def _changes(cue: Cue, mention: Mention) -> bool:
    if isinstance(mention, QuantityMention) and mention.form == "zero":
        return False
    kinds = _STANDING if isinstance(mention, NameMention | DateMention) else _STANDING | {"negation"}
    return cue.kind in kinds and cue.scope.start <= mention.start and mention.end <= cue.scope.end
