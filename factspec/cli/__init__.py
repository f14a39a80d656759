"""The command line: every command by its name, each imported only when it is asked for.

What is known here: arguments, terminal, exit status and the day of today. What is not: how articles are read, judged or shown;
all of that is imported when a command needs it, so that `factspec --help` answers at once.

Exit status: 0 the articles agree · 1 there are findings that fail, or problems · 2 it could not run · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper

__all__ = ["main"]

COULD_NOT_RUN, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of the process, and return its exit status."""
    from factspec.cli.parser import parser

    asked = parser().parse_args(arguments)
    return _guarded(lambda: _run(asked))


def _run(asked: Namespace) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what its encoding lacks is shown as an escape
            stream.reconfigure(errors="backslashreplace")
    status = _command(asked.command)(asked)
    sys.stdout.flush()
    return status


_COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("checking", "check"),
    "compare": ("comparing", "compare"),
    "completion": ("printing", "completion"),
    "coverage": ("covering", "coverage"),
    "draft": ("drafting", "draft_facts"),
    "explain": ("explaining", "explain"),
    "impact": ("changing", "impact"),
    "lint": ("linting", "linted"),
    "lsp": ("serving", "lsp"),
    "new": ("starting", "new"),
    "report": ("reporting", "report"),
    "rule": ("printing", "rule"),
    "schema": ("printing", "schema"),
    "waive": ("waiving", "waive"),
    "watch": ("watching", "watch"),
}
"""Command → the module of this package that has it, and the function."""


def _command(name: str) -> Callable[[Namespace], int]:
    """The command of this name, imported with all that it needs."""
    module, function = _COMMANDS[name]
    found: Callable[[Namespace], int] = getattr(import_module(f"factspec.cli.{module}"), function)
    return found


def _guarded(run: Callable[[], int]) -> int:
    """What `run` returns, or the status of what stopped it, with every fault of the user's said in one line each."""
    from factspec.errors import FactspecError
    from factspec.report.look import notice, visible

    try:
        return run()
    except FactspecError as error:
        _say(*map(notice, error.problems))
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        _say(visible(f"{error.filename or 'factspec'}: {error.strerror or error}"))
    except Exception:  # noqa: BLE001 a fault of ours must not look like a finding, which is status 1
        import traceback

        traceback.print_exc()
        _say("this is a fault of factspec itself; please report it with the lines above")
    return COULD_NOT_RUN


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201
