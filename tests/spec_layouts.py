"""Specs of random content in random layout, for edits to be tried on: what is written and, apart from it, what it says.

Every comment is unlike every other, so that a test can tell which are left. The same seed gives the same spec.
"""

from __future__ import annotations

import json
import re
from random import Random

__all__ = ["TEXTS", "Layout", "spec_of"]

TEXTS = (
    "Ferry notice", "18", "a, b", "it's here", 'said "so"', "#7", "x: y", "true", "null", "~", "0456", "2026-03-14",
    "café 😀", "- dash", "[x]", "{x", "a #b", "a # b", "ends:", "@x", "%p", "&a", "*b", "!t", "| x", "> y", "? z",
    "'quoted'", '"double"', "back\\slash", "one long text with rather many words in it", "12:30", "NO", "=", "<<", ",",
    "a]", "–", "`tick`", "key: [v]",
)  # fmt: skip
PLAIN = re.compile(r"[A-Za-z0-9é][A-Za-z0-9 é.\-😀]*")


class Layout:
    """A writer of specs with habits of its own."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.step = chance.choice((2, 2, 3, 4))
        self.comments = 0
        self.often = chance.choice((0.0, 0.2, 0.6))
        self.blanks = chance.random() < 0.5

    def comment(self) -> str:
        if self.chance.random() >= self.often:
            return ""
        self.comments += 1
        return f"{' ' * self.chance.randint(1, 3)}# c{self.comments}: {self.chance.choice(('x', 'a: b', '- y', ']', '#'))} ."

    def between(self, column: int) -> list[str]:
        """Blank lines and comments between two entries."""
        lines = [" " * column + self.comment().lstrip()] if self.chance.random() < self.often else []
        return [*lines, *([""] if self.blanks and self.chance.random() < 0.3 else [])]

    def scalar(self, text: str, *, flow: bool = False) -> str:
        styles = [json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"]
        if PLAIN.fullmatch(text) and text not in {"true", "null"} and not text.endswith(" "):
            styles += [text] * 4
        elif not flow and text == "a, b":
            styles += [text] * 2
        return self.chance.choice(styles)

    def words(self, texts: list[str], column: int, *, flow: bool = False) -> list[str]:
        """A list as the rest of its key's line and the lines below; `column` is the key's."""
        way = self.chance.random()
        if len(texts) == 1 and way < 0.2:
            return [f" {self.scalar(texts[0], flow=flow)}" + ("" if flow else self.comment())]
        if not flow and texts and way < 0.5:
            dash = column + self.chance.choice((0, 2, self.step))
            lines = [f"{' ' * dash}-{' ' * self.chance.randint(1, 3)}{self.scalar(text)}{self.comment()}" for text in texts]
            return [self.comment(), *lines]
        inner = [self.scalar(text, flow=True) for text in texts]
        if not flow and len(texts) > 1 and way < 0.7:
            indentation, last = " " * (column + self.step), self.chance.choice(("", ","))
            lines = [f"{indentation}{text}{',' if i < len(inner) - 1 else last}{self.comment()}" for i, text in enumerate(inner)]
            return [" [" + self.comment(), *lines, f"{indentation}]{self.comment()}"]
        comma = self.chance.choice((", ", ",", " , "))
        return [f" [{comma.join(inner)}]" + ("" if flow else self.comment())]

    def text(self, text: str, column: int) -> list[str]:
        """A text as the rest of its key's line and the lines below, perhaps in several lines."""
        way, words = self.chance.random(), text.split()
        indentation = " " * (column + self.step)
        if len(words) > 2 and way < 0.25 and PLAIN.fullmatch(text):
            return ["", indentation + " ".join(words[:2]), indentation + " ".join(words[2:]) + self.comment()]
        if len(words) > 1 and way < 0.6 and not text.startswith(("#", " ")):
            mark = self.chance.choice(("|", ">", "|-", ">-", "|+"))
            return [f" {mark}{self.comment()}", indentation + text, *([""] if self.blanks else [])]
        return [f" {self.scalar(text)}{self.comment()}"]

    def fact(self, number: int, column: int) -> list[str]:
        """A fact under the id `f<number>`."""
        chance, keys = self.chance, {"kind": ["name"], "value": [f"Name {number}"]}
        for key in ("also", "not", "about", "when"):
            if chance.random() < 0.35:
                keys[key] = [f"{key} {number} {i} {chance.choice(TEXTS)}" for i in range(chance.randint(1, 3))]
        if chance.random() < 0.12:
            inner = ", ".join(
                f"{key}:{self.words(texts, 0, flow=True)[0] if key in LISTS else ' ' + self.scalar(texts[0], flow=True)}"
                for key, texts in keys.items()
            )
            return [f"{' ' * column}f{number}: {{{inner}}}{self.comment()}"]
        for key in ("note", "source", "statement"):
            if chance.random() < 0.35:
                keys[key] = [chance.choice(TEXTS)]
        lines, inside = [f"{' ' * column}f{number}:{self.comment()}"], column + self.step
        for key, texts in keys.items():
            name = chance.choice((key, key, key, key, f'"{key}"', f"'{key}'"))
            rest = self.words(texts, inside) if key in LISTS else self.text(texts[0], inside)
            lines += [*self.between(inside), f"{' ' * inside}{name}:{rest[0]}", *rest[1:]]
        return lines

    def waivers(self, facts: int) -> list[str]:
        lines, dash, gap = [f"waivers:{self.comment()}"], self.chance.choice((0, 2, self.step)), self.chance.randint(1, 3)
        flow = self.chance.random() < 0.5
        for number in range(self.chance.randint(1, 3)):
            values = {
                "fact": f"f{self.chance.randrange(facts)}",
                "article": f"w{number}.txt",
                "reason": self.chance.choice(TEXTS),
                "by": "desk",
                "until": "2026-12-31",
            }
            if flow:
                inner = ", ".join(f"{key}: {self.scalar(value, flow=True)}" for key, value in values.items())
                lines.append(f"{' ' * dash}-{' ' * gap}{{{inner}}}{self.comment()}")
                continue
            first, *more = (f"{key}: {self.scalar(value)}{self.comment()}" for key, value in values.items())
            lines += [f"{' ' * dash}-{' ' * gap}{first}", *(" " * (dash + gap + 1) + line for line in more)]
        return lines


