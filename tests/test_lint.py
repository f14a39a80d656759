"""`factspec lint`: what is said of a spec and where, what is mended and what is not, which codes are wanted, and how it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spec_tables import BAD, GOOD, whole

from factspec.cli import main
from factspec.codes import CODES
from factspec.errors import Problem, UsageError
from factspec.linting import Codes, lint, mendable, mended
from factspec.loading import opened

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 5, 20)
PATH = "ferry.facts.yaml"


def found(shown: str) -> list[Problem]:
    """What is said of a spec when it is read."""
    return list(opened(PATH, whole(shown)).problems)


# ---------------------------------------------------------------- ten typical mistakes

TEN = """\
8:12 FS032 facts.service-resumed.value: Monday, 2026-05-12 is a Tuesday | correct one of them
12:12 FS030 facts.last-crossing.value: '03/07/2026' can be read in two ways | write the year first: 2026-02-28
14:3 FS024 facts.repairs-began: kind date needs 'about' or 'of' | write about: [words near which an article states it]
19:11 FS023 facts.passengers.kind: unknown kind 'cuont' | did you mean 'count'?
24:12 FS036 facts.crew.value: expected a count, found '6 sailors' | \
write 24, at least 24 or 20-25; what is counted belongs in 'of'
28:12 FS037 facts.crossing.value: expected a unit behind '12' | \
write 10 km, 65 % or 13.9 billion USD; a bare number is kind: count
34:5 FS012 facts.harbour-master: unknown key 'requird' | did you mean 'required'?
38:12 FS042 facts.captain.also[0]: 'Lindqvist' is also a form of 'Ana Lindqvist', fact harbour-master | \
keep it for one of them, or give both facts the same value
39:15 FS016 facts.captain.required: expected true or false, found 'no' | write false, without quotes
42:5 FS015 facts.berth.value: the value is empty | a # begins a comment: write the text in quotes, "#7"
"""


def test_ten_typical_mistakes_have_their_message_place_and_help() -> None:
    page = (ROOT / "docs/mistakes.md").read_text(encoding="utf-8")
    written = re.findall(r"```text file=specs/ferry.facts.yaml\n(.*?)```", page, re.DOTALL)[0]
    problems = opened(PATH, written).problems
    rows = [f"{p.place.line}:{p.place.column} {p.code} {p.message} | {p.help}" for p in problems if p.place]
    assert rows == TEN.splitlines()


# ---------------------------------------------------------------- doubts about a spec that can be used

DOUBTED: tuple[tuple[str, str], ...] = (
    ("f: {kind: count, value: 200, of: [dollars]}\n", "4:37 FS070"),
    ("f: {kind: count, value: 200, of: [barrels of oil], about: [spilt]}\n", "4:37 FS070"),
    ("f: {kind: count, value: 12, of: [km, kilometres]}\n", "4:36 FS070 4:40 FS070"),
    ("f: {kind: count, value: 30, of: [years], about: [sentenced]}\n", "4:36 FS070"),
    ("f: {kind: name, value: 2026-03-02}\n", "4:26 FS071"),
    ("f: {kind: name, value: 2 March 2026}\n", "4:26 FS071"),
    ("f: {kind: names, value: [Ellan, 10 km]}\n", "4:35 FS071"),
    ("f: {kind: place, value: 65 %, about: x}\n", "4:27 FS071"),
    ("f: {kind: count, value: 1998, about: [founded]}\n", "4:27 FS071"),
    ("f: {kind: date, value: 2026-03-02, about: [said, resumed]}\n", "4:46 FS072"),
    ("f: {kind: date, value: 2026-03-02, about: [Monday, May, it was]}\n", "4:46 FS072 4:54 FS072 4:59 FS072"),
    ("f: {kind: count, value: 3, of: [the]}\n", "4:35 FS072"),
    ("f: {kind: count, value: 3, of: [cat, dog, cat]}\n", "4:45 FS073"),
    ("f: {kind: name, value: Ellan, also: [Ellan]}\n", "4:40 FS073"),
    ("f: {kind: names, value: [Ellan, Skerry], also: {Ellan: [E, E]}}\n", "4:62 FS073"),
    ("f: {kind: name, value: Ana, not: [Per]}\ng: {kind: role, value: {person: Per, role: cook}}\n", "4:37 FS074"),
    ("f: {kind: date, value: 2026-03-02, about: [a1, b1]}\ng: {kind: date, value: 2026-03-03, about: [B1, a1]}\n", "5:38 FS075"),
    ("f: {kind: quantity, value: 3 km, of: road}\ng: {kind: quantity, value: 9 miles, of: road}\n", "5:39 FS075"),
)
UNDOUBTED: tuple[str, ...] = (
    "f: {kind: count, value: 85, of: [years, years old], about: [aged]}\n",  # an age is a bare count
    "f: {kind: count, value: 12, of: [times]}\n",
    "f: {kind: count, value: 12, of: [metre readers]}\n",
    "f: {kind: quantity, value: 200 USD, of: [dollars]}\n",
    "f: {kind: name, value: '2026-03-02'}\n",
    "f: {kind: name, value: 50 Cent}\n",
    "f: {kind: name, value: 1984}\n",
    "f: {kind: names, value: [20th Century, 7th Street]}\n",
    "f: {kind: count, value: 1998, of: [copies]}\n",
    "f: {kind: count, value: about 2000, about: [copies]}\n",
    "f: {kind: date, value: 1998, about: [founded]}\n",
    "f: {kind: date, value: 2026-03-02, about: [announced, came up, Mayday]}\n",
    "f: {kind: count, value: 3, of: [days off, Mondays]}\n",
    "f: {kind: name, value: US, also: [U.S., us]}\n",
    "f: {kind: count, value: 3, of: [cat], about: [cat]}\n",
    "f: {kind: name, value: Ana, about: [captain], not: [Per]}\ng: {kind: name, value: Per}\n",
    "f: {kind: place, value: Ellan, about: x, not: [Skerry]}\ng: {kind: place, value: Skerry, about: y}\n",
    "f: {kind: date, value: 2026-03-02, about: x}\ng: {kind: date, value: 2026-03-02, about: x}\n",
    "f: {kind: quantity, value: 3 km, of: road}\ng: {kind: quantity, value: 9 USD, of: road}\n",
    "f: {kind: count, value: 3, of: cat}\ng: {kind: count, value: 4, of: cat, about: black}\n",
    "f: {kind: count, value: 3, of: cat, when: x}\ng: {kind: count, value: 4, of: cat, when: y}\n",
)


@pytest.mark.parametrize(("shown", "said"), DOUBTED, ids=[said + shown[:30] for shown, said in DOUBTED])
def test_doubtful_spec_is_read_and_its_doubts_are_said_at_their_places(shown: str, said: str) -> None:
    assert opened(PATH, whole(shown)).spec
    assert " ".join(f"{p.place.line}:{p.place.column} {p.code}" for p in found(shown) if p.place and p.warning) == said


@pytest.mark.parametrize("shown", UNDOUBTED)
def test_spec_without_doubts_is_read_in_silence(shown: str) -> None:
    assert found(shown) == []


# ---------------------------------------------------------------- with articles


class Desk:
    """A working folder with specs and articles, and a command line in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def write(self, path: str, text: str | bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text.encode() if isinstance(text, str) else text)

    def spec(self, facts: str, name: str = "ferry", more: str = "") -> None:
        self.write(f"specs/{name}.facts.yaml", f"factspec: 1\nevent: Ferry\narticles: [../articles/*.txt]\nfacts:\n{facts}{more}")

    def text(self, name: str = "ferry") -> str:
        return (self.folder / f"specs/{name}.facts.yaml").read_bytes().decode()

    def codes(self) -> list[str]:
        return [problem.code for problem in lint("specs", today=TODAY).problems]

    def __call__(self, *arguments: str) -> Said:
        self._capsys.readouterr()
        try:
            status = main(["lint", *arguments])
        except SystemExit as ending:
            status = int(ending.code or 0)
        return Said(status, *self._capsys.readouterr())


