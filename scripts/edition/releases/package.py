"""In: a built site and a version. Out: the files of its release, the same to the byte each time: archive, documents, lists, checksums."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from edition.releases.html import Markup, to_file
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
"""What speaks of a whole host, or to those who visit it: neither a disk nor a folder of a site has use for it."""


def pack_site(site: Path, archive: Path, version: str, date: str) -> None:
    """Write the archive of a site in the folder `site`. Its links name files, so that it can be read from a disk, scripts or none.

    `date` (ISO 8601) is that of every file in it; a zip knows none before 1980, and one that is not known is the first that it knows.
    """
    day = (
        tuple(map(int, date.split("-")))
        if date.count("-") == 2 and date >= "1980"
        else (1980, 1, 1)
    )
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(site.rglob("*"), key=lambda file: file.relative_to(site).as_posix()):
            name = file.relative_to(site).as_posix()
            if not file.is_file() or name in _LEFT_OUT:
                continue
            entry = zipfile.ZipInfo(f"edition-{version}/{name}", (*day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o100644 << 16,
            )
            packed.writestr(
                entry, _for_a_disk(file) if file.suffix == ".html" else file.read_bytes()
            )


def _for_a_disk(file: Path) -> bytes:
    markup = Markup(file.read_bytes().decode("utf-8"))
    markup.change_addresses(to_file)
    return str(markup).encode()


def pack_release(site: Path, folder: Path, version: str, date: str, source: bytes) -> list[Path]:
    """Fill `folder` with the release; `source` is the archive of the sources (.tar.gz). Returns the files, the checksums last."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / archive_name(version)
    pack_site(site, archive, version, date)
    files = [archive, folder / f"edition-{version}-source.tar.gz"]
    files[1].write_bytes(source)
    for name, end in DOCUMENTS.items():
        if (site / name).is_file():
            files.append(folder / f"edition-{version}{end}")
            files[-1].write_bytes((site / name).read_bytes())
    files.sort()
    sums = folder / SUMS
    sums.write_text(
        "".join(
            f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files
        ),
        encoding="utf-8",
        newline="\n",
    )
    return [*files, sums]
