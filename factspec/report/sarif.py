"""The report `sarif`: SARIF 2.1.0, for code scanning on GitHub and other viewers of static analysis.

What is said: each finding that fails or warns and each problem with a place as a result; problems without a place as
notifications of the tool. What is not: what agrees, is waived or was right at the time, which is only counted. GitHub refuses
files above 25,000 results and shows 5,000, so the file holds the 5,000 worst, of which the last counts the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from factspec.errors import Problem
from factspec.model import Evidence, Finding, Place
from factspec.report.annotation import Annotation, brief, of_article, of_problem
from factspec.report.encoding import encoded
from factspec.report.look import PLAIN, Look
from factspec.report.sarif_rules import REST, rules
from factspec.report.structured import summary
from factspec.report.worst import Worst, counted
from factspec.result import Result

__all__ = ["MOST", "sarif"]

MOST = 5000  # results; GitHub shows no more
PLACES = 10  # of a result; GitHub reads 1,000 and shows 100
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_DRIVE = re.compile(r"[A-Za-z]:/")
_RESERVED = re.compile(r"[^A-Za-z0-9._~/-]")


def sarif(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """One SARIF log with one run, a line for each result, the worst first."""
    worst: Worst[Annotation] = Worst(MOST)
    for checked in result.articles:
        for one in of_article(checked, strict=result.strict, warnings=look.warnings):
            worst.add(one.rank, one.rule, one)
    wanted = [problem for problem in result.problems if look.warnings or not problem.warning]
    for problem in wanted:
        if problem.place:
            one = of_problem(problem)
            worst.add(one.rank, one.rule, one)
    shown, rest = worst.shown(), counted(worst.rest())
    used = sorted({one.rule for one in shown}) + ([REST] if rest else [])
    indices = {rule: index for index, rule in enumerate(used)}
    yield f'{{"$schema": {encoded(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
    driver = {"name": "factspec", "semanticVersion": version("factspec"), "rules": rules(used)}
    yield f'"tool": {encoded({"driver": driver})},\n'
    yield f'"columnKind": "unicodeCodePoints",\n"invocations": [{encoded(_invocation(result, wanted))}],\n"results": ['
    between = "\n"
    for one in shown:
        yield between + encoded(_result(one, indices[one.rule]))
        between = ",\n"
    if rest:
        yield between + encoded(_left_out(rest, shown[-1], indices[REST]))
    yield f'\n],\n"properties": {{"summary": {encoded(summary(result))}}}\n}}]}}\n'


def _invocation(result: Result, problems: list[Problem]) -> dict[str, Any]:
    """How the run went, with the problems that have no place to stand at."""
    notes = [
        {
            "descriptor": {"id": problem.code},
            "level": "warning" if problem.warning else "error",
            "message": _message(brief(f"{problem.message} ({problem.help})" if problem.help else problem.message)),
        }
        for problem in problems
        if not problem.place
    ]
    return {"executionSuccessful": bool(result.counts.examined), "toolExecutionNotifications": notes}


def _result(one: Annotation, index: int) -> dict[str, Any]:
    row: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": one.level,
        "message": _message("\n".join((one.title, *one.lines))),
        "locations": [_location(one.path, _region(one))],
        "partialFingerprints": {"factspec/v1": one.fingerprint, "primaryLocationLineHash": f"{one.fingerprint}:1"},
    }
    if one.finding:
        row["relatedLocations"] = _related(one.finding)
        row["properties"] = _properties(one.finding)
    return row


def _left_out(rest: str, last: Annotation, index: int) -> dict[str, Any]:
    """The result that counts the others, at the place of the last that is shown."""
    return {
        "ruleId": REST,
        "ruleIndex": index,
        "level": "warning",
        "message": {"text": f"{rest}. factspec check --output-format json has every finding."},
        "locations": [_location(last.path, {"startLine": 1})],
        "partialFingerprints": {"factspec/v1": REST, "primaryLocationLineHash": f"{REST}:1"},
    }


def _region(one: Annotation) -> dict[str, int]:
    (line, column), (end_line, end_column) = one.start, one.end
    region = {"startLine": line, "startColumn": column}
    return {**region, "endLine": end_line, "endColumn": end_column} if one.end > one.start else region


def _related(finding: Finding) -> list[dict[str, Any]]:
    """The fact in its spec, then further evidence."""
    spec = finding.fact.place
    rows = [_location(spec.path, {"startLine": spec.line, "startColumn": spec.column}, "the curated fact")]
    rows += [_location(finding.article, _at(place), brief(place.text)) for place in finding.evidence[1:PLACES]]
    return [{"id": number, **row} for number, row in enumerate(rows, 1)]


def _at(place: Evidence | Place) -> dict[str, int]:
    return {"startLine": place.line, "startColumn": place.column}


def _properties(finding: Finding) -> dict[str, Any]:
    fact = finding.fact
    texts = {"spec": fact.place.path, "fact": fact.id, "kind": fact.kind, "expected": fact.expected, "found": finding.found}
    return {key: brief(text) for key, text in texts.items()}


def _location(path: str, region: dict[str, int], text: str = "") -> dict[str, Any]:
    message = {"message": _message(text)} if text else {}
    return {**message, "physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _message(text: str) -> dict[str, str]:
    """A message in which nothing is a link or a placeholder; SARIF reads `[text](target)` and `{0}` as such."""
    return {"text": re.sub(r"\{(?=\d+\})", "{ ", text.replace("](", "] ("))}


def _uri(path: str) -> str:
    """A path as a URI reference: relative as it is, absolute as a file's."""
    if path.startswith("/"):
        return f"file://{_percent(path)}"
    return f"file:///{path[:2]}{_percent(path[2:])}" if _DRIVE.match(path) else _percent(path)


def _percent(path: str) -> str:
    return _RESERVED.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass")), path)
