"""Every rule that a derivation can name is on the page that explains them, and the page names no rule that does not exist.

`python tests/test_rules.py` writes `factspec/rules.py`, by which `factspec explain` tells the meaning of a rule, from the page;
run the formatter over it.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from factspec.rules import RULES

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "factspec/rules.py"
RULE = re.compile(r"(?:[CDKNPQRSTW]|X)\d{1,2}(?= |$)")
ROW = re.compile(r"^\| (?P<head>[^|]+) \| (?P<text>[^|]+) \|$")
HEAD = '''"""The rules by which verdicts come about, each with its meaning in plain words.

Written by `python tests/test_rules.py` from docs/verdicts.md, which is the place to change them; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["RULES"]

RULES: Mapping[str, str] = {
'''


def _in_code() -> set[str]:
    """The rule ids at the head of string constants of the binding and kinds rooms."""
    found: set[str] = set()
    for path in [ROOT / "factspec/engine.py", *(ROOT / "factspec/binding").glob("*.py"), *(ROOT / "factspec/kinds").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and (match := RULE.match(node.value)):
                found.add(match[0])
    return found


def _on_page() -> set[str]:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs/verdicts.md").read_text("utf-8"), re.MULTILINE)
    return {rule for row in rows for rule in RULE.findall(row.replace(",", " "))}


def _meanings() -> Iterator[tuple[str, str]]:
    """Every rule of the page with its meaning: the row, behind what the head of its table begins for all rows."""
    lead = ""
    for line in (ROOT / "docs/verdicts.md").read_text("utf-8").splitlines():
        if not (row := ROW.match(line)):
            continue
        if row["head"] == "rule":
            lead = {"what": "", "because …": "it has no force here, because "}.get(row["text"], row["text"].removesuffix("…"))
        for rule in RULE.findall(row["head"].replace(",", " ")):
            yield rule, (lead + row["text"]).replace("`", "").strip()


def _order(row: tuple[str, str]) -> tuple[str, int]:
    return row[0][0], int(row[0][1:])


def _table() -> str:
    """What `factspec/rules.py` must hold."""
    rows = (f"    {json.dumps(rule)}: {_literal(text)},\n" for rule, text in sorted(_meanings(), key=_order))
    return HEAD + "".join(rows) + "}\n"


def _literal(text: str) -> str:
    """A string, in pieces where it is too long for a line."""
    pieces = wrap(text, 100, break_long_words=False, break_on_hyphens=False)
    if len(pieces) == 1:
        return json.dumps(text, ensure_ascii=False)
    written = (json.dumps(piece + " ", ensure_ascii=False) for piece in pieces[:-1])
    return f"({' '.join(written)} {json.dumps(pieces[-1], ensure_ascii=False)})"


def test_every_rule_in_the_code_is_explained() -> None:
    assert _in_code() - _on_page() == set()


def test_every_rule_on_the_page_is_in_the_code() -> None:
    assert _on_page() - _in_code() == set()


def test_rules_of_the_program_are_those_of_the_page() -> None:
    assert dict(RULES) == dict(_meanings()), "run python tests/test_rules.py"


if __name__ == "__main__":
    TABLE.write_text(_table(), "utf-8")
