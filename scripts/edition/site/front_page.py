r"""The first screen of the home page, `\titlepage`: what this is, who made it, why to trust it.

Its title and description for search engines say the same.
"""

from __future__ import annotations

from markupsafe import Markup

from edition.citing.self_citation import name_list
from edition.model import Edition
from edition.site.context import PageView


def titlepage(view: PageView) -> Markup:
    """What this is, in numbers counted from the data, and the ways on; then the paper itself."""
    authors = view.edition.paper.authors
    return view.fill(
        "titlepage",
        kind=kind_of(view.edition),
        authors=several([author.name for author in authors]),
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
