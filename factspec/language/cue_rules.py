"""The cues of English news as a table: the words that a cue begins with, what must and must not stand around them, its reach.

What is read: phrases in which news take back, weaken or date a statement. What is not: phrases that only look like it ("not
only", "no fewer than", "it is no secret"), which the conditions of a row keep out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from factspec.language.cue_reach import (
    Reach,
    around,
    backward,
    corrected,
    date_of_saying,
    far,
    forward,
    modal,
    negated,
    up_to_to,
)
from factspec.language.lexicon import SPEECH_VERBS, listed

__all__ = ["RULES", "CueKind", "Rule"]

CueKind = Literal["negation", "denial", "correction", "hypothesis", "forecast", "attribution"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: `words` open the cue, `after` must match straight behind; before it `needs` must and `bars` must not match."""

    name: str
    kind: CueKind
    words: frozenset[str]
    reach: Reach
    after: re.Pattern[str]
    bars: re.Pattern[str] | None
    needs: re.Pattern[str] | None


def _row(name: str, kind: CueKind, words: str, reach: Reach, after: str = "", *, bars: str = "", needs: str = "") -> Rule:
    return Rule(name, kind, listed(words), reach, re.compile(after, re.IGNORECASE), _before(bars), _before(needs))


def _before(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{pattern})\Z", re.IGNORECASE) if pattern else None


def _one_of(words: str) -> str:
    """A group of alternatives; "_" stands for a blank within one."""
    return "(?:" + "|".join(words.split()).replace("_", r"\s") + ")"


# ---------------------------------------------------------------- what the rows share

_TAKES_BACK = _one_of(r"den(?:y|ied|ies|ying) rul(?:e|ed|es|ing)_out disput\w+ doubt\w* exclud\w+ dismiss\w* reject\w*")
# "nobody denies": two negations take nothing back
_NEGATED = r"(?:\bno(?:t|body|\s?-?one|r)?|n[’']t|\bnever|\bcannot|\bhardly|\bfew)\s(?:\w+\s){0,2}"
_NOT_DENIED = rf"(?!\s(?:\w+\s){{0,2}}{_TAKES_BACK}\b)"
_STILL_TRUE = _NOT_DENIED + r"(?!\s" + _one_of(
    r"only just merely simply solely least to_mention fewer less more later earlier far_from until till "
    r"un(?:usual|common|like|likely|known|aware|heard|expected)\w* "
    r"the_first the_only the_last long_after long_before long_ago for_the_first all every always enough alone "
    r"surprising\w* in\w+able"
) + r"\b)"  # fmt: skip
_NO_WHAT = _one_of(
    r"fewer less more_than later earlier sooner secret doubt wonder surprise question_that matter stranger small "
    r"longer_than exception end denying way need use mean great bigger better stopping coincidence accident mistake "
    r"time_to avail one truth evidence"
)
_BE = (
    r"\b(?:was|were|is|are|been|being|be|’s|'s|proved|proven|as|turned\sout\sto\sbe|later|quickly|since)\s(?:\w+ly\s|both\s"
    r"|all\s|also\s|in\s)?"
)
_BE_NOW = r"\b(?:was|were|is|are|been|being|be|’s|'s|’re|'re)\s(?:\w+ly\s|now\s|still\s|also\s|not\s)?"
_CLAIM = _one_of(
    r"claims? reports? suggestions? allegations? accusations? rumou?rs? assertions? figures? tolls? estimates? "
    r"speculation talk notions? ideas?"
)
_FIGURE = _one_of(
    r"reports? figures? tolls? estimates? counts? accounts? versions? statements? claims? tall(?:y|ies) numbers? "
    r"assessments? readings? measurements? suggestions? reporting"
)
_REPORTED = _one_of(
    r"said reported put given gave estimated believed thought feared announced stated claimed listed identified "
    r"described named told counted misreported billed understood suspected expected scheduled planned indicated set "
    r"assumed recorded measured calculated numbered suggested called declared published quoted cited wrote written "
    r"spelled spelt"
)
_FIRST = _one_of(r"first initially originally earlier previously widely at_first")
_WAS = r"(?:was\s|were\s|had\sbeen\s|is\s|it\s|they\s|he\s|she\s)*"
_NUMBER = (
    r"(?:(?:an?|the|its|their|his|her|around|about|some|nearly|only|just|initially|earlier|initial|estimated|at\sleast"
    r"|more\sthan)\s){0,3}"
    r"[$€£]?(?:\d|\w+(?:teen|ty)\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8}\s\d"
)
_PARTICIPLE = (
    r"(?:been|had|gone|done|made|lost|left|sent|hit|cut|put|set|struck|got|run|come|become|fled|led|met|paid|won|found|brought|caught"
    r"|built|held|sunk|shot|begun|spread|\w+(?:ed|en|own))"
)
_LOWER = r"(?-i:[a-z])"  # "will go" is a forecast, "Will Smith" a man

