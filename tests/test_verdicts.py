"""Claims about verdicts, as data: tests/corpora/verdicts holds facts and the sentences that support, contradict or omit them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factspec.article import Article
from factspec.engine import compile_plan, examine
from factspec.model import Dateline, Finding
from factspec.spec import load_spec

CORPORA = Path(__file__).parent / "corpora" / "verdicts"


def _rows() -> list[Any]:
    rows = []
    for path in sorted(CORPORA.glob("*.yaml")):
        for number, block in enumerate(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)):
            for verdict in ("supported", "contradicted", "vague", "omitted"):
                for sentence in block.get(verdict, ()):
                    case = (block["fact"], block["dateline"], sentence, verdict)
                    rows.append(pytest.param(*case, id=f"{path.stem}{number}-{verdict}-{sentence[:60]}"))
    return rows


def finding(fact: dict[str, Any], dateline: str, text: str) -> Finding:
    written = yaml.safe_dump({"factspec": 1, "event": "A test", "facts": {"it": fact}}).replace("'true'", "true")
    spec = load_spec("test.facts.yaml", written).spec
    article = Article("test.txt", text, text, None if dateline == "none" else Dateline(date.fromisoformat(dateline)))
    return examine(compile_plan([spec]), article).finding(0)


@pytest.mark.parametrize(("fact", "dateline", "sentence", "verdict"), _rows())
def test_a_sentence_gets_its_verdict(fact: dict[str, Any], dateline: str, sentence: str, verdict: str) -> None:
    found = finding(fact, dateline, sentence)
    assert found.verdict == verdict, "\n".join((found.reason, *found.derivation))


ELSEWHERE = """A new swimming pool opened in Harlow on Friday after two years of building, and the mayor cut the ribbon.

The pool has eight lanes, a slide and a sauna, and it cost 14 million pounds. Three people were hurt when a stand fell over, but
nobody was killed. The first swimmers struck out at noon, and the last of them left on Saturday night."""


def test_an_article_about_something_else_is_never_accused() -> None:
    facts = {
        "day": {"kind": "date", "value": "2026-03-10", "about": ["struck"]},
        "toll": {"kind": "count", "value": 24, "of": ["killed", "hurt"]},
    }
    text = yaml.safe_dump({"factspec": 1, "event": "Earthquake at Orvale in the Tessen valley", "facts": facts})
    spec = load_spec("test.facts.yaml", text).spec
    article = Article("pool.txt", ELSEWHERE, ELSEWHERE, Dateline(date(2026, 3, 15)))
    examined = examine(compile_plan([spec]), article)
    assert [examined.finding(n).verdict for n in (0, 1)] == ["omitted", "omitted"]
    assert "X30" in examined.finding(1).derivation[-1]
