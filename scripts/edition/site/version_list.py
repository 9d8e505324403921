"""In: the changelog. Out: the list of all versions, each with its date, what changed, and room for what is kept of it."""

from __future__ import annotations

import lxml.html
from markdown import markdown
from markupsafe import Markup

from edition.language.dates import readable_date
from edition.model import Edition, Page
from edition.model.pages.changelog import versions_of
from edition.site.context import Context, Generated
from edition.site.templates import fill

VERSIONS_PAGE = "v/index.md"


def kept_version(edition: Edition) -> str:
    """The number of the version for whose lasting address (`/v/1.2.0/`) the site is built; empty where it is built for the plain one."""
    number = str(edition.paper.edition.get("version") or "")
    return (
        number if number and edition.project.site_url.rstrip("/").endswith(f"/v/{number}") else ""
    )


def _read_elsewhere(text: str) -> Markup:
    """What the changelog says, for another page: its ids stay there, and its links within the edition are words."""
    root = lxml.html.fragment_fromstring(
        markdown(text, extensions=["smarty", "attr_list"]), create_parent="div"
    )
    for element in root.xpath(".//*[@id]"):
        del element.attrib["id"]
    for link in root.xpath(".//a[not(starts-with(@href, 'http'))]"):
        link.drop_tag()
    return Markup("".join(lxml.html.tostring(child, encoding="unicode") for child in root))


def versions(context: Context, _page: Page) -> Generated:
    """Every version of the changelog. What is kept of it is filled in when the released versions are laid beside the newest."""
    edition, changelog = context.edition, versions_of(context.edition.pages)
    listed = [
        (version, readable_date(version.date), _read_elsewhere(version.text))
        for version in changelog
    ]
    html = fill("versions", versions=listed, newest=str(edition.paper.edition.get("version") or ""))
    return Generated(html, frozenset(version.anchor for version in changelog))
