"""What a reader does in the long lists: opens one at an entry, comes back to a place, finds words out of sight."""

from __future__ import annotations

import pytest

LONG_LISTS = ".references > li, .all-notes > li, .names > li"


FIRST_SEEN = f"() => [...document.querySelectorAll('{LONG_LISTS}')].find(entry => entry.getBoundingClientRect().bottom > 100).id"


@pytest.mark.parametrize("address", ["references/", "notes/", "names/"])
def test_a_long_list_opens_at_an_entry_and_where_one_has_been(page, address):
    page.goto(address)
    entry = page.locator(LONG_LISTS).evaluate_all(
        "entries => entries[Math.floor(entries.length * 0.8)].id"
    )
    page.goto("about:blank")
    page.goto(f"{address}#{entry}")
    assert 0 <= page.locator(f"[id='{entry}']").bounding_box()["y"] < 100
    page.goto(address)
    page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight * 0.6)")
    page.wait_for_function("scrollY > innerHeight")
    left = page.evaluate(FIRST_SEEN)
    page.reload()
    page.wait_for_function(f"left => ({FIRST_SEEN})() === left", arg=left)


def test_words_of_an_entry_out_of_sight_are_found(page):
    page.goto("references/")
    last = page.locator(".references > li .ref-text").last.text_content()
    assert page.evaluate("words => window.find(words.slice(0, 40))", last)
