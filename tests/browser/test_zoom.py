"""In: every page, on a narrow screen, at 400 %, with wider spacing, in forced colors and without motion. Out: that all of it can be read and hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.reading import Site

NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
ZOOMED = {
    "viewport": {"width": 320, "height": 256},
    "has_touch": True,
}  # 1280 × 1024 pixels at 400 %
WIDE = {"viewport": {"width": 1440, "height": 900}}
narrow = pytest.mark.parametrize(
    "reader", [NARROW, ZOOMED], indirect=True, ids=["320px", "400-percent"]
)
WIDER = (
    "() => { const root = document.scrollingElement; return root.scrollWidth - root.clientWidth }"
)
OPEN = "[popover]:popover-open, dialog[open], .preview"
# How far each open panel reaches beyond the left, right, top and bottom of the window, and its content beyond its own width.
BEYOND = """panels => panels.map(panel => {
  const box = panel.getBoundingClientRect()
  return [-box.left, box.right - innerWidth, -box.top, box.bottom - innerHeight, panel.scrollWidth - panel.clientWidth - 1].map(Math.round)
}).filter(sides => sides.some(side => side > 0))"""
# WCAG 2.2, 1.4.12. The pages forbid styles that are not their own files, so these tests set the policy aside.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
# WCAG 2.2, 2.5.8: 24 × 24 pixels, but for a link in a line of text and a control with a label around it, which is hit for it.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter(element => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, label, .skip-link')) return false
  const box = element.getBoundingClientRect(), inline = getComputedStyle(element).display === 'inline'
  return (box.width < 24 || box.height < 24) && !(inline && element.parentElement.closest('p, li, td, th, dd, dt, q'))
}).map(element => `${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)"""
# Lighthouse calls text legible from 12 pixels on; the words of a drawing grow and shrink with it.
TINY = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  while (words.nextNode()) {
    const element = words.currentNode.parentElement
    if (!words.currentNode.textContent.trim() || element.closest('svg, script, style') || !element.checkVisibility({ visibilityProperty: true })) continue
    if (parseFloat(getComputedStyle(element).fontSize) < 12) found.push(`${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)
  }
  return found
}"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(element => [element, ...['::before', '::after'].map(part => [element, part])]).filter(one => {
  const style = Array.isArray(one) ? getComputedStyle(...one) : getComputedStyle(one)
  return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth'
}).length"""


def _contents(page: Page) -> None:
    page.evaluate("document.getElementById('contents').showPopover()")


def _search(page: Page) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("a")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_attached()


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


@pytest.fixture(scope="session")
def fullest(site: Site) -> str:
    """The page with most citations, notes and terms to open."""
    edition = site.edition
    noted = [
        page
        for page in edition.pages
        if page.citations and any(note.lemma for note in edition.notes_on(page.path))
    ]
    return max(noted, key=lambda page: len(page.citations)).address


@narrow
@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_fits_a_narrow_screen(page: Page, site: Site, fullest: str, panel: str):
    terms = (
        known.address
        for known in site.edition.pages
        if known.section
        and 'class="term"' in (site.folder / known.address / "index.html").read_text("utf-8")
    )
    page.goto(next(terms) if panel == "term" else fullest)
    PANELS[panel](page)
    expect(page.locator(OPEN).first).to_be_visible()
    assert page.locator(OPEN).evaluate_all(BEYOND) == []
    assert page.evaluate(WIDER) <= 0


@pytest.mark.parametrize(
    "reader", [{**ZOOMED, "bypass_csp": True}], indirect=True, ids=["400-percent"]
)
def test_no_page_scrolls_sideways_with_wider_spacing(page: Page, site: Site):
    too_wide = {}
    for address in site.pages:
        page.goto(address)
        page.add_style_tag(content=SPACED)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        if (pixels := page.evaluate(WIDER)) > 0:
            too_wide[address] = f"{pixels} px"
    assert too_wide == {}


@pytest.mark.parametrize("reader", [NARROW, WIDE], indirect=True, ids=["phone", "wide"])
def test_what_is_to_be_hit_is_large_enough(page: Page, site: Site):
    small = {}
    for address in site.pages:
        page.goto(address)
        if found := page.evaluate(SMALL):
            small[address] = found[:3]
    assert small == {}


@pytest.mark.parametrize("reader", [NARROW, WIDE], indirect=True, ids=["phone", "wide"])
def test_no_text_is_too_small_to_read(page: Page, site: Site):
    tiny = {}
    document = f"references/{next(iter(site.edition.bibliography)).key}.html"
    for address in [*site.pages, document, "404.html"]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        if found := page.evaluate(TINY):
            tiny[address] = found[:3]
    assert tiny == {}


def test_no_citation_begins_a_line(page: Page, fullest: str):
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


def test_what_is_copied_has_plain_spaces_and_numbers(reader, page: Page, site: Site):
    """The spaces that do not break are for the eye: a paste has the ones that every program knows."""
    reader.grant_permissions(["clipboard-read", "clipboard-write"])
    bound = "//p[contains(@class, 'para')][contains(., '\u00a0')]"
    for known in site.edition.pages:
        page.goto(known.address)
        if page.locator(f"xpath={bound}").count():
            break
    page.locator(f"xpath={bound}").first.evaluate(
        "paragraph => getSelection().selectAllChildren(paragraph)"
    )
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert len(copied) > 40
    assert "\u00a0" not in copied


@pytest.mark.parametrize("reader", [WIDE], indirect=True, ids=["reduced-motion"])
def test_nothing_moves_for_those_who_asked_for_rest(page: Page, fullest: str):
    for address in ("", fullest, "timeline/"):
        page.goto(address)
        assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        assert page.evaluate(MOVING) == 0, address


@pytest.mark.parametrize(
    "reader", [{**WIDE, "forced_colors": "active"}], indirect=True, ids=["forced-colors"]
)
def test_forced_colors_show_links_focus_buttons_and_panels(page: Page, fullest: str):
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
