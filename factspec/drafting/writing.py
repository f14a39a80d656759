"""Proposals as YAML: each fact with the places of its values as comments, none of them checked yet.

What is read: proposals, and ids that are taken. What is not: files. What an article says is shown in comments with nothing in it
that a terminal obeys, on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from anyascii import anyascii

from factspec.article import Article
from factspec.drafting.drafts import Draft
from factspec.drafting.proposal import Claim, Proposal, Sighting, Value
from factspec.editing.writing import scalar
from factspec.errors import FactspecError
from factspec.report.look import visible

__all__ = ["block", "event_of", "whole"]

_PLACES = 6
"""Places that are shown of one value; how many more there are is said."""
_EXCERPT = 46
_LONGEST_ID = 40


def whole(draft: Draft, event: str, globs: Sequence[str]) -> str:
    """A complete spec: the event, the articles as globs relative to the spec's folder, and the proposed facts.

    Raises FactspecError (FS403) where the event or a glob cannot stand in a spec.
    """
    lines = [
        f"# Proposed from {_articles(len(draft.articles))}; nothing in it has been verified. A fact with `checked: false`",
        "# can warn but never fails. Compare its value with a source of your own, write that source under `source:`, and take",
        "# the line `checked: false` away; delete what you do not need.",
        "factspec: 1",
        f"event: {scalar(event)}",
        "articles:",
        *(f"  - {scalar(glob)}" for glob in globs),
        "",
        "facts:",
    ]
    return "\n".join(lines) + "\n" + block(draft)


def block(draft: Draft, taken: Iterable[str] = ()) -> str:
    """The facts as lines of YAML that are indented by two blanks, each with an id that is not among `taken`."""
    ids = set(taken)
    pieces = []
    for proposal in draft.proposals:
        lines = list(_fact(draft, proposal, ids))
        if lines:
            pieces.append("\n".join(lines) + "\n")
    return "\n".join(pieces)


def event_of(articles: Sequence[Article]) -> str:
    """What the articles call their event: the headline that shares most words with the others, or the first line."""
    lines = [_headline(article) for article in articles]
    words = [frozenset(re.findall(r"\w{4,}", line.lower())) for line in lines]
    shared = [sum(len(own & other) for other in words) / (len(own) or 1) for own in words]
    best = max(range(len(lines)), key=lambda n: (shared[n], -n), default=None)
    return visible(lines[best]).strip() or "untitled" if best is not None else "untitled"


def _headline(article: Article) -> str:
    start, end = article.headline or (0, 200)
    return article.text[start:end].strip().split("\n")[0][:120].rstrip(" .")


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"


# ---------------------------------------------------------------- a fact


def _fact(draft: Draft, proposal: Proposal, ids: set[str]) -> Iterator[str]:
    """The lines of a fact, its comments first; none where its value cannot be written."""
    try:
        keys = list(_keys(draft, proposal))
    except FactspecError:
        return
    yield from (f"  # {line}" for line in _comments(draft, proposal))
    name = _id(proposal.name, ids)
    ids.add(name)
    yield f"  {scalar(name, key=True)}:"
    yield from (f"    {line}" for line in keys)


def _keys(draft: Draft, proposal: Proposal) -> Iterator[str]:
    yield f"kind: {proposal.kind}"
    yield f"value: {_value(proposal.value)}"
    if proposal.any:
        yield "any: true"
    for key, forms in (("also", proposal.also), ("of", proposal.of), ("about", proposal.about), ("by", proposal.by)):
        if forms:
            yield f"{key}: {_list(forms)}"
    if proposal.statement:
        yield f"statement: {scalar(proposal.statement)}"
    if len(proposal.claim.articles) < len(draft.articles):
        yield "required: false"
    yield "checked: false"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, tuple):
        return _list(value)
    return "{" + ", ".join(f"{key}: {scalar(part, flow=True)}" for key, part in value.items()) + "}"


def _list(forms: Iterable[str]) -> str:
    return "[" + ", ".join(scalar(form, flow=True) for form in forms) + "]"


def _id(name: str, taken: set[str]) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:_LONGEST_ID].rstrip("-") or "fact"
    number, found = 1, plain
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    return found


# ---------------------------------------------------------------- comments


def _comments(draft: Draft, proposal: Proposal) -> Iterator[str]:
    """How many articles agree and where; where they disagree, each value with its places."""
    total = len(draft.articles)
    if proposal.others:
        yield f"THE ARTICLES DIFFER. {_said(proposal.value)}: stated by {_agreement(proposal.claim, total)}"
    else:
        yield f"Stated by {_agreement(proposal.claim, total)}"
    yield from _places(draft, proposal.claim)
    for other in proposal.others:
        yield f"{_said(other.value)}: stated by {_agreement(other, total)}"
        yield from _places(draft, other)


def _agreement(claim: Claim, total: int) -> str:
    return f"{claim.support} of {_articles(total)}"


def _said(value: Value) -> str:
    if isinstance(value, str):
        return _short(visible(value), 2 * _EXCERPT)
    return ", ".join(map(visible, value if isinstance(value, tuple) else value.values()))


def _places(draft: Draft, claim: Claim) -> Iterator[str]:
    """One place of each article, then further ones, as path:line:column with the words there."""
    seen: dict[tuple[int, int], Sighting] = {}
    for sighting in sorted(claim.sightings, key=lambda s: (s.article, s.start)):
        seen.setdefault((sighting.article, sighting.start), sighting)
    first = {s.article: s for s in reversed(seen.values())}
    ordered = [first[article] for article in sorted(first)]
    ordered += [s for s in seen.values() if s not in ordered]
    for sighting in ordered[:_PLACES]:
        article = draft.articles[sighting.article]
        place = article.evidence(sighting.start, sighting.end)
        yield f"  {visible(article.path)}:{place.line}:{place.column}: {_around(article, sighting)}"
    if len(ordered) > _PLACES:
        yield f"  and {len(ordered) - _PLACES} more"


def _around(article: Article, sighting: Sighting) -> str:
    """The words at a place with a few beside them, cut at blanks."""
    left = article.text[max(sighting.start - 24, 0) : sighting.start].split("\n")[-1]
    right = article.text[sighting.end : sighting.end + 36].split("\n")[0]
    left = left.partition(" ")[2] if sighting.start > 24 and " " in left.rstrip() and "\n" not in left else left
    right = right.rpartition(" ")[0] if len(right) == 36 and " " in right else right
    return visible(f"{left}{_short(article.text[sighting.start : sighting.end], 2 * _EXCERPT)}{right}".strip())


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
