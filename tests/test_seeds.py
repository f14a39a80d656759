"""The two seed articles agree with their specs, and a wrong word in one of them fails exactly the fact that it is about.

Run over the articles of `seeds/` and over the two they were written after, in $FACTSPEC_SHARED/seeds, where these are at hand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import factspec
from factspec.engine import Plan, compile_plan, examine
from factspec.model import Finding, Verdict
from factspec.readers import read_bytes
from factspec.result import passes

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("FACTSPEC_SHARED", ROOT.parent / "shared")) / "seeds"
FOLDERS = {"seeds": ROOT / "seeds", "shared": SHARED}
BRITISH, AMERICAN = "000_7542203f419ab4e0.txt", "001_b47d894ebcbe7687.txt"
ONE, TWO, BOTH = (BRITISH,), (AMERICAN,), (BRITISH, AMERICAN)

SUPPORTED, CONTRADICTED, OMITTED = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.OMITTED


@dataclass(frozen=True)
class Edit:
    """A change of an article, `pattern` → `new` at its first `times` occurrences (0: at all), and the fact that then fails."""

    name: str
    pattern: str
    new: str
    fact: str = ""
    verdict: Verdict = SUPPORTED
    articles: tuple[str, ...] = BOTH
    times: int = 0

    @property
    def fails(self) -> dict[str, Verdict]:
        return {self.fact: self.verdict} if self.fact else {}


def wrong(name: str, pattern: str, new: str, fact: str, articles: tuple[str, ...] = BOTH, times: int = 0) -> Edit:
    return Edit(name, pattern, new, fact, CONTRADICTED, articles, times)


def gone(name: str, pattern: str, new: str, fact: str, articles: tuple[str, ...] = BOTH) -> Edit:
    return Edit(name, pattern, new, fact, OMITTED, articles)


def same(name: str, pattern: str, new: str, articles: tuple[str, ...] = BOTH) -> Edit:
    return Edit(name, pattern, new, articles=articles)


BREAKING = (
    wrong("another day of the operation", r"28 February", "27 February", "operation-date", ONE),
    wrong("another day at the first mention", r"28 February", "27 February", "operation-date", ONE, 1),
    wrong("another day of the operation", r"February 28", "February 27", "operation-date", TWO),
    wrong("another month", r"February 28", "January 28", "operation-date", TWO),
    wrong("another year", r"28 February", "28 February 2025", "operation-date", ONE, 1),
    wrong("a denied operation", r"on 28 February,?", "which did not take place on 28 February,", "operation-date", ONE, 1),
    wrong("a denied operation", r"on February 28", "that did not take place on February 28", "operation-date", TWO),
    wrong("another weekday of the call", r"on Friday", "on Thursday", "call-date"),
    wrong("a day before the call", r"on Friday", "on 5 March", "call-date"),
    wrong("another name of the operation", r"Roaring Lion", "Rising Lion", "operation-names"),
    wrong("a misspelt name of the operation", r"Epic Fury", "Epic Furry", "operation-names"),
    gone("one of two names gone", r" or Roaring Lion", "", "operation-names"),
    gone("the other of two names gone", r"Operation Epic Fury or ", "", "operation-names"),
    wrong("another given name", r"Masoud", "Mahmoud", "iranian-president"),
    wrong("a misspelt given name", r"Masoud", "Masuod", "iranian-president"),
    wrong("another office", r"Supreme Leader", "Foreign Minister", "supreme-leader"),
    wrong("a lower price", r"past \$100", "to $80", "oil-price", ONE),
    wrong("a lower level", r"\$100", "$80", "oil-price", ONE),
    wrong("an altered quotation", r'"armed aggression"', '"armed assistance"', "aggression-quote", ONE),
    wrong("an altered quotation", r"“heartfelt condolences”", "“heartfelt greetings”", "condolences-quote", TWO),
    gone("no council, however abbreviated", r"Gulf Cooperation Council \(GCC\)|GCC", "Gulf", "gulf-council"),
    gone("no ministry", r"Russia.s Foreign Ministry|[Tt]he Russian Ministry of Foreign Affairs", "A desk", "account-of-the-call"),
    gone("another country of three", r"Jordan", "Qatar", "interceptions", ONE),
    gone("another strait", r"Strait of Hormuz", "Bab-el-Mandeb", "shipping-lane", ONE),
    gone("another force", r"UNIFIL", "NATO", "frontier-watch", ONE),
    wrong("too few", r"Thousands have been displaced|displacing thousands", "300 people have been displaced", "displaced", ONE),
    wrong("a third leader", r"The two leaders|Both leaders", "The three leaders", "leaders-on-the-call", ONE),
    wrong("a misspelt party", r"Hezbollah", "Hezbolla", "hezbollah"),
    wrong("a misspelt surname", r"Khamenei", "Khameini", "supreme-leader"),
    gone("another party", r"Hezbollah", "Hamas", "hezbollah"),
)

HARMLESS = (
    same("day and month turned about", r"on 28 February", "on February 28, 2026", ONE),
    same("month and day turned about", r"on February 28", "on 28 February", TWO),
    same("the last day of the month", r"on 28 February|on February 28", "on the last day of February"),
    same("a weekday added", r"on 28 February|on February 28", "on Saturday, 28 February"),
    same("an ordinal", r"on 28 February|on February 28", "on the 28th of February"),
    same("figures only", r"on 28 February|on February 28", "on 2026-02-28"),
    same("yesterday", r"on Friday", "yesterday"),
    same("the day itself", r"on Friday", "on 6 March"),
    same("the weekday and the day", r"on Friday", "on Friday, March 6,"),
    same("a barrel", r"\$100 per barrel", "$100 a barrel", ONE),
    same("dollars in words", r"\$100 per barrel", "100 dollars per barrel", ONE),
    same("a higher price", r"\$100 per barrel", "$104 a barrel", ONE),
    same("no given name", r"Iranian President Masoud Pezeshkian", "Iranian President Pezeshkian", ONE),
    same("a title for a given name", r"(President )?Masoud Pezeshkian", "President Pezeshkian", TWO),
    same("the abbreviation only", r"Gulf Cooperation Council \(GCC\)", "GCC"),
    same("the full name only", r"Gulf Cooperation Council \(GCC\)", "Gulf Cooperation Council"),
    same("names in quotation marks", r"Operation Epic Fury or Roaring Lion", "“Epic Fury” and “Roaring Lion”"),
    same("names the other way round", r"Operation Epic Fury or Roaring Lion", "Roaring Lion or Operation Epic Fury"),
    same("last Saturday", r"on 28 February|on February 28", "last Saturday"),
    same("a week ago", r"on 28 February|on February 28", "a week ago"),
    same("another minister", r"\Z", "Foreign Minister Abbas Araghchi was not on the call.\n"),
    same("a forecast", r"\Z", "A further operation could begin on 10 March.\n"),
    same("a denial of something else", r"\Z", "The Kremlin denied that a second call had taken place on Saturday.\n"),
    same("a contrast", r"\Z", "Unlike the strikes of 13 June 2025, the operation killed the Supreme Leader.\n"),
    same("an earlier price", r"\Z", "Brent crude cost $71 a barrel a year ago.\n", ONE),
    same("a title in small letters", r"Supreme Leader", "supreme leader"),
    same("another operation", r"\Z", "Operation Desert Fox began on 16 December 1998.\n"),
    same("an earlier operation", r"\Z", "An earlier operation against Iran, Midnight Hammer, took place on 22 June 2025.\n"),
    same("another strike", r"\Z", "Israel had struck the reactor at Osirak on 7 June 1981.\n"),
    same("another telephone call", r"\Z", "Putin had also spoken by telephone with the president of China on 3 February.\n"),
    same("another price", r"\Z", "A tonne of wheat costs $230.\n"),
    same("another president", r"\Z", "President Emmanuel Macron of France made no comment.\n"),
    same("straight marks", r"[“”]", '"', TWO),
    same("curly apostrophes", r"'", "’", ONE),
)


@cache
def plan() -> Plan:
    return compile_plan(factspec.load(sorted((ROOT / "specs").glob("*.facts.yaml"))))


@cache
def findings(article: str, text: str) -> dict[str, Finding]:
    """What the specs find in a text under an article's name, by the id of the fact."""
    examined = examine(plan(), read_bytes(article, text.encode()))
    return {finding.fact.id: finding for _, finding in examined.spec_findings}


