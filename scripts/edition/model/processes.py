"""In: work in parts of which each stands for itself, or work that need not be waited for. Out: its results, from as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")

MOST = 4
"""More processes than this cost more memory than they save time."""


def processors() -> int:
    """How many processes can work at once here: 1 where a process cannot be copied safely, as on macOS and Windows or beside threads."""
    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return min(MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" and alone else 1


def in_parts(work: Callable[[Part], Result], parts: Sequence[Part], least: int = 2) -> list[Result]:
    """`[work(part) for part in parts]`, shared among processes where there are at least `least` parts.

    Each process is a copy of this one and takes the next part that nobody has. A result comes back pickled; what a part
    changes beyond it stays in the copy. A part whose copy failed is done again here, where its error is raised.
    """
    others = processors() - 1 if len(parts) >= least else 0
    if not others:
        return [work(part) for part in parts]
    copies = multiprocessing.get_context("fork")
    try:
        taken = copies.Value("l", 0)
    except OSError:  # a machine without semaphores
        return [work(part) for part in parts]

    def take() -> dict[int, Any]:
        done = {}
        while True:
            with taken.get_lock():
                at = taken.value
                taken.value += 1
            if at >= len(parts):
                return done
            done[at] = work(parts[at])

    begun = [_begin(copies, take) for _ in range(others)]
    done = take()
    for wait in begun:
        with suppress(EOFError, OSError):  # it ended without having said anything
            done |= wait()
    return [done[at] if at in done else work(part) for at, part in enumerate(parts)]


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin `work` in a copy of this process, which goes on. What is returned waits for the result, or for the error.

    Where no process can be copied, the work is done at once; where the copy failed, it is done again here.
    """
    if processors() == 1:
        return partial(_same, work())
    wait = _begin(multiprocessing.get_context("fork"), work)

    def result() -> Result:
        with suppress(EOFError, OSError):
            return wait()
        return work()

    return result


def _same(result: Result) -> Result:
    return result


def _begin(copies: Any, work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin `work` in a copy of this process. What is returned waits for the result; EOFError where there is none."""
    here, there = copies.Pipe(duplex=False)
    process = copies.Process(target=_quietly, args=(work, there), daemon=True)
    process.start()
    there.close()

    def wait() -> Any:
        try:
            return here.recv()
        finally:
            process.join()

    return wait


def _quietly(work: Callable[[], Any], end: Any) -> None:
    """A copy says nothing of its errors: the work is done again by the process that it was copied from."""
    try:
        end.send(work())
    except Exception:
        os._exit(1)
    finally:
        end.close()
