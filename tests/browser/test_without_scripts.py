"""Pages in a browser without scripts: text, works, notes, citing and lists are all there."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.reading import NO_SCRIPTS, view

# The elements of some ids that are not there or not seen.
UNSEEN = "ids => ids.filter(id => !document.getElementById(id) || !document.getElementById(id).checkVisibility())"


@view(NO_SCRIPTS, ids="no-scripts")
def test_without_scripts_everything_that_is_read_is_there(page, edition, fullest):
    page.goto(fullest.address)
    notes = edition.notes_on(fullest.path)
    ids = [*(one.id for one in fullest.paragraphs), *(note.anchor for note in notes)]
    assert page.evaluate(UNSEEN, ids) == []
    works = page.locator(".works-cited li[data-ref]").filter(visible=True)
    expect(works).to_have_count(len({citation.key for citation in fullest.citations}))
    expect(page.locator(".note .note-facts").filter(visible=True)).to_have_count(len(notes))
    page.locator("details.cite > summary").click()
    expect(page.locator("details.cite .cite-text").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Contents")).to_be_visible()
    # What needs a script is not offered where there is none.
    for name in ("Search", "Dark colors"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)


@view(NO_SCRIPTS, ids="no-scripts")
def test_without_scripts_the_lists_are_whole(page, edition):
    for address, ids in {
        "references/": [f"ref-{reference.key}" for reference in edition.bibliography],
        "notes/": [note.anchor for note in edition.notes],
        "names/": [name.id for name in edition.names],
        "glossary/": [term.id for term in edition.glossary],
        "timeline/": [event.id for event in edition.timeline],
    }.items():
        page.goto(address)
        assert page.evaluate(UNSEEN, ids) == [], address
