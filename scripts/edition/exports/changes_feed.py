"""Writes the changelog as an Atom feed (RFC 4287), with an entry for each version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from edition.citing.self_citation import absolute, edition_title, feed_author
from edition.citing.typed_links import FEED
from edition.model import Edition
from edition.model.pages.changelog import CHANGELOG, Version, versions_of
from edition.model.pages.inline import inline_text

_ATOM = "http://www.w3.org/2005/Atom"


def _add(parent: Xml.Element, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _id(edition: Edition, version: str = "") -> str:
    """An identifier that stays when the site moves."""
    return uuid5(NAMESPACE_URL, f"{edition.paper.title} {version}".strip()).urn


def _time(version: Version) -> str:
    """The version's day as RFC 3339 wants it, with an hour."""
    return f"{version.date}T00:00:00Z"


def _add_entry(feed: Xml.Element, edition: Edition, version: Version, address: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _id(edition, version.number))
    _add(entry, "title", f"Version {version.number}")
    _add(entry, "updated", _time(version))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    _add(entry, "content", " ".join(inline_text(version.text).split()), type="text")


def _feed(edition: Edition, versions: list[Version]) -> bytes:
    changelog = edition.by_path[CHANGELOG].address
    address = absolute(edition, changelog) or changelog
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", _id(edition))
    _add(feed, "title", f"Changes of {edition_title(edition)}")
    _add(feed, "updated", max(map(_time, versions)))
    _add(_add(feed, "author"), "name", feed_author(edition))
    _add(feed, "link", rel="alternate", type="text/html", href=address)
    if edition.project.site_url:
        _add(feed, "link", rel="self", type="application/atom+xml", href=absolute(edition, FEED))
    for version in versions:
        _add_entry(feed, edition, version, address)
    Xml.indent(feed)
    data: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def changes_feed(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The feed; none where no version is dated."""
    versions = versions_of(edition.pages)
    return {FEED: partial(_feed, edition, versions)} if versions else {}
