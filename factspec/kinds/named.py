"""What name, names and place have in common: right forms, wrong forms, near-misses, and another name in the same slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factspec.binding.names import has_namesake, is_rhetorical, is_silence, other_given_name, other_writings, speaks_or_is_titled
from factspec.binding.near_misses import SPELLING, NearMiss, near_misses, other_number
from factspec.binding.pattern import Hit, Pattern, Use, anchor_patterns
from factspec.binding.place_slots import KINDS_OF_PLACE, introduced_place, is_address, other_place
from factspec.binding.scene import Scene
from factspec.binding.slots import alike_name, other_of_pair, other_person, other_ship, unnamed
from factspec.kinds.judging import Judgement, literal, omitted
from factspec.language.cues import Cue
from factspec.language.folding import words
from factspec.language.naming import untitled, without_legal_form
from factspec.language.persons import looks_like_person, surname_of
from factspec.model import Fact, Named, Span, Status, Verdict

__all__ = ["judge_named", "named_patterns"]


def named_patterns(fact: Fact) -> Iterator[Pattern]:
    """Every form of every name, wrong forms, containing places, a person's bare surname, and the anchors."""
    value = fact.value
    assert isinstance(value, Named)  # noqa: S101 - the kind's own reader made it
    for index, forms in enumerate(value.names):
        for form in _all_forms(fact, forms):
            yield Pattern(form, Use.NAME, index, cased=_is_cased(form))
        if fact.kind != "place" and looks_like_person(forms[0]) and (surname := surname_of(forms[0])) and surname not in forms:
            yield Pattern(surname, Use.SURNAME, index, cased=True)
    yield from (Pattern(form, Use.WRONG, cased=_is_cased(form)) for form in fact.wrong)
    yield from (Pattern(form, Use.WITHIN, cased=True) for form in value.within)
    yield from anchor_patterns(fact)


