"""In: the built folder opened from a disk, and pages in a browser without scripts. Out: that citations, notes, Cite, lists and search are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.reading import Cited, Site

SCRIPTLESS = {"java_script_enabled": False}


@pytest.fixture
def disk(browser: Browser, site: Site) -> Iterator[Page]:
    """A page that reads the folder without a server; nothing may go wrong behind the reader's back."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 900, "height": 800})
    context.set_default_timeout(5_000)
    page, troubles = context.new_page(), []
    page.on(
        "console", lambda said: said.type in ("error", "warning") and troubles.append(said.text)
    )
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda request: request.url.startswith(("file:", "data:")) or troubles.append(request.url),
    )
    yield page
    context.close()
    assert troubles == []


def file_of(site: Site, address: str) -> str:
    path, _, anchor = address.partition("#")
    return (site.folder / path / "index.html").as_uri() + (f"#{anchor}" if anchor else "")


def test_a_citation_is_previewed_and_followed(disk: Page, site: Site, cited: Cited):
    disk.goto(file_of(site, cited.page))
    marker = disk.locator(f"#{cited.citation.anchor}")
    marker.hover()
    expect(disk.locator(".preview")).to_contain_text(
        cited.reference.url.split("//")[1].removeprefix("www.").split("/")[0]
    )
    marker.click()
    expect(disk).to_have_url(file_of(site, cited.entry))
    expect(disk.locator(":target")).to_be_in_viewport()


def test_a_note_opens(disk: Page, site: Site):
    known = next(
        page
        for page in site.edition.pages
        if any(note.lemma for note in site.edition.notes_on(page.path))
    )
    disk.goto(file_of(site, known.address))
    disk.locator("a.note-mark").first.hover()
    expect(disk.locator(".preview")).to_be_visible()


def test_a_paragraph_is_cited(disk: Page, site: Site, cited: Cited):
    disk.goto(file_of(site, cited.page))
    mark = disk.locator("a.pilcrow").first
    mark.focus()
    disk.keyboard.press("Enter")
    dialog = disk.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_contain_text("paragraph")
    expect(dialog.locator(".cite-output")).not_to_be_empty()
    disk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_source_is_cited_in_a_document_of_its_own(disk: Page, site: Site, cited: Cited):
    disk.goto(file_of(site, cited.entry))
    disk.locator(f"#ref-{cited.reference.key} .cite-link").click()
    expect(disk).to_have_url(re.compile(rf"/{cited.reference.key}\.html$"))
    expect(disk.locator("main")).to_contain_text("APA")


@pytest.mark.parametrize("kind", ["name", "paragraph"])
def test_search_finds_and_leads(disk: Page, site: Site, cited: Cited, kind: str):
    known = next(page for page in site.edition.pages if page.address == cited.page)
    paragraph = known.paragraphs[0]
    query = (
        site.edition.names[0].name
        if kind == "name"
        else " ".join(re.findall(r"\w+", paragraph.text)[:8])
    )
    place = (
        f"names/#{site.edition.names[0].id}"
        if kind == "name"
        else f"{known.address}#{paragraph.id}"
    )
    disk.goto(file_of(site, ""))
    disk.get_by_role("button", name="Search", exact=True).click()
    disk.get_by_role("searchbox").fill(query)
    disk.locator(
        f".result[href$='{file_of(site, place).removeprefix(site.folder.as_uri())}']"
    ).click()
    expect(disk).to_have_url(file_of(site, place))
    expect(disk.locator(":target")).to_be_in_viewport()


def test_every_link_of_a_page_leads_to_a_file(disk: Page, site: Site, cited: Cited):
    folders = "links => links.filter(link => link.protocol === 'file:' && link.pathname.endsWith('/')).map(link => link.href)"
    for address in ("", cited.page, "references/", "notes/", "names/"):
        disk.goto(file_of(site, address))
        assert disk.locator("a[href]").evaluate_all(folders) == [], address


@pytest.mark.parametrize("reader", [SCRIPTLESS], indirect=True, ids=["no-scripts"])
def test_without_scripts_everything_that_is_read_is_there(page: Page, site: Site, cited: Cited):
    known = next(one for one in site.edition.pages if one.address == cited.page)
    page.goto(cited.page)
    for paragraph in known.paragraphs:
        expect(page.locator(f"#{paragraph.id}")).to_be_visible()
    for key in {citation.key for citation in known.citations}:
        expect(page.locator(f".works-cited li[data-ref='{key}']")).to_be_visible()
    for note in site.edition.notes_on(known.path):
        expect(page.locator(f"#{note.anchor} .note-facts")).to_be_visible()
    page.locator("details.cite > summary").click()
    expect(page.locator("details.cite .cite-text").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Contents")).to_be_visible()
    # What needs a script is not offered where there is none.
    for name in ("Search", "Dark colors"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)


@pytest.mark.parametrize("reader", [SCRIPTLESS], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_lists_are_whole(page: Page, site: Site):
    edition = site.edition
    for address, ids in {
        "references/": [f"ref-{reference.key}" for reference in edition.bibliography],
        "notes/": [note.anchor for note in edition.notes],
        "names/": [name.id for name in edition.names],
        "glossary/": [term.id for term in edition.glossary],
        "timeline/": [event.id for event in edition.timeline],
    }.items():
        page.goto(address)
        for id in (ids[0], ids[-1]):
            expect(page.locator(f"[id='{id}']")).to_be_visible()
        assert page.locator(", ".join(f"[id='{id}']" for id in ids)).count() == len(ids), address
