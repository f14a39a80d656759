"""Which words of an article are a name that a fact looks for, which are nearly that name, and which stand in its place.

What is looked at: exact forms (with their capitals), a surname that can only mean the person, one or two wrong letters, one
wrong word in a name of several. What is not: whether two different names mean one person, unless the spec says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factspec.binding.near_misses import SPELLING, near_misses
from factspec.binding.pattern import Hit, Pattern, Use
from factspec.binding.scene import Scene
from factspec.language.folding import words
from factspec.language.inflection import inflections
from factspec.language.lexicon import SPEECH_VERBS, TITLES, listed
from factspec.language.naming import same_person
from factspec.language.persons import is_person_noun, looks_like_person, surname_of
from factspec.model import NameMention, Span

__all__ = [
    "has_namesake",
    "hit_at",
    "is_apposition",
    "is_rhetorical",
    "is_silence",
    "other_given_name",
    "other_writings",
    "person_hits",
    "speaks_or_is_titled",
]


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