def failing(article: str, text: str) -> dict[str, Verdict]:
    return {id_: finding.verdict for id_, finding in findings(article, text).items() if not passes(finding)}


def source(folder: str, article: str) -> str:
    path = FOLDERS[folder] / article
    if not path.exists():
        pytest.skip("needs FACTSPEC_SHARED")
    return path.read_text(encoding="utf-8")


def edited(edit: Edit, folder: str, article: str) -> str:
    """The article with the change made; the phrase must be there, or the test would show nothing."""
    text, count = re.subn(edit.pattern, edit.new.replace("\\", r"\\"), source(folder, article), count=edit.times)
    assert count, f"{edit.pattern!r} does not occur in {article}"
    return text


def cases(edits: Iterable[Edit]) -> list[object]:
    return [
        pytest.param(edit, folder, article, id=f"{edit.name}-{folder}-{article[:3]}")
        for edit in edits
        for folder in FOLDERS
        for article in edit.articles
    ]


@pytest.mark.parametrize("article", BOTH)
@pytest.mark.parametrize("folder", FOLDERS)
def test_seed_agrees_with_its_specs(folder: str, article: str) -> None:
    assert failing(article, source(folder, article)) == {}


@pytest.mark.parametrize("article", BOTH)
def test_seed_supports_every_required_fact(article: str) -> None:
    found = {
        id_: finding.verdict for id_, finding in findings(article, source("seeds", article)).items() if finding.fact.required
    }
    assert set(found.values()) <= {SUPPORTED, Verdict.NOT_APPLICABLE}


