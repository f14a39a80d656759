"""A fact that is what somebody said, in the very words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factspec.binding.pattern import Hit, Pattern, Use, anchor_patterns
from factspec.binding.scene import Scene
from factspec.errors import SpecError
from factspec.fields import Node, text, texts
from factspec.kinds.judging import Judgement, literal, omitted
from factspec.kinds.kind import TEXT, TEXTS, Kind
from factspec.language.folding import words
from factspec.language.inflection import inflections
from factspec.language.naming import untitled
from factspec.language.persons import looks_like_person, surname_of
from factspec.language.quoting import quoted_words
from factspec.model import Fact, NameMention, QuotationMention, Quote, Span, Verdict

__all__ = ["KIND"]

MARKS = ("“”", '""', "‘’", "''", "«»", "„“", "„”")


def read(value: Node, others: Mapping[str, Node]) -> Quote:
    said = _bare(text(value))
    if not said:
        raise SpecError(value.problem("FS015", "no words stand between the quotation marks"))
    return Quote(said, texts(others["by"]) if "by" in others else ())


def _bare(said: str) -> str:
    """The words without marks around all of them."""
    around = said[:1] + said[-1:]
    inner = said[1:-1]
    return inner.strip() if len(said) > 1 and around in MARKS and not set(around) & set(inner) else said


def say(value: Quote) -> str:
    return f"“{value.words}”" + (f" ({', '.join(value.by)})" if value.by else "")


def patterns(fact: Fact) -> Iterator[Pattern]:
    """Runs of the quotation's words: three at a time, or each longer word of a short one."""
    quote = fact.value
    assert isinstance(quote, Quote)  # noqa: S101 - the kind's own reader made it
    found = words(quote.words).words
    if len(found) >= _LONG:
        runs = [" ".join(found[i : i + 3]) for i in range(len(found) - 2)]
    else:
        runs = [w for w in found if len(w) > 3] or found
    yield from (Pattern(run, Use.WORDS) for run in dict.fromkeys(runs))
    speakers = (form for name in quote.by for form in (name, untitled(name), _bare_surname(name)) if form)
    yield from (Pattern(name, Use.NAME, cased=True) for name in dict.fromkeys(speakers))
    yield from anchor_patterns(fact)


def _bare_surname(name: str) -> str:
    return surname_of(name) if looks_like_person(name) else ""


def judge(number: int, fact: Fact, scene: Scene) -> Judgement:
    """Look for the words in quotation marks, then for nearly the same words there, then for the words without marks."""
    quote = fact.value
    assert isinstance(quote, Quote)  # noqa: S101
    hits = scene.hits(number, Use.WORDS)
    if not hits:
        return omitted("none of its words occur together")
    wanted = [quoted_words(form) for form in (quote.words, *fact.also)]
    rows = [_compare(scene, q, wanted) for q in scene.reading.quotations if any(q.start <= h.start < q.end for h in hits)]
    for row in rows:
        if row.alike == 1 and (wrong := _other_speaker(number, quote, scene, row)):
            reason = f"gives the words to {wrong}, the spec to {' or '.join(quote.by)}"
            return Judgement(Verdict.CONTRADICTED, reason, wrong, (row.span,), (f"K4 {reason}",))
    best = max(rows, key=lambda r: r.alike, default=None)
    if best and best.alike == 1:
        return Judgement(Verdict.SUPPORTED, best.rule, literal(scene, best.span), (best.span,), (best.rule,))
    if best and best.alike >= (_TURNED if best.turned else _altered(wanted[0])):
        reason = f"quotes it with other words: {best.rule}"
        return Judgement(Verdict.CONTRADICTED, reason, literal(scene, best.span), (best.span,), (f"K2 {reason}",))
    return _weaker(number, quote, scene, wanted, hits, best)


_LONG = 5


@dataclass(frozen=True, slots=True)
class _Alike:
    """How alike (0 to 1) a quotation is to the wanted words, by which rule, and whether a "not" or the like came or went."""

    span: Span
    alike: float
    rule: str
    turned: bool = False


