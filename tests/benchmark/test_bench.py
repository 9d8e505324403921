"""The benchmark: its invented editions are sound, and its table of given numbers."""

from __future__ import annotations

from collections import defaultdict

import pytest

import bench
from benchmark.invented_edition import invented_edition
from benchmark.measure import BUILD, EDIT, FIRST_PAGE, MEMORY
from edition.checks import check_sources
from edition.model import Edition


@pytest.mark.parametrize(("pages", "references"), [(5, 8), (25, 50), (30, 400)])
def test_an_invented_edition_has_the_wanted_size_and_no_problem(tmp_path, pages, references):
    files = invented_edition(pages, references)
    assert files == invented_edition(pages, references)
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(bench.OUR_SETTINGS + files["mkdocs.yml"])
    edition = Edition.load(tmp_path)
    assert [str(problem) for problem in check_sources(edition)] == []
    assert len([page for page in edition.pages if page.section]) == pages
    assert len(edition.bibliography.references) == references + 1


def test_the_table_has_medians_and_their_ratios_to_stock_material():
    ours = {BUILD: [4.0, 9.0, 5.0], FIRST_PAGE: [3.0, 4.0], EDIT: [1.0], MEMORY: [300.0]}
    stock = defaultdict(list, {BUILD: [2.0], MEMORY: [50.0]})
    measured = {("20 × 50", "this edition"): ours, ("20 × 50", "stock Material"): stock}
    assert bench.table(measured).splitlines()[2:] == [
        "| 20 × 50 | this edition | 5.00 | 2.50 | 3.50 | 1.75 | 1.00 | 0.50 | 300 | 6.00 |",
        "| 20 × 50 | stock Material | 2.00 | 1.00 | – | – | – | – | 50 | 1.00 |",
    ]
