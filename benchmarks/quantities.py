"""How well quantities are found and read: the forty passages and Recognizers-Text, factspec and libraries.

Of the public cases only those count that a newspaper could print. The filter below was written from inputs and gold spans
alone; every line of it gives its reason, and what each took away is printed as a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from benchmarks import gold
from benchmarks.peers import QUANTITIES, QuantityFinder
from benchmarks.standing import Stand, field_of
from benchmarks.tables import Table, ratio, share, speed
from factspec.language.units import CURRENCIES, UNITS, convert, unit_of
from factspec.model import QuantityMention
from factspec.recognisers.quantities import find_quantities

__all__ = ["cases", "close", "measure", "unprinted"]


def measure(peers: bool) -> Iterator[Table]:
    yield _passages(peers)
    yield _cases(peers)


# ---------------------------------------------------------------- hand-marked passages

ASPECTS = ("value", "comparator", "unit", "span")
COLUMNS = ("tool", "marked", *ASPECTS, "unit where one is marked", "traps taken", "strays", "MB/s")


def _passages(peers: bool) -> Table:
    field = field_of(find_quantities, QUANTITIES if peers else ())
    texts = gold.news()
    rows = [(stand.label, *_passage_cells(stand.call), speed(stand.call, texts)) for stand in field.stands]
    misses = [miss for passage in gold.passages() for miss in _wrong(passage, find_quantities(passage.text))]
    notes = ("A stray is a mention that touches no marked quantity or date; a trap only looks like a number.",)
    return Table("Quantities in the forty passages", COLUMNS, rows, notes, field.missing, misses)


def _passage_cells(find: QuantityFinder) -> tuple[str, ...]:
    right: Counter[str] = Counter()
    total = units = strays = trapped = 0
    for passage in gold.passages():
        found = find(passage.text)
        for mark in passage.marked("Q"):
            hits = _hits(passage.text, mark, overlapping(found, mark.start, mark.end))
            total, units = total + 1, units + bool(mark.fields[3])
            right.update(aspect for aspect, hit in zip(ASPECTS, hits, strict=True) if hit)
            right["unit where one is marked"] += bool(mark.fields[3]) and hits[2]
        strays += sum(not any(m.start < g.end and g.start < m.end for g in passage.marked("QD")) for m in found)
        trapped += sum(bool(overlapping(found, g.start, g.end)) for g in passage.marked("X"))
    marked_units = ratio(right["unit where one is marked"], units)
    return str(total), *(ratio(right[aspect], total) for aspect in ASPECTS), marked_units, str(trapped), str(strays)


def _hits(text: str, mark: gold.Mark, mine: Sequence[QuantityMention]) -> tuple[bool, ...]:
    """Whether value, comparator, unit and span are right; none is unless exactly one mention touches the mark."""
    if len(mine) != 1:
        return (False,) * len(ASPECTS)
    comparator, low, high, unit = mark.fields
    value = mine[0].value
    return (
        near(value.low, float(low)) and near(value.high, float(high or low)),
        value.comparator == comparator,
        same_unit(value.unit, unit),
        text[mine[0].start : mine[0].end].lower() in mark.words.lower(),
    )


def _wrong(passage: gold.Passage, found: Sequence[QuantityMention]) -> Iterator[str]:
    for mark in passage.marked("Q"):
        mine = overlapping(found, mark.start, mark.end)
        if not all(_hits(passage.text, mark, mine)):
            yield f"{mark.words} {mark.fields}: {mine}"


def overlapping(found: Sequence[QuantityMention], start: int, end: int) -> list[QuantityMention]:
    return [m for m in found if m.start < end and start < m.end]


def near(mine: float, wanted: float) -> bool:
    return abs(mine - wanted) <= 1e-4 * max(1.0, abs(wanted))


def same_unit(mine: str, wanted: str) -> bool:
    """The passages leave the magnitude of an earthquake without a unit; here it is one."""
    return mine == wanted or (mine == "magnitude" and wanted == "")


# ---------------------------------------------------------------- public cases


class Case(NamedTuple):
    text: str
    golds: list[dict[str, Any]]


def says(pattern: str) -> Callable[[Case], bool]:
    return lambda case: re.search(pattern, case.text) is not None


def valueless(case: Case) -> bool:
    return any(one["Resolution"].get("value") in {None, "null"} for one in case.golds)


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


def _cases(peers: bool) -> Table:
    field = field_of(find_quantities, QUANTITIES if peers else ())
    kept = {kind: [case for case in cases(kind) if not unprinted(kind, case)] for kind in FILTER}
    rows = [(stand.label, *(_share(stand, kind, kept[kind]) for kind in FILTER)) for stand in field.stands]
    misses = [f"{kind}: {_said(case)}" for kind in FILTER for case in kept[kind] if not right(find_quantities, kind, case)]
    return Table("Quantities of Recognizers-Text", ("tool", *FILTER), rows, list(_left_out()), field.missing, misses)


def _share(stand: Stand[QuantityFinder], kind: str, kept: Sequence[Case]) -> str:
    return share(sum(right(stand.call, kind, case) for case in kept), len(kept))


def _left_out() -> Iterator[str]:
    for kind in FILTER:
        reasons = Counter(reason for case in cases(kind) if (reason := unprinted(kind, case)))
        yield f"{kind}: left out are " + "; ".join(f"{number} ({reason})" for reason, number in sorted(reasons.items())) + "."


def _said(case: Case) -> str:
    mine = [(case.text[m.start : m.end], m.value.low, m.value.high, m.value.unit, m.form) for m in find_quantities(case.text)]
    wanted = [(g["Text"], g["Resolution"].get("value"), g["Resolution"].get("unit")) for g in case.golds]
    return f"{case.text[:150]!r} wanted {wanted}, found {mine}"


def cases(kind: str) -> Iterator[Case]:
    for row in gold.cases(f"{kind}Model"):
        yield Case(row["Input"], row["Results"])


def unprinted(kind: str, case: Case) -> str | None:
    return next((reason for reason, holds in FILTER[kind] if holds(case)), None)


def right(find: QuantityFinder, kind: str, case: Case) -> bool:
    found = find(case.text)
    if not case.golds:
        return not any(of_kind(kind, m) for m in found)
    return all(any(agrees(kind, m, one) for m in overlapping(found, one["Start"], one["End"] + 1)) for one in case.golds)


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


def agrees(kind: str, mention: QuantityMention, wanted: dict[str, Any]) -> bool:
    value = float(str(wanted["Resolution"]["value"]).rstrip("%"))
    ends = (mention.value.low, mention.value.high)
    if kind == "Number":
        return any(close(end, value) for end in ends)
    if kind == "Percent":
        return mention.value.unit == "%" and any(close(end, value) for end in ends)
    if kind == "Age" and mention.form != "age":
        return False
    return any(close(converted(end, mention.value.unit, wanted["Resolution"]["unit"], kind), value) for end in ends)


def converted(value: float, mine: str, wanted: str, kind: str) -> float | None:
    """Our value in the gold's unit. It has no rates but speeds ("a barrel" is left off), and one ton for every ton."""
    other = NAMES.get(wanted) or ("GBP" if (wanted, kind) == ("Pound", "Currency") else None)
    unit = UNITS.get(other or "") or unit_of(wanted.lower())
    if unit is None:
        return None
    if (unit.symbol, mine) == ("ton", "t"):
        return value
    return convert(value, mine if unit.symbol in {"km/h", "mph"} else mine.partition("/")[0], unit.symbol)


def close(mine: float | None, wanted: float) -> bool:
    return mine is not None and abs(mine - wanted) <= 1e-6 * max(abs(wanted), 1e-3)
