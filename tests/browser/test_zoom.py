"""Narrow screens, 400 %, forced colors and reduced motion: the panels fit and everything can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.reading import WIDE, search
from browser.test_every_page import WIDER

NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "fonts": "narrow"}
# 1280 × 1024 pixels at 400 %
ZOOMED = {"viewport": {"width": 320, "height": 256}, "has_touch": True, "fonts": "wide"}
OPEN = "[popover]:popover-open, dialog[open], .preview"
# How far each open panel reaches beyond the left, right, top and bottom of the window, and its content beyond its own width.
BEYOND = """panels => panels.map(panel => {
  const box = panel.getBoundingClientRect()
  return [-box.left, box.right - innerWidth, -box.top, box.bottom - innerHeight, panel.scrollWidth - panel.clientWidth - 1].map(Math.round)
}).filter(sides => sides.some(side => side > 0))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(element => [element, ...['::before', '::after'].map(part => [element, part])]).filter(one => {
  const style = Array.isArray(one) ? getComputedStyle(...one) : getComputedStyle(one)
  return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth'
}).length"""


def _contents(page: Page) -> None:
    page.evaluate("document.getElementById('contents').showPopover()")


def _search(page: Page) -> None:
    expect(search(page, "a").first).to_be_attached()


def _tap(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.tap()


PANELS = {
    "contents": _contents,
    "search": _search,
    "Cite": _tap(".cite-button"),
    "citation": _tap("a.citation[data-ref]"),
    "note": _tap("a.note-mark"),
    "term": _tap("a.term[data-term]"),
}


@pytest.mark.parametrize("reader", [NARROW, ZOOMED], indirect=True, ids=["320px", "400-percent"])
def test_every_panel_fits_a_narrow_screen(page, site, fullest):
    with_terms = (
        known.address
        for known in site.edition.pages
        if known.section and 'class="term"' in site.file(known.address).read_text("utf-8")
    )
    page_of = {"term": next(with_terms)}
    for name, open_panel in PANELS.items():
        page.goto(page_of.get(name, fullest))
        open_panel(page)
        expect(page.locator(OPEN).first, name).to_be_visible()
        assert page.locator(OPEN).evaluate_all(BEYOND) == [], name
        assert page.evaluate(WIDER) <= 0, name


def test_no_citation_begins_a_line(page, fullest):
    broken = """() => [...document.querySelectorAll('p.para a.citation')].filter(citation => {
      const before = document.createRange()
      before.setStart(citation.closest('p'), 0)
      before.setEndBefore(citation)
      const last = [...before.getClientRects()].filter(box => box.width > 0.5).pop(), here = citation.getClientRects()[0]
      return here.left < last.right - 3 && here.top > last.top + 8
    }).map(citation => citation.id)"""
    page.goto(fullest)
    for width in range(320, 900, 45):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(broken) == [], width


def test_what_is_copied_has_plain_spaces_and_numbers(reader, page, site):
    """The spaces that do not break are for the eye: a paste has the ones that every program knows."""
    reader.grant_permissions(["clipboard-read", "clipboard-write"])
    bound = "//p[contains(@class, 'para')][contains(., '\u00a0')]"
    page.goto(next(address for address in site.pages if site.parsed(address).xpath(bound)))
    page.locator(f"xpath={bound}").first.evaluate(
        "paragraph => getSelection().selectAllChildren(paragraph)"
    )
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert len(copied) > 40
    assert "\u00a0" not in copied


@pytest.mark.parametrize("reader", [WIDE], indirect=True, ids=["reduced-motion"])
def test_nothing_moves_for_those_who_asked_for_rest(page, fullest):
    for address in ("", fullest, "timeline/"):
        page.goto(address)
        assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        assert page.evaluate(MOVING) == 0, address


@pytest.mark.parametrize(
    "reader", [{**WIDE, "forced_colors": "active"}], indirect=True, ids=["forced-colors"]
)
def test_forced_colors_show_links_focus_buttons_and_panels(page, fullest):
    page.goto(fullest)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    shown = "(element, name) => { const probe = document.createElement('i'); probe.style.color = name; document.body.append(probe); const same = getComputedStyle(probe).color === getComputedStyle(element).color; probe.remove(); return same }"
    for selector in ("p.para a.citation", "p.para a.note-mark", ".site-name"):
        assert page.locator(selector).first.evaluate(shown, "LinkText"), selector
    page.locator("p.para a.citation").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate(
        "element => { const s = getComputedStyle(element); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"
    )
    for panel in ("preview", "cite-dialog"):
        if panel == "cite-dialog":
            page.locator(".cite-button").click()
        box = page.locator(f".{panel}")
        expect(box).to_be_visible()
        assert box.evaluate(
            "element => { const s = getComputedStyle(element); return s.borderTopStyle === 'solid' && s.borderTopColor !== s.backgroundColor }"
        ), panel
