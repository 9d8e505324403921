"""Puts each released version at `v/<version>/` into the newest site, with a banner on its pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from edition.model import Edition
from edition.releases.banner import Newest, version_banner
from edition.releases.html import (
    INDEX,
    change_links,
    insert_after_start,
    insert_in_head,
    is_redirect,
    to_folder,
)
from edition.releases.package import files_below
from edition.releases.release import SUMS, TAG, Release, archive_name
from edition.releases.snapshot import Snapshot, read_snapshot
from edition.site.templates import fill

FOLDER = "v"
LIST = f"{FOLDER}/{INDEX}"
"""The page of all versions."""
STYLE = "assets/versions.css"


def publish_releases(
    edition: Edition, site: Path, releases: list[Release], repository: str = ""
) -> None:
    """Write the releases into the built site, and links to their files into the list of versions.

    `repository` is the address of the project's repository, empty where it is not known.
    """
    newest = read_newest(edition, site)
    for release in releases:
        _publish(newest, release, site / FOLDER)
    if newest.lists_versions:
        html = (site / LIST).read_bytes().decode("utf-8")
        for release in releases:
            names = frozenset(files_below(site / FOLDER / release.version))
            html = _list_files(html, release, names, repository)
        (site / LIST).write_bytes(html.encode())


def read_newest(edition: Edition, site: Path) -> Newest:
    """The newest version as built in `site`, without released ones that are there already."""
    files = {name: file for name, file in files_below(site).items() if not _is_released(name)}
    return Newest(
        snapshot=read_snapshot(files),
        files=frozenset(files),
        redirects={redirect.source: redirect.target for redirect in edition.redirects},
        lists_versions=LIST in files,
    )


def _is_released(name: str) -> bool:
    """Whether a file of the site belongs to a released version: `v/1.2.0/…`."""
    folder, _, rest = name.partition("/")
    version, _, file = rest.partition("/")
    return folder == FOLDER and bool(file) and bool(TAG.fullmatch(f"v{version}"))


def _publish(newest: Newest, release: Release, folder: Path) -> None:
    home = folder / release.version
    release.unpack(home)
    files = files_below(home)
    old = read_snapshot(files)
    for name, file in files.items():
        if name == LIST and newest.lists_versions:
            # The old list does not know what came after it.
            file.write_text(fill("moved-page", address="../../", label="Versions"), "utf-8")
        elif name.endswith(".html"):
            html = file.read_bytes().decode("utf-8", "surrogateescape")
            html = _with_banner(newest, release, old, name, html)
            file.write_bytes(html.encode("utf-8", "surrogateescape"))
    name = archive_name(release.version)
    shutil.copyfile(release.archive, folder / name)
    sums = release.archive.with_name(SUMS).read_text("utf-8").splitlines(keepends=True)
    own = [line for line in sums if line.rstrip().endswith(name)]
    (folder / f"{name}.sha256").write_text(own[0], encoding="utf-8")


def _with_banner(newest: Newest, release: Release, old: Snapshot, name: str, html: str) -> str:
    """The page with its banner, with lasting addresses, and hidden from search engines."""
    html = change_links(html, to_folder)
    if 'name="robots"' not in html:
        html = insert_in_head(html, '<meta name="robots" content="noindex">')
    if is_redirect(html):
        return html
    style = "../" * (name.count("/") + 2) + STYLE
    html = insert_in_head(html, f'<link rel="stylesheet" href="{style}">')
    banner = version_banner(newest, release, old, name.removesuffix(INDEX))
    return insert_after_start(html, ("article", "main", "body"), banner)


def _list_files(html: str, release: Release, names: frozenset[str], repository: str) -> str:
    """The list of versions with links to the files of a release."""
    links = fill(
        "released-version",
        release=release,
        archive=archive_name(release.version),
        names=names,
        size=f"{release.archive.stat().st_size / 1_000_000:.1f}",
        repository=repository,
    )
    place = rf'(<p [^<>]*data-version="{re.escape(release.version)}"[^<>]*>).*?(</p>)'
    return re.sub(place, lambda match: f"{match[1]}{links}{match[2]}", html, flags=re.DOTALL)