class Said(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    made = Desk(tmp_path, capsys)
    made.write("articles/01.txt", "The ferry resumed its service on 11 May 2026. It carried eighteen passengers.\n")
    return made


COMPLETE = "source: Harbour office, examples: {supports: Eighteen passengers were aboard.}"
FACT = f"  passengers: {{kind: count, value: 18, of: [passengers], {COMPLETE}}}\n"


def test_complete_spec_leaves_nothing_to_say(desk: Desk) -> None:
    desk.spec(FACT)
    assert desk("specs") == Said(0, "1 spec, 1 fact, 1 article: all well\n", "")


def test_anchor_of_which_no_form_or_synonym_occurs_is_said(desk: Desk) -> None:
    desk.write("articles/01.txt", "Eighteen people perished when the ferry sank.\n")
    desk.spec("  deaths: {kind: count, value: 18, of: [killed, drownd], about: [sinking, wreck], source: x}\n")
    said = [problem.message for problem in lint("specs", today=TODAY).problems if problem.code == "FS082"]
    assert said == [f"facts.deaths.{at} does not occur in the article" for at in ("of: 'drownd'", "about: 'wreck'")]


def test_word_of_when_is_looked_for_as_it_is_written(desk: Desk) -> None:
    desk.spec(FACT.replace("of:", "when: [carry, carried], of:"))
    said = [problem.message for problem in lint("specs", today=TODAY).problems]
    assert said == ["facts.passengers.when: 'carry' does not occur in the article"]


def test_dead_fact_is_said_once_and_not_for_each_of_its_anchors(desk: Desk) -> None:
    desk.spec("  deaths: {kind: count, value: 18, of: [killed, dead], source: x}\n")
    assert desk.codes() == ["FS081", "FS305"]


def test_word_is_common_only_in_many_sentences_and_by_itself(desk: Desk) -> None:
    desk.write("articles/01.txt", "The ferry resumed its service. The boat sailed. The ferry came. It rained.\n" * 12)
    desk.spec("  resumed: {kind: date, value: 2026-05-11, about: [ferry, resumed, boat], source: x}\n")
    assert "FS083" not in desk.codes()  # just half of them
    desk.write("articles/02.txt", "The ferry sailed.\n")
    said = [problem.message for problem in lint("specs", today=TODAY).problems if problem.code == "FS083"]
    assert said == ["facts.resumed.about: 'ferry' stands in 25 of 49 sentences"]


def test_expired_and_stale_waivers_are_said_as_of_the_day(desk: Desk) -> None:
    waiver = "  - {fact: passengers, article: %s, reason: early figure, by: desk, until: 2026-05-19}\n"
    desk.spec(FACT, more="waivers:\n" + waiver % "01.txt" + waiver % "02.txt")
    assert desk.codes() == ["FS201", "FS201"]
    assert [p.code for p in lint("specs", today=date(2026, 5, 1)).problems] == ["FS202", "FS202"]


def test_example_is_tried_even_where_no_article_is_found(desk: Desk) -> None:
    desk.spec("  passengers: {kind: count, value: 18, of: [passengers], source: x, examples: {supports: Nobody came.}}\n")
    (desk.folder / "articles/01.txt").unlink()
    assert desk.codes() == ["FS302", "FS309"]


def test_fact_that_is_only_omitted_by_its_examples_is_not_exercised(desk: Desk) -> None:
    desk.spec("  passengers: {kind: count, value: 18, of: [passengers], source: x, examples: {omits: It rained.}}\n")
    assert desk.codes() == ["FS081"]


def test_fact_that_is_not_checked_needs_no_source_and_its_examples_only_warn(desk: Desk) -> None:
    fact = "  people: {kind: count, value: 18, of: [passengers], checked: false, examples: {supports: It rained.}}\n"
    desk.spec(FACT + fact)
    (problem,) = lint("specs", today=TODAY).problems
    assert (problem.code, problem.warning) == ("FS309", True)


def test_article_that_cannot_be_read_is_said_and_one_that_is_doubtful_is_not(desk: Desk) -> None:
    desk.spec(FACT)
    desk.write("articles/02.txt", "")
    desk.write("articles/03.txt", b"Eighteen passengers, caf\xe9.\n")
    assert desk.codes() == ["FS105"]


def test_spec_that_cannot_be_used_does_not_hide_what_another_lacks(desk: Desk) -> None:
    desk.spec("  f: {kind: cuont, value: 3}\n", "a")
    desk.spec("  passengers: {kind: count, value: 18, of: [passengers]}\n", "b")
    assert desk.codes() == ["FS023", "FS080", "FS081"]
    assert lint(["specs/a.facts.yaml", "specs", "specs/b.facts.yaml"], today=TODAY).specs == 2


# ---------------------------------------------------------------- codes


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ([], [], "FS012 FS070 FS080"),
        (["FS07"], [], "FS070"),
        (["fs07,FS012"], [], "FS012 FS070"),
        ([], ["FS0"], ""),
        ([], ["FS07", "FS080"], "FS012"),
        (["FS0"], ["FS07"], "FS012 FS080"),
        (["FS070"], ["FS07"], "FS070"),
        (["FS070"], ["FS070"], ""),
    ],
)
def test_code_is_wanted_where_the_longer_beginning_selects_it(select: list[str], ignore: list[str], wanted: str) -> None:
    codes = Codes.of(select, ignore)
    assert [code for code in ("FS012", "FS070", "FS080") if code in codes] == wanted.split()


