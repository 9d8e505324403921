"""The PDF is tagged, named and bookmarked, its links lead to places, and its words can be copied."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from edition.book.chapter import Book, parse
from edition.book.pdf import compile_pdf
from edition.book.pdf_links import Place, name_links
from edition.book.typst_markup import content_writer, string, typst_source
from edition.model import Edition


@pytest.fixture(scope="module")
def data(book: Book) -> bytes:
    return compile_pdf(typst_source(book), book.day).data


@pytest.fixture(scope="module")
def pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def read(data: bytes) -> str:
    return " ".join(
        " ".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)
        ).split()
    )


def test_the_pdf_says_what_pdf_ua_asks(pdf: pikepdf.Pdf, made_up: Edition) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == made_up.paper.edition.title
        assert "Readers of the Outer Isles" in str(metadata["dc:creator"])
        assert not any(author.name in str(metadata) for author in made_up.paper.authors)


def test_the_sections_are_bookmarks(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        towers = next(item for item in outline.root if item.title.endswith("Towers"))
        assert [child.title.split()[-1] for child in towers.children] == ["Stone", "Oil"]


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [link for page in pdf.pages for link in page.get("/Annots", ())]


def test_links_within_the_book_go_to_named_places(pdf: pikepdf.Pdf) -> None:
    places = pikepdf.NameTree(pdf.Root.Names.Dests)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    within = [
        link for link in links(pdf) if isinstance(link.get("/Dest"), pikepdf.String)
    ]  # from a note's mark to its note Typst links without a name
    assert within
    for link in within:
        page = places[str(link.Dest)][0]
        assert str(link.Contents).endswith(
            f"page {numbers[page.objgen]}"
        )  # what a screen reader says of it
    assert {str(link.A.URI).partition(":")[0] for link in links(pdf) if "/A" in link} <= {
        "http",
        "https",
    }


def test_a_place_is_where_its_words_stand(data: bytes, pdf: pikepdf.Pdf, book: Book) -> None:
    places, read_by = pikepdf.NameTree(pdf.Root.Names.Dests), pypdfium2.PdfDocument(data)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    works = [
        item
        for chapter in book.chapters
        for item in chapter.body.xpath("//ul[@class='works']/li[@id]")
    ]
    assert works
    for work in works:
        page, _, _, top, _ = places[work.get("id")]
        found = (
            read_by[numbers[page.objgen]]
            .get_textpage()
            .get_text_bounded(top=float(top), bottom=float(top) - 25)
        )
        assert " ".join(work.text_content().split())[:12] in " ".join(found.split()), work.get("id")


def test_every_anchor_of_the_book_is_a_named_place(pdf: pikepdf.Pdf, book: Book) -> None:
    places = pikepdf.NameTree(pdf.Root.Names.Dests)
    ids = {
        id
        for chapter in book.chapters
        for id in [chapter.id, *chapter.body.xpath("//p[@class='paragraph']/@id")]
    }
    assert ids
    assert [id for id in ids if id not in places] == []


def test_a_link_to_a_place_that_is_not_there_is_refused(book: Book) -> None:
    source = typst_source(book) + '#place-link("nowhere")[there]'
    with pytest.raises(KeyError, match="nowhere"):
        compile_pdf(source, (2025, 4, 9))


def test_links_are_turned_where_a_document_has_no_names_yet() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(420, 595))
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="place:here")
    page.Annots = pikepdf.Array(
        [
            pdf.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
            )
        ]
    )
    pdf.save(whole := io.BytesIO())
    with pikepdf.open(
        io.BytesIO(name_links(whole.getvalue(), [Place("here", 1, 50.0, 100.0)]))
    ) as turned:
        (link,) = links(turned)
        assert (str(link.Dest), str(link.Contents), "/A" in link) == ("here", "page 1", False)
        assert [
            float(number) for number in list(pikepdf.NameTree(turned.Root.Names.Dests)["here"])[2:]
        ] == [50, 505, 0]


def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    described = [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(item.keys()) for item in described)


def test_words_in_chinese_and_urdu_can_be_copied(data: bytes, made_up: Edition) -> None:
    found = read(data)
    assert "不眠的灯" in found
    forms = [form.text for name in made_up.names for form in name.forms if form.lang == "ur"]
    assert forms
    # Each word is whole. The order of words from right to left is the reader's matter: some programs get it wrong.
    assert [word for form in forms for word in form.split() if word not in found] == []
    assert not set("\u202a\u202b\u202c") & set(found)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("نور", '#foreign("ur", "rtl")[#"نور";];'),
        ("(ن) نور", '#foreign("ur", "rtl")[#"\u200f";#"(ن) نور";];'),
        ("نور 24", '#foreign("ur", "rtl")[#"نور 24";#"\u200f";];'),
    ],
)
def test_a_bracket_or_a_number_at_the_border_of_urdu_belongs_to_it(
    words: str, written: str, book: Book
) -> None:
    (span,) = parse(f'<span lang="ur" dir="rtl">{words}</span>')
    assert content_writer(book)(span) == written


def test_a_designation_is_not_divided(book: Book) -> None:
    (span,) = parse('<span class="unbroken">X-1</span>')
    assert content_writer(book)(span) == '#box()[#"X-1";];'


def test_the_same_sources_make_the_same_bytes(data: bytes, book: Book) -> None:
    assert compile_pdf(typst_source(book), book.day).data == data


def test_a_script_without_a_font_is_given_by_number_and_said_so(book: Book) -> None:
    source = typst_source(book) + f"#{string('A smile: 🙂.')};"
    made = compile_pdf(source, (2025, 4, 9))
    found = read(made.data)
    assert made.unprinted == "🙂"
    assert "[U+1F642]" in found
    assert "is one that no font at hand has" in found


def test_what_typst_reads_as_markup_is_text() -> None:
    assert string('a "b" \\ #c') == '"a \\"b\\" \\\\ #c"'


def test_a_link_in_the_head_of_a_long_table(book: Book) -> None:
    head = '<thead><tr><th><a href="https://oil.example/">Oil</a></th></tr></thead>'
    (table,) = parse(f"<table>{head}<tbody>{'<tr><td>Seal</td></tr>' * 150}</tbody></table>")
    source = typst_source(book) + content_writer(book)(table)
    assert "Seal Seal" in read(compile_pdf(source, book.day).data)
