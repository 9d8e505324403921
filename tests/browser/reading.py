"""In: the built edition. Out: what the browser tests speak of: the site, a citation in it, and the watch kept over a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Request

from edition.model import Citation, Edition, Reference

PREFIX = "/some-repo/"


@dataclass(frozen=True)
class Site:
    """The edition, built and served: its address, which ends with a slash, its folder, and what its sources say."""

    address: str
    folder: Path
    edition: Edition

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages below the site's own."""
        built = sorted(
            file.parent.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("index.html")
        )
        return ["" if path == "." else f"{path}/" for path in built]


@dataclass(frozen=True)
class Cited:
    """A citation to look at, and the work it names."""

    citation: Citation
    reference: Reference
    page: str

    @property
    def entry(self) -> str:
        return f"references/#ref-{self.reference.key}"


@dataclass
class Watch:
    """What a reader does not see of a page and must not happen: errors of scripts, failed requests, requests to others."""

    address: str
    troubles: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on(
            "console",
            lambda said: (
                said.type in ("error", "warning") and self.troubles.append(f"console: {said.text}")
            ),
        )
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("request", self._requested)
        page.on(
            "response",
            lambda response: (
                response.status >= 400
                and self.troubles.append(f"{response.status}: {response.url}")
            ),
        )

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.troubles.append(f"request elsewhere: {request.url}")
