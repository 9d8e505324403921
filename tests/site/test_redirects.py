"""In: redirects laid over the made-up paper. Out: old addresses that still lead somewhere, with scripts off."""

from __future__ import annotations

from edition.checks import check_sources

REDIRECTS = """\
- {from: "towers/stone/#p9", to: "towers/oil/#p1"}
- {from: "towers/wood/", to: "towers/stone/"}
"""


def test_old_places_and_pages_lead_on(overlay, build, tmp_path) -> None:
    root = overlay({"docs/data/redirects.yml": REDIRECTS})
    site = build(root / "mkdocs.yml", tmp_path / "site", "/some-repo/")
    assert (site.code, site.warnings, site.broken_links()) == (0, [], [])

    line = site.article("towers/stone/").xpath('.//p[@id="p9"]')[0]
    assert line.text_content() == "#p9 has moved to 1.2 Oil."
    assert line.find("a").get("href") == "../oil/#p1"

    page = site.page("towers/wood/")
    assert page.find('.//meta[@http-equiv="refresh"]').get("content") == "0; url=../stone/"
    assert page.find(".//main/p").text_content() == "This page is now 1.1 Stone."


def test_a_place_that_moved_within_a_page_is_an_anchor_at_the_new_one(
    overlay, build, tmp_path
) -> None:
    moves = """\
- {from: "towers/stone/#p9", to: "towers/stone/#p1"}
- {from: "references/#ref-lost", to: "references/#ref-brine1919lamps"}
"""
    root = overlay({"docs/data/redirects.yml": moves})
    site = build(root / "mkdocs.yml", tmp_path / "site", "/some-repo/")
    assert (site.code, site.warnings, site.broken_links()) == (0, [], [])
    for address, old, new in (
        ("towers/stone/", "p9", "p1"),
        ("references/", "ref-lost", "ref-brine1919lamps"),
    ):
        (mark,) = site.article(address).xpath(f'.//*[@id="{old}"]')
        assert mark.getparent().get("id") == new
        assert not mark.text_content()
        assert not site.article(address).find_class("moved")


def test_a_redirect_answers_for_a_published_address(overlay, edition) -> None:
    gone = {"docs/data/published.txt": "towers/stone/#p9\ntowers/wood/\n"}
    assert [
        problem.rule
        for problem in check_sources(
            edition(overlay(gone | {"docs/data/redirects.yml": REDIRECTS}))
        )
    ] == []


def test_an_address_without_a_redirect_is_missed(overlay, edition) -> None:
    found = check_sources(edition(overlay({"docs/data/published.txt": "towers/wood/\n"})))
    assert [str(problem) for problem in found] == [
        "docs/data/published.txt:1: error: published-address-gone: 'towers/wood/' was published and no longer exists. Restore it, or name where it went in docs/data/redirects.yml."
    ]
