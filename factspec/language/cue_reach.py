"""How far a cue reaches: from its words to the end of a clause, back to the start of one, or to the date beside a speech verb.

What is read: punctuation, conjunctions, and a few words that begin what a negation takes for granted ("hurt in the blast on
Friday"). What is not: grammar; a clause is what stands between two such marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factspec.model import Span

__all__ = ["Reach", "around", "backward", "corrected", "date_of_saying", "far", "forward", "modal", "negated", "up_to_to"]

Reach = Callable[[str, Span, int, int], Span]
"""(text, sentence, start and end of the cue) → what it reaches."""

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COMMA = r",(?=\s)(?!\s\d{4}\b)"  # not the comma of "June 13, 2025"
_FINITE = r"(?:was|were|is|are|has|have|had|will|would|did|put|said|gave|left|died|hit|took|\w{3,}ed)\b"

_CLAUSE_END = re.compile(
    rf"""[;:—–()\[\]“”"]|\s--?\s|{_COMMA}
    |\s(?:but|while|although|though|whereas|because|unless)\b
    |\sand\s(?=\d|then\b|later\b|that\b|(?:\S+\s){{0,5}}?{_FINITE})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    rf"[;:—–(\[“\"]|\s--?\s|{_COMMA}"
    r"|\b(?:but|while|although|though|whereas|and|said|says|added|adding|saying)\b(?:\sthat\b)?",
    re.IGNORECASE,
)
_TIME_LIMIT = re.compile(r"\s(?:until|till|before)\b", re.IGNORECASE)
# "no one was hurt in the blast on Friday": the blast and its day are taken for granted.
_GIVEN = re.compile(
    r"\s(?:in|from|after|during|following|since|by|at|when|as\sa\sresult\sof|because\sof|due\sto)"
    rf"\s(?:the|this|that|these|an?|his|her|its|their|it|[A-Z]\w+(?:’s|'s)|{_WEEKDAY})\b"
)
_HARM = re.compile(
    r"(?:\s\S+){0,4}?\s(?:hurt|injur\w+|harm\w*|kill\w+|wound\w+|damag\w+|death\w*|died|dead|casualt\w+|fatalit\w+|victims?"
    r"|report\w*|record\w*|arrest\w*|affect\w*|miss\w+|hospitali[sz]ed|believed|thought|warning\w*|alert\w*|charge\w*|evacuat\w+)\b",
    re.IGNORECASE,
)
_DENIAL_END = re.compile(
    r";|\sbut\s|[”\"](?=\s|$)|\sand\s(?:said|says|put|gave|insisted|added|claimed|told|maintained)\b"
    r"|,\s(?:saying|adding|insisting|claiming|arguing|stating|noting|telling|putting|giving|explaining|maintaining|instead"
    r"|although|though|while|which|and)\b",
    re.IGNORECASE,
)
_CORRECTION_END = re.compile(
    rf"[;)]|{_COMMA}|\s(?:but|before|later|then|while|was|were|is|had\sbeen)\b|\sand\s(?:later|then|now)\b", re.IGNORECASE
)
_TO = re.compile(r"\sto\b|[;,)]", re.IGNORECASE)
_INSERTION = re.compile(r",\s(?:(?:was|were|is|are|had|has|have|been|be|proved|later|in|an|a|\w+ly)\s)*\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s*(?:(?!the\b|an?\b)\w+\s){0,3}"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|several|many)",
    re.IGNORECASE,
)


_FARTHEST = 500  # code points; no clause of the news is longer, and a text without stops is not searched again for every cue


def _until(text: str, start: int, limit: int, *boundaries: re.Pattern[str]) -> Span:
    limit = min(limit, start + _FARTHEST)
    found = [match.start() for match in (each.search(text, start, limit) for each in boundaries) if match]
    return Span(start, min(found, default=limit))


def forward(text: str, sentence: Span, _start: int, end: int) -> Span:
    """To the end of the clause."""
    return _until(text, end, sentence.end, _CLAUSE_END)


def negated(text: str, sentence: Span, _start: int, end: int) -> Span:
    """To the end of the clause; "until" and "before" state their date, and what a casualty happened in is taken for granted.

    An insertion straight behind the cue ("not, as reported, on Monday") is stepped over.
    """
    second = text.find(",", end + 1, sentence.end) if text[end : end + 1] == "," else -1
    given = [_GIVEN] if _HARM.match(text, end, sentence.end) else []
    reached = _until(text, second + 1 if second > 0 else end, sentence.end, _CLAUSE_END, _TIME_LIMIT, *given)
    return Span(end, reached.end)


def far(text: str, sentence: Span, _start: int, end: int) -> Span:
    """To the end of the sentence, or to what the speaker says instead."""
    return _until(text, end, sentence.end, _DENIAL_END)


