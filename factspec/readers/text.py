"""Plain text: every word is read, and nothing else is known of it than its first lines say (see `dateline`)."""

from __future__ import annotations

from factspec.article import Article
from factspec.readers.decoding import decode
from factspec.readers.extract import Extract
from factspec.readers.tracing import Traced

__all__ = ["read_text"]


def read_text(path: str, data: bytes) -> Article:
    """The article in a plain text file's bytes."""
    decoded = decode(path, data)
    return Extract(path, decoded.text, Traced(decoded.text), problems=decoded.problems).article()
