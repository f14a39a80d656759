"""The outline of a text: its words, its sentences, its paragraphs, and where a clause of a sentence begins.

What is read: punctuation and a short list of words that open a clause. What is not: parts of speech; a word only *looks* like
a verb (`verbs`), from its ending or from the table of irregular forms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from factspec.language.folding import Words, words
from factspec.language.inflection import is_verb_form
from factspec.language.lexicon import SPEECH_VERBS, listed
from factspec.language.sentences import sentences
from factspec.model import Span

__all__ = ["AUXILIARIES", "Outline"]

AUXILIARIES = listed(
    """is are was were be been being am has have had having do does did will would shall should can could may might must"""
)
_TAKEN_AS = frozenset("listed reported registered regarded described classed counted given posted named".split())
_OPENERS = listed(
    """while whereas although though because who which whose whom when where if unless until after before as that since amid
    adding saying citing"""
)
_OPENERS_AFTER_COMMA = _OPENERS | listed("and but or nor so yet with leaving killing injuring according said says told")
_HARD = frozenset(";:()[]—–")


_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_NUMBERS = 1_000_000  # more sentences than any paragraph has


class Outline:
    """The words, paragraphs and sentences of a text, and a clause number for every word, each made when first asked for.

    A sentence is known by a number that grows through the text; numbers of one paragraph follow one another, and a paragraph
    is only split into sentences when something in it is asked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._split: dict[int, list[Span]] = {}  # paragraph → its sentences
        self._spans: dict[int, Span] = {}  # sentence → …
        self._ranges: dict[int, tuple[int, int]] = {}
        self._clauses: dict[int, list[int]] = {}
        self._verbs: dict[int, list[int]] = {}
        self._sentence_of: dict[int, int] = {}  # word → …
        self._clause_of: dict[int, int] = {}

    @cached_property
    def words(self) -> Words:
        return words(self.text)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The runs of text between blank lines."""
        found, start = [], len(self.text) - len(self.text.lstrip())
        for match in _BLANK_LINES.finditer(self.text, start):
            found.append(Span(start, match.start()))
            start = match.end()
        return [*found, Span(start, len(self.text))] if start < len(self.text) or not found else found

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    def _sentences(self, paragraph: int) -> list[Span]:
        """The sentences of a paragraph, which is split when it is first asked for."""
        found = self._split.get(paragraph)
        return self._split_up(paragraph) if found is None else found

    def _split_up(self, paragraph: int) -> list[Span]:
        start, end = span = self.paragraphs[paragraph]
        inside = [Span(start + s, start + e) for s, e in sentences(self.text[start:end])] or [span]
        firsts = [self.words.index(s.start) for s in inside]
        for number, (sentence, words_) in enumerate(
            zip(inside, pairwise((*firsts, self.words.index(end))), strict=True), paragraph * _NUMBERS
        ):
            self._spans[number], self._ranges[number] = sentence, words_
            self._sentence_of.update(dict.fromkeys(range(*words_), number))
        self._split[paragraph] = inside
        return inside

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a text offset."""
        paragraph = max(bisect_right(self._paragraph_starts, offset) - 1, 0)
        inside = self._sentences(paragraph)
        return paragraph * _NUMBERS + max(bisect_right(inside, (offset, len(self.text) + 1)) - 1, 0)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word; the last one for a word past the end."""
        found = self._sentence_of.get(word)
        if found is None:
            starts = self.words.starts
            found = self._sentence_of[word] = self.sentence_at(starts[word] if word < len(starts) else len(self.text))
        return found

    def every_sentence(self) -> Iterator[int]:
        """The numbers of all sentences, in order."""
        for paragraph in range(len(self.paragraphs)):
            yield from range(paragraph * _NUMBERS, paragraph * _NUMBERS + len(self._sentences(paragraph)))

    def sentence(self, number: int) -> Span:
        """The span of a sentence."""
        if number not in self._spans:
            self._split_up(number // _NUMBERS)
        return self._spans[number]

    def word_range(self, sentence: int) -> tuple[int, int]:
        """The words [first, last) of a sentence."""
        if sentence not in self._ranges:
            self._split_up(sentence // _NUMBERS)
        return self._ranges[sentence]

    def paragraph_of(self, sentence: int) -> int:
        """The number of the paragraph that holds a sentence."""
        return sentence // _NUMBERS

    def paragraph(self, sentence: int) -> Span:
        """The span of the paragraph that holds a sentence."""
        return self.paragraphs[sentence // _NUMBERS]

    def gap(self, word: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words.ends[word - 1] : self.words.starts[word]] if word else ""

    def clauses(self, sentence: int) -> list[int]:
        """A clause number for each word of a sentence; equal numbers, same clause."""
        found = self._clauses.get(sentence)
        if found is None:
            found = self._clauses[sentence] = self._number_clauses(*self.word_range(sentence))
        return found

    def clause_of(self, word: int) -> int:
        """The number, within its sentence, of the clause that holds a word."""
        found = self._clause_of.get(word)
        if found is None:
            sentence = self.sentence_of(word)
            self._clause_of.update(enumerate(self.clauses(sentence), self.word_range(sentence)[0]))
            found = self._clause_of[word]
        return found

    def clause_words(self, word: int) -> range:
        """The words of the clause that holds a word, from the clause's first to its last."""
        sentence = self.sentence_of(word)
        first, _ = self.word_range(sentence)
        numbers = self.clauses(sentence)
        mine = [first + i for i, n in enumerate(numbers) if n == numbers[word - first]]
        return range(mine[0], mine[-1] + 1)

    def verbs(self, sentence: int) -> list[int]:
        """The words of a sentence that look like a full verb (auxiliaries left out)."""
        found = self._verbs.get(sentence)
        if found is None:
            first, last = self.word_range(sentence)
            found = self._verbs[sentence] = [i for i in range(first, last) if self._looks_like_verb(i, first)]
        return found

    def _number_clauses(self, first: int, last: int) -> list[int]:
        numbers, number, outside = [], 0, []
        highest = 0
        for i in range(first, last):
            gap = self.gap(i) if i > first else ""
            if "(" in gap:
                outside.append(number)
                number = highest = highest + 1
            elif ")" in gap and outside:
                number = outside.pop()
                if self._opens(i, gap.replace(")", "")):
                    number = highest = highest + 1
            elif i > first and self._opens(i, gap):
                number = highest = highest + 1
            numbers.append(number)
        return numbers

    def _opens(self, word: int, gap: str) -> bool:
        if any(c in _HARD for c in gap) and gap not in ("-", "–"):
            return True
        this = self.words.words[word]
        if "," in gap:
            return this in _OPENERS_AFTER_COMMA
        if '"' in gap or "“" in gap:
            return self.words.words[word - 1] in ("said", "says", "added", "told")
        return this in _OPENERS and self.words.words[word - 1] not in ("long", "soon") and not self._is_plain(this, word)

    def _is_plain(self, this: str, word: int) -> bool:
        """Whether an opener is a mere preposition or determiner here: "that day", "as many as", "since 2004", "as a shelter"."""
        after = self.words.words[word + 1] if word + 1 < len(self.words.words) else ""
        if this == "that":
            relative = after in AUXILIARIES or is_verb_form(after)
            return not relative and not SPEECH_VERBS & set(self.words.words[max(word - 6, 0) : word])
        if this == "as" and self.words.words[word - 1] in _TAKEN_AS:
            return True
        if this == "as":
            return after in ("a", "an", "the", "many", "much", "well", "of", "part", "it") or self.words.words[word - 1] in (
                "such",
                "as",
            )
        return this in ("since", "until", "before", "after", "amid") and (after[:1].isdigit() or after in ("then", "now", "that"))

    def _looks_like_verb(self, word: int, first: int) -> bool:
        this = self.words.words[word]
        if this in AUXILIARIES or not is_verb_form(this):
            return False
        before = self.words.words[word - 1] if word > first else ""
        if before in ("a", "an", "the", "this", "his", "her", "their", "its", "some", "more", "than", "of"):
            return False
        if this.endswith("ing") and before in ("on", "about", "over"):
            return False  # a noun: "signed a treaty on fishing on Friday"
        start = self.words.starts[word]
        return word == first or not self.text[start].isupper()
