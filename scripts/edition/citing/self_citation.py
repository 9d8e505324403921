"""How the edition cites itself: the paper, the edition, its pages, and who is the author of each.

Everything that names an author of these takes it from here: page head, JSON-LD, citation forms,
downloads, feed.

The wording of a restatement is its contributors', so a citation of the edition names them as one
body, and the paper with its authors as the work restated. That stands in CSL's `genre`:
`original-title` and `original-date` would say that the edition's own text had been published
before. An edition of the paper's own text has the paper's authors.
"""

from __future__ import annotations

from edition.citing.csl_item import CslItem, CslName, csl_date, known
from edition.citing.ris import ris_name
from edition.language.dates import Moment
from edition.model import Edition, Page, Paper
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
    return page.label if page.address else edition_title(edition)


def is_text(page: Page) -> bool:
    """Whether the page says what the paper says: a section, or the home page, for the whole."""
    return bool(page.section) or not page.address


def edition_authors(paper: Paper) -> list[CslName]:
    """Whom a citation of the edition names."""
    return _names(paper.text_authors)


def page_voice(edition: Edition, page: Page) -> str:
    """The sentence of `voice` for a page that tells the paper; empty for an overview or a list."""
    tells = not page.address or any(paragraph.number for paragraph in page.paragraphs)
    return voice(edition.paper) if is_text(page) and tells else ""


def page_authors(edition: Edition, page: Page) -> list[CslName]:
    """Whom a citation of a page names: notes and lists are the contributors'."""
    if is_text(page):
        return edition_authors(edition.paper)
    contributors = edition.paper.edition.contributors
    return [{"literal": contributors}] if contributors else []


def author_line(names: list[CslName]) -> str:
    """`Wren, Isolde; Quill, Tobias`."""
    return "; ".join(map(ris_name, names))


def paper_author_line(paper: Paper) -> str:
    """The authors of the paper, as `author_line` writes them."""
    return author_line(_names(paper.named_authors))


def feed_author(edition: Edition) -> str:
    """Whose the changes of the edition are."""
    return edition.paper.edition.contributors or edition_title(edition)


def voice(paper: Paper) -> str:
    """Whose account the text is, and of when, in one sentence for the head of every page."""
    names = name_list([author.family for author in paper.authors])
    year = f" in {paper.year[:4]}" if Moment(paper.year).parts else ""
    if paper.edition.restates:
        return f"What {names or 'the authors'} wrote{year}, in this edition’s words."
    by = f" by {names}" if names else ""
    return f"This is the paper itself{f', written{by}{year}' if by or year else ''}."


def restatement_of(paper: Paper) -> str:
    """`restatement of “Lamps” (1931) by Isolde Wren`; empty where nothing is restated."""
    if not paper.edition.restates:
        return ""
    year = f" ({paper.year[:4]})" if Moment(paper.year).parts else ""
    names = name_list([author.name for author in paper.authors])
    by = f" by {names}" if names else ""
    return f"restatement of “{paper.title or UNTITLED}”{year}{by}"


def name_list(names: list[str], most: int = 3) -> str:
    """`Wren`, `Wren and Quill`, `Wren, Quill and Moss`; of more than `most`, `Wren and others`."""
    *first, last = names or [""]
    if len(names) > most:
        return f"{names[0]} and others"
    return f"{', '.join(first)} and {last}" if first else last


def _names(authors: list[Author]) -> list[CslName]:
    return [
        {"family": author.family, "given": author.given}
        if author.given
        else {"literal": author.family}
        for author in authors
    ]


def _key(edition: Edition) -> str:
    """`wren1931`: what people who collect references would call the paper."""
    authors = edition.paper.authors
    family = authors[0].family if authors else ""
    name = "".join(filter(str.isalnum, family.lower())) or "paper"
    return name + "".join(filter(str.isalnum, edition.paper.year))


def paper_item(edition: Edition) -> CslItem:
    """The paper. Without a journal it is a `document`, which claims no kind of publication."""
    paper = edition.paper
    return known(
        {
            "id": _key(edition),
            "type": "article-journal" if paper.journal else "document",
            "title": paper.title or UNTITLED,
            "author": _names(paper.named_authors),
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
    path = filter(None, page.address.split("/"))
    return known(
        {
            "id": "-".join([_key(edition), "edition", *path]),
            "type": "webpage",
            "title": page_title(edition, page),
            "author": page_authors(edition, page),
            "container-title": edition_title(edition) if page.address else "",
            "version": edition_version(edition),
            "genre": restatement_of(edition.paper) if is_text(page) else "",
            "issued": csl_date(edition_date(edition)),
            "language": "en",
            "URL": absolute(edition, page.address),
        }
    )
