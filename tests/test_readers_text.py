"""Reading files and plain text: encodings, sizes, line breaks, and every code point of the text traced to the file."""

from __future__ import annotations

import codecs
import os
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from factspec.article import Article, Origin, Run
from factspec.errors import ArticleError, MissingExtraError
from factspec.model import Evidence, Span
from factspec.readers import READERS, read, read_bytes
from factspec.readers.decoding import LONGEST


def words(article: Article) -> list[tuple[str, str]]:
    """Each word of the text with what stands at its place in the original."""
    found, at = [], 0
    for word in article.text.split():
        at = article.text.index(word, at)
        found.append((word, article.original[slice(*article.origin.span(at, at + len(word)))]))
        at += len(word)
    return found


def fault(path: str, data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_bytes(path, data)
    (problem,) = caught.value.problems
    return f"{problem.code} {problem.message}"


# ---------------------------------------------------------------- encodings


def test_utf8_is_read_without_its_mark() -> None:
    article = read_bytes("a.txt", codecs.BOM_UTF8 + "Malmö burns.".encode())
    assert article.text == article.original == "Malmö burns."
    assert article.position(0) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    article = read_bytes("a.txt", "\ufeffMalmö burns 🔥.".encode(encoding))
    assert article.text == article.original == "Malmö burns 🔥."
    assert not article.problems


def test_undeclared_text_that_is_not_utf8_is_windows_1252_with_a_warning() -> None:
    article = read_bytes("a.txt", "One.\nHe said “Malmö”.".encode("cp1252"))
    (problem,) = article.problems
    assert article.text == "One.\nHe said “Malmö”."
    assert problem.warning
    assert str(problem).startswith("a.txt:2:9: warning: is not UTF-8 (byte 0x93 here); read as Windows-1252")


def test_declared_encoding_of_a_page_is_believed() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Привет, мир</p>'
    article = read_bytes("a.html", page.encode("cp1251"))
    assert article.text == "Привет, мир"
    assert not article.problems


def test_declaration_in_xml_is_believed() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Łódź</p></body></html>'
    assert read_bytes("a.xhtml", page.encode("iso-8859-2")).text == "Łódź"


@pytest.mark.parametrize("charset", ["utf-8", "no-such-code", "base64", "rot13", "utf-7", "../etc"])
def test_wrong_declaration_is_a_warning(charset: str) -> None:
    article = read_bytes("a.html", f"<meta charset='{charset}'><p>Malmö</p>".encode("cp1252"))
    assert article.text == "Malmö"
    assert [problem.code for problem in article.problems] == ["FS151", "FS150"]


def test_page_that_declares_utf16_in_ascii_is_utf8() -> None:
    assert read_bytes("a.html", "<meta charset=utf-16><p>Malmö</p>".encode()).text == "Malmö"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "FS105 is empty: nothing to read"),
        (b" \n\r\n\t", "FS105 is empty: nothing to read"),
        (b"\xef\xbb\xbf", "FS105 is empty: nothing to read"),
        (b"date 2026-03-07\n", "FS105 is empty: nothing to read"),
        (b"\x7fELF\x01\x00\x00\x00", "FS106 is not text: it holds NUL bytes"),
        ("Two people died.".encode("utf-16-le"), "looks like UTF-16 without a byte order mark"),
        ("Two people died.".encode("utf-16-be"), "looks like UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "FS106 begins with a byte order mark of UTF-16-LE but is not"),
        (b"\xff\xd8\xff\xe1 \x01\x02 JFIF", "FS106 is not text: it holds control characters"),
        (b"Malm\xf6 \x81\x8d", "FS106 is not text in UTF-8 (byte 4) nor in Windows-1252"),
    ],
)
def test_what_is_no_text_is_an_error_that_says_why(data: bytes, message: str) -> None:
    assert message in fault("a.txt", data)


# ---------------------------------------------------------------- files


def test_file_is_read_under_the_name_that_the_user_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wire").mkdir()
    Path("wire/01.TXT").write_text("Two people died.", "utf-8")
    assert read(Path("wire/01.TXT")).path == "wire/01.TXT"
    assert read("wire/01.TXT").text == "Two people died."


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"no\.txt:1:1: is not there"):
        read(tmp_path / "no.txt")


def test_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is a folder, not an article"):
        read(tmp_path)


def test_path_through_a_file_or_too_long_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    for path in (tmp_path / "a.txt" / "b.txt", tmp_path / ("x" * 5000), "a\0b"):
        with pytest.raises(ArticleError):
            read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleError, match="is no regular file"):
        read(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ArticleError, match="permission denied"):
        read(tmp_path / "a.txt")


def test_file_above_the_limit_is_refused_unread_with_both_sizes(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(ArticleError, match=r"is too large: 67,108,865 bytes, and at most 67,108,864 are read"):
        read(tmp_path / "big.txt")


def test_text_longer_than_any_article_is_refused_before_it_is_judged() -> None:
    with pytest.raises(ArticleError, match=r"is too large: 8,388,609 bytes, and at most 8,388,608 are read"):
        read_bytes("archive.txt", b"x" * (8 * 1024 * 1024 + 1))


def test_every_suffix_of_the_table_is_lower_case_and_read_in_any_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READERS)
    assert read_bytes("A.HTML", b"<p>One <b>wo</b>rd").text == "One word"


def test_unknown_suffix_is_text_if_it_is_text() -> None:
    assert read_bytes("wire.nitf", b"Two people died.").text == "Two people died."
    assert read_bytes("README", b"Two people died.").text == "Two people died."


def test_page_without_a_telling_suffix_is_read_as_html() -> None:
    assert read_bytes("saved.aspx", b"\n<!DOCTYPE html><p>Two people <b>died</b>.").text == "Two people died."


