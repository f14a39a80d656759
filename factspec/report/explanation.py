"""The account that `factspec explain` gives of one finding: what was looked for, what was found, and what led to the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from factspec.article import Article
from factspec.model import Fact, Finding
from factspec.report.full import STYLES, quoted
from factspec.report.look import PLAIN, Look, visible
from factspec.result import passes

__all__ = ["explanation"]


def explanation(finding: Finding, article: Article | None, look: Look = PLAIN, *, strict: bool = False) -> Iterator[str]:
    """The account, piece by piece; each piece ends a line."""
    style = STYLES.get(finding.verdict, "bold")
    yield f"{look.paint(visible(finding.fact.id), 'bold')} in {visible(finding.article)}\n"
    yield from _rows("looked for", _sought(finding.fact), look)
    yield from _rows("published", _published(article), look)
    yield from _rows("found", [finding.found or "nothing"], look)
    yield from (f"{line}\n" for line in quoted(finding.evidence, article, look, style))
    yield from _rows("because", [f"{number}. {step}" for number, step in enumerate(finding.derivation, 1)], look)
    yield from _rows("verdict", [f"{finding.verdict}: {finding.reason}", _consequence(finding, strict)], look)


def _rows(name: str, texts: list[str], look: Look) -> Iterator[str]:
    """The texts one below the other, with the name before the first."""
    for text in texts:
        yield f"{look.paint(f'{name:<11}', 'bold')}{visible(text)}\n"
        name = ""


def _sought(fact: Fact) -> list[str]:
    words = {"about": fact.about, "of": fact.of, "also right": fact.also, "known wrong": fact.wrong, "only when": fact.when}
    return [
        f"{fact.expected} ({fact.kind}{'' if fact.required else ', not required'})",
        *([fact.statement] if fact.statement else []),
        *(f"{name}: {', '.join(values)}" for name, values in words.items() if values),
        *(f"right from {standing.since:%Y-%m-%d %H:%M} on: {standing.value}" for standing in fact.history),
        *([f"source: {fact.source}"] if fact.source else []),
        f"curated at {fact.place}",
    ]


def _published(article: Article | None) -> list[str]:
    if article is None:
        return ["not known: the article could not be read"]
    if article.dateline is None:
        return ["not known: the article has no dateline, so that relative dates stay open"]
    when = article.dateline.moment or article.dateline.day
    return [f"{when}{' (guessed)' if article.dateline.guessed else ''}"]


def _consequence(finding: Finding, strict: bool) -> str:
    if finding.qualifier:
        return f"{finding.qualifier}, so it passes"
    return "passes" if passes(finding, strict) else "fails"
