"""What the built pages, and the files beside them, have for people and programs who cite.

The block of a page and the document of a work are in tests/golden/citing.
"""

from __future__ import annotations

import lxml.html
import pytest

from conftest import as_lines
from edition.citing.styles import STYLES

FORMS = {style.id for style in STYLES} | {"bibtex", "ris", "csl-json"}


def test_every_page_has_one_canonical_address(built, made_up):
    for page in made_up.pages:
        assert built.page(page.address).xpath("//link[@rel='canonical']/@href") == [
            f"https://edition.example/some-repo/{page.address}"
        ]


@pytest.mark.parametrize("address", ["", "references/", "towers/stone/"])
def test_the_block_of_a_page(built, golden, address):
    [block] = built.page(address).xpath("//details[@id='cite']")
    golden(f"citing/block-{address.replace('/', '') or 'home'}.html", as_lines(block))


def test_the_document_of_a_work(built, golden):
    document = lxml.html.parse(str(built.folder / "references" / "bluebay2018lamp.html"))
    golden("citing/document.html", as_lines(document.find(".//article")))


def test_every_page_can_be_cited_in_every_form_without_scripts(built, made_up):
    for page in made_up.pages:
        [block] = built.page(page.address).xpath("//details[@id='cite']")
        works = block.find_class("cite-work")
        assert [work.get("data-work") for work in works] == ["edition", "paper"]
        for work in works:
            assert set(work.xpath(".//@data-style")) == FORMS
            assert all(form.text_content().strip() for form in work.xpath(".//*[@data-copy]"))


def test_no_stand_in_is_left(built):
    for file in built.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".ris", ".bib", ".txt", ".xml"}:
            text = file.read_text("utf-8")
            for stand_in in ("address.invalid", "9998", "9999"):
                assert stand_in not in text, file


def test_every_reference_has_its_forms(built, made_up):
    links = built.page("references/").find_class("cite-link")
    listed = made_up.paper_references + made_up.editors_references
    assert [link.get("href") for link in links] == [f"{work.key}.html" for work in listed]
    for work in made_up.bibliography:
        for suffix in (".html", ".ris"):
            assert (built.folder / "references" / f"{work.key}{suffix}").is_file()
