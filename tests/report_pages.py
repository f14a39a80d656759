"""Reports for the tests of the HTML report: a small event with everything in it, large ones, and a hostile one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from factspec.article import Article
from factspec.loading import load
from factspec.model import Dateline, Fact, Figure, Finding, Place, Qualifier, Quantity, Span, Spec, Verdict
from factspec.report.html import LIMIT, Earlier, Edition, html_report
from factspec.report.html.since import Was
from factspec.result import Checked, Counts, Result, passes
from factspec.run import Run, jobs

FOLDER = Path(__file__).parent / "corpora" / "report"
NOW = datetime(2026, 11, 21, 21, 55, tzinfo=UTC)
EDITION = Edition(NOW, "21 November 2026, 21:55", "factspec 0.1.0")
SCRIPT = re.compile(r'<script type="application/json" id="(?P<id>\w+)">(?P<json>.*?)</script>', re.DOTALL)


def specs_of_the_event() -> list[Spec]:
    return list(load(FOLDER / "specs"))


def result_of_the_event() -> Result:
    """The event's result, whole; it can be read again and again."""
    named, problems = jobs(specs_of_the_event())
    return Run(named, today=NOW.date(), problems=problems).kept()


def event(earlier: Earlier | None = None, edition: Edition = EDITION) -> str:
    return "".join(html_report(result_of_the_event(), specs_of_the_event(), edition, earlier))


def silent_event() -> str:
    """The event's report with an article whose figure could not be read."""
    return re.sub(r',"n":115(\.0)?(?=[,}])', "", event())


def earlier_event() -> Earlier:
    """A check of the day before: one contradiction less, one more, and one that said something else."""
    now = {
        (one.fact.place.path, one.fact.id, one.article): Was(not passes(one), one.found, "")
        for one in result_of_the_event().findings
    }
    for (spec, fact, article), was in list(now.items()):
        if (fact, Path(article).stem) == ("crew-on-board", "courier-draft-anniversary"):
            now[spec, fact, article] = was._replace(failed=False)
        if (fact, Path(article).stem) == ("people-hurt", "courier-draft-anniversary"):
            now[spec, fact, article] = was._replace(found="Five")
        if (fact, Path(article).stem) == ("ship", "isles-gazette-0315"):
            now[spec, fact, article] = Was(True, "MV Kittywake", "0" * 64)
    return Earlier("yesterday.html", now, "20 November 2026")


def scripts(page: str) -> dict[str, Any]:
    """The data of a page, by the ids of its script elements."""
    return {match["id"]: json.loads(match["json"]) for match in SCRIPT.finditer(page)}


def fact(number: int) -> Fact:
    stated = Figure(Quantity(number, number))
    return Fact(f"fact-{number:03}", "count", stated, str(number), Place("specs/large.facts.yaml", 5 + number, 3), of=("boats",))


WORDS = "The harbour office said on Monday that the boats were counted again after the storm and that nobody was missing. "
OUTLETS = ("Skerry Post", "", "Northwire")
PATTERN = "c" + "s" * 6 + "n" * 9 + "v" + "s" * 5 + "t"
VERDICTS = {"c": Verdict.CONTRADICTED, "s": Verdict.SUPPORTED, "n": Verdict.OMITTED, "v": Verdict.VAGUE, "t": Verdict.SUPPORTED}


def large(articles: int, facts: int, words: int = 25) -> tuple[Result, list[Spec]]:
    """A result of so many articles and facts, about half of them stated, one in 23 contradicted."""
    known = tuple(fact(number) for number in range(facts))
    spec = Spec("specs/large.facts.yaml", "The storm of March", known)
    counts = Counts(1, facts, articles)
    checked = [_one_of_many(number, known, counts, words) for number in range(articles)]
    return Result(checked, (), counts), [spec]


