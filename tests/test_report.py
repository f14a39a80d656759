"""Reports: what a person and what a program is told of a result, byte for byte."""

from __future__ import annotations

import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factspec.article import Article
from factspec.errors import Problem, UsageError
from factspec.model import DateRange, Fact, Finding, Place, Qualifier, Verdict
from factspec.report import FOR_PEOPLE, PLAIN, REPORTS, Look
from factspec.report.closing import tally
from factspec.report.destination import destination
from factspec.report.excerpt import excerpt
from factspec.report.explanation import explanation
from factspec.report.look import cells, visible
from factspec.result import Checked, Counts, Result, passes

TEXT = "Harbour reopened\n\nThe harbour reopened on Tuesday, 3 March, officials said.\n"


UNIX = pytest.mark.skipif(os.name == "nt", reason="links, permissions and devices of Unix")


def fact(id_: str = "reopening", *, required: bool = True, checked: bool = True, statement: str = "") -> Fact:
    day = date(2026, 3, 2)
    place = Place("specs/harbour.facts.yaml", 5, 3)
    return Fact(
        id_,
        "date",
        DateRange(day, day),
        "2 March 2026",
        place,
        ("reopened",),
        required=required,
        checked=checked,
        statement=statement,
    )


def article(text: str = TEXT, path: str = "articles/01.txt") -> Article:
    return Article(path, text, text)


def finding(verdict: Verdict, what: str = "", of: Fact | None = None, *, qualifier: Qualifier | None = None) -> Finding:
    at = TEXT.find(what)
    evidence = (article().evidence(at, at + len(what)),) if what else ()
    return Finding(of or fact(), "articles/01.txt", verdict, f"it is {verdict}", what, qualifier, evidence, ("One.", "Two."))


def result(*findings: Finding, problems: tuple[Problem, ...] = (), strict: bool = False, source: Article | None = None) -> Result:
    counts = Counts(1, len(findings), 1)
    for one in findings:
        counts.add(one, strict)
    return Result((Checked("articles/01.txt", findings, source or article()),), problems, counts, strict)


def said(name: str, of: Result, look: Look = PLAIN) -> str:
    return "".join(REPORTS[name](of, look))


def test_full_shows_line_evidence_expected_found_reason_and_spec() -> None:
    got = said("full", result(finding(Verdict.CONTRADICTED, "Tuesday, 3 March"), finding(Verdict.SUPPORTED, "reopened")))
    assert got == (
        "articles/01.txt:3:25: contradicted: reopening\n"
        "    3 | The harbour reopened on Tuesday, 3 March, officials said.\n"
        "      |                         ^^^^^^^^^^^^^^^^\n"
        "  expected  2 March 2026\n"
        "  found     Tuesday, 3 March\n"
        "  reason    it is contradicted\n"
        "  spec      specs/harbour.facts.yaml:5:3\n"
        "\n"
        "1 finding fails\n"
        "1 article × 2 facts = 2 examined: 1 supported, 1 contradicted\n"
    )


def test_concise_says_one_line_a_finding_and_puts_omissions_at_the_first_line() -> None:
    got = said("concise", result(finding(Verdict.OMITTED), finding(Verdict.CONTRADICTED, "3 March"), finding(Verdict.SUPPORTED)))
    assert got.splitlines()[:2] == [
        "articles/01.txt:1:1: omitted reopening: it is omitted",
        "articles/01.txt:3:34: contradicted reopening: it is contradicted",
    ]


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_last_line_is_the_tally_even_where_all_agreed(name: str) -> None:
    got = said(name, result(finding(Verdict.SUPPORTED)))
    assert got.splitlines() == ["agreed", "1 article × 1 fact = 1 examined: 1 supported"]


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_vague_is_shown_as_a_warning_unless_warnings_are_unwanted(name: str) -> None:
    vague = result(finding(Verdict.VAGUE, "Tuesday"))
    assert "vague" in said(name, vague).splitlines()[0]
    assert "agreed, 1 warning" in said(name, vague).splitlines()
    assert len(said(name, vague, Look(warnings=False)).splitlines()) == 2


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_strict_vague_is_shown_even_where_warnings_are_unwanted(name: str) -> None:
    got = said(name, result(finding(Verdict.VAGUE, "Tuesday"), strict=True), Look(warnings=False))
    assert "articles/01.txt:3:25: vague" in got
    assert "1 finding fails" in got


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_finding_that_passes_by_its_qualifier_is_only_counted(name: str, qualifier: Qualifier) -> None:
    got = said(name, result(finding(Verdict.CONTRADICTED, "Tuesday", qualifier=qualifier)))
    assert got.splitlines() == ["agreed", f"1 article × 1 fact = 1 examined: 1 contradicted (1 {qualifier})"]


