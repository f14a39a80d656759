"""Every rule that a derivation can name is on the page that explains them, and the page names no rule that does not exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULE = re.compile(r"(?:[CDKNPQRSTW]|X)\d{1,2}(?= |$)")


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


def test_every_rule_in_the_code_is_explained() -> None:
    assert _in_code() - _on_page() == set()


def test_every_rule_on_the_page_is_in_the_code() -> None:
    assert _on_page() - _in_code() == set()
