"""Puts each released version at `v/<version>/` into the newest site, with a banner on its pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from edition.model import Edition
from edition.releases.banner import LIST, version_banner
from edition.releases.html import change_links, to_folder
from edition.releases.release import Release
from edition.site.templates import fill

STYLE = "assets/versions.css"

_HEAD = """<meta name="robots" content="noindex">
<link rel="stylesheet" href="{}">
</head>"""

_START = re.compile(r"<main\b[^<>]*>(?:.*?<article\b[^<>]*>)?", re.DOTALL)
"""What stands before the text of a page."""


def publish_releases(
    edition: Edition, site: Path, releases: list[Release], repository: str
) -> None:
    """Write the releases into the built site, and links to their files into the list of versions.

    `repository` is the address of the project's repository, empty where it is not known.
    """
    for release in releases:
        home = site / "v" / release.version
        release.unpack(home)
        for file in home.rglob("*.html"):
            _edit_page(edition, site, release, file)
        shutil.copyfile(release.archive, home.with_name(release.archive.name))
        sums = home.with_name(f"{release.archive.name}.sha256")
        sums.write_text(f"{release.sha256}  {release.archive.name}\n", "utf-8", newline="\n")
        if (site / LIST).is_file():
            _list_files(site / LIST, release, home, repository)


def _edit_page(edition: Edition, site: Path, release: Release, file: Path) -> None:
    """Give a page its banner and lasting addresses, and hide it from search engines."""
    name = file.relative_to(site / "v" / release.version).as_posix()
    if name == LIST:
        # The old list does not know what came after it.
        _write(file, fill("moved-page", address="../../", label="Versions"))
        return
    html = change_links(_read(file), to_folder)
    if '<meta http-equiv="refresh"' not in html:
        style = "../" * (name.count("/") + 2) + STYLE
        html = html.replace("</head>", _HEAD.format(style), 1)
        banner = version_banner(edition, site, release, name)
        html = _START.sub(lambda start: f"{start[0]}\n{banner}", html, count=1)
    _write(file, html)


def _list_files(file: Path, release: Release, home: Path, repository: str) -> None:
    """Name the files of a release, which was unpacked into `home`, in the list of versions."""
    links = fill("released-version", release=release, home=home, repository=repository)
    place = rf'(<p [^<>]*data-version="{re.escape(release.version)}"[^<>]*>).*?(</p>)'
    html = _read(file)
    html = re.sub(place, lambda match: f"{match[1]}{links}{match[2]}", html, flags=re.DOTALL)
    _write(file, html)


def _read(file: Path) -> str:
    """The text of a page; it may have bytes that are no UTF-8, which `_write` writes again."""
    return file.read_text("utf-8", "surrogateescape")


def _write(file: Path, html: str) -> None:
    file.write_text(html, "utf-8", "surrogateescape", newline="\n")
