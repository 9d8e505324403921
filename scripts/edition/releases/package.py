"""Makes the files of a release from a built site, with the same bytes each time."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path

from edition.language.dates import zip_day
from edition.releases.html import change_links, to_file
from edition.releases.release import SUMS, archive_name

DOCUMENTS = {
    "downloads/edition.pdf": ".pdf",
    "downloads/edition.epub": ".epub",
    "downloads/edition.txt": ".txt",
    "downloads/references.bib": "-references.bib",
    "downloads/references.ris": "-references.ris",
    "downloads/references.json": "-references.json",
}
"""Files of the site that a release has beside the archive, and how their names end there."""

_LEFT_OUT = frozenset({"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"})
"""Files about a whole host, or for its visitors: of no use on a disk or in a folder of a site."""


def pack_release(site: Path, folder: Path, version: str, day: str, source: bytes) -> list[Path]:
    """Fill the new `folder` with the files of the release and return them, the checksums last.

    `source` is the archive of the sources (.tar.gz); `day` is as in `pack_site`.
    """
    folder.mkdir(parents=True)
    pack_site(site, folder / archive_name(version), version, day)
    (folder / f"edition-{version}-source.tar.gz").write_bytes(source)
    for name, ending in DOCUMENTS.items():
        if (site / name).is_file():
            shutil.copyfile(site / name, folder / f"edition-{version}{ending}")
    files = sorted(folder.iterdir())
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")
    return [*files, folder / SUMS]


def pack_site(site: Path, archive: Path, version: str, day: str) -> None:
    """Write the archive of a site, its links changed so that it can be read from a disk.

    Every file in it has the date `day` (ISO 8601), or the nearest that a ZIP file can have.
    """
    names = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    with zipfile.ZipFile(archive, "w") as packed:
        for name in sorted(names - _LEFT_OUT):
            entry = zipfile.ZipInfo(f"edition-{version}/{name}", (*zip_day(day), 0, 0, 0))
            entry.create_system = 3  # Unix, wherever it is made: the next line holds its file modes
            entry.external_attr = 0o100644 << 16
            content = (site / name).read_bytes()
            if name.endswith(".html"):
                content = change_links(content.decode("utf-8"), to_file).encode()
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
