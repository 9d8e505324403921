"""What a reader sees of what the sources say: in a preview on the narrowest phone, by keyboard, and through the filter."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.reading import NO_SCRIPTS, Cited, Site, tab_on_to, tab_to
from edition.model import Evidence

NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
TOO_WIDE = (
    "element => element.scrollWidth > element.clientWidth"
    " || document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
)


@pytest.fixture(scope="module")
def longest(site: Site) -> Cited:
    """The citation whose evidence has the most characters to show."""
    edition = site.edition

    def length(evidence: Evidence) -> int:
        return len(evidence.quotation + evidence.translation + evidence.remark)

    number = max(edition.evidence, key=length).number
    citation = next(one for one in edition.citations if one.number == number)
    page = edition.by_path[citation.page].address
    return Cited(citation, edition.bibliography[citation.key], page)


@pytest.mark.parametrize("reader", [NARROW], indirect=True, ids=["320px"])
def test_a_preview_with_the_longest_evidence_fits_the_narrowest_phone(page, site, longest):
    evidence = site.edition.evidence_by_number[longest.citation.number or 0]
    page.goto(longest.page)
    page.locator(f"#{longest.citation.anchor}").tap()
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    expect(preview).to_contain_text(evidence.verdict_sentence)
    expect(preview.locator("q")).to_have_text(evidence.quotation)
    expect(preview.locator("q")).to_have_attribute("lang", evidence.lang)
    assert not preview.evaluate(TOO_WIDE)
    box = preview.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert box["y"] >= 0 and box["y"] + box["height"] <= 640
    # What does not fit is reached by scrolling within it.
    look_up = preview.get_by_role("link", name="Archived copies")
    look_up.scroll_into_view_if_needed()
    expect(look_up).to_be_in_viewport()


def test_each_number_of_a_work_shows_its_own_verdict(page, site):
    edition = site.edition
    several = next(work for work in edition.paper_references if len(work.numbers) > 1)
    citations = [one for one in edition.cited_by[several.key] if one.number]
    for one in [*citations, citations[0]]:
        page.goto(edition.by_path[one.page].address)
        page.locator(f"#{one.anchor}").hover()
        shown = page.locator(".preview .evidence")
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("data-cite", one.anchor)


def test_the_keyboard_reaches_the_verdict_in_the_preview(page, longest):
    page.goto(longest.page)
    tab_to(page, page.locator(f"#{longest.citation.anchor}"))
    verdict = page.locator(".preview .evidence-verdict a")
    expect(verdict).to_be_visible()
    tab_on_to(page, verdict)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/evidence/#e{longest.citation.number}")


@pytest.mark.parametrize("reader", [{}, NO_SCRIPTS], indirect=True, ids=["scripts", "no-scripts"])
def test_the_filter_shows_one_verdict(page, site):
    page.goto("evidence/")
    entries = page.locator(".evidence-entry")
    expect(entries.filter(visible=True)).to_have_count(len(site.edition.evidence))
    page.get_by_label("Supports in part").check()
    wanted = [item for item in site.edition.evidence if item.verdict == "partly"]
    expect(entries.filter(visible=True)).to_have_count(len(wanted))
    page.get_by_label("All").check()
    expect(entries.filter(visible=True)).to_have_count(len(site.edition.evidence))
