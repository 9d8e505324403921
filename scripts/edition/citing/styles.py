"""The citation styles that the edition forms, and what each makes of CSL-JSON items.

pandoc formats them: in one run for each style and locale, beside the rest of the build. What it made is kept in the disk
cache, so that a build formats only what is new.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from edition.cache import Cache, fingerprint
from edition.citing.citeproc import Formatted, Request, format_items, processor_version, style_text
from edition.citing.csl_json import CslItem

CACHE_NAME = "citations.json"
InStyles = dict[str, Formatted]
"""What each style makes of a request, by the style's id."""


def _with_version(item: CslItem) -> CslItem:
    """Most styles print no version of a web page, but all print the name of the site."""
    if item["type"] != "webpage" or "version" not in item:
        return item
    name = "container-title" if "container-title" in item else "title"
    return {key: value for key, value in item.items() if key != "version"} | {
        name: f"{item[name]} (version {item['version']})"
    }


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
        return (
            self.chinese
            if self.chinese and item.get("language", "").startswith("zh")
            else self.locale
        )


STYLES = (
    Style("apa", "APA 7", "apa"),
    Style("mla", "MLA 9", "modern-language-association"),
    Style(
        "chicago-notes",
        "Chicago 18, notes",
        "chicago-notes-bibliography",
        adapt=_for_chicago,
        citation_name="Note",
    ),
    Style(
        "chicago-author-date", "Chicago 18, author-date", "chicago-author-date", adapt=_for_chicago
    ),
    Style(
        "harvard",
        "Harvard (Cite Them Right 12)",
        "harvard-cite-them-right",
        locale="en-GB",
        adapt=_for_harvard,
    ),
    Style("ieee", "IEEE", "ieee"),
    Style(
        "gb-t-7714",
        "GB/T 7714-2015",
        "china-national-standard-gb-t-7714-2015-numeric",
        chinese="zh-CN",
        adapt=_for_gb,
    ),
)


def _adapted(request: Request, style: Style) -> Request:
    """The request as this style is to format it."""
    return request._replace(item=style.adapt(_with_version(request.item)))


@cache
def _program() -> str:
    """The fingerprint of the processor and the styles."""
    return fingerprint(processor_version(), *(style_text(style.csl) for style in STYLES))


class StyledCitations:
    """Requests formatted in every style.

    `start` has pandoc begin with those that are not in the cache, and returns at once: pandoc needs about a millisecond
    for each request and style, in processes of its own, while this one renders pages. `get` waits for it.
    """

    def __init__(self, disk_cache: Cache) -> None:
        self._cache = disk_cache
        kept = disk_cache.get(CACHE_NAME, _program())
        self._known: dict[str, list[str]] = json.loads(kept) if kept else {}
        self._used: dict[str, list[str]] = {}
        self._pool = ThreadPoolExecutor()
        self._runs: list[tuple[list[str], Future[list[Formatted]]]] = []

    def start(self, requests: Iterable[Request]) -> None:
        """Begin to format the requests, in one run of pandoc for each style and locale."""
        runs: dict[tuple[str, str], dict[str, Request]] = defaultdict(dict)
        for request in requests:
            for style in STYLES:
                adapted = _adapted(request, style)
                key = _key(adapted, style)
                if key in self._known:
                    self._used[key] = self._known[key]
                else:
                    runs[style.csl, style.locale_of(adapted.item)][key] = adapted
        # The run with most to do goes first, so that none is left over for the end.
        for (csl, locale), missing in sorted(runs.items(), key=lambda run: -len(run[1])):
            future = self._pool.submit(format_items, list(missing.values()), csl, locale)
            self._runs.append((list(missing), future))

    def get(self, request: Request) -> InStyles:
        """What each style makes of a request that was started. Raises RuntimeError if pandoc fails."""
        self._finish()
        keys = {style.id: _key(_adapted(request, style), style) for style in STYLES}
        return {name: Formatted(*self._used[key]) for name, key in keys.items()}

    def _finish(self) -> None:
        """Wait for what was started, and keep it."""
        if not self._runs:
            return
        for keys, future in self._runs:
            self._used |= zip(keys, map(list, future.result()), strict=True)
        self._runs = []
        self._known |= self._used
        self._cache.set(CACHE_NAME, _program(), json.dumps(self._used, sort_keys=True).encode())


def _key(adapted: Request, style: Style) -> str:
    """The fingerprint of everything that the result follows from, but the programs."""
    return fingerprint(
        style.csl,
        style.locale_of(adapted.item),
        json.dumps(adapted.item, sort_keys=True),
        adapted.locator,
    )
