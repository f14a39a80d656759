"""Reading HTML: what a browser would show of the article, where it stands, and when the page appeared."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date, datetime

import pytest

from factspec.article import Article
from factspec.errors import ArticleError
from factspec.model import Dateline
from factspec.readers import read_bytes


def read(page: str) -> Article:
    return read_bytes("a.html", page.encode())


def text(page: str) -> str:
    return read(page).text


BODY = "<p>Two people died when a ferry sank off the coast on Friday, officials said.</p>"
LONG = "Two people died when a ferry sank off the coast on Friday, officials said."


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Two <b>peo</b>ple <i>died</i>.", "Two people died."),
        ("<p>Two\n   people\t died.</p>", "Two people died."),
        ("<p>Two<br>people<br/>died.", "Two\npeople\ndied."),
        ("<p>Two<br><br>people", "Two\n\npeople"),
        ("<p>Two<p>people<div>died", "Two\n\npeople\n\ndied"),
        ("<ul><li>Two<li>people</ul>died", "Two\n\npeople\n\ndied"),
        ("<p>caf&eacute; &amp; bar&#8217;s &lt;24&gt; &#x32;4</p>", "café & bar’s <24> 24"),
        ("<p>caf&eacute</p><p>AT&T &unknown; & so", "café\n\nAT&T &unknown; & so"),
        ("<p>24&nbsp;people</p>", "24\xa0people"),
        ("<p>cafe&#x301; and earth&shy;quake, side<wbr>walk</p>", "café and earthquake, sidewalk"),
        ("<p>One<!-- two <p> --> three</p>", "One three"),
        ("<p>One<script>two</script><style>three</style> four</p>", "One four"),
        ("<p>One <noscript>two</noscript><svg><text>three</text></svg><template>four</template>five", "One five"),
        ("<p>5 < 6 and <3 people</p>", "5 < 6 and <3 people"),
        ("<p>One</p><p>two <a href='x'", "One\n\ntwo"),
        ("<p>One<!-- two", "One"),
        ("<p title='a>b' class=don't>One</p>", "One"),
        ('<p><a href="x"">One</a> two', "One two"),
        ("<P>One</P><BR><DIV>two</DIV>", "One\n\ntwo"),
        ("<div>One <span>two <div>three</div></span> four</div>", "One two\n\nthree\n\nfour"),
        ("<pre>One\ntwo</pre>", "One two"),
        ("<p>One</p><![CDATA[ two ]]><?php three ?><!doctype html>", "One"),
        ("<p>One&#0;&#xD800;&#x110000;</p>", "One\ufffd\ufffd\ufffd"),
        ("<dl><dt>Dead<dd>24<dt>Missing<dd>3</dl>", "Dead\n\n24\n\nMissing\n\n3"),
    ],
)
def test_words_are_those_that_a_browser_shows(page: str, words: str) -> None:
    assert text(page) == words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<table><tr><th>Dead<th>Hurt<tr><td>24<td>210</table>after", "Dead\tHurt\n\n24\t210\n\nafter"),
        ("<table><tbody><tr><td><p>Dead</p></td><td><p>24</p></td></tr></table>", "Dead\t24"),
        ("<table><caption>Toll</caption><tr><td>Dead</td></tr></table>", "Toll\n\nDead"),
        (f"<table><tr><td>{LONG} {LONG}</td><td>Next column</td></tr></table>", f"{LONG} {LONG}\n\nNext column"),
    ],
)
def test_table_is_read_row_by_row_and_cell_by_cell(page: str, words: str) -> None:
    assert text(page) == words


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>",
        "<p aria-hidden='true'>x</p>",
        "<p style='color:red; display: none'>x</p>",
        "<span style=visibility:hidden>x</span>",
        "<span hidden>x<span>y</span>z</span>",
        "<span class='icon sr-only'>x</span>",
        "<p class='screen-reader-text'>x</p>",
    ],
)
def test_hidden_elements_are_not_read(hidden: str) -> None:
    assert text(f"<div>{BODY}{hidden}<p>More.</p></div>") == f"{LONG}\n\nMore."


# ---------------------------------------------------------------- which part of the page


@pytest.mark.parametrize(
    "boilerplate",
    [
        "<nav><p>x</p></nav>",
        "<aside><p>x</p></aside>",
        "<footer><p>x</p></footer>",
        "<header><p>x</p></header>",
        "<form><p>x</p></form>",
        "<div role='complementary'><p>x</p></div>",
        "<div class='related-stories'><p>x</p></div>",
        "<div id='comments'><p>x</p></div>",
        "<ul class='shareTools socialBar'><li>x</ul>",
        "<div class='ad'>x</div>",
        "<ul><li><a href=1>x</a><li><a href=2>y</a><li><a href=3>z</a></ul>",
        "<button>x</button><select><option>y</select><iframe>z</iframe><textarea>t</textarea>",
    ],
)
def test_boilerplate_is_left_out(boilerplate: str) -> None:
    assert text(f"<body>{boilerplate}<div>{BODY}{boilerplate}<p>More.</p></div>{boilerplate}</body>") == f"{LONG}\n\nMore."


@pytest.mark.parametrize("wrapper", ["div class='share'", "section id=sidebar", "form action=x", "div class='comment widget'"])
def test_boilerplate_name_never_removes_the_bulk_of_the_page(wrapper: str) -> None:
    assert text(f"<{wrapper}>{BODY}</{wrapper.partition(' ')[0]}><p>More.</p>") == f"{LONG}\n\nMore."


@pytest.mark.parametrize("name", ["css-1ad9f", "sc-hAdKXY", "commentary", "shareholders", "article-header", "navy"])
def test_name_that_merely_contains_a_boilerplate_word_removes_nothing(name: str) -> None:
    assert text(f"<div>{BODY}<p class='{name}'>More.</p></div>") == f"{LONG}\n\nMore."


@pytest.mark.parametrize(
    "container",
    ["article", "main", "div role=main", "div itemprop=articleBody", "div class='story-body'", "div id=article__content"],
)
def test_main_content_is_read_without_what_stands_around_it(container: str) -> None:
    page = f"<div><p>Ticker: one more thing.</p><{container}>{BODY}</{container.partition(' ')[0]}><p>About us.</p></div>"
    assert text(page) == LONG


def test_teasers_in_article_elements_are_not_the_article() -> None:
    teasers = "<article><p>Other news.</p></article>" * 3
    assert text(f"<main>{BODY}{teasers}</main>") == LONG + "\n\nOther news." * 3


def test_captions_and_quotations_with_their_source_are_read() -> None:
    page = f"<article>{BODY}<figure><img alt='no'><figcaption>A ferry.</figcaption></figure>"
    page += "<blockquote>“It sank.”<footer>The captain</footer></blockquote></article>"
    assert text(page) == f"{LONG}\n\nA ferry.\n\n“It sank.”\n\nThe captain"


def test_page_of_boilerplate_only_is_an_error() -> None:
    with pytest.raises(ArticleError, match="is empty: nothing to read"):
        read("<nav>Home</nav><script>x</script>")


# ---------------------------------------------------------------- headline and language


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (f"<article><h1>Ferry <em>sinks</em></h1>{BODY}</article>", "Ferry sinks"),
        (f"<h1>Ferry sinks</h1><article>{BODY}</article>", "Ferry sinks"),
        (f"<title>Ferry sinks | The Daily</title>{BODY}", "Ferry sinks"),
        (f"<title>x</title><meta property='og:title' content='Ferry &amp; barge sink'>{BODY}", "Ferry & barge sink"),
        (f"<title>Ferry sinks - The Daily</title><header><h1>The Daily</h1></header><article>{BODY}", "Ferry sinks - The Daily"),
        (f"<title>Ferry sinks | D</title><h1>The Herald Tribune</h1><article><h1>Ferry sinks</h1>{BODY}", "Ferry sinks"),
        (f"<title>Ferry sinks</title><article><h2>Ferry sinks</h2>{BODY}", "Ferry sinks"),
    ],
)
def test_headline_is_the_heading_or_the_title_as_a_paragraph_of_its_own(page: str, headline: str) -> None:
    article = read(page)
    assert article.headline is not None
    assert article.text[slice(*article.headline)] == headline
    assert article.text == f"{headline}\n\n{LONG}"


def test_headline_is_traced_into_the_attribute_that_states_it() -> None:
    article = read(f"<meta property='og:title' content='Ferry &amp; barge sink'>{BODY}")
    assert article.original[slice(*article.origin.span(0, 18))] == "Ferry &amp; barge sink"[:22]
    assert article.evidence(0, 5).column == len("<meta property='og:title' content='") + 1


@pytest.mark.parametrize(
    ("page", "language"),
    [("<html lang=en-GB>", "en-GB"), ("<html xml:lang='de'>", "de"), ("<html>", "en"), ("<html lang='$x'>", "en")],
)
def test_language_is_the_one_that_the_page_states(page: str, language: str) -> None:
    assert read(page + BODY).language == language


# ---------------------------------------------------------------- dates

LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},
{"@type": ["NewsArticle"], "datePublished": "2026-03-07T08:15:00+07:00"}]}</script>"""
META = "<meta property='article:published_time' content='2026-03-06T08:15:00Z'>"
ITEM = "<span itemprop='datePublished' content='2026-03-05'></span>"
TIME = "<time datetime='2026-03-04T08:15'>4 March</time>"
ADDRESS = "<link rel=canonical href='https://news.example/2026/03/03/ferry'>"


