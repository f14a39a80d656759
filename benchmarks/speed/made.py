"""Facts and articles for the speed benchmark, made from text of its own: the same numbers give the same bytes.

An article of about 3.4 KB states eight facts of the set (one of them wrongly) among twenty paragraphs of plain prose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["MadeFact", "articles", "facts", "spec_text"]

_SYLLABLES = "ka lo mir ten vas dor el bri nom sa tur quel ro shen ba ild or wen pa gri ul ve".split()
_TRADES = ["harbour", "bridge", "tunnel", "stadium", "library", "refinery", "railway", "museum", "hospital", "reservoir"]
_FILLER = """
The committee met behind closed doors for most of the afternoon and its members left without speaking to reporters.
A clerk read the minutes aloud while two of the delegates argued quietly about the seating.
Traders said the market had been calm, although a few of them expected the mood to change once the figures were published.
Residents of the old quarter complained about the noise, the dust and the long detours that the works have forced on them.
Nobody in the room seemed to know who had ordered the inquiry, or why it had taken so long to begin.
The weather turned cold in the evening, and the last of the crowd went home before the speeches were over.
An engineer who has followed the project since its first day called the plan sound but expensive.
Opposition members asked for a second reading and were told that the timetable did not allow it.
Further up the valley, farmers worried about the water and about the price they would have to pay for it.
The company declined to comment on what it called rumours, and referred questions to its lawyers.
Schools stayed open, buses ran as usual, and the shops along the main street did a brisk trade.
Critics have pointed out that earlier promises were broken; supporters reply that circumstances have changed.
""".strip().splitlines()


@dataclass(frozen=True)
class MadeFact:
    """A fact with its YAML, a sentence that states it and one that gets it wrong."""

    id: str
    yaml: str
    right: str
    wrong: str
    name: str
    value: str


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize()


def facts(count: int) -> list[MadeFact]:
    """`count` facts, five kinds in turn, each about a thing of its own."""
    rng = random.Random(20260307)
    return [_fact(number, rng) for number in range(count)]


def _fact(number: int, rng: random.Random) -> MadeFact:
    place = f"{_word(rng)} {_word(rng)}"
    thing = f"{place} {rng.choice(_TRADES)}"
    person = f"{_word(rng)} {_word(rng)}"
    n = rng.randint(12, 900)
    day = date(2026, 1, 1) + timedelta(days=rng.randint(0, 60))
    said, off = f"{day.day} {day:%B %Y}", day + timedelta(days=3)
    head = f"  f{number}:\n    kind: "
    opened, lies = f"The {thing} was opened on", f"The {thing} lies"
    make = [
        (f"date\n    value: {day}\n    about: [{thing}]", f"{opened} {said}.", f"{opened} {off.day} {off:%B %Y}.", said),
        (
            f"count\n    value: {n}\n    of: [workers]\n    about: [{thing}]",
            f"At the {thing}, {n} workers were hired.",
            f"At the {thing}, {n + 40} workers were hired.",
            str(n),
        ),
        (
            f"quantity\n    value: {n} km\n    about: [{thing}]",
            f"{lies} {n} kilometres from the capital.",
            f"{lies} {n + 40} kilometres from the capital.",
            f"{n} kilometres",
        ),
        (
            f"name\n    value: {person}\n    about: [{thing}]",
            f"The {thing} was drawn by {person}.",
            f"The {thing} was drawn by {person[:-1]}.",
            person,
        ),
        (
            f"role\n    value: {{person: {person}, role: director, of: {thing}}}",
            f"{person}, director of the {thing}, spoke first.",
            f"{person}, gardener of the {thing}, spoke first.",
            person,
        ),
    ]
    yaml, right, wrong, value = make[number % len(make)]
    return MadeFact(f"f{number}", head + yaml + "\n", right, wrong, thing if number % 5 < 4 else person, value)


def spec_text(made: list[MadeFact]) -> str:
    """The spec of all facts, as YAML."""
    return "factspec: 1\nevent: A benchmark\nfacts:\n" + "".join(f.yaml for f in made)


def articles(made: list[MadeFact], count: int) -> Iterator[str]:
    """`count` articles, one at a time, each with its dateline."""
    rng = random.Random(7032026)
    for _ in range(count):
        stated = rng.sample(made, min(8, len(made)))
        sentences = [f.wrong if i == 0 else f.right for i, f in enumerate(stated)]
        body = []
        for paragraph in range(18):
            lines = rng.sample(_FILLER, 2 if paragraph % 3 else 1)
            body.append(" ".join([*lines, *sentences[paragraph // 2 : paragraph // 2 + 1]] if paragraph % 2 else lines))
        yield " date 2026-03-07 A day like another\n\n" + "\n\n".join(body) + "\n"
