"""Specs × articles → findings, by a plan that is compiled once.

The engine knows no file, clock, YAML or pytest: it is given specs and articles and gives findings back. An article is scanned
once for the words of all facts; only facts whose words occur in it are judged, the others are omitted without further ado.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factspec.article import Article
from factspec.binding.curated import Curated
from factspec.binding.event import event_words, speaks_of_event, tells_of
from factspec.binding.pattern import Finder, Found, Pattern, Use
from factspec.binding.reading import Reading
from factspec.binding.scene import Scene
from factspec.binding.vocabulary import Vocabulary
from factspec.curating import curate
from factspec.errors import FactspecError, Problem
from factspec.kinds import KINDS
from factspec.kinds.judging import Judgement
from factspec.kinds.unanchored import is_fresh
from factspec.language.folding import words
from factspec.model import DateRange, Fact, Finding, Place, Qualifier, Role, Spec, Standing, Verdict
from factspec.recognisers.dates import relative_spans

__all__ = ["Examined", "Plan", "compile_plan", "examine", "failed_to_read"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Specs made ready: facts are numbered through all specs, in order."""

    specs: tuple[Spec, ...]
    facts: tuple[Fact, ...]
    spec_of: tuple[int, ...]
    finder: Finder
    vocabulary: Vocabulary
    curated: Curated
    events: tuple[frozenset[str], ...]  # the words of each spec's event
    days: tuple[int, ...]  # the facts that are a single day


@dataclass(frozen=True, slots=True)
class Examined:
    """What one article says of every fact of a plan."""

    plan: Plan
    path: str
    article: Article | None
    judged: Mapping[int, Finding]
    found: Found | None
    error: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def anchored(self) -> frozenset[tuple[str, str]]:
        """The facts whose words occur in the article, as path of the spec and id of the fact."""
        plan = self.plan
        occurring = self.found.occurring() if self.found else ()
        return frozenset((plan.specs[plan.spec_of[n]].path, plan.facts[n].id) for n in occurring)

    def finding(self, number: int) -> Finding:
        """The finding of a fact by its number in the plan."""
        found = self.judged.get(number)
        if found is not None:
            return found
        fact = self.plan.facts[number]
        if self.error:
            return Finding(fact, self.path, Verdict.ERROR, self.error)
        if fact.when:
            return Finding(fact, self.path, Verdict.NOT_APPLICABLE, _NOT_MET)
        return Finding(fact, self.path, Verdict.OMITTED, _NOWHERE)

    @property
    def spec_findings(self) -> Iterator[tuple[Spec, Finding]]:
        """Every finding with its spec, in spec and fact order."""
        for number, spec in enumerate(self.plan.spec_of):
            yield self.plan.specs[spec], self.finding(number)


_NOWHERE = "none of its words occur in the article"
_ANOTHER_STORY = "the article hardly speaks of the event"
_NOT_MET = "none of its `when` words occur in the article"


def compile_plan(specs: Sequence[Spec]) -> Plan:
    """Make specs ready to be checked against many articles."""
    facts = [fact for spec in specs for fact in spec.facts]
    spec_of = [number for number, spec in enumerate(specs) for _ in spec.facts]
    patterns = [(number, p) for number, fact in enumerate(facts) for p in KINDS[fact.kind].patterns(fact)]
    return Plan(
        tuple(specs),
        tuple(facts),
        tuple(spec_of),
        Finder(patterns, lambda number, pattern: _touches(facts[number], pattern)),
        Vocabulary(_name_words(patterns)),
        curate(specs, facts, spec_of),
        tuple(event_words(spec.event) for spec in specs),
        tuple(n for n, fact in enumerate(facts) if isinstance(fact.value, DateRange) and fact.value.first == fact.value.last),
    )


def _name_words(patterns: Iterable[tuple[int, Pattern]]) -> Iterator[tuple[str, int, bool]]:
    """The words of names that are long enough to be misspelt, each with its fact and whether it is the only one of its name.

    Of a designation by numbers, "CVE-2026-31877", the letters are looked for, however few they are.
    """
    for number, pattern in patterns:
        if pattern.use is Use.NAME and pattern.cased:
            parts = words(pattern.form).words
            long = [word for word in parts if len(word) >= 4 and not word.isdigit()]
            letters = [word for word in parts if word.isalpha()]
            if not long and len(letters) < len(parts):
                yield from ((word, number, True) for word in letters[:1])
            yield from ((word, number, len(long) == 1) for word in long)


def examine(plan: Plan, article: Article) -> Examined:
    """Judge every fact of a plan that an article touches. Raises nothing for any text."""
    reading = Reading(article)
    found = plan.finder.find(article.text, reading.outline.words)
    meant, named = _meant(plan, reading)
    touched = sorted(found.touched() | named)
    scene = Scene(reading, found, touched, meant, plan.curated)
    about = cache(lambda spec: speaks_of_event(scene, plan.events[spec], _naming(plan, spec, touched)))
    by_value = _by_value(plan, scene, found, touched)
    judged = {number: _judge(plan, scene, number, about) for number in (*touched, *by_value)}
    return Examined(plan, article.path, article, judged, found, problems=_undated(plan, article, touched))


