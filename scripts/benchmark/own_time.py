"""In: MkDocs' arguments. Out: a build, and on stderr as JSON how often each of our modules was at work in it.

A sample counts for the innermost module of ours that is being carried out, with all that it called; a template is a module too.
What no module of ours asked for counts for the package that does it.
"""

from __future__ import annotations

import contextlib
import json
import runpy
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

SCRIPTS = Path(__file__).resolve().parents[1]
EVERY = 0.004  # seconds between two samples


def _module(frame: FrameType) -> str:
    package = ""
    here: FrameType | None = frame
    while here:
        file = here.f_code.co_filename
        if file.startswith(str(SCRIPTS)) and "/bench/" not in file:
            return file.removeprefix(f"{SCRIPTS}/").removeprefix("edition/")
        if "site-packages" in file:
            package = file.split("site-packages/")[-1].split("/")[0]
        here = here.f_back
    return f"({package or 'python'})"


class Sampler:
    """Looks at the main thread again and again, in a thread of its own."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, args=(threading.main_thread().ident,), daemon=True)

    def _look(self, main: int) -> None:
        while not self._end.wait(EVERY):
            if frame := sys._current_frames().get(main):
                self.counts[_module(frame)] += 1

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()


def main(arguments: list[str]) -> None:
    """Build in this process."""
    start = time.perf_counter()
    sampler = Sampler()
    try:
        with sampler:
            sys.argv[1:] = arguments
            with contextlib.suppress(SystemExit):
                runpy.run_module("mkdocs", run_name="__main__")
    finally:
        json.dump({"seconds": time.perf_counter() - start, "samples": sampler.counts}, sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
