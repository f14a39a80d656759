"""The account that `factspec explain` gives of one finding: what was looked for, what was found, and what led to the verdict.

What is shown: the finding, and where an `Account` is at hand also the readings, the meanings of the rules, the other mentions
and what to write. What is not: how any of it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factspec.account import Account, Advice
from factspec.article import Article
from factspec.kinds import KINDS
from factspec.model import Evidence, Fact, Finding
from factspec.report.encoding import encoded
from factspec.report.full import STYLES, quoted
from factspec.report.look import PLAIN, Look, visible
from factspec.report.structured import finding_row
from factspec.result import passes

__all__ = ["explanation", "explanation_json"]

FORMAT = 1
MOST = 12  # other mentions that are told one by one


def explanation(
    finding: Finding, article: Article | None, look: Look = PLAIN, *, strict: bool = False, account: Account | None = None
) -> Iterator[str]:
    """The account, piece by piece; each piece ends a line."""
    style = STYLES.get(finding.verdict, "bold")
    yield f"{look.paint(visible(finding.fact.id), 'bold')} in {visible(finding.article)}\n"
    yield from _rows("looked for", _sought(finding.fact), look)
    yield from _rows("published", _published(article), look)
    yield from _rows("found", [finding.found or "nothing"], look)
    yield from (f"{line}\n" for line in quoted(finding.evidence, article, look, style))
    if account:
        yield from _rows("read as", _readings(account), look)
    yield from _rows("because", [f"{number}. {step}" for number, step in enumerate(finding.derivation, 1)], look)
    if account:
        yield from _rows("rules", [f"{rule:<4}{meaning}" for rule, meaning in account.rules if meaning], look)
        yield from _rows("not counted", _others(account), look)
    yield from _rows("verdict", [f"{finding.verdict}: {finding.reason}", _consequence(finding, strict)], look)
    if account:
        yield from _rows("if wrong", _advice(account), look)


def _rows(name: str, texts: list[str], look: Look) -> Iterator[str]:
    """The texts one below the other, with the name before the first."""
    for text in texts:
        yield f"{look.paint(f'{name:<11}', 'bold')}{'' if len(name) < 11 else ' '}{visible(text)}\n"
        name = ""


def _sought(fact: Fact) -> list[str]:
    words = {"about": fact.about, "of": fact.of, "also right": fact.also, "known wrong": fact.wrong, "only when": fact.when}
    return [
        f"{fact.expected} ({fact.kind}{'' if fact.required else ', not required'})",
        *([fact.statement] if fact.statement else []),
        *(f"{name}: {', '.join(values)}" for name, values in words.items() if values),
        *(f"right from {standing.since:%Y-%m-%d %H:%M} on: {KINDS[fact.kind].say(standing.value)}" for standing in fact.history),
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


def _readings(account: Account) -> list[str]:
    return [
        f"“{_flat(one.place.text)}”: " + ", or ".join(f"{meaning} ({comparison})" for meaning, comparison in one.meanings)
        for one in account.readings
    ]


def _others(account: Account) -> list[str]:
    shown = [
        f"line {other.place.line}: “{_flat(other.place.text)}”{_meaning(other.meaning, other.place)}: {other.why}"
        for other in account.others[:MOST]
    ]
    more = len(account.others) - MOST
    return [*shown, *([f"and {more} more"] if more > 0 else [])]


def _meaning(meaning: str, place: Evidence) -> str:
    return f" ({meaning})" if meaning and meaning != place.text else ""


def _advice(account: Account) -> list[str]:
    """Each case once, with the lines that can be written for it and the verdict that each was tried to give."""
    lines: list[str] = []
    case = ""
    for one in account.advice:
        if one.when != case:
            case = one.when
            lines.append(f"{case}; write under {account.finding.fact.id}:")
        lines.append(f"    {one.line}    # {_then(one)}")
    accepts = "" if passes(account.finding) else "; a waiver accepts it as it is"
    return lines or [f"no line that was tried here changes the verdict{accepts}"]


def _then(advice: Advice) -> str:
    if advice.verdict is None:
        return "fails until the spec is mended"
    return f"then {advice.verdict}" + (f", {advice.qualifier}" if advice.qualifier else "")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _consequence(finding: Finding, strict: bool) -> str:
    if finding.qualifier:
        return f"{finding.qualifier}, so it passes"
    return "passes" if passes(finding, strict) else "fails"


# ---------------------------------------------------------------- for programs


def explanation_json(accounts: Iterable[Account], *, strict: bool = False) -> Iterator[str]:
    """One JSON object, with a line for each account: the finding as in the other reports, and what explains it."""
    yield f'{{"format": {FORMAT},\n"findings": ['
    between = "\n"
    for account in accounts:
        yield between + encoded(_row(account, strict))
        between = ",\n"
    yield "\n]}\n"


def _row(account: Account, strict: bool) -> dict[str, Any]:
    finding, dateline = account.finding, account.article.dateline
    fact = finding.fact
    return {
        **finding_row(finding),
        "passes": passes(finding, strict),
        "looked_for": {
            "statement": fact.statement,
            "about": fact.about,
            "of": fact.of,
            "also": fact.also,
            "not": fact.wrong,
            "when": fact.when,
            "source": fact.source,
            "path": fact.place.path,
            "line": fact.place.line,
            "column": fact.place.column,
        },
        "published": str(dateline.moment or dateline.day) if dateline else None,
        "readings": [
            {**_place(one.place), "meanings": [{"meaning": m, "comparison": c} for m, c in one.meanings]}
            for one in account.readings
        ],
        "rules": [{"rule": rule, "meaning": meaning} for rule, meaning in account.rules],
        "not_counted": [
            {**_place(other.place), "meaning": other.meaning, "comparison": other.comparison, "why": other.why}
            for other in account.others
        ],
        "advice": [
            {"when": one.when, "line": one.line, "verdict": one.verdict, "qualifier": one.qualifier} for one in account.advice
        ],
    }


def _place(place: Evidence) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "line": place.line, "column": place.column, "text": place.text}
