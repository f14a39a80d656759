"""What `compare` shows: of edits that contradict the original, of harmless ones, of an event's real articles, of unrelated ones.

An article and its edited copy are compared; the edit counts as shown if any difference is. What the articles of one event
differ in was judged by hand as an editor would, right or wrong, in `comparing_judged.tsv`; what is not in that list is counted
apart.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from benchmarks import gold
from benchmarks.tables import Table, share
from factspec.article import Article
from factspec.differences import Difference, compare
from factspec.readers import read_bytes

__all__ = ["measure", "name_of"]

JUDGED = Path(__file__).parent / "comparing_judged.tsv"


def measure(peers: bool) -> Iterator[Table]:
    yield _edits()
    yield _events()


def _edits() -> Table:
    counts: Counter[tuple[str, bool]] = Counter()
    misses = []
    for topic in gold.topics():
        originals = gold.articles(topic)
        for edited in gold.variants(topic):
            contradicts = "contradicted" in edited.verdicts.values()
            shown = compare([_article("original", originals[edited.base]), _article("edited", edited.text)]).differences
            group = edited.kind if contradicts else "harmless"
            counts[group, bool(shown)] += 1
            if bool(shown) != contradicts:
                misses.append(f"{topic.name} {edited.name}: {group}, {'shown' if shown else 'not shown'}")
    groups = sorted({group for group, _ in counts} - {"harmless"})
    every = [sum(counts[group, shown] for group in groups) for shown in (True, False)]
    rows = [(group, share(counts[group, True], counts[group, True] + counts[group, False])) for group in groups]
    rows += [
        ("all that contradict", share(every[0], sum(every))),
        ("harmless", share(counts["harmless", True], counts["harmless", True] + counts["harmless", False])),
    ]
    return Table("Comparing an article with its edited copy", ("edits", "shown"), rows, misses=misses)


def _events() -> Table:
    judged = _judged()
    rows, misses = [], []
    total: Counter[str] = Counter()
    topics = list(gold.topics())
    for topic in topics:
        compared = compare(_articles(topic))
        counts = Counter(judged.get((topic.name, name_of(d)), "not judged") for d in compared.differences)
        total += counts
        total["grown"] += len(compared.grown)
        rows.append(_row(topic.name, counts, len(compared.grown)))
        said = ((name_of(d), judged.get((topic.name, name_of(d)), "not judged")) for d in compared.differences)
        misses += [f"{topic.name} {name}: {word}" for name, word in said if word != "right"]
    rows.append(_row("all events", total, total["grown"]))
    pairs, unrelated = _unrelated(topics)
    note = f"Between unrelated articles, one of each event at a time: {unrelated} differences in {pairs} pairs."
    return Table("Differences between the articles of an event", COLUMNS, rows, [note], misses=misses)


COLUMNS = ("event", "shown", "judged right", "not judged", "tolls that grew")


def _row(name: str, counts: Counter[str], grown: int) -> tuple[str, ...]:
    shown = counts["right"] + counts["wrong"] + counts["not judged"]
    return name, str(shown), share(counts["right"], counts["right"] + counts["wrong"]), str(counts["not judged"]), str(grown)


def _unrelated(topics: list[Path]) -> tuple[int, int]:
    pairs = found = 0
    for row in zip_longest(*map(_articles, topics)):
        articles = [article for article in row if article is not None]
        pairs += len(articles) * (len(articles) - 1) // 2
        found += len(compare(articles).differences)
    return pairs, found


def name_of(difference: Difference) -> str:
    """The kind of a difference and its values in alphabetical order, which the list of judgements knows it by."""
    return f"{difference.kind}: " + " | ".join(sorted(" ".join(value.text.split())[:60] for value in difference.values))


def _judged() -> dict[tuple[str, str], str]:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row[0], row[1]): row[2] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row}


def _articles(topic: Path) -> list[Article]:
    return [_article(f"{topic.name}/{name}", text) for name, text in gold.articles(topic).items()]


def _article(name: str, text: str) -> Article:
    return read_bytes(f"{name}.txt", text.encode())
