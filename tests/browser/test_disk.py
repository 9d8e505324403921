"""The built folder, and the archive of a release, opened from this disk without a network or a
server.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.reading import NO_SCRIPTS, TABLET, search, view
from conftest import Site
from edition.releases.package import pack_site

OFFLINE = {"offline": True}
FILES = "links => links.filter(link => link.protocol === 'file:').map(link => link.href)"


@pytest.fixture(scope="session")
def archive(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the archive was unpacked."""
    folder = tmp_path_factory.mktemp("disk")
    pack_site(site.folder, folder / "site.zip", "1.0.0", "2025-01-01")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / "edition-1.0.0"


@pytest.fixture(params=["site", "archive"])
def folder(request: pytest.FixtureRequest, site: Site, archive: Path) -> Path:
    return site.folder if request.param == "site" else archive


def file_of(folder: Path, address: str) -> str:
    path, sign, anchor = address.partition("#")
    return (folder / path / "index.html").as_uri() + sign + anchor


def dead_links(page: Page) -> list[str]:
    links = page.locator("a[href]").evaluate_all(FILES)
    return [link for link in links if not Path(unquote(urlsplit(link).path)).is_file()]


@view(OFFLINE, ids="offline")
def test_a_citation_is_previewed_and_followed_and_a_paragraph_and_a_source_are_cited(
    page, folder, site, cited
):
    page.goto(file_of(folder, cited.page))
    marker, dialog = page.locator(f"#{cited.citation.anchor}"), page.get_by_role("dialog")
    marker.hover()
    host = urlsplit(cited.reference.url).netloc.removeprefix("www.")
    expect(page.locator(".preview")).to_contain_text(host)
    page.locator("a.pilcrow").first.press("Enter")
    expect(dialog.get_by_role("heading")).to_contain_text("paragraph")
    expect(dialog.locator(".cite-output")).to_contain_text(site.address + cited.page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    marker.click()
    expect(page).to_have_url(file_of(folder, cited.entry))
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    expect(page).to_have_url(re.compile(rf"/{cited.reference.key}\.html$"))
    expect(page.locator("main")).to_contain_text("APA")


@view({**OFFLINE, **TABLET}, ids="offline")
def test_a_note_opens_and_is_followed(page, folder, fullest):
    page.goto(file_of(folder, fullest.address))
    mark = page.locator("a.note-mark").first
    mark.hover()
    expect(page.locator(".preview")).to_be_visible()
    mark.press("Enter")
    expect(page.locator(":target")).to_have_id(f"n{mark.get_attribute('data-note')}")


@view(OFFLINE, ids="offline")
def test_search_finds_and_leads(page, folder, edition, cited):
    name, paragraph = edition.names[0], edition.by_path[cited.citation.page].paragraphs[0]
    first_words = " ".join(re.findall(r"\w+", paragraph.text)[:8])
    for query, place in (
        (name.name, f"names/#{name.id}"),
        (first_words, f"{cited.page}#{paragraph.id}"),
    ):
        address = file_of(folder, place)
        page.goto(file_of(folder, ""))
        search(page, query)
        page.locator(f".result[href$='{address.removeprefix(folder.as_uri())}']").click()
        expect(page).to_have_url(address)
        expect(page.locator(":target")).to_be_in_viewport()


@view(OFFLINE, ids="offline")
def test_every_link_of_a_page_leads_to_a_file(page, folder, cited):
    for address in ("", cited.page, "references/", "notes/", "names/"):
        page.goto(file_of(folder, address))
        assert dead_links(page) == [], address


@view({**OFFLINE, **NO_SCRIPTS}, ids="no-scripts")
def test_the_links_of_the_archive_need_no_scripts(page, archive, cited, fullest):
    page.goto(file_of(archive, fullest.address))
    assert dead_links(page) == []
    mark = page.locator(".note-mark").first
    mark.press("Enter")
    expect(page.locator(f"#n{mark.get_attribute('data-note')}")).to_be_visible()
    page.goto(file_of(archive, cited.page))
    page.locator(f"#{cited.citation.anchor}").press("Enter")
    expect(page).to_have_url(file_of(archive, cited.entry))
