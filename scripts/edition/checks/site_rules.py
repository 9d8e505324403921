"""Rules for the built site: readers get what the sources say, all of it, with links that work."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html

from edition.checks.link_check.lychee import run_lychee
from edition.model import Edition, Page
from edition.model.paper import VERSION
from edition.problem import Location, Problem, Problems, problems_of

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

    `base` is the path where the site will be, such as `/some-repo/`. Files are named by their
    paths below the folder.
    """

    edition: Edition
    folder: Path
    base: str = "/"

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {f"{page.address}index.html": page for page in self.edition.pages}

    @cached_property
    def files(self) -> list[str]:
        """The pages of the newest version; those of released versions can no longer be changed."""
        files = (file.relative_to(self.folder) for file in self.folder.rglob("*.html"))
        return [file.as_posix() for file in files if not _RELEASED.match(file.as_posix())]

    def location(self, name: str) -> Location:
        """The source of a built file, or the built file itself if it has none."""
        return Location(self.pages[name].file if name in self.pages else name)

    def find(self, name: str, xpath: str) -> list[str]:
        """The texts that an XPath finds in a built file; none in an empty one, as redirects are."""
        data = (self.folder / name).read_bytes().strip() or b"<html>"
        parser = lxml.html.HTMLParser(encoding="utf-8")
        found = lxml.html.document_fromstring(data, parser=parser).xpath(xpath)
        return [str(text) for text in found] if isinstance(found, list) else []


def unresolved_text(site: Site) -> Problems:
    """Nothing is printed in a built page that should have been replaced.

    Such are `[@key]`, `@key`, `\\cite{key}`, `[^note]`, `{: #p1 }`, a private-use character, and a
    directive.
    """
    hint = "Look for it in the source, and for a rule that names it there."
    for name in site.files:
        body = site.pages[name].body if name in site.pages else ""
        for text in site.find(name, _TEXTS):
            raw = [key[0] for key in _KEY.finditer(text) if key[1] in site.edition.bibliography]
            for left in [*_UNRESOLVED.findall(text), *raw]:
                if f"\\{left}" not in body:  # escaped in the source: meant to be read as it is
                    yield (
                        site.location(name),
                        f"'{left[:40]}' is printed as it was written.",
                        hint,
                    )
            if _DIRECTIVE.fullmatch(text):
                yield (
                    site.location(name),
                    f"the directive '{text.strip()}' was not carried out.",
                    "Correct its name.",
                )


def duplicate_built_id(site: Site) -> Problems:
    """An id is used once in a built page, its generated parts included."""
    for name in site.files:
        for id, count in Counter(site.find(name, "//@id")).items():
            if count > 1:
                yield (
                    site.location(name),
                    f"the id '{id}' is used {count} times in the built page.",
                    "Rename the one in the source.",
                )


def lost_citation(site: Site) -> Problems:
    """The built pages print exactly the citations that are in the sources, in the same order."""
    for name, page in site.pages.items():
        location = Location(page.file)
        if not (site.folder / name).exists():
            yield (
                location,
                f"the page was not built as '{name}'.",
                "Build the site again.",
            )
            continue
        printed = site.find(name, _CITATIONS)
        keys = [citation.key for citation in page.citations]
        written = [key for key in keys if key in site.edition.bibliography]
        if printed != written:
            before, after = Counter(written), Counter(printed)
            differing = sorted((before - after) | (after - before))
            where = ", ".join(f"'@{key}'" for key in differing) or "their order"
            yield (
                location,
                f"the built page and the source differ in {where}.",
                "Look at the citation in the page; if it is right, "
                "report it as a fault of the edition's code.",
            )


def dead_link(site: Site) -> Problems:
    """A link in the built site leads to something that exists: a page, a file, an image, an id.

    lychee checks this, without a network. Released versions stay as they are, so that links within
    one are not checked; links that leave it are.
    """
    folder = site.folder.resolve()
    for file, links in broken_links(folder, site.base).items():
        name = Path(file).relative_to(folder).as_posix()
        version = _RELEASED.match(name)
        for link in links:
            address = unquote(link["url"]).removeprefix(folder.as_uri())
            if not version or not address.startswith(f"/{version[0]}"):
                reason = link["status"]["text"].rstrip(".")
                yield (
                    site.location(name),
                    f"'{address}' leads nowhere: {reason}.",
                    "Correct the link in the source.",
                )


def broken_links(folder: Path, base: str) -> dict[str, list[dict[str, Any]]]:
    """What lychee says of the links that lead nowhere, by the file that they are in.

    The folder, whose path is absolute, holds a site that will be at the path `base` of a host.
    The links of released versions are among them. Raises LycheeFailed.
    """
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    options += ["--root-dir", str(folder), "--index-files", "index.html"]
    path = urlsplit(base).path.strip("/")
    if path:
        options += ["--remap", f"{folder.as_uri()}/{path}(?:/|$) {folder.as_uri()}/"]
    report = json.loads(run_lychee([*options, str(folder)], PATIENCE))
    found: dict[str, list[dict[str, Any]]] = report["error_map"]
    return found


RULES = [unresolved_text, duplicate_built_id, lost_citation, dead_link]


def check_site(site: Site) -> list[Problem]:
    """All problems of a built site, each once, sorted by file and line. Raises LycheeFailed."""
    return sorted(set(problems_of(RULES, site)))
