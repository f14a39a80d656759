"""The head of a text: when it says that it was published, which of its words say so, and its headline.

What is read: the first lines. A labelled date ("date 2026-03-07 Headline", "Published: 7 March 2026"), a full date alone on a
line above the body, a byline that ends in one, an agency's opening ("KYIV, March 7 (Agency) —"), and a date in the file's name.
What is not: the clock, the file's own times, relative dates, and any date within the body. The year of an agency's opening
comes from the file's name or a copyright line, or the opening dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factspec.model import Dateline, Span
from factspec.readers.outlets import named_outlet
from factspec.readers.stamps import MONTH_NAME, MONTHS, Stamp, calendar_day, stamp_at
from factspec.readers.tracing import Edit

__all__ = ["Head", "find_head"]

_LINES = 8  # a dateline stands within so many lines that are not empty
_WIDEST_HEAD = 120
_WIDEST_HEADLINE = 160

# How far a date is to be trusted as the day of publication; the first of the most trusted wins, up to _FILED it is firm.
_NOTHING, _NAMED, _ASSUMED, _UPDATED, _HINTED, _FILED, _ALONE, _LABELLED, _STATED = range(9)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says: a dateline, the edits that take its words out of the text, headline, doubtful dates, and the agency.

    `headline` and the offsets of `faults` count in the text before the edits.
    """

    dateline: Dateline | None
    edits: tuple[Edit, ...]
    headline: Span | None
    faults: tuple[tuple[int, str], ...]
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not empty, without the blanks around it; `number` counts such lines from 0."""

    text: str
    start: int
    end: int
    number: int
    below_body: bool

    def __len__(self) -> int:
        return self.end - self.start

    def before(self, at: int) -> str:
        return self.text[self.start : at]


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of the head that are no article text: how far they date it, and the headline that they introduce."""

    words: Span
    trust: int = _NOTHING
    stamp: Stamp | None = None
    headline: Span | None = None
    outlet: str = ""

    @property
    def dateline(self) -> Dateline | None:
        return self.stamp.dateline(guessed=self.trust < _FILED) if self.stamp else None


def find_head(text: str, path: str = "", known: Dateline | None = None, stamped: Sequence[int] = ()) -> Head:
    """The head of a text in its ordinary form (see `tidying`).

    The last part of `path` may hold a date or a year; `known` is a dateline that the file's markup states, or hints at; `stamped`
    are offsets of what is marked up as a time, anywhere: a line that holds nothing else is no article text.
    """
    lines = list(_head_lines(text))
    found = [each for line in lines for each in _in_line(line, path)]
    found += _stamped_lines(text, stamped, lines[-1].end if lines else 0)
    edits = tuple(_edits(text, found))
    headline = next((each.headline for each in found if each.headline), None) or _unmarked_headline(text, lines, edits)
    faults = tuple((each.stamp.start, each.stamp.fault) for each in found if each.stamp and each.stamp.fault)
    outlet = next((each.outlet for each in found if each.outlet), "")
    return Head(_most_trusted(found, path, known), edits, headline, faults, outlet)


def _most_trusted(found: list[_Found], path: str, known: Dateline | None) -> Dateline | None:
    dates = [(each.trust, each.dateline) for each in found if each.dateline]
    if known:
        dates.append((_HINTED if known.guessed else _STATED, known))
    if day := _day_in_name(path):
        dates.append((_NAMED, Dateline(day, guessed=True)))
    return max(dates, key=lambda each: each[0], default=(0, None))[1]


_FULL_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def _head_lines(text: str) -> Iterator[_Line]:
    below_body = False
    for number, match in zip(range(_LINES), _FULL_LINE.finditer(text), strict=False):
        line = _Line(text, match.start(), match.end(), number, below_body)
        yield line
        below_body = below_body or _is_body(line)


def _is_body(line: _Line) -> bool:
    ending = line.text[max(line.end - 3, line.start) : line.end].rstrip("\"'”’)")
    return len(line) > _WIDEST_HEAD or (len(line) > 40 and ending.endswith("."))


def _stamped_lines(text: str, stamped: Sequence[int], below: int) -> Iterator[_Found]:
    """The lines below the head that are nothing but a time; they say nothing of the publication."""
    for at in stamped:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = _Line(text, start, end if end >= 0 else len(text), _LINES, below_body=False)
        if start > below and (any(_labelled(line)) or any(_alone(line))):
            yield _Found(Span(start, line.end))
            below = line.end


# ---------------------------------------------------------------- rules, each for one line


_DIGIT = re.compile(r"\d")


def _in_line(line: _Line, path: str) -> list[_Found]:
    if not _DIGIT.search(line.text, line.start, min(line.end, line.start + _WIDEST_HEAD)):
        return list(_titled(line))
    for rule in _RULES:
        if found := list(rule(line)):
            return found
    return list(_agency(line, path))


