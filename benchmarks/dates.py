"""Measure the date recogniser: `python benchmarks/dates.py [--misses]`, with the gold data under $FACTSPEC_SHARED.

Printed are, for GUM news, the exact value over all gold dates and the false mentions per 10,000 characters; the dates of the
forty marked passages; and the Recognizers-Text cases that a newspaper could print. A gold date is right if a mention that
touches it has its interval as the first reading ("any": as one of the readings).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factspec.model import DateMention, DateRange
from factspec.recognisers.dates import find_dates

SHARED = Path(os.environ.get("FACTSPEC_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "benchmarks"


@dataclass
class Score:
    """What was counted over one set of gold."""

    name: str
    gold: int = 0
    first: int = 0
    any: int = 0
    false: int = 0
    characters: int = 0
    misses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        share = (
            f"{self.first}/{self.gold} = {self.first / max(1, self.gold):.3f} (any reading {self.any / max(1, self.gold):.3f})"
        )
        false = f"  false {self.false} = {10_000 * self.false / self.characters:.2f} per 10 KB" if self.characters else ""
        return f"{self.name:<34} {share}{false}"

    def count(self, wanted: DateRange, mentions: Iterable[DateMention], where: str) -> None:
        touching = list(mentions)
        self.gold += 1
        self.first += (ok := any(one.readings[0] == wanted for one in touching))
        self.any += any(wanted in one.readings for one in touching)
        if not ok:
            self.misses.append(f"{where} wanted {wanted}, found {[(one.rule, *map(str, one.readings)) for one in touching]}")

    def count_false(self, text: str, found: Iterable[DateMention], gold: list[tuple[int, int]]) -> None:
        false = [one for one in found if not any(touches(one, start, end) for start, end in gold)]
        self.characters += len(text)
        self.false += len(false)
        self.misses += [f"FALSE ({one.rule}) {quoted(text, one.start, one.end)}" for one in false]


def quoted(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 20]}".replace("\n", " ")


def touches(mention: DateMention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


# ---------------------------------------------------------------- GUM news


def partial(written: str) -> DateRange:
    """The interval of an ISO date that may lack its day or month; a time of day is left aside."""
    year, month, day = (*map(int, written[:10].split("-")), 0, 0)[:3]
    if not month:
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    if not day:
        return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return DateRange(date(year, month, day), date(year, month, day))


def gum_value(value: Mapping[str, str]) -> DateRange:
    """The interval of a TEI date; an end that is left open is date.min or date.max."""
    if "when" in value:
        return partial(value["when"])
    first, last = value.get("from", value.get("notBefore")), value.get("to", value.get("notAfter"))
    return DateRange(partial(first).first if first else date.min, partial(last).last if last else date.max)


def gum(name: str, documents: Iterable[dict[str, Any]]) -> Score:
    score = Score(name)
    for document in documents:
        text = document["text"]
        gold = [(start, end, gum_value(value)) for start, end, value in document["dates"]]
        found = find_dates(text, date.fromisoformat(document["published"]))
        score.count_false(text, found, [(start, end) for start, end, _ in gold])
        for start, end, value in gold:
            near = [one for one in found if touches(one, start, end)]
            where = f"{document['doc']} ({document['published']}) {quoted(text, start, end)}"
            score.count(value, [as_marked(one, value, gold) for one in near], where)
    return score


def as_marked(mention: DateMention, value: DateRange, gold: list[tuple[int, int, DateRange]]) -> DateMention:
    """A mention as GUM would have marked it.

    GUM marks the ends of "from 2004 to 2009" apart, and "March 11" and "this year"; a mention over several marks is right for
    each where it is exactly their hull or their intersection. Where GUM leaves one end open, only the other is compared.
    """
    readings = tuple(
        DateRange(one.first if value.first > date.min else date.min, one.last if value.last < date.max else date.max)
        for one in mention.readings
    )
    inside = [one for start, end, one in gold if touches(mention, start, end)]
    if len(inside) > 1:
        hull = DateRange(min(inside).first, max(one.last for one in inside))
        common = DateRange(max(inside).first, min(one.last for one in inside))
        readings = tuple(value if one in {hull, common} else one for one in readings)
    return replace(mention, readings=readings)


# ---------------------------------------------------------------- the forty passages


def passages(path: Path) -> Iterator[tuple[str, list[tuple[int, int, DateRange]]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield unmarked(line.replace("||", " ") if "]]" in line else line)


def unmarked(line: str) -> tuple[str, list[tuple[int, int, DateRange]]]:
    text, gold, at = "", [], 0
    for mark in re.finditer(r"\[\[(\w)\|((?:[^\]]|\](?!\]))*)\]\]", line):
        text += line[at : mark.start()]
        surface, *rest = mark[2].split("|")
        if mark[1] == "D":
            first, _, last = rest[0].partition("/")
            gold.append(
                (len(text), len(text) + len(surface), DateRange(date.fromisoformat(first), date.fromisoformat(last or first)))
            )
        text, at = text + surface, mark.end()
    return text + line[at:], gold


def news40() -> Score:
    score = Score("mentions_news40")
    for text, gold in passages(SHARED / "mentions_news40.txt"):
        found = find_dates(text, date(2026, 3, 4))
        score.count_false(text, found, [(start, end) for start, end, _ in gold])
        for start, end, value in gold:
            score.count(value, [one for one in found if touches(one, start, end)], quoted(text, start, end))
    return score


# ---------------------------------------------------------------- Recognizers-Text

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
SHORT = r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"
ORDINAL = r"(?:fir|seco|thi|four|fif|six|seven|eigh|nin|ten|elev|twel)\w*"
# What no newspaper prints, or what is no date there: a reason and the spellings it covers. Decided on the words alone.
OUT: Mapping[str, tuple[str, ...]] = {
    "a month, weekday or holiday without its capital": (
        rf"\b(?:{MONTH}|{WEEKDAY}|christmas|easter|halloween|thanksgiving|(?:labor|earth|independence) day)\b",
        r"\b(?:new year|eid|saint patrick)\b",
    ),
    "a month tied to its day or year, or cut short without a day": (
        rf"(?i:\b{MONTH}[-/]?\d|\d{MONTH}\b|[-/]{MONTH}[-/]|\b{MONTH}\.\d|\b{MONTH}-\d)",
        rf"(?i:^(?:(?:next|this|last) week |after |from |on )?{SHORT}\.?$)",
    ),
    "figures without a four-digit year": (
        rf"(?i:^(?!.*\b{MONTH}\b).*(?<![\d/.-])\d{{1,2}} ?[/.-] ?\d{{1,2}}(?!\d|[/.-]\d{{4}}))",
        r"(?i:\byear \d{1,3}$|year two hundred|\bof \d\d$)",
    ),
    "figures in an order or a spelling of programs": (
        r"\d/\d+,\d|\b\d{6,8}\b|\d{4}[ .]\d{1,2}[ .]\d|\d{4}/\d+/|(?i:\bQ\dH|\d{4}[HQ]\d)|[<>=~]|\bq\d",
        rf"(?i:\d{{4}}[-/]\d\d?[-/]{MONTH}|\d[- /]\d{{4}}[- /]{MONTH}|\b\d{{4}} ?,? {MONTH}\b|^\d{{4}} the )",
        r"(?<!\d[/-])\b\d{4} ?[/.-] ?\d{1,2}$|^\d{1,2} ?[/.-] ?\d{4}$",
        r"(?i:\b(?:cy|ytd|eoy|eom|w/c)\b|\bweeks? \d+)",
    ),
    "a day's number or ordinal alone": (
        rf"(?i:^(?!.*\b{MONTH}\b)(?!.*\d{{4}})(?!.*\b(?:day|week|month|year|quarter|decade)s?\b).*\b\d{{1,2}}(?:st|nd|rd|th)?\b)",
        r"^(?:from|between)? ?\d+ ?(?:to|and|-|until).*(?:this|next|last) month",
        rf"(?i:^(?:the |on the )?(?:(?:twenty|thirty)[ -])?{ORDINAL}(?: \w+day)?$)",
        r"(?i:the (?:fifteen|twenty \w+)$|\bfi(?:rst|fth) \w+day$)",
        rf"(?i:{MONTH} twenty \w+|(?:five|fifteen) {MONTH}\b)",
    ),
    "private or broken English": (
        r"(?i:\bmy\b|rest the|rest of week|\blast \d+year|\btwo monday later|\bthe the\b|\d{2,4} ,|\d s$|\btmrw?\b|\botd\b)",
        r"(?i:\b[a-z]+\d+\b(?<![qh]\d)|\b\d+ (?:upcoming|next|past|previous|coming|following) )",
        r"(?i:^(?:few|past|last|previous|coming|upcoming|following|next) (?:\d|few|day|two|three|couple))",
        r"(?i:^for \d|\d+ \w+ starting|a week starting)",
    ),
    "a reference to what was not said": (
        r"(?i:^(?:the |that |same |this (?=day))+(?:day|week|month|year|weekend)$|^(?:the |my )?weekend$|^(?:same|that) )",
        r"(?i:^the day (?:before|after)$|\b(?:to|till) (?:current )?date$)",
    ),
    "working days, school years, holidays that another library knows": (
        r"(?i:business day|working (?:day|week)|workweek|weekday|school year|holiday|independence)",
    ),
    "a vague part of a period or a vague count, whose bounds are the library's own": (
        r"(?i:\b(?:early|mid|middle|late|end|start|beginning|close|later|earlier|few|several|couple)\b)",
        r"(?i:\b(?:(?:more|less|greater) than|(?:and|or) (?:after|later|greater))\b)",
    ),
    "a time of day": (r"(?i:\b\d+ ?(?:am|pm|a\.m|p\.m)|:\d\d|o'clock)",),
}


def printable(surface: str) -> bool:
    """Whether a newspaper could print these words as a date."""
    return not any(re.search(pattern, surface) for patterns in OUT.values() for pattern in patterns)


def recognizers() -> Score:
    score = Score("Recognizers-Text, as newspapers print")
    for day, text, start, surface, values in {str(case): case for case in recognizers_cases()}.values():
        near = [one for one in find_dates(text, day) if touches(one, start, start + len(surface))]
        where = f"({day}) {quoted(text, start, start + len(surface))} wanted {values}"
        score.gold += 1
        readings = [(one, reading) for one in near for reading in one.readings]
        score.any += any(agrees(day, one, reading, value) for one, reading in readings for value in values) or (
            not values and not near
        )
        ok = any(agrees(day, one, one.readings[0], value) for one in near for value in values) or (not values and not near)
        score.first += ok
        if not ok:
            score.misses.append(f"{where} found {[(one.rule, one.relation, *map(str, one.readings)) for one in near]}")
    return score


Value = tuple[
    str, str, str
]  # first day, day behind the last (or the day itself), and "date", "range", "before", "after", "since"


def recognizers_cases() -> Iterator[tuple[date, str, int, str, list[Value]]]:
    """Dateline, text, offset and surface of every case that is not OUT, with the values that its authors allow."""
    for name in ("DateParser", "DatePeriodParser", "DateTimeModel"):
        for case in json.loads((SHARED / "recognizers_text" / f"{name}.json").read_text(encoding="utf-8-sig")):
            if "ReferenceDateTime" not in case.get("Context", {}):
                continue
            for result in case["Results"]:
                values = allowed(result)
                start = case["Input"].lower().find(result["Text"].lower())
                surface = case["Input"][start : start + len(result["Text"])]
                if values is not None and start >= 0 and printable(surface):
                    yield date.fromisoformat(case["Context"]["ReferenceDateTime"][:10]), case["Input"], start, surface, values


def allowed(result: Mapping[str, Any]) -> list[Value] | None:
    """The values of a result: [] where it must not be a date, None where it is no date or its authors left it open."""
    if result.get("TypeName", result.get("Type")) not in {"date", "daterange", "datetimeV2.date", "datetimeV2.daterange"}:
        return None
    if "Value" in result:
        sides = [result["Value"].get(side, {}) for side in ("PastResolution", "FutureResolution")]
        values = [
            {"value": side.get("date"), "start": side.get("startDate"), "end": side.get("endDate")} for side in sides if side
        ]
    else:
        values = (result["Resolution"] or {}).get("values", [])
    if not values or any(value.get("value") == "not resolved" for value in values):
        return None
    found: list[Value] = []
    for value in values:
        if value.get("value"):
            found.append((value["value"], value["value"], "date"))
        elif value.get("start") or value.get("end"):
            whole = value.get("start") and value.get("end")
            side = "range" if whole else value.get("Mod", "since" if value.get("start") else "before")
            found.append((value.get("start") or "", value.get("end") or "", side))
    return None if not found else [one for one in found if "0001-01-01" not in one]


def agrees(today: date, mention: DateMention, reading: DateRange, value: Value) -> bool:
    """Equal, after two conventions: their ranges end with the day behind the last, or with the first day of the last period
    named; and a stretch of days up to or from the dateline may hold the dateline's own day or not."""
    first, last, side = value
    one = timedelta(1)
    if side == "date":
        return str(reading.first) == first and reading.first == reading.last
    if side != "range":
        bound = {
            "since": reading.first,
            "after": reading.first if str(reading.first) == first else reading.last + one,
            "before": reading.first,
            "until": reading.last + one,
        }.get(side)
        return str(bound) == (first or last) and mention.relation in {side, "since", "until", "by"}
    ends = {reading.last, reading.last + one}
    if mention.rule in {"range", "span of years", "span of months"}:
        ends |= {reading.last.replace(day=1), reading.last.replace(month=1, day=1)}
    firsts = {reading.first}
    if today in (reading.first, reading.last):
        firsts, ends = firsts | {reading.first + one}, ends | {reading.last + one}
    return date.fromisoformat(first) in firsts and date.fromisoformat(last) in ends