# ---------------------------------------------------------------- the rows

_NEGATION = (
    _row(
        "not",
        "negation",
        "not n't",
        negated,
        r"(?!-)" + _STILL_TRUE,
        bars=r"\b(?:whether\sor|if|or|why|may\sor\smay|last\sbut)\s",
    ),
    _row("cannot", "negation", "cannot", negated, r"(?!\s(?:but|help)\b)" + _STILL_TRUE),
    _row(
        "never",
        "negation",
        "never",
        negated,
        r"(?!\s(?:before|mind|again|fail\w*|ceas\w+|so\s(?:many|much|few))\b)" + _STILL_TRUE,
    ),
    _row("no", "negation", "no", negated, rf"(?=\s(?!{_NO_WHAT}\b)(?!\d)\w)", bars=r"\bin\s"),
    _row("no one", "negation", "no", negated, rf"[\s-]one\b(?!\s(?:but|other\sthan|except)\b){_NOT_DENIED}"),
    _row(
        "nobody",
        "negation",
        "nobody none nothing neither nowhere",
        negated,
        rf"(?!\s(?:but|other\sthan|less\sthan|short\sof|except|more\sthan)\b){_NOT_DENIED}",
    ),
    _row("nor", "negation", "nor", negated),
    _row(
        "without", "negation", "without", negated, r"(?!\s(?:a\s)?(?:doubt|question|fail|exception|precedent)\b)", bars=r"\bnot\s"
    ),
    _row("rather than", "negation", "rather", forward, r"\sthan\b"),
    _row("instead of", "negation", "instead", forward, r"\sof\b"),
    _row("unlike", "negation", "unlike", forward, r"\s", bars=r"\bnot\s"),
    _row("as opposed to", "negation", "opposed", forward, r"\sto\b", needs=r"\bas\s"),
    _row("failed to", "negation", "failed fails fail failing", negated, r"\sto\b", bars=r"(?:\bnot|\bnever|n[’']t)\s"),
    _row("far from", "negation", "far", forward, r"\sfrom\s(?=clear|certain|true|over\b|complete|dead)"),
)

_DENIAL = (
    _row(
        "deny",
        "denial",
        "deny denies denied denying",
        far,
        rf"\s(?:that\b|(?!being\b)\w+ing\b|(?:[\w’'-]+\s){{0,3}}?{_CLAIM}\b)",
        bars=_NEGATED,
    ),
    _row(
        "reject",
        "denial",
        "reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing refute "
        "refutes refuted refuting rebut rebutted contradicted debunked discounted quashed",
        far,
        rf"\s(?:that\b|(?:[\w’'-]+\s){{0,3}}?{_CLAIM}\b)",
        bars=_NEGATED,
    ),
    _row("rule out", "denial", "rule rules ruled ruling", far, r"\sout\b", bars=_NEGATED),
    _row(
        "no truth",
        "denial",
        "no",
        far,
        r"\s(?:\w+\s)?(?:truth|evidence|indications?|signs?|proof|suggestion|confirmation|question\sof|basis)\b",
    ),
    _row(
        "untrue that",
        "denial",
        "untrue false wrong incorrect myth nonsense",
        far,
        r"\s(?:that|to\s(?:say|claim|suggest))\b",
        bars=_NEGATED,
    ),
    _row("not true", "denial", "not", far, r"\s(?:true|correct|right|the\scase|accurate)\s(?:that|to\ssay)\b"),
    _row("falsely", "denial", "falsely untruthfully", far, rf"\s{_REPORTED}\b"),
    _row("contrary to", "denial", "contrary", forward, r"\sto\b"),
    _row(
        "was untrue",
        "denial",
        "untrue false baseless unfounded groundless fabricated fake bogus nonsense denied debunked",
        backward,
        r"(?=\s*(?:[.,;:)”\"!?]|$|\s(?:and|by|but|as)\b))",
        needs=_BE,
        bars=r"(?:\bnot|n[’']t|\bnever)\s(?:\w+\s)?",
    ),
)

