"""What to write in a spec if a verdict is wrong: lines of YAML, each tried on the article before it is proposed.

What is read: the finding, the mentions that did not count, and the words around them. What is not: whether the verdict is
wrong; that is for the person to say, and each piece of advice begins with what they would have to mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from factspec.account.mentions import Other, mentions_of
from factspec.account.writing import flow, forms, line, scalar, with_also, without_also
from factspec.article import Article
from factspec.binding.reading import Reading
from factspec.engine import compile_plan, examine
from factspec.kinds import KINDS
from factspec.kinds.figure import say_figure
from factspec.language.folding import words
from factspec.language.lexicon import MONTHS, WEEKDAYS
from factspec.language.numerals import numeral
from factspec.model import (
    Comparison,
    DateMention,
    DateRange,
    Fact,
    FactValue,
    Figure,
    Finding,
    Qualifier,
    QuantityMention,
    Quote,
    Spec,
    Standing,
    Verdict,
)

__all__ = ["Advice", "advice"]

MARKS = frozenset("\"'“”‘’„«»")
LONGEST_WORD = 40
LONGEST_EXAMPLE = 400
MOST_TRIES = 24  # changed specs that are tried on an article for one finding
MOST_OF_A_CASE = 2  # lines proposed for one and the same case


@dataclass(frozen=True, slots=True)
class Advice:
    """A line to write under the fact: for the case `when`, with the verdict that the article then gets.

    `verdict` is None for an example, which changes nothing and fails until something else does.
    """

    when: str
    line: str
    verdict: Verdict | None
    qualifier: Qualifier | None = None


class _Proposal(NamedTuple):
    """A change of the fact that may help in a case, and the verdicts that would show that it does not."""

    when: str
    line: str
    fact: Fact
    unless: frozenset[Verdict]


def advice(specs: Sequence[Spec], article: Article, finding: Finding, others: Sequence[Other]) -> tuple[Advice, ...]:
    """What to write if the verdict is wrong; nothing that was tried and does not change it is proposed."""
    found: list[Advice] = []
    for proposal, _ in zip(_proposals(article, finding, others), range(MOST_TRIES), strict=False):
        if sum(one.when == proposal.when for one in found) == MOST_OF_A_CASE:
            continue
        got = _tried(specs, article, finding.fact, proposal.fact)
        if got.verdict not in proposal.unless:
            found.append(Advice(proposal.when, proposal.line, got.verdict, got.qualifier))
    return tuple(found) or tuple(_as_example(article, finding))


def _as_example(article: Article, finding: Finding) -> Iterator[Advice]:
    """Where no line helps: the sentence as a test of the spec, with the verdict that it should have got."""
    if finding.evidence and finding.verdict in _SHOULD:
        reading = Reading(article)
        span = reading.outline.sentence(reading.outline.sentence_at(article.origin.where(finding.evidence[0].start)))
        sentence = " ".join(article.text[span.start : span.end].split())
        if len(sentence) <= LONGEST_EXAMPLE:
            example = f"examples: {{{_SHOULD[finding.verdict]}: {flow([sentence])}}}"
            yield Advice("no line that was tried changes that; as a test of the spec", example, None)


_SHOULD = {Verdict.SUPPORTED: "omits", Verdict.CONTRADICTED: "omits", Verdict.VAGUE: "supports"}


def _tried(specs: Sequence[Spec], article: Article, fact: Fact, changed: Fact) -> Finding:
    """What the article says of the fact as it would be then."""
    tried = [replace(spec, facts=tuple(changed if f is fact else f for f in spec.facts)) for spec in specs]
    examined = examine(compile_plan(tried), article)
    return examined.finding(next(n for n, f in enumerate(examined.plan.facts) if f is changed))


def _proposals(article: Article, finding: Finding, others: Sequence[Other]) -> Iterator[_Proposal]:
    fact, verdict = finding.fact, finding.verdict
    said = _bare(finding)
    if verdict is Verdict.CONTRADICTED:
        yield from _right_too(fact, finding, said)
        yield from _right_then(article, fact, finding)
        yield from _of_something_else(article, fact, finding, said)
    elif verdict is Verdict.VAGUE:
        yield from _enough(fact, said)
        yield from _of_something_else(article, fact, finding, said)
    elif verdict is Verdict.OMITTED:
        yield from _is_there(article, fact, others)
        if fact.required:
            changed = replace(fact, required=False)
            yield _Proposal("articles may leave it out", "required: false", changed, frozenset())
    elif verdict is Verdict.SUPPORTED and not finding.qualifier:
        yield from _wrong_form(article, fact, finding, said)
        yield from _of_something_else(article, fact, finding, said)
    elif verdict is Verdict.NOT_APPLICABLE:
        yield from _concerned(article, fact)


def _bare(finding: Finding) -> str:
    """What was found, on one line and without quotation marks around it."""
    text = " ".join(finding.evidence[0].text.split()) if finding.evidence else ""
    inner = text[1:-1].strip().rstrip(",")
    return inner if text[:1] in MARKS and text[-1:] in MARKS and inner else text


# ---------------------------------------------------------------- the cases


def _right_too(fact: Fact, finding: Finding, said: str) -> Iterator[_Proposal]:
    """What contradicts is right: a further form, or no longer a wrong one."""
    if not said:
        return
    unless = frozenset({Verdict.CONTRADICTED})
    kept = tuple(form for form in fact.wrong if words(form).words != words(said).words)
    when = f"“{said}” is right too"
    if kept != fact.wrong:
        yield _Proposal(when, line("not", kept), replace(fact, wrong=kept), unless)
    else:
        yield _Proposal(when, line("also", (*fact.also, said)), with_also(fact, said), unless)
    if isinstance(fact.value, Quote) and fact.value.by and finding.evidence and finding.found not in finding.evidence[0].text:
        yield from _said_by_them(fact, fact.value, finding, unless)


def _said_by_them(fact: Fact, quote: Quote, finding: Finding, unless: frozenset[Verdict]) -> Iterator[_Proposal]:
    """The speaker that the article names is right, under this name."""
    speaker = finding.found
    by = (*quote.by, speaker)
    yield _Proposal(f"“{speaker}” said it", line("by", by), replace(fact, value=replace(quote, by=by)), unless)


def _right_then(article: Article, fact: Fact, finding: Finding) -> Iterator[_Proposal]:
    """What contradicts was right when the article appeared: an entry of `history`, and since when the value is right."""
    stated = _stated(article, fact, finding)
    if stated is None or article.dateline is None:
        return
    value, written = stated
    first = article.dateline.day
    if first >= _LAST or fact.history:
        return
    days = (first, first + timedelta(days=1))
    now = str(fact.value) if isinstance(fact.value, DateRange) else fact.expected
    entries = ", ".join(f"{day}: {scalar(text)}" for day, text in zip(days, (written, now), strict=True))
    standings = tuple(Standing(datetime.combine(day, time()), v) for day, v in zip(days, (value, fact.value), strict=True))
    changed = replace(fact, history=standings)
    unless = frozenset({Verdict.CONTRADICTED})
    yield _Proposal("it was right when the article appeared", f"history: {{{entries}}}", changed, unless)


_LAST = date.max


def _stated(article: Article, fact: Fact, finding: Finding) -> tuple[FactValue, str] | None:
    """The date or figure that the finding rests on, as a value of the fact's kind and as a spec writes it."""
    for mention in mentions_of(Reading(article), fact):
        place = article.evidence(mention.start, mention.end)
        if not finding.evidence or finding.evidence[0].start != place.start:
            continue
        if isinstance(mention, DateMention) and isinstance(fact.value, DateRange):
            return mention.readings[0], str(mention.readings[0])
        if isinstance(mention, QuantityMention) and isinstance(fact.value, Figure):
            stated = Figure(mention.value)
            return (stated, say_figure(stated)) if mention.value.unit == fact.value.stated.unit else None
    return None


