"""A sentence as dates see it: its verbs, its clauses, which verb governs a date, and whose verb that is.

What is read: the outline's verbs and clauses, the base form behind "will" or "to", and a present tense that stands before a
determiner. What is not: a parse; where the words leave it open, the answer is the one that binds less.
"""

from __future__ import annotations

from functools import cached_property

from factspec.binding.pattern import Hit
from factspec.binding.scene import Scene
from factspec.language.inflection import inflections
from factspec.language.lexicon import OCCURRENCE_VERBS, listed
from factspec.language.outline import AUXILIARIES

__all__ = ["HAPPENINGS", "LIGHT_VERBS", "Predicates"]

LIGHT_VERBS = listed(
    """suffered suffered suffering underwent made making launched launching mounted carried staged held holding committed
    sustained experienced released releasing began beginning started opened engaged engaging foiled thwarted repulsed repelled
    averted prevented stopped had having saw sees signed announced reported caused causing triggered survived completed finished
    ended played plays gave gives hosted performed celebrated celebrates"""
)
"""Verbs that say of their object no more than that it happened."""
HAPPENINGS = (
    OCCURRENCE_VERBS
    | LIGHT_VERBS
    | listed(
        "planned expected slated billed dated broken broke burst flared set postponed called averted published released issued"
    )
)
"""Verbs that say of their subject no more than that it happens, or when."""

_MODALS = listed("will would can could may might must shall should did does do won wouldn couldn didn doesn")
_DETERMINERS = listed("the a an this that these those its his her their our my your another")
_PREPOSITIONS = listed(
    "of in at on for from with by about to over against near between during under into after before since until through "
    "off outside inside amid around along across behind beyond despite without within among"
)
_FUNCTION = (
    _DETERMINERS | _PREPOSITIONS | AUXILIARIES | listed("and or but nor as than not also be it he she they who which that")
)
_ADVERBS = listed("not also be been now already still only later then again never soon t")
_RELATIVE = frozenset(("who", "which", "that"))
_HANGING = listed("as since until till before after")
_TIMES = listed(
    "on in at the early late earlier about around shortly just before after midnight noon dawn dusk morning afternoon evening "
    "night a p m am pm local time gmt utc of mid"
)
_AHEAD = listed("expected scheduled due set planned slated likely forecast supposed")
_UNLISTED = frozenset({"broadcast", "born"})
_PARTICIPLES = listed("due scheduled planned expected held set slated announced signed dated issued published released")
_ENDING_IN = frozenset(("engaged", "engaging", "ended", "resulted", "culminated"))  # "engaged in a conversation"
_FAR = 9


