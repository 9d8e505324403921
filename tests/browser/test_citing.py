"""What a reader does to cite: a page, a paragraph, the paper, a source; with mouse, keyboard and finger, with scripts and without."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, Site, tab_on_to

STYLES = ["apa", "mla", "chicago-notes", "chicago-author-date", "harvard", "ieee", "gb-t-7714"]
FORMATS = ["bibtex", "ris", "csl-json"]


@pytest.fixture
def place(site: Site) -> tuple[str, str]:
    """A page that restates a section, and a paragraph in it that is a part of one of the paper's."""
    for page in site.edition.pages:
        for paragraph in page.paragraphs:
            if page.section and paragraph.id[-1].isalpha():
                return page.address, paragraph.id
    raise LookupError("no page of a section has a paragraph such as #p1a")


@pytest.fixture
def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def copied(page: Page, dialog: Locator, style: str) -> str:
    """What the button for a style or format copies."""
    dialog.get_by_label("Style or format").select_option(style)
    dialog.locator(".cite-output .cite-copy").first.click()
    expect(dialog.get_by_role("status")).to_contain_text("Copied")
    return pasted(page)


def pasted(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def granted(reader: BrowserContext) -> None:
    reader.grant_permissions(["clipboard-read", "clipboard-write"])


def test_a_paragraph_by_mouse_in_every_style_and_format(page, dialog, place, site, granted):
    address, id = place
    page.goto(address)
    page.locator(f"#{id}").hover()
    page.locator(f"#{id} .pilcrow").click()
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("heading")).to_contain_text(f"paragraph {id[1:]}")
    assert page.url == f"{site.address}{address}#{id}"
    dialog.get_by_role("button", name="Copy the link").click()
    expect(dialog.get_by_role("status")).to_have_text("Copied: the link")
    assert pasted(page) == page.url
    for style in STYLES + FORMATS:
        assert page.url in copied(page, dialog, style), style
    assert json.loads(pasted(page))[0]["URL"] == page.url


def test_the_paper_is_cited_by_its_own_section_and_paragraph(page, dialog, place, site):
    address, id = place
    section = next(known.section for known in site.edition.pages if known.address == address)
    page.goto(address)
    page.locator(f"#{id} .pilcrow").click()
    dialog.get_by_role("radio", name="The paper").check()
    number = re.sub(r"\D", "", id)
    expect(dialog).to_contain_text(f"section {section}, paragraph {number}")
    expect(dialog.locator(".cite-output")).to_contain_text(f"{section}, para. {number})")
    expect(dialog.locator(".cite-output")).not_to_contain_text(site.address)


def test_of_a_page_the_day_the_italics_and_the_style_are_kept(page, dialog, place, granted):
    page.goto(place[0])
    page.get_by_role("button", name="Cite this page").click()
    assert page.evaluate("new Date().getFullYear()") == date.today().year
    for style, day in (
        ("gb-t-7714", r"\[\d{4}-\d\d-\d\d\]"),
        ("harvard", r"\(Accessed: \d{1,2} \w+ \d{4}\)"),
    ):
        dialog.get_by_label("Style or format").select_option(style)
        expect(dialog.locator(".cite-output")).to_contain_text(re.compile(day))
    copied(page, dialog, "apa")
    html = "navigator.clipboard.read().then(items => items[0].getType('text/html')).then(blob => blob.text())"
    assert "<em>" in page.evaluate(html), "a word processor gets no italics"
    page.reload()
    page.get_by_role("button", name="Cite this page").click()
    expect(dialog.get_by_label("Style or format")).to_have_value("apa")


def test_by_keyboard_alone_and_back(page, dialog, place, granted):
    address, id = place
    page.goto(address)
    mark = page.locator(f"#{id} .pilcrow")
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


@pytest.mark.parametrize("reader", [PHONE], indirect=True, ids=["phone"])
def test_by_finger(page, dialog, place):
    page.goto(place[0])
    page.locator(f"#{place[1]} .pilcrow").tap()
    expect(dialog).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    dialog.get_by_role("button", name="Close").tap()
    expect(dialog).to_be_hidden()


def test_a_source_from_the_list(page, dialog, cited, granted):
    page.goto(cited.entry)
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    expect(dialog).to_be_visible()
    for style in STYLES + FORMATS:
        assert cited.reference.url in copied(page, dialog, style), style


@pytest.mark.parametrize("reader", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts(page, place, site, cited):
    address, id = place
    page.goto(address)
    page.get_by_text("Cite this page").click()
    expect(page.locator("#cite").get_by_text(f"{site.address}{address}").first).to_be_visible()
    expect(page.locator("#cite").get_by_text("[EB/OL]").first).to_be_visible()
    page.locator(f"#{id} .pilcrow").click()
    assert page.url.endswith(f"#{id}")
    page.goto(cited.entry)
    page.locator(f"#ref-{cited.reference.key} .cite-link").click()
    assert page.url.endswith(f"/references/{cited.reference.key}.html")
    expect(page.locator(".cite-style")).to_have_count(len(STYLES))
