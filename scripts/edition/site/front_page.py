r"""The first screen of the home page, `\titlepage`: what this is, who made it, why to trust it.

Its title and description for search engines say the same.
"""

from __future__ import annotations

from markupsafe import Markup

from edition.citing.self_citation import name_list
from edition.model import Edition
from edition.site.context import PageView

ABOUT, POLICY = "about/index.md", "about/policy.md"
WHO = "who-made-this"
"""The heading of the page About that says who made the edition."""


def titlepage(view: PageView) -> Markup:
    """What this is, in numbers counted from the data, and the ways on; then the paper itself."""
    edition = view.edition
    paper = edition.paper
    affiliations = [author.affiliation for author in paper.authors if author.affiliation]
    return view.fill(
        "titlepage",
        kind=kind_of(edition),
        authors=several([author.name for author in paper.authors]),
        affiliations=list(dict.fromkeys(affiliations)),
        ways=_ways(view),
    )


def _ways(view: PageView) -> dict[str, str]:
    """The addresses to which the first screen leads; empty where there is no such page."""
    edition = view.edition
    sections = [page for page in edition.pages if page.section and page != view.page]
    about = edition.by_path.get(ABOUT)
    differ = any(note.verdict == "differs" for note in edition.notes)
    who = WHO if about and WHO in about.anchors else ""
    return {
        "start": view.link_to(sections[0].path) if sections else "",
        "notes": view.list_link("notes", "filter-differs" if differ else ""),
        "policy": view.link_to(POLICY),
        "who": view.link_to(ABOUT, who),
    }


def kind_of(edition: Edition) -> str:
    """What the edition is, in two or three words."""
    return "annotated digital edition" if edition.notes else "digital edition"


def home_title(edition: Edition, site_name: str) -> str:
    """`Lamps: annotated edition of Wren, Quill and Moss (1931)`, for a browser's and search tab."""
    families = several([author.family for author in edition.paper.authors])
    if not families:
        return site_name
    kind = kind_of(edition).replace("annotated digital", "annotated")
    year = f" ({edition.paper.year})" if edition.paper.year else ""
    return f"{site_name}: {kind} of {families}{year}"


def several(names: list[str]) -> str:
    """As in `name_list`; with a fifth name, `Wren and others`."""
    return name_list(names, most=4)
