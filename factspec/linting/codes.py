"""Which messages a user wants to see: by code, or by the beginning of codes.

What is read: codes and beginnings of codes, as `--select` and `--ignore` have them. What is not: severity, which a code does
not decide alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factspec.catalogue import unknown_code
from factspec.codes import CODES
from factspec.errors import UsageError

__all__ = ["Codes"]


@dataclass(frozen=True, slots=True)
class Codes:
    """Beginnings of codes that are wanted and not wanted; with none selected all are, and the longer beginning decides."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Codes:
        """The codes of options such as "FS07,FS080"; UsageError (FS310) for each that no code begins with."""
        chosen = cls(tuple(_parts(select)), tuple(_parts(ignore)))
        unknown = [part for part in (*chosen.select, *chosen.ignore) if not any(code.startswith(part) for code in CODES)]
        if unknown:
            raise UsageError(map(unknown_code, unknown))
        return chosen

    def __contains__(self, code: str) -> bool:
        wanted = max((len(part) for part in self.select if code.startswith(part)), default=-1 if self.select else 0)
        return wanted > max((len(part) for part in self.ignore if code.startswith(part)), default=-1)


def _parts(options: Iterable[str]) -> Iterator[str]:
    return (part.strip().upper() for option in options for part in option.split(",") if part.strip())
