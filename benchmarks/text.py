"""Measure sentences, quotations, cues and folding; prints figures, changes nothing.

    FACTSPEC_SHARED=… python benchmarks/text.py [--wrong]

It reads the sentence ends and the marks T of `benchmarks/mentions_news40.txt`, and the articles of `benchmarks/events` for
speed, below FACTSPEC_SHARED (default `../shared`).
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from factspec.language.cues import cues
from factspec.language.folding import words
from factspec.language.sentences import sentences
from factspec.recognisers.quotations import find_quotations

SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).resolve().parents[2] / "shared"))
MARK = re.compile(r"\[\[([A-Z])\|([^|\]]*)(?:\|[^\]]*)?\]\]")


class Passage(NamedTuple):
    """A hand-marked passage: its plain text, where its sentences end, and the spans of its quotations with their marks."""

    text: str
    ends: list[int]
    quoted: list[tuple[int, int]]


def passages() -> Iterator[Passage]:
    for line in (SHARED / "benchmarks/mentions_news40.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield passage(line.replace("||", "\0"))


def passage(line: str) -> Passage:
    text, quoted, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        if mark[1] == "T":
            quoted.append((len(text), len(text) + len(mark[2])))
        text, last = text + mark[2], mark.end()
    text += line[last:]
    return Passage(text.replace("\0", " "), [at for at, char in enumerate(text) if char == "\0"], quoted)


def score(name: str, gold: set[tuple[int, ...]], got: set[tuple[int, ...]]) -> None:
    hit = len(gold & got)
    recall, precision = hit / len(gold), hit / len(got)
    harmonic = 2 * recall * precision / (recall + precision)
    print(f"{name}: {len(gold)} marked, recall {recall:.3f}, precision {precision:.3f}, F1 {harmonic:.3f}")


def measure_marks(wrong: bool) -> None:
    ends: tuple[set[tuple[int, ...]], set[tuple[int, ...]]] = (set(), set())
    quoted: tuple[set[tuple[int, ...]], set[tuple[int, ...]]] = (set(), set())
    for number, (text, gold_ends, gold_quoted) in enumerate(passages()):
        got_ends = [span.end for span in sentences(text)][:-1]
        got_quoted = [(part.start - 1, part.end + 1) for mention in find_quotations(text) for part in mention.parts]
        ends[0].update((number, at) for at in gold_ends)
        ends[1].update((number, at) for at in got_ends)
        quoted[0].update((number, *span) for span in gold_quoted)
        quoted[1].update((number, *span) for span in got_quoted)
        if wrong and (gold_ends != got_ends or gold_quoted != got_quoted):
            print("  differs:", text)
    score("sentence ends", *ends)
    score("quotations", *quoted)


def measure_speed() -> None:
    texts = [path.read_text("utf-8") for path in sorted((SHARED / "benchmarks/events").glob("*/articles/*.txt"))]
    size = sum(map(len, texts))
    for name, work in (
        ("words", lambda text: words(text).joined),
        ("words with offsets", lambda text: words(text).starts),
        ("sentences", sentences),
        ("quotations", find_quotations),
        ("cues of every sentence", lambda text: [cues(text, span) for span in sentences(text)]),
    ):
        taken = min(seconds(work, texts) for _ in range(3))
        print(f"{name}: {size / taken / 1e6:.1f} MB/s, {taken / len(texts) * 1e6:.0f} µs an article")


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print what went wrong")
    measure_marks(parser.parse_args().wrong)
    measure_speed()


if __name__ == "__main__":
    main()
