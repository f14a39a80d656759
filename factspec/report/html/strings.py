"""Sentences that many findings share, held once.

What is read: sentences in the order in which they come. What is not: what they say.
"""

from __future__ import annotations

__all__ = ["Strings"]


class Strings:
    """A table of the sentences that came more than once; the second time a sentence comes, its number stands for it."""

    def __init__(self) -> None:
        self.table: list[str] = []
        self._numbers: dict[str, int | None] = {}

    def short(self, text: str) -> str | int:
        """The sentence itself where it is new or a number would hardly be shorter, else its number in the table."""
        if len(text) < 12:
            return text
        if text not in self._numbers:
            self._numbers[text] = None
            return text
        number = self._numbers[text]
        if number is None:
            number = self._numbers[text] = len(self.table)
            self.table.append(text)
        return number
