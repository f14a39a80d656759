"""Figures as a spec writes them, for the kinds that hold one: the figure, its tolerance, and how it is said.

What is read: what `recognisers.quantities` reads ("at least 24", "20-25", "13.9 billion USD"), and a mapping of `value` and
`tolerance`. What is not: whether a unit is needed, which the kinds say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from factspec.binding.enumerations import sums
from factspec.binding.figures import bind_figures, is_offset
from factspec.binding.frame import in_lead, names_another_event
from factspec.binding.pattern import Hit, Pattern, Use, literal_patterns
from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Faults, Node, missing_keys, shortened, text, unknown_keys
from factspec.kinds.comparing import compare_figure, in_pounds, in_unit
from factspec.kinds.judging import Judged, literal_rows, weakened
from factspec.kinds.kind import Schema
from factspec.kinds.unanchored import figure_patterns, figures
from factspec.language.lexicon import listed
from factspec.language.numerals import numeral
from factspec.language.persons import looks_like_person
from factspec.language.units import UNITS, convert
from factspec.model import Bound, Comparator, Comparison, Fact, Figure, NameMention, Quantity, QuantityMention, Span
from factspec.recognisers.quantities import find_quantities, parse_quantity

__all__ = ["PRECISION", "PRECISIONS", "TOLERANT", "compared", "figure", "number", "patterns", "quantity", "say_figure"]

LONGEST = 100
PRECISIONS = ("exact", "rounded")
WORDS = {
    Comparator.EXACT: "",
    Comparator.MORE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS: "less than ",
    Comparator.AT_MOST: "at most ",
    Comparator.ABOUT: "about ",
}
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))

PRECISION: Schema = {
    "description": "Whether an article may round the figure: with `rounded`, “some 1,200” agrees with 1,193.",
    "enum": list(PRECISIONS),
}
TOLERANT: Schema = {
    "properties": {
        "value": {"description": "The figure, as it would be written without a tolerance."},
        "tolerance": {
            "description": "How far a figure may lie beside it: a number in the value's unit, or a share of the value (5%).",
            "type": ["string", "number"],
            "pattern": r"\S",
            "minimum": 0,
        },
    },
    "required": ["value", "tolerance"],
    "additionalProperties": False,
}
"""What a mapping with a tolerance holds, as a part of a JSON Schema."""


def quantity(node: Node) -> Quantity | None:
    """The figure that a scalar states; None where it states none, or a rank ("5th")."""
    stated = text(node)
    if len(stated) > LONGEST:
        return None
    if stated.isascii() and stated.isdigit():  # most counts, and the grammar takes its time
        return Quantity(float(stated), float(stated))
    found = parse_quantity(stated)
    if found is None or found.unit == "ord" or not math.isfinite(found.low + found.high):
        return None
    return found


def figure(node: Node, stated: Callable[[Node], Quantity]) -> Figure:
    """A figure, with its tolerance where the node is a mapping; `stated` reads the figure alone."""
    if not isinstance(node.content, dict):
        return Figure(stated(node))
    faults = Faults(
        [
            *unknown_keys(node, ("value", "tolerance")),
            *missing_keys(node, {"value": "the figure", "tolerance": "write tolerance: 5%"}),
        ]
    )
    value = faults.take(stated, node.content.get("value"), None)
    beside = node.content.get("tolerance")
    tolerance = faults.take(lambda beside: _tolerance(beside, value), beside, 0.0) if value else 0.0
    faults.settle()
    return Figure(value or Quantity(0, 0), tolerance)


def _tolerance(node: Node, value: Quantity) -> float:
    """A share of the value, a figure in the value's unit, or one in a unit that converts to it."""
    beside = quantity(node)
    if beside is None or beside.low != beside.high or beside.comparator is not Comparator.EXACT or beside.low < 0:
        raise SpecError(node.problem("FS038", f"expected a number or a share, found {shortened(text(node))!r}", "write 5 or 5%"))
    if beside.unit == "%":
        return max(abs(value.low), abs(value.high)) * beside.low / 100
    width = beside.low if beside.unit in {"", value.unit} else convert(beside.low, beside.unit, value.unit)
    if width is None:
        raise SpecError(node.problem("FS038", f"{beside.unit} is no measure of {number(value.low)} {value.unit}".rstrip()))
    return width


