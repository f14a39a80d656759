"""A phrase of the date grammar in its surroundings: its words, the dateline, the tense of its clause, the date before it.

Read of the surroundings: the neighbouring words, the nearest word in the sentence that tells past from future, and the last
date found before. Not read: who speaks, and whether a clause is inside a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from factspec.model import DateMention, DateRange
from factspec.recognisers.dates_grammar import BREAK, Hit, Tokens
from factspec.recognisers.dates_words import word_set

__all__ = ["NeedsDatelineError", "Phrase", "Scene", "Tense"]

Tense = Literal["past", "future", ""]
_SENTENCE_REACH = 60
_TOLD_REACH = 6  # so many dates back may "two days later" count from
_LONGEST = {"day": 4, "week": 8, "weekend": 8, "fortnight": 15, "month": 32, "quarter": 93}  # else any length

# What the nearest of these before a date (or else behind it) says of when the date lies. "-ed" forms are past by their ending.
_FUTURE = word_set(
    "will shall ll scheduled slated upcoming expected plan plans planned planning hopes intends vows aims going tomorrow "
    "begins starts opens ends expires resumes takes meets faces runs closes continues launches arrives leaves returns lands "
    "concludes deadline coming next soon tentatively would could should might must can"
)
_FUTURE_PAIRS = frozenset(
    {(verb, "to") for verb in ("is", "are", "was", "were", "set", "due")}
    | {("due", word) for word in ("on", "in", "by", "for", "at", "out", "back", "this", "next", "before", "after")}
    | {("to", "be"), ("won", "'")}
)
_PAST = word_set(
    "said told was were had did been ago last yesterday since after became began broke brought built came caught cut died "
    "drew drove fell felt fled flew fought found gave got grew heard held hit kept knew laid led left lost made met paid "
    "put ran rang read rose sank sat saw sent set shook shot shut sold spent spoke spread stood stole struck sued swept "
    "swore thought took tore underwent went withdrew woke won wore wrote says according"
)
_NOT_PAST = word_set("need needed indeed speed exceed proceed succeed united hundred embed breed based related")
_ABBREVIATED = word_set(
    "mr mrs ms dr prof gen col lt capt sgt gov sen rep st jr sr vs no jan feb mar apr jun jul aug sep sept oct nov dec mon "
    "tue tues wed thu thur thurs fri sat sun"
)
_DETERMINERS = word_set("the a an his her its their this that these those")


class NeedsDatelineError(ValueError):
    """A phrase that cannot be read without the dateline, in an article that has none."""


@dataclass(slots=True)
class Scene:
    """What all phrases of one scan share. `found` grows as the scan goes on; `earlier` looks before the searched stretch."""

    tokens: Tokens
    published: date | None
    day_first: bool | None
    found: list[DateMention] = field(default_factory=list)
    earlier: Callable[[], Sequence[DateMention]] = tuple

    def antecedent(self, longest: int) -> DateMention | None:
        """The last date before this place that spans no more than so many days, if there is one near."""
        return _last_within(self.found, longest) or _last_within(self.earlier(), longest)

    def tense(self, first: int, last: int) -> Tense:
        """Whether the clause around the tokens [first, last) speaks of the past or of the future."""
        return self._cue(range(first - 1, max(-1, first - _SENTENCE_REACH), -1)) or self._cue(range(last, last + _SENTENCE_REACH))

    def _cue(self, indexes: Sequence[int]) -> Tense:
        for index in indexes:
            if self.ends_sentence(index):
                return ""
            word = self.tokens.word(index).lower()
            if word in _FUTURE or self.tokens.word(index) == "may" or self._future_pair(index, word):
                return "future"
            if self._past(index, word):
                return "past"
        return ""

    def _future_pair(self, index: int, word: str) -> bool:
        pair = (word, self.tokens.word(index + 1).lower())
        if pair == ("due", "to"):  # "due to meet", not "due to the rain" or "due to flooding"
            behind = self.tokens.word(index + 2).lower()
            return behind not in _DETERMINERS and not behind.endswith("ing")
        return pair in _FUTURE_PAIRS

    def _past(self, index: int, word: str) -> bool:
        if self.tokens.word(index - 1).lower() == "be":  # "to be held", "could be charged"
            return False
        return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)

    def ends_sentence(self, index: int) -> bool:
        """Whether a token closes a sentence, or stands outside the stretch."""
        word = self.tokens.word(index)
        if word != ".":
            return word in {"", "!", "?", BREAK}
        before, after = self.tokens.word(index - 1), self.tokens.word(index + 1)
        return (
            len(before) > 1
            and before.lower() not in _ABBREVIATED
            and not after[:1].islower()
            and not self.tokens.glued(index + 1)
        )


def _last_within(found: Sequence[DateMention], longest: int) -> DateMention | None:
    near = found[: -_TOLD_REACH - 1 : -1]
    return next((one for one in near if (one.readings[0].last - one.readings[0].first).days < longest), None)


class Phrase:
    """What a resolver may ask: the words of the rule's groups, the neighbouring words, and the scene's knowledge.

    `relative` becomes true as soon as the dateline is asked for. Reading what is not there raises ValueError, which is how a
    resolver refuses a phrase.
    """

    __slots__ = ("_hit", "_scene", "_tense", "relative", "vague")

    def __init__(self, scene: Scene, hit: Hit) -> None:
        self._scene, self._hit = scene, hit
        self.relative = False
        self.vague = False
        self._tense: Tense | None = None

    def __getitem__(self, group: str) -> str:
        """The words of a group in lower case, with one blank between them; "" where the group is absent."""
        return self.written(group).lower()

    def written(self, group: str) -> str:
        """The words of a group as they are written."""
        first, last = self._hit.groups.get(group, (0, 0))
        return " ".join(map(self._scene.tokens.word, range(first, last)))

    def words(self) -> str:
        """All words of the phrase as they are written, with one blank between them."""
        return " ".join(map(self._scene.tokens.word, range(self._hit.first, self._hit.last)))

    def before(self, distance: int = 1) -> str:
        """The word that stands so many words before the phrase."""
        return self._scene.tokens.word(self._hit.first - distance)

    def after(self, distance: int = 1) -> str:
        """The word that stands so many words behind the phrase."""
        return self._scene.tokens.word(self._hit.last + distance - 1)

    def near(self) -> set[str]:
        """The words around the phrase, a dozen to each side, in lower case."""
        around = (*range(self._hit.first - 12, self._hit.first), *range(self._hit.last, self._hit.last + 12))
        return {self._scene.tokens.word(index).lower() for index in around}

    @property
    def glued(self) -> bool:
        """Whether the phrase hangs on the character before it: "COVID-2019", "$2000"."""
        return self._scene.tokens.glued(self._hit.first)

    @property
    def hangs(self) -> bool:
        """Whether the token behind the phrase is attached to it: "2000-strong", "2008-2010"."""
        return self._scene.tokens.glued(self._hit.last)

    @property
    def opens(self) -> bool:
        """Whether the phrase begins its sentence."""
        return self._scene.ends_sentence(self._hit.first - 1)

    @property
    def today(self) -> date:
        """The day of the dateline."""
        self.relative = True
        if self._scene.published is None:
            raise NeedsDatelineError
        return self._scene.published

    @property
    def dated(self) -> bool:
        """Whether there is a dateline."""
        return self._scene.published is not None

    @property
    def tense(self) -> Tense:
        """Whether the clause speaks of the past or of the future; "" where nothing tells."""
        if self._tense is None:
            self._tense = self._scene.tense(self._hit.first, self._hit.last)
        return self._tense

    @property
    def day_first(self) -> bool | None:
        """Whether 1/2/2026 is in February (true), in January (false), or either."""
        return self._scene.day_first

    def told(self, unit: str = "") -> DateMention | None:
        """The date that the text gave last, of those precise enough to count such units from."""
        return self._scene.antecedent(_LONGEST.get(unit, 400_000))

    def anchor(self, unit: str = "") -> DateRange:
        """The most likely reading of that date; ValueError where there is none."""
        if (found := self.told(unit)) is None:
            raise ValueError("nothing to count from")
        self.relative = self.relative or found.relative
        return found.readings[0]
