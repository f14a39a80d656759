"""`factspec rule`, `factspec schema` and `factspec completion`: texts for people, editors and shells."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import ExitStack
from typing import Any

from factspec.report.destination import destination

__all__ = ["completion", "rule", "schema"]


def rule(asked: Namespace) -> int:
    """Print the pages of codes, or a line for each code. Raises UsageError for an unknown one."""
    from factspec.catalogue import page
    from factspec.codes import CODES

    if asked.code:
        sys.stdout.write("\n".join([page(code) for code in asked.code]))
    else:
        sys.stdout.writelines(f"{code}  {title}\n" for code, title in sorted(CODES.items()))
    return 0


def schema(asked: Namespace) -> int:
    """Print or write the JSON schema of specs, or of the result."""
    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        out.write(json.dumps(_schema(asked.of), indent=2) + "\n")
    return 0


def _schema(of: str) -> dict[str, Any]:
    if of == "result":
        from factspec.report.result_schema import result_schema

        return result_schema()
    from factspec.spec import json_schema

    return json_schema()


def completion(asked: Namespace) -> int:
    """Print the completion script of a shell."""
    from factspec.cli.completion import script
    from factspec.cli.parser import parser

    sys.stdout.write(script(parser(), asked.shell) + "\n")
    return 0
