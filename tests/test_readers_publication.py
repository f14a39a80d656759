"""What a text's head says of its publication: tests/corpora/publication.yaml, and the dates of real articles."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from factspec.article import Article
from factspec.model import Dateline
from factspec.readers import read_bytes

ROOT = Path(__file__).parent.parent
CORPUS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "corpora" / "publication.yaml").read_text("utf-8"))


def read(text: str, path: str = "a.txt") -> Article:
    return read_bytes(path, text.encode())


def first_line(row: dict[str, Any] | str) -> str:
    return (row if isinstance(row, str) else row["text"]).strip().replace("\n", "/")[:60]


@pytest.mark.parametrize("row", CORPUS["heads"], ids=first_line)
def test_head_says_when_the_article_appeared(row: dict[str, Any]) -> None:
    article = read(row["text"], row.get("path", "a.txt"))
    assert article.dateline == Dateline(row["day"], row.get("moment"), row.get("guessed", False))
    assert article.text == row["rest"]
    assert (article.text[slice(*article.headline)] if article.headline else None) == row.get("headline")
    assert not article.problems


@pytest.mark.parametrize("text", CORPUS["not"], ids=first_line)
def test_date_of_the_body_is_no_dateline(text: str) -> None:
    article = read(text)
    assert article.dateline is None
    assert article.text == text


@pytest.mark.parametrize("row", CORPUS["faults"], ids=first_line)
def test_impossible_dateline_is_a_warning_and_no_dateline(row: dict[str, Any]) -> None:
    article = read(row["text"])
    (problem,) = article.problems
    assert article.dateline is None
    assert article.text == row["rest"]
    assert problem.warning
    assert problem.code == "FS152"
    assert row["fault"] in problem.message


def test_fault_of_a_dateline_stands_at_its_date() -> None:
    (problem,) = read("Ferry sinks\r\n\r\nPublished: 31 June 2026\r\n\r\nBody.").problems
    assert str(problem.place) == "a.txt:3:12"


def test_wrong_weekday_is_a_warning_and_the_date_holds() -> None:
    article = read("Friday, March 7, 2026\n\nBody.")
    assert article.dateline == Dateline(date(2026, 3, 7))
    assert "2026-03-07 is a Saturday, not a Friday" in article.problems[0].message


def test_moment_is_the_local_one_that_is_stated() -> None:
    article = read("date: 2026-03-07T23:30:00+09:00\n\nBody.")
    assert article.dateline is not None
    assert article.dateline.moment == datetime(2026, 3, 7, 23, 30)  # noqa: DTZ001


# ---------------------------------------------------------------- real articles


def shared(*parts: str) -> Path:
    path = Path(os.environ.get("FACTSPEC_SHARED", ROOT.parent / "shared")).joinpath(*parts)
    if not path.exists():
        pytest.skip("needs FACTSPEC_SHARED")
    return path


def test_dated_articles_are_read_with_their_date_and_headline() -> None:
    paths = sorted(shared("benchmarks", "events").glob("*/articles/*.txt"))
    assert paths
    for path in paths:
        source = path.read_text("utf-8")
        article = read(source)
        stated, _, below = source.strip().partition("\n")
        day = stated[5:15] if stated.startswith("date ") else None
        assert (str(article.dateline.day) if article.dateline else None) == day
        assert article.headline is not None
        assert article.text[slice(*article.headline)] == (stated[16:] if day else stated)
        assert article.text.endswith(below.strip())


def test_news_with_a_date_line_are_read_with_their_date() -> None:
    rows = list(map(json.loads, shared("benchmarks", "dates_gum.jsonl").read_text("utf-8").splitlines()))
    datelines = [read(row["text"]).dateline for row in rows]
    assert [str(each.day) if each else "" for each in datelines] == [row["published"] for row in rows]
    assert sum(each.guessed for each in datelines if each) <= 1


PAGE = "<html><head>{head}</head><body><article><h1>Ferry sinks</h1><p>A ferry sank off Skerry.</p></article></body></html>"
DATA = '<script type="application/ld+json">{}</script>'
OUTLETS = [
    ("a.txt", "SKERRY, May 12, 2026 (Northwire) - A ferry sank.", "Northwire"),
    ("a.txt", "SKERRY, May 12, 2026 /Northwire/ -- A ferry sank.", "Northwire"),
    ("a.txt", "SKERRY, May 12, 2026 - A ferry (Northwire) sank.", ""),
    ("a.md", "---\ntitle: Ferry sinks\noutlet: 'Port Ellery Courier'\n---\n\nA ferry sank.\n", "Port Ellery Courier"),
    ("a.md", "---\ntitle: Ferry sinks\nsource: https://example.org/a\n---\n\nA ferry sank.\n", ""),
    ("a.html", PAGE.format(head='<meta property="og:site_name" content="Coast &amp; Harbour">'), "Coast & Harbour"),
    (
        "a.html",
        PAGE.format(head='<script type="application/ld+json">[{"publisher": {"name": "Sound Radio"}}]</script>'),
        "Sound Radio",
    ),
    ("a.html", PAGE.format(head='<script type="application/ld+json">{"publisher": 3}</script>'), ""),
    ("a.html", PAGE.format(head=f'<meta property="og:site_name" content="{"All the news " * 9}">'), ""),
]


@pytest.mark.parametrize(("path", "text", "outlet"), OUTLETS)
def test_outlet_is_what_the_file_names(path: str, text: str, outlet: str) -> None:
    assert read(text, path).outlet == outlet
