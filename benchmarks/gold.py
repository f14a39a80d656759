"""The gold data under $FACTSPEC_SHARED (default ../shared beside the repository), as values: the one place that reads it.

Read are marked passages, dated Wikinews articles, the public cases of Recognizers-Text, pairs of names, and the event folders.
Not read here: the verdicts of the events (their own score.py does that), and anything about a tool that is measured.
"""

from __future__ import annotations

import csv
import json
import os
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from factspec.model import DateRange

__all__ = [
    "Document", "GoldMissingError", "Mark", "NamePair", "Passage", "Variant", "articles", "as_range", "cases", "folder",
    "name_pairs", "news", "passages", "read_passage", "topic", "topics", "variants", "wikinews",
]  # fmt: skip

MARK = re.compile(r"\[\[([A-Z])\|((?:[^\]]|\](?!\]))*)\]\]")
SENTENCE_END = "||"


class GoldMissingError(Exception):
    """The gold data is not where it was looked for."""


class Mark(NamedTuple):
    """A hand-made mark: D a date, Q a quantity, N a name, T a quotation, X a trap; `fields` is what stands behind the words."""

    start: int
    end: int
    kind: str
    words: str
    fields: tuple[str, ...]


class Passage(NamedTuple):
    """A passage without its marks; `ends` are the offsets where a sentence ends before another."""

    text: str
    marks: tuple[Mark, ...]
    ends: tuple[int, ...]

    def marked(self, kinds: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind in kinds]


class Document(NamedTuple):
    """A dated article and its dates as (start, end, interval); an end that is left open is date.min or date.max."""

    name: str
    published: date
    text: str
    dates: tuple[tuple[int, int, DateRange], ...]


class NamePair(NamedTuple):
    """Two names and whether they have one bearer; `schema` is Person, Company, Vessel …"""

    schema: str
    one: str
    other: str
    same: bool


def folder() -> Path:
    """The folder `benchmarks` of the gold data; GoldMissingError says where it was looked for."""
    shared = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (shared / "benchmarks").is_dir():
        raise GoldMissingError(f"no gold data: {shared / 'benchmarks'} is no folder; set FACTSPEC_SHARED to the folder above it")
    return shared / "benchmarks"


def _read(*names: str) -> str:
    path = folder().joinpath(*names)
    if not path.is_file():
        raise GoldMissingError(f"no gold data: {path} is missing; set FACTSPEC_SHARED to the folder that has benchmarks/")
    return path.read_text("utf-8-sig")


# ---------------------------------------------------------------- the forty passages


def passages() -> list[Passage]:
    lines = _read("mentions_news40.txt").splitlines()
    return [read_passage(line) for line in lines if line.strip() and not line.startswith("#")]


def read_passage(line: str) -> Passage:
    """A line with `[[K|words|field|…]]` marks, and `||` for the blank between two sentences."""
    text, last = "", 0
    marks: list[Mark] = []
    ends: list[int] = []
    for mark in MARK.finditer(line):
        text = _plain(text, line[last : mark.start()], ends)
        words, *fields = mark[2].split("|")
        marks.append(Mark(len(text), len(text) + len(words), mark[1], words, tuple(fields)))
        text, last = text + words, mark.end()
    text = _plain(text, line[last:], ends)
    return Passage(text, tuple(marks), tuple(ends))


def _plain(text: str, more: str, ends: list[int]) -> str:
    """`text` with `more` behind it; where a sentence ends in `more` is added to `ends`."""
    for number, part in enumerate(more.split(SENTENCE_END)):
        if number:
            ends.append(len(text))
            text += " "
        text += part
    return text


# ---------------------------------------------------------------- dated articles


def wikinews() -> list[Document]:
    return [_document(json.loads(line)) for line in _read("dates_gum.jsonl").splitlines()]


def _document(row: Mapping[str, Any]) -> Document:
    dates = tuple((start, end, as_range(value)) for start, end, value in row["dates"])
    return Document(row["doc"], date.fromisoformat(row["published"]), row["text"], dates)


def as_range(value: Mapping[str, str]) -> DateRange:
    """The interval of a TEI date: `when`, or `from`/`notBefore` and `to`/`notAfter`, of which one may be missing."""
    if "when" in value:
        return _whole(value["when"])
    first, last = value.get("from", value.get("notBefore")), value.get("to", value.get("notAfter"))
    return DateRange(_whole(first).first if first else date.min, _whole(last).last if last else date.max)


def _whole(written: str) -> DateRange:
    """The interval of an ISO date that may lack its day or month; a time of day is left aside."""
    year, month, day = (*map(int, written[:10].split("-")), 0, 0)[:3]
    if not month:
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    if not day:
        return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return DateRange(date(year, month, day), date(year, month, day))


# ---------------------------------------------------------------- public cases and names


def cases(model: str) -> list[dict[str, Any]]:
    """The cases of Recognizers-Text for a model, as its authors wrote them: Input, Results, sometimes Context."""
    rows: list[dict[str, Any]] = json.loads(_read("recognizers_text", f"{model}.json"))
    return rows


def name_pairs(schemas: Iterable[str]) -> list[NamePair]:
    rows = csv.DictReader(_read("names_opensanctions.csv").splitlines())
    wanted = set(schemas)
    return [
        NamePair(row["schema"], row["name1"], row["name2"], row["is_match"] == "true")
        for row in rows
        if row["schema"] in wanted and row["is_match"] in {"true", "false"}
    ]


# ---------------------------------------------------------------- events


def topics() -> Iterator[Path]:
    """The folders of the events, by name."""
    found = sorted(path.parent for path in folder().glob("events/*/facts.json"))
    if not found:
        raise GoldMissingError(f"no gold data: {folder() / 'events'} has no event")
    yield from found


def topic(name: str) -> Path:
    """The folder of an event; GoldMissingError names those that there are."""
    found = {path.name: path for path in topics()}
    if name not in found:
        raise GoldMissingError(f"no event {name!r}: there are {', '.join(found)}")
    return found[name]


def articles(topic: Path) -> dict[str, str]:
    """Name → text of an event's articles as they appeared."""
    return {path.stem: path.read_text("utf-8") for path in sorted(topic.glob("articles/*.txt"))}


class Variant(NamedTuple):
    """An edited copy of an article; `verdicts` are those of the facts that the edit changes, `kind` what sort of edit it is."""

    name: str
    base: str
    kind: str
    text: str
    verdicts: Mapping[str, str]


def variants(topic: Path) -> Iterator[Variant]:
    """The edited copies of an event's articles, in their order."""
    texts = articles(topic)
    for line in (topic / "variants.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = texts[row["base"]]
        for edit in row["edits"]:
            text = text.replace(edit["old"], edit["new"], 1)
        verdicts = {fact: change["verdict"] for fact, change in row["changes"].items()}
        yield Variant(row["variant"], row["base"], row["kind"], text, verdicts)


def news() -> list[str]:
    """The texts of all events, for measuring speed."""
    return [text for topic in topics() for text in articles(topic).values()]
