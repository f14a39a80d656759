"""What a long run comes to, below its findings: a table of the facts that do not agree everywhere, and where most is to be done.

What is held: a few numbers for each fact and the articles with most to correct, however many articles there are. A handful of
findings needs no table: they are all on the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factspec.model import Finding, Verdict
from factspec.report.look import PLAIN, STYLES, Look, cells, tail, visible
from factspec.report.worst import Worst
from factspec.result import Checked, is_warning, passes

__all__ = ["COLUMNS", "Overview", "Table"]

ROWS = 20  # so many facts are listed; "n more" follows
ARTICLES = 10
HANDFUL = 5  # findings that fail or warn
SHORTEST = 20  # cells of a fact's name below which columns give way
COLUMNS = {
    "error": "error",
    "contradicted": "contr.",
    "omitted": "om.",
    "vague": "vague",
    "waived": "waived",
    "in the baseline": "base",
    "right at the time": "then",
    "not applicable": "n/a",
    "not checked": "off",
    "supported": "supp.",
}
"""What can be said of a fact in an article, the worst first, and how it is headed where there is little room."""
WORTH_A_LINE = frozenset({"vague", "waived"})
"""What passes and is spoken of all the same."""

Fact = tuple[str, str]


@dataclass(slots=True)
class Table:
    """How often each fact, a pair of spec and id, got which verdict; a row for each that does not agree everywhere."""

    facts: dict[Fact, Counter[str]] = field(default_factory=dict)
    failing: set[Fact] = field(default_factory=set)

    def add(self, fact: Fact, column: str, *, fails: bool) -> None:
        self.facts.setdefault(fact, Counter())[column] += 1
        if fails:
            self.failing.add(fact)

    def lines(self, look: Look = PLAIN) -> Iterator[str]:
        """The table, the worst first, none of its lines wider than the look."""
        worth = sorted(filter(self._worth, self.facts), key=self._rank)
        if not worth:
            return
        heads = self._heads(worth, look.width)
        names = {fact: visible("::".join(fact)) for fact in worth[:ROWS]}
        width = min(max(map(cells, names.values())), look.width - _width(heads.values()))
        yield " " * width + "".join(f"  {head}" for head in heads.values())
        for fact, name in names.items():
            shown = tail(name, width)
            yield shown + " " * (width - cells(shown)) + "".join(self._number(fact, *head, look) for head in heads.items())
        if len(worth) > ROWS:
            yield f"… {len(worth) - ROWS} more"

    def _worth(self, fact: Fact) -> bool:
        return fact in self.failing or bool(self.facts[fact].keys() & WORTH_A_LINE)

    def _rank(self, fact: Fact) -> tuple[object, ...]:
        numbers = self.facts[fact]
        return fact not in self.failing, *(-numbers[column] for column in COLUMNS), fact

    def _heads(self, worth: Sequence[Fact], width: int) -> dict[str, str]:
        """The columns that are needed, with their headings: in full, else short, else without the least bad."""
        used = [column for column in COLUMNS if any(self.facts[fact][column] for fact in worth)]
        longest = max(cells(visible("::".join(fact))) for fact in worth[:ROWS])
        heads = {column: column for column in used}
        if _width(heads.values()) > width - min(longest, width // 2):
            heads = {column: COLUMNS[column] for column in used}
        while len(heads) > 1 and _width(heads.values()) > width - min(longest, SHORTEST):
            heads.popitem()
        return heads

    def _number(self, fact: Fact, column: str, head: str, look: Look) -> str:
        number = self.facts[fact][column]
        text = f"  {number or '.':>{len(head)}}"
        return look.paint(text, STYLES.get(Verdict(column), "")) if number and column in {*Verdict} else text


def _width(heads: Iterable[str]) -> int:
    return sum(2 + len(head) for head in heads)


class Overview:
    """The table and the articles of a run, as its articles come by."""

    def __init__(self, strict: bool) -> None:
        self._strict = strict
        self._table = Table()
        self._articles: Worst[tuple[int, str]] = Worst(ARTICLES)
        self._read, self._worth_a_look = 0, 0

    def add(self, checked: Checked) -> None:
        self._read += 1
        fails = 0
        for finding in checked.findings:
            failing = not passes(finding, self._strict)
            fails += failing
            self._worth_a_look += failing or is_warning(finding)
            self._table.add((finding.fact.place.path, finding.fact.id), _column(finding), fails=failing)
        if fails:
            self._articles.add((-fails,), "to correct", (fails, checked.path))

    def lines(self, look: Look = PLAIN) -> Iterator[str]:
        """The lines, ended by an empty one; none for one article, for a handful of findings, or without warnings."""
        if self._read < 2 or self._worth_a_look <= HANDFUL or not look.warnings:
            return
        table = self._table.lines(look)
        yield from (f"{line}\n" for line in table)
        yield "\n"
        if self._articles.sorts.total() > 1:
            yield "findings that fail, by article:\n"
            yield from (f"{number:>6}  {tail(visible(path), look.width - 8)}\n" for number, path in self._articles)
            rest = self._articles.rest().total()
            yield f"        … {rest} more\n\n" if rest else "\n"


def _column(finding: Finding) -> str:
    return str(finding.qualifier or finding.verdict) if finding.fact.checked else "not checked"
