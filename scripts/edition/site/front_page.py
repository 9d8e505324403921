r"""The first screen of the home page, `\titlepage`: what this is, who made it, why to trust it.

Its title and description for search engines say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.citing.self_citation import name_list
from edition.language.dates import readable_date
from edition.model import Edition, Page
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

ABOUT, POLICY = "about/index.md", "about/policy.md"
WHO = "who-made-this"
"""The heading of the page About that says who made the edition."""


@dataclass(frozen=True)
class Ways:
    """The addresses to which the first screen leads; empty where the edition has no such page."""

    start: str
    notes: str
    policy: str
    who: str


def titlepage(context: Context, page: Page) -> Generated:
    """What this is, in numbers counted from the data, and the ways on; then the paper itself."""
    edition = context.edition
    paper = edition.paper
    affiliations = [author.affiliation for author in paper.authors if author.affiliation]
    html = fill(
        "titlepage",
        name=edition.project.name or paper.title,
        kind=kind_of(edition),
        restates=paper.edition.restates,
        paper=paper,
        authors=several([author.name for author in paper.authors]),
        affiliations=list(dict.fromkeys(affiliations)),
        date=readable_date(paper.edition.date),
        notes=len(edition.notes),
        sources=len(edition.editors_references),
        ways=_ways(context, page),
    )
    return Generated(html)


def _ways(context: Context, page: Page) -> Ways:
    edition = context.edition
    sections = [other for other in edition.pages if other.section and other != page]
    about = edition.by_path.get(ABOUT)
    differ = any(note.verdict == "differs" for note in edition.notes)
    who = WHO if about and WHO in about.anchors else ""
    return Ways(
        start=context.link(page, Target(sections[0].path)) if sections else "",
        notes=context.list_link(page, "notes", "filter-differs" if differ else ""),
        policy=context.link(page, Target(POLICY)),
        who=context.link(page, Target(ABOUT, who)),
    )


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
