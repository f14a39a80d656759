"""The table of what `python -m benchmarks` measures, in the order of its output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from benchmarks import comparing, dates, drafting, names, numerals, quantities, text
from benchmarks.events import scoring
from benchmarks.tables import Table

__all__ = ["MEASURES", "Measure"]

Measure = Callable[[bool], Iterator[Table]]
"""Whether other libraries take part → tables."""

MEASURES: Mapping[str, Measure] = {
    "events": scoring.measure,
    "comparing": comparing.measure,
    "dates": dates.measure,
    "quantities": quantities.measure,
    "numerals": numerals.measure,
    "names": names.measure,
    "text": text.measure,
    "drafting": drafting.measure,
}
