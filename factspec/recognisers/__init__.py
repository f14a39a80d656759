"""What finds mentions in a text, by the kind of mention. A recogniser says what stands there, never whether it is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from factspec.model import Mention
from factspec.recognisers.dates import find_dates
from factspec.recognisers.names import find_names
from factspec.recognisers.quantities import find_quantities
from factspec.recognisers.quotations import find_quotations

__all__ = ["RECOGNISERS", "Recogniser"]

Recogniser = Callable[[str, "date | None", int, "int | None"], Sequence[Mention]]
"""(text, day of publication, start, end) → the mentions of text[start:end], in text order, none overlapping another."""

RECOGNISERS: Mapping[str, Recogniser] = {
    "date": find_dates,
    "quantity": lambda text, _, start, end: find_quantities(text, start, end),
    "name": lambda text, _, start, end: find_names(text, start, end),
    "quotation": lambda text, _, start, end: find_quotations(text, start, end),
}
