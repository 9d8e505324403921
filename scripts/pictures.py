"""Photograph the main pages into pictures/: wide, dark and on a phone, for a person to look at."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from edition.model import Edition
from find_browser import LAUNCH_FLAGS, NO_BROWSER, find_browser
from local_site import build_site, free_port, serve_site

ROOT = Path(__file__).resolve().parent.parent
VIEWS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
}


def photograph(browser: Browser, address: str, pages: dict[str, str], folder: Path) -> None:
    """Take each page in each view, and one picture more with the preview of a citation open."""
    for view, options in VIEWS.items():
        page = browser.new_context(base_url=address, reduced_motion="reduce", **options).new_page()
        for name, path in pages.items():
            page.goto(path)
            page.screenshot(path=folder / f"{name}-{view}.png", full_page=True)
            citations = page.locator("a.citation")
            if name == "text" and citations.count():
                citations.first.scroll_into_view_if_needed()
                citations.first.tap() if options.get("has_touch") else citations.first.hover()
                page.wait_for_timeout(600)
                page.screenshot(path=folder / f"preview-{view}.png")
        page.context.close()


def main_pages(edition: Edition) -> dict[str, str]:
    """The home page, the page with the most citations, and the lists: addresses by name."""
    text = max(edition.pages, key=lambda page: len(page.citations))
    apparatus = [
        page
        for page in edition.pages
        if not page.section and page.address and page.address.count("/") == 1
    ]
    return {"home": "", "text": text.address} | {
        page.address.strip("/"): page.address for page in apparatus
    }


def main() -> int:
    browser_path = find_browser()
    if not browser_path:
        print(NO_BROWSER, file=sys.stderr)
        return 1
    folder = ROOT / "pictures"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as built:
        port = free_port()
        build_site(ROOT, Path(built), f"http://127.0.0.1:{port}/")
        with serve_site(Path(built), "/", port) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=browser_path, args=list(LAUNCH_FLAGS))
            photograph(browser, address, main_pages(Edition.load(ROOT)), folder)
            browser.close()
    print(*(os.path.relpath(picture) for picture in sorted(folder.glob("*.png"))), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
