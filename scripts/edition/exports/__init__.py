"""For machines: the edition in the formats that programs and programs' users read. Imports the model only.

`FILES` is the table of contents: the path of each file below the site's root, and what makes its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from edition.book.book_files import BookFiles
from edition.cache import Cache
from edition.citing.bibtex import editors_bib, references_bib
from edition.citing.csl_json import editors_json, references_json
from edition.citing.formatter import Formatter
from edition.citing.ris import editors_ris, entries_ris, references_ris
from edition.exports.address_list import addresses_json
from edition.exports.apparatus_data import (
    concordance_csv,
    concordance_json,
    names_json,
    notes_csv,
    notes_json,
    timeline_csv,
    timeline_json,
)
from edition.exports.calendar import timeline_ics
from edition.exports.changes_feed import changes_feed
from edition.exports.linkset import linkset
from edition.exports.llms import llms_txt, robots_txt
from edition.exports.page_json import page_twins
from edition.exports.paper_files import paper_bib, paper_json, paper_ris
from edition.model import Edition

FILES: dict[str, Callable[[Edition], bytes]] = {
    "addresses.json": addresses_json,
    "downloads/concordance.csv": concordance_csv,
    "downloads/concordance.json": concordance_json,
    # A server that does not know the type of `.bib` sends it as a download: `.bib.txt` is the same, to read.
    "downloads/editors.bib": editors_bib,
    "downloads/editors.bib.txt": editors_bib,
    "downloads/editors.json": editors_json,
    "downloads/editors.ris": editors_ris,
    "downloads/names.json": names_json,
    "downloads/notes.csv": notes_csv,
    "downloads/notes.json": notes_json,
    "downloads/paper.bib": paper_bib,
    "downloads/paper.bib.txt": paper_bib,
    "downloads/paper.json": paper_json,
    "downloads/paper.ris": paper_ris,
    "downloads/references.bib": references_bib,
    "downloads/references.bib.txt": references_bib,
    "downloads/references.json": references_json,
    "downloads/references.ris": references_ris,
    "downloads/timeline.csv": timeline_csv,
    "downloads/timeline.ics": timeline_ics,
    "downloads/timeline.json": timeline_json,
    "llms.txt": llms_txt,
}

PDF = "downloads/edition.pdf"
"""What reference managers and search engines may fetch as the whole text."""

FILE_SETS: list[Callable[[Edition], dict[str, Callable[[], bytes]]]] = [
    changes_feed,
    entries_ris,
    linkset,
    page_twins,
    robots_txt,
]
"""What makes several files, or a file only where it can be right: paths below the site's root, and what makes their bytes."""


def exports_of(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The book and the files of both tables: path below the site's root, and what makes it."""
    book = BookFiles(edition, Formatter(edition.bibliography), Cache(edition.project.root))
    files: dict[str, Callable[[], bytes]] = {
        path: partial(make, edition) for path, make in FILES.items()
    }
    files |= {
        "downloads/edition.epub": book.epub,
        PDF: book.pdf,
        "downloads/edition.txt": book.text,
    }
    for export_set in FILE_SETS:
        files |= export_set(edition)
    return files
