"""The arguments of the command line, and nothing of what they do."""

from __future__ import annotations

import argparse
from datetime import date

from factspec.cli.parser_articles import coverage_arguments, impact_arguments, output_arguments
from factspec.cli.parser_editors import LSP, WATCH, lsp_arguments, watch_arguments
from factspec.report import REPORTS
from factspec.report.problems import PROBLEM_REPORTS

__all__ = ["SHELLS", "parser"]

SHELLS = ("bash", "zsh", "tcsh")

STATUS = """\
exit status:
  0  the articles agree with the facts
  1  there are findings that fail, or problems such as a glob that matches nothing
  2  it could not run: a faulty spec, a wrong argument, nothing to examine
"""


IMPACT = "Exit status 1 if an\narticle needs a correction, 0 if none does, 2 if it could not run."
COVERAGE = "Exit status 1 below a minimum or\nif an article cannot be read, else 0; 2 if it could not run."


class _PrintCompletion(argparse.Action):
    """`--print-completion SHELL`, the way shtab's users know it; the same as `factspec completion SHELL`."""

    def __call__(self, parser: argparse.ArgumentParser, _: object, values: object, __: str | None = None) -> None:
        from factspec.cli.completion import script

        print(script(parser, str(values)))  # noqa: T201
        parser.exit()


class _PrintVersion(argparse.Action):
    """`--version`, read from the installed distribution only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"factspec {version('factspec')}")  # noqa: T201
        parser.exit()


class _Command(argparse.ArgumentParser):
    """The parser of a command; arguments may stand behind options too: `impact FACT --from OLD --to NEW SPEC`."""

    _inner = False

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def] # overloaded there
        """The arguments, found in any order; the method of the base class that does so calls this one for its two passes."""
        if self._inner:
            return super().parse_known_args(args, namespace)
        self._inner = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._inner = False


def parser() -> argparse.ArgumentParser:
    """The parser; what it returns has the attribute `command` and, named as they are in `commands`, the command's own."""
    top = argparse.ArgumentParser(
        prog="factspec",
        description="Check articles against curated facts: supported, contradicted, omitted or vague, with place and reason.",
        epilog=STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_PrintVersion, nargs=0, help="say which version this is")
    top.add_argument("--print-completion", action=_PrintCompletion, choices=SHELLS, help="print a shell's completion script")
    kind: type[argparse.ArgumentParser] = _Command
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=kind)
    _check(commands)
    _lint(commands)
    _explain(commands)
    _new(commands)
    _waive(commands)
    _rule(commands)
    _compare(commands)
    impact_arguments(_command(commands, "impact", "find what must be corrected when a fact has changed", IMPACT))
    coverage_arguments(_command(commands, "coverage", "find the values that no fact vouches for", COVERAGE))
    _draft(commands)
    watch_arguments(_command(commands, "watch", "check again whatever is saved, until Ctrl-C", WATCH))
    lsp_arguments(_command(commands, "lsp", "serve an editor: marks, readings and fixes in specs and articles", LSP))
    _report(commands)
    _schema(commands)
    _completion(commands)
    return top


_Commands = argparse._SubParsersAction


def _command(commands: _Commands[argparse.ArgumentParser], name: str, summary: str, more: str = "") -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.{' ' + more if more else ''}",
        epilog=STATUS if name == "check" else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _check(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "check", "check articles against the facts of specs")
    command.usage = "factspec check SPEC ... [option ...]"  # the order that works: --articles takes all that follows it
    add = command.add_argument
    add("spec", nargs="+", metavar="SPEC", help="a spec, or a folder: every *.facts.yaml and *.facts.yml below it")
    add("--articles", nargs="+", action="extend", metavar="GLOB", help="check these articles, not those that the specs name")
    add("--fact", action="append", default=[], metavar="ID", help="report only these facts: an id or a glob (repeatable)")
    add(
        "--article",
        action="append",
        default=[],
        metavar="GLOB",
        help="check only these articles: a name, a path or a glob",
    )
    formats = ", ".join(REPORTS)
    add("--output-format", choices=tuple(REPORTS), default="full", metavar="FORMAT", help=f"{formats} (default: full)")
    add("--output-file", metavar="FILE", help="write the report to a file; it is replaced only when all is done")
    add("--quiet", "-q", action="store_true", help="no warnings, no progress, no notes")
    _processes(command)
    accepted = command.add_mutually_exclusive_group()
    accepted.add_argument("--baseline", metavar="FILE", help="findings that stand in this file pass; only new ones fail")
    accepted.add_argument(
        "--write-baseline", metavar="FILE", help="write the findings that fail today to this file, and accept them"
    )
    _judgement(command)


