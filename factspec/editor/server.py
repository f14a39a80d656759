"""The language server over standard input and output.

What is known: the protocol, through pygls. What is not: what the answers say (see `answers`) and how texts are checked (see
`session`). Documents are exchanged whole: that is what the protocol's clients all do alike, and articles are short.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from functools import partial
from importlib.metadata import version

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from factspec.editor import answers
from factspec.editor.marks import Mark
from factspec.editor.session import Document, Session
from factspec.editor.wire import SELECT, as_range, diagnostic, name_of, uri_of
from factspec.loading import ENDINGS
from factspec.readers import READERS

__all__ = ["FactspecServer", "serve"]


class FactspecServer(LanguageServer):
    """A server with its session."""

    def __init__(self) -> None:
        super().__init__("factspec", version("factspec"), types.TextDocumentSyncKind.Full)
        self.session = Session(self._publish)

    def _publish(self, name: str, marks: list[Mark]) -> None:
        document = self.session.documents.get(name)
        uri = document.uri if document else uri_of(name)
        found = [diagnostic(mark, uri) for mark in marks]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))


def serve() -> None:
    """Serve one editor until it says that it is done, or is gone."""
    server = _server()
    out = sys.stdout.buffer
    try:
        with redirect_stdout(sys.stderr):  # whatever is printed by mistake must not stand between two messages
            server.start_io(sys.stdin.buffer, out)
    finally:
        server.session.close()


def _server() -> FactspecServer:
    server = FactspecServer()
    handlers: dict[str, Callable[..., object]] = {
        types.INITIALIZE: _initialize,
        types.INITIALIZED: _initialized,
        types.TEXT_DOCUMENT_DID_OPEN: _opened,
        types.TEXT_DOCUMENT_DID_CHANGE: _edited,
        types.TEXT_DOCUMENT_DID_SAVE: _saved,
        types.TEXT_DOCUMENT_DID_CLOSE: _closed,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
        types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _folders_changed,
        types.TEXT_DOCUMENT_HOVER: _hover,
        types.TEXT_DOCUMENT_DEFINITION: _definition,
        types.TEXT_DOCUMENT_REFERENCES: _references,
    }
    for name, handler in handlers.items():
        server.feature(name)(partial(handler, server))
    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, fixes)(partial(_code_action, server))
    server.command(SELECT)(partial(_select, server))
    return server


def _initialize(server: FactspecServer, params: types.InitializeParams) -> None:
    server.session.encoding = str(getattr(server.workspace.position_encoding, "value", None) or "utf-16")
    folders = _folders(server)
    if folders:
        with suppress(OSError):
            os.chdir(folders[0])  # so that paths are shown as `factspec check` shows them there
    server.session.desk.move_to(folders)


def _folders(server: FactspecServer) -> list[str]:
    named = [folder.uri for folder in server.workspace.folders.values()] or [server.workspace.root_uri or ""]
    return [path for uri in named if uri.startswith("file:") and (path := uris.to_fs_path(uri))]


def _initialized(server: FactspecServer, _: types.InitializedParams) -> None:
    can = server.client_capabilities.workspace
    if can and can.did_change_watched_files and can.did_change_watched_files.dynamic_registration:
        globs = [f"**/*{ending}" for ending in (*ENDINGS, *READERS)]
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in globs])
        wanted = types.Registration("factspec-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([wanted]))
    server.session.changed(rest=0)


def _opened(server: FactspecServer, params: types.DidOpenTextDocumentParams) -> None:
    _hold(server, params.text_document.uri, params.text_document.text)
    server.session.changed(rest=0)


def _edited(server: FactspecServer, params: types.DidChangeTextDocumentParams) -> None:
    if params.content_changes:
        _hold(server, params.text_document.uri, params.content_changes[-1].text)
        server.session.changed()


def _hold(server: FactspecServer, uri: str, text: str) -> None:
    if name := name_of(uri):
        server.session.documents[name] = Document(uri, text)


def _saved(server: FactspecServer, params: types.DidSaveTextDocumentParams) -> None:
    server.session.changed([name_of(params.text_document.uri)], rest=0)


def _closed(server: FactspecServer, params: types.DidCloseTextDocumentParams) -> None:
    server.session.documents.pop(name_of(params.text_document.uri), None)
    server.session.changed([name_of(params.text_document.uri)], rest=0)


def _files_changed(server: FactspecServer, params: types.DidChangeWatchedFilesParams) -> None:
    server.session.changed([name_of(change.uri) for change in params.changes])


def _folders_changed(server: FactspecServer, _: types.DidChangeWorkspaceFoldersParams) -> None:
    server.session.desk.move_to(_folders(server))
    server.session.changed(rest=0)


def _hover(server: FactspecServer, params: types.HoverParams) -> types.Hover | None:
    return answers.hover(server.session, params)


def _definition(server: FactspecServer, params: types.DefinitionParams) -> list[types.Location]:
    return answers.definition(server.session, params)


def _references(server: FactspecServer, params: types.ReferenceParams) -> list[types.Location]:
    return answers.references(server.session, params)


def _code_action(server: FactspecServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    return answers.code_actions(server.session, params, can_select=_can_select(server))


def _can_select(server: FactspecServer) -> bool:
    can = server.client_capabilities.window
    return bool(can and can.show_document and can.show_document.support)


def _select(server: FactspecServer, uri: str, words: str) -> None:
    """Show a document with the last occurrence of some words selected, to be written over."""
    lines = server.session.lines(name_of(uri))
    at = lines.text.rfind(words)
    if at >= 0:
        chosen = as_range(lines.stretch(at, at + len(words)))
        server.window_show_document(types.ShowDocumentParams(uri, take_focus=True, selection=chosen))
