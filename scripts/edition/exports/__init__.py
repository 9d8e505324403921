"""The edition in the formats that programs and their users read.

`FILES` is the table of contents: the path of each file below the site's root, and the function that
makes its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
from edition.exports.evidence_data import evidence_files
from edition.exports.linkset import linkset
from edition.exports.llms import llms_txt, robots_txt
from edition.exports.page_json import page_twins
from edition.exports.reference_files import (
    as_bib,
    as_json,
    as_ris,
    editors,
    entries_ris,
    paper_bib,
    paper_json,
    paper_ris,
    references,
)
from edition.model import Edition

FILES: dict[str, Callable[[Edition], bytes]] = {
    "addresses.json": addresses_json,
    "downloads/concordance.csv": concordance_csv,
    "downloads/concordance.json": concordance_json,
    # Some servers send a `.bib` as a download, since they do not know it: `.bib.txt` is the same.
    "downloads/editors.bib": editors(as_bib),
    "downloads/editors.bib.txt": editors(as_bib),
    "downloads/editors.json": editors(as_json),
    "downloads/editors.ris": editors(as_ris),
    "downloads/names.json": names_json,
    "downloads/notes.csv": notes_csv,
    "downloads/notes.json": notes_json,
    "downloads/paper.bib": paper_bib,
    "downloads/paper.bib.txt": paper_bib,
    "downloads/paper.json": paper_json,
    "downloads/paper.ris": paper_ris,
    "downloads/references.bib": references(as_bib),
    "downloads/references.bib.txt": references(as_bib),
    "downloads/references.json": references(as_json),
    "downloads/references.ris": references(as_ris),
    "downloads/timeline.csv": timeline_csv,
    "downloads/timeline.ics": timeline_ics,
    "downloads/timeline.json": timeline_json,
    "llms.txt": llms_txt,
}

FILE_SETS: list[Callable[[Edition], dict[str, Callable[[], bytes]]]] = [
    changes_feed,
    entries_ris,
    evidence_files,
    linkset,
    page_twins,
    robots_txt,
]
"""Functions for several files, or for one that not every edition has: the functions by path."""


def exports_of(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The function that makes each file of this edition, by the file's path."""
    files: dict[str, Callable[[], bytes]] = {}
    for path, make in FILES.items():
        files[path] = partial(make, edition)
    for file_set in FILE_SETS:
        files |= file_set(edition)
    return files
