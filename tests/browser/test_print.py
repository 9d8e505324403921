"""Pages printed by the browser: text, notes, sources and addresses in dark ink, without buttons and menus."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Page

DARK = {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}}
dark = pytest.mark.parametrize("reader", [DARK], indirect=True, ids=["dark"])


def printed(page: Page, address: str) -> pypdfium2.PdfDocument:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return pypdfium2.PdfDocument(
        page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    )


def letters(text: str) -> str:
    """Letters and digits alone: a line may be broken and a word divided anywhere."""
    return re.sub(r"[\W_]+", "", text)


def words(pdf: pypdfium2.PdfDocument) -> str:
    return letters(" ".join(sheet.get_textpage().get_text_range() for sheet in pdf))


@dark
def test_a_page_of_the_text_takes_notes_sources_and_its_address_along(page, site, fullest):
    found = words(printed(page, fullest))
    known = next(one for one in site.edition.pages if one.address == fullest)
    for note in site.edition.notes_on(known.path):
        assert letters(re.split(r"[*<\[(]", note.text)[0])[:60] in found, note.anchor
    for key in {citation.key for citation in known.citations}:
        assert letters(site.edition.bibliography[key].url) in found, key
    assert letters(site.address + fullest) in found
    for button in (
        "Contents",
        "CiteThisPage",
        "LookupintheWaybackMachine",
        "Gototheentry",
        "Previous",
    ):
        assert button.lower() not in found.lower()


@dark
def test_paper_is_white_and_ink_is_dark(page, fullest):
    sheet = printed(page, fullest)[0].render(scale=0.5, grayscale=True)
    tones = bytes(sheet.buffer)
    light = sum(tone > 240 for tone in tones) / len(tones)
    assert light > 0.8
    assert min(tones) < 90


@dark
@pytest.mark.parametrize("address", ["references/", "notes/", "timeline/", "names/", ""])
def test_lists_are_printed_whole(page, site, address):
    edition, found = site.edition, words(printed(page, address))
    wanted = {
        "references/": [reference.url for reference in edition.paper_references],
        "notes/": [re.split(r"[*<\[(]", note.text)[0][:60] for note in edition.notes],
        "timeline/": [event.text[:60] for event in edition.timeline],
        "names/": [
            quote.text_content() for quote in site.parsed("names/").iterfind(".//details//q")
        ],
        "": [edition.paper.title, *(author.name for author in edition.paper.authors)],
    }[address]
    assert [text for text in wanted if letters(text) not in found] == []


@dark
def test_no_picture_is_cut_off(page):
    for address in ("", "timeline/"):
        page.goto(address)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 640, "height": 900})
        cut = "() => [...document.querySelectorAll('.scroll')].map(box => box.scrollWidth - box.clientWidth).filter(more => more > 1)"
        assert page.evaluate(cut) == [], address
        page.emulate_media(media="screen")
