"""The answers to what an editor asks about a place in a spec or an article.

What is read: the session's documents and its last picture. What is not: anything that needs a new check; where an article has
changed since, only its text is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from getpass import getuser
from typing import Protocol

from lsprotocol import types

from factspec.article import Article
from factspec.editor import hovering
from factspec.editor.desk import is_spec
from factspec.editor.fixing import Fix, Signature, of_finding, of_problem, of_selection
from factspec.editor.lines import Lines, Stretch
from factspec.editor.linking import evidence_of, facts_at
from factspec.editor.marks import stretch_of
from factspec.editor.session import Session
from factspec.editor.wire import action, as_range, diagnostic, name_of, overlaps, uri_of
from factspec.errors import FactspecError
from factspec.model import Fact, Finding, Spec
from factspec.readers import read_bytes
from factspec.run.again import real

__all__ = ["code_actions", "definition", "hover", "references"]


class Located(Protocol):
    """A request about a place of a document."""

    text_document: types.TextDocumentIdentifier
    position: types.Position


def hover(session: Session, at: Located) -> types.Hover | None:
    """The reading of the date or figure there and what it was held against, or what the fact there expects."""
    name, lines, offset = _place(session, at)
    if is_spec(name):
        fact = _fact_at(session, name, lines, at.position.line)
        if fact is None:
            return None
        told = hovering.of_fact(fact, session.picture.evidence(name, fact.id))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told))
    article = _article(session, name)
    found = article and hovering.of_article(article, offset, _findings(session, name))
    if not found:
        return None
    told, start, end = found
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told), as_range(lines.stretch(start, end)))


def definition(session: Session, at: Located) -> list[types.Location]:
    """From evidence in an article to its facts; from a fact in a spec to its evidence."""
    name, lines, offset = _place(session, at)
    if not is_spec(name):
        return [_of_fact(session, fact) for fact in facts_at(_findings(session, name), offset)]
    fact = _fact_at(session, name, lines, at.position.line)
    return list(_evidence(session, fact)) if fact else []


def references(session: Session, at: Located) -> list[types.Location]:
    """All evidence of the fact that stands in a spec, or that is stated in an article, and the fact itself."""
    name, lines, offset = _place(session, at)
    if is_spec(name):
        fact = _fact_at(session, name, lines, at.position.line)
        facts = [fact] if fact else []
    else:
        facts = facts_at(_findings(session, name), offset)
    return [place for fact in facts for place in (_of_fact(session, fact), *_evidence(session, fact))]


def code_actions(session: Session, asked: types.CodeActionParams, *, can_select: bool) -> list[types.CodeAction]:
    """The fixes of the marks in a range, and of what a fact could be called where a part of an article is selected."""
    uri = asked.text_document.uri
    name, found = name_of(uri), list[types.CodeAction]()
    here = [mark for mark in session.marks.get(name, ()) if overlaps(mark.stretch, asked.range)]
    for mark in here:
        fixes = list[Fix]()
        if mark.problem and is_spec(name):
            fixes += of_problem(mark.problem, session.lines(name).text)
        elif mark.finding and (known := _spec(session, mark.finding.fact.place.path)):
            fixes += of_finding(mark.finding, *known, _signature())
        found += [_action(session, fix, [diagnostic(mark, uri)], can_select=can_select) for fix in fixes]
    if not is_spec(name):
        chosen = of_selection(_selected(session, name, asked.range), _findings(session, name), lambda path: _spec(session, path))
        found += [_action(session, fix, [], can_select=can_select) for fix in chosen]
    return list({one.title: one for one in found}.values())


def _place(session: Session, at: Located) -> tuple[str, Lines, int]:
    name = name_of(at.text_document.uri)
    lines = session.lines(name)
    return name, lines, lines.offset(at.position.line, at.position.character)


def _article(session: Session, name: str) -> Article | None:
    """The article as the editor holds it; None where it cannot be read."""
    if session.is_current(name):
        return session.picture.articles[name]
    document = session.documents.get(name)
    if document is None:
        return None
    try:
        return read_bytes(name, b"\xef\xbb\xbf" + document.text.encode("utf-8", "replace"))
    except FactspecError:
        return None


def _findings(session: Session, name: str) -> tuple[Finding, ...]:
    return session.picture.findings.get(name, ()) if session.is_current(name) else ()


def _spec(session: Session, path: str) -> tuple[Spec, str] | None:
    """A spec and its present text, by its path as it is shown."""
    name = real(path)
    spec = session.picture.specs.get(name)
    return (spec, session.lines(name).text) if spec else None


def _fact_at(session: Session, name: str, lines: Lines, line: int) -> Fact | None:
    spec = session.picture.specs.get(name)
    return hovering.fact_at(spec, lines.text, line + 1) if spec else None


def _of_fact(session: Session, fact: Fact) -> types.Location:
    name = real(fact.place.path)
    return _location(session, name, session.lines(name).word(fact.place))


def _evidence(session: Session, fact: Fact) -> Iterator[types.Location]:
    for name, evidence in evidence_of(session.picture, fact):
        yield _location(session, name, stretch_of(evidence, name, session.lines(name)))


def _location(session: Session, name: str, stretch: Stretch) -> types.Location:
    document = session.documents.get(name)
    return types.Location(document.uri if document else uri_of(name), as_range(stretch))


def _action(session: Session, fix: Fix, diagnostics: list[types.Diagnostic], *, can_select: bool) -> types.CodeAction:
    name = real(fix.path)
    document = session.documents.get(name)
    uri = document.uri if document else uri_of(name)
    return action(fix, uri, session.lines(name), diagnostics, can_select=can_select)


def _selected(session: Session, name: str, range_: types.Range) -> str:
    lines = session.lines(name)
    start = lines.offset(range_.start.line, range_.start.character)
    return lines.text[start : lines.offset(range_.end.line, range_.end.character)]


def _signature() -> Signature:
    try:
        by = getuser()
    except (KeyError, OSError, ImportError):
        by = "an editor"
    return Signature(by, datetime.now().astimezone().date())
