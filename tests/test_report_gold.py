"""Every report of one result, byte for byte, and held against validators that are not ours.

`python tests/test_report_gold.py` writes the files in tests/gold/ anew; read the difference before you commit it. The result
is made by hand (report_results.py), so that a better engine changes no gold file.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import independent
import pytest
import xmlschema
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from report_results import fact, found, many, of_every_sort, result

from factspec.article import Article
from factspec.model import Verdict
from factspec.report import PLAIN, REPORTS
from factspec.report.result_schema import result_schema
from factspec.result import Checked, Result

HERE = Path(__file__).resolve().parent
ENDINGS = {"json": "json", "jsonl": "jsonl", "gitlab": "json", "junit": "xml", "markdown": "md", "csv": "csv", "sarif": "sarif"}


def gold(name: str) -> Path:
    return HERE / "gold" / f"{name}.{ENDINGS.get(name, 'txt')}"


def said(name: str, of: Result) -> str:
    return "".join(REPORTS[name](of, PLAIN))


def faults(schema: Any, document: Any) -> list[str]:
    Draft202012Validator.check_schema(schema)
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]


def sarif_faults(document: str, folder: Path) -> list[str]:
    """What SARIF Multitool finds wrong: with the schema, with what SARIF wants beyond it, with what GitHub wants."""
    tool = independent.validator("@microsoft/sarif-multitool-linux/Sarif.Multitool")
    (folder / "facts.sarif").write_text(document, "utf-8")
    out = independent.said(tool, "validate", "facts.sarif", "--rule-kind", "Sarif;Ghas", cwd=folder).stdout
    assert "1 files scanned" in out or "1 file scanned" in out, out
    found = [line for line in out.splitlines() if re.search(r": (error|warning|note) ", line)]
    return [line for line in found if "'informationUri'" not in line]  # factspec has no page of its own to name


@pytest.mark.parametrize("name", REPORTS)
def test_report_is_its_gold_file(name: str) -> None:
    assert said(name, of_every_sort()) == gold(name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_report_of_nothing_and_of_much_is_written(name: str) -> None:
    assert said(name, many(0)).endswith("\n") or name == "jsonl"
    assert said(name, many(50)).endswith("\n")


def test_gold_files_are_those_of_the_table() -> None:
    assert {path.name for path in (HERE / "gold").iterdir()} == {gold(name).name for name in REPORTS}


# ---------------------------------------------------------------- validators


@pytest.mark.slow
@pytest.mark.parametrize("of", [of_every_sort(), many(0), many(30)], ids=["every sort", "nothing", "many"])
def test_sarif_is_valid_and_as_github_wants_it(of: Result, tmp_path: Path) -> None:
    assert sarif_faults(said("sarif", of), tmp_path) == []


@pytest.mark.slow
def test_validator_of_sarif_refuses_what_is_wrong(tmp_path: Path) -> None:
    document = json.loads(said("sarif", of_every_sort()))
    document["runs"][0]["results"][0]["severity"] = "bad"
    assert any("severity" in fault for fault in sarif_faults(json.dumps(document), tmp_path))


@pytest.mark.parametrize("of", [of_every_sort(), many(0), many(30)], ids=["every sort", "nothing", "many"])
def test_junit_is_valid_against_the_schema_of_jenkins(of: Result) -> None:
    xmlschema.XMLSchema(str(independent.validator("junit-10.xsd"))).validate(said("junit", of))


@pytest.mark.parametrize("of", [of_every_sort(), many(0), many(30)], ids=["every sort", "nothing", "many"])
def test_gitlab_is_a_code_quality_report(of: Result) -> None:
    rows = json.loads(said("gitlab", of))
    schema = json.loads((HERE / "validators" / "gitlab-codequality.json").read_text("utf-8"))
    assert faults(schema, rows) == []
    assert len({row["fingerprint"] for row in rows}) == len(rows)


@pytest.mark.parametrize("of", [of_every_sort(), many(0), many(30)], ids=["every sort", "nothing", "many"])
def test_json_and_its_lines_are_valid_against_the_schema_that_is_published(of: Result) -> None:
    published = result_schema()
    assert faults(published, json.loads(said("json", of))) == []
    for line in said("jsonl", of).splitlines():
        assert faults({**published["$defs"]["line"], "$defs": published["$defs"]}, json.loads(line)) == []


def test_published_schema_refuses_a_missing_key_and_an_unknown_verdict() -> None:
    document = json.loads(said("json", of_every_sort()))
    del document["findings"][0]["reason"]
    document["findings"][1]["verdict"] = "true"
    assert len(faults(result_schema(), document)) == 2


def test_csv_has_a_row_for_each_finding_under_its_heading() -> None:
    rows = list(csv.DictReader(io.StringIO(said("csv", of_every_sort())), strict=True))
    assert len(rows) == len(of_every_sort().findings)
    assert [row["outcome"] for row in rows].count("fails") == of_every_sort().counts.failed
    assert all(None not in row and None not in row.values() for row in rows)


def test_markdown_is_a_heading_a_paragraph_and_a_table() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(said("markdown", of_every_sort()))
    assert [token.type for token in tokens if token.level == 0 and token.nesting == 1] == [
        "heading_open",
        "paragraph_open",
        "table_open",
    ]
    assert sum(token.type == "tr_open" for token in tokens) == 1 + 7


# ---------------------------------------------------------------- sarif, as code hosts read it


def results(of: Result) -> list[dict[str, Any]]:
    document = json.loads(said("sarif", of))
    return list(document["runs"][0]["results"])


def test_sarif_places_an_omission_at_the_start_of_its_article() -> None:
    omitted = [one for one in results(of_every_sort()) if one["ruleId"] == "omitted"]
    assert [one["locations"][0]["physicalLocation"]["region"] for one in omitted] == [{"startLine": 1, "startColumn": 1}]


def test_sarif_places_evidence_by_code_points_up_to_its_end() -> None:
    first = results(of_every_sort())[0]["locations"][0]["physicalLocation"]
    assert first["region"] == {"startLine": 3, "startColumn": 25, "endLine": 3, "endColumn": 41}
    assert unquote(first["artifactLocation"]["uri"]) == "articles/01 first.txt"


def test_sarif_has_paths_as_uri_references_that_hold_no_scheme_but_file() -> None:
    for one in results(of_every_sort()):
        for place in (*one["locations"], *one.get("relatedLocations", ())):
            uri = urlsplit(place["physicalLocation"]["artifactLocation"]["uri"])
            assert uri.scheme in {"", "file"}
            assert not uri.netloc


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("articles/a b.txt", "articles/a%20b.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/data/日.txt", "file:///data/%E6%97%A5.txt"),
        ("C:/data/x#1.txt", "file:///C:/data/x%231.txt"),
        ("../articles/a%2e.txt", "../articles/a%252e.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
    ],
)
def test_path_becomes_a_uri_that_is_nothing_but_a_file(path: str, uri: str) -> None:
    text = Article(path, "Monday", "Monday")
    one = found(fact("day", 1, "Sunday"), text, Verdict.CONTRADICTED, "Monday")
    (row,) = results(result([Checked(path, (one,), text)]))
    assert row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_has_a_rule_with_help_for_each_result() -> None:
    run = json.loads(said("sarif", of_every_sort()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert all(rule[key]["text"] for rule in rules for key in ("shortDescription", "fullDescription", "help"))


def test_sarif_says_problems_without_a_place_as_notifications() -> None:
    run = json.loads(said("sarif", of_every_sort()))["runs"][0]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (note["descriptor"]["id"], note["level"]) == ("FS302", "error")
    assert {one["ruleId"] for one in run["results"]} >= {"FS105", "FS203"}


def main() -> None:
    gold("json").parent.mkdir(exist_ok=True)
    for name in REPORTS:
        gold(name).write_bytes(said(name, of_every_sort()).encode())


if __name__ == "__main__":
    main()
