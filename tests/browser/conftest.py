"""Pages of the edition, opened in a browser of this machine under a sub-path, as a reader opens
them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from browser.find_browser import LAUNCH_FLAGS, NO_BROWSER, find_browser
from browser.fonts import write_fonts_conf
from browser.reading import PREFIX, Cited
from browser.site_server import serve_site
from conftest import Site
from edition.model import Edition, Evidence
from edition.model import Page as SourcePage

PATIENCE = 5_000  # milliseconds until something that should appear is missed

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(published: Site) -> Site:
    """The edition, built and served."""
    return published


@pytest.fixture(scope="session")
def edition(real: Edition) -> Edition:
    """Its sources."""
    return real


@pytest.fixture(scope="session")
def launch(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Browser]]:
    """`launch("narrow")`: a browser with narrow fonts alone, which finds the site at its address.

    It is started at the first call.
    """
    path = find_browser()
    if not path:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NO_BROWSER)
    above, name = tmp_path_factory.mktemp("served"), PREFIX.strip("/")
    with serve_site(site.folder, above, name) as port, sync_playwright() as driver:
        rule = f"--host-resolver-rules=MAP edition.localhost:80 127.0.0.1:{port}"

        @cache
        def browser_with(fonts: str) -> Browser:
            file = write_fonts_conf(fonts, tmp_path_factory.mktemp(fonts))
            return driver.chromium.launch(
                executable_path=path,
                args=[*LAUNCH_FLAGS, rule],
                env={**os.environ, "FONTCONFIG_FILE": str(file)},
            )

        yield browser_with


@pytest.fixture
def reader(
    request: pytest.FixtureRequest, launch: Callable[[str], Browser], site: Site
) -> Iterator[BrowserContext]:
    """A reader's browser, with wide fonts.

    `@view(WIDE)` gives it Playwright's context options; `fonts` may be "narrow".
    """
    options = {"fonts": "wide", **getattr(request, "param", {})}
    context = launch(options.pop("fonts")).new_context(
        base_url=site.address, reduced_motion="reduce", **options
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def troubles() -> list[str]:
    """What a reader does not see and must not happen: errors of scripts, failed requests,
    requests elsewhere.
    """
    return []


@pytest.fixture
def page(reader: BrowserContext, site: Site, troubles: list[str]) -> Iterator[Page]:
    """An empty page; at the test's end there may have been no trouble."""

    def printed(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            troubles.append(f"{message.text} {message.location['url']}")

    opened, allowed = reader.new_page(), (site.address, "file:", "data:")
    opened.on("console", printed)
    opened.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    opened.on("request", lambda sent: sent.url.startswith(allowed) or troubles.append(sent.url))
    yield opened
    opened.close()
    assert troubles == []


@pytest.fixture(scope="session")
def cited(edition: Edition) -> Cited:
    """A numbered citation in a paragraph, of a work with an address, an access date and a
    language.
    """
    for citation in edition.citations:
        reference = edition.bibliography.references.get(citation.key)
        if citation.number and reference and reference.accessed and reference.text("langid"):
            return Cited(citation, reference, edition.by_path[citation.page].address)
    raise LookupError("no citation of a work with urldate and langid")


@pytest.fixture(scope="session")
def fullest(edition: Edition) -> SourcePage:
    """The page of the text with the most notes on its words, and among those the most citations."""

    def weight(page: SourcePage) -> tuple[int, int]:
        notes = [note for note in edition.notes_on(page.path) if note.lemma]
        return len(notes), len(page.citations)

    return max((page for page in edition.pages if page.section), key=weight)


@pytest.fixture(scope="session")
def longest_evidence(edition: Edition) -> Cited:
    """The citation whose evidence has the most characters to show."""

    def length(evidence: Evidence) -> int:
        return len(evidence.quotation + evidence.translation + evidence.remark)

    number = max(edition.evidence, key=length).number
    citation = next(one for one in edition.citations if one.number == number)
    reference = edition.bibliography[citation.key]
    return Cited(citation, reference, edition.by_path[citation.page].address)
