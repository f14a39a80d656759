"""The notation of the date grammar: a text becomes one character a word, and rules are regular expressions over those.

A pattern is written in words. `UPPER` names a class of words or a macro, `lower` is that word in any case, `name:X` or
`name:( … )` names a group, and `( ) | ? * + (?= (?! (?<= (?<!` mean what they mean in `re`; blanks separate. Every word that
no rule knows is OTHER. What is read: words, numbers, single punctuation marks, and whether a blank stands before a dash. What
is not: lower-case names of months and weekdays ("may", "march"), grouped and decimal numbers, and text set in columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate, repeat
from typing import NamedTuple

from factspec.recognisers.dates_words import (
    DECADES,
    MONTH_NAMES,
    MONTHS_SHORT,
    ONES,
    ORDINALS,
    TENS,
    WEEKDAY_NAMES,
    WEEKDAYS_SHORT,
    ordinal_text,
)  # fmt: skip

__all__ = ["BREAK", "OTHER", "Grammar", "Hit", "Tokens"]


def _any_case(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in {word, word.capitalize(), word.upper()}]


def _proper(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word.capitalize(), word.upper())]


_CLASSES: Mapping[str, list[str]] = {
    "MONTH": _proper(MONTH_NAMES),
    "MON": _proper(MONTHS_SHORT),
    "GIVENNAME": _proper(("april", "may", "june", "august", "march")),
    "WEEKDAY": _proper(WEEKDAY_NAMES),
    "WKD": _proper(WEEKDAYS_SHORT),
    "ONES": _any_case(ONES),
    "TENS": _any_case(TENS),
    "ORDW": _any_case((*ORDINALS, "twentieth", "thirtieth")),
    "TEENS": _any_case(ONES[9:]),
    "DECADEW": _any_case((*DECADES, "noughties", "tens")),
    "DAY": [str(number) for number in range(1, 32)] + [f"{number:02}" for number in range(1, 10)],
    "TWO": [f"{number:02}" for number in range(100)],
    "NUM": [str(number) for number in range(1000)],
    "ORD": [form for number in range(1, 101) for form in (ordinal_text(number), ordinal_text(number).upper())]
    + [f"{ordinal_text(number):0>4}" for number in range(1, 10)],
    "YEAR": [str(number) for number in range(1000, 2200)],
    "DECADE": [f"{number}s" for number in range(1000, 2200, 10)],
    "TWOS": [f"{number}0s" for number in range(10)],
    "Q": [f"Q{number}" for number in range(1, 5)],
    "H": ["H1", "H2"],
    "FY": [f"FY{number:02}" for number in range(100)] + [f"FY{number}" for number in range(1990, 2060)],
    "PUNCT": [";", "!", "?", '"', "“", "”", "»", "…", "—", " —", "\f", ")", "]"],
    "CURRENCY": ["$", "£", "€"],
    "COMMA": [","], "DOT": ["."], "SLASH": ["/"], "OPEN": ["(", "["], "CLOSE": [")", "]"], "COLON": [":"],
    "HYPHEN": ["-"], "DASH": [" -", "  -"],  # told apart by the blank before: "1999-2003", "mid-May" against "2000 - 2050"
}  # fmt: skip


def _token(letter: str, sign: str) -> re.Pattern[str]:
    """The pattern of a token, with the blanks before it, by the classes of letters, and of letters and digits."""
    return re.compile(
        rf" {{0,2}}(?:{letter}{sign}*"  # a word, also Q3 and FY25
        r"|\d+(?:,\d{3})+(?!\d)|(?<!\.)\d+\.\d+(?![.\d])"  # 1,200 and 3.5: whole, hence unknown, hence never a date
        rf"|\d+(?=T\d\d)|\d{sign}*"  # 28, 28th, 1970s, and the day of an ISO time
        rf"|'s(?!{sign})|'(?=\d0s)|.)",
        re.DOTALL,
    )


_TOKEN = _token(r"[^\W\d_]", r"[^\W_]")
_ASCII_TOKEN = _token("[A-Za-z]", "[A-Za-z0-9]")  # the same of a text in ASCII, in half the time
_SAME_LENGTH = (
    ("\r\n\r\n", "\f\f\f\f"), ("\n\n", "\f\f"), ("\n", " "), ("\r", " "), ("\t", " "),
    ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("’", "'"), ("‘", "'"), ("–", "-"), ("‑", "-"), ("−", "-"),
)  # fmt: skip
BREAK = "\f"


class Tokens:
    """The words of a stretch of text, with the offset where each begins and one past its end."""

    def __init__(self, text: str, start: int, end: int) -> None:
        flat = text[start:end]
        for written, read in _SAME_LENGTH:
            flat = flat.replace(written, read)
        self.words: list[str] = (_ASCII_TOKEN if flat.isascii() else _TOKEN).findall(flat)
        self._start = start

    @cached_property
    def _edges(self) -> list[int]:
        return list(accumulate(map(len, self.words), initial=self._start))

    def begin(self, index: int) -> int:
        """The offset of a token's first character that is no blank."""
        word = self.words[index]
        return self._edges[index] + len(word) - len(word.lstrip(" "))

    def end(self, index: int) -> int:
        """The offset behind a token."""
        return self._edges[index + 1]

    def word(self, index: int) -> str:
        """A token without its blanks; "" outside the stretch."""
        return self.words[index].strip(" ") if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < len(self.words) and not self.words[index].startswith(" ")


