"""In: a page's path. Out: all that its HTML says to programs, in one place for the template."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.coins import coins
from edition.citing.csl_json import csl_item
from edition.model import Edition, Page
from edition.model.pages.changelog import versions_of
from edition.site.json_ld import json_ld
from edition.site.page_metadata import FEED, FEED_TYPE, LINKSET, Link, Meta, links, meta_tags

LIST = "references.md"


@dataclass(frozen=True)
class Head:
    """`coins` holds the works to list in a reference manager: on the list of references only, since elsewhere they would hide the page."""

    meta: list[Meta]
    links: list[Link]
    json_ld: Markup
    coins: list[str]


def _site_links(edition: Edition) -> list[Link]:
    """The files of the whole site, where there are such."""
    found = (
        [Link("linkset", LINKSET, "application/linkset+json")] if edition.project.site_url else []
    )
    return found + (
        [Link("alternate", FEED, FEED_TYPE, "Changes of this edition")]
        if versions_of(edition.pages)
        else []
    )


def _from(page: Page, link: Link) -> Link:
    """The link as it is written in `page`."""
    return (
        link._replace(address="../" * page.address.count("/") + link.address or "./")
        if link.within
        else link
    )


def head_of(edition: Edition, site_name: str, path: str, pdf: str = "") -> Head | None:
    """The head of the page `path` (relative to docs/); None for a page that the edition does not know."""
    page = edition.by_path.get(path)
    if not page:
        return None
    listed = (
        [coins(csl_item(reference)) for reference in edition.paper_references]
        if path == LIST
        else []
    )
    found = [_from(page, link) for link in links(edition, page) + _site_links(edition)]
    return Head(
        meta_tags(edition, page, site_name, pdf), found, Markup(json_ld(edition, page)), listed
    )
