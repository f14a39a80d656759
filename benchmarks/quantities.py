"""Measure the quantity recogniser against marked passages and public test cases; prints figures, changes nothing.

    FACTSPEC_SHARED=… python benchmarks/quantities.py [--wrong]

It reads `benchmarks/mentions_news40.txt` (hand-marked passages: value, comparator, unit, traps) and the English number,
percent, currency, dimension and age cases of `benchmarks/recognizers_text` below FACTSPEC_SHARED (default `../shared`).

Of the public cases only those count that a newspaper could print. The filter below was written from inputs and gold spans
alone; every line of it gives its reason, and what each took away is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from factspec.language.units import CURRENCIES, UNITS, convert, unit_of
from factspec.model import QuantityMention
from factspec.recognisers.quantities import find_quantities

SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).resolve().parents[2] / "shared"))

# ---------------------------------------------------------------- hand-marked passages

MARK = re.compile(r"\[\[([A-Z])\|([^\]]*)\]\]")


class Gold(NamedTuple):
    start: int
    end: int
    kind: str
    fields: tuple[str, ...]


def passages() -> Iterator[tuple[str, list[Gold]]]:
    """Each passage as plain text, with its marks."""
    for line in (SHARED / "benchmarks/mentions_news40.txt").read_text("utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            yield unmarked(line.replace("||", "\0"))


def unmarked(line: str) -> tuple[str, list[Gold]]:
    text, golds, last = "", [], 0
    line = line.replace("\0", "||")
    while mark := MARK.search(line, last):
        text += line[last : mark.start()].replace("||", " ")
        surface, *fields = mark[2].split("|")
        golds.append(Gold(len(text), len(text) + len(surface), mark[1], tuple(fields)))
        text, last = text + surface, mark.end()
    return text + line[last:].replace("||", " "), golds


def overlapping(found: list[QuantityMention], start: int, end: int) -> list[QuantityMention]:
    return [m for m in found if m.start < end and start < m.end]


def measure_passages(show: bool) -> None:
    right: Counter[str] = Counter()
    total = units = strays = trapped = 0
    for text, golds in passages():
        found = find_quantities(text)
        for gold in (g for g in golds if g.kind == "Q"):
            op, low, high, unit = gold.fields
            mine = overlapping(found, gold.start, gold.end)
            value = mine[0].value if len(mine) == 1 else None
            hits = {
                "value": value is not None and near(value.low, float(low)) and near(value.high, float(high or low)),
                "comparator": value is not None and value.comparator == op,
                "unit": value is not None and same_unit(value.unit, unit),
                "span": value is not None and text[mine[0].start : mine[0].end].lower() in text[gold.start : gold.end].lower(),
            }
            total, units = total + 1, units + bool(unit)
            right.update(name for name, hit in hits.items() if hit)
            right["unit where one is marked"] += bool(unit) and hits["unit"]
            if show and not all(hits.values()):
                print("   wrong:", text[gold.start : gold.end], gold.fields, mine)
        marked = [g for g in golds if g.kind in "QD"]
        strays += sum(not any(m.start < g.end and g.start < m.end for g in marked) for m in found)
        trapped += sum(bool(overlapping(found, g.start, g.end)) for g in golds if g.kind == "X")
    print(f"mentions_news40: {total} quantities")
    for name in ("value", "comparator", "unit", "span"):
        print(f"  {name:28} {right[name] / total:.3f}  ({right[name]})")
    marked_units = right["unit where one is marked"]
    print(f"  {'unit where one is marked':28} {marked_units / units:.3f}  ({marked_units} of {units})")
    print(f"  traps read as a quantity {trapped}, mentions that are no marked quantity or date {strays}")


def near(mine: float, gold: float) -> bool:
    return abs(mine - gold) <= 1e-4 * max(1.0, abs(gold))


def same_unit(mine: str, gold: str) -> bool:
    """The passages leave the magnitude of an earthquake without a unit; here it is one."""
    return mine == gold or (mine == "magnitude" and gold == "")


# ---------------------------------------------------------------- public cases


class Case(NamedTuple):
    text: str
    golds: list[dict[str, Any]]


def says(pattern: str) -> Callable[[Case], bool]:
    return lambda case: re.search(pattern, case.text) is not None


def valueless(case: Case) -> bool:
    return any(gold["Resolution"].get("value") in {None, "null"} for gold in case.golds)


HIGH = "(?:twenty|thirty|hundred|thousand|one one)"
PART = r"(?:[a-z]+[ -])?(?:first|fifth|hundredth|trillionth|fifths|firsts|hundredths|trillionths)(?:\?|$)"
SPOKEN = r"dollars? (?:and )?(?:\d+|one|two|fifteen|forty five)\b(?! cents?| dollar| rmb| hundred)|100 and fifty|\d USD \d"
Reasons = list[tuple[str, Callable[[Case], bool]]]
FILTER: dict[str, Reasons] = {
    "Number": [
        ("powers and exponents", says(r"\^|\de[+-]?\d|x10")),
        ("parts of addresses, codes, dates and telephone numbers", says(r"\d\.\d+\.\d|SCP|phone|\d/\d+/\d")),
        ("spoken arithmetic: negative, over, equals", says(
            r"negative|\bover\b(?! \d years)|equals|n[ao]ught(?: is|-|$| point five)|how much|-\d+/\d|- 1 4/5"
        )),
        ("improper word fractions, or two words below the line", says(rf"{HIGH}[\w -]* ?{PART}|trillionths?$")),
        ("continental or mistyped separators", says(
            r"\d,\d\d?\b(?!,\d{3})|\d\.\d{3},|\d, \d|\d \d{4}\b|\d,\d{3},\d{3},\d{3}\.$"
        )),
        ("computing suffixes and abbreviations of forms", says(r"\d ?G\b|\d M\b|dzs|dozs|\d +k\b|MM\b|2mil\b|\{")),
        ("doubled blanks, or blanks about a hyphen, in the numeral", says(r"\w  +\w|\w - \w|^- ")),
        ("a digit or an article alone", says(r"^[\s.-]*(?:\d+|an?)[\s.]*$")),
        ("a million and two thirds, for two thirds of a million more", says(
            "llion and (?:two|three|five) (?:thirds|quarters|fifths|ninths)"
        )),
        ("two scales one after the other, as no desk prints them", says(
            r"billion and (?:a|three)|\d crore and|trillion and|trillion three|\d (?:hundred and|thousand \d)|\d hundred $"
            r"|hundreds|two dozens|hundred three"
        )),
    ],
    "Percent": [
        ("a percentage without a number", valueless),
        ("web addresses", says("http")),
        ("turned round: percent of 10", says("per ?cents? of")),
        ("misformed: percents, 100 percentage", says(r"percents\b|percentage$")),
    ],
    "Currency": [
        ("a currency without an amount", valueless),
        ("prices as spoken: dollars and a bare number", says(SPOKEN)),
        ("codes of a trading desk", says(r"M(?:USD|EUR|GBP|AUD)|\d USD million|(?:usd|mxn|aud|cad|nzd)\$ ?15")),
        ("lists of bare amounts", says(r"dollar 50 dollar|50 50 dollar|rmb|10 \$ 30|\$ ?10 dollars bill|11a|1111-")),
        ("scripts, subunits and currencies outside English news", says(r"元|ரூ|\bsen \d|satoshi|kuai|dollar \d")),
    ],
    "Dimension": [
        ("a unit without a number", valueless),
        ("brackets round the unit", says(r"[({\[<]kg")),
        ("units of laboratories, drawing and recipes", says(
            r"picometer|millisecond|drachma|rad\b|half turn|turns\b|cup olive| dm\b"
        )),
        ("inch marks, sizes and serial numbers", says(r'10 "|1 m x|1 m 1 m|\d{5}m2')),
        ("gold that is wrong: a megabyte for a megabit, half of a range", says(r"100 mb|\d -\d+mm")),
    ],
    "Age": [("clinical shorthand", says(r"\byo\b"))],
}  # fmt: skip
"""Kind of case → what a newspaper does not print, and how it is known from the input or the gold."""

NAMES = {
    "Dollar": "USD", "United States dollar": "USD", "Pence": "penny", "Penny": "penny", "Cent": "cent", "Degree": "°",
    "Age": "year",
    "Netherlands guilder": "NLG", "Kilometer per hour": "km/h", "Mile per hour": "mph", "Rupee": "INR", "Franc": "franc",
}  # fmt: skip
"""The names of units in the public cases that are not also ours."""


def cases(kind: str) -> Iterator[Case]:
    for row in json.loads((SHARED / f"benchmarks/recognizers_text/{kind}Model.json").read_text("utf-8-sig")):
        yield Case(row["Input"], row["Results"])


def unprinted(kind: str, case: Case) -> str | None:
    return next((reason for reason, holds in FILTER[kind] if holds(case)), None)


def right(kind: str, case: Case) -> bool:
    found = find_quantities(case.text)
    if not case.golds:
        return not any(of_kind(kind, m) for m in found)
    return all(any(agrees(kind, m, gold) for m in overlapping(found, gold["Start"], gold["End"] + 1)) for gold in case.golds)


def of_kind(kind: str, mention: QuantityMention) -> bool:
    unit = mention.value.unit
    dimension = UNITS[unit].dimension.split("/")[0] if unit in UNITS else ""
    return {
        "Number": unit == "",
        "Percent": unit == "%",
        "Currency": dimension in CURRENCIES,
        "Dimension": dimension not in CURRENCIES | {"", "time", "ratio", "angle", "temperature"},
        "Age": mention.form == "age",
    }[kind]


def agrees(kind: str, mention: QuantityMention, gold: dict[str, Any]) -> bool:
    value = float(str(gold["Resolution"]["value"]).rstrip("%"))
    ends = (mention.value.low, mention.value.high)
    if kind == "Number":
        return any(close(end, value) for end in ends)
    if kind == "Percent":
        return mention.value.unit == "%" and any(close(end, value) for end in ends)
    if kind == "Age" and mention.form != "age":
        return False
    return any(close(converted(end, mention.value.unit, gold["Resolution"]["unit"], kind), value) for end in ends)


def converted(value: float, mine: str, gold: str, kind: str) -> float | None:
    """Our value in the gold's unit. It has no rates but speeds ("a barrel" is left off), and one ton for every ton."""
    other = NAMES.get(gold) or ("GBP" if (gold, kind) == ("Pound", "Currency") else None)
    unit = UNITS.get(other or "") or unit_of(gold.lower())
    if unit is None:
        return None
    if (unit.symbol, mine) == ("ton", "t"):
        return value
    return convert(value, mine if unit.symbol in {"km/h", "mph"} else mine.partition("/")[0], unit.symbol)


