"""The meta tags of a page's head. What is unknown is left out, never empty.

Sources: Google Scholar's inclusion guidelines for webmasters; DCMI metadata terms; ogp.me.
"""

from __future__ import annotations

from typing import NamedTuple

from edition.citing.ris import ris_name
from edition.citing.self_citation import (
    absolute,
    edition_date,
    edition_title,
    license_address,
    page_item,
    page_title,
    paper_item,
)
from edition.model import Edition, Page


class Meta(NamedTuple):
    """A meta tag: `attribute` is `name` or `property`."""

    attribute: str
    name: str
    content: str


Tags = list[tuple[str, str]]


def _scholar(edition: Edition, page: Page, pdf: str) -> Tags:
    """Google Scholar's tags, on the title page alone.

    The guidelines want each article described on one page, which shows its title, its authors and
    its full abstract without a click: that is the title page. With a `citation_title` on every
    section Scholar would list each as an article of its own.
    """
    paper = paper_item(edition)
    # Without one of these Scholar takes the page for no article.
    if page.address or not paper.keys() >= {"title", "author", "issued"}:
        return []
    return [
        ("citation_title", paper["title"]),
        *(("citation_author", ris_name(name)) for name in paper["author"]),
        ("citation_publication_date", edition.paper.year.replace("-", "/")),
        ("citation_language", paper.get("language", "")),
        ("citation_keywords", "; ".join(edition.paper.keywords)),
        ("citation_fulltext_html_url", absolute(edition, "")),
        ("citation_pdf_url", absolute(edition, pdf) if pdf else ""),
    ]


def _dublin_core(edition: Edition, page: Page) -> Tags:
    """DCMI terms. Their prefix is `dcterms`, not `DC`, which Scholar would read like its own."""
    item = page_item(edition, page)
    return [
        ("dcterms.title", item["title"]),
        *(("dcterms.creator", ris_name(name)) for name in item.get("author", [])),
        ("dcterms.issued", edition_date(edition)),
        ("dcterms.language", item["language"]),
        ("dcterms.description", page.description),
        ("dcterms.isPartOf", edition_title(edition) if page.address else ""),
        ("dcterms.license", license_address(edition)),
        ("dcterms.identifier", item.get("URL", "")),
        ("dcterms.format", "text/html"),
    ]


def _open_graph(edition: Edition, page: Page, site_name: str) -> Tags:
    """Open Graph. Zotero reads a `website`, its type for what is no news, as a web page."""
    return [
        ("og:type", "website"),
        ("og:title", page_title(edition, page)),
        ("og:site_name", site_name),
        ("og:locale", "en"),
        ("og:description", page.description),
        ("og:url", absolute(edition, page.address)),
    ]


def meta_tags(edition: Edition, page: Page, site_name: str, pdf: str = "") -> list[Meta]:
    """All meta tags of a page's head. `pdf` is the address of the whole text below the root."""
    named = _scholar(edition, page, pdf) + _dublin_core(edition, page)
    tags = [Meta("name", name, content) for name, content in named]
    for name, content in _open_graph(edition, page, site_name):
        tags.append(Meta("property", name, content))
    return [tag for tag in tags if tag.content]
