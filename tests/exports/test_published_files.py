"""The files beside the built pages of the made-up paper, as reviewed by eye in
tests/golden/exports.
"""

from __future__ import annotations

import pytest

TABLES = "concordance.csv evidence.csv notes.csv timeline.csv".split()
DATA = "concordance.json evidence.json names.json notes.json timeline.json timeline.ics".split()


@pytest.mark.parametrize("name", [*TABLES, *DATA])
def test_a_file_is_published(name, built, golden):
    golden(f"exports/{name}", (built.folder / "downloads" / name).read_bytes())
