"""Rules for the built site: readers get what the sources say, all of it, with links that work."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

from edition.checks.link_check.lychee import run_lychee
from edition.model import Edition, Page
from edition.model.paper import VERSION
from edition.problem import Location, Problem, Problems

_UNRESOLVED = re.compile(
    r"\[-?@[\w{][^\]\s]*\]?|\\[a-z]*cite[a-z]*\{[^}]*\}|\[\^[^\]\s]+\]?"
    r"|[\ue000-\uf8ff]|\{:\s*[#.][^}]*\}?"
)
_KEY = re.compile(r"(?<![\w\[/@.])@(\w(?:[\w:.-]*\w)?)")
_DIRECTIVE = re.compile(r"\s*\\[a-z][a-z-]*\s*")
_NO_TEXT = "code pre script style template noscript svg".split()
_TEXTS = f"//body//text()[not({' or '.join(f'ancestor::{name}' for name in _NO_TEXT)})]"
_CITATIONS = (
    '//a[@role="doc-biblioref"][contains(concat(" ", @class, " "), " citation ")]/@data-ref'
)
_RELEASED = re.compile(f"v/{VERSION.pattern}/", VERSION.flags)
PATIENCE = 300
"""Seconds after which the link checker is stopped. It reads 1,000 pages in a few."""


@dataclass
class Site:
    """A built site in a folder, and the edition it was built from.

    `base` is the path where the site will be, such as `/some-repo/`.
    """

    edition: Edition
    folder: Path
    base: str = "/"

    @cached_property
    def files(self) -> list[Path]:
        """The pages of the newest version; those of released versions can no longer be changed."""
        return sorted(file for file in self.folder.rglob("*.html") if not self.version_of(file))

    def version_of(self, file: Path) -> str:
        """The folder of the released version that a file belongs to (`v/1.2.0/`), or empty."""
        match = _RELEASED.match(self.name_of(file))
        return match[0] if match else ""

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {f"{page.address}index.html": page for page in self.edition.pages}

    def location(self, file: Path) -> Location:
        """The source of a built file, or the built file itself if it has none."""
        name = self.name_of(file)
        return Location(self.pages[name].file if name in self.pages else name)

    def name_of(self, file: Path) -> str:
        """The path of a file below the site's root, however the folder was named."""
        return file.resolve().relative_to(self.folder.resolve()).as_posix()

    def find(self, file: Path, xpath: str) -> list[str]:
        """The texts that an XPath finds in a built file; none in an empty one, as redirects are."""
        data = file.read_bytes()
        if not data.strip():
            return []
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root = lxml.html.document_fromstring(data, parser=parser)
        found = root.xpath(xpath)
        return [str(text) for text in found] if isinstance(found, list) else []


def unresolved_text(site: Site) -> Problems:
    """Nothing is printed in a built page that should have been replaced.

    Such are `[@key]`, `@key`, `\\cite{key}`, `[^note]`, `{: #p1 }`, a private-use character, and a
    directive.
    """
    for file in site.files:
        page = site.pages.get(site.name_of(file))
        for text in site.find(file, _TEXTS):
            raw = [key[0] for key in _KEY.finditer(text) if key[1] in site.edition.bibliography]
            for left in [*_UNRESOLVED.findall(text), *raw]:
                if page and f"\\{left}" in page.body:
                    continue  # escaped in the source: meant to be read as it is
                yield Problem(
                    site.location(file),
                    "unresolved-text",
                    f"'{left[:40]}' is printed as it was written.",
                    "Look for it in the source, and for a rule that names it there.",
                )
            if _DIRECTIVE.fullmatch(text):
                yield Problem(
                    site.location(file),
                    "unresolved-text",
                    f"the directive '{text.strip()}' was not carried out.",
                    "Correct its name.",
                )


def duplicate_built_id(site: Site) -> Problems:
    """An id is used once in a built page, its generated parts included."""
    for file in site.files:
        for id, count in sorted(Counter(site.find(file, "//@id")).items()):
            if count > 1:
                yield Problem(
                    site.location(file),
                    "duplicate-built-id",
                    f"the id '{id}' is used {count} times in the built page.",
                    "Rename the one in the source.",
                )


def lost_citation(site: Site) -> Problems:
    """The built pages print exactly the citations that are in the sources, in the same order."""
    for name, page in site.pages.items():
        file, location = site.folder / name, Location(page.file)
        if not file.exists():
            yield Problem(
                location,
                "lost-citation",
                f"the page was not built as '{name}'.",
                "Build the site again.",
            )
            continue
        printed = site.find(file, _CITATIONS)
        keys = [citation.key for citation in page.citations]
        written = [key for key in keys if key in site.edition.bibliography]
        if printed != written:
            before, after = Counter(written), Counter(printed)
            differing = sorted((before - after) | (after - before))
            where = ", ".join(f"'@{key}'" for key in differing) or "their order"
            yield Problem(
                location,
                "lost-citation",
                f"the built page and the source differ in {where}.",
                "Look at the citation in the page; if it is right, "
                "report it as a fault of the edition's code.",
            )


def dead_link(site: Site) -> Problems:
    """A link in the built site leads to something that exists: a page, a file, an image, an id.

    lychee checks this, without a network. Released versions stay as they are, so that links within
    one are not checked; links that leave it are.
    """
    for file, address, reason in _dead_links(site):
        version = site.version_of(file)
        if not version or not address.startswith(f"/{version}"):
            yield Problem(
                site.location(file),
                "dead-link",
                f"'{address}' leads nowhere: {reason}.",
                "Correct the link in the source.",
            )


def _dead_links(site: Site) -> Iterator[tuple[Path, str, str]]:
    """The dead links that lychee finds: the built file, the address, and the reason."""
    folder = site.folder.resolve()
    report = json.loads(_run_lychee(folder, site.base))
    for file, links in sorted((report.get("error_map") or {}).items()):
        for link in links:
            address = unquote(str(link.get("url", ""))).removeprefix(folder.as_uri())
            yield (
                Path(file),
                address,
                str((link.get("status") or {}).get("text", "not found")).rstrip("."),
            )


def _run_lychee(folder: Path, base: str) -> str:
    """The report of lychee on a folder, as JSON."""
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    options += ["--root-dir", str(folder), "--index-files", "index.html"]
    path = urlsplit(base).path.strip("/")
    if path:
        options += ["--remap", f"{folder.as_uri()}/{path}(?:/|$) {folder.as_uri()}/"]
    return run_lychee([*options, str(folder)], PATIENCE)


RULES = [unresolved_text, duplicate_built_id, lost_citation, dead_link]


def check_site(site: Site) -> list[Problem]:
    """All problems of a built site, each once, sorted by file and line. Raises LycheeFailed."""
    return sorted({problem for rule in RULES for problem in rule(site)})