def test_optional_fact_is_stated_by_one_article_at_least() -> None:
    both = [findings(article, source("seeds", article)) for article in BOTH]
    silent = {OMITTED, Verdict.NOT_APPLICABLE}
    assert {id_ for id_ in both[0] if all(found[id_].verdict in silent for found in both)} == set()


@pytest.mark.parametrize(("edit", "folder", "article"), cases(BREAKING))
def test_wrong_word_fails_exactly_its_fact(edit: Edit, folder: str, article: str) -> None:
    assert failing(article, edited(edit, folder, article)) == edit.fails


@pytest.mark.parametrize(("edit", "folder", "article"), cases(e for e in BREAKING if e.verdict is CONTRADICTED))
def test_contradiction_points_at_the_wrong_word(edit: Edit, folder: str, article: str) -> None:
    """The evidence lies on the line of the change and touches it, in the file's own lines and columns."""
    text = edited(edit, folder, article)
    at = text.index(edit.new)
    evidence = findings(article, text)[edit.fact].evidence[0]
    assert evidence.start < at + len(edit.new)
    assert evidence.end > at
    assert text[evidence.start : evidence.end] == evidence.text
    assert evidence.line == text.count("\n", 0, evidence.start) + 1
    assert evidence.column == evidence.start - text.rfind("\n", 0, evidence.start)


@pytest.mark.parametrize(("edit", "folder", "article"), cases(HARMLESS))
def test_another_way_to_say_it_fails_nothing(edit: Edit, folder: str, article: str) -> None:
    assert failing(article, edited(edit, folder, article)) == {}


@pytest.mark.parametrize("article", BOTH)
def test_seed_is_in_our_own_words(article: str) -> None:
    """No run of fourteen words is the other article's; names, figures and quotations take up to twelve."""
    ours, theirs = (re.findall(r"\w+", source(folder, article).lower()) for folder in FOLDERS)
    runs = {tuple(theirs[i : i + 14]) for i in range(len(theirs) - 13)}
    assert not [ours[i : i + 14] for i in range(len(ours) - 13) if tuple(ours[i : i + 14]) in runs]


@pytest.mark.parametrize("article", BOTH)
def test_seed_has_the_layout_of_the_other(article: str) -> None:
    ours, theirs = (source(folder, article).splitlines() for folder in FOLDERS)
    assert [bool(line.strip()) for line in ours] == [bool(line.strip()) for line in theirs]
    assert ours[0].split()[:2] == theirs[0].split()[:2] == ["date", "2026-03-07"]
