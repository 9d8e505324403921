"""What a page, the paper and a work are cited by: which parts a script may complete."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from edition.citing.citeproc import Formatted, Request
from edition.citing.forms import CitationForms, Styled
from edition.citing.styles import STYLES
from edition.model import Bibliography, Edition, Reference
from edition.problem import Location


class Printed:
    """Citations in which every style prints address, title, day of reading and locator."""

    def __init__(self) -> None:
        self.started: list[Request] = []

    def start(self, requests: Iterable[Request]) -> None:
        self.started += requests

    def get(self, request: Request) -> dict[str, Formatted]:
        assert request in self.started
        item = request.item
        day = " (31 December 9999)" if "accessed" in item else ""
        text = f"{item['title']}. {item.get('URL', '')}{day}"
        return {style.id: Formatted(text, f"{text}, {request.locator}") for style in STYLES}


@pytest.fixture
def forms(root) -> CitationForms:
    """The forms of the made-up paper, of which it is not known where it will be published."""
    edition = Edition.load(root / "tests" / "paper")
    url = "https://a.example/9998"
    title = "The year 9998"
    odd = Reference("odd", "online", {"title": title, "url": url}, Location("bib/paper.bib"))
    untitled = Reference("untitled", "online", {"url": url}, Location("bib/paper.bib"))
    edition.bibliography = Bibliography({"odd": odd, "untitled": untitled})
    found = CitationForms(edition, Printed())
    found.start_pages()
    found.start_references()
    return found


def page_of(forms: CitationForms, path: str):
    return forms._edition.by_path[path]


def first(styles: list[Styled]) -> Styled:
    assert [form.style for form in styles] == list(STYLES)
    return styles[0]


def test_of_a_page_address_day_and_paragraph_are_marked(forms):
    form = first(forms.of_page(page_of(forms, "towers/stone.md")).styles)
    title = "1.1 Stone. "
    address = '<span class="cite-address">address of this page</span>'
    day = ' (<span class="cite-today" data-form="british">date of reading</span>)'
    place = ', para. <span class="cite-place" data-section=""></span>'
    assert form.reference == title + address + day
    assert form.located == title + address + day + place


@pytest.mark.parametrize(
    ("path", "located"),
    [
        (
            "towers/stone.md",
            ', sec. <span class="cite-place" data-section="1.1">1.1</span>',
        ),
        ("index.md", ""),
    ],
)
def test_the_paper_is_cited_at_the_section_of_the_page(forms, path, located):
    form = first(forms.of_paper(page_of(forms, path)).styles)
    assert form.located.endswith(located)
    assert bool(form.located) is bool(located)


def test_numbers_of_a_work_are_not_taken_for_places(forms):
    work = forms.of_reference(forms._edition.bibliography["odd"])
    assert first(work.styles).reference == "The year 9998. https://a.example/9998"
    assert [name for name, _text in work.formats] == ["BibTeX", "RIS", "CSL-JSON"]


def test_a_work_without_a_title_has_formats_only(forms):
    work = forms.of_reference(forms._edition.bibliography["untitled"])
    assert work.styles == []
    assert len(work.formats) == 3
