"""What a reader sees who points at, tabs to, taps and follows a citation, and what the source
says of it.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, Cited, tab_on_to, tab_to, view
from edition.language.tags import language_name

OPEN_DELAY, CLOSE_DELAY = 150, 300  # milliseconds: those of previews.js
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
    expect(preview.locator(f"a[href='{cited.reference.url}']").first).to_be_visible()
    look_up = preview.get_by_role("link", name="Archived copies")
    expect(look_up).to_have_attribute("href", cited.reference.archive_lookup)


def assert_target_and_back(page: Page, cited: Cited) -> None:
    entry = page.locator(":target")
    expect(page).to_have_url(cited.entry)
    expect(entry).to_be_in_viewport()
    others = page.locator("[id^='ref-']:not(:target)")
    assert entry.evaluate(LOOKS) != others.first.evaluate(LOOKS), "it looks like the others"
    entry.locator(f"a[href$='#{cited.citation.anchor}']").first.click()
    expect(page).to_have_url(f"{cited.page}#{cited.citation.anchor}")
    expect(page.locator(":target")).to_have_id(cited.citation.anchor)
    expect(marker_of(page, cited)).to_be_in_viewport()


def test_pointing_shows_the_whole_reference_and_a_click_leads_to_it_and_back(page, site, cited):
    listed = site.page("references/").get_element_by_id(f"ref-{cited.reference.key}")
    page.clock.install()
    page.goto(cited.page)
    marker, preview = marker_of(page, cited), preview_of(page, cited)
    expect(preview).to_have_count(0)
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    marker.hover()
    page.clock.run_for(OPEN_DELAY)
    assert_whole_reference(preview, cited)
    words = listed.find_class("ref-text")[0].text_content().split()
    expect(preview).to_contain_text(" ".join(words))
    # The pointer has time to go over other words into the preview, and closes it by going away.
    page.mouse.move(1, 1)
    page.clock.run_for(CLOSE_DELAY - 1)
    preview.get_by_role("link", name="Archived copies").hover()
    page.clock.run_for(2 * CLOSE_DELAY)
    expect(preview).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(CLOSE_DELAY)
    expect(preview).to_have_count(0)
    marker.click()
    assert_target_and_back(page, cited)


def test_keyboard_opens_the_preview_goes_into_it_closes_it_and_leads_to_the_entry(page, cited):
    page.goto(cited.page)
    marker, preview = marker_of(page, cited), preview_of(page, cited)
    for presses in (0, 1):
        tab_to(page, marker)
        assert_whole_reference(preview, cited)
        expect(marker).to_have_attribute("aria-expanded", "true")
        for _ in range(presses):
            page.keyboard.press("Tab")
            expect(preview.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(preview).to_have_count(0)
        expect(marker).to_be_focused()
    page.keyboard.press("Enter")
    assert_target_and_back(page, cited)


@view(PHONE, ids="phone")
def test_tap_opens_the_preview_and_leads_nowhere(page, cited):
    page.goto(cited.page)
    marker_of(page, cited).tap()
    assert_whole_reference(preview_of(page, cited), cited)
    expect(page).to_have_url(cited.page)
    page.locator("h1").tap()
    expect(preview_of(page, cited)).to_have_count(0)


@view(NO_SCRIPTS, ids="no-scripts")
def test_without_scripts_the_number_leads_to_the_entry_and_back(page, cited):
    page.goto(cited.page)
    expect(marker_of(page, cited)).to_have_text(f"[{cited.citation.number}]")
    marker_of(page, cited).click()
    assert_target_and_back(page, cited)


def test_each_number_of_a_work_shows_its_own_verdict(page, edition):
    several = next(work for work in edition.paper_references if len(work.numbers) > 1)
    citations = [one for one in edition.cited_by[several.key] if one.number]
    for one in [*citations, citations[0]]:
        page.goto(edition.by_path[one.page].address)
        page.locator(f"#{one.anchor}").hover()
        shown = page.locator(".preview .evidence")
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("data-cite", one.anchor)


def test_the_keyboard_reaches_what_the_source_says_in_the_preview(page, edition, longest_evidence):
    number = longest_evidence.citation.number
    evidence = edition.evidence_by_number[number]
    page.goto(longest_evidence.page)
    tab_to(page, marker_of(page, longest_evidence))
    preview = page.locator(".preview")
    expect(preview).to_contain_text(evidence.verdict_sentence)
    expect(preview.locator("q")).to_have_text(evidence.quotation)
    expect(preview.locator("q")).to_have_attribute("lang", evidence.lang)
    tab_on_to(page, preview.locator(".evidence-verdict a"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/evidence/#e{number}")
