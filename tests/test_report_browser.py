"""The HTML report in a real browser: every view, filter, key and link, print, accessibility, and a hostile article.

Needs Chromium (Debian: chromium) and `pip install 'factspec[browser]'`; without them these tests are skipped and say so. Nothing
is fetched: the page is opened from disk.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import independent
import pytest
import report_pages

from factspec.cli import main

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install 'factspec[browser]'")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium: install the package chromium, or name it in CHROMIUM"),
]

GAZETTE = "isles-gazette-0315"
VIEWS = ["check", "matrix", "matrix?turned=yes", "facts", "articles", "fact/passengers-on-board", "fact/operators-promise"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports on disk; none of them is remade by a test."""
    folder = tmp_path_factory.mktemp("reports")
    made = {
        "event": report_pages.event(report_pages.earlier_event()),
        "large": report_pages.page_of(*report_pages.large(120, 40)),
        "hostile": report_pages.hostile(),
        "baseline": report_pages.accepted_in_a_baseline(),
        "gaps": report_pages.left_out(),
        "press": report_pages.page_of(*report_pages.large(14, 6)),
        "silent": report_pages.silent_event(),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def report(browser: Any, pages: dict[str, Path]) -> Iterator[Open]:
    """Opens a view of a report; at the end nothing must have been said on the console and nothing else been asked for."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def opened(view: str = "", name: str = "event", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 1000}, "reduced_motion": "reduce", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(pages[name].as_uri() + (f"#/{view}" if view else ""))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []
    own = {path.as_uri() for path in pages.values()}
    others = [url for url in asked if url.partition("#")[0] not in own and not url.startswith("data:")]
    assert others == []


def article(page: Any, stem: str = GAZETTE) -> str:
    """The address of an article's view."""
    return str(
        page.evaluate(
            "stem => JSON.parse(document.querySelector('#data').textContent).articles.find(a => a.name === stem).path", stem
        )
    )


def texts(page: Any, selector: str) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(selector).all_inner_texts()]


def hash_of(page: Any) -> str:
    return str(page.evaluate("location.hash"))


def until(page: Any, condition: str) -> None:
    """Waits for a condition; the browser's own waiting would need eval(), which the page's policy refuses."""
    for _ in range(100):
        if page.evaluate(f"() => Boolean({condition})"):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {condition}")


def settled(page: Any) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def shown(report: Open, view: str, **options: Any) -> Any:
    """The report at a view, at an article's or at its help."""
    page = report("" if view in {"article", "help"} else view, **options)
    if view == "article":
        page.evaluate("path => { location.hash = `#/article/${path}?at=passengers-on-board` }", article(page))
        page.wait_for_selector(".paper")
    if view == "help":
        page.keyboard.press("?")
    return page


# ---------------------------------------------------------------- views


def test_to_check_has_drafts_first_and_says_what_to_write(report: Open) -> None:
    page = report()
    heads = [re.sub(r" \d+$", "", each) for each in texts(page, ".group > h2")]
    assert heads == [
        "Before publication", "Already published", "Required, but left out", "Vague", "Accepted by a waiver",
        "Fixed since last time",
    ]  # fmt: skip
    first = page.locator(".card").first
    assert "Before it runs, change “14 March” to “15 March 2026”." in first.inner_text()
    assert "Correction to print" not in first.inner_text()
    passengers = page.locator(".card", has_text="Passengers on board").first.inner_text()
    assert (
        "An earlier version of this article said “the calm rescue of 115 passengers from the ferry Kittiwake”. "
        "There were 118 passengers on board." in " ".join(passengers.split())
    )
    assert "Accepted by desk until 31 December 2027. Reason: " in page.locator(".card.waived").inner_text()
    assert texts(page, ".lede") == [
        (
            "5 contradictions in 2 of 8 articles. Three are in a draft and can still be fixed before it runs. "
            "1 required fact is left out."
        )
    ]
    ranked = [" ".join(each.split()) for each in page.locator(".alist .score").all_text_contents()]
    assert ranked == ["3 contradictions", "2 contradictions, 1 left out", *["none to correct"] * 6]
    assert page.locator(".alist li").first.locator(".pill.draft").count() == 1


def test_vague_finding_asks_for_no_change_and_says_what_the_spec_has(report: Open) -> None:
    card = report("check?v=vague").locator(".card")
    assert "Compatible with the spec, but less exact: it has 14." in card.inner_text()
    assert "Change " not in card.inner_text()
    assert card.get_by_text("Copy change").count() == 0


def test_quotation_has_the_sentences_around_in_muted_ink(report: Open) -> None:
    page = report()
    quotation = page.locator(".card", has_text="People hurt").locator("blockquote")
    assert [each.strip() for each in quotation.locator(".near").all_text_contents()] == [
        "There were 118 passengers and 13 crew on board.",
        "By nightfall everyone was home, and the ship was refloated the same night, 14 March.",
    ]
    assert page.evaluate("""() => {
      const colour = selector => getComputedStyle(document.querySelector(selector)).color;
      return colour('blockquote .near') !== colour('blockquote');
    }""")


def test_articles_have_both_numbers_and_drafts_that_contradict_come_first(report: Open) -> None:
    page = report("articles")
    scores = [" ".join(each.split()) for each in page.locator(".fcard .score").all_text_contents()]
    assert scores == ["3 contradictions", "2 contradictions, 1 left out", *["none to correct"] * 6]
    assert "Changed since last time" not in texts(page, ".fcard")[2]


