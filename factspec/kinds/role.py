"""A fact that is an office and the person who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from factspec.binding.charges import told_in_other_words
from factspec.binding.names import hit_at, person_hits
from factspec.binding.near_misses import SPELLING, near_misses
from factspec.binding.office_forms import office_forms
from factspec.binding.offices import StatedOffice, attached, is_disowned, is_modified, is_of_another_body, other_offices
from factspec.binding.pattern import Hit, Pattern, Use, anchor_patterns
from factspec.binding.scene import KIN, Scene
from factspec.fields import Faults, Node, fields, missing_keys, text, unknown_keys
from factspec.kinds.judging import Judgement, literal, omitted
from factspec.kinds.kind import TEXT, Kind
from factspec.language.folding import words
from factspec.language.persons import looks_like_person, surname_of
from factspec.model import Fact, NameMention, Role, Span, Status, Verdict

__all__ = ["KIND"]

EXAMPLE = "{person: Ana Lindqvist, role: harbour master, of: Port Ellan}"
NEEDED = {"person": "who holds the office", "role": "which office"}


def read(value: Node, others: Mapping[str, Node]) -> Role:
    parts = fields(value, f"a mapping like {EXAMPLE}")
    faults = Faults([*unknown_keys(value, (*NEEDED, "of")), *missing_keys(value, NEEDED)])
    person, role, of = (faults.take(text, parts.get(key), "") for key in (*NEEDED, "of"))
    faults.settle()
    return Role(person, role, of)


def say(value: Role) -> str:
    office = f"{value.role} of {value.of}" if value.of else value.role
    return f"{value.person}, {office}"


def patterns(fact: Fact) -> Iterator[Pattern]:
    """The person's forms and surname, the office in its usual variants, and what it is the office of."""
    role = fact.value
    assert isinstance(role, Role)  # noqa: S101 - the kind's own reader made it
    forms = (role.person, *fact.also)
    yield from (Pattern(form, Use.NAME, cased=any(c.isupper() for c in form)) for form in forms)
    if looks_like_person(role.person) and (surname := surname_of(role.person)) and surname not in forms:
        yield Pattern(surname, Use.SURNAME, cased=True)
    yield from (Pattern(form, Use.OFFICE) for form in office_forms(role.role))
    yield Pattern(COUNTERPART, Use.OFFICE)
    yield from (Pattern(word, Use.BODY) for word in words(role.of).words if len(word) > 3)
    yield from (Pattern(form, Use.WRONG, cased=any(c.isupper() for c in form)) for form in fact.wrong)
    yield from anchor_patterns(fact)


def judge(number: int, fact: Fact, scene: Scene) -> Judgement:
    """Find the person, then the office that the article attaches to them; an office held by somebody else accuses."""
    role = fact.value
    assert isinstance(role, Role)  # noqa: S101
    forms = (role.person, *fact.also)
    for hit in scene.hits(number, Use.WRONG) if fact.wrong else ():
        return _accuse(scene, Span(hit.start, hit.end), f"uses “{literal(scene, hit)}”, which the spec lists under `not`", "N1")
    for miss in (m for m in near_misses(scene, forms) if m.rule is not SPELLING):
        return _accuse(scene, miss.span, f"writes “{miss.said}” where the spec has “{miss.meant}”", miss.rule)
    people = person_hits(number, scene, forms)
    offices = _offices(number, scene)
    if not people:
        return _usurped(scene, role, offices) or omitted(f"does not name {role.person}")
    held = [(p, o) for p in people for o in offices if attached(scene, p, o)]
    denied = [(p, o) for p, o in held if scene.status(o.start, o.end)[0] is Status.DENIED]
    denied += [(p, o) for p in people for o in offices if is_disowned(scene, p, o) and (p, o) not in held]
    if denied and all(pair in denied for pair in held):
        person, office = denied[0]
        return _accuse(scene, Span(office.start, office.end), f"denies that {literal(scene, person)} is {role.role}", "R4")
    firm = [(p, o) for p, o in held if (p, o) not in denied and is_modified(scene, o, role.role) in ("", "then")]
    if firm:
        return _supported(scene, *firm[0])
    for person in people:
        if not held and (span := told_in_other_words(scene, person, role)):
            found = f"{literal(scene, person)}: {literal(scene, span)}"
            spans = (Span(person.start, person.end), span)
            return Judgement(Verdict.SUPPORTED, f"gives {found}", found, spans, (f"R8 the office in other words: {found}",))
    changed = [(p, o) for p, o in held if is_modified(scene, o, role.role) not in ("", "then")]
    others = [(p, o) for p in people for o in other_offices(scene, p, role.role, role.of)]
    return (
        _changed(scene, role, changed)
        or _usurped(scene, role, [] if held or others else offices)
        or _excluded(scene, role, others)
        or _person_only(scene, role, people, offices, others)
    )


