"""The rules of the SARIF report: what each verdict and each code of a problem means, and what to do about it.

A rule is a verdict, not a fact: what to do about it is the same for every fact, and a new fact is not a new rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from factspec.codes import CODES

__all__ = ["REST", "rules"]

REST = "left-out"
"""The rule of the one result that counts what is not in the file."""


class _Rule(NamedTuple):
    name: str
    short: str
    full: str
    help: str
    level: str = "error"


_RULES: Mapping[str, _Rule] = {
    "contradicted": _Rule(
        "ArticleContradictsFact",
        "An article contradicts a curated fact",
        "The article states a value of this fact, in its own voice or someone's, that cannot stand beside the curated one.",
        "Correct the article. Where it was right when it appeared, give the fact a `history`; where the finding is to stay, add "
        "a waiver with a reason and a last day to the spec. `factspec explain FACT ARTICLE` shows how the verdict came about.",
    ),
    "omitted": _Rule(
        "ArticleOmitsFact",
        "An article omits a required fact",
        "The article does not state this fact, and the spec requires it. The result stands at the start of the article.",
        "Add the fact to the article, or set `required: false` in the spec where an article may be silent about it.",
    ),
    "vague": _Rule(
        "ArticleIsVagueAboutFact",
        "An article is vague about a fact",
        "The article says something compatible with the curated value, but weaker: a month for a day, dozens for 24.",
        "Say the exact value, or leave it: a vague statement fails only with `--strict`.",
        "warning",
    ),
    REST: _Rule(
        "FindingsLeftOut",
        "Further findings are not in this file",
        "A code host shows only so many results; the worst are in the file, the others are counted here.",
        "`factspec check --output-format json` has every finding.",
        "warning",
    ),
}


def rules(used: Iterable[str]) -> list[dict[str, Any]]:
    """The rules of these ids in their order, as SARIF's reportingDescriptor objects."""
    return [_descriptor(id_, _RULES.get(id_) or _of_code(id_)) for id_ in used]


def _of_code(code: str) -> _Rule:
    meaning = CODES.get(code, "A problem of the run")
    return _Rule(
        "",
        meaning,
        f"{meaning}. It is a fault of the run, not a finding.",
        f"See {code} in factspec's docs/messages.md.",
        "warning",
    )


def _descriptor(id_: str, rule: _Rule) -> dict[str, Any]:
    return {
        "id": id_,
        **({"name": rule.name} if rule.name else {}),
        "shortDescription": {"text": f"{rule.short}."},
        "fullDescription": {"text": rule.full},
        "help": {"text": rule.help.replace("`", ""), "markdown": rule.help},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": ["facts"], "precision": "high", "problem.severity": rule.level},
    }
