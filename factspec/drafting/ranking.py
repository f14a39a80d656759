"""Which proposals come first: what most articles state, what they state differently, and some of every kind.

What is weighed: how many articles state it, whether it stands in a lead, what sort of fact it is. What is not: who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factspec.drafting.proposal import Proposal

__all__ = ["ranked"]

_LEAD = 0.7
_DISPUTED = 1.2
_VARIETY = 0.88


def ranked(proposals: Iterable[Proposal], limit: int) -> list[Proposal]:
    """The most useful proposals first, at most `limit` of them; the order is the same for the same proposals."""
    left = sorted(proposals, key=lambda p: (-_use(p), p.kind, p.name, str(p.value)))
    kinds: Counter[str] = Counter()
    chosen: list[Proposal] = []
    while left and len(chosen) < limit:
        best = max(left[:_WINDOW], key=lambda p: _use(p) * _VARIETY ** kinds[p.kind])
        left = [p for p in left if p is not best]
        kinds[best.kind] += 1
        chosen.append(best)
    return chosen


_WINDOW = 60


def _use(proposal: Proposal) -> float:
    told = proposal.claim.support + _LEAD * proposal.claim.lead
    disputed = min(len(proposal.articles - proposal.claim.articles), 3) * _DISPUTED
    return proposal.weight * (told + disputed)
