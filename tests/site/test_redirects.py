"""In: redirects laid over the made-up paper. Out: old addresses that still lead somewhere, with scripts off."""

from __future__ import annotations

import pytest

from conftest import Site, overlay_paper

REDIRECTS = """\
- {from: "towers/stone/#p9", to: "towers/oil/#p1"}
- {from: "towers/wood/", to: "towers/stone/"}
- {from: "towers/stone/#p8", to: "towers/stone/#p1"}
- {from: "references/#ref-lost", to: "references/#ref-brine1919lamps"}
"""


@pytest.fixture(scope="module")
def site(build, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built for the root of a host, with a page that the navigation does not have."""
    folder = tmp_path_factory.mktemp("redirects")
    files = {"docs/data/redirects.yml": REDIRECTS, "docs/lost.md": "# Lost\n"}
    root = overlay_paper(folder / "paper", files)
    return build(root / "mkdocs.yml", folder / "site", "/")


def test_warnings_are_told_and_stop_no_build(site):
    assert (site.code, site.warnings, site.broken_links()) == (0, [], [])
    assert "docs/lost.md:1: warning: page-outside-navigation:" in site.output
    assert (site.folder / "lost" / "index.html").is_file()


def test_old_places_and_pages_lead_on(site):
    line = site.article("towers/stone/").xpath('.//p[@id="p9"]')[0]
    assert line.text_content() == "#p9 has moved to 1.2 Oil."
    assert line.find("a").get("href") == "../oil/#p1"
    page = site.page("towers/wood/")
    assert page.find('.//meta[@http-equiv="refresh"]').get("content") == "0; url=../stone/"
    assert page.find(".//main/p").text_content() == "This page is now 1.1 Stone."


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [("towers/stone/", "p8", "p1"), ("references/", "ref-lost", "ref-brine1919lamps")],
)
def test_a_place_that_moved_within_a_page_is_an_anchor_at_the_new_one(site, address, old, new):
    (mark,) = site.article(address).xpath(f'.//*[@id="{old}"]')
    assert (mark.getparent().get("id"), mark.text_content()) == (new, "")
