"""What a reader does whose link has a fault: sees the nearest address, searches from there, or
takes the list of all pages.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.reading import NO_SCRIPTS, OWN_STYLES, PREFIX, view
from browser.test_every_page import AXE, RULES, barriers_of
from edition.model import Edition
from edition.model import Page as SourcePage

LINKS = "(links, prefix) => links.map(link => (link.pathname + link.hash).replace(prefix, ''))"


@pytest.fixture
def lost(page: Page, troubles: list[str]) -> Callable[[str], Page]:
    """`lost(address)`: the page for an address that is not there. Nothing else may be missing."""

    def go(address: str) -> Page:
        assert page.goto(address).status == 404
        troubles[:] = [one for one in troubles if not one.endswith(f" {page.url}")]
        return page

    return go


def offered(page: Page) -> list[str]:
    """The addresses that are offered, below the site's own."""
    links = page.locator(".nearest a")
    expect(links.first).to_be_visible()
    return links.evaluate_all(LINKS, PREFIX)


@pytest.fixture
def known(edition: Edition) -> SourcePage:
    """The first page of a section within a section."""
    return next(page for page in edition.pages if page.section.count(".") == 1)


def test_the_nearest_page_is_offered_first(lost, known):
    address = known.address
    for asked in (
        address[:-3] + address[-2:],  # a letter lost
        address[:3] + address[4] + address[3] + address[5:],  # two exchanged
        address.upper(),
        address.rstrip("/") + ".html",
        address.split("/")[-2] + "/",  # without its folder
        f"v/0.0.9/{address}",
        f"{address}more/and/more/"[: len(address) + 4],
    ):
        page = lost(asked)
        assert offered(page)[0] == address, asked
    page.locator(".nearest a").first.click()
    expect(page).to_have_url(address)
    expect(page.locator("h1")).to_contain_text(known.title)


@view(OWN_STYLES, ids="axe")
def test_the_nearest_address_has_the_place_asked_for(lost, known, cited):
    paragraph = next(paragraph for paragraph in known.paragraphs if paragraph.number)
    short = known.address.rstrip("/")[:-1]
    for asked in (f"#{paragraph.id}", f"/{paragraph.id}", f"/{paragraph.id}/"):
        page = lost(short + asked)
        assert offered(page)[0] == f"{known.address}#{paragraph.id}"
        named = f"{known.section} {known.title}, paragraph {paragraph.id[1:]}"
        expect(page.locator(".nearest a").first).to_have_text(named)
    # A paragraph that is not there is not offered.
    assert offered(lost(f"{short}#p99"))[0] == known.address
    page = lost(f"reference/#ref-{cited.reference.key}")
    assert offered(page)[0] == cited.entry
    page.evaluate(AXE)
    assert barriers_of(page, RULES) == []


def test_nothing_is_guessed_of_an_address_like_no_other_and_one_searches_from_there(lost, edition):
    page, name = lost("a/very/long/way/to/xyzzyxyzzyxyzzy/"), edition.names[0].name
    page.wait_for_load_state("networkidle")
    expect(page.locator(".nearest a")).to_have_count(0)
    page.get_by_role("searchbox", name="Search the edition for").fill(name)
    page.get_by_role("button", name="Search", exact=True).last.click()
    page.locator("#search").get_by_role("link").filter(has_text=name).first.click()
    expect(page.locator("#not-found")).to_have_count(0)


@view(NO_SCRIPTS, ids="no-scripts")
def test_without_scripts_every_page_is_listed_at_any_depth(lost, edition):
    links = lost("one/two/three/four/five").locator(".all-pages a")
    assert links.evaluate_all(LINKS, PREFIX) == [page.address for page in edition.pages]
