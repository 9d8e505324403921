"""What strangers' papers met, in small: each case laid over the least paper in tests/least."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import lxml.html
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.exceptions import PluginError
from PIL import Image

from conftest import LEAST, Site, build_site, make, overlay_paper
from edition.book.contents import make_book
from edition.book.epub import book_epub
from edition.book.pdf import compile_pdf
from edition.book.plain_text import book_text
from edition.checks import check_sources
from edition.citing.formatter import Formatter
from edition.model import Edition, Page
from edition.model.pages.annotation import AnnotatedPage
from edition.model.pages.citation import parse_in_text
from edition.review.passages import page_passages
from edition.site.context import Context
from edition.site.page_builder import complete_page
from hooks import make_files

HEAD = '---\ntitle: Salt\nsection: "{}"\ndescription: On salt.\n---\n\n# Salt\n\n'
CONFIG = (LEAST / "mkdocs.yml").read_text("utf-8")


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


LIST = (LEAST / "bib/paper.bib").read_text("utf-8")
TWO_LISTS = "bib/paper.bib:1: error: missing-file: the list of the works that the paper cites is not there. Rename 'bib/a.bib' or 'bib/b.bib', whichever it is."


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({"bib/references.bib": LIST}, []),
        ({"bib/a.bib": LIST, "bib/b.bib": ""}, [TWO_LISTS]),
    ],
)
def test_a_list_of_another_name_is_found_where_it_is_the_only_one(tmp_path, lists, expected):
    root = overlay_paper(tmp_path / "paper", {"bib/paper.bib": None, **lists}, LEAST)
    assert [str(problem) for problem in check_sources(Edition.load(root))] == expected


def test_a_paper_without_sections_is_in_the_books_whole(tmp_path: Path) -> None:
    page = HEAD.replace('section: "{}"\n', "") + "The sea is very salt.[@brine1919sea]\n"
    edition = Edition.load(overlay_paper(tmp_path / "paper", {"docs/index.md": page}, LEAST))
    text = book_text(make_book(edition, Formatter(edition.bibliography))).decode()
    assert "The sea is very salt." in text


def test_a_paper_in_a_folder_with_a_space_is_checked(tmp_path: Path) -> None:
    done = make("check", f"PAPER={overlay_paper(tmp_path / 'my paper', {}, LEAST)}")
    assert (done.returncode, done.stderr) == (0, "No problems.\n")


PAGES = yaml.safe_load(Path(__file__).with_name("pages.yml").read_text("utf-8"))
READS = [(name, words) for name, page in PAGES.items() for words in page.get("reads", ())]


@pytest.fixture(scope="module")
def edition_root(tmp_path_factory) -> Path:
    files: dict[str, str | bytes | None] = {
        f"docs/{name}.md": HEAD.format(at) + page["text"]
        for at, (name, page) in enumerate(PAGES.items(), start=2)
    }
    nav = "".join(f"  - {name}.md\n" for name in ["index", *PAGES, "works"])
    config = re.sub(r"nav:\n(?:  - .*\n)+", f"nav:\n{nav}", CONFIG)
    files |= {
        "mkdocs.yml": config,
        "docs/works.md": "---\ntitle: Works\ndescription: All.\n---\n\n# Works\n\n\\references\n",
        "docs/chart.png": picture(),
        "docs/draft.md": "# Draft\n\nAs told before.[@brine1919sea]\n",
        "docs/references.md": None,
        "docs/latin.md": "# Latin\n\nFür alle.\n".encode("latin-1"),
    }
    root = overlay_paper(tmp_path_factory.mktemp("cases") / "paper", files, LEAST)
    os.symlink("someone@host.123:456", root / "bib/.#paper.bib")
    os.symlink(".", root / "docs/loop")
    return root


@pytest.fixture(scope="module")
def site(edition_root: Path) -> Site:
    built = build_site(edition_root / "mkdocs.yml", edition_root / "built", "/")
    assert "Traceback" not in built.output
    return built


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *READS,
        ("draft", "As told before.[@brine1919sea]"),
        ("latin", "F\ufffdr alle."),
    ],
)
def test_a_page_reads_as_it_should(site: Site, name: str, text: str) -> None:
    assert text in site.article(f"{name}/").text_content().replace("\u00a0", " ")


def test_the_pictures_of_a_page_are_in_the_books(site: Site) -> None:
    with zipfile.ZipFile(site.folder / "downloads/edition.epub") as archive:
        (name,) = [name for name in archive.namelist() if "/picture-" in name]
        assert archive.read(name) == picture()
    assert b"/Subtype/Image" in (site.folder / "downloads/edition.pdf").read_bytes().replace(
        b" ", b""
    )
    text = (site.folder / "downloads/edition.txt").read_text("utf-8")
    assert "[Picture]\n\nFigure 1: A chart of salt, after" in text


def test_the_build_says_which_characters_the_pdf_lacks(site: Site) -> None:
    assert "downloads/edition.pdf: warning: no font has 'ภ'; it reads [U+…]." in site.output


def test_a_file_that_cannot_be_made_is_named_without_a_traceback() -> None:
    def refuse() -> bytes:
        return compile_pdf('#image("chart.png")', (2025, 4, 9), {}).data

    said = r"^'downloads/edition\.pdf' was not made: TypstError: file not found \(searched at .*\)$"
    with pytest.raises(PluginError, match=said):
        make_files({"downloads/edition.pdf": refuse})


def test_an_author_whom_the_text_names_is_a_part_of_it(edition_root: Path, site: Site) -> None:
    edition = Edition.load(edition_root)
    (paragraph,) = edition.by_path["named.md"].paragraphs
    assert paragraph.text == "Following Brine, as Brine adds."
    assert {citation.sentence for citation in paragraph.citations} == {paragraph.text}
    positions = AnnotatedPage(
        lxml.html.tostring(site.article("named/").find(".//p[@id='p1']"), encoding="unicode")
    ).positions(paragraph)
    assert "".join(position.holder[position.at] for position in positions) == paragraph.text


def test_a_review_reads_a_figure_as_the_site_does(edition_root: Path) -> None:
    edition = Edition.load(edition_root)
    shown = page_passages(edition, edition.by_path["figure.md"])
    assert "Figure 1: A chart of salt, after [1]." in [passage.text for passage in shown]


def test_links_lead_to_the_page_that_holds_the_list(site: Site) -> None:
    link = site.article("bracket/").find(".//a[@class='citation']")
    assert link.get("href") == "../works/#ref-brine1919sea"
    documents = site.article("works/").xpath(".//a[@class='cite-link' or @class='ris-link']/@href")
    assert documents == [f"../references/brine1919sea.{ending}" for ending in ("html", "ris")]


# The words of a page as Python-Markdown alone gives them.


_IN_A_WORD = set("b cite code del em i span strong sub u".split())
_MARKS = ("citation", "footnote", "note-mark", "noteref", "number", "pilcrow")


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def text_of(element: lxml.html.HtmlElement) -> str:
    """The text of an element, with a space at each border of a block or of a mark."""
    if not isinstance(element.tag, str):
        return ""
    kind = element.get("class") or ""
    is_link = element.tag == "a" and not kind.startswith(_MARKS)
    border = "" if is_link or (element.tag in _IN_A_WORD and not kind.startswith(_MARKS)) else " "
    inside = "".join(text_of(child) + (child.tail or "") for child in element)
    return f"{border}{element.text or ''}{inside}{border}"


def epub_words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return " ".join(text_of(lxml.html.fromstring(archive.read(part))) for part in parts)


def source_words(edition: Edition, page: Page) -> list[str]:
    """The words of a page's Markdown, without citations, directives and attributes of elements."""
    body = page.body
    for start in sorted({citation.start for citation in page.citations}, reverse=True):
        length = parse_in_text(body[start:])[1] or body[start:].index("]") + 1
        body = f"{body[:start]} · {body[start + length :]}"  # spaces alone may begin code
    body = re.sub(
        r"^\\[a-z-]+$|\\(?:emph|text[a-z]*)(?=\{)|\\(?:auto)?ref\{[^}]*\}|@fig:x|\\label\{[^}]*\}|^# .*$",
        "",
        body,
        flags=re.MULTILINE,
    )
    names = [*edition.project.extensions.names]
    html = Markdown(extensions=names).convert(body)
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for mark in root.xpath(".//sup[starts-with(@id, 'fnref')] | .//a[@class='footnote-backref']"):
        mark.drop_tree()
    return words_of(text_of(root))


