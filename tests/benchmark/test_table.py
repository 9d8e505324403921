"""In: given measurements. Out: the exact text of the tables."""

from __future__ import annotations

from datetime import UTC, datetime

from benchmark.builds import CHANGED, COLD, UNCHANGED, Build, Check, Size
from benchmark.contestants import contestants
from benchmark.editing import Shown
from benchmark.growth import Growth, growths, sizes_of
from benchmark.measuring import Cost
from benchmark.profiles import Profile
from benchmark.report import report
from benchmark.run import Plan, Results
from benchmark.table import building, checking, growing, profiling, showing, spread

SMALL, MIDDLE, LARGE = Size(20, 50), Size(200, 1000), Size(1000, 5000)
NAMES = {"ours": "this edition", "stock": "stock Material", "sphinx": "Sphinx"}


def table(text: str) -> str:
    return text.replace("\n    ", "\n").lstrip("\n")


def test_spread() -> None:
    assert (spread([1.5]), spread([1.1, 1.4, 1.2])) == ("1.50", "1.20 (1.10–1.40)")


def test_building() -> None:
    builds = [
        Build(SMALL, "ours", COLD, 1, Cost(3, 2, 100)),
        Build(SMALL, "ours", UNCHANGED, 1, Cost(2, 1, 80)),
        Build(SMALL, "stock", COLD, 1, Cost(2, 1, 50)),
        Build(SMALL, "sphinx", COLD, 1, "stopped after 60 s"),
        Build(SMALL, "ours", COLD, 2, Cost(5, 4, 110)),
        Build(SMALL, "ours", UNCHANGED, 2, "failed"),
        Build(SMALL, "stock", COLD, 2, Cost(2, 1, 50)),
    ]
    assert building(builds, NAMES) == table("""
    | 20 × 50, 2 rounds | processor, s | × stock | clock, s | × stock | memory, MiB | × stock |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | this edition, cold | 3.0 | 3.00 (2.00–4.00) | 4.0 | 2.00 (1.50–2.50) | 105 | 2.10 (2.00–2.20) |
    | this edition, unchanged | 1.0 | 1.00 | 2.0 | 1.00 | 80 | 1.60 |
    | stock Material | 1.0 | 1.00 (1.00–1.00) | 2.0 | 1.00 (1.00–1.00) | 50 | 1.00 (1.00–1.00) |
    | Sphinx | stopped after 60 s | – | – | – | – | – |
    """)  # fmt: skip


def test_without_stock_there_is_no_ratio() -> None:
    assert "| this edition, one page changed | 2.0 | – | 3.0 | – | 100 | – |" in building(
        [Build(MIDDLE, "ours", CHANGED, 1, Cost(3, 2, 100))], NAMES
    )


def test_checking() -> None:
    checks = [
        Check(MIDDLE, COLD, Cost(3, 2.5, 99)),
        Check(SMALL, COLD, Cost(1, 0.5, 60)),
        Check(SMALL, UNCHANGED, "failed"),
    ]
    assert checking(checks) == table("""
    | pages × references | cold, processor, s | clock, s | again, processor, s | clock, s |
    | --- | ---: | ---: | ---: | ---: |
    | 20 × 50 | 0.5 | 1.0 | failed | – |
    | 200 × 1,000 | 2.5 | 3.0 | – | – |
    """)


def test_growing() -> None:
    assert growing([Growth("checks", "pages alone", [200, 600, 1000], [2.0, 4.0, 8.0])]) == table("""
    |  | from → to | s | s | s | ms each, first step | ms each, second step | second ÷ first |
    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | checks, pages alone | 200 → 600 → 1,000 | 2.0 | 4.0 | 8.0 | 5.0 | 10.0 | 2.00 |
    """)


def test_growth_is_read_together_and_for_each_alone() -> None:
    assert sizes_of([SMALL, MIDDLE, LARGE]) == {
        "pages with their references": [SMALL, MIDDLE, LARGE],
        "pages alone": [MIDDLE, Size(600, 1000), Size(1000, 1000)],
        "references alone": [Size(1000, 1000), Size(1000, 3000), LARGE],
    }
    assert sizes_of([SMALL]) == {}


def test_a_straight_line_does_not_bend() -> None:
    lines = growths(
        "x", [SMALL, MIDDLE, LARGE], lambda size: 1 + size.pages * 0.01 + size.references * 0.002
    )
    assert [round(line.bend, 6) for line in lines[1:]] == [1.0, 1.0]


def test_a_line_with_a_gap_is_left_out() -> None:
    assert [
        line.of
        for line in growths("x", [SMALL, MIDDLE, LARGE], {SMALL: 1.0, MIDDLE: 2.0, LARGE: 9.0}.get)
    ] == ["pages with their references"]


def test_profiling() -> None:
    cold = Profile(
        SMALL, COLD, 4.0, {"edition/exports/book/pdf.py": 3.0, "markdown": 1.0}, {"markdown": 4.0}
    )
    again = Profile(SMALL, UNCHANGED, 2.0, {"markdown": 1.0, "hooks.py": 1.0}, {"markdown": 2.0})
    assert profiling([cold, again]) == table("""
    | 20 × 50 | cold, 4.0 s | % | unchanged, 2.0 s | % |
    | --- | ---: | ---: | ---: | ---: |
    | group: exports | 3.00 | 75 | 0.00 | 0 |
    | group: markdown | 1.00 | 25 | 1.00 | 50 |
    | group: (all others) | 0.00 | 0 | 1.00 | 50 |
    | module: edition/exports/book/pdf.py | 3.00 | 75 | 0.00 | 0 |
    | module: (all others) | 0.00 | 0 | 0.00 | 0 |
    | at work: markdown | 4.00 | 100 | 2.00 | 100 |
    | at work: (all others) | 0.00 | 0 | 0.00 | 0 |
    """)


def test_showing() -> None:
    shown = [
        Shown("20 × 50", "start", 8.0),
        Shown("20 × 50", "page", 1.0),
        Shown("20 × 50", "page", 3.0),
        Shown("20 × 50", "note", None),
    ]
    assert showing(shown) == table("""
    |  | clock, s | × start |
    | --- | ---: | ---: |
    | 20 × 50: start | 8.00 | 1.00 |
    | 20 × 50: page | 2.00 (1.00–3.00) | 0.25 |
    | 20 × 50: note | never | – |
    """)


def test_the_report_says_when_and_where_and_what_is_missing() -> None:
    results = Results(
        checks=[Check(SMALL, COLD, Cost(1, 0.5, 60))], left_out=["the rounds after 2 at 20 × 50"]
    )
    text = report(
        results,
        Plan([SMALL], contestants()),
        datetime(2025, 4, 9, 7, 5, tzinfo=UTC),
        "2 cores",
        "mkdocs 1",
    )
    assert text.startswith(
        "# The latest run of `make bench`\n\n9 April 2025, 07:05 UTC; 2 cores; mkdocs 1.\n"
    )
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Checking the sources",
        "## Left out",
    ]
    assert text.endswith("There was no time for the rounds after 2 at 20 × 50.\n")