_CORRECTION = (
    _row(
        "earlier report",
        "correction",
        "earlier initial previous original older outdated",
        corrected,
        rf"\s(?:(?!(?:this|that|in|on|than|at|to|an?|the|today|when)\b)[\w’'.-]+\s){{0,2}}?{_FIGURE}\b"
        r"(?!\s(?:suggest|indicate|say|show)\b)",
        bars=r"\b(?:a\slittle|hours|days|weeks|years|much)\s",
    ),
    _row(
        "wrongly gave",
        "correction",
        "wrongly mistakenly erroneously incorrectly inaccurately misleadingly",
        forward,
        rf"\s(?:\w+\s)?{_REPORTED}\b(?!\s*(?:[.;]|by\b|$))",
    ),
    _row(
        "was wrongly given",
        "correction",
        "wrongly mistakenly erroneously incorrectly inaccurately",
        backward,
        rf"\s{_REPORTED}\b(?=\s*(?:[.;]|by\b|$))",
    ),
    _row(
        "misstated",
        "correction",
        "misstated misreported misidentified misspelled misspelt misquoted overstated understated",
        forward,
    ),
    _row("initially said", "correction", "initially originally", corrected, rf"\s{_REPORTED}\b", bars=r"\b(?:as|than)\s"),
    _row(
        "said initially",
        "correction",
        "initially originally",
        corrected,
        r"(?=\s)",
        needs=rf"\b{_REPORTED}\s",
        bars=r"\bas\s\w+\s",
    ),
    _row(
        "first put at",
        "correction",
        "first",
        corrected,
        r"\s(?:put|said|thought|believed|gave|given|estimated|announced|feared|claimed|stated)\b",
        bars=r"\b(?:than|as|the|was|were|which)\s",
    ),
    _row(
        "first given as",
        "correction",
        "first",
        corrected,
        rf"\s{_REPORTED}\s(?:as|to\sbe|to\shave|that)\b",
        bars=r"\b(?:as|than|the)\s",
    ),
    _row(
        "at first said",
        "correction",
        "first",
        corrected,
        rf"\s(?:\w+\s){{0,2}}?{_REPORTED}\b",
        needs=r"\bat\s",
        bars=r"\b(?:as|than)\sat\s",
    ),
    _row(
        "had earlier said",
        "correction",
        "earlier previously",
        corrected,
        rf"\s{_REPORTED}\b",
        needs=r"\b(?:had|was|were|been|which|who|has|have)\s",
    ),
    _row(
        "earlier put",
        "correction",
        "earlier previously",
        corrected,
        r"\s(?:put|estimated|thought|believed|gave|given|scheduled|planned|claimed)\b",
        bars=r"\b(?:as|than)\s",
    ),
    _row(
        "as first reported",
        "correction",
        "as",
        backward,
        rf"\s{_WAS}{_FIRST}\s{_REPORTED}\b|\s{_WAS}{_REPORTED}\s(?:earlier|at\sfirst|initially|previously|originally)\b",
        needs=r"(?:\bnot|\binstead\sof|\brather\sthan|n[’']t)\s.{1,80}",
    ),
    _row("than first thought", "correction", "than", forward, rf"(?=\s(?:the\s[^,;.]{{1,30}}\s)?{_WAS}{_FIRST}\s{_REPORTED}\b)"),
    _row(
        "revised from",
        "correction",
        "revised revise revises corrected corrects amended updated lowered lowers raised raises upgraded "
        "downgraded changed adjusted scaled moved postponed rescheduled delayed brought",
        up_to_to,
        rf"(?:\s(?!from\b)[^\s,;]+){{0,8}}?\sfrom\s(?={_NUMBER})",
    ),
    _row("down from", "correction", "down up", up_to_to, rf"\sfrom\s(?={_NUMBER})"),
    _row(
        "was wrong",
        "correction",
        "wrong incorrect mistaken inaccurate erroneous outdated retracted superseded misleading",
        backward,
        r"(?!\s(?:to|about|with|in|and|or|of|when|because|side|man|place|that)\b)(?=\W|$)",
        needs=_BE,
        bars=r"(?:\bnot|n[’']t|\bnothing|\bnever|\banything|\bsomething|\bwhat)\s(?:\w+\s){0,2}",
    ),
    _row("in error", "correction", "error", backward, needs=r"\b(?:was|were|is|are|been)\s(?:in|an)\s"),
    _row("retracted", "correction", "retracted retracts withdrew", corrected, rf"\s(?:\w+\s){{0,3}}?{_FIGURE}\b"),
    _row("no longer believed", "correction", "longer", forward, r"\s(?:believed|thought|considered)\b", needs=r"\bno\s"),
)