def test_article_that_could_not_be_read_is_one_problem_in_full_and_an_error_for_each_fact_in_concise() -> None:
    unread = result(
        finding(Verdict.ERROR),
        finding(Verdict.ERROR),
        problems=(Problem("FS400", "no such file", Place("articles/01.txt", 1, 1)),),
    )
    assert said("full", unread).splitlines() == [
        "articles/01.txt:1:1: no such file [FS400]",
        "2 findings fail, 1 problem",
        "1 article × 2 facts = 2 examined: 2 error",
    ]
    assert said("concise", unread).count(": error reopening: ") == 2


def test_problem_makes_a_result_fail_and_a_warning_does_not() -> None:
    warned = result(finding(Verdict.SUPPORTED), problems=(Problem("FS203", "soon", warning=True),))
    assert warned.ok
    assert said("full", warned).splitlines()[:2] == ["warning: soon [FS203]", "agreed, 1 warning"]
    assert not result(finding(Verdict.SUPPORTED), problems=(Problem("FS302", "nothing"),)).ok


def test_result_in_which_nothing_was_examined_is_never_ok() -> None:
    assert not result().ok
    assert said("full", result()).splitlines() == ["nothing to agree with", "1 article × 0 facts = 0 examined"]
    assert not result(finding(Verdict.CONTRADICTED, "3 March", fact(checked=False))).ok


def test_tally_names_specs_where_articles_differ_between_them() -> None:
    counts = Counts(2, 5, 3)
    for one in (
        finding(Verdict.OMITTED),
        finding(Verdict.OMITTED, of=fact(required=False)),
        finding(Verdict.SUPPORTED, of=fact(checked=False)),
    ):
        counts.add(one)
    assert tally(counts) == "3 articles, 5 facts in 2 specs, 2 examined: 2 omitted (1 required), 1 not checked"


@pytest.mark.parametrize(
    ("one", "lenient", "strict"),
    [
        (finding(Verdict.SUPPORTED), True, True),
        (finding(Verdict.NOT_APPLICABLE), True, True),
        (finding(Verdict.CONTRADICTED), False, False),
        (finding(Verdict.CONTRADICTED, qualifier=Qualifier.WAIVED), True, True),
        (finding(Verdict.CONTRADICTED, qualifier=Qualifier.RIGHT_AT_THE_TIME), True, True),
        (finding(Verdict.CONTRADICTED, of=fact(checked=False)), True, True),
        (finding(Verdict.OMITTED), False, False),
        (finding(Verdict.OMITTED, of=fact(required=False)), True, True),
        (finding(Verdict.VAGUE), True, False),
        (finding(Verdict.ERROR), False, False),
        (finding(Verdict.ERROR, of=fact(checked=False)), False, False),
    ],
)
def test_what_passes(one: Finding, lenient: bool, strict: bool) -> None:
    assert (passes(one), passes(one, strict=True)) == (lenient, strict)


# ---------------------------------------------------------------- json


