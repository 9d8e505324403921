"""The banner at the top of a released page: which version it is, and where the newest is."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from edition.language.dates import readable_date
from edition.model import Edition, Page
from edition.model.pages.changelog import CHANGELOG
from edition.releases.html import INDEX
from edition.releases.release import Release, version_order
from edition.site.templates import fill

LIST = f"v/{INDEX}"
"""The page of all versions."""


def version_banner(edition: Edition, site: Path, release: Release, name: str) -> Markup:
    """The banner for the page that is the file `name` of a released version.

    `edition` is the newest version, built in `site`.
    """
    address = name.removesuffix(INDEX)
    moved = {one.source: one.target.removeprefix("/") for one in edition.redirects}
    closest = _closest_page(edition, moved.get(address, address))
    state = "moved" if address in moved else "gone"
    if state == "gone" and (site / name).is_file():
        state = "same"
    newest = edition.paper.edition
    is_older = version_order(release.version) < version_order(newest.version)
    return fill(
        "version-banner",
        release=release,
        date=readable_date(release.date),
        newest=newest.version if is_older else "",
        newest_date=readable_date(newest.date),
        state=state,
        address=address if state == "same" else closest.address,
        label=closest.label,
        to_root="../" * (name.count("/") + 2),
        changelog=edition.by_path.get(CHANGELOG),
        lists_versions=(site / LIST).is_file(),
    )


def _closest_page(edition: Edition, address: str) -> Page:
    """The page at an address, or else the nearest above it; the title page is above all others."""
    above = [page for page in edition.pages if address.startswith(page.address)]
    return max(above, key=lambda page: len(page.address))
