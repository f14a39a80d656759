"""What needs no anchor: the fact's very day, or its very figure, in an article that is about the fact's event.

"The Amber Queen, lost on 7 February" says when she sank, whatever the verb; "service was out for 31 hours" says how long. Such a
mention only ever supports. What is looked for: a day written with its month, a day of the news story ("yesterday") in a
sentence that tells of the event, a figure of two digits or more with its unit, a count of three digits or more. What is not:
months, years, round figures, and whatever differs from the fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from factspec.binding.dates import is_date_of_saying
from factspec.binding.figures import is_offset
from factspec.binding.pattern import Pattern, Use
from factspec.binding.scene import Scene
from factspec.kinds.comparing import compare_figure, in_pounds
from factspec.kinds.judging import Judged
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, listed
from factspec.language.numerals import SMALL
from factspec.language.persons import is_person_noun
from factspec.language.units import UNITS
from factspec.model import Bound, Comparator, Comparison, DateMention, DateRange, Fact, Figure, Mention, QuantityMention, Status

__all__ = ["FRESH", "day_patterns", "days", "figure_patterns", "figures", "is_fresh", "tells_of_saying"]

FRESH = timedelta(days=7)
"""How long after a day the news name it by its weekday alone."""

_MONTH = 31
_OLD = timedelta(days=600)
_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sept oct nov dec".split(),
)


def day_patterns(value: DateRange) -> Iterator[Pattern]:
    """A day, a month or a year as it may be written: "7 February", "February 7th", "7 Feb", "September 1994", "1994"."""
    year = value.first.year
    if value == DateRange(date(year, 1, 1), date(year, 12, 31)):
        yield Pattern(str(year), Use.VALUE)
    elif value.first.day == 1 and (value.last + timedelta(days=1)).day == 1 and (value.last - value.first).days < _MONTH:
        for month in dict.fromkeys(names[value.first.month - 1] for names in _MONTHS):
            yield Pattern(f"{month} {year}", Use.VALUE)
    if value.first == value.last:
        day = value.first.day
        ordinal = f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
        for month in dict.fromkeys(names[value.first.month - 1] for names in _MONTHS):
            for written in (
                f"{day} {month}",
                f"{month} {day}",
                f"{ordinal} {month}",
                f"{month} {ordinal}",
                f"{ordinal} of {month}",
            ):
                yield Pattern(written, Use.VALUE)


def figure_patterns(value: Figure, statement: str) -> Iterator[Pattern]:
    """A particular figure as it may be written: "31", "1,140", "2.6 million", "2.6m"; or with its noun: "87 patients"."""
    stated = value.stated
    if _is_particular(value) or _is_particular_range(value):
        glued = [f"{stated.low:.9g}{stated.unit}"] if stated.unit.isascii() and stated.unit.isalpha() else []
        yield from (Pattern(form, Use.VALUE) for form in (*_written(stated.low), *glued))
    elif stated.unit and stated.low == stated.high and 0 < stated.low < _TWO_DIGITS and statement:
        yield from (Pattern(form, Use.VALUE) for form in (*_written(stated.low), *_SPELT.get(stated.low, ())))
    elif not stated.unit and stated.low == stated.high >= _TWO_DIGITS and (noun := _noun(statement, stated.low)):
        yield from (Pattern(f"{form} {noun}", Use.VALUE) for form in _written(stated.low))


_TWO_DIGITS = 10
_SPELT = {float(n): (word,) for word, n in SMALL.items() if 0 < n < _TWO_DIGITS}


@lru_cache(maxsize=4096)
def _noun(statement: str, value: float) -> str:
    """The word behind a figure in a statement: "patients" of "87 patients were moved"; "" where it says nothing, as "people"."""
    found = words(statement).words
    at = next((n for n, word in enumerate(found) if word == f"{value:.9g}"), len(found))
    noun = "".join(found[at + 1 : at + 2])
    return noun if len(noun) > 3 and noun not in PERSONS_AT_LARGE and noun.endswith("s") else ""


PERSONS_AT_LARGE = frozenset(
    ("persons", "others", "times", "years", "days", "hours", "weeks", "months", "minutes", "deaths", "victims")
)


def _is_particular_range(value: Figure) -> bool:
    """Whether a value is a range of particular figures: "120,000 to 150,000 pounds"."""
    return 0 < value.stated.low < value.stated.high and bool(value.stated.unit)


def _is_particular(value: Figure) -> bool:
    """Whether a figure is one that another matter will hardly have as well: by its digits, fewer where it has a unit."""
    stated = value.stated
    plain = stated.low == stated.high and stated.comparator is Comparator.EXACT and stated.low > 0
    digits = f"{stated.low:.9e}".partition("e")[0].replace(".", "").rstrip("0")
    return plain and len(digits) >= (2 if stated.unit or stated.low >= 1000 else 3)


@lru_cache(maxsize=4096)
def _written(value: float) -> tuple[str, ...]:
    forms = [f"{value:,.9g}" if value < _LONG else "", f"{value:.9g}" if value < _LONG else ""]
    for size, _ in _SCALES:
        if value >= size and float(short := f"{value / size:.6g}") * size == value:
            forms += [form for _, words in _SCALES for form in (f"{short} {words[0]}", *(f"{short}{word}" for word in words[1:]))]
    return tuple(dict.fromkeys(filter(None, forms)))


_LONG = 1e9
_SCALES = ((1e12, ("trillion", "tn", "trn")), (1e9, ("billion", "bn", "b")), (1e6, ("million", "m", "mn", "mln")))


def is_fresh(scene: Scene, fact: Fact) -> bool:
    """Whether the article appeared within the days after a fact's day in which news name it by its weekday alone."""
    dateline, value = scene.reading.article.dateline, fact.value
    if dateline is None or not isinstance(value, DateRange) or value.first != value.last:
        return False
    return timedelta(0) <= dateline.day - value.first <= FRESH


