"""A draft: the proposals from articles, ranked, without what a spec already has.

What is read: articles, and a spec where one is named. What is not: files, and which values are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factspec.article import Article
from factspec.drafting.counted import counted
from factspec.drafting.days import days
from factspec.drafting.entities import entities
from factspec.drafting.known import is_known
from factspec.drafting.material import Material
from factspec.drafting.named import named
from factspec.drafting.offices import offices
from factspec.drafting.parts import parts
from factspec.drafting.proposal import Proposal
from factspec.drafting.quotes import quotes
from factspec.drafting.ranking import ranked
from factspec.drafting.together import together
from factspec.model import Spec

__all__ = ["MOST", "Draft", "draft"]

MOST = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """The articles of a draft and the facts that are proposed from them, the most useful first."""

    articles: Sequence[Article]
    proposals: tuple[Proposal, ...]


def draft(articles: Sequence[Article], spec: Spec | None = None, limit: int = MOST) -> Draft:
    """Propose at most `limit` facts from articles, none that `spec` has already. Raises nothing for any text."""
    material = Material(articles)
    proposals = [p for p in _all(material) if spec is None or not is_known(p, spec)]
    return Draft(articles, tuple(ranked(proposals, limit)))


def _all(material: Material) -> Iterator[Proposal]:
    yield from counted(material)
    yield from parts(material)
    yield from days(material)
    yield from quotes(material)
    things = entities(material)
    yield from together(material, things)
    roles = list(offices(material))
    yield from roles
    persons = {str(role.value["person"]) for role in roles if isinstance(role.value, dict)}
    yield from named(material, things, persons)
