"""What reports do with much: the worst first within the limits of who reads them, the rest counted, memory flat."""

from __future__ import annotations

import gc
import json
import re
import weakref
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_results import fact, found, many, of_every_sort, result

from factspec.article import Article
from factspec.errors import Problem
from factspec.model import Verdict
from factspec.report import FOR_PEOPLE, PLAIN, REPORTS, Look
from factspec.report.look import cells, tail, visible
from factspec.report.markdown import LONGEST
from factspec.report.overview import Table
from factspec.report.sarif import MOST
from factspec.report.worst import Worst, counted
from factspec.result import Checked, Counts, Result

AS_THEY_COME = ("full", "concise", "json", "jsonl", "github", "gitlab", "junit", "csv")
HELD = ("sarif", "markdown")


def said(name: str, of: Result, look: Look = PLAIN) -> str:
    return "".join(REPORTS[name](of, look))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3))), st.integers(1, 12))
def test_worst_are_the_first_of_all_in_order_and_the_rest_are_counted(ranks: list[tuple[int, int]], limit: int) -> None:
    worst: Worst[int] = Worst(limit)
    for number, rank in enumerate(ranks):
        worst.add(rank, str(rank), number)
    ordered = sorted(range(len(ranks)), key=lambda number: ranks[number])
    expected = ordered if len(ranks) <= limit else ordered[: limit - 1]
    assert worst.shown() == expected
    assert worst.rest() == Counter(str(ranks[number]) for number in ordered[len(expected) :])


def test_rest_is_said_by_sort() -> None:
    assert counted(Counter({"omitted": 2, "contradicted": 10})) == "12 more: 10 contradicted, 2 omitted"
    assert counted(Counter()) == ""


# ---------------------------------------------------------------- limits of those who read


def test_sarif_holds_what_github_shows_and_counts_the_rest_in_the_last_result() -> None:
    rows = json.loads(said("sarif", many(4000)))["runs"][0]["results"]
    assert len(rows) == MOST
    assert rows[-1]["ruleId"] == "left-out"
    assert rows[-1]["message"]["text"].startswith("3001 more: 3001 omitted.")
    assert {row["ruleId"] for row in rows[:4000]} == {"contradicted"}


def test_sarif_begins_with_the_gravest() -> None:
    rows = json.loads(said("sarif", many(40)))["runs"][0]["results"]
    uris = [row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for row in rows]
    assert uris[:5] == [f"articles/{number:05}.txt" for number in (9, 19, 29, 39, 0)]


def test_github_annotates_ten_of_a_level_and_the_tenth_counts_the_rest() -> None:
    problems = [Problem("FS203", f"waiver {number}", warning=True) for number in range(10)]
    lines = [line for line in said("github", many(30, problems=problems)).splitlines() if line.startswith("::")]
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10
    assert "51 more: 21 contradicted, 30 omitted" in lines[9]
    assert "more" not in lines[-1]
    assert [re.findall(r"file=articles/(\d+)", line) for line in lines[:4]] == [["00009"], ["00019"], ["00029"], ["00000"]]


def test_github_says_every_finding_in_the_log() -> None:
    lines = said("github", many(30)).splitlines()
    assert sum(line.startswith("articles/") for line in lines) == 60


@pytest.mark.parametrize("text", ["x", "日本丸 " * 100, "<&|" * 300])
def test_markdown_fits_a_comment_and_counts_what_does_not(text: str) -> None:
    comment = said("markdown", many(2000, text))
    assert len(comment.encode()) <= LONGEST < 65_536
    rows = comment.count("\n| **")
    (rest,) = re.findall(r"^… (\d+) more: ", comment, re.MULTILINE)
    assert rows + int(rest) == 4000
    assert rows > 10


def test_message_is_cut_where_an_article_is_quoted_at_length() -> None:
    one = many(1, "word " * 10_000)
    for name in ("sarif", "gitlab", "markdown"):
        assert len(said(name, one)) < 10_000, name
    assert all(len(line) < 3_000 for line in said("github", one).splitlines() if line.startswith("::"))


# ---------------------------------------------------------------- identity


def test_fingerprint_is_of_spec_fact_and_article_and_not_of_the_line() -> None:
    text = "The harbour reopened on Tuesday.\n"
    both = [Article("a.txt", moved, moved) for moved in (text, f"A new headline\n\n{text}")]
    of = fact("reopening", 5, "2 March 2026")
    prints, lines = [], []
    for number, article in enumerate(both):
        later = replace(of, place=of.place._replace(line=of.place.line + number))
        some = result([Checked("a.txt", (found(later, article, Verdict.CONTRADICTED, "Tuesday"),), article)])
        row = json.loads(said("sarif", some))["runs"][0]["results"][0]
        prints.append((row["partialFingerprints"], json.loads(said("gitlab", some))[0]["fingerprint"]))
        lines.append(row["locations"][0]["physicalLocation"]["region"]["startLine"])
    assert prints[0] == prints[1]
    assert lines == [1, 3]


