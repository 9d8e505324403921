"""The PDF is tagged, named and bookmarked, its links lead to places, and its words can be
copied.
"""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from edition.book.chapter import Book
from edition.book.pdf import compile_pdf
from edition.book.typst_markup import Writer, string, typst_source
from edition.language.html_fragment import parse_fragment


@pytest.fixture(scope="module")
def data(book: Book) -> bytes:
    return compile_pdf(typst_source(book), book.day, {}).data


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def places(pdf: pikepdf.Pdf) -> pikepdf.NameTree:
    return pikepdf.NameTree(pdf.Root.Names.Dests)


@pytest.fixture(scope="module")
def numbers(pdf: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """The number of each page, by the object that a link names."""
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def read(data: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return " ".join(" ".join(pages).split())


def test_the_pdf_says_what_pdf_ua_asks(pdf, made_up):
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == made_up.paper.edition.title
        assert "Readers of the Outer Isles" in str(metadata["dc:creator"])
        assert not any(author.name in str(metadata) for author in made_up.paper.authors)


def test_the_sections_are_bookmarks(pdf):
    with pdf.open_outline() as outline:
        towers = next(item for item in outline.root if item.title.endswith("Towers"))
        assert [child.title.split()[-1] for child in towers.children] == ["Stone", "Oil"]


def test_links_lead_to_named_places_or_to_the_web(pdf, places, numbers):
    links = [link for page in pdf.pages for link in page.get("/Annots", ())]
    # From a note's mark to its note Typst links without a name.
    within = [link for link in links if isinstance(link.get("/Dest"), pikepdf.String)]
    assert within
    for link in within:
        page = numbers[places[str(link.Dest)][0].objgen]
        assert str(link.Contents).endswith(f"page {page + 1}")  # what a screen reader says of it
    addresses = {str(link.A.URI).partition(":")[0] for link in links if "/A" in link}
    assert addresses <= {"http", "https"}


def test_a_place_is_where_its_words_stand(data, places, numbers, book):
    pages = pypdfium2.PdfDocument(data)
    (references,) = [chapter for chapter in book.chapters if chapter.id == "references"]
    for work in references.body.iter("li"):
        page, _, _, top, _ = places[work.get("id")]
        text = pages[numbers[page.objgen]].get_textpage()
        found = text.get_text_bounded(top=float(top), bottom=float(top) - 25)
        assert " ".join(work.text_content().split())[:12] in " ".join(found.split()), work.get("id")


def test_every_chapter_and_paragraph_is_a_named_place(places, book):
    ids = [chapter.id for chapter in book.chapters]
    for body in book.bodies:
        ids += body.xpath(".//p[@class='paragraph']/@id")
    assert len(ids) > len(book.chapters)
    assert [id for id in ids if id not in places] == []


def test_a_link_to_a_place_that_is_not_there_is_refused(book):
    source = typst_source(book) + '#place-link("nowhere")[there]'
    with pytest.raises(KeyError, match="nowhere"):
        compile_pdf(source, (2025, 4, 9), {})


def test_words_in_chinese_and_urdu_can_be_copied(data, made_up):
    found = read(data)
    assert "不眠的灯" in found
    forms = [form.text for name in made_up.names for form in name.forms if form.lang == "ur"]
    assert forms
    # Each word is whole. The order of words from right to left is the reader's matter: some
    # programs get it wrong.
    assert [word for word in " ".join(forms).split() if word not in found] == []
    assert not set("\u202a\u202b\u202c") & set(found)


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<span lang="ur" dir="rtl">نور</span>', '#in-language("ur", "rtl")[#"نور";];'),
        (
            '<span lang="ur" dir="rtl">(ن) نور</span>',
            '#in-language("ur", "rtl")[#"\u200f";#"(ن) نور";];',
        ),
        (
            '<span lang="ur" dir="rtl">نور 24</span>',
            '#in-language("ur", "rtl")[#"نور 24";#"\u200f";];',
        ),
        ('<span class="unbroken">X-1</span>', '#box()[#"X-1";];'),
        ('a "b" \\ #c', r'#"a \"b\" \\ #c";'),
    ],
)
def test_what_is_written_for_typst(html, written, book):
    assert Writer(book).content(parse_fragment(html)) == written


def test_a_script_without_a_font_is_given_by_number_and_said_so(book):
    source = typst_source(book) + f"#{string('A smile: 🙂.')};"
    made = compile_pdf(source, (2025, 4, 9), {})
    found = read(made.data)
    assert made.unprinted == "🙂"
    assert "[U+1F642]" in found
    assert "is one that no font at hand has" in found


def test_a_link_in_the_head_of_a_long_table(book):
    head = '<thead><tr><th><a href="https://oil.example/">Oil</a></th></tr></thead>'
    table = parse_fragment(f"<table>{head}<tbody>{'<tr><td>Seal</td></tr>' * 150}</tbody></table>")
    source = typst_source(book) + Writer(book).content(table)
    assert "Seal Seal" in read(compile_pdf(source, book.day, {}).data)
