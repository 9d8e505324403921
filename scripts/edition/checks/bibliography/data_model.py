"""What a list may hold: types with the fields they need, and the fields of biblatex.

Its manual, "Database guide", has them all.
"""

from __future__ import annotations

TYPES: dict[str, tuple[str, ...]] = {
    "article": ("author", "title", "journal", "date"),
    "book": ("author/editor", "title", "date"),
    "inbook": ("author", "title", "booktitle", "date"),
    "incollection": ("author", "title", "booktitle", "date"),
    "inproceedings": ("author", "title", "booktitle", "date"),
    "mastersthesis": ("author", "title", "school", "date"),
    "misc": ("author/editor", "title", "date"),
    "online": ("author/editor", "title", "url", "date"),
    "phdthesis": ("author", "title", "school", "date"),
    "techreport": ("author", "title", "institution", "date"),
}
"""The types that the edition can print, and the fields that each must have; `a/b` is either.

For `date` there is a rule of its own.
"""

OTHER_NAMES = {
    "conference": "inproceedings",
    "electronic": "online",
    "manual": "techreport",
    "report": "techreport",
    "thesis": "phdthesis",
    "unpublished": "misc",
    "webpage": "online",
    "www": "online",
}
"""Types that other tools write, and the type of this list that is meant."""

NAME_FIELDS = (
    "author editor translator bookauthor introduction afterword foreword commentator annotator "
    "holder"
).split()

ORDER = (
    "author editor editortype translator title subtitle titleaddon origtitle booktitle "
    "booksubtitle maintitle journal issuetitle series type institution organization school "
    "publisher address location edition volume volumes number chapter pages pagetotal date year "
    "month origdate origlanguage eventdate doi isbn issn eprint eprinttype eprintclass url urldate "
    "archiveurl archivedate related relatedtype relatedstring crossref xref abstract annotation "
    "note addendum language langid keywords"
).split()
"""The order of the fields in the normal form. After them come others by name, then OWN_USE."""

OWN_USE = ["usera", "userb", "userc", "verba"]
"""Fields that the edition uses in its own way.

`usera`, `userb` and `userc` hold the title as printed, where it differs, under the first, second
and third number, `verba` the address as printed. `archiveurl` and `archivedate` are the address and
the date of a capture that someone has seen.
"""

_OTHERS = (
    "annote bookpagination booktitleaddon editora editorb editorc eid entryset entrysubtype "
    "eventtitle eventtitleaddon execute file gender howpublished ids indexsorttitle indextitle "
    "isan ismn isrn issue issuesubtitle issuetitleaddon iswc journalsubtitle journaltitle "
    "journaltitleaddon label langidopts library mainsubtitle maintitleaddon nameaddon options "
    "origlocation origpublisher pagination part presort pubstate relatedoptions reprinttitle "
    "shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey "
    "sortname sortshorthand sorttitle sortyear userd usere userf venue verbb verbc version xdata"
).split()

FIELDS = frozenset([*ORDER, *NAME_FIELDS, *OWN_USE, *_OTHERS])
