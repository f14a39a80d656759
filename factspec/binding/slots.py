"""What stands where a fact's name should stand: another person, ship or place, or somebody or something without a name.

What is looked at: apposition to an anchor, the company of the fact's other names, names that differ by a word. What is not:
places, which have a room of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factspec.binding.names import is_apposition
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene, stem
from factspec.language.folding import words
from factspec.language.lexicon import listed
from factspec.language.persons import is_person_noun, looks_like_person
from factspec.model import Fact, NameMention, Span

__all__ = [
    "alike_name",
    "other_of_pair",
    "other_person",
    "other_ship",
    "unnamed",
]


def other_person(scene: Scene, number: int) -> Span | None:
    """Another person in apposition to an anchor, in a sentence that speaks of the fact: "Ratna Melati, a doctor"."""
    for anchor in scene.hits(number, Use.ANCHOR):
        sentence = scene.outline.sentence_of(anchor.first)
        for name in scene.reading.names(sentence):
            if looks_like_person(name.name) and is_apposition(scene, name, anchor) and scene.speaks_of(number, sentence):
                return Span(name.start, name.end)
    return None


# ---------------------------------------------------------------- names like the one that is missing


def alike_name(scene: Scene, company: Iterable[Hit], forms: Sequence[str]) -> Span | None:
    """A name that shares half its words with a missing one and stands in a clause with an anchor or another of the names."""
    for hit in company:
        for name in scene.reading.names(scene.outline.sentence_of(hit.first)):
            if _stands_in(scene, name, hit, forms):
                return Span(name.start, name.end)
    return None


def _stands_in(scene: Scene, name: NameMention, hit: Hit, forms: Sequence[str]) -> bool:
    if name.start < hit.end and hit.start < name.end:
        return False
    same_clause = scene.outline.clause_of(scene.outline.words.index(name.start)) == scene.outline.clause_of(hit.first)
    return same_clause and any(_alike(name.name.split(), form.split()) for form in forms)


_HEADS = listed("operation project programme program mission exercise ferry ship typhoon hurricane cyclone storm case affair")


def _alike(said: list[str], form: list[str]) -> bool:
    if said[:1] and said[0].lower() in _HEADS and len(said) == len(form) + 1:
        said = said[1:]
    if len(said) != len(form) or len(form) < 2:
        return False
    same = sum(a == b for a, b in zip(said, form, strict=True))
    return same * 2 >= len(form) and same < len(form)


# ---------------------------------------------------------------- pairs


def other_of_pair(scene: Scene, number: int, hits: Sequence[Hit]) -> Span | None:
    """The stranger that stands with one of a fact's two names behind an anchor: "linking Orvale and Tarn"; None where both are.

    A sentence that has another word of the fact's statement is asked for: other things lie between two places as well.
    """
    for hit in hits:
        near = {h.pattern.index for h in hits if abs(h.first - hit.first) <= _PAIRED}
        if len(near) > 1:
            return None
    for hit in hits:
        other = _joined_with(scene, hit)
        anchor = _leading_to(scene, number, min(hit.first, scene.outline.words.index(other.start))) if other else None
        if anchor:
            loose = scene.outline.words.words[anchor.last - 1] in ("between", "from")  # whatever lies between two places
            if scene.speaks_of(number, scene.outline.sentence_of(hit.first), least=2 if loose else 1):
                return other
    return None


_PAIRED = 6  # words from one name of a pair to the other


def _joined_with(scene: Scene, hit: Hit) -> Span | None:
    """The name that "and", "to" or "with" joins to a hit."""
    outline = scene.outline
    for name in scene.reading.names(outline.sentence_of(hit.first)):
        first, last = outline.words.index(name.start), outline.words.index(name.end - 1) + 1
        between = outline.words.words[hit.last : first] if hit.last <= first else outline.words.words[last : hit.first]
        if between in (["and"], ["to"], ["with"]):
            return Span(name.start, name.end)
    return None


def _leading_to(scene: Scene, number: int, first: int) -> Hit | None:
    """The anchor that stands straight before a pair: "between", "linking"."""
    return next((h for h in scene.hits(number, Use.ANCHOR) if first - 1 <= h.last <= first), None)


# ---------------------------------------------------------------- ships

_NAVAL = listed("ins hms uss hmas hmcs hmnzs rfs fs usns uscgc hnlms hdms itss trs")
_TRADING = listed("mv ms mt ss rms")
_VESSELS = listed("ship vessel boat carrier tanker freighter trawler ferry liner")
_WARSHIPS = listed("warship frigate destroyer corvette cruiser gunboat submarine minesweeper cutter")
_NAVIES = listed("navy naval war patrol guard")


def other_ship(scene: Scene, forms: Sequence[str], company: Sequence[Hit]) -> Span | None:
    """A ship with the prefix of a missing one, in the lead and in one sentence with another of the fact's names."""
    prefix = words(forms[0]).words[0]
    if prefix not in _NAVAL | _TRADING:
        return None
    for at in scene.reading.places_of(prefix):
        sentence = scene.outline.sentence_of(at)
        behind = scene.outline.words.starts[at + 1 : at + 2]
        together = any(scene.outline.sentence_of(h.first) == sentence and not h.first <= at < h.last for h in company)
        known = any(h.first <= at < h.last for h in company)
        if behind and scene.text[behind[0]].isupper() and together and not known and _in_lead(scene, sentence):
            return Span(scene.outline.words.starts[at], scene.outline.words.ends[at + 1])
    return None


