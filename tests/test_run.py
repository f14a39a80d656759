"""The run: which articles are read, which findings a waiver covers, and what a run must own up to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

import factspec
from factspec.article import Article
from factspec.engine import Plan
from factspec.errors import UsageError
from factspec.model import (
    Examples,
    Fact,
    Figure,
    Named,
    Place,
    Qualifier,
    Quantity,
    Spec,
    Verdict,
    Waiver,
)
from factspec.result import Checked
from factspec.run import Run, Selection, jobs, matches, one_by_one
from factspec.run import workers as processes
from factspec.run.globs import expand
from factspec.run.jobs import EVERYTHING
from factspec.run.seeing import Seen, see
from factspec.run.workers import workers

TODAY = date(2026, 3, 14)
RIGHT = "Twenty-four people were killed in Port Ellan on Monday.\n"
WRONG = "Thirty people were killed in Port Ellan on Monday.\n"
SILENT = "The weather will be fine.\n"


class Write(Protocol):
    def __call__(self, path: str, text: str = RIGHT) -> str: ...


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below the working folder, which is an empty one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()  # the specs themselves are made by hand

    def write(path: str, text: str = RIGHT) -> str:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
        return path

    return write


def deaths(**more: object) -> Fact:
    place = Place("specs/storm.facts.yaml", 4, 3)
    return replace(Fact("deaths", "count", Figure(Quantity(24, 24)), "24", place, of=("killed", "people")), **more)  # type: ignore[arg-type]


def town(**more: object) -> Fact:
    place = Place("specs/storm.facts.yaml", 9, 3)
    return replace(Fact("town", "name", Named((("Port Ellan",),)), "Port Ellan", place), **more)  # type: ignore[arg-type]


def spec(*facts: Fact, articles: tuple[str, ...] = ("../articles/*.txt",), waivers: tuple[Waiver, ...] = ()) -> Spec:
    path = "specs/storm.facts.yaml"
    return Spec(path, "Storm", facts, tuple((one, Place(path, 2, 12)) for one in articles), waivers)


def waiver(article: str = "01.txt", until: date = TODAY, fact: str = "deaths") -> Waiver:
    return Waiver(fact, article, "kept on purpose", "desk", until, Place("specs/storm.facts.yaml", 20, 5))


def run(one: Spec, *, articles: list[str] | None = None, selection: Selection = EVERYTHING, strict: bool = False) -> Run:
    named, problems = jobs([one], articles)
    return Run(named, today=TODAY, selection=selection, strict=strict, borrowed=articles is not None, problems=problems)


def ended(running: Run) -> Run:
    """The run, after it has been read to its end."""
    for _ in running:
        pass
    return running


def codes(running: Run) -> list[str]:
    return [problem.code for problem in ended(running).problems]


# ---------------------------------------------------------------- globs


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["01.txt", "02.txt"]),
        ("**/*.txt", ["01.txt", "02.txt", "aceh/03.txt", "aceh/old/04.txt"]),
        ("**", ["01.txt", "02.txt", "aceh/03.txt", "aceh/old/04.txt", "page.html"]),
        ("aceh/**/*.txt", ["aceh/03.txt", "aceh/old/04.txt"]),
        ("**/**/04.txt", ["aceh/old/04.txt"]),
        ("*/0?.txt", ["aceh/03.txt"]),
        ("0[12].txt", ["01.txt", "02.txt"]),
        ("aceh", []),
        ("aceh/*", ["aceh/03.txt"]),
        ("missing/*.txt", []),
        ("01.txt/*", []),
        ("01.txt", ["01.txt"]),
        ("./aceh/../01.txt", ["01.txt"]),
        (".*", [".hidden.txt"]),
        (".git/*", [".git/05.txt"]),
        ("", []),
    ],
)
def test_glob_names_files_in_order(write: Write, pattern: str, found: list[str]) -> None:
    for path in ("02.txt", "01.txt", "page.html", ".hidden.txt", "aceh/03.txt", "aceh/old/04.txt", ".git/05.txt"):
        write(path)
    assert expand(pattern) == found


def test_glob_takes_a_name_with_brackets_for_what_it_is(write: Write) -> None:
    write("report[1].txt")
    write("report1.txt")
    assert expand("report[1].txt") == ["report[1].txt"]


def test_glob_is_relative_to_its_folder_and_shown_relative_to_the_working_folder(write: Write, tmp_path: Path) -> None:
    write("articles/01.txt")
    write("specs/x.facts.yaml")
    assert expand("../articles/*.txt", "specs") == ["articles/01.txt"]
    assert expand(f"{tmp_path}/articles/*.txt", "specs") == ["articles/01.txt"]
    os.chdir("specs")
    assert expand("../articles/*.txt") == [f"{tmp_path.as_posix()}/articles/01.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_glob_does_not_run_in_circles_and_follows_links_that_it_names(write: Write) -> None:
    write("a/01.txt")
    Path("a/again").symlink_to("../a")
    Path("link").symlink_to("a")
    assert expand("**/*.txt") == ["a/01.txt"]
    assert expand("link/*.txt") == ["link/01.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_path_up_out_of_a_linked_folder_is_where_the_system_goes(write: Write) -> None:
    write("far/specs/x.facts.yaml")
    write("far/articles/01.txt")
    write("articles/02.txt")
    Path("linked").symlink_to("far/specs")
    assert expand("../articles/*.txt", "linked") == ["far/articles/01.txt"]


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("03.txt", True),
        ("aceh/03.txt", True),
        ("articles/aceh/03.txt", True),
        ("../articles/aceh/03.txt", True),
        ("*.txt", True),
        ("aceh/*", True),
        ("articles/**", True),
        ("articles/**/03.txt", True),
        ("articles/aceh/**/03.txt", True),
        ("3.txt", False),
        ("ceh/03.txt", False),
        ("articles/*", False),
        ("articles", False),
        ("*.TXT", False),
        ("", False),
    ],
)
def test_article_is_named_by_file_name_path_or_glob(pattern: str, fits: bool) -> None:
    assert matches("articles/aceh/03.txt", pattern) is fits


# ---------------------------------------------------------------- jobs


def test_article_that_two_globs_name_is_checked_once(write: Write) -> None:
    write("articles/01.txt")
    (job,), problems = jobs([spec(deaths(), articles=("../articles/*.txt", "../articles/0*"))])
    assert job.articles == ("articles/01.txt",)
    assert not problems


def test_glob_that_names_nothing_is_a_problem_at_its_place(write: Write) -> None:
    write("articles/01.txt")
    _, problems = jobs([spec(deaths(), articles=("../articles/*.txt", "../articels/*.txt"))])
    assert [str(problem).partition(" (")[0] for problem in problems] == [
        "specs/storm.facts.yaml:2:12: '../articels/*.txt' matches no file"
    ]


def test_given_articles_stand_in_for_those_of_the_spec_and_are_relative_to_the_working_folder(write: Write) -> None:
    write("articles/01.txt")
    write("drafts/02.txt")
    (job,), problems = jobs([spec(deaths())], ["drafts/*", "nowhere/*"])
    assert job.articles == ("drafts/02.txt",)
    assert [(problem.code, problem.place) for problem in problems] == [("FS302", None)]


def test_spec_without_facts_or_articles_is_a_problem() -> None:
    assert [problem.code for problem in jobs([spec(articles=())])[1]] == ["FS303", "FS304"]


def test_article_of_two_specs_is_read_once_and_judged_by_both(write: Write) -> None:
    write("articles/01.txt")
    read: list[str] = []

    def seer(plan: Plan, paths: Sequence[str]) -> Iterator[Seen]:
        read.extend(paths)
        return one_by_one(plan, paths)

    other = replace(spec(town(place=Place("specs/b.facts.yaml", 1, 1))), path="specs/b.facts.yaml")
    (checked,) = Run(jobs([spec(deaths()), other])[0], today=TODAY, seer=seer)
    assert read == ["articles/01.txt"]
    assert [(one.fact.id, one.fact.place.path) for one in checked.findings] == [
        ("deaths", "specs/storm.facts.yaml"),
        ("town", "specs/b.facts.yaml"),
    ]


def test_several_processes_find_what_one_finds_in_the_same_order(write: Write) -> None:
    for number in range(150):
        write(f"articles/{number:03}.txt", (RIGHT, WRONG, SILENT)[number % 3] + f"Report {number}.\n")
    (Path("articles") / "077.txt").write_bytes(b"\x00\x01")
    named, _ = jobs([spec(deaths(), town())])
    one, several = (Run(named, today=TODAY, seer=seer).kept() for seer in (one_by_one, workers(2)))
    assert len(one.findings) == 300
    assert several.findings == one.findings
    assert several.problems == one.problems
    assert several.counts == one.counts
    assert {id(finding.fact) for finding in several.findings} == {id(fact) for fact in named[0].spec.facts}


def test_run_goes_on_alone_where_its_processes_are_lost(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        write(f"articles/{number}.txt")

    def lost(plan: Plan, paths: Sequence[str], count: int) -> Iterator[Seen]:
        yield see(plan, paths[0])
        raise BrokenProcessPool

    monkeypatch.setattr(processes, "_seen", lost)
    result = Run(jobs([spec(deaths())])[0], today=TODAY, seer=workers(2)).kept()
    assert [finding.article for finding in result.findings] == ["articles/0.txt", "articles/1.txt", "articles/2.txt"]


# ---------------------------------------------------------------- runs


def test_run_counts_what_it_examined(write: Write) -> None:
    write("articles/01.txt")
    write("articles/02.txt", WRONG)
    result = run(spec(deaths(), town())).kept()
    assert [one.verdict for one in result.findings] == ["supported", "supported", "contradicted", "supported"]
    assert (result.counts.articles, result.counts.facts, result.counts.examined, result.counts.failed) == (2, 2, 4, 1)
    assert not result.ok
    assert not result.problems


def test_run_gives_articles_one_by_one(write: Write) -> None:
    for number in range(5):
        write(f"articles/{number}.txt")
    running = iter(run(spec(deaths())))
    assert next(running).path == "articles/0.txt"
    assert next(running).path == "articles/1.txt"


def test_article_that_cannot_be_read_is_an_error_for_each_fact_and_the_others_go_on(write: Write) -> None:
    write("articles/01.txt", "")
    write("articles/02.txt")
    result = run(spec(deaths(), town())).kept()
    assert [one.verdict for one in result.findings] == ["error", "error", "supported", "supported"]
    assert [problem.place and problem.place.path for problem in result.problems] == ["articles/01.txt"]
    assert not result.ok


def test_fact_that_is_not_asked_for_still_explains_figures_of_its_own(write: Write) -> None:
    text = "The storm destroyed 30 homes. Twenty-four people were killed.\n"
    write("articles/01.txt", text)
    homes = deaths(id="homes", value=Figure(Quantity(30, 30)), expected="30", of=("homes",), about=("destroyed",))
    alone = run(spec(deaths(), homes), selection=Selection(("dea*",))).kept()
    whole = run(spec(deaths(), homes)).kept()
    assert alone.findings == whole.findings[:1]
    assert alone.counts.examined == 1


def test_only_the_articles_asked_for_are_read(write: Write) -> None:
    write("articles/01.txt")
    write("articles/02.txt")
    result = run(spec(deaths()), selection=Selection((), ("02.txt",))).kept()
    assert [one.article for one in result.findings] == ["articles/02.txt"]


def test_dead_fact_is_a_problem_though_its_findings_pass(write: Write) -> None:
    write("articles/01.txt", SILENT)
    write("articles/02.txt", SILENT)
    result = run(spec(deaths(required=False))).kept()
    assert not result.counts.failed
    said = "fact 'deaths' is dead: its words do not occur in any of 2 articles (looked for: killed, people)"
    assert [str(problem) for problem in result.problems] == [f"specs/storm.facts.yaml:4:3: {said}"]
    assert not result.ok


def test_dead_fact_is_a_warning_for_other_articles_and_nothing_for_some_of_them(write: Write) -> None:
    write("articles/01.txt", SILENT)
    (problem,) = ended(run(spec(deaths(required=False)), articles=["articles/01.txt"])).problems
    assert (problem.code, problem.warning) == ("FS305", True)
    assert codes(run(spec(deaths(required=False)), selection=Selection((), ("01.txt",)))) == []


def test_fact_that_is_not_checked_is_never_dead_and_examines_nothing(write: Write) -> None:
    write("articles/01.txt", SILENT)
    assert codes(run(spec(deaths(checked=False)))) == ["FS301"]


def test_run_without_articles_says_that_nothing_was_examined() -> None:
    idle = run(spec(deaths(), articles=("nowhere/*",)))
    assert idle.idle
    assert codes(idle) == ["FS302", "FS301"]


def test_example_that_gets_another_verdict_is_a_problem_at_its_place(write: Write) -> None:
    write("articles/01.txt")
    place = Place("specs/storm.facts.yaml", 7, 9)
    sentences = (
        (Verdict.SUPPORTED, "Thirty people were killed.", place),
        (Verdict.CONTRADICTED, "Thirty people were killed.", place),
    )
    (problem,) = ended(run(spec(deaths(examples=Examples(sentences), when=("Monday",))))).problems
    assert str(problem).startswith("specs/storm.facts.yaml:7:9: example of 'deaths' must be supported, but is contradicted: ")


# ---------------------------------------------------------------- waivers


@pytest.mark.parametrize("article", ["01.txt", "articles/01.txt", "articles/*.txt", "../articles/01.txt"])
def test_waived_finding_passes_until_the_end_of_its_day(write: Write, article: str) -> None:
    write("articles/01.txt", WRONG)
    result = run(spec(deaths(), waivers=(waiver(article),))).kept()
    (one,) = result.findings
    assert (one.verdict, one.qualifier) == (Verdict.CONTRADICTED, Qualifier.WAIVED)
    assert one.derivation[-1] == "Waived by desk until 2026-03-14: kept on purpose."
    assert result.ok


@pytest.mark.parametrize(
    ("days", "code", "ok"), [(-1, ["FS201"], False), (0, ["FS203"], True), (14, ["FS203"], True), (15, [], True)]
)
def test_waiver_speaks_up_before_it_expires_and_fails_afterwards(write: Write, days: int, code: list[str], ok: bool) -> None:
    write("articles/01.txt", WRONG)
    until = date.fromordinal(TODAY.toordinal() + days)
    running = run(spec(deaths(), waivers=(waiver(until=until),)))
    assert codes(running) == code
    assert running.result.ok is ok
    assert running.counts.failed == (not ok)


@pytest.mark.parametrize(
    ("text", "one"),
    [(RIGHT, waiver()), (WRONG, waiver("02.txt")), (WRONG, waiver(fact="town"))],
    ids=["agrees", "no article", "fact agrees"],
)
def test_waiver_for_nothing_is_a_problem(write: Write, text: str, one: Waiver) -> None:
    write("articles/01.txt", text)
    running = run(spec(deaths(), town(), waivers=(one,)))
    assert codes(running) == ["FS202"]
    assert not running.result.ok


def test_waiver_that_this_run_did_not_concern_is_passed_over(write: Write) -> None:
    write("articles/01.txt")
    write("articles/02.txt", WRONG)
    one = spec(deaths(), town(), waivers=(waiver("02.txt", date(2027, 1, 1)),))
    assert codes(run(one, selection=Selection((), ("01.txt",)))) == []
    assert codes(run(one, selection=Selection(("town",)))) == []
    assert codes(run(one, articles=["articles/01.txt"])) == []
    assert codes(run(one)) == []


def test_waiver_covers_vague_in_a_strict_run_and_is_not_idle_in_a_lenient_one(write: Write) -> None:
    write("articles/01.txt", "Dozens of people were killed.\n")
    for strict in (False, True):
        running = run(spec(deaths(), waivers=(waiver(until=date(2027, 1, 1)),)), strict=strict)
        (checked,) = running
        assert [(one.verdict, one.qualifier) for one in checked.findings] == [("vague", "waived")]
        assert running.result.ok


def test_article_that_cannot_be_read_is_not_waived(write: Write) -> None:
    write("articles/01.txt", "")
    running = run(spec(deaths(), waivers=(waiver(until=date(2027, 1, 1)),)))
    (checked,) = running
    assert [(one.verdict, one.qualifier) for one in checked.findings] == [("error", None)]
    assert "FS202" not in [problem.code for problem in running.problems]


# ---------------------------------------------------------------- the library


def test_check_takes_articles_and_paths_and_its_result_is_read_again_and_again(write: Write) -> None:
    path = write("01.txt")
    held = Article("from a model", WRONG, WRONG)
    result = factspec.check([spec(deaths())], [Path(path), held], today=TODAY)
    for _ in range(2):
        assert [(one.article, one.verdict) for one in result.findings] == [
            ("01.txt", "supported"),
            ("from a model", "contradicted"),
        ]
    assert not result.ok
    assert all(isinstance(checked, Checked) for checked in result.articles)


def test_check_without_articles_takes_those_of_the_specs(write: Write) -> None:
    write("articles/01.txt")
    assert factspec.check([spec(deaths())]).ok


def test_check_refuses_two_articles_of_one_name() -> None:
    twins = [Article("", RIGHT, RIGHT), Article("", WRONG, WRONG)]
    with pytest.raises(UsageError, match="two articles have the path ''"):
        factspec.check([spec(deaths())], twins)


def test_every_name_of_the_package_is_there_and_no_other() -> None:
    assert all(getattr(factspec, name) for name in factspec.__all__)
    assert set(factspec.__all__) <= set(dir(factspec))
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        factspec.verdict  # noqa: B018
