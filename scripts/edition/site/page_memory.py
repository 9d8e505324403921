"""Tells which pages of a preview an edit leaves as they are.

Without it an edit takes as long as a whole build. A page of the text follows from its own Markdown
and notes, from the works that these name, from the data and the templates, and from how other pages
are called and what can be linked to in them. A page with a directive lists what stands elsewhere:
it follows from everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from edition.model import Edition, Page
from edition.model.project import CONFIG


@dataclass
class BuiltPage:
    """A page that a preview has built, and the fingerprint of what it was made from.

    `html` is the completed text of the page, with its `ids`; `contents` is its table of contents as
    the generator has it; `file` is the whole file, empty until that is complete.
    """

    fingerprint: str
    html: str
    ids: frozenset[str]
    contents: Any
    file: str = ""


class Fingerprints:
    """What the pages of one build are made from. `scripts` is the folder of theme and settings."""

    def __init__(self, edition: Edition, scripts: Path) -> None:
        self._edition = edition
        self._scripts = scripts

    def of(self, page: Page) -> str:
        """The fingerprint of all that a page is made from."""
        own = self._everything if page.directives else "\n".join(self._named(page))
        return _fingerprint(self._shared, page.body, repr(page.meta), page.html, own)

    def _named(self, page: Page) -> Iterator[str]:
        """The notes of a page; the works that it, they and its evidence name, and related ones."""
        notes = self._edition.notes_on(page.path)
        keys = [citation.key for citation in page.citations]
        for note in notes:
            yield repr(note)
            keys += note.sources
        for citation in page.citations:
            yield f"{citation.key} {citation.number}"
            evidence = self._edition.evidence_by_number.get(citation.number or 0)
            keys += evidence.keys if evidence else []
        works = self._edition.bibliography.references
        for key in list(keys):
            keys += works[key].keys_in("related") if key in works else []
        for key in dict.fromkeys(keys):
            yield repr((works[key].type, works[key].all_fields)) if key in works else key

    @cached_property
    def _shared(self) -> str:
        """What all pages are made from: data, templates, and the names and ids of all pages."""
        edition = self._edition
        data = edition.project.root / edition.project.data
        files = [edition.project.root / CONFIG, *self._scripts.glob("*.yml")]
        files += [*data.glob("*.*"), *self._scripts.glob("theme/**/*.html")]
        names = [repr((page.path, page.meta, page.heading, page.anchors)) for page in edition.pages]
        settings = repr((edition.project.site_url, edition.project.edit_url, edition.link_status))
        return _fingerprint(settings, *names, *map(_text, sorted(files)))

    @cached_property
    def _everything(self) -> str:
        """All that the edition says."""
        edition = self._edition
        return _fingerprint(
            *(page.body for page in edition.pages),
            *map(repr, edition.notes),
            *(repr((work.key, work.type, work.all_fields)) for work in edition.bibliography),
        )


def _text(file: Path) -> str:
    return f"{file} {file.read_text('utf-8', 'replace')}"


def _fingerprint(*texts: str) -> str:
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