# ---------------------------------------------------------------- notation

OTHER = "\u0100"
_REACH = 12  # words before a pivot at which a rule may begin
_LOOK_BEHIND = re.compile(r"\(\?<=[^()]*\)")
_NAME = re.compile(r"(?:([a-z_]+):)?([A-Z]+|[a-z]+|'s|'|\()")


class Hit(NamedTuple):
    """Where a rule holds: its index, its first and one past its last token, and the tokens of its named groups."""

    rule: int
    first: int
    last: int
    groups: Mapping[str, tuple[int, int]]


class Grammar:
    """Patterns over words, compiled together; of two that hold at the same word, the one that stands earlier wins.

    `pivots` is a pattern for single words: only where one stands are rules tried, at most twelve words before it.
    """

    def __init__(self, patterns: Sequence[str], macros: Mapping[str, str], pivots: str) -> None:
        expanded = [_expand(pattern, macros) for pattern in (*patterns, pivots)]
        codes = _codes({name for pattern in expanded for _, name in _NAME.findall(pattern)})
        self._lexicon = {blank + form: code for form, (code, _) in codes.items() for blank in _blanks(form)}
        members: dict[str, set[str]] = {}
        for code, names in codes.values():
            for name in names:
                members.setdefault(name, set()).add(code)
        *sources, pivot = [_compile(pattern, members) for pattern in expanded]
        bare = [re.sub(r"\?P<\w+>", "?:", source) for source in sources]
        self._any = re.compile("|".join(f"(?:{source})(?P<r{rule}>)" for rule, source in enumerate(bare)))
        self._rules = [cache(partial(re.compile, source)) for source in sources]
        # No rule looks further than one unknown word ahead or a few words back, and dates repeat their forms: so they are kept.
        self._holding = lru_cache(maxsize=1 << 14)(self._match)
        self._pivot = re.compile(pivot)
        lone = re.compile(_compile(_LOOK_BEHIND.sub("", expanded[-1]), members))
        self._pivots = frozenset(form for form, code in self._lexicon.items() if lone.fullmatch(code))

    def may_hit(self, words: Iterable[str]) -> bool:
        """Whether any of the words can be a pivot."""
        return not self._pivots.isdisjoint(words)

    def encode(self, words: Sequence[str]) -> str:
        """One character a word: which classes and literals of the grammar it belongs to."""
        return "".join(map(self._lexicon.get, words, repeat(OTHER)))

    def hits(self, codes: str) -> Iterator[Hit]:
        """Every place where a rule holds, from left to right, none overlapping another."""
        done = 0
        for pivot in self._pivot.finditer(codes):
            at = pivot.start()
            reach = max(done, at - _REACH)
            first = max(reach, codes.rfind(OTHER, reach, at) + 1)
            beyond = codes.find(OTHER, at) + 1 or len(codes)
            while first <= at:
                behind = max(first - _REACH, 0)
                rule, length = self._holding(codes[behind:beyond], first - behind)
                if first + length > at:
                    yield self._hit(rule, codes, first)
                    done = first + length
                    break
                first += 1

    def _match(self, window: str, at: int) -> tuple[int, int]:
        """The rule that holds at a place of some codes, and for how many of them; for none where there is no such rule."""
        found = self._any.match(window, at)
        return (int((found.lastgroup or "r0")[1:]), found.end() - at) if found else (0, 0)

    def _hit(self, rule: int, codes: str, first: int) -> Hit:
        found = self._rules[rule]().match(codes, first)
        assert found  # noqa: S101 — the same pattern has just matched here
        groups = {name: found.span(name) for name in found.re.groupindex if found.start(name) >= 0}
        return Hit(rule, first, found.end(), groups)


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    while (
        wider := re.sub(r"\b[A-Z]+\b", lambda name: f"({macros[name[0]]})" if name[0] in macros else name[0], pattern)
    ) != pattern:
        pattern = wider
    return pattern


def _codes(names: set[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """For every written form its character and what it belongs to; forms that belong to the same share a character."""
    belongs: dict[str, set[str]] = {}
    for name in sorted(names - {"(", "OTHER"}):
        for form in _CLASSES[name] if name.isupper() else _any_case([name]):
            belongs.setdefault(form, set()).add(name)
    signatures = sorted({tuple(sorted(held)) for held in belongs.values()})
    code = {signature: chr(ord(OTHER) + 1 + number) for number, signature in enumerate(signatures)}
    return {form: (code[tuple(sorted(held))], frozenset(held)) for form, held in belongs.items()}


def _blanks(form: str) -> tuple[str, ...]:
    return ("",) if form.strip() == "-" else ("", " ", "  ")


def _compile(pattern: str, members: Mapping[str, set[str]]) -> str:
    def replace(found: re.Match[str]) -> str:
        group, name = found.groups()
        if name == "(":
            return f"(?P<{group}>" if group else "(" if found.string.startswith("?", found.end()) else "(?:"
        body = OTHER if name == "OTHER" else f"[{''.join(sorted(members[name]))}]"
        return f"(?P<{group}>{body})" if group else body

    return _NAME.sub(replace, pattern).replace(" ", "")
