"""Finds passages in quotation marks, and who is plainly said to speak them.

What is read: “curly”, "straight", ‘single’, «guillemets», „low“ and doubled marks; a quotation broken by its attribution; one
that runs over paragraphs, each opened anew; one whose close is missing, which ends with its paragraph. What is not:
apostrophes (can’t, rock ’n’ roll, ’90s, the boys’ room), feet and inches, a quotation within a quotation (it is part of the
outer one), and reported speech without marks. A single mark that nothing closes is an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factspec.language.lexicon import SPEECH_VERBS
from factspec.model import QuotationMention, Span

__all__ = ["find_quotations"]

_CLOSES = {
    "“": "”", "„": "“”‟", "‟": "”", "”": "”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』",
    '"': '"', "‘": "’", "‚": "‘’", "'": "'", "``": "''", "‘‘": "’’", "''": "''",
}  # fmt: skip
_SINGLE = {"‘", "‚", "'", "‹"}
_DOUBLED = {"``", "‘‘", "''"}
# What an opening mark may not stand behind, and what looks like one and is an apostrophe.
_OPEN = re.compile(
    r"""``(?=\S)|‘‘(?=\S)|(?<![\w.,!?…'])''(?=\w)
    |[“„‟「『](?=\S)|«(?=\s?\S)|(?<!\S)[”»](?=\w)
    |(?<![\w.,!?…”’%)])"(?=[^\s"])
    |(?<![\w.,!?…”’)])[‘‚‹'](?=[\w“"«$£€¿¡\[(…])(?!\d0s\b|(?:n|em|til|tis|twas|cause|bout|round|s|re|ve|ll|d|m|t)\b|\d\d\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARK = re.compile(r"[“„‟«「『”»\"‘‚‹'`]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 10_000  # code points of one passage; what runs on is not searched for its close again and again
_LONGEST_SINGLE = 2_000
_LONGEST_GAP = 160

_VERB = rf"(?-i:{'|'.join(sorted(w for w in SPEECH_VERBS if not w.endswith('ing')))})"
_BEFORE_VERB = r"(?:\s(?:\w+ly|also|later|once|then|had|has|have))?"
_ABBREVIATED = r"(?-i:\b(?:Dr|Mr|Mrs|Ms|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Prof|Rev|Sen|Rep|Gov|St|Jr|[A-Z])\.)"
_WORDS = rf"(?:{_ABBREVIATED}|[^.,;:!?\"“”‘()\n—–])"
_APPOSITION = r"(?:,\s[^.;:\"“”\n]{2,80},)?"
_NO_SUBJECT = (
    r"(?!(?:that|to|it’s|on|in|at|after|but|and|by|from|when|as|earlier|later|meanwhile"
    r"|though|although|while|because|if|who|which)\b)"
)
_SUBJECT_END = (
    r"(?=\s*(?:[,.;:!?\"“”‘’()—–]|$)|\s(?:on|in|at|after|when|as|to|by|during|before|late|early|yesterday|today|told|through|while"
    r"|who|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_SAID_AFTER = re.compile(
    rf"\s*[,—–-]*\s*(?:(?:{_VERB}|according\sto)\s{_NO_SUBJECT}(?P<post>(?=\S){_WORDS}{{1,90}}?){_SUBJECT_END}"
    rf"|{_NO_SUBJECT}(?P<pre>(?=\w){_WORDS}{{1,90}}?){_APPOSITION}{_BEFORE_VERB}\s{_VERB}\b)",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    rf"{_NO_SUBJECT}(?P<pre>(?=\w){_WORDS}{{1,90}}?){_APPOSITION}{_BEFORE_VERB}\s{_VERB}\b"
    r"(?:(?:\s[^\s,.;:!?\"“”]+){0,8}?[:,]\s*|\s(?:that\s)?)\Z",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"\b(?:and|or|who|which|that|to|not|was|were|is|are|be|been)\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"(?<!\b[A-Z])(?<!\bDr|\bMr|\bMs|\bSt)(?<!\bMrs|\bGen)[.!?]['\"”’)]*\s+(?=\S)|[;:]\s|\n\s*")


@dataclass(frozen=True, slots=True)
class _Passage:
    """What stands between one opening mark and its close: the marks included and apart, and how it ended."""

    start: int
    end: int
    part: Span
    closed: bool


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[QuotationMention]:
    """The quotations that begin in text[start:end], in order; parts and speaker are spans of `text`."""
    limit = len(text) if end is None else min(end, len(text))
    return list(_mentions(text, max(start, 0), limit))


def _mentions(text: str, at: int, limit: int) -> Iterator[QuotationMention]:
    while (opening := _next_opening(text, at, limit)) is not None:
        passages = _passages(text, opening, limit)
        if not passages:
            at = opening.end()
            continue
        mention = _joined(text, opening[0], passages, limit)
        yield mention
        at = mention.end


def _next_opening(text: str, at: int, limit: int) -> re.Match[str] | None:
    for mark in _MARK.finditer(text, at, limit):
        opening = _OPEN.match(text, mark.start(), limit)
        if opening:
            return opening
    return None


def _passages(text: str, opening: re.Match[str], limit: int) -> list[_Passage]:
    """The passage behind an opening mark, and those that reopen it in the paragraphs that follow; none for an apostrophe."""
    passage = _passage(text, opening, limit)
    if passage is None:
        return []
    found = [passage]
    while not found[-1].closed and (again := _reopening(text, opening[0], found[-1].end, limit)) is not None:
        following = _passage(text, again, limit)
        if following is None:
            break
        found.append(following)
    return found if opening[0] not in _SINGLE or found[-1].closed else []


def _passage(text: str, opening: re.Match[str], limit: int) -> _Passage | None:
    paragraph = _paragraph_end(text, opening.end(), min(limit, opening.end() + _LONGEST))
    close = _close(text, opening, paragraph)
    if close is not None and close.start > opening.end():
        return _Passage(opening.start(), close.end, Span(opening.end(), close.start), closed=True)
    if close is not None:
        return None
    until = _line_of_reopening(text, opening, paragraph)
    return _Passage(opening.start(), until, Span(opening.end(), until), closed=False) if until > opening.end() else None


def _paragraph_end(text: str, at: int, limit: int) -> int:
    blank = _BLANK_LINE.search(text, at, limit)
    end = blank.start() if blank else limit
    while end > at and text[end - 1].isspace():
        end -= 1
    return end


def _line_of_reopening(text: str, opening: re.Match[str], paragraph: int) -> int:
    """Where an unclosed passage ends: with its paragraph, or with the line before one that begins with the same mark."""
    again = re.compile(rf"\s*\n\s*(?={re.escape(opening[0])}\S)").search(text, opening.end(), paragraph)
    return again.start() if again else paragraph


def _reopening(text: str, mark: str, at: int, limit: int) -> re.Match[str] | None:
    return re.compile(rf"(?<=\n){re.escape(mark)}(?=\S)").match(text, _skip_blanks(text, at, limit), limit)


def _skip_blanks(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


# ---------------------------------------------------------------- closing marks


def _close(text: str, opening: re.Match[str], limit: int) -> Span | None:
    mark = opening[0]
    if mark in {"‘", "'", "‚"}:
        return _close_single(text, opening.end(), _CLOSES[mark], limit)
    if mark == '"':
        return _close_straight(text, opening.end(), limit)
    if mark in _DOUBLED:
        return _find(text, _CLOSES[mark], opening.end(), limit)
    return _close_paired(text, mark, opening.end(), limit)


def _find(text: str, mark: str, at: int, limit: int) -> Span | None:
    found = text.find(mark, at, limit)
    return Span(found, found + len(mark)) if found >= 0 else None


def _close_paired(text: str, mark: str, at: int, limit: int) -> Span | None:
    """The partner of a mark with two shapes, past what it nests; a straight mark where somebody mixed the two."""
    depth = 0
    for match in re.compile(f"[{mark}{_CLOSES[mark]}]").finditer(text, at, limit):
        if match[0] not in _CLOSES[mark]:
            depth += 1
        elif depth:
            depth -= 1
        else:
            return Span(*match.span())
    first = re.compile(f"[{_CLOSES[mark]}]").search(text, at, limit)
    if first:
        return Span(*first.span())
    return _find(text, '"', at, limit) if mark in "“„‟" else None


_STRAIGHT = re.compile(r'"')
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?\Z")


def _close_straight(text: str, at: int, limit: int) -> Span | None:
    for match in _STRAIGHT.finditer(text, at, limit):
        here = match.start()
        if _is_inches(text, here, limit):
            continue
        if _opens_anew(text, here, limit):
            return None if _at_line_start(text, here) else _before(text, here)
        return Span(here, here + 1)
    return None


def _is_inches(text: str, here: int, limit: int) -> bool:
    """Whether a straight mark behind a digit measures: it could close only if the marks left over pair up."""
    if not text[here - 1].isdigit():
        return False
    if _FEET_AND_INCHES.search(text, max(here - 8, 0), here):
        return True
    return text.count('"', here + 1, limit) % 2 == 1 and here + 1 < limit and text[here + 1] in " -x"


def _opens_anew(text: str, here: int, limit: int) -> bool:
    return text[here - 1].isspace() and here + 1 < limit and not text[here + 1].isspace() and text[here + 1] not in ",.;:!?)"


def _at_line_start(text: str, here: int) -> bool:
    return text[max(here - 20, 0) : here].rstrip(" \t")[-1:] in {"", "\n"}


def _before(text: str, here: int) -> Span:
    """An empty close: the mark is missing, and the passage ends where the next one opens."""
    while here and text[here - 1].isspace():
        here -= 1
    return Span(here, here)


_APOSTROPHES = {"’": re.compile(r"’(?!\w)"), "‘’": re.compile(r"[‘’](?!\w)"), "'": re.compile(r"'(?!\w)")}
_OPENS_SINGLE = {"’": re.compile(r"(?<![\w’])‘(?=\w)"), "‘’": re.compile(r"‚(?=\w)"), "'": re.compile(r"(?<![\w.,!?'])'(?=\w)")}


def _close_single(text: str, at: int, closers: str, limit: int) -> Span | None:
    """The first mark that no letter follows; behind an s only beside a stop, for else it is a plural's apostrophe."""
    limit = min(limit, at + _LONGEST_SINGLE)
    anew = _OPENS_SINGLE[closers].search(text, at, limit)
    last = anew.start() if anew and not _nests(text, at, anew.start()) else limit
    for match in _APOSTROPHES[closers].finditer(text, at, last):
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        if before.isspace() or (before.isdigit() and closers == "'" and _FEET.match(text, match.end())):
            continue
        plural = before in "sS" and after == " " and text[match.end() + 1 : match.end() + 2].islower()
        if plural and (closers == "'" or _APOSTROPHES[closers].search(text, match.end(), last)):
            continue
        return Span(*match.span())
    return None


_FEET = re.compile(r"\s?\d{1,2}\"|\s(?:tall|high|wide|long|deep)\b")


def _nests(text: str, at: int, here: int) -> bool:
    """Whether a single mark opens inside double marks that were opened after `at`, or right behind the opening mark."""
    return text[here - 1] in '“"' or text.count("“", at, here) > text.count("”", at, here)


# ---------------------------------------------------------------- parts and speaker


def _joined(text: str, mark: str, passages: list[_Passage], limit: int) -> QuotationMention:
    rule = "unclosed" if not passages[-1].closed else "paragraphs" if len(passages) > 1 else "quotation"
    before = _speaker_before(text, passages[0].start)
    speaker, opening = _attribution(text, mark, passages[-1], limit)
    while opening is not None and (more := _passages(text, opening, limit)):
        passages = [*passages, *more]
        rule = "broken"
        again, opening = _attribution(text, mark, passages[-1], limit)
        speaker = speaker or again
    return QuotationMention(passages[0].start, passages[-1].end, tuple(p.part for p in passages), speaker or before, rule)


def _attribution(text: str, mark: str, last: _Passage, limit: int) -> tuple[Span | None, re.Match[str] | None]:
    """Who is said to speak behind a passage, and the mark that takes the quotation up again behind him in the same paragraph."""
    if not last.closed:
        return None, None
    said = _SAID_AFTER.match(text, last.end, min(last.end + _LONGEST_GAP + 60, limit))
    if said is None or not _belongs(text, last, said):
        return None, None
    group = "post" if said["post"] else "pre"
    if _ENDS_OPEN.search(said[group]):
        return None, None
    opening = _next_opening(text, said.end(), min(last.end + _LONGEST_GAP, limit))
    goes_on = opening is not None and opening[0] == mark and _is_break(text[said.end() : opening.start()])
    return Span(*said.span(group)), opening if goes_on else None


def _belongs(text: str, last: _Passage, said: re.Match[str]) -> bool:
    """Whether words with a speech verb behind a quotation attribute it: the quotation ended in a stop, or a comma follows."""
    if "\n" in text[last.end : said.end()]:
        return False
    inner = text[last.part.end - 1]
    if inner == "." and said["pre"]:
        return False
    return inner in ",.?!…—–-" or text[last.end : last.end + 1] in {",", "—", "–"}


def _is_break(gap: str) -> bool:
    """Whether the rest of an attribution leads on to the next part: at most one sentence ends in it, and no new one begins."""
    return "\n\n" not in gap and re.fullmatch(r"[^.!?\"“”]*(?:\b[A-Z]\.[^.!?\"“”]*)*[.,:;—–-]?\s*", gap) is not None


def _speaker_before(text: str, start: int) -> Span | None:
    """The subject of the speech verb that leads straight to an opening mark, in the same sentence."""
    window = text[max(start - 200, 0) : start]
    if not _leads(window.rstrip()):
        return None
    clause = max((match.end() for match in _CLAUSE.finditer(window) if match.end() < len(window.rstrip())), default=0)
    for at in (clause, *(comma.end() for comma in _COMMA.finditer(window, clause))):
        said = _SAID_BEFORE.match(window, at)
        if said and not _ENDS_OPEN.search(said["pre"]):
            offset = start - len(window)
            return Span(offset + said.start("pre"), offset + said.end("pre"))
    return None


_COMMA = re.compile(r",\s")


def _leads(window: str) -> bool:
    """Whether what stands before an opening mark can introduce it: a colon, a comma, or a speech verb at its very end."""
    if window[-1:] in {":", ","}:
        return True
    last = window[-16:].removesuffix(" that").rpartition(" ")[2]
    return last in SPEECH_VERBS
