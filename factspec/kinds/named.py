"""What name, names and place have in common: right forms, wrong forms, near-misses, and another name in the same slot."""

from __future__ import annotations

from collections.abc import Iterator

from factspec.binding.names import NearMiss, near_misses, other_given_name, speaks_or_is_titled, surname_of
from factspec.binding.pattern import Hit, Pattern, Use, anchor_patterns
from factspec.binding.scene import Scene
from factspec.kinds.judging import Judgement, literal, omitted
from factspec.language.naming import looks_like_person
from factspec.model import Fact, Named, NameMention, Span, Status, Verdict

__all__ = ["judge_named", "named_patterns"]


def named_patterns(fact: Fact) -> Iterator[Pattern]:
    """Every form of every name, wrong forms, containing places, a person's bare surname, and the anchors."""
    value = fact.value
    assert isinstance(value, Named)  # noqa: S101 - the kind's own reader made it
    for index, forms in enumerate(value.names):
        for form in forms:
            yield Pattern(form, Use.NAME, index, cased=_is_cased(form))
        if fact.kind != "place" and looks_like_person(forms[0]) and (surname := surname_of(forms[0])) and surname not in forms:
            yield Pattern(surname, Use.SURNAME, index, cased=True)
    yield from (Pattern(form, Use.WRONG, cased=_is_cased(form)) for form in fact.wrong)
    yield from (Pattern(form, Use.WITHIN, cased=True) for form in value.within)
    yield from anchor_patterns(fact)


def _is_cased(form: str) -> bool:
    return any(c.isupper() for c in form)


def judge_named(number: int, fact: Fact, scene: Scene) -> Judgement:
    """An accusation (wrong form, near-miss, denial, another name in the slot) first; then every required name must be there."""
    value = fact.value
    assert isinstance(value, Named)  # noqa: S101
    wrong = scene.hits(number, Use.WRONG)
    for hit in wrong:
        if scene.status(hit.start, hit.end)[0] is Status.ASSERTED:
            return _accuse(
                scene, Span(hit.start, hit.end), f"uses “{literal(scene, _span(hit))}”, which the spec lists under `not`", "N1"
            )
    present = _present(number, scene, value)
    anchored = _anchored(number, fact, scene, present)
    for miss in _misses(scene, fact, value):
        return _accuse(scene, miss.span, f"writes “{literal(scene, miss.span)}” where the spec has “{miss.meant}”", miss.rule)
    denied = _denied(scene, anchored)
    if denied:
        return denied
    return _count_up(number, fact, scene, value, anchored, present)


def _span(hit: Hit) -> Span:
    return Span(hit.start, hit.end)


def _accuse(scene: Scene, span: Span, reason: str, rule: str) -> Judgement:
    return Judgement(Verdict.CONTRADICTED, reason, literal(scene, span), (span,), (f"{rule} {reason}",))


def _present(number: int, scene: Scene, value: Named) -> dict[int, list[Hit]]:
    """The hits of each name, a bare surname counting where it is used as a person's and no other given name precedes it."""
    found: dict[int, list[Hit]] = {}
    for hit in scene.hits(number, Use.NAME):
        found.setdefault(hit.pattern.index, []).append(hit)
    for hit in scene.hits(number, Use.SURNAME):
        if hit.pattern.index not in found and not other_given_name(scene, hit) and speaks_or_is_titled(scene, hit):
            found.setdefault(hit.pattern.index, []).append(hit)
    return found


