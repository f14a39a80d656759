"""Which words of an article are a name that a fact looks for, which are nearly that name, and which stand in its place.

What is looked at: exact forms (with their capitals), a surname that can only mean the person, one or two wrong letters, one
wrong word in a name of several. What is not: whether two different names mean one person, unless the spec says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from factspec.binding.pattern import Hit, Pattern, Use
from factspec.binding.scene import Scene
from factspec.binding.vocabulary import letters_off
from factspec.language.folding import words
from factspec.language.inflection import inflections
from factspec.language.lexicon import PARTICLES, PERSON_NOUNS, SPEECH_VERBS, TITLES, listed
from factspec.language.naming import other_spelling, same_person
from factspec.language.offices import OFFICE_NOUNS
from factspec.language.persons import is_person_noun, looks_like_person, surname_of
from factspec.model import NameMention, Span

__all__ = [
    "SPELLING",
    "NearMiss",
    "has_namesake",
    "hit_at",
    "is_apposition",
    "is_rhetorical",
    "is_silence",
    "near_misses",
    "other_given_name",
    "other_number",
    "other_writings",
    "person_hits",
    "speaks_or_is_titled",
]


SPELLING = "N2 another spelling of the same name"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Words of the article that are almost a form of a name: `said` as written, `meant` the form, `rule` how it is off."""

    span: Span
    said: str
    meant: str
    rule: str


def hit_at(scene: Scene, pattern: Pattern, span: Span) -> Hit:
    """A hit of a pattern at a span that was found otherwise."""
    index = scene.outline.words.index
    return Hit(pattern, index(span.start), index(span.end - 1) + 1, span.start, span.end)


def person_hits(number: int, scene: Scene, forms: Sequence[str]) -> list[Hit]:
    """The hits of a person's forms and other writings; a bare surname only where it cannot be a namesake's."""
    named = scene.hits(number, Use.NAME, Use.SURNAME)
    full = [h for h in named if h.pattern.use is Use.NAME and not _is_bare(h)]
    written = other_writings(number, scene, forms)
    bare = [h for h in named if _is_bare(h) and not _inside_any(h, [*full, *written])]
    if bare and not full and not written and has_namesake(scene, bare, forms):
        bare = []
    return sorted([*full, *written, *(h for h in bare if not other_given_name(scene, h))], key=lambda h: h.start)


def other_writings(number: int, scene: Scene, forms: Sequence[str], index: int = 0) -> list[Hit]:
    """Other writings of a person's name: transliterated, with initials, with or without middle names."""
    found = {m.span: m.meant for m in near_misses(scene, forms) if m.rule is SPELLING}
    exact = scene.hits(number, Use.NAME)
    settled = {h.last - 1 for h in exact if h.last - h.first == 2}  # a name that ends there holds the exact one
    for form in filter(looks_like_person, forms):
        for word in _places_of_surname(scene, form):
            for name in () if word in settled else scene.reading.whole_names(word):
                if _is_same(name.name, form):
                    found.setdefault(Span(name.start, name.end), form)
        for span in _sharing_a_surname(scene, form):
            found.setdefault(span, form)
    if not found:
        return []
    hits = [hit_at(scene, Pattern(meant, Use.NAME, index), span) for span, meant in found.items()]
    return [h for h in hits if not any(h.first <= e.first < h.last and e.last - e.first > 1 for e in exact)]


def _sharing_a_surname(scene: Scene, form: str) -> Iterator[Span]:
    """The given name of a person whose surname stands behind the next one's: "Ilya and Marek Dovan" is Ilya Dovan too."""
    given, *surname = words(form).words
    found = scene.outline.words
    for at in scene.reading.places_of(given) if surname else ():
        if found.words[at + 1 : at + 2] != ["and"] or found.words[at + 3 : at + 3 + len(surname)] != surname:
            continue
        if scene.text[found.starts[at + 2]].isupper() and scene.text[found.starts[at + 3]].isupper():
            yield Span(found.starts[at], found.ends[at])


def has_namesake(scene: Scene, bare: Iterable[Hit], forms: Sequence[str]) -> bool:
    """Whether the article names another person of the surname in full: "Klaus Ostrander … Ostrander said"."""
    known = [f for f in forms if looks_like_person(f)]
    names = [n for hit in bare for n in scene.reading.whole_names(hit.last - 1)]
    return bool(known) and any(looks_like_person(n.name) and not any(_is_same(n.name, f) for f in known) for n in names)


def _places_of_surname(scene: Scene, form: str) -> Sequence[int]:
    """The words of the article that are the last word of a person's name, or almost it."""
    last = _last_word(form)
    if last not in scene.meant:
        return scene.reading.places_of(last)
    return [place for word in dict.fromkeys((last, *scene.meant[last])) for place in scene.reading.places_of(word)]


@lru_cache(maxsize=1 << 14)
def _last_word(form: str) -> str:
    """The folded last word of a person's name of several words; "" for any other."""
    parts = words(surname_of(form)).words
    return parts[-1] if parts and len(words(form).words) > 1 else ""


