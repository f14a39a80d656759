"""Words as a comparison sees them: forms and synonyms of one word made one, and words that say nothing apart."""

from __future__ import annotations

from functools import lru_cache

from factspec.language.inflection import inflections, spellings
from factspec.language.lexicon import HONORIFICS, MONTHS, SPEECH_VERBS, WEEKDAYS, listed
from factspec.language.outline import AUXILIARIES
from factspec.language.synonyms import synonyms

__all__ = ["EMPTY", "LEADING", "canonical"]

LEADING = listed(
    """a an the of on in at by to for from about around roughly approximately some nearly almost over more than at least least
    fewer less up only just under early late as many much some also and or than estimated its his her their this that
    was were is"""
)
"""What may stand between a value and the word it hangs on without changing which value it is."""

EMPTY = (
    LEADING
    | AUXILIARIES
    | SPEECH_VERBS
    | WEEKDAYS
    | MONTHS
    | HONORIFICS
    | listed(
        """he she it they we i you him them us who which what when where while with without into onto out after before during
        but so nor yet not no there here these those our my your am pm s t re ve ll d m one two three other others another such
        per cent said told year years day days week weeks month months time today yesterday tomorrow morning evening night
        afternoon ago last next first since until through between among against because if then now still all any both each
        very most been being very own same too down off again"""
    )
)
"""Words that tell nothing of what a value is about."""


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """The one word that stands for all forms, spellings and synonyms of a folded word: killed, deaths and died are one."""
    if word.isdigit():
        return word
    forms = sorted({word, *inflections(word), *spellings(word)})
    for form in (word, *forms):
        alike = synonyms(form)
        if alike:
            return min((form, *(one for one in alike if " " not in one)))
    return forms[0]
