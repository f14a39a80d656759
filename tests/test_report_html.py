"""The HTML report as data: what is in the file, what is left out of a large one, what has changed since an earlier one."""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import independent
import pytest
import report_pages
from hypothesis import given
from hypothesis import strategies as st
from report_results import many

from factspec.article import Article
from factspec.cli import main
from factspec.errors import UsageError
from factspec.model import Dateline, DateRange, Fact, Figure, Finding, Named, Place, Quantity, Quote, Role, Verdict
from factspec.report.html import LIMIT, Earlier, Edition, read_earlier
from factspec.report.html.budget import chosen
from factspec.report.html.bundle import bundled, modules, styles
from factspec.report.html.cautions import cautions
from factspec.report.html.cells import ORDER
from factspec.report.html.safe import as_json, shown
from factspec.report.html.since import earlier
from factspec.report.html.strings import Strings
from factspec.report.html.wording import change, correction, label

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def event() -> str:
    return report_pages.event(report_pages.earlier_event())


def data(page: str) -> dict[str, Any]:
    whole: dict[str, Any] = report_pages.scripts(page)["data"]
    return whole


def named(page: str, stem: str) -> int:
    return [article["name"] for article in data(page)["articles"]].index(stem)


def letter(page: str, fact: str, stem: str) -> str:
    whole = data(page)
    number = [each["id"] for each in whole["facts"]].index(fact)
    return str(whole["grid"][named(page, stem)][number])


# ---------------------------------------------------------------- what is in it


@pytest.mark.parametrize(
    ("fact", "article", "wanted"),
    [
        ("crew-on-board", "courier-draft-anniversary", "c"),
        ("operator", "isles-gazette-0315", "m"),
        ("crew-on-board", "ferry-times-0402", "v"),
        ("crew-on-board", "sound-radio-0314-1015", "w"),
        ("passengers-on-board", "courier-0314-0930", "t"),
        ("ship", "isles-gazette-0315", "s"),
        ("day-she-was-refloated", "isles-gazette-0315", "n"),
    ],
)
def test_letter_stands_for_verdict_and_qualifier(event: str, fact: str, article: str, wanted: str) -> None:
    assert letter(event, fact, article) == wanted


def test_evidence_is_a_place_in_the_text_of_the_article(event: str) -> None:
    page = report_pages.scripts(event)
    facts = [each["id"] for each in page["data"]["facts"]]
    block = page[f"a{named(event, 'isles-gazette-0315')}"]
    entry = block["f"][str(facts.index("passengers-on-board"))]
    assert block["t"][slice(*entry["e"][:2])] == "115"
    assert block["t"][slice(*entry["s"][:2])].startswith("The lifeboat volunteers")
    assert entry["l"] == [6, 72]
    assert entry["n"] == 115


def test_offsets_count_as_a_script_counts() -> None:
    text = "\U0001f6a2\U0001f6a2 There were 80 boats.\n"
    article = Article("a.txt", text, text)
    one = report_pages.fact(18)
    at = text.index("80")
    finding = Finding(one, "a.txt", Verdict.CONTRADICTED, "no", "80", None, (article.evidence(at, at + 2),))
    page = report_pages.one_finding(finding, article)
    entry = report_pages.scripts(page)["a0"]["f"]["0"]
    units = text.encode("utf-16-le")
    assert units[2 * entry["e"][0] : 2 * entry["e"][1]].decode("utf-16-le") == "80"


def test_article_later_than_the_report_is_a_draft_and_so_is_one_that_a_glob_names() -> None:
    early = Article("wire/a.txt", "x", "x", Dateline(DAY))
    late = Article("wire/b.txt", "x", "x", Dateline(DAY, datetime(2026, 3, 2, 18, tzinfo=UTC)))
    noon = Edition(datetime(2026, 3, 2, 12, tzinfo=UTC), "")
    assert (noon.is_draft("wire/a.txt", early), noon.is_draft("wire/b.txt", late), noon.is_draft("c", None)) == (
        False,
        True,
        False,
    )
    assert Edition(noon.now, "", "", ("a.*",)).is_draft("wire/a.txt", early)
    assert Edition(noon.now, "", "", ("wire/*",)).is_draft("wire/a.txt", early)


def test_report_of_a_day_is_the_same_bytes_again() -> None:
    made = [report_pages.event(edition=Edition.of(DAY, datetime.now(UTC))) for _ in range(2)]
    assert made[0] == made[1]
    assert ">2 March 2026 ·" in made[0]