def _changed(scene: Scene, role: Role, held: list[tuple[Hit, Hit]]) -> Judgement | None:
    """The office with a modifier that makes another one of it: "former", "deputy"."""
    for person, office in held:
        modifier = is_modified(scene, office, role.role)
        reason = f"calls {literal(scene, person)} {modifier} {literal(scene, office)}, the spec {role.role}"
        return _accuse(scene, Span(office.start, office.end), reason, "R3")
    return None


def _excluded(scene: Scene, role: Role, others: list[tuple[Hit, StatedOffice]]) -> Judgement | None:
    """An office that whoever holds the fact's own cannot be meant to hold."""
    for person, stated in others:
        if stated.excludes and scene.status(stated.span.start, stated.span.end)[0] is Status.ASSERTED:
            reason = f"calls {literal(scene, person)} “{literal(scene, stated.span)}”, the spec {role.role}"
            return _accuse(scene, stated.span, reason, "R3")
    return None


COUNTERPART = "counterpart"


def _offices(number: int, scene: Scene) -> list[Hit]:
    """The office's hits; "his counterpart" is one where the office itself stands before it in the sentence."""
    offices: list[Hit] = []
    for hit in scene.hits(number, Use.OFFICE):
        sentence = scene.outline.sentence_of(hit.first)
        if hit.pattern.form != COUNTERPART or any(scene.outline.sentence_of(o.first) == sentence for o in offices):
            offices.append(hit)
    return offices


def _accuse(scene: Scene, span: Span, reason: str, rule: str) -> Judgement:
    return Judgement(Verdict.CONTRADICTED, reason, literal(scene, span), (span,), (f"{rule} {reason}",))


def _supported(scene: Scene, person: Hit, office: Hit, rule: str = "R1 the office stands with the name") -> Judgement:
    found = f"{literal(scene, person)}: {literal(scene, office)}"
    spans = (Span(person.start, person.end), Span(office.start, office.end))
    return Judgement(Verdict.SUPPORTED, f"gives {found}", found, spans, (f"{rule}: {found}",))


def _usurped(scene: Scene, role: Role, offices: list[Hit]) -> Judgement | None:
    """Another person in the office accuses, the office alone does not."""
    for office in offices:
        for name in _holders(scene, office) if _may_be_this_office(scene, office, role) else ():
            if _is_this_office(scene, office, role, name.name) and not _is_the_body(role, name.name):
                reason = f"gives the office to {name.name}, the spec to {role.person}"
                return _accuse(scene, Span(name.start, name.end), reason, "R5")
    return None


def _holders(scene: Scene, office: Hit) -> list[NameMention]:
    """The persons of an office's sentence who have it, whichever fact asks."""
    found = scene.holders.get((office.first, office.last))
    if found is None:
        names = scene.reading.names(scene.outline.sentence_of(office.first))
        found = [name for name in names if " " in name.name and looks_like_person(name.name) and _holds(scene, name, office)]
        scene.holders[office.first, office.last] = found
    return found


def _holds(scene: Scene, name: NameMention, office: Hit) -> bool:
    """Whether a named person has an office: behind it as a title, or before it: "Joseph Wright, director of"."""
    if _stands_behind(name, office):
        return True
    person = hit_at(scene, Pattern(name.name, Use.NAME), Span(name.start, name.end))
    return person.last <= office.first and attached(scene, person, office)


def _is_this_office(scene: Scene, office: Hit, role: Role, holder: str) -> bool:
    """Whether the office is the fact's own: not modified, and either its body stands in the sentence or the surname agrees."""
    if holder.rsplit(maxsplit=1)[-1] == role.person.split()[-1]:
        return not is_modified(scene, office, role.role)
    behind = scene.outline.words.words[office.last : office.last + 2]
    if behind in (["of", "a"], ["of", "an"], ["of", "another"]):
        return False  # "the manager of a quarry in Clare"
    return _has_body_beside(scene, office, role) and not is_modified(scene, office, role.role)


