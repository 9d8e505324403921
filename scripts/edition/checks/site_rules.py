"""Rules of the built site: what a reader gets is what the sources say, whole and with every link leading somewhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

from edition.model import Edition, Page
from edition.problem import Location, Problem

_UNRESOLVED = re.compile(r"\[@\w[^\]\s]*\]?|\[\^[^\]\s]+\]?|[\ue000-\uf8ff]|\{:\s*[#.][^}]*\}?")
_NO_TEXT = "code pre script style template noscript svg".split()
PATIENCE = 300
"""Seconds after which the link checker is taken to hang. It reads 1,000 pages in a few."""


@dataclass
class Site:
    """A built site in a folder, the edition it was built from, and the path below which it will stand (`/some-repo/`)."""

    edition: Edition
    folder: Path
    base: str = "/"

    @cached_property
    def files(self) -> list[Path]:
        """The pages of the newest version. Those of a released one cannot be mended any more, and are not judged again."""
        return sorted(file for file in self.folder.rglob("*.html") if not self.version_of(file))

    def version_of(self, file: Path) -> str:
        """The folder of the released version to which a file belongs (`v/1.2.0/`); empty for the newest."""
        match = re.match(r"v/\d+\.\d+\.\d+/", self.name_of(file))
        return match[0] if match else ""

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {f"{page.address}index.html": page for page in self.edition.pages}

    def place(self, file: Path) -> Location:
        """The source of a built file, where it has one."""
        page = self.pages.get(self.name_of(file))
        return Location(page.file) if page else Location(self.name_of(file))

    def name_of(self, file: Path) -> str:
        """The file's address below the site's root. The link checker names files in full, whatever the folder was called by."""
        return file.resolve().relative_to(self.folder.resolve()).as_posix()

    def parsed(self, file: Path) -> lxml.html.HtmlElement | None:
        """The file as parsed HTML; None for an empty one, such as a redirect."""
        data = file.read_bytes()
        return (
            lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
            if data.strip()
            else None
        )


def unresolved_text(site: Site) -> Iterator[Problem]:
    """Nothing is left in the built pages that should have been replaced: `[@key]`, `[^note]`, `{: #p1 }`, a private-use character, a command."""
    for file in site.files:
        root = site.parsed(file)
        skipped = " or ".join(f"ancestor::{name}" for name in _NO_TEXT)
        for text in root.xpath(f"//body//text()[not({skipped})]") if root is not None else []:
            page = site.pages.get(site.name_of(file))
            for match in _UNRESOLVED.finditer(text):
                if page and f"\\{match[0]}" in page.body:
                    continue  # escaped by its author: meant to be read as it stands
                yield Problem(
                    site.place(file),
                    "unresolved-text",
                    f"'{match[0][:40]}' is printed as it stands.",
                    "Look for it in the source, and for a rule that names it there.",
                )
            if re.fullmatch(r"\s*\\[a-z][a-z-]*\s*", text):
                yield Problem(
                    site.place(file),
                    "unresolved-text",
                    f"the command '{text.strip()}' was not carried out.",
                    "Correct its name.",
                )


def duplicate_built_id(site: Site) -> Iterator[Problem]:
    """An id stands once in a built page, the generated parts included."""
    for file in site.files:
        root = site.parsed(file)
        for id, count in sorted(Counter(root.xpath("//@id") if root is not None else []).items()):
            if count > 1:
                yield Problem(
                    site.place(file),
                    "duplicate-built-id",
                    f"the id '{id}' stands {count} times in the built page.",
                    "Rename the one in the source.",
                )


def lost_citation(site: Site) -> Iterator[Problem]:
    """The built pages print exactly the citations that the sources hold, in their order."""
    for name, page in site.pages.items():
        file = site.folder / name
        root = site.parsed(file) if file.exists() else None
        if root is None:
            yield Problem(
                Location(page.file),
                "lost-citation",
                f"the page was not built as '{name}'.",
                "Build the site again.",
            )
            continue
        printed = [
            link.get("data-ref")
            for link in root.xpath(
                '//a[@role="doc-biblioref"][contains(concat(" ", @class, " "), " citation ")]'
            )
        ]
        read = [
            citation.key for citation in page.citations if citation.key in site.edition.bibliography
        ]
        if printed != read:
            differing = sorted(
                (Counter(read) - Counter(printed)) | (Counter(printed) - Counter(read))
            )
            said = ", ".join(f"'@{key}'" for key in differing) or "their order"
            yield Problem(
                Location(page.file),
                "lost-citation",
                f"the built page and the source differ in {said}.",
                "Look at the citation in the page; if it is right, report it as a fault of the edition's code.",
            )


def dead_link(site: Site) -> Iterator[Problem]:
    """A link in the built site, to a page, a file, an image or a place in a page, leads to something that is there.

    Judged by lychee, without a network. Within a released version, which stays as it is, nothing is judged; where it leads out of itself, it is.
    """
    for file, address, said in _lychee(site):
        if (version := site.version_of(file)) and address.startswith(f"/{version}"):
            continue
        yield Problem(
            site.place(file),
            "dead-link",
            f"'{address}' leads nowhere: {said}.",
            "Correct the link in the source.",
        )


def _lychee(site: Site) -> Iterator[tuple[Path, str, str]]:
    program = shutil.which(
        "lychee",
        path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
    )
    if not program:
        raise FileNotFoundError("the link checker 'lychee' is not installed: run `make setup`")
    folder = site.folder.resolve()
    command = [
        program,
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--format",
        "json",
        "--root-dir",
        str(folder),
        "--index-files",
        "index.html",
    ]
    if urlsplit(site.base).path.strip("/"):
        command += [
            "--remap",
            f"{folder.as_uri()}/{site.base.strip('/')}(?:/|$) {folder.as_uri()}/",
        ]
    done = subprocess.run(
        [*command, str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode not in (0, 2):
        raise OSError(
            f"the link checker stopped: {(done.stderr.strip().splitlines() or ['no word'])[-1]}"
        )
    report = json.loads(done.stdout)
    for source, found in sorted((report.get("error_map") or {}).items()):
        for one in found:
            address = unquote(str(one.get("url", ""))).removeprefix(folder.as_uri())
            yield (
                Path(source),
                address,
                str((one.get("status") or {}).get("text", "not found")).rstrip("."),
            )


RULES = [unresolved_text, duplicate_built_id, lost_citation, dead_link]


def check_site(site: Site) -> list[Problem]:
    """All problems of a built site, each once, sorted by place."""
    return sorted({problem for rule in RULES for problem in rule(site)})