def close(mine: float | None, gold: float) -> bool:
    return mine is not None and abs(mine - gold) <= 1e-6 * max(abs(gold), 1e-3)


def measure_cases(kind: str, show: bool) -> None:
    left_out: Counter[str] = Counter()
    hits = total = 0
    for case in cases(kind):
        reason = unprinted(kind, case)
        if reason:
            left_out[reason] += 1
            continue
        total += 1
        good = right(kind, case)
        hits += good
        if show and not good:
            mine = [
                (case.text[m.start : m.end], m.value.low, m.value.high, m.value.unit, m.form) for m in find_quantities(case.text)
            ]
            gold = [(g["Text"], g["Resolution"].get("value"), g["Resolution"].get("unit")) for g in case.golds]
            print("   wrong:", repr(case.text[:150]), "gold", gold, "mine", mine)
    print(f"Recognizers-Text {kind:10} {hits / total:.3f}  ({hits} of {total} cases that a newspaper could print)")
    for reason, n in left_out.items():
        print(f"    left out {n:3}: {reason}")


# ---------------------------------------------------------------- speed


def measure_speed() -> None:
    """Megabytes a second over the news texts of the event gold, best of five."""
    texts = [path.read_text("utf-8") for path in sorted((SHARED / "benchmarks/events").glob("*/articles/*.txt"))]
    size = sum(len(text.encode()) for text in texts)
    best = min(timed(texts) for _ in range(5))
    mentions = sum(len(find_quantities(text)) for text in texts)
    print(f"speed: {size / best / 1e6:.2f} MB/s over {len(texts)} news texts ({mentions} mentions)")


def timed(texts: list[str]) -> float:
    begun = time.process_time()
    for text in texts:
        find_quantities(text)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the quantity recogniser.")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    show = parser.parse_args().wrong
    if not SHARED.is_dir():
        sys.exit("needs FACTSPEC_SHARED: the folder that holds benchmarks/")
    measure_passages(show)
    for kind in FILTER:
        measure_cases(kind, show)
    measure_speed()


if __name__ == "__main__":
    main()
