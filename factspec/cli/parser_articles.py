"""The arguments of `factspec impact` and `factspec coverage`, and those of every command that reports in two formats."""

from __future__ import annotations

import argparse
import math

__all__ = ["coverage_arguments", "impact_arguments", "output_arguments"]

FORMATS = ("full", "json")
SORTS = ("date", "figure", "name", "quotation")


def impact_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of `impact`, on its parser."""
    command.usage = "factspec impact FACT --from OLD --to NEW [SPEC ...] [option ...]"
    add = command.add_argument
    add("fact", metavar="FACT", help="the id of the fact")
    add("--from", dest="old", metavar="OLD", required=True, help="its old value, as a spec would have it")
    add("--to", dest="new", metavar="NEW", required=True, help="its new value")
    add("spec", nargs="*", default=["specs"], metavar="SPEC", help="specs or folders to look in (default: specs)")
    add("--since", metavar="MOMENT", help="when the new value became right (2026-05-14 or 2026-05-14T18:00)")
    _articles(command)


def coverage_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of `coverage`, on its parser."""
    command.usage = "factspec coverage [SPEC ...] [option ...]"
    add = command.add_argument
    add("spec", nargs="*", default=["specs"], metavar="SPEC", help="specs or folders to look in (default: specs)")
    add("--minimum", type=_percentage, default=0.0, metavar="PERCENT", help="fail below this share of all values")
    add("--minimum-each", type=_percentage, default=0.0, metavar="PERCENT", help="fail where one article is below this share")
    add("--only", action="append", choices=SORTS, default=[], metavar="SORT", help=f"only {', '.join(SORTS)} (repeatable)")
    _articles(command)


def _articles(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--articles", nargs="+", action="extend", metavar="GLOB", help="look in these articles, not those that the specs name")
    add("--article", action="append", default=[], metavar="GLOB", help="only in these of the articles (repeatable)")
    output_arguments(command)
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour (default: auto, on a terminal only)")


def output_arguments(command: argparse.ArgumentParser) -> None:
    """The format of a report and the file that it goes to."""
    add = command.add_argument
    add("--output-format", choices=FORMATS, default="full", metavar="FORMAT", help=f"{', '.join(FORMATS)} (default: full)")
    add("--output-file", metavar="FILE", help="write the report to a file; it is replaced only when all is done")


def _percentage(text: str) -> float:
    """A percentage; the sign may stand behind it."""
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        number = math.nan
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"expected a percentage from 0 to 100, found {text!r}")
    return number