def _one_of_many(number: int, facts: tuple[Fact, ...], counts: Counts, words: int) -> Checked:
    text = f"Storm report {number}\n\n" + "\n\n".join(f"{at}. {WORDS}" for at in range(words)) + "\n"
    day = date.fromordinal(date(2026, 1, 1).toordinal() + number % 300)
    article = Article(
        f"articles/{number:05}.txt", text, text, Dateline(day), Span(0, text.index("\n")), outlet=OUTLETS[number % len(OUTLETS)]
    )
    findings = []
    for at, (one, name) in enumerate(zip(facts, islice(cycle(PATTERN), number % 23, None), strict=False)):
        start = (len(text) // len(facts)) * at
        places = () if name == "n" else (article.evidence(start, start + 6),)
        why = (
            ()
            if name == "n"
            else (f"“{at}” is bound strongly by “boats”: C1 the figure counts the noun behind it; it is asserted",)
        )
        qualifier = Qualifier.RIGHT_AT_THE_TIME if name == "t" else None
        reason = "none of its words occur in the article" if name == "n" else f"states “{at + 1}” ({at + 1})"
        findings.append(Finding(one, article.path, VERDICTS[name], reason, "", qualifier, places, why))
        counts.add(findings[-1])
    return Checked(article.path, tuple(findings), article)


def page_of(result: Result, specs: Iterable[Spec], limit: int = LIMIT) -> str:
    return "".join(html_report(result, specs, EDITION, limit=limit))


def one_finding(finding: Finding, article: Article, event: str = "The storm") -> str:
    """The report of a single finding."""
    counts = Counts(1, 1, 1)
    counts.add(finding)
    spec = Spec(finding.fact.place.path, event, (finding.fact,))
    return page_of(Result((Checked(article.path, (finding,), article),), (), counts), [spec])


HOSTILE = (
    "</script><script>document.title='owned'</script> <img src=x onerror=alert(1)> <!-- <b onclick=alert(2)>18 passengers</b> "
    "]]> {{ 7*7 }} {% raw %} \x1b[31mred\x1b[0m ::error file=x::y \u202eesrever\u2066 "
    "&lt;i&gt; =cmd|' /C calc'!A0 javascript:alert(3)"
)


def hostile() -> str:
    """A report in which everything that a user can write is hostile, an article's name and a fact's id included."""
    text = f"{HOSTILE}\n\nThere were 80 passengers. {HOSTILE}\n"
    article = Article(
        "articles/<img src=x onerror=alert(4)>\u202e.txt", text, text, Dateline(date(2026, 3, 1)), Span(0, len(HOSTILE))
    )
    at = text.index("80")
    value = Figure(Quantity(18, 18))
    one = Fact(
        "</script><svg onload=alert(5)>", "count", value, HOSTILE, Place("specs/<x>.facts.yaml", 1, 1), ("a",),
        ("b",), (HOSTILE,), (HOSTILE,), statement=HOSTILE, source=HOSTILE, note=HOSTILE, tags=(HOSTILE,),
    )  # fmt: skip
    finding = Finding(
        one, article.path, Verdict.CONTRADICTED, HOSTILE, HOSTILE, None, (article.evidence(at, at + 2),), (HOSTILE,)
    )
    return one_finding(finding, article, HOSTILE)


def accepted_in_a_baseline() -> str:
    """The event, with what contradicts it accepted by a baseline."""
    whole = result_of_the_event()

    def known(finding: Finding) -> Finding:
        fails = finding.verdict is Verdict.CONTRADICTED and finding.qualifier is None
        return replace(finding, qualifier=Qualifier.BASELINE) if fails else finding

    articles = [replace(each, findings=tuple(map(known, each.findings))) for each in whole.articles]
    return page_of(Result(articles, whole.problems, whole.counts), specs_of_the_event())


def left_out(articles: int = 42) -> str:
    """A report of articles that all leave out one fact, the last two of them drafts; the first leaves out a second one."""
    place = Place("specs/storm.facts.yaml", 4, 3)
    value = Figure(Quantity(18, 18))
    boats = Fact("boats", "count", value, "18", place, of=("boats",), statement="There were 18 boats.")
    crews = Fact("crews", "count", value, "18", place._replace(line=6), of=("crews",), statement="There were 18 crews.")
    counts = Counts(1, 2, articles)
    checked = []
    for number in range(articles):
        day = date(2026, 12, 1) if number >= articles - 2 else date(2026, 1, 1 + number % 28)
        text = f"Storm report {number}\n\nNobody counted them. The harbour was shut.\n"
        article = Article(f"articles/{number:02}.txt", text, text, Dateline(day), Span(0, text.index("\n")))
        facts = (boats, crews) if not number else (boats,)
        why = "none of its words occur in the article"
        found = tuple(Finding(one, article.path, Verdict.OMITTED, why) for one in facts)
        for each in found:
            counts.add(each)
        checked.append(Checked(article.path, found, article))
    return page_of(Result(checked, (), counts), [Spec(place.path, "The storm", (boats, crews))])


def with_waivers(folder: Path) -> str:
    """The report of a spec with a waiver in force, one that has ended, and two for nothing."""
    (folder / "s.facts.yaml").write_text(WAIVERS, encoding="utf-8")
    (folder / "a.txt").write_text("80 boats came. 90 crews came.\n", encoding="utf-8")
    (folder / "b.txt").write_text("18 boats came. 19 crews came.\n", encoding="utf-8")
    specs = list(load(folder))
    named, problems = jobs(specs)
    return page_of(Run(named, today=NOW.date(), problems=problems).kept(), specs)


WAIVERS = """factspec: 1
event: A storm
articles: ['*.txt']
facts:
  boats: {kind: count, value: 18, of: [boats]}
  crews: {kind: count, value: 19, of: [crews]}
waivers:
  - {fact: boats, article: a.txt, reason: quotes the harbour office, by: night desk, until: 2027-01-31}
  - {fact: crews, article: a.txt, reason: was being checked, by: night desk, until: 2026-10-31}
  - {fact: boats, article: b.txt, reason: was wrong once, by: night desk, until: 2027-01-31}
  - {fact: crews, article: c.txt, reason: was wrong once, by: night desk, until: 2027-01-31}
"""


def two_specs(folder: Path) -> str:
    """The report of two specs that have a fact of one name, over an article that cannot be read and one that can."""
    for name, articles in (("one", "[a.txt, b.txt]"), ("two", "[b.txt]")):
        text = f"factspec: 1\nevent: {name}\narticles: {articles}\nfacts:\n  boats: {{kind: count, value: 18, of: [boats]}}\n"
        (folder / f"{name}.facts.yaml").write_text(text, encoding="utf-8")
    (folder / "a.txt").write_bytes(b"\x00\x01\x02")
    (folder / "b.txt").write_text("18 boats came.\n", encoding="utf-8")
    specs = list(load(folder))
    named, problems = jobs(specs)
    return page_of(Run(named, today=NOW.date(), problems=problems).kept(), specs)
