"""For machines: the edition in the formats that programs and programs' users read. Imports the model only.

`FILES` is the table of contents: the path of each file below the site's root, and what makes its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..model import Edition
from ..model.later import later
from .addresses import addresses_json
from .apparatus_data import concordance_csv, concordance_json, names_json, notes_csv, notes_json, timeline_csv, timeline_json
from .bibtex import editors_bib, references_bib
from .changes import changes_feed
from .csl_json import editors_json, references_json
from .export import Export
from .linkset import linkset
from .llms import llms_txt, robots_txt
from .own_files import paper_bib, paper_json, paper_ris
from .page_json import page_twins
from .ris import editors_ris, entries_ris, references_ris

FILES: dict[str, Callable[[Edition], bytes]] = {
    "addresses.json": addresses_json,
    "downloads/concordance.csv": concordance_csv,
    "downloads/concordance.json": concordance_json,
    # A server that does not know the type of `.bib` sends it as a download: `.bib.txt` is the same, to read.
    "downloads/editors.bib": editors_bib,
    "downloads/editors.bib.txt": editors_bib,
    "downloads/editors.json": editors_json,
    "downloads/editors.ris": editors_ris,
    "downloads/edition.epub": later(f"{__package__}.book.files", "epub_file"),
    "downloads/edition.pdf": later(f"{__package__}.book.files", "pdf_file"),
    "downloads/edition.txt": later(f"{__package__}.book.files", "text_file"),
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
    "downloads/timeline.ics": later(f"{__package__}.calendar", "timeline_ics"),
    "downloads/timeline.json": timeline_json,
    "llms.txt": llms_txt,
}

PDF = "downloads/edition.pdf"
BOOK = (PDF, "downloads/edition.epub", "downloads/edition.txt")
"""The forms of the book, which are made of one. The PDF is what reference managers and search engines may fetch as the whole text."""

FILE_SETS: list[Callable[[Edition], dict[str, Export]]] = [
    changes_feed,
    entries_ris,
    linkset,
    page_twins,
    robots_txt,
]
"""What makes several files, or a file only where it can be right: paths below the site's root, and their Exports."""


def exports_of(edition: Edition, others: dict[str, Export]) -> dict[str, dict[str, Export]]:
    """Every file of both tables and the `others` by its path, in two parts: the book, and all that is not."""
    files = {path: Export(partial(make, edition)) for path, make in FILES.items()}
    book = {path: files.pop(path) for path in BOOK}
    return {"book": book, "data": files | {path: export for export_set in FILE_SETS for path, export in export_set(edition).items()} | others}
