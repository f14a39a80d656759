"""What the kinds have in common: a judgement, and how bound mentions add up to one.

A mention that differs accuses only where it is bound strongly and asserted; one that agrees supports wherever it is bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from factspec.binding.frame import in_lead, in_opening
from factspec.binding.pattern import Hit, Use
from factspec.binding.scene import Scene
from factspec.language.lexicon import listed
from factspec.language.outline import Outline
from factspec.model import Bound, Comparison, DateMention, Mention, NameMention, QuantityMention, Span, Status, Verdict

__all__ = ["Judged", "Judgement", "add_up", "in_lead", "literal", "literal_rows", "omitted", "weakened"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason, what was found (as written), the spans it rests on and the steps that led to it."""

    verdict: Verdict
    reason: str
    found: str = ""
    spans: tuple[Span, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A bound mention, compared. `meaning` is what it was read as."""

    bound: Bound
    comparison: Comparison
    meaning: str = ""


def omitted(reason: str, steps: Sequence[str] = ()) -> Judgement:
    return Judgement(Verdict.OMITTED, reason, steps=tuple(steps))


def literal(scene: Scene, span: Span | Hit | Mention) -> str:
    """A span of the article as written, on one line."""
    return " ".join(scene.text[span.start : span.end].split())


def add_up(scene: Scene, expected: str, judged: Iterable[Judged]) -> Judgement:
    """The verdict over all mentions of a fact: an accusation first, then support, then a weaker statement, else omission."""
    rows = _with_context(scene, list(judged))
    steps = tuple(_step(scene, row) for row in rows)
    for verdict, wanted, reason in _ORDER:
        chosen = [r for r in rows if wanted(r)]
        if chosen:
            best = sorted(chosen, key=lambda r: not r.bound.strong)
            spans = tuple(Span(r.bound.mention.start, r.bound.mention.end) for r in best)
            found = literal(scene, best[0].bound.mention)
            return Judgement(verdict, reason(best[0], found, expected), found, spans, steps)
    return omitted("nothing in the article states it" if not rows else "no figure or date here is bound to the fact", steps)


def _with_context(scene: Scene, rows: list[Judged]) -> list[Judged]:
    """Where the article firmly states the right value, what differs accuses only in the lead, or beside the same words again."""
    beside = [r for r in rows if _supports(r) and not r.bound.strong]
    rows = [_beside_the_right_one(scene, r, beside) if _accuses(r) else r for r in rows] if beside else rows
    right = [r for r in rows if (r.bound.strong or in_lead(scene, r.bound.mention)) and (_supports(r) or _hints(r))]
    right += [r for r in rows if r not in right and _supports(r) and r.bound.rules[0].startswith(_UNANCHORED)]
    if not right:
        return rows
    return [_excused(scene, r, right) if _accuses(r) and not _is_listed(r) else r for r in rows]


def _is_listed(row: Judged) -> bool:
    """Whether a row is words that the spec lists itself, under `not`: they accuse wherever they stand."""
    return row.bound.rules[0].startswith("N0")


def _beside_the_right_one(scene: Scene, row: Judged, others: list[Judged]) -> Judged:
    """Two figures of one sentence, the right one among them: "cost 9 million, more than the damage of 6 million"."""
    if (
        isinstance(row.bound.mention, DateMention)
        or _is_listed(row)
        or not any(_in_one_sentence(scene, row, other) for other in others)
    ):
        return row
    return weakened(row, "X13 the right value stands in the same sentence")


_UNANCHORED = ("D16",)  # the fact's very day, which no anchor vouches for


def _excused(scene: Scene, row: Judged, right: list[Judged]) -> Judged:
    if _is_score(row):
        return weakened(row, "X6 another score: the right one stands elsewhere")
    if _has_its_own(row, right):
        return weakened(row, "X13 the anchor has a mention that agrees")
    if isinstance(row.bound.mention, DateMention):
        return _excused_date(scene, row, right)
    part = any(_is_part(row, r) for r in right)
    if part and (_names_a_part(scene, row.bound.mention) or any(_in_one_sentence(scene, row, r) for r in right)):
        return weakened(row, "X7 a part of the whole that stands elsewhere")
    if in_lead(scene, row.bound.mention):
        return row
    if part:
        return weakened(row, "X7 a part of the whole that stands elsewhere")
    if any(_same_anchor(scene, row.bound, r.bound) and _words_in_common(scene, row.bound, r.bound) >= _SAME_STORY for r in right):
        return row
    return weakened(row, "X6 the right value stands elsewhere, and this sentence tells of something else")


def _excused_date(scene: Scene, row: Judged, right: list[Judged]) -> Judged:
    """A date that differs accuses in the first two paragraphs, or where its clause tells the same with the same word."""
    alike = [r for r in right if _same_anchor(scene, row.bound, r.bound)]
    same = any(_words_in_common(scene, row.bound, r.bound) >= _SAME_STORY for r in alike)
    if same or in_opening(scene, row.bound.mention):
        return row
    return weakened(row, "X6 the right value stands elsewhere, and this sentence tells of something else")


def weakened(row: Judged, rule: str) -> Judged:
    return replace(row, bound=replace(row.bound, strong=False, rules=(*row.bound.rules, rule)))


def _names_a_part(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence sets out with a part: "In the village of Tarn", "Of them", "Among the dead"."""
    first, last = scene.outline.word_range(scene.outline.sentence_at(mention.start))
    return scene.outline.words.words[first : min(first + 1, last)][0] in ("in", "at", "near", "of", "among", "there")


def _in_one_sentence(scene: Scene, row: Judged, other: Judged) -> bool:
    return scene.outline.sentence_at(row.bound.mention.start) == scene.outline.sentence_at(other.bound.mention.start)


def _has_its_own(row: Judged, right: list[Judged]) -> bool:
    """Whether the very anchor has a mention that agrees; a date must be bound to it firmly."""
    agreeing = [r for r in right if r.bound.anchor == row.bound.anchor and r.comparison is Comparison.AGREES]
    return any(r.bound.strong or not isinstance(r.bound.mention, DateMention) for r in agreeing)


def _is_score(row: Judged) -> bool:
    return isinstance(row.bound.mention, QuantityMention) and row.bound.mention.form == "score"


def _is_part(row: Judged, right: Judged) -> bool:
    """Whether a count is smaller than one that agrees or nearly does: six children of 24 dead."""
    part, whole = row.bound.mention, right.bound.mention
    if not (isinstance(part, QuantityMention) and isinstance(whole, QuantityMention)) or part.value.unit or part.form == "zero":
        return False
    return 0 < part.value.high < whole.value.low


_SAME_STORY = 3


def _same_anchor(scene: Scene, one: Bound, other: Bound) -> bool:
    """Whether two mentions hang on the same word: "struck" and "strike" do, by their first letters."""
    if not (one.anchor and other.anchor):
        return False
    return literal(scene, one.anchor)[:4].lower() == literal(scene, other.anchor)[:4].lower()


def _words_in_common(scene: Scene, one: Bound, other: Bound) -> int:
    """How many longer words the clauses of two mentions share."""
    outline = scene.outline
    first, second = (_clause_words(outline, b) for b in (one, other))
    return len(first & second)


def _clause_words(outline: Outline, bound: Bound) -> set[str]:
    return {outline.words.words[i] for i in outline.clause_words(outline.words.index(bound.mention.start))} - _COMMON


_COMMON = listed(
    """the a an of in on at to for from by with and or but as that which who was were is are be been being had has have his her
    its their he she it they them this there not said says told also after before when while into over more than about some"""
)


def _accuses(row: Judged) -> bool:
    return row.bound.strong and row.bound.status is Status.ASSERTED and row.comparison is Comparison.DIFFERS


def _denies(row: Judged) -> bool:
    return row.bound.strong and row.bound.status is Status.DENIED and row.comparison is Comparison.AGREES


def _supports(row: Judged) -> bool:
    return row.bound.status is Status.ASSERTED and row.comparison is Comparison.AGREES


def _hints(row: Judged) -> bool:
    if row.bound.status is Status.SAID:
        return row.comparison is not Comparison.DIFFERS
    return row.bound.near and row.bound.status in (Status.ASSERTED, Status.HYPOTHETICAL) and row.comparison is Comparison.WEAKER


def _weaker(row: Judged, found: str, expected: str) -> str:
    if row.bound.status is Status.SAID:
        return f"states “{found}”{_as(row)} only as the date of a statement, where the spec has {expected}"
    return f"states only “{found}”{_as(row)}, weaker than {expected}"


_ORDER: tuple[tuple[Verdict, Callable[[Judged], bool], Callable[[Judged, str, str], str]], ...] = (
    (Verdict.CONTRADICTED, _accuses, lambda r, found, expected: f"states “{found}”{_as(r)} where the spec has {expected}"),
    (Verdict.CONTRADICTED, _denies, lambda r, found, expected: f"denies “{found}”, which the spec has as {expected}"),
    (Verdict.SUPPORTED, _supports, lambda r, found, expected: f"states “{found}”{_as(r)}"),
    (Verdict.VAGUE, _hints, _weaker),
)


def _as(row: Judged) -> str:
    return f" ({row.meaning})" if row.meaning else ""


def _step(scene: Scene, row: Judged) -> str:
    bound = row.bound
    anchor = f" by “{literal(scene, bound.anchor)}”" if bound.anchor else ""
    force = "strongly" if bound.strong else "weakly"
    return (
        f"“{literal(scene, bound.mention)}”{_as(row)} is bound {force}{anchor}: {'; '.join(bound.rules)}; "
        f"it is {bound.status} and {row.comparison}"
    )


def literal_rows(number: int, scene: Scene) -> list[Judged]:
    """What `also` and `not` list, for kinds whose value is no name: each agrees or differs as it stands."""
    return [_literal_row(hit) for hit in scene.hits(number, Use.NAME, Use.WRONG)]


def _literal_row(hit: Hit) -> Judged:
    mention = NameMention(hit.start, hit.end, hit.pattern.form)
    comparison = Comparison.AGREES if hit.pattern.use is Use.NAME else Comparison.DIFFERS
    return Judged(Bound(mention, None, strong=True, rules=(f"N0 “{hit.pattern.form}” of the spec",)), comparison)
