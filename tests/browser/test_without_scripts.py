"""Pages in a browser without scripts: text, works, notes, citing and lists are all there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.reading import NO_SCRIPTS


@pytest.mark.parametrize("reader", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_everything_that_is_read_is_there(page, site, cited):
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


@pytest.mark.parametrize("reader", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_lists_are_whole(page, site):
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
