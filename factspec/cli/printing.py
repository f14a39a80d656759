"""`factspec schema` and `factspec completion`: texts for editors and shells."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import ExitStack

from factspec.report.destination import destination

__all__ = ["completion", "schema"]


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
