"""In: a file to write, a number of seconds, a command. Out: in the file as JSON what the command cost; one that takes longer is ended.

A process of its own, and a small one: Linux counts the memory of whoever started a program as that program's least (getrusage(2), execve(2)).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time


def weigh(command: list[str], limit: float) -> dict[str, float]:
    """Exit code, seconds of clock and processor with all that was started, and peak memory of the largest process in the system's unit."""
    start = time.perf_counter()
    # A group of its own, so that what it started ends with it.
    process = subprocess.Popen(command, start_new_session=True)
    timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    processor = usage.ru_utime + usage.ru_stime
    return {
        "code": process.returncode,
        "clock": time.perf_counter() - start,
        "processor": processor,
        "memory": usage.ru_maxrss,
    }


if __name__ == "__main__":
    found = weigh(sys.argv[3:], float(sys.argv[2]))
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(found, file)
