"""In: a command. Out: its seconds of clock and processor and its peak memory, with all that it started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

MAX_RSS_UNIT = (
    2**20 if sys.platform == "darwin" else 2**10
)  # of a MiB: macOS counts bytes, Linux KiB (getrusage(2))
KILLED = -9
_WEIGH = Path(__file__).with_name("weigh.py")


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


def run(command: list[str], log: Path, limit: float = 3600) -> Cost:
    """Run a command to its end; what it says goes to `log`. Raises Stopped after `limit` seconds, and Failed with an exit code."""
    file = log.with_name(f"{log.name}.cost")
    file.unlink(missing_ok=True)
    with log.open("wb") as said:
        # Without the site's packages the scale weighs some ten MiB.
        scale = [sys.executable, "-I", "-S", str(_WEIGH), str(file), str(limit), *command]
        subprocess.run(
            scale, env=surroundings(), stdout=said, stderr=subprocess.STDOUT, check=False
        )
    if not file.exists():
        raise Failed(_last(log) or "it could not be started")
    found = json.loads(file.read_text("utf-8"))
    if found["code"] == KILLED and found["clock"] >= limit:
        raise Stopped
    if found["code"]:
        raise Failed(_last(log) or f"exit code {found['code']}")
    return Cost(found["clock"], found["processor"], found["memory"] / MAX_RSS_UNIT)


def _last(log: Path) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-5:])
