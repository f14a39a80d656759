"""Which date of a sentence speaks of which fact.

A date belongs to the verb that governs it, or to the noun that it stands beside. It is bound strongly (and may accuse) only
where that verb or noun is an anchor of the fact; elsewhere in the anchor's sentence it may support, never accuse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from factspec.binding.date_links import PARTICIPLE, Dated, distance, link
from factspec.binding.date_offsets import circled, offsets
from factspec.binding.frame import (
    is_another,
    is_of_another_subject,
    is_of_somebody_else,
    is_one_more,
    is_sequel,
    is_yet_to_come,
    names_of,
    subjects_of,
)
from factspec.binding.pattern import Hit, Use
from factspec.binding.predicates import Predicates
from factspec.binding.scene import Scene
from factspec.language.folding import words
from factspec.language.lexicon import SPEECH_NOUNS, SPEECH_VERBS, listed
from factspec.language.outline import AUXILIARIES
from factspec.model import Bound, DateMention, DateRange, Fact, Span, Status

__all__ = ["bind_dates", "is_date_of_saying"]


def bind_dates(number: int, fact: Fact, scene: Scene, *, recent: bool) -> list[Bound]:
    """Every date in a sentence with an anchor of the fact, bound as firmly as the sentence allows, in text order.

    `recent` says that the fact lies near the article, so that an event brought in as a new one is another one.
    """
    anchors = scene.hits(number, Use.ANCHOR, Use.COUNTED)
    if fact.of and fact.about:
        anchors = scene.hits(number, Use.ANCHOR)
    bounds: list[Bound] = []
    for sentence, here in sorted(scene.by_sentence(anchors).items()):
        if dates := scene.reading.dates(sentence):
            binder = _binder(number, fact, scene, sentence, here, recent)
            bounds.extend(_one_each(scene, [binder.bind(mention) for mention in dates]))
            bounds.extend(offsets(scene, sentence, here))
        bounds.extend(circled(scene, sentence, here))
        bounds.extend(_of_it(scene, number, sentence, here[-1]))
    if fact.of and fact.about:
        whose = {scene.outline.sentence_of(h.first) for h in scene.hits(number, Use.COUNTED)}
        bounds = [_of_whom(scene, bound, whose) for bound in bounds]
    return bounds


def _of_whom(scene: Scene, bound: Bound, sentences: Collection[int]) -> Bound:
    """A date of a fact with both `of` and `about` accuses only in a sentence that has one of `of`."""
    if not bound.strong or scene.outline.sentence_at(bound.mention.start) in sentences:
        return bound
    return replace(bound, strong=False, rules=(*bound.rules, "X5 none of `of` in this sentence"))


def _binder(number: int, fact: Fact, scene: Scene, sentence: int, here: list[Hit], recent: bool) -> _Binder:
    return _Binder(
        scene,
        number,
        Predicates(scene, sentence),
        tuple(here),
        _words_of(fact.statement),
        subjects_of(fact),
        names_of(fact),
        recent,
        _is_over(fact, scene),
    )


@lru_cache(maxsize=4096)
def _words_of(statement: str) -> frozenset[str]:
    return frozenset(words(statement).words) - _PLAIN


_PLAIN = SPEECH_VERBS & listed("said says say saying told tells telling according asked") | listed(
    "the a an of in on at to for from by with and or was were is are be been had has have it its his her he she they that this"
)


def _one_each(scene: Scene, bounds: list[Bound]) -> list[Bound]:
    """Of several dates that an anchor could take, it takes the one that stands within its noun phrase ("Tuesday’s quake"),
    else the first one behind it, else the last one before it.
    """
    if not any(b.strong for b in bounds):
        return bounds
    taken: dict[Span | None, Bound] = {}
    for bound in sorted((b for b in bounds if b.strong and b.anchor), key=lambda b: _preference(scene, b)):
        taken.setdefault(bound.anchor, bound)
    rule = "D10 the anchor has a date of its own"
    return [b if not b.strong or b is taken.get(b.anchor) else replace(b, strong=False, rules=(*b.rules, rule)) for b in bounds]


def _preference(scene: Scene, bound: Bound) -> tuple[bool, bool, int]:
    behind = bound.anchor is not None and bound.mention.start >= bound.anchor.end
    possessive = scene.text[bound.mention.end : bound.mention.end + 2] in ("’s", "'s")
    return not possessive, not behind, bound.mention.start if behind else -bound.mention.start


@dataclass(frozen=True, slots=True)
class _Binder:
    """Binds the dates of one sentence to one fact. `own` are the words of the fact's statement, `subjects` those of its event."""

    scene: Scene
    number: int
    sentence: Predicates
    anchors: tuple[Hit, ...]
    own: frozenset[str]
    subjects: frozenset[str]
    names: frozenset[str]
    recent: bool
    over: bool

    def bind(self, mention: DateMention) -> Bound:
        dated = Dated.of(self.scene, mention)
        status, cue = self.scene.status(mention.start, mention.end)
        said = self._saying(dated)
        if said:
            nearest = min(self.anchors, key=lambda a: distance(self.scene, a, dated))
            return Bound(mention, _span(nearest), False, (f"D5 the date of “{said}”, a statement",), Status.SAID, near=True)
        strong, rule, anchor = link(self.scene, self.sentence, dated, self.anchors, self.own)
        near = strong or rule.startswith(("D6", "D12")) or mention.relation == "after"
        if status is Status.DENIED and (rule == PARTICIPLE or self.scene.text[mention.end : mention.end + 2] in ("’s", "'s")):
            status, cue = Status.ASSERTED, None  # "denied that rebels were in the school bombed on Sunday": it was bombed
        doubt = self._doubt(dated, anchor) if strong else ""
        rules = [rule, *([doubt] if doubt else [])]
        if cue:
            rules.append(f"S1 {cue.kind}: “{self.scene.text[cue.start : cue.end]}”")
        return Bound(self._moved(self._at_last(mention), dated), _span(anchor), strong and not doubt, tuple(rules), status, near)

    def _doubt(self, dated: Dated, anchor: Hit) -> str:
        """What speaks against the accusation; "" where nothing does."""
        if self._rival_is_nearer(anchor, dated):
            return "X1 another fact’s anchor is nearer"
        if self.recent and (is_another(self.scene, self.number, anchor) or is_one_more(self.scene, anchor)):
            return f"X2 “{self.scene.text[anchor.start : anchor.end]}” is brought in as another one"
        if self.over and is_yet_to_come(self.scene, anchor):
            return "X25 the next one, where the fact’s own is over"
        if is_sequel(self.scene, anchor):
            return "X21 an aftershock, or an anniversary"
        if is_of_somebody_else(self.scene, anchor, self.anchors, self.own, self.names):
            return "X20 told of somebody whom the fact’s statement does not name"
        if self.subjects and is_of_another_subject(self.scene, anchor, self.anchors, self.own):
            return f"X22 not of {' or '.join(sorted(self.subjects))}, as in the fact’s statement"
        if self._is_off(dated, anchor):
            return "X26 called off, or moved to another day"
        if self._is_undated(dated):
            return "X23 counted from what the article does not date"
        return ""

    def _is_undated(self, dated: Dated) -> bool:
        """ "The following Monday" with no date before it in its paragraph."""
        following = self.scene.text[dated.mention.start : dated.mention.end].lower().removeprefix("the ").startswith("following")
        paragraph = self.scene.outline.paragraph(self.sentence.sentence)
        earlier = self.scene.reading.dates(self.scene.outline.sentence_at(paragraph.start))
        return following and not any(d.start < dated.mention.start for d in earlier)

    def _at_last(self, mention: DateMention) -> DateMention:
        """What had happened "by" a day happened on it or before."""
        dateline = self.scene.reading.article.dateline
        if mention.relation != "by" or (dateline and mention.readings[0].first > dateline.day):
            return mention
        clause = self.scene.outline.clause_words(self.scene.outline.words.index(mention.start))
        told = any(self.scene.outline.words.words[w] in ("had", "has", "have") for w in clause)
        return replace(mention, relation="before") if told else mention

    def _moved(self, mention: DateMention, dated: Dated) -> DateMention:
        """What is moved from one day to another is on the latter: "postponed from Tuesday to Thursday"."""
        verb = self.sentence.governor(dated.first, dated.last)
        if mention.rule != "range" or verb is None or self.scene.outline.words.words[verb] not in _MOVED:
            return mention
        return replace(mention, readings=tuple(DateRange(r.last, r.last) for r in mention.readings))

    def _is_off(self, dated: Dated, anchor: Hit) -> bool:
        """Whether the event was called off on that day: "A launch on Tuesday was called off", "was postponed from Tuesday"."""
        clause = self.scene.outline.clause_words(anchor.first)
        found = self.scene.outline.words.words
        off = [w for w in clause if found[w] in _OFF or (found[w] == "called" and found[w + 1 : w + 2] == ["off"])]
        if found[anchor.first - 1 : anchor.first] == ["have"] and found[anchor.first - 2 : anchor.first - 1] == ["to"]:
            return found[anchor.first - 3] in _INTENDED  # "were supposed to have signed it yesterday"
        return any(dated.last < w for w in off) and anchor.last <= off[-1]

    def _is_straight_behind(self, dated: Dated) -> bool:
        """Whether nothing but a preposition parts a date from a verb that is an anchor: "has been closed since 12 September"."""
        joints = ("since", "on", "until", "in")
        found = self.scene.outline.words.words
        return any(
            dated.first - a.last <= 1
            and found[a.last : dated.first] in ([], *([j] for j in joints))
            and self._is_anchor(a.last - 1)
            for a in self.anchors
            if a.last <= dated.first
        )

    def _saying(self, dated: Dated) -> str:
        """The speech verb that the date belongs to, if it is neither an anchor nor a verb of the fact's statement."""
        verb = self.sentence.governor(dated.first, dated.last)
        if dated.attributive or self._is_straight_behind(dated):
            return ""
        if verb is not None and (self._is_anchor(verb) or self.sentence.is_of(verb, self.own)):
            return ""
        for cue in self.scene.reading.cues(self.sentence.sentence):
            if cue.kind == "attribution" and cue.scope.start < dated.mention.end and dated.mention.start < cue.scope.end:
                inside = any(cue.start <= a.start < cue.end for a in self.anchors)
                return "" if inside else self.scene.text[cue.start : cue.end]
        this = "" if verb is None else self.scene.outline.words.words[verb]
        if this == "added" and self.scene.outline.words.words[(verb or 1) - 1] in AUXILIARIES:
            return ""
        return this if this in SPEECH_VERBS else ""

    def _is_anchor(self, word: int) -> bool:
        return any(a.first <= word < a.last for a in self.anchors)

    def _rival_is_nearer(self, anchor: Hit, dated: Dated) -> bool:
        own = distance(self.scene, anchor, dated)
        near = (
            hit for fact, hit in self.scene.rivals_of(self.number, self.sentence.sentence) if _may_explain(fact, dated.mention)
        )
        rivals = _apart(near, anchor)
        return any(r.pattern.form != anchor.pattern.form and distance(self.scene, r, dated) < own for r in rivals)


