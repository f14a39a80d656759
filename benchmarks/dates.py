"""How well dates are found and read, by factspec and by libraries: Wikinews, the forty passages, Recognizers-Text.

A gold date is right if a mention that touches it has its interval as the first reading ("any": as one of the readings). A
mention that touches no gold date is false. Of the public cases only those count that a newspaper could print; the filter below
gives its reasons, and was decided on the words alone. Not measured: times of day and durations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as default
from datetime import date, timedelta
from typing import Any

from benchmarks import gold
from benchmarks.peers import DATES, DateFinder
from benchmarks.standing import Stand, field_of
from benchmarks.tables import NOTHING, Table, rate, ratio, speed
from factspec.model import DateMention, DateRange
from factspec.recognisers.dates import find_dates

__all__ = ["MEASURED", "Score", "as_marked", "measure", "recognizers", "wikinews"]

PASSAGES_PUBLISHED = date(2026, 3, 4)
COLUMNS = ("gold", "tool", "dates", "first reading", "any reading", "false", "per 10 KB", "MB/s")


@dataclass
class Score:
    """What was counted over one set of gold."""

    gold: int = 0
    first: int = 0
    any: int = 0
    false: int = 0
    characters: int = 0
    misses: list[str] = default(default_factory=list)

    def count(self, wanted: DateRange, touching: Sequence[DateMention], where: str) -> None:
        self.gold += 1
        self.first += (ok := any(one.readings[0] == wanted for one in touching))
        self.any += any(wanted in one.readings for one in touching)
        if not ok:
            self.misses.append(f"{where} wanted {wanted}, found {[(one.rule, *map(str, one.readings)) for one in touching]}")

    def count_false(self, text: str, found: Iterable[DateMention], marked: Sequence[tuple[int, int]]) -> None:
        false = [one for one in found if not any(touches(one, start, end) for start, end in marked)]
        self.characters += len(text)
        self.false += len(false)
        self.misses += [f"FALSE ({one.rule}) {quoted(text, one.start, one.end)}" for one in false]

    def cells(self) -> tuple[str, ...]:
        false = (str(self.false), rate(self.false, self.characters)) if self.characters else (NOTHING, NOTHING)
        return str(self.gold), ratio(self.first, self.gold), ratio(self.any, self.gold), *false


def measure(peers: bool) -> Iterator[Table]:
    rows: list[tuple[str, ...]] = []
    misses: list[str] = []
    field = field_of(find_dates, DATES if peers else ())
    for name, score in MEASURED.items():
        for stand in field.stands:
            found = score(stand.call)
            rows.append((name, stand.label, *found.cells(), *_speed(stand, name)))
            misses += [f"{name}: {miss}" for miss in found.misses] if stand.ours else []
    yield Table("Dates", COLUMNS, rows, missing=field.missing, misses=misses)


def _speed(stand: Stand[DateFinder], name: str) -> tuple[str]:
    if name != WHOLE:
        return (NOTHING,)
    return (speed(lambda text: stand.call(text, PASSAGES_PUBLISHED), [document.text for document in gold.wikinews()]),)


def quoted(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 20]}".replace("\n", " ")


def touches(mention: DateMention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


# ---------------------------------------------------------------- texts with marks


def wikinews(find: DateFinder, documents: Iterable[gold.Document]) -> Score:
    score = Score()
    for document in documents:
        text = document.text
        found = find(text, document.published)
        score.count_false(text, found, [(start, end) for start, end, _ in document.dates])
        for start, end, value in document.dates:
            near = [as_marked(one, value, document.dates) for one in found if touches(one, start, end)]
            score.count(value, near, f"{document.name} ({document.published}) {quoted(text, start, end)}")
    return score


def as_marked(mention: DateMention, value: DateRange, marked: Sequence[tuple[int, int, DateRange]]) -> DateMention:
    """A mention as GUM would have marked it.

    GUM marks the ends of "from 2004 to 2009" apart, and "March 11" and "this year"; a mention over several marks is right for
    each where it is exactly their hull or their intersection. Where GUM leaves one end open, only the other is compared.
    """
    readings = tuple(
        DateRange(one.first if value.first > date.min else date.min, one.last if value.last < date.max else date.max)
        for one in mention.readings
    )
    inside = [one for start, end, one in marked if touches(mention, start, end)]
    if len(inside) > 1:
        hull = DateRange(min(inside).first, max(one.last for one in inside))
        common = DateRange(max(inside).first, min(one.last for one in inside))
        readings = tuple(value if one in {hull, common} else one for one in readings)
    return replace(mention, readings=readings)


def news40(find: DateFinder) -> Score:
    score = Score()
    for passage in gold.passages():
        found = find(passage.text, PASSAGES_PUBLISHED)
        marks = passage.marked("D")
        score.count_false(passage.text, found, [(mark.start, mark.end) for mark in marks])
        for mark in marks:
            near = [one for one in found if touches(one, mark.start, mark.end)]
            score.count(_range(mark.fields[0]), near, quoted(passage.text, mark.start, mark.end))
    return score


def _range(written: str) -> DateRange:
    first, _, last = written.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


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


def recognizers(find: DateFinder) -> Score:
    score = Score()
    for day, text, start, surface, values in {str(case): case for case in recognizers_cases()}.values():
        near = [one for one in find(text, day) if touches(one, start, start + len(surface))]
        refused = not values and not near
        readings = [(one, reading) for one in near for reading in one.readings]
        ok = refused or any(agrees(day, one, one.readings[0], value) for one in near for value in values)
        score.gold += 1
        score.first += ok
        score.any += refused or any(agrees(day, one, reading, value) for one, reading in readings for value in values)
        if not ok:
            where = f"({day}) {quoted(text, start, start + len(surface))} wanted {values}"
            score.misses.append(f"{where} found {[(one.rule, one.relation, *map(str, one.readings)) for one in near]}")
    return score


Value = tuple[str, str, str]
"""First day, day behind the last (or the day itself), and "date", "range", "before", "after" or "since"."""


def recognizers_cases() -> Iterator[tuple[date, str, int, str, list[Value]]]:
    """Dateline, text, offset and surface of every case that is not OUT, with the values that its authors allow."""
    for name in ("DateParser", "DatePeriodParser", "DateTimeModel"):
        for case in gold.cases(name):
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


WHOLE = "Wikinews (GUM)"
MEASURED: Mapping[str, Callable[[DateFinder], Score]] = {
    "Wikinews, half developed on": lambda find: wikinews(find, gold.wikinews()[::2]),
    "Wikinews, other half": lambda find: wikinews(find, gold.wikinews()[1::2]),
    WHOLE: lambda find: wikinews(find, gold.wikinews()),
    "forty passages": news40,
    "Recognizers-Text, as printed": recognizers,
}
