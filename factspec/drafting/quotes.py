"""Proposals of quotations: words that articles put into somebody's mouth, each once, with the speaker where he is told.

What is read: quotations of six words or more, or of two where two articles have it. What is not: single quoted words, and
whom a pronoun means: "he said" goes to the person who spoke before, else the words are proposed without a speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from factspec.drafting.claims import order
from factspec.drafting.material import Material, Text, is_person
from factspec.drafting.proposal import Claim, Proposal, Sighting
from factspec.language.folding import words
from factspec.model import QuotationMention

__all__ = ["quotes"]

_SHORTEST = 6
_ALIKE = 0.8
_COMMON = 5

_Row = tuple[str, str, Sighting]


def quotes(material: Material) -> Iterator[Proposal]:
    """A proposal for each quotation; the same words in several articles are one."""
    groups: list[tuple[tuple[str, ...], list[_Row]]] = []
    for text in material.texts:
        for said, by, sighting in _said(text):
            own = tuple(words(said).words)
            for known, rows in groups:
                if _is_same(known, own):
                    rows.append((said, by, sighting))
                    break
            else:
                groups.append((own, [(said, by, sighting)]))
    for known, rows in groups:
        if len(known) < _SHORTEST and len({s.article for *_, s in rows}) < 2:
            continue
        yield _proposal(rows)


def _said(text: Text) -> Iterator[_Row]:
    """The quoted runs of an article that are long enough, each with its speaker."""
    last = ""
    end = -1
    for mention in text.reading.quotations:
        by = _speaker(text, mention) or (last if _follows(text, end, mention) else "")
        last, end = by, mention.end
        for start, stop in mention.parts:
            said = " ".join(text.text[start:stop].split()).strip(" ,")
            if len(words(said)) > 1:
                first = text.reading.outline.words.index(start)
                yield said, by, text.sighting(start, stop, {}, text.reading.outline.clause_words(first))


def _follows(text: Text, end: int, mention: QuotationMention) -> bool:
    """Whether a quotation goes on where the last one ended, but for a few words: the same speaker."""
    return end >= 0 and mention.start - end < _NEXT


_NEXT = 80


def _speaker(text: Text, mention: QuotationMention) -> str:
    """The full name of who speaks; "" where nobody is named."""
    if mention.speaker is None:
        return ""
    start, stop = mention.speaker
    inside = [text.persons.get(n.name, n.name) for _, n in text.names if n.start < stop and start < n.end]
    if inside:
        known = [name for name in inside if name in text.speakers] or [name for name in inside if is_person(name)]
        return (known or inside)[0]
    if text.text[start:stop].lower().strip() not in ("he", "she"):
        return ""
    before = [text.persons.get(n.name, n.name) for _, n in text.names if n.end <= mention.start]
    told = [name for name in before if name in text.speakers]
    return told[-1] if told else ""


def _is_same(known: tuple[str, ...], own: tuple[str, ...]) -> bool:
    if known == own:
        return True
    short, long = sorted((known, own), key=len)
    if len(short) >= _COMMON and f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    if len(short) < _COMMON or len(set(short) & set(long)) * 2 < len(set(short)):
        return False
    return SequenceMatcher(None, known, own, autojunk=False).ratio() >= _ALIKE


def _proposal(rows: list[_Row]) -> Proposal:
    """The wording of most articles, of equal ones the shortest; another wording stands beside it."""
    claims: dict[tuple[str, ...], Claim] = {}
    for said, _, sighting in rows:
        key = tuple(words(said).words)
        claims.setdefault(key, Claim(said, [])).sightings.append(sighting)
    ordered = sorted(claims.values(), key=lambda c: (-c.support, len(str(c.value)), order(c)))
    leader, others = ordered[0], []
    for claim in ordered[1:]:
        inner, outer = sorted((tuple(words(str(c.value)).words) for c in (leader, claim)), key=len)
        if f" {' '.join(inner)} " in f" {' '.join(outer)} ":
            leader.sightings.extend(claim.sightings)
        else:
            others.append(claim)
    told = Counter(by for _, by, _ in rows if by)
    speakers = tuple(sorted(told, key=lambda by: (not is_person(by), -told[by], by)))[:1]
    name = (
        f"{speakers[0].split()[-1]}-{'-'.join(words(str(leader.value)).words[:3])}"
        if speakers
        else "-".join(words(str(leader.value)).words[:4])
    )
    said = str(leader.value).rstrip(",")
    leader.value = said if not said.endswith(".") else said[:-1]
    return Proposal(f"quote-{name}", "quote", leader, others, by=speakers, weight=0.9 if speakers else 0.5)
