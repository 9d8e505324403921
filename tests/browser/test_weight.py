"""In: every page of the real edition. Out: that a browser asks for what `make weigh` counts and nothing else, below the budgets; and nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.reading import Site
from weigh import first_view

# A first view of Material as it comes weighs 94 KB with search. Pages of text may weigh half, lists of an edition of this length two thirds of that.
MOST, MOST_OF_LISTS = 47_000, 63_000
LISTS = ("references", "notes", "names")
MOVED = """() => new Promise(tell => {
  let sum = 0
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value }).observe({ type: "layout-shift", buffered: true })
  setTimeout(() => tell(sum), 150)
})"""
LONG_LISTS = ".references > li, .all-notes > li, .names > li"
PHONE = {"viewport": {"width": 390, "height": 844}}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


def asked_by(page: Page, site: Site, address: str) -> set[str]:
    """The paths below the site that a browser asks for at the address."""
    asked: list[str] = []

    def note(request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("request", note)
    return {
        path + "index.html" if path.endswith("/") or not path else path
        for path in (url.removeprefix(site.address) for url in asked)
    }


def test_a_browser_asks_for_what_is_counted_and_no_more(page: Page, site: Site):
    for address in site.pages:
        counted = first_view(site.folder, f"{address}index.html")
        # Without a window no browser shows the icon, so that it may be left out.
        assert asked_by(page, site, address) | {"assets/favicon.svg"} == set(counted.files), address


def test_every_page_is_lighter_than_material_as_it_comes(site: Site):
    views = [first_view(site.folder, f"{address}index.html") for address in site.pages]
    heavy = {
        view.page: view.files
        for view in views
        if view.total > (MOST_OF_LISTS if view.kind in LISTS else MOST)
    }
    assert heavy == {}


@pytest.mark.parametrize("reader", [PHONE, DESKTOP], indirect=True, ids=["phone", "desktop"])
def test_nothing_moves_while_a_page_appears(page: Page, site: Site):
    moved = {}
    for address in site.pages:
        page.goto(address)
        if (shift := page.evaluate(MOVED)) > 0.01:
            moved[address] = shift
    assert moved == {}


@pytest.mark.parametrize("address", [f"{name}/" for name in LISTS])
def test_an_entry_of_a_long_list_is_found_at_its_address(page: Page, site: Site, address: str):
    page.goto(address)
    entry = page.locator(LONG_LISTS).evaluate_all(
        "entries => entries[Math.floor(entries.length * 0.8)].id"
    )
    page.goto("about:blank")
    page.goto(f"{address}#{entry}")
    assert 0 <= page.locator(f"[id='{entry}']").bounding_box()["y"] < 100


@pytest.mark.parametrize("address", [f"{name}/" for name in LISTS])
def test_who_comes_back_to_a_long_list_finds_the_place(page: Page, site: Site, address: str):
    page.goto(address)
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight * 0.6)")
    first_seen = f"() => [...document.querySelectorAll('{LONG_LISTS}')].find(entry => entry.getBoundingClientRect().bottom > 100).id"
    page.wait_for_timeout(300)
    left = page.evaluate(first_seen)
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate(first_seen) == left


def test_words_of_an_entry_out_of_sight_are_found(page: Page, site: Site):
    page.goto("references/")
    last = page.locator(".references > li .ref-text").last.text_content()
    assert page.evaluate("words => window.find(words.slice(0, 40))", last)
