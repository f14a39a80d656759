"""What holds for any file: nothing but an ArticleError is raised, and every word of the text stands where the origin says."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.article import Article
from factspec.errors import ArticleError, MissingExtraError
from factspec.model import Span
from factspec.readers import READERS, read_bytes
from factspec.readers.markup import tokens
from factspec.readers.tracing import Edit, Traced

pytestmark = pytest.mark.slow

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
LETTERS = "abz AZ 09 .,;:!?’“”-–— éßŁİ\u0301\u0316\u00ad\u200b\u1100\u1161\u11a8 中🔥\xa0\t"
HEADS = ["date 2026-03-07 ", "Published: 7 March 2026", "Friday, July 21, 2017", "KYIV, March 7 (AP) — ", "By Jo | March 7, 2026"]

words = st.text(LETTERS, min_size=1, max_size=12)
breaks = st.sampled_from([" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\u2028", " " * 3])
plain = st.lists(st.one_of(words, breaks, st.sampled_from(HEADS), st.just("word " * 30)), max_size=30).map("".join)


def read(path: str, source: str) -> Article | None:
    with suppress(ArticleError):
        return read_bytes(path, source.encode())
    return None


def places(article: Article) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"\S+", article.text):
        yield match[0], article.original[slice(*article.origin.span(*match.span()))]


def assert_in_order(article: Article) -> None:
    """Runs count up, the text is in ordinary form, and the headline is a paragraph of its own."""
    assert unicodedata.is_normalized("NFC", article.text)
    assert article.text == article.text.strip()
    assert not re.search(r"[\r\u2028]|\n[^\S\n]+\n", article.text)
    starts = [run.text for run in article.origin.runs]
    assert starts == sorted(set(starts))
    originals = [article.origin(at) for at in range(len(article.text))]
    assert originals == sorted(originals)
    assert not originals or originals[-1] < len(article.original)


@given(plain)
def test_every_word_of_a_text_stands_in_the_original(source: str) -> None:
    if article := read("a.txt", source):
        assert_in_order(article)
        for word, original in places(article):
            assert unicodedata.normalize("NFC", INVISIBLE.sub("", original)) == word


def one_of(pieces: str) -> st.SearchStrategy[str]:
    """One of blank-separated pieces; "_" stands for a blank within one."""
    return st.sampled_from([piece.replace("_", " ") for piece in pieces.split()])


tags = one_of(
    """<p> </p> <br> <b> </b> <i> <div> </div> <li> <table> <tr> <td> </table> <h1> </h1> <h2> <blockquote> <pre> </pre> <wbr>
    <hr/> <article> </article> <a_href='x'> </a> <time> </time> <!--x--> <script>x</script> <p_hidden> <span_hidden> </span>"""
)
entities = one_of("&amp; &lt; &eacute; &#8217; &nbsp; &shy; &#x301; &copy &unknown; &#0; & &#32;")
pages = st.lists(st.one_of(words.map(lambda text: text.replace("<", "")), breaks, tags, entities), max_size=40).map("".join)


@given(pages)
def test_every_word_of_a_page_stands_in_the_original(source: str) -> None:
    if article := read("a.html", source):
        assert_in_order(article)
        for word, original in places(article):
            assert as_shown(original) == word


def as_shown(source: str) -> str:
    """What a browser shows of a stretch that holds one word."""
    shown = re.sub(r"<!--.*?-->|<script>x</script>|<p hidden>[^<]*|<span hidden>[^<]*(</span>)?|<[^>]*>", "", source)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", html.unescape(shown)))


marks = one_of(
    """* ** ` `` [ ] (x) ](x) ![ ~~ \\ \\* > - 1. # ## | --- === ``` ~~~ <b> </b> <br> &amp; &eacute; [^1] [^1]: [x]: |--|"""
)
sources = st.lists(st.one_of(words, breaks, marks, st.sampled_from(" _")), max_size=40).map("".join)


@given(sources)
def test_every_letter_of_a_markdown_text_stands_in_the_original(source: str) -> None:
    if article := read("a.md", source):
        assert_in_order(article)
        for match in re.finditer(r"[a-zA-Z0-9]", article.text):
            original = article.original[slice(*article.origin.span(*match.span()))]
            assert original[0] == match[0] or original.startswith("&")


@given(st.sampled_from(sorted({*READERS, ".bin", ""})), st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@settings(max_examples=400)
def test_arbitrary_bytes_raise_nothing_but_an_error_of_the_article(suffix: str, data: bytes) -> None:
    with suppress(ArticleError, MissingExtraError):
        read_bytes(f"a{suffix}", data)


@given(st.data())
def test_damaged_document_raises_nothing_but_an_error_of_the_article(data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", '<d xmlns:w="x"><w:body>' + "<w:p>word</w:p>" * 20 + "</w:body></d>")
    whole = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ArticleError):
        read_bytes("a.docx", bytes(whole))


@given(st.text("<>!-/[]abp ='\"&;\n", max_size=60))
def test_tokens_of_any_page_are_in_order_and_end_with_it(source: str) -> None:
    at = 0
    for token in tokens(source):
        assert at <= token.start <= token.end <= len(source)
        assert token.kind == "raw" or token.start < token.end
        at = token.end


@given(
    st.text("abc", max_size=12), st.lists(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.text("XY", max_size=3))))
)
def test_edits_of_edits_lead_back_to_the_first_text(source: str, rounds: list[list[tuple[int, int, str]]]) -> None:
    traced = Traced(source)
    for drawn in rounds:
        edits, at = [], 0
        for skip, size, text in drawn:
            start = min(at + skip, len(traced.text))
            at = min(start + size, len(traced.text))
            edits.append(Edit(start, at, text))
        traced = traced.edited(edits)
    for offset, char in enumerate(traced.text):
        span = traced.origin.span(offset, offset + 1)
        assert Span(0, 0) <= span <= Span(len(source), len(source))
        assert char in "XY" or source[span.start] == char


@given(plain)
def test_way_back_finds_the_code_point_it_came_from(source: str) -> None:
    if article := read("a.txt", source):
        for at, char in enumerate(article.text):
            if not char.isspace():
                assert article.origin.where(article.origin(at)) <= at
                assert article.origin(article.origin.where(article.origin(at))) == article.origin(at)
