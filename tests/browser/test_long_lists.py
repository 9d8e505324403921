"""What a reader does in the long lists: opens one at an entry, comes back to a place, finds words out of sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

LISTS = ("references", "notes", "names")
LONG_LISTS = ".references > li, .all-notes > li, .names > li"


@pytest.mark.parametrize("address", [f"{name}/" for name in LISTS])
def test_an_entry_of_a_long_list_is_found_at_its_address(page: Page, address: str):
    page.goto(address)
    entry = page.locator(LONG_LISTS).evaluate_all(
        "entries => entries[Math.floor(entries.length * 0.8)].id"
    )
    page.goto("about:blank")
    page.goto(f"{address}#{entry}")
    assert 0 <= page.locator(f"[id='{entry}']").bounding_box()["y"] < 100


@pytest.mark.parametrize("address", [f"{name}/" for name in LISTS])
def test_who_comes_back_to_a_long_list_finds_the_place(page: Page, address: str):
    page.goto(address)
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight * 0.6)")
    first_seen = f"() => [...document.querySelectorAll('{LONG_LISTS}')].find(entry => entry.getBoundingClientRect().bottom > 100).id"
    page.wait_for_timeout(300)
    left = page.evaluate(first_seen)
    page.reload()
    page.wait_for_timeout(300)
    assert page.evaluate(first_seen) == left


def test_words_of_an_entry_out_of_sight_are_found(page: Page):
    page.goto("references/")
    last = page.locator(".references > li .ref-text").last.text_content()
    assert page.evaluate("words => window.find(words.slice(0, 40))", last)
