"""The arguments of the commands that go on until they are ended: `watch` and `lsp`."""

from __future__ import annotations

import argparse
from datetime import date

__all__ = ["LSP", "WATCH", "lsp_arguments", "watch_arguments"]

WATCH = "Needs the extra:\npip install 'factspec[watch]'. Exit status 130 after Ctrl-C, 2 if it could not run."
LSP = "It speaks\nthe Language Server Protocol on standard input and output. Needs the extra:\npip install 'factspec[lsp]'."


def watch_arguments(command: argparse.ArgumentParser) -> None:
    add, formats = command.add_argument, ("full", "concise")
    add("spec", nargs="+", metavar="SPEC", help="a spec, or a folder: every *.facts.yaml and *.facts.yml below it")
    add("--output-format", choices=formats, default="full", metavar="FORMAT", help=f"{', '.join(formats)} (default: full)")
    add("--quiet", "-q", action="store_true", help="no warnings, no notes")
    add("--strict", action="store_true", help="an article that is vague about a fact fails")
    add("--today", type=date.fromisoformat, metavar="DATE", help="judge waivers as of this day (2026-12-31), not of today")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto, on a terminal only)")


def lsp_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stdio", action="store_true", help="as editors ask for it; there is no other way")
