"""The JSON Schema of the result, format 1: of the document that `json` writes, and under `$defs` of the lines of `jsonl`.

What it holds is what docs/json.md says. A reader must skip keys that it does not know, so that unknown keys are allowed.
"""

from __future__ import annotations

from typing import Any

from factspec.model import Qualifier, Verdict
from factspec.report.structured import FORMAT

__all__ = ["result_schema"]

_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_NUMBER = {"type": "integer", "minimum": 0}
_ONE_BASED = {"type": "integer", "minimum": 1}


def result_schema() -> dict[str, Any]:
    """The schema as a fresh dict, draft 2020-12."""
    closing = {"format": {"const": FORMAT}, "problems": _list("problem"), "summary": {"$ref": "#/$defs/summary"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The result of factspec check, format {FORMAT}",
        **_object({"format": {"const": FORMAT}, "findings": _list("finding"), **closing}),
        "$defs": {
            "finding": _object(_finding()),
            "place": _object(
                {"start": _NUMBER, "end": _NUMBER, "line": _ONE_BASED, "column": _ONE_BASED, "text": _TEXT},
                "Offsets are 0-based code points of the original file, lines and columns 1-based.",
            ),
            "problem": _object(_problem()),
            "summary": _object(_summary()),
            "last line": _object(closing, "The last line of jsonl."),
            "line": {"description": "A line of jsonl.", "anyOf": [{"$ref": "#/$defs/finding"}, {"$ref": "#/$defs/last line"}]},
        },
    }


def _finding() -> dict[str, Any]:
    return {
        "spec": _TEXT,
        "fact": _TEXT,
        "kind": _TEXT,
        "article": _TEXT,
        "version": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
        "verdict": {"enum": list(map(str, Verdict))},
        "qualifier": {"enum": [None, *map(str, Qualifier)]},
        "required": _FLAG,
        "expected": _TEXT,
        "found": _TEXT,
        "reason": _TEXT,
        "evidence": _list("place"),
        "derivation": {"type": "array", "items": _TEXT},
    }


def _problem() -> dict[str, Any]:
    nowhere = {"type": ["integer", "null"], "minimum": 1}
    return {
        "code": {"type": "string", "pattern": "^FS[0-9]+$"},
        "message": _TEXT,
        "help": _TEXT,
        "warning": _FLAG,
        "path": {"type": ["string", "null"]},
        "line": nowhere,
        "column": nowhere,
    }


def _summary() -> dict[str, Any]:
    counted = ["specs", "articles", "facts", "examined", "failed", *(v.replace(" ", "_") for v in Verdict)]
    counted += ["omitted_required", *(q.replace(" ", "_") for q in Qualifier), "unchecked"]
    return {"ok": _FLAG, "strict": _FLAG, **dict.fromkeys(counted, _NUMBER)}


def _object(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    """An object that has all of these keys, and perhaps others."""
    said = {"description": description} if description else {}
    return {**said, "type": "object", "required": list(properties), "properties": properties}


def _list(of: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}}
