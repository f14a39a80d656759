"""Runs that follow each other say what a first run would say, and do again only what has changed."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.errors import SpecError
from factspec.loading import load
from factspec.result import Result
from factspec.run import Run, jobs
from factspec.run.again import Memory, Rerun, real

TODAY = date(2026, 5, 20)
SPEC = """\
factspec: 1
event: Ferry to Skerry, May 2026
articles: [{articles}/*.txt]
facts:
  passengers: {{kind: count, value: {value}, of: [passengers], examples: {{supports: All 18 passengers sat.}}}}
{waivers}"""
WAIVERS = "waivers:\n  - {fact: passengers, article: 1.txt, reason: early figure, by: desk, until: 2026-12-31}\n"
NEWS = (
    "Eighteen passengers sat.\n",
    "Some 80 passengers sat.\n",
    "It rained.\n",
    "",
    "PK\x00",
    "date 2026-02-30\n\n18 passengers sat.\n",
)

texts = st.sampled_from(NEWS)
specs = st.builds(
    lambda articles, value, waivers: SPEC.format(articles=articles, value=value, waivers=waivers),
    st.sampled_from(["a", "b"]),
    st.sampled_from([18, 80]),
    st.sampled_from(["", WAIVERS]),
)
written = st.one_of(
    st.tuples(st.sampled_from(["a/1.txt", "a/2.txt", "b/1.txt"]), texts),
    st.tuples(st.sampled_from(["one.facts.yaml", "two.facts.yaml"]), specs),
)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(result: Result) -> object:
    """All that a run says, as text: what was read twice is equal, not the same."""
    return [(one.path, one.findings) for one in result.articles], list(result.problems), result.counts


def again(memory: Memory, paths: list[Path]) -> Result:
    loaded = [memory.spec(path).spec for path in paths]
    named, problems = jobs(loaded)
    run = Rerun(memory, named, today=TODAY, problems=problems)
    result = run.kept()
    memory.keep_only(loaded, {path for job in named for path in job.articles})
    return result


def anew(paths: list[Path]) -> Result:
    named, problems = jobs(load(paths))
    return Run(named, today=TODAY, problems=problems).kept()


@settings(max_examples=60, deadline=None)
@given(st.lists(written, min_size=1, max_size=8))
def test_run_again_says_what_a_first_run_says(changes: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, memory = Path(name), Memory()
        for path, text in [
            ("one.facts.yaml", SPEC.format(articles="a", value=18, waivers=WAIVERS)),
            ("a/1.txt", NEWS[1]),
            *changes,
        ]:
            put(folder / path, text)
            memory.forget([str(folder / path)])
            paths = sorted(folder.glob("*.facts.yaml"))
            if (folder / "a/1.txt").exists():
                assert told(again(memory, paths)) == told(anew(paths))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "one.facts.yaml", SPEC.format(articles="a", value=18, waivers=""))
    for number, text in enumerate(NEWS[:3]):
        put(tmp_path / f"a/{number}.txt", text)
    return tmp_path


def test_only_what_has_changed_is_read_and_examined_again(folder: Path) -> None:
    memory, paths = Memory(), [folder / "one.facts.yaml"]
    again(memory, paths)
    assert (memory.reads, memory.examinations) == (4, 3)
    again(memory, paths)
    assert (memory.reads, memory.examinations) == (4, 3)
    put(folder / "a/2.txt", "Nobody knows how many passengers sat.\n")
    again(memory, paths)
    assert (memory.reads, memory.examinations) == (5, 4)
    put(paths[0], SPEC.format(articles="a", value=80, waivers=""))
    again(memory, paths)
    assert (memory.reads, memory.examinations) == (6, 7)


def test_article_and_spec_that_are_gone_are_not_remembered(folder: Path) -> None:
    memory, path = Memory(), folder / "one.facts.yaml"
    again(memory, [path])
    (folder / "a/1.txt").unlink()
    assert told(again(memory, [path])) == told(anew([path]))
    path.unlink()
    with pytest.raises(SpecError, match="cannot be read"):
        memory.spec(path)


def test_unsaved_text_stands_in_for_the_file(folder: Path) -> None:
    path = folder / "one.facts.yaml"
    memory = Memory(unsaved={real(folder / "a/1.txt"): NEWS[0], real(path): SPEC.format(articles="a", value=80, waivers="")})
    verdicts = {os.path.basename(one.article): one.verdict for one in again(memory, [path]).findings}  # noqa: PTH119
    assert verdicts == {"0.txt": "contradicted", "1.txt": "contradicted", "2.txt": "omitted"}
    memory.unsaved = {}
    assert told(again(memory, [path])) == told(anew([path]))
