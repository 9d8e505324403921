"""Sets the book as a tagged PDF (PDF/UA-1) with Typst."""

from __future__ import annotations

import json
import re
import unicodedata
from calendar import timegm
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import typst

from edition.book.pdf_links import Place, name_links
from edition.cache import Cache, fingerprint

FONTS = ("fontpkg_amiri", "pylopdf_fonts_ko", "pylopdf_fonts_zh_cn")
"""Packages of fonts.

Amiri is for Arabic script (a Naskh: from a PDF with a Nastaliq face words are copied wrong), Noto
Serif SC for Chinese, Noto Serif KR for Korean. Latin, Greek and Cyrillic are in Libertinus Serif,
which Typst itself brings. A package may be missing: see `_replace_scripts`.
"""

CACHED = "edition.pdf"
"""The name in the cache: a line with the characters that it cannot print, then the PDF."""

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_NOT_LATIN = re.compile("[^\\0-\u02ff]")


class Pdf(NamedTuple):
    """A PDF, and a character of each script that no font has: those read `[U+0E20]` in it."""

    data: bytes
    unprinted: str = ""


def cached_pdf(
    cache: Cache, source: str, day: tuple[int, int, int], pictures: Mapping[str, bytes]
) -> Pdf:
    """The PDF of a Typst source, from the cache if it was made of the same before.

    The names of the pictures, which the source has, are made of their bytes.
    """
    inputs = fingerprint(source, str(day), *versions())
    cached = cache.get(CACHED, inputs)
    if cached is not None:
        unprinted, _, data = cached.partition(b"\n")
        return Pdf(data, unprinted.decode())
    made = compile_pdf(source, day, pictures)
    cache.set(CACHED, inputs, made.unprinted.encode() + b"\n" + made.data)
    return made


def compile_pdf(source: str, day: tuple[int, int, int], pictures: Mapping[str, bytes]) -> Pdf:
    """The PDF of a Typst source with its pictures, dated `day`.

    The same source, Typst and fonts make the same bytes.

    PDF/UA allows no character without a glyph, and Typst tells only some of them at a time. So it
    is called again, without the scripts that had none, until it finds no more.

    Raises typst.TypstError where Typst refuses the source for another reason, and KeyError where a
    link leads to a place that is not there.
    """
    timestamp = timegm((*day, 0, 0, 0))
    missing: set[str] = set()
    while True:
        printable, examples = _replace_scripts(source, missing)
        try:
            data, places = _run_typst(printable, timestamp, pictures)
            return Pdf(name_links(data, places), examples)
        except typst.TypstError as error:
            undisplayed = "".join(_NO_GLYPH.findall(str(error)))
            found = set(map(_script, _NOT_LATIN.findall(undisplayed)))
            if found <= missing:
                raise
            missing |= found


def versions() -> list[str]:
    """The versions of the packages that the bytes of a PDF depend on."""
    packages = ["pikepdf", "typst", *filter(find_spec, FONTS)]
    return [f"{package} {version(package)}" for package in packages]


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the packages that are there, and those that Typst brings."""
    specs = filter(None, map(find_spec, FONTS))
    folders = [folder for spec in specs for folder in spec.submodule_search_locations or ()]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _run_typst(
    source: str, timestamp: int, pictures: Mapping[str, bytes]
) -> tuple[bytes, list[Place]]:
    """The PDF, and the places in it. Typst answers queries only about a file on disk."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "book.typ"
        file.write_text(source, encoding="utf-8")
        for name, picture in pictures.items():
            (Path(folder) / name).write_bytes(picture)
        compiler = typst.Compiler(file, font_paths=_fonts())
        data = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
        places = json.loads(compiler.query("<places>", field="value", one=True))
    assert isinstance(data, bytes)
    return data, [Place(*place) for place in places]


def _script(character: str) -> str:
    """The first word of a character's Unicode name: `CJK`, `ARABIC`, `DEVANAGARI`."""
    return unicodedata.name(character, "").partition(" ")[0]


def _replace_scripts(source: str, scripts: set[str]) -> tuple[str, str]:
    """The source with characters of these scripts as `[U+0915]`; its title page explains that.

    And the first character of each of these scripts.
    """
    if not scripts:
        return source, ""
    examples: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        script = _script(match[0])
        if script not in scripts:
            return match[0]
        examples.setdefault(script, match[0])
        return f"[U+{ord(match[0]):04X}]"

    text = _NOT_LATIN.sub(replace, source).replace("unprintable: false", "unprintable: true")
    return text, "".join(examples.values())