def _enough(fact: Fact, said: str) -> Iterator[_Proposal]:
    """What is vague says enough: a coarser precision, or a further form."""
    unless = frozenset({Verdict.VAGUE, Verdict.OMITTED, Verdict.CONTRADICTED})
    for precision in {"date": ("month", "year"), "figure": ("rounded",)}.get(KINDS[fact.kind].family, ()):
        changed = replace(fact, precision=precision)
        yield _Proposal(f"“{said}” is exact enough", f"precision: {precision}", changed, unless)
    if said:
        yield _Proposal(f"“{said}” says it", line("also", (*fact.also, said)), with_also(fact, said), unless)


def _wrong_form(article: Article, fact: Fact, finding: Finding, said: str) -> Iterator[_Proposal]:
    """What supports is wrong: a form under `not`; of a date or figure with the word behind it, for alone it is anybody's."""
    if not said:
        return
    if KINDS[fact.kind].family in ("date", "figure"):
        start = article.origin.where(finding.evidence[0].start) + len(finding.evidence[0].text)
        behind = article.text[start : start + LONGEST_WORD]
        said = " ".join([said, *behind.split()[: behind[:1] == " "]]).rstrip('.,;:!?)”"')
    unless, when = frozenset({Verdict.SUPPORTED}), f"“{said}” is wrong"
    form = next((form for form in fact.also if words(form).words == words(said).words), "")
    if form:
        kept = tuple(other for other in fact.also if other != form)
        yield _Proposal(when, line("also", kept), without_also(fact, form), unless)
    elif words(said).words not in [words(right).words for right in forms(fact)]:
        changed = replace(fact, wrong=(*fact.wrong, said))
        yield _Proposal(when, line("not", changed.wrong), changed, unless)


