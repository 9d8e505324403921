"""Pages of the edition and a keyboard: every stop is seen and in order, letters do nothing, Escape leads back."""

from __future__ import annotations

import string

import pytest
from playwright.sync_api import Page, expect

from browser.reading import PHONE, WIDE

MOST = 400  # more presses of Tab than a page of the tests has stops
# The items of a list are alike: the first ones stand for all of them.
FIRST_ITEMS = "article :is(ol, ul, dl, tbody, svg) > :nth-child(n + 6) { display: none }"
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
  return { name, element: `${here.tagName} ${here.className?.baseVal ?? here.className} ${name.slice(0, 30)}`, ringed, opaque, inWindow, uncovered, inOrder: Boolean(before & 4) }
}"""
STATE = "() => [location.href, document.activeElement.tagName, document.querySelectorAll('[popover]:popover-open, dialog[open], .preview').length, scrollY].join(' ')"


# The tests' own style is not a file of the edition.
WIDE_VIEW = {**WIDE, "bypass_csp": True}
PHONE_VIEW = {**PHONE, "bypass_csp": True}


def walk(page: Page) -> list[dict]:
    """The stops of a page, from the next press of Tab until the focus leaves it."""
    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"{MOST} presses of Tab did not lead out of the page")


def assert_named_seen_and_in_order(stops: list[dict]) -> None:
    for wanted in ("name", "ringed", "opaque", "inWindow", "uncovered"):
        assert [stop["element"] for stop in stops if not stop[wanted]] == [], f"{wanted}: not so"
    # Only within a preview, which stands beside what opened it, and round a group of choices may the order be another.
    assert [stop["element"] for stop in stops[1:] if not stop["inOrder"]] == []


@pytest.mark.parametrize("reader", [WIDE_VIEW, PHONE_VIEW], indirect=True, ids=["wide", "phone"])
def test_every_stop_of_a_page_of_the_text_is_named_seen_and_in_order(page, fullest):
    page.goto(fullest)
    page.add_style_tag(content=FIRST_ITEMS)
    stops = walk(page)
    assert len(stops) > 40
    assert_named_seen_and_in_order(stops)


@pytest.mark.parametrize(
    ("reader", "address"),
    [
        (PHONE_VIEW, ""),
        (PHONE_VIEW, "references/"),
        (PHONE_VIEW, "names/"),
        (PHONE_VIEW, "notes/"),
        (WIDE_VIEW, "timeline/"),
    ],
    indirect=["reader"],
    ids=["home", "references", "names", "notes", "timeline"],
)
def test_every_stop_after_the_head_is_named_seen_and_in_order(page, address):
    page.goto(address)
    page.add_style_tag(content=FIRST_ITEMS)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # on "Skip to content"
    stops = walk(page)
    assert len(stops) > 10
    assert_named_seen_and_in_order(stops)


def test_the_first_stop_leads_past_the_head(page, fullest):
    page.goto(fullest)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Skip")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("element => Boolean(element.closest('main'))")


def test_no_letter_is_a_command(page, fullest):
    page.goto(fullest)
    before = page.evaluate(STATE)
    for key in [*string.ascii_lowercase, *"/?.,'[]0123456789"]:
        page.keyboard.press(key)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.evaluate(STATE) == before


@pytest.mark.parametrize("reader", [PHONE], indirect=True, ids=["phone"])
@pytest.mark.parametrize("name", ["Contents", "Search", "Cite this page"])
def test_a_panel_opens_takes_the_focus_and_gives_it_back(page, fullest, name):
    page.goto(fullest)
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


def test_search_is_opened_asked_and_followed_by_keyboard(page, site, fullest):
    page.goto(fullest)
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
