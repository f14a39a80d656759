"""What is written in a YAML file, with its place: nodes, getters for their values, days, and the collector of faults."""

from factspec.fields.composing import parse
from factspec.fields.getters import (
    LONGEST_LIST,
    alternatives,
    boolean,
    choice,
    entries,
    fields,
    missing_keys,
    nearest,
    slip,
    text,
    texts,
    unknown_keys,
)
from factspec.fields.node import Faults, Node, Source, prefixed, shortened

__all__ = [
    "LONGEST_LIST", "Faults", "Node", "Source", "alternatives", "boolean", "choice", "entries", "fields", "missing_keys",
    "nearest", "parse", "prefixed", "shortened", "slip", "text", "texts", "unknown_keys",
]  # fmt: skip
