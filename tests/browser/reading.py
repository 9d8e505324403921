"""What the browser tests share: windows, a citation in the edition, and what a reader does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page

from conftest import Site
from edition.model import Citation, Reference

PREFIX = "/some-repo/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# The narrowest phones; 1280 × 1024 pixels at 400 %.
SMALL_PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
ZOOMED = {"viewport": {"width": 320, "height": 256}, "has_touch": True}
TABLET = {"viewport": {"width": 800, "height": 700}}
WIDE = {"viewport": {"width": 1440, "height": 900}}
NO_SCRIPTS = {"java_script_enabled": False}
NARROW_FONTS = {"fonts": "narrow"}
# The pages forbid scripts and styles that are not their own files; axe and the tests' own styles
# are such.
OWN_STYLES = {"bypass_csp": True}

WIDER = (
    "() => { const root = document.scrollingElement; return root.scrollWidth - root.clientWidth }"
)


def view(*views: dict, ids: str) -> pytest.MarkDecorator:
    """The browsers in which a test is run, with a word for each."""
    return pytest.mark.parametrize("reader", views, indirect=True, ids=ids.split())


@dataclass(frozen=True)
class Cited:
    """A citation to look at, and the work it names."""

    citation: Citation
    reference: Reference
    page: str

    @property
    def entry(self) -> str:
        return f"references/#ref-{self.reference.key}"


def first_with(site: Site, path: str) -> str:
    """The address of the first page in which an XPath finds something."""
    return next(address for address in site.addresses() if site.page(address).xpath(path))


def tab_to(page: Page, wanted: Locator) -> None:
    """Walk to it with the Tab key from the stop before it; a preview on the way is walked
    through.
    """
    wanted.evaluate(
        """wanted => {
          const stops = [...document.querySelectorAll('a[href], button')]
          stops[stops.indexOf(wanted) - 1].focus()
        }"""
    )
    tab_on_to(page, wanted)


def tab_on_to(page: Page, wanted: Locator) -> None:
    """Walk on to it with the Tab key."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if wanted.evaluate("wanted => wanted === document.activeElement"):
            return
    raise AssertionError(f"20 presses of Tab did not reach {wanted}")


def search(page: Page, query: str) -> Locator:
    """Open the search, ask, and return the links of the results."""
    panel = page.get_by_role("search")
    if not panel.is_visible():
        page.get_by_role("button", name="Search", exact=True).click()
    panel.get_by_role("searchbox").fill(query)
    return panel.get_by_role("link")