def _has_body_beside(scene: Scene, office: Hit, role: Role) -> bool:
    """Whether words of the body stand near enough to be the office's: "the River Agency's new spokesman", "spokesman for …"."""
    first, last = scene.outline.word_range(scene.outline.sentence_of(office.first))
    around = scene.outline.words.words[max(office.first - _BODY_BEFORE, first) : min(office.last + _BODY_BEHIND, last)]
    body = _body(role.of)
    return len(body & {word[:KIN] for word in around}) >= min(2, len(body)) > 0


_BODY_BEFORE, _BODY_BEHIND = 3, 8


def _may_be_this_office(scene: Scene, office: Hit, role: Role) -> bool:
    """Whether the office's sentence has the body or the surname at all, which is soon told."""
    if _has_body(scene, office, role):
        return True
    start, end = scene.outline.sentence(scene.outline.sentence_of(office.first))
    return scene.text.find(role.person.split()[-1], start, end) >= 0


def _has_body(scene: Scene, office: Hit, role: Role) -> bool:
    body = _body(role.of)
    return bool(body) and len(body & scene.kin(scene.outline.sentence_of(office.first))) >= min(2, len(body))


@lru_cache(maxsize=1 << 14)
def _body(of: str) -> frozenset[str]:
    return frozenset(w[:KIN] for w in words(of).words if len(w) > _SHORT)


_SHORT = 3


def _is_the_body(role: Role, name: str) -> bool:
    """Whether a name is that of the body, not of a person: "Orland Bank’s chief executive"."""
    return bool(_body(name)) and _body(name) <= _body(role.of)


def _is_of_another(scene: Scene, office: Hit) -> bool:
    """Whether a person's name stands straight behind an office: "agent James Swanson"."""
    return any(_stands_behind(n, office) for n in scene.reading.names(scene.outline.sentence_of(office.first)))


def _stands_behind(name: NameMention, office: Hit) -> bool:
    """Whether a name stands straight behind an office, which may be read as one of its titles."""
    return 0 <= name.start - office.end <= 2 or name.start <= office.start < office.end < name.end


def _person_only(
    scene: Scene, role: Role, people: list[Hit], offices: list[Hit], others: list[tuple[Hit, StatedOffice]]
) -> Judgement:
    """The person is named without the office: weaker, or the same where the office stands alone in another sentence."""
    told = {scene.outline.sentence_of(p.first) for p in people}
    free = [o for o in offices if scene.outline.sentence_of(o.first) not in told and _is_free(scene, role, o)]
    if free:
        return _supported(scene, people[0], free[0], "R7 the office stands alone in another sentence")
    if others:
        person, stated = others[0]
        reason = f"calls {literal(scene, person)} only “{literal(scene, stated.span)}”, which does not exclude {role.role}"
        return Judgement(Verdict.VAGUE, reason, literal(scene, stated.span), (stated.span,), (f"R6 {reason}",))
    span = Span(people[0].start, people[0].end)
    reason = f"names {literal(scene, span)} without the office"
    return Judgement(Verdict.VAGUE, reason, literal(scene, span), (span,), (f"R2 {reason}",))


def _is_free(scene: Scene, role: Role, office: Hit) -> bool:
    """Whether an office stands alone: not modified, nobody else's, of no other body."""
    if is_modified(scene, office, role.role) or _is_of_another(scene, office):
        return False
    return not is_of_another_body(scene, office, role.of)


KIND = Kind(
    name="role",
    summary="who holds which office",
    read=read,
    say=say,
    patterns=patterns,
    judge=judge,
    family="role",
    schema={
        "value": {
            "description": f"Person, role and, if need be, of what: {EXAMPLE}.",
            "type": "object",
            "properties": {
                "person": {"description": "The person's name in full; further forms belong in `also`.", **TEXT},
                "role": {"description": "The office: chief executive, spokesman, harbour master.", **TEXT},
                "of": {"description": "The body or country that the office belongs to.", **TEXT},
            },
            "required": ["person", "role"],
            "additionalProperties": False,
        },
    },
)
