"""One page of each kind, or every page (`make sweep`): it fits, it can be read and hit, nothing moves, and axe finds no barrier.

Each page is opened once for all the questions of a view; the failures of all pages are listed together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from browser.reading import WIDE, Site
from weight import first_view

# 1280 × 1024 pixels at 400 %; the width of the narrowest phones.
ZOOMED = {"viewport": {"width": 320, "height": 256}, "has_touch": True, "bypass_csp": True}
NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
# The pages forbid scripts and styles that are not their own files; axe and the tests' own styles are such.
AXE_VIEW = {"viewport": {"width": 1280, "height": 720}, "bypass_csp": True}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False}
CONTRAST = {**RULES, "runOnly": ["color-contrast"]}
NO_CONTRAST = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
# The items of a list look the same: some stand for all of them.
FIRST_ITEMS = """() => document.querySelectorAll(`article > :nth-of-type(n + 5),
  .filtered > :nth-child(n + 5), :is(ol, ul, dl, tbody) > :nth-child(n + 5)`).forEach(item => item.remove())"""
# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
OPEN_DETAILS = "document.querySelectorAll('details').forEach(one => { one.open = true })"
WIDER = (
    "() => { const root = document.scrollingElement; return root.scrollWidth - root.clientWidth }"
)
# WCAG 2.2, 2.5.8: 24 × 24 pixels, but for a link in a line of text and a control with a label around it, which is hit for it.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter(element => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, label, .skip-link')) return false
  const box = element.getBoundingClientRect(), inline = getComputedStyle(element).display === 'inline'
  return (box.width < 24 || box.height < 24) && !(inline && element.parentElement.closest('p, li, td, th, dd, dt, q'))
}).slice(0, 3).map(element => `${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)"""
# Lighthouse calls text legible from 12 pixels on; the words of a drawing grow and shrink with it.
TINY = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  while (words.nextNode() && found.length < 3) {
    const element = words.currentNode.parentElement
    if (!words.currentNode.textContent.trim() || element.closest('svg, script, style') || !element.checkVisibility({ visibilityProperty: true })) continue
    if (parseFloat(getComputedStyle(element).fontSize) < 12) found.push(`${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)
  }
  return found
}"""
MOVED = """() => new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value }).observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(sum), 150)
})"""
LANDMARKS = ("banner", "main", "contentinfo")
NAV_NAMES = (
    "() => [...document.querySelectorAll('nav')].map(nav => nav.getAttribute('aria-label') || '')"
)
LEADS_HOME = "home => [...document.links].some(link => link.href === home)"
FONTS = pytest.mark.parametrize(
    "reader",
    [{**ZOOMED, "fonts": "wide"}, {**ZOOMED, "fonts": "narrow"}],
    indirect=True,
    ids=["wide-fonts", "narrow-fonts"],
)


@pytest.fixture(params=["one-of-each-kind", pytest.param("all", marks=pytest.mark.sweep)])
def addresses(request: pytest.FixtureRequest, site: Site) -> list[str]:
    return site.pages if request.param == "all" else site.one_of_each_kind


@FONTS
def test_no_page_is_too_wide_or_too_small_at_400_percent(
    page: Page, site: Site, addresses: list[str]
):
    problems = []
    document = f"references/{next(iter(site.edition.bibliography)).key}.html"
    for address in [*addresses, document]:
        page.goto(address)
        problems += [f"/{address}: {found}" for found in too_wide_or_small(page)]
    assert problems == []


def too_wide_or_small(page: Page) -> Iterator[str]:
    if (pixels := page.evaluate(WIDER)) > 0:
        yield f"{pixels} px too wide"
    yield from (f"hard to hit: {element}" for element in page.evaluate(SMALL))
    page.evaluate(OPEN_DETAILS)
    yield from (f"too small to read: {element}" for element in page.evaluate(TINY))
    page.add_style_tag(content=SPACED)
    if (pixels := page.evaluate(WIDER)) > 0:
        yield f"{pixels} px too wide with wider spacing"


@pytest.mark.parametrize("reader", [NARROW, WIDE], indirect=True, ids=["phone", "desktop"])
def test_a_page_appears_at_once_with_landmarks_and_asks_for_nothing_more(
    page: Page, site: Site, addresses: list[str]
):
    problems, asked = [], []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site.address)))
    for address in addresses:
        asked.clear()
        page.goto(address)
        if (moved := page.evaluate(MOVED)) > 0.01:
            problems.append(f"/{address}: moves by {moved}")
        counts = {role: page.get_by_role(role).count() for role in LANDMARKS}
        counts["h1"] = page.locator("h1").count()
        problems += [f"/{address}: {count} {name}" for name, count in counts.items() if count != 1]
        problems += [f"/{address}: too small to read: {element}" for element in page.evaluate(TINY)]
        problems += [f"/{address}: hard to hit: {element}" for element in page.evaluate(SMALL)]
        names = page.evaluate(NAV_NAMES)
        if len(names) != len(set(names)) or not all(names):
            problems.append(f"/{address}: navigation without a name of its own: {names}")
        if not page.evaluate(LEADS_HOME, site.address):
            problems.append(f"/{address}: no link to the first page")
        counted = set(first_view(site.folder, f"{address}index.html").files)
        # Without a window no browser shows the icon, so that it may be left out.
        files = {f"{path}index.html" if path.endswith("/") or not path else path for path in asked}
        if files | {"assets/favicon.svg"} != counted:
            problems.append(f"/{address}: asks for {sorted(files ^ counted)}")
    assert problems == []


@pytest.mark.parametrize("reader", [AXE_VIEW], indirect=True, ids=["axe"])
def test_axe_finds_no_barrier(page: Page, addresses: list[str]):
    barriers = []
    for address in addresses:
        page.goto(address)
        page.evaluate(FIRST_ITEMS)
        page.evaluate(AXE)
        barriers += barriers_of(page, address, RULES)
        page.emulate_media(color_scheme="dark")
        barriers += barriers_of(page, f"{address} in dark colors", CONTRAST)
        page.emulate_media(color_scheme="light")
    assert barriers == []


@pytest.mark.sweep
@pytest.mark.parametrize("reader", [AXE_VIEW], indirect=True, ids=["axe"])
def test_axe_finds_no_barrier_in_any_item_of_a_list(page: Page, site: Site):
    barriers = []
    for address in site.pages:
        page.goto(address)
        page.evaluate(AXE)
        barriers += barriers_of(page, address, NO_CONTRAST)
    assert barriers == []


def barriers_of(page: Page, address: str, rules: dict) -> list[str]:
    found = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
    return [
        f"/{address}: {rule['id']}: {rule['nodes'][0]['target'][0]} and {len(rule['nodes']) - 1} more"
        for rule in found
    ]
