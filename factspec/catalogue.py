"""The page of a message: what its code means and what to do, as docs/messages.md has it.

What is read: that page, which is part of the installed package; in a checkout, the one below `docs/`. What is not: anything that
was found in a spec.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from factspec.codes import CODES
from factspec.errors import Problem, UsageError
from factspec.fields import nearest

__all__ = ["page", "unknown_code"]

_SECTION = re.compile(r"^### (FS[0-9]{3})\n+(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)


def page(code: str) -> str:
    """The page of a code, in Markdown, from its heading on; upper case or lower. Raises UsageError (FS310) for no code."""
    wanted = code.strip().upper()
    if wanted not in CODES:
        raise UsageError(unknown_code(code))
    title = f"*{CODES[wanted]}.*"
    return f"# {wanted}: {CODES[wanted]}\n\n{_pages()[wanted].removeprefix(title).strip()}\n"


def unknown_code(written: str) -> Problem:
    """That no message has this code."""
    return Problem("FS310", f"there is no code {written!r}", help=nearest(written, CODES) or "codes are FS001, FS002, …")


@cache
def _pages() -> dict[str, str]:
    package = files("factspec")
    packed = package / "messages.md"
    source = packed if packed.is_file() else package.joinpath("..", "docs", "messages.md")
    return dict(_SECTION.findall(source.read_text(encoding="utf-8")))
