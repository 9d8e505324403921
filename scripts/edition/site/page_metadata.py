"""In: a page. Out: what its head says to programs: meta tags and typed links. What is unknown is left out, never empty.

Sources: Google Scholar's inclusion guidelines for webmasters; DCMI metadata terms; ogp.me; signposting.org (FAIR level 2).
"""

from __future__ import annotations

from typing import NamedTuple

from edition.citing.csl_json import CslItem
from edition.citing.ris import ris_name
from edition.citing.self_citation import (
    absolute,
    edition_fact,
    edition_title,
    license_address,
    page_item,
    page_title,
    paper_item,
)
from edition.exports.page_json import twin_address
from edition.model import Edition, Page

CSL, RIS, BIB = (
    "application/vnd.citationstyles.csl+json",
    "application/x-research-info-systems",
    "application/x-bibtex",
)
PAPER = {"downloads/paper.json": CSL, "downloads/paper.ris": RIS, "downloads/paper.bib": BIB}
FEED, FEED_TYPE, LINKSET = "feed.xml", "application/atom+xml", "linkset.json"
SCHOLARLY, ABOUT = "https://schema.org/ScholarlyArticle", "https://schema.org/AboutPage"


class Meta(NamedTuple):
    """A meta tag: `attribute` is `name` or `property`."""

    attribute: str
    name: str
    content: str


class Link(NamedTuple):
    """A typed link; `address` is absolute, or below the site's root where `within` is true."""

    rel: str
    address: str
    type: str = ""
    title: str = ""
    within: bool = True


def scholar_tags(edition: Edition, page: Page, pdf: str = "") -> list[Meta]:
    """Google Scholar's tags, on the title page alone.

    The guidelines want each article described on one page, which shows its title, its authors and its full abstract without a click:
    that is the title page. With a `citation_title` on every section Scholar would list each as an article of its own.
    """
    if page.address:
        return []
    paper = paper_item(edition)
    if not (paper.get("title") and paper.get("author") and paper.get("issued")):
        return []  # without one of the three Scholar takes the page for no article
    tags = [
        ("citation_title", paper["title"]),
        *(("citation_author", ris_name(name)) for name in paper["author"]),
    ]
    tags += [
        ("citation_publication_date", edition.paper.year.replace("-", "/")),
        ("citation_language", paper.get("language", "")),
    ]
    tags += [
        ("citation_keywords", "; ".join(edition.paper.keywords)),
        ("citation_fulltext_html_url", absolute(edition, "")),
    ]
    tags += [("citation_pdf_url", absolute(edition, pdf))] if pdf else []
    return [Meta("name", name, content) for name, content in tags if content]


def dublin_core(edition: Edition, page: Page, item: CslItem) -> list[Meta]:
    """DCMI terms. Their prefix is `dcterms`, not `DC`, which Scholar would read as it reads its own tags."""
    tags = [
        ("title", item["title"]),
        *(("creator", ris_name(name)) for name in item.get("author", [])),
    ]
    tags += [
        ("issued", edition_fact(edition, "date")),
        ("language", item["language"]),
        ("description", str(page.meta.get("description") or "")),
    ]
    tags += [("isPartOf", edition_title(edition) if page.address else "")]
    tags += [
        ("license", license_address(edition)),
        ("identifier", item.get("URL", "")),
        ("format", "text/html"),
    ]
    return [Meta("name", f"dcterms.{name}", content) for name, content in tags if content]


def open_graph(edition: Edition, page: Page, site_name: str) -> list[Meta]:
    """Open Graph. `website` is its type for any page that is not a piece of news, and what Zotero reads as a web page."""
    tags = [
        ("og:type", "website"),
        ("og:title", page_title(edition, page)),
        ("og:site_name", site_name),
        ("og:locale", "en"),
    ]
    tags += [
        ("og:description", str(page.meta.get("description") or "")),
        ("og:url", absolute(edition, page.address)),
    ]
    return [Meta("property", name, content) for name, content in tags if content]


def meta_tags(edition: Edition, page: Page, site_name: str, pdf: str = "") -> list[Meta]:
    """All meta tags of a page's head."""
    item = page_item(edition, page)
    return (
        scholar_tags(edition, page, pdf)
        + dublin_core(edition, page, item)
        + open_graph(edition, page, site_name)
    )


def _parts(edition: Edition, page: Page) -> list[Link]:
    """The title page links to the pages of the text, and each of them back: a collection and its items."""
    if not page.address:
        return [Link("item", part.address, "text/html") for part in edition.pages if part.section]
    return [Link("collection", "", "text/html")] if page.section else []


def links(edition: Edition, page: Page) -> list[Link]:
    """Signposting. `author` is left out: it wants an address of a person, and none is known. `cite-as` needs the site's own address."""
    found = (
        [Link("cite-as", absolute(edition, page.address), within=False)]
        if edition.project.site_url
        else []
    )
    found += [Link("describedby", address, type) for address, type in PAPER.items()]
    found += (
        [Link("license", license_address(edition), within=False)]
        if license_address(edition)
        else []
    )
    found += (
        [Link("type", kind, within=False) for kind in (SCHOLARLY, ABOUT)]
        if page.section or not page.address
        else []
    )
    found += _parts(edition, page)
    found.append(Link("alternate", twin_address(page), "application/json", "This page as data"))
    return found
