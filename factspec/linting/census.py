"""How often the anchors of a spec occur in its articles: never, or in so many sentences that they tell nothing.

What is read: articles, one after the other, and of each only the sentences in which an anchor stands. What is not: which of them
are bound to a value, and the forms of names, because an alias may be meant for articles to come.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from factspec.article import Article
from factspec.binding.pattern import Finder, Pattern, anchor_patterns, inflected
from factspec.errors import Problem
from factspec.fields import entries, fields, parse, shortened
from factspec.language.folding import words
from factspec.language.sentences import sentences
from factspec.model import Fact, Place, Spec

__all__ = ["Census"]

ENOUGH = 40
"""Sentences; in fewer no word can be called common."""
COMMON = 0.5
"""The share of all sentences from which on a word is common."""


class _Anchor(NamedTuple):
    fact: Fact
    key: str
    form: str
    place: Place


class Census:
    """The anchors of one spec, counted in its articles."""

    def __init__(self, spec: Spec, text: str) -> None:
        """`text` is the text that the spec was read from."""
        self._anchors = list(_anchors(spec, text))
        patterns = ((number, pattern) for number, anchor in enumerate(self._anchors) for pattern in _patterns(anchor))
        self._finder = Finder(patterns, lambda number, pattern: True)
        self._own = [frozenset(inflected(anchor.form)) for anchor in self._anchors]  # and not the synonyms
        self._met: set[int] = set()
        self._sentences: Counter[int] = Counter()  # anchor → the sentences that it stands in
        self._total = self._articles = 0

    def add(self, article: Article) -> None:
        """Count the anchors in one more article."""
        spans = sentences(article.text)
        found = self._finder.find(article.text, words(article.text))
        self._total += len(spans)
        self._articles += 1
        ends = [span.end for span in spans]
        for number in found.occurring():
            self._met.add(number)
            own = (hit for hit in found.hits(number) if hit.pattern.form in self._own[number])
            self._sentences[number] += len({bisect_right(ends, hit.start) for hit in own})

    def problems(self, dead: Collection[str] = ()) -> Iterator[Problem]:
        """A warning for each anchor that never occurs, those of `dead` facts aside, and for each that is common."""
        if not self._articles:
            return
        for number, (fact, key, form, place) in enumerate(self._anchors):
            count = self._sentences[number]
            if number not in self._met and fact.id not in dead:
                where = "the article" if self._articles == 1 else f"any of {self._articles} articles"
                found = f"facts.{fact.id}.{key}: {shortened(form)!r} does not occur in {where}"
                yield Problem("FS082", found, place, "correct it, or keep it for articles to come", warning=True)
            if self._total >= ENOUGH and count > self._total * COMMON and key != "when":
                found = f"facts.{fact.id}.{key}: {shortened(form)!r} stands in {count} of {self._total} sentences"
                yield Problem("FS083", found, place, "a word that is everywhere ties no value to the fact", warning=True)


def _patterns(anchor: _Anchor) -> Iterator[Pattern]:
    """What is looked for on behalf of one anchor: a word of `when` as it is written, others with inflections and synonyms."""
    about, when = ((), (anchor.form,)) if anchor.key == "when" else ((anchor.form,), ())
    return anchor_patterns(replace(anchor.fact, about=about, of=(), when=when))


def _anchors(spec: Spec, text: str) -> Iterator[_Anchor]:
    facts = fields(fields(parse(spec.path, text)[0])["facts"])
    for fact in spec.facts:
        keys = fields(facts[fact.id])
        for key, forms in (("about", fact.about), ("of", fact.of), ("when", fact.when)):
            nodes = entries(keys[key]) if key in keys else ()
            yield from (_Anchor(fact, key, form, node.place) for form, node in zip(forms, nodes, strict=True))
