"""In: a command. Out: its wall-clock and processor seconds and its peak memory, with all that it started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of processors (children included), and MiB of the largest process."""

    wall: float
    processor: float
    memory: float


class Failed(Exception):
    """A build that did not end well, with the last of what it said."""


def run(command: list[str], log: Path) -> Cost:
    """Run a command to its end; raises Failed. Peak memory is that of its largest process: `getrusage` knows no sum."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed("\n".join(log.read_text("utf-8", "replace").splitlines()[-5:]))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)
