"""Whether a spec already has what is proposed: a fact of the same kind and value that speaks of the same."""

from __future__ import annotations

from factspec.drafting.material import theme
from factspec.drafting.proposal import Proposal
from factspec.fields import parse
from factspec.kinds import KINDS
from factspec.language.folding import words
from factspec.language.naming import same_name
from factspec.model import Fact, Named, Quote, Role, Spec

__all__ = ["is_known"]


def is_known(proposal: Proposal, spec: Spec) -> bool:
    """Whether any fact of the spec is the one that is proposed, whatever its value is now."""
    return any(_is_the_same(proposal, fact) for fact in spec.facts)


def _is_the_same(proposal: Proposal, fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Role):
        return isinstance(proposal.value, dict) and same_name(proposal.value["person"], value.person)
    if isinstance(value, Quote):
        return proposal.kind == "quote" and _within(str(proposal.value), value.words)
    if isinstance(value, Named):
        forms = [form for name in value.names for form in name]
        if isinstance(proposal.value, tuple):
            return fact.kind == "names" and sum(any(same_name(n, f) for f in forms) for n in proposal.value) > 1
        name = str(proposal.value).split(",")[0]
        return proposal.kind in ("name", "place") and any(same_name(name, form) for form in forms)
    if proposal.kind != fact.kind or not isinstance(proposal.value, str):
        return False
    own = {theme(w) for form in (*proposal.of, *proposal.about) for w in words(form).words}
    known = {theme(w) for form in (*fact.of, *fact.about) for w in words(form).words}
    same = proposal.value in (fact.expected, _as_read(proposal))
    return bool(own & known) and (
        same or _as_read(proposal) == fact.expected or any(_says(o.value, fact) for o in proposal.others)
    )


def _within(one: str, other: str) -> bool:
    a, b = " ".join(words(one).words), " ".join(words(other).words)
    return f" {a} " in f" {b} " or f" {b} " in f" {a} "


def _as_read(proposal: Proposal) -> str:
    """The value of a proposal as its kind says it."""
    kind = KINDS[proposal.kind]
    root, _ = parse("draft", f"value: {proposal.value}\n")
    assert isinstance(root.content, dict)  # noqa: S101 it is written as one
    return kind.say(kind.read(next(iter(root.content.values())), {}))


def _says(value: object, fact: Fact) -> bool:
    return value == fact.expected