def _by_value(plan: Plan, scene: Scene, found: Found, touched: list[int]) -> list[int]:
    """The facts that no word touches, but whose day or figure an article about their event may state."""
    specs = {plan.spec_of[n] for n in touched}
    told = {s for s in specs if plan.events[s] and tells_of(scene, plan.events[s], _naming(plan, s, touched))}
    if not told:
        return []
    fresh = (n for n in plan.days if is_fresh(scene, plan.facts[n]))
    new = {*found.valued(), *fresh}.difference(touched) & plan.curated.particular
    return sorted(n for n in new if plan.spec_of[n] in told)


def _naming(plan: Plan, spec: int, touched: Iterable[int]) -> Iterator[int]:
    """The facts of a spec whose names tell that an article speaks of its event."""
    return (n for n in touched if plan.spec_of[n] == spec and KINDS[plan.facts[n].kind].family in ("named", "role"))


def _touches(fact: Fact, pattern: Pattern) -> bool:
    """Whether an article in which this pattern of a fact occurs can say anything of it.

    An office alone may be anybody's, what is counted may be counted anywhere: they need their body, or what the fact is about.
    """
    if pattern.use is Use.COUNTED:
        return not (fact.of and fact.about)
    if pattern.use is Use.BODY and isinstance(fact.value, Role):
        return sum(len(word) > 3 for word in words(fact.value.of).words) == 1  # "the mayor of Elmstead"
    return pattern.use not in _OFFICE


_OFFICE = frozenset({Use.OFFICE, Use.BODY, Use.WHEN})


def _undated(plan: Plan, article: Article, touched: Iterable[int]) -> tuple[Problem, ...]:
    """A warning where a date fact met an article without a dateline that has dates which need one."""
    if article.dateline or not any(KINDS[plan.facts[n].kind].family == "date" for n in touched):
        return ()
    spans = relative_spans(article.text)
    if not spans:
        return ()
    evidence = article.evidence(*spans[0])
    found = f"the article has no dateline, and “{evidence.text}” needs one: it was judged by every reading"
    return (Problem("FS110", found, Place(article.path, evidence.line, evidence.column), "begin it with: date 2026-03-07", True),)


def _meant(plan: Plan, reading: Reading) -> tuple[dict[str, list[str]], set[int]]:
    """The known name words that the article's capitalised words are or almost are, and the facts that they may name."""
    meant: dict[str, list[str]] = {}
    for word in reading.capitalised:
        for known in plan.vocabulary.meant(word):
            meant.setdefault(known, []).append(word)
    return meant, plan.vocabulary.named_by(meant)


def _judge(plan: Plan, scene: Scene, number: int, about: Callable[[int], bool]) -> Finding:
    fact = plan.facts[number]
    article = scene.reading.article
    if fact.when and not scene.hits(number, Use.WHEN):
        return Finding(fact, article.path, Verdict.NOT_APPLICABLE, _NOT_MET)
    judgement = KINDS[fact.kind].judge(number, fact, scene)
    if judgement.verdict is not Verdict.OMITTED and not about(plan.spec_of[number]):
        step = f"X30 {_ANOTHER_STORY}: {judgement.verdict} otherwise, since it {judgement.reason}"
        judgement = Judgement(Verdict.OMITTED, _ANOTHER_STORY, steps=(*judgement.steps, step))
    if judgement.verdict is not Verdict.SUPPORTED and fact.history:
        earlier = _right_at_the_time(number, fact, scene)
        if earlier:
            return _finding(fact, article, earlier, Qualifier.RIGHT_AT_THE_TIME)
    return _finding(fact, article, judgement, None)


def _right_at_the_time(number: int, fact: Fact, scene: Scene) -> Judgement | None:
    """The judgement by the value that stood when the article appeared, if that one is supported."""
    dateline = scene.reading.article.dateline
    if dateline is None:
        return None
    for standing in _standings(fact, scene):
        judgement = KINDS[fact.kind].judge(number, replace(fact, value=standing.value), scene)
        if judgement.verdict is Verdict.SUPPORTED:
            since = standing.since.strftime("%Y-%m-%d")
            return replace(judgement, reason=f"{judgement.reason}; right at the time, by the value of {since}")
    return None


def _standings(fact: Fact, scene: Scene) -> list[Standing]:
    """The earlier values that an article of its dateline may hold: the last one before it and, for a day alone, that day's."""
    dateline = scene.reading.article.dateline
    if dateline is None:
        return []
    if dateline.moment:
        return [s for s in fact.history if s.since <= dateline.moment][-1:]
    before = [s for s in fact.history if s.since.date() < dateline.day][-1:]
    return before + [s for s in fact.history if s.since.date() == dateline.day]


def _finding(fact: Fact, article: Article, judgement: Judgement, qualifier: Qualifier | None) -> Finding:
    evidence = tuple(article.evidence(s.start, s.end) for s in dict.fromkeys(judgement.spans)) if judgement.spans else ()
    return Finding(fact, article.path, judgement.verdict, judgement.reason, judgement.found, qualifier, evidence, judgement.steps)


def failed_to_read(plan: Plan, path: str, error: FactspecError) -> Examined:
    """What is known of an article that could not be read: an error for every fact."""
    return Examined(plan, path, None, {}, None, "; ".join(p.message for p in error.problems))
