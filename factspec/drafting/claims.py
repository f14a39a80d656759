"""Sightings become claims, and claims that differ about one thing are found.

What is compared: the themes of what a value is of, and of the words around it. Two values of one thing differ only where the
articles tell of it in the same words; where that is unsure they are two proposals, so that no disagreement is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factspec.drafting.material import Material
from factspec.drafting.proposal import Claim, Sighting

__all__ = ["TOLLS", "alike", "anchors", "latest", "order", "telling"]

TOLLS = frozenset(("dead", "hurt", "missing", "displaced", "arrested", "brought"))
"""Themes of figures that grow while a story is told."""

_ALIKE = 0.3


def order(claim: Claim) -> tuple[int, bool, int, int]:
    """Sorting by this puts the claim of the most articles first, then what stands in a lead, then the first one told."""
    first = min((s.article, s.start) for s in claim.sightings)
    return (-claim.support, not claim.lead, *first)


def alike(one: Claim, other: Claim, common: Sequence[str] = (), least: int = 1) -> float:
    """How much the words around two claims have in common, from 0 to 1; the themes in `common` do not count.

    `least` themes must be shared, fewer in a clause that has hardly more. Sentences that name different
    things or persons have nothing in common.
    """
    return max((_shared(a, b, frozenset(common), least) for a in one.sightings for b in other.sightings), default=0.0)


def _shared(a: Sighting, b: Sighting, common: frozenset[str], least: int) -> float:
    if a.article == b.article or (a.named and b.named and a.named.isdisjoint(b.named)):
        return 0.0
    one, two = a.around - common, b.around - common
    shared = len(one & two)
    shorter = min(len(one), len(two))
    return shared / max(shorter, 1) if shared >= min(least, max(shorter - 1, 1)) else 0.0


def latest(claims: Iterable[Claim], material: Material) -> Claim | None:
    """The claim that stands in the leads of the newest articles, of most of them; None without datelines."""
    dated = [(max(days), claim) for claim in claims if (days := _days(claim, material))]
    if not dated:
        return None
    newest = max(day for day, _ in dated)
    return max((claim for day, claim in dated if day == newest), key=lambda claim: claim.support)


def _days(claim: Claim, material: Material) -> list[date]:
    told = sorted({s.article for s in claim.sightings if s.lead})
    lines = (material.texts[number].article.dateline for number in told)
    return [line.day for line in lines if line]


def anchors(claim: Claim, themes: Iterable[str], most: int) -> tuple[str, ...]:
    """The written forms of themes, each in its most frequent form."""
    found = [written[0] for theme in themes if (written := claim.written(theme))]
    return tuple(dict.fromkeys(found))[:most]


def telling(claim: Claim, skip: Iterable[str], material: Material, most: int) -> tuple[str, ...]:
    """The words beside a claim that most of its articles use and that are rare elsewhere in the articles."""
    common = material.commonness
    taken = set(skip)
    rows = [(theme, number) for theme, number in claim.around.items() if theme not in taken]
    rows.sort(key=lambda row: (-(row[1] ** 2) / (row[1] + common[row[0]]), row[0]))
    return anchors(claim, (theme for theme, _ in rows), most)