@pytest.mark.parametrize(
    ("page", "day", "guessed"),
    [
        (ADDRESS + TIME + ITEM + META + LINKED, 7, False),
        (ADDRESS + TIME + ITEM + META, 6, False),
        (ADDRESS + TIME + ITEM, 5, False),
        (ADDRESS + TIME, 4, True),
        (ADDRESS + TIME.replace("time ", "time pubdate ", 1), 4, False),
        (ADDRESS, 3, True),
        (ADDRESS + TIME + "<p>Published: 8 March 2026</p>", 8, False),
        ("<meta name='dc.date' content='2026-03-01'><meta name='article:published_time' content='2026-03-02'>", 2, False),
        (LINKED.replace("2026-03-07", "2026-02-30") + META, 6, False),
    ],
)
def test_most_trusted_date_of_a_page_is_its_dateline(page: str, day: int, guessed: bool) -> None:
    dateline = read(page + BODY).dateline
    assert dateline is not None
    assert (dateline.day, dateline.guessed) == (date(2026, 3, day), guessed)


def test_moment_of_a_page_is_the_local_one_that_is_stated() -> None:
    assert read(LINKED + BODY).dateline == Dateline(date(2026, 3, 7), datetime(2026, 3, 7, 8, 15))  # noqa: DTZ001


