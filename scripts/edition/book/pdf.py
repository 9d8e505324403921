"""In: the edition. Out: the book as a tagged PDF (PDF/UA-1), set by Typst from the fonts that its packages bring."""

from __future__ import annotations

import json
import re
import unicodedata
from calendar import timegm
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.book.pdf_links import Place, turn_links
from edition.book.typst_markup import text, typst_source
from edition.model import Edition

FONT_PACKAGES = ("fontpkg_amiri", "pylopdf_fonts_zh_cn")
"""Arabic script (Amiri, a Naskh: a Nastaliq reads right but copies wrong) and Chinese (Noto Serif SC). Latin, Greek and
Cyrillic are Libertinus Serif, which Typst itself brings. A package that is not there is done without: see `_without`."""

_STANDARD = "ua-1"
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


@cache
def _fonts() -> typst.Fonts:
    folders = [
        folder
        for name in FONT_PACKAGES
        if (spec := find_spec(name))
        for folder in spec.submodule_search_locations or []
    ]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def _script(character: str) -> str:
    """The first word of a character's Unicode name: `CJK`, `ARABIC`, `DEVANAGARI`."""
    return unicodedata.name(character, "").partition(" ")[0]


def _without(source: str, scripts: set[str]) -> str:
    """The source with the characters of some scripts given by number, and a sentence on the title page that says so."""
    replaced = "".join(
        f"[U+{ord(c):04X}]" if ord(c) > 0x2FF and _script(c) in scripts else c for c in source
    )
    said = "A character given by its Unicode number, [U+…], is one that no font at hand has."
    return replaced.replace('missing: ""', f"missing: {text(said)}")


def _set(source: str, stamp: int) -> tuple[bytes, list[Place]]:
    """The source set in type, and where its places are. Typst answers questions only about a file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.typ"
        file.write_text(source, encoding="utf-8")
        compiler = typst.Compiler(file, font_paths=_fonts())
        data = compiler.compile(format="pdf", pdf_standards=[_STANDARD], timestamp=stamp)
        return data, [
            Place(*place)
            for place in json.loads(compiler.query("<places>", field="value", one=True))
        ]


def compile_pdf(source: str, day: tuple[int, int, int]) -> bytes:
    """Set `source` in type; the same bytes for the same source, Typst and fonts.

    Raises typst.TypstError where Typst refuses the source for another reason than a missing glyph, and KeyError where a
    link leads to a place that is not there.
    """
    stamp, missing = timegm((*day, 0, 0, 0)), set()
    while True:
        try:
            whole = _without(source, missing) if missing else source
            return turn_links(*_set(whole, stamp))
        except typst.TypstError as error:
            found = {
                _script(c) for c in "".join(_UNDISPLAYED.findall(str(error))) if ord(c) > 0x2FF
            } - missing
            if not found:
                raise
            missing |= found


def book_pdf(book: Book) -> bytes:
    return compile_pdf(typst_source(book), book.day)


def edition_pdf(edition: Edition) -> bytes:
    """The whole edition, to be printed (A5, or two pages on a sheet of A4) or read on a screen."""
    return book_pdf(make_book(edition))