def _anchored(number: int, fact: Fact, scene: Scene, present: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
    """Of a fact with `about`, the hits in a sentence with an anchor, or next to one in the paragraph; of others, all."""
    if not fact.about:
        return present
    anchors = scene.hits(number, Use.ANCHOR)
    kept = {i: [h for h in hits if _near_anchor(scene, h, anchors)] for i, hits in present.items()}
    return {i: hits for i, hits in kept.items() if hits}


def _near_anchor(scene: Scene, hit: Hit, anchors: list[Hit]) -> bool:
    outline = scene.outline
    sentence = outline.sentence_of(hit.first)
    for anchor in anchors:
        other = outline.sentence_of(anchor.first)
        if other == sentence:
            return True
        if abs(other - sentence) == 1 and outline.paragraph_of(other) == outline.paragraph_of(sentence):
            return True
    return False


def _misses(scene: Scene, fact: Fact, value: Named) -> Iterator[NearMiss]:
    for forms in value.names:
        person = looks_like_person(forms[0])
        for miss in near_misses(scene, forms, person=person):
            if miss.said not in fact.wrong and scene.status(miss.span.start, miss.span.end)[0] is Status.ASSERTED:
                yield miss


def _denied(scene: Scene, present: dict[int, list[Hit]]) -> Judgement | None:
    """A name whose every statement is denied: "was not centred on Bireuen"."""
    for hits in present.values():
        states = [scene.status(h.start, h.end) for h in hits]
        if hits and all(s is Status.DENIED for s, _ in states):
            cue = states[0][1]
            by = f" (“{scene.text[cue.start : cue.end]}”)" if cue else ""
            return _accuse(scene, _span(hits[0]), f"denies “{literal(scene, _span(hits[0]))}”{by}", "S1")
    return None


def _count_up(
    number: int, fact: Fact, scene: Scene, value: Named, anchored: dict[int, list[Hit]], present: dict[int, list[Hit]]
) -> Judgement:
    missing = [forms[0] for i, forms in enumerate(value.names) if i not in anchored]
    if anchored and (not missing or value.any):
        hits = [anchored[i][0] for i in sorted(anchored)]
        found = ", ".join(literal(scene, _span(h)) for h in hits)
        steps = tuple(f"N0 “{literal(scene, _span(h))}” is a form of “{value.names[h.pattern.index][0]}”" for h in hits)
        return Judgement(Verdict.SUPPORTED, f"names {found}", found, tuple(map(_span, hits)), steps)
    slot = _other_in_slot(number, fact, scene, value, present)
    if slot:
        return slot
    return _missing(number, scene, missing, anchored, present)


def _missing(
    number: int, scene: Scene, missing: list[str], anchored: dict[int, list[Hit]], present: dict[int, list[Hit]]
) -> Judgement:
    within = scene.hits(number, Use.WITHIN)
    anchors = scene.hits(number, Use.ANCHOR)
    near = [h for h in within if not anchors or _near_anchor(scene, h, anchors)]
    if near:
        found = literal(scene, _span(near[0]))
        return Judgement(
            Verdict.VAGUE, f"names only the larger place “{found}”", found, (_span(near[0]),), (f"P2 within {found}",)
        )
    lacks = f"does not name {' or '.join(missing)}"
    steps = [f"N0 “{literal(scene, _span(h[0]))}” occurs" for h in anchored.values()]
    stray = [h for i, hits in present.items() if i not in anchored for h in hits]
    if stray:
        steps.append(f"N6 “{literal(scene, _span(stray[0]))}” occurs, but in no sentence that speaks of what the fact is about")
    return omitted(lacks, steps)


def _other_in_slot(number: int, fact: Fact, scene: Scene, value: Named, present: dict[int, list[Hit]]) -> Judgement | None:
    """Another name where the missing one should stand: it shares a word with it, beside an anchor or another of the names."""
    company = [h for hits in present.values() for h in hits] + scene.hits(number, Use.ANCHOR)
    for index, forms in enumerate(value.names):
        if index in present:
            continue
        for hit in company:
            sentence = scene.outline.sentence_of(hit.first)
            for name in scene.reading.names(sentence):
                if _stands_in(scene, name, hit, forms):
                    said = Span(name.start, name.end)
                    return _accuse(scene, said, f"has “{literal(scene, said)}” where the spec has “{forms[0]}”", "N5")
    return None


def _stands_in(scene: Scene, name: NameMention, hit: Hit, forms: tuple[str, ...]) -> bool:
    """Joined to the hit by "or", "and" or a comma, or in its clause, and alike in a word and in length."""
    if name.start < hit.end and hit.start < name.end:
        return False
    said = name.name.split()
    return any(_alike(said, form.split()) for form in forms) and scene.outline.clause_of(
        scene.outline.words.index(name.start)
    ) == scene.outline.clause_of(hit.first)


def _alike(said: list[str], form: list[str]) -> bool:
    if len(said) != len(form) or len(form) < 2:
        return False
    same = sum(a == b for a, b in zip(said, form, strict=True))
    return same * 2 >= len(form) and same < len(form)
