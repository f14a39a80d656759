"""Specs, good and bad, as data: the reader's tests and the schema's tests go by the same tables.

A row shows the facts of a spec without the three lines above them, so that its first line is line 4; what begins with
"factspec:" is a whole spec, and what begins with "waivers:" stands behind a spec with the one fact `deaths`.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["BAD", "GOOD", "Bad", "whole"]

HEAD = "factspec: 1\nevent: Ferry to Skerry\nfacts:\n"
DEATHS = "  deaths: {kind: count, value: 24, of: [killed, dead]}\n"


def whole(shown: str) -> str:
    """The spec that a row shows a part of."""
    if shown.startswith(("factspec:", "#")):
        return shown
    if shown.startswith("waivers:"):
        return f"{HEAD}{DEATHS}{shown}"
    return HEAD + "".join(f"  {line}" if line.strip() else line for line in shown.splitlines(keepends=True))


class Bad(NamedTuple):
    """A spec with faults: its messages in order, without the file's name, and whether the JSON Schema refuses it too."""

    shown: str
    said: tuple[str, ...]
    by_schema: bool = False


def fact(kind: str, value: str, *more: str) -> str:
    """A fact on lines of its own: kind in line 5, value in line 6 at column 12."""
    return "\n".join(["f:", f"  kind: {kind}", f"  value: {value}", *(f"  {line}" for line in more), ""])


def refused(kind: str, value: str, said: str, *, by_schema: bool = False) -> Bad:
    """A value that its kind does not read."""
    more = ("about: struck",) if kind in {"date", "count", "quantity", "place"} else ()
    return Bad(fact(kind, value, *more), (f"6:12: facts.f.value: {said}",), by_schema)


def key(line: str, said: str, *, column: int, by_schema: bool = True) -> Bad:
    """A key of a count that is not right; it stands in line 8."""
    return Bad(fact("count", "24", "of: killed", line), (f"8:{column}: {said}",), by_schema)