_is_same = lru_cache(maxsize=1 << 16)(same_person)


def _is_bare(hit: Hit) -> bool:
    return hit.last - hit.first == 1


def _inside_any(hit: Hit, hits: Iterable[Hit]) -> bool:
    return any(h.first <= hit.first and hit.last <= h.last for h in hits)


def other_given_name(scene: Scene, hit: Hit) -> str:
    """A capitalised word straight before a surname that is no title: "Vikram" of "Vikram Kolta"; "" where there is none."""
    outline = scene.outline
    if (
        hit.first == 0
        or outline.gap(hit.first).strip(" .-")
        or outline.sentence_of(hit.first - 1) != outline.sentence_of(hit.first)
    ):
        return ""
    before = outline.words.words[hit.first - 1]
    start = outline.words.starts[hit.first - 1]
    written = scene.text[start : outline.words.ends[hit.first - 1]]
    if not written[:1].isupper() or before in TITLES or len(before) < 2:
        return ""
    begins = outline.word_range(outline.sentence_of(hit.first))[0] == hit.first - 1
    return "" if begins and before in _SENTENCE_OPENERS else written


_SENTENCE_OPENERS = listed("the a an in on at but and when while as for said if with after before later then")


def other_number(scene: Scene, forms: Iterable[str]) -> NearMiss | None:
    """A designation with the letters of a form and another number, "Flight 318" for "Flight 381", where no form stands itself."""
    found = scene.outline.words
    for form in forms:
        parts = words(form).words
        figures = [n for n, part in enumerate(parts) if any(map(str.isdigit, part))]
        if len(figures) != 1 or (len(parts) == 1 and parts[0].isdigit()):
            continue
        at = figures[0]
        for first in _starts_of(scene, parts, at):
            run = found.words[first : first + len(parts)]
            same = len(run) == len(parts) and all(a == b for n, (a, b) in enumerate(zip(run, parts, strict=True)) if n != at)
            if same and run[at] != parts[at] and _letters(run[at]) == _letters(parts[at]) and run[at] != _letters(run[at]):
                span = Span(found.starts[first], found.ends[first + len(parts) - 1])
                return NearMiss(span, scene.text[span.start : span.end], form, "N3 another number")
    return None


def _starts_of(scene: Scene, parts: Sequence[str], at: int) -> Iterator[int]:
    """Where the first word of a designation stands; where it holds the figure itself, every capitalised word of its letters."""
    if at:
        yield from scene.reading.places_of(parts[0])
    else:
        letters = _letters(parts[0])
        yield from (n for word, places in scene.reading.capitalised.items() if letters and _letters(word) == letters for n in places)


def _letters(word: str) -> str:
    return "".join(c for c in word if not c.isdigit())


def near_misses(scene: Scene, forms: Iterable[str]) -> Iterator[NearMiss]:
    """Runs of capitalised words that are almost one of the forms: one or two letters off, or one word of several another one."""
    known = _known(tuple(forms))
    if scene.almost.isdisjoint(known.accepted):
        return
    for form, parts in known.long:
        if not scene.almost.isdisjoint(parts):
            yield from _misses_of(scene, form, parts, known)


@dataclass(frozen=True, slots=True)
class _Known:
    """The forms of a name with their words; those that can be misspelt apart; the runs and the words that are right."""

    long: tuple[tuple[str, tuple[str, ...]], ...]
    exact: frozenset[tuple[str, ...]]
    accepted: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _known(forms: tuple[str, ...]) -> _Known:
    runs = [(form, tuple(words(form).words)) for form in forms if form]
    exact = frozenset(parts for _, parts in runs)
    long = tuple((form, parts) for form, parts in runs if parts and max(map(len, parts)) >= _SHORTEST)
    return _Known(long, exact, frozenset(chain.from_iterable(exact)))


_SHORTEST = 4


def _misses_of(scene: Scene, form: str, parts: tuple[str, ...], known: _Known) -> Iterator[NearMiss]:
    found = scene.outline.words.words
    width = len(parts)
    for first in _candidates(scene, parts):
        run = tuple(found[first : first + width])
        if len(run) < width or run in known.exact:
            continue
        rule = "" if known.accepted.issuperset(run) else _how_off(run, parts)
        if not rule or not _is_written_as_name(scene, first, width, form):
            continue
        span = Span(scene.outline.words.starts[first], scene.outline.words.ends[first + width - 1])
        said = scene.text[span.start : span.end]
        if rule and looks_like_person(form) and other_spelling(said, form):
            rule = SPELLING
        yield NearMiss(span, said, form, rule)


def _candidates(scene: Scene, parts: Sequence[str]) -> list[int]:
    """Word numbers at which a run could begin that has, in the place of a word of the form, one that is only almost it."""
    return sorted(
        {
            at - offset
            for offset, part in enumerate(parts)
            for word in scene.meant.get(part, ())
            if word != part
            for at in scene.reading.places_of(word)
            if at >= offset
        }
    )


