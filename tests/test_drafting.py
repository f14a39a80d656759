"""What `factspec draft` proposes, in which order, and what becomes of it as YAML and in a spec that there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from corpora.drafting import APART, DAY, NOT, PROPOSED
from hypothesis import given, settings
from hypothesis import strategies as st

from factspec.article import Article
from factspec.cli import main
from factspec.drafting.drafts import draft
from factspec.drafting.proposal import Proposal
from factspec.drafting.writing import block, event_of, whole
from factspec.editing import append_facts
from factspec.loading import load
from factspec.model import Dateline, Spec
from factspec.spec import load_spec

ALL = 1000


def articles(texts: Sequence[str]) -> list[Article]:
    return [Article(f"{n}.txt", text, text, Dateline(date.fromisoformat(DAY))) for n, text in enumerate(texts)]


def proposed(texts: Sequence[str], kind: str) -> list[Proposal]:
    return [p for p in draft(articles(texts), limit=ALL).proposals if p.kind == kind]


def written(texts: Sequence[str], limit: int = ALL) -> str:
    made = articles(texts)
    return whole(draft(made, limit=limit), event_of(made), [a.path for a in made])


def spec_of(text: str) -> Spec:
    return load_spec("draft.facts.yaml", text).spec


# ---------------------------------------------------------------- what is proposed


@pytest.mark.parametrize(("texts", "kind", "value", "others"), PROPOSED.values(), ids=PROPOSED)
def test_value_is_proposed_with_what_differs_beside_it(
    texts: tuple[str, ...], kind: str, value: object, others: tuple[object, ...]
) -> None:
    found = {str(p.value): [other.value for other in p.others] for p in proposed(texts, kind)}
    assert str(value) in found
    assert found[str(value)] == list(others)


@pytest.mark.parametrize(("texts", "kind", "value"), NOT.values(), ids=NOT)
def test_value_is_not_proposed(texts: tuple[str, ...], kind: str, value: object) -> None:
    assert value not in [p.value for p in proposed(texts, kind)]


@pytest.mark.parametrize(("texts", "kind"), APART.values(), ids=APART)
def test_no_disagreement_is_made_up(texts: tuple[str, ...], kind: str) -> None:
    assert not [p.value for p in proposed(texts, kind) if p.others]


def test_growing_toll_has_the_value_of_the_newest_leads() -> None:
    early = Article("1.txt", "The storm killed three people.", "", Dateline(date(2026, 5, 11)))
    late = Article("2.txt", "The storm killed 24 people.", "", Dateline(date(2026, 5, 13)))
    (toll,) = [p for p in draft([early, late]).proposals if p.kind == "count"]
    assert (toll.value, [other.value for other in toll.others]) == ("24", ["3"])


def test_anchors_are_words_of_the_sentences() -> None:
    (fact,) = proposed(("It struck at a depth of just 10 kilometres.",), "quantity")
    assert fact.about == ("depth",)


def test_disagreement_comes_before_what_one_article_states() -> None:
    texts = ("Nine boats sank. Eighteen passengers were aboard.", "Some 21 passengers were aboard.")
    assert draft(articles(texts)).proposals[0].others


def test_what_more_articles_state_comes_first() -> None:
    texts = ("The Skerry Maid sank. Nine boats were lost.", "The Skerry Maid sank.", "Divers found the Skerry Maid.")
    assert draft(articles(texts)).proposals[0].value == "Skerry Maid"


def test_limit_bounds_the_proposals() -> None:
    texts = ("Nine boats sank. Eleven cars burned. Twelve men were hurt.",)
    assert len(draft(articles(texts), limit=2).proposals) == 2


# ---------------------------------------------------------------- the spec that is written

STORM = (
    'The storm killed 24 people on Monday. "We have never seen such waves here," said Ana Lindqvist, the harbour master.',
    "The storm killed 20 people on Monday.\n\nThe Skerry Maid, dubbed “The Cork”: she sank off Stromvik.",
    "Storm: 24 dead. The Skerry Maid sank near Stromvik [see map] at 12 km.",
)


def test_draft_is_a_spec_of_unchecked_facts() -> None:
    spec = spec_of(written(STORM))
    assert spec.facts
    assert not any(fact.checked for fact in spec.facts)


def test_only_what_all_articles_state_is_required() -> None:
    spec = spec_of(written(("Nine boats sank.", "Nine boats sank. Eleven cars burned.")))
    required = {fact.expected: fact.required for fact in spec.facts if fact.kind == "count"}
    assert required == {"9": True, "11": False}


def test_every_value_has_its_places_as_comments() -> None:
    text = written(("Eighteen passengers were aboard.", "Some 21 passengers were aboard."))
    lines = [line.strip(" #") for line in text.splitlines() if line.startswith("  #")]
    assert lines[:4] == [
        "THE ARTICLES DIFFER. 18: stated by 1 of 2 articles",
        "0.txt:1:1: Eighteen passengers were aboard.",
        "about 21: stated by 1 of 2 articles",
        "1.txt:1:1: Some 21 passengers were aboard.",
    ]


def test_role_has_a_statement() -> None:
    spec = spec_of(written(("Ana Lindqvist, the harbour master of Skerry, was content.",)))
    assert "Ana Lindqvist is the harbour master of Skerry." in [fact.statement for fact in spec.facts]


def test_two_names_of_one_thing_are_any_of_them() -> None:
    text = written(("The plan, dubbed Sea Wall or Storm Wall, was approved.",))
    assert "value: [Sea Wall, Storm Wall]\n    any: true" in text


def test_what_a_terminal_obeys_is_shown_as_an_escape() -> None:
    assert "\x1b" not in written(("The storm killed 24 \x1b[31mpeople near Port Ellan.",))


def test_same_articles_give_the_same_bytes() -> None:
    assert written(STORM) == written(STORM)


PIECES = st.sampled_from(
    [*(text for texts, *_ in PROPOSED.values() for text in texts), *STORM, ": - #", '"', "'", "\n\n", "[", "{a: b}", "\x07", "é"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.lists(PIECES, max_size=5).map(" ".join), st.text(max_size=60)), min_size=1, max_size=3))
def test_draft_of_any_text_loads(texts: list[str]) -> None:
    made = articles(texts)
    found = draft(made)
    if found.proposals:
        assert spec_of(whole(found, event_of(made), [a.path for a in made])).facts


# ---------------------------------------------------------------- added to a spec

SPEC = """\
factspec: 1   # ours
event: Storm at Port Ellan
articles: ['*.txt']

