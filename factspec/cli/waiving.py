"""`factspec waive`: findings are accepted until a day, as waivers in the spec itself.

What is read: the specs, and the articles of the findings, which are checked first: only what fails or is vague can be accepted.
What is not: the other articles. Nothing is written unless all findings can be waived.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import unified_diff
from glob import escape
from typing import NamedTuple, TypeVar
from urllib.parse import unquote

from factspec.cli.asking import ids, nearest, today
from factspec.editing import append_waiver, renew_waiver
from factspec.errors import Problem, UsageError
from factspec.loading import read_specs, text_of
from factspec.model import Finding, Qualifier, Spec, Verdict, Waiver
from factspec.report.destination import destination
from factspec.report.look import visible
from factspec.run import Job, Run, Selection, jobs, matches, shown, waivable
from factspec.spec import load_spec

__all__ = ["waive"]

T = TypeVar("T")

FORMS = "write SPEC::ARTICLE::FACT, ARTICLE::FACT, or the line that factspec check prints, in quotes"
_LINE = re.compile(rf"(?P<article>.+?):\d+:\d+: (?:{'|'.join(Verdict)}):? (?P<fact>[\w-]+)(?::.*)?")
_AROUND = re.compile(r"^(?:FAILED|ERROR|XFAIL) | - .*$")


class Named(NamedTuple):
    """A finding as it was asked for; `spec` is "" where any may be meant."""

    asked: str
    spec: str
    article: str
    fact: str


class Target(NamedTuple):
    """A finding by the path of its spec, its article and its fact."""

    spec: str
    article: str
    fact: str

    def __str__(self) -> str:
        return f"{self.fact!r} in {self.article}"


def waive(asked: Namespace) -> int:
    """Write the waivers, or show them. Raises UsageError (FS420, FS421) with all that is wrong, and then nothing is written."""
    day = today(asked.today)
    late = Problem("FS421", f"--until {asked.until} is past", help="give the last day on which the finding passes")
    named = [_named(text) for text in asked.finding]
    known = _jobs([one for one in named if isinstance(one, Named)], asked.spec)
    found = (one if isinstance(one, Problem) else _target(one, known) for one in named)
    targets = dict.fromkeys(_sound([*([late] if asked.until < day else []), *found]))
    selection = Selection(tuple(target.fact for target in targets), tuple(target.article for target in targets))
    findings = _findings(Run(known, today=day, selection=selection))
    _sound(_waivable(target, findings) for target in targets)
    articles = {job.spec.path: job.articles for job in known}
    edits: dict[str, str] = {}
    for target in targets:
        text = edits.get(target.spec) or text_of(target.spec)
        edits[target.spec] = _edited(text, target, articles[target.spec], asked, day)
    if asked.diff:
        _show(edits)
    else:
        _write(edits)
        sys.stdout.writelines(visible(f"{one.spec}: waived {one} until {asked.until}") + "\n" for one in targets)
    return 0


def _sound(found: Iterable[T | Problem]) -> list[T]:
    """What was found; UsageError with all problems where there are any."""
    each = list(found)
    problems = [one for one in each if isinstance(one, Problem)]
    if problems:
        raise UsageError(problems)
    return [one for one in each if not isinstance(one, Problem)]


def _named(text: str) -> Named | Problem:
    """What a finding's name says, in one of the forms in which findings are printed."""
    plain = _AROUND.sub("", text.strip())
    parts = plain.split("::")
    if len(parts) in {2, 3} and all(parts):
        return Named(text, "" if len(parts) == 2 else parts[0], parts[-2], unquote(parts[-1]))
    line = _LINE.fullmatch(plain)
    return Named(text, "", line["article"], line["fact"]) if line else Problem("FS420", f"{text!r} names no finding", help=FORMS)


def _jobs(named: list[Named], specs: list[str] | None) -> list[Job]:
    """The specs that are named or to be looked in, with their articles; specs explain each other's figures, so all are read."""
    paths = [one.spec for one in named if one.spec]
    if specs or len(paths) < len(named) or os.path.isdir("specs"):  # noqa: PTH112
        paths += specs or ["specs"]
    return jobs(read_specs(paths).specs)[0]


