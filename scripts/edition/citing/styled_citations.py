"""Formats items in every style: by pandoc, beside the rest of the build, with a disk cache.

pandoc runs once for each style and locale. What it made is cached, so that a build formats only
what is new.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from edition.cache import Cache, fingerprint
from edition.citing import styles
from edition.citing.citeproc import Formatted, Request, format_items, processor_version, style_text
from edition.citing.styles import STYLES, Style

CACHE_NAME = "citations.json"

InStyles = dict[str, Formatted]
"""What each style makes of a request, by the style's id."""


@cache
def _programs() -> str:
    """The fingerprint of the processor, the styles, and what `styles.py` does to items."""
    texts = [style_text(style.csl) for style in STYLES]
    return fingerprint(processor_version(), Path(styles.__file__).read_bytes(), *texts)


def _key(request: Request) -> str:
    """The fingerprint of everything that a result follows from, apart from the programs."""
    return fingerprint(json.dumps(request.item, sort_keys=True), request.locator)


class StyledCitations:
    """Requests formatted in every style.

    `start` has pandoc begin with those that are not in the cache, and returns at once: pandoc needs
    about a millisecond for each request and style, in processes of its own, while this one renders
    pages. `get` waits for it. As many processes as `processes` run at a time.
    """

    def __init__(self, disk_cache: Cache, processes: int | None = None) -> None:
        self._cache = disk_cache
        cached = disk_cache.get(CACHE_NAME, _programs())
        self._known: dict[str, dict[str, list[str]]] = json.loads(cached) if cached else {}
        self._used: set[str] = set()
        self._threads = ThreadPoolExecutor(processes or os.cpu_count())
        self._runs: list[tuple[str, list[str], Future[list[Formatted]]]] = []

    def start(self, requests: Iterable[Request]) -> None:
        """Begin to format the requests, in one run of pandoc for each style and locale."""
        missing: dict[str, Request] = {}
        for request in requests:
            key = _key(request)
            self._used.add(key)
            if key not in self._known:
                missing[key] = request
        groups: dict[tuple[Style, str], dict[str, Request]] = defaultdict(dict)
        for style in STYLES:
            for key, request in missing.items():
                item = style.adapted(request.item)
                groups[style, style.locale_of(item)][key] = Request(item, request.locator)
        for (style, locale), group in groups.items():
            run = self._threads.submit(format_items, list(group.values()), style.csl, locale)
            self._runs.append((style.id, list(group), run))

    @property
    def is_ready(self) -> bool:
        """Whether `get` need not wait."""
        return all(run.done() for _, _, run in self._runs)

    def get(self, request: Request) -> InStyles:
        """What each style makes of a request that was started.

        Raises RuntimeError if pandoc fails.
        """
        self._finish()
        results = self._known[_key(request)]
        return {style.id: Formatted(*results[style.id]) for style in STYLES}

    def _finish(self) -> None:
        """Wait for the runs, and cache their results with those that were read from the cache."""
        if not self._runs:
            return
        for style, keys, run in self._runs:
            for key, formatted in zip(keys, run.result(), strict=True):
                self._known.setdefault(key, {})[style] = list(formatted)
        self._runs = []
        self._write()

    def prune(self) -> None:
        """Forget what this build did not ask for."""
        unused = self._known.keys() - self._used
        if unused:
            self._known = {key: self._known[key] for key in sorted(self._used)}
            self._write()

    def _write(self) -> None:
        data = json.dumps(self._known, sort_keys=True).encode()
        self._cache.set(CACHE_NAME, _programs(), data)