def is_date_of_saying(scene: Scene, sentence: int, mention: DateMention) -> bool:
    """Whether a date is that of a statement: "said on Friday", "in a letter of 7 February"."""
    dated = Dated.of(scene, mention)
    found = scene.outline.words.words
    first, last = scene.outline.word_range(sentence)
    around = {*found[max(dated.first - 3, first) : dated.first], *found[dated.last + 1 : min(dated.last + 2, last)]}
    if not _SAYING.isdisjoint(around):
        return True
    verb = Predicates(scene, sentence).governor(dated.first, dated.last)
    if verb is None or dated.attributive or found[verb - 1] in AUXILIARIES:
        return False  # "on the first day, 14 October, passengers were told to wait"
    return found[verb] in SPEECH_VERBS


_SAYING = (SPEECH_VERBS | SPEECH_NOUNS) - listed("according reported")


def _is_over(fact: Fact, scene: Scene) -> bool:
    """Whether the fact's day lies before the article's, or on it."""
    dateline = scene.reading.article.dateline
    return isinstance(fact.value, DateRange) and dateline is not None and fact.value.last <= dateline.day


_MOVED = listed("postponed moved rescheduled delayed brought shifted pushed changed put")
_INTENDED = listed("supposed meant scheduled due set expected planned intended was were")
_OFF = listed("postponed cancelled canceled scrubbed scrapped aborted abandoned delayed rescheduled averted")


