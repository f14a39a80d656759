"""What an editor shows under the pointer: how a date or a figure of an article is read, and what a fact of a spec expects.

What is read: an article's text and what was found in it; a spec's facts. What is not: which reading is right, which a kind says;
what stands here is what it was told. Texts are Markdown, with what an article says taken literally.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from factspec.article import Article
from factspec.binding.reading import Reading
from factspec.kinds.figure import say_figure
from factspec.model import (
    Comparator,
    DateMention,
    DateRange,
    Fact,
    Figure,
    Finding,
    Qualifier,
    QuantityMention,
    Spec,
    Verdict,
)
from factspec.report.look import visible

__all__ = ["bound_at", "covering", "fact_at", "of_article", "of_fact"]

FEW = 8  # findings of a fact that are told one by one
_BREAK = re.compile(r"\r\n?|\n")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def literal(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def of_article(article: Article, offset: int, findings: Iterable[Finding] = ()) -> tuple[str, int, int] | None:
    """What an article says at an offset of its original file: the readings of a date or figure there, and the facts that it
    was held against; with start and end in the original. None where there is nothing to say.
    """
    reading = Reading(article)
    at = article.origin.where(offset)
    bound = bound_at(findings, offset)
    mention = covering(reading, at) if at < len(article.text) else None
    if mention:
        start, end = article.origin.span(mention.start, mention.end)
        said = article.text[mention.start : mention.end]
        told = [*_mentioned(mention, said, article), *map(_judged, bound)]
    elif bound:
        first = next(place for place in bound[0].evidence if place.start <= offset < place.end)
        start, end, told = first.start, first.end, [*map(_judged, bound)]
    else:
        return None
    return "\n\n".join(told), start, end


def bound_at(findings: Iterable[Finding], offset: int) -> list[Finding]:
    """The findings that have an offset of the original among their evidence."""
    return [found for found in findings if any(place.start <= offset < place.end for place in found.evidence)]


def covering(reading: Reading, at: int) -> DateMention | QuantityMention | None:
    """The date, else the figure, that covers an offset of an article's text."""
    if not reading.outline.words.words:
        return None
    sentence = _sentence(reading, at)
    found: Sequence[DateMention | QuantityMention] = [*reading.dates(sentence), *reading.quantities(sentence)]
    return next((mention for mention in found if mention.start <= at < mention.end), None)


def _sentence(reading: Reading, at: int) -> int:
    """The number of the sentence that an offset is in: that of the last word that begins before it."""
    word = bisect_right(reading.outline.words.starts, at) - 1
    return reading.outline.sentence_of(max(word, 0))


def _mentioned(mention: DateMention | QuantityMention, said: str, article: Article) -> Iterator[str]:
    if isinstance(mention, DateMention):
        readings = " or ".join(f"`{reading}`" for reading in mention.readings)
        before = f"{mention.relation} " if mention.relation else ""
        around = "about " if mention.approximate else ""
        yield f"**date** “{literal(said)}” is {around}{before}{readings}"
        if mention.relative and article.dateline:
            yield f"read with the dateline `{article.dateline.day}`"
        elif mention.relative:
            yield "the article has no dateline to read it with"
    else:
        value = say_figure(Figure(mention.value))
        unit = f", unit `{mention.value.unit}`" if mention.value.unit else ", no unit"
        form = f", {mention.form}" if mention.form != "cardinal" else ""
        yield f"**figure** “{literal(said)}” is `{value}`{unit}{form}"
    yield f"rule `{mention.rule}`"


def _judged(finding: Finding) -> str:
    head = f"**{literal(finding.fact.id)}** {_verdict(finding)}: {literal(finding.reason)}"
    expected = f"expected {literal(finding.fact.expected)}"
    return "  \n".join(filter(None, [head, expected, literal(finding.fact.statement)]))


def _verdict(finding: Finding) -> str:
    return f"{finding.verdict} ({finding.qualifier})" if finding.qualifier else str(finding.verdict)


def fact_at(spec: Spec, text: str, line: int) -> Fact | None:
    """The fact that a 1-based line of its spec's text belongs to: from its id to the next line that is indented less than it."""
    above = [fact for fact in spec.facts if fact.place.line <= line]
    fact = max(above, key=lambda fact: fact.place, default=None)
    if fact is None:
        return None
    between = _BREAK.split(text)[fact.place.line : line]
    outside = (len(row) - len(row.lstrip()) < fact.place.column - 1 for row in between if row.strip() and row.lstrip()[0] != "#")
    return None if any(outside) else fact


def of_fact(fact: Fact, findings: Sequence[Finding]) -> str:
    """What a fact expects, what it is looked for by, and what its articles say."""
    mark = "" if fact.required else ", not required"
    checked = "" if fact.checked else ", not checked yet"
    lines = [f"**{literal(fact.id)}** {fact.kind}{mark}{checked}: {literal(fact.expected)}", f"read as `{_value(fact)}`"]
    sought = {"about": fact.about, "of": fact.of, "also right": fact.also, "known wrong": fact.wrong, "when": fact.when}
    lines += [f"{name}: {literal(', '.join(words))}" for name, words in sought.items() if words]
    lines += [f"{name}: {literal(text)}" for name, text in (("statement", fact.statement), ("source", fact.source)) if text]
    return "\n\n".join(["  \n".join(lines), *_tally(findings)])


def _value(fact: Fact) -> str:
    """The value in its normal form: ISO 8601 for a date, number and unit for a figure."""
    if isinstance(fact.value, DateRange):
        return str(fact.value)
    if isinstance(fact.value, Figure):
        stated = fact.value.stated
        sign = "" if stated.comparator is Comparator.EXACT else f"{stated.comparator} "
        low, high = f"{stated.low:.12g}", f"{stated.high:.12g}"
        beside = f" ± {fact.value.tolerance:.12g}" if fact.value.tolerance else ""
        return f"{sign}{low if low == high else f'{low}..{high}'}{beside} {stated.unit}".rstrip()
    return visible(fact.expected).replace("`", "'")


def _tally(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield "no article has been read for it"
        return
    counted = {verdict: sum(finding.verdict is verdict for finding in findings) for verdict in Verdict}
    yield "articles: " + ", ".join(f"{number} {verdict}" for verdict, number in counted.items() if number)
    bad = [f for f in findings if f.verdict in {Verdict.CONTRADICTED, Verdict.VAGUE} and f.qualifier is not Qualifier.WAIVED]
    told = [f"- {literal(_where(finding))} {_verdict(finding)}: {literal(finding.reason)}" for finding in islice(bad, FEW)]
    if told:
        yield "\n".join([*told, *([f"- and {len(bad) - FEW} more"] if len(bad) > FEW else [])])


def _where(finding: Finding) -> str:
    place = finding.evidence[0] if finding.evidence else None
    return f"{finding.article}:{place.line}:{place.column}" if place else finding.article
