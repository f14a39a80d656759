"""A client of the YAML language server, just large enough to ask it about a spec; it talks to the real one from npm.

`tests/validators/install` installs it, and FACTSPEC_VALIDATORS names another folder that has it. The tests fetch nothing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any

import independent

__all__ = ["YamlLanguageServer", "missing"]

PATIENCE = 60
SETTINGS = {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}


def _program() -> Path:
    return independent.FOLDER / "yaml-language-server" / "bin" / "yaml-language-server"


def missing() -> str:
    """Why the server cannot be asked, or "" where it can."""
    if not shutil.which("node"):
        return "the YAML language server needs node, which is not installed"
    if not _program().exists():
        return f"no {_program()}: tests/validators/install puts it there"
    return ""


class YamlLanguageServer:
    """The server with one folder, in which `schema.json` is the schema of every document."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._said: Queue[dict[str, Any]] = Queue()
        self._asked = 0
        command = ["node", str(_program()), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._process.stdin
        assert self._process.stdout
        self._to: IO[bytes] = self._process.stdin
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        snippets = {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {"contentFormat": ["markdown"]}}
        can = {"workspace": {"configuration": True}, "textDocument": snippets}
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": can, "workspaceFolders": folders})
        self._tell("initialized", {})

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._to.close()
        if self._process.stdout:
            self._process.stdout.close()

    def open(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """The URI of a spec with this text behind a first line that names the schema, and its diagnostics; that is line 0."""
        uri = (self.folder / f"{self._asked}.facts.yaml").as_uri()
        self._asked += 1
        document = {
            "uri": uri,
            "languageId": "yaml",
            "version": 1,
            "text": f"# yaml-language-server: $schema=./schema.json\n{text}",
        }
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            said = self._next()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri:
                return uri, said["params"]["diagnostics"]

    def at(self, request: str, uri: str, line: int, character: int) -> Any:
        """The answer to a request about a place, 0-based."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return self._ask(f"textDocument/{request}", place)

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            said = self._next()
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said["error"]
                return said["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """The next message that is not a question to us; those are answered."""
        while True:
            said = self._said.get(timeout=PATIENCE)
            if "id" not in said or "method" not in said:
                return said
            items = said["params"]["items"] if said["method"] == "workspace/configuration" else None
            result = items and [SETTINGS if item.get("section") == "yaml" else None for item in items]
            self._send({"id": said["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._to.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = stream.readline()
            self._said.put(json.loads(stream.read(length)))
