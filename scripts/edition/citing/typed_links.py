"""The typed links of a page: how it is to be cited, what describes it, and what belongs to it.

Source: signposting.org, FAIR level 2.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.citing.self_citation import absolute, is_text, license_address
from edition.model import Edition, Page

FEED = "feed.xml"
LINKSET = "linkset.json"
PAPER = {
    "downloads/paper.json": "application/vnd.citationstyles.csl+json",
    "downloads/paper.ris": "application/x-research-info-systems",
    "downloads/paper.bib": "application/x-bibtex",
}
"""The files that describe the paper, and their types."""
TYPES = ("https://schema.org/ScholarlyArticle", "https://schema.org/AboutPage")


@dataclass(frozen=True)
class Link:
    """A typed link. `address` is absolute, or below the site's root where `within` is true."""

    rel: str
    address: str
    type: str = ""
    title: str = ""
    within: bool = True


def twin_address(page: Page) -> str:
    """`towers/stone/index.json`: the page as data, beside it."""
    return page.address + "index.json"


def _parts(edition: Edition, page: Page) -> list[Link]:
    """The title page links to the pages of the text, and each of them back."""
    if not page.address:
        texts = [part for part in edition.pages if part.section]
        return [Link("item", part.address, "text/html") for part in texts]
    return [Link("collection", "", "text/html")] if page.section else []


def typed_links(edition: Edition, page: Page) -> list[Link]:
    """The links of a page.

    `cite-as` needs the site's own address. There is no `author`, which wants the address of a
    person: none is known.
    """
    found = []
    if edition.project.site_url:
        found.append(Link("cite-as", absolute(edition, page.address), within=False))
    found += [Link("describedby", address, type) for address, type in PAPER.items()]
    license = license_address(edition)
    if license:
        found.append(Link("license", license, within=False))
    if is_text(page):
        found += [Link("type", type, within=False) for type in TYPES]
    found += _parts(edition, page)
    found.append(Link("alternate", twin_address(page), "application/json", "This page as data"))
    return found
