"""Pages of the edition, opened in a browser of this machine under a sub-path, as a reader opens them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.find_browser import LAUNCH_FLAGS, NO_BROWSER, find_browser
from browser.fonts import write_fonts_conf
from browser.reading import PREFIX, Cited, Site, Watch
from browser.site_server import serve_site
from edition.model import Edition
from serve import free_port

PATIENCE = 5_000  # milliseconds until something that should appear is missed

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(published, real: Edition) -> Site:
    return Site(published.host + published.base, published.folder, real)


@pytest.fixture(scope="session")
def launch(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Browser]]:
    """`launch("narrow")`: a browser whose fonts are all narrow, started at the first call, which finds the site at its address."""
    path = find_browser()
    if not path:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NO_BROWSER)
    started: dict[str, Browser] = {}
    port = free_port()
    rule = f"--host-resolver-rules=MAP edition.localhost:80 127.0.0.1:{port}"
    with serve_site(site.folder, PREFIX, port), sync_playwright() as driver:

        def browser_with(fonts: str) -> Browser:
            if fonts not in started:
                file = write_fonts_conf(fonts, tmp_path_factory.mktemp(fonts))
                started[fonts] = driver.chromium.launch(
                    executable_path=path,
                    args=[*LAUNCH_FLAGS, rule],
                    env={**os.environ, "FONTCONFIG_FILE": str(file)},
                )
            return started[fonts]

        yield browser_with
        for browser in started.values():
            browser.close()


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, launch: Callable[[str], Browser], site: Site
) -> Iterator[BrowserContext]:
    """A reader's browser, with wide fonts.

    `@pytest.mark.parametrize("reader", [{…}], indirect=True)` gives it Playwright's context options; `fonts` may be "narrow".
    """
    options = {"fonts": "wide", **getattr(request, "param", {})}
    context = launch(options.pop("fonts")).new_context(
        base_url=site.address, reduced_motion="reduce", **options
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext, site: Site) -> Iterator[Page]:
    """An empty page; at the test's end no script may have failed and nobody else been asked."""
    opened, watch = reader.new_page(), Watch((site.address,))
    watch.over(opened)
    yield opened
    opened.close()
    assert watch.troubles == []


@pytest.fixture(scope="session")
def cited(site: Site) -> Cited:
    """A numbered citation in a paragraph, of a work with an address, an access date and a language."""
    edition = site.edition
    for citation in edition.citations:
        if not citation.number or citation.key not in edition.bibliography:
            continue
        reference = edition.bibliography[citation.key]
        if reference.url and reference.accessed and reference.text("langid"):
            return Cited(citation, reference, edition.by_path[citation.page].address)
    raise LookupError("no citation of a work with url, urldate and langid")


@pytest.fixture(scope="session")
def fullest(site: Site) -> str:
    """The page of the text with the most notes on its words, and among those the most citations."""
    edition = site.edition

    def weight(page) -> tuple[int, int]:
        return len([note for note in edition.notes_on(page.path) if note.lemma]), len(
            page.citations
        )

    return max((page for page in edition.pages if page.section), key=weight).address
