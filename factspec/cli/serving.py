"""`factspec lsp`: serve an editor over standard input and output, in the Language Server Protocol."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib.util import find_spec

from factspec.errors import MissingExtraError, Problem, UsageError

__all__ = ["lsp"]


def lsp(asked: Namespace) -> int:
    """Serve until the editor is done. Raises MissingExtraError without pygls, UsageError (FS602) in a terminal."""
    if find_spec("pygls") is None:
        raise MissingExtraError("factspec lsp", "lsp")
    if sys.stdin.isatty():
        help_ = "name this command in the editor's settings: see docs/editors.md"
        raise UsageError(Problem("FS602", "factspec lsp talks to an editor, not to a terminal", help=help_))
    from factspec.editor.server import serve

    serve()
    return 0
