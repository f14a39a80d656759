"""A line of an article with the evidence in it underlined, cut down to the width of the screen around the evidence."""

from __future__ import annotations

from itertools import accumulate

from factspec.report.look import cells, characters

__all__ = ["excerpt"]

CUT = "…"
WINDOW = 4  # times the width: so much of evidence is looked at, because some code points take no cell


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line and, below it, carets under line[start:end], both at most `width` cells wide.

    Offsets are 0-based code points of the line; evidence that runs beyond it is underlined to its end. Where the line is
    too long, what is left out on either side is marked "…"; evidence too long for the width loses its own end.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line), start + WINDOW * width))
    first = max(0, start - width)
    shown = characters(line[first : end + width])
    leading, marked, trailing = shown[: start - first], shown[start - first : end - first], shown[end - first :]
    room = max(width - 2 * len(CUT), 8)
    taken = _taken(marked, room)
    trailing = marked[taken:] + trailing
    marked, end = marked[:taken], start + taken
    spare = room - _cells(marked)
    before = _taken(leading[::-1], max(spare // 2, spare - _cells(trailing[:width])))
    after = _taken(trailing[:width], spare - _cells(leading[len(leading) - before :]))
    head = _from_word(line[start - before : start], before < start)
    tail = _to_word(line[end : end + after], end + after < len(line))
    opening = (CUT if start > len(head) else "") + "".join(leading[len(leading) - len(head) :])
    closing = "".join(trailing[: len(tail)]) + (CUT if end + len(tail) < len(line) else "")
    underlined = "^" * max(_cells(marked), 1)
    return f"{opening}{''.join(marked)}{closing}".rstrip(), " " * cells(opening) + underlined


def _from_word(text: str, cut: bool) -> str:
    """The text; where it was `cut` before its beginning, from its first whole word on."""
    return text[text.find(" ") + 1 :] if cut else text


def _to_word(text: str, cut: bool) -> str:
    """The text; where it was `cut` after its end, up to its last whole word."""
    return text[: text.rfind(" ")] if cut and " " in text else text


def _cells(shown: list[str]) -> int:
    return sum(map(cells, shown))


def _taken(shown: list[str], room: int) -> int:
    """How many of the first characters, as they are shown, fit into `room` cells, one after the other."""
    widths = accumulate(map(cells, shown))
    return next((count for count, width in enumerate(widths) if width > room), len(shown))