def test_impossible_date_of_a_page_is_a_warning_at_its_tag() -> None:
    article = read(f"<p>x</p>\n<meta name='pubdate' content='2026-02-30'>{BODY}")
    assert article.dateline is None
    assert [str(problem) for problem in article.problems] == ["a.html:2:1: warning: meta pubdate: there is no day 2026-02-30"]


@pytest.mark.parametrize("broken", ["{", "[" * 5000, '{"datePublished": 7}', '{"datePublished": "soon"}', '"x"', ""])
def test_linked_data_that_says_nothing_is_passed_over(broken: str) -> None:
    assert read(f"<script type='application/ld+json'>{broken}</script>{META}{BODY}").dateline is not None


def test_line_that_is_nothing_but_a_time_is_no_text() -> None:
    times = "<p>Published <time>7 March 2026</time></p><p>On <time>6 March 2026</time> it sailed.</p>"
    page = f"{META}<article>{BODY * 6}{times}</article>"
    assert text(page) == "\n\n".join([LONG] * 6) + "\n\nOn 6 March 2026 it sailed."


# ---------------------------------------------------------------- places and robustness


def test_evidence_points_into_the_source_and_reads_as_on_the_page() -> None:
    article = read("<p>One</p>\n<p>caf&eacute; own<b>ers</b></p>")
    start = article.text.index("owners")
    evidence = article.evidence(start, start + 6)
    assert (evidence.line, evidence.column, evidence.text) == (2, 16, "owners")
    assert article.original[evidence.start : evidence.end] == "own<b>ers"
    cafe = article.evidence(article.text.index("café"), article.text.index("café") + 4)
    assert article.original[cafe.start : cafe.end] == "caf&eacute;"


MALFORMED = """<!-- <a_=">" <a <! </ < & <div> <b> <li> <td> <p> </p> <svg> <title> <a_href=' <h1>x <span_hidden>"""


@pytest.mark.parametrize("unit", [unit.replace("_", " ") for unit in MALFORMED.split()])
def test_malformed_pages_take_no_more_than_their_length(unit: str) -> None:
    started = time.perf_counter()
    with suppress(ArticleError):
        read(BODY + unit * 5_000)
    assert time.perf_counter() - started < 2


def test_page_with_more_tags_than_any_has_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"is too large: it has more than 1,000,000 tags"):
        read("<p>" * 1_000_001)


def test_deep_nesting_is_read_flat() -> None:
    assert text("<div>" * 3000 + LONG + "</div>" * 3000 + "<p>More.") == f"{LONG}\n\nMore."