_SHORT = 3  # a quotation of fewer words is only changed where it is as long
_TURNED = 0.6
_PART = 0.4


def _altered(wanted: Sequence[str]) -> float:
    """From where on a quotation is the wanted one with changed words: half of a short one, three quarters of a long one."""
    return 0.5 if len(wanted) <= 4 else 0.72


def _compare(scene: Scene, quotation: QuotationMention, wanted: list[tuple[str, ...]]) -> _Alike:
    """The best comparison of a quotation with a form of the wanted words; rows of equal worth keep their order."""
    parts = [quoted_words(scene.text[part.start : part.end]) for part in quotation.parts]
    whole = tuple(word for part in parts for word in part)
    span = Span(quotation.start, quotation.end)
    return max(
        (_compare_one(span, said, form) for form in wanted for said in dict.fromkeys((whole, *parts))), key=lambda a: a.alike
    )


def _compare_one(span: Span, said: tuple[str, ...], form: tuple[str, ...]) -> _Alike:
    if _contains(said, form):
        return _Alike(span, 1.0, "K1 the same words in quotation marks")
    if len(said) < len(form) and _contains(form, said):
        if len(said) * 2 >= len(form) and len(said) >= 3 and not _leaves_out_turn(said, form):
            return _Alike(span, 1.0, "K1 most of the words in quotation marks")
        return _Alike(span, _PART if len(said) >= 3 else 0.0, f"quotes only “{' '.join(said)}” of it")
    if _is_slip_or_elision(said, form):
        return _Alike(span, 1.0, "K1 the same words in quotation marks, but for a slip or words left out")
    turned = len(_TURNING & set(form)) != len(_TURNING & set(said)) and len(form) >= _LONG
    share = 0.0 if len(form) < _SHORT and len(said) != len(form) else _share(said, form)
    return _Alike(span, share, _difference(said, form), turned)


