"""The line that names the version that is read; the list of all is in tests/golden/releases."""

from __future__ import annotations

import lxml.html
import pytest

from edition.model import Edition
from edition.site.context import Context, PageView
from edition.site.version_list import lasting_version
from repository import edit

ABOUT, LIST = "  - About: about.md\n", "  - Versions: v/index.md\n"
DATE, DOI = "  date: 2025-04-09\n", "  doi: 10.5072/lamps\n"


@pytest.fixture()
def told(overlay) -> Edition:
    """The made-up paper with a list of versions and a DOI."""
    root = overlay({"docs/v/index.md": "# Versions\n\n\\versions\n"})
    edit(root, ("mkdocs.yml", ABOUT, ABOUT + LIST), ("docs/data/paper.yml", DATE, DATE + DOI))
    return Edition.load(root)


def test_the_line_names_the_doi_and_leads_to_all_versions(told):
    view = PageView(Context(told), told.by_path["about.md"])
    line = lxml.html.fragment_fromstring(str(view.fill("version")))
    assert line.xpath("a/@href") == ["https://doi.org/10.5072/lamps", "../v/"]


def test_a_site_is_kept_where_its_address_names_its_version(told):
    for address, number in (
        ("https://a.example/v/1.2.0/", "1.2.0"),
        ("https://a.example/v/1.1.0/", ""),
        ("https://a.example/", ""),
        ("", ""),
    ):
        told.project.site_url = address
        assert lasting_version(told) == number
