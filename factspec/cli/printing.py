"""`factspec rule`, `factspec schema` and `factspec completion`: texts for people, editors and shells."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import ExitStack

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
    """Print or write the JSON schema of specs."""
    from factspec.spec import json_schema

    with ExitStack() as stack:
        out = stack.enter_context(destination(asked.output_file)) if asked.output_file else sys.stdout
        out.write(json.dumps(json_schema(), indent=2) + "\n")
    return 0


def completion(asked: Namespace) -> int:
    """Print the completion script of a shell."""
    from factspec.cli.completion import script
    from factspec.cli.parser import parser

    sys.stdout.write(script(parser(), asked.shell) + "\n")
    return 0
