"""Pages of the edition and a keyboard: every stop is seen and in order, letters do nothing,
Escape leads back.
"""

from __future__ import annotations

import string

import pytest
from playwright.sync_api import Page, expect

from browser.reading import OWN_STYLES, PHONE, WIDE, view

MOST = 400  # more presses of Tab than a page of the tests has stops
# The items of a list are alike: the first ones stand for all of them.
FIRST_ITEMS = "article :is(ol, ul, dl, tbody, svg) > :nth-child(n + 6) { display: none }"
# Where the focus is, and what is wrong there. Only within a preview, which stands beside what
# opened it, and round a group of choices may the order be another.
STOP = """() => {
  const here = document.activeElement
  if (!here || here === document.body) return null
  const style = getComputedStyle(here), boxes = [...here.getClientRects()].filter(box => box.width && box.height)
  const mark = here.closest('svg') && here.querySelector('circle, rect')
  const before = window.lastStop && window.lastStop.isConnected ? window.lastStop.compareDocumentPosition(here) : 4
  window.lastStop = here
  const name = here.getAttribute('aria-label') || here.textContent.trim() || here.labels?.[0]?.textContent.trim() || ''
  const holds = {
    named: name,
    ringed: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (mark && getComputedStyle(mark).strokeWidth >= '2'),
    opaque: style.visibility === 'visible' && Number(style.opacity) > 0.9,
    'in the window': boxes.some(box => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth),
    uncovered: boxes.some(box => [0.5, 0.15, 0.85].some(part => {
      const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2)
      return top && (here.contains(top) || top.contains(here) || top.closest('label')?.contains(here))
    })),
    'in order': before & 4
  }
  return Object.keys(holds).filter(one => !holds[one]).map(one => `not ${one}: ${here.tagName} ${here.className?.baseVal ?? here.className} ${name.slice(0, 30)}`)
}"""
STATE = "() => [location.href, document.activeElement.tagName, document.querySelectorAll('[popover]:popover-open, dialog[open], .preview').length, scrollY].join(' ')"


def walk(page: Page) -> list[list[str]]:
    """What is wrong at each stop of a page, from the next press of Tab until the focus leaves
    it.
    """
    stops = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"{MOST} presses of Tab did not lead out of the page")


@pytest.mark.parametrize(
    ("reader", "address"),
    [
        ({**WIDE, **OWN_STYLES}, "fullest"),
        ({**PHONE, **OWN_STYLES}, "fullest"),
        ({**PHONE, **OWN_STYLES}, ""),
        ({**PHONE, **OWN_STYLES}, "references/"),
        ({**PHONE, **OWN_STYLES}, "names/"),
        ({**PHONE, **OWN_STYLES}, "notes/"),
        ({**WIDE, **OWN_STYLES}, "timeline/"),
    ],
    indirect=["reader"],
    ids=["wide", "phone", "home", "references", "names", "notes", "timeline"],
)
def test_every_stop_is_named_seen_and_in_order(page, fullest, address):
    page.goto(fullest.address if address == "fullest" else address)
    page.add_style_tag(content=FIRST_ITEMS)
    if address != "fullest":  # The head is the same on every page.
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_contain_text("Skip")
        expect(page.locator(":focus")).to_be_in_viewport()
        page.keyboard.press("Enter")
    stops = walk(page)
    assert len(stops) > (40 if address == "fullest" else 10)
    assert [stop for stop in stops if stop] == []
    assert page.evaluate("Boolean(window.lastStop.closest('footer'))")


def test_no_letter_is_a_command_and_the_first_stop_leads_past_the_head(page, fullest):
    page.goto(fullest.address)
    before = page.evaluate(STATE)
    for key in [*string.ascii_lowercase, *"/?.,'[]0123456789"]:
        page.keyboard.press(key)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.evaluate(STATE) == before
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.locator(":focus").evaluate("element => Boolean(element.closest('main'))")


@view(PHONE, ids="phone")
def test_a_panel_opens_takes_the_focus_and_gives_it_back(page, fullest):
    page.goto(fullest.address)
    panel = page.locator("[popover]:popover-open, dialog[open]")
    for name in ("Contents", "Search", "Cite this page"):
        button = page.get_by_role("button", name=name, exact=True)
        button.press("Enter")
        expect(panel).to_be_visible()
        if not panel.locator(":focus").count():
            page.keyboard.press("Tab")
        expect(panel.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)
        expect(button).to_be_focused()


def test_search_is_opened_asked_and_followed_by_keyboard(page, edition, fullest):
    page.goto(fullest.address)
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    name = edition.names[0].name
    page.keyboard.type(name)
    result = page.get_by_role("search").get_by_role("link").filter(has_text=name).first
    expect(result).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    here = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != here)
    assert "#" in page.url