def _span(hit: Hit) -> Span:
    return Span(hit.start, hit.end)


def _may_explain(fact: Fact, mention: DateMention) -> bool:
    """Whether a date lies near enough to a rival fact's own to be a statement of it."""
    value = fact.value
    if not isinstance(value, DateRange):
        return True
    reach = max(_NEAR_IT, value.last - value.first)
    return any(r.first <= value.last + reach and value.first - reach <= r.last for r in mention.readings)


_NEAR_IT = timedelta(days=45)


def _apart(rivals: Iterable[Hit], anchor: Hit) -> Iterator[Hit]:
    return (r for r in rivals if r.last <= anchor.first or anchor.last <= r.first)


# ---------------------------------------------------------------- the sentence behind


def _of_it(scene: Scene, number: int, sentence: int, anchor: Hit) -> Iterator[Bound]:
    """The date of "It happened on Friday", "The incident took place at dawn on 6 March", straight behind an anchor's sentence."""
    first = scene.outline.word_range(sentence)[1]
    if not _may_point_back(scene.outline.words.words[first : first + 2]):
        return
    following = scene.outline.sentence_of(first)
    verb = _what_happened(scene, following)
    if verb is None or scene.rivals(number, following):
        return
    said = scene.text[scene.outline.words.starts[first] : scene.outline.words.ends[verb]]
    for mention in scene.reading.dates(following)[:1]:
        if scene.outline.clause_of(scene.outline.words.index(mention.start)) == scene.outline.clause_of(verb):
            status, _ = scene.status(mention.start, mention.end)
            rules = (f"D13 “{said}” speaks of the sentence before",)
            yield Bound(mention, _span(anchor), not is_another(scene, number, anchor), rules, status, near=True)


def _may_point_back(opening: Sequence[str]) -> bool:
    """Whether a sentence may begin so that it speaks of the one before; asked first, as it needs no sentences."""
    return not _POINTERS.isdisjoint(opening[:1]) or not _EVENTS.isdisjoint(opening[1:])


def _what_happened(scene: Scene, sentence: int) -> int | None:
    """The verb of a sentence that opens with "It happened", "The incident took place"."""
    first, end = scene.outline.word_range(sentence)
    found = scene.outline.words.words
    points = found[first] in _POINTERS or not _EVENTS.isdisjoint(found[first + 1 : min(first + 2, end)])
    verbs = [w for w in range(first + 1, min(first + 5, end)) if found[w] in _HAPPENED]
    return verbs[0] if points and verbs else None


_POINTERS = frozenset(("it", "this"))
_HAPPENED = listed("happened occurred took began started came")
_EVENTS = listed("incident accident event tragedy disaster episode crash collision shooting ceremony move decision")
