"""An account of one finding, for a person: what was read and how, by which rules, why the rest did not count, what to write.

What is read: an examined article and one of its facts. What is not: files, waivers (a finding is handed in as the run has it),
and how the account is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factspec.account.advice import Advice, advice
from factspec.account.mentions import Other, Readings, others, readings
from factspec.article import Article
from factspec.engine import compile_plan, examine
from factspec.model import Finding, Spec
from factspec.rules import RULES

__all__ = ["Account", "Advice", "Other", "Readings", "account", "rules_of"]

_RULE = re.compile(r"(?:^|[:;] )([CDKNPQRSTWX]\d{1,2})(?= )")


@dataclass(frozen=True, slots=True)
class Account:
    """All that is to be told of a finding.

    `rules` are the rules that its derivation names, each with its meaning; `others` the mentions of the fact's sort that did
    not count, in text order; `advice` what to write in the spec if the verdict is wrong, each tried on this article.
    """

    finding: Finding
    article: Article
    readings: tuple[Readings, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    others: tuple[Other, ...] = ()
    advice: tuple[Advice, ...] = ()


def account(specs: Sequence[Spec], finding: Finding, article: Article) -> Account:
    """The account of a finding of one of these specs in an article that could be read."""
    examined = examine(compile_plan(specs), article)
    number = next(n for n, fact in enumerate(examined.plan.facts) if fact is finding.fact)
    found = others(examined, number, finding)
    return Account(
        finding,
        article,
        readings(article, finding),
        rules_of(finding),
        found,
        advice(specs, article, finding, found),
    )


def rules_of(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The rules that a derivation names, each once, in order, with their meanings; "" for a rule without one."""
    named = dict.fromkeys(rule for step in finding.derivation for rule in _RULE.findall(step))
    return tuple((rule, RULES.get(rule, "")) for rule in named)
