"""In: a built site and the releases. Out: each release at `v/<version>/` in the site, with its line on every page, and the list of all of them filled."""

from __future__ import annotations

import shutil
from pathlib import Path

from edition.model import Edition
from edition.releases.banner import Newest, version_line
from edition.releases.html import FILE, Markup, to_folder
from edition.releases.release import SUMS, TAG, Release, archive_name
from edition.releases.snapshot import Snapshot, read_snapshot
from edition.site.templates import fill

FOLDER = "v"
STYLE = "assets/versions.css"


def lay_versions(
    edition: Edition, site: Path, releases: list[Release], repository: str = ""
) -> None:
    """Lay the releases into `site`. `repository` is the address of the project's own, empty where it is not known."""
    newest = read_newest(edition, site)
    for release in releases:
        _lay(newest, release, site / FOLDER)
    listed = site / FOLDER / FILE
    if listed.is_file():
        markup = Markup(listed.read_bytes().decode("utf-8"))
        for release in releases:
            names = frozenset(name for name, _ in release.files())
            size = release.archive.stat().st_size / 1_000_000
            said = fill(
                "version-kept",
                release=release,
                archive=archive_name(release.version),
                names=names,
                size=f"{size:.1f}",
                repository=repository,
            )
            markup.fill("p", "data-version", release.version, said)
        listed.write_bytes(str(markup).encode())


def read_newest(edition: Edition, site: Path) -> Newest:
    """What stands at the plain addresses of `site`."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    own = frozenset(name for name in names if not is_kept(name))
    moved = {redirect.source: redirect.target for redirect in edition.redirects}
    return Newest(
        read_snapshot(own, lambda name: (site / name).read_bytes()),
        own,
        moved,
        f"{FOLDER}/{FILE}" in own,
    )


def is_kept(name: str) -> bool:
    """Whether a file of the site belongs to a released version, by its address below the root."""
    steps = name.split("/")
    return len(steps) > 2 and steps[0] == FOLDER and bool(TAG.fullmatch(f"v{steps[1]}"))


def _lay(newest: Newest, release: Release, folder: Path) -> None:
    """Write one release below `folder`, in the place of what an earlier run left there."""
    there = folder / release.version
    shutil.rmtree(there, ignore_errors=True)
    files = dict(release.files())
    old = read_snapshot(files, files.__getitem__)
    for name, content in sorted(files.items()):
        file = there / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(
            _completed(newest, release, old, name, content) if name.endswith(".html") else content
        )
    shutil.copyfile(release.archive, folder / archive_name(release.version))
    (folder / f"{archive_name(release.version)}.sha256").write_text(
        _sum_of(release), encoding="utf-8"
    )


def _sum_of(release: Release) -> str:
    lines = release.archive.with_name(SUMS).read_text("utf-8").splitlines(keepends=True)
    return next(line for line in lines if line.rstrip().endswith(release.archive.name))


def _completed(newest: Newest, release: Release, old: Snapshot, name: str, content: bytes) -> bytes:
    """A page with its line, its addresses those of folders, and a word to search engines to list the newest and not this."""
    if name == f"{FOLDER}/{FILE}" and newest.lists_versions:
        # One list of the versions is enough, and the old one knows nothing of what came after.
        return fill("moved-page", address="../../", label="Versions").encode()
    markup = Markup(content.decode("utf-8", "surrogateescape"))
    markup.change_addresses(to_folder)
    if not markup.has("meta", name="robots"):
        markup.set_before_end("head", '<meta name="robots" content="noindex">\n')
    if not markup.has("meta", **{"http-equiv": "refresh"}):
        address = name.removesuffix(FILE)
        line = str(version_line(newest, release, address, old.pages.get(address)))
        markup.set_before_end(
            "head", f'<link rel="stylesheet" href="{"../" * (name.count("/") + 2)}{STYLE}">\n'
        )
        any(markup.set_after(tag, f"\n{line}") for tag in ("article", "main", "body"))
    return str(markup).encode("utf-8", "surrogateescape")
