"""What an earlier check found, to be compared with: which findings are new, which are mended, which have stayed.

What is read: the text of a JSON result (format 1), of its lines, or of an earlier report. What is not: what is found now.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from factspec.errors import Problem, UsageError
from factspec.model import Finding
from factspec.report.html.cells import letter

__all__ = ["Earlier", "Was", "earlier", "read_earlier"]

FORMAT = 1
MENDED = frozenset("sntva")
"""What a finding that failed must have become to be mended: it is not when somebody accepted it or it is no longer checked."""
Key = tuple[str, str, str]
MOMENT = 60  # characters of a day and a time
_MADE = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
_DATA = re.compile(r'<script type="application/json" id="was">(.*?)</script>', re.DOTALL)


class Was(NamedTuple):
    """What was found then: whether it failed, what the article said, and the version of the article it was found in."""

    failed: bool
    found: str
    version: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The findings of an earlier check by spec, fact and article; `name` and `made` are what readers are told it was."""

    name: str
    findings: Mapping[Key, Was] = field(default_factory=dict)
    made: str = ""

    def change(self, finding: Finding, *, fails: bool) -> str:
        """`N` newly failing, `C` failing but saying something else, `U` unchanged, `F` mended, "." neither then nor now."""
        was = self.was(finding)
        if not fails:
            return "F" if was and was.failed and letter(finding) in MENDED else "."
        if was is None or not was.failed:
            return "N"
        return "U" if was.found == finding.found else "C"

    def was(self, finding: Finding) -> Was | None:
        return self.findings.get((finding.fact.place.path, finding.fact.id, finding.article))


def read_earlier(path: str) -> Earlier:
    """The findings of an earlier result or report; raises UsageError where the file is none that this version understands."""
    try:
        return earlier(Path(path).name, Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(Problem("FS311", f"cannot read {path!r} to compare with: {error.strerror or error}")) from None
    except UnicodeDecodeError:
        raise UsageError(_no_result(path)) from None


def earlier(name: str, text: str) -> Earlier:
    """The findings of the text of an earlier result; raises UsageError where it is none."""
    try:
        return Earlier(name, dict(_rows(text)), _made(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(_no_result(name)) from None


def _no_result(name: str) -> Problem:
    wanted = "expected what `factspec check --output-format json` or `factspec report` wrote"
    return Problem("FS311", f"{name!r} is no result of factspec to compare with", help=wanted)


def _made(text: str) -> str:
    """When an earlier report says that it was made; "" of what is no report or says nothing."""
    found = _MADE.search(text) if text.lstrip().startswith("<") else None
    made = json.loads(html.unescape(found[1])).get("made", "") if found else ""
    return made[:MOMENT] if isinstance(made, str) else ""


def _rows(text: str) -> Iterator[tuple[Key, Was]]:
    within = _DATA.search(text) if text.lstrip().startswith("<") else None
    if within:
        for spec, fact, article, found, version in json.loads(html.unescape(within[1])):
            yield (str(spec), str(fact), str(article)), Was(True, str(found), str(version))
        return
    try:
        whole = json.loads(text)
        rows, last = (whole["findings"], whole) if "findings" in whole else ([], whole)
    except json.JSONDecodeError:
        *rows, last = [json.loads(line) for line in text.splitlines() if line.strip()]
    if last["format"] != FORMAT:
        raise ValueError(last["format"])
    strict = bool(last["summary"]["strict"])
    for row in rows:
        yield (row["spec"], row["fact"], row["article"]), _was(row, strict=strict)


def _was(row: Mapping[str, Any], *, strict: bool) -> Was:
    verdict, accepted = row["verdict"], row["qualifier"] is not None
    fails = verdict in {"contradicted", "error"} or (verdict == "omitted" and row["required"]) or (verdict == "vague" and strict)
    return Was(fails and not accepted, str(row["found"]), str(row.get("version") or ""))