def _lint(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "lint",
        "find mistakes and doubtful places in specs, and mend what is safe to mend",
        "Exit status 0 if there\nis nothing but warnings, 1 if there are errors, 2 if a spec cannot be read at all.",
    )
    command.usage = "factspec lint SPEC ... [option ...]"
    add = command.add_argument
    add("spec", nargs="+", metavar="SPEC", help="a spec, or a folder: every *.facts.yaml and *.facts.yml below it")
    add("--articles", nargs="+", action="extend", metavar="GLOB", help="look at these articles, not those that the specs name")
    add("--select", action="append", default=[], metavar="CODE", help="only these: a code, or how codes begin (FS07); repeatable")
    add("--ignore", action="append", default=[], metavar="CODE", help="not these; repeatable")
    changes = command.add_mutually_exclusive_group()
    changes.add_argument("--fix", action="store_true", help="mend what is safe to mend, in the files")
    changes.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add("--strict", action="store_true", help="warnings fail")
    formats = tuple(PROBLEM_REPORTS)
    add("--output-format", choices=formats, default="full", metavar="FORMAT", help=f"{', '.join(formats)} (default: full)")
    add("--output-file", metavar="FILE", help="write the report to a file; it is replaced only when all is done")
    add("--quiet", "-q", action="store_true", help="no warnings, no notes")
    _today(command)


def _rule(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "rule", "print what the code of a message means and what to do")
    command.add_argument("code", nargs="*", metavar="CODE", help="codes such as FS021; without one, all are listed")


def _explain(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "explain",
        "explain what an article says of a fact, step by step",
        "Exit status 0 whatever\nthe verdict is, 2 if there is no such fact or the article cannot be read.",
    )
    command.add_argument("fact", metavar="FACT", help="the id of the fact")
    command.add_argument("article", metavar="ARTICLE", help="the path of the article")
    command.add_argument(
        "spec", nargs="*", default=["specs"], metavar="SPEC", help="specs or folders to look in (default: specs)"
    )
    output_arguments(command)
    _judgement(command)


def _compare(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "compare",
        "find what articles state differently, without a spec",
        "Exit status 0 if\nno difference is found, 1 if one is, 2 if it could not run. A toll that grew with\n"
        "time is no difference.",
    )
    add = command.add_argument
    add("article", nargs="+", metavar="ARTICLE", help="two articles or more on one event: paths or globs")
    add("--output-format", choices=("full", "json"), default="full", metavar="FORMAT", help="full, json (default: full)")
    add("--output-file", metavar="FILE", help="write the report to a file; it is replaced only when all is done")
    add("--quiet", "-q", action="store_true", help="no warnings, no notes")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto, on a terminal only)")


