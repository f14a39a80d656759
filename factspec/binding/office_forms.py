"""An office in the forms that news give it: "chief executive" is also "CEO", "head of operations" also "operations chief".

What is read: the words of an office as a spec has them. What is not: whose office it is, and what an article says of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factspec.language.folding import words
from factspec.language.inflection import inflect_phrase, is_verb_form
from factspec.language.offices import OFFICE_MODIFIERS, OFFICE_NOUNS, OFFICE_QUALIFIERS, OFFICE_VARIANTS

__all__ = ["CHARGED", "is_action", "office_forms"]


@lru_cache(maxsize=4096)
def office_forms(role: str) -> list[str]:
    """An office as news write it: "chief executive" is also "CEO", "navy chief" "chief of the navy"; an action in every form."""
    found = words(role).words
    if is_action(found):
        return sorted(inflect_phrase(role.lower()) | _passive(found) | {role})
    forms = [role, *_turned(found), *_acting(found)]
    for variants in OFFICE_VARIANTS:
        for form in list(forms):
            for variant in variants:
                if f" {variant} " in f" {form.lower()} ":
                    forms += [f" {form.lower()} ".replace(f" {variant} ", f" {v} ").strip() for v in variants]
    return list(dict.fromkeys(forms))


def is_action(found: Sequence[str]) -> bool:
    """Whether a role is what somebody did: "raised the alarm", no office."""
    return len(found) > 1 and is_verb_form(found[0]) and not set(found) & OFFICE_NOUNS


def _passive(found: Sequence[str]) -> set[str]:
    """ "raised the alarm" as "alarm was raised"."""
    what = " ".join(w for w in found[1:] if w not in ("the", "a", "an"))
    return {f"{what} {be} {found[0]}" for be in ("was", "were", "is", "been")}


def _turned(found: Sequence[str]) -> list[str]:
    """ "navy chief" as "chief of the navy", "minister of defence" as "defence minister"."""
    if (
        len(found) == 2
        and found[0] not in (("prime",) if found[1] in CHARGED else _QUALIFYING)
        and found[1] in (*CHARGED, *_OVER)
    ):
        heads = _SAME_HEADS if found[1] in _SAME_HEADS else (found[1],)
        ways = ("{1} of {0}", "{1} of the {0}", "{0} {1}", "{0}'s {1}")
        return [way.format(found[0], head) for head in heads for way in ways]
    if len(found) in (3, 4) and found[1] == "of" and found[0] in OFFICE_NOUNS:
        heads = _SAME_HEADS if found[0] in _SAME_HEADS else (found[0],)
        return [form for head in heads for form in (f"{found[-1]} {head}", " ".join((head, *found[1:])))]
    return []


def _acting(found: Sequence[str]) -> list[str]:
    """What who holds an office does: "who speaks for the agency", "who heads the ministry"."""
    if found and found[-1].startswith("spokes"):
        return ["speaks for"]
    return ["heads", "leads"] if len(found) == 1 and found[0] in ("chief", "head", "leader", "boss") else []


_SAME_HEADS = ("chief", "head", "boss", "director")
_QUALIFYING = OFFICE_MODIFIERS | OFFICE_QUALIFIERS
CHARGED = (*_SAME_HEADS, "minister", "commander", "secretary", "commissioner")
_OVER = ("president", "manager", "captain", "coach", "editor", "leader", "chairman", "chair", "owner", "spokesman")
"""Who is over something that the office names first: the president of the jury, the quarry's manager."""
