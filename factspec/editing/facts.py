"""Facts added at the end of a spec.

What is read: the spec's text, and the facts as lines of YAML. What is not: whether they agree with the facts that are there,
unless the spec could then no longer be used.
"""

from __future__ import annotations

from collections.abc import Iterator

from factspec.editing.document import Document, Sense, sense
from factspec.editing.entries import added_in_brackets
from factspec.editing.splicing import Splice
from factspec.editing.writing import in_brackets, indented, scalar
from factspec.errors import FactspecError, Problem, SpecError
from factspec.fields import Node, fields, parse
from factspec.fields.layout import Piece

__all__ = ["append_facts"]


def append_facts(path: str, text: str, block: str) -> str:
    """The spec with a block of facts at the end of `facts`, a key that is made where it is missing; no other line changes.

    `block` holds facts as lines of YAML indented by two blanks, comments included; it is indented as the facts that are there
    are, and gets the line ends of the spec. Facts in brackets take it in brackets, if it has no comments. Raises FactspecError:
    FS401, FS402 (an id that the spec has already), FS403, FS404.
    """
    document = Document(path, text)
    lines = list(indented(block.rstrip().splitlines(), 2, 0))
    node = _facts(path, "\n".join(lines))
    facts = document.root.get("facts")
    said = document.sense.get("facts")
    if facts and facts.scalar and said != ("plain", facts.text):
        document.refuse("FS403", "'facts' holds a text, not facts", facts.start)
    old: dict[str, Sense] = said if isinstance(said, dict) else {}
    for key in fields(node):
        if key in old:
            document.refuse("FS402", f"the spec has a fact {key!r} already", facts.start if facts else 0, "choose another id")
    wanted = {**document.sense, "facts": {**old, **sense(node)}}
    return document.verified(_splices(document, facts, lines, node), wanted)


def _facts(path: str, written: str) -> Node:
    """The facts of a block. Raises FactspecError (FS403) where it has none."""
    try:
        node, problems = parse(path, written + "\n")
    except SpecError as error:
        problems = list(error.problems)
    faults = [problem.message for problem in problems if not problem.warning]
    if faults or not isinstance(node.content, dict):
        found = faults[0] if faults else "expected lines of 'id:' and its keys"
        raise FactspecError(Problem("FS403", f"the facts to add to {path} cannot be read: {found}"))
    return node


def _splices(document: Document, facts: Piece | None, lines: list[str], node: Node) -> Iterator[Splice]:
    root = document.root
    if facts and facts.style == ":":
        yield document.below(document.past_comments(document.tail(facts), 1), indented(lines, 0, document.column(facts.start)))
    elif root.flow or (facts and facts.flow and facts.entries):
        _refuse_comments(document, lines)
        inner = in_brackets(node)
        if facts and facts.flow and facts.entries:
            yield from added_in_brackets(document, facts, inner[1:-1])
        elif facts:
            yield Splice(facts.start, facts.end, f" {inner}" if facts.start == facts.end else inner)
        else:
            yield from added_in_brackets(document, root, f"{scalar('facts', flow=True, key=True)}: {inner}")
    elif facts:
        start = len(document.text[: facts.start].rstrip(" ")) if facts.text or facts.flow else facts.start
        yield Splice(start, facts.end, "")
        yield document.below(facts.end, indented(lines, 0, 2))
    else:
        column = document.column(root.start)
        offset = document.past_comments(document.tail(root), 0)
        yield document.below(offset, [" " * column + "facts:", *indented(lines, 0, column + 2)])


def _refuse_comments(document: Document, lines: list[str]) -> None:
    """Facts in brackets stand on one line, which has no room for the comments of others."""
    if any(line.lstrip().startswith("#") or " #" in line for line in lines):
        help_ = "write each fact of the spec on lines of its own"
        document.refuse("FS403", "facts in { } cannot take facts with comments", document.root.start, help_)
