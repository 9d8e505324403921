"""Narrow screens, 400 %, forced colors and reduced motion: the panels fit and everything can be
read.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.reading import NARROW_FONTS, SMALL_PHONE, WIDE, WIDER, ZOOMED, first_with, search, view

OPEN = "[popover]:popover-open, dialog[open], .preview"
# How far each open panel reaches beyond the left, right, top and bottom of the window, and its
# content beyond its own width.
BEYOND = """panels => panels.map(panel => {
  const box = panel.getBoundingClientRect()
  return [-box.left, box.right - innerWidth, -box.top, box.bottom - innerHeight, panel.scrollWidth - panel.clientWidth - 1].map(Math.round)
}).filter(sides => sides.some(side => side > 0))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(element => [element, ...['::before', '::after'].map(part => [element, part])]).filter(one => {
  const style = Array.isArray(one) ? getComputedStyle(...one) : getComputedStyle(one)
  return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth'
}).length"""
TERM = "a.term[data-term]"
# The citations that a line begins with, at any of some widths of the window.
BEGINNING = """() => [...document.querySelectorAll('p.para a.citation')].filter(citation => {
  const before = document.createRange()
  before.setStart(citation.closest('p'), 0)
  before.setEndBefore(citation)
  const last = [...before.getClientRects()].filter(box => box.width > 0.5).pop(), here = citation.getClientRects()[0]
  return here.left < last.right - 3 && here.top > last.top + 8
}).map(citation => citation.id)"""
LINK_COLOR = "element => { const probe = document.createElement('i'); probe.style.color = 'LinkText'; document.body.append(probe); const same = getComputedStyle(probe).color === getComputedStyle(element).color; probe.remove(); return same }"
RINGED = "element => { const s = getComputedStyle(element); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"
FRAMED = "element => { const s = getComputedStyle(element); return s.borderTopStyle === 'solid' && s.borderTopColor !== s.backgroundColor }"


@view({**SMALL_PHONE, **NARROW_FONTS}, ZOOMED, ids="320px 400-percent")
def test_every_panel_fits_a_narrow_screen(page, site, fullest, longest_evidence):
    with_term = first_with(site, "//article//p//a[@data-term]")
    panels = {
        "#contents": fullest.address,
        "#search": fullest.address,
        ".cite-button": fullest.address,
        f"#{longest_evidence.citation.anchor}": longest_evidence.page,
        "a.note-mark": fullest.address,
        TERM: with_term,
    }
    for opener, address in panels.items():
        page.goto(address)
        if opener == "#contents":
            page.evaluate("document.getElementById('contents').showPopover()")
        elif opener == "#search":
            expect(search(page, "a").first).to_be_attached()
        else:
            page.locator(opener).first.tap()
        expect(page.locator(OPEN).first, opener).to_be_visible()
        assert page.locator(OPEN).evaluate_all(BEYOND) == [], opener
        assert page.evaluate(WIDER) <= 0, opener
        if opener == f"#{longest_evidence.citation.anchor}":
            # What does not fit is reached by scrolling within it.
            look_up = page.locator(".preview").get_by_role("link", name="Archived copies")
            look_up.scroll_into_view_if_needed()
            expect(look_up).to_be_in_viewport()


def test_no_citation_begins_a_line(page, fullest):
    page.goto(fullest.address)
    for width in range(320, 900, 45):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(BEGINNING) == [], width


def test_what_is_copied_has_plain_spaces_and_numbers(reader, page, site):
    """The spaces that do not break are for the eye: a paste has the ones that every program
    knows.
    """
    reader.grant_permissions(["clipboard-read", "clipboard-write"])
    bound = "//p[contains(@class, 'para')][contains(., '\u00a0')]"
    page.goto(first_with(site, bound))
    select = "paragraph => getSelection().selectAllChildren(paragraph)"
    page.locator(f"xpath={bound}").first.evaluate(select)
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert len(copied) > 40
    assert "\u00a0" not in copied


@pytest.mark.parametrize("address", ["", "fullest", "timeline/"])
def test_nothing_moves_for_those_who_asked_for_rest(page, fullest, address):
    page.goto(fullest.address if address == "fullest" else address)
    assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert page.evaluate(MOVING) == 0


@view({**WIDE, "forced_colors": "active"}, ids="forced-colors")
def test_forced_colors_show_links_focus_buttons_and_panels(page, fullest):
    page.goto(fullest.address)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    for selector in ("p.para a.citation", "p.para a.note-mark", ".site-name"):
        assert page.locator(selector).first.evaluate(LINK_COLOR), selector
    page.locator("p.para a.citation").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate(RINGED)
    assert page.locator(".preview").evaluate(FRAMED)
    page.locator(".cite-button").click()
    assert page.locator(".cite-dialog").evaluate(FRAMED)
