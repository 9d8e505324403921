"""In: work in parts of which each stands for itself. Out: their results, in order, from as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
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

    def send(end: Any) -> None:
        try:
            end.send(take())
        finally:
            end.close()

    ends = []
    for _ in range(others):
        here, there = copies.Pipe(duplex=False)
        process = copies.Process(target=_quietly, args=(send, there), daemon=True)
        process.start()
        there.close()
        ends.append((here, process))
    done = take()
    for here, process in ends:
        with suppress(EOFError, OSError):  # it ended without having said anything
            done |= here.recv()
        process.join()
    return [done[at] if at in done else work(part) for at, part in enumerate(parts)]


def _quietly(send: Callable[[Any], None], end: Any) -> None:
    """A copy says nothing of its errors: the part is done again by the process that it was copied from."""
    try:
        send(end)
    except Exception:
        os._exit(1)
