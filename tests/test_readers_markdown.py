"""Reading Markdown: the words of the rendered page, each at its place in the source."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date, datetime

import pytest

from factspec.article import Article
from factspec.errors import ArticleError
from factspec.model import Dateline
from factspec.readers import read_bytes


def read(source: str) -> Article:
    return read_bytes("a.md", source.encode())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("One\ntwo\n\nthree", "One\ntwo\n\nthree"),
        ("# One #\ntwo\n## Three\nfour", "One\n\ntwo\n\nThree\n\nfour"),
        ("One\n===\ntwo\n---\nthree", "One\n\ntwo\n\nthree"),
        ("#hashtag and C# #", "#hashtag and C# #"),
        ("One\n\n***\n\ntwo\n- - -\nthree", "One\n\ntwo\n\nthree"),
        ("> One\n> two\n>\n> > three\nfour", "One\ntwo\n\nthree\nfour"),
        ("- One\n- [x] two\n  more\n* three\n+ four", "One\n\ntwo\nmore\n\nthree\n\nfour"),
        ("1. One\n2. two\n10) ten", "One\n\ntwo\n\nten"),
        ("The toll was\n24. More followed.", "The toll was\n24. More followed."),
        ("2013. A year.", "2013. A year."),
        ("One\n\n```py\ncode 24\n```\n\ntwo\n~~~~\ncode\n~~~\n~~~~\nthree", "One\n\ntwo\n\nthree"),
        ("One\n\n```\nnever closed", "One"),
        ("| Dead | Hurt |\n|------|-----:|\n| 24   | 210  |\n\nafter", "Dead\tHurt\n\n24\t210\n\nafter"),
        ("a | b\n--|--\n1 | 2", "a\tb\n\n1\t2"),
        ("Either | or, said one", "Either | or, said one"),
        ("[1]: http://x.example/24 'title'\nOne", "One"),
        ("One[^1].\n\n[^1]: The note.", "One.\n\nThe note."),
        ("One  \ntwo\\\nthree", "One\ntwo\nthree"),
        ("<div class='x'>\n\nOne\n\n</div>", "One"),
        ("One\n<!-- two\n\nthree -->\nfour", "One\n\nfour"),
        ("One <script>\n\ntwo</script> three", "One  three"),
        ("<!-- never closed\n\nOne", "<!-- never closed\n\nOne"),
    ],
)
def test_blocks_are_read_without_their_marks(source: str, words: str) -> None:
    assert read(source).text == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("*One* **two** ***three*** _four_ __five__ ~~six~~", "One two three four five six"),
        ("**Ac**eh and snake_case_word and 2 * 3 * 4", "Aceh and snake_case_word and 2 * 3 * 4"),
        ("*unclosed and **half*", "*unclosed and *half"),
        ("[Aceh](http://x.example/24 'title (x)') [two][ref] [three](<a b> \"t\")", "Aceh two three"),
        ("[*One* `two`](x) [sic] [a] (b)", "One two [sic] [a] (b)"),
        ("One ![alt *text* 24](x.png 'title') two", "One  two"),
        ("[![badge](b.png)](link) One", "One"),
        ("`*code* 24` and ``a ` b`` and ` open", "*code* 24 and a ` b and ` open"),
        (r"\*not\* \# 5\% a\b", r"*not* # 5% a\b"),
        ("AT&amp;T caf&eacute; &#8217;", "AT&T café ’"),
        ("<https://x.example/2026/03/07> <a@x.example> <b>bo</b>ld<br>line", "bold\nline"),
        ("a < b and <3", "a < b and <3"),
        ("5 km~8 km, ~24, a*, b*", "5 km~8 km, ~24, a*, b*"),
        ("“*One*,” he said", "“One,” he said"),
    ],
)
def test_marks_within_a_paragraph_are_not_read(source: str, words: str) -> None:
    assert read(source).text == words


FRONT = "---\ntitle: 'Ferry sinks'\ndate: 2026-03-07T10:15:00Z\nlang: en-GB\ntags: [a, 24]\n---\n"


def test_front_matter_states_title_date_and_language() -> None:
    article = read(FRONT + "\nTwo people died.")
    assert article.text == "Ferry sinks\n\nTwo people died."
    assert article.dateline == Dateline(date(2026, 3, 7), datetime(2026, 3, 7, 10, 15))  # noqa: DTZ001
    assert article.language == "en-GB"
    assert article.evidence(0, 11).line == 2
    assert article.headline is not None
    assert article.text[slice(*article.headline)] == "Ferry sinks"


def test_first_heading_takes_the_place_of_the_title() -> None:
    article = read(FRONT + "\n# Ferry **sinks**, two dead\n\nTwo people died.")
    assert article.text == "Ferry sinks, two dead\n\nTwo people died."
    assert article.headline is not None
    assert article.text[slice(*article.headline)] == "Ferry sinks, two dead"


def test_front_matter_in_toml_and_with_windows_line_breaks_is_read() -> None:
    article = read('+++\r\ntitle = "Ferry sinks"\r\ndate = 2026-03-07\r\n+++\r\nTwo.')
    assert article.text == "Ferry sinks\n\nTwo."
    assert article.dateline == Dateline(date(2026, 3, 7))


def test_impossible_date_of_front_matter_is_a_warning_at_its_place() -> None:
    article = read("---\ndate: 2026-02-30\n---\nTwo.")
    assert article.dateline is None
    assert [str(each) for each in article.problems] == ["a.md:2:7: warning: front matter: there is no day 2026-02-30"]


def test_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\nOne\n\n---\ntwo").text == "One\n\ntwo"


def test_dateline_in_emphasis_is_taken_out() -> None:
    article = read("# Ferry sinks\n\n*Published: 7 March 2026*\n\nTwo people died.")
    assert article.text == "Ferry sinks\n\nTwo people died."
    assert article.dateline == Dateline(date(2026, 3, 7))


def test_code_points_are_traced_through_the_marks() -> None:
    article = read("# H\r\n\r\n> **Ac**eh's [cafe\u0301](x) &amp; *more*\r\n")
    aceh = article.evidence(article.text.index("Aceh"), article.text.index("Aceh") + 6)
    assert (aceh.line, aceh.column, aceh.text) == (3, 5, "Aceh's")
    assert article.original[aceh.start : aceh.end] == "Ac**eh's"
    cafe = article.evidence(article.text.index("café"), article.text.index("café") + 4)
    assert article.original[cafe.start : cafe.end] == "cafe\u0301"


@pytest.mark.parametrize(
    "unit",
    ["`", "``a`", "[", "![", "](", "*a", "**a*", "_", "<a ", "<!--", "<script>", "|", "| ", " ", "\\", "> ", "- ", "[a]: "],
)
def test_malformed_sources_take_no_more_than_their_length(unit: str) -> None:
    started = time.perf_counter()
    for source in (unit * 5_000, "x " + unit * 5_000 + "x\n|--|"):
        with suppress(ArticleError):
            read(source)
    assert time.perf_counter() - started < 2