def _leaves_out_turn(said: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return bool(_TURNING & (set(form) - set(said)))


def _is_slip_or_elision(said: Sequence[str], form: Sequence[str]) -> bool:
    """Whether a quotation has the wanted words but for another ending of a long word, or a run of plain words left out."""
    left_out = 0
    for tag, a, b, c, d in SequenceMatcher(None, form, said, autojunk=False).get_opcodes():
        if tag == "insert" and a in (0, len(form)):
            continue
        if tag == "delete" and not _TURNING & set(form[a:b]):
            left_out += b - a
        elif tag == "replace" and b - a == d - c and all(_same_word(x, y) for x, y in zip(form[a:b], said[c:d], strict=True)):
            continue
        elif tag != "equal":
            return False
    return left_out * 3 <= len(form) and len(form) >= _LONG


_TURNING = frozenset(["not", "no", "never", "nor", "none", "nothing", "without", "hardly", "only", "if", "but", "t"])


def _same_word(one: str, other: str) -> bool:
    return len(one) >= 5 and other in inflections(one)


def _contains(whole: Sequence[str], run: Sequence[str]) -> bool:
    return f" {' '.join(run)} " in f" {' '.join(whole)} "


def _share(said: Sequence[str], form: Sequence[str]) -> float:
    """The share of the wanted words that the best-fitting stretch of a quotation has in the same order; never quite 1."""
    matcher = SequenceMatcher(None, said, form, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return 0.0
    stretch = blocks[-1].a + blocks[-1].size - blocks[0].a
    return min(sum(b.size for b in blocks) / max(len(form), stretch), 0.99)


def _difference(said: Sequence[str], form: Sequence[str]) -> str:
    changes = []
    for tag, a, b, c, d in SequenceMatcher(None, form, said, autojunk=False).get_opcodes():
        if tag != "equal" and not (tag == "insert" and (a in (0, len(form)))):
            changes.append(f"“{' '.join(said[c:d])}” for “{' '.join(form[a:b])}”")
    return ", ".join(changes[:3])


def _other_speaker(number: int, quote: Quote, scene: Scene, row: _Alike) -> str:
    """The person that the words are given to, where none of the right speakers occurs in the paragraph."""
    if not any(map(looks_like_person, quote.by)):
        return ""
    outline = scene.outline
    sentence = outline.sentence_at(row.span.start)
    paragraph = outline.paragraph(sentence)
    speaker = next((q.speaker for q in scene.reading.quotations if q.start == row.span.start), None)
    right = [h for h in scene.hits(number, Use.NAME) if paragraph.start <= h.start < paragraph.end]
    if speaker is None or any(speaker.start - 3 <= h.start < speaker.end + 60 for h in right):
        return ""
    named = [n for n in scene.reading.names(outline.sentence_at(speaker.start)) if speaker.start <= n.start < speaker.end + 3]
    if right and not named:
        return ""
    if not named and scene.text[speaker.start : speaker.end].lower() in ("he", "she"):
        named = _named_before(scene, paragraph.start, row.span.start)[-1:]
    return named[0].name if named and looks_like_person(named[0].name) else ""


def _named_before(scene: Scene, start: int, end: int) -> list[NameMention]:
    """The persons that a paragraph names in full before a quotation: "she said" is the last of them."""
    sentences = dict.fromkeys(scene.outline.sentence_of(w) for w in range(*map(scene.outline.words.index, (start, end))))
    return [n for s in sentences for n in scene.reading.names(s) if n.end <= end and " " in n.name and looks_like_person(n.name)]


def _weaker(
    number: int, quote: Quote, scene: Scene, wanted: list[tuple[str, ...]], hits: list[Hit], best: _Alike | None
) -> Judgement:
    """The words without marks, a part of them in marks, or their sense without marks."""
    sentences = [scene.outline.sentence(n) for n in dict.fromkeys(scene.outline.sentence_of(h.first) for h in hits)]
    for span in sentences:
        if any(_contains(quoted_words(scene.text[span.start : span.end]), form) for form in wanted):
            here = [h for h in hits if span.start <= h.start < span.end]
            narrow = Span(min(h.start for h in here), max(h.end for h in here))
            return _vague(scene, narrow, "K3", "has the words, but not in quotation marks")
    if best and best.alike == _PART and not _other_speaker(number, quote, scene, best):
        return _vague(scene, best.span, "K5", best.rule)
    for span in sentences:
        if not _is_quoted(scene, span) and any(_has_sense(scene.text[span.start : span.end], form) for form in wanted):
            return _vague(scene, span, "K6", "says it in other words, without quotation marks")
    near = f"; the nearest quotation is “{literal(scene, best.span)}”" if best and best.alike > 0.3 else ""
    return omitted(f"no quotation has its words{near}")


def _vague(scene: Scene, span: Span, rule: str, reason: str) -> Judgement:
    return Judgement(Verdict.VAGUE, reason, literal(scene, span), (span,), (f"{rule} {reason}",))


def _is_quoted(scene: Scene, span: Span) -> bool:
    """Whether a quotation of more than two words stands in a sentence."""
    inside = (q for q in scene.reading.quotations if q.start < span.end and span.start < q.end)
    return any(len(words(scene.text[q.start : q.end]).words) > 2 for q in inside)


_FEW = 4


def _has_sense(sentence: str, form: Sequence[str]) -> bool:
    """Whether a sentence has three in four of the longer words of a quotation, in any form, four or more of them."""
    long = {w for w in form if len(w) > 3 or w in _TURNING}
    said = set(quoted_words(sentence))
    found = sum(not said.isdisjoint(inflections(w)) for w in long)
    return len(long) >= _FEW and found * 4 >= len(long) * 3


KIND = Kind(
    name="quote",
    summary="what somebody said, word for word",
    read=read,
    say=say,
    keys=("by",),
    patterns=patterns,
    judge=judge,
    family="quote",
    schema={
        "value": {"description": "The words, without quotation marks around them.", **TEXT},
        "by": {"description": "Who said it; each name is right.", **TEXTS},
    },
)