def _is_written_as_name(scene: Scene, first: int, width: int, form: str) -> bool:
    outline = scene.outline
    if outline.sentence_of(first) != outline.sentence_of(first + width - 1):
        return False
    written = [scene.text[outline.words.starts[i]] for i in range(first, first + width)]
    wanted = [c[:1] for c in form.replace("-", " ").split()]
    if len(wanted) != width:
        wanted = [form[:1]] * width
    small = [outline.words.words[i] in PARTICLES for i in range(first, first + width)]
    fits = (w.isupper() or w.isdigit() or not c.isupper() or s for w, c, s in zip(written, wanted, small, strict=True))
    return all(fits) and any(w.isupper() for w in written)


def _how_off(run: tuple[str, ...], parts: Sequence[str]) -> str:
    """N3 where one word is misspelt; "" where it is not the same name at all."""
    wrong = [(a, b) for a, b in zip(run, parts, strict=True) if a != b]
    if any(a in OFFICE_NOUNS or a in PERSON_NOUNS for a, _ in wrong):
        return ""
    if len(wrong) != 1 or not all(w.isalpha() for pair in wrong for w in pair):
        return ""
    a, b = wrong[0]
    if OSA.distance(a, b) <= (_ALONE_OFF.get(len(b), letters_off(b)) if len(parts) == 1 else letters_off(b) + (len(b) in (5, 6))):
        return "N3 misspelt"
    return ""


_ALONE_OFF = {7: 1, 8: 1}  # "Baltic" is no slip for "Baltvik": a name of one word has nothing beside it that vouches for it


# The object of such a verb is who left: "Pike succeeded Leo Farrant".
_TAKING_OVER = frozenset().union(*map(inflections, ("succeed", "replace", "follow", "oust", "unseat", "defeat")))
_NAMING = frozenset(["named", "called", "by", "was", "is", "a", "an", "the", "as"])


def is_apposition(scene: Scene, name: NameMention, anchor: Hit) -> bool:
    """Whether a name and an anchor stand in apposition: "Ann Lee, a baker", "a baker named Ann Lee", "doctor Lee"."""
    outline = scene.outline
    first, last = outline.words.index(name.start), outline.words.index(name.end - 1)
    if anchor.last <= first:
        between = outline.words.words[anchor.last : first]
        if "by" not in between and outline.words.words[anchor.first] in _TAKING_OVER:
            return False
        if not between and _is_inserted(scene, first, last) and is_person_noun(outline.words.words[anchor.last - 1]):
            return True
        return len(between) <= 2 and all(w in _NAMING or w in TITLES for w in between) and "," not in outline.gap(anchor.last)
    between = outline.words.words[last + 1 : anchor.first]
    glued = outline.gap(last + 1).strip() == "," if last + 1 < len(outline.words) else False
    return 0 < len(between) <= 4 and between[0] in ("a", "an", "the") and glued


def speaks_or_is_titled(scene: Scene, hit: Hit) -> bool:
    """Whether a bare surname is used as a person's: after a title, or beside a speech verb."""
    outline = scene.outline
    around = [outline.words.words[i] for i in (hit.first - 1, hit.last) if 0 <= i < len(outline.words.words)]
    return bool(around) and (around[0] in TITLES or any(w in SPEECH_VERBS for w in around))


def _is_inserted(scene: Scene, first: int, last: int) -> bool:
    """Whether a name stands between commas, the second one in its sentence: "the pilot, Ben Crane, was unhurt"."""
    outline = scene.outline
    closes = last + 1 < len(outline.words) and outline.sentence_of(last + 1) == outline.sentence_of(first)
    return closes and outline.gap(first).strip() == "," and outline.gap(last + 1).strip() == ","


_NOT_THE_ONE = re.compile(
    r"\b(?:this|that|he|she|they|these|those)\s(?:is|was|are|were)(?:n[’']t|\snot)\s(?:the\s|a\s|an\s|some\s)?(?:old\s|usual\s)?\Z",
    re.IGNORECASE,
)


def is_rhetorical(scene: Scene, hit: Hit) -> bool:
    """Whether a negation before a name only contrasts: "this wasn’t the Sam Mitchell they knew", not "it was not he who"."""
    behind = scene.outline.words.words[hit.last] if hit.last < len(scene.outline.words) else ""
    return (
        behind not in ("who", "that", "which") and _NOT_THE_ONE.search(scene.text, max(hit.start - 40, 0), hit.start) is not None
    )


def is_silence(scene: Scene, hit: Hit) -> bool:
    """Whether what is negated in a name's clause is an answer or the like: "would not comment on Operation X"."""
    return any(scene.outline.words.words[w] in _ANSWERS for w in scene.outline.clause_words(hit.first))


_ANSWERS = frozenset().union(
    *map(
        inflections,
        ("comment", "respond", "reply", "answer", "confirm", "discuss", "mention", "disclose", "reach", "contact", "know"),
    )
)
