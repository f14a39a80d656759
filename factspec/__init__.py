"""factspec: test whether articles agree with curated facts.

    specs = factspec.load(["specs"])
    result = factspec.check(specs, ["articles/03.txt"])
    result.ok, result.findings, result.problems

`load` reads specs, `read` an article, `check` compares them; the nouns that they take and give are here too. Nothing is
imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from os import PathLike

    from factspec.article import Article
    from factspec.errors import ArticleError, FactspecError, MissingExtraError, Problem, SpecError, UsageError
    from factspec.loading import load
    from factspec.model import (
        Bound,
        Comparator,
        Comparison,
        Dateline,
        DateMention,
        DateRange,
        Evidence,
        Examples,
        Fact,
        FactValue,
        Figure,
        Finding,
        Mention,
        Named,
        NameMention,
        Parts,
        Place,
        Qualifier,
        Quantity,
        QuantityMention,
        QuotationMention,
        Quote,
        Role,
        Span,
        Spec,
        Standing,
        Status,
        Verdict,
        Waiver,
    )
    from factspec.readers import read
    from factspec.result import Checked, Counts, Result, passes

__all__ = [
    "Article",
    "ArticleError",
    "Bound",
    "Checked",
    "Comparator",
    "Comparison",
    "Counts",
    "DateMention",
    "DateRange",
    "Dateline",
    "Evidence",
    "Examples",
    "Fact",
    "FactValue",
    "FactspecError",
    "Figure",
    "Finding",
    "Mention",
    "MissingExtraError",
    "NameMention",
    "Named",
    "Parts",
    "Place",
    "Problem",
    "Qualifier",
    "Quantity",
    "QuantityMention",
    "QuotationMention",
    "Quote",
    "Result",
    "Role",
    "Span",
    "Spec",
    "SpecError",
    "Standing",
    "Status",
    "UsageError",
    "Verdict",
    "Waiver",
    "check",
    "load",
    "passes",
    "read",
]

ELSEWHERE = {
    "Article": "article",
    "load": "loading",
    "read": "readers",
    **dict.fromkeys(["ArticleError", "FactspecError", "MissingExtraError", "Problem", "SpecError", "UsageError"], "errors"),
    **dict.fromkeys(["Checked", "Counts", "Result", "passes"], "result"),
}
"""Name → the room that has it; every other name of `__all__` is a noun of `model`."""


def check(
    specs: Iterable[Spec],
    articles: Iterable[Article | str | PathLike[str]] | None = None,
    *,
    strict: bool = False,
    today: date | None = None,
) -> Result:
    """Check articles, given as articles or as paths, against specs; without `articles` those that the specs name.

    With `strict` a vague finding fails. Waivers are judged as of `today`, by default the day of the call. An article that
    cannot be read raises nothing: its findings have the verdict error, and `Result.problems` says why. UsageError where two
    different articles have the same path.
    """
    from datetime import datetime

    from factspec import run

    return run.check(specs, articles, today=today or datetime.now().astimezone().date(), strict=strict)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'factspec' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"factspec.{ELSEWHERE.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return [*__all__, *(name for name in globals() if name.startswith("__"))]