def test_json_has_the_keys_of_format_1_for_every_finding_in_order() -> None:
    got = json.loads(
        said("json", result(finding(Verdict.CONTRADICTED, "3 March"), finding(Verdict.SUPPORTED, qualifier=Qualifier.WAIVED)))
    )
    assert list(got) == ["format", "findings", "problems", "summary"]
    assert got["format"] == 1
    assert got["findings"][0] == {
        "spec": "specs/harbour.facts.yaml",
        "fact": "reopening",
        "kind": "date",
        "article": "articles/01.txt",
        "version": article().version,
        "verdict": "contradicted",
        "qualifier": None,
        "required": True,
        "expected": "2 March 2026",
        "found": "3 March",
        "reason": "it is contradicted",
        "evidence": [{"start": 51, "end": 58, "line": 3, "column": 34, "text": "3 March"}],
        "derivation": ["One.", "Two."],
    }
    assert list(got["findings"][0]) == list(got["findings"][1])
    assert got["findings"][1]["qualifier"] == "waived"
    assert TEXT[51:58] == "3 March"


def test_json_lines_are_the_findings_and_a_last_line_with_the_rest() -> None:
    some = result(
        finding(Verdict.CONTRADICTED, "3 March"), finding(Verdict.SUPPORTED), problems=(Problem("FS302", "x", Place("a", 1, 2)),)
    )
    *findings, last = map(json.loads, said("jsonl", some).splitlines())
    whole = json.loads(said("json", some))
    assert findings == whole["findings"]
    assert last == {key: whole[key] for key in ("format", "problems", "summary")}
    assert last["problems"] == [
        {"code": "FS302", "message": "x", "help": "", "warning": False, "path": "a", "line": 1, "column": 2},
    ]


def test_json_of_nothing_is_still_a_document() -> None:
    got = json.loads(said("json", Result((), (), Counts())))
    assert got["findings"] == []
    assert got["summary"]["examined"] == 0
    assert got["summary"]["ok"] is False


@given(st.text())
def test_json_is_ascii_without_control_characters_and_gives_every_text_back(text: str) -> None:
    some = result(Finding(fact(), text, Verdict.SUPPORTED, text))
    got = said("json", some)
    assert got.isascii()
    assert got.replace("\n", "").isprintable()
    assert json.loads(got)["findings"][0]["article"] == text


# ---------------------------------------------------------------- untrusted text


@given(st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zp", "L", "Mn"])))
def test_no_report_for_people_passes_on_what_a_terminal_obeys(text: str) -> None:
    hostile = f"{text}\x1b[2J\u202e\x9b31m"
    one = Finding(
        fact(statement=hostile),
        f"a/{hostile}",
        Verdict.CONTRADICTED,
        hostile,
        hostile,
        None,
        (article(hostile).evidence(0, 3),),
        (hostile,),
    )
    some = result(one, problems=(Problem("FS1", hostile),), source=article(hostile))
    texts = [said("full", some), said("concise", some), "".join(explanation(one, article(hostile)))]
    for line in "".join(texts).split("\n"):
        assert not {"\x1b", "\x9b", "\u202e", "\r", "\u2028"} & set(line)
        assert visible(line) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, “curly” and żółć", "plain text, “curly” and żółć"),
        ("a\x1b[31mred", r"a\x1b[31mred"),
        ("\u202eevil", r"\u202eevil"),
        ("one\ttwo\r\n", r"one two\r\n"),
        ("می\u200cخواهم 👨\u200d👩", "می\u200cخواهم 👨\u200d👩"),
        ("\ud800 lone", r"\ud800 lone"),
        ("hidden\U000e0041", r"hidden\U000e0041"),
    ],
)
def test_text_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


# ---------------------------------------------------------------- excerpts


@pytest.mark.parametrize(
    ("line", "what", "width", "shown", "carets"),
    [
        ("killed 24 people", "24", 40, "killed 24 people", "       ^^"),
        ("日本で 24 人", "24", 40, "日本で 24 人", "       ^^"),
        ("cafe\u0301 of 24", "24", 40, "cafe\u0301 of 24", "        ^^"),
        ("a\x1bb 24", "24", 40, r"a\x1bb 24", "       ^^"),
        ("one two three four five six 24 seven eight nine ten", "24", 24, "…five six 24 seven…", "          ^^"),
        ("24 one two three four five six seven", "24", 20, "24 one two three…", "^^"),
        ("one two three four five six seven 24", "24", 20, "…five six seven 24", "                ^^"),
        ("ends here", "", 20, "ends here", "^"),
    ],
)
def test_excerpt(line: str, what: str, width: int, shown: str, carets: str) -> None:
    at = line.find(what)
    assert excerpt(line, at, at + len(what), width) == (shown, carets)