_BARE = re.compile(r"date\s+(?=\d{4}-)", re.IGNORECASE)


def _bare(line: _Line) -> Iterator[_Found]:
    """ "date 2026-03-07 Headline" on the first line."""
    if line.number == 0 and (match := _BARE.match(line.text, line.start, line.end)):
        if stamp := stamp_at(line.text, match.end(), line.end):
            yield _with_headline(line, stamp)


_BEFORE_HEADLINE = re.compile(r"[\s|·•,;:–—-]*")


def _with_headline(line: _Line, stamp: Stamp) -> _Found:
    start = _skip(_BEFORE_HEADLINE, line, stamp.end)
    return _Found(Span(line.start, start), _LABELLED, stamp, Span(start, line.end) if start < line.end else None)


_LABEL = re.compile(
    r"(?P<published>(?:first\s+|originally\s+)?(?:published|posted|issued|filed)|publication\s+date|publish\s+date|pubdate"
    r"|date\s+(?:of\s+publication|published)|release\s+date|dateline|date)\b"
    r"|(?:(?:page\s+)?last\s+)?(?:updated?|modified|revised)\b",
    re.IGNORECASE,
)
_BEHIND_LABEL = re.compile(r"\s*(?P<colon>[:=–—-])?\s*(?:(?:on|at)\s+)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|·•,;–—-]?\s*")
_BYLINE_BEHIND = re.compile(r"\s*(?:[|·•–—]|by\b)", re.IGNORECASE)


def _labelled(line: _Line) -> Iterator[_Found]:
    """ "Published: 7 March 2026 | Updated: 8 March 2026 10:15 GMT"; without a colon nothing but a byline may follow."""
    found, at, colon = [], line.start, False
    while label := _LABEL.match(line.text, at, line.end):
        behind = _BEHIND_LABEL.match(line.text, label.end(), line.end)
        stamp = stamp_at(line.text, behind.end(), line.end) if behind else None
        if not behind or not stamp:
            break
        found.append(_Found(Span(line.start, stamp.end), _LABELLED if label["published"] else _UPDATED, stamp))
        colon = colon or bool(behind["colon"])
        at = _skip(_SEPARATOR, line, stamp.end)
    if not found or not (colon or at == line.end or _BYLINE_BEHIND.match(line.text, found[-1].words.end, line.end)):
        return
    if line.number == 0 and len(found) == 1 and found[0].stamp and line.text.startswith(("date", "Date", "DATE"), line.start):
        yield _with_headline(line, found[0].stamp)
        return
    for each in found:
        yield _Found(Span(line.start, at), each.trust, each.stamp)


def _skip(pattern: re.Pattern[str], line: _Line, at: int) -> int:
    match = pattern.match(line.text, at, line.end)
    return match.end() if match else at


_WORD_START = re.compile(r"(?<!\S)(?=[A-Z\d])|(?<=[,|·•–—(-])(?=[A-Z\d])")
_NAME = r"[^\W\d_][\w.'’ -]{1,30}"
_PLACE_BEFORE = re.compile(rf"{_NAME}(?:,\s{_NAME})?,\s+")
_AUTHOR_BEFORE = re.compile(r"by\s.{1,80}?(?P<gap>[\s,|·•–—-]+)", re.IGNORECASE)
_AGENCY_BEHIND = re.compile(r"\s*(?:\([A-Z][^()\n]{1,40}\))?[.\s]*")


def _alone(line: _Line) -> Iterator[_Found]:
    """ "Friday, July 21, 2017" on a line of its own above the body, or behind a place or an author."""
    if line.below_body or len(line) > _WIDEST_HEAD:
        return
    for word in _WORD_START.finditer(line.text, line.start, line.end):
        stamp = stamp_at(line.text, word.start(), line.end)
        if stamp and _skip(_AGENCY_BEHIND, line, stamp.end) == line.end:
            yield from _behind_place_or_author(line, stamp)
            return


def _behind_place_or_author(line: _Line, stamp: Stamp) -> Iterator[_Found]:
    before = line.before(stamp.start)
    author = _AUTHOR_BEFORE.fullmatch(before)
    if author:
        yield _Found(Span(line.start + author.start("gap"), line.end), _ALONE, stamp)
    elif not before or (line.number > 0 and _PLACE_BEFORE.fullmatch(before)):
        yield _Found(Span(line.start, line.end), _ALONE, stamp)


_SENTENCE_BEHIND = re.compile(r"\s+(?=[A-Z“\"])")


def _run_in(line: _Line) -> Iterator[_Found]:
    """ "Thursday, May 7, 2015 On Tuesday, the government …": a weekday and date run together with the first sentence."""
    if line.number == 0 or line.below_body or not line.text[line.start].isalpha():
        return
    stamp = stamp_at(line.text, line.start, line.end)
    if stamp and "day" in line.before(stamp.end) and (behind := _SENTENCE_BEHIND.match(line.text, stamp.end, line.end)):
        yield _Found(Span(line.start, behind.end()), _ASSUMED, stamp)