# ---------------------------------------------------------------- speed


def speed() -> str:
    texts = [json.loads(line)["text"] for line in (SHARED / "dates_gum.jsonl").read_text(encoding="utf-8").splitlines()]
    size = sum(map(len, texts))
    find_dates(texts[0], date(2026, 3, 4))
    best = min(timed(texts) for _ in range(5))
    return f"{size / best / 1e6:.1f} MB/s over {size:,} characters of news, whole articles"


def timed(texts: Iterable[str]) -> float:
    began = time.process_time()
    for text in texts:
        find_dates(text, date(2026, 3, 4))
    return time.process_time() - began


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--misses", action="store_true", help="print every gold date that was missed, and every false mention")
    arguments.add_argument(
        "--half", choices=("even", "odd", "both"), default="both", help="which GUM documents (even: developed on)"
    )
    chosen = arguments.parse_args()
    documents = [json.loads(line) for line in (SHARED / "dates_gum.jsonl").read_text(encoding="utf-8").splitlines()]
    halves = {"even": documents[::2], "odd": documents[1::2]}
    picked = halves if chosen.half == "both" else {chosen.half: halves[chosen.half]}
    scores = [gum(f"GUM news, {half} documents", half_documents) for half, half_documents in picked.items()]
    if chosen.half == "both":
        scores.append(gum("GUM news", documents))
    scores += [news40(), recognizers()]
    for score in scores:
        print(score)
        if chosen.misses:
            print(*(f"    {miss}" for miss in score.misses), sep="\n")
    print(speed())


if __name__ == "__main__":
    main()
