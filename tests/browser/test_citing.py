"""What a reader does to cite: a page, a paragraph, the paper, a source; with mouse, keyboard and
finger, with scripts and without.
"""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, WIDER, tab_on_to, view
from edition.citing import styles
from edition.model import Edition
from edition.model import Page as SourcePage

STYLES = [style.id for style in styles.STYLES]
FORMATS = ["bibtex", "ris", "csl-json"]
HTML = "navigator.clipboard.read().then(items => items[0].getType('text/html')).then(blob => blob.text())"


@pytest.fixture
def section(edition: Edition) -> SourcePage:
    """A page of a section with a paragraph that is a part of one of the paper's."""
    return next(page for page in edition.pages if page.section and part_of(page))


def part_of(page: SourcePage) -> str:
    """The first id in a page such as p1a."""
    return next((one.id for one in page.paragraphs if one.id[-1].isalpha()), "")


@pytest.fixture
def mark(page: Page, section: SourcePage) -> Locator:
    """The page is open; the mark by which that paragraph is cited."""
    page.goto(section.address)
    return page.locator(f"#{part_of(section)} .pilcrow")


@pytest.fixture
def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


@pytest.fixture
def granted(reader: BrowserContext) -> None:
    reader.grant_permissions(["clipboard-read", "clipboard-write"])


def pasted(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def copied(page: Page, dialog: Locator) -> dict[str, str]:
    """What the button copies for each style and format."""
    found = {}
    for style in STYLES + FORMATS:
        dialog.get_by_label("Style or format").select_option(style)
        dialog.locator(".cite-output .cite-copy").first.click()
        expect(dialog.get_by_role("status")).to_contain_text("Copied")
        found[style] = pasted(page)
    return found


def test_a_paragraph_by_mouse_in_every_style_and_format(page, mark, dialog, section, site, granted):
    id = part_of(section)
    page.locator(f"#{id}").hover()
    mark.click()
    expect(dialog.get_by_role("heading")).to_contain_text(f"paragraph {id[1:]}")
    assert page.url == f"{site.address}{section.address}#{id}"
    dialog.get_by_role("button", name="Copy the link").click()
    expect(dialog.get_by_role("status")).to_have_text("Copied: the link")
    assert pasted(page) == page.url
    found = copied(page, dialog)
    assert [style for style, text in found.items() if page.url not in text] == []
    assert json.loads(found["csl-json"])[0]["URL"] == page.url
    # The paper is cited by its own section and paragraph.
    dialog.get_by_label("Style or format").select_option("apa")
    dialog.get_by_role("radio", name="The paper").check()
    number = re.sub(r"\D", "", id)
    expect(dialog).to_contain_text(f"section {section.section}, paragraph {number}")
    output = dialog.locator(".cite-output")
    expect(output).to_contain_text(f"{section.section}, para. {number})")
    expect(output).not_to_contain_text(site.address)


def test_of_a_page_the_day_the_italics_and_the_style_are_kept(page, mark, dialog, granted):
    page.get_by_role("button", name="Cite this page").click()
    assert page.evaluate("new Date().getFullYear()") == date.today().year
    choice = dialog.get_by_label("Style or format")
    for style, day in (
        ("gb-t-7714", r"\[\d{4}-\d\d-\d\d\]"),
        ("harvard", r"\(Accessed: \d{1,2} \w+ \d{4}\)"),
    ):
        choice.select_option(style)
        expect(dialog.locator(".cite-output")).to_contain_text(re.compile(day))
    dialog.locator(".cite-output .cite-copy").first.click()
    expect(dialog.get_by_role("status")).to_contain_text("Copied")
    assert "<em>" in page.evaluate(HTML), "a word processor gets no italics"
    page.reload()
    page.get_by_role("button", name="Cite this page").click()
    expect(choice).to_have_value("harvard")


def test_by_keyboard_alone_and_back(page, mark, dialog, granted):
    mark.focus()
    expect(mark).to_be_visible()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    tab_on_to(page, dialog.locator(".cite-output .cite-copy").first)
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Copied")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(mark).to_be_focused()


@view(PHONE, ids="phone")
def test_by_finger(page, mark, dialog):
    mark.tap()
    expect(dialog).to_be_visible()
    assert page.evaluate(WIDER) <= 0
    dialog.get_by_role("button", name="Close").tap()
    expect(dialog).to_be_hidden()


def test_a_source_from_the_list(page, dialog, cited, granted):
    page.goto(cited.entry)
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    found = copied(page, dialog)
    assert [style for style, text in found.items() if cited.reference.url not in text] == []


@view(NO_SCRIPTS, ids="no-scripts")
def test_without_scripts(page, mark, site, section, cited):
    page.get_by_text("Cite this page").click()
    expect(page.locator("#cite").get_by_text(page.url).first).to_be_visible()
    expect(page.locator("#cite").get_by_text("[EB/OL]").first).to_be_visible()
    mark.click()
    expect(page).to_have_url(f"{section.address}#{part_of(section)}")
    page.goto(cited.entry)
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    assert page.url.endswith(f"/references/{cited.reference.key}.html")
    expect(page.locator(".cite-style")).to_have_count(len(STYLES))