_TITLE = re.compile(r"(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)


def _titled(line: _Line) -> Iterator[_Found]:
    if not line.below_body and (label := _TITLE.match(line.text, line.start, line.end)):
        yield _Found(Span(line.start, label.end()), headline=Span(label.end(), line.end))


_RULES: tuple[Callable[[_Line], Iterator[_Found]], ...] = (_bare, _labelled, _alone, _run_in, _titled)

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_AGENCY = re.compile(
    rf"(?P<place>{_UPPER}[\w.'’ -]{{1,30}}?(?:,\s{_UPPER}[\w.'’ -]{{1,30}}?)?(?=,?\s))?"
    rf"(?P<words>,?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:(?P<name>(?i:{MONTH_NAME}))\s+(?P<day>\d{{1,2}})|(?P<day_first>\d{{1,2}})\s+(?P<name_behind>(?i:{MONTH_NAME})))"
    r"(?:,?\s+(?P<year>\d{4})\b)?)"
    r"(?P<agency>\s*(?:\([A-Z][^()\n]{1,40}\)|/[A-Z][^/\n]{1,40}/))?\s*(?:—|–|--?|:)\s"
)


def _agency(line: _Line, path: str) -> Iterator[_Found]:
    """ "KYIV, March 7 (Agency) — …" at the start of a paragraph: a place in capitals or an agency must be named."""
    match = _AGENCY.match(line.text, line.start, line.end)
    if not match or not (match["agency"] or (match["place"] or "").isupper()):
        return
    words = Span(match.start("words"), match.end("words"))
    if not match["place"]:
        words = Span(words.start, _skip(re.compile(r"\s*"), line, words.end))
    year = int(match["year"] or _year_hint(line.text, path))
    outlet = named_outlet(match["agency"] or "")
    if not year:
        yield _Found(words, outlet=outlet)
        return
    name = match["name"] or match["name_behind"]
    day, fault = calendar_day(year, MONTHS[name[:3].lower()], int(match["day"] or match["day_first"]))
    yield _Found(words, _FILED if match["year"] else _ASSUMED, Stamp(*words, day, None, fault), outlet=outlet)


# ---------------------------------------------------------------- hints

_NAMED_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NAMED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*((?:19|20)\d\d)(?!\d|\s*[-–])", re.IGNORECASE)
_EDGE = 4000  # a copyright line stands near the end


def _day_in_name(path: str) -> date | None:
    match = _NAMED_DAY.search(path.rpartition("/")[2])
    return calendar_day(*map(int, match.groups()))[0] if match else None


def _year_hint(text: str, path: str) -> int:
    match = _NAMED_YEAR.search(path.rpartition("/")[2]) or _COPYRIGHT.search(text, max(len(text) - _EDGE, 0))
    return int(match[1]) if match else 0


# ---------------------------------------------------------------- edits and headline


def _edits(text: str, found: list[_Found]) -> Iterator[Edit]:
    last: Edit | None = None
    for each in found:
        edit = _edit(text, each.words)
        if last and edit.start < last.end:
            last = Edit(last.start, max(last.end, edit.end), "\n\n" if last.start and edit.end < len(text) else "")
            continue
        if last:
            yield last
        last = edit
    if last:
        yield last


_BLANKS = re.compile(r"\s*")


def _edit(text: str, words: Span) -> Edit:
    """What takes words out of a text; where they stand on lines of their own, the lines go with them."""
    before = len(text[: words.start].rstrip())
    blanks = _BLANKS.match(text, words.end)
    behind = blanks.end() if blanks else words.end
    if before and "\n" not in text[before : words.start]:
        return Edit(*words)
    if behind < len(text) and "\n" not in text[words.end : behind]:
        return Edit(before, words.end, "\n\n" if before else "")
    return Edit(before, behind, "\n\n" if before and behind < len(text) else "")


def _unmarked_headline(text: str, lines: list[_Line], edits: tuple[Edit, ...]) -> Span | None:
    """The first line that stays, where it is a short paragraph of its own that no full stop ends, and more follows."""
    left = (line for line in lines if not any(edit.start <= line.start and line.end <= edit.end for edit in edits))
    line = next(left, None)
    if line is None or len(line) > _WIDEST_HEADLINE or text[line.end - 1] in ".:;," or line.end == len(text):
        return None
    if any(edit.start < line.end and line.start < edit.end for edit in edits):
        return None
    parted = text.startswith("\n\n", line.end) or any(edit.start == line.end and edit.text for edit in edits)
    return Span(line.start, line.end) if parted else None
