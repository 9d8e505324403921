"""What a reader's browser loads at the first view of each kind of page, compressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

LOADED = """
//link[@rel='stylesheet' or @rel='icon' or @rel='manifest' or @rel='preload']/@href
| //*[self::script or self::img or self::source]/@src
"""


@dataclass(frozen=True)
class FirstView:
    """A page, and the compressed size of each file that its first view loads, by path."""

    page: str
    kind: str
    files: dict[str, int]

    def size(self, ending: str = "") -> int:
        """The size of the files whose names end so."""
        return sum(size for path, size in self.files.items() if path.endswith(ending))


def compressed(content: bytes) -> int:
    """The size in gzip's strongest form. Versions of zlib differ by a hundredth or two."""
    return len(zlib.compress(content, 9, wbits=31))


def parse_page(file: Path) -> HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(file.read_bytes(), parser=parser)


def kind_of(page: HtmlElement, path: str) -> str:
    """`text`, `overview` (of a section), `home`, or the name of the folder that the page is in."""
    if page.find_class("page-head"):
        return "text" if page.find_class("para") else "overview"
    return "home" if path == "index.html" else Path(path).parts[0].removesuffix(".html")


def first_view(folder: Path, path: str) -> FirstView:
    """The page `path` below `folder` and what its HTML makes a browser load."""
    folder = folder.resolve()
    page = parse_page(folder / path)
    files = dict.fromkeys([folder / path])
    for address in page.xpath(LOADED):
        if not address.startswith("data:"):
            files[_file(folder, folder / path, address.partition("?")[0])] = None
    sizes = {file.relative_to(folder).as_posix(): compressed(file.read_bytes()) for file in files}
    return FirstView(path, kind_of(page, path), sizes)


def _file(folder: Path, page: Path, address: str) -> Path:
    """The file at an address as written in a page.

    An address from the host's root begins with the path under which the site will stand.
    """
    if not address.startswith("/"):
        return (page.parent / address).resolve()
    names = Path(address).parts[1:]
    below = [folder.joinpath(*names[first:]) for first in range(len(names))]
    return next((file for file in below if file.is_file()), below[0])


def first_views(folder: Path) -> Iterator[FirstView]:
    """Every page with an address of its own, and the page for an unknown one."""
    for file in sorted(folder.rglob("index.html")) + sorted(folder.glob("404.html")):
        yield first_view(folder, file.relative_to(folder).as_posix())
