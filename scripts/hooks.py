"""The site generator's only door: it hands MkDocs' pages to the edition and takes them back. No rule and no markup here."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import ClassVar

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from edition.checks import check_sources
from edition.exports import FILE_SETS, FILES
from edition.exports.head import head_of
from edition.exports.offers import Offers
from edition.exports.search import has_own_documents, search_index
from edition.model import Edition, Moment
from edition.model.project import edit_address_of
from edition.render.apparatus import Apparatus
from edition.render.bibtex_plugin import EditionRegistry
from edition.render.bundle import join_assets
from edition.render.citing import Citing, document_address
from edition.render.paragraphs import ParagraphMarks
from edition.render.redirects import moved_pages

log = get_plugin_logger("edition")
BEFORE_THE_PLUGIN, AFTER_THE_PLUGIN = 100, -100

# What reference managers and search engines may fetch as the whole text.
_PDF = next((path for path in FILES if path.endswith(".pdf")), "")


class _Build:
    """What one build knows: the edition as loaded, and what is generated from it."""

    apparatus: Apparatus
    registry: EditionRegistry
    citing: Citing
    serving = False
    downloads: ClassVar[dict[str, bytes]] = {}


def on_startup(command: str, dirty: bool) -> None:
    """A preview makes the downloads once, so that an edit shows at once."""
    _Build.serving = command == "serve"


@event_priority(BEFORE_THE_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the edition, report its problems, and put our registry in the place of mkdocs-bibtex' own."""
    edition = Edition.load(Path(config.config_file_path).parent)
    edition.project.site_url = config.site_url or ""
    edition.project.edit_url = edit_address_of(config.repo_url or "", config.edit_uri or "", Path(config.docs_dir).name)
    _date_by(edition)
    for problem in check_sources(edition):
        log.warning("%s", problem)
    _Build.apparatus, _Build.registry = Apparatus(edition), EditionRegistry(edition)
    plugin = config.plugins["bibtex"]
    plugin.registry = _Build.registry
    # The plugin reads its files again only where they are newer than this; ours has read them already.
    plugin.last_configured = float("inf")
    if not any(isinstance(extension, ParagraphMarks) for extension in config.markdown_extensions):
        config.markdown_extensions.append(ParagraphMarks())
    _Build.citing = Citing(edition, Offers(edition), config.site_name)
    config.extra |= {"edition": edition, "citing": _Build.citing, "citing_head": cache(partial(head_of, edition, config.site_name, pdf=_PDF))}
    return config


def _date_by(edition: Edition) -> None:
    """Date the site map by the edition, not by the clock: two builds of one commit are the same to the byte. A day already told stands."""
    parts = Moment(str(edition.paper.edition.get("date") or "")).parts
    if parts:
        day = datetime(*(*parts, 1, 1)[:3], tzinfo=UTC)
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.timestamp())))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Set the downloads among the site's files, so that links to them are checked like any other."""
    made = _downloads(_Build.apparatus.edition) | moved_pages(_Build.apparatus.edition)
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    config.extra_css = _join(config.extra_css, "assets/all.css", files, config)
    config.extra_javascript = _join(config.extra_javascript, "assets/all.js", files, config)
    return files


def _downloads(edition: Edition) -> dict[str, bytes]:
    """Every file for machines. A preview makes them once, and after that only the documents of references that are new."""
    if _Build.serving and _Build.downloads:
        new = [reference for reference in edition.bibliography if document_address(reference) not in _Build.downloads]
        return _Build.downloads | {document_address(reference): _Build.citing.document(reference) for reference in new}
    made = {path: export(edition) for path, export in FILES.items()} | _Build.citing.documents()
    for export in FILE_SETS:
        made |= export(edition)
    _Build.downloads = made
    return made


def _join(assets: list, name: str, files: Files, config: MkDocsConfig) -> list:
    """Put one file in the place of the listed ones that the theme brings; the others stay as they are."""
    ours = [file for asset in assets if (file := files.get_file_from_path(str(asset)))]
    if not ours:
        return assets
    for file in ours:
        files.remove(file)
    files.append(File.generated(config, name, content=join_assets([(file.src_uri, file.content_string) for file in ours])))
    first = next(asset for asset in assets if str(asset) == ours[0].src_uri)
    if not isinstance(first, str):
        first.path = name
    paths = {file.src_uri for file in ours}
    return [name if isinstance(first, str) else first] + [asset for asset in assets if str(asset) not in paths and asset is not first]


@event_priority(BEFORE_THE_PLUGIN)
def _enter(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    known = _page_of(page)
    return _Build.registry.enter(known, known.body) if known else markdown


@event_priority(AFTER_THE_PLUGIN)
def _leave(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return _Build.registry.leave(markdown)


on_page_markdown = CombinedEvent(_enter, _leave)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Carry out the page's commands; tell MkDocs which anchors came in, so that it checks links to them."""
    known = _page_of(page)
    if not known:
        return html
    if has_own_documents(_Build.apparatus.edition, known):
        page.meta["search"] = {"exclude": True}  # the plugin need not read it: see `on_post_build`
    generated = _Build.apparatus.complete(known, html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | generated.anchors
    return generated.html


@event_priority(AFTER_THE_PLUGIN)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find paragraphs, works, notes and names, where the plugin's own index knows headings."""
    _Build.apparatus.edition.bibliography.descriptions.save()
    file = Path(config.site_dir) / "search" / "search_index.json"
    if file.exists():
        index = search_index(_Build.apparatus.edition, file.read_text(encoding="utf-8"))
        file.write_text(index, encoding="utf-8")
        # As a script too: from a page opened on a disk a browser fetches nothing else.
        file.with_suffix(".js").write_text(f"window.editionIndex = {index}\n", encoding="utf-8")


def _page_of(page: Page):
    return _Build.apparatus.edition.by_path.get(page.file.src_uri)
