"""What holds on every page, and what its policy stops; where the long lists open."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.reading import search
from conftest import parse_page
from foreign_words import unmarked

WHOLE = ["PDF", "EPUB", "plain text"]
REFUSED = """(() => { window.refused = []; document.addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective)) })()"""
INLINE = """() => { const script = document.createElement("script"); script.textContent = "window.ran = true"; document.head.append(script) }"""
LONG_LISTS = ".references > li, .all-notes > li, .names > li"
FAR_DOWN = "entries => entries[Math.floor(entries.length * 0.8)].id"
FIRST_SEEN = f"() => [...document.querySelectorAll('{LONG_LISTS}')].find(entry => entry.getBoundingClientRect().bottom > 100).id"


def test_every_page_has_a_policy_the_whole_edition_and_the_language_of_its_words(site):
    for file in sorted(site.folder.rglob("*.html")):
        tree = parse_page(file)
        assert unmarked(tree) == [], file
        if tree.xpath("//meta[@http-equiv='refresh']"):
            continue
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'self'" in policy and "unsafe" not in policy, file
        assert [text for text in tree.xpath("//footer//a/text()") if text in WHOLE] == WHOLE, file


def test_the_policy_stops_a_foreign_script_and_nothing_of_ours(reader, edition, fullest):
    page = reader.new_page()
    page.add_init_script(REFUSED)
    page.goto(fullest.address)
    expect(search(page, edition.names[0].name).first).to_be_visible()
    assert page.evaluate("refused") == []
    page.evaluate(INLINE)
    page.wait_for_function("refused.length > 0")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("address", ["references/", "notes/", "names/"])
def test_a_long_list_opens_at_an_entry_and_where_one_has_been(page, address):
    page.goto(address)
    entry = page.locator(LONG_LISTS).evaluate_all(FAR_DOWN)
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
