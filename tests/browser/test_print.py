"""Pages printed by the browser: text, notes, sources and addresses in dark ink, without buttons
and menus.
"""

from __future__ import annotations

import re

import pypdfium2
from playwright.sync_api import Page

from browser.reading import WIDE, view
from edition.model import Note

DARK = {**WIDE, "color_scheme": "dark"}
CUT = "() => [...document.querySelectorAll('.scroll')].map(box => box.scrollWidth - box.clientWidth).filter(more => more > 1)"
# A button, or a link that leads nowhere on paper.
BUTTONS = ("Contents", "Cite this page", "Look up in the Wayback Machine", "Go to the entry")


def printed(page: Page, address: str) -> pypdfium2.PdfDocument:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return pypdfium2.PdfDocument(
        page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    )


def letters(text: str) -> str:
    """Letters and digits alone: a line may be broken and a word divided anywhere."""
    return re.sub(r"[\W_]+", "", text)


def missing(pdf: pypdfium2.PdfDocument, wanted: list[str]) -> list[str]:
    found = letters(" ".join(sheet.get_textpage().get_text_range() for sheet in pdf))
    return [text for text in wanted if letters(text) not in found]


def beginning(note: Note) -> str:
    return re.split(r"[*<\[(]", note.text)[0][:60]


@view(DARK, ids="dark")
def test_a_page_of_the_text_takes_notes_sources_and_its_address_along(page, site, edition, fullest):
    pdf = printed(page, fullest.address)
    keys = {citation.key for citation in fullest.citations}
    urls = [edition.bibliography[key].url for key in keys]
    notes = [beginning(note) for note in edition.notes_on(fullest.path)]
    assert missing(pdf, [*notes, *urls, site.address + fullest.address]) == []
    buttons = [*BUTTONS, "Previous"]
    assert missing(pdf, buttons) == buttons
    # Paper is white, and ink is black: darker than that of the light colors.
    tones = bytes(pdf[0].render(scale=0.5, grayscale=True).buffer)
    assert sum(tone > 240 for tone in tones) > 0.8 * len(tones)
    assert min(tones) < 10


@view(DARK, ids="dark")
def test_lists_are_printed_whole(page, site, edition):
    quotes = site.page("names/").iterfind(".//details//q")
    for address, wanted in {
        "references/": [reference.url for reference in edition.paper_references],
        "notes/": [beginning(note) for note in edition.notes],
        "timeline/": [event.text[:60] for event in edition.timeline],
        "names/": [quote.text_content() for quote in quotes],
        "": [edition.paper.title, *(author.name for author in edition.paper.authors)],
    }.items():
        assert missing(printed(page, address), wanted) == [], address


@view(DARK, ids="dark")
def test_no_picture_is_cut_off(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 640, "height": 900})
    for address in ("", "timeline/"):
        page.goto(address)
        assert page.evaluate(CUT) == [], address
