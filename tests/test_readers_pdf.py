"""Reading PDF, with the extra: text of pages joined to paragraphs."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from factspec.article import Article
from factspec.errors import ArticleError
from factspec.model import Dateline
from factspec.readers import read_bytes

pytest.importorskip("pypdfium2", reason="needs the extra pdf")

Line = tuple[int, int, int, str]


def document(*pages: list[Line], info: str = "") -> bytes:
    """A PDF of pages of lines, each (x, y, size, words)."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        shown = "BT\n" + "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj\n" for x, y, size, words in lines) + "ET"
        font = "/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{font}/Contents {5 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
    objects.append(f"<<{info}>>")
    made, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return (made + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}").encode("cp1252")


def read(*pages: list[Line], info: str = "") -> Article:
    return read_bytes("a.pdf", document(*pages, info=info))


PAGE: list[Line] = [
    (72, 720, 20, "Ferry sinks off the coast"),
    (72, 690, 11, "Published: 7 March 2026"),
    (72, 660, 11, "Two people died when a ferry sank off the coast on Friday, after a collision with a ba"),
    (72, 646, 11, "rge that carried coal, the harbour master said on Saturday, citing the captain of the"),
    (72, 632, 11, "barge."),
    (72, 606, 11, "The search for the others went on through the night."),
]


def test_lines_are_joined_to_paragraphs_by_their_gaps() -> None:
    article = read(PAGE)
    first, second, third = article.text.split("\n\n")
    assert first == "Ferry sinks off the coast"
    assert second.startswith("Two people died")
    assert second.endswith("captain of the\nbarge.")
    assert third == "The search for the others went on through the night."
    assert article.dateline == Dateline(date(2026, 3, 7))
    assert article.headline is not None
    assert article.text[slice(*article.headline)] == first


def test_word_broken_at_the_end_of_a_line_is_whole() -> None:
    lines = [
        (72, 660, 11, "Two people were injur-"),
        (72, 646, 11, "ed when a 6.1-"),
        (72, 632, 11, "magnitude earthquake struck."),
    ]
    assert read(lines).text == "Two people were injured when a 6.1-magnitude earthquake struck."


def test_number_of_a_page_is_not_read() -> None:
    assert read([*PAGE, (300, 40, 9, "1")], [(72, 720, 11, "More of it."), (300, 40, 9, "Page 2 of 2")]).text.endswith(
        "\nMore of it."
    )


def test_day_of_creation_is_a_guess() -> None:
    article = read([(72, 720, 11, "Two people died.")], info="/CreationDate(D:20260307101500Z)")
    assert article.dateline == Dateline(date(2026, 3, 7), datetime(2026, 3, 7, 10, 15), guessed=True)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "FS108"),
        (b"%PDF-1.4 and no more", "is no PDF document that can be read"),
        (document([]), "FS105 is empty: it holds no text, only pictures of it"),
    ],
)
def test_pdf_without_text_is_an_error_that_says_why(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_bytes("a.pdf", data)
    (problem,) = caught.value.problems
    assert message in f"{problem.code} {problem.message}"
