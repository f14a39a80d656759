"""Reading Word documents: the text as it reads with all changes accepted."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from factspec.article import Article
from factspec.errors import ArticleError
from factspec.model import Dateline
from factspec.readers import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CORE = '<c xmlns:d="http://purl.org/dc/terms/"><d:created>2026-03-07T10:15:00Z</d:created><d:modified>2026-03-09</d:modified></c>'


def package(body: str, **others: str) -> bytes:
    """A Word document with this body; others by their path, "/" written as "__"."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        for name, content in others.items():
            made.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def p(*runs: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str, **others: str) -> Article:
    return read_bytes("a.docx", package(body, **others))


def fault(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_bytes("a.docx", data)
    (problem,) = caught.value.problems
    return f"{problem.code} {problem.message}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(r("Two "), r("people")) + p(r("died.")), "Two people\n\ndied."),
        (p(r("Two people died.")) + p() + p() + p(r("More.")), "Two people died.\n\nMore."),
        (p(r("24 "), '<w:ins w:author="x">' + r("or 25 ") + "</w:ins>", r("died.")), "24 or 25 died."),
        (p(r("24 "), "<w:del><w:r><w:delText>or 25 </w:delText></w:r></w:del>", r("died.")), "24 died."),
        (p("<w:moveFrom>" + r("Gone. ") + "</w:moveFrom>", "<w:moveTo>" + r("Here.") + "</w:moveTo>"), "Here."),
        (f"<w:sdt><w:sdtContent>{p(r('Two people died.'))}</w:sdtContent></w:sdt>", "Two people died."),
        (p("<w:hyperlink>" + r("Two") + "</w:hyperlink>", r(" people died.")), "Two people died."),
        (p(r("Two"), "<w:r><w:br/><w:t>people</w:t><w:tab/><w:t>died.</w:t></w:r>"), "Two\npeople\tdied."),
        (p(r("Two "), r("hidden ", "<w:vanish/>"), r("people "), r("died.", '<w:vanish w:val="0"/>')), "Two people died."),
        (p("<w:r><w:instrText>PAGE 24</w:instrText></w:r>", r("Two people died.")), "Two people died."),
        ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>' + r("Two people died.") + "</w:p>", "Two people died."),
        (p(r("Side"), "<w:r><w:noBreakHyphen/></w:r>", r("walk")), "Side\u2011walk"),
        (p(r("Caf\u0065\u0301 &amp; bar")), "Café & bar"),
    ],
)
def test_words_are_those_of_the_accepted_document(body: str, text: str) -> None:
    assert read(body).text == text


def test_table_is_read_row_by_row_and_cell_by_cell() -> None:
    cell = "<w:tc>{}</w:tc>".format
    rows = "".join(f"<w:tr>{cell(p(r(a)))}{cell(p(r(b)) + p(r('x')))}</w:tr>" for a, b in (("Dead", "24"), ("Hurt", "210")))
    article = read(f"{p(r('The toll:'))}<w:tbl>{rows}</w:tbl>{p(r('More.'))}")
    assert article.text == "The toll:\n\nDead\t24\nx\n\nHurt\t210\nx\n\nMore."


def test_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(p(r("Two people died."), f"<w:r>{shape}</w:r>")).text == "In the box.\n\nTwo people died."


@pytest.mark.parametrize("style", ["Title", "Heading1"])
def test_title_is_the_headline(style: str) -> None:
    article = read(p(r("Ferry sinks."), style=style) + p(r("Two people died.")))
    assert article.headline is not None
    assert article.text[slice(*article.headline)] == "Ferry sinks."


def test_day_of_creation_is_a_guess_and_a_dateline_of_the_text_is_better() -> None:
    body = p(r("Two people died."))
    assert read(body, docProps__core__xml="x").dateline is None
    created = read_bytes("a.docx", package(body, **{"docProps__core.xml": CORE})).dateline
    assert created == Dateline(date(2026, 3, 7), datetime(2026, 3, 7, 10, 15), guessed=True)  # noqa: DTZ001
    dated = read_bytes("a.docx", package(p(r("Published: 5 March 2026")) + body, **{"docProps__core.xml": CORE}))
    assert dated.dateline == Dateline(date(2026, 3, 5))
    assert dated.text == "Two people died."


def test_place_is_the_number_of_the_paragraph() -> None:
    article = read(p(r("One")) + p() + p(r("two "), r("three")))
    evidence = article.evidence(article.text.index("three"), len(article.text))
    assert (evidence.line, evidence.column) == (3, 5)
    assert article.original == "One\n\ntwo three"


def test_document_in_the_strict_vocabulary_is_read() -> None:
    strict = package(p(r("Two people died.")))
    with zipfile.ZipFile(io.BytesIO(strict)) as made:
        xml = made.read("word/document.xml").decode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as again:
        xml = xml.replace("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main")
        again.writestr("word/document2.xml", xml)
    assert read_bytes("a.docx", buffer.getvalue()).text == "Two people died."


# ---------------------------------------------------------------- what is refused


def test_document_type_is_refused() -> None:
    buffer = io.BytesIO()
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document {W}>{p(r("&b;"))}</w:document>'
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("word/document.xml", bomb)
    assert fault(buffer.getvalue()).startswith("FS108 is refused: its XML declares a document type")


@pytest.mark.slow
def test_document_that_unpacks_above_the_limit_is_refused_unread() -> None:
    data = package("<w:p/>" * (12 * 1024 * 1024))
    assert len(data) < 1_000_000
    assert fault(data).startswith("FS104 is too large: 75,")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Two people died.", "FS108 is no Word document that can be read"),
        (b"PK\x03\x04" + bytes(100), "FS108 is no Word document that can be read"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "it is encrypted, or of Word 97"),
        (package("<w:p>"), "FS108 is no Word document that can be read: its XML is broken"),
        (package(p()), "FS105 is empty: nothing to read"),
        (package(p(r("Two people died.")))[:200], "FS108 is no Word document that can be read"),
    ],
)
def test_damaged_document_is_an_error_that_says_why(data: bytes, message: str) -> None:
    assert message in fault(data)


def test_package_without_a_document_is_an_error() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.xml", "<x/>")
    assert "it holds no word/document.xml" in fault(buffer.getvalue())
