"""What the head of a page says to programs."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.coins import coins
from edition.citing.csl_item import CslItem
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_name
from edition.citing.self_citation import (
    absolute,
    edition_date,
    license_address,
    page_item,
    paper_item,
)
from edition.citing.typed_links import FEED, LINKSET, Link, typed_links
from edition.model import Edition
from edition.model.pages.changelog import versions_of
from edition.site.front_page import home_title
from edition.site.json_ld import json_ld
from edition.site.templates import fill

UNKNOWN: CslItem = {"author": [], "URL": "", "container-title": ""}
"""What the template asks of an item that may not have it."""


@dataclass(frozen=True)
class Head:
    """Title of the home page; meta tags, typed links and JSON-LD as HTML; the works of the page.

    The works, for reference managers, are on the list of references only, since elsewhere they
    would hide the page itself.
    """

    title: str
    metadata: Markup
    coins: list[str]


def _site_links(edition: Edition) -> list[Link]:
    """The links to files of the whole site, where there are such files."""
    found = []
    if edition.project.site_url:
        found.append(Link("linkset", LINKSET, "application/linkset+json"))
    if versions_of(edition.pages):
        found.append(Link("alternate", FEED, "application/atom+xml", "Changes of this edition"))
    return found


def head_of(edition: Edition, site_name: str, path: str, pdf: str = "") -> Head | None:
    """The head of the page `path` (relative to docs/); None for a page outside the edition.

    `pdf` is the address of the whole text below the root.
    """
    page = edition.by_path.get(path)
    if page is None:
        return None
    metadata = fill(
        "head-metadata",
        edition=edition,
        page=page,
        site_name=site_name,
        pdf=absolute(edition, pdf) if pdf else "",
        paper=paper_item(edition),
        item=UNKNOWN | page_item(edition, page),
        written=ris_name,
        issued=edition_date(edition),
        license=license_address(edition),
        links=typed_links(edition, page) + _site_links(edition),
        to_root="../" * page.address.count("/"),
        json_ld=Markup(json_ld(edition, page)),
    )
    listed = edition.paper_references if path == edition.list_page("references") else []
    return Head(
        title="" if page.address else home_title(edition, site_name),
        metadata=metadata,
        coins=[coins(csl_item(reference)) for reference in listed],
    )
