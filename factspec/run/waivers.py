"""Waivers: which accepted finding passes today, and which waivers have run out or were for nothing.

What is read: the waivers of the specs and each finding as it is made. What is not: the clock (today is handed in) and the
articles; a waiver never changes a verdict, and an article that could not be read cannot be waived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factspec.errors import Problem
from factspec.model import Finding, Qualifier, Spec, Verdict, Waiver
from factspec.run.globs import matches

__all__ = ["NOTICE", "Waivers", "accepted", "waivable"]

NOTICE = timedelta(days=14)  # how long before its end a waiver is spoken of


def waivable(finding: Finding) -> bool:
    """Whether a waiver has something to waive: a finding that fails, or would fail where vague ones do."""
    if finding.qualifier or not finding.fact.checked:
        return False
    required = finding.verdict is Verdict.OMITTED and finding.fact.required
    return required or finding.verdict in {Verdict.CONTRADICTED, Verdict.VAGUE}


def accepted(finding: Finding, waiver: Waiver) -> Finding:
    """The finding, marked as waived, with who accepted it as its last step."""
    step = f"Waived by {waiver.by} until {waiver.until}: {waiver.reason}."
    return replace(finding, qualifier=Qualifier.WAIVED, derivation=(*finding.derivation, step))


@dataclass(slots=True)
class _Entry:
    """A waiver and what became of it: whether its fact and article were `seen` together, and whether it was `needed`."""

    waiver: Waiver
    seen: bool = False
    needed: bool = False


class Waivers:
    """The waivers of some specs on one day."""

    def __init__(self, specs: Iterable[Spec], today: date) -> None:
        self._today = today
        self._entries: dict[tuple[str, str], list[_Entry]] = {}
        for spec in specs:
            for waiver in spec.waivers:
                self._entries.setdefault((spec.path, waiver.fact), []).append(_Entry(waiver))

    def waiver(self, spec: Spec, finding: Finding) -> Waiver | None:
        """The waiver that is in force for a finding, if it needs one."""
        entries = self._entries.get((spec.path, finding.fact.id), ())
        fitting = [entry for entry in entries if matches(finding.article, entry.waiver.article)]
        for entry in fitting:
            entry.seen = True
            entry.needed |= waivable(finding) or finding.verdict is Verdict.ERROR
        if not waivable(finding):
            return None
        return next((entry.waiver for entry in fitting if self._today <= entry.waiver.until), None)

    def apply(self, spec: Spec, finding: Finding) -> Finding:
        """The finding, marked as waived where a waiver is in force for it."""
        waiver = self.waiver(spec, finding)
        return accepted(finding, waiver) if waiver else finding

    def problems(self, *, whole: bool = True) -> list[Problem]:
        """What is to be said of the waivers after a run; where it was not the `whole` of the specs, only of those it met."""
        entries = [entry for group in self._entries.values() for entry in group if entry.seen or whole]
        entries.sort(key=lambda entry: entry.waiver.place)
        return [problem for entry in entries if (problem := self._problem(entry))]

    def _problem(self, entry: _Entry) -> Problem | None:
        waiver, what = entry.waiver, f"waiver of {entry.waiver.fact!r} for {entry.waiver.article!r}"
        if waiver.until < self._today:
            help_ = (
                "the finding counts again: mend the article, or renew the waiver"
                if entry.needed
                else "it is no longer needed: remove it"
            )
            return Problem("FS201", f"{what} expired after {waiver.until}", waiver.place, help_)
        if not entry.seen:
            return Problem(
                "FS202", f"{what} is for nothing: no article and fact of this spec fit it", waiver.place, "remove or correct it"
            )
        if not entry.needed:
            return Problem("FS202", f"{what} is for nothing: the finding passes without it", waiver.place, "remove it")
        if waiver.until - self._today <= NOTICE:
            return Problem(
                "FS203", f"{what} expires after {waiver.until}", waiver.place, f"accepted by {waiver.by}", warning=True
            )
        return None
