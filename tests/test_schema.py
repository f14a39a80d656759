"""The JSON Schema and the reader agree: what one refuses for its shape, the other refuses too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spec_tables import BAD, GOOD, Bad, whole

from factspec.errors import SpecError
from factspec.kinds import KINDS
from factspec.spec import json_schema, load_spec
from factspec.spec.keys import COMMON, OWN

ROOT = Path(__file__).resolve().parent.parent
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def as_editors_read(node: yaml.Node | None) -> Any:
    """The data of a YAML 1.2 core schema, as the YAML language server takes it: no dates, no yes and no."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): as_editors_read(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_editors_read(entry) for entry in node.value]
    return scalar(str(node.value), plain=not node.style) if isinstance(node, yaml.ScalarNode) else None


def scalar(text: str, *, plain: bool) -> Any:
    if not plain:
        return text
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text.lower() in {"true", "false"} and text in {text.lower(), text.upper(), text.capitalize()}:
        return text.lower() == "true"
    if NUMBER.fullmatch(text):
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    return text


def schema_refuses(written: str) -> bool:
    return not validator().is_valid(as_editors_read(yaml.compose(written, Loader=yaml.SafeLoader)))


def reader_refuses(written: str) -> bool:
    try:
        load_spec("a.facts.yaml", written)
    except SpecError:
        return True
    return False


def test_schema_is_a_schema_and_plain_json() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize("shown", [shown for shown, _ in GOOD])
def test_schema_takes_what_the_reader_takes(shown: str) -> None:
    assert not schema_refuses(whole(shown))


@pytest.mark.parametrize("row", [row for row in BAD if row.by_schema], ids=lambda row: row.said[0][:60])
def test_schema_refuses_faults_of_shape(row: Bad) -> None:
    assert schema_refuses(whole(row.shown))


@pytest.mark.parametrize("path", sorted((ROOT / "specs").glob("*.facts.yaml")), ids=lambda path: path.name)
def test_schema_takes_our_own_specs(path: Path) -> None:
    assert not schema_refuses(path.read_text(encoding="utf-8"))


def described(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every key of a mapping that a person may write, with its schema."""
    for key, inner in schema.get("properties", {}).items():
        yield key, inner
        yield from described(inner)


def test_every_key_is_described() -> None:
    schema = json_schema()
    found = [*described(schema), *described(schema["$defs"]["fact"]), *described(schema["properties"]["waivers"]["items"])]
    assert len(found) > 30
    assert [key for key, inner in found if not inner.get("description", "").strip()] == []


def test_message_of_a_wrong_value_is_that_of_its_kind_alone() -> None:
    data = {"factspec": 1, "event": "x", "facts": {"f": {"kind": "date", "value": "soon", "about": "x", "by": "y"}}}
    found = {(".".join(map(str, error.absolute_path)), error.absolute_schema_path[-1]) for error in validator().iter_errors(data)}
    assert found == {("facts.f", "properties"), ("facts.f.value", "pattern")}


def patterns(schema: Any) -> Iterator[str]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for value in inner:
        yield from patterns(value)
    if isinstance(schema, dict) and isinstance(schema.get("pattern"), str):
        yield schema["pattern"]


@pytest.mark.parametrize("pattern", sorted(set(patterns(json_schema()))))
def test_pattern_is_one_that_every_engine_of_json_schema_understands(pattern: str) -> None:
    assert not re.search(r"(?<!\\)\(\?(?!:)|\\[AZpP]|[+*?}]\+", pattern)


KEYS = {*COMMON, *OWN, "extra"} - {"kind", "value"}
VALUES = """
24|2026-02|2026-02-28|10 km|65 %|x|''|null|true|false|no|[]|[x]|[x, y]|['']|[[x]]|{}|{x: y}|{value: 60, tolerance: 5%}
{value: 60, tolerance: -5}|{person: x, role: y}|high|exact|month|-3|1.5|1e3|{2013-07-03: 24}|{2013-07-03: [x, y]}|{supports: x}
456|[1a]|0x1F|'true'|' x '|{x: {y: z}}|9999|12 Danes and 11 Finns|Friday 2026-03-06|March 2026
"""


@pytest.mark.slow
@given(
    st.sampled_from([*KINDS, "kind"]),
    st.sampled_from(re.split(r"[|\n]", VALUES.strip())),
    st.dictionaries(st.sampled_from(sorted(KEYS)), st.sampled_from(re.split(r"[|\n]", VALUES.strip())), max_size=4),
)
@settings(max_examples=500, deadline=None)
def test_whatever_the_schema_refuses_the_reader_refuses(kind: str, value: str, more: dict[str, str]) -> None:
    keys = {"kind": kind, "value": value, **more}
    written = "factspec: 1\nevent: x\nfacts:\n  f:\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())
    if schema_refuses(written):
        assert reader_refuses(written)
