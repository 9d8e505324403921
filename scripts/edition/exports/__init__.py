"""For machines: the edition in the formats that programs and programs' users read. Imports the model only.

`FILES` is the table of contents: the path of each file below the site's root, and what makes its bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from ..model import Edition
from .apparatus_data import concordance_csv, concordance_json, names_json, notes_csv, notes_json, timeline_csv, timeline_ics, timeline_json

FILES: dict[str, Callable[[Edition], bytes]] = {
    "downloads/concordance.csv": concordance_csv,
    "downloads/concordance.json": concordance_json,
    "downloads/names.json": names_json,
    "downloads/notes.csv": notes_csv,
    "downloads/notes.json": notes_json,
    "downloads/timeline.csv": timeline_csv,
    "downloads/timeline.ics": timeline_ics,
    "downloads/timeline.json": timeline_json,
}
