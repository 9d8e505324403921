"""In: a command. Out: its seconds of clock and processor and its peak memory, with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

MAX_RSS_UNIT = 2**20 if sys.platform == "darwin" else 2**10  # of a MiB: macOS counts bytes, Linux KiB (getrusage(2))


@dataclass(frozen=True)
class Cost:
    """`clock` and `processor` in seconds, the second with its children's; `memory` in MiB, that of the largest process: getrusage knows no sum."""

    clock: float
    processor: float
    memory: float


class Failed(Exception):
    """A command that did not end well, with the last of what it said."""


class Stopped(Exception):
    """A command that was ended because its time was up."""


def surroundings() -> dict[str, str]:
    """The environment of whatever is measured."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


def run(command: list[str], log: Path, limit: float = 3600, allowed: tuple[int, ...] = (0,)) -> Cost:
    """Run a command to its end; what it says goes to `log`.

    Raises Stopped after `limit` seconds, and Failed with an exit code that is not `allowed`.
    """
    with log.open("wb") as said:
        start = time.perf_counter()
        # A group of its own, so that what it started ends with it.
        process = subprocess.Popen(command, env=surroundings(), stdout=said, stderr=subprocess.STDOUT, start_new_session=True)
        timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL and clock >= limit:
        raise Stopped
    if process.returncode not in allowed:
        raise Failed("\n".join(log.read_text("utf-8", "replace").splitlines()[-5:]) or f"exit code {process.returncode}")
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MAX_RSS_UNIT)
