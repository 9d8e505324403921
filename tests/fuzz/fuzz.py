"""The fuzzer's door: `fuzz.py` lays coverage-guided inputs in place of each file and says how many were tried; exit 0 none broke a promise, 1 one did."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAPER = ROOT / "tests" / "paper"
KEPT = ROOT / ".cache" / "fuzz"
TABLE = HERE / "tried.csv"
MEMORY = 3000  # MB, in which any input must be judged
LONGEST = 30  # seconds for one input, on a busy machine; a hang, not a measure of speed
sys.path[:0] = [str(ROOT / "scripts"), str(HERE)]

from targets import TARGETS, dictionary, seeds  # noqa: E402


def _fuzz_one(name: str, folder: Path, options: list[str]) -> None:
    """Fuzz one target in this process; libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["edition", "bibtexparser", "markdown", "yaml"]):
        from judge import Judge, lay_small
    judge = Judge(lay_small(PAPER, folder / "paper"), TARGETS[name].path)
    atheris.Setup([sys.argv[0], *options], judge)
    atheris.Fuzz()


def _run(name: str, seconds: int) -> tuple[int, bool]:
    """Fuzz one target in a process of its own; return the number of inputs and whether all promises held."""
    target, corpus, found = TARGETS[name], KEPT / name, KEPT / "found"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder) / "seeds"
        begin.mkdir()
        original = PAPER / target.path
        for at, seed in enumerate(
            seeds(target, original.read_bytes() if original.exists() else b"")
        ):
            (begin / str(at)).write_bytes(seed)
        words = Path(folder) / "tokens"
        words.write_text(dictionary(target), encoding="ascii")
        options = f"-max_total_time={seconds} -timeout={LONGEST} -rss_limit_mb={MEMORY} -max_len=4096 -print_final_stats=1 -verbosity=1".split()
        options += [f"-dict={words}", f"-artifact_prefix={found / name}-", str(corpus), str(begin)]
        command = [sys.executable, __file__, "--one", name, folder, *options]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
        )
    said = done.stdout + done.stderr
    units = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    if done.returncode:
        print(
            "\n".join(
                line for line in said.splitlines() if not line.startswith(("INFO:", "#", "stat::"))
            )[-4000:],
            flush=True,
        )
    return int(units[1]) if units else 0, done.returncode == 0


def _write_table(counts: dict[str, int], seconds: int) -> None:
    """Keep what was tried beside the fuzzer: a line a target, with the day, the Python and the sum of this run."""
    old = (
        dict(line.split(",", 1) for line in TABLE.read_text("ascii").splitlines()[1:])
        if TABLE.exists()
        else {}
    )
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    new = {
        name: f"{count},{seconds},{day},{platform.python_version()}"
        for name, count in counts.items()
    }
    lines = [f"{name},{(old | new)[name]}" for name in TARGETS if name in old | new]
    TABLE.write_text(
        "\n".join(["target,inputs,seconds,day,python", *lines]) + "\n", encoding="ascii"
    )


def main(words: list[str] | None = None) -> int:
    """Run the door."""
    parser = argparse.ArgumentParser(
        prog="fuzz.py",
        description="Lay coverage-guided inputs in place of each file of the made-up paper.",
    )
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="TARGET",
        help=f"what to fuzz (default: all): {', '.join(TARGETS)}",
    )
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument(
        "--input", type=Path, help="judge this one input, as TARGET, and show what breaks"
    )
    arguments = parser.parse_args(words)
    if unknown := sorted(set(arguments.targets) - set(TARGETS)):
        parser.error(f"'{unknown[0]}' is none of {', '.join(TARGETS)}")
    if arguments.input:
        from judge import Judge, lay_small

        with tempfile.TemporaryDirectory() as folder:
            Judge(lay_small(PAPER, Path(folder) / "paper"), TARGETS[arguments.targets[0]].path)(
                arguments.input.read_bytes()
            )
        return 0
    counts, broken = {}, []
    names = arguments.targets or list(TARGETS)
    for at, name in enumerate(names, start=1):
        print(f"[{at}/{len(names)}] {name}: {arguments.seconds} s …", end=" ", flush=True)
        count, held = _run(name, arguments.seconds)
        counts[name] = count
        broken += [] if held else [name]
        print(
            f"{count} inputs{'' if held else ', AND ONE BROKE A PROMISE: it is in .cache/fuzz/found/'}",
            flush=True,
        )
    _write_table(
        {name: count for name, count in counts.items() if name not in broken}, arguments.seconds
    )
    print(
        f"{sum(counts.values())} inputs tried on {len(counts)} targets; {len(broken)} broke a promise."
    )
    return 1 if broken else 0


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if sys.argv[1:2] == ["--one"]:
        _fuzz_one(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
    sys.exit(main())
