"""What the browser tests share: the served edition, a citation in it, what a reader does, and a watch over a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

from edition.model import Citation, Edition, Reference
from edition.model import Page as SourcePage
from weight import kind_of, parse_page

PREFIX = "/some-repo/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WIDE = {"viewport": {"width": 1440, "height": 900}}
NO_SCRIPTS = {"java_script_enabled": False}


@dataclass(frozen=True)
class Site:
    """The edition, built and served: its address, which ends with a slash, its folder, its sources."""

    address: str
    folder: Path
    edition: Edition

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages below the site's own."""
        built = sorted(
            file.parent.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("index.html")
        )
        return ["" if path == "." else f"{path}/" for path in built]

    @property
    def one_of_each_kind(self) -> list[str]:
        """Of each kind of page, the one with the longest HTML."""
        longest: dict[str, str] = {}
        for address in sorted(self.pages, key=lambda address: self.file(address).stat().st_size):
            longest[kind_of(self.parsed(address), f"{address}index.html")] = address
        return sorted(longest.values())

    def known(self, address: str) -> SourcePage:
        """The page of the sources at an address."""
        return next(page for page in self.edition.pages if page.address == address)

    def first_with(self, path: str) -> str:
        """The address of the first page in which an XPath finds something."""
        return next(address for address in self.pages if self.parsed(address).xpath(path))

    def file(self, address: str) -> Path:
        return self.folder / address / "index.html"

    def parsed(self, address: str) -> lxml.html.HtmlElement:
        return parse_page(self.file(address))


@dataclass(frozen=True)
class Cited:
    """A citation to look at, and the work it names."""

    citation: Citation
    reference: Reference
    page: str

    @property
    def entry(self) -> str:
        return f"references/#ref-{self.reference.key}"


@dataclass
class Watch:
    """Collects what a reader does not see and must not happen: errors of scripts, failed requests, requests elsewhere."""

    allowed: tuple[str, ...]
    troubles: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._printed)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", self._requested)
        page.on("response", self._answered)

    def _printed(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((*self.allowed, "data:")):
            self.troubles.append(f"request elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")


def tab_to(page: Page, wanted: Locator) -> None:
    """Walk to it with the Tab key from the stop before it; a preview on the way is walked through."""
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
