"""The banner at the top of a released page: which version it is, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from edition.language.dates import readable_date
from edition.language.markup import mark_languages
from edition.releases.changes_since import changes_since, summary
from edition.releases.html import INDEX
from edition.releases.release import TAG, Release, version_order
from edition.releases.snapshot import Snapshot
from edition.site.templates import fill


@dataclass(frozen=True)
class Newest:
    """The newest version, at the plain addresses: its data, the names of its files, and the
    redirects from its older addresses. `lists_versions` where it has a page of all versions."""

    snapshot: Snapshot
    files: frozenset[str]
    redirects: dict[str, str]
    lists_versions: bool

    def is_after(self, release: Release) -> bool:
        number = self.snapshot.version
        return bool(TAG.fullmatch(f"v{number}")) and version_order(number) > release.order

    def find(self, address: str) -> tuple[str, str]:
        """Where the page at `address` is now: `same`, `moved` or `gone`, and the address.

        For a page that is gone the address is that of the nearest page above it.
        """
        target = self.redirects.get(address, "").partition("#")[0].removeprefix("/")
        if address in self.redirects and target in self.snapshot.pages:
            return "moved", target
        # The document of a work is a file; a page is a folder with its index.html.
        is_file = address in self.files or f"{address}{INDEX}" in self.files
        if is_file and address not in self.redirects:
            return "same", address
        for parent in PurePosixPath(address).parents:
            if f"{parent}/" in self.snapshot.pages:
                return "gone", f"{parent}/"
        return "gone", ""


def version_banner(newest: Newest, release: Release, old: Snapshot, address: str) -> Markup:
    """The banner for the page at `address` below the root of a released version."""
    state, new_address = newest.find(address)
    page = newest.snapshot.pages.get(new_address)
    # The document of a work has no data of its own.
    compared = state != "gone" and page is not None and address in old.pages
    changes = []
    if compared:
        changes = changes_since(old, address, newest.snapshot, new_address, newest.redirects)
    to_root = "../" * (address.count("/") + 2)
    return fill(
        "version-banner",
        release=release,
        date=readable_date(release.date),
        newest=newest.snapshot.version if newest.is_after(release) else "",
        newest_date=readable_date(newest.snapshot.date),
        state=state,
        address=to_root + new_address,
        label=page.title if page else "",
        to_root=to_root,
        lists_versions=newest.lists_versions,
        compared=compared and bool(old.pages[address].items),
        summary=summary(changes),
        changes=changes,
        marked=lambda text: Markup(mark_languages(str(escape(text)), "")),
    )
