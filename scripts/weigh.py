"""In: a built edition, a folder. Out: what a reader's browser loads at the first view of each kind of page, part by part, in compressed bytes.

A part is compressed as a host would, on its own: the parts of a page add up to a little more than the page.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

LOADED = "//link[@rel='stylesheet' or @rel='icon' or @rel='manifest' or @rel='preload']/@href | //*[self::script or self::img or self::source]/@src"
# What stands in a page beside its text: how each part of it is found. What is meant for programs alone is the last two.
PARTS = {
    "contents": "//nav[@id='contents']",
    "notes": "//section[contains(@class, 'page-notes')]",
    "terms": "//section[contains(@class, 'page-terms')]",
    "sources": "//section[contains(@class, 'works-cited')]",
    "Cite this page": "//details[contains(@class, 'cite') and @id]",
    "for programs": "//head/meta[@name or @property] | //head/link[@rel='alternate' or @rel='describedby' or @rel='cite-as'] | //head/script[@type]",
    "for reference managers": "//span[@class='Z3988']",
}
USAGE = "usage: weigh.py FOLDER, the built edition; `make weigh` builds it first"


def compressed(content: bytes) -> int:
    """Bytes of `content` in gzip's strongest form. Versions of zlib differ by a hundredth or two."""
    return len(zlib.compress(content, 9, wbits=31))


@dataclass(frozen=True)
class FirstView:
    """What the first view of a page asks for: the bytes of each file, compressed, by its path below the site's folder."""

    page: str
    kind: str
    files: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.files.values())


def parse_page(file: Path) -> HtmlElement:
    return lxml.html.document_fromstring(
        file.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def kind_of(page: HtmlElement, path: str) -> str:
    """A page of the text, the overview of a section, or the name of the folder that it stands in."""
    if page.find_class("page-head"):
        return "text" if page.find_class("para") else "overview"
    return Path(path).parts[0].removesuffix(".html") if path != "index.html" else "home"


def _file(folder: Path, page: Path, address: str) -> Path:
    """The file at an address as written in a page. An address from the host's root begins with the path under which the site will stand."""
    if not address.startswith("/"):
        return page.parent / address
    names = Path(address).parts[1:]
    below = (folder.joinpath(*names[first:]) for first in range(len(names)))
    return next((file for file in below if file.is_file()), folder.joinpath(*names))


def first_view(folder: Path, path: str) -> FirstView:
    """The file `path` below `folder` and what its HTML makes a browser load. FileNotFoundError for a file that is not there."""
    folder = folder.resolve()
    page = parse_page(folder / path)
    addresses = dict.fromkeys(
        address.split("?")[0] for address in page.xpath(LOADED) if not address.startswith("data:")
    )
    files = dict.fromkeys(_file(folder, folder / path, address).resolve() for address in addresses)
    paths = [path, *(file.relative_to(folder).as_posix() for file in files)]
    return FirstView(
        path,
        kind_of(page, path),
        {path: compressed((folder / path).read_bytes()) for path in paths},
    )


def first_views(folder: Path) -> Iterator[FirstView]:
    """Every page with an address of its own, and the page for an unknown one."""
    for file in sorted(folder.rglob("index.html")) + sorted(folder.glob("404.html")):
        yield first_view(folder, file.relative_to(folder).as_posix())


def heaviest(views: Iterator[FirstView]) -> list[FirstView]:
    """The page of each kind that weighs most; the heaviest kind first."""
    found: dict[str, FirstView] = {}
    for view in views:
        found[view.kind] = max(view, found.get(view.kind, view), key=lambda one: one.total)
    return sorted(found.values(), key=lambda view: -view.total)


def parts_of_page(file: Path) -> dict[str, int]:
    """What each of PARTS adds to a page: the page compressed with it, less the page without it."""
    whole, found = compressed(lxml.html.tostring(parse_page(file))), {}
    for name, where in PARTS.items():
        page = parse_page(file)
        for element in page.xpath(where):
            element.drop_tree()
        found[name] = whole - compressed(lxml.html.tostring(page))
    return found


def rows(folder: Path) -> Iterator[tuple[str, list[int | str]]]:
    """The lines of the three tables; a line without figures is the head of one."""
    views = heaviest(first_views(folder))
    yield (
        "First view, the heaviest page of each kind",
        ["total", "files", "HTML", "CSS", "scripts", "icons", "page"],
    )
    for view in views:
        kinds = [
            sum(size for path, size in view.files.items() if path.endswith(end))
            for end in (".html", ".css", ".js", (".svg", ".png", ".webmanifest"))
        ]
        yield view.kind, [view.total, len(view.files), *kinds, view.page]
    yield "Of its HTML", list(PARTS)
    for view in views:
        yield view.kind, list(parts_of_page(folder / view.page).values())
    yield "Of style sheets and scripts, and on demand", ["bytes"]
    asked = dict.fromkeys(
        path for view in views for path in view.files if path.endswith((".css", ".js"))
    )
    for path in asked:
        yield path, [compressed((folder / path).read_bytes())]
    for path in ("assets/search.js", "search/search_index.js"):
        if (folder / path).exists():
            yield f"{path}, at the first search", [compressed((folder / path).read_bytes())]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0], "index.html").is_file():
        print(USAGE, file=sys.stderr)
        return 2
    for name, figures in rows(Path(arguments[0])):
        head = not any(isinstance(figure, int) for figure in figures)
        cells = "".join(
            f"{figure:>{max(9, len(str(figure)) + 2)}}"
            if isinstance(figure, str)
            else f"{figure:>9}"
            for figure in figures
        )
        print(f"{chr(10) if head else ''}{name:<46}{cells}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
