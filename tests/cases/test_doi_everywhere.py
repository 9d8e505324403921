"""A DOI is shown and linked wherever a reader or a program meets the work."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from cases.test_bibliography import overlay_case
from conftest import Site, build_site

DOI = "10.5555/12345678"
ADDRESS = f"https://doi.org/{DOI}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = overlay_case(tmp_path_factory.mktemp("doi") / "paper", "fields-shown")
    return build_site(root / "mkdocs.yml", root.parent / "site", "/some-repo/")


@pytest.mark.parametrize("page", ["", "references/"])
def test_a_page_links_it_and_shows_it(site, page):
    assert site.code == 0, site.output
    links = site.article(page).xpath(f"//a[@href='{ADDRESS}']")
    assert [link.text_content() for link in links] == [ADDRESS]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("references/brine1919sea.html", f'href="{ADDRESS}"'),
        ("references/brine1919sea.ris", f"DO  - {DOI}\n"),
        ("downloads/references.ris", f"DO  - {DOI}\n"),
        ("downloads/references.bib", f"doi = {{{DOI}}}"),
        ("downloads/references.json", f'"DOI": "{DOI}"'),
        ("downloads/edition.txt", ADDRESS),
        ("llms.txt", f"({ADDRESS})"),
        ("index.json", f'"DOI": "{DOI}"'),
        ("index.html", f'"sameAs":"{ADDRESS}"'),
        ("search/search_index.json", DOI),
    ],
)
def test_a_file_has_it(site, file, text):
    assert text in (site.folder / file).read_text("utf-8")


def test_the_books_link_it(site):
    with zipfile.ZipFile(site.folder / "downloads/edition.epub") as epub:
        pages = [epub.read(name).decode() for name in epub.namelist() if name.endswith("html")]
    assert any(f'href="{ADDRESS}"' in page for page in pages)
    with pikepdf.open(io.BytesIO((site.folder / "downloads/edition.pdf").read_bytes())) as pdf:
        links = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        ]
    assert ADDRESS in links
