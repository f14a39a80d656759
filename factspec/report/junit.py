"""The report `junit`: a test suite for each article and a test case for each fact, as CI servers read test results.

The names are those of the tests in pytest: class `spec`, test `article::fact`. Text that no XML may hold is shown as escapes.
The elements are those of the schema that Jenkins' xUnit plugin publishes (junit-10.xsd); GitLab and others read the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factspec.errors import Problem
from factspec.model import Finding, Qualifier, Verdict
from factspec.report.full import finding_lines
from factspec.report.look import PLAIN, Look, notice, visible
from factspec.result import Checked, Result, is_warning, passes

__all__ = ["junit"]


def junit(result: Result, look: Look = PLAIN) -> Iterator[str]:
    """The document, suite by suite as the articles are read; problems of the run are a last suite."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="factspec">\n'
    for checked in result.articles:
        yield _written(checked.path, [_case(finding, checked, result.strict, look) for finding in checked.findings])
    problems = [problem for problem in result.problems if look.warnings or not problem.warning]
    if problems:
        yield _written("problems of the run", map(_problem_case, problems))
    yield "</testsuites>\n"


def _written(name: str, cases: Iterable[Element]) -> str:
    """A suite as text, in ASCII: other characters as references."""
    cases = list(cases)
    numbers = {word: sum(case.find(tag) is not None for case in cases) for word, tag in TAGS.items()}
    suite = Element("testsuite", {"name": _text(name), "tests": str(len(cases)), **{k: str(v) for k, v in numbers.items()}})
    suite.extend(cases)
    indent(suite)
    text: bytes = tostring(suite, encoding="us-ascii")
    return text.decode("ascii").replace("##", "#&#35;") + "\n"


ACCEPTED = frozenset({Qualifier.WAIVED, Qualifier.BASELINE})
TAGS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _case(finding: Finding, checked: Checked, strict: bool, look: Look) -> Element:
    case = Element("testcase", classname=_text(finding.fact.place.path), name=_text(f"{finding.article}::{finding.fact.id}"))
    lines = [f"{_text(line)}\n" for line in finding_lines(finding, checked.article, Look(look.width))]
    if finding.verdict is Verdict.ERROR:
        _told(case, "error", finding, lines)
    elif not passes(finding, strict):
        _told(case, "failure", finding, lines)
    elif why := _skipped(finding):
        SubElement(case, "skipped", message=_text(why))
    elif is_warning(finding) and look.warnings:
        SubElement(case, "system-out").text = "".join([f"{_headline(finding)}\n", *lines])
    return case


def _told(case: Element, tag: str, finding: Finding, lines: list[str]) -> None:
    SubElement(case, tag, type=finding.verdict, message=_headline(finding)).text = "".join(["\n", *lines])


def _headline(finding: Finding) -> str:
    line, column = (finding.evidence[0].line, finding.evidence[0].column) if finding.evidence else (1, 1)
    found = f", found {finding.found}" if finding.found else ""
    return _text(f"{finding.article}:{line}:{column}: {finding.verdict}: expected {finding.fact.expected}{found}")


def _skipped(finding: Finding) -> str:
    """Why a case counts as skipped: nobody asked, or somebody accepted it; "" where it counts."""
    if not finding.fact.checked:
        return "not checked: the spec says so"
    if finding.verdict is Verdict.NOT_APPLICABLE:
        return f"not applicable: {finding.reason}"
    return f"{finding.qualifier}: {finding.reason}" if finding.qualifier in ACCEPTED else ""


def _problem_case(problem: Problem) -> Element:
    case = Element("testcase", classname="factspec", name=_text(f"{problem.code} {problem.place or problem.message}"))
    if problem.warning:
        SubElement(case, "system-out").text = _text(notice(problem))
    else:
        SubElement(case, "failure", type=problem.code, message=_text(str(problem)))
    return case


def _text(text: str) -> str:
    """Text that XML 1.0 may hold: besides what `visible` escapes, two code points that are no characters at all."""
    return visible(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
