"""In: a changelog. Out: the list of all versions, and the line that names the one that is read."""

from __future__ import annotations

import lxml.html
import pytest
from markupsafe import Markup

from edition.model import Edition
from edition.site.context import Context, PageView
from edition.site.title_page import version
from edition.site.version_list import lasting_version, versions
from repository import edit

CHANGELOG = "# Changelog\n\n## 1.2.0 · 9 April 2025\n\nSee [the oil](../towers/oil.md) and [the web](https://web.example/).\n{: #oil }\n\n## 1.1.0 · 1 March 2024\n\nLess.\n\n## Corrections\n"
PAGES = "  - About: about.md\n  - Changelog: about/changelog.md\n  - Versions: v/index.md\n"


@pytest.fixture()
def told(overlay) -> Edition:
    """The made-up paper with a changelog, a list of versions and a DOI."""
    pages = {
        "docs/about/changelog.md": CHANGELOG,
        "docs/v/index.md": "# Versions\n\n\\versions\n",
    }
    root = overlay(pages)
    date = "  date: 2025-04-09\n"
    edit(root, ("mkdocs.yml", "  - About: about.md\n", PAGES))
    edit(root, ("docs/data/paper.yml", date, f"{date}  doi: 10.5072/lamps\n"))
    return Edition.load(root)


def read(html: Markup) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(str(html), create_parent="div")


def test_every_version_of_the_changelog_is_listed(told):
    root = read(versions(PageView(Context(told), told.by_path["v/index.md"])))
    said = [
        (heading.get("id"), heading.text_content().replace("\u00a0", " "))
        for heading in root.iter("h2")
    ]
    assert said == [
        ("v1.2.0", "Version 1.2.0 · 9 April 2025"),
        ("v1.1.0", "Version 1.1.0 · 1 March 2024"),
    ]
    assert [kept.text for kept in root.find_class("version-kept")] == [
        "You are reading this version.",
        "No archived copy.",
    ]
    assert [link.get("href") for link in root.iter("a")] == ["https://web.example/"]
    assert root.xpath("//@id") == ["v1.2.0", "v1.1.0"]


def test_the_line_names_the_doi_and_leads_to_all_versions(told):
    root = read(version(PageView(Context(told), told.by_path["about.md"])))
    assert [link.get("href") for link in root.iter("a")] == [
        "https://doi.org/10.5072/lamps",
        "../v/",
    ]


def test_a_site_is_kept_where_its_address_names_its_version(told):
    for address, number in (
        ("https://a.example/v/1.2.0/", "1.2.0"),
        ("https://a.example/v/1.1.0/", ""),
        ("https://a.example/", ""),
        ("", ""),
    ):
        told.project.site_url = address
        assert lasting_version(told) == number
