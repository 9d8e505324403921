"""Connects MkDocs with the edition: the only module that imports MkDocs.

MkDocs calls the functions `on_…` in the order in which they stand here. Each hands something of
MkDocs to the edition, which knows no generator, and takes back what it made. Nothing is judged
here and no markup is made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from logging import INFO, WARNING
from pathlib import Path, PurePath
from threading import Thread
from typing import Any
from xml.etree.ElementTree import Element

SCRIPTS = Path(__file__).resolve().parent
sys.path.insert(0, str(SCRIPTS))

from jinja2 import Environment
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir
from watchdog.observers.polling import PollingObserver

from edition.book.book_files import PDF, BookFiles
from edition.cache import Cache
from edition.citing.formatter import Formatter
from edition.citing.forms import CitationForms, page_requests, reference_requests
from edition.citing.styled_citations import StyledCitations
from edition.exports import exports_of
from edition.exports.search_index import complete_search, has_own_documents
from edition.model import Edition
from edition.model import Page as EditionPage
from edition.model.files.limits import over_limit
from edition.model.pages.manuscript import ManuscriptExtension
from edition.model.pages.markdown import Bracket, CitationExtension, fragment
from edition.model.project import edit_address_of
from edition.model.rule import RuleGroup
from edition.site import bibtex_plugin
from edition.site.citation_links import citation_nodes
from edition.site.cite_block import Citing, document_address
from edition.site.context import Context
from edition.site.head import head_of
from edition.site.page_builder import complete_page
from edition.site.page_memory import BuiltPage, Fingerprints
from edition.site.paragraph_marks import ParagraphMarks
from edition.site.redirects import moved_pages

log = get_plugin_logger("edition")
BEFORE_OTHER_PLUGINS, AFTER_OTHER_PLUGINS = 100, -100
MATERIAL = get_theme_dir("material")
SECONDS_BETWEEN_LOOKS = 0.1
"""How often a preview looks for edited files: that takes it three percent of a core."""


class Build:
    """What one build knows: the edition as loaded, and what makes pages and files of it."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.edition = edition = Edition.load(Path(config.config_file_path).parent)
        docs = Path(config.docs_dir).name
        edition.project.site_url = config.site_url or ""
        edition.project.edit_url = edit_address_of(
            config.repo_url or "", config.edit_uri or "", docs
        )
        disk_cache = Cache(edition.project.root)
        formatter = Formatter(edition.bibliography, edition.link_status)
        # The first page of a preview does not wait for them, and is to have a core for itself.
        self.styled = StyledCitations(disk_cache, processes=1 if session.is_preview else None)
        forms = CitationForms(edition, self.styled)
        self.context = Context(edition, formatter, _rule_groups)
        self.citing = Citing(self.context, forms, config.site_name)
        self.book = BookFiles(edition, formatter, disk_cache)
        self.exports = _safe(exports_of(edition) | self.book.files())
        documents = {
            document_address(work): partial(self.citing.document, work)
            for work in edition.bibliography
        }
        self.documents = _safe(documents)
        self.fingerprints = Fingerprints(edition, SCRIPTS)
        self.page: EditionPage | None = None
        """The page that MkDocs is rendering; None for one that is not in the navigation."""
        self.markdown = ""
        """The Markdown of the page that MkDocs is rendering."""
        self.remembered: BuiltPage | None = None

    def render_citation(self, bracket: Bracket) -> Element:
        """What is printed for a citation's bracket in the page that is being rendered."""
        if self.page is None:  # a page outside the navigation, which is shown as it is
            written = bracket.inside if bracket.parts[0].is_named else f"[{bracket.inside}]"
            return fragment([AtomicString(written)])
        citations = [one for one in self.page.citations if one.start == bracket.start]
        return fragment(citation_nodes(self.edition, citations))

    def report_problems(self) -> None:
        """Log what the checks find: errors as warnings, at which a strict build stops."""
        from edition.checks import check_sources  # a preview shows its pages before it checks

        for problem in check_sources(self.edition):
            log.log(WARNING if problem.is_error else INFO, "%s", problem)

    def report_unprinted(self) -> None:
        """Log which characters the PDF cannot print; that stops no build."""
        for character in self.book.unprinted:
            log.info("%s: warning: no font has '%s'; it reads [U+…].", PDF, character)


