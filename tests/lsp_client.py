"""An editor in a test: pygls' own client of the protocol, which talks over stdio to the server that `factspec lsp` starts."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

__all__ = ["Editor", "editor"]

PATIENCE = 60


class Editor:
    """An editor with one folder open. Paths are relative to the folder; places are pairs of line and character, from 0."""

    def __init__(self, client: LanguageClient, folder: Path, said: dict[str, list[types.Diagnostic]]) -> None:
        self.client, self.folder, self._said = client, folder, said
        self.shown: list[types.ShowDocumentParams] = []
        self._version = 0

    def uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def open(self, path: str, text: str | None = None) -> None:
        kind = "yaml" if path.endswith(("yaml", "yml")) else "plaintext"
        document = types.TextDocumentItem(self.uri(path), kind, 0, self.text(path) if text is None else text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def edit(self, path: str, text: str) -> None:
        """The text of an open document becomes another one, which is not saved."""
        self._version += 1
        document = types.VersionedTextDocumentIdentifier(self._version, self.uri(path))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, encoding="utf-8")
        self.edit(path, text)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(path))))

    def close(self, path: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.uri(path))))

    async def marks(self, path: str, wanted: Callable[[list[types.Diagnostic]], bool] = bool) -> list[types.Diagnostic]:
        """The marks of a document as soon as they are as wanted: by default, as soon as there are any."""
        for _ in range(PATIENCE * 100):
            if path_said := [found for uri, found in self._said.items() if uri == self.uri(path)]:
                if wanted(path_said[0]):
                    return path_said[0]
            await asyncio.sleep(0.01)
        raise AssertionError(self._said)

    async def codes(self, path: str, wanted: Sequence[str]) -> list[types.Diagnostic]:
        """The marks as soon as they have these codes, in the order of their places."""
        return await self.marks(path, lambda found: [mark.code for mark in found] == list(wanted))

    async def hover(self, path: str, at: tuple[int, int]) -> str:
        params = types.HoverParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(*at))
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    async def definition(self, path: str, at: tuple[int, int]) -> list[tuple[str, int, int]]:
        """Where the way leads: path, line and character."""
        params = types.DefinitionParams(types.TextDocumentIdentifier(self.uri(path)), types.Position(*at))
        return self._places(await self.client.text_document_definition_async(params))

    async def references(self, path: str, at: tuple[int, int]) -> list[tuple[str, int, int]]:
        context = types.ReferenceContext(include_declaration=True)
        params = types.ReferenceParams(context, types.TextDocumentIdentifier(self.uri(path)), types.Position(*at))
        return self._places(await self.client.text_document_references_async(params))

    def _places(self, found: object) -> list[tuple[str, int, int]]:
        places = [one for one in found if isinstance(one, types.Location)] if isinstance(found, Sequence) else []
        names = {self.uri(path.relative_to(self.folder).as_posix()): path for path in self.folder.rglob("*")}
        return [(names[p.uri].relative_to(self.folder).as_posix(), p.range.start.line, p.range.start.character) for p in places]

    async def fixes(self, path: str, range_: types.Range) -> dict[str, types.CodeAction]:
        """The quick fixes for a range, by their titles."""
        context = types.CodeActionContext(diagnostics=[])
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(path)), range_, context)
        found = await self.client.text_document_code_action_async(params) or []
        return {one.title: one for one in found if isinstance(one, types.CodeAction)}

    def applied(self, fix: types.CodeAction, path: str, text: str) -> str:
        """The text of a document after a fix; it touches no other document."""
        assert fix.edit
        ((uri, edits),) = (fix.edit.changes or {}).items()
        (edit,) = edits
        assert uri == self.uri(path)
        assert isinstance(edit, types.TextEdit)
        lines = text.splitlines(keepends=True)

        def offset(at: types.Position) -> int:
            before = "".join(lines[: at.line])
            rest = "".join(lines[at.line :]).encode("utf-16-le")
            return len(before) + len(rest[: 2 * at.character].decode("utf-16-le"))

        return text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]


@asynccontextmanager
async def editor(folder: Path, *, shows: bool = False) -> AsyncIterator[Editor]:
    """An editor that has opened a folder, and takes leave of the server at the end; with `shows` it can be told to show a place.

    The library takes a fix that has a command for a bare command; that it is one is all that can be seen then.
    """
    client = LanguageClient("a test", "1")
    said: dict[str, list[types.Diagnostic]] = {}
    self = Editor(client, folder, said)

    def published(params: types.PublishDiagnosticsParams) -> None:
        said[params.uri] = list(params.diagnostics)

    def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        self.shown.append(params)
        return types.ShowDocumentResult(success=True)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
    client.feature(types.WINDOW_SHOW_DOCUMENT)(show)
    await client.start_io(sys.executable, "-m", "factspec", "lsp", "--stdio")
    window = types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=shows))
    folders = [types.WorkspaceFolder(folder.as_uri(), folder.name)]
    asked = types.InitializeParams(types.ClientCapabilities(window=window), os.getpid(), workspace_folders=folders)
    await asyncio.wait_for(client.initialize_async(asked), PATIENCE)
    client.initialized(types.InitializedParams())
    try:
        yield self
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
    finally:
        client.exit(None)
        await asyncio.wait_for(client.stop(), PATIENCE)  # type: ignore[no-untyped-call] # the library's own
