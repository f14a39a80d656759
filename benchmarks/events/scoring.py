"""How right the verdicts are on real news: factspec beside the naive reader of `naive.py`, event by event and in all.

The gold and every figure come from the shared score.py, which is loaded from the gold data as it stands; the specs are those of
`specs/`. Both tools read the same files in the same run. Wrong verdicts are not printed here: `score.py --details` does that.
"""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import factspec
from benchmarks import gold
from benchmarks.events.naive import answer
from benchmarks.standing import OURS
from benchmarks.tables import Table, ratio
from factspec.model import Spec
from factspec.report.structured import finding_row

__all__ = ["EVENTS", "READERS", "cells", "measure", "pairs_of"]

SPECS = Path(__file__).parent / "specs"
DEVELOPED = "four events developed on"
HELD_BACK = "four events held back"
EVENTS: Mapping[str, str] = {
    **dict.fromkeys(("aceh-quake", "aden-piracy", "bettie-page", "cheeks-fired"), DEVELOPED),
    **dict.fromkeys(("banstead-fire", "cable-cuts", "gaza-school", "hp-eds"), HELD_BACK),
}
"""Event → the group that it is counted in besides all."""

TODAY = date(2026, 1, 1)  # the specs have no waivers; the day is given so that no clock is read
Rows = list[dict[str, Any]]
Pair = tuple[dict[str, Any], dict[str, Any]]
Reader = Callable[[Spec, Sequence[Path]], Rows]
"""A spec and the files of its articles → findings as the JSON report has them."""


def measure(peers: bool) -> Iterator[Table]:
    score = _score_of(gold.folder() / "events" / "score.py")
    found: dict[str, dict[str, list[Pair]]] = {name: {} for name in READERS}
    for topic in gold.topics():
        for name, pairs in pairs_of(score, topic, SPECS / f"{topic.name}.facts.yaml").items():
            for group in ("all events", EVENTS.get(topic.name, "other events"), topic.name):
                found[name].setdefault(group, []).extend(pairs)
    groups = sorted(next(iter(found.values())), key=_place)
    rows = [(group, name, *cells(score.summary(found[name][group]))) for group in groups for name in READERS]
    yield Table("Events", ("event", "tool", *COLUMNS), rows, NOTES)


def _place(group: str) -> tuple[int, str]:
    """The order of the table: the events developed on, the others, then the groups."""
    groups = (DEVELOPED, HELD_BACK, "other events", "all events")
    if group in groups:
        return 10 + groups.index(group), group
    return groups.index(EVENTS.get(group, "other events")), group


def _score_of(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise gold.GoldMissingError(f"no gold data: {path} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs_of(score: ModuleType, topic: Path, spec: Path) -> dict[str, list[Pair]]:
    """For each reader the gold rows of an event with its findings, in the order of articles and facts."""
    with tempfile.TemporaryDirectory() as name:
        wanted = score.materialise(topic, Path(name))
        articles = sorted(Path(name).glob("*.txt"))
        loaded = factspec.load([spec])[0]
        found = {reader: _by_key(read(loaded, articles)) for reader, read in READERS.items()}
    return {reader: [(row, rows[key]) for key, row in sorted(wanted.items())] for reader, rows in found.items()}


def _by_key(rows: Rows) -> dict[tuple[str, str], dict[str, Any]]:
    return {(Path(row["article"]).stem, row["fact"]): row for row in rows}


def _by_factspec(spec: Spec, articles: Sequence[Path]) -> Rows:
    return [finding_row(finding) for finding in factspec.check([spec], articles, today=TODAY).findings]


def _by_naive(spec: Spec, articles: Sequence[Path]) -> Rows:
    texts = {str(path): path.read_text("utf-8") for path in articles}
    return [
        {
            "article": path,
            "fact": fact.id,
            "verdict": (said := answer(fact, text)).verdict,
            "evidence": [{"start": span.start, "end": span.end} for span in said.evidence],
        }
        for path, text in texts.items()
        for fact in spec.facts
    ]


READERS: Mapping[str, Reader] = {OURS: _by_factspec, "naive baseline": _by_naive}


# ---------------------------------------------------------------- figures


class Column(NamedTuple):
    """A figure of score.py's summary under the title that it has here."""

    title: str
    read: Callable[[Mapping[str, Any]], float]


def _of(verdict: str, figure: str) -> Callable[[Mapping[str, Any]], float]:
    return lambda summary: float(summary[verdict][figure])


FIGURES = (
    Column("accuracy", lambda summary: float(summary["accuracy"])),
    *(
        Column(f"{verdict} {figure[0].upper()}", _of(verdict, figure))
        for verdict in ("contradicted", "supported", "omitted", "vague")
        for figure in ("precision", "recall")
    ),
    Column("edits caught", lambda summary: float(summary["caught_contradicting_edits"])),
    Column("harmless accused", lambda summary: float(summary["false_alarms_on_harmless_edits"])),
    Column("evidence", lambda summary: float(summary["evidence_touches_gold"])),
)
COLUMNS = ("pairs", *(column.title for column in FIGURES))
NOTES = (
    "P precision, R recall. Edits caught: contradicting edits that were called contradicted. Harmless accused: pairs of a",
    "paraphrased, distracting or corrected article called contradicted. Evidence: right verdicts whose place touches the gold's.",
)


def cells(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """The cells of a summary; score.py gives 0 where there is nothing to divide by."""
    return str(summary["pairs"]), *(ratio(column.read(summary), 1) for column in FIGURES)