facts:
  toll:   # from the registry
    kind: count
    value: 24
    of: [killed]
    source: registry
# the end
"""


def test_spec_is_not_proposed_what_it_has() -> None:
    found = draft(articles(STORM), spec_of(SPEC))
    assert found.proposals
    assert not [p for p in found.proposals if p.kind == "count" and p.value == "24"]


def test_draft_that_was_added_is_not_proposed_again() -> None:
    made = articles(STORM)
    spec = spec_of(written(STORM))
    assert not draft(made, spec, limit=ALL).proposals


def test_added_facts_change_no_other_line() -> None:
    found = draft(articles(STORM), spec_of(SPEC))
    text = append_facts("s.facts.yaml", SPEC, block(found, ["toll"]))
    assert set(SPEC.splitlines()) <= set(text.splitlines())
    assert len(spec_of(text).facts) == 1 + len(found.proposals)


def test_ids_are_not_those_of_the_spec() -> None:
    found = draft(articles(("The storm killed 24 people.",)))
    assert "\n  killed-2:" in f"\n{block(found, ['killed'])}".replace("\n  # ", "\n#")


# ---------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "specs").mkdir()
    for number, text in enumerate(STORM):
        (tmp_path / "articles" / f"{number}.txt").write_text(f" date {DAY} Storm at Port Ellan\n\n{text}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_command_prints_a_spec(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "articles/*.txt"]) == 0
    assert spec_of(capsys.readouterr().out).event == "Storm at Port Ellan"


@pytest.mark.usefixtures("folder")
def test_command_names_the_articles_from_the_folder_of_the_spec() -> None:
    assert main(["draft", "articles/*.txt", "-o", "specs/storm.facts.yaml"]) == 0
    (spec,) = load("specs")
    assert [glob for glob, _ in spec.articles] == [f"../articles/{n}.txt" for n in range(3)]


@pytest.mark.usefixtures("folder")
def test_command_writes_over_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.facts.yaml").write_text("mine", encoding="utf-8")
    assert main(["draft", "articles/*.txt", "-o", "mine.facts.yaml"]) == 2
    assert "[FS410]" in capsys.readouterr().err
    assert Path("mine.facts.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_command_adds_to_a_spec_and_then_has_nothing_to_add(mark: str, capsys: pytest.CaptureFixture[str]) -> None:
    old = (mark + SPEC.replace("\n", "\r\n")).encode()
    Path("s.facts.yaml").write_bytes(old)
    assert main(["draft", "articles/*.txt", "--append", "s.facts.yaml", "--limit", "999"]) == 0
    new = Path("s.facts.yaml").read_bytes()
    assert new.startswith(old[: old.index(b"# the end")])
    assert main(["draft", "articles/*.txt", "--append", "s.facts.yaml"]) == 0
    assert "nothing to propose" in capsys.readouterr().err
    assert Path("s.facts.yaml").read_bytes() == new


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["nowhere/*.txt", "nothing*"], ["[FS501]", "[FS501]"]),
        (["nowhere.txt", "articles"], ["[FS101]", "[FS102]"]),
        (["empty.txt"], ["[FS502]"]),
    ],
)
def test_faults_of_the_user_are_said_all_at_once(
    arguments: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.txt").write_text("so it is\n", encoding="utf-8")
    assert main(["draft", *arguments]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line[-7:] for line in lines] == codes


def test_wrong_limit_is_a_wrong_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["draft", "a.txt", "--limit", "0"])
    assert "--limit" in capsys.readouterr().err


# ---------------------------------------------------------------- what is not checked may warn, and never fails

TWO = """\
factspec: 1
event: Storm
articles: [../articles/1.txt]
facts:
  toll:
    kind: count
    value: 24
    of: [killed]
    checked: false
    examples:
      omits: [The storm killed 24 people.]
  ship:
    kind: name
    value: Skerry Maid
"""


@pytest.mark.usefixtures("folder")
def test_unchecked_fact_warns_and_never_fails(capsys: pytest.CaptureFixture[str]) -> None:
    Path("specs/storm.facts.yaml").write_text(TWO, encoding="utf-8")
    assert main(["check", "specs", "--color", "never", "--strict"]) == 0
    out = capsys.readouterr().out
    assert "contradicted (warning): toll" in out
    assert "example of 'toll' must be omitted" in out
    assert out.splitlines()[-2:] == ["agreed, 2 warnings", "1 article × 1 fact = 1 examined: 1 supported, 1 not checked"]


@pytest.mark.usefixtures("folder")
def test_checked_fact_of_the_same_words_fails() -> None:
    Path("specs/storm.facts.yaml").write_text(TWO.replace("    checked: false\n", ""), encoding="utf-8")
    assert main(["check", "specs"]) == 1
