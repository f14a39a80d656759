"""Edits of specs: what is put where, in which manner, and what is refused. `test_editing_random` tries them on random layouts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.editing import Splice, add_form, append_facts, append_waiver, remove_item, rename_key, replace_scalar, spliced
from factspec.errors import FactspecError
from factspec.model import Place
from factspec.spec import load_spec

PATH = "ferry.facts.yaml"
HEAD = "factspec: 1\nevent: Ferry to Skerry\n"
FERRY = "  ferry:\n    kind: name\n    value: Skerry Maid  # as painted\n"
SPEC = f"# harbour desk\n{HEAD}facts:\n{FERRY}"
NEW = "  # found in 3 articles\n  master:\n    kind: name\n    value: Ana Lind\n"
WAIVER = {"fact": "ferry", "article": "a.txt", "reason": "old name, kept", "by": "desk"}
END = date(2026, 12, 31)
LONG = "  - fact: ferry\n    article: a.txt\n    reason: old name, kept\n    by: desk\n    until: 2026-12-31\n"
SHORT = '{fact: ferry, article: a.txt, reason: "old name, kept", by: desk, until: 2026-12-31}'


def at(line: int, column: int) -> Place:
    return Place(PATH, line, column)


def waived(text: str) -> str:
    return append_waiver(PATH, text, until=END, **WAIVER)


def refusal(edit: Callable[[], str]) -> tuple[str, str]:
    with pytest.raises(FactspecError) as caught:
        edit()
    (problem,) = caught.value.problems
    return problem.code, str(problem).removeprefix(f"{PATH}:")


# ---------------------------------------------------------------- splices


def test_splices_are_made_at_the_offsets_of_the_old_text() -> None:
    assert spliced("abcdef", [Splice(4, 5, "E!"), Splice(0, 1, ""), Splice(2, 2, "+"), Splice(2, 2, "-")]) == "b+-cdE!f"


@pytest.mark.parametrize(
    "splices", [[Splice(0, 3, ""), Splice(2, 4, "")], [Splice(5, 7, "")], [Splice(-1, 0, "")], [Splice(3, 2, "")]]
)
def test_splices_that_overlap_or_reach_beyond_the_text_are_refused(splices: list[Splice]) -> None:
    with pytest.raises(FactspecError, match="overlap"):
        spliced("abcdef", splices)


# ---------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SPEC, SPEC + NEW),
        (SPEC.rstrip("\n"), (SPEC + NEW).rstrip("\n")),
        (f"{SPEC}\n  # more to come\n\nwaivers: []\n", f"{SPEC}\n  # more to come\n{NEW}\nwaivers: []\n"),
        (f"{SPEC}\n# the end\n", f"{SPEC}{NEW}\n# the end\n"),
        (f"{HEAD}facts:\n", f"{HEAD}facts:\n{NEW}"),
        (f"{HEAD}facts: {{}}  # none yet\n", f"{HEAD}facts:  # none yet\n{NEW}"),
        (f"{HEAD}\n# facts follow\n", f"{HEAD}\n# facts follow\nfacts:\n{NEW}"),
    ],
)
def test_facts_come_at_the_end_of_the_facts(old: str, new: str) -> None:
    assert append_facts(PATH, old, NEW) == new
    assert load_spec(PATH, append_facts(PATH, old, NEW)).spec.facts[-1].id == "master"


def test_facts_get_the_indentation_and_the_line_ends_of_the_spec() -> None:
    old = f"\ufeff{HEAD}facts:\n    a:\n        kind: name\n        value: A\n".replace("\n", "\r\n")
    new = append_facts(PATH, old, NEW)
    deeper = "".join(f"  {line}" for line in NEW.splitlines(keepends=True))
    assert new == old + deeper.replace("\n", "\r\n")


def test_facts_in_brackets_take_facts_in_brackets_but_no_comments() -> None:
    old = f"{HEAD}facts: {{a: {{kind: name, value: A}}}}\n"
    new = append_facts(PATH, old, NEW.partition("\n")[2])
    assert new == f"{HEAD}facts: {{a: {{kind: name, value: A}}, master: {{kind: name, value: Ana Lind}}}}\n"
    assert refusal(lambda: append_facts(PATH, old, NEW))[0] == "FS403"


@pytest.mark.parametrize(
    ("old", "block", "said"),
    [
        (SPEC, FERRY, ("FS402", "5:3: the spec has a fact 'ferry' already (choose another id)")),
        (SPEC, "  a:\n  kind: name\n", ("FS404", "7:37: with this edit the spec could not be used: facts.a: the value is empty")),
        (HEAD + "facts: none\n", NEW, ("FS403", "3:8: 'facts' holds a text, not facts")),
        ("- a\n", NEW, ("FS401", "1:1: expected the keys of a spec (factspec, event, facts, …)")),
        (HEAD + HEAD, NEW, ("FS401", "3:1: cannot be edited: duplicate key 'factspec' (first in line 1)")),
    ],
)
def test_facts_that_cannot_be_added_are_refused(old: str, block: str, said: tuple[str, str]) -> None:
    with pytest.raises(FactspecError) as caught:
        append_facts(PATH, old, block)
    assert (caught.value.problems[0].code, str(caught.value.problems[0]).removeprefix(f"{PATH}:")) == said


# ---------------------------------------------------------------- waivers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SPEC, f"{SPEC}waivers:\n{LONG}"),
        (f"# a\n\n{SPEC}", f"# a\n\n{SPEC}\nwaivers:\n{LONG}"),
        (f"{SPEC}waivers: []\n", f"{SPEC}waivers:\n{LONG}"),
        (f"{SPEC}waivers:  # none\n", f"{SPEC}waivers:  # none\n{LONG}"),
        (
            f"{SPEC}waivers:\n{LONG}".replace("a.txt", "b.txt") + "  # the last\n",
            f"{SPEC}waivers:\n{LONG}".replace("a.txt", "b.txt") + LONG + "  # the last\n",
        ),
        (
            f"{SPEC}waivers:\n- {SHORT} # why\n".replace("a.txt", "b.txt"),
            f"{SPEC}waivers:\n- {SHORT} # why\n".replace("a.txt", "b.txt") + f"- {SHORT}\n",
        ),
        (
            f"{SPEC}waivers: [{SHORT}]\n".replace("a.txt", "b.txt"),
            f"{SPEC}waivers: [{SHORT.replace('a.txt', 'b.txt')}, {SHORT}]\n",
        ),
        (
            "{factspec: 1, event: x, facts: {ferry: {kind: name, value: F}}}\n",
            f"{{factspec: 1, event: x, facts: {{ferry: {{kind: name, value: F}}}}, waivers: [{SHORT}]}}\n",
        ),
    ],
)
def test_waiver_is_written_in_the_manner_of_the_others(old: str, new: str) -> None:
    assert waived(old) == new


def test_waiver_that_is_there_or_of_an_unknown_fact_is_refused() -> None:
    code, said = refusal(lambda: waived(waived(SPEC)))
    assert (code, said.partition("could not be used: ")[2]) == (
        "FS404",
        "waivers[1]: a second waiver for one fact and article (keep one of them)",
    )
    code, said = refusal(lambda: append_waiver(PATH, SPEC, until=END, **{**WAIVER, "fact": "fery"}))
    assert (code, said.partition("could not be used: ")[2]) == (
        "FS404",
        "waivers[0].fact: no fact 'fery' in this spec (did you mean 'ferry'?)",
    )
    assert refusal(lambda: append_waiver(PATH, SPEC, until=END, **{**WAIVER, "reason": " "}))[0] == "FS404"


# ---------------------------------------------------------------- forms


@pytest.mark.parametrize(
    ("line", "form", "after"),
    [
        ("also: [Maid]  # short", "the Maid", "also: [Maid, the Maid]  # short"),
        ("also: [ 'Maid' ]", "the Maid", "also: [ 'Maid', 'the Maid' ]"),
        ("also: []", "Maid", "also: [Maid]"),
        ("also: Maid", "a, b", 'also: [Maid, "a, b"]'),
        ("also: a, b", "Maid", 'also: ["a, b", Maid]'),
        ("also: 'Maid'", "the Maid", "also: ['Maid', 'the Maid']"),
        (
            "also:\n      - Maid  # short\n      # the end",
            "the Maid",
            "also:\n      - Maid  # short\n      - the Maid\n      # the end",
        ),
        ("also:\n    - Maid", "#7", 'also:\n    - Maid\n    - "#7"'),
        ("also: [\n      Maid, # short\n      ]", "M", "also: [\n      Maid, # short\n      M,\n      ]"),
        ("also: [\n      Maid # short\n      ]", "M", "also: [\n      Maid, # short\n      M\n      ]"),
        ("note: x", "Maid", "also: [Maid]\n    note: x"),
        ("not: [x]", "Maid", "also: [Maid]\n    not: [x]"),
    ],
)
def test_form_joins_a_list_in_its_own_manner(line: str, form: str, after: str) -> None:
    old = f"{SPEC}    {line}\n"
    assert add_form(PATH, old, "ferry", "also", form) == f"{SPEC}    {after}\n"


def test_form_joins_a_fact_in_brackets() -> None:
    old = f"{HEAD}facts: {{ferry: {{kind: name, value: Skerry Maid, note: x}}}}\n"
    assert add_form(PATH, old, "ferry", "not", "Mayd") == old.replace("Maid", "Maid, not: [Mayd]")


def test_glob_joins_the_articles_of_the_spec() -> None:
    assert add_form(PATH, SPEC, None, "articles", "a/*.txt") == f"{SPEC}articles: [a/*.txt]\n"
    assert add_form(PATH, f"articles: b?.txt\n{SPEC}", None, "articles", "a/*.txt") == f'articles: ["b?.txt", a/*.txt]\n{SPEC}'


@pytest.mark.parametrize(
    ("fact", "form", "code"),
    [
        ("fery", "x", "FS402"),
        ("ferry", "Maid", "FS402"),
        ("ferry", "Mayd", "FS404"),
        ("ferry", "a\x07b", "FS403"),
        ("ferry", "", "FS404"),
    ],
)
def test_form_that_cannot_be_added_is_refused(fact: str, form: str, code: str) -> None:
    assert refusal(lambda: add_form(PATH, f"{SPEC}    also: [Maid]\n    not: [Mayd]\n", fact, "also", form))[0] == code


def test_form_of_one_of_several_names_is_refused() -> None:
    old = f"{HEAD}facts:\n  f:\n    kind: names\n    value: [A, B]\n    also: {{A: [x]}}\n"
    assert refusal(lambda: add_form(PATH, old, "f", "also", "y"))[0] == "FS403"


# ---------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("Maid  # x", "Skerry Mayd", "Skerry Mayd  # x"),
        ("'Maid'", "it's", "'it''s'"),
        ('"Maid"', "a: b", '"a: b"'),
        ("Maid", "a: b", '"a: b"'),
        ("Maid", "null", '"null"'),
        ("Maid", "true", '"true"'),
        ("|\n      Maid", "Mayd", "|\n      Mayd"),
        (">-\n      Maid\n      two", "Mayd", ">-\n      Mayd"),
    ],
)
def test_scalar_keeps_its_style_where_it_can(old: str, new: str, after: str) -> None:
    text = f"{HEAD}facts:\n  f:\n    kind: name\n    value: {{}}\n    note: x\n"
    assert replace_scalar(PATH, text.replace("{}", old), at(6, 12), new) == text.replace("{}", after)


def test_scalar_is_also_found_at_its_key_and_a_boolean_stays_one() -> None:
    old = f"{SPEC}    required: true\n"
    assert replace_scalar(PATH, old, at(8, 5), "false") == f"{SPEC}    required: false\n"
    assert refusal(lambda: replace_scalar(PATH, old, at(8, 5), "no"))[0] == "FS404"


def test_key_is_renamed_and_its_value_left_alone() -> None:
    old = f"{SPEC}    'nte': |\n      x\n"
    assert rename_key(PATH, old, at(8, 5), "note") == f"{SPEC}    'note': |\n      x\n"
    assert refusal(lambda: rename_key(PATH, old, at(8, 5), "value"))[0] == "FS402"
    assert refusal(lambda: rename_key(PATH, old, at(99, 1), "note"))[0] == "FS402"


def test_edit_may_leave_other_faults_where_they_are() -> None:
    old = f"{SPEC}    aka: [x]\n    knd: y\n"
    assert rename_key(PATH, old, at(8, 5), "also") == f"{SPEC}    also: [x]\n    knd: y\n"


@pytest.mark.parametrize(
    ("old", "place", "after"),
    [
        ("also: [a, b, c]\n", at(8, 12), "also: [b, c]\n"),
        ("also: [a, b, c]\n", at(8, 15), "also: [a, c]\n"),
        ("also: [a, b, c]\n", at(8, 18), "also: [a, b]\n"),
        ("also: [a]\n    note: x\n", at(8, 12), "note: x\n"),
        (
            "also:\n      # first\n      - a # x\n      # second\n      - b\n",
            at(10, 9),
            "also:\n      # first\n      # second\n      - b\n",
        ),
        ("also: [\n      a, # x\n      b, # y\n      ]\n", at(9, 7), "also: [\n      b, # y\n      ]\n"),
        ("also: [\n      a, # x\n      b # y\n      ]\n", at(10, 7), "also: [\n      a, # x\n      ]\n"),
        ("also: x # y\n    # z\n    note: n\n", at(8, 5), "# z\n    note: n\n"),
    ],
)
def test_item_goes_with_its_comma_and_its_comment(old: str, place: Place, after: str) -> None:
    assert remove_item(PATH, f"{SPEC}    {old}", place) == f"{SPEC}    {after}"


def test_waiver_goes_and_the_key_with_the_last_one() -> None:
    two = f"{SPEC}waivers:\n{LONG}{LONG.replace('a.txt', 'b.txt')}"
    assert remove_item(PATH, two, load_spec(PATH, two).spec.waivers[1].place) == f"{SPEC}waivers:\n{LONG}"
    one = f"{SPEC}waivers:\n{LONG}# end\n"
    assert remove_item(PATH, one, load_spec(PATH, one).spec.waivers[0].place) == f"{SPEC}# end\n"


# ---------------------------------------------------------------- any text


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=30), st.sampled_from(["Maid", "[Maid]", "[ 'x' ]", '["x"]', "\n      - y"]))
def test_any_form_is_read_back_or_refused(form: str, held: str) -> None:
    old = f"{SPEC}    also: {held}\n    note: x\n"
    try:
        new = add_form(PATH, old, "ferry", "also", form)
    except FactspecError:
        return
    wanted = unicodedata.normalize("NFC", " ".join(form.split()))
    assert unicodedata.normalize("NFC", yaml.load(new, yaml.BaseLoader)["facts"]["ferry"]["also"][1]) == wanted
    assert new.endswith("\n    note: x\n")


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=30), st.sampled_from(["x", "'x'", '"x"', "|\n      x", ">-\n      x\n      y"]))
def test_any_text_in_the_place_of_another_is_read_back_or_refused(text: str, held: str) -> None:
    old = f"{SPEC}    note: {held}\n    source: s\n"
    try:
        new = replace_scalar(PATH, old, at(8, 11), text)
    except FactspecError:
        return
    assert new.startswith(f"{SPEC}    note: ")
    assert new.endswith("\n    source: s\n")
    assert load_spec(PATH, new).spec.facts[0].source == "s"
