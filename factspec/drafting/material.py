"""The articles of a draft, read once: their outlines and mentions, and the themes of words.

A theme stands for all forms of a word and for its synonyms: "killed", "dead" and "died" are one. What is read: words in
lower case, of four letters or more, that are no function word, numeral, day or verb of saying. What is not: meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from factspec.article import Article
from factspec.binding.reading import Reading
from factspec.drafting.proposal import Sighting
from factspec.language.inflection import inflections
from factspec.language.lexicon import MONTHS, SPEECH_VERBS, WEEKDAYS, listed
from factspec.language.numerals import numeral
from factspec.language.outline import AUXILIARIES
from factspec.language.persons import looks_like_person, surname_of
from factspec.language.synonyms import synonyms
from factspec.model import NameMention

__all__ = ["FUNCTION", "Material", "Text", "is_content", "is_person", "theme"]

FUNCTION = AUXILIARIES | listed(
    """a an the this that these those some any each every all both either neither no not none one other others another such same
    many much more most few fewer less least several enough own only even just also too very so as than then there here now still
    yet ever never again already almost nearly about around some over under above below up down out off on in at to of for from by
    with without within into onto upon between among against during before after since until while when where why how who whom
    whose which what whatever and or but nor if unless because though although whether however meanwhile i you he she it we they
    me him her us them my your his its our their mine yours hers ours theirs himself herself itself themselves mr mrs ms dr
    according including near through toward towards across along amid despite per via like unlike back away ago later earlier
    early late soon today yesterday tomorrow tonight morning afternoon evening night day days week weeks month months year years
    hour hours minute minutes time times last next first second third recent recently new old former latest next past people
    person persons thing things part parts way lot lots number numbers total made make makes making get gets got getting go goes
    going went gone come comes came coming take takes took taken taking give gives gave given put set let keep kept seem
    seemed become became becomes
    well good great big small large major long short high low least main several whole half full around being
    s t d ll re ve m don didn doesn isn wasn won couldn wouldn hasn hadn
    set-up such including included includes include involving involved involve following followed follow among least worth
    gmt est pst local known believed thought expected says mid end start amount rest group further almost nearly mostly"""
)
_ADVERB = 5  # letters of a word in -ly that may be no adverb: "family" is one by mistake, and says little of a figure
_LEADING = listed("in at of from near to")
_LEAD = 2  # paragraphs behind the headline


@lru_cache(maxsize=1 << 15)
def theme(word: str) -> str:
    """The word that stands for all forms and synonyms of a folded one."""
    forms = sorted(inflections(word), key=lambda form: (len(form), form))
    for form in (word, *(form for form in forms if not form.endswith("s"))):
        if others := synonyms(form):
            plain = [w for w in (form, *others) if " " not in w]
            return min(plain, default=form)
    return forms[0]


def is_content(word: str) -> bool:
    """Whether a folded word can say what a figure or a date is of."""
    return (
        len(word) > 2
        and word not in FUNCTION
        and word not in MONTHS
        and word not in WEEKDAYS
        and word not in SPEECH_VERBS
        and not word[0].isdigit()
        and not (word.endswith("ly") and len(word) > _ADVERB)
        and numeral(word) is None
    )


def is_person(name: str) -> bool:
    """Whether a name may be a person's; one of two parts that only a hyphen joins is none."""
    return " " in name and looks_like_person(name)


@dataclass
class Text:
    """One article of a draft, by its number."""

    number: int
    article: Article
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        self.reading = Reading(self.article)

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def sentences(self) -> list[int]:
        return list(self.reading.outline.every_sentence())

    @cached_property
    def names(self) -> list[tuple[int, NameMention]]:
        """Every name of the article with its sentence; two that only a hyphen or a slash parts are left as they are."""
        return [(sentence, name) for sentence in self.sentences for name in self.reading.names(sentence)]

    @cached_property
    def persons(self) -> Mapping[str, str]:
        """Surname → the first full name of a person in the article that ends in it."""
        found: dict[str, str] = {}
        for _, name in self.names:
            if is_person(name.name) and (last := surname_of(name.name)):
                found.setdefault(last, name.name)
        return found

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The full names of those who stand beside a verb of saying."""
        words = self.reading.outline.words
        found = set()
        for _, name in self.names:
            first, last = words.index(name.start), words.index(name.end - 1)
            beside = words.words[max(first - 1, 0) : first] + words.words[last + 1 : last + 2]
            full = self.persons.get(name.name, name.name)
            led = words.words[max(first - 1, 0) : first]
            if is_person(full) and not SPEECH_VERBS.isdisjoint(beside) and not _LEADING.intersection(led):
                found.add(full)
        return frozenset(found)

    def word(self, at: int) -> str:
        """The folded word with this number."""
        return self.reading.outline.words.words[at]

    def written(self, at: int) -> str:
        """The word as the article writes it."""
        words = self.reading.outline.words
        return self.text[words.starts[at] : words.ends[at]]

    def is_lower(self, at: int) -> bool:
        return self.text[self.reading.outline.words.starts[at]].islower()

    def is_named(self, at: int) -> bool:
        """Whether a word is part of a proper name."""
        start = self.reading.outline.words.starts[at]
        names = self.reading.names(self.reading.outline.sentence_of(at))
        return any(name.start <= start < name.end for name in names)

    def is_in_lead(self, sentence: int) -> bool:
        return self.reading.outline.paragraph_of(sentence) <= (_LEAD if self.article.headline else _LEAD - 1)

    def themes(self, numbers: Iterable[int]) -> dict[str, str]:
        """The themes of those words that have one, each with its first written form, in order."""
        found: dict[str, str] = {}
        for at in numbers:
            word = self.word(at)
            if is_content(word) and self.is_lower(at):
                found.setdefault(theme(word), word)
        return found

    def is_taken_back(self, start: int, end: int, *, denied: bool = True) -> bool:
        """Whether a denial, a correction or a condition covers text[start:end]; a plain negation only where `denied`."""
        sentence = self.reading.outline.sentence_at(start)
        for cue in self.reading.cues(sentence):
            if cue.scope.start <= start and end <= cue.scope.end:
                if cue.kind in ("denial", "correction", "hypothesis") or (denied and cue.kind == "negation"):
                    return True
        return False

    def sighting(self, start: int, end: int, keys: Mapping[str, str], reach: range, then: str = "") -> Sighting:
        """A sighting with its keys, and the themes of the words in reach."""
        sentence = self.reading.outline.sentence_at(start)
        around = self.themes(reach)
        words = {**around, **keys}
        lead = self.is_in_lead(sentence)
        named = frozenset(word for name in self.reading.names(sentence) for word in name.name.split())
        return Sighting(self.number, start, end, sentence, tuple(keys), frozenset(words), words, lead, then, named)


@dataclass
class Material:
    """The articles of a draft in the order in which they were named."""

    articles: Sequence[Article]

    @cached_property
    def texts(self) -> list[Text]:
        return [Text(number, article) for number, article in enumerate(self.articles)]

    @cached_property
    def commonness(self) -> Counter[str]:
        """How many sentences of all articles have a theme."""
        found: Counter[str] = Counter()
        for text, sentence in self.every_sentence():
            found.update(text.themes(range(*text.reading.outline.word_range(sentence))).keys())
        return found

    def every_sentence(self) -> Iterator[tuple[Text, int]]:
        for text in self.texts:
            for sentence in text.sentences:
                yield text, sentence

    def at(self, sighting: Sighting) -> Text:
        return self.texts[sighting.article]
