"""Lengths of time as a stopwatch shows them: "2:16:48", "1:41.73", and "in 68:05", in seconds.

Such figures are a time of day, a ratio or a verse more often than a length of time: they are read where fractions of a second
follow, or where the words before them say that something took so long. Not read are times of day.
"""

from __future__ import annotations

import re

from factspec.recognisers import quantities_labels as labels
from factspec.recognisers.quantities_amounts import Amount

__all__ = ["seconds", "timed"]

_TIMED = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d(?:\.\d{1,3})?)(?![\d:])(?!\.\d)")
_TOOK = re.compile(
    r"(?:\b(?:in|ran|run|running|clocked|clocking|timed\sat|time|took|taking|lasted|within|did|done|"
    r"(?:time|record|mark|best|split)\s(?:of|at|to|was|is|stands\sat))|['’]s|s['’])\s\Z",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\s?min(?:ute)?s?\b")
_LATEST = 24  # o'clock


def timed(text: str, at: int) -> Amount | int | None:
    """The length of time that begins at `at`; where to go on behind a time of day; None where no clock stands there."""
    found = _TIMED.match(text, at)
    if not found:
        return None
    exact, minutes = "." in found[3], _MINUTES.match(text, found.end())
    hours = int(found[1] or 0)
    if labels.clock(text, found.end()) or not (exact or found[1] or minutes or int(found[2]) >= _LATEST):
        return None
    if not (exact or minutes or hours >= _LATEST or _TOOK.search(text, max(0, at - 20), at)):
        return None
    value = seconds(found[0])
    return None if value is None else Amount(at, found.end(), value, value, unit="s", rule="clock")


def seconds(text: str) -> float | None:
    """The seconds of "2:16:48", "1:41.73" or "68:05"; None for anything else."""
    found = _TIMED.fullmatch(text)
    if not found or (found[1] and int(found[2]) > 59):
        return None
    if not found[1] and "." not in found[3] and int(found[2]) < _LATEST:
        return None  # "12:30" is a time of day
    return round(int(found[1] or 0) * 3600 + int(found[2]) * 60 + float(found[3]), 3)