def test_why_list_opens(report: Open) -> None:
    page = report()
    card = page.locator(".card").first
    card.locator("summary", has_text="Why this verdict").click()
    assert card.locator("details .reason").inner_text() == (
        "The article states “14 March” (14 March 2026) where the spec has 15 March 2026. "
        "The ship was refloated on Sunday, 15 March 2026."
    )
    assert texts(page, ".card:first-child details[open] h4") == ["How it was read, step by step"]
    assert "is bound strongly by" in card.locator("ol").inner_text()


def test_changes_since_last_time_are_shown_and_filter(report: Open) -> None:
    page = report()
    assert "Since the report of 20 November 2026 (yesterday.html)" in texts(page, ".since")[0]
    assert page.locator(".pill.change-N").count() == 1
    assert page.locator(".pill.change-U").count() == 0
    page.locator("[data-change=C]").click()
    assert page.locator(".card").count() == 1
    assert "People hurt" in page.locator(".card h3").inner_text()
    assert "change=C" in hash_of(page)
    page.locator("[data-change=F]").click()
    assert page.locator(".card").count() == 0
    assert "MV Kittywake" in page.locator("#fixed").inner_text()


def test_matrix_has_a_cell_for_each_pair_with_a_word_beside_the_colour(report: Open) -> None:
    page = report("matrix")
    assert page.locator(".matrix .cell").count() == 96
    cell = page.locator("td.contradicted .cell").first
    assert "Contradicts, says 14 March" in cell.get_attribute("aria-label")
    cell.click()
    until(page, "location.hash.startsWith('#/article/') && document.activeElement.matches('mark.on')")


def test_matrix_turns_over(report: Open) -> None:
    page = report("matrix")
    page.locator("[data-turn]").click()
    assert page.locator(".matrix.turned .cell").count() == 96
    assert report("matrix", "large").locator(".matrix.turned").count() == 1


@pytest.mark.parametrize("view", ["matrix", "matrix?turned=yes"])
def test_cells_say_in_a_few_words_what_the_article_has_and_the_title_says_all(report: Open, view: str) -> None:
    page = report(view)
    said = texts(page, ".matrix .cell bdi")
    assert {"14 March", "115", "13", "more than ten", "Ingrid Hallor…"} <= set(said)
    assert max(map(len, said)) <= 14
    assert "says Ingrid Halloren" in page.locator(".cell", has_text="Ingrid Hallor…").get_attribute("title")


def test_cells_of_many_facts_have_no_room_for_words(report: Open) -> None:
    assert report("matrix", "large").locator(".matrix .cell bdi").count() == 0


@pytest.mark.parametrize("query", ["", "?v=contradicted", "?v=contradicted&q=crew"])
def test_together_counts_what_ought_to_agree_whatever_is_filtered(report: Open, query: str) -> None:
    page = report(f"matrix{query}")
    row = page.locator("tr[data-row]", has_text="Crew on board")
    assert row.locator(".tot").inner_text().strip() == "5 of 8 agree"
    if not query:
        assert "1 of 1 agree" in page.locator("tr[data-row]", has_text="Preliminary report due").inner_text()
        assert "7 of 8 agree" in page.locator("tr[data-row]", has_text="Operator").first.inner_text()


@pytest.mark.parametrize("view", ["matrix", "matrix?turned=yes"])
def test_matrix_stands_whole_on_the_page_and_its_heads_stay(report: Open, view: str) -> None:
    page = report(view, viewport={"width": 1440, "height": 500})
    settled(page)
    assert page.evaluate("(s => getComputedStyle(s).overflowY)(document.querySelector('.scroll'))") == "visible"
    page.evaluate("scrollTo(0, document.querySelector('.matrix tbody tr:last-child').getBoundingClientRect().top - 350)")
    settled(page)
    head, tabs = (page.locator(each).bounding_box() for each in (".matrix thead th:first-child", ".tabbar"))
    assert abs(head["y"] - tabs["height"]) < 2


@pytest.mark.parametrize(("view", "name"), [("matrix", "event"), ("matrix", "large"), ("matrix?turned=yes", "event")])
def test_sum_of_the_matrix_hides_no_row(report: Open, view: str, name: str) -> None:
    page = report(view, name)
    page.evaluate("document.querySelector('.scroll').scrollTo(0, 1e6); scrollTo(0, 1e6)")
    settled(page)
    page.evaluate("document.querySelector('.scroll').scrollTo(0, 1e6); scrollTo(0, 1e6)")
    settled(page)
    last, total = page.locator("tr[data-row]").last.bounding_box(), page.locator(".matrix tfoot tr").bounding_box()
    assert last["y"] + last["height"] <= total["y"] + 1


def test_headlines_use_the_free_width_and_overlap_nothing(report: Open) -> None:
    page = report("matrix", "press")
    heads = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    assert heads["width"] > 500
    assert page.evaluate("""() => [...document.querySelectorAll('.matrix tbody th a')]
      .every(a => a.getBoundingClientRect().right <= a.closest('th').getBoundingClientRect().right + 1)""")


@pytest.mark.parametrize("view", ["matrix", "matrix?turned=yes"])
def test_articles_are_called_by_outlet_or_headline_and_never_by_file_alone(report: Open, view: str) -> None:
    page = report(view)
    heads = texts(page, ".matrix thead th .art" if view == "matrix" else ".matrix tbody th[scope=row]")
    assert heads[0].startswith("Northwire 14 Mar 08:05" if view == "matrix" else "Ferry aground off Skerrin Point")
    assert sum("How the Kittiwake was saved" in each for each in heads) == 1
    assert not [each for each in texts(page, ".matrix b") if "-0314" in each or "-0315" in each]


