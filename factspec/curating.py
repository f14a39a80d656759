"""What the specs of a plan say of their facts beside the words to look for: rivals, times, names, and what the event is.

What is read: statements, the event, anchors and values. What is not: any article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factspec.binding.curated import Curated
from factspec.binding.event import event_words
from factspec.binding.scene import stem
from factspec.kinds import KINDS
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, TITLES, WEEKDAYS, listed
from factspec.language.versions import versions_in
from factspec.model import DateRange, Fact, Named, Quote, Role, Spec
from factspec.recognisers.dates import find_dates

__all__ = ["curate"]


def curate(specs: Sequence[Spec], facts: Sequence[Fact], spec_of: Sequence[int]) -> Curated:
    """What the binder is to know of the facts, which are numbered through all specs."""
    return Curated(
        facts,
        _groups(facts, spec_of),
        spec_of,
        [event_words(spec.event) for spec in specs],
        _times(specs),
        {number: found for number, fact in enumerate(facts) if (found := _content_words(fact))},
        {number: found for number, fact in enumerate(facts) if (found := _named_in(fact))},
        [_names_of(spec) for spec in specs],
        _particular(facts, spec_of),
        [_versions_of(spec) for spec in specs],
    )


_SHARED = 3


def _particular(facts: Sequence[Fact], spec_of: Sequence[int]) -> frozenset[int]:
    """The facts that share their value with at most two others of their spec, so that the value alone can tell of them."""
    shared = Counter((spec_of[n], fact.expected) for n, fact in enumerate(facts))
    return frozenset(n for n, fact in enumerate(facts) if shared[spec_of[n], fact.expected] <= _SHARED)


def _groups(facts: Sequence[Fact], spec_of: Sequence[int]) -> list[int]:
    """Facts of one spec that measure the same kind of thing compete for mentions."""
    numbers: dict[tuple[int, str], int] = {}
    return [numbers.setdefault((spec_of[n], KINDS[fact.kind].family), len(numbers)) for n, fact in enumerate(facts)]


def _times(specs: Sequence[Spec]) -> dict[int, tuple[DateRange, ...]]:
    """For each figure fact the dates of its statement, of its spec's event, and of date facts with an anchor of its own."""
    found: dict[int, tuple[DateRange, ...]] = {}
    number = 0
    for spec in specs:
        event = _dates_of(spec.event)
        dated: dict[str, dict[int, DateRange]] = {}  # anchor → the date facts that have it, by their place in the spec
        for place, fact in enumerate(spec.facts):
            if isinstance(fact.value, DateRange):
                for anchor in (*fact.about, *fact.of):
                    dated.setdefault(anchor, {})[place] = fact.value
        for fact in spec.facts:
            near = sorted({p for anchor in (*fact.about, *fact.of) for p in dated.get(anchor, {}).items()})
            shared = [value for _, value in near]
            if KINDS[fact.kind].family == "figure" and (times := (*event, *_dates_of(fact.statement), *shared)):
                found[number] = times
            number += 1
    return found


def _named_in(fact: Fact) -> frozenset[str]:
    """The capitalised words of a dated or counted fact's statement, folded: whom and what it is about."""
    if KINDS[fact.kind].family not in ("figure", "date"):
        return frozenset()
    found = words(fact.statement)
    capital = {w for w, start in zip(found.words, found.starts, strict=True) if fact.statement[start].isupper()}
    part = len(found) > 1 and fact.statement[found.starts[1]].isupper() and found.words[0] not in ("the", "a", "an")
    first = set(found.words[:1]) if not fact.statement[:2].isupper() and not part else set()
    return frozenset(capital - _NO_NAMES - (first - {w for form in fact.about for w in words(form).words}))


def _names_of(spec: Spec) -> frozenset[str]:
    """The capitalised words of a spec's event and of its facts' names, folded: whoever and whatever the event is about."""
    if not spec.event:
        return frozenset()
    texts = [spec.event, *(form for fact in spec.facts for form in _forms_of(fact))]
    return frozenset(w for text in texts for w, at in _words_at(text) if text[at].isupper()) - _NO_NAMES


def _versions_of(spec: Spec) -> frozenset[str]:
    """The version numbers of a spec's event, and of its facts' names and statements."""
    texts = [spec.event, *(form for fact in spec.facts for form in _forms_of(fact))]
    return frozenset(one for text in texts for _, one in versions_in(text))


def _forms_of(fact: Fact) -> Iterator[str]:
    yield from (*fact.about, *fact.also, fact.statement)
    match fact.value:
        case Named(names=names, within=within):
            yield from (form for forms in names for form in forms)
            yield from within
        case Role(person=person, of=body):
            yield from (person, body)
        case Quote(by=by):
            yield from by


def _words_at(text: str) -> Iterator[tuple[str, int]]:
    found = words(text)
    return zip(found.words, found.starts, strict=True)


_NO_NAMES = MONTHS | WEEKDAYS | TITLES


def _content_words(fact: Fact) -> frozenset[str]:
    """The longer words of a fact's statement, cut to their stems, without those of its value."""
    own = set(words(fact.expected).words)
    return frozenset(stem(w) for w in words(fact.statement).words if len(w) > 2 and w not in own and w not in _PLAIN)


_PLAIN = listed(
    "the and for was had has its his her not but all are who one said that this with from were have been which when where they "
    "their there about after before also more than into over"
)


def _dates_of(text: str) -> tuple[DateRange, ...]:
    return tuple(r for mention in find_dates(text, None) for r in mention.readings)
