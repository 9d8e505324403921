"""The benchmark's door: invented editions, built by this machine and others in turn; tables on stdout, progress on stderr; exit 0, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmark.builds import Size
from benchmark.contestants import contestants, write_ours
from benchmark.editions import make_edition
from benchmark.pages import CITATIONS
from benchmark.report import is_measurable, machine, packages, report
from benchmark.run import PARTS, Plan, measure

SIZES = [Size(20, 50), Size(200, 1000), Size(1000, 5000)]
LATEST = Path(__file__).resolve().parent / "benchmark" / "latest.md"
FEWEST = 20


def _size(text: str) -> Size:
    pages, _, references = text.partition("x")
    if not (pages.isdecimal() and references.isdecimal()):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a size: write pages x references, such as 20x50"
        )
    size = Size(int(pages), int(references))
    if size.pages < FEWEST or not FEWEST <= size.references <= CITATIONS * size.pages:
        raise argparse.ArgumentTypeError(
            f"'{text}' cannot be made: at least {FEWEST} pages and {FEWEST} references, and at most {CITATIONS} references a page, since each is cited"
        )
    return size


def _positive(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number above zero")
    return value


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench.py",
        description="Measure this machine and what a reader of the comparison would use instead.",
    )
    parser.add_argument(
        "sizes",
        nargs="*",
        type=_size,
        default=SIZES,
        metavar="SIZE",
        help="pages x references (default: 20x50 200x1000 1000x5000)",
    )
    parser.add_argument(
        "--with",
        nargs="+",
        dest="names",
        metavar="NAME",
        help="the contestants (default: all): ours stock whole-nav bibtex bibtex-csl sphinx",
    )
    parser.add_argument(
        "--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure (default: all)"
    )
    parser.add_argument(
        "--rounds",
        type=int,
        choices=range(1, 100),
        metavar="N",
        default=5,
        help="how often each builds, while there is time (default: 5)",
    )
    parser.add_argument(
        "--limit",
        type=_positive,
        default=60,
        metavar="SECONDS",
        help="for one of the others in one size (default: 60)",
    )
    parser.add_argument(
        "--minutes",
        type=_positive,
        default=18,
        help="after which nothing more is begun (default: 18)",
    )
    parser.add_argument("--seed", type=int, default=1, help="of the invented editions (default: 1)")
    parser.add_argument(
        "--sphinx",
        default="",
        metavar="PYTHON",
        help="a Python that has Sphinx; without it Sphinx is left out",
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help=f"keep the tables in {LATEST.parent.name}/{LATEST.name} as well",
    )
    parser.add_argument(
        "--make",
        type=Path,
        metavar="DIR",
        help="write an edition of the one size given into DIR, and end",
    )
    arguments = parser.parse_args(words)
    arguments.sizes = sorted(set(arguments.sizes))
    if arguments.make and (len(arguments.sizes) != 1 or arguments.make.exists()):
        parser.error("--make wants one size and a folder that is not there yet")
    arguments.known = contestants(arguments.sphinx)
    for name in arguments.names or []:
        if name not in arguments.known:
            parser.error(f"there is no contestant '{name}' here: {', '.join(arguments.known)}")
    return arguments


def main(words: list[str] | None = None) -> int:
    arguments = _arguments(words)
    if arguments.make:
        write_ours(
            make_edition(arguments.sizes[0].pages, arguments.sizes[0].references, arguments.seed),
            arguments.make,
        )
        return 0
    if not is_measurable():
        print(
            "This system does not tell what a process has cost (there is no wait4). Measure on Linux or macOS.",
            file=sys.stderr,
        )
        return 2
    chosen = {name: arguments.known[name] for name in arguments.names or arguments.known}
    plan = Plan(
        arguments.sizes,
        chosen,
        tuple(arguments.parts),
        arguments.rounds,
        arguments.limit,
        arguments.minutes,
        arguments.seed,
    )
    before = machine()
    text = report(measure(plan), plan, datetime.now(UTC), before, packages())
    print(text)
    if arguments.keep:
        LATEST.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        sys.exit(130)
