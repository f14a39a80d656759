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
from factspec.fields import shortened

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
    """That no message has this code; the help names its neighbours."""
    near = [code for code in sorted(CODES) if code.startswith(written.upper()[:4])]
    help_ = f"there are {', '.join(near)}" if near and len(written) > 3 else "`factspec rule` lists all"
    return Problem("FS310", f"there is no code {shortened(written)!r}", help=help_)


@cache
def _pages() -> dict[str, str]:
    package = files("factspec")
    packed = package / "messages.md"
    source = packed if packed.is_file() else package.joinpath("..", "docs", "messages.md")
    return dict(_SECTION.findall(source.read_text(encoding="utf-8")))
