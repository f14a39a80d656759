"""Measure the comparison and the finding of names; prints figures, changes nothing.

    FACTSPEC_SHARED=… python benchmarks/names.py [--wrong]

It reads `benchmarks/names_opensanctions.csv` (pairs labelled as one or two bearers) and the marks N of
`benchmarks/mentions_news40.txt` below FACTSPEC_SHARED (default `../shared`). The labels of the pairs call typing errors and
one-letter changes a match; factspec calls them a near miss on purpose, so the recall printed here has a ceiling far below one.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from factspec.language.folding import fold
from factspec.language.naming import near_miss, same_name, same_person
from factspec.recognisers.names import find_names

SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).resolve().parents[2] / "shared"))
MARK = re.compile(r"\[\[([A-Z])\|([^\]]*)\]\]")
# What the marks include before a name and the recogniser gives apart, or the other way round.
LED = {"the", "iranian", "president", "mr", "ms", "mrs", "dr", "gen", "lt", "capt", "sheikh", "ayatollah"}


def pairs(schema: str) -> list[dict[str, str]]:
    with (SHARED / "benchmarks/names_opensanctions.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["schema"] == schema]


def measure_persons(wrong: bool) -> None:
    rows = pairs("Person")
    apart = [row for row in rows if row["is_match"] == "false"]
    one = [row for row in rows if row["is_match"] == "true"]
    accepted = [row for row in apart if same_person(row["name1"], row["name2"])]
    latin = [row for row in apart if (row["name1"] + row["name2"]).isascii()]
    same = [row for row in one if same_person(row["name1"], row["name2"])]
    near = [row for row in one if near_miss(row["name1"], row["name2"])]
    print(f"persons apart: {len(apart)} ({len(latin)} plain), taken for one: {len(accepted)}")
    print(f"persons one:   {len(one)}, same {len(same)}, near miss {len(near)}")
    if wrong:
        for row in accepted:
            print("  accepted:", row["name1"], "|", row["name2"])
        for row in one:
            if row not in same and row not in near:
                print("  neither same nor near:", row["name1"], "|", row["name2"])


def measure_bodies() -> None:
    rows = [row for schema in ("Company", "Organization", "LegalEntity", "Vessel") for row in pairs(schema)]
    for label in ("false", "true"):
        mine = [row for row in rows if row["is_match"] == label]
        same = [row for row in mine if same_name(row["name1"], row["name2"])]
        print(f"bodies {'one:  ' if label == 'true' else 'apart:'} {len(mine)}, same {len(same)}")


def passages() -> Iterator[tuple[str, list[tuple[int, int, str, str]]]]:
    for line in (SHARED / "benchmarks/mentions_news40.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield passage(line.replace("||", "\0"))


def passage(line: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The plain text of a marked line, and (start, end, kind, surface) of its marks."""
    text, marks, last = "", [], 0
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        surface = mark[2].split("|")[0]
        marks.append((len(text), len(text) + len(surface), mark[1], surface))
        text, last = text + surface, mark.end()
    return (text + line[last:]).replace("\0", " "), marks


def core(name: str) -> list[str]:
    words = fold(name).split()
    while words and words[0] in LED:
        words = words[1:]
    return words


def measure_finding(wrong: bool) -> None:
    found = marked = hit = 0
    for text, marks in passages():
        names = find_names(text)
        gold = [(end, core(surface)) for _, end, kind, surface in marks if kind == "N"]
        got = [(name.end, core(name.name)) for name in names]
        found, marked, hit = found + len(got), marked + len(gold), hit + sum(each in got for each in gold)
        if wrong:
            for end, words in gold:
                if (end, words) not in got:
                    print("  missed:", " ".join(words), "in", text)
            for end, words in got:
                if (end, words) not in gold:
                    print("  not marked:", " ".join(words), "in", text)
    print(
        f"names of the passages: {marked} marked, recall {hit / marked:.3f}, precision {hit / found:.3f} (traps count as wrong)"
    )


def measure_speed() -> None:
    texts = [path.read_text("utf-8") for path in sorted((SHARED / "benchmarks/events").glob("*/articles/*.txt"))]
    start = time.process_time()
    count = sum(len(find_names(text)) for text in texts)
    taken = time.process_time() - start
    print(f"speed: {sum(map(len, texts)) / taken / 1e6:.1f} MB/s over {len(texts)} articles, {count} names")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print what went wrong")
    wrong = parser.parse_args().wrong
    measure_persons(wrong)
    measure_bodies()
    measure_finding(wrong)
    measure_speed()


if __name__ == "__main__":
    main()
