"""What readers of this paper search for: plurals, other forms, numbers, slips of the pen. The text comes first."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.reading import search

TEXT_FIRST = {
    "floods 33 million": "challenges/external-powers/#p1b",
    "satellites 2018": "cooperation/space/#p1a",
    "imran khan arrested": "challenges/politics/#p1b",
    "FATF": "challenges/external-powers/#p1a",
    "Financial Action Task Force": "challenges/external-powers/#p1a",
    "中巴经济走廊": "",
    "gwadar": "challenges/terrorism/#p2",
    "Belt and Road": "",
    "debt trap": "challenges/",
    "Dawn": "challenges/sentiment/#p1c",
    "3.2": "challenges/terrorism/",
    "space": "cooperation/space/",
    "cultural centers": "cooperation/culture/#p1a",
    "Confucius Institute": "cooperation/",
    "free trade agreement": "background/#p1b",
    "terrorist attacks": "",
    "exchanges of students": "recommendations/exchange/",
}
OTHER_FIRST = {
    "note 57": "notes/#n57",
    "[38]": "references/#ref-",
    "version": "",
}
SLIPS = {
    "Balochstan": "Balochistan",
    "gwader": "Gwadar",
    "goadar": "Gwadar",
    "greylist": "grey list",
    "gray list": "grey list",
}
assert len(TEXT_FIRST) + len(OTHER_FIRST) == 20


def first_group(page: Page, query: str) -> tuple[str, str]:
    """The heading of the first group of results, and the address of its first result."""
    expect(search(page, query).first).to_be_visible()
    group = page.locator("#search .result-group").first
    heading = group.get_by_role("heading").evaluate("heading => heading.firstChild.textContent")
    return heading.strip(), group.get_by_role("link").first.evaluate("link => link.href")


def test_the_text_comes_first_for_what_it_says(page, site):
    page.goto("")
    found = {query: first_group(page, query) for query in TEXT_FIRST}
    assert [query for query, (heading, _) in found.items() if heading != "In the text"] == []
    assert {
        query: address
        for query, (_, address) in found.items()
        if not address.startswith(f"{site.address}{TEXT_FIRST[query]}")
    } == {}


def test_a_note_or_a_reference_is_found_by_its_number(page, site):
    page.goto("")
    for query, place in OTHER_FIRST.items():
        heading, address = first_group(page, query)
        assert heading != "In the text", query
        assert address.startswith(f"{site.address}{place}"), query


def test_a_slip_offers_the_nearest_word_and_nonsense_nothing(page):
    page.goto("")
    status = page.locator("#search [role=status]")
    for slip, word in SLIPS.items():
        search(page, slip)
        expect(status).to_contain_text(f"Did you mean {word}?")
        status.get_by_role("button", name=word, exact=True).click()
        expect(page.get_by_role("searchbox")).to_have_value(word)
        expect(page.locator("#search .result-title").first).to_be_visible()
    search(page, "qwxzzkv")
    expect(status).to_have_text("No results for “qwxzzkv”.")
    expect(page.locator("#search .results")).to_be_empty()


def test_no_reader_is_shown_markup_or_the_rules_of_the_checks(page):
    page.goto("")
    for query in ("wrong", "checksum", "license", "note", "version"):
        search(page, query)
        expect(page.locator("#search [role=status]")).not_to_have_text("Loading …")
        texts = page.locator("#search .result-text").all_inner_texts()
        assert not [text for text in texts if "<p>" in text or "<code>" in text], query
        links = page.locator("#search .result").evaluate_all("all => all.map(link => link.href)")
        unasked = ("/rules/", "/another-paper/")
        assert not [link for link in links if any(one in link for one in unasked)], query


def test_a_long_group_is_shown_in_full_when_asked(page):
    page.goto("")
    group = page.locator("#search .result-group").filter(has_text="References")
    search(page, "China")
    expect(group.get_by_role("link")).to_have_count(5)
    more = group.get_by_role("button", name="Show all")
    total = int(more.inner_text().split()[-1])
    more.click()
    expect(group.get_by_role("link")).to_have_count(total)
    expect(group.get_by_role("link").nth(5)).to_be_focused()
