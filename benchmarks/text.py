"""How well sentences and quotations are found: the forty passages, by factspec, by libraries and by a regular expression.

Sentence ends are those between two sentences of a passage; the speeds are over the news texts of the events. Not measured for
right or wrong here: cues and folding, of which only the speed is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks import gold
from benchmarks.peers import SENTENCES
from benchmarks.standing import OURS, field_of
from benchmarks.tables import Table, ratio, speed
from factspec.language.cues import cues
from factspec.language.folding import words
from factspec.language.sentences import sentences
from factspec.model import Span
from factspec.recognisers.quotations import find_quotations

__all__ = ["measure"]

Marked = set[tuple[int, ...]]
COLUMNS = ("tool", "marked", "recall", "precision", "F1", "MB/s")
BETWEEN_MARKS = re.compile('“[^”]*”|"[^"]*"')
SENTENCE_STOP = re.compile(r"(?<=[.!?])\s+")


def measure(peers: bool) -> Iterator[Table]:
    yield _sentences(peers)
    yield _quotations()
    yield _speeds()


def _sentences(peers: bool) -> Table:
    field = field_of(sentences, SENTENCES if peers else ())
    texts = gold.news()
    wanted: Marked = {(number, end) for number, passage in enumerate(gold.passages()) for end in passage.ends}
    calls = [(stand.label, stand.call) for stand in field.stands]
    calls.insert(1, ("blank behind . ! or ?", _split_at_stops))
    rows = [(name, *_scored(wanted, _ends(split)), speed(split, texts)) for name, split in calls]
    return Table(
        "Sentence ends in the forty passages", COLUMNS, rows, missing=field.missing, misses=_differing(wanted, _ends(sentences))
    )


def _ends(split: Callable[[str], Sequence[Span]]) -> Marked:
    return {(number, span.end) for number, passage in enumerate(gold.passages()) for span in split(passage.text)[:-1]}


def _split_at_stops(text: str) -> list[Span]:
    stops = [stop.span() for stop in SENTENCE_STOP.finditer(text)]
    starts = [0, *(end for _, end in stops)]
    return [Span(start, end) for start, end in zip(starts, [*(start for start, _ in stops), len(text)], strict=True)]


def _quotations() -> Table:
    wanted: Marked = {
        (number, mark.start, mark.end) for number, passage in enumerate(gold.passages()) for mark in passage.marked("T")
    }
    finders = {OURS: _quoted, "between two quotation marks": _between_marks}
    found: dict[str, Marked] = {
        name: {(number, *span) for number, passage in enumerate(gold.passages()) for span in find(passage.text)}
        for name, find in finders.items()
    }
    texts = gold.news()
    rows = [(name, *_scored(wanted, found[name]), speed(find, texts)) for name, find in finders.items()]
    return Table("Quotations in the forty passages", COLUMNS, rows, misses=_differing(wanted, found[OURS]))


def _quoted(text: str) -> list[Span]:
    return [Span(part.start - 1, part.end + 1) for mention in find_quotations(text) for part in mention.parts]


def _between_marks(text: str) -> list[Span]:
    return [Span(*found.span()) for found in BETWEEN_MARKS.finditer(text)]


def _scored(wanted: Marked, found: Marked) -> tuple[str, ...]:
    hit = len(wanted & found)
    return str(len(wanted)), ratio(hit, len(wanted)), ratio(hit, len(found)), ratio(2 * hit, len(wanted) + len(found))


def _differing(wanted: Marked, found: Marked) -> list[str]:
    passages = gold.passages()
    return [
        f"{'missed' if one in wanted else 'not marked'} at {one[1:]} in {passages[one[0]].text}" for one in sorted(wanted ^ found)
    ]


def _speeds() -> Table:
    works: dict[str, Callable[[str], object]] = {
        "words": lambda text: words(text).joined,
        "words with offsets": lambda text: words(text).starts,
        "cues of every sentence": lambda text: [cues(text, span) for span in sentences(text)],
    }
    texts = gold.news()
    return Table("Speed below the recognisers", ("work", "MB/s"), [(name, speed(work, texts)) for name, work in works.items()])