# Facts that are read: what is shown, and how an editor reads the value.
GOOD: tuple[tuple[str, str], ...] = (
    (fact("date", "2026-02-28", "about: struck"), "28 February 2026"),
    (fact("date", "2026-02", "about: [struck, hit]", "precision: month"), "February 2026"),
    (fact("date", "2026", "of: strike", "precision: year"), "2026"),
    (fact("date", "2026-02-28/2026-03-01", "about: struck"), "28 February to 1 March 2026"),
    (fact("date", "2025-12-31/2026-01-01", "about: struck"), "31 December 2025 to 1 January 2026"),
    (fact("date", "2026-02/2026-03", "about: struck"), "February to March 2026"),
    (fact("date", "2025-12/2026-01", "about: struck"), "December 2025 to January 2026"),
    (fact("date", "2025/2026", "about: struck"), "2025 to 2026"),
    (fact("date", "28 February 2026", "about: struck"), "28 February 2026"),
    (fact("date", "February 28, 2026", "about: struck"), "28 February 2026"),
    (fact("date", "Saturday the 7th of March 2026", "about: struck"), "7 March 2026"),
    (fact("date", "2026-03-07 (Saturday)", "about: struck"), "7 March 2026"),
    (fact("date", "Sept. 2026", "about: struck"), "September 2026"),
    (fact("count", "24", "of: killed"), "24"),
    (fact("count", "at least 24", "of: killed"), "at least 24"),
    (fact("count", "about 60", "of: killed", "precision: rounded"), "about 60"),
    (fact("count", "20-25", "of: killed"), "20–25"),
    (fact("count", "9-14", "about: record"), "9–14"),
    (fact("count", "14-9", "about: record"), "14–9"),
    (fact("count", "0", "of: hurt"), "0"),
    (fact("count", "1200", "of: hurt", "about: []"), "1,200"),
    (fact("count", "2.5 million", "of: hurt"), "2.5 million"),
    (fact("count", "{value: 60, tolerance: 5%}", "of: killed"), "60 ± 3"),
    (fact("count", "{value: 24, tolerance: 1}", "of: killed"), "24 ± 1"),
    (fact("count", "12 Danes and 11 Finns", "of: aboard"), "12 Danes and 11 Finns"),
    (fact("count", "twelve men, 11 women and 3 children", "of: aboard"), "12 men, 11 women and 3 children"),
    (fact("quantity", "10 km", "about: deep"), "10 km"),
    (fact("quantity", "6.1 magnitude", "about: quake"), "6.1 magnitude"),
    (fact("quantity", "13.9 billion USD", "about: price"), "13.9 billion USD"),
    (fact("quantity", "65 %", "about: traffic"), "65 %"),
    (fact("quantity", "more than 100 USD/bbl", "about: oil"), "more than 100 USD/bbl"),
    (fact("quantity", "100 dollars a barrel", "about: oil"), "100 USD/bbl"),
    (fact("quantity", "{value: 10 km, tolerance: 500 m}", "about: deep"), "10 ± 0.5 km"),
    (fact("quantity", "{value: 10 km, tolerance: 5 %}", "about: deep"), "10 ± 0.5 km"),
    (fact("name", "Skerry Maid", "also: Maid", "not: [Skerry Mayd]"), "Skerry Maid"),
    (fact("name", "NO"), "NO"),
    (fact("name", "0456"), "0456"),
    (fact("name", "1984"), "1984"),
    (fact("name", "12:30"), "12:30"),
    (fact("name", "'2026-03-14'"), "2026-03-14"),
    (fact("name", "true"), "true"),
    (fact("name", "'null'"), "null"),
    (fact("name", "1e3"), "1e3"),
    (fact("names", "[Port Ellan, Skerry]"), "Port Ellan and Skerry"),
    (fact("names", "[A, B, C]", "any: true"), "A, B or C"),
    (fact("names", "[Port Ellan]", "also: [harbour town]"), "Port Ellan"),
    (fact("names", "[Port Ellan, Skerry]", "also: {Port Ellan: [P], Skerry: S}"), "Port Ellan and Skerry"),
    (fact("place", "Springfield, Illinois", "about: born"), "Springfield, Illinois"),
    (fact("place", "Springfield", "about: born", "within: [Illinois, Ill.]"), "Springfield, Illinois"),
    (fact("role", "{person: Ana Lind, role: mayor, of: Ellan}", "also: Lind"), "Ana Lind, mayor of Ellan"),
    (fact("role", "{person: Ana Lind, role: mayor}"), "Ana Lind, mayor"),
    (fact("quote", "We tested every hatch twice", "by: [Lind, mayor]"), "“We tested every hatch twice” (Lind, mayor)"),
    (fact("quote", "'“We tested it”'"), "“We tested it”"),
    (fact("quote", "|", "  two", "  lines"), "“two lines”"),
    (
        fact(
            "count",
            "24",
            "of: killed",
            "required: false",
            "checked: True",
            "severity: high",
            "statement: 24 people died on Tuesday 2 July 2013.",
            "source: Agency",
            "note: 12:30",
            "tags: [toll, second-look]",
            "when: quake",
            "history: {2013-07-02T12:00: 3, '2013-07-02 18:00:30': 8, 2013-07-03: 24}",
            "examples: {supports: it killed 24, contradicts: [it killed 25, it killed 26], omits: [], vague: dozens died}",
        ),
        "24",
    ),
)

COLUMNS = "keys of one mapping begin in one column"
QUOTES = "put a text that holds commas, colons or brackets in quotes"
KEEP = "keep it for one of them, or give both facts the same value"
TAKE = "take it out of 'not', or out of the right forms"
LOOK = "write about: [words near which an article states it]"
COARSE = "a precision is as coarse as the value, or coarser"
PORTS = "'Port Ellan' or 'Port Skerry'"
OFFICE = "{person: Ana Lindqvist, role: harbour master, of: Port Ellan}"
DATES = "write 2026-02-28, 2026-02, 2026 or 2026-02-28/2026-03-01"
COUNTS = "write 24, at least 24 or 20-25; what is counted belongs in 'of'"
UNITS = "write 10 km, 65 %, 13.9 billion USD or 6.1 magnitude"

