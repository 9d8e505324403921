r"""The directive `\versions`: every version of the edition, with its date and what changed."""

from __future__ import annotations

import lxml.html
from markdown import markdown
from markupsafe import Markup

from edition.language.html_fragment import parse_fragment
from edition.model import Edition
from edition.model.pages.changelog import versions_of
from edition.site.context import PageView


def lasting_version(edition: Edition) -> str:
    """The version (`1.2.0`) for whose lasting address `/v/1.2.0/` the site is built.

    Empty for a site at the plain address, which shows the newest version.
    """
    number = edition.paper.edition.version
    site = edition.project.site_url.rstrip("/")
    return number if number and site.endswith(f"/v/{number}") else ""


def versions(view: PageView) -> Markup:
    """The versions of the changelog, newest first.

    `releases/publish.py` adds to each released one the link to its own address.
    """
    edition = view.edition
    changelog = versions_of(edition.pages)
    return view.fill(
        "versions",
        versions=[(one, _without_links(one.text)) for one in changelog],
        newest=edition.paper.edition.version,
    )


def _without_links(text: str) -> Markup:
    """A text of the changelog, for another page: without its ids and its links in the edition."""
    html = markdown(text, extensions=["smarty", "attr_list"])
    root = parse_fragment(html)
    for element in root.xpath(".//*[@id]"):
        del element.attrib["id"]
    for link in root.xpath(".//a[not(starts-with(@href, 'http'))]"):
        link.drop_tag()
    return Markup("".join(lxml.html.tostring(child, encoding="unicode") for child in root))
