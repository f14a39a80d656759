"""The pytest face: what is collected, what a test shows, and what is said at the end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import factspec.loading
import factspec.pytest_plugin

SPEC = """\
factspec: 1
event: Aceh earthquake
articles: [../articles/*.txt]
facts:
  deaths:
    kind: count
    value: 24
    of: [killed]
    tags: [toll]
  depth:
    kind: quantity
    value: 10 km
    about: [depth]
"""
RIGHT = "The quake killed 24 people. It struck at a depth of 10 km.\n"
WRONG = "News\n\nThe quake killed 42 people. It struck at a depth of 10 km.\n"
SILENT = "The quake killed 24 people.\n"
VAGUE = "The quake killed dozens of people. It struck at a depth of 10 km.\n"
WAIVER = "waivers:\n  - {fact: deaths, article: b.txt, reason: kept on purpose, by: desk, until: 2026-12-31}\n"
IDS = [
    "specs/quake.facts.yaml::articles/a.txt::deaths",
    "specs/quake.facts.yaml::articles/a.txt::depth",
    "specs/quake.facts.yaml::articles/b.txt::deaths",
    "specs/quake.facts.yaml::articles/b.txt::depth",
    "specs/quake.facts.yaml::spec",
]


@pytest.fixture
def write(pytester: pytest.Pytester) -> Callable[[str, str], Path]:
    """Writes a file below the tester's folder."""

    def write(path: str, text: str) -> Path:
        whole = pytester.path / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text, encoding="utf-8")
        return whole

    return write


@pytest.fixture
def quake(write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A spec with two facts, an article that agrees and one that does not."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest -W always::factspec.pytest_plugin.FactspecWarning")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    write("pytest.ini", "[pytest]\ntestpaths = tests\n")
    write("tests/test_own.py", "def test_own(): pass\n")
    write("specs/quake.facts.yaml", SPEC)
    write("articles/a.txt", RIGHT)
    write("articles/b.txt", WRONG)


Write = Callable[[str, str], Path]


def run(pytester: pytest.Pytester, *args: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", "--factspec", "specs", *args)


def ids(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line and " " not in line]


def lines_after(result: pytest.RunResult, heading: str) -> list[str]:
    """The lines of a section."""
    start = next(number for number, line in enumerate(result.outlines) if heading in line) + 1
    return result.outlines[start : next(n for n in range(start, len(result.outlines)) if "====" in result.outlines[n])]


pytestmark = pytest.mark.usefixtures("quake")


# ---------------------------------------------------------------- what is collected


def test_each_fact_of_each_article_is_a_test_and_so_is_the_spec(pytester: pytest.Pytester) -> None:
    assert ids(run(pytester, "--collect-only", "-q")) == IDS


def test_tests_of_testpaths_are_not_run_beside_specs(pytester: pytest.Pytester) -> None:
    run(pytester).assert_outcomes(passed=4, failed=1)


def test_tests_that_are_named_run_beside_specs(pytester: pytest.Pytester) -> None:
    run(pytester, "tests").assert_outcomes(passed=5, failed=1)


def test_nothing_happens_without_the_option(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess(".")
    result.assert_outcomes(passed=1)
    assert not [line for line in result.outlines if "fact" in line and not line.startswith(("plugins:", "rootdir:"))]


@pytest.mark.slow
def test_without_the_option_nothing_is_imported(pytester: pytest.Pytester, write: Write) -> None:
    write(
        "tests/test_own.py", "import sys\ndef test_own(): print([m for m in sys.modules if m.startswith(('factspec', 'yaml'))])\n"
    )
    result = pytester.runpytest_subprocess("-s")
    result.stdout.fnmatch_lines("*['factspec', 'factspec.pytest_plugin']*")


def test_folder_without_the_option_is_not_searched_for_specs(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess("specs").assert_outcomes()


def test_node_id_of_a_summary_works_without_the_option(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess(IDS[2], IDS[3]).assert_outcomes(failed=1, passed=1)


def test_article_is_selected_by_the_first_two_parts_of_an_id(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess("specs/quake.facts.yaml::articles/a.txt").assert_outcomes(passed=2)


def test_node_id_may_follow_the_option(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess("--factspec", IDS[1]).assert_outcomes(passed=1)


def test_only_facts_yaml_files_of_a_folder_are_specs(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/other.yaml", "- no spec")
    write("specs/deep/second.facts.yml", SPEC.replace("../", "../../"))
    assert {node.partition("::")[0] for node in ids(run(pytester, "--collect-only", "-q"))} == {
        "specs/quake.facts.yaml",
        "specs/deep/second.facts.yml",
    }


def test_plugin_and_loader_agree_what_a_spec_in_a_folder_is_called() -> None:
    assert factspec.pytest_plugin.ENDINGS == factspec.loading.ENDINGS


def test_file_of_any_name_is_a_spec_where_it_is_named(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/other.yaml", SPEC)
    pytester.runpytest_inprocess("--factspec", "specs/other.yaml").assert_outcomes(passed=4, failed=1)


@pytest.mark.slow
def test_option_can_be_repeated_and_a_path_counts_once(pytester: pytest.Pytester, write: Write) -> None:
    write("more/second.facts.yaml", SPEC)
    result = pytester.runpytest_inprocess("--factspec", "specs", "--factspec=more", "--factspec", "specs", "specs")
    result.assert_outcomes(passed=8, failed=2)


def test_option_may_stand_in_addopts(pytester: pytest.Pytester, write: Write) -> None:
    write("pytest.ini", "[pytest]\ntestpaths = tests\naddopts = --factspec specs\n")
    pytester.runpytest_inprocess().assert_outcomes(passed=4, failed=1)


def test_ids_are_relative_to_the_root_wherever_pytest_is_called(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pytester.path / "specs")
    result = pytester.runpytest_inprocess("--factspec", ".", "-v", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines("*::articles/b.txt::deaths FAILED*")
    result.stdout.fnmatch_lines(f"{pytester.path}/articles/b.txt:3:*: contradicts: expected 24, found 42")


def test_ignored_folders_are_not_searched(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/build/second.facts.yaml", SPEC)
    write("specs/old/third.facts.yaml", SPEC)
    result = run(pytester, "--ignore=specs/old")
    result.stdout.fnmatch_lines("factspec: 1 spec, 2 facts, 2 articles")
    result.assert_outcomes(passed=4, failed=1)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("articles", "*--factspec articles: no spec in this folder (expected \\*.facts.yaml)*"),
        ("nowhere", "*--factspec nowhere: no file or folder of this name*"),
    ],
)
def test_path_without_specs_is_a_wrong_call(pytester: pytest.Pytester, path: str, message: str) -> None:
    result = pytester.runpytest_inprocess("--factspec", path)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(message.replace("\\*", "[*]"))


@pytest.mark.slow
def test_brackets_and_colons_of_a_file_name_are_escaped_in_ids(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/c[1]::x%.txt", RIGHT)
    nodes = [node for node in ids(run(pytester, "--collect-only", "-q")) if "/c" in node]
    assert nodes[0] == "specs/quake.facts.yaml::articles/c%5B1]%3A%3Ax%25.txt::deaths"
    pytester.runpytest_inprocess(nodes[0]).assert_outcomes(passed=1)


def test_plugin_can_be_left_out(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess("-p", "no:factspec").assert_outcomes(passed=1)


# ---------------------------------------------------------------- what is selected


def test_k_selects_by_spec_article_and_fact(pytester: pytest.Pytester) -> None:
    run(pytester, "-k", "b.txt and deaths").assert_outcomes(failed=1, deselected=4)


def test_m_selects_by_tag_even_with_strict_markers(pytester: pytest.Pytester) -> None:
    run(pytester, "-m", "toll", "--strict-markers").assert_outcomes(passed=1, failed=1, deselected=3)


def test_tag_cannot_skip_its_fact(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("[toll]", "[skip, toll]"))
    result = run(pytester, "-k", "skip", "--strict-markers")
    result.assert_outcomes(passed=1, failed=1, deselected=3)


@pytest.mark.slow
def test_last_failed_runs_what_failed(pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess("--factspec", "specs").assert_outcomes(passed=4, failed=1)
    pytester.runpytest_inprocess("--factspec", "specs", "--lf").assert_outcomes(failed=1)
    result = pytester.runpytest_inprocess("--factspec", "specs", "--ff", "-v")
    assert next(line.split()[0] for line in result.outlines if " FAILED" in line or " PASSED" in line) == IDS[2]


@pytest.mark.slow
def test_x_stops_at_the_first_failure(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/a.txt", WRONG)
    run(pytester, "-x").assert_outcomes(failed=1)


# ---------------------------------------------------------------- what a test shows


def test_failure_shows_place_line_and_reason_without_a_traceback(pytester: pytest.Pytester) -> None:
    result = run(pytester)
    result.stdout.fnmatch_lines(
        [
            "*_ deaths in articles/b.txt _*",
            "articles/b.txt:3:18: contradicts: expected 24, found 42",
            "    3 | The quake killed 42 people. It struck at a depth of 10 km.",
            "      |                  ^^",
            "  expected  24",
            "  found     42",
            "  reason    *",
            "  spec      specs/quake.facts.yaml:5:3",
            "articles/b.txt:3: contradicts",
        ],
    )
    result.stdout.no_fnmatch_line("*.py:*")


def test_short_summary_is_one_line(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    line = f"FAILED {IDS[2]} - articles/b.txt:3:18: contradicts: expected 24, found 42"
    assert line in run(pytester).outlines


@pytest.mark.slow
@pytest.mark.parametrize("style", ["short", "long", "native", "line", "no"])
def test_no_style_of_traceback_brings_one_back(pytester: pytest.Pytester, style: str) -> None:
    result = run(pytester, f"--tb={style}")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.no_fnmatch_line("*.py*")


def test_line_style_is_one_line(pytester: pytest.Pytester) -> None:
    result = run(pytester, "--tb=line")
    assert lines_after(result, "= FAILURES =") == ["articles/b.txt:3: contradicts: expected 24, found 42"]


def test_omission_stands_at_the_beginning_of_its_article(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/b.txt", SILENT)
    run(pytester).stdout.fnmatch_lines("articles/b.txt:1:1: omits: expected 10 km")


def test_vague_passes_with_one_warning_at_the_line_of_the_article(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/b.txt", VAGUE)
    result = run(pytester)
    result.assert_outcomes(passed=5, warnings=1)
    result.stdout.fnmatch_lines(
        ["*articles/b.txt:1: FactspecWarning: deaths: vague: expected 24, found *dozens* (*)", "*1 | The quake killed dozens*"]
    )


@pytest.mark.parametrize(
    "args", [["--factspec-strict"], ["-o", "factspec_strict=true"], ["-W", "error::factspec.pytest_plugin.FactspecWarning"]]
)
def test_vague_fails_where_the_user_says_so(pytester: pytest.Pytester, write: Write, args: list[str]) -> None:
    write("articles/b.txt", VAGUE)
    result = run(pytester, *args)
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines("articles/b.txt:1:18: vague: expected 24, found *")


def test_right_at_the_time_passes(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("of: [killed]", "of: [killed]\n    history: {2013-07-02: 3, 2013-07-05: 24}"))
    write("articles/b.txt", "BANDA ACEH, July 3, 2013 - The quake killed 3 people. It struck at a depth of 10 km.\n")
    result = run(pytester)
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines("2 articles × 2 facts = 4 examined: *(1 right at the time)")
    result.stdout.no_fnmatch_line("*= factspec =*")


def test_not_applicable_is_skipped_at_the_line_of_the_spec(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("about: [depth]", "about: [depth]\n    when: [News]"))
    result = run(pytester, "-rs")
    result.assert_outcomes(passed=3, failed=1, skipped=1)
    result.stdout.fnmatch_lines("SKIPPED [[]1[]] specs/quake.facts.yaml:10: not applicable: *")


def test_unchecked_is_skipped(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("of: [killed]", "of: [killed]\n    checked: false"))
    run(pytester).assert_outcomes(passed=3, skipped=2)


def test_unreadable_article_is_one_line_for_each_fact_and_the_others_go_on(pytester: pytest.Pytester) -> None:
    (pytester.path / "articles/a.txt").write_bytes(b"\xff\xfe\x00\xd8\x00\xd8")
    result = run(pytester)
    result.assert_outcomes(passed=2, failed=1, errors=2)
    assert sum(line.startswith("articles/a.txt:1:1: ") for line in result.outlines) == 2
    result.stdout.no_fnmatch_line("*.py:*")


@pytest.mark.slow
def test_unreadable_article_is_an_error_where_it_is_the_test(pytester: pytest.Pytester, write: Write) -> None:
    write("pytest.ini", "[pytest]\nfactspec_granularity = article\n")
    (pytester.path / "articles/a.txt").write_bytes(b"\xff\xfe\x00\xd8\x00\xd8")
    result = run(pytester)
    result.assert_outcomes(passed=1, failed=1, errors=1)
    result.stdout.fnmatch_lines("2 articles × 2 facts = 4 examined: *, 2 error")


def test_text_of_an_article_cannot_move_the_cursor(pytester: pytest.Pytester, write: Write) -> None:
    evil = "\x1b[2J\u202eThe quake killed {} people.\x07 It struck at a depth of 10 km.\n"
    write("articles/a\x1b[1m.txt", evil.format("dozens of"))
    write("articles/b.txt", evil.format("42"))
    result = run(pytester, "-v", "--junitxml=out.xml", "-rA")
    assert not {"\x1b", "\u202e", "\x07"} & set(result.stdout.str())
    assert "\\x1b[2J" in result.stdout.str()
    assert "\u202e" not in (pytester.path / "out.xml").read_text(encoding="utf-8")


# ---------------------------------------------------------------- waivers


def test_waived_finding_is_an_expected_failure(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    result = run(pytester, "-rx", "--factspec-today=2026-12-31", "-vv")
    result.assert_outcomes(passed=4, xfailed=1)
    result.stdout.fnmatch_lines(f"XFAIL {IDS[2]} - waived: kept on purpose (by desk, until 2026-12-31)*")


def test_expired_waiver_lets_the_failure_show_and_is_spoken_of(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    result = run(pytester, "--factspec-today", "2027-01-01", "-vv")
    result.assert_outcomes(failed=2, passed=3)
    assert sum("expired after 2026-12-31" in line for line in lines_after(result, "= factspec =")) == 1


def test_waiver_for_nothing_fails(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    write("articles/b.txt", RIGHT)
    result = run(pytester, "--factspec-today=2026-01-01")
    result.assert_outcomes(failed=1, passed=4)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:15:5: *is for nothing: the finding passes without it*")
    assert "1 failed" in result.outlines[-1]


@pytest.mark.slow
def test_waiver_of_several_articles_may_be_for_nothing_in_some_of_them(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER.replace("b.txt", "'*.txt'"))
    run(pytester, "--factspec-today=2026-01-01").assert_outcomes(xfailed=1, passed=4)
    write("articles/b.txt", RIGHT)
    result = run(pytester, "--factspec-today=2026-01-01")
    result.assert_outcomes(failed=1, passed=4)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:15:5: *is for nothing*")


def test_doubt_about_an_article_is_said_once_and_fails_nothing(pytester: pytest.Pytester) -> None:
    (pytester.path / "articles/b.txt").write_bytes(b"Caf\xe9. " + RIGHT.encode())
    result = run(pytester)
    result.assert_outcomes(passed=5)
    assert sum(line.startswith("articles/b.txt:1:4: warning: is not UTF-8") for line in result.outlines) == 1


def test_waiver_does_not_hide_an_article_that_cannot_be_read(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    (pytester.path / "articles/b.txt").write_bytes(b"\xff\xfe\x00\xd8\x00\xd8")
    run(pytester, "--factspec-today=2026-01-01").assert_outcomes(passed=3, errors=2)


@pytest.mark.slow
def test_waived_finding_fails_where_expected_failures_are_run(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    run(pytester, "--factspec-today=2026-01-01", "--runxfail").assert_outcomes(passed=4, failed=1)


def test_waiver_of_an_unknown_article_fails_the_spec(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER.replace("b.txt", "z.txt"))
    result = run(pytester, "--factspec-today=2026-01-01")
    result.assert_outcomes(failed=2, passed=3)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:15:5: *for nothing*")


@pytest.mark.slow
@pytest.mark.parametrize("strict", [[], ["--factspec-strict"]])
def test_waived_vague_finding_is_an_expected_failure(pytester: pytest.Pytester, write: Write, strict: list[str]) -> None:
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    write("articles/b.txt", VAGUE)
    run(pytester, "--factspec-today=2026-01-01", *strict).assert_outcomes(xfailed=1, passed=4)


# ---------------------------------------------------------------- the spec itself


def test_malformed_spec_is_one_error_with_all_messages(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("value: 24", "valeu: 24").replace("kind: quantity", "kind: quantty"))
    result = run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*ERROR collecting*", "specs/quake.facts.yaml:*valeu*", "specs/quake.facts.yaml:*quantty*"])
    result.stdout.fnmatch_lines("factspec: 1 spec, no facts, no articles (1 cannot be used)")
    result.stdout.no_fnmatch_line("*.py*")


def test_other_specs_go_on_where_collection_errors_may(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/bad.facts.yaml", "factspec: 2\n")
    run(pytester, "--continue-on-collection-errors").assert_outcomes(errors=1, passed=4, failed=1)


def test_empty_glob_fails_the_spec(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("[../articles/*.txt]", "[../articles/*.txt, ../articles/*.html]"))
    result = run(pytester)
    result.assert_outcomes(passed=3, failed=2)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:3:*'../articles/[*].html'*")


def test_spec_without_articles_fails(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("*.txt", "*.rst"))
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines("nothing was examined")


def test_spec_without_facts_is_not_green(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", "factspec: 1\nevent: nothing\narticles: [../articles/*.txt]\nfacts: {}\n")
    assert run(pytester).ret in {pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}


def test_dead_fact_fails_the_spec_even_if_only_the_spec_is_run(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("about: [depth]", "about: [hypocentre]\n    required: false"))
    result = pytester.runpytest_inprocess(IDS[-1])
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:10:3: *'depth' is dead*")


def said_in_failures(result: pytest.RunResult, start: str) -> int:
    end = next(at for at, line in enumerate(result.outlines) if line.strip("=") == " factspec ")
    return sum(line.startswith(start) for line in result.outlines[:end])


def test_wrong_example_fails_the_spec(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC + "    examples:\n      supports: [The depth was 99 km.]\n")
    result = run(pytester)
    result.assert_outcomes(passed=3, failed=2)
    result.stdout.fnmatch_lines("specs/quake.facts.yaml:15:*example of 'depth' must be supported*")
    assert said_in_failures(result, "specs/quake.facts.yaml:15:18:") == 1


def test_wrong_example_is_said_once_even_of_a_spec_without_articles(pytester: pytest.Pytester, write: Write) -> None:
    examples = "    examples:\n      supports: [The depth was 99 km.]\n"
    write("specs/quake.facts.yaml", SPEC.replace("../articles", "../nowhere") + examples)
    result = run(pytester)
    assert said_in_failures(result, "specs/quake.facts.yaml:15:18:") == 1


# ---------------------------------------------------------------- header, end, JUnit


def test_header_says_what_there_is(pytester: pytest.Pytester) -> None:
    run(pytester).stdout.fnmatch_lines("factspec: 1 spec, 2 facts, 2 articles")


def test_end_says_what_was_examined(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/b.txt", RIGHT)
    result = run(pytester)
    assert "2 articles × 2 facts = 4 examined: 4 supported" in result.outlines
    result.stdout.no_fnmatch_line("*= factspec =*")


def test_table_at_the_end_has_the_worst_fact_first(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/c.txt", SILENT)
    result = run(pytester)
    assert [line.split() for line in lines_after(result, "= factspec =")[:3]] == [
        ["contradicted", "omitted", "supported"],
        ["specs/quake.facts.yaml::deaths", "1", ".", "2"],
        ["specs/quake.facts.yaml::depth", ".", "1", "2"],
    ]


@pytest.mark.slow
def test_long_table_ends_with_how_many_more(pytester: pytest.Pytester, write: Write) -> None:
    facts = "".join(f"  fact-{n}:\n    kind: count\n    value: {n}\n    of: [killed]\n" for n in range(30))
    write("specs/quake.facts.yaml", SPEC.partition("  deaths:")[0] + facts)
    run(pytester, "--tb=no").stdout.fnmatch_lines("… 10 more")


def test_quiet_run_ends_with_one_line_of_factspec(pytester: pytest.Pytester) -> None:
    result = run(pytester, "-q", "--tb=no", "-rN")
    assert [line for line in result.outlines if line] == [
        "..F..                                                                    [100%]",
        "2 articles × 2 facts = 4 examined: 3 supported, 1 contradicted",
        result.outlines[-1],
    ]


def test_junit_has_place_and_properties(pytester: pytest.Pytester) -> None:
    run(pytester, "--junitxml=out.xml")
    case = ET.parse(pytester.path / "out.xml").findall(".//testcase")[2]
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("message") == "articles/b.txt:3:18: contradicts: expected 24, found 42"
    assert {p.get("name"): p.get("value") for p in case.iter("property")} == {
        "fact": "deaths",
        "article": "articles/b.txt",
        "verdict": "contradicted",
        "expected": "24",
        "found": "42",
    }


def test_article_can_be_the_test(pytester: pytest.Pytester, write: Write) -> None:
    write("pytest.ini", "[pytest]\nfactspec_granularity = article\n")
    write("articles/b.txt", WRONG.replace("10 km", "70 km"))
    result = run(pytester, "-v")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "specs/quake.facts.yaml::articles/b.txt FAILED*",
            "articles/b.txt:3:18: contradicts: expected 24, found 42",
            "articles/b.txt:3:*: contradicts: expected 10 km, found 70 km",
            "2 articles × 2 facts = 4 examined: 2 supported, 2 contradicted",
            "FAILED specs/quake.facts.yaml::articles/b.txt - articles/b.txt:3:18:*",
        ]
    )


@pytest.mark.slow
def test_waivers_hold_where_the_article_is_the_test(pytester: pytest.Pytester, write: Write) -> None:
    write("pytest.ini", "[pytest]\nfactspec_granularity = article\n")
    write("specs/quake.facts.yaml", SPEC + WAIVER)
    run(pytester, "--factspec-today=2026-01-01").assert_outcomes(passed=3)
    write("articles/b.txt", RIGHT)
    run(pytester, "--factspec-today=2026-01-01").assert_outcomes(passed=2, failed=1)


def test_unknown_granularity_is_a_wrong_call(pytester: pytest.Pytester) -> None:
    result = run(pytester, "-o", "factspec_granularity=word")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines("*factspec_granularity: found 'word', expected 'fact' or 'article'")


# ---------------------------------------------------------------- order and processes


@pytest.mark.slow
def test_order_of_tests_does_not_matter(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("def pytest_collection_modifyitems(items): items.sort(key=lambda item: item.name)")
    run(pytester).assert_outcomes(passed=4, failed=1)


def test_article_is_examined_once_for_all_its_facts(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "from pathlib import Path\n"
        "def pytest_runtest_teardown(item):\n"
        "    if item.name == 'deaths': (Path(item.config.rootpath) / item.article).unlink()\n"
    )
    run(pytester, "-k", "not quake.facts.yaml::spec and txt").assert_outcomes(passed=3, failed=1, deselected=1)


@pytest.mark.slow
def test_distributed_run_says_the_same(pytester: pytest.Pytester, write: Write) -> None:
    write("articles/c.txt", VAGUE)
    write("specs/quake.facts.yaml", SPEC + WAIVER.replace("b.txt", "z.txt"))
    result = run(pytester, "-n2", "--factspec-today=2026-01-01", "-rA")
    result.assert_outcomes(passed=5, failed=2, warnings=1)
    result.stdout.fnmatch_lines(
        [
            "factspec: 1 spec, 2 facts, 3 articles",
            "articles/b.txt:3:18: contradicts: expected 24, found 42",
            "      |                  ^^",
            "*articles/c.txt:1: FactspecWarning: *vague*",
            "specs/quake.facts.yaml::deaths *1 *1 *1",
            "specs/quake.facts.yaml:15:5: *for nothing*",
            "3 articles × 2 facts = 6 examined: *",
        ]
    )


@pytest.mark.slow
def test_malformed_spec_is_reported_once_by_all_workers(pytester: pytest.Pytester, write: Write) -> None:
    write("specs/quake.facts.yaml", SPEC.replace("value: 24", "valeu: 24"))
    result = run(pytester, "-n2")
    assert sum("'valeu'" in line for line in result.outlines if not line.startswith("ERROR")) == 1


@pytest.mark.slow
def test_path_without_specs_is_said_once_by_all_workers(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--factspec", "articles", "-n2")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert sum("no spec in this folder" in line for line in result.errlines) == 1


@pytest.mark.slow
def test_entry_of_the_plugin_costs_little() -> None:
    code = "import pytest, time; start = time.perf_counter(); import factspec.pytest_plugin; print(time.perf_counter() - start)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.02
