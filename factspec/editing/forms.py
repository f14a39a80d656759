"""One more word in a list of a fact or of the spec: another right form, an anchor, a wrong form, a glob.

What is read: the spec's text. What is not: what the word does to the verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.editing.document import Document, Sense
from factspec.editing.entries import added_in_brackets, added_in_lines
from factspec.editing.splicing import Splice
from factspec.editing.writing import scalar
from factspec.fields.layout import Piece

__all__ = ["add_form"]

ORDER = ("kind", "value", "about", "of", "also", "not")
"""The keys of a fact in the order in which they are written; another key comes behind those of these that are there."""


def add_form(path: str, text: str, fact_id: str | None, key: str, form: str) -> str:
    """The spec with `form` at the end of the list `key` of a fact, or of the spec itself (None): `also`, `about`, `articles`, ….

    A text becomes a list of two, a missing key is made. Raises FactspecError: FS401, FS402 (no such fact, or the form is there
    already), FS403 (the key holds a mapping), FS404.
    """
    document = Document(path, text)
    form = " ".join(form.split())
    holder, said = (document.root, document.sense) if fact_id is None else _fact(document, fact_id)
    old = said.get(key)
    piece = holder.get(key)
    if piece and piece.keys:
        document.refuse("FS403", f"{key!r} holds a mapping", piece.start, "add the form under the name that it belongs to")
    forms: list[Sense] = old if isinstance(old, list) else [old] if isinstance(old, str) else []
    if form in forms:
        document.refuse("FS402", f"{form!r} is there already, under {key!r}", piece.start if piece else holder.start)
    changed = {**said, key: [*forms, form]}
    if fact_id is not None:
        changed = {**document.sense, "facts": {**document.sense["facts"], fact_id: changed}}
    return document.verified(_splices(document, holder, key, form), changed)


def _fact(document: Document, fact_id: str) -> tuple[Piece, dict[str, Sense]]:
    """The piece of a fact and what it says."""
    facts = document.root.get("facts")
    fact = facts.get(fact_id) if facts else None
    if not fact or not fact.keys:
        document.refuse("FS402", f"no fact {fact_id!r} to edit", facts.start if facts else 0)
    return fact, document.sense["facts"][fact_id]


def _splices(document: Document, holder: Piece, key: str, form: str) -> Iterator[Splice]:
    piece = holder.get(key)
    if piece is None:
        yield _new_key(document, holder, key, form)
    elif piece.style == "-":
        lines = [f"{' ' * document.column(piece.start)}- {scalar(form)}"]
        yield added_in_lines(document, piece.entries[-1], lines)
    elif piece.flow:
        yield from added_in_brackets(document, piece, scalar(form, _style(piece), flow=True))
    elif piece.text or piece.style:
        if piece.style in {"|", ">"}:
            document.refuse("FS403", f"{key!r} is a text of several lines", piece.start, "write it as a list by hand")
        first = document.text[piece.start : piece.end]
        if not piece.style:
            first = scalar(piece.text, flow=True) if piece.text not in {"~", "null", "Null", "NULL"} else ""
        inner = ", ".join(filter(None, (first, scalar(form, piece.style, flow=True))))
        yield Splice(piece.start, piece.end, f"[{inner}]")
    else:
        yield Splice(piece.start, piece.end, f" [{scalar(form, flow=True)}]")


def _style(piece: Piece) -> str:
    """The quotation marks of the entries where all have the same; else none."""
    styles = {entry.style for entry in piece.entries}
    return styles.pop() if len(styles) == 1 and styles <= {"'", '"'} else ""


def _new_key(document: Document, holder: Piece, key: str, form: str) -> Splice:
    before = ORDER[: ORDER.index(key)] if key in ORDER else ORDER
    known = [value for name, value in holder.pairs() if name.text in before]
    after = known[-1] if known else holder.entries[-1]
    entry = f"{key}: [{scalar(form, flow=True)}]"
    if holder.flow:
        return Splice(after.end, after.end, f", {entry}")
    return added_in_lines(document, after, [" " * document.column(holder.keys[0].start) + entry])