def test_beginning_that_fits_no_code_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no code 'FS99'"):
        Codes.of(["FS01"], ["FS99"])


# ---------------------------------------------------------------- mending

MENDED: tuple[tuple[str, str], ...] = (
    ("f:\n  kind: cuont # a kind\n  value: 3\n  of: [x]\n", "f:\n  kind: count # a kind\n  value: 3\n  of: [x]\n"),
    ("f: {kind: name, value: x, requird: no}\n", "f: {kind: name, value: x, required: false}\n"),
    (
        "f: {kind: name, value: x, required: 'true', checked: \"no\"}\n",
        "f: {kind: name, value: x, required: true, checked: false}\n",
    ),
    ("f: {kind: name, value: x, aliases: [y]}\n", "f: {kind: name, value: x, also: [y]}\n"),
    ("f: {kind: name, value: x, severity: 'hihg'}\n", "f: {kind: name, value: x, severity: 'high'}\n"),
    ("f: {kind: date, value: 2026-2-8, about: x}\n", "f: {kind: date, value: 2026-02-08, about: x}\n"),
    (
        "f:\n  kind: name\n  value: x\n  also:\n    - y\n    # z\n    - y\n",
        "f:\n  kind: name\n  value: x\n  also:\n    - y\n    # z\n",
    ),
)
LEFT: tuple[str, ...] = (
    "f: {kind: name, value: x, requird: false, required: true}\n",  # which of them?
    "f: {kind: name, value: x, xyz: 1}\n",
    "f: {kind: name, value: x, required: maybe}\n",
    "f: {kind: date, value: 03/07/2026, about: x}\n",
    "f: {kind: date, value: Friday 2026-03-07, about: x}\n",
    "f: {kind: number, value: 3}\n",
    "f: {kind: cuont, value: 3}\nf: {kind: name, value: x}\n",  # a spec with a doubled key is not edited
    "f: {kind: count, value: 3, of: [dollars]}\n",
    "waivers:\n  - {fact: deths, article: x, reason: y, by: z, until: 2026-12-31}\n",
)


