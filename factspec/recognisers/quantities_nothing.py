"""Nothing, as a count of zero: "no one was injured", "no casualties", "none of the crew", "without casualties".

The span covers the word of denial ("no", "no one"), never the noun. Read are persons, and a list of things that news count.
Not read are "no one else", what nobody knows, says or wants, "no evidence", "net zero", "virtually no", and a "no" without a
noun.
"""

from __future__ import annotations

import re

from factspec.language.lexicon import listed
from factspec.language.patterns import either, just_after
from factspec.recognisers.quantities_amounts import Amount

__all__ = ["nothing"]

_NOUNS = either(
    """deaths? casualty casualties injury injuries fatality fatalities victims? survivors? people persons? passengers? civilians?
    soldiers? troops? policem[ae]n officers? workers? residents? students? children wom[ae]n m[ae]n dead wounded injured killed
    arrests? hostages? prisoners? detainees? suspects? gunm[ae]n crew staff employees? jobs? homes? houses? buildings? schools?
    ships? vessels? boats? planes? aircraft vehicles? cars? cables? shells? missiles? rockets? drones? bombs? shots? attacks?
    strikes? explosions? weapons? rifles? guns? goals? points? wins? losses defeats? seats? votes? medals? cases infections?
    flights? trains? tickets? charges? convictions? complaints? incidents aftershocks? firefighters? lives bodies fires?
    sanctions? members? others"""
)
_THOUGHTS = either(
    r"""else knows? knew denie[sd] deny doubts? doubted disputes? believes? believed expects? expected wants? wanted
    thinks? thought said says wishes wished can could would should will may might must seems? cares? cared likes? ever really
    understands? understood remembers? imagined imagines predicted claims claimed has\sclaimed had\sclaimed immediately\sclaimed
    has\syet wins the\sless the\swiser the\sworse other\sthan too"""
)
_PERSON = re.compile(rf"(?:no[\s-]one|nobody|none)(?![\w-])(?!['’]s)(?!\s{_THOUGHTS}\b)", re.IGNORECASE)
_THING = re.compile(
    rf"(no|zero|without(?:\sany)?|not\sa\ssingle|not\sone)\s(?:(?:[a-z]+[\s-]){{0,2}}?){_NOUNS}(?![\w-])", re.IGNORECASE
)
_REPORT = re.compile(
    rf"(no)\s(?:immediate\s|initial\s)?(?:reports?|word|signs?|news)\sof\s(?:any\s|serious\s|major\s){{0,2}}{_NOUNS}(?![\w-])",
    re.IGNORECASE,
)
_BETWEEN = listed(
    """longer doubt way need evidence comment reason sign reports report matter such room plans indication more one less fewer
    immediate"""
)
_NOT_QUITE = just_after(r"(?:second\sto|or|almost|nearly|virtually|practically|next\sto)")
_ZERO_OF = re.compile(r"\b(?:ground|net|sub|absolute|patient|near|below|above|year|day|from|to|hour)[\s-]\Z", re.IGNORECASE)


def nothing(text: str, at: int) -> Amount | None:
    """Return the zero that begins at `at`; None where the words deny something else than a count."""
    if _NOT_QUITE.search(text, max(0, at - 12), at) or _ZERO_OF.search(text, max(0, at - 10), at):
        return None
    found = _PERSON.match(text, at)
    if found:
        return _zero(at, found.end())
    found = _REPORT.match(text, at) or _THING.match(text, at)
    if not found:
        return None
    between = text[found.end(1) : found.end()].lower().split()[:-1]
    denied = found.re is _THING and not _BETWEEN.isdisjoint(between)
    return None if denied else _zero(at, found.end(1))


def _zero(start: int, end: int) -> Amount:
    return Amount(start, end, 0.0, 0.0, form="zero", rule="zero")
