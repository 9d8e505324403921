"""Connects MkDocs with the edition: the only module that imports MkDocs.

MkDocs calls the functions `on_…` in the order in which they stand here. Each hands something of MkDocs to the edition,
which knows no generator, and takes back what it made. No rule and no markup is here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path, PurePath
from threading import Thread

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from edition.cache import Cache
from edition.checks import check_sources
from edition.checks.manual import rule_groups
from edition.citing.forms import CitationForms
from edition.citing.styled_citations import StyledCitations
from edition.exports import PDF, exports_of
from edition.exports.search_index import complete_search, has_own_documents
from edition.model import Edition
from edition.model import Page as EditionPage
from edition.model.files.limits import over_limit
from edition.model.project import edit_address_of
from edition.site.bibtex_plugin import EditionRegistry
from edition.site.bundle import join_listed
from edition.site.cite_block import Citing, document_address
from edition.site.head import head_of
from edition.site.page_builder import Apparatus
from edition.site.paragraph_marks import ParagraphMarks
from edition.site.redirects import moved_pages

log = get_plugin_logger("edition")
BEFORE_THE_PLUGIN, AFTER_THE_PLUGIN = 100, -100


class Build:
    """What one build knows: the edition as loaded, and what makes pages and files of it."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.edition = edition = Edition.load(Path(config.config_file_path).parent)
        edition.project.site_url = config.site_url or ""
        edition.project.edit_url = edit_address_of(
            config.repo_url or "", config.edit_uri or "", Path(config.docs_dir).name
        )
        self.forms = CitationForms(edition, StyledCitations(Cache(edition.project.root)))
        self.apparatus = Apparatus(edition, rule_groups)
        self.registry = EditionRegistry(edition)
        self.citing = Citing(edition, self.forms, config.site_name)
        self.exports = exports_of(edition)
        for work in edition.bibliography:
            self.exports[document_address(work)] = partial(self.citing.document, work)

    def make_exports(self) -> dict[str, bytes]:
        """The bytes of each export by its path. A key is part of a path, and whoever sends an entry chooses it."""
        safe = [path for path in self.exports if ".." not in PurePath(path).parts]
        return {path: self.exports[path]() for path in safe}

    def page(self, page: Page) -> EditionPage | None:
        """The edition's page for MkDocs' one; None for a page that is not in the navigation."""
        return self.edition.by_path.get(page.file.src_uri)


@dataclass
class Session:
    """A run of the generator: one build, or a preview with a build for each edit.

    A preview makes the downloads once, after its first pages, in a thread; each later build takes them from here.
    """

    is_preview: bool = False
    build: Build | None = None
    downloads: dict[str, bytes] = field(default_factory=dict)


session = Session()


class ExportedFile(File):
    """A file that links may lead to, so that MkDocs has to know of it. `on_post_build` writes it."""

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing."""


def on_startup(command: str, dirty: bool) -> None:
    """Tell a preview from a build."""
    session.is_preview = command == "serve"


@event_priority(BEFORE_THE_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the edition, report its problems, and put our registry in the place of mkdocs-bibtex' own."""
    build = session.build = Build(config)
    build.forms.start_pages()
    if not session.is_preview:
        build.forms.start_references()
    edition = build.edition
    # The site map is dated by the edition, not by the clock, so that two builds of one commit are equal.
    if edition.paper.seconds:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(edition.paper.seconds))
    for problem in check_sources(edition):
        log.warning("%s", problem)
    build.registry.take_place_in(config.plugins["bibtex"])
    if not any(isinstance(extension, ParagraphMarks) for extension in config.markdown_extensions):
        config.markdown_extensions.append(ParagraphMarks())
    head = cache(partial(head_of, edition, config.site_name, pdf=PDF))
    config.extra |= {"edition": edition, "citing": build.citing, "citing_head": head}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Set the downloads among the site's files, so that links to them are checked like any other."""
    build = session.build
    for path, content in moved_pages(build.edition).items():
        files.append(File.generated(config, path, content=content))
    for path in build.exports:
        files.append(
            ExportedFile.generated(config, path, content=b"", inclusion=InclusionLevel.INCLUDED)
        )
    make_file = partial(File.generated, config)
    config.extra_css = join_listed(config.extra_css, "assets/all.css", files, make_file)
    config.extra_javascript = join_listed(
        config.extra_javascript, "assets/all.js", files, make_file
    )
    return files


@event_priority(BEFORE_THE_PLUGIN)
def _enter(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    known = session.build.page(page)
    if not known:  # Outside the navigation, which is reported. It is shown as it is, if it can be parsed in bounded time.
        return "" if over_limit(markdown) else markdown
    if has_own_documents(session.build.edition, known):
        page.meta["search"] = {"exclude": True}  # the plugin need not read it: see `on_post_build`
    return session.build.registry.enter(known, known.body)


@event_priority(AFTER_THE_PLUGIN)
def _leave(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return session.build.registry.leave(markdown)


on_page_markdown = CombinedEvent(_enter, _leave)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Carry out the page's commands; tell MkDocs which anchors came in, so that it checks links to them."""
    known = session.build.page(page)
    if not known:
        return html
    generated = session.build.apparatus.complete(known, html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | generated.anchors
    return generated.html


@event_priority(AFTER_THE_PLUGIN)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find paragraphs, works, notes and names, and write the downloads."""
    build, site = session.build, Path(config.site_dir)
    complete_search(build.edition, site / "search")
    if session.is_preview:
        write_files(session.downloads, site)
    else:
        write_files(build.make_exports(), site)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    """Make the downloads of a preview, while its pages can be read already."""

    def make_downloads() -> None:
        session.build.forms.start_references()
        session.downloads = session.build.make_exports()
        write_files(session.downloads, Path(config.site_dir))

    Thread(target=make_downloads, daemon=True).start()


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write each file at its path below `folder`."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
