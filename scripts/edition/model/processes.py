"""In: work in parts of which each stands for itself, or work that need not be waited for. Out: its results, from as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Generic, TypeVar

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
    for _, wait in begun:
        with suppress(EOFError, OSError):  # it ended without having said anything
            done |= wait()
    return [done[at] if at in done else work(part) for at, part in enumerate(parts)]


class Beside(Generic[Result]):
    """Work that is done in a copy of this process, which goes on; the copy works when this process leaves it time.

    Where no process can be copied, the work is done at once; where the copy failed, it is done again by whoever asks for the result.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        if processors() == 1:
            self._begun, self._wait = None, partial(_same, work())
        else:
            self._begun, self._wait = _begin(multiprocessing.get_context("fork"), self._yield_and_work)

    def _yield_and_work(self) -> Result:
        os.nice(10)
        return self._work()

    @property
    def is_over(self) -> bool:
        """Whether nobody would have to wait for the result."""
        return not self._begun or self._begun.poll()

    def result(self) -> Result:
        """Wait for the result, or for the error. To be asked for once."""
        with suppress(EOFError, OSError):
            return self._wait()
        return self._work()


def _same(result: Result) -> Result:
    return result


def _begin(copies: Any, work: Callable[[], Any]) -> tuple[Any, Callable[[], Any]]:
    """Begin `work` in a copy of this process. Where its result comes in, and what waits for it; EOFError where there is none."""
    here, there = copies.Pipe(duplex=False)
    process = copies.Process(target=_quietly, args=(work, there), daemon=True)
    process.start()
    there.close()

    def wait() -> Any:
        try:
            return here.recv()
        finally:
            process.join()

    return here, wait


def _quietly(work: Callable[[], Any], end: Any) -> None:
    """A copy says nothing of its errors: the work is done again by the process that it was copied from."""
    try:
        end.send(work())
    except Exception:
        os._exit(1)
    finally:
        end.close()
