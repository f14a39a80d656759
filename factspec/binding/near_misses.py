"""Words of an article that are almost a name: one or two letters off, or a designation with another number.

What is looked at: capitalised words that the vocabulary of names takes for a known one. What is not: another spelling of the
same person's name, which is told apart and named so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from factspec.binding.scene import Scene
from factspec.binding.vocabulary import letters_off
from factspec.language.folding import words
from factspec.language.lexicon import PARTICLES, PERSON_NOUNS
from factspec.language.naming import other_spelling
from factspec.language.offices import OFFICE_NOUNS
from factspec.language.persons import looks_like_person
from factspec.model import Span

__all__ = ["SPELLING", "NearMiss", "near_misses", "other_number"]


SPELLING = "N2 another spelling of the same name"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Words of the article that are almost a form of a name: `said` as written, `meant` the form, `rule` how it is off."""

    span: Span
    said: str
    meant: str
    rule: str


def other_number(scene: Scene, forms: Iterable[str]) -> NearMiss | None:
    """A designation with the letters of a form and another number, "Flight 318" for "Flight 381", where no form stands itself."""
    found = scene.outline.words
    for form in forms:
        parts = words(form).words
        figures = [n for n, part in enumerate(parts) if any(map(str.isdigit, part))]
        if not figures or parts[0].isdigit():
            continue
        at = figures[-1]  # "CVE-2026-31887" for "CVE-2026-31877"
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
        yield from (
            n for word, places in scene.reading.capitalised.items() if letters and _letters(word) == letters for n in places
        )


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
        rule = "" if known.accepted.issuperset(run) or _is_of_somebody(scene, first, width, known) else _how_off(run, parts)
        if not rule or not _is_written_as_name(scene, first, width, form):
            continue
        span = Span(scene.outline.words.starts[first], scene.outline.words.ends[first + width - 1])
        said = scene.text[span.start : span.end]
        if rule and looks_like_person(form) and other_spelling(said, form):
            rule = SPELLING
        yield NearMiss(span, said, form, rule)


def _is_of_somebody(scene: Scene, first: int, width: int, known: _Known) -> bool:
    """Whether one word is the surname of somebody with a given name that the spec does not know: "Dr Aoife Brennock"."""
    if width > 1:
        return False
    given = (words(name.name).words[:-1] for name in scene.reading.whole_names(first) if looks_like_person(name.name))
    return any(parts and known.accepted.isdisjoint(parts) for parts in given)


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
    if (len(parts) == 1 or parts[0] == "the") and a.removesuffix("s") in (b + "n", b + "i", b + "an") and b[-1] in _OPEN_ENDS:
        return ""  # the people or the adjective of a place: "Gambian", "Malawian", "Iraqi"
    if OSA.distance(a, b) <= (_ALONE_OFF.get(len(b), letters_off(b)) if len(parts) == 1 else letters_off(b) + (len(b) in (5, 6))):
        return "N3 misspelt"
    return ""


_OPEN_ENDS = frozenset("aioqt")
_ALONE_OFF = {7: 1, 8: 1}  # "Baltic" is no slip for "Baltvik": a name of one word has nothing beside it that vouches for it
