"""In: every page of the real edition. Out: that it fits a narrow screen, asks nobody else for anything, and passes axe."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import lxml.html
import pytest
from playwright.sync_api import Page, expect

from browser.reading import PREFIX, Site
from foreign_words import unmarked

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "runOnly": TAGS,
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
CONTRAST = {
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
    "resultTypes": ["violations"],
}
# Colors take axe a hundredth of a second for each text: a dozen items of a list stand for all of them, which look the same.
FIRST_ITEMS = "article :is(ol, ul, dl, tbody) > :nth-child(n + 13) { display: none }"
NARROW = {"viewport": {"width": 320, "height": 640}}
TARGETS = "links => links.map(link => link.href)"
WIDER = (
    "() => { const root = document.scrollingElement; return root.scrollWidth - root.clientWidth }"
)


@pytest.mark.parametrize("reader", [NARROW], indirect=True, ids=["320px"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(page: Page, site: Site):
    too_wide = {}
    for address in site.pages:
        page.goto(address)
        if (pixels := page.evaluate(WIDER)) > 0:
            too_wide[address] = f"{pixels} px"
    assert too_wide == {}


# The pages forbid scripts and styles that are not their own files; axe and the test's own style are such.
@pytest.mark.parametrize("reader", [{"bypass_csp": True}], indirect=True, ids=["axe"])
def test_axe_finds_no_barrier(page: Page, site: Site):
    barriers = []
    for address in site.pages:
        page.goto(address)
        page.evaluate(AXE)
        barriers += barriers_of(page, address, RULES)
        page.add_style_tag(content=FIRST_ITEMS)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            barriers += barriers_of(page, f"{address} in {scheme} colors", CONTRAST)
    assert barriers == []


def barriers_of(page: Page, address: str, rules: dict) -> list[str]:
    found = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
    return [
        f"/{address}: {rule['id']}: {rule['nodes'][0]['target'][0]} and {len(rule['nodes']) - 1} more"
        for rule in found
    ]


def test_words_in_another_script_say_their_language_and_direction(site: Site):
    for file in sorted(site.folder.rglob("*.html")):
        root = lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        assert unmarked(root) == [], file.relative_to(site.folder)


def test_every_page_leads_home(page: Page, site: Site):
    for address in filter(None, site.pages):
        page.goto(address)
        assert site.address in page.get_by_role("link").evaluate_all(TARGETS), address


def test_search_finds_a_page_under_the_sub_path(page: Page, site: Site):
    sought = next(known for known in site.edition.pages if known.section.count(".") == 1)
    page.goto("")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first.fill(sought.title)
    result = (
        page.get_by_role("search")
        .or_(page.get_by_role("dialog"))
        .get_by_role("link")
        .filter(has_text=sought.title)
        .first
    )
    expect(result).to_be_visible()
    result.click()
    expect(page.locator("h1")).to_contain_text(sought.title)
    assert f"{PREFIX}{sought.address}" in page.url


def test_unknown_address_helps(reader, site: Site):
    page = reader.new_page()
    answer = page.goto("no/such/page/")
    assert answer.status == 404
    links = page.locator("main").get_by_role("link")
    links.nth(links.evaluate_all(TARGETS).index(site.address)).click()
    expect(page).to_have_url(site.address)
    page.close()
