"""What the terminal and its environment ask of us: colour or none, and how wide."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from typing import TextIO

from factspec.report.look import Look

__all__ = ["coloured", "look"]


def coloured(choice: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to use colour: by `--color`, else by NO_COLOR, FORCE_COLOR and TERM in this order, else on a terminal only."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return terminal and environment.get("TERM") != "dumb"


def look(choice: str, stream: TextIO, *, warnings: bool = True) -> Look:
    """How to show text on a stream. Where it is no terminal, the width is COLUMNS or 100, so that logs are wide enough."""
    width = shutil.get_terminal_size((100, 24)).columns
    return Look(max(width, 40), coloured(choice, os.environ, terminal=stream.isatty()), warnings)
