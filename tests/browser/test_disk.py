"""The built folder, and the archive of a release, opened from this disk without a network or a server."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.reading import NO_SCRIPTS, Site, Watch, search
from edition.releases.package import pack_site

NARROW = {"viewport": {"width": 800, "height": 700}}


@pytest.fixture(scope="session")
def archive(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the archive was unpacked."""
    folder = tmp_path_factory.mktemp("disk")
    pack_site(site.folder, folder / "site.zip", "1.0.0", "2025-01-01")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    return folder / "edition-1.0.0"


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """An empty page; nothing may be asked for but files."""
    opened, watch = reader.new_page(), Watch(("file:",))
    watch.over(opened)
    yield opened
    opened.close()
    assert watch.troubles == []


def file_of(folder: Path, address: str) -> str:
    path, sign, anchor = address.partition("#")
    return (folder / path / "index.html").as_uri() + sign + anchor


def test_a_citation_is_previewed_and_followed(page, site, cited):
    page.goto(file_of(site.folder, cited.page))
    marker = page.locator(f"#{cited.citation.anchor}")
    marker.hover()
    host = urlsplit(cited.reference.url).netloc.removeprefix("www.")
    expect(page.locator(".preview")).to_contain_text(host)
    marker.click()
    expect(page).to_have_url(file_of(site.folder, cited.entry))
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("reader", [NARROW], indirect=True, ids=["narrow"])
def test_a_note_opens(page, site):
    page.goto(file_of(site.folder, site.first_with("//a[starts-with(@class, 'note-mark')]")))
    page.locator("a.note-mark").first.hover()
    expect(page.locator(".preview")).to_be_visible()


def test_a_paragraph_is_cited_and_a_source_in_a_document_of_its_own(page, site, cited):
    page.goto(file_of(site.folder, cited.page))
    page.locator("a.pilcrow").first.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_contain_text("paragraph")
    expect(dialog.locator(".cite-output")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.goto(file_of(site.folder, cited.entry))
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    expect(page).to_have_url(re.compile(rf"/{cited.reference.key}\.html$"))
    expect(page.locator("main")).to_contain_text("APA")


def test_search_finds_and_leads(page, site, cited):
    name, paragraph = site.edition.names[0], site.known(cited.page).paragraphs[0]
    first_words = " ".join(re.findall(r"\w+", paragraph.text)[:8])
    for query, place in (
        (name.name, f"names/#{name.id}"),
        (first_words, f"{cited.page}#{paragraph.id}"),
    ):
        address = file_of(site.folder, place)
        page.goto(file_of(site.folder, ""))
        search(page, query)
        path = address.removeprefix(site.folder.as_uri())
        page.locator(f".result[href$='{path}']").click()
        expect(page).to_have_url(address)
        expect(page.locator(":target")).to_be_in_viewport()


def test_every_link_of_a_page_leads_to_a_file(page, site, cited):
    folders = "links => links.filter(link => link.protocol === 'file:' && link.pathname.endsWith('/')).map(link => link.href)"
    for address in ("", cited.page, "references/", "notes/", "names/"):
        page.goto(file_of(site.folder, address))
        assert page.locator("a[href]").evaluate_all(folders) == [], address


@pytest.mark.parametrize("reader", [{}, NO_SCRIPTS], indirect=True, ids=["scripts", "no-scripts"])
def test_the_links_of_the_archive_lead_to_its_files(page, archive, site, cited):
    page.goto(file_of(archive, ""))
    targets = page.locator("nav.contents a").evaluate_all("links => links.map(link => link.href)")
    assert file_of(archive, site.edition.pages[1].address) in targets
    assert [link for link in targets if not Path(unquote(urlsplit(link).path)).is_file()] == []
    page.goto(file_of(archive, cited.page))
    page.locator(f"#{cited.citation.anchor}").press("Enter")
    expect(page).to_have_url(file_of(archive, cited.entry))
    note = next(note for note in site.edition.notes if note.paragraph)
    page.goto(file_of(archive, site.edition.by_path[note.page].address))
    page.locator(f"#at-{note.anchor}").press("Enter")
    expect(page.locator(f"#{note.anchor}")).to_be_visible()


def test_preview_dialog_and_search_of_the_archive(page, archive, cited, site):
    page.goto(file_of(archive, cited.page))
    page.locator(f"#{cited.citation.anchor}").hover()
    expect(page.locator("#preview")).to_contain_text(cited.reference.title)
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    page.get_by_role("button", name="Cite this page").click()
    expect(page.get_by_role("dialog")).to_contain_text(site.address + cited.page)
    page.keyboard.press("Escape")
    name = site.edition.names[0].name
    search(page, name).filter(has_text=name).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.partition("#")[0].endswith("/index.html")
