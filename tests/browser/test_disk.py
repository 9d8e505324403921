"""In: the archive of the site as a release has it, unpacked on this disk. Out: what a reader does with it, without a network or a server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.reading import Cited, Site, Watch
from edition.releases.package import pack_site

NO_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture(scope="session")
def disk(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the archive was unpacked."""
    folder = tmp_path_factory.mktemp("disk")
    pack_site(site.folder, folder / "site.zip", "1.0.0", "2025-01-01")
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder)
    return folder / "edition-1.0.0"


@pytest.fixture
def page(reader: BrowserContext, disk: Path) -> Iterator[Page]:
    """An empty page; nothing may be asked for but files of the archive."""
    opened, watch = reader.new_page(), Watch(disk.as_uri())
    watch.over(opened)
    yield opened
    opened.close()
    assert watch.troubles == []


def file_of(disk: Path, address: str) -> str:
    path, sign, anchor = address.partition("#")
    return (disk / path / "index.html").as_uri() + sign + anchor


@pytest.mark.parametrize("reader", [{}, NO_SCRIPTS], indirect=True, ids=["scripts", "no scripts"])
def test_every_link_of_the_contents_opens_a_page(page: Page, disk: Path, site: Site):
    page.goto(file_of(disk, ""))
    targets = page.locator("nav.contents a").evaluate_all("links => links.map(link => link.href)")
    assert file_of(disk, site.edition.pages[1].address) in targets
    for target in targets:
        page.goto(target)
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("reader", [{}, NO_SCRIPTS], indirect=True, ids=["scripts", "no scripts"])
def test_a_citation_leads_to_its_work_and_a_note_to_its_mark(
    page: Page, disk: Path, site: Site, cited: Cited
):
    page.goto(file_of(disk, cited.page))
    link = page.locator(f"#{cited.citation.anchor}")
    link.press("Enter")
    expect(page).to_have_url(file_of(disk, cited.entry))
    note = next(note for note in site.edition.notes if note.paragraph)
    page.goto(file_of(disk, site.edition.by_path[note.page].address))
    page.locator(f"#at-{note.anchor}").press("Enter")
    expect(page.locator(f"#{note.anchor}")).to_be_visible()


def test_a_preview_the_dialog_to_cite_and_the_search(
    page: Page, disk: Path, cited: Cited, site: Site
):
    page.goto(file_of(disk, cited.page))
    page.locator(f"#{cited.citation.anchor}").hover()
    expect(page.locator("#preview")).to_contain_text(cited.reference.title)
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    page.get_by_role("button", name="Cite this page").click()
    expect(page.get_by_role("dialog")).to_contain_text(site.address + cited.page)
    page.keyboard.press("Escape")
    name = site.edition.names[0].name
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill(name)
    page.get_by_role("search").get_by_role("link").filter(has_text=name).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.partition("#")[0].endswith("/index.html")
