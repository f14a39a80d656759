"""The examples of a spec: sentences that its author wrote as tests of a fact, each with the verdict it must get.

What is read: the sentence alone, as an article that was published on the day with which it begins ("date 2026-03-07 …"), else
without dateline, against all facts of its spec. What is not: the fact's `when`, because an example is about the fact and not
about whom it concerns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from factspec.article import Article
from factspec.engine import Plan, compile_plan, examine
from factspec.errors import Problem
from factspec.model import Dateline, Fact, Finding, Spec

__all__ = ["wrong_examples"]

_DATED = re.compile(r"date ([0-9]{4}-[0-9]{2}-[0-9]{2})\s+(?=\S)")


def wrong_examples(specs: Iterable[Spec], wanted: Callable[[str], bool] = lambda fact: True) -> Iterator[Problem]:
    """A problem for every example whose verdict is another than its author says; `wanted` picks facts by their ids.

    An example of a fact that is not checked yet is a warning.
    """
    for spec in specs:
        tried = [fact for fact in spec.facts if fact.examples.sentences and wanted(fact.id)]
        if tried:
            plan = compile_plan([replace(spec, facts=tuple(replace(fact, when=()) for fact in spec.facts))])
            yield from (problem for fact in tried for problem in _wrong(plan, fact))


def _wrong(plan: Plan, fact: Fact) -> Iterator[Problem]:
    for verdict, sentence, place in fact.examples.sentences:
        got = _finding(plan, fact, sentence)
        if got.verdict is not verdict:
            message = f"example of {fact.id!r} must be {verdict}, but is {got.verdict}: {got.reason}"
            help_ = "mend the example, or the words of the fact"
            yield Problem("FS309", message, place, help_, warning=not fact.checked)


def _finding(plan: Plan, fact: Fact, sentence: str) -> Finding:
    """The finding of a sentence that is all of an article."""
    findings = examine(plan, _article(sentence)).spec_findings
    return next(finding for _, finding in findings if finding.fact.id == fact.id)


def _article(sentence: str) -> Article:
    """An article that holds the sentence alone, published on the day that stands in front of it, if one does."""
    dated = _DATED.match(sentence)
    try:
        dateline = Dateline(date.fromisoformat(dated[1])) if dated else None
    except ValueError:  # there is no such day: the words are the sentence's own
        dated = dateline = None
    text = sentence[dated.end() :] if dated else sentence
    return Article("", text, text, dateline)