@pytest.mark.parametrize(("shown", "after"), MENDED)
def test_mistake_with_one_remedy_is_mended_and_nothing_else_changes(shown: str, after: str) -> None:
    assert mendable(found(shown))
    assert mended(PATH, whole(shown)).text == whole(after)
    assert found(after) == []


@pytest.mark.parametrize("shown", LEFT)
def test_mistake_that_somebody_must_decide_is_left(shown: str) -> None:
    assert mendable(found(shown)) == frozenset()
    assert mended(PATH, whole(shown)) == (whole(shown), ())


def test_only_codes_that_are_wanted_are_mended() -> None:
    shown = whole("f: {kind: cuont, value: 3, off: x, requird: no}\n")
    after = mended(PATH, shown, Codes.of(["FS012"], []))
    assert [problem.code for problem in after.problems] == ["FS012"]
    assert after.text == shown.replace("requird", "required")


@pytest.mark.parametrize("shown", [shown for shown, _ in GOOD] + [row.shown for row in BAD])
def test_mending_takes_away_what_it_says_and_breaks_nothing(shown: str) -> None:
    check_mending(whole(shown))


@pytest.mark.slow
@given(
    st.sampled_from([whole(shown) for shown, _ in GOOD] + [whole(row.shown) for row in BAD] + [whole(a) for a, _ in MENDED]),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 3), st.text("abknod:, -[]{}#'\"\n", max_size=3)), max_size=3),
)
@settings(max_examples=300, deadline=None)
def test_mending_of_any_text_raises_nothing_and_ends(text: str, edits: list[tuple[int, int, str]]) -> None:
    for at, cut, piece in edits:
        text = text[:at] + piece + text[at + cut :]
    check_mending(text)


