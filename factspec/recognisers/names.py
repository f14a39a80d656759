"""Finds proper names: runs of capitalised words with their titles, particles and initials.

What is read: capitals, the words around them, and whether the text writes a word with a capital where no sentence begins. What is
not: who or what bears a name; days, months, peoples and trade acronyms alone are no names. In a headline in Title Case or
capitals only words count that the rest of the text shows to be names. A single word that opens a sentence is a name only on
such evidence, before a genitive or before a speech verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factspec.language.folding import fold
from factspec.language.inflection import is_verb_form
from factspec.language.lexicon import (
    COMPANY_FORMS,
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    SPEECH_VERBS,
    TITLES,
    listed,
)
from factspec.model import NameMention
from factspec.recognisers.names_words import (
    ACRONYMS,
    DAYS_AND_MONTHS,
    DEMONYMS,
    NAMED_AFTER,
    NUMBERED,
    OF_HEADS,
    OPENERS,
    TITLE_PHRASES,
)

__all__ = ["find_names"]

_UPPER = "".join(char for char in map(chr, range(0x600)) if char.isupper())
# What a hyphen ties to a name without being part of it: Texas-based, US-led.
_COMPOUND = (
    r"(?:based|led|run|born|wide|style|made|owned|held|like|area|era|type|only|and|the|who|which|but|or|a|in|to|of|by|for|bound|class|level"
    r"|size|size|long|old|high|low|free|rich|poor|wing|fire|aged|built|won|paid|tax|day|year|week|month|time|hour)"
)
# The capital comes first and looks behind afterwards: so the scan leaps from capital to capital.
_TOKEN = re.compile(
    rf"""[{_UPPER}](?<![\w.].)(?:
      \.(?:[{_UPPER}]\.)+(?:-\w+)?
    | \.(?=\s?[{_UPPER}])
    | \w*(?:-(?=[{_UPPER}\d])\w+|-(?!{_COMPOUND}\b)[a-z]{{2,5}}\b|[’'](?!(?:s|ll|ve|re|d|m|t)\b)(?=[^\W\d_])\w+)*
    )""",
    re.VERBOSE,
)
_ARABIC_ARTICLES = listed("al el ul an as ar at ad az")
_ABBREVIATED = listed(
    "dr mr mrs ms mx prof rev fr hon gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig sen rep gov supt insp det st mt "
    "ft messrs sr jr"
)
_SMALL = "|".join(
    sorted(PARTICLES - {"st", "san", "santa", "mc", "mac", "as", "ad", "an", "at", "e", "i", "y", "and", "the", "of", "ten"})
)
_PARTICLES = re.compile(rf"(?:[ ]|-)(?:(?:{_SMALL})[ -])+\Z|(?:[ ](?:{_SMALL}))*[ ](?:{_SMALL})-\Z")
_LED_BY = re.compile(r"(?:(?<=\s)|(?<=\A)|(?<=[“\"(‘]))(?:(?:bin|ibn|van|von|der|den|de|di|della|abu|ben)\s)+\Z")
_OF = re.compile(r" of(?: the)? \Z")
_QUOTES = re.compile(r"[^’'\n]{0,60}[’'](?!\w)")
_CLOSING = re.compile(r"[’']s(?=\W|\Z)|[’'](?=\s)")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_HEADLINE_WORDS = 25
_LONGEST_HEADLINE = 250


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str  # folded, without dots


def find_names(text: str, start: int = 0, end: int | None = None) -> list[NameMention]:
    """The names that stand in text[start:end], in order and apart from each other; offsets are code points of `text`."""
    limit = len(text) if end is None else min(end, len(text))
    found: list[NameMention] = []
    for run in _runs(text, max(start, 0), limit):
        found += _mentions(text, run)
    return found


# ---------------------------------------------------------------- runs of capitalised words


def _runs(text: str, start: int, end: int) -> Iterator[list[_Token]]:
    run: list[_Token] = []
    for match in _TOKEN.finditer(text, start, end):
        token = _Token(_with_article(text, match.start(), start), match.end(), _word(match[0]))
        if run and not _continues(text, run, token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _with_article(text: str, at: int, start: int) -> int:
    """Where the token begins that an Arabic article is tied to: al-Farra."""
    tied = at - 3 >= start and text[at - 1] == "-" and text[at - 3 : at - 1].lower() in _ARABIC_ARTICLES
    return at - 3 if tied and not text[at - 4 : at - 3].isalnum() else at


@lru_cache(maxsize=8192)
def _word(written: str) -> str:
    return fold(written.replace(".", "").replace("’", "").replace("'", "")).strip()


def _continues(text: str, run: Sequence[_Token], token: _Token) -> bool:
    """Whether a token belongs to the run before it, by what stands between the two."""
    last, gap = run[-1], text[run[-1].end : token.start]
    if gap in {" ", "\u00a0", "\n"}:
        return gap != "\n" or not _line_is_headline(text, last.start)
    if gap in {". ", ".\u00a0"}:
        return last.word in _ABBREVIATED
    if gap in {" & ", "&"}:
        return True
    if gap == ", ":
        return token.word in {"inc", "ltd", "jr", "sr", "corp", "llc", "plc"} or (
            token.word == "dc" and text[token.end - 1] == "."
        )
    if gap in {"’s ", "'s ", "’ ", "' "}:
        return token.word in NAMED_AFTER and last.word not in DEMONYMS and len(run) < 3
    if _OF.match(gap):
        return last.word in ORGANISATION_WORDS or last.word in OF_HEADS or _is_title_phrase(run, gap, token)
    if gap == " for ":
        return last.word in ORGANISATION_WORDS and last.word not in {"police", "united", "states", "party", "government"}
    if gap in {" '", " ’", " ‘", " ʿ"}:
        return not _QUOTES.match(text, token.end)
    return _PARTICLES.match(gap) is not None or (gap == " and " and _is_body(text, run, token))


def _is_title_phrase(run: Sequence[_Token], gap: str, token: _Token) -> bool:
    return f"{run[-1].word}{gap}{token.word}" in TITLE_PHRASES


_AFTER_THE = re.compile(r"\b[Tt]he \Z")
_BODY_BEHIND = re.compile(rf"(?:[ ][{_UPPER}]\w+){{0,3}}[ ](?P<last>[{_UPPER}]\w+)")


def _is_body(text: str, run: Sequence[_Token], token: _Token) -> bool:
    """Whether "and" joins the two halves of a body's name: "the Food and Agriculture Organization"."""
    if run[-1].word in ORGANISATION_WORDS or not _AFTER_THE.search(text, max(run[0].start - 6, 0), run[0].start):
        return False
    behind = _BODY_BEHIND.match(text, token.end)
    return behind is not None and fold(behind["last"]) in ORGANISATION_WORDS


# ---------------------------------------------------------------- from a run to names


def _mentions(text: str, run: list[_Token]) -> Iterator[NameMention]:
    if _line_is_headline(text, run[0].start):
        for part in _split(run, _shown(text)):
            yield from _named(text, part)
        return
    run = _without_opener(text, run)
    for part in _around_titles(_without_days(text, run)):
        yield from _named(text, part)


def _split(run: Sequence[_Token], shown: _Shown) -> Iterator[list[_Token]]:
    """The stretches of a run whose words are all shown to be names."""
    part: list[_Token] = []
    for token in run:
        if shown.capital(token.word):
            part.append(token)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _without_opener(text: str, run: list[_Token]) -> list[_Token]:
    """The run without the words that merely open a sentence; a lone opener needs evidence that it is a name."""
    while run and _is_opener(text, run):
        run = run[1:]
    if len(run) == 1 and _opens(text, run[0]) and not _is_shown(text, run[0]):
        return []
    return run


def _is_opener(text: str, run: Sequence[_Token]) -> bool:
    """Whether the first word of a run has its capital from the sentence alone."""
    first = run[0]
    if first.word in _NEVER and not (_is_capitals(text, first) and len(first.word) > 1):
        return True
    if _is_shouted(text, first):
        return not _shown(text).capital(first.word)
    if _is_capitals(text, first):
        return (len(first.word) > 3 and _shown(text).small(first.word)) or (
            len(first.word) < 4 and first.word in _SHOUTED and _opens(text, first)
        )
    if first.word in _MODIFIERS:
        return len(run) > 1 or _opens(text, first)
    if not _opens(text, first):
        return False
    if first.word in OPENERS:
        return first.word not in DAYS_AND_MONTHS
    if _shown(text).capital(first.word):
        return False
    return len(run) > 1 and first.word not in TITLES and (_shown(text).small(first.word) or is_verb_form(first.word))


_SHOUTED = listed("a an the in on at of by to it he we as if and but for two six ten")
_MODIFIERS = listed("former ex then late fellow veteran incoming outgoing")
# Words that begin no name even where no sentence begins, as after a dash.
_NEVER = listed(
    "i a an the and but or nor so yet if when while because although though as by from with he she it they we you his her "
    "their our its this that these those there then"
)


def _opens(text: str, token: _Token) -> bool:
    """Whether a token begins a sentence, a quotation, a line or what follows a colon."""
    before = text[max(token.start - 4, 0) : token.start].rstrip(" \u00a0\t")
    return not before or before[-1] in ".!?:\n\"“‘'(«„[•*…" or (before[-1] in "—–-" and not text[token.start - 1].isspace())


def _is_shouted(text: str, token: _Token) -> bool:
    """Whether a word in capitals stands in a first line that opens in capitals: A HUGE fire."""
    line = text.rfind("\n", 0, token.start) + 1
    return 0 < token.start - line < 40 and text[line : token.end].isupper()


def _is_capitals(text: str, token: _Token) -> bool:
    return token.end - token.start > 1 and text[token.start : token.end].isupper()


def _is_shown(text: str, token: _Token) -> bool:
    """Whether a lone word that opens a sentence is a name: shown elsewhere, in a genitive, or the subject of a speech verb."""
    shown = _shown(text)
    if shown.capital(token.word) or (_is_capitals(text, token) and not shown.small(token.word)):
        return True
    if shown.small(token.word) or token.word in TITLES or is_verb_form(token.word):
        return False
    if any(char.isupper() for char in text[token.start + 1 : token.end]) or _CLOSING.match(text, token.end):
        return True
    following = _WORDS.search(text, token.end, token.end + 30)
    return following is not None and _is_subject(text, token, following)


def _is_subject(text: str, token: _Token, following: re.Match[str]) -> bool:
    gap = text[token.end : following.start()]
    if gap in {" — ", " – ", " -- "}:
        return True
    return gap == " " and following[0] in SPEECH_VERBS and not token.word.endswith("s")


def _without_days(text: str, run: list[_Token]) -> list[_Token]:
    """The run without days and months at its ends, unless a body is named after one: the Sunday Times."""
    while run and run[0].word in DAYS_AND_MONTHS and not _is_named_for_day(text, run):
        run = run[1:]
    while run and run[-1].word in DAYS_AND_MONTHS and (len(run) == 1 or not _is_surname(text, run)):
        run = run[:-1]
    return run


def _is_named_for_day(text: str, run: Sequence[_Token]) -> bool:
    if len(run) < 2 or text[run[0].start : run[0].end].endswith("."):
        return len(run) == 1 and _has_title_before(text, run[0])
    if run[1].word in ORGANISATION_WORDS:
        return True
    return run[0].word in {"april", "may", "june", "august"} and run[1].word not in TITLES and len(run) == 2


def _is_surname(text: str, run: Sequence[_Token]) -> bool:
    """Whether a month at the end of a run is a person's: Theresa May, Mrs. May; not before a number, and not a weekday."""
    if run[-1].word not in {"may", "june", "august", "march", "april"} or re.match(r"\s\d", text[run[-1].end : run[-1].end + 2]):
        return False
    return run[-2].word in HONORIFICS or (len(run) == 2 and run[-2].word not in _NO_GIVEN_NAME)


_NO_GIVEN_NAME = TITLES | DAYS_AND_MONTHS | OPENERS


def _has_title_before(text: str, token: _Token) -> bool:
    before = text[max(token.start - 12, 0) : token.start].split()
    return bool(before) and _word(before[-1]) in HONORIFICS


# ---------------------------------------------------------------- titles


def _around_titles(run: list[_Token]) -> Iterator[list[_Token]]:
    """What stands before the titles within a run apart from what they lead: "UN", "Secretary-General Ban Ki-moon"."""
    inner = [at for at in range(1, len(run)) if _is_title(run, at) and not _is_title(run, at - 1)]
    if not inner or inner[0] == len(run) - 1 or any(token.word in ORGANISATION_WORDS for token in run[inner[0] + 1 :]):
        yield run
        return
    yield run[: inner[0]]
    yield run[inner[0] :]


def _is_title(run: Sequence[_Token], at: int) -> bool:
    """Whether a word is a title or, straight before one, what it is the title of: Foreign Minister, Navy Chief."""
    word = run[at].word
    if word in TITLES or all(part in TITLES for part in word.split()):
        return True
    return word in _PORTFOLIOS and at + 1 < len(run) and _is_title(run, at + 1)


_PORTFOLIOS = listed(
    "foreign defence defense interior finance health education justice energy oil trade environment transport labour labor "
    "navy army air police fire deputy assistant first vice chief"
)


def _named(text: str, run: list[_Token]) -> Iterator[NameMention]:
    if not run:
        return
    run = _trimmed(text, run)
    titles = _leading_titles(run)
    phrase = _title_phrase(run)
    name = run[phrase or titles :]
    if not name or _is_no_name(text, name, titled=len(name) < len(run)):
        return
    written = _titles(text, run, phrase, titles)
    start = name[0].start if written else _led_start(text, name[0].start)
    end = _with_dot(text, name)
    yield NameMention(run[0].start if written else start, end, text[start:end], written, _rule(name, written))


def _with_dot(text: str, name: Sequence[_Token]) -> int:
    """The end of a name, with the dot of a last word that is shortened where no sentence can end in it: Acme Inc. said."""
    last = name[-1]
    return last.end + 1 if last.word in _SHORTENED and _DOT_WITHIN.match(text, last.end) else last.end


_SHORTENED = listed("jr sr inc corp co ltd bros")
_DOT_WITHIN = re.compile(r"\.(?=[,.;:)’']|\s[a-z])")


def _leading_titles(run: Sequence[_Token]) -> int:
    """How many words at the front of a run are titles of what follows; none of a body’s: Justice Department."""
    count = 0
    while count < len(run) - 1 and _is_title(run, count):
        count += 1
    return 0 if any(token.word in ORGANISATION_WORDS or token.word in _FIRMS for token in run[count:]) else count


def _titles(text: str, run: Sequence[_Token], phrase: int, titles: int) -> tuple[str, ...]:
    if phrase:
        return (text[run[0].start : run[phrase - 1].end],)
    return tuple(text[token.start : token.end] for token in run[:titles])


_COMPASS = listed(
    "northern southern eastern western central north south east west northeast northwest southeast southwest mid upper lower"
)
_FIRMS = listed("motors electric mills dynamics") | (COMPANY_FORMS - PARTICLES - {"as", "ab", "se", "sa"})


def _trimmed(text: str, run: list[_Token]) -> list[_Token]:
    """The run without a people before a title, a lone letter at its front, or an office at its end: Westinghouse CEO."""
    if len(run) > 2 and run[0].word in DEMONYMS and _is_title(run, 1):
        run = run[1:]
    while len(run) > 1 and len(run[0].word) == 1 and text[run[0].end - 1] != ".":
        run = run[1:]
    while len(run) > 1 and run[-1].word in _OFFICES_BEHIND:
        run = run[:-1]
    return run


_OFFICES_BEHIND = listed("ceo cfo coo cto gm pm president minister secretary chairman chairwoman director spokesman spokeswoman")


def _phrases() -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in TITLE_PHRASES:
        parts = tuple(part for part in phrase.split() if part not in {"of", "the"})
        index.setdefault(parts[0], []).append(parts)
    return index


_PHRASES = _phrases()


def _title_phrase(run: Sequence[_Token]) -> int:
    """How many tokens an office of several words takes at the front of a run; 0 without one or without a name behind it."""
    for parts in _PHRASES.get(run[0].word, ()):
        if len(run) > len(parts) and tuple(token.word for token in run[: len(parts)]) == parts:
            return len(parts)
    return 0


def _led_start(text: str, start: int) -> int:
    """Where a name begins that small words lead: bin Laden, von der Leyen."""
    led = _LED_BY.search(text, max(start - 20, 0), start)
    return led.start() if led else start


def _is_no_name(text: str, name: Sequence[_Token], *, titled: bool) -> bool:
    words = [token.word for token in name]
    if titled:
        return len(words) == 1 and (words[0] in TITLES or (words[0] in OPENERS and words[0] not in DAYS_AND_MONTHS))
    if all(token.word in _NO_NAMES or len(token.word) < 2 or _is_plain(text, token) for token in name):
        return True
    if len(words) > 1:
        return False
    numbered = words[0] in NUMBERED and re.match(r"\s\d", text[name[0].end : name[0].end + 2]) is not None
    return numbered or words[0] in ACRONYMS or words[0] in ORGANISATION_WORDS or words[0] in _COMPASS


_NO_NAMES = DEMONYMS | TITLES | DAYS_AND_MONTHS | {"foreign"}


def _is_plain(text: str, token: _Token) -> bool:
    """Whether a word is one that only a sentence’s start gives a capital; US and WHO are not."""
    return token.word in OPENERS and (token.word in _SHOUTED or not _is_capitals(text, token))


def _rule(name: Sequence[_Token], titles: Sequence[str]) -> str:
    if titles:
        return "titled name"
    return "single name" if len(name) == 1 else "name"


# ---------------------------------------------------------------- what the whole text shows


class _Shown:
    """The folded words that a text writes with a capital where no sentence begins, and those that it writes small.

    A line is read when a word that stands in it is first asked for: no token goes beyond its line.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._bare = text.replace(".", "").replace("’", "").replace("'", "")  # as `_word` has it
        self._folded = fold(self._bare)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text) + 1]
        self._capitals: dict[int, set[str]] = {}
        self._small: dict[int, set[str]] = {}

    def capital(self, word: str) -> bool:
        """Whether a word is written with a capital where no sentence begins."""
        return bool(word) and any(word in self._capitals_of(line) for line in self._lines_with(word))

    def small(self, word: str) -> bool:
        """Whether a word is written small."""
        return any(word in self._small_of(line) for line in self._lines_with(word))

    def _lines_with(self, word: str) -> Iterator[int]:
        """The lines, counted from 0, whose folded letters hold those of a word."""
        at = self._folded.find(word)
        while at >= 0:
            yield self._bare.count("\n", 0, at)
            end = self._bare.find("\n", at)
            at = self._folded.find(word, end) if end >= 0 else -1

    def _capitals_of(self, line: int) -> set[str]:
        found = self._capitals.get(line)
        if found is None:
            tokens = _TOKEN.finditer(self._text, self._starts[line], self._starts[line + 1] - 1)
            evident = (match[0] for match in tokens if _is_evidence(self._text, _Token(match.start(), match.end(), "")))
            found = self._capitals[line] = set(map(_word, evident))
        return found

    def _small_of(self, line: int) -> set[str]:
        found = self._small.get(line)
        if found is None:
            written: set[str] = set(_SMALL_WORDS.findall(self._text, self._starts[line], self._starts[line + 1] - 1))
            found = self._small[line] = set(fold(" ".join(written)).split())
        return found


_LINE_END = re.compile("\n")
_shown = lru_cache(maxsize=4)(_Shown)


def _is_evidence(text: str, token: _Token) -> bool:
    return not _opens(text, token) and not _is_shouted(text, token) and not _line_is_headline(text, token.start)


_SMALL_WORDS = re.compile(r"\b[a-z]\w*")


def _line_is_headline(text: str, at: int) -> bool:
    """Whether the line of an offset is a headline in Title Case or in capitals."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return _is_title_case(text[start : end if end >= 0 else len(text)][:_LONGEST_HEADLINE])


@lru_cache(maxsize=256)
def _is_title_case(line: str) -> bool:
    """Nearly all of the longer words of a line without a closing stop begin with a capital."""
    if not line[:1].isupper() or line.rstrip()[-1:] in {".", "”", '"', ":", ","} or len(line) >= _LONGEST_HEADLINE:
        return False
    longer: list[str] = [word for word in _WORDS.findall(line) if len(word) > 3]
    if not 4 <= len(longer) <= _HEADLINE_WORDS:
        return False
    return sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