def say_figure(figure: Figure) -> str:
    """A figure as an editor reads it: "at least 24", "20–25", "13.9 billion USD", "60 ± 3"."""
    stated = figure.stated
    span = number(stated.low) if stated.low == stated.high else f"{number(stated.low)}–{number(stated.high)}"
    beside = f" ± {number(figure.tolerance)}" if figure.tolerance else ""
    return f"{WORDS[stated.comparator]}{span}{beside} {stated.unit}".rstrip()


def number(value: float) -> str:
    """A number as news write it: 24, 1,200, 6.1, 13.9 billion."""
    for size, word in SCALES:
        short = f"{value / size:.6g}"
        if abs(value) >= size and float(short) * size == value:
            return f"{short}{word}"
    return f"{value:,.12g}"


def compared(number_: int, fact: Fact, scene: Scene, value: Figure, label: str = "") -> list[Judged]:
    """Every figure bound to a fact that measures the same kind of thing, compared with its value.

    What `also` and `not` list as words of the article agrees and differs as it stands.
    """
    rounded = fact.precision == "rounded"
    rows = literal_rows(number_, scene)
    rows += _scores(fact, value, scene) if is_score(fact, value) else _implied(number_, scene, value)
    rows += _summed(number_, scene, value)
    for bound in bind_figures(
        number_, fact, scene, lambda mention: fits(fact, value, mention) and not is_offset(scene, mention), label
    ):
        mention = bound.mention
        assert isinstance(mention, QuantityMention)  # noqa: S101 the binder of figures binds nothing else
        comparison = compare_figure(value, _of_rate(fact, value, bare(value, mention)), mention.form, rounded=rounded)
        if comparison is Comparison.WEAKER and _falls_short(scene, value, mention):
            comparison = Comparison.DIFFERS
        if mention.form == "ordinal" and _is_lower_rank(fact, value, mention):
            continue
        if comparison is not None and not _overlaps(rows, mention):
            rows.append(_weigh(number_, fact, scene, Judged(bound, comparison, say_figure(Figure(mention.value)))))
    return rows if label else [*rows, *figures(number_, value, scene, rows)]


def _falls_short(scene: Scene, value: Figure, mention: QuantityMention) -> bool:
    """Whether a fact lies far below "nearly" or "almost" a figure, which only come close to it from below."""
    opening = scene.text[mention.start : mention.end].split(None, 1)[0].lower()
    stated = in_unit(bare(value, mention), value.stated.unit)
    return opening in ("nearly", "almost") and stated is not None and value.stated.high < _CLOSE * stated.low


_CLOSE = 0.75


def patterns(fact: Fact) -> Iterator[Pattern]:
    """The anchors, what `also` and `not` list, and a particular figure itself."""
    yield from literal_patterns(fact)
    if isinstance(fact.value, Figure):
        yield from figure_patterns(fact.value, fact.statement)


def _scores(fact: Fact, value: Figure, scene: Scene) -> list[Judged]:
    """The very score, wherever it stands: so particular a figure needs no anchor; "nine wins and 14 losses" is one too."""
    wanted = (value.stated.low, value.stated.high)
    rows = []
    for sentence in scene.outline.every_sentence():
        figures = scene.reading.quantities(sentence)
        whole = [q for q in figures if q.form == "score" and (q.value.low, q.value.high) == wanted]
        pairs = [b for a, b in pairwise(figures) if (a.value.low, b.value.low) == wanted and _wins_and_losses(scene, a, b)]
        for mention in whole + pairs:
            status = scene.status(mention.start, mention.end)[0]
            bound = Bound(mention, None, strong=True, rules=("C10 the score itself",), status=status)
            rows.append(Judged(bound, Comparison.AGREES))
    return rows


def _wins_and_losses(scene: Scene, one: QuantityMention, other: QuantityMention) -> bool:
    after = scene.text[other.end : other.end + 12].split()
    between = scene.text[one.end : other.start].split()
    return between[:1] in (["wins"], ["victories"]) and bool(after) and after[0][:4] in ("loss", "defe")


