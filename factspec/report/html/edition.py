"""What a report is told of the moment it is made in, and which of its articles are drafts.

What is known: a moment that is handed in, and globs. What is not: the clock and the findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import PurePosixPath

from factspec.article import Article

__all__ = ["Edition", "published"]


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """When a report is made, by which program, and which articles are drafts.

    `now` without a zone is the local time of the newsroom; `made` is that moment as readers are shown it. `drafts` are globs
    of paths or of file names.
    """

    now: datetime
    made: str
    tool: str = "factspec"
    drafts: tuple[str, ...] = ()

    @classmethod
    def of(cls, day: date | None, now: datetime, drafts: Iterable[str] = ()) -> Edition:
        """The edition of a moment, or of the beginning of a day that was asked for, so that a report can be made again."""
        moment = datetime.combine(day, time()) if day else now
        made = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}" + ("" if day else f"{moment:, %H:%M %Z}".rstrip())
        return cls(moment, made, f"factspec {version('factspec')}", tuple(drafts))

    def is_draft(self, path: str, article: Article | None) -> bool:
        """Whether an article has not appeared yet: a glob says so, or its dateline is later than the report."""
        name = PurePosixPath(path).name
        if any(fnmatchcase(path, glob) or fnmatchcase(name, glob) for glob in self.drafts):
            return True
        return article is not None and article.dateline is not None and self._later(article)

    def _later(self, article: Article) -> bool:
        moment = article.dateline.moment if article.dateline else None
        if moment is None:
            return article.dateline is not None and article.dateline.day > self.now.date()
        if (moment.tzinfo is None) == (self.now.tzinfo is None):
            return moment > self.now
        return moment.replace(tzinfo=None) > self.now.replace(tzinfo=None)


def published(article: Article | None) -> str:
    """The publication time as the script reads it, "2026-03-14" or "2026-03-14T08:05"; "" where nobody knows it."""
    if article is None or article.dateline is None:
        return ""
    moment = article.dateline.moment
    if moment is None or moment.time() == time():
        return article.dateline.day.isoformat()
    return moment.strftime("%Y-%m-%dT%H:%M")