def _target(named: Named, known: list[Job]) -> Target | Problem:
    """The one finding that is meant."""
    these = [job for job in known if not named.spec or shown(job.spec.path) == shown(named.spec)]
    holding = [job for job in these if named.fact in ids([job.spec])]
    if not holding:
        return _no(named, f"no spec has a fact {named.fact!r}", nearest(named.fact, ids(job.spec for job in these)))
    checked = [job for job in holding if any(fact.id == named.fact and fact.checked for fact in job.spec.facts)]
    holding = checked or holding  # of a fact that is not checked there is nothing to waive
    names = {named.article, unquote(named.article)}
    pairs = [(job, path) for job in holding for path in job.articles]
    found = [pair for pair in pairs if pair[1] in map(shown, names)]
    found = found or [pair for pair in pairs if any(matches(pair[1], name) for name in names)]
    if len(found) == 1:
        return Target(found[0][0].spec.path, found[0][1], named.fact)
    if not found:
        return _no(named, "the spec has no such article", nearest(named.article, [path for _, path in pairs]))
    several = ", ".join(f"{job.spec.path}::{path}::{named.fact}" for job, path in found[:5])
    return _no(named, f"it names {len(found)} findings", f"name one: {several}")


def _no(named: Named, why: str, help_: str) -> Problem:
    return Problem("FS420", f"{named.asked!r} cannot be waived: {why}", help=help_)


def _findings(run: Run) -> dict[Target, Finding]:
    return {
        Target(finding.fact.place.path, finding.article, finding.fact.id): finding
        for checked in run
        for finding in checked.findings
    }


def _waivable(target: Target, findings: Mapping[Target, Finding]) -> Target | Problem:
    finding = findings[target]
    if waivable(finding):
        return target
    why = f"it passes, since it is {finding.qualifier or finding.verdict}"
    if finding.verdict is Verdict.ERROR:
        why = f"the article cannot be read: {finding.reason}"
    elif finding.qualifier is Qualifier.WAIVED:
        why = "it is waived already"
    elif not finding.fact.checked:
        why = "the fact is not checked"
    return Problem("FS420", f"{target} cannot be waived: {why}", finding.fact.place)


# ---------------------------------------------------------------- editing


def _edited(text: str, target: Target, articles: tuple[str, ...], asked: Namespace, day: date) -> str:
    """The spec's text with the waiver: an expired one for the same finding is renewed, else there is one more."""
    spec = load_spec(target.spec, text).spec
    said = {"reason": asked.reason, "by": asked.by, "until": asked.until}
    old = next(_expired(spec, target, articles, day), None)
    if old:
        return renew_waiver(target.spec, text, old.place, **said)
    return append_waiver(target.spec, text, fact=target.fact, article=_shortest(target.article, articles), **said)


def _expired(spec: Spec, target: Target, articles: tuple[str, ...], day: date) -> Iterator[Waiver]:
    """The waivers of this finding and no other that have run out."""
    for waiver in spec.waivers:
        if waiver.fact == target.fact and waiver.until < day:
            if [path for path in articles if matches(path, waiver.article)] == [target.article]:
                yield waiver


def _shortest(article: str, articles: tuple[str, ...]) -> str:
    """The file name, or as many folders before it as it takes to name this article alone; else with `[`, `*` and `?` escaped."""
    parts = article.split("/")
    names = ["/".join(parts[-number:]) for number in range(1, len(parts) + 1)]
    return next(
        (name for name in [*names, *map(escape, names)] if [path for path in articles if matches(path, name)] == [article]),
        article,
    )


def _write(edits: Mapping[str, str]) -> None:
    for path, text in edits.items():
        with destination(path) as out:
            out.write(text)


def _show(edits: Mapping[str, str]) -> None:
    for path, text in edits.items():
        lines = unified_diff(text_of(path).splitlines(), text.splitlines(), path, path, n=2, lineterm="")
        sys.stdout.writelines(visible(line) + "\n" for line in lines)