def test_articles_are_grouped_by_what_they_have_in_common(report: Open) -> None:
    page = report("matrix", "press")
    assert texts(page, "#group option") == ["none", "publication day", "outlet", "verdict"]
    page.locator("#group").select_option("outlet")
    until(page, "location.hash.includes('group=outlet')")
    until(page, "document.activeElement.id === 'group'")
    heads = texts(page, ".matrix tr.kind")
    assert [each.split(" articles")[0] for each in heads] == ["Northwire 4", "Skerry Post 5", "Outlet not known 5"]
    assert all(re.search(r"\d contradicts?$|none contradicts$", each) for each in heads)
    page.reload()
    assert len(texts(page, ".matrix tr.kind")) == 3
    page.locator(".cell").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').previousElementSibling.className") == "kind"
    page.locator("#group").select_option("verdict")
    until(page, "location.hash.includes('group=verdict')")
    assert texts(page, ".matrix tr.kind")[0].startswith("Contradicts ")
    page.locator("#group").select_option("day")
    until(page, "location.hash.includes('group=day')")
    assert texts(page, ".matrix tr.kind")[0].startswith("1 January 2026 1 article, ")
    assert report("matrix?turned=yes").locator("#group").count() == 0


def test_fact_shows_chart_and_lines_of_evidence(report: Open) -> None:
    page = report("fact/passengers-on-board")
    assert page.locator(".chart .pt").count() == 8
    assert page.locator(".chart .pt.contradicted .val").text_content() == "115"
    assert page.locator(".kwic mark").count() == 8
    assert report("fact/ship").locator(".chart").count() == 0


def test_evidence_is_aligned_and_cut_between_words(report: Open) -> None:
    page = report("fact/passengers-on-board")
    lefts = page.evaluate("[...document.querySelectorAll('.kwic .r')].map(each => Math.round(each.getBoundingClientRect().left))")
    assert len(set(lefts)) == 1
    lines = page.evaluate("""() => [...document.querySelectorAll('.kwic .ex')].map(each => {
      const [l, r] = [each.querySelector('.l'), each.querySelector('.r')];
      const last = [...l.getClientRects()].at(-1);
      return [l.textContent, r.textContent, last ? last.bottom : 0, r.querySelector('mark').getClientRects()[0].top];
    })""")
    whole = page.evaluate(
        "() => [...document.querySelectorAll('script[id^=a]')].map(each => JSON.parse(each.textContent).t).join(' ')"
    )
    known = set(whole.split())
    for left, right, bottom, top in lines:
        for part in (left, re.sub(r"\[.*?: |\]", "", right)):
            outer = part.replace("\u00a0", " ").split()
            assert "…" not in outer[1:-1]
            assert {each for each in outer[1:-1] if each != "…"} <= known
        assert not left or bottom > top, "the words before the evidence end in its line"


def test_articles_without_evidence_are_told_in_one_line(report: Open) -> None:
    page = report("fact/operators-promise")
    assert page.locator(".kwic tbody tr").count() == 2
    folded = " ".join(page.locator("[data-folded=n]").inner_text().split())
    assert folded.startswith("Not mentioned by 6 articles:")
    assert page.locator("[data-folded=n] a").count() == 6
    left = report("fact/operator").locator("[data-folded=m]")
    assert "by 1 article: Lifeboat crews praised" in " ".join(left.inner_text().split())
    many = report("fact/fact-000", "large").locator("[data-folded]")
    assert many.locator("> ul a").count() == 12
    many.locator("summary").click()
    until(many.page, "document.querySelectorAll('[data-folded] details a').length > 12")


@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("view", ["fact/passengers-on-board", "fact/people-hurt"])
def test_words_of_the_chart_do_not_overlap(report: Open, view: str, width: int) -> None:
    page = report(view, viewport={"width": width, "height": 900})
    settled(page)
    boxes = page.evaluate("""() => [...document.querySelectorAll('.chart svg text')].map(each => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return [left, right, top + 3, bottom - 3, each.textContent];
    })""")
    assert len(boxes) >= 6
    for at, (left, right, top, bottom, _) in enumerate(boxes):
        assert left >= 0
        assert right <= width
        clashes = [
            each[4] for each in boxes[at + 1 :] if each[0] < right and left < each[1] and each[2] < bottom and top < each[3]
        ]
        assert clashes == []
    assert page.locator(".chart .pt").count() == (8 if "passengers" in view else 6)


def test_chart_says_how_it_is_spaced_and_who_is_not_in_it(report: Open) -> None:
    assert "spaced evenly" in report("fact/passengers-on-board").locator(".chart figcaption").inner_text()
    page = report("fact/passengers-on-board", "silent")
    assert page.locator(".chart .pt").count() == 7
    caption = page.locator(".chart figcaption").inner_text()
    assert "Not in the chart: “Lifeboat crews praised after Kittiwake drama”, 15 Mar 07:00, which gives no figure." in caption


