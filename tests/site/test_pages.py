"""Every page of the made-up paper, as reviewed by eye in tests/golden/site: words, marks, links,
order.
"""

from __future__ import annotations

import pytest

from conftest import PAPER, as_lines

NAMES = sorted(
    "/".join(file.relative_to(PAPER / "docs").with_suffix("").parts)
    for file in (PAPER / "docs").rglob("*.md")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_page(built, golden, name):
    article = built.article(name.removesuffix("index") and f"{name.removesuffix('index')}/")
    golden(f"site/{name}.html", as_lines(article))
