"""The benchmark's door: invented editions of several sizes, built by this machine and by others in turn; a table on stdout, progress on stderr."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmark.builds import Build, Size, Workshop, say
from benchmark.contestants import contestants, write_ours
from benchmark.editions import make_edition
from benchmark.table import building

SIZES = ["20x50", "200x1000", "1000x5000"]
SEED = 1


def _size(text: str) -> Size:
    pages, _, references = text.partition("x")
    if not (pages.isdecimal() and references.isdecimal()):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size: write pages x references, such as 20x50")
    return Size(int(pages), int(references))


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.py")
    parser.add_argument("sizes", nargs="*", type=_size, metavar="SIZE", help=f"pages x references (default: {' '.join(SIZES)})")
    parser.add_argument("--with", nargs="+", dest="names", metavar="NAME", help="the contestants")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--sphinx", default="")
    parser.add_argument("--make", type=Path, metavar="DIR", help="write the edition of the one size into DIR and end")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    arguments = _arguments(words)
    sizes = arguments.sizes or [_size(text) for text in SIZES]
    if arguments.make:
        write_ours(make_edition(sizes[0].pages, sizes[0].references, SEED), arguments.make)
        return 0
    known = contestants(arguments.sphinx)
    chosen = [known[name] for name in arguments.names or known]
    builds: list[Build] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            say(f"Making an edition of {size} pages and references.")
            builds += Workshop(Path(folder), size, SEED, chosen).rounds(arguments.rounds, arguments.limit)
    print(building(builds, {contestant.id: contestant.name for contestant in known.values()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
