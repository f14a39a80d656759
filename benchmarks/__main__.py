"""factspec beside a naive baseline and other libraries, in one run: `python -m benchmarks`.

The gold data is read under $FACTSPEC_SHARED (default ../shared beside the repository). Exit status 0: all was measured;
1: a library is not installed (the error lines say how to install it); 2: there is no gold data. But for the speeds in the
columns MB/s the output is the same in every run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

if not __package__:  # run as `python benchmarks`
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.gold import GoldMissingError
from benchmarks.measures import MEASURES
from benchmarks.tables import printed


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        return run(options.measure or list(MEASURES), peers=not options.quick, misses=options.misses)
    except GoldMissingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    made.add_argument("measure", nargs="*", metavar="MEASURE", help=f"any of {', '.join(MEASURES)} (default: all)")
    made.add_argument("--quick", action="store_true", help="leave other libraries out")
    made.add_argument("--misses", action="store_true", help="say what factspec got wrong, but of events")
    return made


def run(names: Sequence[str], peers: bool, misses: bool) -> int:
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        parser().error(f"no measure {unknown[0]!r}: there are {', '.join(MEASURES)}")
    missing: dict[str, None] = {}
    for name in names:
        for table in MEASURES[name](peers):
            print(*printed(table, misses), sep="\n", flush=True)
            missing.update(dict.fromkeys(table.missing))
    for message in missing:
        print(f"error: {message}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
