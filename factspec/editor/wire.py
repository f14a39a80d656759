"""What goes to and comes from an editor: ranges, diagnostics, edits, in the classes of the protocol.

What is read: stretches, marks and fixes. What is not: where they come from.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types
from pygls import uris

from factspec.editor.fixing import Fix
from factspec.editor.lines import Lines, Spot, Stretch
from factspec.editor.marks import Mark
from factspec.run.again import real

__all__ = ["SELECT", "action", "as_range", "diagnostic", "name_of", "overlaps", "uri_of"]

SELECT = "factspec.select"


def name_of(uri: str) -> str:
    """The `real` path of a document; "" for one that is no file."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return real(path) if path else ""


def uri_of(name: str) -> str:
    return uris.from_fs_path(name) or ""


def as_range(stretch: Stretch) -> types.Range:
    return types.Range(types.Position(*stretch.start), types.Position(*stretch.end))


def overlaps(stretch: Stretch, range_: types.Range) -> bool:
    """Whether a stretch and a range, either of which may be empty, touch."""
    start, end = Spot(range_.start.line, range_.start.character), Spot(range_.end.line, range_.end.character)
    return stretch.start <= end and start <= stretch.end


def diagnostic(mark: Mark, uri: str) -> types.Diagnostic:
    """A mark in the document `uri`."""
    related = [types.DiagnosticRelatedInformation(types.Location(uri, as_range(stretch)), "here too") for stretch in mark.others]
    return types.Diagnostic(
        range=as_range(mark.stretch),
        message=mark.message,
        severity=types.DiagnosticSeverity.Warning if mark.warning else types.DiagnosticSeverity.Error,
        code=mark.code,
        source="factspec",
        related_information=related or None,
    )


def action(fix: Fix, uri: str, before: Lines, diagnostics: Sequence[types.Diagnostic], *, can_select: bool) -> types.CodeAction:
    """A fix of the spec at `uri`, whose text is `before`, as the smallest edit that makes it."""
    command = types.Command("Write the reason", SELECT, arguments=[uri, fix.select]) if fix.select and can_select else None
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=list(diagnostics) or None,
        edit=types.WorkspaceEdit(changes={uri: [_smallest(before, fix.text)]}),
        command=command,
    )


def _smallest(before: Lines, after: str) -> types.TextEdit:
    old, start = before.text, 0
    shorter = min(len(old), len(after))
    while start < shorter and old[start] == after[start]:
        start += 1
    behind = 0
    while behind < shorter - start and old[-1 - behind] == after[-1 - behind]:
        behind += 1
    stretch = before.stretch(start, len(old) - behind)
    return types.TextEdit(as_range(stretch), after[start : len(after) - behind])
