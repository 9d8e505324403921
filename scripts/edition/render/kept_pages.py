"""In: a page, and all that its HTML follows from. Out: the HTML as it was built before, from .cache/; nothing where anything has changed.

A page of the text follows from its own words and notes, from the works and terms named in them, and from what it shares with
all others: the data, the settings, the templates, and of the other pages how they are named and what can be linked to in them. A page
without a section may be quoted anywhere, so that its words are shared too. A page that carries out a command lists what
stands on other pages: it follows from everything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..model import Edition, Page
from ..model.kept import CODE, FOLDER, code_digest, digest
from ..model.shelf import Shelf
from .apparatus import COMMANDS

STAND_IN = "kept.html"
"""The template of a page that was built before: it costs nothing, and the page is set in the place of what comes of it."""

_NOT_IN_PAGES = {"config_file_path", "dev_addr", "quiet", "site_dir", "strict"}
"""Settings that decide where and how strictly a site is built, and not what stands in it."""


@dataclass
class BuiltPage:
    """What the site generator knows of a page that it has built: its title, its anchors, and links by the page they lead to."""

    title: str | None = None
    anchors: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Any) -> BuiltPage:
        """`page` is the site generator's own."""
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        return cls(page._title_from_render, sorted(page.present_anchor_ids or ()), links)

    def stand_in(self, page: Any, files: Any) -> None:
        """Spare the site generator the work on its `page`: of what it would find out, it asks for these."""
        page.render, page.content, page.toc, page.meta["template"] = (lambda *_: None), "", [], STAND_IN
        page._title_from_render, page.present_anchor_ids = self.title, set(self.anchors)
        page.links_to_anchors = {file: links for path, links in self.links.items() if (file := files.get_file_from_path(path))}


class KeptPages:
    """The pages of one build. `settings` tell everything that the site generator adds to what the edition says; `themes` are folders of templates.

    The HTML is not held: a generator that reads all pages before it writes the first would have the whole site in memory.
    """

    def __init__(self, edition: Edition, settings: list[str], themes: list[Path]) -> None:
        self._edition, self._settings, self._themes = edition, settings, themes
        self._shelf = Shelf(edition.project.root / FOLDER / "pages.db")
        self._keys: dict[str, str] = {}

    @classmethod
    def of(cls, edition: Edition, config: Any, files: Any) -> KeptPages:
        """For the site generator's settings, as given and with what the environment says, and the files that a page can link to."""
        given = [(name, value) for said in config.user_configs for name, value in said.items() if name not in _NOT_IN_PAGES]
        said = [repr(given), config.site_url or "", config.repo_url or "", config.edit_uri or "", *sorted(files.src_uris)]
        return cls(edition, said, [Path(config.theme.custom_dir)] if config.theme.custom_dir else [])

    @cached_property
    def _shared(self) -> str:
        data = self._edition.digest_without("bibliography", "glossary", "notes", "pages")
        # Read at each build: a preview sees templates change while it runs.
        templates = sorted(file for folder in [CODE / "theme", *self._themes] for file in folder.rglob("*.html"))
        texts = [(CODE / "hooks.py").read_bytes(), *(part for file in templates for part in (str(file), file.read_bytes()))]
        return digest(code_digest(), *self._settings, data, *map(_outside, self._edition.pages), "", *texts)

    @cached_property
    def _mentioned(self) -> dict[str, set[str]]:
        """The ids of the glossary's terms that each page uses."""
        found: dict[str, set[str]] = defaultdict(set)
        for mention in self._edition.term_mentions:
            found[mention.paragraph.page].update(mention.ids)
        return found

    def _named(self, page: Page) -> list[str]:
        """What the page shows of the glossary and the bibliography: its terms, and the works named by it, by its notes and by them."""
        edition = self._edition
        terms = [term for term in edition.glossary if term.id in self._mentioned[page.path]]
        keys = [citation.key for citation in page.citations]
        keys += [key for named in (*edition.notes_on(page.path), *terms) for key in named.sources]
        works = [edition.bibliography.references.get(key) for key in dict.fromkeys(keys)]
        works += [edition.bibliography.references.get(work.fields["related"]) for work in works if work and "related" in work.fields]
        return [repr(terms), *(repr((work.key, work.type, work.fields)) if work else "" for work in works)]

    def _key(self, page: Page) -> str:
        if page.path not in self._keys:
            numbers = repr([(citation.key, citation.number) for citation in page.citations])
            notes = repr(self._edition.notes_on(page.path))
            all_of_it = self._edition.digest if any(f"\\{command}" in page.body for command in COMMANDS) else ""
            self._keys[page.path] = digest(
                self._shared, page.path, str(page.body_line), repr(page.meta), page.body, numbers, notes, *self._named(page), all_of_it
            )
        return self._keys[page.path]

    def take(self, page: Page) -> tuple[BuiltPage, str] | None:
        """The page and its HTML as they were built before, if they would be built the same."""
        if not (content := self._shelf.take(page.path, self._key(page))):
            return None
        head, _, html = content.partition(b"\n")
        return BuiltPage(**json.loads(head)), html.decode()

    def keep(self, page: Page, built: BuiltPage, html: str) -> None:
        """Keep a page that was built now."""
        self._shelf.put(page.path, self._key(page), json.dumps(asdict(built)).encode() + b"\n" + html.encode())

    def close(self) -> None:
        """Write what was kept, and forget pages that are no more."""
        self._shelf.keep_only(page.path for page in self._edition.pages)
        self._shelf.close()


def _outside(page: Page) -> str:
    """What other pages can say of this one."""
    inside = "" if page.section else page.body
    return repr((page.path, page.meta, page.heading, page.anchors, [paragraph.id for paragraph in page.paragraphs], inside))
