"""What the JSON Schema offers to an editor beyond its rules: snippets of whole facts, and messages in plain words.

What is read: nothing; `schema` puts these into its parts, in the words that yaml-language-server looks for
(`defaultSnippets`, `errorMessage`, `patternErrorMessage`). What is not: anything a validator goes by, which ignores them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factspec.fields import alternatives
from factspec.kinds import KINDS

__all__ = ["FACTS", "ID", "KINDS_OF_FACT", "MOMENT", "SPEC", "UNTIL", "WAIVERS", "WANTED", "in_plain_words"]

Snippet = Mapping[str, Any]

_BODIES: Mapping[str, Mapping[str, Any]] = {
    "date": {"value": "${2:2026-02-28}", "about": ["${3:opened}"], "source": "${4:where the value comes from}"},
    "count": {"value": "${2:24}", "of": ["${3:passengers}"], "source": "${4:where the value comes from}"},
    "quantity": {"value": "${2:10 km}", "about": ["${3:distance}"], "source": "${4:where the value comes from}"},
    "name": {"value": "${2:the name in full}", "also": ["${3:a shorter form}"], "source": "${4:where the value comes from}"},
    "names": {"value": ["${2:one name}", "${3:another name}"], "source": "${4:where the value comes from}"},
    "place": {"value": "${2:Port Ellan}", "about": ["${3:landed}"], "source": "${4:where the value comes from}"},
    "role": {
        "value": {"person": "${2:Ana Lindqvist}", "role": "${3:harbour master}", "of": "${4:Port Ellan}"},
        "source": "${5:where the value comes from}",
    },
    "quote": {
        "value": "${2:the words that were said}",
        "by": ["${3:who said them}"],
        "source": "${4:where the value comes from}",
    },
}
"""Kind → the keys of a fact to begin with; `${n:…}` is where the cursor goes n-th, and what stands there until then."""


def _fact(kind: str) -> dict[str, Any]:
    return {"kind": kind, **_BODIES[kind]}


FACTS: list[Snippet] = [
    {"label": f"{name} fact", "description": kind.summary, "body": {"${1:id-of-the-fact}": _fact(name)}}
    for name, kind in KINDS.items()
]
"""Whole facts with their ids, below `facts`."""

KINDS_OF_FACT: list[Snippet] = [{"label": name, "description": kind.summary, "body": _fact(name)} for name, kind in KINDS.items()]
"""The keys of a fact, below its id."""

WAIVERS: list[Snippet] = [
    {
        "label": "waiver",
        "description": "accept one finding until a day",
        "body": {
            "fact": "${1:id-of-the-fact}",
            "article": "${2:article.txt}",
            "reason": "${3:why it is accepted}",
            "by": "${4:who accepts it}",
            "until": "${5:2026-12-31}",
        },
    }
]

SPEC: list[Snippet] = [
    {
        "label": "spec",
        "description": "a spec with one fact",
        "body": {
            "factspec": 1,
            "event": "${5:what the facts are about}",
            "articles": ["${6:../articles/*.txt}"],
            "facts": {"${1:id-of-the-fact}": _fact("date")},
        },
    }
]

WANTED: Mapping[str, str] = {
    "date": "Expected a date: 2026-02-28, 2026-02, 2026 or 2026-02-28/2026-03-01.",
    "count": "Expected a count: 24, at least 24 or 20-25; what is counted belongs in 'of'.",
    "quantity": "Expected a number with a unit: 10 km, 65 % or 13.9 billion USD; a bare number is kind: count.",
    "name": "Expected a name; several names are kind: names.",
    "names": "Expected a list of names: [Operation Tern, Grey Lantern].",
    "place": "Expected a place: Port Ellan.",
    "role": "Expected a mapping: {person: Ana Lindqvist, role: harbour master, of: Port Ellan}.",
    "quote": "Expected the words that were said.",
}
"""Kind → what to write as its value."""

ID = "The id of a fact is letters, digits, - and _."
MOMENT = "Expected a day or a day and a time: 2026-02-28 or 2026-02-28T12:00."
UNTIL = "Expected a day: 2026-12-31."


def in_plain_words(key: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a key with a message for a value of the wrong shape, where the shape can be said in a few words."""
    types = key.get("type")
    if "enum" in key:
        said = f"Expected {alternatives(tuple(map(str, key['enum'])))}."
    elif types == "boolean":
        said = "Expected true or false, without quotes."
    elif types == ["string", "number", "boolean"]:
        said = "Expected a text."
    elif types == ["string", "number", "boolean", "array"]:
        said = "Expected a text or a list of texts: [struck, hit]."
    else:
        return dict(key)
    return {**key, "errorMessage": said}
