"""Results made by hand, for tests of reports: one with a finding of every sort, and twins of harmless and of hostile text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import DateRange, Evidence, Fact, Finding, Place, Qualifier, Verdict
from factspec.result import Checked, Counts, Result

SPEC = "specs/harbour.facts.yaml"
DAY = DateRange(date(2026, 3, 2), date(2026, 3, 2))

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</code></testcase>]]><!--",
    "[click](javascript:alert(1)) ![i](http://evil.example/i.png) [a](1) {0}",
    "@everyone #1 http://evil.example www.evil.example a@evil.example :smile: $x$",
    "`code` **bold** ~~gone~~ | cell | <br> \\",
    "\n\n# Heading\n\n- item\n\n---\n",
    "\x1b[2J\x1b]8;;http://evil.example\x07link\x9b31m\x00\x7f",
    "\u202e\u2066\u200f\u061cright\u2028\u2029\ufeff",
    "::error file=x,line=1::pwned",
    " \u00a0::stop-commands::x",
    "\r\n::set-env name=A::b\n::warning::x",
    "%0A::error::x%0D",
    "##[error]pwned",
    "a ##vso[task.setvariable variable=a]b ##teamcity[x] ###[group]",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "+1",
    "-1",
    "\t=1",
    "|x",
    "a;=1+1;+1",
    '",=1+1,"',
    "\uff1d1",
    "\ufffe\uffff\ud800",
    "&amp;&#60;&lt;",
)


def fact(id_: str, line: int, expected: str, **more: object) -> Fact:
    made = Fact(id_, "date", DAY, expected, Place(SPEC, line, 3))
    return replace(made, **more)  # type: ignore[arg-type] # each test names fields of a fact


def found(of: Fact, article: Article, verdict: Verdict, what: str = "", qualifier: Qualifier | None = None) -> Finding:
    """A finding that rests on the first place of some words, or on none."""
    at = article.text.find(what) if what else -1
    evidence = (article.evidence(at, at + len(what)),) if at >= 0 else ()
    reasons = {
        Verdict.SUPPORTED: f"states “{what}”",
        Verdict.CONTRADICTED: f"states “{what}” where the spec has {of.expected}",
        Verdict.OMITTED: "none of its words occur in the article",
        Verdict.VAGUE: f"“{what}” is weaker than {of.expected}",
        Verdict.NOT_APPLICABLE: "the article mentions none of: ferry",
        Verdict.ERROR: "the article is empty",
    }
    steps = (f"“{what}” is bound strongly by “reopened”.",) if what else ()
    return Finding(of, article.path, verdict, reasons[verdict], what if evidence else "", qualifier, evidence, steps)


def result(articles: Iterable[Checked], problems: Iterable[Problem] = (), *, strict: bool = False) -> Result:
    """A result that can be read again and again, counted."""
    articles = tuple(articles)
    facts = {finding.fact.id: finding.fact for checked in articles for finding in checked.findings}
    counts = Counts(1, sum(fact.checked for fact in facts.values()), len(articles))
    for checked in articles:
        for finding in checked.findings:
            counts.add(finding, strict)
    return Result(articles, tuple(problems), counts, strict)


def _article(path: str, text: str) -> Article:
    return Article(path, text, text)


def of_every_sort() -> Result:
    """Three articles, one of them unreadable, and a finding of every verdict and qualifier, every level of problem."""
    first = _article(
        "articles/01 first.txt",
        "Harbour reopens\n\n"
        "The harbour reopened on Tuesday, 3 March, after repairs of some weeks.\n"
        "Dozens of boats — 日本丸 too — came back.\n",
    )
    second = _article("articles/02.txt", "The harbour has been open since Monday. Forty boats returned, it was said on Sunday.\n")
    unread = _article("articles/03.txt", "")
    reopening = fact("reopening", 5, "2 March 2026", severity="critical", statement="The harbour reopened on 2 March 2026.")
    boats = fact("boats", 12, "48", kind="count", severity="low")
    works = fact("works", 17, "six weeks", kind="quantity")
    mayor = fact("mayor", 22, "Ema Moravi", kind="name", required=False)
    ferry = fact("ferry", 26, "3 March 2026", when=("ferry",))
    draft = fact("draft", 31, "9 March 2026", checked=False)
    return result(
        [
            Checked(
                first.path,
                (
                    found(reopening, first, Verdict.CONTRADICTED, "Tuesday, 3 March"),
                    found(boats, first, Verdict.VAGUE, "Dozens of boats"),
                    found(works, first, Verdict.CONTRADICTED, "some weeks", Qualifier.WAIVED),
                    found(mayor, first, Verdict.OMITTED),
                    found(ferry, first, Verdict.NOT_APPLICABLE),
                    found(draft, first, Verdict.CONTRADICTED, "3 March"),
                ),
                first,
            ),
            Checked(
                second.path,
                (
                    found(reopening, second, Verdict.SUPPORTED, "Monday"),
                    found(boats, second, Verdict.CONTRADICTED, "Forty", Qualifier.RIGHT_AT_THE_TIME),
                    found(works, second, Verdict.OMITTED),
                    found(ferry, second, Verdict.CONTRADICTED, "Sunday", Qualifier.BASELINE),
                ),
                second,
            ),
            Checked(unread.path, tuple(found(one, unread, Verdict.ERROR) for one in (reopening, boats)), None),
        ],
        [
            Problem("FS105", "the article is empty", Place(unread.path, 1, 1), "remove it, or put its text back"),
            Problem("FS203", "waiver of 'works' for '01*' expires after 2026-03-20", Place(SPEC, 40, 5), "by desk", warning=True),
            Problem("FS302", "'notes/*.txt' matches no file", None, "relative to the working folder"),
        ],
    )


def filled(text: Callable[[int], str]) -> Result:
    """A result with the texts of `text`, numbered, wherever a text of an article, a spec or a path can stand."""
    numbers = iter(range(1000))

    def one() -> str:
        return text(next(numbers))

    findings = []
    for number, verdict in enumerate([Verdict.CONTRADICTED, Verdict.OMITTED, Verdict.VAGUE, Verdict.SUPPORTED] * 8):
        of = fact("x", 1, one(), id=one(), statement=one(), place=Place(one(), number + 1, 1), source=one(), note=one())
        body = f"Words. {one()} {one()}"
        places = () if verdict is Verdict.OMITTED else (Evidence(0, 5, 1, 1, one()), Evidence(2, 3, 1, 3, one()))
        findings.append((Finding(of, one(), verdict, one(), one(), None, places, (one(), one())), Article(one(), body, body)))
    problems = [Problem(f"FS30{n}", one(), Place(one(), 1, 1) if n % 2 else None, one(), warning=n > 3) for n in range(1, 6)]
    return result([Checked(finding.article, (finding,), article) for finding, article in findings], problems)


def tame() -> Result:
    return filled(lambda number: f"text {number}")


def hostile() -> Result:
    return filled(lambda number: HOSTILE[number % len(HOSTILE)] + f"{number}" + HOSTILE[number * 7 % len(HOSTILE)])


def many(articles: int, text: str = "x", problems: Iterable[Problem] = ()) -> Result:
    """As many articles with a contradiction and an omission each; every tenth of the facts is critical."""
    made = []
    for number in range(articles):
        source = Article(f"articles/{number:05}.txt", "Monday\n", "Monday\n")
        graver = fact("day", 5, text, severity="critical" if number % 10 == 9 else "")
        findings = (found(graver, source, Verdict.CONTRADICTED, "Monday"), found(fact("place", 9, text), source, Verdict.OMITTED))
        made.append(Checked(source.path, findings, source))
    return result(made, problems)
