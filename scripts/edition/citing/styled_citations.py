"""Formats items in every style: by pandoc, beside the rest of the build, with a disk cache.

pandoc runs once for each style and locale. What it made is cached, so that a build formats only
what is new.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from edition.cache import Cache, fingerprint
from edition.citing.citeproc import Formatted, Request, format_items, processor_version, style_text
from edition.citing.styles import STYLES, Style

CACHE_NAME = "citations.json"

InStyles = dict[str, Formatted]
"""What each style makes of a request, by the style's id."""


@cache
def _programs() -> str:
    """The fingerprint of the processor and the styles."""
    return fingerprint(processor_version(), *(style_text(style.csl) for style in STYLES))


def _adapted(request: Request, style: Style) -> Request:
    return Request(style.adapted(request.item), request.locator)


def _key(adapted: Request, style: Style) -> str:
    """The fingerprint of everything that a result follows from, apart from the programs."""
    item = json.dumps(adapted.item, sort_keys=True)
    return fingerprint(style.csl, style.locale_of(adapted.item), item, adapted.locator)


class StyledCitations:
    """Requests formatted in every style.

    `start` has pandoc begin with those that are not in the cache, and returns at once: pandoc needs
    about a millisecond for each request and style, in processes of its own, while this one renders
    pages. `get` waits for it.
    """

    def __init__(self, disk_cache: Cache) -> None:
        self._cache = disk_cache
        cached = disk_cache.get(CACHE_NAME, _programs())
        self._cached: dict[str, list[str]] = json.loads(cached) if cached else {}
        self._results: dict[str, list[str]] = {}
        self._threads = ThreadPoolExecutor()
        self._runs: list[tuple[list[str], Future[list[Formatted]]]] = []

    def start(self, requests: Iterable[Request]) -> None:
        """Begin to format the requests."""
        missing: dict[tuple[str, str], dict[str, Request]] = defaultdict(dict)
        for request in requests:
            for style in STYLES:
                adapted = _adapted(request, style)
                key = _key(adapted, style)
                if key in self._cached:
                    self._results[key] = self._cached[key]
                else:
                    missing[style.csl, style.locale_of(adapted.item)][key] = adapted
        # The longest run goes first, so that no processor waits for it at the end.
        for (csl, locale), by_key in sorted(missing.items(), key=lambda run: -len(run[1])):
            future = self._threads.submit(format_items, list(by_key.values()), csl, locale)
            self._runs.append((list(by_key), future))

    def get(self, request: Request) -> InStyles:
        """What each style makes of a request that was started.

        Raises RuntimeError if pandoc fails.
        """
        self._finish()
        found = {}
        for style in STYLES:
            key = _key(_adapted(request, style), style)
            found[style.id] = Formatted(*self._results[key])
        return found

    def _finish(self) -> None:
        """Wait for the runs, and cache their results with those that were read from the cache."""
        if not self._runs:
            return
        for keys, future in self._runs:
            self._results |= zip(keys, map(list, future.result()), strict=True)
        self._runs = []
        self._cached |= self._results
        data = json.dumps(self._results, sort_keys=True).encode()
        self._cache.set(CACHE_NAME, _programs(), data)
