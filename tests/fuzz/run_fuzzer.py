"""Fuzzes the files of an edition with atheris: `run_fuzzer.py [TARGET ...]`, or all targets.

Exit code 0: all promises held; 1: one was broken; 2: wrong usage.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "tests" / "paper"
CORPUS = ROOT / ".cache" / "fuzz"
FOUND = CORPUS / "found"
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from fuzz.targets import TARGETS, dictionary, seeds  # noqa: E402

# One input may take 30 seconds (a hang, not a measure of speed) and 3 GB.
OPTIONS = "-timeout=30 -rss_limit_mb=3000 -max_len=4096 -print_final_stats=1".split()
NOISE = ("INFO:", "#", "stat::")


def fuzz_here(name: str, folder: Path, options: list[str]) -> None:
    """Fuzz one target in this process, which libFuzzer ends; try a file that the options name."""
    import atheris

    with atheris.instrument_imports(include=["edition", "bibtexparser", "markdown", "yaml"]):
        from fuzz.promises import Promises, copy_small
    promises = Promises(copy_small(PAPER, folder / "paper"), TARGETS[name].path)
    atheris.Setup([sys.argv[0], *options], promises)
    atheris.Fuzz()


def fuzz(name: str, options: list[str]) -> bool:
    """Fuzz one target in a process of its own. Returns whether all promises held."""
    target, corpus = TARGETS[name], CORPUS / name
    for folder in (corpus, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    print(f"{name}: {' '.join(options)} …", end=" ", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        begin, words, original = Path(folder, "seeds"), Path(folder, "words"), PAPER / target.path
        begin.mkdir()
        text = original.read_bytes() if original.exists() else b""
        for at, seed in enumerate(seeds(target, text)):
            (begin / str(at)).write_bytes(seed)
        words.write_text(dictionary(target), encoding="ascii")
        # A file that is tried stands alone.
        places = [] if Path(options[0]).is_file() else [str(corpus), str(begin)]
        options = [*OPTIONS, f"-dict={words}", f"-artifact_prefix={FOUND / name}-", *options]
        command = [sys.executable, __file__, "--here", name, folder, *places, *options]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    output = done.stdout + done.stderr
    count = re.search(r"stat::number_of_executed_units:\s*(\d+)", output)
    print(f"{count[1] if count else 'no'} inputs", flush=True)
    if done.returncode:
        print("\n".join(line for line in output.splitlines() if not line.startswith(NOISE)))
        print(f"A promise is broken; the input is in {FOUND}.", flush=True)
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="run_fuzzer.py", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument("--input", help="try this one file as the targets")
    arguments = parser.parse_args()
    for name in arguments.targets:
        if name not in TARGETS:
            parser.error(f"'{name}' is none of {', '.join(TARGETS)}")
    options = [arguments.input or f"-max_total_time={arguments.seconds}"]
    held = [fuzz(name, options) for name in arguments.targets or TARGETS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if sys.argv[1:2] == ["--here"]:
        fuzz_here(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
    sys.exit(main())
