"""The keys of a spec that every kind of fact shares: what they mean, what they may hold, and what people write instead.

What is read: nothing; these are the tables that the reader and the JSON Schema both go by. What is not: the keys of one kind,
which stand in its own file.
"""

from __future__ import annotations

from collections.abc import Mapping

from factspec.kinds import KINDS
from factspec.kinds.kind import TEXT, TEXTS, Schema
from factspec.model import Verdict

__all__ = ["COMMON", "EXAMPLES", "HINTS", "ID", "OF", "OWN", "SEVERITIES", "TAG", "WAIVER", "keys_of"]

ID = r"^[A-Za-z0-9_][A-Za-z0-9_-]*$"
TAG = r"^[A-Za-z_][A-Za-z0-9_-]*$"
SEVERITIES = ("low", "normal", "high", "critical")
EXAMPLES = {
    "supports": Verdict.SUPPORTED,
    "contradicts": Verdict.CONTRADICTED,
    "omits": Verdict.OMITTED,
    "vague": Verdict.VAGUE,
}
_SENTENCES = "Sentences that must get this verdict; they are run as tests of the spec."

COMMON: Mapping[str, Schema] = {
    "kind": {
        "description": "What kind of fact it is: " + "; ".join(f"{kind.name}: {kind.summary}" for kind in KINDS.values()) + "."
    },
    "value": {"description": "The curated value."},
    "about": {"description": "Words near which an article speaks of this fact: [struck, hit, quake].", **TEXTS},
    "also": {"description": "Other right forms."},
    "not": {"description": "Forms known to be wrong.", **TEXTS},
    "required": {"description": "Whether an article must state the fact (true); it may never contradict it.", "type": "boolean"},
    "severity": {"description": "How bad a wrong article is; free for reports to sort by.", "enum": list(SEVERITIES)},
    "statement": {"description": "The fact in one plain sentence, shown to editors.", **TEXT},
    "source": {"description": "Where the curated value comes from, and when it was seen.", **TEXT},
    "note": {"description": "Anything that a later reader of the spec should know.", **TEXT},
    "tags": {
        "description": "Marks for pytest -m: letters, digits, _ and -.",
        "type": ["string", "boolean", "array"],
        "pattern": TAG,
        "items": {"type": ["string", "boolean"], "pattern": TAG},
        "maxItems": 1000,
    },
    "history": {"description": "What was right before: moment → value. An article of that time agrees.", "type": "object"},
    "when": {"description": "Only articles that mention one of these are asked for the fact.", **TEXTS},
    "examples": {
        "description": "Sentences as tests of this fact, by the verdict they must get.",
        "type": "object",
        "properties": {key: {"description": _SENTENCES, **TEXTS} for key in EXAMPLES},
        "additionalProperties": False,
    },
    "checked": {"description": "Whether articles are checked against the fact (true).", "type": "boolean"},
}

OF: Schema = {"description": "What is counted or measured: [killed, dead, deaths].", **TEXTS}

OWN: Mapping[str, tuple[str, ...]] = {
    key: tuple(kind.name for kind in KINDS.values() if key in kind.keys)
    for key in dict.fromkeys(key for kind in KINDS.values() for key in kind.keys)
}
"""Key → the kinds that it belongs to."""

WAIVER: Mapping[str, str] = {
    "fact": "the id of the fact",
    "article": "the article, or a glob: wire-0702.txt",
    "reason": "why the finding is accepted",
    "by": "who accepted it",
    "until": "the last day on which it is accepted: 2026-12-31",
}
"""The keys of a waiver, all of which it needs."""

HINTS: Mapping[str, str] = {
    "alias": "did you mean 'also'?",
    "aliases": "did you mean 'also'?",
    "aka": "did you mean 'also'?",
    "wrong": "did you mean 'not'?",
    "optional": "write required: false",
    "type": "did you mean 'kind'?",
    "id": "the key of the fact is its id",
    "unit": "write the unit behind the number: 10 km",
    "tolerance": "write value: {value: 60, tolerance: 5%}",
    "person": "write value: {person: …, role: …}",
    "role": "write value: {person: …, role: …}",
    "description": "did you mean 'statement'?",
    "url": "did you mean 'source'?",
    "sources": "did you mean 'source'?",
    "comment": "did you mean 'note'?",
    "keywords": "did you mean 'about'?",
    "anchors": "did you mean 'about'?",
    "speaker": "did you mean 'by'?",
    **{key: f"a key of kind: {' and '.join(kinds)}" for key, kinds in OWN.items()},
}
"""What people write → what to write instead, for keys too far from the right one to be a slip of the hand."""


def keys_of(kind: str) -> list[str]:
    """The keys that a fact of a kind may have; of any kind where it is not known."""
    return [*COMMON, *(KINDS[kind].keys if kind in KINDS else OWN)]
