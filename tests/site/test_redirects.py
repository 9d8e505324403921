"""In: redirects laid over the made-up paper. Out: old addresses that still lead somewhere, with
scripts off.
"""

from __future__ import annotations

import pytest

from edition.checks.site_rules import broken_links


def test_warnings_are_told_and_stop_no_build(odd):
    assert (odd.code, odd.warnings) == (0, [])
    assert "docs/lost.md:1: warning: page-outside-navigation:" in odd.output
    assert (odd.folder / "lost" / "index.html").is_file()


def test_every_link_leads_somewhere(odd):
    assert broken_links(odd.folder, odd.base) == {}


def test_old_places_and_pages_lead_on(odd):
    line = odd.article("towers/stone/").xpath('.//p[@id="p9"]')[0]
    assert line.text_content() == "#p9 has moved to 1.2 Oil."
    assert line.find("a").get("href") == "../oil/#p1"
    page = odd.page("towers/wood/")
    assert page.find('.//meta[@http-equiv="refresh"]').get("content") == "0; url=../stone/"
    assert page.find(".//main/p").text_content() == "This page is now 1.1 Stone."


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [("towers/stone/", "p8", "p1"), ("references/", "ref-lost", "ref-brine1919lamps")],
)
def test_a_place_that_moved_within_a_page_is_an_anchor_at_the_new_one(odd, address, old, new):
    (mark,) = odd.article(address).xpath(f'.//*[@id="{old}"]')
    assert (mark.getparent().get("id"), mark.text_content()) == (new, "")
