"""The JSON Schema of a spec, for editors: draft 2020-12, assembled from the tables that the reader goes by.

What is read: nothing. What is not said by it: what only reading can tell, such as days that do not exist, units, and forms that
two facts share; what the schema refuses, the reader refuses too.
"""

from __future__ import annotations

from typing import Any

from factspec.fields.days import DAY, MOMENT
from factspec.kinds import KINDS, Kind
from factspec.kinds.kind import TEXT, TEXTS, Schema
from factspec.spec import snippets
from factspec.spec.keys import COMMON, ID, OF, OWN, WAIVER
from factspec.spec.snippets import in_plain_words

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """The schema as a fresh dict."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factspec",
        "description": "Curated facts that articles are checked against.",
        "type": "object",
        "required": ["factspec", "event", "facts"],
        "additionalProperties": False,
        "defaultSnippets": snippets.SPEC,
        "properties": {
            "factspec": {"description": "The version of the language: 1.", "enum": [1]},
            "event": in_plain_words({"description": "What the facts are about, as a headline would say it.", **TEXT}),
            "articles": in_plain_words({"description": "The articles, as globs relative to this file.", **TEXTS}),
            "facts": _facts(),
            "waivers": _waivers(),
        },
        "$defs": {"fact": _fact()},
    }


def _facts() -> dict[str, Any]:
    return {
        "description": "The facts, each under its id.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": ID, "patternErrorMessage": snippets.ID},
        "additionalProperties": {"$ref": "#/$defs/fact"},
        "defaultSnippets": snippets.FACTS,
    }


def _fact() -> dict[str, Any]:
    """A fact: the keys of all kinds with what they mean, then for each kind what it allows."""
    common = {key: in_plain_words(part) for key, part in COMMON.items()}
    own = {key: {"description": _described(key)} for key in OWN}
    return {
        "type": "object",
        "required": ["kind", "value"],
        "additionalProperties": False,
        "defaultSnippets": snippets.KINDS_OF_FACT,
        "properties": {**common, **own, "kind": in_plain_words({**COMMON["kind"], "enum": list(KINDS)})},
        "allOf": [_of_kind(kind) for kind in KINDS.values()],
    }


def _described(key: str) -> str:
    schemas: list[Schema] = [kind.schema.get(key, OF) for kind in KINDS.values() if key in kind.keys]
    return str(schemas[0]["description"])


def _of_kind(kind: Kind[Any]) -> dict[str, Any]:
    """What holds for the facts of a kind; `if` and `then` give an editor the message of this kind alone."""
    foreign = {key: False for key in OWN if key not in kind.keys}
    own = {"also": {**COMMON["also"], **TEXTS}, **dict.fromkeys(kind.keys, OF), **kind.schema}
    said = {key: in_plain_words(part) for key, part in own.items()}
    said["value"]["errorMessage"] = snippets.WANTED[kind.name]
    then: dict[str, Any] = {"properties": {"history": _history(kind), **said, **foreign}}
    if kind.needs:
        then["anyOf"] = [{"required": [key], "properties": {key: {"minItems": 1}}} for key in kind.needs]
    return {"if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]}, "then": then}


def _history(kind: Kind[Any]) -> dict[str, Any]:
    value = {key: part for key, part in kind.schema["value"].items() if key != "description"}
    value["errorMessage"] = snippets.WANTED[kind.name]
    moments = {"pattern": MOMENT, "patternErrorMessage": snippets.MOMENT}
    return {**COMMON["history"], "propertyNames": moments, "additionalProperties": value}


def _waivers() -> dict[str, Any]:
    keys: dict[str, Any] = {key: in_plain_words({"description": said, **TEXT}) for key, said in WAIVER.items()}
    keys["until"] = {"description": WAIVER["until"], "type": "string", "pattern": DAY, "errorMessage": snippets.UNTIL}
    waiver = {"type": "object", "required": list(keys), "additionalProperties": False, "properties": keys}
    waiver["defaultSnippets"] = snippets.WAIVERS
    return {"description": "Accepted findings.", "type": "array", "items": waiver}
