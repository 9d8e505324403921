"""In: work in parts. Out: whether several processes give what one would."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from edition import checks
from edition.checks import check_sources
from edition.model import Edition, pages, processes
from edition.model.processes import Beside, in_parts


@pytest.fixture(autouse=True)
def _three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    if processes.processors() == 1 and threading.active_count() == 1:
        pytest.skip("this machine has one processor, or cannot copy a process")
    monkeypatch.setattr(processes, "processors", lambda: 3)


def _slow_square(number: int) -> tuple[int, int]:
    threading.Event().wait(0.01)  # so that every process has its share
    return number * number, os.getpid()


def test_the_results_are_in_order_and_from_several_processes() -> None:
    found = in_parts(_slow_square, range(60))
    assert [square for square, _ in found] == [number * number for number in range(60)]
    assert len({process for _, process in found}) == 3


def test_few_parts_stay_here() -> None:
    assert {process for _, process in in_parts(_slow_square, range(5), least=6)} == {os.getpid()}
    assert in_parts(_slow_square, []) == []


def test_an_error_is_raised_here() -> None:
    def fail(number: int) -> int:
        if number == 7:
            raise ValueError("the seventh")
        return _slow_square(number)[0]

    with pytest.raises(ValueError, match="the seventh"):
        in_parts(fail, range(20))


def test_what_a_lost_process_had_is_done_again() -> None:
    here = os.getpid()

    def die_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return _slow_square(number)[0]

    assert in_parts(die_elsewhere, range(20)) == [number * number for number in range(20)]


def test_a_result_that_cannot_be_sent_is_made_again(tmp_path: Path) -> None:
    def opened(number: int) -> object:
        _slow_square(number)
        return lambda: number

    assert [result() for result in in_parts(opened, range(20))] == list(range(20))


def test_beside_a_thread_no_process_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    over = threading.Event()
    beside = threading.Thread(target=over.wait)
    beside.start()
    try:
        assert processes.processors() == 1
    finally:
        over.set()
        beside.join()


def test_an_edition_is_read_and_checked_alike(lay, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> tuple[Edition, list]:
        root = lay({"docs/towers/oil.md": "# Oil\n\nSee [@nobody1900nothing].\n", "docs/towers/stone.md": "\ud83d\n".encode("utf-8", "surrogatepass")})
        edition = Edition.load(root)
        problems = check_sources(edition)
        shutil.rmtree(root)
        return edition, problems

    alone, said_alone = read()
    monkeypatch.setattr(pages, "MANY", 1)
    monkeypatch.setattr(checks, "LARGE", 0)
    together, said_together = read()
    assert said_alone == said_together
    assert "undefined-citation" in {problem.rule for problem in said_together}
    assert repr(alone) == repr(together)


def test_work_beside_is_done_in_another_process() -> None:
    square, process = Beside(lambda: _slow_square(3)).result()
    assert square == 9
    assert process != os.getpid()


def test_work_beside_is_over_when_its_result_is_there(tmp_path: Path) -> None:
    def wait() -> None:
        while not (tmp_path / "end").exists():
            threading.Event().wait(0.01)

    work = Beside(wait)
    assert not work.is_over
    (tmp_path / "end").touch()
    while not work.is_over:
        threading.Event().wait(0.01)
    work.result()


def test_work_beside_that_failed_is_over_and_done_again_here() -> None:
    here = os.getpid()

    def die_elsewhere() -> int:
        if os.getpid() != here:
            os._exit(9)
        return 9

    work = Beside(die_elsewhere)
    while not work.is_over:
        threading.Event().wait(0.01)
    assert work.result() == 9


def test_work_beside_is_done_at_once_where_no_process_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 1)
    done = []
    work = Beside(lambda: done.append(1))
    assert (done, work.is_over) == ([1], True)
    work.result()
    assert done == [1]
