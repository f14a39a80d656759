"""What an editor is told to do about a finding: the change to make, and a sentence to print as a correction.

What is read: a fact, what an article says of it, and the sentence it says it in. What is not: who is right; the sentences say
what the spec has.
"""

from __future__ import annotations

import re

from factspec.language.numerals import SMALL
from factspec.language.units import CURRENCY_SIGNS, SYMBOLS, unit_of
from factspec.model import Fact, Figure, Finding, Quote, Role, Verdict
from factspec.recognisers.quantities import find_quantities

__all__ = ["change", "correction", "label"]

NOUNS = {"date": "date", "count": "figure", "quantity": "figure", "name": "name", "names": "names", "place": "place"}
QUOTED, WHOLE = 60, 70
"""Characters of an article that a correction quotes at most: a part of a clause, a whole clause; the evidence may be longer."""
_CLAUSE = re.compile(r"[,;:](?=\s|$)|[—–…()\[\]\"“”«»]|\s--?\s|\n\s*\n")
_SIGN = re.compile(rf"(?P<sign>{'|'.join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))})\s?(?=\d)")
_BEHIND = re.compile(r"(?<=[\w.%])(?P<gap>\s|-|(?<=\d))(?P<unit>[^\W\d]\S*(?: \S+)*|\W)\Z")
_LEADING = frozenset(
    "a an the and or but of in on at to by for from with as than that which who is was are were its his her their".split()
)
_SINGLE = re.compile(r"(?<![\w.,])(?:1|one|an?)\Z", re.IGNORECASE)


def label(fact: Fact) -> str:
    """A fact's id as a heading: "crew-on-board" is "Crew on board"."""
    words = fact.id.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def change(finding: Finding) -> str:
    """What to change in the article, in one sentence; for a vague one what the spec has; empty where there is nothing to say."""
    fact, said = finding.fact, _said(finding)
    match finding.verdict:
        case Verdict.CONTRADICTED if said:
            return _ended(f"Change “{said}” to {_instead(fact, said)}")
        case Verdict.CONTRADICTED:
            return _ended(f"Change it to {_quoted(fact)}")
        case Verdict.VAGUE if isinstance(fact.value, Quote) and _plain(said).lower() == _bare(fact.value.words).lower():
            return "The words are the spec’s, but they do not stand there as a quotation."
        case Verdict.VAGUE:
            has = _quoted(fact) if isinstance(fact.value, Quote) else _bare(fact.expected)
            return _ended(f"Compatible with the spec, but less exact: it has {has}")
        case Verdict.OMITTED if fact.required:
            return _ended(
                f"Add {_quoted(fact)}" + (f": {_plain(fact.statement)}" if fact.statement else f" ({label(fact).lower()})")
            )
    return ""


def correction(finding: Finding, before: str = "", after: str = "") -> str:
    """A sentence to print below a published article that contradicts a fact; empty for every other finding.

    `before` and `after` are what stands around the evidence in its sentence.
    """
    if finding.verdict is not Verdict.CONTRADICTED:
        return ""
    fact, said = finding.fact, _said(finding)
    if isinstance(fact.value, Quote):
        speaker = fact.value.by[0] if fact.value.by else "a speaker"
        return f"An earlier version of this article misquoted {speaker}. The words were: “{_bare(fact.value.words)}”"
    quoted = _in_its_clause(finding.evidence[0].text, before, after) if finding.evidence else said
    was = f"An earlier version of this article said “{quoted}”." if said else "An earlier version of this article was wrong."
    return f"{was} {_right(fact, said)}"


def _right(fact: Fact, said: str) -> str:
    if fact.statement:
        return _ended(_plain(fact.statement))
    if isinstance(fact.value, Role):
        office = f"{fact.value.role} of {fact.value.of}" if fact.value.of else fact.value.role
        return _ended(f"{fact.value.person} is the {office}")
    return _ended(f"The correct {NOUNS.get(fact.kind, 'wording')} is {_in_its_unit(fact, said)}")


# ---------------------------------------------------------------- the words of the article


def _said(finding: Finding) -> str:
    return _bare(finding.evidence[0].text if finding.evidence else finding.found)


def _in_its_clause(evidence: str, before: str, after: str) -> str:
    """The evidence with the words around it in its clause, as many as there is room for, none of them cut."""
    bare = _bare(evidence)
    if re.match(r"[\"“‘«]", evidence.strip()):  # its own marks: what stands outside of them is no part of it
        return bare
    bounds = [*_CLAUSE.finditer(before)]
    ahead = _CLAUSE.search(after)
    left = before[bounds[-1].end() :] if bounds else before
    right = (after[: ahead.start()] if ahead else after).rstrip().rstrip(".!?…")
    if _within_a_word(left, evidence, right):
        return bare
    whole = " ".join(f"{left}{evidence}{right}".split())
    if len(whole) <= WHOLE:
        return _bare(whole)
    words, added = left.split(), right.split()
    held = " ".join(evidence.split())
    if words and not left[-1:].isspace():  # an opening mark
        held = words.pop() + held
    if added and not right[:1].isspace():  # "’s", "-strong"
        held += added.pop(0)
    front, behind = _as_many(words, added, QUOTED - len(held))
    return _bare(" ".join([*front, held, *behind]))


