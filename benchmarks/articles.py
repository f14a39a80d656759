"""An event's articles and their edited copies as files: `python -m benchmarks.articles EVENT FOLDER`, to look at their report.

Written are the articles (`01.txt` …) and the copies (`v01.txt` …), into a folder that is made if need be; other files in it stay.
Exit status 2 where there is no gold data or no such event.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import gold


def main(arguments: Sequence[str] | None = None) -> int:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.articles", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("event", metavar="EVENT", help="an event of the gold data, as cable-cuts")
    made.add_argument("folder", metavar="FOLDER", type=Path, help="where the files go")
    options = made.parse_args(arguments)
    try:
        topic = gold.topic(options.event)
    except gold.GoldMissingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    texts = gold.articles(topic) | {edited.name: edited.text for edited in gold.variants(topic)}
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (options.folder / f"{name}.txt").write_text(text, "utf-8")
    print(f"{len(texts)} articles written to {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
