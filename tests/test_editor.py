"""The language server, asked by a real client over stdio: marks, readings, fixes, ways between facts and evidence."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="needs the extra: pip install 'factspec[lsp]'")

from hypothesis import given
from hypothesis import strategies as st
from lsp_client import Editor, editor
from lsprotocol import types

from factspec.editor.lines import Lines
from factspec.loading import opened

SPEC, ARTICLE = "specs/ferry.facts.yaml", "articles/03.txt"
FACTS = """\
# the ferry 🛳, as the harbour office has it
factspec: 1
event: Ferry to Skerry, May 2026
articles: [../articles/*.txt]

facts:
  service-resumed:
    kind: date
    value: 2026-05-11   # a Monday
    about: [resumed]
  passengers:
    kind: count
    value: 18
    of: [passengers]
  ship:
    kind: name
    value: Isle of Skerry
    about: [ferry]
"""
NEWS = """\
May 12, 2026

🛳🛳 The ferry resumed its service on Sunday, after repairs.
Eighteen passengers were aboard the Skerry Isle.
"""

pytestmark = pytest.mark.slow


def held(
    folder: Path, do: Callable[[Editor], Awaitable[None]], spec: str = FACTS, news: str = NEWS, *, shows: bool = False
) -> None:
    """Hold a session in a folder with a spec and an article."""
    for path, text in ((SPEC, spec), (ARTICLE, news)):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    async def session() -> None:
        async with editor(folder, shows=shows) as at:
            await do(at)

    asyncio.run(session())


def spot(text: str, words: str) -> tuple[int, int]:
    """Line and character in UTF-16 units at which some words begin."""
    before = text[: text.index(words)]
    return before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2


def stretch(text: str, words: str) -> types.Range:
    line, character = spot(text, words)
    return types.Range(types.Position(line, character), types.Position(line, character + len(words.encode("utf-16-le")) // 2))


def test_finding_is_marked_at_its_evidence_and_an_omission_on_the_first_line(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        missing, wrong = await at.codes(ARTICLE, ["omitted", "contradicted"])
        assert wrong.range == stretch(NEWS, "Sunday")
        assert wrong.severity is types.DiagnosticSeverity.Error
        assert "states “Sunday” (10 May 2026) where the spec has 11 May 2026" in wrong.message
        assert missing.range == stretch(NEWS, "May 12, 2026")
        assert "ship: omitted" in missing.message

    held(tmp_path, do)


def test_articles_that_are_not_open_are_marked_too(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        assert await at.codes(ARTICLE, ["omitted", "contradicted"])

    held(tmp_path, do)


def test_unsaved_article_and_unsaved_spec_count_and_the_files_count_again_when_closed(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        at.edit(ARTICLE, NEWS.replace("Sunday", "Monday"))
        await at.codes(ARTICLE, ["omitted"])
        at.edit(SPEC, FACTS.replace("value: Isle of Skerry", "value: Skerry Isle"))
        await at.codes(ARTICLE, [])
        at.edit(SPEC, FACTS.replace("2026-05-11", "2026-05-10"))
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        at.close(ARTICLE)
        at.close(SPEC)
        (mark,) = [mark for mark in await at.codes(ARTICLE, ["omitted", "contradicted"]) if mark.code == "contradicted"]
        assert mark.range == stretch(NEWS, "Sunday")

    held(tmp_path, do)


def test_saving_checks_again(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        at.save(ARTICLE, NEWS.replace("Sunday", "Monday").replace("Skerry Isle", "Isle of Skerry"))
        await at.codes(ARTICLE, [])

    held(tmp_path, do)


def test_fault_of_a_spec_is_marked_at_its_place_and_its_fix_renames_the_key(tmp_path: Path) -> None:
    faulty = FACTS.replace("    about: [ferry]", "    abuot: [ferry]")

    async def do(at: Editor) -> None:
        at.open(SPEC)
        found = await at.marks(SPEC, lambda marks: any(mark.code == "FS012" for mark in marks))
        (mark,) = [mark for mark in found if mark.code == "FS012"]
        assert mark.range == stretch(faulty, "abuot")
        fixes = await at.fixes(SPEC, mark.range)
        assert at.applied(fixes["Rename the key to 'about'"], SPEC, faulty) == FACTS

    held(tmp_path, do, faulty)


def test_words_of_an_article_become_a_right_form_by_a_fix_that_keeps_the_comments(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        fixes = await at.fixes(ARTICLE, stretch(NEWS, "Skerry Isle"))
        after = at.applied(fixes["Add “Skerry Isle” as a right form of “ship”"], SPEC, FACTS)
        assert after.startswith(FACTS.partition("    about: [ferry]")[0])
        at.edit(SPEC, after)
        await at.codes(ARTICLE, ["contradicted"])

    held(tmp_path, do)


def test_evidence_becomes_a_right_form_and_a_finding_is_waived(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        fixes = await at.fixes(ARTICLE, stretch(NEWS, "Sunday"))
        (waive,) = [fix for title, fix in fixes.items() if title.startswith("Waive “service-resumed” for this article until ")]
        after = at.applied(waive, SPEC, FACTS)
        assert after.startswith(FACTS.rstrip("\n"))
        assert "article: 03.txt" in after
        spec = opened(SPEC, after).spec
        assert spec
        assert len(spec.waivers) == 1
        at.edit(SPEC, after)
        await at.codes(ARTICLE, ["omitted"])

    held(tmp_path, do)


def test_reason_of_a_waiver_is_shown_to_be_written_over_where_the_editor_can(tmp_path: Path) -> None:
    news = NEWS.replace("Sunday", "18 May")
    reason = "Skerry"

    async def do(at: Editor) -> None:
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        assert not any("Waive" in title for title in await at.fixes(ARTICLE, stretch(news, "18 May")))
        called = types.ExecuteCommandParams("factspec.select", [at.uri(SPEC), reason])
        await at.client.workspace_execute_command_async(called)
        (shown,) = at.shown
        assert shown.uri == at.uri(SPEC)
        line, character = spot(FACTS, "Skerry\n    about")
        assert shown.selection == types.Range(types.Position(line, character), types.Position(line, character + 6))

    held(tmp_path, do, news=news, shows=True)


def test_hover_shows_the_reading_of_a_date_and_of_a_figure_and_what_a_fact_expects(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        date = await at.hover(ARTICLE, spot(NEWS, "Sunday"))
        assert "`2026-05-10`" in date
        assert "dateline `2026-05-12`" in date
        assert "service\\-resumed" in date or "service-resumed" in date
        assert "`18`" in await at.hover(ARTICLE, spot(NEWS, "Eighteen"))
        assert await at.hover(ARTICLE, spot(NEWS, "aboard")) == ""
        fact = await at.hover(SPEC, spot(FACTS, "value: 18"))
        assert "passengers" in fact
        assert "1 supported" in fact
        assert await at.hover(SPEC, spot(FACTS, "event:")) == ""

    held(tmp_path, do)


def test_way_leads_from_a_fact_to_its_evidence_and_back(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        there, fact = (ARTICLE, *spot(NEWS, "Sunday")), (SPEC, *spot(FACTS, "service-resumed"))
        assert await at.definition(SPEC, spot(FACTS, "2026-05-11")) == [there]
        assert await at.definition(ARTICLE, spot(NEWS, "Sunday")) == [fact]
        assert await at.references(ARTICLE, spot(NEWS, "Sunday")) == [fact, there]
        assert await at.definition(SPEC, spot(FACTS, "articles:")) == []

    held(tmp_path, do)


def test_half_typed_spec_is_marked_and_the_articles_keep_their_marks(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        await at.codes(ARTICLE, ["omitted", "contradicted"])
        at.edit(SPEC, FACTS.partition("of: [pass")[0] + "of: [pass")
        (fault,) = await at.codes(SPEC, ["FS001"])
        assert fault.range.start.line >= 0
        assert [mark.code for mark in await at.marks(ARTICLE)] == ["omitted", "contradicted"]
        assert "passengers" in await at.hover(SPEC, spot(FACTS, "kind: count"))

    held(tmp_path, do)


def test_spec_typed_letter_by_letter_is_answered_at_every_stage(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC, "")
        for end in range(0, len(FACTS), 7):
            text = FACTS[:end]
            at.edit(SPEC, text)
            line = text.count("\n")
            everywhere = types.Range(types.Position(0, 0), types.Position(line + 5, 999))
            await asyncio.gather(
                at.hover(SPEC, (line, 3)),
                at.definition(SPEC, (line, 99)),
                at.references(SPEC, (line + 9, 0)),
                at.fixes(SPEC, everywhere),
                at.hover(ARTICLE, spot(NEWS, "Sunday")),
            )
        at.edit(SPEC, FACTS)
        await at.codes(ARTICLE, ["omitted", "contradicted"])

    held(tmp_path, do)


RUBBISH = (
    "",
    "\ufeff",
    "\x00",
    "a: *b\n&",
    "\t- [",
    "facts: {a: {kind: date",
    "- " * 3000,
    "\u2028\u202e",
    "facts:\n  ? [a]\n  : b\n",
)


def test_rubbish_is_survived(tmp_path: Path) -> None:
    async def do(at: Editor) -> None:
        at.open(ARTICLE)
        at.open(SPEC)
        at.open("articles/unknown.xyz", "?")
        for text in RUBBISH:
            at.edit(SPEC, text)
            at.edit(ARTICLE, text)
            await at.hover(SPEC, (0, 0))
            await at.hover(ARTICLE, (3, 7))
            await at.fixes(SPEC, types.Range(types.Position(0, 0), types.Position(9, 9)))
        at.edit(SPEC, FACTS)
        at.edit(ARTICLE, NEWS)
        await at.codes(ARTICLE, ["omitted", "contradicted"])

    held(tmp_path, do)


def test_server_ends_when_the_editor_is_gone() -> None:
    done = subprocess.run([sys.executable, "-m", "factspec", "lsp"], input=b"", capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


@given(st.text("a🛳\r\né ", max_size=40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_place_of_an_offset_leads_back_to_the_offset(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(*lines.spot(offset)) == offset


@given(st.text("a🛳\r\n", max_size=20), st.integers(-2, 9), st.integers(-2, 30))
def test_place_outside_a_text_is_within_it(text: str, line: int, character: int) -> None:
    assert 0 <= Lines(text).offset(line, character) <= len(text)