def test_article_that_cannot_be_read_is_said_and_not_folded_into_a_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spec = "factspec: 1\nevent: A storm\narticles: ['*.txt']\nfacts:\n  boats: {kind: count, value: 18, of: [boats]}\n"
    (tmp_path / "s.facts.yaml").write_text(spec)
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "b.txt").write_text("18 boats came.\n")
    assert main(["report", "s.facts.yaml", "--output-file", "r.html", "--today", "2026-03-02", "-q"]) == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert sorted(data(page)["grid"]) == ["e", "s"]
    assert data(page)["problems"]


# ---------------------------------------------------------------- safe


class Tags(HTMLParser):
    """The tags of a page, and the attributes that would act."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.acting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.acting += [name for name, _ in attrs if name.startswith("on") or name in {"src", "style"}]


def test_hostile_text_opens_no_tag_and_no_character_of_it_acts() -> None:
    page = report_pages.hostile()
    tags = Tags()
    tags.feed(page)
    assert not {"img", "b", "iframe"} & set(tags.tags)
    assert tags.acting == []
    assert tags.tags.count("script") == page.count("<script")
    assert not set(page) & set("\x1b\u202e\u2066\x07")
    assert "{{ 7*7 }}" in html.unescape(page)
    assert ">49<" not in page


@given(st.text(max_size=200))
def test_json_in_a_page_reads_back_and_holds_no_markup(text: str) -> None:
    written = as_json([text])
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == [text]


@given(st.text(max_size=200))
def test_text_is_shown_at_its_length_without_characters_that_act(text: str) -> None:
    made = shown(text)
    assert len(made) == len(text)
    assert shown(made) == made
    assert not set(made) & set("\x00\x1b\x7f\x9b\u200e\u202a\u202e\u2066\u2069\ufeff")


def test_policy_names_the_hash_of_every_style_and_script_and_nothing_else(event: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', event)
    assert policy
    held = html.unescape(policy[1])
    assert held.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in held
    assert "http" not in held
    assert "style=" not in event.replace("style-src", "")
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", event)


def test_script_and_style_are_ascii_or_plain_text_without_a_closing_tag() -> None:
    assert "</" not in bundled().replace("</script", "!").replace("/>", "") or "</script" not in bundled()
    assert "</style" not in styles()


def test_scripts_write_no_markup_and_import_only_one_another() -> None:
    for name, text in modules().items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), name
        assert not re.findall(r"^import (?!\{[^}]*\} from '\./\w+\.js';$)", re.sub(r"\{[^}]*\}", "{}", text), re.MULTILINE), name
        assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|https?://(?!www\.w3\.org)", text), name
    assert list(modules())[-1] == "main.js"
    assert set(modules()) == {path.name for path in (ROOT / "factspec/report/html/script").glob("*.js")}


@pytest.mark.slow
def test_scripts_are_clean_to_eslint() -> None:
    done = independent.said(independent.validator(".bin/eslint"), "factspec/report/html/script", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_scripts_and_styles_are_laid_out_by_prettier() -> None:
    page = "factspec/report/html"
    done = independent.said(independent.validator(".bin/prettier"), "--check", f"{page}/script", f"{page}/style", cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_verdicts_of_the_script_are_the_letters_of_the_data() -> None:
    assert re.findall(r"^  (\w): \[", modules()["model.js"], re.MULTILINE) == list(ORDER.rstrip("-"))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["event", "hostile", "empty"])
def test_page_is_valid_html(name: str, event: str, tmp_path: Path) -> None:
    made = {"event": event, "hostile": report_pages.hostile(), "empty": report_pages.page_of(many(0), [])}
    (tmp_path / "report.html").write_text(made[name], "utf-8")
    assert independent.html_faults(tmp_path / "report.html") == []


@pytest.mark.slow
def test_validators_of_html_refuse_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><p>One<div></p></div><img src='a.png'></html>", "utf-8")
    assert len(independent.html_faults(page)) >= 3


# ---------------------------------------------------------------- large


def test_thousand_articles_of_fifty_facts_are_told_whole_below_ten_megabytes() -> None:
    page = report_pages.page_of(*report_pages.large(1000, 50))
    assert len(page.encode()) < 10_000_000
    assert "left" not in data(page) or data(page)["left"] == {}


@pytest.mark.parametrize("limit", [250_000, 300_000, 400_000])
def test_too_large_a_report_stays_in_its_limit_and_says_what_it_leaves_out(limit: int) -> None:
    page = report_pages.page_of(*report_pages.large(120, 30), limit=limit)
    assert len(page.encode()) <= limit
    assert data(page)["left"]


def test_article_text_is_in_the_page_once() -> None:
    page = report_pages.event()
    assert page.count("who watched the operation from the quay") == 1


@given(st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3).map(sorted), max_size=30), st.integers(0, 3000))
def test_budget_is_kept_and_the_more_important_is_told_at_least_as_much(sizes: list[list[int]], room: int) -> None:
    levels = chosen([[0, *each] for each in sizes], room)
    assert sum(size[level - 1] if level else 0 for size, level in zip(sizes, levels, strict=True)) <= room
    if all(size == sizes[0] for size in sizes):
        assert levels == sorted(levels, reverse=True)


def test_sentence_is_held_once_however_often_it_comes() -> None:
    strings = Strings()
    assert [strings.short("a sentence of some length") for _ in range(3)] == ["a sentence of some length", 0, 0]
    assert strings.short("short") == strings.short("short") == "short"
    assert strings.table == ["a sentence of some length"]


# ---------------------------------------------------------------- since


def test_change_is_new_fixed_unchanged_or_another_wording(event: str) -> None:
    since = data(event)["since"]
    facts = [each["id"] for each in data(event)["facts"]]
    changes = since["changes"][named(event, "courier-draft-anniversary")]
    wanted = {"crew-on-board": "N", "people-hurt": "C", "day-she-was-refloated": "U", "ship": "."}
    assert {name: changes[facts.index(name)] for name in wanted} == wanted
    (fixed,) = since["fixed"]
    assert fixed == [named(event, "isles-gazette-0315"), facts.index("ship"), "MV Kittywake"]


def test_report_and_json_are_both_an_earlier_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report_pages.FOLDER)
    asked = ["--today", "2026-11-21", "-q"]
    for form in ("json", "jsonl"):
        main(["check", "specs", "--output-format", form, "--output-file", str(tmp_path / f"old.{form}"), *asked])
    main(["report", "specs", "--output-file", str(tmp_path / "old.html"), *asked])
    for name in ("old.json", "old.jsonl", "old.html"):
        assert (
            main(["report", "specs", "--since", str(tmp_path / name), "--output-file", str(tmp_path / "new.html"), *asked]) == 0
        )
        since = data((tmp_path / "new.html").read_text("utf-8"))["since"]
        assert since["name"] == name
        assert since["made"] == ("21 November 2026" if name == "old.html" else "")
        assert sorted(set("".join(since["changes"]))) == [".", "U"]
        assert since["fixed"] == since["gone"] == []


def test_finding_of_an_article_that_is_gone_is_told() -> None:
    before = report_pages.earlier_event()
    gone = Earlier(
        "x", {**before.findings, ("s", "boats", "away.txt"): next(was for was in before.findings.values() if was.failed)}
    )
    assert [row[:2] for row in data(report_pages.event(gone))["since"]["gone"]] == [["boats", "away.txt"]]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"format": 2, "findings": []}', "<html></html>", "x\ny", '{"format": 1}']
)
def test_other_file_than_a_result_is_a_mistake_of_the_user(text: str) -> None:
    with pytest.raises(UsageError, match="no result of factspec"):
        earlier("old.json", text)


def test_missing_earlier_file_is_a_mistake_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read_earlier(str(tmp_path / "none.json"))


def test_version_of_an_article_is_the_hash_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report_pages.FOLDER)
    out = tmp_path / "r.json"
    main(["check", "specs", "--output-format", "json", "--output-file", str(out), "-q", "--today", "2026-11-21"])
    for row in json.loads(out.read_text())["findings"]:
        assert row["version"] == hashlib.sha256(Path(row["article"]).read_bytes()).hexdigest()


# ---------------------------------------------------------------- wording


def fact(value: Any, expected: str, **more: Any) -> Fact:
    return Fact("crew-on_board", more.pop("kind", "date"), value, expected, Place("s.facts.yaml", 1, 1), **more)


def found(one: Fact, verdict: Verdict, said: str = "") -> Finding:
    article = Article("a.txt", f"It said {said} then.", f"It said {said} then.")
    return Finding(one, "a.txt", verdict, "why", said, None, (article.evidence(8, 8 + len(said)),) if said else ())


DATE = fact(DateRange(DAY, DAY), "2 March 2026")
ROLE = fact(Role("Ida Brandt", "captain", "the Tern"), "Ida Brandt, captain of the Tern", kind="role")
QUOTE = fact(Quote("All is well.", ("Ida Brandt",)), "“All is well.” (Ida Brandt)", kind="quote")


@pytest.mark.parametrize(
    ("finding", "to_do", "to_print"),
    [
        (
            found(DATE, Verdict.CONTRADICTED, "Tuesday"),
            "Change “Tuesday” to “2 March 2026”.",
            "An earlier version of this article said “Tuesday”. The correct date is 2 March 2026.",
        ),
        (
            found(fact(DateRange(DAY, DAY), "2 March 2026", statement="It was on 2 March"), Verdict.CONTRADICTED, "3 March"),
            "Change “3 March” to “2 March 2026”.",
            "An earlier version of this article said “3 March”. It was on 2 March.",
        ),
        (
            found(ROLE, Verdict.CONTRADICTED, "Ida Brand"),
            "Change “Ida Brand” to “Ida Brandt”.",
            "An earlier version of this article said “Ida Brand”. Ida Brandt is the captain of the Tern.",
        ),
        (
            found(ROLE, Verdict.CONTRADICTED, "mate"),
            "Change “mate” to “Ida Brandt, captain of the Tern”.",
            "An earlier version of this article said “mate”. Ida Brandt is the captain of the Tern.",
        ),
        (
            found(QUOTE, Verdict.CONTRADICTED, "“All is good.”"),
            "Change “All is good.” to “All is well.”",
            "An earlier version of this article misquoted Ida Brandt. The words were: “All is well.”",
        ),
        (
            found(QUOTE, Verdict.VAGUE, "All is well"),
            "Compatible with the spec, but less exact: it has “All is well.”",
            "",
        ),
        (
            found(QUOTE, Verdict.VAGUE, "all is well."),
            "The words are the spec’s, but they do not stand there as a quotation.",
            "",
        ),
        (found(DATE, Verdict.OMITTED), "Add “2 March 2026” (crew on board).", ""),
        (found(DATE, Verdict.VAGUE, "in March"), "Compatible with the spec, but less exact: it has 2 March 2026.", ""),
        (found(DATE, Verdict.SUPPORTED, "2 March"), "", ""),
        (found(fact(Named((("Tern",),)), "Tern", required=False), Verdict.OMITTED), "", ""),
    ],
)
def test_finding_has_its_advice(finding: Finding, to_do: str, to_print: str) -> None:
    assert (change(finding), correction(finding)) == (to_do, to_print)


def amount(unit: str, expected: str) -> Fact:
    return fact(Figure(Quantity(85, 85, unit=unit)), expected, kind="quantity")


@pytest.mark.parametrize(
    ("unit", "expected", "said", "instead"),
    [
        ("PEN", "85 million PEN", "85 billion soles", "85 million soles"),
        ("USD", "85 million USD", "$85 billion", "$85 million"),
        ("USD", "$85 million", "85 billion dollars", "85 million dollars"),
        ("%", "12%", "15 per cent", "12 per cent"),
        ("mm", "118 mm", "180-millimetre", "118-millimetre"),
        ("mm", "118 mm", "180mm", "118mm"),
        ("mm", "118 mm", "18 cm", "118 mm"),
        ("mm", "118 mm", "one millimetre", "118 mm"),
        ("mm", "1 mm", "18 millimetres", "1 mm"),
        ("", "118", "180", "118"),
        ("", "19", "Ninety", "Nineteen"),
        ("", "31", "thirteen", "thirty-one"),
        ("", "118", "Ninety", "118"),
        ("", "19", "90", "19"),
    ],
)
def test_change_keeps_the_unit_as_the_article_writes_it(unit: str, expected: str, said: str, instead: str) -> None:
    assert change(found(amount(unit, expected), Verdict.CONTRADICTED, said)) == f"Change “{said}” to “{instead}”."


@pytest.mark.parametrize(
    ("before", "said", "after", "caution"),
    [
        ("", "57", ": 39 in Orvale, 12 in Tarn and six in Vell.", "39, 12 and 6 in the same sentence add up to “57”"),
        ("", "57", " were hurt, according to the broker.", "The figure seems to be quoted (“according to”)"),
        ("The broker estimates that ", "57", " were hurt.", "The figure seems to be quoted (“estimates that”)"),
        ("", "57", ": 39 in Orvale and 12 in Tarn.", ""),
        ("", "57", " were hurt.", ""),
    ],
)
def test_caution_says_what_to_look_at_before_a_figure_is_changed(before: str, said: str, after: str, caution: str) -> None:
    told = list(cautions(found(amount("", "47"), Verdict.CONTRADICTED, said), before, after))
    assert [each[: len(caution)] for each in told] == ([caution] if caution else [])
    assert not list(cautions(found(amount("", "47"), Verdict.SUPPORTED, said), before, after))


@pytest.mark.parametrize(
    ("before", "said", "after", "quoted"),
    [
        ("It cost 47 lives, with ", "21", " people still missing, and more", "with 21 people still missing"),
        ("It came ", "on Tuesday", ".", "It came on Tuesday"),
        ("It came (", "on Tuesday", ") to Skerry", "on Tuesday"),
        ("About ", "2,600", " people, 2,100 of them", "About 2,600 people"),
        ("She said “it was ", "Tuesday", "” and left", "it was Tuesday"),
        ("A ", "21", "-strong crew", "A 21-strong crew"),
        ("Its cap", "tain", " left", "tain"),
        ("", "“All is lost.”", " she said", "All is lost."),
        ("The", "", "", ""),
        ("", "a" * 80, " b", "a" * 80),
    ],
)
def test_correction_quotes_the_clause_around_the_evidence(before: str, said: str, after: str, quoted: str) -> None:
    made = correction(found(DATE, Verdict.CONTRADICTED, said), before, after)
    wrong = f"said “{quoted}”" if quoted else "was wrong"
    assert made == f"An earlier version of this article {wrong}. The correct date is 2 March 2026."


PROSE = st.text(alphabet="ab1 ,;-–(\n", max_size=120)


@given(PROSE, st.from_regex(r"[ab1]([ab1 ]{0,8}[ab1])?", fullmatch=True), PROSE)
def test_correction_quotes_what_the_article_has_without_half_a_word(before: str, said: str, after: str) -> None:
    made = correction(found(DATE, Verdict.CONTRADICTED, said), before, after)
    quoted = made.removeprefix("An earlier version of this article said “").partition("”. The correct date")[0]
    whole, bare = " ".join(f"{before}{said}{after}".split()), " ".join(said.split())
    assert quoted == bare or re.search(rf"(?<!\w){re.escape(quoted)}(?!\w)", whole)
    assert bare in quoted
    assert len(quoted) <= 70


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ('He  said "yes"..', "He said ‘yes’."),
        ("“He said “yes” twice”", "He said ‘yes’ twice"),
        ("Well ... no", "Well ... no"),
    ],
)
def test_words_to_write_have_one_blank_one_stop_and_single_quotes_inside(words: str, wanted: str) -> None:
    one = fact(Named(((words,),)), words, kind="name")
    assert change(found(one, Verdict.OMITTED)).startswith(f"Add “{wanted}”")


def test_sentences_around_the_evidence_end_with_its_paragraph(event: str) -> None:
    page = report_pages.scripts(event)
    for number in range(len(page["data"]["articles"])):
        block = page[f"a{number}"]
        starts = block["p"][::3]
        for entry in block["f"].values():
            if "s" in entry:
                start, end, first, last = entry["s"]
                assert first <= start <= end <= last
                assert not re.search(r"\n\s*\n", block["t"][first:start].strip() + block["t"][end:last].strip())
    assert starts


def test_label_is_the_id_in_words() -> None:
    assert label(DATE) == "Crew on board"


# ---------------------------------------------------------------- faces


def test_report_is_written_whole_with_status_0_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "r.html"
    spec = str(report_pages.FOLDER / "specs")
    assert main(["report", spec, "--output-file", str(out), "--today", "2026-11-21"]) == 0
    assert f"written to {out}" in capsys.readouterr().err
    assert out.read_text("utf-8").endswith("</html>\n") or out.read_text("utf-8").endswith("</html>")
    assert main(["report", spec, "--articles", "no/*.txt", "--output-file", str(out)]) == 2
    assert main(["report", spec, "--since", str(tmp_path / "none"), "--output-file", str(out)]) == 2
    assert main(["report", spec, "--output-file", str(tmp_path / "no" / "r.html")]) == 2


def test_pytest_writes_the_report_too(pytester: pytest.Pytester) -> None:
    shutil.copytree(report_pages.FOLDER, pytester.path, dirs_exist_ok=True)
    done = pytester.runpytest(
        "--factspec", "specs", "--factspec-report", "r.html", "--factspec-today", "2026-11-21", "-k", "crew"
    )
    done.stdout.fnmatch_lines(["report written to r.html"])
    page = (pytester.path / "r.html").read_text("utf-8")
    assert len(data(page)["facts"]) == 12
    assert data(page)["made"] == "21 November 2026"
    again = pytester.runpytest("--factspec", "specs", "--factspec-report", "r2.html", "--factspec-since", "r.html", "-k", "ship")
    assert "report written to r2.html" in again.stdout.str()
    broken = pytester.runpytest("--factspec", "specs", "--factspec-report", "no/r.html", "-k", "ship")
    assert broken.ret == pytest.ExitCode.USAGE_ERROR
    assert "[FS307]" in broken.stdout.str()


def test_limit_leaves_room_below_ten_megabytes() -> None:
    assert LIMIT < 10_000_000