def check_mending(text: str) -> None:
    before = opened(PATH, text)
    after = mended(PATH, text)
    again = opened(PATH, after.text)
    assert not (before.spec and not again.spec)
    assert mended(PATH, after.text) == (after.text, ())
    assert not {str(problem) for problem in after.problems} & {str(problem) for problem in again.problems}
    if not after.problems:
        assert after.text == text
    lines = {problem.place.line for problem in after.problems if problem.place}
    if len(after.text.splitlines()) == len(text.splitlines()):
        rows = zip(text.splitlines(), after.text.splitlines(), strict=True)
        assert {number for number, (old, new) in enumerate(rows, 1) if old != new} <= lines


# ---------------------------------------------------------------- the command


def test_status_tells_clean_from_faulty_from_unreadable(desk: Desk) -> None:
    desk.spec(FACT.replace("source: Harbour office, ", ""))
    assert desk("specs").status == 0
    assert desk("specs", "--strict").status == 1
    assert desk("specs", "--strict", "--ignore", "FS080").status == 0
    desk.spec("  f: {kind: cuont, value: 3}\n", "other")
    assert desk("specs").status == 1
    assert desk("specs", "--ignore", "FS023").status == 1  # a spec that cannot be used is never well
    assert "1 spec cannot be used" in desk("specs", "--ignore", "FS023").out
    said = desk("specs", "nowhere.yaml")
    assert said.status == 2
    assert said.out.startswith("error FS060: nowhere.yaml: cannot be read: No such file or directory\n")
    assert "error FS023" in said.out
    assert desk("specs", "--select", "FS99").status == 2
    assert desk("specs", "--fix", "--diff").status == 2


def test_full_report_underlines_what_stands_at_the_place(desk: Desk) -> None:
    desk.spec('  f: {kind: name, value: Ellan, note: "a, b", also: [Port Ellan, Ellan]}\n')
    assert desk("specs", "--select", "FS073").out == (
        "specs/ferry.facts.yaml:5:66: warning FS073: facts.f.also[1]: 'Ellan' stands there already\n"
        '    5 |   f: {kind: name, value: Ellan, note: "a, b", also: [Port Ellan, Ellan]}\n'
        "      |                                                                  ^^^^^\n"
        "  help  remove it (lint --fix does it)\n\n"
        "1 spec, 1 fact, 1 article: 1 warning, 1 can be mended with --fix\n"
    )


def test_concise_report_has_a_line_for_each_problem(desk: Desk) -> None:
    desk.spec("  f: {kind: name, value: Ellan, requird: no}\n")
    assert desk("specs", "--output-format", "concise").out.splitlines() == [
        "specs/ferry.facts.yaml:5:33: facts.f: unknown key 'requird' (did you mean 'required'?) [FS012]",
        "1 spec: 1 error, 1 can be mended with --fix, 1 spec cannot be used",
    ]


