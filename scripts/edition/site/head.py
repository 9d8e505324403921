"""What the head of a page says to programs, in one record for the template."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from edition.citing.coins import coins
from edition.citing.csl_json import csl_item
from edition.citing.typed_links import FEED, LINKSET, Link, typed_links
from edition.model import Edition, Page
from edition.model.pages.changelog import versions_of
from edition.site.front_page import home_title
from edition.site.json_ld import json_ld
from edition.site.page_metadata import Meta, meta_tags


@dataclass(frozen=True)
class Head:
    """Title of the home page, meta tags, typed links, JSON-LD, and the works of the page.

    The works, for reference managers, are on the list of references only, since elsewhere they
    would hide the page itself.
    """

    title: str
    meta: list[Meta]
    links: list[Link]
    json_ld: Markup
    coins: list[str]


def _site_links(edition: Edition) -> list[Link]:
    """The links to files of the whole site, where there are such files."""
    found = []
    if edition.project.site_url:
        found.append(Link("linkset", LINKSET, "application/linkset+json"))
    if versions_of(edition.pages):
        found.append(Link("alternate", FEED, "application/atom+xml", "Changes of this edition"))
    return found


def _link_from(page: Page, link: Link) -> Link:
    """The link with its address as it is written in `page`."""
    if not link.within:
        return link
    return replace(link, address="../" * page.address.count("/") + link.address or "./")


def head_of(edition: Edition, site_name: str, path: str, pdf: str = "") -> Head | None:
    """The head of the page `path` (relative to docs/); None for a page outside the edition."""
    page = edition.by_path.get(path)
    if page is None:
        return None
    links = typed_links(edition, page) + _site_links(edition)
    listed = edition.paper_references if path == edition.list_page("references") else []
    return Head(
        title="" if page.address else home_title(edition, site_name),
        meta=meta_tags(edition, page, site_name, pdf),
        links=[_link_from(page, link) for link in links],
        json_ld=Markup(json_ld(edition, page)),
        coins=[coins(csl_item(reference)) for reference in listed],
    )
