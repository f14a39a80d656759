"""How text is laid out on a screen: its width, its colours, and what of it must not be shown as it is.

What is known: display cells and control characters. What is not: the terminal and the environment (a face hands in a `Look`),
findings, and files.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from factspec.errors import Problem
from factspec.model import Verdict

__all__ = ["PLAIN", "STYLES", "Look", "cells", "characters", "notice", "tail", "visible"]

STYLES = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.OMITTED: "bold magenta",
    Verdict.VAGUE: "bold yellow",
    Verdict.SUPPORTED: "bold green",
}

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # Unicode categories that move the cursor, turn the text or show nothing
JOINERS = frozenset("\u200c\u200d")  # belong to Indic, Arabic and Persian spelling and to emoji; they turn nothing


@dataclass(frozen=True, slots=True)
class Look:
    """What a report may count on: `width` in display cells, colours or none, and whether warnings are wanted beside failures."""

    width: int = 100
    colour: bool = False
    warnings: bool = True

    def paint(self, text: str, style: str) -> str:
        """The text in a style of rich ("bold red"), or as it is where there is no colour."""
        if not self.colour or not text:
            return text
        from rich.color import ColorSystem  # noqa: PLC0415 a run without colour need not load it
        from rich.style import Style  # noqa: PLC0415

        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


PLAIN = Look()


_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")
"""What begins a command in the log of a CI server: `::error`, `##[group]`, `##vso[task.…]`, `##teamcity[…]`."""


def visible(text: str) -> str:
    r"""The text on one line, with nothing in it that a terminal obeys: ESC is shown as `\x1b`, a direction mark as `\u202e`.

    Nor does a CI server obey it that reads what is printed: `::error` is shown as `\x3a:error`, `##[group]` as `\x23#[group]`.
    """
    if text.isprintable() and "##" not in text and not text.lstrip().startswith("::"):
        return text
    return "".join(characters(text))


def characters(text: str) -> list[str]:
    """What `visible` shows of each character."""
    shown = list(map(_visible, text))
    for command in _COMMAND.finditer(text):
        at = command.end() - 1
        shown[at] = f"\\x{ord(text[at]):02x}"
    return shown


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    if unicodedata.category(character) not in UNSEEN or character in JOINERS:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide letter, none for a combining mark."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 most texts do not need it

    return cell_len(text)


def tail(text: str, room: int) -> str:
    """The text, or as much of its end as fits into `room` cells behind a "…"."""
    if cells(text) <= room:
        return text
    start = len(text)
    while start and cells(text[start - 1 :]) < room:
        start -= 1
    return "…" + text[start:]


def notice(problem: Problem) -> str:
    """A problem as one line for a person, with its code at the end to be looked up in docs/messages.md."""
    return f"{visible(str(problem))} [{problem.code}]"
