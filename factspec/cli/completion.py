"""Completion scripts for shells, made by shtab from the parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

__all__ = ["script"]

PATHS = {"spec", "article", "articles", "output_file", "baseline", "write_baseline", "folder", "append", "since", "drafts"}
"""Arguments that are completed with file names."""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """What a user of this shell sources."""
    for action in _actions(parser):
        if action.dest in PATHS and not action.choices:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # shtab's own way to say it
    return shtab.complete(parser, shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from _actions(child)
