"""What `factspec impact` prints: each place to correct with its correction, each article that was right when published.

What is shown: outcomes. What is not: how they came about (see `factspec.impact`), files and the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from factspec.impact import Affected, Correction, Outcome, Tally
from factspec.model import Dateline, Evidence
from factspec.report.closing import plural
from factspec.report.encoding import encoded
from factspec.report.full import quoted
from factspec.report.look import PLAIN, Look, notice, visible
from factspec.report.structured import problem_row

__all__ = ["IMPACT_REPORTS", "impact_full", "impact_json"]

FORMAT = 1


def impact_full(articles: Iterable[Affected], tally: Tally, look: Look = PLAIN) -> Iterator[str]:
    """A block for each place to correct, a line for each article spared, then how many there are of each outcome."""
    for affected in articles:
        tally.add(affected)
        for one in affected.corrections:
            yield "\n".join(_block(affected, one, look)) + "\n\n"
        if affected.outcome is Outcome.SPARED:
            heading = look.paint(f"{visible(affected.article.path)}:", "bold")
            yield f"{heading} {affected.outcome}, {_when(affected.dateline)}: {visible(affected.reason)}\n\n"
    for problem in tally.problems:
        yield look.paint(notice(problem), "yellow" if problem.warning else "red") + "\n"
    yield look.paint(_verdict(tally), "bold red" if tally.places else "bold green") + "\n"
    counts = ", ".join(f"{tally.outcomes[outcome]} {outcome}" for outcome in Outcome if tally.outcomes[outcome])
    yield ": ".join(filter(None, [plural(tally.articles, "article") or "no article", counts])) + "\n"


def _block(affected: Affected, one: Correction, look: Look) -> Iterator[str]:
    change, place = affected.change, one.place
    at = look.paint(f"{visible(affected.article.path)}:{place.line}:{place.column}:", "bold")
    yield f"{at} {look.paint(affected.outcome, 'bold red')}: {visible(change.fact.id)}"
    yield from quoted((place,), affected.article, look, "bold red")
    yield f"  published  {_when(affected.dateline)}"
    yield f"  was        {visible(change.old.expected)}"
    yield f"  is         {visible(change.new.expected)}"
    yield f"  {visible(one.sentence)}"


def _when(dateline: Dateline | None) -> str:
    if dateline is None:
        return "nobody knows when: the article has no dateline"
    return f"{dateline.moment or dateline.day}{' (guessed)' if dateline.guessed else ''}"


def _verdict(tally: Tally) -> str:
    if not tally.places:
        return "nothing to correct"
    return f"{plural(tally.places, 'place')} to correct in {plural(tally.outcomes[Outcome.CORRECT], 'article')}"


def impact_json(articles: Iterable[Affected], tally: Tally, look: Look = PLAIN) -> Iterator[str]:
    """One JSON object, with a line for each article and fact."""
    yield f'{{"format": {FORMAT},\n"articles": ['
    between = "\n"
    for affected in articles:
        tally.add(affected)
        yield between + encoded(_row(affected))
        between = ",\n"
    summary = {
        "ok": tally.ok,
        "articles": tally.articles,
        "places": tally.places,
        **{outcome.replace(" ", "_"): tally.outcomes[outcome] for outcome in Outcome},
    }
    problems = [problem_row(problem) for problem in tally.problems]
    yield f'\n],\n"problems": {encoded(problems)},\n"summary": {encoded(summary)}}}\n'


def _row(affected: Affected) -> dict[str, Any]:
    change, dateline = affected.change, affected.dateline
    return {
        "spec": change.fact.place.path,
        "fact": change.fact.id,
        "kind": change.fact.kind,
        "article": affected.article.path,
        "published": str(dateline.moment or dateline.day) if dateline else None,
        "outcome": affected.outcome,
        "reason": affected.reason,
        "old": change.old.expected,
        "new": change.new.expected,
        "places": [_place(place) for place in affected.places],
        "corrections": [{**_place(one.place), "sentence": one.sentence} for one in affected.corrections],
    }


def _place(place: Evidence) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "line": place.line, "column": place.column, "text": place.text}


ImpactReport = Callable[[Iterable[Affected], Tally, Look], Iterator[str]]
IMPACT_REPORTS: Mapping[str, ImpactReport] = {"full": impact_full, "json": impact_json}
