"""A waiver added to a spec.

What is read: the spec's text. What is not: articles; whether there is a finding to accept is for the caller to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from factspec.editing.document import Document
from factspec.editing.entries import added_in_brackets, added_in_lines
from factspec.editing.splicing import Splice
from factspec.editing.writing import scalar
from factspec.fields.layout import Piece

__all__ = ["append_waiver"]


def append_waiver(path: str, text: str, *, fact: str, article: str, reason: str, by: str, until: date) -> str:
    """The spec with one more waiver, in the manner of the last one there is; the key `waivers` is made where it is missing.

    Raises FactspecError: FS401, FS403, FS404 (no such fact, a second waiver for one fact and article, an empty reason).
    """
    document = Document(path, text)
    texts = {"fact": fact, "article": article, "reason": reason, "by": by}
    waiver = {key: " ".join(value.split()) for key, value in texts.items()} | {"until": until.isoformat()}
    waivers, said = document.root.get("waivers"), document.sense.get("waivers")
    if waivers and (waivers.keys or (waivers.scalar and said != ("plain", waivers.text))):
        document.refuse("FS403", "'waivers' holds no list", waivers.start, "begin each waiver with '- '")
    wanted = {**document.sense, "waivers": [*(said if isinstance(said, list) else []), waiver]}
    return document.verified(_splices(document, waivers, waiver), wanted)


def _splices(document: Document, waivers: Piece | None, waiver: Mapping[str, str]) -> Iterator[Splice]:
    root = document.root
    if waivers and waivers.style == "-":
        last = waivers.entries[-1]
        gap = document.column(last.start) - document.column(waivers.start)
        lines = _in_lines(waiver, document.column(waivers.start), gap if gap > 0 else 2)
        if last.flow:
            lines = [f"{' ' * document.column(waivers.start)}- {_in_brackets(waiver)}"]
        yield added_in_lines(document, last, lines)
    elif waivers and waivers.flow and waivers.entries:
        yield from added_in_brackets(document, waivers, _in_brackets(waiver))
    elif root.flow and waivers:
        inner = f"[{_in_brackets(waiver)}]"
        yield Splice(waivers.start, waivers.end, inner if waivers.text or waivers.flow else f" {inner}")
    elif root.flow:
        yield from added_in_brackets(document, root, f"waivers: [{_in_brackets(waiver)}]")
    elif waivers:
        start = len(document.text[: waivers.start].rstrip(" ")) if waivers.text or waivers.flow else waivers.start
        yield Splice(start, waivers.end, "")
        yield document.below(waivers.end, _in_lines(waiver, document.column(root.start) + 2, 2))
    else:
        column = document.column(root.start)
        offset = document.past_comments(document.tail(root), 0)
        blank = [""] if "\n\n" in document.text or "\n\r\n" in document.text else []
        yield document.below(offset, [*blank, " " * column + "waivers:", *_in_lines(waiver, column + 2, 2)])


def _in_lines(waiver: Mapping[str, str], column: int, gap: int) -> list[str]:
    """The waiver as an entry on lines of its own, its dash in `column` and its keys `gap` behind that."""
    keys = [f"{key}: {scalar(value)}" for key, value in waiver.items()]
    return [f"{' ' * column}-{' ' * (gap - 1)}{keys[0]}", *(" " * (column + gap) + key for key in keys[1:])]


def _in_brackets(waiver: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in waiver.items()) + "}"
