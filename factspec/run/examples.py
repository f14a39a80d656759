"""The examples of a spec: sentences that its author wrote as tests of a fact, each with the verdict it must get.

What is read: the sentence alone, as an article without dateline, against all facts of its spec. What is not: the fact's `when`,
because an example is about the fact and not about whom it concerns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factspec.article import Article
from factspec.engine import Plan, compile_plan, examine
from factspec.errors import Problem
from factspec.model import Fact, Finding, Spec

__all__ = ["wrong_examples"]


def wrong_examples(specs: Iterable[Spec]) -> Iterator[Problem]:
    """A problem for every example whose verdict is another than its author says."""
    for spec in specs:
        if any(fact.examples.sentences for fact in spec.facts):
            yield from _wrong(replace(spec, facts=tuple(replace(fact, when=()) for fact in spec.facts)))


def _wrong(spec: Spec) -> Iterator[Problem]:
    plan = compile_plan([spec])
    for fact in spec.facts:
        for verdict, sentence, place in fact.examples.sentences:
            got = _finding(plan, fact, sentence)
            if got.verdict is not verdict:
                message = f"example of {fact.id!r} must be {verdict}, but is {got.verdict}: {got.reason}"
                yield Problem("FS309", message, place, "mend the example, or the words of the fact")


def _finding(plan: Plan, fact: Fact, sentence: str) -> Finding:
    findings = examine(plan, Article("", sentence, sentence)).spec_findings
    return next(finding for _, finding in findings if finding.fact.id == fact.id)
