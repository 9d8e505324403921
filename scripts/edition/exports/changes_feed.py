"""In: the changelog page. Out: an Atom feed (RFC 4287) with an entry for each version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from edition.citing.self_citation import absolute, edition_title
from edition.model import Edition
from edition.model.pages.changelog import CHANGELOG, Version, versions_of
from edition.model.pages.inline import inline_text
from edition.site.page_metadata import FEED

_ATOM = "http://www.w3.org/2005/Atom"


def _add(parent: Xml.Element, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _name(edition: Edition, version: str = "") -> str:
    """A name that stays when the site moves."""
    return uuid5(NAMESPACE_URL, f"{edition.paper.title} {version}".strip()).urn


def _moment(date: str) -> str:
    """RFC 3339, which wants an hour as well."""
    return f"{date}T00:00:00Z"


def changes_feed(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The feed; none where no version is dated."""
    versions = versions_of(edition.pages)
    return {FEED: partial(_feed, edition, versions)} if versions else {}


def _feed(edition: Edition, versions: list[Version]) -> bytes:
    where = (
        absolute(edition, edition.by_path[CHANGELOG].address) or edition.by_path[CHANGELOG].address
    )
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", _name(edition))
    _add(feed, "title", f"Changes of {edition_title(edition)}")
    _add(feed, "updated", max(_moment(version.date) for version in versions))
    _add(_add(feed, "author"), "name", edition_title(edition))
    _add(feed, "link", rel="alternate", type="text/html", href=where)
    if edition.project.site_url:
        _add(feed, "link", rel="self", type="application/atom+xml", href=absolute(edition, FEED))
    for version in versions:
        entry = _add(feed, "entry")
        _add(entry, "id", _name(edition, version.number))
        _add(entry, "title", f"Version {version.number}")
        _add(entry, "updated", _moment(version.date))
        _add(entry, "link", rel="alternate", type="text/html", href=where)
        _add(entry, "content", " ".join(inline_text(version.text).split()), type="text")
    Xml.indent(feed)
    return Xml.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