def _report(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "report",
        "write an HTML report for editors, one file that works offline",
        "Exit status 0\nwhen it is written, whatever the verdicts are; 2 if it could not be.",
    )
    command.usage = "factspec report [SPEC ...] [option ...]"
    add = command.add_argument
    add("spec", nargs="*", default=["specs"], metavar="SPEC", help="specs or folders (default: specs)")
    add("--articles", nargs="+", action="extend", metavar="GLOB", help="check these articles, not those that the specs name")
    add("--output-file", default="report.html", metavar="FILE", help="where to write it (default: report.html)")
    add("--since", metavar="OLD", help="show what is new, fixed and unchanged since this JSON result or earlier report")
    add("--baseline", metavar="FILE", help="findings that stand in this file are accepted, and shown as such")
    add("--drafts", nargs="+", action="extend", default=[], metavar="GLOB", help="these articles have not appeared yet")
    add("--quiet", "-q", action="store_true", help="no progress, no notes")
    _processes(command)
    _judgement(command)


def _processes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs",
        "-j",
        type=_positive,
        metavar="N",
        help="examine articles in so many processes (default: one for each core where there are hundreds of articles)",
    )


def _judgement(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="an article that is vague about a fact fails")
    _today(command)


def _today(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--today", type=date.fromisoformat, metavar="DATE", help="judge waivers as of this day (2026-12-31), not of today")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto, on a terminal only)")


def _new(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "new",
        "write a commented spec to begin with",
        "It is named after the event and put in the\nfolder specs; a file that is there already is left as it is.",
    )
    add = command.add_argument
    add("event", nargs="+", metavar="EVENT", help='what the facts are about: "Ferry to Skerry, May 2026"')
    add(
        "--articles",
        nargs="+",
        metavar="GLOB",
        help="the articles that the spec is for, from the working folder (default: articles/*.txt)",
    )
    where = command.add_mutually_exclusive_group()
    where.add_argument("--folder", metavar="FOLDER", default="specs", help="where to put it (default: specs)")
    where.add_argument("--output-file", "--output", "-o", metavar="FILE", help="its whole name, instead")


def _waive(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "waive",
        "accept findings until a day, in the spec itself",
        "A finding is SPEC::ARTICLE::FACT,\nas pytest names it, ARTICLE::FACT, or its line as factspec check or pytest"
        "\nprints it, in quotes.",
    )
    command.usage = "factspec waive FINDING ... --reason TEXT --by PERSON --until DATE [option ...]"
    add = command.add_argument
    add("finding", nargs="+", metavar="FINDING", help="articles/a.txt::deaths")
    add("--reason", required=True, metavar="TEXT", help="why the finding is accepted")
    add("--by", required=True, metavar="PERSON", help="who accepts it")
    add(
        "--until", required=True, type=date.fromisoformat, metavar="DATE", help="the last day on which it is accepted: 2026-12-31"
    )
    add("--spec", action="append", metavar="SPEC", help="specs or folders to look in (repeatable; default: specs)")
    add("--diff", action="store_true", help="show what would be written, and write nothing")
    add("--today", type=date.fromisoformat, metavar="DATE", help="judge waivers as of this day, not of today")


def _draft(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "draft",
        "propose facts from articles, above all where they disagree",
        "Each proposal has its places as\ncomments and is `checked: false`: it can warn, but never fails.",
    )
    add = command.add_argument
    add("article", nargs="+", metavar="ARTICLE", help="a path or a glob of articles on one event")
    add("--event", metavar="TEXT", help="what the facts are about (default: a headline of the articles)")
    add("--limit", type=_positive, default=MOST_PROPOSED, metavar="N", help=f"propose at most N facts (default: {MOST_PROPOSED})")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--append", metavar="SPEC", help="add to this spec what it does not have, and change no other line")
    where.add_argument(
        "--output-file", "--output", "-o", metavar="FILE", help="write a new spec; one that is there is left as it is"
    )


MOST_PROPOSED = 80


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError(written)
    return number


def _schema(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "schema", "print the JSON schema of specs, for editors, or of the result")
    command.add_argument("--of", choices=("spec", "result"), default="spec", help="of what (default: spec)")
    command.add_argument("--output-file", metavar="FILE", help="write it to a file")


def _completion(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "completion", "print a shell's completion script")
    command.add_argument("shell", choices=SHELLS)
