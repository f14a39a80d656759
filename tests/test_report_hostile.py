"""Text of an article or a spec is untrusted: whatever stands in it, no report says more or other things than with plain words.

What is compared: the shape of a report, as its own reader sees it, of a result full of hostile text and of the same result
full of harmless text; and that nothing is left that a terminal, a CI server, a page or a spreadsheet would obey.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_results import HOSTILE, filled, hostile, tame

from factspec import report
from factspec.cli import main
from factspec.report import PLAIN, REPORTS, Look
from factspec.report.look import cells, characters, visible
from factspec.result import Result

COMMAND = re.compile(r"^::(error|warning) ((?:[a-zA-Z]+=[^,:]*)(?:,[a-zA-Z]+=[^,:]*)*)::(.*)$")


def said(name: str, of: Result) -> str:
    return "".join(REPORTS[name](of, PLAIN))


# ---------------------------------------------------------------- what a report says, without its texts


def lines(text: str) -> object:
    """How many lines there are, and which of them are empty."""
    return [bool(line) for line in text.split("\n")]


def of_value(value: Any) -> object:
    """The keys and types of a JSON value, and its numbers, but offsets that depend on texts."""
    if isinstance(value, dict):
        return {key: of_value(held) for key, held in value.items()}
    if isinstance(value, list):
        return [of_value(held) for held in value]
    return type(value).__name__ if isinstance(value, str) else value


def of_json(text: str) -> object:
    return of_value(json.loads(text))


def of_lines(text: str) -> object:
    return [of_json(line) for line in text.splitlines()]


def of_xml(text: str) -> object:
    return [(element.tag, sorted(element.attrib)) for element in ET.fromstring(text).iter()]


def of_csv(text: str) -> object:
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@|\uff1d]", cell)]
    assert not [cell for row in rows for cell in row if re.search(r";\s*[=+\-@|\uff1d]", cell)]
    return [len(row) for row in rows], [row[:3] for row in rows]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 the parser's signature
        self.seen.append("comment")


def of_markdown(text: str) -> object:
    tags = _Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
    foreign = "".join(re.findall(r"<code>(.*?)</code>", text))
    assert not re.search(r"https?:|www\.|[@<>`*|\\\[\]]", foreign), "GitHub would make a link or a mention of it"
    return tags.seen


def of_workflow(text: str) -> object:
    """The commands with their keys and the number of other lines; a line that begins like a command must be one of ours."""
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    found = [COMMAND.match(line) for line in commands]
    assert all(found), commands
    keys = [[pair.partition("=")[0] for pair in match[2].split(",")] for match in found if match]
    return [match[1] for match in found if match], keys, len(text.split("\n"))


SHAPES: Mapping[str, Callable[[str], object]] = {
    "full": lines,
    "concise": lines,
    "json": of_json,
    "jsonl": of_lines,
    "sarif": of_json,
    "github": of_workflow,
    "gitlab": of_json,
    "junit": of_xml,
    "markdown": of_markdown,
    "csv": of_csv,
}


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_text_says_no_more_than_harmless_text(name: str) -> None:
    assert SHAPES[name](said(name, hostile())) == SHAPES[name](said(name, tame()))


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=[ascii(text)[:24] for text in HOSTILE])
def test_each_hostile_text_alone_says_no_more_either(number: int) -> None:
    for name in REPORTS:
        shape = SHAPES[name]
        assert shape(said(name, filled(lambda _: HOSTILE[number]))) == shape(said(name, filled(lambda _: "x"))), name


@settings(deadline=None)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8), min_size=1, max_size=6))
def test_no_mixture_of_texts_says_more(texts: list[str]) -> None:
    mixed = filled(lambda number: f"{number}{texts[number % len(texts)]}{texts[number * 5 % len(texts)]}")
    plain = filled(lambda number: f"{number}x")
    for name in REPORTS:
        assert SHAPES[name](said(name, mixed)) == SHAPES[name](said(name, plain)), name


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_left_that_a_terminal_or_a_ci_server_obeys(name: str) -> None:
    text = said(name, hostile())
    for line in text.removesuffix("\n").split("\n"):
        assert visible(line) == line or (name == "github" and visible(line[2:]) == line[2:] and COMMAND.match(line))
    assert not re.search(r"##\w*\[", text)
    if name != "github":
        assert not [line for line in text.split("\n") if line.lstrip().startswith("::")]


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab"])
def test_json_is_ascii_without_tags(name: str) -> None:
    text = said(name, hostile())
    assert text.isascii()
    assert not {"<", ">", "&"} & set(text)


def test_json_gives_hostile_text_back_as_it_was() -> None:
    got = json.loads(said("json", hostile()))
    assert [one["reason"] for one in got["findings"]] == [finding.reason for finding in hostile().findings]


def strings(value: Any) -> list[str]:
    """All texts of a JSON value."""
    if isinstance(value, str):
        return [value]
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in held for text in strings(one)]


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_what_a_code_host_shows_turns_and_hides_nothing(name: str) -> None:
    for text in strings(json.loads(said(name, hostile()))):
        assert all(visible(line) == line for line in text.split("\n"))


def test_sarif_has_no_links_placeholders_or_foreign_addresses() -> None:
    run = json.loads(said("sarif", hostile()))["runs"][0]
    for one in run["results"]:
        assert not re.search(r"\]\(|\{\d+\}", one["message"]["text"])
        for place in (*one["locations"], *one["relatedLocations"]) if "relatedLocations" in one else one["locations"]:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9%/._~-]*", uri.removeprefix("file://"))
            assert urlsplit(uri).scheme in {"", "file"}
            assert unquote(uri)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", r"\x3a:error::x"),
        (" \u00a0::x", " \u00a0\\x3a:x"),
        ("a::b", "a::b"),
        ("#1 ## two", "#1 ## two"),
        ("##[group]", r"\x23#[group]"),
        ("###[group]", r"#\x23#[group]"),
        ("x ##vso[task]", r"x \x23#vso[task]"),
        ("##vso x[", "##vso x["),
    ],
)
def test_what_begins_a_command_of_a_ci_server_is_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(deadline=None)
@given(st.text(st.sampled_from("#:[ab \x1b日")))
def test_characters_are_shown_one_by_one_as_the_whole(text: str) -> None:
    assert len(characters(text)) == len(text)
    assert "".join(characters(text)) == visible(text)
    assert sum(map(cells, characters(text))) == cells(visible(text))


# ---------------------------------------------------------------- from files to reports

SPEC = """\
factspec: 1
event: "<script>alert(1)</script> ::error::x \\u202e"
articles: [../articles/*.txt]
facts:
  resumed:
    kind: date
    value: 2026-05-11
    about: [resumed]
    statement: "=cmd|' /C calc'!A0 ##[error]x [a](javascript:x) @everyone \\u2066 <img src=x onerror=y> ::error::x"
    source: "::error::x"
  passengers:
    kind: count
    value: 18
    of: ["passengers", "<b>::error::[x](y)"]
  boat:
    kind: name
    value: "=Bella+<i>Luna</i>"
    about: [boat]
"""
TEXT = """\
May 12, 2026 - ::error::The ferry resumed =1+1 its <script>alert(1)</script> service on Sunday ##[error] \u202eit was said.
::error file=x::It carried 80 passengers, ![x](http://evil.example/x.png) @everyone \x1b[31m|`x`|.
"""


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_files_are_inert_in_every_report(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    harmless = re.sub(r"[^\w\s.,-]|_", "", TEXT.replace("\x1b", "").replace("\u202e", ""))
    texts = {}
    for folder, article in {"hostile": "=1;+1 ::error::<b>&%0A`#.txt", "harmless": "x.txt"}.items():
        (tmp_path / folder / "specs").mkdir(parents=True)
        (tmp_path / folder / "articles").mkdir()
        (tmp_path / folder / "specs" / "x.facts.yaml").write_text(SPEC, "utf-8")
        (tmp_path / folder / "articles" / article).write_text(TEXT if folder == "hostile" else harmless, "utf-8")
        monkeypatch.chdir(tmp_path / folder)
        main(["check", "specs", "--output-format", name, "--output-file", "out", "--today", "2026-05-13", "--color", "never"])
        texts[folder] = Path("out").read_text("utf-8")
    assert "passengers" in texts["hostile"]
    for line in texts["hostile"].split("\n"):
        assert visible(line) == line or (name == "github" and COMMAND.match(line))
    if name in {"github", "junit", "csv", "markdown", "concise", "full"}:
        assert SHAPES[name](texts["hostile"]) == SHAPES[name](texts["harmless"])
    assert "\x1b" not in capsys.readouterr().err


def test_colour_paints_hostile_text_without_its_escapes() -> None:
    for name in ("full", "concise", "github"):
        painted = "".join(REPORTS[name](hostile(), Look(colour=True)))
        assert re.fullmatch(r"(?:[^\x1b]|\x1b\[[0-9;]*m)*", painted)
        assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == said(name, hostile())


def test_every_report_writes_json_by_the_encoding_that_nothing_obeys() -> None:
    modules = [path for path in Path(report.__file__).parent.rglob("*.py") if "html" not in path.parts]
    assert [path.name for path in modules if "json.dumps" in path.read_text("utf-8")] == ["encoding.py"]