def test_unknown_suffix_of_binary_data_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ArticleError) as caught:
        read_bytes("photo.jpeg", b"\xff\xd8\x00\x00")
    (problem,) = caught.value.problems
    assert "(.jpeg)" in problem.message
    assert all(suffix in problem.help for suffix in READERS)


def test_missing_extra_is_an_error_with_the_install_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'factspec\[pdf\]'"):
        read_bytes("a.pdf", b"%PDF-1.4")


# ---------------------------------------------------------------- places


def test_windows_line_breaks_are_one_in_the_text_and_two_in_the_original() -> None:
    article = read_bytes("a.txt", b"One\r\ntwo\r\n\r\nthree")
    assert article.text == "One\ntwo\n\nthree"
    assert article.original == "One\r\ntwo\r\n\r\nthree"
    assert article.evidence(9, 14) == Evidence(12, 17, 4, 1, "three")


def test_line_breaks_of_old_macs_and_of_word_processors_part_lines() -> None:
    article = read_bytes("a.txt", "One\rtwo\u2028three\x0bfour\x0cfive".encode())
    assert article.text == "One\ntwo\nthree\nfour\nfive"
    assert article.position(4) == (2, 1)
    assert words(article) == [(word, word) for word in ("One", "two", "three", "four", "five")]


def test_lines_and_columns_count_from_one() -> None:
    article = Article("a.txt", "One\ntwo", "One\ntwo")
    assert [article.position(offset) for offset in (0, 3, 4, 7)] == [(1, 1), (1, 4), (2, 1), (2, 4)]
    assert [article.line(1), article.line(2)] == ["One", "two"]


def test_decomposed_text_is_composed_and_traced() -> None:
    source = unicodedata.normalize("NFD", "Café owners in Đà Nẵng, 서울 and Å.")
    article = read_bytes("a.txt", source.encode())
    assert article.text == "Café owners in Đà Nẵng, 서울 and Å."
    assert article.original == source
    assert words(article) == [(word, unicodedata.normalize("NFD", word)) for word in article.text.split()]
    assert article.evidence(0, 4).end == 5


def test_invisible_characters_do_not_part_words() -> None:
    article = read_bytes("a.txt", "Earth\u00adquake \u200bin\u2060 \u202aAceh\u202c.".encode())
    assert article.text == "Earthquake in Aceh."
    assert words(article)[0] == ("Earthquake", "Earth\u00adquake")


def test_absurdly_many_marks_on_a_letter_do_not_hang() -> None:
    started = time.perf_counter()
    read_bytes("a.txt", ("a" + "\u0300\u0316" * 50_000).encode())
    assert time.perf_counter() - started < 2


def test_line_that_nobody_wrapped_is_a_paragraph() -> None:
    long = "word " * 30 + "end."
    assert read_bytes("a.txt", f"Headline\n{long}\n{long}\nshort".encode()).text == f"Headline\n\n{long}\n\n{long}\n\nshort"
    assert read_bytes("a.txt", f"{long}\n{long}\n\n\n{long}".encode()).text == f"{long}\n\n{long}\n\n\n{long}"
    assert read_bytes("a.txt", b"Wrapped\nlines stay\nas they are").text == "Wrapped\nlines stay\nas they are"


def test_blanks_on_empty_lines_and_around_the_text_go() -> None:
    article = read_bytes("a.txt", b"\n\n  One\n \t \ntwo  \n\n")
    assert article.text == "One\n\ntwo"
    assert [origin for _, origin in words(article)] == ["One", "two"]


def test_text_in_ordinary_form_is_kept_as_it_is() -> None:
    article = read_bytes("a.txt", b"One.\n\nTwo.")
    assert article.text is article.original
    assert list(article.origin.runs) == [Run(0, 0)]


def test_same_bytes_give_an_equal_article() -> None:
    data = "date 2026-03-07 Café\r\n\r\nBody.".encode()
    assert read_bytes("a.txt", data) == read_bytes("a.txt", data)


# ---------------------------------------------------------------- the map itself


def test_origin_of_a_stretch_that_stands_for_another_ends_with_it() -> None:
    origin = Origin([(0, 0), (3, 3, 6), (4, 9)])  # "caf&#233;s": the fourth letter is an entity
    assert [origin(i) for i in range(6)] == [0, 1, 2, 3, 9, 10]
    assert origin.span(0, 4) == Span(0, 9)
    assert origin.span(3, 5) == Span(3, 10)
    assert origin.span(2, 2) == Span(2, 2)


def test_pieces_of_a_span_leave_out_what_stands_between_them() -> None:
    origin = Origin([(0, 3), (2, 9)])  # "<b>Ac</b>eh"
    assert origin.spans(0, 4) == [Span(3, 5), Span(9, 11)]
    assert origin.spans(1, 2) == [Span(4, 5)]


def test_way_back_from_the_original_finds_the_next_code_point_of_the_text() -> None:
    origin = Origin([(0, 3), (2, 9)])
    assert [origin.where(i) for i in (0, 3, 4, 5, 8, 9, 10)] == [0, 0, 1, 2, 2, 2, 3]


def test_chained_maps_lead_to_the_first_original() -> None:
    inner = Origin([(0, 10), (5, 20, 6), (6, 30)])
    outer = Origin([(0, 2), (4, 7)])
    chained = outer.through(inner)
    assert [chained(i) for i in range(6)] == [inner(outer(i)) for i in range(6)]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_longest_text_is_read_in_a_few_seconds(ending: bytes) -> None:
    line = b"A ferry sank off the coast on Friday, and two of the people on board died." + ending
    started = time.perf_counter()
    article = read_bytes("a.txt", line * (LONGEST // len(line)))
    assert time.perf_counter() - started < 2.5
    assert len(article.text) > 0.9 * LONGEST
