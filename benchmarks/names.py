"""How well names are told apart and found, by factspec and by plain string distances: OpenSanctions' pairs, the forty passages.

The labels of the pairs call typing errors and one-letter changes a match; factspec calls them a near miss on purpose, so that
the share of true pairs it accepts has a ceiling far below one. What counts is that no two bearers are taken for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process

from benchmarks import gold
from benchmarks.standing import OURS
from benchmarks.tables import NOTHING, Table, share, speed
from factspec.language.folding import fold
from factspec.language.naming import near_miss, same_name, same_person
from factspec.recognisers.names import find_names

__all__ = ["BASELINES", "core", "measure"]

BODIES = ("Company", "Organization", "LegalEntity", "Vessel")
Same = Callable[[str, str], bool]
# What the marks include before a name and the recogniser gives apart, or the other way round.
LED = {"the", "iranian", "president", "mr", "ms", "mrs", "dr", "gen", "lt", "capt", "sheikh", "ayatollah"}


def _sorted(name: str) -> str:
    return " ".join(sorted(default_process(name).split()))


BASELINES: Sequence[tuple[str, Same]] = (
    ("same letters and digits", lambda one, other: default_process(one) == default_process(other)),
    ("rapidfuzz ratio ≥ 85", lambda one, other: fuzz.ratio(one, other, processor=default_process) >= 85),
    ("rapidfuzz token set ratio ≥ 85", lambda one, other: fuzz.token_set_ratio(one, other, processor=default_process) >= 85),
    ("Jaro-Winkler of sorted words ≥ 0.9", lambda one, other: JaroWinkler.similarity(_sorted(one), _sorted(other)) >= 0.9),
)
"""What one would otherwise write, in lower case and without punctuation; the thresholds are the usual ones."""


def measure(peers: bool) -> Iterator[Table]:
    yield _pairs("Names of persons: are two one?", ["Person"], same_person)
    yield _pairs("Names of companies, bodies and ships: are two one?", BODIES, same_name)
    yield _finding()


def _pairs(title: str, schemas: Sequence[str], ours: Same) -> Table:
    pairs = gold.name_pairs(schemas)
    apart, one = [pair for pair in pairs if not pair.same], [pair for pair in pairs if pair.same]
    near = sum(near_miss(pair.one, pair.other) and not ours(pair.one, pair.other) for pair in one)
    rows = []
    for name, same in ((OURS, ours), *BASELINES):
        wrong, right = (sum(same(pair.one, pair.other) for pair in some) for some in (apart, one))
        rows.append((name, share(wrong, len(apart)), share(right, len(one)), share(near, len(one)) if name == OURS else NOTHING))
    accepted = [f"taken for one: {pair.one} | {pair.other}" for pair in apart if ours(pair.one, pair.other)]
    return Table(title, ("tool", "two taken for one", "one taken for one", "called a near miss"), rows, misses=accepted)


def core(name: str) -> list[str]:
    """The words of a name behind its titles."""
    words = fold(name).split()
    while words and words[0] in LED:
        words = words[1:]
    return words


def _finding() -> Table:
    found = marked = hit = 0
    misses: list[str] = []
    for passage in gold.passages():
        wanted = [(mark.end, core(mark.words)) for mark in passage.marked("N")]
        got = [(name.end, core(name.name)) for name in find_names(passage.text)]
        found, marked, hit = found + len(got), marked + len(wanted), hit + sum(each in got for each in wanted)
        misses += [f"missed: {' '.join(words)} in {passage.text}" for end, words in wanted if (end, words) not in got]
        misses += [f"not marked: {' '.join(words)} in {passage.text}" for end, words in got if (end, words) not in wanted]
    row = (OURS, str(marked), share(hit, marked), share(hit, found), speed(find_names, gold.news()))
    notes = ("Not every name of the passages is marked: a name that is none of the marks counts against the precision.",)
    return Table("Names in the forty passages", ("tool", "marked", "recall", "precision", "MB/s"), [row], notes, misses=misses)
