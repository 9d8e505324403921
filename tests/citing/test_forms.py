"""What a page, the paper and a work are cited by: which parts a script may complete.

What all of it is in a built page is in tests/golden/citing.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from conftest import PAPER
from edition.citing.citeproc import Formatted, Request
from edition.citing.forms import CitationForms, page_requests, reference_requests
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


def work(key: str, **fields: str) -> Reference:
    fields["url"] = "https://a.example/9998"
    return Reference(key, "online", fields, Location("bib/paper.bib"))


@pytest.fixture
def placeless() -> Edition:
    """The made-up paper, of which it is not known where it will be published."""
    edition = Edition.load(PAPER)
    odd = work("odd", title="The year 9998")
    edition.bibliography = Bibliography({"odd": odd, "untitled": work("untitled")})
    return edition


@pytest.fixture
def forms(placeless) -> CitationForms:
    printed = Printed()
    printed.start([*page_requests(placeless), *reference_requests(placeless)])
    return CitationForms(placeless, printed)


def test_of_a_page_address_day_and_paragraph_are_marked(forms, placeless):
    styles = forms.of_page(placeless.by_path["towers/stone.md"]).styles
    assert [form.style for form in styles] == list(STYLES)
    whole = (
        '1.1 Stone. <span class="cite-address">address of this page</span>'
        ' (<span class="cite-today" data-form="british">date of reading</span>)'
    )
    assert styles[0].reference == whole
    place = '<span class="cite-place" data-section=""></span>'
    assert styles[0].located == f"{whole}, para. {place}"


def test_numbers_of_a_work_are_not_taken_for_places(forms, placeless):
    form = forms.of_reference(placeless.bibliography["odd"]).styles[0]
    assert form.reference == "The year 9998. https://a.example/9998"


def test_a_work_without_a_title_has_formats_only(forms, placeless):
    found = forms.of_reference(placeless.bibliography["untitled"])
    assert found.styles == []
    assert [name for name, _text in found.formats] == ["BibTeX", "RIS", "CSL-JSON"]