def test_notes_say_what_to_write_in_the_words_of_the_cards(report: Open) -> None:
    page = report("")
    page.evaluate("path => { location.hash = `#/article/${path}` }", article(page))
    page.wait_for_selector(".paper")
    first = " ".join(page.locator(".note").first.inner_text().split())
    assert "Change “115” to “118”." in first
    assert "Correction to print: An earlier version" in first
    assert "Add “Outer Sound Ferries”" in page.locator(".note.missing").inner_text()
    assert page.locator(".notes-h p").inner_text().strip() == "2 contradict, 1 left out"
    assert re.search(r"text version [0-9a-f]{12}$", page.locator(".by").inner_text().strip())
    assert "SHA-256" in page.locator(".by [title]").get_attribute("title")
    assert texts(page, ".crumbs a")[1:] == [
        "Previous: Northwire, 14 Mar 13:12",
        "Next: “How the Kittiwake was saved”, 19 Mar 12:00",
    ]


def test_link_to_a_finding_shows_passage_and_note_together_on_a_phone(report: Open) -> None:
    page = shown(report, "article", viewport={"width": 390, "height": 844})
    settled(page)
    mark, note = page.locator("mark.on").first.bounding_box(), page.locator(".note.on").bounding_box()
    assert 0 <= mark["y"] < note["y"]
    assert note["y"] + 120 < 844
    assert page.evaluate("document.querySelector('.para:has(mark.on)').nextElementSibling.matches('.note.on')")
    page.set_viewport_size({"width": 1200, "height": 844})
    settled(page)
    assert page.locator(".paper .note").count() == 0


def test_article_shows_marks_margin_strip_and_notes(report: Open) -> None:
    page = report()
    page.evaluate("path => { location.hash = `#/article/${path}` }", article(page))
    page.wait_for_selector(".paper")
    assert page.locator("mark.contradicted").count() == 2
    assert page.locator(".gut .ic.contradicted").count() == 2
    assert page.locator(".map .spot.contradicted").count() == 2
    assert texts(page, ".note h3") == ["Passengers on board", "Master of the ship", "Operator"]
    page.locator(".note .cover").nth(1).click()
    assert "Ingrid Halloren" in page.locator("mark.on").inner_text()


def test_list_of_articles_has_the_one_with_most_to_correct_first(report: Open) -> None:
    page = report("articles")
    assert "A year on from the Kittiwake" in page.locator(".fcard").first.inner_text()
    page.get_by_text("By publication").click()
    assert "112 passengers" in page.locator(".fcard").first.inner_text()


def test_facts_are_listed(report: Open) -> None:
    page = report("facts")
    assert page.locator(".fcard").count() == 12
    page.locator(".fcard", has_text="Crew on board").click()
    assert page.locator("main h2").inner_text().startswith("Crew on board")


# ---------------------------------------------------------------- filters, search, links


@pytest.mark.parametrize("view", ["check", "matrix", "facts", "articles", "fact/crew-on-board"])
def test_filter_by_verdict_keeps_what_fits_and_stands_in_the_address(report: Open, view: str) -> None:
    page = report(view)
    page.locator("[data-verdict=v]").click()
    assert page.locator("[data-verdict=v]").get_attribute("aria-pressed") == "true"
    assert "v=vague" in hash_of(page)
    assert page.locator(".card, tr[data-row], .fcard, .kwic tbody tr").count() == 1
    page.reload()
    assert page.locator(".card, tr[data-row], .fcard, .kwic tbody tr").count() == 1
    page.locator("[data-clear]").click()
    assert "v=" not in hash_of(page)


@pytest.mark.parametrize(
    ("view", "kept"), [("check", 2), ("matrix", 1), ("facts", 1), ("articles", 2), ("fact/master-of-the-ship", 1)]
)
def test_search_keeps_what_fits_marks_it_and_stands_in_the_address(report: Open, view: str, kept: int) -> None:
    page = report(view)
    what = {"check": "Halloren", "articles": "Halloren", "fact/master-of-the-ship": "Halloren"}.get(view, "refloated")
    page.locator("#q").fill(what)
    until(page, "location.hash.includes('q=')")
    found = page.locator(".card, tr[data-row], .fcard, .kwic tbody tr").count()
    assert 1 <= found <= kept
    if view != "articles":
        assert page.locator("mark.q").count() >= 1
    page.locator("#q").fill("zzzz")
    until(page, "location.hash.includes('zzzz')")
    assert page.locator(".empty").count() == 1
    page.locator("#q").press("Escape")
    until(page, "!location.hash.includes('q=')")


@pytest.mark.parametrize("view", [*VIEWS, "check?v=missing&q=operator", "check?change=N", "articles?sort=time"])
def test_every_view_can_be_linked_to(report: Open, view: str) -> None:
    page = report(view)
    assert page.locator("main h2, main .lede").count() >= 1
    assert page.locator("#tabs a[aria-current=page]").count() == 1
    assert page.title().endswith("Fact report: Grounding of the ferry MV Kittiwake")


@pytest.mark.parametrize("view", ["fact/nowhere", "article/no/such.txt", "%E0%A4%A", "nothing?from=x&spec=99&v=none"])
def test_address_that_leads_nowhere_says_so_or_opens_the_first_view(report: Open, view: str) -> None:
    page = report(view)
    assert page.locator("main .empty, main .card").count() >= 1


def test_search_finds_words_of_the_shown_quotation(report: Open) -> None:
    page = report("check?q=three people were hurt")
    assert page.locator(".card").count() >= 1
    assert page.locator(".card blockquote mark.q").count() >= 1


def test_printed_sheet_has_what_the_search_finds_on_the_screen(report: Open) -> None:
    page = report("check?v=contradicted&q=three people were hurt")
    cards = page.locator(".card").count()
    assert cards >= 1
    printed(page)
    assert page.locator(".sheet li").count() == cards


