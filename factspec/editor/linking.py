"""The ways between a fact and its evidence, in both directions.

What is read: a picture of the desk. What is not: positions of an editor; a way leads to a file and offsets of its text, or to
the place of a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factspec.editor.desk import Picture
from factspec.editor.hovering import bound_at
from factspec.model import Evidence, Fact, Finding
from factspec.run.again import real

__all__ = ["evidence_of", "facts_at"]


def facts_at(findings: Iterable[Finding], offset: int) -> list[Fact]:
    """The facts that an offset of an article is evidence for or against, each once."""
    return list({(finding.fact.place, finding.fact.id): finding.fact for finding in bound_at(findings, offset)}.values())


def evidence_of(picture: Picture, fact: Fact) -> Iterator[tuple[str, Evidence]]:
    """The `real` path of each article and each place in it that was held against a fact."""
    for finding in picture.evidence(real(fact.place.path), fact.id):
        for evidence in finding.evidence:
            yield real(finding.article), evidence