def _implied(number_: int, scene: Scene, value: Figure) -> list[Judged]:
    """Figures that no number states: "found no rifles", "never married", and in the lead "killed a child"."""
    if value.stated.low == 0 or value.stated.unit:
        return []
    rows = []
    for hit in scene.hits(number_, Use.COUNTED):
        if vague := _quantifier(scene, hit):
            mention = QuantityMention(vague.start, vague.end, Quantity(3, 3), "quantifier", "vague")
            rule = "C14 a quantifier without a number"
            rows.append(Judged(Bound(mention, Span(hit.start, hit.end), False, (rule,), near=True), Comparison.WEAKER))
        if _is_one_person(scene, hit) and value.stated.low > 1:
            mention = QuantityMention(hit.start, scene.outline.words.ends[hit.last + 1], Quantity(1, 1), "one", "cardinal")
            bound = Bound(mention, Span(hit.start, hit.end), strong=in_lead(scene, mention), rules=("C11 one person",))
            rows.append(Judged(bound, Comparison.DIFFERS, "1"))
        if hit.first and scene.outline.words.words[hit.first - 1] == "single" and value.stated.low > 1:
            mention = QuantityMention(scene.outline.words.starts[hit.first - 1], hit.end, Quantity(1, 1), "one", "cardinal")
            bound = Bound(mention, Span(hit.start, hit.end), strong=True, rules=("C11 a single one",))
            rows.append(Judged(bound, Comparison.DIFFERS, "1"))
        if hit.first and scene.outline.words.words[hit.first - 1] in ("no", "never"):
            mention = QuantityMention(scene.outline.words.starts[hit.first - 1], hit.end, Quantity(0, 0), "none", "zero")
            bound = Bound(mention, Span(hit.start, hit.end), strong=True, rules=("C9 none of what is counted",))
            rows.append(Judged(bound, Comparison.DIFFERS, "0"))
    return rows


def _summed(number_: int, scene: Scene, value: Figure) -> list[Judged]:
    """Counts that are listed item by item; below the lead such a list may be a part, so there it only supports."""
    if value.stated.unit or value.stated.low != value.stated.high:
        return []
    rows = []
    for mention, anchor in sums(scene, scene.hits(number_, Use.COUNTED)):
        comparison = compare_figure(value, mention.value)
        if comparison is Comparison.AGREES or in_lead(scene, mention):
            bound = Bound(mention, Span(anchor.start, anchor.end), strong=True, rules=("C12 the sum of what is listed",))
            rows.append(Judged(bound, comparison or Comparison.DIFFERS, number(mention.value.low)))
    return rows


def _quantifier(scene: Scene, hit: Hit) -> Span | None:
    """ "a number of residents", "a string of cables", "numerous local residents": up to three words before what is counted."""
    found = scene.outline.words
    for word in range(max(hit.first - 3, 0), hit.first):
        here = found.words[word]
        grouped = here in _GROUPS and found.words[word + 1] == "of" and found.words[word - 1 : word] in (["a"], ["an"], ["the"])
        if (grouped or here in _MANY) and scene.outline.sentence_of(word) == scene.outline.sentence_of(hit.first):
            return Span(found.starts[word], hit.end)
    return None


_GROUPS = listed("number string series group handful range succession spate batch host crowd raft cluster")
_MANY = listed("numerous multiple various serial countless many several")


def _is_one_person(scene: Scene, hit: Hit) -> bool:
    """ "killed a child": an article and one person straight behind the anchor."""
    found = scene.outline.words.words[hit.last : hit.last + 2]
    return len(found) == 2 and found[0] in ("a", "an") and found[1] in _ONE_PERSON and not scene.outline.gap(hit.last).strip()


_ONE_PERSON = listed("man woman child boy girl person soldier policeman civilian baby teenager student worker driver passenger")


def _of_rate(fact: Fact, value: Figure, stated: Quantity) -> Quantity:
    """A rate of money as plain money, where the fact has no rate but its statement speaks of one: "$54 billion a year"."""
    base, _, per = stated.unit.partition("/")
    if per and per not in _TIME_RATES:
        return stated
    if not per or "/" in value.stated.unit or base != value.stated.unit:
        return stated
    if not fact.statement or _RATE.search(fact.statement):
        return replace(stated, unit=base)
    return Quantity(0, 0, unit=base)


