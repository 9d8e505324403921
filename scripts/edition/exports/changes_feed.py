"""Writes the changelog as an Atom feed (RFC 4287), with an entry for each version."""

from __future__ import annotations

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from edition.citing.self_citation import absolute, edition_title, feed_author
from edition.citing.typed_links import FEED
from edition.model import Edition
from edition.model.files.template_folder import TemplateFolder
from edition.model.pages.changelog import CHANGELOG, versions_of
from edition.model.pages.inline import inline_text

TEMPLATES = TemplateFolder(Path(__file__).with_name("templates"))


def changes_feed(edition: Edition) -> bytes:
    """The feed of an edition that has dated versions."""
    changelog = edition.by_path[CHANGELOG].address
    title = edition.paper.title
    feed = TEMPLATES.fill(
        "feed.xml",
        # An identifier stays when the site moves.
        urn=lambda version: uuid5(NAMESPACE_URL, f"{title} {version}".strip()).urn,
        title=edition_title(edition),
        author=feed_author(edition),
        address=absolute(edition, changelog) or changelog,
        own_address=absolute(edition, FEED) if edition.project.site_url else "",
        versions=versions_of(edition.pages),
        text=lambda markdown: " ".join(inline_text(markdown).split()),
    )
    return f"{feed}\n".encode()
