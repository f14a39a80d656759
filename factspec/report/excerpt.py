"""A line of an article with the evidence in it underlined, cut down to the width of the screen around the evidence."""

from __future__ import annotations

from itertools import accumulate

from factspec.report.look import cells, visible

__all__ = ["excerpt"]

CUT = "…"


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line and, below it, carets under line[start:end], both at most `width` cells wide.

    Offsets are 0-based code points of the line; evidence that runs beyond it is underlined to its end. Where the line is
    too long, what is left out on either side is marked "…"; evidence too long for the width loses its own end.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    room = max(width - 2 * len(CUT), 8)
    end = start + _taken(line[start:end], room)
    spare = room - _cells(line[start:end])
    before = _taken(line[max(0, start - width) : start][::-1], max(spare // 2, spare - _cells(line[end : end + width])))
    after = _taken(line[end : end + width], spare - _cells(line[start - before : start]))
    head, tail = (
        _from_word(line[start - before : start], before < start),
        _to_word(line[end : end + after], end + after < len(line)),
    )
    head = (CUT if start > len(head) else "") + visible(head)
    marked = visible(line[start:end])
    tail = visible(tail) + (CUT if end + len(tail) < len(line) else "")
    return (head + marked + tail).rstrip(), " " * cells(head) + "^" * max(cells(marked), 1)


def _from_word(text: str, cut: bool) -> str:
    """The text; where it was `cut` before its beginning, from its first whole word on."""
    return text[text.find(" ") + 1 :] if cut else text


def _to_word(text: str, cut: bool) -> str:
    """The text; where it was `cut` after its end, up to its last whole word."""
    return text[: text.rfind(" ")] if cut and " " in text else text


def _cells(text: str) -> int:
    return cells(visible(text))


def _taken(text: str, room: int) -> int:
    """How many leading characters of the text fit into `room` cells, one after the other."""
    widths = accumulate(_cells(character) for character in text)
    return next((count for count, width in enumerate(widths) if width > room), len(text))
