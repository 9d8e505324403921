"""In: CSL-JSON items. Out: each in every style that the edition offers, formatted once and kept by content in .cache/."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..model.kept import Kept, code_digest, digest
from .citeproc import Formatted, Request, format_items, processor_version, style_digest
from .csl_json import CslItem

FOLDER = ".cache/citations"


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


def _key(request: Request, style: Style) -> str:
    """All that the result depends on: the item, its locator, the style's text, the locale, the processor and our own code."""
    item = json.dumps(request.item, sort_keys=True)
    return digest(code_digest(), processor_version(), style_digest(style.csl), style.locale_of(request.item), item, request.locator)


def _format(requests: Sequence[Request], style: Style, kept: Kept) -> list[Formatted]:
    adapted = [Request(style.adapt(request.item), request.locator) for request in requests]
    keys = [_key(request, style) for request in adapted]
    missing = {key: request for key, request in zip(keys, adapted, strict=True) if kept.take(key) is None}
    for locale in sorted({style.locale_of(request.item) for request in missing.values()}):
        here = {key: request for key, request in missing.items() if style.locale_of(request.item) == locale}
        for key, formatted in zip(here, format_items(list(here.values()), style.csl, locale), strict=True):
            kept.put(key, formatted)
    kept.save()
    return [Formatted(*kept.take(key)) for key in keys]


def format_in_styles(requests: Sequence[Request], root: Path, name: str = "sources") -> list[dict[str, Formatted]]:
    """For each request what each style makes of it, by the style's id. `root` is the project's folder; what was kept under another `name` stays."""
    said = [Request(_with_version(request.item), request.locator) for request in requests]
    with ThreadPoolExecutor() as pool:
        columns = list(pool.map(lambda style: _format(said, style, Kept(root / FOLDER / name / f"{style.id}.json")), STYLES))
    return [{style.id: column[at] for style, column in zip(STYLES, columns, strict=True)} for at in range(len(requests))]
