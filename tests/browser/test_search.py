"""What readers of this paper search for: plurals, other forms, scripts, numbers, slips of the
pen. The text comes first.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

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
UNASKED = ("/rules/", "/another-paper/")


@pytest.fixture
def home(page: Page) -> Page:
    """The first page, from which one searches."""
    page.goto("")
    return page


@pytest.fixture
def status(home: Page) -> Locator:
    return home.locator("#search [role=status]")


def first_group(page: Page, query: str) -> tuple[bool, str]:
    """Whether the first group of results is of the text, and the address of its first result."""
    expect(search(page, query).first).to_be_visible()
    group = page.locator("#search .result-group").first
    heading = group.get_by_role("heading").evaluate("heading => heading.firstChild.textContent")
    address = group.get_by_role("link").first.evaluate("link => link.href")
    return heading.strip() == "In the text", address


def test_the_text_comes_first_for_what_it_says_and_a_number_finds_its_note(home, site):
    wrong = {}
    for query, place in (TEXT_FIRST | OTHER_FIRST).items():
        is_text, address = first_group(home, query)
        if is_text is not (query in TEXT_FIRST) or not address.startswith(site.address + place):
            wrong[query] = address
    assert wrong == {}


def test_a_name_is_found_in_other_scripts_and_by_its_alias(home, edition):
    names = edition.names
    forms = [(form.lang[:2], form.text, name) for name in names for form in name.forms]
    aliases = [("", form, name) for name in names for form in name.all_forms[1:] if form.isupper()]
    sought = {lang: (query, name) for lang, query, name in reversed(forms + aliases)}
    for lang in ("zh", "ur", ""):
        query, name = sought[lang]
        expect(search(home, query).filter(has_text=name.name).first).to_be_visible()


def test_a_slip_offers_the_nearest_word_and_nonsense_nothing(home, status):
    for slip, word in SLIPS.items():
        search(home, slip)
        expect(status).to_contain_text(f"Did you mean {word}?")
        status.get_by_role("button", name=word, exact=True).click()
        expect(home.get_by_role("searchbox")).to_have_value(word)
        expect(home.locator("#search .result-title").first).to_be_visible()
    search(home, "qwxzzkv")
    expect(status).to_have_text("No results for “qwxzzkv”.")
    expect(home.locator("#search .results")).to_be_empty()


def test_no_reader_is_shown_markup_or_the_rules_of_the_checks(home, status):
    for query in ("wrong", "checksum", "license", "note", "version"):
        found = search(home, query)
        expect(status).not_to_have_text("Loading …")
        html = " ".join(home.locator("#search .result-text").all_inner_texts())
        assert "<p>" not in html and "<code>" not in html, query
        links = " ".join(found.evaluate_all("all => all.map(link => link.href)"))
        assert not any(one in links for one in UNASKED), query


def test_a_long_group_is_shown_in_full_when_asked(home):
    group = home.locator("#search .result-group").filter(has_text="References")
    search(home, "China")
    expect(group.get_by_role("link")).to_have_count(5)
    more = group.get_by_role("button", name="Show all")
    total = int(more.inner_text().split()[-1])
    more.click()
    expect(group.get_by_role("link")).to_have_count(total)
    expect(group.get_by_role("link").nth(5)).to_be_focused()