LISTS = frozenset({"also", "not", "about", "when"})


def spec_of(seed: int) -> tuple[str, int]:
    """The text of a spec, and how many facts it has: f0, f1, …; some have neither articles nor waivers, some no facts."""
    layout = Layout(chance := Random(seed))
    facts = chance.choice((0, 1, 2, 3, 3))
    lines = [f"# c0: seed {seed} ."] if chance.random() < 0.5 else []
    parts = [[f"factspec: 1{layout.comment()}"], [f"event: {layout.scalar('Ferry to Skerry')}{layout.comment()}"]]
    if chance.random() < 0.6:
        rest = layout.words([f"a{i}/*.txt" for i in range(chance.randint(1, 3))], 0)
        parts.append([f"articles:{rest[0]}", *rest[1:]])
    inside = layout.step
    bodies = [[*layout.between(inside), *layout.fact(number, inside)] for number in range(facts)]
    empty = chance.choice(([], ["facts:"], ["facts: {}"], [f"facts:{layout.comment()}"], ["facts: ~"]))
    parts.append([f"facts:{layout.comment()}", *(line for body in bodies for line in body)] if facts else empty)
    if facts and chance.random() < 0.5:
        parts.append(layout.waivers(facts))
    for part in parts:
        lines += [*layout.between(0), *part]
    if chance.random() < 0.3:
        lines.append(f"# c999: the end .{chance.choice(('', ' '))}")
    if chance.random() < 0.05:
        lines.append("...")
    text = "\n".join(lines) + chance.choice(("\n", "\n", "\n", "", "\n\n"))
    mark = "\ufeff" if chance.random() < 0.1 else ""
    return mark + (text.replace("\n", "\r\n") if chance.random() < 0.25 else text), facts