_TIME_RATES = frozenset(("year", "month", "week", "day", "hour"))
_RATE = re.compile(
    r"\b(?:a|an|per|each|every)\s+(?:year|month|week|day|hour|share|barrel|tonne|ton)\b|annual|yearly|monthly|weekly|daily"
)


def _weigh(number_: int, fact: Fact, scene: Scene, row: Judged) -> Judged:
    """Take the accusation from a figure that another fact or another name explains better."""
    mention = row.bound.mention
    assert isinstance(mention, QuantityMention)  # noqa: S101
    if row.comparison is not Comparison.DIFFERS or not row.bound.strong:
        return row
    if _is_of_a_rival(number_, scene, mention):
        return weakened(row, "X10 the value of another fact")
    if _is_whole_of(scene, fact, mention):
        return weakened(row, "X33 the whole of which the article counts the fact’s figure as a part")
    if _is_too_far(row, fact, in_lead(scene, mention)):
        return weakened(row, "X31 too far from the fact’s figure for a slip: something else")
    if not in_lead(scene, mention) and scene.names_another(number_, scene.outline.sentence_at(mention.start)):
        return weakened(row, "X14 below the lead, beside other names than the fact’s")
    word = scene.outline.words.index(mention.start)
    if not in_lead(scene, mention) and names_another_event(scene, word):
        return weakened(row, "X2 below the lead, of another event")
    if not in_lead(scene, mention) and _is_forecast(fact, scene, mention):
        return weakened(row, "X27 a forecast, where the fact is none")
    if not in_lead(scene, mention) and scene.is_of_stranger(number_, scene.outline.sentence_at(mention.start), mention.start):
        return weakened(row, "X14 below the lead, of somebody whom the spec does not know")
    if not in_lead(scene, mention) and scene.is_of_news(number_, scene.outline.sentence_at(mention.start)):
        return weakened(row, "X22 below the lead, of something that is brought in as new")
    if not in_lead(scene, mention) and _is_elsewhere(number_, scene, mention):
        return weakened(row, "X14 below the lead, at another place than the event’s")
    return row


