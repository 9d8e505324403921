"""How the edition cites itself: the paper, the edition, its pages, and who is the author of each.

Everything that names an author of these takes it from here: page head, JSON-LD, citation forms,
downloads, feed.

The argument of every page is the authors', so they are its authors. That it is a restatement is
said by `original-title` and `original-date`, by which styles cite what was first published
elsewhere.
"""

from __future__ import annotations

from edition.citing.csl_item import CslItem, CslName, csl_date, make_item
from edition.model import Edition, Page
from edition.model.paper import Author

UNTITLED = "Untitled"
"""The title where paper.yml gives none, which is a problem of its own: every citation needs one."""

LICENSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Addresses of licenses by their SPDX names."""


def license_address(edition: Edition) -> str:
    """The address of the license of the edition's text; empty where it is not one of `LICENSES`."""
    return LICENSES.get(edition.paper.edition.text_license, "")


def edition_title(edition: Edition) -> str:
    return edition.paper.edition.title or edition.paper.title or UNTITLED


def edition_version(edition: Edition) -> str:
    return edition.paper.edition.version


def edition_date(edition: Edition) -> str:
    """The day of the edition in ISO 8601; empty where it is unknown or no date."""
    date = edition.paper.edition.date
    return date if csl_date(date) else ""


def absolute(edition: Edition, address: str) -> str:
    """The whole address of what is at `address` below the site's root.

    Empty where it is not known where the site will be.
    """
    site = edition.project.site_url
    return site.rstrip("/") + "/" + address if site else ""


def page_title(edition: Edition, page: Page) -> str:
    """`2.3 Education`; the home page has the edition's own title."""
    return f"{page.section} {page.title}".strip() if page.address else edition_title(edition)


def page_description(page: Page) -> str:
    return str(page.meta.get("description") or "")


def is_restatement(page: Page) -> bool:
    """Whether the page says what the paper says: a section, or the home page, for the whole."""
    return bool(page.section) or not page.address


def paper_authors(edition: Edition) -> list[Author]:
    """The authors of the paper."""
    return [author for author in edition.paper.authors if author.family]


def page_authors(edition: Edition, page: Page) -> list[Author]:
    """The authors of a page: the paper's where it restates the paper, else nobody."""
    return paper_authors(edition) if is_restatement(page) else []


def feed_author(edition: Edition) -> str:
    """Whose the changes of the edition are."""
    return edition_title(edition)


def _names(authors: list[Author]) -> list[CslName]:
    names: list[CslName] = []
    for author in authors:
        if author.given:
            names.append({"family": author.family, "given": author.given})
        else:
            names.append({"literal": author.family})
    return names


def _key(edition: Edition) -> str:
    """`wren1931`: what people who collect references would call the paper."""
    authors = edition.paper.authors
    family = authors[0].family if authors else "paper"
    return "".join(filter(str.isalnum, family.lower())) + edition.paper.year


def paper_item(edition: Edition) -> CslItem:
    """The paper. Without a journal it is a `document`, which claims no kind of publication."""
    paper = edition.paper
    return make_item(
        {
            "id": _key(edition),
            "type": "article-journal" if paper.journal else "document",
            "title": paper.title or UNTITLED,
            "author": _names(paper_authors(edition)),
            "container-title": paper.journal,
            "volume": paper.volume,
            "issue": paper.number,
            "page": paper.pages,
            "issued": csl_date(paper.year),
            "DOI": paper.doi,
            "language": paper.language,
            "keyword": ", ".join(paper.keywords),
        }
    )


def page_item(edition: Edition, page: Page) -> CslItem:
    """A page of the edition; the home page stands for the edition as a whole."""
    restated = paper_item(edition) if is_restatement(page) else CslItem()
    path = filter(None, page.address.split("/"))
    return make_item(
        {
            "id": "-".join([_key(edition), "edition", *path]),
            "type": "webpage",
            "title": page_title(edition, page),
            "author": _names(page_authors(edition, page)),
            "container-title": edition_title(edition) if page.address else "",
            "version": edition_version(edition),
            "issued": csl_date(edition_date(edition)),
            "original-title": restated.get("title"),
            "original-date": restated.get("issued"),
            "language": "en",
            "URL": absolute(edition, page.address),
        }
    )
