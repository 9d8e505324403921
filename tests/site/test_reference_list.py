"""What stands below an entry of the list of references, on the page, in the book and in reviews."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.book.contents import make_book
from edition.book.plain_text import book_text
from edition.citing.formatter import Formatter
from edition.exports import exports_of
from edition.model import Edition
from edition.review.passages import work_passages
from edition.site.templates import macro

KEY = "bluebay2018lamp"
PRINTED = [
    "Author in the paper: Blue Bay.",
    "In the paper: “The Lamp which never Slept”.",
    "Printed after the entry: “and so to bed.”",
]
ANNOTATION = "The day is inferred."


@pytest.fixture
def annotated(overlay: Callable[..., Path], edition: Callable[[Path], Edition]) -> Edition:
    """The made-up paper with an entry of which much is said."""
    path = Path(__file__).parents[1] / "paper" / "bib" / "paper.bib"
    fields = (
        "userd = {Blue Bay},\n  usere = {and so to bed.},\n  annotation = {The day is inferred.},"
    )
    text = path.read_text("utf-8").replace("  usera =", f"  {fields}\n  usera =", 1)
    return edition(overlay({"bib/paper.bib": text}))


def test_the_page_says_what_is_printed_otherwise_and_what_is_inferred(annotated):
    entry = Formatter(annotated.bibliography)(annotated.bibliography[KEY])
    address = "Printed address: https://www.bluebay.example/2018/O5/04/lamp_1.html"
    said = macro("reference-body", "as_printed", entry).striptags()
    assert said == " ".join([*PRINTED, address, ANNOTATION])


def test_book_and_review_say_it_too(annotated):
    book = book_text(make_book(annotated, Formatter(annotated.bibliography))).decode()
    said = " ".join([*PRINTED, ANNOTATION, "Printed address:"])
    assert said in " ".join(book.split())
    (review,) = [
        passage.text for passage in work_passages(annotated, "bib/paper.bib") if passage.id == KEY
    ]
    assert " ".join([*PRINTED, "Printed address:"]) in review
    assert review.endswith(ANNOTATION)


def test_the_exported_list_has_the_annotation_and_not_the_printed_forms(annotated):
    for format in ("bib", "json", "ris"):
        data = exports_of(annotated)[f"downloads/references.{format}"]().decode()
        assert ANNOTATION in data
        assert "and so to bed" not in data