def corrected(text: str, sentence: Span, _start: int, end: int) -> Span:
    """To the end of what was reported: a comma, or the verb or conjunction that brings the new report."""
    return _until(text, end, sentence.end, _CORRECTION_END)


def up_to_to(text: str, sentence: Span, _start: int, end: int) -> Span:
    """To the "to" of "from 30 to 24"."""
    return _until(text, end, sentence.end, _TO, _CLAUSE_END)


def backward(text: str, sentence: Span, start: int, _end: int) -> Span:
    """Back to the start of the clause; an insertion between commas straight before the cue belongs to the subject."""
    limit, first = start, max(sentence.start, start - _FARTHEST)
    if inserted := _INSERTION.search(text[first:start]):
        limit = max(text.rfind(",", first, first + inserted.start()), first)
    begin = first
    for match in _CLAUSE_START.finditer(text, first, limit):
        begin = match.end()
    return Span(begin, start)


def around(text: str, sentence: Span, start: int, end: int) -> Span:
    """The clause on both sides of the cue."""
    return Span(backward(text, sentence, start, end).start, forward(text, sentence, start, end).end)


def modal(text: str, sentence: Span, start: int, end: int) -> Span:
    """Forward; with a counted subject ("as many as 30 people may have died") the whole clause."""
    whole = around(text, sentence, start, end)
    return whole if _COUNTED.match(text, whole.start, start) else Span(end, whole.end)


# ---------------------------------------------------------------- the date of a saying

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
_DAY = (
    rf"(?:{_WEEKDAY}|yesterday|today|tonight|last\snight|this\s(?:week|morning|afternoon|evening)|the\s(?:same|next|following)\sday"
    rf"|\d{{1,2}}\s{_MONTH}|(?:{_MONTH}|{_SHORT_MONTH})\s\d{{1,2}})"
)
_PART = r"(?:,?\s\d{4}\b)?(?:\s(?:morning|afternoon|evening|night))?"
_NAME = rf"(?!{_WEEKDAY}|{_MONTH})[A-Z][\w’'-]*\.?(?:\s(?!{_WEEKDAY}|{_MONTH})[A-Z][\w’'-]*){{0,3}}"
_HEARERS = rf"(?:\s(?:reporters|journalists|parliament|lawmakers|(?!the\s(?:same|next|following))the\s\w+(?:\s\w+)?|{_NAME}))?"
_SPEAKER = (
    rf"\s(?:{_NAME}|(?:an?|the)\s(?:\w+\s){{0,2}}?"
    r"(?:spokes\w+|officials?|ministry|agency|army|navy|police|minister|president|statement))"
)
_BY_WHAT = (
    rf"(?:\s(?:in|at|by|via|on|through|to)\s(?:(?!{_WEEKDAY})\w+[\s-]){{0,3}}?(?:statement|interview|conference|briefing|address|speech"
    r"|phone|telephone|mail|email|letter|report|television|TV|radio|Twitter|X|court|release|memo|tweet|post|reporters|journalists))?"
)
_WHEN = (
    r",?\s(?:released\s|issued\s|published\s|posted\s)?"
    rf"(?P<when>(?:(?:late|early|earlier|later)\s)?(?:on\s)?(?:(?:late|early)\s)?{_DAY}{_PART})\b"
)
_AFTER_TOLD = re.compile(_HEARERS + _BY_WHAT + _WHEN)
_AFTER_SAID = re.compile(_BY_WHAT + _WHEN + rf"|{_SPEAKER}" + _WHEN.replace("when", "then") + r"(?=\s*(?:[.,;:\"“”]|\Z))")
_TOLD = frozenset({"told", "tells", "telling", "informed", "addressing", "briefed", "warned"})
_BEFORE_VERB = re.compile(rf"\s(?P<when>on\s(?:late\s|early\s)?{_DAY}{_PART}),?\s?\Z")
# "said Friday’s blast", "said Friday would be": the date begins what is said.
_IS_SUBJECT = re.compile(r"’s|'s|-\w|\s(?:was|were|is|are|had|has|will|would|marked|saw|night’s|night's|morning’s|morning's)\b")


def date_of_saying(text: str, sentence: Span, start: int, end: int) -> Span:
    """The date straight behind a speech verb and whom it was said to, or straight before it; empty where there is none."""
    after = (_AFTER_TOLD if text[start:end].lower() in _TOLD else _AFTER_SAID).match(text, end, sentence.end)
    if after and not _IS_SUBJECT.match(text, after.end(), sentence.end):
        return Span(*after.span("when" if after["when"] else "then"))
    before = _BEFORE_VERB.search(text, max(sentence.start, start - 40), start)
    return Span(*before.span("when")) if before else Span(end, end)
