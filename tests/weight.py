"""What a reader's browser loads at the first view of each kind of page, compressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml.html import HtmlElement

from conftest import Site, parse_page

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


def kind_of(page: HtmlElement, path: str) -> str:
    """`text`, `overview` (of a section), `home`, or the name of the folder that the page is in."""
    if page.find_class("page-head"):
        return "text" if page.find_class("para") else "overview"
    return "home" if path == "index.html" else Path(path).parts[0].removesuffix(".html")


def first_view(site: Site, path: str) -> FirstView:
    """The page `path` below the site's folder and what its HTML makes a browser load."""
    page = parse_page(site.folder / path)
    links = (urljoin(site.base + path, link.partition("?")[0]) for link in page.xpath(LOADED))
    files = [path, *(link.removeprefix(site.base) for link in links if link[0] == "/")]
    sizes = {file: compressed((site.folder / file).read_bytes()) for file in files}
    return FirstView(path, kind_of(page, path), sizes)


def first_views(site: Site) -> Iterator[FirstView]:
    """Every page with an address of its own, and the page for an unknown one."""
    for address in site.addresses():
        yield first_view(site, f"{address}index.html")
    yield first_view(site, "404.html")
