"""Claims about whole specs and articles, as data: tests/corpora/stories holds specs, articles, and the verdicts they must get."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factspec.article import Article
from factspec.engine import Plan, compile_plan, examine
from factspec.model import Dateline
from factspec.spec import load_spec

CORPORA = Path(__file__).parent / "corpora" / "stories"


def _plan(story: dict[str, Any]) -> Plan:
    written = yaml.safe_dump({"factspec": 1, "event": story["event"], "facts": story["facts"]}, sort_keys=False)
    return compile_plan([load_spec("story.facts.yaml", written).spec])


def _rows() -> list[Any]:
    rows = []
    for path in sorted(CORPORA.glob("*.yaml")):
        story = yaml.safe_load(path.read_text("utf-8"))
        for part in (story["facts"] | {}).values():
            part["value"] = str(part["value"]) if not isinstance(part["value"], dict | list) else part["value"]
        plan = _plan(story)
        rows += [pytest.param(plan, a, id=f"{path.stem}: {a['says']}") for a in story["articles"]]
    return rows


@pytest.mark.parametrize(("plan", "given"), _rows())
def test_an_article_gets_its_verdicts(plan: Plan, given: dict[str, Any]) -> None:
    day = date.fromisoformat(str(given["dateline"]))
    found = examine(plan, Article("story.txt", given["text"], given["text"], Dateline(day)))
    verdicts = {finding.fact.id: finding for _, finding in found.spec_findings}
    said = {fact: str(verdicts[fact].verdict) for fact in given["verdicts"]}
    assert said == given["verdicts"], [step for fact in given["verdicts"] for step in verdicts[fact].derivation]
