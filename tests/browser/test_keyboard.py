"""In: pages of the edition and a keyboard. Out: that every stop is seen, whole and in the order of the page; that letters do nothing; that Escape leads back."""

from __future__ import annotations

import string

import pytest
from playwright.sync_api import Page, expect

from browser.reading import Site

MOST = 260  # stops of a page that are walked
STOP = """() => {
  const here = document.activeElement
  if (!here || here === document.body) return null
  const style = getComputedStyle(here), boxes = [...here.getClientRects()].filter(box => box.width && box.height)
  const mark = here.closest('svg') && here.querySelector('circle, rect')
  const inWindow = boxes.some(box => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)
  const uncovered = boxes.some(box => [0.5, 0.15, 0.85].some(part => {
    const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2)
    return top && (here.contains(top) || top.contains(here) || top.closest('label')?.contains(here))
  }))
  const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || Boolean(mark && getComputedStyle(mark).strokeWidth >= '2')
  const opaque = style.visibility === 'visible' && Number(style.opacity) > 0.9
  const before = window.lastStop && window.lastStop.isConnected ? window.lastStop.compareDocumentPosition(here) : 4
  window.lastStop = here
  const name = here.getAttribute('aria-label') || here.textContent.trim() || here.labels?.[0]?.textContent.trim() || ''
  return { name, said: `${here.tagName} ${here.className?.baseVal ?? here.className} ${name.slice(0, 30)}`, ringed, opaque, inWindow, uncovered, inOrder: Boolean(before & 4) }
}"""
STATE = "() => [location.href, document.activeElement.tagName, document.querySelectorAll('[popover]:popover-open, dialog[open], .preview').length, scrollY].join(' ')"


def walk(page: Page) -> list[dict]:
    """The stops of a page, from the first press of Tab until the focus leaves it."""
    stops = []
    while len(stops) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.fixture(scope="session")
def text(site: Site) -> str:
    edition = site.edition
    return max(
        (page for page in edition.pages if edition.notes_on(page.path)),
        key=lambda page: len(page.citations),
    ).address


@pytest.fixture
def address(request: pytest.FixtureRequest, text: str) -> str:
    return {"text": text, "home": ""}.get(request.param, f"{request.param}/")


@pytest.mark.parametrize(
    "reader",
    [{"viewport": {"width": 1440, "height": 900}}, {"viewport": {"width": 390, "height": 844}}],
    indirect=True,
    ids=["wide", "phone"],
)
@pytest.mark.parametrize(
    "address", ["text", "home", "references", "names", "timeline", "notes"], indirect=True
)
def test_every_stop_is_named_seen_and_in_order(page: Page, address: str):
    page.goto(address)
    stops = walk(page)
    assert len(stops) > 15
    for wanted in ("name", "ringed", "opaque", "inWindow", "uncovered"):
        assert [stop["said"] for stop in stops if not stop[wanted]] == [], f"{wanted}: not so"
    # Only within a preview, which stands beside what opened it, and round a group of choices may the order be another.
    assert [stop["said"] for stop in stops[1:] if not stop["inOrder"]] == []


def test_the_first_stop_leads_past_the_head(page: Page, text: str):
    page.goto(text)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Skip")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("element => Boolean(element.closest('main'))")


def test_every_page_has_its_landmarks_and_one_title(page: Page, site: Site):
    for address in site.pages:
        page.goto(address)
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, f"{address}: {role}"
        assert page.locator("h1").count() == 1, address
        names = page.locator("nav").evaluate_all(
            "navs => navs.map(nav => nav.getAttribute('aria-label') || '')"
        )
        assert len(names) == len(set(names)) and all(names), address


def test_no_letter_is_a_command(page: Page, text: str):
    for address in (text, "", "references/"):
        page.goto(address)
        before = page.evaluate(STATE)
        for key in [*string.ascii_lowercase, *"/?.,'[]0123456789"]:
            page.keyboard.press(key)
        page.wait_for_timeout(100)
        assert page.evaluate(STATE) == before, address


@pytest.mark.parametrize(
    "reader", [{"viewport": {"width": 390, "height": 844}}], indirect=True, ids=["phone"]
)
@pytest.mark.parametrize("name", ["Contents", "Search", "Cite this page"])
def test_a_panel_opens_takes_the_focus_and_gives_it_back(page: Page, text: str, name: str):
    page.goto(text)
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")
    panel = page.locator("[popover]:popover-open, dialog[open]")
    expect(panel).to_be_visible()
    if not panel.locator(":focus").count():
        page.keyboard.press("Tab")
    expect(panel.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(button).to_be_focused()


def test_search_is_opened_asked_and_followed_by_keyboard(page: Page, site: Site, text: str):
    page.goto(text)
    page.get_by_role("button", name="Search", exact=True).focus()
    page.keyboard.press("Enter")
    name = site.edition.names[0]
    page.keyboard.type(name.name)
    result = page.get_by_role("search").get_by_role("link").filter(has_text=name.name).first
    expect(result).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    here = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != here)
    assert "#" in page.url