def _is_forecast(fact: Fact, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a figure is the subject of what is still to come ("95 per cent of trains will run"), where the fact's statement looks back."""
    cues = scene.reading.cues(scene.outline.sentence_at(mention.start))
    last = scene.outline.words.index(mention.end - 1)
    starts = (scene.outline.words.index(c.start) for c in cues if c.kind == "forecast")
    verbs = scene.outline.verbs(scene.outline.sentence_at(mention.start))
    ahead = any(0 < at - last <= _SUBJECT and not any(last < v < at for v in verbs) for at in starts)
    return ahead and bool(fact.statement) and _AHEAD.isdisjoint(fact.statement.lower().split())


_SUBJECT = 5  # words from a figure to its verb
_AHEAD = frozenset(("will", "would", "expected", "expects", "planned", "plans", "to", "is", "are", "has", "have"))


def _is_elsewhere(number_: int, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a sentence leads to a place and has no word of the event: "In neighbouring Lampa province 27 houses were lost"."""
    outline = scene.outline
    sentence = outline.sentence_at(mention.start)
    if scene.names_event(number_, sentence):
        return False
    names = (n for n in scene.reading.names(sentence) if not looks_like_person(n.name))
    return any(not _LEADING.isdisjoint(_two_before(scene, n)) for n in names)


def _two_before(scene: Scene, name: NameMention) -> Sequence[str]:
    word = scene.outline.words.index(name.start)
    return scene.outline.words.words[max(word - 2, 0) : word]


_LEADING = frozenset(("in", "at", "near"))


def _is_whole_of(scene: Scene, fact: Fact, mention: QuantityMention) -> bool:
    """Whether the article says somewhere that the fact's figure is so many out of this one: "three out of four lines"."""
    if not isinstance(fact.value, Figure) or mention.value.unit:
        return False
    wanted = (fact.value.stated.low, mention.value.low)
    return any(wanted == (numeral(part), numeral(whole)) for part, whole in _OUT_OF.findall(scene.text.lower()))


_OUT_OF = re.compile(r"\b(\w+) (?:out of|of the|of its|of their) (\w+)\b")


def _is_too_far(row: Judged, fact: Fact, lead: bool) -> bool:
    """Whether a figure is of another order than the fact's and begins with other digits: "four" for 1,140, not 140."""
    mention, value = row.bound.mention, fact.value
    if not isinstance(mention, QuantityMention) or not isinstance(value, Figure) or mention.form == "zero":
        return False
    stated = in_unit(bare(value, mention), value.stated.unit)
    if stated is None or mention.form == "score" or min(stated.low, stated.high, value.stated.low) <= 0:
        return False
    ratio = max(stated.low / value.stated.high, value.stated.low / stated.high)
    return ratio > (_ANOTHER_ORDER * 10 if lead else _ANOTHER_ORDER) and _digits(stated.low)[:2] != _digits(value.stated.low)[:2]


_ANOTHER_ORDER = 10


def _digits(value: float) -> str:
    """The significant digits of a figure: "114" for 1,140."""
    return f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0")


def _is_of_a_rival(number_: int, scene: Scene, mention: QuantityMention) -> bool:
    """Whether a figure is just what another fact of the spec has."""
    values = [fact.value for fact in scene.rival_facts(number_) if isinstance(fact.value, Figure)]
    plain = [v for v in values if v.stated.low > 1 and v.stated.comparator in (Comparator.EXACT, Comparator.ABOUT)]
    return any(compare_figure(v, bare(v, mention), mention.form) is Comparison.AGREES for v in plain)


def _is_lower_rank(fact: Fact, value: Figure, mention: QuantityMention) -> bool:
    """Whether a rank is one on the way to a count: "her first marriage" of three; the fifth of five is the fact's own."""
    return not _has_rank(fact.statement) and mention.value.low < value.stated.low


@lru_cache(maxsize=4096)
def _has_rank(wording: str) -> bool:
    return any(quantity.form == "ordinal" for quantity in find_quantities(wording))


def _overlaps(rows: list[Judged], mention: QuantityMention) -> bool:
    return any(r.bound.mention.start < mention.end and mention.start < r.bound.mention.end for r in rows)


def bare(value: Figure, mention: QuantityMention) -> Quantity:
    """A figure without the unit that only its form gives it: an age is a bare count of years, "fifth" a bare five."""
    if mention.value.unit and (stated := in_pounds(value, mention.value)) is not mention.value:
        return stated
    if mention.form == "fraction" and value.stated.unit == "%":
        return replace(mention.value, low=100 * mention.value.low, high=100 * mention.value.high, unit="%")
    if value.stated.unit or mention.form not in ("age", "ordinal", "times"):
        return mention.value
    return replace(mention.value, unit="")


def fits(fact: Fact, value: Figure, mention: QuantityMention) -> bool:
    """Whether a figure can be of the fact's kind at all: the same dimension, a score for a score, a rank for a rank."""
    if mention.form == "ordinal":
        return any(map(_has_rank, (*fact.also, fact.statement)))
    if is_score(fact, value):
        return mention.form == "score"
    if mention.form == "score":
        return False
    if mention.form == "age" and (value.stated.unit or not _is_age(fact)):
        return False
    stated = _of_rate(fact, value, bare(value, mention))
    return stated.unit == value.stated.unit or convert(1.0, stated.unit, value.stated.unit) is not None


def _is_age(fact: Fact) -> bool:
    """Whether a fact counts years of age, by its words."""
    return not _AGES.isdisjoint(" ".join((*fact.of, *fact.about, *fact.also, fact.statement)).lower().replace("-", " ").split())


_AGES = frozenset(("age", "aged", "old", "older", "oldest", "young", "younger", "youngest", "birthday", "turned", "turns"))


def is_score(fact: Fact, value: Figure) -> bool:
    """Whether the value is a record or result ("9-14") rather than a range ("20-25"): by the words that it counts."""
    return value.stated.low != value.stated.high and any(
        w in _SCORE_WORDS for form in (*fact.of, *fact.about) for w in form.lower().split()
    )


_SCORE_WORDS = listed(
    "record start win wins won loss losses lost score scored beat game games match matches season set sets tie draw"
)
