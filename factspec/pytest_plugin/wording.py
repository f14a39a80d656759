"""How a finding and a waiver read in one line; the lines below it are those of the report `full`.

What is shown is harmless: control characters and direction marks of an article appear as escapes. What is not known: pytest.

PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from factspec.model import Evidence, Finding, Verdict, Waiver
from factspec.report.look import visible

__all__ = ["accepted", "headline", "properties", "says", "where"]

SAYS = {Verdict.CONTRADICTED: "contradicts", Verdict.OMITTED: "omits", Verdict.VAGUE: "vague"}
NOWHERE = Evidence(0, 0, 1, 1, "")


def where(finding: Finding) -> Evidence:
    """The first place a finding rests on; an omission has none and stands at the beginning of its article."""
    return finding.evidence[0] if finding.evidence else NOWHERE


def says(finding: Finding) -> str:
    """What the article does with the fact, in a few words: "contradicts: expected 24, found 42"."""
    found = f", found {finding.found}" if finding.found else ""
    return visible(f"{SAYS.get(finding.verdict, finding.verdict)}: expected {finding.fact.expected}{found}")


def headline(finding: Finding) -> str:
    """One line: "articles/a.txt:12:5: contradicts: expected 24, found 42"."""
    place = where(finding)
    return f"{visible(finding.article)}:{place.line}:{place.column}: {says(finding)}"


def properties(finding: Finding, verdict: str) -> list[tuple[str, object]]:
    """What a JUnit file records of a finding beside its outcome."""
    said = {
        "fact": finding.fact.id,
        "article": finding.article,
        "verdict": verdict,
        "expected": finding.fact.expected,
        "found": finding.found,
    }
    return [(name, visible(value)) for name, value in said.items()]


def accepted(waiver: Waiver) -> str:
    return visible(f"waived: {waiver.reason} (by {waiver.by}, until {waiver.until})")