def missing_from(words: list[str], text: str) -> str:
    """The first word that does not follow the others in a text; empty where all do."""
    found = iter(words_of(text))
    return next((word for word in words if word not in found), "")


def test_no_word_of_any_case_is_lost(edition_root: Path, site: Site) -> None:
    edition = Edition.load(edition_root)
    assert len(edition.pages) == len(PAGES) + 2
    assert words_lost(edition, edition.pages, site) == []


@pytest.mark.parametrize(("which", "as_built"), [("made_up", "built"), ("real", "published")])
def test_no_word_of_a_paper_is_lost(
    which: str, as_built: str, request: pytest.FixtureRequest
) -> None:
    edition: Edition = request.getfixturevalue(which)
    in_books = [page for page in edition.pages if page.section]
    assert words_lost(edition, in_books, request.getfixturevalue(as_built)) == []


def words_lost(edition: Edition, in_books: list[Page], site: Site) -> list[str]:
    """The first word that each page, and each in the books, has lost."""
    downloads = site.folder / "downloads"
    books = {
        "text": (downloads / "edition.txt").read_text("utf-8"),
        "epub": epub_words((downloads / "edition.epub").read_bytes()),
    }
    lost = []
    for page in edition.pages:
        words, texts = source_words(edition, page), {"page": text_of(site.article(page.address))}
        for name, text in (texts | books if page in in_books else texts).items():
            if word := missing_from(words, text):
                lost.append(f"{page.path} in {name}: {word}")
    return lost


