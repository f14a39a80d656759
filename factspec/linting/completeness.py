"""What is still to be written in a spec: where its values come from, and examples that try its facts.

What is read: facts that were read. What is not: what the source holds, and whether the examples get their verdicts (see
`factspec.run.examples`).
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.errors import Problem
from factspec.model import Fact, Spec, Verdict

__all__ = ["missing_parts"]


def missing_parts(spec: Spec) -> Iterator[Problem]:
    """A warning for each checked fact without a source, and for each that no example exercises."""
    for fact in spec.facts:
        if fact.checked and not fact.source:
            found = f"facts.{fact.id}: the fact has no source"
            help_ = "write source: where the value comes from, and when it was seen"
            yield Problem("FS080", found, fact.place, help_, warning=True)
        if not is_exercised(fact):
            found = f"facts.{fact.id}: no example exercises the fact"
            yield Problem("FS081", found, fact.place, "write examples: {supports: [a sentence that states it]}", warning=True)


def is_exercised(fact: Fact) -> bool:
    """Whether an example of a fact has to find its words; a sentence that omits it tries nothing."""
    return any(verdict is not Verdict.OMITTED for verdict, _, _ in fact.examples.sentences)