def _rule_groups() -> list[RuleGroup]:
    from edition.checks.manual import rule_groups

    return rule_groups()


def make_files(files: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
    """The bytes of each file by its path. One that cannot be made ends a build; see Session."""
    made: dict[str, bytes] = {}
    for path, make in files.items():
        try:
            made[path] = make()
        except Exception as error:
            message = f"'{path}' was not made: {type(error).__name__}: {error}"
            if not session.is_preview:
                raise PluginError(message) from error
            log.warning(message)
    return made


def _safe(files: Mapping[str, Callable[[], bytes]]) -> dict[str, Callable[[], bytes]]:
    """A key is part of a path, and whoever sends an entry chooses it: `..` leads nowhere."""
    return {path: make for path, make in files.items() if ".." not in PurePath(path).parts}


@dataclass
class Session:
    """A run of the generator: one build, or a preview with a build for each edit.

    A preview shows its pages first; then it completes the search, writes the downloads and checks
    the sources, in threads. It makes the downloads once, without those that cannot be made, and
    writes the same bytes at each later build. Pages that an edit leaves as they are come from
    memory.
    """

    build: Build = field(init=False)
    """The build that is going on; `on_config` begins one."""
    is_preview: bool = False
    downloads: dict[str, bytes] = field(default_factory=dict)
    memory: dict[str, BuiltPage] = field(default_factory=dict)
    """The pages of the last build, by the path of their source."""
    writer: Thread = field(default_factory=Thread)
    """Writes what a preview offers beside its pages, while they can be read already."""
    environment: Environment | None = None
    """Jinja's, with its compiled templates: MkDocs would compile them again at each edit."""


session = Session()


class ExportedFile(File):
    """A file that `on_post_build` writes. MkDocs has to know of it, since links lead to it."""

    def copy_file(self, dirty: bool = False) -> None:
        """Write nothing."""


def on_startup(command: str, dirty: bool) -> None:
    """Tell a preview from a build."""
    session.is_preview = command == "serve"


@event_priority(BEFORE_OTHER_PLUGINS)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the edition, report its problems, start formatting citations, extend Markdown."""
    wait_for_writer()  # MkDocs clears the folder next
    build = session.build = Build(config)
    edition = build.edition
    if session.is_preview:
        build.styled.start(page_requests(edition))
    else:
        build.styled.start([*page_requests(edition), *reference_requests(edition)])
        build.book.start_pdf(ThreadPoolExecutor(1))
        build.report_problems()
    # The site map is dated by the edition and not by the clock: two builds of a commit are equal.
    if edition.paper.seconds:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(edition.paper.seconds))
    if "bibtex" in config.plugins:
        bibtex_plugin.silence(config.plugins["bibtex"])
    # MkDocs declares the names of extensions, and Python-Markdown takes objects as well.
    extensions: list[Any] = config.markdown_extensions
    extensions += [CitationExtension(build.render_citation), ManuscriptExtension()]
    extensions += [ParagraphMarks()]
    # No page uses a template or an asset of Material's: MkDocs need not look through 14,000 files.
    config.theme.dirs = [folder for folder in config.theme.dirs if folder != MATERIAL]
    head = cache(partial(head_of, edition, config.site_name, pdf=PDF))
    config.extra |= {"edition": edition, "citing": build.citing, "citing_head": head}
    config.extra["remembered"] = session.memory
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the downloads to the site's files, so that links to them are checked like any other.

    What a symbolic link leads to is no part of the site: it could be any file of this machine.
    """
    docs = os.path.realpath(config.docs_dir)
    for file in list(files):
        is_source = file.src_dir == config.docs_dir and file.abs_src_path
        expected = os.path.join(docs, os.path.normpath(file.src_uri))
        if is_source and os.path.realpath(file.abs_src_path or "") != expected:
            files.remove(file)
    for path, content in moved_pages(session.build.edition).items():
        files.append(File.generated(config, path, content=content))
    included = InclusionLevel.INCLUDED
    for path in session.build.exports | session.build.documents:
        files.append(ExportedFile.generated(config, path, content=b"", inclusion=included))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text of a page that is not UTF-8, which MkDocs refuses; a rule reports the file."""
    data = page.file.content_bytes
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("utf-8-sig", "replace")
    return None


@event_priority(BEFORE_OTHER_PLUGINS)
def _hide_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show the other plugins an empty page: mkdocs-bibtex would rewrite it."""
    build = session.build
    build.page, build.markdown = build.edition.by_path.get(page.file.src_uri), markdown
    build.remembered = None
    if build.page and session.is_preview:
        known = session.memory.get(build.page.path)
        if known and known.fingerprint == build.fingerprints.of(build.page):
            build.remembered = known
        page.meta["title"] = build.page.title
    if build.page and has_own_documents(build.page):
        # The search plugin need not read what `on_post_build` puts in place of its documents.
        page.meta["search"] = {"exclude": True}
    return ""


@event_priority(AFTER_OTHER_PLUGINS)
def _show_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The text that Python-Markdown reads.

    One that it could not read in bounded time was reported, and is shown as an empty page.
    """
    build = session.build
    if build.remembered:
        return ""
    if build.page:
        return build.page.body if build.page.html else ""
    return "" if over_limit(build.markdown) else build.markdown


on_page_markdown = CombinedEvent(_hide_markdown, _show_markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Complete the page; tell MkDocs which ids came in, so that it checks links to them."""
    build = session.build
    known = build.page
    if not known:
        return html
    built = build.remembered
    if not built:
        fingerprint = build.fingerprints.of(known) if session.is_preview else ""
        built = BuiltPage(fingerprint, *complete_page(build.context, known, html), page.toc)
    if session.is_preview:
        session.memory[known.path] = built
    if built.file:
        page.meta["template"] = "remembered.html"
    page.present_anchor_ids, page.toc = set(built.ids), built.contents
    return built.html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are read, and will now be written, for which formatted citations are needed.

    While pandoc formats them, a build writes the downloads. The first pages of a preview do not
    wait: they come without "Cite this page", which is there after the next edit.
    """
    build = session.build
    if not session.is_preview:
        write_files(make_files(build.exports), Path(config.site_dir))
        build.report_unprinted()
        return env
    if not build.styled.is_ready:
        config.extra.pop("citing")
    session.environment = session.environment or env
    session.environment.auto_reload = True  # compiles a template that was edited
    return session.environment


@event_priority(AFTER_OTHER_PLUGINS)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Remember the whole page, unless it came without "Cite this page"."""
    built = session.memory.get(page.file.src_uri)
    if built and "citing" in config.extra:
        built.file = output
    return output


@event_priority(AFTER_OTHER_PLUGINS)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find paragraphs, works, notes and names, and write the downloads."""
    build, site = session.build, Path(config.site_dir)
    if session.is_preview:
        session.writer = Thread(target=write_beside_pages, args=[build, site], daemon=True)
        session.writer.start()
        Thread(target=build.report_problems, daemon=True).start()
    else:
        complete_search(build.edition, site / "search")
        write_files(make_files(build.documents), site)
        build.styled.prune()


def write_beside_pages(build: Build, site: Path) -> None:
    """Write the search and the downloads of a preview."""
    complete_search(build.edition, site / "search")
    write_files(session.downloads, site)


def wait_for_writer() -> None:
    """Wait until the files of the last build are written."""
    if session.writer.is_alive():
        session.writer.join()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    """Make the downloads of a preview, while its pages can be read already.

    Where mkdocs.yml cannot be read the pages stay as they are: MkDocs would print a traceback and
    answer no request until the file is mended.
    """
    build_site = server.builder

    def build_or_keep() -> None:
        try:
            build_site()
        except MkDocsException as error:
            log.error("the pages stay as they are until this is mended: %s", error)

    def download() -> None:
        build = session.build
        build.styled.start(reference_requests(build.edition))
        session.downloads = make_files(build.exports | build.documents)
        write_files(session.downloads, Path(config.site_dir))

    server.builder = build_or_keep
    watch_closely(server, config)
    Thread(target=download, daemon=True).start()


def on_shutdown() -> None:
    """Let a preview write its last files, before MkDocs removes the folder."""
    wait_for_writer()


def watch_closely(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the preview look for edited files every tenth of a second, and not every half."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=SECONDS_BETWEEN_LOOKS)
    server.build_delay = SECONDS_BETWEEN_LOOKS / 2
    for path in watched:
        server.watch(path)


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write each file at its path below `folder`."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
