"""The site generator's only door: it hands MkDocs' pages to the edition and takes them back. No rule and no markup here."""

from __future__ import annotations

import gc
import logging
import os
import sys
from functools import cache, partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from edition.exports import PDF, exports_of
from edition.exports.export import Export
from edition.exports.head import head_of
from edition.exports.laying import Laying
from edition.exports.offers import Offers
from edition.exports.search import complete_search, has_own_documents
from edition.model import Edition
from edition.model.bounds import beyond_bounds
from edition.model.judged import problems_to_build
from edition.model.later import later
from edition.model.project import edit_address_of
from edition.render.apparatus import Apparatus
from edition.render.bibtex_plugin import EditionRegistry
from edition.render.bundle import join_listed
from edition.render.citing import Citing, document_address
from edition.render.compiled import CompiledTemplates
from edition.render.kept_pages import STAND_IN, BuiltPage, KeptPages
from edition.render.paragraphs import ParagraphMarks
from edition.render.redirects import moved_pages

log = get_plugin_logger("edition")
BEFORE_THE_PLUGIN, AFTER_THE_PLUGIN = 100, -100


class _Build:
    """What one build knows: the edition as loaded, and what is generated from it."""

    apparatus: Apparatus
    registry: EditionRegistry
    citing: Citing
    kept: KeptPages
    warnings = CountHandler(level=logging.WARNING)
    laying: Laying


class _LaidFile(File):
    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: the exports lay it into the site. MkDocs only has to know of it."""


def on_startup(command: str, dirty: bool) -> None:
    """A preview makes the downloads once and does not wait for them, so that an edit shows at once."""
    gc.set_threshold(50_000, 20, 20)  # an edition is much that lasts: Python's own numbers have it searched for a seventh of the time
    _Build.laying = Laying(preview=command == "serve")
    logging.getLogger("mkdocs").addHandler(_Build.warnings)


@event_priority(BEFORE_THE_PLUGIN)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the edition, report its problems, and put our registry in the place of mkdocs-bibtex' own."""
    _Build.warnings.counts.clear()
    edition = Edition.load(Path(config.config_file_path).parent)
    edition.project.site_url = config.site_url or ""
    edition.project.edit_url = edit_address_of(config.repo_url or "", config.edit_uri or "", Path(config.docs_dir).name)
    # The site map is dated by the edition, not by the clock: two builds of one commit are the same to the byte. A day already told stands.
    if edition.paper.seconds:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(edition.paper.seconds))
    for problem in problems_to_build(edition, later("edition.checks", "check_sources")):
        log.warning("%s", problem)
    _Build.apparatus, _Build.registry = Apparatus(edition, later("edition.checks.manual", "rooms")), EditionRegistry(edition)
    _Build.registry.take_place_in(config.plugins["bibtex"])
    if not any(isinstance(extension, ParagraphMarks) for extension in config.markdown_extensions):
        config.markdown_extensions.append(ParagraphMarks())
    _Build.citing = Citing(edition, Offers(edition), config.site_name)
    config.extra |= {"edition": edition, "citing": _Build.citing, "citing_head": cache(partial(head_of, edition, config.site_name, pdf=PDF))}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Set the downloads among the site's files, so that links to them are checked like any other, and begin to lay them."""
    edition, citing = _Build.apparatus.edition, _Build.citing
    documents = {document_address(work): Export(partial(citing.document, work), partial(citing.document_follows, work)) for work in edition.bibliography}
    for path, content in moved_pages(edition).items():
        files.append(File.generated(config, path, content=content))
    for path in _Build.laying.begin(edition, exports_of(edition, documents), Path(config.site_dir), citing.site_name):
        files.append(_LaidFile.generated(config, path, content=b"", inclusion=InclusionLevel.INCLUDED))
    config.extra_css = join_listed(config.extra_css, "assets/all.css", files, partial(File.generated, config))
    config.extra_javascript = join_listed(config.extra_javascript, "assets/all.js", files, partial(File.generated, config))
    _Build.kept = KeptPages.of(edition, config, files)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Compile no template twice."""
    env.bytecode_cache = CompiledTemplates(_Build.apparatus.edition.project.root)


@event_priority(BEFORE_THE_PLUGIN)
def _enter(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    known = _page_of(page)
    if not known:  # Outside the navigation, which is reported. It is shown as it is, if the generator can come to its end.
        return "" if beyond_bounds(markdown) else markdown
    if has_own_documents(_Build.apparatus.edition, known):
        page.meta["search"] = {"exclude": True}  # the plugin need not read it: see `on_post_build`
        if built := _Build.kept.take(known):
            built[0].stand_in(page, files)
            return ""
    return _Build.registry.enter(known, known.body)


@event_priority(AFTER_THE_PLUGIN)
def _leave(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return _Build.registry.leave(markdown)


on_page_markdown = CombinedEvent(_enter, _leave)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Carry out the page's commands; tell MkDocs which anchors came in, so that it checks links to them."""
    known = _page_of(page)
    if not known or page.meta.get("template") == STAND_IN:
        return html
    generated = _Build.apparatus.complete(known, html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | generated.anchors
    return generated.html


@event_priority(AFTER_THE_PLUGIN)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep what was built, unless something was wrong, which has to be said again the next time."""
    known = _page_of(page)
    if page.meta.get("template") == STAND_IN:
        return _Build.kept.take(known)[1]
    if known and page.meta.get("search") and not _Build.warnings.get_counts():
        _Build.kept.keep(known, BuiltPage.of(page), output)
    return output


@event_priority(AFTER_THE_PLUGIN)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find paragraphs, works, notes and names, where the plugin's own index knows headings."""
    _Build.apparatus.edition.bibliography.descriptions.save()
    _Build.kept.close()
    complete_search(_Build.apparatus.edition, Path(config.site_dir) / "search")
    _Build.laying.finish()


def _page_of(page: Page):
    return _Build.apparatus.edition.by_path.get(page.file.src_uri)
