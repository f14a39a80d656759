"""The page itself: data, style and script put into one file that no policy needs to be relaxed for.

What is read: the templates, styles and scripts of this room. What is not: anything from a network; the page asks for nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from factspec.model import Spec
from factspec.report.html.budget import chosen
from factspec.report.html.bundle import bundled, read_part, styles
from factspec.report.html.cells import NOTEWORTHY, ORDER
from factspec.report.html.data import ArticleData, Data, gathered
from factspec.report.html.edition import Edition
from factspec.report.html.safe import as_json, shown
from factspec.report.html.since import Earlier
from factspec.result import Result

__all__ = ["LIMIT", "html_report"]

LIMIT = 9_500_000
"""Bytes; a larger report is slow to open and refused by mail."""
HEADS = 0.4  # of the room, for what is said of every article
MARKUP = 60_000  # bytes of the page itself and of its table without script
SHORT_FORM = 200  # findings in the table that is shown without script
VERSION = 1
WAIVED = 30
"""Days that a waiver holds which the report proposes."""


def html_report(
    result: Result, specs: Iterable[Spec], edition: Edition, earlier: Earlier | None = None, limit: int = LIMIT
) -> Iterator[str]:
    """The report as pieces of one HTML document, at most `limit` bytes unless the facts alone are more.

    What there is no room for is left out, the least important first, and the page says what that is.
    """
    data = gathered(result, specs, edition, earlier)
    short = list(_short_form(data))
    kept = _with_room_for_heads(data, int(limit * HEADS))
    room = limit - len(bundled()) - len(styles()) - _size(as_json(_main(data, edition, earlier, kept))) - MARKUP - len(kept) * 60
    was = as_json(data.failing)
    if _size(was) > room / 4:
        was = "[]"
    ranked = sorted(range(len(kept)), key=lambda number: kept[number].importance)
    strings = as_json(data.strings)
    levels = chosen([[_size(text) for text in kept[number].block.sizes] for number in ranked], room - _size(was) - _size(strings))
    level = dict(zip(ranked, levels, strict=True))
    main = _main(data, edition, earlier, kept)
    main["left"] = _left_out(data, kept, level)
    blocks = [
        (number, Markup(article.block.sizes[level[number]]))  # noqa: S704 as_json lets no markup through
        for number, article in enumerate(kept)
        if level[number]
    ]
    yield from _template().generate(
        title=data.title,
        made=edition.made,
        tool=edition.tool,
        facts=len(data.facts),
        articles=len(data.articles),
        specs=data.specs,
        short=short[:SHORT_FORM],
        more=max(0, len(short) - SHORT_FORM),
        style=Markup(styles()),  # noqa: S704 ours
        style_hash=_hash(styles()),
        script=Markup(bundled()),  # noqa: S704 ours
        script_hash=_hash(bundled()),
        data=Markup(as_json(main)),  # noqa: S704 as_json lets no markup through
        was=Markup(was),  # noqa: S704 as_json lets no markup through
        strings=Markup(strings),  # noqa: S704 as_json lets no markup through
        blocks=blocks,
    )


def _main(data: Data, edition: Edition, earlier: Earlier | None, kept: list[ArticleData]) -> dict[str, Any]:
    main: dict[str, Any] = {
        "version": VERSION,
        "title": data.title,
        "made": edition.made,
        "until": date.fromordinal(min(edition.now.toordinal() + WAIVED, date.max.toordinal())).isoformat(),
        "specs": data.specs,
        "facts": data.facts,
        "articles": [article.head for article in kept],
        "grid": [article.row for article in kept],
        "problems": data.problems[:500],
        "counts": data.counts,
    }
    if earlier:
        place = {id(article): number for number, article in enumerate(kept)}
        fixed = [[place.get(id(data.articles[a])), f, was] for a, f, was in data.fixed]
        main["since"] = {
            "name": earlier.name,
            "made": shown(earlier.made),
            "changes": [article.changes for article in kept],
            "fixed": [row for row in fixed if row[0] is not None][:2000],
            "gone": data.gone[:500],
        }
    return main


def _with_room_for_heads(data: Data, room: int) -> list[ArticleData]:
    """The articles that are spoken of at all: those that need a look first, until there is no room."""
    costs = [_size(as_json(article.head)) + 2 * len(article.row) + 8 for article in data.articles]
    if sum(costs) <= room:
        return data.articles
    kept: set[int] = set()
    for number in sorted(range(len(costs)), key=lambda number: data.articles[number].importance):
        room -= costs[number]
        if room < 0:
            break
        kept.add(number)
    return [article for number, article in enumerate(data.articles) if number in kept]


def _left_out(data: Data, kept: list[ArticleData], level: dict[int, int]) -> dict[str, int]:
    """How much is not in the page; empty where everything is."""
    grave = [number for number, article in enumerate(kept) if NOTEWORTHY & set(article.row)]
    counts = {
        "articles": len(data.articles) - len(kept),
        "failing": sum(bool(NOTEWORTHY & set(a.row)) for a in data.articles) - len(grave),
        "texts": sum(level[number] < 2 for number in range(len(kept))),
        "details": sum(level[number] < 1 for number in grave),
        "why": sum(level[number] == 2 for number in range(len(kept))),
    }
    return {name: number for name, number in counts.items() if number}


def _short_form(data: Data) -> Iterator[dict[str, str]]:
    """The findings that need somebody, the worst first, for a browser without script."""
    words = {"e": "could not be read", "c": "contradicts", "m": "left out"}
    found = [
        (ORDER.index(cell), fact.get("weight", 0), number, at, cell)
        for number, article in enumerate(data.articles)
        for at, (cell, fact) in enumerate(zip(article.row, data.facts, strict=True))
        if cell in words
    ]
    for _, _, number, at, cell in sorted(found):
        fact, head = data.facts[at], data.articles[number].head
        yield {"fact": fact["label"], "value": fact["value"], "article": head["path"], "verdict": words[cell]}


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Any:
    parts = {path.name: read_part("templates", path.name) for path in (files(__package__) / "templates").iterdir()}
    environment = Environment(loader=DictLoader(parts), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("report.html")
