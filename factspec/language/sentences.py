"""Where sentences end.

What is read: stops with what closes behind them (quotes, brackets, footnote marks), blank lines, and line breaks that somebody
made on purpose (headlines, lists, a paragraph a line). What is not: colons, semicolons and dashes never end a sentence, nor does
a stop that no blank follows; whether what ends is a full sentence with a verb.
"""

from __future__ import annotations

import re

from factspec.language.lexicon import listed
from factspec.model import Span

__all__ = ["sentences"]

# Abbreviations that stand before a name or a number and never end a sentence.
_NEVER_LAST = listed(
    "mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt pfc brig sen rep gov pres supt insp "
    "det mt messrs mme mlle dña vs v cf eg viz ca approx fig figs vol pp ed eds sec nr"
)
# Abbreviations that may end one: only the word behind them tells.
_MAYBE_LAST = listed(
    "st ft sr rd ave blvd hwy al art jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "sat sun jr inc ltd corp co bros plc llc dept est univ assn etc no nos ala ariz ark calif colo conn del fla ga ill ind "
    "kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta a.m p.m u.s "
    "u.k u.n e.u d.c i.e e.g ph.d m.d"
)
# After a number only: "No. 5", "pp. 3" and months keep their number.
_BEFORE_NUMBER = listed("no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp fig vol art sec ch para")
# Words that open a sentence and never a name: after a doubtful abbreviation they decide.
_STARTERS = listed(
    "a an the this that these those it its he she they we you i his her their our my there here in on at by for from with "
    "without to of as if when while after before since until during under over and but or nor so yet because although "
    "though however meanwhile still then also another other some many most few several no not none one two three four five "
    "six seven eight nine ten what who why how where which whose all both each every such even just only once now later "
    "earlier officials police authorities witnesses according despite about more less last next it’s it's he’s he's she’s "
    "she's that’s that's there’s there's"
)

_CLOSERS = r"(?:[\"'”’»›)\]]|\[\d{1,3}\])*+"
# The stop comes first and looks behind afterwards: so the scan leaps from stop to stop.
_CANDIDATE = re.compile(
    r"[.!?…\n](?:(?<=\n)\s*"
    rf"|(?<=[.!?…])(?<![.!?…].)(?:(?<=\.)(?:\s?\.)*+|(?<=[!?…])[!?…]*+[.!?…]*+){_CLOSERS}(?=\s))"
)
_NEXT_WORD = re.compile(r"[\s\"'“‘«„(\[—–-]*(\S[^\s,;:.!?”\"]*)")
_CLOCK = re.compile(r"(?:a\.m|p\.m)\Z", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|Eastern|Pacific|Central|Mountain|Greenwich|local"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BULLET = re.compile(r"(?:[-*•·–—]|\d{1,2}[.)])\s")
_NUMBERS_A_LIST = re.compile(r"(?:\n|\A)[ \t]*\d{1,2}\Z")
_ASKED = re.compile(
    r"\s(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|writes|added|replied|shouted|wondered|cried|tweeted|posted)\b"
)
_ECHO = re.compile(r"[^\W\d_]+[.!?][\"”’»]")  # “Nobody came. Nobody.” is one sentence: a single word states nothing by itself

_LONGEST_ABBREVIATION = 6
_WIDEST_WRAP = 120  # nobody wraps a text wider than this: a break is a paragraph
_HEADLINE = 50  # a shorter line that nothing closes, before a capital, is a headline or a list


def sentences(text: str) -> list[Span]:
    """The sentences of a text in order, without the blanks around them; together they hold every non-blank character."""
    found: list[Span] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        if _ends_here(text, match):
            _append(found, text, start, match.end())
            start = match.end()
    _append(found, text, start, len(text))
    return found


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.lstrip()
    if not stripped:
        return
    start += len(piece) - len(stripped)
    end = start + len(stripped.rstrip())
    if found and _ECHO.fullmatch(text, start, end) and "\n" not in text[found[-1].end : start]:
        start = found.pop().start
    found.append(Span(start, end))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    stop = match[0]
    if stop[0] == "\n":
        return _is_deliberate(text, match)
    following = _NEXT_WORD.match(text, match.end())
    if following is None:
        return True
    word = following[1]
    if word[0].islower():
        return _BLANK_LINE.search(text, match.end(), following.start(1)) is not None
    if stop[0] != "." or stop[1:2] in {".", " "}:
        return len(stop) == 1 or stop[-1] in "!?….)]" or not _ASKED.match(text, match.end())
    if len(stop) > 1:
        return True
    return _full_stop_ends(text, match, word)


def _full_stop_ends(text: str, match: re.Match[str], following: str) -> bool:
    """Whether a single full stop before an upper-case letter, a digit or a sign ends its sentence."""
    before = _token_before(text, match.start())
    if before.isdecimal() and _NUMBERS_A_LIST.search(text, max(match.start() - 8, 0), match.start()):
        return False
    if not _can_be_short(before):
        return True
    abbreviation = before.lower()
    if abbreviation in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if abbreviation == "no":
        return True
    if abbreviation in _NEVER_LAST:
        return False
    if _CLOCK.search(abbreviation):
        return not _AFTER_CLOCK.match(following)
    if abbreviation in _MAYBE_LAST or "." in abbreviation or _is_initial(before):
        return following.lower() in _STARTERS
    return True


def _can_be_short(word: str) -> bool:
    """Whether a word can be an abbreviation: short, with short pieces between its dots, no number, not in capitals throughout."""
    if "." in word:
        return all(piece.isalpha() and len(piece) < 3 for piece in word.split("."))
    return len(word) == 1 or (len(word) <= _LONGEST_ABBREVIATION and not word.isupper())


def _token_before(text: str, end: int) -> str:
    pieces = text[max(end - 16, 0) : end].split()
    return pieces[-1].lstrip("([\"'“‘«—–-/") if pieces else ""


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"  # World War I.


def _is_deliberate(text: str, match: re.Match[str]) -> bool:
    """Whether a line break ends a sentence: a blank line, a bullet, or a break that the width of the lines does not explain."""
    if match[0].count("\n") > 1 or _BULLET.match(text, match.end()):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
    below = text[match.end() : match.end() + _WIDEST_WRAP + 1].partition("\n")[0]
    if len(line) > _WIDEST_WRAP or len(below) > _WIDEST_WRAP:
        return True
    opens = below[:1].isupper() or below[:1].isdigit() or below[:1] in "\"'“‘«„("
    return opens and len(line) < _HEADLINE and line[-1:] not in ",;:-–—" and len(line) < len(below)