def _of_something_else(article: Article, fact: Fact, finding: Finding, said: str) -> Iterator[_Proposal]:
    """What counted speaks of something else: the anchors without those of one stem, or with a phrase of the statement instead."""
    when, unless = f"“{said}” speaks of something else", frozenset({finding.verdict})
    for key, anchors in (("about", fact.about), ("of", fact.of)):
        for stem in dict.fromkeys(anchor.lower()[:_STEM] for anchor in anchors):
            rest = tuple(anchor for anchor in anchors if anchor.lower()[:_STEM] != stem)
            dropped = [anchor for anchor in anchors if anchor not in rest]
            narrower = [(*rest, phrase) for anchor in dropped for phrase in _phrases(fact.statement, anchor)]
            for kept in [rest] * bool(rest) + narrower:
                changed = replace(fact, about=kept) if key == "about" else replace(fact, of=kept)
                yield _Proposal(when, line(key, kept), changed, unless)
    if not fact.about and not fact.of:
        taken = _words_of_sentence(article, finding).union(words(fact.expected).words)
        told = [w for w in words(fact.statement).words if _is_telling(w) and w not in taken]
        for word in told[:4]:
            yield _Proposal(when, line("about", (word,)), replace(fact, about=(word,)), unless)


_STEM = 4  # letters by which forms of one word are known to belong together: strike, strikes


def _phrases(statement: str, anchor: str) -> Iterator[str]:
    """The two-word phrases of a statement that an anchor of one word stands in."""
    found = words(statement).words
    for one, two in pairwise(found):
        if anchor.lower() in (one, two) and not any(map(_is_figure, (one, two))):
            yield f"{one} {two}"


def _words_of_sentence(article: Article, finding: Finding) -> frozenset[str]:
    if not finding.evidence:
        return frozenset()
    reading = Reading(article)
    first, last = reading.outline.word_range(reading.outline.sentence_at(article.origin.where(finding.evidence[0].start)))
    return frozenset(reading.outline.words.words[first:last])


def _is_there(article: Article, fact: Fact, others: Sequence[Other]) -> Iterator[_Proposal]:
    """What was passed over states the fact: an anchor from its sentence, or a further form."""
    unless = frozenset({Verdict.OMITTED, Verdict.CONTRADICTED})
    reading = Reading(article)
    for other in others:
        said = " ".join(other.place.text.split())
        when = f"“{said}” in line {other.place.line} states it"
        if other.comparison is Comparison.AGREES:
            for word in _anchors_beside(reading, article.origin.where(other.place.start), fact):
                anchors = (*fact.about, word)
                yield _Proposal(when, line("about", anchors), replace(fact, about=anchors), unless)
        elif other.comparison is None and KINDS[fact.kind].family not in ("date", "figure"):
            form = said.strip("\"'“”‘’„«»").rstrip(",")
            if form:
                yield _Proposal(when, line("also", (*fact.also, form)), with_also(fact, form), unless)


def _anchors_beside(reading: Reading, start: int, fact: Fact) -> list[str]:
    """The telling words of the sentence around a place, the nearest first."""
    outline = reading.outline
    first, last = outline.word_range(outline.sentence_at(start))
    here, known = outline.words.index(start), {w for form in (*fact.about, *fact.of) for w in words(form).words}
    telling = [w for w in range(first, last) if _is_telling(outline.words.words[w]) and outline.words.words[w] not in known]
    nearest = sorted(telling, key=lambda w: (abs(w - here), w))
    return list(dict.fromkeys(outline.words.words[w] for w in nearest))[:6]


def _is_telling(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word not in _PLAIN and not _is_figure(word)


def _is_figure(word: str) -> bool:
    return word[:1].isdigit() or numeral(word) is not None or word in MONTHS or word in WEEKDAYS


_PLAIN = frozenset(
    "about after also been before both between could does down during each even every five from have into just like many more "
    "most much near next only other over said same says some such than that their them then there these they this those "
    "through told under until upon very were what when where which while will with would yesterday today tomorrow last".split()
)


def _concerned(article: Article, fact: Fact) -> Iterator[_Proposal]:
    """The article is concerned: its own words for the matter under `when`."""
    present = set(words(article.text[:_OPENING]).words)
    telling = (w for w in words(fact.statement).words if _is_telling(w))
    for anchor in dict.fromkeys((*fact.about, *fact.of, *telling)):
        if set(words(anchor).words) <= present:
            changed = replace(fact, when=(*fact.when, anchor))
            unless = frozenset({Verdict.NOT_APPLICABLE})
            yield _Proposal("the fact concerns this article", line("when", changed.when), changed, unless)


_OPENING = 5000