def days(number: int, fact: Fact, scene: Scene, known: Iterable[Judged]) -> Iterator[Judged]:
    """The mentions of the fact's very day beside those that are known already."""
    value = fact.value
    if (
        not scene.is_particular(number)
        or not isinstance(value, DateRange)
        or (value.first != value.last and _is_recent(scene, value))
    ):
        return
    single, said = value.first == value.last, tells_of_saying(fact.statement)
    opening = scene.opening if is_fresh(scene, fact) else ()
    written = [scene.outline.sentence_of(h.first) for h in scene.hits(number, Use.VALUE)]
    taken = [row.bound.mention for row in known]
    for sentence in sorted({*written, *opening}) if written or opening else ():
        for mention in scene.reading.dates(sentence):
            if mention.readings[0] == value and _is_told(number, scene, sentence, mention, single=single, said=said):
                if not _overlaps(mention, taken):
                    status, cue = scene.status(mention.start, mention.end)
                    if cue and cue.start > mention.end:
                        status = Status.ASSERTED  # "the men who died on 14 May will not be forgotten"
                    rule = "D16 the fact’s very day, in an article that is about its event"
                    bound = Bound(mention, None, strong=False, rules=(rule,), status=status)
                    yield Judged(bound, Comparison.AGREES, str(value))


@lru_cache(maxsize=4096)
def tells_of_saying(statement: str) -> bool:
    """Whether what a statement dates is itself said: "The takeover was announced on Monday"."""
    return not _ANNOUNCING.isdisjoint(words(statement).words)


_ANNOUNCING = listed(
    "announced announces announcement unveiled disclosed revealed presented confirmed declared said told agreed agreement "
    "apologised apologized"
)


