"""In: the benchmark's door. Out: its messages for wrong words, the edition it writes, and a small run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture()
def bench(root: Path):
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(root / "scripts" / "bench.py"), *words]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["twenty"],
            "argument SIZE: 'twenty' is not a size: write pages x references, such as 20x50",
        ),
        (
            ["20x500"],
            "argument SIZE: '20x500' cannot be made: at least 20 pages and 20 references, and at most 6 references a page, since each is cited",
        ),
        (
            ["5x20"],
            "argument SIZE: '5x20' cannot be made: at least 20 pages and 20 references, and at most 6 references a page, since each is cited",
        ),
        (["--limit", "0"], "argument --limit: '0' is not a number above zero"),
        (["--minutes", "soon"], "argument --minutes: 'soon' is not a number above zero"),
        (
            ["--with", "abacus"],
            "there is no contestant 'abacus' here: ours, stock, whole-nav, bibtex, bibtex-csl",
        ),
        (["--make", "."], "--make wants one size and a folder that is not there yet"),
    ],
)
def test_wrong_usage(bench, words: list[str], said: str) -> None:
    done = bench(*words)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (
        2,
        "",
        f"bench.py: error: {said}",
    )


def test_it_writes_an_edition(bench, tmp_path: Path) -> None:
    assert bench("20x50", "--make", str(tmp_path / "made")).returncode == 0
    assert len(list((tmp_path / "made" / "docs").glob("part-1/*.md"))) == 20


def test_a_run_prints_the_tables_and_shows_its_progress(bench) -> None:
    done = bench("20x20", "--with", "ours", "stock", "--parts", "builds", "checks", "--rounds", "1")
    assert done.returncode == 0, done.stderr
    assert [line.split(" | ")[0] for line in done.stdout.splitlines() if line.startswith("| ")] == [
        "| 20 × 20, 1 round", "| ---", "| this edition, cold", "| this edition, unchanged", "| this edition, one page changed", "| stock Material",
        "| pages × references", "| ---", "| 20 × 20",
    ]  # fmt: skip
    assert [line.split(":", 2)[-1][3:].strip() for line in done.stderr.splitlines()][:1] == [
        "Making editions of 20 × 20 pages and references."
    ]
    assert "failed" not in done.stdout


def test_a_build_that_takes_too_long_is_said_to(bench) -> None:
    done = bench(
        "20x20", "--with", "bibtex", "--parts", "builds", "--rounds", "1", "--limit", "0.05"
    )
    assert (
        "| mkdocs-bibtex | stopped after 0.05 s | – | – | – | – | – |" in done.stdout.splitlines()
    )


def test_what_there_is_no_time_for_is_left_out_and_named(bench) -> None:
    done = bench(
        "20x20",
        "--with",
        "ours",
        "stock",
        "--parts",
        "builds",
        "--rounds",
        "2",
        "--minutes",
        "0.001",
    )
    assert (done.returncode, done.stdout.splitlines()[-2]) == (
        0, "There was no time for this edition at 20 × 20; stock Material at 20 × 20; the rounds after 1 at 20 × 20."
    )  # fmt: skip