class Predicates:
    """The verbs and clauses of one sentence. Words are numbered through the whole text; `last` of a date is its last word."""

    def __init__(self, scene: Scene, sentence: int) -> None:
        self._outline = scene.outline
        self._words = scene.outline.words.words
        self._text = scene.text
        self.sentence = sentence
        self.first, self.end = scene.outline.word_range(sentence)

    @cached_property
    def verbs(self) -> list[int]:
        """The words that look like a full verb, in order."""
        known = set(self._outline.verbs(self.sentence))
        return [w for w in range(self.first, self.end) if w in known or self._is_verb(w)]

    def clause(self, word: int) -> int:
        """The clause of a word; a tail without a verb ("since Tuesday", "as mayor on Tuesday") goes with the one before."""
        here = self._outline.clause_words(word)
        opener = self._words[here.start]
        if here.start > self.first and opener in _HANGING and not any(v in here for v in self.verbs):
            between = self._words[here.start + 1 : word]
            if opener == "as" or all(w in _TIMES or w[:1].isdigit() for w in between):
                return self._outline.clause_of(here.start - 1)
        return self._outline.clause_of(word)

    def governor(self, word: int, last: int) -> int | None:
        """The verb of the date's clause that governs the date: the nearest one, the one before it winning a tie."""
        clause = self.clause(word)
        verbs = [v for v in self.verbs if self._outline.clause_of(v) == clause and not word <= v <= last]
        verbs = [v for v in verbs if v > last or not self._is_inserted(v, word)]
        return min(verbs, key=lambda v: self._pull(v, word, last), default=None)

    def _is_inserted(self, verb: int, word: int) -> bool:
        """Whether a verb stands in an insertion that is closed before a word: "Vey, sentenced in May, has until Friday"."""
        start = verb
        while start > self.first and self._words[start - 1] in AUXILIARIES | _RELATIVE and "," not in self._outline.gap(start):
            start -= 1
        return "," in self._outline.gap(start) and self._commas(range(verb + 1, word + 1)) > 0

    def _pull(self, verb: int, word: int, last: int) -> int:
        """How far a verb is from a date: in words, those behind it counting a little more, and six for each comma between."""
        between = range(verb + 1, word + 1) if verb < word else range(last + 1, verb + 1)
        return len(between) * 2 + (verb > last) + 12 * self._commas(between)

    def _commas(self, between: range) -> int:
        return sum("," in self._outline.gap(w) for w in between)

    def is_predicate(self, anchor: Hit, verb: int) -> bool:
        """Whether a noun is the subject of a verb of happening, or the object of one that says no more than that it happened."""
        if self._outline.clause_of(anchor.first) != self._outline.clause_of(verb):
            return False
        if anchor.last <= verb:
            if anchor.last == verb and self._words[verb] in LIGHT_VERBS and not self._commas(range(verb, verb + 1)):
                return True  # "after a heart attack suffered on Monday"
            return self._words[verb] in HAPPENINGS and self.is_head(anchor) and self._reaches(anchor, verb)
        between = range(verb + 1, anchor.first)
        light = self._words[verb] in LIGHT_VERBS and anchor.first - verb <= 4
        if light and self._words[verb + 1] == "in" and self._words[verb] in _ENDING_IN:
            return True
        return light and not any(self._words[w] in _PREPOSITIONS - {"out", "off", "up"} for w in between)

    def _reaches(self, subject: Hit, verb: int) -> bool:
        """Whether only an "of" phrase, or an insertion between two commas, stands between a subject and its verb."""
        between = range(subject.last, verb)
        if any(v in between for v in self.verbs) or self.modifies(subject):
            return False
        commas = self._commas(range(subject.last, verb + 1))
        if commas == 2:
            return "," in self._outline.gap(subject.last)
        if commas == 1 and subject.last == verb:
            return self._words[verb] in _PARTICIPLES
        near = len(between) <= 3 or (len(between) <= _FAR and self._words[subject.last] in _PREPOSITIONS)
        return commas == 0 and near

    def is_head(self, noun: Hit) -> bool:
        """Whether a noun stands by itself: not "the victims of the quake", "help after the quake"."""
        return self._preposition(noun) is None

    def opens_clause(self, noun: Hit) -> bool:
        """Whether a clause begins with a noun's preposition: "after a joint operation of the two"."""
        return self._preposition(noun) == self._outline.clause_words(noun.first).start

    def _preposition(self, noun: Hit) -> int | None:
        """The preposition that a noun's phrase hangs on, if there is one close before it."""
        for word in range(noun.first - 1, max(noun.first - 4, self.first) - 1, -1):
            if "," in self._outline.gap(word + 1) or self._words[word] in AUXILIARIES or word in self.verbs:
                return None
            if self._words[word] in _PREPOSITIONS:
                return word
        return None

    def modifies(self, noun: Hit) -> bool:
        """Whether a noun only modifies the next one: "the election campaign"."""
        if noun.last >= self.end or self._outline.gap(noun.last) != " ":
            return False
        behind = self._words[noun.last]
        plain = behind in _FUNCTION | _ADVERBS | _TIMES or noun.last in self.verbs or behind.endswith("ly") or behind == "due"
        return not plain and self._text[self._outline.words.starts[noun.last]].islower()

    def has_verb(self, word: int) -> bool:
        """Whether the clause of a word has a verb."""
        clause = self._outline.clause_of(word)
        return any(self._outline.clause_of(v) == clause for v in self.verbs)

    def _is_verb(self, word: int) -> bool:
        """A base form behind a modal or "to", or a present tense before a determiner: verbs that no ending shows."""
        this = self._words[word]
        lower = word == self.first or self._text[self._outline.words.starts[word]].islower()
        if this in _FUNCTION or not lower or this[:1].isdigit():
            return False
        before = self._before(word) if word > self.first else ""
        after = self._words[word + 1] if word + 1 < self.end else ""
        if this in _UNLISTED or (this == "due" and after in ("on", "in", "by", "next", "this", "for", "at")):
            return True
        if before in _MODALS:
            return True
        if before == "to" and self._words[word - 1] == "to":
            return after in _DETERMINERS or self._words[word - 2] in _AHEAD
        return self._is_present(word, before, after)

    def _is_present(self, word: int, before: str, after: str) -> bool:
        """ "The mayor meets the drivers", "Teskia votes on Monday"."""
        this = self._words[word]
        if not this.endswith("s") or this.endswith(("ss", "us", "is")) or len(this) < 4 or word == self.first:
            return False
        if (
            self._words[word - 1] == "s"
            or before in _FUNCTION - {"it", "he", "she", "who", "which", "that"}
            or before[:1].isdigit()
        ):
            return False
        if after in _DETERMINERS:
            return True
        known = self._outline.verbs(self.sentence)
        clause = self._outline.clause_of(word)
        return after in ("on", "in", "at") and not any(self._outline.clause_of(v) == clause for v in known)

    def _before(self, word: int) -> str:
        """The word before a word, adverbs left out."""
        at = word - 1
        while at > self.first and (self._words[at] in _ADVERBS or self._words[at].endswith("ly")):
            at -= 1
        return self._words[at] if at >= self.first else ""

    def is_of(self, verb: int, known: frozenset[str]) -> bool:
        """Whether a form of a verb is among known words."""
        return not known.isdisjoint(inflections(self._words[verb]))
