"""In: CSL-JSON items. Out: each in every style that the edition offers, formatted once and kept by content in .cache/."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from ..model.kept import code_digest, digest
from ..model.shelf import Shelf
from .citeproc import Formatted, Request, format_items, processor_version, style_digest
from .csl_json import CslItem

FOLDER = ".cache/citations"
InStyles = dict[str, Formatted]
"""What each style makes of a request, by the style's id."""


def _with_version(item: CslItem) -> CslItem:
    """Most styles print no version of a web page, but all print the name of the site."""
    if item["type"] != "webpage" or "version" not in item:
        return item
    name = "container-title" if "container-title" in item else "title"
    return {key: value for key, value in item.items() if key != "version"} | {name: f"{item[name]} (version {item['version']})"}


def _for_chicago(item: CslItem) -> CslItem:
    """The Chicago styles print nothing of a `document`; of a `report` without a number they print what is known, and no label."""
    return item | {"type": "report"} if item["type"] == "document" else item


def _for_harvard(item: CslItem) -> CslItem:
    """Cite Them Right calls an article of a journal a preprint where neither volume, issue nor pages are known."""
    bare = item["type"] == "article-journal" and not {"volume", "issue", "page"} & set(item)
    return item | {"type": "article-magazine"} if bare else item


def _for_gb(item: CslItem) -> CslItem:
    """GB/T 7714 cites a work in its own language, and its CSL style prints no name of a site."""
    title = item["title"]
    if item.get("language", "").startswith("zh"):
        title = item.get("original-title", title)
    if item["type"] == "webpage" and "version" in item.get("container-title", ""):
        title = f"{item['container-title']}: {title}"
    return item | {"title": title}


@dataclass(frozen=True)
class Style:
    """A style as offered: a short name, the name for readers, the file of the official CSL style, and its locale.

    `chinese` is the locale for works in Chinese, where it differs: a CSL style has one locale in a run, so that 等 and
    "et al." cannot stand in one run, but in two.
    """

    id: str
    name: str
    csl: str
    locale: str = "en-US"
    chinese: str = ""
    adapt: Callable[[CslItem], CslItem] = lambda item: item
    citation_name: str = "In the text"

    def locale_of(self, item: CslItem) -> str:
        return self.chinese if self.chinese and item.get("language", "").startswith("zh") else self.locale


STYLES = (
    Style("apa", "APA 7", "apa"),
    Style("mla", "MLA 9", "modern-language-association"),
    Style("chicago-notes", "Chicago 18, notes", "chicago-notes-bibliography", adapt=_for_chicago, citation_name="Note"),
    Style("chicago-author-date", "Chicago 18, author-date", "chicago-author-date", adapt=_for_chicago),
    Style("harvard", "Harvard (Cite Them Right 12)", "harvard-cite-them-right", locale="en-GB", adapt=_for_harvard),
    Style("ieee", "IEEE", "ieee"),
    Style("gb-t-7714", "GB/T 7714-2015", "china-national-standard-gb-t-7714-2015-numeric", chinese="zh-CN", adapt=_for_gb),
)


@cache
def _processing() -> str:
    """What tells one way of formatting from another: our own code, the processor, the texts of the styles."""
    return digest(code_digest(), processor_version(), *(style_digest(style.csl) for style in STYLES))


def _key(request: Request) -> str:
    """All that the result depends on."""
    return digest(_processing(), json.dumps(request.item, sort_keys=True), request.locator)


def _format(requests: Sequence[Request], style: Style) -> list[Formatted]:
    adapted = [Request(style.adapt(_with_version(request.item)), request.locator) for request in requests]
    done: dict[int, Formatted] = {}
    for locale in sorted({style.locale_of(request.item) for request in adapted}):
        here = {at: request for at, request in enumerate(adapted) if style.locale_of(request.item) == locale}
        done |= zip(here, format_items(list(here.values()), style.csl, locale), strict=True)
    return [done[at] for at in range(len(requests))]


def kept_in_styles(requests: Sequence[Request], root: Path, name: str) -> list[InStyles | None]:
    """As `format_in_styles`, for requests that have been formatted; None for any other."""
    with Shelf(root / FOLDER / f"{name}.db") as shelf:
        kept = [shelf.take(key, key) for key in map(_key, requests)]
    return [{id: Formatted(*formatted) for id, formatted in json.loads(content).items()} if content else None for content in kept]


def format_in_styles(requests: Sequence[Request], root: Path, name: str = "sources") -> list[InStyles]:
    """For each request what each style makes of it. `root` is the project's folder; what was kept under another `name` stays."""
    found = kept_in_styles(requests, root, name)
    missing = [at for at, kept in enumerate(found) if kept is None]
    with ThreadPoolExecutor() as pool:
        columns = list(pool.map(partial(_format, [requests[at] for at in missing]), STYLES))
    for at, row in zip(missing, zip(*columns, strict=True), strict=True):
        found[at] = {style.id: formatted for style, formatted in zip(STYLES, row, strict=True)}
    keys = list(map(_key, requests))
    with Shelf(root / FOLDER / f"{name}.db") as shelf:
        for at in missing:
            shelf.put(keys[at], keys[at], json.dumps(found[at]).encode())
        shelf.keep_only(keys)
    return found
