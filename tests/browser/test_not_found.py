"""What a reader does whose link has a fault: sees the nearest address, searches from there, or takes the list of all pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.reading import NO_SCRIPTS, PREFIX, Site
from browser.test_every_page import AXE, RULES, barriers_of
from edition.model import Page as SourcePage


@pytest.fixture
def lost(reader: BrowserContext, site: Site) -> Iterator[Callable[[str], Page]]:
    """`lost(address)`: the page for an address that is not there. Nothing else may be missing, and nobody else be asked."""
    troubles: list[str] = []
    page = reader.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda request: request.url.startswith(site.address) or troubles.append(request.url),
    )
    page.on(
        "response",
        lambda answer: (
            answer.status < 400
            or answer.request.is_navigation_request()
            or troubles.append(answer.url)
        ),
    )

    def go(address: str) -> Page:
        assert page.goto(address).status == 404
        return page

    yield go
    page.close()
    assert troubles == []


def offered(page: Page) -> list[str]:
    """The addresses that are offered, below the site's own."""
    links = page.locator(".nearest a")
    expect(links.first).to_be_visible()
    return links.evaluate_all(
        "(links, prefix) => links.map(link => (link.pathname + link.hash).replace(prefix, ''))",
        PREFIX,
    )


@pytest.fixture
def known(site: Site) -> SourcePage:
    """The first page of a section within a section."""
    return next(page for page in site.edition.pages if page.section.count(".") == 1)


@pytest.mark.parametrize(
    "fault",
    [
        lambda address: address[:-3] + address[-2:],  # a letter lost
        lambda address: address[:3] + address[4] + address[3] + address[5:],  # two exchanged
        lambda address: address.upper(),
        lambda address: address.rstrip("/") + ".html",
        lambda address: address.split("/")[-2] + "/",  # without its folder
        lambda address: f"v/0.0.9/{address}",
        lambda address: f"{address}more/and/more/"[: len(address) + 4],
    ],
    ids=["lost", "exchanged", "capitals", "html", "no-folder", "old-version", "more"],
)
def test_the_nearest_page_is_offered_first(lost, site, known, fault):
    page = lost(fault(known.address))
    assert offered(page)[0] == known.address
    home = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    assert site.address in home
    page.locator(".nearest a").first.click()
    expect(page).to_have_url(site.address + known.address)
    expect(page.locator("h1")).to_contain_text(known.title)


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
    assert offered(lost(f"reference/#ref-{cited.reference.key}"))[0] == cited.entry


def test_nothing_is_guessed_of_an_address_like_no_other(lost):
    page = lost("a/very/long/way/to/xyzzyxyzzyxyzzy/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".nearest a")).to_have_count(0)


def test_searching_from_there(lost, site):
    page, name = lost("no/such/page/"), site.edition.names[0]
    page.get_by_role("searchbox", name="Search the edition for").fill(name.name)
    page.get_by_role("button", name="Search", exact=True).last.click()
    expect(
        page.locator("#search").get_by_role("link").filter(has_text=name.name).first
    ).to_be_visible()
    page.locator("#search").get_by_role("link").first.click()
    expect(page.locator("#not-found")).to_have_count(0)


@pytest.mark.parametrize("reader", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_every_page_is_listed_at_any_depth(lost, site):
    links = (
        lost("one/two/three/four/five")
        .locator(".all-pages a")
        .evaluate_all("l => l.map(a => a.href)")
    )
    assert [link.removeprefix(site.address).removeprefix(".") for link in links] == [
        page.address for page in site.edition.pages
    ]


@pytest.mark.parametrize("reader", [{"bypass_csp": True}], indirect=True, ids=["axe"])
def test_axe_finds_no_barrier(lost, known):
    page = lost(known.address[:-2])
    assert offered(page)
    page.evaluate(AXE)
    assert barriers_of(page, "404.html", RULES) == []


def test_the_addresses_are_asked_for_nowhere_else(page, site):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("")
    page.wait_for_load_state("networkidle")
    assert [
        address for address in asked if address.endswith(("addresses.json", "not-found.js"))
    ] == []
    listed = json.loads((site.folder / "addresses.json").read_text("utf-8"))["pages"]
    assert list(listed) == [known.address for known in site.edition.pages]
