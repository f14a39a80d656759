"""How fast factspec checks, beside what a user would otherwise write; run `python benchmarks/speed`.

Figures are CPU time of one process on one core. Every competitor reads the same articles for the same facts in the same run.
What is not shown: how right the verdicts are (see `benchmarks/events`), and the reading of files.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.speed.made import MadeFact, articles, facts, spec_text
from factspec.engine import compile_plan, examine
from factspec.model import Verdict
from factspec.readers import read_bytes
from factspec.spec import load_spec


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--facts", type=int, nargs="*", default=[100, 1000, 10_000])
    parser.add_argument("--without-peers", action="store_true")
    args = parser.parse_args()
    print(f"{'':34}{'facts':>7}{'articles':>10}{'MB/s':>9}{'µs/article':>12}{'pairs/s':>14}")
    base = None
    for count in args.facts:
        made = facts(count)
        texts = list(articles(made, args.articles))
        seconds = _show("factspec, whole check with reasons", made, texts, _factspec(made))
        base = base or seconds
        print(f"{'':34}{seconds / base:.2f} × the time of {args.facts[0]} facts")
    if not args.without_peers:
        made = facts(args.facts[0])
        texts = list(articles(made, max(args.articles // 10, 1)))
        _show("a regex per fact", made, texts, _regexes(made))
        _show("spaCy EntityRuler", made, texts, _entity_ruler(made))
    _memory(args.articles)
    _starting()


def _show(name: str, made: Sequence[MadeFact], texts: Sequence[str], check: Callable[[str], int]) -> float:
    """CPU seconds an article, the best of three runs after a warm-up."""
    for text in texts[:5]:
        check(text)
    runs = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            check(text)
        runs.append(time.process_time() - start)
    seconds = min(runs) / len(texts)
    size = statistics.mean(len(t.encode()) for t in texts)
    print(
        f"{name:34}{len(made):>7}{len(texts):>10}{size / seconds / 1e6:>9.2f}{seconds * 1e6:>12.0f}{len(made) / seconds:>14,.0f}"
    )
    return seconds


def _factspec(made: list[MadeFact]) -> Callable[[str], int]:
    plan = compile_plan([load_spec("made.facts.yaml", spec_text(made)).spec])

    def check(text: str) -> int:
        examined = examine(plan, read_bytes("made.txt", text.encode()))
        return sum(f.verdict is Verdict.CONTRADICTED and bool(f.reason) for f in examined.judged.values())

    return check


def _regexes(made: list[MadeFact]) -> Callable[[str], int]:
    near = [rf"\b{re.escape(f.name)}\b.{{0,200}}?\b{re.escape(f.value)}\b" for f in made]
    patterns = [re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in near]
    return lambda text: sum(p.search(text) is not None for p in patterns)


def _entity_ruler(made: list[MadeFact]) -> Callable[[str], int]:
    try:
        import spacy
    except ImportError:
        sys.exit("the peer needs spaCy: pip install spacy")
    language = spacy.blank("en")
    ruler: Any = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": f.id, "pattern": p} for f in made for p in (f.name, f.value)])
    return lambda text: len(language(text).ents)


def _memory(count: int) -> None:
    made = facts(100)
    check = _factspec(made)
    peaks = []
    for number in (count // 10, count, count * 4):
        for text in articles(made, number):
            check(text)
        peaks.append((number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    print("peak memory after " + ", ".join(f"{n:,} articles: {mb:.0f} MB" for n, mb in peaks))


def _starting() -> None:
    for name, call in (
        ("factspec --help", [sys.executable, "-m", "factspec", "--help"]),
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("pytest --version, with the plugin", [sys.executable, "-m", "pytest", "--version"]),
        ("pytest --version, without it", [sys.executable, "-m", "pytest", "-p", "no:factspec", "--version"]),
    ):
        runs = []
        for _ in range(11):
            start = time.perf_counter()
            subprocess.run(call, capture_output=True, check=False)
            runs.append(time.perf_counter() - start)
        print(f"{name:34}{statistics.median(runs) * 1e3:>8.0f} ms")


if __name__ == "__main__":
    main()