def test_evidence_that_goes_on_in_the_next_line_is_underlined_to_the_end_of_its_own() -> None:
    assert excerpt("killed at least", 7, 30, 40) == ("killed at least", "       ^^^^^^^^")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(20, 60))
def test_excerpt_fits_its_width_and_underlines_something(line: str, start: int, length: int, width: int) -> None:
    text, carets = excerpt(line, start, start + length, width)
    assert cells(text) <= width
    assert cells(carets) <= width + 1
    assert "^" in carets


def test_excerpt_of_a_line_of_a_megabyte_is_quick_and_short() -> None:
    text, carets = excerpt("word " * 200_000, 500_000, 900_000, 80)
    assert max(len(text), len(carets)) <= 80


def test_more_than_three_places_of_evidence_are_counted() -> None:
    places = tuple(article().evidence(at, at + 3) for at in range(5))
    got = said("full", result(Finding(fact(), "articles/01.txt", Verdict.CONTRADICTED, "r", evidence=places)))
    assert got.count("1 | Harbour") == 3
    assert "… 2 more" in got


# ---------------------------------------------------------------- colour, explanation


def test_colour_only_adds_escapes_to_the_plain_text() -> None:
    some = result(finding(Verdict.CONTRADICTED, "3 March"), finding(Verdict.VAGUE, "Tuesday"), problems=(Problem("FS1", "p"),))
    for name in FOR_PEOPLE:
        painted = said(name, some, Look(colour=True))
        assert "\x1b[1;31mcontradicted\x1b[0m" in painted
        bare = "".join(part.partition("m")[2] if number else part for number, part in enumerate(painted.split("\x1b[")))
        assert bare == said(name, some)


def test_explanation_tells_what_was_sought_found_and_concluded() -> None:
    got = "".join(explanation(finding(Verdict.CONTRADICTED, "3 March"), article()))
    assert got == (
        "reopening in articles/01.txt\n"
        "looked for 2 March 2026 (date)\n"
        "           about: reopened\n"
        "           curated at specs/harbour.facts.yaml:5:3\n"
        "published  not known: the article has no dateline, so that relative dates stay open\n"
        "found      3 March\n"
        "    3 | The harbour reopened on Tuesday, 3 March, officials said.\n"
        "      |                                  ^^^^^^^\n"
        "because    1. One.\n"
        "           2. Two.\n"
        "verdict    contradicted: it is contradicted\n"
        "           fails\n"
    )


# ---------------------------------------------------------------- files


@UNIX
def test_output_file_appears_whole_and_with_the_permissions_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    with destination(str(path)) as file:
        file.write("new é \ud800\n")
        assert path.read_text("utf-8") == "old"
    assert path.read_bytes() == b"new \xc3\xa9 \\ud800\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["report.txt"]  # noqa: PTH208


def test_output_file_is_left_alone_by_what_goes_wrong_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), destination(str(path)) as file:
        file.writelines(str(1 // part) for part in (1, 0))
    assert path.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["report.txt"]  # noqa: PTH208


@UNIX
def test_output_file_behind_a_link_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "report.txt")
    with destination(str(tmp_path / "link")) as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "report.txt").read_text("utf-8") == "new"


@pytest.mark.parametrize("path", ["missing/report.txt", "."])
def test_output_file_that_cannot_be_made_is_a_problem(tmp_path: Path, path: str) -> None:
    with pytest.raises(UsageError, match="cannot write"), destination(str(tmp_path / path)):
        pytest.fail("the report must not be made")


@UNIX
def test_output_to_a_device_is_written_directly() -> None:
    with destination("/dev/null") as file:
        file.write("x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
