"""The table of kinds. A kind is one file, one row here, its corpus and its page."""

from collections.abc import Mapping
from typing import Any

from factspec.kinds.count import KIND as COUNT
from factspec.kinds.date import KIND as DATE
from factspec.kinds.kind import Kind
from factspec.kinds.name import KIND as NAME
from factspec.kinds.names import KIND as NAMES
from factspec.kinds.place import KIND as PLACE
from factspec.kinds.quantity import KIND as QUANTITY
from factspec.kinds.quote import KIND as QUOTE
from factspec.kinds.role import KIND as ROLE

__all__ = ["KINDS", "Kind"]

KINDS: Mapping[str, Kind[Any]] = {kind.name: kind for kind in (DATE, COUNT, QUANTITY, NAME, NAMES, PLACE, ROLE, QUOTE)}