def _as_many(words: list[str], added: list[str], room: int) -> tuple[list[str], list[str]]:
    """As many words directly before and behind as there is room for, by turns; those behind do not end with "of the"."""
    front: list[str] = []
    behind: list[str] = []
    cut = False
    while (added and len(added[0]) < room) or (words and len(words[-1]) < room):
        if added and len(added[0]) < room:
            behind.append(added.pop(0))
            room -= len(behind[-1]) + 1
        else:
            added, cut = [], bool(added) or cut
        if words and len(words[-1]) < room:
            front.insert(0, words.pop())
            room -= len(front[0]) + 1
        else:
            words = []
    while (added or cut) and behind and behind[-1].lower() in _LEADING:
        behind.pop()
    return front, behind


def _within_a_word(left: str, evidence: str, right: str) -> bool:
    """Whether the evidence begins or ends inside a word."""
    return bool(re.search(r"\w\Z", left) and re.match(r"\w", evidence)) or bool(
        re.match(r"\w", right) and re.search(r"\w\Z", evidence)
    )


def _instead(fact: Fact, said: str) -> str:
    """What to put in the place of some words: of an office's holder the name alone where a name is wrong."""
    value = fact.value
    if isinstance(value, Role):
        words = value.person if said in fact.wrong or _one_name(said, value.person) else fact.expected
        return f"“{_bare(words)}”"
    return f"“{_in_its_unit(fact, said)}”" if isinstance(value, Figure) else _quoted(fact)


def _one_name(said: str, person: str) -> bool:
    """Whether some words look like a name for a name: as many capitals, and at least one part in common."""
    parts, known = said.split(), person.split()
    return all(part[:1].isupper() for part in parts) and bool(set(parts) & set(known)) and said != person


def _in_its_unit(fact: Fact, said: str) -> str:
    """The spec's value, its unit written as the article writes it where both have the same: "85 million soles", not "PEN"."""
    own = _bare(fact.expected)
    value = fact.value
    if not isinstance(value, Figure) or not value.stated.unit:
        return _as_written(own, said)
    unit, found = value.stated.unit, find_quantities(said)
    if len(found) != 1 or found[0].value.unit != unit:
        return own
    spec, article = _taken_apart(own, unit), _taken_apart(said, unit)
    if spec is None or article is None or bool(_SINGLE.search(spec[1])) != bool(_SINGLE.search(article[1])):
        return own
    (_, number, _), (sign, _, behind) = spec, article
    return f"{sign}{number}{behind}"


def _as_written(own: str, said: str) -> str:
    """A count in words where the article has one in words: "Nineteen" for "Ninety"."""
    if not (own.isdecimal() and int(own) < _SPELT and said.replace("-", "").isalpha()):
        return own
    number, ones = int(own), int(own) % 10
    words = _WORDS.get(number) or f"{_WORDS[number - ones]}-{_WORDS[ones]}"
    return words.capitalize() if said[:1].isupper() else words


_SPELT = 100
_WORDS = {number: word for word, number in SMALL.items() if word != "nought"}


def _taken_apart(text: str, unit: str) -> tuple[str, str, str] | None:
    """What stands of the unit before the number, the number, and what stands of the unit behind it."""
    sign = _SIGN.search(text)
    if sign and SYMBOLS.get(sign["sign"]) == unit:
        return text[sign.start() : sign.end()], text[: sign.start()] + text[sign.end() :], ""
    for at in range(1, len(text)):
        behind = _BEHIND.match(text, at)
        if behind and (read := unit_of(behind["unit"].strip())) and read.symbol == unit:
            return "", text[:at], text[at:]
    return None


# ---------------------------------------------------------------- quotation marks, blanks and stops


def _quoted(fact: Fact) -> str:
    return f"“{_bare(fact.value.words if isinstance(fact.value, Quote) else fact.expected)}”"


def _bare(words: str) -> str:
    """The words on one line, without quotation marks around them and with single ones inside."""
    return re.sub(r'"([^"]*)"', r"‘\1’", _plain(words).strip("“”\"'‘")).replace("“", "‘").replace("”", "’").replace('"', "’")


def _plain(words: str) -> str:
    """The words on one line, without two blanks or two full stops on end."""
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", " ".join(words.split()))


def _ended(sentence: str) -> str:
    """The sentence with one stop at its end, be it within quotation marks."""
    return sentence if re.search(r"[.!?…][”’]?\Z", sentence) else f"{sentence}."