PIECES = [
    "Salt.",
    "*Dawn* says",
    "[@brine1919sea]",
    "@brine1919sea [p. 3]",
    "[see @brine1919sea; and]",
    "[open",
    "`code @x`",
    "$a_1$",
    "H~2~O",
    "![alone](a.png)",
    "\\@not",
    "a@b.example",
    "[link](index.md)",
    "\n\n",
    "\n- item ",
    "\n    - below ",
    "\n> quoted ",
    "\n### Head\n",
    "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
    "\n\n<blockquote>raw <b>text</b> tail</blockquote>\n\n",
    "\n\nTerm\n:   meaning\n\n",
    "[^n]",
    "\n\n[^n]: Note.\n\n",
]


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_word_of_any_page_is_lost(tmp_path_factory, pieces: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any") / "paper"
    edition = Edition.load(
        overlay_paper(folder, {"docs/index.md": HEAD.format(1) + " ".join(pieces)}, LEAST)
    )
    page, formatter = edition.pages[0], Formatter(edition.bibliography)
    words = source_words(edition, page)
    completed = complete_page(Context(edition, formatter), page, page.html)
    html = lxml.html.fromstring(str(completed.html))
    book = make_book(edition, formatter)
    with zipfile.ZipFile(io.BytesIO(book_epub(book))) as archive:
        epub = text_of(lxml.html.fromstring(archive.read("EPUB/paper.xhtml")))
    assert missing_from(words, text_of(html)) == ""
    assert missing_from(words, epub) == ""
    assert missing_from(words, book_text(book).decode()) == ""