def test_search_says_which_articles_have_what_is_not_to_be_checked(report: Open) -> None:
    page = report("check?q=ten past eleven")
    assert texts(page, ".empty") == ["Nothing to check has “ten past eleven”; 1 article does: show it"]
    page.locator(".empty a").click()
    until(page, "location.hash === '#/articles?q=ten+past+eleven'")
    assert page.locator(".fcard").count() == 1
    assert texts(report("check?q=zzzz"), ".empty") == ["Nothing to check has “zzzz”, and no article does."]


def test_counts_of_verdicts_are_those_of_the_chosen_change_and_the_other_way_round(report: Open) -> None:
    page = report("check?change=N")
    assert texts(page, ".filters [data-verdict]") == ["Contradicts 1"]
    assert page.locator("[data-change=C]").is_enabled()
    page = report("check?v=missing")
    assert texts(page, "[data-change]") == ["New 0", "Says something else now 0", "Unchanged 1", "Fixed 0"]
    assert [page.locator(f"[data-change={each}]").is_enabled() for each in "NCUF"] == [False, False, True, False]
    page.locator("[data-change=U]").click()
    assert page.locator(".card").count() == 1
    assert texts(page, ".filters [data-verdict]") == ["Contradicts 3", "Left out 1"]


# ---------------------------------------------------------------- left out, accepted, wrong


def test_fact_that_many_articles_leave_out_is_one_card_with_twelve_of_them(report: Open) -> None:
    page = report(name="gaps")
    assert texts(page, ".lede") == ["Nothing contradicts the spec. 2 required facts are left out, 43 times in 42 articles."]
    assert texts(page, ".group > h2") == ["Before publication 2", "Required, but left out 41"]
    assert texts(page, ".card h3") == [
        "Left out: Boats is not stated in 2 articles", "Left out: Boats is not stated in 40 articles", "Left out: Crews",
    ]  # fmt: skip
    drafts, card, single = (page.locator(".card").nth(number) for number in range(3))
    assert drafts.locator(".gaps .pill.draft").count() == 2
    assert "Before they run, add “18”: There were 18 boats." in drafts.inner_text()
    assert card.locator(".gaps li").count() == 13
    assert "Storm report 0" in single.locator(".where").inner_text()
    assert [card.get_attribute(name) for name in ("aria-posinset", "aria-setsize", "role")] == ["1", "2", "article"]
    assert page.locator("#tabs .n").first.inner_text() == "43"
    for _ in range(3):
        page.keyboard.press("j")
    assert page.locator(".card.on h3").inner_text().endswith("Crews")
    assert page.locator("#live").text_content() == "3 of 3"
    card.get_by_text("and 28 more").click()
    until(page, "location.hash === '#/fact/boats?v=missing'")


def test_change_of_a_fact_that_many_leave_out_names_all_of_them(report: Open) -> None:
    page = report(name="gaps", permissions=CLIPBOARD)
    page.keyboard.press("j")
    text = copied(page, lambda: page.keyboard.press("c"), "Copied the change")
    assert text.splitlines() == [
        "Boats is not stated in 2 articles: add “18”: There were 18 boats.", "",
        "Storm report 40 (articles/40.txt)", "Storm report 41 (articles/41.txt)",
    ]  # fmt: skip
    link = copied(page, page.locator(".card").first.get_by_text("Copy link").click, "Copied the link")
    assert link.endswith("#/fact/boats?v=missing")


def test_search_among_articles_that_leave_a_fact_out_keeps_those_that_fit(report: Open) -> None:
    page = report("check?q=report%2017", name="gaps")
    assert texts(page, ".card h3") == ["Left out: Boats"]


def test_what_a_baseline_accepts_is_shown_where_its_filter_is_on(report: Open) -> None:
    page = report(name="baseline")
    assert "In the baseline" not in " ".join(texts(page, ".group > h2"))
    assert page.locator(".card.contradicted").count() == 0
    chip = page.locator("[data-verdict=b]")
    accepted = int(chip.locator(".num").inner_text())
    assert accepted >= 4
    chip.click()
    assert texts(page, ".group > h2") == [f"In the baseline {accepted}"]
    assert page.locator(".card.baseline").count() == accepted
    assert "v=baseline" in hash_of(page)
    card = page.locator(".card").first
    assert "Change “" not in card.inner_text()
    card.locator("summary", has_text="Is this wrong?").click()
    card.locator("summary", has_text="For whoever keeps the spec").click()
    assert [each.split()[1] for each in texts(page, ".card:first-child .command code")] == ["explain"]
    page.reload()
    assert page.locator(".card.baseline").count() == accepted


def test_waivers_are_told_in_plain_words(report: Open, pages: dict[str, Path], tmp_path: Path) -> None:
    pages["waivers"] = tmp_path / "waivers.html"
    pages["waivers"].write_text(report_pages.with_waivers(tmp_path), encoding="utf-8")
    page = report(name="waivers")
    heads = texts(page, ".group > h2")
    assert heads[heads.index("Accepted by a waiver 1") + 1] == "Waivers to look at 3"
    assert "Accepted by night desk until 31 January 2027. Reason: quotes the harbour office." in texts(page, ".card.waived")[0]
    assert page.locator(".card.waived").get_by_text("Is this wrong?").count() == 0
    assert [each.partition("Accepted by")[0].strip() for each in texts(page, "#waivers li")] == [
        (
            "Ended The waiver of Crews in a.txt has ended. The finding counts again: correct the article, or have the waiver "
            "renewed."
        ),
        (
            "No longer needed The waiver of Boats in b.txt is for nothing. The article is right without it, so it can be taken "
            "out of "
            "the spec."
        ),
        (
            "No longer needed The waiver of Crews in c.txt is for nothing. The spec has no such fact or article; it should be "
            "mended or taken out."
        ),
    ]
    assert re.search(r"s\.facts\.yaml:9:5 \[FS201\]$", texts(page, "#waivers .small")[0])
    assert page.locator("#problems").count() == 0
    assert page.locator("#waivers .pill.fail").count() == 0


