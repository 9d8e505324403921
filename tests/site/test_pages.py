"""Every page of the made-up paper, as reviewed by eye in tests/golden/site: words, marks, links, order."""

from __future__ import annotations

import re

import lxml.html
import pytest

from conftest import PAPER

BLOCKS = (
    "article|caption|circle|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header"
    "|label|legend|li|nav|ol|p|path|pre|rect|section|summary|svg|table|t[rhd]|text|title|ul"
)
NAMES = sorted(
    "/".join(file.relative_to(PAPER / "docs").with_suffix("").parts)
    for file in (PAPER / "docs").rglob("*.md")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_page(built, golden, name: str) -> None:
    article = built.article(name.removesuffix("index") and f"{name.removesuffix('index')}/")
    for forms in article.xpath(".//details[@id='cite']"):
        forms.drop_tree()  # what one cites by is in tests/golden/citing
    html = lxml.html.tostring(article, encoding="unicode", with_tail=False)
    lines = re.sub(rf" *(<({BLOCKS})[ >])", r"\n\1", re.sub("[ \t\n]+", " ", html))
    golden(f"site/{name}.html", f"{lines.strip()}\n")
