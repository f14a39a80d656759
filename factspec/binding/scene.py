"""A scene: one article as the facts of one spec see it, with hits, mentions and statuses, made when asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from factspec.binding.curated import Curated
from factspec.binding.pattern import Found, Hit, Use
from factspec.binding.reading import Reading
from factspec.language.cues import Cue
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, SPEECH_NOUNS, SPEECH_VERBS, TITLES, WEEKDAYS
from factspec.language.versions import versions_in
from factspec.model import Dateline, DateRange, Fact, NameMention, Status

__all__ = ["KIN", "Scene", "stem"]


class Scene:
    """A reading with the hits of one spec's facts: where each fact is spoken of, and where its rivals are."""

    def __init__(
        self,
        reading: Reading,
        found: Found,
        touched: Sequence[int],
        meant: Mapping[str, Sequence[str]],
        curated: Curated,
    ) -> None:
        self.reading = reading
        self.meant = meant  # known name word → the words of the article that it is, or almost is
        self.outline = reading.outline
        self.text = reading.article.text
        self._found = found
        self._touched = touched
        self._curated = curated
        self._dated: dict[date, Scene] = {}
        self._anchors: dict[int, dict[int, list[tuple[int, Hit]]]] = {}  # group → sentence → fact and hit
        self._told: dict[int, dict[int, set[int]]] = {}  # spec → sentence → its facts with a name or an anchor there
        self._naming: dict[int, set[int]] = {}  # spec → the sentences with one of its names
        self._kin: dict[int, frozenset[str]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self.holders: dict[tuple[int, int], list[NameMention]] = {}  # words of an office → whom the article gives it to

    @cached_property
    def opening(self) -> Sequence[int]:
        """The sentences of the headline and of the first two paragraphs of the body."""
        last = 2 if self.reading.article.headline else 1
        return list(takewhile(lambda s: self.outline.paragraph_of(s) <= last, self.outline.every_sentence()))

    def dated(self, day: date) -> Scene:
        """The same scene as if the article had appeared on that day."""
        scene = self._dated.get(day)
        if scene is None:
            article = replace(self.reading.article, dateline=Dateline(day, guessed=True))
            reading = Reading(article, self.outline)
            scene = self._dated[day] = Scene(reading, self._found, self._touched, self.meant, self._curated)
        return scene

    def hits(self, fact: int, *uses: Use) -> list[Hit]:
        """The hits of a fact for any of the uses, in text order."""
        hits = self._found.hits(fact)
        return [h for h in hits if h.pattern.use in uses] if hits else []

    def by_sentence(self, hits: Iterable[Hit]) -> dict[int, list[Hit]]:
        """Hits by the number of their sentence; in one pass, because a text may be long."""
        found: dict[int, list[Hit]] = {}
        for hit in hits:
            found.setdefault(self.outline.sentence_of(hit.first), []).append(hit)
        return found

    def times(self, fact: int) -> tuple[DateRange, ...]:
        """The dates that a fact's statement and its spec's event name."""
        return self._curated.times.get(fact, ())

    def is_particular(self, fact: int) -> bool:
        """Whether hardly another fact of its spec has a fact's value, so that the value alone may tell of it."""
        return fact in self._curated.particular

    def speaks_of(self, fact: int, sentence: int, least: int = 2, *, plain: bool = True) -> bool:
        """Whether a sentence has two words, or `least`, of the fact's statement; `plain` of a fact without one."""
        wanted = self._curated.statements.get(fact, frozenset())
        if not wanted:
            return plain
        return len(wanted & self._stems_of(sentence)) >= least

    def is_said_of(self, fact: int, said: Collection[str]) -> bool:
        """Whether a fact's statement has one of some words."""
        return not self._curated.statements.get(fact, frozenset()).isdisjoint(map(stem, said))

    @cached_property
    def version_places(self) -> list[tuple[int, str]]:
        """The versions that the article names, each with its offset."""
        return versions_in(self.text)

    def versions(self, fact: int) -> frozenset[str]:
        """The version numbers that the spec of a fact names."""
        return self._curated.versions[self._curated.spec_of[fact]]

    def is_of_fact(self, fact: int, name: str) -> bool:
        """Whether a name, or a word of it, is among the anchors of a fact or the capitalised words of its statement."""
        curated = self._curated.facts[fact]
        own = {w for form in (*curated.about, *curated.of) for w in words(form).words}
        return not (own | self._curated.named.get(fact, frozenset())).isdisjoint(words(name).words)

    def is_anchor(self, fact: int, word: str) -> bool:
        """Whether the spec has a word among the anchors of a fact, in just this form."""
        curated = self._curated.facts[fact]
        return word in curated.about or word in curated.of

    def is_plural_of_one(self, fact: int, sentence: int) -> bool:
        """Whether the `about` of a count stands in a sentence only in the plural, where the fact's statement has the singular."""
        curated = self._curated.facts[fact]
        if not (curated.of and curated.about):
            return False
        here = [h for h in self.hits(fact, Use.ANCHOR) if self.outline.sentence_of(h.first) == sentence]
        told = words(curated.statement).words
        said = [self.outline.words.words[h.last - 1] for h in here]
        return bool(said) and all(w.endswith("s") and w not in told and w[:-1] in told for w in said)

    def tells_of_event(self, fact: int, sentence: int) -> bool:
        """Whether a sentence has a word of the event of the fact's spec, or a name or an anchor of another of its facts."""
        spec = self._curated.spec_of[fact]
        told = self._told.get(spec)
        if told is None:
            told = self._told[spec] = self._sentences_of(spec)
        if told.get(sentence, _NONE) - {fact}:
            return True
        return not self._curated.events[spec].isdisjoint(self._stems_of(sentence))

    def names_known(self, fact: int, sentence: int) -> bool:
        """Whether a sentence has a capitalised word that the fact's spec knows as part of a name."""
        known = self._curated.of_event[self._curated.spec_of[fact]]
        return bool(known) and not known.isdisjoint(self.outline.words.words[slice(*self.outline.word_range(sentence))])

    def names_event(self, fact: int, sentence: int) -> bool:
        """Whether a sentence has a word of the event of the fact's spec, or a name of one of its facts; true without an event."""
        spec = self._curated.spec_of[fact]
        wanted = self._curated.events[spec]
        if not wanted:
            return True
        named = self._naming.get(spec)
        if named is None:
            facts = (f for f in self._touched if self._curated.spec_of[f] == spec)
            hits = (h for f in facts for h in self.hits(f, Use.NAME, Use.SURNAME))
            named = self._naming[spec] = {self.outline.sentence_of(h.first) for h in hits}
        return sentence in named or not wanted.isdisjoint(self._stems_of(sentence))

    def _sentences_of(self, spec: int) -> dict[int, set[int]]:
        """The sentences in which a name or an anchor of a spec's facts stands, with these facts."""
        found: dict[int, set[int]] = {}
        for fact in (f for f in self._touched if self._curated.spec_of[f] == spec):
            for hit in self._found.hits(fact):
                if hit.pattern.use in _TELLING:
                    found.setdefault(self.outline.sentence_of(hit.first), set()).add(fact)
        return found

    def rivals(self, fact: int, sentence: int) -> list[Hit]:
        """The anchors in a sentence of other facts of the same group: what may explain a mention better."""
        return [hit for _, hit in self.rivals_of(fact, sentence)]

    def rivals_of(self, fact: int, sentence: int) -> list[tuple[Fact, Hit]]:
        """The rivals of a fact in a sentence, each with the fact whose anchor it is."""
        groups = self._curated.groups
        anchors = self._anchors.get(groups[fact])
        if anchors is None:
            anchors = self._anchors[groups[fact]] = self._anchors_of(groups[fact])
        return [(self._curated.facts[other], hit) for other, hit in anchors.get(sentence, ()) if other != fact]

    def rival_facts(self, fact: int) -> list[Fact]:
        """The other facts of the same group: all of a small plan, of a large one those that the article touches."""
        groups, facts = self._curated.groups, self._curated.facts
        numbers = range(len(facts)) if len(facts) <= _SMALL else self._touched
        return [facts[other] for other in numbers if other != fact and groups[other] == groups[fact]]

    def names_another(self, fact: int, sentence: int) -> bool:
        """Whether a sentence names somebody or something, but nobody and nothing that the fact's statement names."""
        own = self._curated.named.get(fact, frozenset())
        if not own:
            return False
        first, last = self.outline.word_range(sentence)
        found = self.outline.words
        capital = {found.words[w] for w in range(first + 1, last) if self.text[found.starts[w]].isupper()}
        kin = {word[:KIN] for word in own}
        return kin.isdisjoint(self.kin(sentence)) and bool(capital - _NO_NAMES)

    def is_of_stranger(self, fact: int, sentence: int, start: int) -> bool:
        """Whether a sentence opens with somebody whom the spec does not know and who does what it tells: "Lund Metals spent …".

        Who only speaks is no such actor, unless he speaks of himself: "Lund Bank said that it would cut 65 jobs".
        """
        known = self._curated.of_event[self._curated.spec_of[fact]]
        if not known:
            return False
        first, last = self.outline.word_range(sentence)
        found = self.outline.words.words
        for name in self.reading.names(sentence):
            at = self.outline.words.index(name.start)
            if name.end > start or at - first > _OPENING:
                return False
            own = not known.isdisjoint(words(name.name).words)
            if own or (at > first and found[at - 1] in _LEADING):
                continue
            said = [w for w in range(at, last) if found[w] in SPEECH_VERBS and self.outline.words.starts[w] < start]
            itself = not _ITSELF.isdisjoint(found[said[0] : last]) if said else False
            return not said or itself
        return False

    def is_of_news(self, fact: int, sentence: int) -> bool:
        """Whether a sentence's subject is brought in as new and is no word of the event: "A balloon reached 27 km"."""
        first, last = self.outline.word_range(sentence)
        found = self.outline.words.words
        if found[first] not in ("a", "an", "another"):
            first = self._behind_a_date(sentence)
        if found[first] not in ("a", "an", "another") or not self._curated.events[self._curated.spec_of[fact]]:
            return False
        verbs = [v for v in self.outline.verbs(sentence) if v > first]
        subject = found[first + 1 : min(verbs, default=last)][:_SUBJECT]
        speaks = any(found[v] in SPEECH_VERBS for v in verbs) or not _TELLERS.isdisjoint(subject)
        figures = [w for w, word in enumerate(subject, first + 1) if word[:1].isdigit() and "," not in self.outline.gap(w)]
        counts = not _COUNTING.isdisjoint(subject) or bool(figures)  # "A cyclist, 45, was killed" counts nothing
        known = self._curated.events[self._curated.spec_of[fact]] | self._curated.statements.get(fact, frozenset())
        anchors = {w for h in self.hits(fact, Use.ANCHOR, Use.COUNTED) for w in range(h.first, h.last)}
        held = any(w in anchors for w in range(first, first + 1 + len(subject)))
        return bool(subject) and not speaks and not counts and not held and known.isdisjoint(map(stem, subject))

    def _behind_a_date(self, sentence: int) -> int:
        """The first word of a sentence behind the date that it opens with: "On 12 April a grass fire …"."""
        first, last = self.outline.word_range(sentence)
        if self.outline.words.words[first] not in ("on", "in", "last", "yesterday", "earlier", "late", "early"):
            return first
        opening = next(iter(self.reading.dates(sentence)), None)
        if opening is None or self.outline.words.index(opening.start) > first + 1:
            return first
        return min(self.outline.words.index(opening.end - 1) + 1, last - 1)

    def kin(self, sentence: int) -> frozenset[str]:
        """The words of a sentence cut to the letters by which their forms are told to belong together."""
        found = self._kin.get(sentence)
        if found is None:
            first, last = self.outline.word_range(sentence)
            found = self._kin[sentence] = frozenset(w[:KIN] for w in self.outline.words.words[first:last])
        return found

    def _stems_of(self, sentence: int) -> frozenset[str]:
        """The stems of a sentence's words."""
        found = self._stems.get(sentence)
        if found is None:
            first, last = self.outline.word_range(sentence)
            found = self._stems[sentence] = frozenset(map(stem, self.outline.words.words[first:last]))
        return found

    @cached_property
    def almost(self) -> frozenset[str]:
        """The known name words that a word of the article is only almost."""
        return frozenset(known for known, written in self.meant.items() if len(written) > 1 or written[0] != known)

    def _anchors_of(self, group: int) -> dict[int, list[tuple[int, Hit]]]:
        """The anchors of all facts of a group that the article touches, by sentence."""
        found: dict[int, list[tuple[int, Hit]]] = {}
        for fact in (f for f in self._touched if self._curated.groups[f] == group):
            both = bool(self._curated.facts[fact].of and self._curated.facts[fact].about)
            for sentence, hits in self.by_sentence(self.hits(fact, Use.ANCHOR, Use.COUNTED)).items():
                told = {self.outline.clause_of(h.first) for h in hits if h.pattern.use is Use.ANCHOR} if both else set()
                own = [h for h in hits if not both or self.outline.clause_of(h.first) in told]
                found.setdefault(sentence, []).extend((fact, hit) for hit in own)
        return found

    def _reaches(self, cue: Cue, start: int) -> bool:
        """Whether a cue is near enough: a plain negation takes back what stands in its own clause, a correction the sentence.

        "It is not yet clear whether" leaves open and takes nothing back.
        """
        if cue.kind != "negation":
            return True
        if _OPEN & set(self.text[cue.end : cue.end + 24].lower().split()[:2]):
            return False
        first, word = self.outline.words.index(cue.start), self.outline.words.index(start)
        return self.outline.clause_of(first) == self.outline.clause_of(word) and abs(word - first) <= _NEGATION_REACH

    def status(self, start: int, end: int) -> tuple[Status, Cue | None]:
        """How the article stands to text[start:end]: asserted unless a cue's scope covers it."""
        for cue in self.reading.cues(self.outline.sentence_at(start)):
            status = _STATUS.get(cue.kind)
            if status and cue.scope.start <= start and end <= cue.scope.end and self._reaches(cue, start):
                return status, cue
        return Status.ASSERTED, None


_SMALL = 200
_OPENING = 6
_SUBJECT = 4
_TELLERS = SPEECH_NOUNS | frozenset(
    "memo report study survey document review inquiry poll spokesman spokeswoman source witness".split()
)
_COUNTING = frozenset("total number further few couple dozen lot majority handful second third record".split())
_LEADING = frozenset(("in", "at", "near", "from", "of", "for", "by", "on"))
_ITSELF = frozenset(("it", "its", "they", "their", "we", "he", "she", "his", "her"))
_NONE: frozenset[int] = frozenset()
_TELLING = frozenset((Use.NAME, Use.SURNAME, Use.ANCHOR, Use.COUNTED))
KIN = 5  # letters by which Somalia and Somalis are known to belong together
_NO_NAMES = MONTHS | WEEKDAYS | TITLES | {"i", "us", "u", "s"}
_NEGATION_REACH = 8
_OPEN = frozenset(("clear", "known", "certain", "sure"))
_STATUS = {
    "negation": Status.DENIED,
    "denial": Status.DENIED,
    "correction": Status.SUPERSEDED,
    "hypothesis": Status.HYPOTHETICAL,
}


def stem(word: str) -> str:
    """The first letters of a word, by which its forms are told to be one: hospital, hospitalised."""
    return word[:6]
