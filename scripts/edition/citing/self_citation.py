"""In: the edition. Out: CSL-JSON items of the paper itself, of the edition, and of each of its pages.

The argument of every page is the authors', so they are its authors; that it is a restatement is said by `original-title`
and `original-date`, which is how styles cite what was first published elsewhere.
"""

from __future__ import annotations

from edition.citing.csl_json import CslItem, csl_date
from edition.model import Edition, Page
from edition.model.paper import Author

UNTITLED = "Untitled"
"""While paper.yml gives no title, which is a problem of its own: a book and a citation cannot do without."""

LICENSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def license_address(edition: Edition) -> str:
    """The address of the license of the edition's text; empty where its name is not a known one of SPDX."""
    return LICENSES.get(edition.paper.edition.text_license, "")


def edition_title(edition: Edition) -> str:
    return edition.paper.edition.title or edition.paper.title or UNTITLED


def edition_fact(edition: Edition, name: str) -> str:
    """`version` or `date` of the edition; empty where unknown, or no date."""
    value = edition.paper.edition.record.text(name)
    return value if name != "date" or csl_date(value) else ""


def absolute(edition: Edition, address: str) -> str:
    """The address on the web of what stands at `address` below the site's root; empty where it is not known where the site will be."""
    site = edition.project.site_url
    return site.rstrip("/") + "/" + address if site else ""


def page_title(edition: Edition, page: Page) -> str:
    """`2.3 Education`; the home page has the edition's own title."""
    return f"{page.section} {page.title}".strip() if page.address else edition_title(edition)


def _name(author: Author) -> dict[str, str]:
    return (
        {"family": author.family, "given": author.given}
        if author.given
        else {"literal": author.family}
    )


def _key(edition: Edition) -> str:
    """`wren1931`: what people who keep bibliographies would call the paper."""
    family = "".join(
        letter
        for letter in (
            edition.paper.authors[0].family if edition.paper.authors else "paper"
        ).lower()
        if letter.isalnum()
    )
    return family + edition.paper.year


def _known(item: CslItem) -> CslItem:
    return {name: value for name, value in item.items() if value}


def paper_item(edition: Edition) -> CslItem:
    """The paper, as far as it is known. `document` claims no journal, no publisher and no kind of publication."""
    paper = edition.paper
    authors = [_name(author) for author in paper.authors if author.family]
    return _known(
        {
            "id": _key(edition),
            "type": "document",
            "title": paper.title or UNTITLED,
            "author": authors,
            "issued": csl_date(paper.year),
            "language": paper.language,
            "keyword": ", ".join(paper.keywords),
        }
    )


def page_item(edition: Edition, page: Page) -> CslItem:
    """A page of the edition; the home page stands for the edition as a whole. Lists and tables are the edition's own: no author."""
    paper = paper_item(edition) if page.section or not page.address else {}
    return _known(
        {
            "id": "-".join([_key(edition), "edition", *filter(None, page.address.split("/"))]),
            "type": "webpage",
            "title": page_title(edition, page),
            "author": paper.get("author"),
            "container-title": edition_title(edition) if page.address else "",
            "version": edition_fact(edition, "version"),
            "issued": csl_date(edition_fact(edition, "date")),
            "original-title": paper.get("title"),
            "original-date": paper.get("issued"),
            "language": "en",
            "URL": absolute(edition, page.address),
        }
    )