def _is_told(number: int, scene: Scene, sentence: int, mention: DateMention, *, single: bool, said: bool) -> bool:
    """Whether a mention is a plain date of what is told: written with its month, or in a sentence about the event.

    The date of a statement is none, but at the head of the article where the fact is that it was `said`.
    """
    month = not MONTHS.isdisjoint(words(scene.text[mention.start : mention.end]).words)
    loose = (mention.relative and not month) or not single
    plain = mention.relation in ("", "until") and not mention.approximate
    told = plain and (not loose or scene.tells_of_event(number, sentence))
    return told and (not is_date_of_saying(scene, sentence, mention) or (said and sentence in scene.opening))


def _is_recent(scene: Scene, value: DateRange) -> bool:
    """Whether a month or a year lies too near the article to tell an event by: "in 2025" is of many things."""
    dateline = scene.reading.article.dateline
    return dateline is None or dateline.day - value.last < _OLD


def figures(number: int, value: Figure, scene: Scene, known: Iterable[Judged]) -> Iterator[Judged]:
    """The mentions of the fact's very figure, with its unit, beside those that are known already."""
    if not scene.is_particular(number):
        return
    taken = [row.bound.mention for row in known]
    for sentence in dict.fromkeys(scene.outline.sentence_of(h.first) for h in scene.hits(number, Use.VALUE)):
        told = scene.tells_of_event(number, sentence) or scene.speaks_of(number, sentence, least=1)
        if not told or (value.stated.unit and not _is_particular(value) and not scene.speaks_of(number, sentence, plain=False)):
            continue
        for mention in scene.reading.quantities(sentence):
            if _overlaps(mention, taken) or mention.form != "cardinal" or is_offset(scene, mention):
                continue
            if mention.value.comparator is not Comparator.EXACT:
                continue
            if mention.value.low != mention.value.high and value.stated.low == value.stated.high:
                continue
            status, _ = scene.status(mention.start, mention.end)
            stated = in_pounds(value, mention.value)
            same = stated.unit == value.stated.unit
            if same and compare_figure(value, stated) is Comparison.AGREES and not _counts_others(number, scene, mention):
                rule = "Q5 the fact’s very figure, in a sentence about its event"
                yield Judged(Bound(mention, None, strong=False, rules=(rule,), status=status), Comparison.AGREES)
            elif _is_particular(value) and _is_slip_of_the_unit(value, mention):
                rule = "Q6 the fact’s very number with another unit"
                yield Judged(Bound(mention, None, strong=True, rules=(rule,), status=status), Comparison.DIFFERS)


def _counts_others(number: int, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a bare count is of things that the fact does not speak of: "1,700 boats" is no count of homes."""
    behind = scene.outline.words.index(mention.end - 1) + 1
    noun = scene.outline.words.words[behind : behind + 1]
    thing = bool(noun) and noun[0].endswith("s") and len(noun[0]) > _SHORTEST and not is_person_noun(noun[0])
    return thing and not mention.value.unit and not scene.is_said_of(number, noun)


_SHORTEST = 3


def _is_slip_of_the_unit(value: Figure, mention: QuantityMention) -> bool:
    """Whether a figure has the fact's number with another unit of the same dimension: "118 cm" for 118 mm."""
    unit = value.stated.unit
    dimension = UNITS[unit].dimension if unit in UNITS else ""
    stated = mention.value
    if not dimension or stated.unit not in UNITS or UNITS[stated.unit].dimension != dimension:
        return False
    same = stated.low == value.stated.low or _is_scaled(stated.low, value.stated.low)
    return same and compare_figure(value, stated) is Comparison.DIFFERS


def _is_scaled(one: float, other: float) -> bool:
    """Whether two figures have the same digits and are a thousand, a million or a billion times one another."""
    ratio = max(one, other) / min(one, other) if min(one, other) > 0 else 0
    return any(abs(ratio / scale - 1) < _EVEN for scale in (1e3, 1e6, 1e9))


_EVEN = 1e-6


def _overlaps(mention: DateMention | QuantityMention, taken: Iterable[Mention]) -> bool:
    return any(m.start < mention.end and mention.start < m.end for m in taken)
