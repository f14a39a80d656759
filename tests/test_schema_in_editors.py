"""Ten and more mistakes in a spec are shown at their line, by factspec and, with its schema, by the YAML language server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
import yaml_language_server
from yaml_language_server import YamlLanguageServer

from factspec.errors import SpecError
from factspec.kinds import KINDS
from factspec.spec import json_schema, load_spec
from factspec.spec.snippets import FACTS, KINDS_OF_FACT, SPEC, WAIVERS

MISTAKES = yaml.safe_load((Path(__file__).parent / "corpora" / "spec_mistakes.yaml").read_text(encoding="utf-8"))
BY_NAME = [pytest.param(row, id=row["mistake"].replace(" ", "-")) for row in MISTAKES]
RIGHT = "factspec: 1\nevent: Ferry to Skerry\nfacts:\n  passengers: {kind: count, value: 18, of: [passengers]}\n"
PLACEHOLDER = re.compile(r"\$(?:\{[0-9]+:(.*?)\}|[0-9]+)")

in_the_server = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(yaml_language_server.missing()), reason=yaml_language_server.missing()),
]


@pytest.mark.parametrize("row", BY_NAME)
def test_mistake_is_told_by_factspec_with_place_and_help(row: dict[str, Any]) -> None:
    with pytest.raises(SpecError) as caught:
        load_spec("a.facts.yaml", row["spec"])
    first = caught.value.problems[0]
    assert first.place
    assert (first.code, first.place.line) == (row["code"], row["line"])
    assert str(first).partition(": ")[2] == row["says"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[YamlLanguageServer]:
    folder = tmp_path_factory.mktemp("specs")
    (folder / "schema.json").write_text(json.dumps(json_schema()), encoding="utf-8")
    server = YamlLanguageServer(folder)
    yield server
    server.close()


class TestInTheYamlLanguageServer:
    pytestmark = in_the_server

    @pytest.mark.parametrize("row", BY_NAME)
    def test_mistake_is_told_at_its_line(self, server: YamlLanguageServer, row: dict[str, Any]) -> None:
        _, found = server.open(row["spec"])
        told = [(diagnostic["range"]["start"]["line"], diagnostic["message"]) for diagnostic in found]
        assert [(line, row["editor"] in message) for line, message in told] == [(row["line"], True)]

    def test_right_spec_has_no_diagnostics(self, server: YamlLanguageServer) -> None:
        assert server.open(RIGHT)[1] == []

    def test_key_is_described_on_hover(self, server: YamlLanguageServer) -> None:
        uri, _ = server.open(RIGHT.replace("}", ", severity: high}"))
        shown = server.at("hover", uri, 4, RIGHT.splitlines()[3].index("}") + 3)
        assert "How bad a wrong article is" in json.dumps(shown)

    def test_kinds_are_offered_as_words(self, server: YamlLanguageServer) -> None:
        uri, _ = server.open("factspec: 1\nevent: x\nfacts:\n  a:\n    kind: \n")
        offered = {item["label"] for item in server.at("completion", uri, 5, 10)["items"]}
        assert set(KINDS) <= offered

    @pytest.mark.parametrize("kind", KINDS)
    def test_snippet_of_a_fact_is_offered_and_makes_a_right_fact(self, server: YamlLanguageServer, kind: str) -> None:
        text = "factspec: 1\nevent: Ferry to Skerry\nfacts:\n  "
        uri, _ = server.open(text)
        offered = {item["label"]: item["textEdit"]["newText"] for item in server.at("completion", uri, 4, 2)["items"]}
        inserted = PLACEHOLDER.sub(r"\1", offered[f"{kind} fact"]).replace("\n", "\n  ")
        (fact,) = load_spec("a.facts.yaml", text + inserted).spec.facts
        assert (fact.id, fact.kind) == ("id-of-the-fact", kind)

    def test_snippet_of_a_waiver_is_offered(self, server: YamlLanguageServer) -> None:
        uri, _ = server.open(RIGHT + "waivers:\n  - ")
        offered = [item for item in server.at("completion", uri, 6, 4)["items"] if item["label"] == "waiver"]
        assert [f"{key}: ${{" in offered[0]["textEdit"]["newText"] for key in WAIVERS[0]["body"]] == [True] * 5


def filled(body: Any) -> Any:
    """A snippet as it is where its placeholders are left as they stand."""
    if isinstance(body, dict):
        return {filled(key): filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return [filled(entry) for entry in body]
    return PLACEHOLDER.sub(r"\1", body) if isinstance(body, str) else body


@pytest.mark.parametrize("snippet", [*FACTS, *SPEC], ids=lambda snippet: snippet["label"])
def test_snippet_holds_what_the_reader_takes(snippet: dict[str, Any]) -> None:
    body = filled(snippet["body"])
    spec = body if "facts" in body else {"factspec": 1, "event": "Ferry", "facts": body}
    assert load_spec("a.facts.yaml", yaml.safe_dump(spec)).warnings == ()


def test_every_kind_has_its_snippets() -> None:
    assert [snippet["body"]["kind"] for snippet in KINDS_OF_FACT] == list(KINDS)
    assert [next(iter(snippet["body"].values()))["kind"] for snippet in FACTS] == list(KINDS)


def test_messages_and_snippets_are_no_part_of_what_a_validator_goes_by() -> None:
    """They are keywords of editors; a validator that knows only the standard ignores them."""
    words = {"defaultSnippets", "errorMessage", "patternErrorMessage"}
    assert words & set(re.findall(r'"(\w+)": ', json.dumps(json_schema()))) == words
