"""One page of each kind, or every page (`make sweep`): it fits, it can be read and hit, nothing
moves, and axe finds no barrier.

Each page is opened once for all the questions of a view; the failures of all pages are listed
together.
"""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from browser.reading import NARROW_FONTS, OWN_STYLES, SMALL_PHONE, WIDE, WIDER, ZOOMED, view
from conftest import Site
from weight import first_view, kind_of

AXE_VIEW = {"viewport": {"width": 1280, "height": 720}, **OWN_STYLES}
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
# WCAG 2.2, 2.5.8: 24 × 24 pixels, but for a link in a line of text and a control with a label
# around it, which is hit for it.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary')].filter(element => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, label, .skip-link')) return false
  const box = element.getBoundingClientRect(), inline = getComputedStyle(element).display === 'inline'
  return (box.width < 24 || box.height < 24) && !(inline && element.parentElement.closest('p, li, td, th, dd, dt, q'))
}).slice(0, 3).map(element => `hard to hit: ${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)"""
# Lighthouse calls text legible from 12 pixels on; the words of a drawing grow and shrink with it.
TINY = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = []
  while (words.nextNode() && found.length < 3) {
    const element = words.currentNode.parentElement
    if (!words.currentNode.textContent.trim() || element.closest('svg, script, style') || !element.checkVisibility({ visibilityProperty: true })) continue
    if (parseFloat(getComputedStyle(element).fontSize) < 12) found.push(`too small to read: ${element.className || element.tagName} ${element.textContent.trim().slice(0, 20)}`)
  }
  return found
}"""
# How far the content moved while the page was loaded.
MOVED = """() => new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value }).observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(sum > 0.01 ? [`moves by ${sum}`] : []), 50)
})"""
# That no landmark and no name of a navigation stands twice, axe says.
LANDMARKS = """home => [
  ...['body > header', 'main', 'h1', 'body > footer'].filter(name => document.querySelectorAll(name).length !== 1).map(name => `not one ${name}`),
  ...[...document.links].some(link => link.href === home) ? [] : ['no link to the first page']
]"""


def one_of_each_kind(site: Site) -> list[str]:
    """Of each kind of page, the one with the longest HTML."""
    addresses = sorted(site.addresses(), key=lambda address: site.file(address).stat().st_size)
    longest = {kind_of(site.page(one), f"{one}index.html"): one for one in addresses}
    return sorted(longest.values())


@pytest.fixture(params=["one-of-each-kind", pytest.param("all", marks=pytest.mark.sweep)])
def addresses(request: pytest.FixtureRequest, site: Site) -> list[str]:
    return site.addresses() if request.param == "all" else one_of_each_kind(site)


def asked(page: Page, *questions: str) -> list[str]:
    """What scripts find wrong with the page."""
    return [f"{page.url}: {found}" for script in questions for found in page.evaluate(script)]


@view({**ZOOMED, **OWN_STYLES}, ids="400-percent")
def test_no_page_is_too_wide_or_too_small_at_400_percent(page, edition, addresses):
    problems = []
    document = f"references/{next(iter(edition.bibliography)).key}.html"
    for address in [*addresses, document]:
        page.goto(address)
        widths = [page.evaluate(WIDER)]
        problems += asked(page, SMALL)
        page.evaluate(OPEN_DETAILS)
        problems += asked(page, TINY)
        page.add_style_tag(content=SPACED)
        widths.append(page.evaluate(WIDER))
        if max(widths) > 0:
            problems.append(f"{address}: too wide, and with wider spacing: {widths} px")
    assert problems == []


@view({**SMALL_PHONE, **NARROW_FONTS}, WIDE, ids="phone desktop")
def test_a_page_appears_at_once_with_landmarks_and_asks_for_nothing_more(page, site, addresses):
    problems, sent = [], []
    page.on("request", lambda request: sent.append(request.url.removeprefix(site.address)))
    for address in addresses:
        sent.clear()
        page.goto(address)
        problems += asked(page, MOVED, TINY, SMALL)
        problems += page.evaluate(LANDMARKS, site.address)
        counted = set(first_view(site, f"{address}index.html").files)
        # Without a window no browser shows the icon, so that it may be left out.
        files = {f"{path}index.html" if path.endswith("/") or not path else path for path in sent}
        if files | {"assets/favicon.svg"} != counted:
            problems.append(f"{address}: asks for {sorted(files ^ counted)}")
    assert problems == []


@view(AXE_VIEW, ids="axe")
def test_axe_finds_no_barrier(page, addresses):
    barriers = []
    for address in addresses:
        page.goto(address)
        page.evaluate(FIRST_ITEMS)
        page.evaluate(AXE)
        barriers += barriers_of(page, RULES)
        page.emulate_media(color_scheme="dark")
        barriers += barriers_of(page, CONTRAST)
        page.emulate_media(color_scheme="light")
    assert barriers == []


@pytest.mark.sweep
@view(AXE_VIEW, ids="axe")
def test_axe_finds_no_barrier_in_any_item_of_a_list(page, site):
    barriers = []
    for address in site.addresses():
        page.goto(address)
        page.evaluate(AXE)
        barriers += barriers_of(page, NO_CONTRAST)
    assert barriers == []


def barriers_of(page: Page, rules: dict) -> list[str]:
    found = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
    colors = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")
    return [f"{page.url} in {colors}: {one['id']}: {one['nodes'][0]['target']}" for one in found]
