"""One letter for what an article says of a fact: the alphabet of the report's grid.

What is held: the letters, the worst first, and the order of severities. What is not: what they look like (see `script/`).
"""

from __future__ import annotations

from factspec.model import Fact, Finding, Qualifier, Verdict

__all__ = ["NOTEWORTHY", "NOT_ASKED", "ORDER", "letter", "weight"]

ORDER = "ecmvwbtsnau-"
"""error, contradicted, left out (omitted and required), vague, waived, in the baseline, right at the time, supported, not
mentioned, not applicable, not checked, not asked (the fact's spec does not name the article)."""
NOT_ASKED = "-"
NOTEWORTHY = frozenset("ecmvwbt")
"""What an editor may have to look at."""
SEVERITIES = ("critical", "high", "", "normal", "low")

LETTERS = {
    Verdict.ERROR: "e",
    Verdict.CONTRADICTED: "c",
    Verdict.VAGUE: "v",
    Verdict.SUPPORTED: "s",
    Verdict.NOT_APPLICABLE: "a",
}


def letter(finding: Finding) -> str:
    """The letter of a finding; its qualifier comes before its verdict."""
    if finding.verdict is Verdict.ERROR:
        return "e"
    if not finding.fact.checked:
        return "u"
    if finding.qualifier is Qualifier.WAIVED:
        return "w"
    if finding.qualifier is Qualifier.BASELINE:
        return "b"
    if finding.qualifier is Qualifier.RIGHT_AT_THE_TIME:
        return "t"
    if finding.verdict is Verdict.OMITTED:
        return "m" if finding.fact.required else "n"
    return LETTERS[finding.verdict]


def weight(fact: Fact) -> int:
    """How grave it is to get a fact wrong: 0 critical, 1 high, 2 normal, 3 low."""
    return max(0, SEVERITIES.index(fact.severity) - (fact.severity in {"normal", "low"}))
