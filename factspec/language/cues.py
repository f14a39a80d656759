"""What takes back, weakens or dates a statement, and how far it reaches within its sentence.

What is read: negation ("no one", "did not"), denial ("denied that", "was untrue"), correction ("an earlier report of 30",
"wrongly gave"), hypothesis ("if", "could have"), forecast ("is expected to", "will") and the date of a saying ("said on
Friday"). What is not: irony, questions, a denial in one sentence of what another says, and whose voice it is. A scope never
leaves its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factspec.language.cue_rules import RULES, CueKind, Rule
from factspec.model import Span

__all__ = ["CUE_WORDS", "Cue", "CueKind", "cues"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words text[start:end] change the standing of what `scope` covers; `rule` names the row of the table that made it.

    The scope of an attribution is the date of the saying; a fact about the saying itself keeps that date.
    """

    start: int
    end: int
    kind: CueKind
    scope: Span
    rule: str = ""


CUE_WORDS = frozenset(part for word in RULES for part in word.replace("'", " ").split()) | {"t", "ll", "d"}
"""The folded words of which a sentence must have one to have a cue."""

_WORD = re.compile(r"[A-Za-z]+?(?=n[’']t\b)|n[’']t\b|[’'](?:ll|d)\b|[A-Za-z]+")
_NAMES_TOO = frozenset({"Will", "May"})
_LOOK_BACK = 110


def cues(text: str, sentence: Span) -> list[Cue]:
    """The cues of one sentence in the order of their start; offsets are code points of `text`, an empty scope is left out."""
    found: list[Cue] = []
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        for rule in RULES.get(word[0].lower().replace("’", "'"), ()):
            cue = _cue(rule, text, sentence, word)
            if cue is not None:
                found.append(cue)
    return found


def _cue(rule: Rule, text: str, sentence: Span, word: re.Match[str]) -> Cue | None:
    after = rule.after.match(text, word.end(), sentence.end)
    if after is None or (word.start() > sentence.start and _is_name(word[0], rule)):
        return None
    before = text[max(sentence.start, word.start() - _LOOK_BACK) : word.start()]
    if (rule.bars and rule.bars.search(before)) or (rule.needs and not rule.needs.search(before)):
        return None
    scope = _trimmed(text, rule.reach(text, sentence, word.start(), after.end()))
    return Cue(word.start(), after.end(), rule.kind, scope, rule.name) if scope.end > scope.start else None


def _is_name(word: str, rule: Rule) -> bool:
    """Whether a capital within a sentence makes the word a name: "Will Smith", "May", "the Associated Press Reports"."""
    return word in _NAMES_TOO or (rule.kind == "attribution" and word[0].isupper())


def _trimmed(text: str, scope: Span) -> Span:
    piece = text[scope.start : scope.end]
    start = scope.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, scope.start + len(piece.rstrip())))
