"""The edition in the formats that programs and their users read.

`exports_of` is the table of contents: the path of each file below the site's root, and the function
that makes its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from edition.citing.typed_links import FEED, LINKSET, twin_address
from edition.exports.address_list import addresses_json
from edition.exports.apparatus_data import TABLES, names_json, table_csv, table_json
from edition.exports.calendar import timeline_ics
from edition.exports.changes_feed import changes_feed
from edition.exports.evidence_data import EVIDENCE
from edition.exports.linkset import linkset
from edition.exports.llms import is_at_root, llms_txt, robots_txt
from edition.exports.page_json import page_twin
from edition.exports.reference_files import (
    WORK_FORMATS,
    as_ris,
    paper_bib,
    paper_json,
    paper_ris,
)
from edition.model import Edition
from edition.model.pages.changelog import versions_of

FILES: dict[str, Callable[[Edition], bytes]] = {
    "addresses.json": addresses_json,
    "downloads/names.json": names_json,
    "downloads/paper.bib": paper_bib,
    "downloads/paper.bib.txt": paper_bib,
    "downloads/paper.json": paper_json,
    "downloads/paper.ris": paper_ris,
    "downloads/timeline.ics": timeline_ics,
    "llms.txt": llms_txt,
}
"""The files that every edition has one of."""


def exports_of(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The function that makes each file of this edition, by the file's path."""
    files = dict(FILES)
    if versions_of(edition.pages):
        files[FEED] = changes_feed
    if edition.project.site_url:  # the addresses of a linkset are absolute
        files[LINKSET] = linkset
    if is_at_root(edition):
        files["robots.txt"] = robots_txt
    made: dict[str, Callable[[], bytes]] = {}
    for path, make in files.items():
        made[path] = partial(make, edition)
    tables = TABLES | EVIDENCE if edition.evidence else TABLES
    for name, table in tables.items():
        made[f"downloads/{name}.json"] = partial(table_json, table, edition)
        made[f"downloads/{name}.csv"] = partial(table_csv, table, edition)
    for format, write in WORK_FORMATS.items():
        made[f"downloads/references.{format}"] = partial(write, edition.paper_references)
        made[f"downloads/editors.{format}"] = partial(write, edition.editors_references)
    for work in edition.bibliography:  # what a browser hands to a reference manager
        made[f"references/{work.key}.ris"] = partial(as_ris, [work])
    for page in edition.pages:
        made[twin_address(page)] = partial(page_twin, edition, page)
    return made