def _all_forms(fact: Fact, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a name, and each without its title or legal form; a place has neither."""
    return forms if fact.kind == "place" else _shorter_too(forms)


@lru_cache(maxsize=1 << 14)
def _shorter_too(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*forms, *map(untitled, forms), *map(without_legal_form, forms))))


def _is_cased(form: str) -> bool:
    return any(c.isupper() for c in form)


def judge_named(number: int, fact: Fact, scene: Scene) -> Judgement:
    """An accusation (wrong form, near-miss, denial, another name in the slot) first; then every required name must be there."""
    value = fact.value
    assert isinstance(value, Named)  # noqa: S101
    wrong = scene.hits(number, Use.WRONG) if fact.wrong else []
    for hit in wrong:
        if scene.status(hit.start, hit.end)[0] is Status.ASSERTED:
            return _accuse(
                scene, Span(hit.start, hit.end), f"uses “{literal(scene, _span(hit))}”, which the spec lists under `not`", "N1"
            )
    present = _present(number, scene, value)
    anchored = _anchored(number, fact, scene, present)
    for miss in _misses(number, scene, fact, value):
        return _accuse(scene, miss.span, f"writes “{literal(scene, miss.span)}” where the spec has “{miss.meant}”", miss.rule)
    denied = _denied(number, fact, scene, anchored)
    if denied:
        return denied
    return _count_up(number, fact, scene, value, anchored, present)


def _span(hit: Hit) -> Span:
    return Span(hit.start, hit.end)


def _accuse(scene: Scene, span: Span, reason: str, rule: str) -> Judgement:
    return Judgement(Verdict.CONTRADICTED, reason, literal(scene, span), (span,), (f"{rule} {reason}",))


def _present(number: int, scene: Scene, value: Named) -> dict[int, list[Hit]]:
    """The hits of each name: its forms, other spellings of a person's name, a surname where it can only mean that person."""
    found: dict[int, list[Hit]] = {}
    for hit in scene.hits(number, Use.NAME):
        if not _is_namesake(scene, hit, value.names[hit.pattern.index]):
            found.setdefault(hit.pattern.index, []).append(hit)
    for index, forms in enumerate(value.names):
        if index not in found and (written := other_writings(number, scene, forms, index)):
            found[index] = written
    bare = [h for h in scene.hits(number, Use.SURNAME) if h.pattern.index not in found]
    for hit in bare:
        namesake = has_namesake(scene, [h for h in bare if h.pattern == hit.pattern], value.names[hit.pattern.index])
        if not namesake and not other_given_name(scene, hit) and speaks_or_is_titled(scene, hit):
            found.setdefault(hit.pattern.index, []).append(hit)
    return found


def _is_namesake(scene: Scene, hit: Hit, forms: Sequence[str]) -> bool:
    """Whether a bare surname is somebody else's: "Viktor Kolta" where the spec has Ilya Kolta, also Kolta."""
    if hit.last - hit.first > 1 or not looks_like_person(forms[0]) or hit.pattern.form != surname_of(forms[0]):
        return False
    return bool(other_given_name(scene, hit)) and has_namesake(scene, [hit], forms)


def _anchored(number: int, fact: Fact, scene: Scene, present: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
    """Of a fact with `about`, the names of several words, and the others where an anchor is in or beside their sentence."""
    if not fact.about:
        return present
    if fact.kind != "place":
        whole = {i: [h for h in hits if h.last - h.first > 1] for i, hits in present.items()}
        near = _anchored_places(number, scene, present)
        return {
            i: sorted(dict.fromkeys([*whole.get(i, ()), *near.get(i, ())]), key=lambda h: h.start)
            for i in present
            if whole[i] or i in near
        }
    return _anchored_places(number, scene, present)


def _anchored_places(number: int, scene: Scene, present: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
    anchors = scene.hits(number, Use.ANCHOR)
    kept = {i: [h for h in hits if _near_anchor(scene, h, anchors)] for i, hits in present.items()}
    return {i: hits for i, hits in kept.items() if hits}


def _told_places(number: int, scene: Scene, present: dict[int, list[Hit]]) -> list[Hit]:
    """The places behind a preposition in a sentence that another fact's anchor, or a word of the event, shows to tell of it."""
    found = scene.outline.words.words
    at = (h for hits in present.values() for h in hits if h.first and (found[h.first - 1] in _AT or _is_called(found, h.first)))
    return [h for h in at if scene.tells_of_event(number, scene.outline.sentence_of(h.first))]


def _is_called(found: Sequence[str], word: int) -> bool:
    """ "The island of Unst"."""
    return found[word - 1] == "of" and word > 1 and found[word - 2] in KINDS_OF_PLACE


_AT = frozenset(("in", "at", "on", "near", "outside", "off", "over", "inside"))


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


def _misses(number: int, scene: Scene, fact: Fact, value: Named) -> Iterator[NearMiss]:
    for index, forms in enumerate(value.names):
        for miss in near_misses(scene, _all_forms(fact, forms)):
            if _is_alias_beside_a_right_form(number, scene, value, index, miss):
                continue
            asserted = scene.status(miss.span.start, miss.span.end)[0] is Status.ASSERTED
            if asserted and miss.rule is not SPELLING and miss.said not in fact.wrong:
                yield miss


_ACRONYM = 6


def _is_alias_beside_a_right_form(number: int, scene: Scene, value: Named, index: int, miss: NearMiss) -> bool:
    """Whether a single word is only close to a further form of a name that the article has right."""
    acronym = miss.said.isupper() and len(miss.said) <= _ACRONYM  # NDEA is no slip beside NDMA
    if " " in miss.said or (miss.meant == value.names[index][0] and not acronym):
        return False
    return any(h.pattern.index == index for h in scene.hits(number, Use.NAME))


def _denied(number: int, fact: Fact, scene: Scene, present: dict[int, list[Hit]]) -> Judgement | None:
    """A name whose every statement is denied: "was not centred on Orvale", "Moravi, who is not a doctor"."""
    if not present:
        return None
    anchors = scene.hits(number, Use.ANCHOR)
    for hits in present.values():
        states = [_worse(scene.status(h.start, h.end), _anchor_status(scene, h, anchors)) for h in hits]
        sentence = scene.outline.sentence_of(hits[0].first)
        if fact.about and not any(scene.outline.sentence_of(a.first) == sentence for a in anchors):
            continue
        if all(s is Status.DENIED for s, _ in states) and not any(is_rhetorical(scene, h) or is_silence(scene, h) for h in hits):
            cue = states[0][1]
            by = f" (“{scene.text[cue.start : cue.end]}”)" if cue else ""
            return _accuse(scene, _span(hits[0]), f"denies “{literal(scene, _span(hits[0]))}”{by}", "S1")
    return None


def _anchor_status(scene: Scene, hit: Hit, anchors: list[Hit]) -> tuple[Status, Cue | None]:
    """The status of the first anchor within six words behind the name: "Ema Moravi, who is not a doctor"."""
    for anchor in anchors:
        if 0 <= anchor.first - hit.last <= 6 and scene.outline.sentence_of(anchor.first) == scene.outline.sentence_of(hit.first):
            return scene.status(anchor.start, anchor.end)
    return Status.ASSERTED, None


def _worse(one: tuple[Status, Cue | None], other: tuple[Status, Cue | None]) -> tuple[Status, Cue | None]:
    return other if one[0] is Status.ASSERTED else one


_MOST_EVIDENCE = 20


def _count_up(
    number: int, fact: Fact, scene: Scene, value: Named, anchored: dict[int, list[Hit]], present: dict[int, list[Hit]]
) -> Judgement:
    missing = [forms[0] for i, forms in enumerate(value.names) if i not in anchored]
    if len(value.names) == 2 and (other := other_of_pair(scene, number, [h for hits in present.values() for h in hits])):
        return _instead(scene, other, value.names[_absent(scene, other, present)], "N5")
    if anchored and (not missing or value.any):
        hits = [anchored[i][0] for i in sorted(anchored)]
        found = ", ".join(literal(scene, _span(h)) for h in hits)
        steps = tuple(_form_step(scene, fact, h, value.names[h.pattern.index][0]) for h in hits)
        every = [h for i in sorted(anchored) for h in anchored[i][1:]][:_MOST_EVIDENCE]
        return Judgement(Verdict.SUPPORTED, f"names {found}", found, tuple(map(_span, [*hits, *every])), steps)
    slot = _other_in_slot(number, fact, scene, value, anchored, present) or _without_name(number, fact, scene, value, present)
    if slot:
        return slot
    if fact.kind == "place" and (hits := _told_places(number, scene, present)):
        span = _span(hits[0])
        return Judgement(
            Verdict.SUPPORTED,
            f"names {literal(scene, span)}",
            literal(scene, span),
            (span,),
            ("P5 in a sentence about the event",),
        )
    return _missing(number, scene, missing, anchored, present)


def _absent(scene: Scene, other: Span, present: dict[int, list[Hit]]) -> int:
    """Which of two names a stranger replaces: the one that its sentence lacks."""
    sentence = scene.outline.sentence_at(other.start)
    return 1 if any(scene.outline.sentence_of(h.first) == sentence for h in present.get(0, ())) else 0


def _missing(
    number: int, scene: Scene, missing: list[str], anchored: dict[int, list[Hit]], present: dict[int, list[Hit]]
) -> Judgement:
    stray = [h for i, hits in present.items() if i not in anchored for h in hits]
    weaker = _weaker_place(number, scene, stray)
    if weaker:
        return weaker
    lacks = f"does not name {' or '.join(missing)}"
    steps = [f"N0 “{literal(scene, _span(h[0]))}” occurs" for h in anchored.values()]
    if stray:
        steps.append(f"N6 “{literal(scene, _span(stray[0]))}” occurs, but in no sentence that speaks of what the fact is about")
    return omitted(lacks, steps)


def _form_step(scene: Scene, fact: Fact, hit: Hit, name: str) -> str:
    """By which rule words of the article are a name: as a form of the spec, in another spelling, as a surname."""
    said = literal(scene, _span(hit))
    if hit.pattern.use is Use.SURNAME:
        return f"N4 “{said}”, with a title or a verb of saying, is the surname of “{name}”"
    if words(said).words != words(hit.pattern.form).words and len(words(said).words) > 1:
        return f"N2 “{said}” is another spelling of “{name}”"
    return f"{'P1' if fact.kind == 'place' else 'N0'} “{said}” is a form of “{name}”"


def _weaker_place(number: int, scene: Scene, stray: list[Hit]) -> Judgement | None:
    """The larger place beside an anchor, or the right place where it only describes somebody."""
    anchors = scene.hits(number, Use.ANCHOR)
    for hit in (h for h in scene.hits(number, Use.WITHIN) if _near_anchor(scene, h, anchors) and not is_address(scene, h)):
        return _vague(scene, _span(hit), f"names only the larger place “{literal(scene, _span(hit))}”", "P2")
    for hit in introduced_place(scene, number, stray):
        return _vague(scene, _span(hit), f"says only that somebody is from “{literal(scene, _span(hit))}”", "P4")
    return None


def _vague(scene: Scene, span: Span, reason: str, rule: str) -> Judgement:
    return Judgement(Verdict.VAGUE, reason, literal(scene, span), (span,), (f"{rule} {reason}",))


def _other_in_slot(
    number: int, fact: Fact, scene: Scene, value: Named, anchored: dict[int, list[Hit]], present: dict[int, list[Hit]]
) -> Judgement | None:
    """Another name where the missing one should stand: a place, a person, a ship, or what shares a word with it."""
    if not anchored and fact.kind == "place" and (place := other_place(scene, number, fact)):
        return _instead(scene, place, value.names[0], "P3")
    if not present and len(value.names) == 1 and looks_like_person(value.names[0][0]) and (person := other_person(scene, number)):
        return _instead(scene, person, value.names[0], "N5")
    named = [h for hits in present.values() for h in hits]
    for forms in (forms for index, forms in enumerate(value.names) if index not in present):
        if fact.kind != "place" and (miss := other_number(scene, forms)):
            return _instead(scene, miss.span, forms, "N3")
        other = alike_name(scene, [*named, *scene.hits(number, Use.ANCHOR)], forms) or other_ship(scene, forms, named)
        if other:
            return _instead(scene, other, forms, "N5")
    return None


def _instead(scene: Scene, span: Span, forms: tuple[str, ...], rule: str) -> Judgement:
    return _accuse(scene, span, f"has “{literal(scene, span)}” where the spec has “{forms[0]}”", rule)


def _without_name(number: int, fact: Fact, scene: Scene, value: Named, present: dict[int, list[Hit]]) -> Judgement | None:
    """Every missing name spoken of without its name: "an Indian navy ship"."""
    named = [h for hits in present.values() for h in hits]
    missing = [forms for index, forms in enumerate(value.names) if index not in present]
    spans = [unnamed(scene, number, fact, forms, named) for forms in missing]
    if not spans or not all(spans):
        return None
    span = next(s for s in spans if s)
    return _vague(scene, span, f"speaks of “{literal(scene, span)}” without the name {missing[0][0]}", "N8")
