"""What an editor is told to do about a finding: the change to make, and a sentence to print as a correction.

What is read: a fact and what an article says of it. What is not: who is right; the sentences say what the spec has.
"""

from __future__ import annotations

from factspec.model import Fact, Finding, Quote, Role, Verdict

__all__ = ["change", "correction", "label"]

NOUNS = {"date": "date", "count": "figure", "quantity": "figure", "name": "name", "names": "names", "place": "place"}


def label(fact: Fact) -> str:
    """A fact's id as a heading: "crew-on-board" is "Crew on board"."""
    words = fact.id.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def change(finding: Finding) -> str:
    """What to change in the article, in one sentence; empty where there is nothing to change."""
    fact, said = finding.fact, _said(finding)
    match finding.verdict:
        case Verdict.CONTRADICTED if said:
            return f"Change “{said}” to {_instead(fact, said)}."
        case Verdict.CONTRADICTED:
            return f"Change it to {_quoted(fact)}."
        case Verdict.VAGUE:
            return f"Write {_quoted(fact)}" + (f" where the article has “{said}”." if said else ".")
        case Verdict.OMITTED if fact.required:
            return f"Add {_quoted(fact)}" + (f": {fact.statement}" if fact.statement else f" ({label(fact).lower()}).")
    return ""


def correction(finding: Finding) -> str:
    """A sentence to print below a published article that contradicts a fact; empty for every other finding."""
    if finding.verdict is not Verdict.CONTRADICTED:
        return ""
    fact, said = finding.fact, _said(finding)
    if isinstance(fact.value, Quote):
        speaker = fact.value.by[0] if fact.value.by else "a speaker"
        return f"An earlier version of this article misquoted {speaker}. The words were: “{_bare(fact.value.words)}”"
    was = f"An earlier version of this article said “{said}”." if said else "An earlier version of this article was wrong."
    return f"{was} {_right(fact)}"


def _right(fact: Fact) -> str:
    if fact.statement:
        return fact.statement if fact.statement.endswith((".", "!", "?", "”")) else f"{fact.statement}."
    if isinstance(fact.value, Role):
        office = f"{fact.value.role} of {fact.value.of}" if fact.value.of else fact.value.role
        return f"{fact.value.person} is the {office}."
    return f"The correct {NOUNS.get(fact.kind, 'wording')} is {fact.expected}."


def _said(finding: Finding) -> str:
    return _bare(finding.evidence[0].text if finding.evidence else finding.found)


def _instead(fact: Fact, said: str) -> str:
    """What to put in the place of some words: of an office's holder the name alone where a name is wrong."""
    value = fact.value
    if isinstance(value, Role):
        words = value.person if said in fact.wrong or _one_name(said, value.person) else fact.expected
        return f"“{words}”"
    return _quoted(fact)


def _one_name(said: str, person: str) -> bool:
    """Whether some words look like a name for a name: as many capitals, and at least one part in common."""
    parts, known = said.split(), person.split()
    return all(part[:1].isupper() for part in parts) and bool(set(parts) & set(known)) and said != person


def _quoted(fact: Fact) -> str:
    return f"“{_bare(fact.value.words if isinstance(fact.value, Quote) else fact.expected)}”"


def _bare(words: str) -> str:
    """The words on one line, without quotation marks around them."""
    return " ".join(words.split()).strip("“”\"'‘")