def test_fingerprints_of_different_findings_differ() -> None:
    rows = json.loads(said("sarif", many(200)))["runs"][0]["results"]
    assert len({row["partialFingerprints"]["factspec/v1"] for row in rows}) == 400


# ---------------------------------------------------------------- streams


def watched(number: int) -> tuple[Result, list[weakref.ref[Article]]]:
    """A result that can be read once, and references to the articles that it has given out."""
    given: list[weakref.ref[Article]] = []

    def articles() -> Iterator[Checked]:
        for count in range(number):
            article = Article(f"{count}.txt", "Monday\n", "Monday\n")
            given.append(weakref.ref(article))
            yield Checked(article.path, (found(fact("day", 5, "Sunday"), article, Verdict.CONTRADICTED, "Monday"),), article)

    return Result(articles(), (), Counts()), given


@pytest.mark.parametrize("name", AS_THEY_COME)
def test_findings_are_written_while_articles_are_read(name: str) -> None:
    some, given = watched(100)
    pieces = iter(REPORTS[name](some, PLAIN))
    while "Sunday" not in next(pieces):
        assert len(given) <= 2
    assert len(given) <= 2


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_keeps_the_texts_of_articles(name: str) -> None:
    some, given = watched(300)
    alive = 0
    for _ in REPORTS[name](some, PLAIN):
        gc.collect(0)
        alive = max(alive, sum(reference() is not None for reference in given))
    assert len(given) == 300
    assert alive <= 2


def test_every_report_is_said_to_stream_or_to_hold() -> None:
    assert {*AS_THEY_COME, *HELD} == set(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_quiet_leaves_out_warnings(name: str) -> None:
    loud, quiet = said(name, of_every_sort()), said(name, of_every_sort(), Look(warnings=False))
    if name not in {"json", "jsonl", "csv"}:
        assert "FS203" in loud
        assert "FS203" not in quiet


# ---------------------------------------------------------------- the table below long runs


def test_table_stands_below_more_than_a_handful_of_findings() -> None:
    for name in FOR_PEOPLE - {"github"}:
        assert "findings that fail, by article" not in said(name, many(2))
        assert said(name, many(12)).endswith(
            "                                 contradicted  omitted\n"
            "specs/harbour.facts.yaml::day              12        .\n"
            "specs/harbour.facts.yaml::place             .       12\n"
            "\n"
            "findings that fail, by article:\n"
            + "".join(f"     2  articles/{number:05}.txt\n" for number in range(9))
            + "        … 3 more\n"
            "\n"
            "24 findings fail\n"
            "12 articles × 2 facts = 24 examined: 12 contradicted, 12 omitted (12 required)\n"
        )


WORDS = ("error", "contradicted", "omitted", "vague", "waived", "right at the time", "not applicable", "supported")


@settings(deadline=None)
@given(
    st.dictionaries(st.tuples(st.text(max_size=60), st.text(max_size=40)), st.sampled_from(WORDS), min_size=1, max_size=30),
    st.integers(40, 140),
)
def test_table_fits_its_width_whatever_the_names(facts: dict[tuple[str, str], str], width: int) -> None:
    table = Table()
    for number, (name, word) in enumerate(facts.items()):
        table.add(name, word, fails=word in WORDS[:3])
        for other in WORDS[: number % len(WORDS)]:
            table.add(name, other, fails=False)
    for line in table.lines(Look(width)):
        assert cells(line) <= width
        assert visible(line) == line


def test_narrow_table_shortens_its_headings_and_keeps_the_worst() -> None:
    table = Table()
    for word in WORDS:
        table.add(("specs/a/very/long/path/of/a/spec.facts.yaml", "passengers"), word, fails=True)
    heads, row = table.lines(Look(60))
    assert heads.split()[:4] == ["error", "contr.", "om.", "vague"]
    assert row.startswith("…")
    assert "passengers" in row


@settings(deadline=None)
@given(st.text(max_size=50), st.integers(1, 60))
def test_tail_fits_and_ends_as_the_text_does(text: str, room: int) -> None:
    shown = tail(text, room)
    assert cells(shown) <= max(room, 1)
    assert text.endswith(shown.removeprefix("…")) or shown == text