BAD: tuple[Bad, ...] = (
    # the file
    Bad("# nothing yet\n", ("1:1: the spec is empty (a spec begins with factspec: 1)",), by_schema=True),
    Bad(
        "factspec: 2\nevnt: x\nfacts: {}\n",
        (
            "1:1: missing key 'event' (what the facts are about)",
            "1:11: factspec: version '2' is not supported (this factspec reads factspec: 1)",
            "2:1: unknown key 'evnt' (did you mean 'event'?)",
            "3:1: facts: the spec has no facts (write at least one)",
        ),
        by_schema=True,
    ),
    Bad(
        "factspec: '1'\nevent: x\narticles: {a: b}\nfacts: [a]\n",
        (
            "1:11: factspec: version '1' is not supported (this factspec reads factspec: 1)",
            "3:11: articles: expected text or a list of texts, found a mapping (key: value)",
            "4:8: facts: expected a mapping (id: fact), found a list",
        ),
        by_schema=True,
    ),
    Bad(
        "factspec: 1\nevent:\nfacts:\nwaivers: x\n",
        (
            "2:1: event: the value is empty",
            "3:1: facts: the value is empty",
            "4:10: waivers: expected a list of waivers, found the text 'x'",
        ),
        by_schema=True,
    ),
    # notation
    Bad(
        "f: {kind: name, value: a: b}\n",
        (f"4:27: not valid YAML: a mapping in {{ }} is not closed, or lacks a comma ({QUOTES})",),
    ),
    Bad("f:\n  kind: 'name\n", ("5:11: not valid YAML: a quotation mark is opened here and never closed (close it)",)),
    Bad("f:\n    kind: name\n   value: x\n", (f"6:6: not valid YAML: the indentation does not fit the lines above ({COLUMNS})",)),
    Bad(
        "f:\n\tkind: name\n\tvalue: x\n",
        ("5:3: a tab cannot indent a line (use blanks)", "6:3: a tab cannot indent a line (use blanks)"),
    ),
    Bad("f: {kind: name, value: x\a}\n", ("4:27: the character U+0007 cannot stand in a YAML file (remove it)",)),
    Bad(fact("name", r'"x\x07"'), ("6:12: facts.f.value: the character U+0007 cannot stand in a spec (remove it)",)),
    Bad(
        fact("name", "*x", "also: &y [!!str a]", "source: !z b"),
        (
            '6:12: facts.f.value: aliases are not read: *x (write the value again, or "*x" in quotes if that is the text)',
            '7:11: facts.f.also: anchors are not read: &y (write "&y …" in quotes if that is the text)',
            "7:15: facts.f.also[0]: tags are not read: !!str (write the value alone, or all of it in quotes)",
            "8:13: facts.f.source: tags are not read: !z (write the value alone, or all of it in quotes)",
        ),
    ),
    Bad(
        "f: {kind: name, value: x}\nf: {kind: name, value: y}\n",
        ("5:3: facts: duplicate key 'f' (first in line 4)",),
    ),
    Bad(
        "f: {kind: name, value: x, [a]: b, {c: d}: e}\n? \n: g\n",
        (
            "4:29: facts.f: expected a text as the key, found a list",
            "4:37: facts.f: expected a text as the key, found a mapping (key: value)",
            "5:4: facts: expected a text as the key, found no key",
        ),
    ),
    Bad(
        "factspec: 1\nevent: x\nfacts: {f: {kind: name, value: x}}\n---\n",
        ("4:1: a second document begins (write each spec into a file of its own)",),
    ),
    Bad("f: " + "[" * 20 + "]" * 20 + "\n", ("4:17: nested more than 12 levels deep",)),
    # keys
    key("requird: false", "facts.f: unknown key 'requird' (did you mean 'required'?)", column=5),
    key("aliases: [x]", "facts.f: unknown key 'aliases' (did you mean 'also'?)", column=5),
    key("within: x", "facts.f: unknown key 'within' (a key of kind: place)", column=5),
    key("unit: km", "facts.f: unknown key 'unit' (write the unit behind the number: 10 km)", column=5),
    key("xyz: 1", "facts.f: unknown key 'xyz'", column=5),
    key("Also: x", "facts.f: unknown key 'Also' (did you mean 'also'?)", column=5),
    key("required: no", "facts.f.required: expected true or false, found 'no' (write false, without quotes)", column=15),
    key("required: 'true'", "facts.f.required: expected true or false, found 'true' (write true, without quotes)", column=15),
    key("checked: [x]", "facts.f.checked: expected true or false, found a list", column=14),
    key("required:", "facts.f.required: the value is empty", column=5),
    key(
        "severity: hihg",
        "facts.f.severity: expected low, normal, high or critical, found 'hihg' (did you mean 'high'?)",
        column=15,
    ),
    key("precision: month", "facts.f.precision: expected exact or rounded, found 'month'", column=16),
    key(
        "tags: [ok, 2nd]",
        "facts.f.tags[1]: '2nd' cannot be a mark of pytest (use letters, digits, _ and -, not a digit first)",
        column=16,
    ),
    key("statement: [a, b]", "facts.f.statement: expected text, found a list", column=16),
    key("source: ''", "facts.f.source: the text is empty", column=13),
    key("note: ~", """facts.f.note: the value is empty (~) (write "~" in quotes if the word is meant)""", column=11),
    key("source: #7", 'facts.f.source: the value is empty (a # begins a comment: write the text in quotes, "#7")', column=5),
    key("not: {a: b}", "facts.f.not: expected text or a list of texts, found a mapping (key: value)", column=10),
    key("when: [a, [b]]", "facts.f.when[1]: expected text, found a list", column=15),
    key(
        "examples: {denies: x}", "facts.f.examples: unknown key 'denies' (known: supports, contradicts, omits, vague)", column=16
    ),
    key("examples: {supports: [a, '']}", "facts.f.examples.supports[1]: the text is empty", column=30),
    key("history: 3", "facts.f.history: expected a mapping (moment: value), found the text '3'", column=14),
    key(
        "history: {noon: 24}",
        "facts.f.history.noon: expected a day or a day and a time, found 'noon' (write 2026-02-28 or 2026-02-28T12:00)",
        column=15,
    ),
    key(
        "history: {2013-07-02T25:00: 24}",
        "facts.f.history.2013-07-02T25:00: 25:00 is no time of the clock",
        column=15,
        by_schema=False,
    ),
    key("history: {2013-07-02: []}", "facts.f.history.2013-07-02: expected text, found a list", column=27),
    key(
        "history: {2013-07-03: 24, 2013-07-03T00:00: 24}",
        "facts.f.history.2013-07-03T00:00: a second value for one moment (keep one of them)",
        column=31,
        by_schema=False,
    ),
    Bad(
        "f: {value: 24, of: killed}\ng: {kind: cuont, value: 24}\nh: {kind: name}\ni: 24\n",
        (
            "4:3: facts.f: missing key 'kind' (one of date, count, quantity, name, names, place, role, quote)",
            "5:13: facts.g.kind: unknown kind 'cuont' (did you mean 'count'?)",
            "6:3: facts.h: missing key 'value' (the curated value)",
            "7:6: facts.i: expected the keys of a fact (kind, value, …), found the text '24'",
        ),
        by_schema=True,
    ),
    Bad(
        "on monday: {kind: name, value: x}\na::b: {kind: name, value: y}\n",
        (
            "4:3: facts: 'on monday' cannot be the id of a fact (use letters, digits, - and _)",
            "5:3: facts: 'a::b' cannot be the id of a fact (use letters, digits, - and _)",
        ),
        by_schema=True,
    ),
    Bad(
        fact("date", "2026-02-28"),
        (f"4:3: facts.f: kind date needs 'about' or 'of' ({LOOK})",),
        by_schema=True,
    ),
    Bad(
        fact("place", "Skerry", "about: []"),
        (f"7:5: facts.f.about: the list is empty, and kind place needs 'about' ({LOOK})",),
        by_schema=True,
    ),
    # values
    refused("date", "2026-02-30", "there is no day 30: February 2026 has 28 days"),
    refused("date", "2026-13-01", "there is no month 13 (write year-month-day: 2026-02-28)"),
    refused("date", "2026-00", "there is no month 0"),
    refused("date", "03/07/2026", "'03/07/2026' can be read in two ways (write the year first: 2026-02-28)", by_schema=True),
    refused("date", "2026-2-8", "expected a date, found '2026-2-8' (write 2026-02-08)", by_schema=True),
    refused("date", "last Friday", f"expected a date, found 'last Friday' ({DATES})", by_schema=True),
    refused("date", "456", f"expected a date, found '456' ({DATES})", by_schema=True),
    refused("date", "Friday 2026-03-07", "Friday, 2026-03-07 is a Saturday (correct one of them)"),
    refused("date", "2026-03-01/2026-02-28", "28 February 2026 is before 1 March 2026 (write the earlier day first)"),
    refused("date", "[2026]", "expected text, found a list", by_schema=True),
    Bad(
        fact("date", "2026-02", "about: struck", "precision: day"),
        (f"8:16: facts.f.precision: day is finer than the value, February 2026 ({COARSE})",),
    ),
    refused("count", "24 people", f"expected a count, found '24 people' ({COUNTS})"),
    refused("count", "-3", f"expected a count, found '-3' ({COUNTS})", by_schema=True),
    refused("count", "5th", f"expected a count, found '5th' ({COUNTS})"),
    refused("count", "9" * 101, f"expected a count, found '{'9' * 57}…' ({COUNTS})"),
    refused("count", "65 %", "expected a bare count, found the unit % (a figure with a unit is kind: quantity)"),
    Bad(
        fact("count", "{value: 60, tolerance: 3 km}", "of: killed"),
        ("6:35: facts.f.value.tolerance: km is no measure of 60",),
    ),
    Bad(
        fact("count", "{value: 60, tolerance: -1}", "of: killed"),
        ("6:35: facts.f.value.tolerance: expected a number or a share, found '-1' (write 5 or 5%)",),
        by_schema=True,
    ),
    Bad(
        fact("count", "{value: 60, tol: 5%}", "of: killed"),
        (
            "6:5: facts.f.value: missing key 'tolerance' (write tolerance: 5%)",
            "6:24: facts.f.value: unknown key 'tol' (known: value, tolerance)",
        ),
        by_schema=True,
    ),
    refused(
        "quantity",
        "10",
        "expected a unit behind '10' (write 10 km, 65 % or 13.9 billion USD; a bare number is kind: count)",
        by_schema=True,
    ),
    refused("quantity", "deep", f"expected a number with a unit, found 'deep' ({UNITS})"),
    Bad(fact("name", "[A, B]"), ("6:12: facts.f.value: expected text, found a list",), by_schema=True),
    Bad(
        fact("names", "Skerry"),
        ("6:12: facts.f.value: expected a list of names, found 'Skerry' (write [name, name], or kind: name)",),
        by_schema=True,
    ),
    Bad(fact("names", "[]"), ("6:12: facts.f.value: expected 1 to 100 names, found 0",), by_schema=True),
    Bad(fact("names", "[Skerry, Ellan, skerry]"), ("6:28: facts.f.value[2]: 'skerry' stands in the list twice",)),
    Bad(
        fact("names", "[Port Ellan, Port Skerry]", "also: [the port, Harbour, PE]"),
        (
            f"7:12: facts.f.also[0]: 'the port' may belong to {PORTS} (say which: also: {{Port Ellan: [the port]}})",
            "7:22: facts.f.also[1]: 'Harbour' belongs to none of the names (say which: also: {Port Ellan: [Harbour]})",
        ),
    ),
    Bad(
        fact("names", "[Port Ellan, Skerry]", "also: {Port Elan: [PE]}"),
        ("7:12: facts.f.also: unknown key 'Port Elan' (did you mean 'Port Ellan'?)",),
    ),
    refused("place", "', Illinois'", "no name stands before the comma (write the place first: Springfield, Illinois)"),
    Bad(
        fact("role", "Ana Lind"),
        (f"6:12: facts.f.value: expected a mapping like {OFFICE}, found the text 'Ana Lind'",),
        by_schema=True,
    ),
    Bad(
        fact("role", "{persn: Ana Lind, role: ''}"),
        (
            "6:5: facts.f.value: missing key 'person' (who holds the office)",
            "6:13: facts.f.value: unknown key 'persn' (did you mean 'person'?)",
            "6:36: facts.f.value.role: the text is empty",
        ),
        by_schema=True,
    ),
    refused("quote", "'“”'", "no words stand between the quotation marks"),
    # facts among each other
    Bad(
        "a: {kind: name, value: Ana Lind, also: [Lind]}\nb: {kind: role, value: {person: Per Lind, role: mayor}, also: lind}\n",
        (f"5:65: facts.b.also: 'lind' is also a form of 'Ana Lind', fact a ({KEEP})",),
    ),
    Bad(
        "a: {kind: names, value: [Ana, Per], also: {Ana: Lind, Per: Lind}}\n",
        (f"4:62: facts.a.also.Per: 'Lind' is also a form of 'Ana', fact a ({KEEP})",),
    ),
    Bad(
        "a: {kind: name, value: Ana Lind}\nb: {kind: name, value: Per Lind, also: [Ana Lind]}\n",
        (f"5:43: facts.b.also[0]: 'Ana Lind' is also a form of 'Ana Lind', fact a ({KEEP})",),
    ),
    Bad(
        "a: {kind: name, value: Lind, not: [LIND]}\nb: {kind: date, value: 2026-02-28, about: x, not: 28 February 2026}\n",
        (
            f"4:38: facts.a.not[0]: 'LIND' is a right form of this fact too ({TAKE})",
            f"5:53: facts.b.not: '28 February 2026' is a right form of this fact too ({TAKE})",
        ),
    ),
    # waivers
    Bad(
        "waivers:\n"
        "  - {fact: deths, article: x, reason: y, by: z, until: 2026-12}\n"
        "  - {fact: deaths, article: x, by: z, unti: 2026-12-31}\n"
        "  - deaths\n",
        (
            "6:12: waivers[0].fact: no fact 'deths' in this spec (did you mean 'deaths'?)",
            "6:56: waivers[0].until: expected a day, found '2026-12' (write 2026-02-28)",
            "7:5: waivers[1]: missing key 'reason' (why the finding is accepted)",
            "7:5: waivers[1]: missing key 'until' (the last day on which it is accepted: 2026-12-31)",
            "7:39: waivers[1]: unknown key 'unti' (did you mean 'until'?)",
            "8:5: waivers[2]: expected the keys of a waiver, found the text 'deaths'",
        ),
        by_schema=True,
    ),
    Bad(
        "waivers: {fact: deaths}\n",
        ("5:10: waivers: expected a list of waivers, found a mapping (begin each waiver with '- ')",),
        by_schema=True,
    ),
    Bad(
        "waivers:\n" + "  - {fact: deaths, article: x, reason: y, by: z, until: 2026-12-31}\n" * 2,
        ("7:5: waivers[1]: a second waiver for one fact and article (keep one of them)",),
    ),
)
