"""In: the real edition and a browser of this machine. Out: pages of the edition, opened under a sub-path as a reader opens them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.reading import PREFIX, Cited, Site, Watch
from edition.model import Edition
from find_browser import CURE, LAUNCH_FLAGS, find_browser
from local_site import build_site, free_port, serve_site

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 5_000  # milliseconds until something that should appear is missed

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    build_site(ROOT, folder, f"http://127.0.0.1:{port}{PREFIX}")
    with serve_site(folder, PREFIX, port) as address:
        yield Site(address, folder, Edition.load(ROOT))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if not path:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(CURE)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=list(LAUNCH_FLAGS))
        yield started
        started.close()


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, browser: Browser, site: Site
) -> Iterator[BrowserContext]:
    """A reader's browser; `@pytest.mark.parametrize("reader", [{…}], indirect=True)` gives it Playwright's context options."""
    context = browser.new_context(
        base_url=site.address, reduced_motion="reduce", **getattr(request, "param", {})
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext, site: Site) -> Iterator[Page]:
    """An empty page; at the test's end nothing may have gone wrong behind the reader's back."""
    opened, watch = reader.new_page(), Watch(site.address)
    watch.over(opened)
    yield opened
    opened.close()
    assert watch.troubles == []


@pytest.fixture(scope="session")
def cited(site: Site) -> Cited:
    """A numbered citation in a paragraph, of a work with an address, an access date and a language."""
    edition = site.edition
    for citation in edition.citations:
        reference = (
            edition.bibliography[citation.key] if citation.key in edition.bibliography else None
        )
        if (
            citation.number
            and reference
            and reference.url
            and reference.accessed
            and reference.text("langid")
        ):
            return Cited(citation, reference, edition.by_path[citation.page].address)
    raise LookupError(
        "no citation of a work with url, urldate and langid: the browser has nothing to try"
    )
