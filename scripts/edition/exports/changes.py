"""In: the changelog page. Out: an Atom feed (RFC 4287) with an entry for each version."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from ..model import Edition
from ..model.inline import inline_text
from .own_items import absolute, edition_title
from .page_metadata import FEED

CHANGELOG = "about/changelog.md"
_HEADING = re.compile(r"^## +(?P<version>\S.*?) · (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})[ \t]*$", re.MULTILINE)
_ATOM = "http://www.w3.org/2005/Atom"


class Change(NamedTuple):
    """A version, its date in RFC 3339, and what is said of it."""

    version: str
    updated: str
    text: str


def changes(edition: Edition) -> list[Change]:
    """The versions of the changelog, as written: `## 1.2.0 · 9 April 2025` and what follows. Dates that are none are left out."""
    page = edition.by_path.get(CHANGELOG)
    body = page.body if page else ""
    found = []
    for match in _HEADING.finditer(body):
        try:
            date = datetime.strptime(match["date"], "%d %B %Y")
        except ValueError:
            continue
        text = re.split(r"^## ", body[match.end() :], maxsplit=1, flags=re.MULTILINE)[0]
        found.append(Change(match["version"], f"{date:%Y-%m-%d}T00:00:00Z", " ".join(inline_text(text).split())))
    return found


def _add(parent: Xml.Element, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _name(edition: Edition, version: str = "") -> str:
    """A name that stays when the site moves."""
    return uuid5(NAMESPACE_URL, f"{edition.paper.title} {version}".strip()).urn


def changes_feed(edition: Edition) -> dict[str, bytes]:
    """The feed; none where no version is dated."""
    versions = changes(edition)
    if not versions:
        return {}
    where = absolute(edition, edition.by_path[CHANGELOG].address) or edition.by_path[CHANGELOG].address
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", _name(edition))
    _add(feed, "title", f"Changes of {edition_title(edition)}")
    _add(feed, "updated", max(version.updated for version in versions))
    _add(_add(feed, "author"), "name", edition_title(edition))
    _add(feed, "link", rel="alternate", type="text/html", href=where)
    if edition.project.site_url:
        _add(feed, "link", rel="self", type="application/atom+xml", href=absolute(edition, FEED))
    for version in versions:
        entry = _add(feed, "entry")
        _add(entry, "id", _name(edition, version.version))
        _add(entry, "title", f"Version {version.version}")
        _add(entry, "updated", version.updated)
        _add(entry, "link", rel="alternate", type="text/html", href=where)
        _add(entry, "content", version.text, type="text")
    Xml.indent(feed)
    return {FEED: Xml.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"}
