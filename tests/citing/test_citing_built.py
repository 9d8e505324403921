"""What the built pages, and the files beside them, have for people and programs who cite."""

from __future__ import annotations

import json

import pytest

from edition.citing.styles import STYLES

FORMATS = {"bibtex", "ris", "csl-json"}


def test_every_page_has_one_canonical_address(built, made_up):
    for page in made_up.pages:
        assert built.page(page.address).xpath("//link[@rel='canonical']/@href") == [
            f"https://edition.example/some-repo/{page.address}"
        ]


def test_every_page_can_be_cited_in_every_form_without_scripts(built, made_up):
    for page in made_up.pages:
        (block,) = built.page(page.address).xpath("//details[@id='cite']")
        works = block.find_class("cite-work")
        assert [work.get("data-work") for work in works] == ["edition", "paper"]
        for work in works:
            assert set(work.xpath(".//@data-style")) == {style.id for style in STYLES} | FORMATS
            assert all(form.text_content().strip() for form in work.xpath(".//*[@data-copy]"))


def test_the_edition_is_cited_with_version_and_address_and_the_paper_with_its_section(
    built,
):
    edition, paper = built.page("towers/stone/").find_class("cite-work")
    for form in edition.xpath(".//dd/p[1]"):
        assert "https://edition.example/some-repo/towers/stone/" in form.text_content()
        assert "1.2.0" in form.text_content()
    assert paper.xpath("string(.//*[@data-style='apa']//p[2])").endswith(
        "(Wren et al., 1931, Section 1.1)"
    )
    assert "some-repo" not in paper.text_content()


def test_no_stand_in_is_left(built):
    for file in built.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".ris", ".bib", ".txt", ".xml"}:
            text = file.read_text("utf-8")
            for stand_in in ("address.invalid", "9998", "9999"):
                assert stand_in not in text, file


def test_every_reference_has_its_forms(built, made_up):
    links = built.page("references/").find_class("cite-link")
    assert [link.get("href") for link in links] == [
        f"{reference.key}.html"
        for reference in made_up.paper_references + made_up.editors_references
    ]
    for reference in made_up.bibliography:
        document = (built.folder / "references" / f"{reference.key}.html").read_text("utf-8")
        assert reference.title.replace("&", "&amp;")[:9] in document
        assert (built.folder / "references" / f"{reference.key}.ris").is_file()


def test_a_title_in_another_script_says_its_language(built):
    assert '<span lang="zh-Hans">不眠的灯</span>' in (
        built.folder / "references" / "bluebay2018lamp.html"
    ).read_text("utf-8")


@pytest.mark.parametrize("address", ["", "towers/stone/", "references/"])
def test_a_page_has_a_twin_for_programs(built, made_up, address):
    (twin,) = built.page(address).xpath("//link[@rel='alternate'][@type='application/json']/@href")
    assert twin == "../" * address.count("/") + address + "index.json"
    twin_data = json.loads((built.folder / address / "index.json").read_text("utf-8"))
    page = next(page for page in made_up.pages if page.address == address)
    assert [paragraph["id"] for paragraph in twin_data["paragraphs"]] == [
        paragraph.id for paragraph in page.paragraphs
    ]


def test_typed_links_lead_to_files(built):
    for address in ("", "towers/stone/", "references/"):
        for link in built.page(address).xpath(
            "//link[@rel='describedby' or @rel='linkset' or @rel='item' or @rel='collection' or @rel='alternate']/@href"
        ):
            target = (built.folder / address / link).resolve()
            assert target.exists(), link
