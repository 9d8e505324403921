"""What a reader sees who points at, tabs to, taps and follows a citation."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, Cited, tab_to
from edition.language.tags import language_name

CLOSE_DELAY = 300  # milliseconds: that of previews.js
LOOKS = "element => { const s = getComputedStyle(element); return [s.backgroundColor, s.boxShadow, s.outlineStyle, s.borderColor, s.borderWidth].join() }"


def marker_of(page: Page, cited: Cited) -> Locator:
    return page.locator(f"#{cited.citation.anchor}")


def preview_of(page: Page, cited: Cited) -> Locator:
    """Whatever appears with the work's title in it and has a role of its own for screen readers."""
    return page.locator("[role=group], [role=dialog], [role=tooltip]").filter(
        has_text=cited.reference.title
    )


def assert_whole_reference(preview: Locator, cited: Cited) -> None:
    expect(preview).to_be_visible()
    expect(preview).to_contain_text(language_name(cited.reference.text("langid")))
    assert cited.reference.url in preview.get_by_role("link").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    look_up = preview.get_by_role("link", name="Archived copies")
    expect(look_up).to_have_attribute("href", cited.reference.archive_lookup)


def test_pointing_shows_the_whole_reference_in_the_words_of_the_list(page, site, cited):
    listed = site.parsed("references/").get_element_by_id(f"ref-{cited.reference.key}")
    page.goto(cited.page)
    preview = preview_of(page, cited)
    expect(preview).to_have_count(0)
    marker_of(page, cited).hover()
    assert_whole_reference(preview, cited)
    expect(preview).to_contain_text(
        " ".join(listed.find_class("ref-text")[0].text_content().split())
    )
    # The pointer can go into the preview, and closes it by going away.
    preview.get_by_role("link", name="Archived copies").hover()
    page.wait_for_timeout(CLOSE_DELAY + 100)
    expect(preview).to_be_visible()
    page.mouse.move(1, 1)
    expect(preview).to_have_count(0)


def test_keyboard_opens_the_preview_goes_into_it_and_closes_it(page, cited):
    page.goto(cited.page)
    marker, preview = marker_of(page, cited), preview_of(page, cited)
    for presses in (0, 1):
        tab_to(page, marker)
        assert_whole_reference(preview, cited)
        for _ in range(presses):
            page.keyboard.press("Tab")
            expect(preview.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(preview).to_have_count(0)
        expect(marker).to_be_focused()


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_following_leads_to_the_marked_entry_and_back(page, cited, way):
    page.goto(cited.page)
    if way == "click":
        marker_of(page, cited).click()
    else:
        tab_to(page, marker_of(page, cited))
        page.keyboard.press("Enter")
    expect(page).to_have_url(cited.entry)
    assert_target_and_back(page, cited)


@pytest.mark.parametrize("reader", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_number_is_a_link_to_the_entry_and_the_entry_links_back(page, cited):
    page.goto(cited.page)
    expect(marker_of(page, cited)).to_have_text(f"[{cited.citation.number}]")
    marker_of(page, cited).click()
    assert_target_and_back(page, cited)


def assert_target_and_back(page: Page, cited: Cited) -> None:
    entry = page.locator(":target")
    expect(entry).to_have_id(f"ref-{cited.reference.key}")
    expect(entry).to_be_in_viewport()
    others = page.locator("[id^='ref-']:not(:target)")
    assert entry.evaluate(LOOKS) != others.first.evaluate(LOOKS), (
        "the entry that was linked to looks like the others"
    )
    entry.locator(f"a[href$='#{cited.citation.anchor}']").first.click()
    expect(page.locator(":target")).to_have_id(cited.citation.anchor)
    expect(page).to_have_url(f"{cited.page}#{cited.citation.anchor}")
    expect(marker_of(page, cited)).to_be_in_viewport()


@pytest.mark.parametrize("reader", [PHONE], indirect=True, ids=["phone"])
def test_tap_opens_the_preview_within_the_screen(page, cited):
    page.goto(cited.page)
    marker_of(page, cited).tap()
    assert_whole_reference(preview_of(page, cited), cited)
    box = preview_of(page, cited).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["viewport"]["width"]
    expect(page).to_have_url(cited.page)  # a tap shows the source first; it does not lead away
    page.locator("h1").tap()
    expect(preview_of(page, cited)).to_have_count(0)
