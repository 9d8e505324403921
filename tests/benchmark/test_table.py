"""The table of the benchmark, of given numbers."""

from __future__ import annotations

import bench
from benchmark.measure import Row


def test_it_has_medians_and_their_ratios_to_stock_material():
    ours = Row(
        edition="20 × 50",
        tool="this edition",
        build=[4.0, 9.0, 5.0],
        first_page=[3.0, 4.0],
        edit=[1.0],
        memory=[300.0],
    )
    stock = Row(edition="20 × 50", tool="stock Material", build=[2.0], memory=[50.0])
    assert bench.table([ours, stock]).splitlines()[2:] == [
        "| 20 × 50 | this edition | 5.00 | 2.50 | 3.50 | 1.75 | 1.00 | 0.50 | 300 | 6.00 |",
        "| 20 × 50 | stock Material | 2.00 | 1.00 | – | – | – | – | 50 | 1.00 |",
    ]