def _in_lead(scene: Scene, sentence: int) -> bool:
    return scene.outline.paragraph_of(sentence) <= (2 if scene.reading.article.headline else 1)


# ---------------------------------------------------------------- somebody or something without a name


def unnamed(scene: Scene, number: int, fact: Fact, forms: Sequence[str], company: Sequence[Hit]) -> Span | None:
    """ "An Indian navy ship" beside the fact's other ship, or "a police officer" where a sentence tells of the fact."""
    prefix = words(forms[0]).words[:1]
    if prefix and prefix[0] in _NAVAL | _TRADING:
        return _unnamed_ship(scene, company, naval=prefix[0] in _NAVAL)
    return _unnamed_person(scene, number, fact) if fact.kind == "name" and looks_like_person(forms[0]) else None


def _unnamed_ship(scene: Scene, company: Sequence[Hit], *, naval: bool) -> Span | None:
    for sentence in dict.fromkeys(scene.outline.sentence_of(h.first) for h in company):
        for word in range(*scene.outline.word_range(sentence)):
            if scene.outline.words.words[word] in _VESSELS | _WARSHIPS and (article := _article_before(scene, word)) is not None:
                navy = scene.outline.words.words[word] in _WARSHIPS or _NAVIES & set(scene.outline.words.words[article:word])
                if bool(navy) is naval:
                    return Span(scene.outline.words.starts[article], scene.outline.words.ends[word])
    return None


def _article_before(scene: Scene, word: int) -> int | None:
    """The "a" or "an" up to four words before a noun that no name follows, with nothing but blanks between; None without one."""
    outline = scene.outline
    behind = outline.words.starts[word + 1 : word + 2]
    if behind and scene.text[behind[0]].isupper() and not outline.gap(word + 1).strip():
        return None
    for at in range(word - 1, max(word - 5, -1), -1):
        if outline.gap(at + 1).strip(" -\u00a0"):
            return None
        if outline.words.words[at] in ("a", "an"):
            return at
    return None


def _unnamed_person(scene: Scene, number: int, fact: Fact) -> Span | None:
    told = {stem(w) for w in words(fact.statement).words if len(w) > 3} - {stem(w) for w in words(fact.expected).words}
    for anchor in scene.hits(number, Use.ANCHOR):
        if not is_person_noun(scene.outline.words.words[anchor.last - 1]):
            continue
        article = _article_before(scene, anchor.last - 1)
        own = {stem(w) for w in scene.outline.words.words[anchor.first : anchor.last]}
        first, last = scene.outline.word_range(scene.outline.sentence_of(anchor.first))
        if article is not None and (told - own) & {stem(w) for w in scene.outline.words.words[first:last]}:
            return Span(scene.outline.words.starts[article], anchor.end)
    return None