HOSTILE_NAMES = [
    'it\'s "a" $(touch owned) `b` - day 2 & 100%;.txt',
    "-rf.txt",
    "a::b.txt",
    "FAILED c.txt",
    "näher\\ %41 *.txt",
    "d.txt",
]


def test_commands_of_a_wrong_finding_run_whatever_the_files_are_called(
    report: Open, pages: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    spec = "it's a spec.facts.yaml"
    Path(spec).write_text(
        "factspec: 1\nevent: A storm\narticles: ['*.txt']\nfacts:\n  boats: {kind: count, value: 18, of: [boats]}\n"
    )
    for name in HOSTILE_NAMES:
        Path(name).write_text("80 boats came.\n")
    assert main(["report", spec, "--output-file", "wrong.html", "-q"]) == 0
    pages["wrong"] = tmp_path / "wrong.html"
    page = report(name="wrong")
    commands = page.locator(".command [data-copies]").evaluate_all("all => all.map(each => each.dataset.copy)")
    assert len(commands) == 2 * len(HOSTILE_NAMES)
    for command in commands:
        words = shlex.split(command)[1:]
        assert main([*words, *(["--diff"] if words[0] == "waive" else [])]) == 0, command
        said = capsys.readouterr().out
        assert "80" in said if words[0] == "explain" else "+    reason: why it may stay" in said
    assert not Path("owned").exists()


# ---------------------------------------------------------------- keys


def test_keys_lead_through_the_report(report: Open) -> None:
    page = report()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert "Crew on board" in page.locator(".card.on h3").inner_text()
    page.keyboard.press("k")
    assert "Day she was refloated" in page.locator(".card.on h3").inner_text()
    for key, view in (("2", "matrix"), ("3", "facts"), ("4", "articles"), ("1", "check")):
        page.keyboard.press(key)
        until(page, f"location.hash.startsWith('#/{view}')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("j?1")
    assert not page.evaluate("document.querySelector('#help').open")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.evaluate("document.querySelector('#help').open")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('#help').open")


def test_brackets_lead_to_the_next_and_the_previous(report: Open) -> None:
    page = report("fact/passengers-on-board")
    page.keyboard.press("]")
    until(page, "location.hash.startsWith('#/fact/crew-on-board')")
    page.keyboard.press("[")
    until(page, "location.hash.startsWith('#/fact/passengers-on-board')")


def test_arrows_move_in_the_matrix_and_enter_opens(report: Open) -> None:
    page = report("matrix")
    page.locator(".cell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("Day she was refloated, Kittiwake aground")
    page.keyboard.press("Enter")
    until(page, "location.hash.startsWith('#/article/')")


def test_first_tab_into_the_matrix_is_a_cell_and_arrows_reach_the_heads(report: Open) -> None:
    page = report("matrix")
    page.locator("[data-turn]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('tr[data-row] .cell')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('thead .art')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    until(page, "location.hash.startsWith('#/fact/')")
    page.keyboard.press("?")
    assert "move to the next cell" in page.locator("#help .keys").inner_text()


def test_single_keys_can_be_switched_off(report: Open) -> None:
    page = report()
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    assert page.locator(".matrix").count() == 0


def copied(page: Any, act: Callable[[], object], said: str) -> str:
    """What the clipboard holds after an act; what was copied must have been said aloud and be shown."""
    act()
    until(page, f"document.querySelector('#live').textContent.startsWith({json.dumps(said)})")
    assert page.locator(".toast").inner_text().startswith(said)
    return str(page.evaluate("navigator.clipboard.readText()"))


CLIPBOARD = ["clipboard-read", "clipboard-write"]


def test_key_copies_the_correction_or_else_the_change(report: Open) -> None:
    page = report(permissions=CLIPBOARD)
    page.keyboard.press("c")
    until(page, "document.querySelector('#live').textContent.startsWith('Nothing to copy: go to a finding')")
    page.keyboard.press("j")
    change = copied(page, lambda: page.keyboard.press("c"), "Copied the change: ")
    assert change.splitlines()[1].endswith("courier-draft-anniversary.md")
    assert change.splitlines()[2] == "line 8: change “14 March” to “15 March 2026”"
    assert change.splitlines()[3].startswith("  “By nightfall everyone was home")
    for _ in range(3):
        page.keyboard.press("j")
    correction = copied(page, lambda: page.keyboard.press("c"), "Copied the correction: ")
    assert correction.startswith("An earlier version of this article said “")
    page.evaluate("location.hash = '#/check?v=vague'")
    until(page, "document.querySelectorAll('.card').length === 1")
    page.keyboard.press("j")
    page.keyboard.press("c")
    until(page, "document.querySelector('#live').textContent.startsWith('Nothing to copy here')")


def test_enter_on_a_finding_reads_it_in_its_article(report: Open) -> None:
    page = report()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    until(page, "location.hash.startsWith('#/article/') && document.activeElement.matches('mark.contradicted')")


def test_right_at_the_time_shows_what_the_spec_said_then(report: Open) -> None:
    page = report("check?v=asof")
    card = " ".join(page.locator(".card", has_text="Passengers on board").first.inner_text().split())
    assert "Spec said then 112 from 14 March 2026" in card
    assert "; now 118" in card


def test_key_copies_in_an_article_too(report: Open) -> None:
    page = report(permissions=CLIPBOARD)
    page.evaluate("path => { location.hash = `#/article/${path}` }", article(page, "courier-draft-anniversary"))
    page.wait_for_selector(".paper")
    page.keyboard.press("j")
    assert "draft-anniversary.md\nline 8: change “13” to “14”" in copied(
        page, lambda: page.keyboard.press("c"), "Copied the change"
    )


def test_change_link_and_place_are_copied(report: Open) -> None:
    page = report(permissions=CLIPBOARD)
    card = page.locator(".card", has_text="Passengers on board").first
    change = copied(page, card.get_by_text("Copy change").click, "Copied the change")
    assert change.splitlines()[2] == "line 6: change “115” to “118”"
    assert change.splitlines()[-1].startswith("  Correction to print: An earlier version of this article said “")
    link = copied(page, card.get_by_text("Copy link").click, "Copied the link")
    place = copied(page, card.get_by_text("Copy place").click, "Copied the place")
    assert re.search(rf"{GAZETTE}\.md:6:\d+$", place)
    assert link.startswith("Passengers on board, “115” in “")
    page.goto(link.splitlines()[-1])
    until(page, "document.activeElement.matches('mark.contradicted')")
    assert "115" in page.locator("mark.on").first.inner_text()


def test_all_changes_of_an_article_are_copied_in_the_order_of_its_text(report: Open) -> None:
    page = report(permissions=CLIPBOARD)
    page.evaluate("path => { location.hash = `#/article/${path}` }", article(page))
    page.wait_for_selector(".paper")
    button = page.get_by_text("Copy all changes of this article")
    lines = copied(page, button.click, "Copied all changes").splitlines()
    due = [each for each in lines[3:] if not each.startswith("  ")]
    assert [re.match(r"line \d+: change|add", each) is not None for each in due] == [True] * 3
    assert due[-1].startswith("add “Outer Sound Ferries”")
    assert sum(each.startswith("  Correction to print: ") for each in lines) == 2
    page.evaluate("path => { location.hash = `#/article/${path}` }", article(page, "coast-and-harbour-0319"))
    until(page, "!document.querySelector('.paper').textContent.includes('115')")
    assert page.locator("[data-copies=changes]").count() == 0


def test_light_and_dark_can_be_switched(report: Open) -> None:
    page = report(color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.keyboard.press("t")
    light = page.evaluate(colour)
    page.locator("#theme").click()
    assert dark == page.evaluate(colour) != light


# ---------------------------------------------------------------- many, print, small screens


def test_long_list_is_there_only_near_the_screen_and_a_key_reaches_all_of_it(report: Open) -> None:
    page = report(name="large")
    findings = int(page.locator(".group h2 .n").first.inner_text())
    assert findings > 100
    settled(page)
    assert page.locator(".card").count() < findings
    for _ in range(60):
        page.keyboard.press("j")
    settled(page)
    at = page.locator(".card.on")
    assert at.count() == 1
    assert at.get_attribute("aria-posinset") == "60"
    assert page.locator(".card").count() < findings


def test_print_has_every_finding_with_its_reasons_and_no_buttons(report: Open) -> None:
    page = report()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[...document.querySelectorAll('main details')].every(d => d.open)")
    for hidden in (".tools", ".tabbar", ".acts .link"):
        assert not page.locator(hidden).first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[...document.querySelectorAll('main details')].every(d => !d.open)")
    assert page.pdf(format="A4")[:4] == b"%PDF"


def printed(page: Any) -> str:
    """The page's words as the printer gets them."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return " ".join(page.locator("body").inner_text().split())


def test_to_check_is_printed_as_a_sheet_of_corrections_by_article(report: Open) -> None:
    page = report()
    text = printed(page)
    assert text.startswith("Fact consistency report Grounding of the ferry MV Kittiwake 21 November 2026, 21:55")
    assert "6 findings to correct" in text
    assert texts(page, ".sheet h3") == ["A year on from the Kittiwake Draft", "Lifeboat crews praised after Kittiwake drama"]
    first = " ".join(page.locator(".sheet li").first.inner_text().split())
    assert "line 8" in first
    assert "Before it runs, change “14 March” to “15 March 2026”." in first
    for absent in ("Why", "Copy", "Vague 1", "more than ten"):
        assert absent not in text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheet").count() == 0
    vague = report("check?v=vague")
    assert "more than ten" in printed(vague)
    assert vague.locator(".sheet li").count() == 1
    assert vague.evaluate("getComputedStyle(document.querySelector('.sheet li')).breakInside") == "avoid"


def test_article_is_printed_without_what_can_only_be_clicked(report: Open) -> None:
    page = shown(report, "article")
    text = printed(page)
    assert "Change “115” to “118”." in text
    for absent in ("Why", "Copy", "Compare", "Previous", "Next"):
        assert absent not in text


def test_fact_is_printed_as_a_table_over_the_whole_width(report: Open) -> None:
    page = report("fact/passengers-on-board", viewport={"width": 700, "height": 1000})
    printed(page)
    table, cell = page.locator(".kwic").bounding_box(), page.locator(".kwic .ex").first.bounding_box()
    assert table["width"] > 600
    assert cell["width"] > 0.45 * table["width"]
    assert not page.locator(".chip").first.is_visible()


def test_long_matrix_is_printed_whole(report: Open) -> None:
    page = report("matrix", "press")
    printed(page)
    assert page.evaluate("(s => getComputedStyle(s).maxHeight)(document.querySelector('.scroll'))") == "none"
    assert page.evaluate("(s => getComputedStyle(s).display)(document.querySelector('.matrix tfoot'))") == "table-row-group"


@pytest.mark.parametrize(
    ("view", "first"),
    [
        ("check", ".card"), ("matrix", "tr[data-row]"), ("matrix?turned=yes", "tr[data-row]"), ("facts", ".fcard"),
        ("articles", ".fcard"), ("fact/passengers-on-board", ".kwic tbody tr"), ("article", ".jump .tag, .note"),
    ],
)  # fmt: skip
def test_first_finding_is_on_the_first_screen_of_a_phone(report: Open, view: str, first: str) -> None:
    page = report("" if view == "article" else view, viewport={"width": 390, "height": 844})
    if view == "article":
        page.evaluate("path => { location.hash = `#/article/${path}` }", article(page))
        page.wait_for_selector(".paper")
    assert page.locator(first).first.bounding_box()["y"] < (760 if view.startswith("fact/") else 500)
    assert page.locator(".tabbar").bounding_box()["y"] + page.locator(".tabbar").bounding_box()["height"] < 844 / 4
    for row in page.locator(".filters").all():
        assert row.bounding_box()["height"] < 60


def test_print_of_a_long_list_says_how_much_is_not_printed(report: Open) -> None:
    page = report("matrix", "large")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("tr[data-row]").count() == 120


@pytest.mark.parametrize("view", [*VIEWS, "article"])
@pytest.mark.parametrize("width", [320, 390, 1024])
def test_page_is_no_wider_than_the_screen(report: Open, view: str, width: int) -> None:
    page = shown(report, view, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_short_form_is_shown_without_script(report: Open) -> None:
    page = report(java_script_enabled=False)
    assert page.locator("noscript table tbody tr").count() == 6


# ---------------------------------------------------------------- accessibility and safety


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", [*VIEWS, "article", "help"])
def test_axe_finds_no_violation(report: Open, view: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: pip install 'factspec[browser]'")
    page = shown(report, view, color_scheme=scheme)
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in found] == []


@pytest.mark.parametrize("view", [*VIEWS, "article", "help"])
def test_every_view_is_valid_html_as_the_script_makes_it(report: Open, view: str, tmp_path: Path) -> None:
    (tmp_path / "view.html").write_text(shown(report, view).content(), encoding="utf-8")
    assert independent.html_faults(tmp_path / "view.html") == []


@pytest.mark.parametrize("view", ["check", "matrix", "articles"])
@pytest.mark.parametrize("name", ["large", "hostile"])
def test_axe_finds_no_violation_in_a_large_or_hostile_report(report: Open, view: str, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: pip install 'factspec[browser]'")
    page = report(view, name)
    settled(page)
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in found] == []


@pytest.mark.parametrize("view", ["check", "matrix", "facts", "articles", "fact", "article"])
def test_hostile_article_and_spec_stay_text(report: Open, view: str) -> None:
    page = report("", "hostile")
    if view in {"fact", "article"}:
        page.locator({"fact": "[href^='#/fact/']", "article": ".card [href^='#/article/']"}[view]).first.click()
        until(page, f"location.hash.startsWith('#/{view}/')")
    else:
        page.evaluate("view => { location.hash = `#/${view}` }", view)
    settled(page)
    assert page.locator("main img, main script, main b[onclick], main svg[onload]").count() == 0
    assert "owned" not in page.title() or "document.title" in page.title()
    text = page.locator("body").inner_text()
    assert "onerror=alert" in text
    assert not set(text) & set("\x1b\u202e\u2066")


def test_policy_refuses_script_and_requests_from_within(report: Open, browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(pages["event"].as_uri())
    refused = page.evaluate("""() => {
      const said = [];
      for (const act of [() => { document.body.innerHTML = '<b>x</b>'; }, () => eval('1')]) {
        try { act(); said.push('done'); } catch (error) { said.push(error.constructor.name); }
      }
      return said;
    }""")
    assert refused[0] == "TypeError"
    assert page.evaluate("fetch('https://example.org/').then(() => 'asked', () => 'refused')") == "refused"
    context.close()


def test_one_of_several_specs_can_be_picked_and_an_unread_article_is_one_thing_to_mend(
    report: Open, pages: dict[str, Path], tmp_path: Path
) -> None:
    pages["two"] = tmp_path / "two.html"
    pages["two"].write_text(report_pages.two_specs(tmp_path), encoding="utf-8")
    page = report("", "two")
    assert page.locator("#tabs .n").first.inner_text() == "1"
    assert page.locator(".group", has_text="Could not be read").locator("li").count() == 1
    page.locator("#spec").select_option("1")
    until(page, "location.hash.includes('spec=1')")
    page.evaluate("location.hash = '#/facts?spec=1'")
    until(page, "document.querySelectorAll('.fcard').length === 1")
    page.evaluate("location.hash = '#/fact/boats'")
    until(page, "document.querySelector('main h2').textContent.startsWith('Boats')")