_HYPOTHESIS = (
    _row("if", "hypothesis", "if", forward, r"\s(?!not\b|any\b|only\b|so\b|ever\b|at\sall)", bars=r"\b(?:ask|asked|asking|as)\s"),
    _row("unless", "hypothesis", "unless whether supposing assuming lest", forward, r"\s(?!or\snot)"),
    _row("in case", "hypothesis", "case", forward, r"\s(?!of\b)", needs=r"\bin\s"),
    _row(
        "could have",
        "hypothesis",
        "could might may would should",
        modal,
        rf"(?:\s\w+)?(?:\shave|[’']ve)(?=\s(?:\w+ly\s|also\s|already\s)?{_PARTICIPLE}\b)",
    ),
    _row(
        "may be dead",
        "hypothesis",
        "could might may",
        modal,
        r"\s(?:still\s|also\s)?be\s(?:dead|trapped|missing|buried|alive|under)\b",
    ),
    _row(
        "feared",
        "hypothesis",
        "feared fear fears fearing",
        around,
        r"\s(?:dead|killed|missing|trapped|drowned|buried|lost|to\shave|that|for\sthe\slives)\b",
    ),
    _row("unconfirmed", "hypothesis", "unconfirmed rumoured rumored", forward),
    _row("rumours", "hypothesis", "rumours rumors rumour rumor speculation", forward, r"\s(?:that|of|about)\b"),
    _row("was supposed to", "hypothesis", "supposed meant", forward, r"\sto\b", needs=_BE),
    _row("threatened to", "hypothesis", "threatened threatens threatening", forward, r"\sto\b"),
    _row("inverted if", "hypothesis", "should were had", forward, r"\s(?:the|it|they|he|she|an?)\s(?=\w)", needs=r"\A"),
)

_FORECAST = (
    _row(
        "will",
        "forecast",
        "will shall 'll",
        forward,
        rf"\s(?={_LOWER})(?!of\b|and\b|to\b)",
        bars=r"\b(?:the|his|her|their|its|free|good|ill|a|own)\s",
    ),
    _row("would", "forecast", "would 'd", forward, rf"\s(?={_LOWER})(?!have\b)"),
    _row(
        "could",
        "forecast",
        "could might may should",
        forward,
        rf"\s(?={_LOWER})(?!not\b|be\s(?:felt|seen|heard)|see\b|hear\b|feel\b|of\b|and\b|or\b|have\b)",
        bars=r"\b(?:the|military|his|its|their)\s",
    ),
    _row(
        "expected to",
        "forecast",
        "expected likely unlikely forecast projected predicted scheduled slated set poised anticipated bound ready due about "
        "going",
        forward,
        rf"\sto\s(?!the\b|an?\b|its\b|his\b|her\b|their\b|this\b|these\b|some\b|\w+ing\b|heavy\b)(?={_LOWER})",
        needs=_BE_NOW,
    ),
    _row(
        "due on", "forecast", "expected due scheduled set slated planned", forward, r"\s(?:on|in|by|for|next|at)\b", needs=_BE_NOW
    ),
    _row(
        "plans to",
        "forecast",
        "plan plans planned planning intend intends intended intending aim aims aimed hope hopes hoped vow vows vowed pledge "
        "pledges "
        "pledged promise promises promised want wants wanted seeks prepare prepares prepared preparing",
        forward,
        rf"\sto\s(?={_LOWER})",
    ),
    _row(
        "expects",
        "forecast",
        "expect expects expecting predict predicts predicted forecasts forecast projects anticipates anticipate",
        forward,
        r"\s(?!to\b)(?=\w)",
    ),
)

_ATTRIBUTION = (
    _row("said on", "attribution", " ".join(SPEECH_VERBS - {"according"}), date_of_saying),
    _row(
        "statement on",
        "attribution",
        "statement statements interview briefing communique tweet memo bulletin announcement",
        date_of_saying,
    ),
    _row("press conference on", "attribution", "conference", date_of_saying, needs=r"\b(?:news|press)\s"),
    _row("speaking on", "attribution", "speaking addressing", date_of_saying),
)


def _by_word(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    index: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in sorted(rule.words):
            index.setdefault(word, []).append(rule)
    return index


RULES: Mapping[str, list[Rule]] = _by_word([*_NEGATION, *_DENIAL, *_CORRECTION, *_HYPOTHESIS, *_FORECAST, *_ATTRIBUTION])
"""The rows by each lower-case word that opens them, in the order of the table."""
