"""Validators that are not ours, where somebody has installed them (validators/README.md)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent / "validators"
FOLDER = Path(os.environ.get("FACTSPEC_VALIDATORS", HERE / "node_modules"))


def validator(name: str) -> Path:
    """A file of the folder of validators; without it the test is skipped and says how to get it."""
    if not (FOLDER / name).is_file():
        pytest.skip(f"no {name}: tests/validators/install puts it there, or FACTSPEC_VALIDATORS names the folder that has it")
    return FOLDER / name


def said(*command: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a validator says, whatever its exit status is; the test is skipped where the program that runs it is missing."""
    if not shutil.which(command[0]):
        pytest.skip(f"no {command[0]}, which {command[-1]} needs")
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, cwd=cwd)


def html_faults(page: Path) -> list[str]:
    """What the checkers of HTML find wrong.

    No fault is that one knows no hashes of a policy and no styles set by script, and that the other would have an <article> for
    an item of a feed: the first allows the item's `aria-posinset` on no <article>, with a role or without.
    """
    checker = said(
        "java", "-jar", validator("vnu-jar/build/dist/vnu.jar"), "--format", "gnu", "--stdout", "--exit-zero-always", page
    )
    found = [line for line in checker.stdout.splitlines() if "Content Security Policy" not in line]
    second = said(validator(".bin/html-validate"), "--preset", "standard,a11y", "--formatter", "text", page)
    told = [line for line in second.stdout.splitlines() if "Prefer to use the native <article> element" not in line]
    return found + told + checker.stderr.splitlines()
