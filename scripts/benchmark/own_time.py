"""In: a file to write, the machine's folder, MkDocs' arguments. Out: a build, and in the file as JSON where its main thread was, by samples.

`parts`: a sample counts for the innermost module of ours, or template, with all that it called; what neither asked for counts for
its package. `packages`: a sample counts for the innermost installed package, for "our own code", or for a program that is waited for.
"""

from __future__ import annotations

import json
import runpy
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY = 0.004  # seconds between two samples
THEME = "material/templates/"
OWN, PROGRAM = "our own code", "other programs"


def files_of(frame: FrameType | None) -> list[str]:
    """The files of a stack, innermost first."""
    files = []
    while frame:
        files.append(frame.f_code.co_filename)
        frame = frame.f_back
    return files


def part_of(files: list[str], scripts: str) -> str:
    """`edition/render/notes.py`, `theme/main.html`, `material/templates/`, or the package where it is of neither."""
    for file in files:
        if file.startswith(scripts):
            return file.removeprefix(scripts).lstrip("/")
        if THEME in file:
            return THEME
    return package_of(files, scripts)


def package_of(files: list[str], scripts: str) -> str:
    """Who is at work: an installed package (`markdown`), ours, or another program; the standard library works for its caller."""
    for file in files:
        if file.endswith("/subprocess.py"):
            return PROGRAM
        if file.startswith(scripts):
            return OWN
        if "site-packages/" in file:
            return file.rpartition("site-packages/")[2].split("/")[0].removesuffix(".py")
    return "Python"


class Sampler:
    """Looks at the main thread again and again, from a thread of its own."""

    def __init__(self, scripts: str) -> None:
        self._scripts = scripts
        self.parts: Counter[str] = Counter()
        self.packages: Counter[str] = Counter()
        self._end = threading.Event()
        self._thread = threading.Thread(
            target=self._look, args=(threading.main_thread().ident,), daemon=True
        )

    def _look(self, main: int) -> None:
        while not self._end.wait(EVERY):
            files = files_of(sys._current_frames().get(main))
            self.parts[part_of(files, self._scripts)] += 1
            self.packages[package_of(files, self._scripts)] += 1

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()


def main(file: str, scripts: str, arguments: list[str]) -> int:
    """Build in this process; the build's exit code."""
    start, sampler, code = time.perf_counter(), Sampler(scripts), 0
    with sampler:
        # MkDocs finds what it would find without this script.
        sys.argv[1:], sys.path[:1] = arguments, []
        try:
            runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            code = int(end.code or 0)
    found = {
        "seconds": time.perf_counter() - start,
        "parts": sampler.parts,
        "packages": sampler.packages,
    }
    Path(file).write_text(json.dumps(found), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