def test_json_report_holds_every_problem_and_the_counts(desk: Desk) -> None:
    desk.spec("  f: {kind: name, value: Ellan, requird: no}\n")
    said = desk("specs", "--output-format", "json")
    document = json.loads(said.out)
    assert document["problems"] == [
        {
            "code": "FS012", "message": "facts.f: unknown key 'requird'", "help": "did you mean 'required'?", "warning": False,
            "path": "specs/ferry.facts.yaml", "line": 5, "column": 33, "fixable": True,
        }
    ]  # fmt: skip
    assert document["format"] == 1
    assert document["summary"]["errors"] == document["summary"]["unusable"] == 1
    assert not document["summary"]["ok"]
    assert said.err == "1 spec: 1 error, 1 can be mended with --fix, 1 spec cannot be used\n"


def test_quiet_report_leaves_warnings_out_and_output_file_takes_it(desk: Desk) -> None:
    desk.spec("  f: {kind: name, value: ferry}\n")
    assert desk("specs", "--quiet").out == "1 spec, 1 fact, 1 article: 2 warnings\n"
    said = desk("specs", "--output-format", "concise", "--output-file", "report.txt")
    assert said.out == ""
    assert said.err.splitlines()[-1] == (desk.folder / "report.txt").read_text("utf-8").splitlines()[-1]


def test_fix_keeps_byte_order_mark_line_ends_and_comments(desk: Desk) -> None:
    before = b"\xef\xbb\xbffactspec: 1\r\nevent: x # y\r\nfacts:\r\n  f:\r\n    kind: naem\r\n    value: x\r\n"
    desk.write("specs/a.facts.yaml", before)
    said = desk("specs", "--fix", "--articles", "articles/01.txt")
    assert "mended: specs/a.facts.yaml:5:11: facts.f.kind: unknown kind 'naem' (did you mean 'name'?) [FS023]\n" in said.out
    assert desk.text("a").encode() == before.replace(b"naem", b"name")


def test_diff_shows_what_fix_does_and_does_nothing(desk: Desk) -> None:
    desk.spec("  f:\n    kind: naem\n    value: \x1b[31mx\n")
    desk.spec("  f:\n    kind: naem\n    value: x\n", "other")
    before = desk.text("other")
    said = desk("specs", "--diff")
    assert said.status == 1
    assert said.out.splitlines()[:3] == ["--- specs/other.facts.yaml", "+++ specs/other.facts.yaml", "@@ -4,4 +4,4 @@"]
    assert "-    kind: naem\n+    kind: name\n" in said.out
    assert desk.text("other") == before
    assert desk("specs", "--fix").status == 1
    assert desk.text("other") == before.replace("naem", "name")
    assert desk("specs", "--diff") == Said(0, "", "nothing would be mended\n")


def test_nothing_in_a_spec_moves_the_cursor_of_a_terminal(desk: Desk) -> None:
    desk.spec("  f: {kind: name, value: Ellan, 're\u202equird': no, also: [\u200fx]}\n")
    for report in ("full", "concise"):
        assert not re.search("[\u202e\u200f\x1b]", desk("specs", "--output-format", report).out)


def test_articles_of_the_command_stand_in_for_those_of_the_spec(desk: Desk) -> None:
    desk.spec(FACT)
    desk.write("else/02.txt", "It rained.\n")
    said = desk("specs", "--articles", "else/*.txt", "--output-format", "concise")
    assert said.status == 0  # other articles may be about something else
    assert "warning: fact 'passengers' is dead" in said.out


@pytest.mark.parametrize("call", [mended, lambda path, text: lint([path], today=TODAY)])
def test_result_is_the_same_each_time(call: Callable[[str, str], object], desk: Desk) -> None:
    text = whole(MENDED[1][0])
    desk.write(PATH, text)
    assert call(PATH, text) == call(PATH, text)


def test_every_code_that_is_mended_is_a_code() -> None:
    from factspec.linting.mending import EDITS  # noqa: PLC0415

    assert EDITS.keys() <= CODES.keys()
