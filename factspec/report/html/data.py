"""The data of a report: facts, articles, a letter for each pair of them, and a block for each article.

What is read: a result, once, article by article. What is not: how anything looks, and how much room there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from factspec.errors import Problem
from factspec.kinds.figure import say_figure
from factspec.model import DateRange, Fact, Figure, Finding, Named, Quote, Spec
from factspec.report.html.article_block import Block, block, figure
from factspec.report.html.cells import NOT_ASKED, NOTEWORTHY, ORDER, letter, weight
from factspec.report.html.edition import Edition, published
from factspec.report.html.safe import shown
from factspec.report.html.since import Earlier
from factspec.report.html.strings import Strings
from factspec.report.html.wording import label
from factspec.report.structured import problem_row
from factspec.result import Checked, Result, passes

__all__ = ["ArticleData", "Data", "gathered"]

TITLE = 200
Rows = list[dict[str, Any]]
KINDS = ("date", "name", "names", "place", "role", "count", "quantity", "quote")


@dataclass(slots=True)
class ArticleData:
    """An article as the report shows it: `head` for the lists, `row` its letters by fact, `block` what is told of it."""

    head: dict[str, Any]
    row: str
    block: Block
    changes: str = ""
    importance: tuple[object, ...] = ()


@dataclass(slots=True)
class Data:
    """All of a report, before it is known how much of it there is room for."""

    title: str
    facts: list[dict[str, Any]]
    specs: list[dict[str, Any]]
    articles: list[ArticleData] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    fixed: list[list[Any]] = field(default_factory=list)
    gone: list[list[str]] = field(default_factory=list)
    failing: list[list[str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    strings: list[str] = field(default_factory=list)


class _Gathering:
    def __init__(self, specs: Sequence[Spec], strict: bool, edition: Edition, earlier: Earlier | None) -> None:
        facts = sorted(
            ((number, fact) for number, spec in enumerate(specs) for fact in spec.facts),
            key=lambda each: (each[0], KINDS.index(each[1].kind) if each[1].kind in KINDS else len(KINDS)),
        )
        self.number = {(fact.place.path, fact.id): at for at, (_, fact) in enumerate(facts)}
        self.facts = [fact for _, fact in facts]
        self.usual: dict[int, str] = {}
        self.strings = Strings()
        self.seen: set[tuple[str, str, str]] = set()
        self.strict, self.edition, self.earlier = strict, edition, earlier
        keys = _keys(self.facts)
        self.data = Data(
            title=_title(specs),
            facts=[_fact(fact, spec, key) for (spec, fact), key in zip(facts, keys, strict=True)],
            specs=[{"path": shown(spec.path), "event": shown(spec.event)} for spec in specs],
        )

    def add(self, checked: Checked) -> None:
        row, changes = [NOT_ASKED] * len(self.facts), ["."] * len(self.facts)
        found = [(self.number[finding.fact.place.path, finding.fact.id], finding) for finding in checked.findings]
        for number, finding in found:
            row[number] = letter(finding)
            if row[number] in "na":
                self.usual.setdefault(number, finding.reason)
            changes[number] = self._change(number, finding, checked)
        path = shown(checked.path)
        self.data.articles.append(
            ArticleData(
                head=self._head(checked, path),
                row="".join(row),
                block=block(checked.article, found, self.usual, self.strings),
                changes="".join(changes) if self.earlier else "",
                importance=self._importance(checked, row),
            )
        )

    def _change(self, number: int, finding: Finding, checked: Checked) -> str:
        fails = not passes(finding, self.strict)
        version = checked.article.version if checked.article else ""
        key = (finding.fact.place.path, finding.fact.id, finding.article)
        self.seen.add(key)
        if fails:
            self.data.failing.append([*key, finding.found, version])
        if self.earlier is None:
            return "."
        change, was = self.earlier.change(finding, fails=fails), self.earlier.was(finding)
        if change == "F" and was:
            self.data.fixed.append([len(self.data.articles), number, shown(was.found)])
        return change

    def _head(self, checked: Checked, path: str) -> dict[str, Any]:
        article = checked.article
        headline = " ".join(article.text[slice(*article.headline)].split()) if article and article.headline else ""
        head: dict[str, Any] = {
            "path": path,
            "name": PurePosixPath(path).stem or path,
            "title": shown(headline[:TITLE]),
            "outlet": shown(article.outlet) if article else "",
            "at": published(article),
            "v": article.version[:12] if article else "",
            "guess": int(bool(article and article.dateline and article.dateline.guessed)),
            "draft": int(self.edition.is_draft(checked.path, article)),
            "unread": int(article is None),
            "was": self._version_then(checked),
        }
        return {key: value for key, value in head.items() if value}

    def _version_then(self, checked: Checked) -> str:
        """The version that the earlier check read, where it is another than this one."""
        if self.earlier is None or not checked.findings or checked.article is None:
            return ""
        was = self.earlier.was(checked.findings[0])
        return was.version[:12] if was and was.version and was.version != checked.article.version else ""

    def _importance(self, checked: Checked, row: Sequence[str]) -> tuple[object, ...]:
        """Drafts before the rest, then the gravest finding, then how many there are."""
        grave = [(ORDER.index(cell), weight(self.facts[at])) for at, cell in enumerate(row) if cell in NOTEWORTHY]
        draft = self.edition.is_draft(checked.path, checked.article)
        return (not (draft and grave), min(grave, default=(len(ORDER), 9)), -len(grave))


def gathered(result: Result, specs: Iterable[Spec], edition: Edition, earlier: Earlier | None = None) -> Data:
    """The data of a result. Articles stand in the order of their publication, drafts and the undated last."""
    specs = tuple(specs)
    gathering = _Gathering(specs, result.strict, edition, earlier)
    for checked in result.articles:
        gathering.add(checked)
    data = gathering.data
    data.strings = gathering.strings.table
    _in_order(data)
    for number, fact in enumerate(data.facts):
        fact["n"] = shown(gathering.usual.get(number, ""))
    data.problems = [_problem(one, specs, gathering.number, data.facts) for one in result.problems]
    if earlier:
        data.gone = [
            [shown(part) for part in (*key[1:], was.found)]
            for key, was in sorted(earlier.findings.items())
            if was.failed and key not in gathering.seen
        ]
    counts = result.counts
    data.counts = {"examined": counts.examined, "failed": counts.failed, "unchecked": counts.unchecked}
    return data


def _problem(problem: Problem, specs: Sequence[Spec], number: Mapping[tuple[str, str], int], facts: Rows) -> dict[str, Any]:
    """A problem as JSON has it; with the waiver that it speaks of, where it speaks of one."""
    row = {**problem_row(problem), "message": shown(problem.message), "help": shown(problem.help)}
    waivers = (waiver for spec in specs for waiver in spec.waivers if waiver.place == problem.place)
    waiver = next(waivers, None) if problem.code.startswith("FS2") else None
    if waiver is None or problem.place is None:
        return row
    fact = number.get((problem.place.path, waiver.fact))
    name = facts[fact]["label"] if fact is not None else waiver.fact
    return row | {"waiver": [shown(part) for part in (name, waiver.article, waiver.by, f"{waiver.until}", waiver.reason)]}


def _in_order(data: Data) -> None:
    def rank(number: int) -> tuple[object, ...]:
        head = data.articles[number].head
        return bool(head.get("draft")), "at" not in head, head.get("at", ""), head["path"]

    order = sorted(range(len(data.articles)), key=rank)
    place = {old: new for new, old in enumerate(order)}
    data.articles = [data.articles[old] for old in order]
    data.fixed = sorted([place[article], fact, was] for article, fact, was in data.fixed)


def _title(specs: Sequence[Spec]) -> str:
    events = [shown(spec.event) for spec in specs if spec.event]
    if not events:
        return "Facts and articles"
    return events[0] if len(events) == 1 else f"{events[0]} and {len(events) - 1} more"


def _keys(facts: Sequence[Fact]) -> list[str]:
    """What a link calls each fact: its id, with its spec in front where two specs have that id."""
    ids = [fact.id for fact in facts]
    return [fact.id if ids.count(fact.id) == 1 else f"{fact.place.path}::{fact.id}" for fact in facts]


def _fact(fact: Fact, spec: int, key: str) -> dict[str, Any]:
    value = fact.value
    row: dict[str, Any] = {
        "id": key,
        "kind": fact.kind,
        "label": label(fact),
        "value": fact.expected,
        "spec": spec,
        "place": str(fact.place),
        "statement": fact.statement,
        "source": fact.source,
        "note": fact.note,
        "severity": fact.severity,
        "weight": weight(fact),
        "also": [*(form for name in value.names for form in name[1:]), *value.within] if isinstance(value, Named) else fact.also,
        "not": fact.wrong,
        "by": list(value.by) if isinstance(value, Quote) else [],
        "words": value.words if isinstance(value, Quote) else "",
        "tags": fact.tags,
        "optional": not fact.required,
        "unchecked": not fact.checked,
        "number": figure(value.stated, value.stated.unit) if isinstance(value, Figure) and fact.history else None,
        "history": [
            [f"{standing.since:%Y-%m-%dT%H:%M}", _plain(standing.value), _number(standing.value, value)]
            for standing in fact.history
        ],
    }
    return {
        name: _harmless(held) for name, held in row.items() if held is not None and held is not False and held not in ("", [], ())
    }


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    return [_harmless(each) for each in value] if isinstance(value, list | tuple) else value


def _plain(value: object) -> str:
    """An earlier value in short."""
    if isinstance(value, Figure):
        return say_figure(value)
    if isinstance(value, Named):
        return ", ".join(name[0] for name in value.names)
    return (
        str(value) if isinstance(value, DateRange) else getattr(value, "words", "") or getattr(value, "person", "") or str(value)
    )


def _number(value: object, now: object) -> float | None:
    return figure(value.stated, now.stated.unit) if isinstance(value, Figure) and isinstance(now, Figure) else None
