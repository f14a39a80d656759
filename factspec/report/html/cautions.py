"""What an editor should look at before a figure is changed: it may be somebody else's, and others may have to go with it.

What is read: the sentence of a finding. What is not: the rest of the article, and whether the figure is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factspec.model import Figure, Finding, QuantityMention, Verdict
from factspec.recognisers.quantities import find_quantities

__all__ = ["cautions"]

_ATTRIBUTED = re.compile(r"\b(?:according to|estimate[sd]? (?:that|by|at)|by the estimate of)\b", re.IGNORECASE)


def cautions(finding: Finding, before: str, after: str) -> Iterator[str]:
    """What to look at before the evidence is changed; `before` and `after` are what stands around it in its sentence."""
    value = finding.fact.value
    if finding.verdict is not Verdict.CONTRADICTED or not isinstance(value, Figure) or not finding.evidence:
        return
    said = finding.evidence[0].text
    if found := _ATTRIBUTED.search(before) or _ATTRIBUTED.search(after):
        yield f"The figure seems to be quoted (“{found[0]}”): see whether the source did say so before you change it."
    if parts := _parts(said, after):
        yield f"{_listed(parts)} in the same sentence add up to “{said}”: one of them may have to be changed too."


def _parts(said: str, after: str) -> list[QuantityMention]:
    """The counts behind a count, if they add up to it: "57: 39 in Orvale, 12 in Tarn and six in Vell"."""
    whole = [each for each in find_quantities(said) if not each.value.unit]
    parts = [each for each in find_quantities(after) if not each.value.unit and each.form == "cardinal"]
    if len(whole) != 1 or len(parts) < 2:
        return []
    return parts if sum(each.value.low for each in parts) == whole[0].value.low else []


def _listed(parts: list[QuantityMention]) -> str:
    *others, last = (f"{each.value.low:,g}" for each in parts)
    return f"{', '.join(others)} and {last}"
