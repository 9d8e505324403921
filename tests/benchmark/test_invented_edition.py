"""The generator of invented editions: its editions are sound, and the same from the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import bench
from benchmark.invented_edition import InventedEdition
from edition.checks import check_sources
from edition.model import Edition


def test_the_same_seed_gives_the_same_files() -> None:
    first, second, other = (InventedEdition(25, 50, seed).files for seed in (7, 7, 8))
    assert first == second
    assert first != other


@pytest.mark.parametrize(("pages", "references"), [(5, 8), (25, 50), (30, 400)])
def test_it_has_the_wanted_size_and_no_problem(tmp_path: Path, pages: int, references: int) -> None:
    invented = InventedEdition(pages, references)
    invented.write(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        bench.OUR_SETTINGS + yaml.safe_dump({"nav": invented.navigation})
    )
    assert all(
        isinstance(item, str) or len(item) == 1 for item in invented.navigation
    )  # MkDocs' form
    edition = Edition.load(tmp_path)
    assert [str(problem) for problem in check_sources(edition)] == []
    assert len([page for page in edition.pages if page.section]) == pages
    assert len(edition.bibliography.references) == references + 1
